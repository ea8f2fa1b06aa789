package funding_test

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
)

var (
	advance = domain.PaymentMade{
		Payment: id(0x71), Payee: teacher, On: today, ApprovedBy: approver, PaidBy: payer,
		Allocations: []domain.PaymentAllocation{{
			Line: cpd, For: domain.PaymentForPrepayment, Commitment: promised.Commitment, Invoice: billed.Invoice, Pence: 20_000,
			Prepaid: &domain.Prepayment{From: 20240701, To: 20240731, Reason: "The venue asks for it"},
		}},
	}
	unpaid    = domain.PaymentReversed{Payment: settled.Payment, Allocations: settled.Allocations, Reason: "Typed wrongly"}
	unadvance = domain.PaymentReversed{Payment: advance.Payment, Allocations: advance.Allocations, Reason: "Typed wrongly"}
	shifted   = domain.BudgetVired{Virement: id(0x80), From: cpd, To: west, Pence: 30_000, Reason: "Courses there"}
	vireBack  = domain.BudgetVired{Virement: funding.Mirror(shifted.Virement), From: west, To: cpd, Pence: 30_000, Reason: "Typed wrongly"}
	spread    = func() domain.CommitmentMade {
		e := promised
		e.Profile = []domain.YearPart{{FY: cpd.FY, Pence: 75_000}, {FY: cpdNext.FY, Pence: 40_000}}
		return e
	}()
	wholePaid = []domain.Event{given, promised, taught, billed, accepted, settled}
)

