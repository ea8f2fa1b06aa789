package funding_test

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
)

// bill is the command that records the supplier's invoice.
var bill = funding.ReceiveInvoice{Invoice: billed.Invoice, Payee: teacher, Number: "2024-17", Dated: 20240601, Amount: price, Award: course}

func billing(f func(*funding.ReceiveInvoice)) funding.ReceiveInvoice {
	c := bill
	f(&c)
	return c
}

// twice is the same invoice, received again.
var twice = func() domain.InvoiceReceived {
	e := billed
	e.Invoice, e.DuplicateOf = id(0x61), billed.Invoice
	return e
}()

var invoiceCases = []domaintest.Case{
	{
		Name: "an invoice for what was awarded", Given: []domain.Event{given, promised}, When: bill, Then: []domain.Event{billed},
	},
	{
		Name: "the same invoice again is recorded, and found", Given: []domain.Event{given, promised, billed},
		When: billing(func(c *funding.ReceiveInvoice) { c.Invoice = id(0x61) }), Then: []domain.Event{twice},
	},
	{
		Name: "and a third time", Given: []domain.Event{given, promised, billed, twice},
		When: billing(func(c *funding.ReceiveInvoice) { c.Invoice = id(0x62) }),
		Then: []domain.Event{func() domain.Event { e := twice; e.Invoice = id(0x62); return e }()},
	},
	{
		Name: "the same amount with another part of its VAT recovered", Given: []domain.Event{given, promised, billed},
		When: billing(func(c *funding.ReceiveInvoice) { c.Invoice, c.Amount.RecoverableVAT = id(0x61), 0 }),
		Then: []domain.Event{func() domain.Event { e := twice; e.Amount.RecoverableVAT = 0; return e }()},
	},
	{
		Name: "the same number with another amount is another invoice", Given: []domain.Event{given, promised, billed},
		When: billing(func(c *funding.ReceiveInvoice) { c.Invoice, c.Amount.Net = id(0x61), 1 }),
		Then: []domain.Event{func() domain.Event { e := billed; e.Invoice, e.Amount.Net = id(0x61), 1; return e }()},
	},
	{
		Name: "an invoice is recorded once under its id", Given: []domain.Event{given, promised, billed},
		When: billing(func(c *funding.ReceiveInvoice) { c.Number = "2024-18" }), Refused: funding.RuleOnce,
	},
	{
		Name: "an invoice of somebody else", Given: []domain.Event{given, promised}, When: billing(func(c *funding.ReceiveInvoice) { c.Payee = trust }),
		Refused: funding.RuleInvoice, Prevents: true,
	},
	{
		Name: "an invoice for nothing", When: billing(func(c *funding.ReceiveInvoice) { c.Award = uuid.Nil }), Refused: funding.RuleCites, Prevents: true,
	},
	{
		Name: "an invoice for no award that there is", When: billing(func(c *funding.ReceiveInvoice) { c.Award = id(0xff) }), Refused: funding.RuleNamed,
	},
	{
		Name: "an invoice for no grant that there is", When: billing(func(c *funding.ReceiveInvoice) { c.Award, c.Grant = uuid.Nil, id(0xff) }), Refused: funding.RuleNamed,
	},
	{
		Name: "an invoice of tomorrow", When: billing(func(c *funding.ReceiveInvoice) { c.Dated = today + 1 }), Refused: funding.RuleFuture,
	},
	{
		Name: "an invoice is approved", Given: []domain.Event{given, promised, billed}, When: funding.ApproveInvoice{Invoice: billed.Invoice, By: approver}, Then: []domain.Event{accepted},
	},
	{
		Name: "by whoever gives the command, unless it says otherwise", Given: []domain.Event{given, promised, billed}, By: approver,
		When: funding.ApproveInvoice{Invoice: billed.Invoice}, Then: []domain.Event{accepted},
	},
	{
		Name: "not by who asked for it", Given: []domain.Event{given, promised, billed}, When: funding.ApproveInvoice{Invoice: billed.Invoice, By: asker},
		Refused: funding.RuleSegregation, Prevents: true,
	},
	{
		Name: "unless somebody else has before", Given: []domain.Event{given, promised, billed, accepted}, When: funding.ApproveInvoice{Invoice: billed.Invoice, By: asker},
		Then: []domain.Event{domain.InvoiceApproved{Invoice: billed.Invoice, By: asker}},
	},
	{
		Name: "a duplicate is not approved", Given: []domain.Event{given, promised, billed, twice}, When: funding.ApproveInvoice{Invoice: twice.Invoice, By: approver},
		Refused: funding.RuleInvoice, Prevents: true,
	},
	{
		Name: "nor is what was not received", When: funding.ApproveInvoice{Invoice: id(0xff), By: approver}, Refused: funding.RuleNamed,
	},
	{
		Name: "a grant's invoice is not approved by who asked for the grant", Given: slices.Concat(granted, []domain.Event{func() domain.Event {
			e := billed
			e.Award, e.Grant = uuid.Nil, offered.Grant
			return e
		}()}),
		When: funding.ApproveInvoice{Invoice: billed.Invoice, By: asker}, Refused: funding.RuleSegregation, Prevents: true,
	},
}
