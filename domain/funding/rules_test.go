package funding_test

import (
	"slices"
	"testing"

	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
)

func TestDecisions(t *testing.T) {
	domaintest.Run(t, empty, streams, funding.Rules, slices.Concat(
		budgetCases, movedCases, commitmentCases, costCases, payCases, invoiceCases, paymentCases, recoveryCases, grantCases,
		clawbackCases, yearCases, bookCases,
	))
}
