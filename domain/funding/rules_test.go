package funding_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/go-json-experiment/json"

	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
)

var cases = slices.Concat(
	budgetCases, movedCases, commitmentCases, costCases, payCases, invoiceCases, paymentCases, recoveryCases, grantCases,
	clawbackCases, yearCases, bookCases, voidCases, takeOverCases,
)

func TestDecisions(t *testing.T) { domaintest.Run(t, empty, streams, funding.Rules, cases) }

// What is decided, and what is ordered, is the same when it is read back.
func TestReadBack(t *testing.T) {
	for _, c := range cases {
		values := []any{c.When}
		for _, e := range c.Then {
			values = append(values, e)
		}
		for _, v := range values {
			text, err := json.Marshal(v)
			if err != nil {
				t.Fatalf("%s: %v", c.Name, err)
			}
			back := reflect.New(reflect.TypeOf(v))
			if err := json.Unmarshal(text, back.Interface(), json.RejectUnknownMembers(true)); err != nil {
				t.Errorf("%s: %s is not read back: %v", c.Name, text, err)
			} else if !reflect.DeepEqual(back.Elem().Interface(), v) {
				t.Errorf("%s: %s is read back as %+v, want %+v", c.Name, text, back.Elem(), v)
			}
		}
	}
}
