package wire_test

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/governance"
	"github.com/hubledger/hubledger/domain/hub"
)

// Corrections: what was recorded wrongly in the samples of money and decisions
// is voided.

var voidEvents = []domain.Event{
	domain.EventVoided{
		Event: thing(0xd0), Type: "CostAccrued", Of: accrual, ReversedBy: []int{0}, Instead: []int{2},
		Reason: "The third day was not held.", By: officer,
	},
	domain.EventVoided{
		Event: thing(0xd1), Type: "CommitmentMade", Of: commitment, ReversedBy: []int{0, 1}, Reason: "Recorded twice.", By: officer,
	},
	domain.PaymentReversed{
		Payment: thing(0xd2), Reason: "The bank returned it.",
		Allocations: []domain.PaymentAllocation{
			{Line: cpd, For: domain.PaymentForAward, Accrual: accrual, Invoice: thing(0xd3), Pence: 1_000_000},
			{
				Line: cpdFylde, For: domain.PaymentForPrepayment, Commitment: commitment, Pence: 200_000,
				Prepaid: &domain.Prepayment{From: date("2024-12-01"), To: date("2024-12-13"), Reason: "The venue asks for it."},
			},
		},
	},
}

// voidCommands are a void without a right act, and one with each of the right
// acts there are: those of the samples of their own commands.
var voidCommands = func() []domain.CommandData {
	list := []domain.CommandData{hub.VoidEvent{Event: thing(0xd1), Reason: "Recorded twice."}}
	for _, c := range slices.Concat(costCommands, budgetCommands, paymentCommands, decisionCommands, governanceCommands) {
		var right hub.Instead
		switch c := c.(type) {
		case funding.AccrueCost:
			right.AccrueCost = &c
		case funding.ChargePay:
			right.ChargePay = &c
		case funding.ChargeHostOverhead:
			right.ChargeHostOverhead = &c
		case funding.MakeCommitment:
			right.MakeCommitment = &c
		case funding.OfferGrant:
			right.OfferGrant = &c
		case funding.RecordPayment:
			right.RecordPayment = &c
		case funding.VireBudget:
			right.VireBudget = &c
		case commissioning.RecordDecision:
			right.RecordDecision = &c
		case governance.GrantDelegation:
			right.GrantDelegation = &c
		default:
			continue
		}
		by := officer
		if len(list)%2 == 0 {
			by = uuid.Nil
		}
		list = append(list, hub.VoidEvent{Event: thing(byte(0xd0 + len(list))), Reason: "The amount was wrong.", By: by, Instead: &right})
	}
	return list
}()