// Corrections of money: what takes a promise, a payment and a virement back.
var voidCases = []domaintest.Case{
	{
		Name: "a payment that was none leaves its debt owed", Given: wholePaid,
		When: funding.ReversePayment{Payment: settled.Payment, Reason: "Typed wrongly"}, Then: []domain.Event{unpaid},
	},
	{
		Name: "so the debt can be paid again, on the same invoice", Given: append(wholePaid[:6:6], unpaid),
		When: funding.RecordPayment{
			Payment: id(0x72), Payee: teacher, On: today, ApprovedBy: approver, PaidBy: payer,
			Debts: []funding.PaidDebt{{Accrual: taught.Accrual, Invoice: billed.Invoice, Pence: 120_000}},
		},
		Then: []domain.Event{domain.PaymentMade{Payment: id(0x72), Payee: teacher, On: today, ApprovedBy: approver, PaidBy: payer, Allocations: settled.Allocations}},
	},
	{
		Name: "or reversed itself", Given: append(wholePaid[:6:6], unpaid),
		When: funding.ReverseAccrual{Accrual: taught.Accrual, Reason: "Not held"},
		Then: []domain.Event{domain.AccrualReversed{
			Accrual: taught.Accrual, Commitment: taught.Commitment, Line: cpd, ToCommitted: 115_000, Amount: price, Reason: "Not held",
		}},
	},
	{
		Name: "a payment is reversed once", Given: append(wholePaid[:6:6], unpaid),
		When: funding.ReversePayment{Payment: settled.Payment, Reason: "Another reason"}, Refused: funding.RuleReversal,
	},
	{
		Name: "nothing of it comes back then", Given: append(wholePaid[:6:6], unpaid),
		When: funding.RecordRecovery{Payment: settled.Payment, Accrual: taught.Accrual, Pence: 1, Reason: "Overpaid"}, Refused: funding.RuleReversal,
	},
	{
		Name: "what came back was paid",
		Given: append(wholePaid[:6:6], domain.PaymentRecovered{
			Recovery: id(0x73), Payment: settled.Payment, Line: cpd, Accrual: taught.Accrual, Pence: 100, ToAvailable: 100, Reason: "Overpaid",
		}),
		When: funding.ReversePayment{Payment: settled.Payment, Reason: "Typed wrongly"}, Refused: funding.RuleReversal,
	},
	{
		Name: "a prepayment that was none", Given: []domain.Event{given, promised, billed, accepted, advance},
		When: funding.ReversePayment{Payment: advance.Payment, Reason: "Typed wrongly"}, Then: []domain.Event{unadvance},
	},
	{
		Name: "leaves all of its promise to be released", Given: []domain.Event{given, promised, billed, accepted, advance, unadvance},
		When: funding.ReverseCommitment{Commitment: promised.Commitment, Reason: "Typed wrongly"},
		Then: []domain.Event{domain.CommitmentReleased{Commitment: promised.Commitment, Line: cpd, Pence: 115_000, Reason: "Typed wrongly"}},
	},
	{
		Name: "not while it is prepaid", Given: []domain.Event{given, promised, billed, accepted, advance},
		When: funding.ReverseCommitment{Commitment: promised.Commitment, Reason: "Typed wrongly"}, Refused: funding.RuleReversal,
	},
	{
		Name: "a prepayment that was used since was made",
		Given: []domain.Event{given, promised, billed, accepted, advance, domain.CostAccrued{
			Accrual: id(0x51), Commitment: promised.Commitment, Line: cpd, FromCommitted: 1_000, FromPrepaid: 1_000, Amount: domain.Amount{Net: 1_000},
			Payee: teacher, PeriodFrom: 20240501, PeriodTo: 20240531,
		}},
		When: funding.ReversePayment{Payment: advance.Payment, Reason: "Typed wrongly"}, Refused: funding.RuleReversal,
	},
	{
		Name: "a payment in signed accounts stands", Given: append(wholePaid[:6:6], domain.AccountsSigned{FY: cpd.FY, By: manager, On: today}),
		When: funding.ReversePayment{Payment: settled.Payment, Reason: "Typed wrongly"}, Refused: funding.RuleClosed,
	},
	{
		Name: "no payment that is not recorded is reversed",
		When: funding.ReversePayment{Payment: id(0xff), Reason: "Typed wrongly"}, Refused: funding.RuleNamed,
	},
	{
		Name: "a promise of two years is released in both", Given: []domain.Event{given, spread},
		When: funding.ReverseCommitment{Commitment: spread.Commitment, Reason: "Typed wrongly"},
		Then: []domain.Event{
			domain.CommitmentReleased{Commitment: spread.Commitment, Line: cpd, Pence: 75_000, Reason: "Typed wrongly"},
			domain.CommitmentReleased{Commitment: spread.Commitment, Line: cpdNext, Pence: 40_000, Planned: true, Reason: "Typed wrongly"},
		},
	},
	{
		Name: "no promise that was not made", When: funding.ReverseCommitment{Commitment: id(0xff), Reason: "Typed wrongly"}, Refused: funding.RuleNamed,
	},
	{
		Name: "money that was moved goes back", Given: []domain.Event{given, shifted},
		When: funding.ReverseVirement{Virement: shifted.Virement, Reason: "Typed wrongly"}, Then: []domain.Event{vireBack},
	},
	{
		Name: "unless the year is closed", Given: []domain.Event{given, shifted, domain.YearEndDeclared{Hub: west.Hub, FY: west.FY}},
		When: funding.ReverseVirement{Virement: shifted.Virement, Reason: "Typed wrongly"}, Refused: funding.RuleClosed,
	},
	{
		Name: "or it has been spent there", Given: []domain.Event{given, shifted, domain.CommitmentMade{Commitment: id(0x41), Line: west, Pence: 1}},
		When: funding.ReverseVirement{Virement: shifted.Virement, Reason: "Typed wrongly"}, Refused: funding.RuleAvailable,
	},
	{
		Name: "no virement that is not recorded goes back",
		When: funding.ReverseVirement{Virement: id(0xff), Reason: "Typed wrongly"}, Refused: funding.RuleNamed,
	},
	{
		Name: "a grant that is accepted is no slip", Given: []domain.Event{given, domain.GrantOffered{Grant: id(0x90), Payee: teacher, Pence: 1}, domain.GrantAccepted{Grant: id(0x90), On: today}},
		When: funding.ReverseGrant{Grant: id(0x90), Reason: "Typed wrongly"}, Refused: funding.RuleReversal,
	},
	{
		Name: "its promise goes with the offer", Given: []domain.Event{given, domain.CommitmentMade{Commitment: id(0x42), Line: cpd, Grant: id(0x90), Pence: 1}},
		When: funding.ReverseCommitment{Commitment: id(0x42), Reason: "Typed wrongly"}, Refused: funding.RuleReversal,
	},
}
