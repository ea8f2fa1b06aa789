package funding_test

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
)

// due is the course, received, invoiced and approved.
var due = []domain.Event{given, promised, taught, billed, accepted}

// pay is the command that records its payment.
var pay = funding.RecordPayment{
	Payment: settled.Payment, Payee: teacher, On: today, ApprovedBy: approver, PaidBy: payer,
	Debts: []funding.PaidDebt{{Accrual: taught.Accrual, Invoice: billed.Invoice, Pence: 120_000}},
}

// paying is it, changed in its one debt too.
func paying(f func(*funding.RecordPayment, *funding.PaidDebt)) funding.RecordPayment {
	c := pay
	c.Debts = slices.Clone(pay.Debts)
	f(&c, &c.Debts[0])
	return c
}

// paidAs is its payment, changed.
func paidAs(f func(*domain.PaymentMade, *domain.PaymentAllocation)) domain.PaymentMade {
	e := settled
	e.Allocations = slices.Clone(settled.Allocations)
	f(&e, &e.Allocations[0])
	return e
}

// inJune is the need to pay £200.00 in June for what is taught in July.
var (
	inJune   = domain.Prepayment{From: 20240701, To: 20240731, Reason: "the venue wants a deposit"}
	deposit  = funding.PaidDebt{Commitment: promised.Commitment, Line: cpd, Invoice: billed.Invoice, Pence: 20_000, Prepaid: &inJune}
	before   = []domain.Event{given, promised, billed, accepted}
	inBefore = paidAs(func(_ *domain.PaymentMade, a *domain.PaymentAllocation) {
		*a = domain.PaymentAllocation{
			Line: cpd, For: domain.PaymentForPrepayment, Commitment: promised.Commitment, Invoice: billed.Invoice, Pence: 20_000, Prepaid: &inJune,
		}
	})
)

func prepaying(f func(*funding.PaidDebt)) funding.RecordPayment {
	return paying(func(_ *funding.RecordPayment, d *funding.PaidDebt) {
		*d = deposit
		prepaid := inJune
		d.Prepaid = &prepaid
		f(d)
	})
}

