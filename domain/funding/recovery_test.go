package funding_test

import (
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
)

// back is £120.00 of the payment that the supplier gives back, £5.00 of it VAT
// that had been recovered.
var (
	back    = funding.RecordRecovery{Recovery: id(0x80), Payment: settled.Payment, Accrual: taught.Accrual, Pence: 12_000, RecoverableVAT: 500, Reason: "one day was cancelled"}
	gotBack = domain.PaymentRecovered{
		Recovery: id(0x80), Payment: settled.Payment, Line: cpd, Accrual: taught.Accrual, Pence: 12_000, ToAvailable: 11_500, RecoverableVAT: 500, Reason: "one day was cancelled",
	}
	paidUp     = append(slices.Clip(due), settled)
	depositOff = funding.RecordRecovery{Recovery: id(0x81), Payment: inBefore.Payment, Commitment: promised.Commitment, Line: cpd, Pence: 20_000, Reason: "another venue"}
)

func recovering(f func(*funding.RecordRecovery)) funding.RecordRecovery {
	c := back
	f(&c)
	return c
}

var recoveryCases = []domaintest.Case{
	{
		Name: "a payee gives money back", Given: paidUp, When: back, Then: []domain.Event{gotBack},
	},
	{
		Name: "not more than was paid", Given: append(slices.Clip(paidUp), gotBack), When: recovering(func(c *funding.RecordRecovery) { c.Recovery, c.Pence = id(0x82), 108_001 }),
		Refused: funding.RuleCovered,
	},
	{
		Name: "not more VAT than was recovered", Given: append(slices.Clip(paidUp), gotBack),
		When: recovering(func(c *funding.RecordRecovery) { c.Recovery, c.RecoverableVAT = id(0x82), 4_501 }), Refused: funding.RuleCovered,
	},
	{
		Name: "of no payment", Given: due, When: back, Refused: funding.RuleNamed,
	},
	{
		Name: "of what the payment was not for", Given: paidUp, When: recovering(func(c *funding.RecordRecovery) { c.Accrual = id(0xff) }), Refused: funding.RuleNamed,
	},
	{
		Name: "once under its id", Given: append(slices.Clip(paidUp), gotBack), When: recovering(func(c *funding.RecordRecovery) { c.Pence-- }), Refused: funding.RuleOnce,
	},
	{
		Name: "a deposit comes back, and no budget had borne it", Given: append(slices.Clip(before), inBefore), When: depositOff,
		Then: []domain.Event{domain.PaymentRecovered{
			Recovery: id(0x81), Payment: inBefore.Payment, Line: cpd, Commitment: promised.Commitment, Pence: 20_000, Reason: "another venue",
		}},
	},
	{
		Name:  "not after what it was for has been received",
		Given: append(slices.Clip(before), inBefore, received(func(e *domain.CostAccrued) { e.FromPrepaid = 20_000 })), When: depositOff, Refused: funding.RuleReversal,
	},
	{
		Name: "unless that is reversed", When: depositOff,
		Given: append(slices.Clip(before), inBefore, received(func(e *domain.CostAccrued) { e.FromPrepaid = 20_000 }), domain.AccrualReversed{
			Accrual: taught.Accrual, Commitment: promised.Commitment, Line: cpd, ToCommitted: 115_000, Amount: price, ToPrepaid: 20_000,
		}),
		Then: []domain.Event{domain.PaymentRecovered{
			Recovery: id(0x81), Payment: inBefore.Payment, Line: cpd, Commitment: promised.Commitment, Pence: 20_000, Reason: "another venue",
		}},
	},
	{
		Name: "a deposit comes back once", When: func() funding.RecordRecovery { c := depositOff; c.Recovery = id(0x83); return c }(), Refused: funding.RuleCovered,
		Given: append(slices.Clip(before), inBefore, domain.PaymentRecovered{Recovery: id(0x81), Payment: inBefore.Payment, Line: cpd, Commitment: promised.Commitment, Pence: 20_000}),
	},
	{
		Name: "what came back can be paid again on the award", Given: append(slices.Clip(paidUp), gotBack, received(func(e *domain.CostAccrued) {
			e.Accrual, e.FromCommitted, e.FromAvailable, e.Amount = id(0x51), 0, 12_000, domain.Amount{Net: 12_000}
		}), func() domain.Event { e := billed; e.Invoice, e.Number = id(0x61), "18"; return e }(), domain.InvoiceApproved{Invoice: id(0x61), By: approver}),
		When: paying(func(c *funding.RecordPayment, d *funding.PaidDebt) {
			c.Payment, d.Accrual, d.Invoice, d.Pence = id(0x71), id(0x51), id(0x61), 12_000
		}),
		Then: []domain.Event{paidAs(func(e *domain.PaymentMade, a *domain.PaymentAllocation) {
			e.Payment, a.Accrual, a.Invoice, a.Pence = id(0x71), id(0x51), id(0x61), 12_000
		})},
	},
}
