package funding_test

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
)

// The grant of £1,000.00, £400.00 on recruiting and £600.00 at the end.
var (
	milestones = []domain.GrantMilestone{{Milestone: "recruited", Pence: 40_000}, {Milestone: "completed", Pence: 60_000}}
	offered    = domain.GrantOffered{Grant: id(0x90), Payee: teacher, Decision: decision, Pence: 100_000, Conditions: []string{"a report each quarter"}, Milestones: milestones}
	bound      = domain.CommitmentMade{
		Commitment: id(0x91), Line: cpd, Grant: offered.Grant, Decision: decision, Payee: teacher, Pence: 100_000, Purpose: "CPD", CostType: "SALARY_SUPPORT",
		NeedRefs: []uuid.UUID{need}, PriorityRefs: []uuid.UUID{priority}, RequestedBy: asker,
	}
	agreedTo = domain.GrantAccepted{Grant: offered.Grant, On: 20240502}
	hired    = domain.GrantMilestoneMet{Grant: offered.Grant, Milestone: "recruited", Pence: 40_000, On: 20240520}
	granted  = []domain.Event{given, offered, bound, agreedTo, hired}
	letter   = funding.OfferGrant{
		Grant: offered.Grant, Commitment: bound.Commitment, Payee: teacher, Decision: decision, Line: cpd, Pence: 100_000, Purpose: "CPD", CostType: "SALARY_SUPPORT",
		Conditions: offered.Conditions, Milestones: milestones, RequestedBy: asker,
	}
	firstPart = funding.AccrueCost{
		Accrual: id(0x57), Commitment: bound.Commitment, Line: cpd, Amount: domain.Amount{Net: 40_000}, PeriodFrom: 20240501, PeriodTo: 20240531,
	}
	firstCost = domain.CostAccrued{
		Accrual: id(0x57), Commitment: bound.Commitment, Line: cpd, FromCommitted: 40_000, Amount: domain.Amount{Net: 40_000}, Payee: teacher,
		PeriodFrom: 20240501, PeriodTo: 20240531,
	}
	stopped = domain.GrantTerminated{Grant: offered.Grant, On: 20240525, Reason: "the post was given up"}
)

func offering(f func(*funding.OfferGrant)) funding.OfferGrant {
	c := letter
	f(&c)
	return c
}