var paymentCases = []domaintest.Case{
	{
		Name: "what was received and invoiced is paid, with VAT", Given: due, When: pay, Then: []domain.Event{settled},
	},
	{
		Name: "a payment is recorded once under its id", Given: append(slices.Clip(due), settled),
		When: paying(func(c *funding.RecordPayment, _ *funding.PaidDebt) { c.PaidBy = manager }), Refused: funding.RuleOnce,
	},
	{
		Name: "what is not invoiced", Given: due, When: paying(func(_ *funding.RecordPayment, d *funding.PaidDebt) { d.Invoice = uuid.Nil }), Refused: funding.RuleInvoice, Prevents: true,
	},
	{
		Name: "an invoice that was not received", Given: due, When: paying(func(_ *funding.RecordPayment, d *funding.PaidDebt) { d.Invoice = id(0xff) }), Refused: funding.RuleNamed,
	},
	{
		Name: "an invoice that was not approved", Given: []domain.Event{given, promised, taught, billed}, When: pay, Refused: funding.RuleInvoice, Prevents: true,
	},
	{
		Name: "it was paid all the same", Given: []domain.Event{given, promised, taught, billed}, Happened: today, When: pay,
		Then: []domain.Event{settled}, Breaches: []domain.Rule{funding.RuleInvoice},
	},
	{
		Name: "an invoice for another award", Given: []domain.Event{given, promised, taught, accepted, func() domain.Event { e := billed; e.Award = pending; return e }(), accepted},
		When: pay, Refused: funding.RuleInvoice, Prevents: true,
	},
	{
		Name: "more than the invoice", When: pay, Refused: funding.RuleInvoice, Prevents: true,
		Given: []domain.Event{given, promised, taught, func() domain.Event { e := billed; e.Amount.Net--; return e }(), accepted},
	},
	{
		Name: "more than was incurred", Given: due, When: paying(func(_ *funding.RecordPayment, d *funding.PaidDebt) { d.Pence++ }), Refused: funding.RuleCovered, Prevents: true,
	},
	{
		Name: "more than was incurred was paid", Given: due, Happened: today, When: paying(func(_ *funding.RecordPayment, d *funding.PaidDebt) { d.Pence++ }),
		Then:     []domain.Event{paidAs(func(_ *domain.PaymentMade, a *domain.PaymentAllocation) { a.Pence++ })},
		Breaches: []domain.Rule{funding.RuleCovered, funding.RuleInvoice, funding.RuleCovered},
	},
	{
		Name: "what is paid already", Given: append(slices.Clip(due), settled),
		When: paying(func(c *funding.RecordPayment, d *funding.PaidDebt) { c.Payment, d.Pence = id(0x71), 1 }), Refused: funding.RuleCovered, Prevents: true,
	},
	{
		Name: "somebody who is owed nothing", Given: due, When: paying(func(c *funding.RecordPayment, _ *funding.PaidDebt) { c.Payee = trust }), Refused: funding.RuleCites, Prevents: true,
	},
	{
		Name: "what was never incurred", Given: due, When: paying(func(_ *funding.RecordPayment, d *funding.PaidDebt) { d.Accrual = id(0xff) }), Refused: funding.RuleNamed,
	},
	{
		Name: "what was reversed", When: pay, Refused: funding.RuleReversal,
		Given: append(slices.Clip(due), domain.AccrualReversed{Accrual: taught.Accrual, Commitment: promised.Commitment, Line: cpd, ToCommitted: 115_000, Amount: price}),
	},
	{
		Name: "a payment of tomorrow", Given: due, When: paying(func(c *funding.RecordPayment, _ *funding.PaidDebt) { c.On = today + 1 }), Refused: funding.RuleFuture,
	},
	{
		Name: "whoever approves does not pay", Given: due, When: paying(func(c *funding.RecordPayment, _ *funding.PaidDebt) { c.PaidBy = approver }), Refused: funding.RuleSegregation, Prevents: true,
	},
	{
		Name: "but did", Given: due, Happened: today, When: paying(func(c *funding.RecordPayment, _ *funding.PaidDebt) { c.PaidBy = approver }),
		Then:     []domain.Event{paidAs(func(e *domain.PaymentMade, _ *domain.PaymentAllocation) { e.PaidBy = approver })},
		Breaches: []domain.Rule{funding.RuleSegregation, funding.RuleSegregation},
	},
	{
		Name: "whoever asks does not pay", Given: due, When: paying(func(c *funding.RecordPayment, _ *funding.PaidDebt) { c.PaidBy = asker }), Refused: funding.RuleSegregation, Prevents: true,
	},
	{
		Name:  "who asks and who pays are not the only ones to approve",
		Given: []domain.Event{given, promised, taught, billed, domain.InvoiceApproved{Invoice: billed.Invoice, By: payer}},
		When:  paying(func(c *funding.RecordPayment, _ *funding.PaidDebt) { c.ApprovedBy = asker }), Refused: funding.RuleSegregation, Prevents: true,
	},
	{
		Name: "who asks may approve beside another", Given: due, When: paying(func(c *funding.RecordPayment, _ *funding.PaidDebt) { c.ApprovedBy = asker }),
		Then: []domain.Event{paidAs(func(e *domain.PaymentMade, _ *domain.PaymentAllocation) { e.ApprovedBy = asker })},
	},
	{
		Name: "a cost that nothing was promised for", Happened: today,
		Given: []domain.Event{given, received(func(e *domain.CostAccrued) { e.Commitment, e.FromCommitted, e.FromAvailable = uuid.Nil, 0, 115_000 })},
		When:  paying(func(_ *funding.RecordPayment, d *funding.PaidDebt) { d.Invoice = uuid.Nil }),
		Then: []domain.Event{paidAs(func(_ *domain.PaymentMade, a *domain.PaymentAllocation) {
			a.For, a.Invoice = domain.PaymentForOther, uuid.Nil
		})},
		Breaches: []domain.Rule{funding.RuleCites},
	},
	{
		Name: "pay and overhead are paid in one, from a closed year too", Today: 20250501,
		Given: []domain.Event{operational, basis, salary, overhead, domain.YearEndDeclared{FY: cpd.FY}},
		When: funding.RecordPayment{
			Payment: id(0x72), Payee: trust, On: 20250430, ApprovedBy: approver, PaidBy: payer,
			Debts: []funding.PaidDebt{{Accrual: salary.Accrual, Pence: 400_000}, {Accrual: overhead.Accrual, Pence: 40_000}},
		},
		Then: []domain.Event{domain.PaymentMade{
			Payment: id(0x72), Payee: trust, On: 20250430, ApprovedBy: approver, PaidBy: payer,
			Allocations: []domain.PaymentAllocation{
				{Line: running, For: domain.PaymentForPay, Accrual: salary.Accrual, Pence: 400_000},
				{Line: running, For: domain.PaymentForOverhead, Accrual: overhead.Accrual, Pence: 40_000},
			},
		}},
	},
	{
		Name: "one invoice does not pay two costs beyond its amount", Refused: funding.RuleInvoice, Prevents: true,
		Given: []domain.Event{
			given, promised, received(func(e *domain.CostAccrued) { e.FromCommitted, e.Amount = 60_000, domain.Amount{Net: 60_000} }),
			received(func(e *domain.CostAccrued) {
				e.Accrual, e.FromCommitted, e.Amount = id(0x51), 55_000, domain.Amount{Net: 55_000}
			}),
			func() domain.Event { e := billed; e.Amount = domain.Amount{Net: 114_999}; return e }(), accepted,
		},
		When: paying(func(c *funding.RecordPayment, d *funding.PaidDebt) {
			d.Pence = 60_000
			c.Debts = append(c.Debts, funding.PaidDebt{Accrual: id(0x51), Invoice: billed.Invoice, Pence: 55_000})
		}),
	},
	{
		Name: "nor in two payments", Refused: funding.RuleInvoice, Prevents: true,
		Given: append(slices.Clip(due), settled, received(func(e *domain.CostAccrued) {
			e.Accrual, e.FromCommitted, e.FromAvailable, e.Amount = id(0x51), 0, 1, domain.Amount{Net: 1}
		})),
		When: paying(func(c *funding.RecordPayment, d *funding.PaidDebt) {
			c.Payment, d.Accrual, d.Pence = id(0x71), id(0x51), 1
		}),
	},
	{
		Name: "an award does not pay two invoices beyond its value", Refused: funding.RuleCovered, Prevents: true,
		Given: []domain.Event{
			given, promised, received(func(e *domain.CostAccrued) { e.FromCommitted, e.Amount = 115_000, domain.Amount{Net: 115_000} }),
			received(func(e *domain.CostAccrued) {
				e.Accrual, e.FromCommitted, e.FromAvailable, e.Amount = id(0x51), 0, 5_001, domain.Amount{Net: 5_001}
			}),
			billed, accepted, func() domain.Event { e := billed; e.Invoice, e.Number = id(0x61), "18"; return e }(), domain.InvoiceApproved{Invoice: id(0x61), By: approver},
		},
		When: paying(func(c *funding.RecordPayment, d *funding.PaidDebt) {
			d.Pence = 115_000
			c.Debts = append(c.Debts, funding.PaidDebt{Accrual: id(0x51), Invoice: id(0x61), Pence: 5_001})
		}),
	},
	{
		Name: "nor two payments", Refused: funding.RuleCovered, Prevents: true,
		Given: append(slices.Clip(due), settled, received(func(e *domain.CostAccrued) {
			e.Accrual, e.FromCommitted, e.FromAvailable, e.Amount = id(0x51), 0, 1, domain.Amount{Net: 1}
		}), func() domain.Event { e := billed; e.Invoice, e.Number = id(0x61), "18"; return e }(), domain.InvoiceApproved{Invoice: id(0x61), By: approver}),
		When: paying(func(c *funding.RecordPayment, d *funding.PaidDebt) {
			c.Payment, d.Accrual, d.Invoice, d.Pence = id(0x71), id(0x51), id(0x61), 1
		}),
	},
	{
		Name: "what is needed before may be prepaid", Given: before, When: prepaying(func(*funding.PaidDebt) {}), Then: []domain.Event{inBefore},
	},
	{
		Name: "not what is needed in another year", Given: before, When: prepaying(func(d *funding.PaidDebt) { d.Prepaid.To = 20250401 }), Refused: funding.RuleAdvance, Prevents: true,
	},
	{
		Name: "up to the day the money expires", When: prepaying(func(*funding.PaidDebt) {}), Then: []domain.Event{inBefore},
		Given: []domain.Event{func() domain.Event { e := given; e.Expires = 20240731; return e }(), promised, billed, accepted},
	},
	{
		Name: "nor after the money expires", When: prepaying(func(*funding.PaidDebt) {}), Refused: funding.RuleAdvance, Prevents: true,
		Given: []domain.Event{func() domain.Event { e := given; e.Expires = 20240730; return e }(), promised, billed, accepted},
	},
	{
		Name: "money was used up", Given: before, Happened: today, When: prepaying(func(d *funding.PaidDebt) { d.Prepaid.To = 20250401 }),
		Then: []domain.Event{func() domain.Event {
			e := paidAs(func(_ *domain.PaymentMade, a *domain.PaymentAllocation) { *a = inBefore.Allocations[0] })
			e.Allocations[0].Prepaid = &domain.Prepayment{From: inJune.From, To: 20250401, Reason: inJune.Reason}
			return e
		}()},
		Breaches: []domain.Rule{funding.RuleAdvance},
	},
	{
		Name: "no more than is promised, with its VAT", Given: []domain.Event{given, made(func(e *domain.CommitmentMade) { e.Pence = 15_000 }), billed, accepted},
		When: prepaying(func(d *funding.PaidDebt) { d.Pence = 20_001 }), Refused: funding.RuleCovered, Prevents: true,
	},
	{
		Name: "nor twice", Given: []domain.Event{given, made(func(e *domain.CommitmentMade) { e.Pence = 15_000 }), billed, accepted, inBefore},
		When: func() funding.RecordPayment {
			c := prepaying(func(*funding.PaidDebt) {})
			c.Payment = id(0x71)
			return c
		}(), Refused: funding.RuleCovered, Prevents: true,
	},
	{
		Name: "nor to somebody else", Given: before, When: func() funding.RecordPayment { c := prepaying(func(*funding.PaidDebt) {}); c.Payee = trust; return c }(),
		Refused: funding.RuleCites, Prevents: true,
	},
	{
		Name: "nor what was not promised", Given: before, When: prepaying(func(d *funding.PaidDebt) { d.Commitment = id(0xff) }), Refused: funding.RuleNamed,
	},
	{
		Name: "nor on another line", Given: before, When: prepaying(func(d *funding.PaidDebt) { d.Line = cpdNext }), Refused: funding.RuleNamed,
	},
	{
		Name: "what was prepaid is not paid again", When: paying(func(c *funding.RecordPayment, _ *funding.PaidDebt) { c.Payment = id(0x71) }), Refused: funding.RuleCovered, Prevents: true,
		Given: append(slices.Clip(before), inBefore, received(func(e *domain.CostAccrued) { e.FromPrepaid = 20_000 })),
	},
	{
		Name: "what is prepaid is not released", Given: append(slices.Clip(before), inBefore),
		When: funding.ReleaseCommitment{Commitment: promised.Commitment, Line: cpd, Pence: 95_001, Reason: "fewer places"}, Refused: funding.RuleCovered,
	},
}