var grantCases = []domaintest.Case{
	{
		Name: "the letter of a grant promises its money", Given: []domain.Event{given}, When: letter, Then: []domain.Event{offered, bound},
	},
	{
		Name: "if it is there", Given: []domain.Event{issued(cpd, 99_999, "CPD")}, When: letter, Refused: funding.RuleAvailable, Prevents: true,
	},
	{
		Name: "ids of its own", Given: []domain.Event{given}, Anew: true, When: offering(func(c *funding.OfferGrant) { c.Grant, c.Commitment = uuid.Nil, uuid.Nil }),
		Then: []domain.Event{
			func() domain.Event {
				e := offered
				e.Grant = domain.NewID(domaintest.CommandID, "grant")
				return e
			}(),
			func() domain.Event {
				e := bound
				e.Grant, e.Commitment = domain.NewID(domaintest.CommandID, "grant"), domain.NewID(domaintest.CommandID, "commitment")
				return e
			}(),
		},
	},
	{
		Name: "a grant of its own id, with a commitment of the command's", Given: []domain.Event{given}, When: offering(func(c *funding.OfferGrant) { c.Commitment = uuid.Nil }),
		Then: []domain.Event{offered, func() domain.Event {
			e := bound
			e.Commitment = domain.NewID(domaintest.CommandID, "commitment")
			return e
		}()},
	},
	{
		Name: "a grant is offered once under its id", Given: granted, When: offering(func(c *funding.OfferGrant) { c.Programme = id(0xff) }), Refused: funding.RuleOnce,
	},
	{
		Name: "and promises the same", Given: granted, When: offering(func(c *funding.OfferGrant) { c.CostType = "EQUIPMENT" }), Refused: funding.RuleOnce,
	},
	{
		Name: "and with a commitment of its own", Given: []domain.Event{given, promised}, When: offering(func(c *funding.OfferGrant) { c.Commitment = promised.Commitment }),
		Refused: funding.RuleOnce,
	},
	{
		Name: "to nobody known", Given: []domain.Event{given}, When: offering(func(c *funding.OfferGrant) { c.Payee = "NOBODY" }), Refused: funding.RuleNamed,
	},
	{
		Name: "to somebody closed", Given: []domain.Event{given}, When: offering(func(c *funding.OfferGrant) { c.Payee = "CLOSED" }), Refused: funding.RuleNamed, Prevents: true,
	},
	{
		Name: "to somebody else than the decision says", Given: []domain.Event{given}, When: offering(func(c *funding.OfferGrant) { c.Payee = trust }),
		Refused: funding.RuleCites, Prevents: true,
	},
	{
		Name: "on no decision", Given: []domain.Event{given}, When: offering(func(c *funding.OfferGrant) { c.Decision = id(0xff) }), Refused: funding.RuleNamed,
	},
	{
		Name: "more than the decision approved", Refused: funding.RuleCovered, Prevents: true,
		Given: append(slices.Clip(granted), domain.AllocationVaried{Allocation: given.Allocation, Line: cpd, Status: domain.StatusConfirmed, Pence: 200_000}),
		When: offering(func(c *funding.OfferGrant) {
			c.Grant, c.Commitment, c.Pence, c.Milestones = id(0x92), id(0x93), 50_001, nil
		}),
	},
	{
		Name:  "all that the decision approved",
		Given: append(slices.Clip(granted), domain.AllocationVaried{Allocation: given.Allocation, Line: cpd, Status: domain.StatusConfirmed, Pence: 200_000}),
		When: offering(func(c *funding.OfferGrant) {
			c.Grant, c.Commitment, c.Pence, c.Milestones = id(0x92), id(0x93), 50_000, nil
		}),
		Then: []domain.Event{
			func() domain.Event {
				e := offered
				e.Grant, e.Pence, e.Milestones = id(0x92), 50_000, nil
				return e
			}(),
			func() domain.Event {
				e := bound
				e.Grant, e.Commitment, e.Pence = id(0x92), id(0x93), 50_000
				return e
			}(),
		},
	},
	{
		Name: "milestones that do not sum to it", Given: []domain.Event{given}, When: offering(func(c *funding.OfferGrant) { c.Milestones = milestones[:1] }), Refused: funding.RuleParts,
	},
	{
		Name: "a grant is accepted", Given: []domain.Event{given, offered, bound}, When: funding.AcceptGrant(agreedTo), Then: []domain.Event{agreedTo},
	},
	{
		Name: "once", Given: granted, When: funding.AcceptGrant{Grant: offered.Grant, On: today}, Refused: funding.RuleOnce,
	},
	{
		Name: "not tomorrow", Given: []domain.Event{given, offered, bound}, When: funding.AcceptGrant{Grant: offered.Grant, On: today + 1}, Refused: funding.RuleFuture,
	},
	{
		Name: "not after it has ended", Given: []domain.Event{given, offered, bound, stopped}, When: funding.AcceptGrant{Grant: offered.Grant, On: today},
		Refused: funding.RuleGrant, Prevents: true,
	},
	{
		Name: "a grant that is not there", When: funding.AcceptGrant(agreedTo), Refused: funding.RuleNamed,
	},
	{
		Name: "a milestone is met", Given: granted[:4], When: funding.MeetGrantMilestone{Grant: offered.Grant, Milestone: "recruited", On: hired.On}, Then: []domain.Event{hired},
	},
	{
		Name: "not before the grant is accepted", Given: granted[:3], When: funding.MeetGrantMilestone{Grant: offered.Grant, Milestone: "recruited", On: hired.On},
		Refused: funding.RuleGrant, Prevents: true,
	},
	{
		Name: "not twice", Given: granted, When: funding.MeetGrantMilestone{Grant: offered.Grant, Milestone: "recruited", On: today}, Refused: funding.RuleOnce,
	},
	{
		Name: "not one that was never set", Given: granted, When: funding.MeetGrantMilestone{Grant: offered.Grant, Milestone: "retired", On: today}, Refused: funding.RuleNamed,
	},
	{
		Name: "what a milestone is worth is incurred", Given: granted, When: firstPart, Then: []domain.Event{firstCost},
	},
	{
		Name: "VAT that is recovered is no part of it", Given: granted,
		When: func() funding.AccrueCost {
			c := firstPart
			c.Amount = domain.Amount{Net: 40_000, VAT: 8_000, RecoverableVAT: 8_000}
			return c
		}(),
		Then: []domain.Event{func() domain.Event {
			e := firstCost
			e.Amount = domain.Amount{Net: 40_000, VAT: 8_000, RecoverableVAT: 8_000}
			return e
		}()},
	},
	{
		Name: "not more than the milestones that are met", Given: append(slices.Clip(granted), firstCost),
		When:    func() funding.AccrueCost { c := firstPart; c.Accrual, c.Amount.Net = id(0x58), 1; return c }(),
		Refused: funding.RuleGrant, Prevents: true,
	},
	{
		Name: "what was reversed can be incurred again", Given: append(slices.Clip(granted), firstCost, domain.AccrualReversed{
			Accrual: firstCost.Accrual, Commitment: bound.Commitment, Line: cpd, ToCommitted: 40_000, Amount: domain.Amount{Net: 40_000},
		}),
		When: func() funding.AccrueCost { c := firstPart; c.Accrual = id(0x58); return c }(),
		Then: []domain.Event{func() domain.Event { e := firstCost; e.Accrual = id(0x58); return e }()},
	},
	{
		Name: "not before the grant is accepted, either", Given: granted[:3], When: firstPart, Refused: funding.RuleGrant, Prevents: true,
	},
	{
		Name: "nor where it has no milestones", When: firstPart, Refused: funding.RuleGrant, Prevents: true,
		Given: []domain.Event{given, func() domain.Event { e := offered; e.Milestones = nil; return e }(), bound},
	},
	{
		Name: "a part of a grant is paid without an invoice", Given: append(slices.Clip(granted), firstCost),
		When: paying(func(_ *funding.RecordPayment, d *funding.PaidDebt) {
			d.Accrual, d.Invoice, d.Pence = firstCost.Accrual, uuid.Nil, 40_000
		}),
		Then: []domain.Event{paidAs(func(_ *domain.PaymentMade, a *domain.PaymentAllocation) {
			a.For, a.Accrual, a.Invoice, a.Pence = domain.PaymentForGrant, firstCost.Accrual, uuid.Nil, 40_000
		})},
	},
	{
		Name: "not approved by who asked for it", Given: append(slices.Clip(granted), firstCost), Refused: funding.RuleSegregation, Prevents: true,
		When: paying(func(c *funding.RecordPayment, d *funding.PaidDebt) {
			c.ApprovedBy = asker
			d.Accrual, d.Invoice, d.Pence = firstCost.Accrual, uuid.Nil, 40_000
		}),
	},
	{
		Name: "not before it is accepted", Given: append(slices.Clip(granted[:3]), firstCost), Refused: funding.RuleGrant, Prevents: true,
		When: paying(func(_ *funding.RecordPayment, d *funding.PaidDebt) {
			d.Accrual, d.Invoice, d.Pence = firstCost.Accrual, uuid.Nil, 40_000
		}),
	},
	{
		Name: "a grant ends, and what is left of it is available again", Given: append(slices.Clip(granted), firstCost),
		When: funding.TerminateGrant(stopped),
		Then: []domain.Event{stopped, domain.CommitmentReleased{Commitment: bound.Commitment, Line: cpd, Pence: 60_000, Reason: stopped.Reason}},
	},
	{
		Name: "so does the part that waits for next year",
		Given: []domain.Event{given, offered, func() domain.Event {
			e := bound
			e.Profile = []domain.YearPart{{FY: cpd.FY, Pence: 40_000}, {FY: cpdNext.FY, Pence: 60_000}}
			return e
		}()},
		When: funding.TerminateGrant(stopped),
		Then: []domain.Event{
			stopped, domain.CommitmentReleased{Commitment: bound.Commitment, Line: cpd, Pence: 40_000, Reason: stopped.Reason},
			domain.CommitmentReleased{Commitment: bound.Commitment, Line: cpdNext, Pence: 60_000, Planned: true, Reason: stopped.Reason},
		},
	},
	{
		Name: "its money can be granted again", Given: append(slices.Clip(granted), stopped, domain.CommitmentReleased{Commitment: bound.Commitment, Line: cpd, Pence: 100_000}),
		When: offering(func(c *funding.OfferGrant) { c.Grant, c.Commitment = id(0x92), id(0x93) }),
		Then: []domain.Event{
			func() domain.Event { e := offered; e.Grant = id(0x92); return e }(),
			func() domain.Event { e := bound; e.Grant, e.Commitment = id(0x92), id(0x93); return e }(),
		},
	},
	{
		Name: "a grant ends once", Given: append(slices.Clip(granted), stopped), When: funding.TerminateGrant{Grant: offered.Grant, On: today, Reason: stopped.Reason}, Refused: funding.RuleOnce,
	},
	{
		Name: "nothing is incurred after it", Given: append(slices.Clip(granted), stopped), When: firstPart, Refused: funding.RuleGrant, Prevents: true,
	},
	{
		Name:  "a cost reversed after it is not promised again",
		Given: append(slices.Clip(granted), firstCost, stopped, domain.CommitmentReleased{Commitment: bound.Commitment, Line: cpd, Pence: 60_000}),
		When:  funding.ReverseAccrual{Accrual: firstCost.Accrual, Reason: "never spent"},
		Then: []domain.Event{domain.AccrualReversed{
			Accrual: firstCost.Accrual, Commitment: bound.Commitment, Line: cpd, ToAvailable: 40_000, Amount: domain.Amount{Net: 40_000}, Reason: "never spent",
		}},
	},
	{
		Name: "what is prepaid comes back before a grant ends", When: funding.TerminateGrant(stopped), Refused: funding.RuleCovered,
		Given: append(slices.Clip(granted), domain.PaymentMade{
			Payment: id(0x71), Payee: teacher, Allocations: []domain.PaymentAllocation{{Line: cpd, Commitment: bound.Commitment, Pence: 1}},
		}),
	},
}
