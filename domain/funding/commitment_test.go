package funding_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
)

// with is the order, changed.
func with(f func(*funding.MakeCommitment)) funding.MakeCommitment {
	c := order
	f(&c)
	return c
}

// made is the promise, changed.
func made(f func(*domain.CommitmentMade)) domain.CommitmentMade {
	e := promised
	f(&e)
	return e
}

// years are £300.00 of this year and £600.00 of the next.
func years(c *funding.MakeCommitment) { c.Pence, c.Profile = ahead.Pence, ahead.Profile }

var commitmentCases = []domaintest.Case{
	{
		Name: "an award is promised its money", Given: []domain.Event{given}, When: order, Then: []domain.Event{promised},
	},
	{
		Name: "whoever asks is who gives the command, unless it says otherwise", Given: []domain.Event{given}, By: manager,
		When: with(func(c *funding.MakeCommitment) { c.RequestedBy = uuid.Nil }),
		Then: []domain.Event{made(func(e *domain.CommitmentMade) { e.RequestedBy = manager })},
	},
	{
		Name: "the last penny can be promised", Given: []domain.Event{issued(cpd, 115_000, "CPD")}, When: order, Then: []domain.Event{promised},
	},
	{
		Name: "and not the one after", Given: []domain.Event{issued(cpd, 114_999, "CPD")}, When: order, Refused: funding.RuleAvailable, Prevents: true,
	},
	{
		Name: "but where the order has gone out, the promise is there", Given: []domain.Event{issued(cpd, 114_999, "CPD")}, Happened: today,
		When: order, Then: []domain.Event{promised}, Breaches: []domain.Rule{funding.RuleAvailable},
	},
	{
		Name: "a commitment is made once under its id", Given: []domain.Event{given, promised},
		When: with(func(c *funding.MakeCommitment) { c.Pence = 1 }), Refused: funding.RuleOnce,
	},
	{
		Name: "to no award", Given: []domain.Event{given}, Happened: today, When: with(func(c *funding.MakeCommitment) { c.Award = id(0xff) }), Refused: funding.RuleNamed,
	},
	{
		Name: "an award in its standstill", Given: []domain.Event{given}, When: with(func(c *funding.MakeCommitment) { c.Award = pending }), Refused: funding.RuleCites, Prevents: true,
	},
	{
		Name: "an award in its standstill was ordered", Given: []domain.Event{given}, Happened: today, When: with(func(c *funding.MakeCommitment) { c.Award = pending }),
		Then: []domain.Event{made(func(e *domain.CommitmentMade) { e.Award = pending })}, Breaches: []domain.Rule{funding.RuleCites},
	},
	{
		Name: "an award that was rejected", Given: []domain.Event{given}, When: with(func(c *funding.MakeCommitment) { c.Award = ofRejected }), Refused: funding.RuleCites, Prevents: true,
	},
	{
		Name: "an award that nobody decided", Given: []domain.Event{given}, Happened: today, When: with(func(c *funding.MakeCommitment) { c.Award = undecided }),
		Then: []domain.Event{made(func(e *domain.CommitmentMade) {
			e.Award, e.Decision, e.NeedRefs, e.PriorityRefs = undecided, uuid.Nil, nil, nil
		})},
		Breaches: []domain.Rule{funding.RuleCites},
	},
	{
		Name: "a decision without a priority", Given: []domain.Event{given}, When: with(func(c *funding.MakeCommitment) { c.Award = ofAimless }), Refused: funding.RuleCites, Prevents: true,
	},
	{
		Name: "unless it says why", Given: []domain.Event{given}, When: with(func(c *funding.MakeCommitment) { c.Award = ofException }),
		Then: []domain.Event{made(func(e *domain.CommitmentMade) { e.Award, e.Decision, e.PriorityRefs = ofException, exception, nil })},
	},
	{
		Name: "money that the decision does not name", Given: []domain.Event{issued(icsOwn, 200_000, "CPD")},
		When: with(func(c *funding.MakeCommitment) { c.Line = icsOwn }), Refused: funding.RuleCites, Prevents: true,
	},
	{
		Name: "money that the decision on its variation names", Given: []domain.Event{issued(icsOwn, 200_000, "CPD")},
		When: with(func(c *funding.MakeCommitment) { c.Line, c.Award = icsOwn, varied }),
		Then: []domain.Event{made(func(e *domain.CommitmentMade) { e.Line, e.Award, e.Decision = icsOwn, varied, variation })},
	},
	{
		Name: "money that the decision before its variation names", Given: []domain.Event{given},
		When: with(func(c *funding.MakeCommitment) { c.Award = varied }),
		Then: []domain.Event{made(func(e *domain.CommitmentMade) { e.Award = varied })},
	},
	{
		Name: "more than the award", Given: []domain.Event{given}, When: with(func(c *funding.MakeCommitment) { c.Pence = 115_001 }), Refused: funding.RuleCovered, Prevents: true,
	},
	{
		Name: "more than the award in two promises", Given: []domain.Event{given, made(func(e *domain.CommitmentMade) { e.Pence = 100_000 })},
		When: with(func(c *funding.MakeCommitment) { c.Commitment, c.Pence = id(0x41), 15_001 }), Refused: funding.RuleCovered, Prevents: true,
	},
	{
		Name: "more than can be added up", Given: []domain.Event{given, made(func(e *domain.CommitmentMade) { e.Pence = 1 << 60 })},
		When: with(func(c *funding.MakeCommitment) { c.Commitment = id(0x41) }), Refused: funding.RuleWhole,
	},
	{
		Name: "more than the award was ordered", Given: []domain.Event{given, made(func(e *domain.CommitmentMade) { e.Pence = 100_000 })}, Happened: today,
		When:     with(func(c *funding.MakeCommitment) { c.Commitment, c.Pence = id(0x41), 15_001 }),
		Then:     []domain.Event{made(func(e *domain.CommitmentMade) { e.Commitment, e.Pence = id(0x41), 15_001 })},
		Breaches: []domain.Rule{funding.RuleCovered},
	},
	{
		Name: "what was released can be promised again",
		Given: []domain.Event{
			given, made(func(e *domain.CommitmentMade) { e.Pence = 100_000 }),
			domain.CommitmentReleased{Commitment: promised.Commitment, Line: cpd, Pence: 1, Reason: "cheaper"},
		},
		When: with(func(c *funding.MakeCommitment) { c.Commitment, c.Pence = id(0x41), 15_001 }),
		Then: []domain.Event{made(func(e *domain.CommitmentMade) { e.Commitment, e.Pence = id(0x41), 15_001 })},
	},
	{
		Name: "without a contract", Given: []domain.Event{given}, Today: 20240515, When: order, Refused: funding.RuleContract, Prevents: true,
	},
	{
		Name: "it was promised without a contract", Given: []domain.Event{given}, Happened: 20240531,
		When: order, Then: []domain.Event{promised}, Breaches: []domain.Rule{funding.RuleContract},
	},
	{
		Name: "money for another purpose", Given: []domain.Event{issued(cpd, 200_000, "FELLOWSHIP")}, When: order, Refused: funding.RulePurpose, Prevents: true,
	},
	{
		Name: "money for several purposes", Given: []domain.Event{issued(cpd, 115_000, "FELLOWSHIP"), func() domain.Event { e := given; e.Allocation = id(1); return e }()},
		When: order, Then: []domain.Event{promised},
	},
	{
		Name: "CPD money does not pay backfill", Given: []domain.Event{issued(cpd, 200_000, "CPD", domain.FundCondition{Kind: domain.ConditionExcludes, CostType: "BACKFILL"})},
		When: with(func(c *funding.MakeCommitment) { c.CostType = "BACKFILL" }), Refused: funding.RulePurpose, Prevents: true,
	},
	{
		Name: "but it was promised", Given: []domain.Event{issued(cpd, 200_000, "CPD", domain.FundCondition{Kind: domain.ConditionExcludes, CostType: "BACKFILL"})}, Happened: today,
		When: with(func(c *funding.MakeCommitment) { c.CostType = "BACKFILL" }),
		Then: []domain.Event{made(func(e *domain.CommitmentMade) { e.CostType = "BACKFILL" })}, Breaches: []domain.Rule{funding.RulePurpose},
	},
	{
		Name:  "money that has expired",
		Given: []domain.Event{func() domain.Event { e := given; e.Expires = today - 1; return e }()}, When: order, Refused: funding.RuleValidity, Prevents: true,
	},
	{
		Name: "on its last day", Given: []domain.Event{func() domain.Event { e := given; e.Expires = today; return e }()}, When: order, Then: []domain.Event{promised},
	},
	{
		Name: "money of a closed year", Given: []domain.Event{domain.YearEndDeclared{FY: cpd.FY}, given}, Today: 20250601, When: order, Refused: funding.RuleClosed, Prevents: true,
	},
	{
		Name: "a promise of two years", Given: []domain.Event{given}, When: with(years), Then: []domain.Event{ahead},
	},
	{
		Name: "is borne at once by a year that has its money", Given: []domain.Event{given, issued(cpdNext, 60_000, "CPD")},
		When: with(years), Then: []domain.Event{ahead, domain.CommitmentCharged{Commitment: promised.Commitment, Line: cpdNext, Pence: 60_000}},
	},
	{
		Name: "if it has enough", Given: []domain.Event{given, issued(cpdNext, 59_999, "CPD")}, When: with(years), Refused: funding.RuleAvailable, Prevents: true,
	},
	{
		Name: "the years should sum to the promise", Given: []domain.Event{given}, Happened: today,
		When: with(func(c *funding.MakeCommitment) { years(c); c.Pence++ }), Refused: funding.RuleParts,
	},
	{
		Name: "a part is released", Given: []domain.Event{given, promised}, Anew: true,
		When: funding.ReleaseCommitment{Commitment: promised.Commitment, Line: cpd, Pence: 15_000, Reason: "fewer places"},
		Then: []domain.Event{domain.CommitmentReleased{Commitment: promised.Commitment, Line: cpd, Pence: 15_000, Reason: "fewer places"}},
	},
	{
		Name: "a part of next year is released before it is charged", Given: []domain.Event{given, ahead}, Anew: true,
		When: funding.ReleaseCommitment{Commitment: promised.Commitment, Line: cpdNext, Pence: 60_000, Reason: "fewer places"},
		Then: []domain.Event{domain.CommitmentReleased{Commitment: promised.Commitment, Line: cpdNext, Pence: 60_000, Planned: true, Reason: "fewer places"}},
	},
	{
		Name: "and is then not charged",
		Given: []domain.Event{
			given, ahead, domain.CommitmentReleased{Commitment: promised.Commitment, Line: cpdNext, Pence: 50_000, Planned: true, Reason: "fewer places"},
		},
		When: ask(issued(cpdNext, 10_000, "CPD")),
		Then: []domain.Event{issued(cpdNext, 10_000, "CPD"), domain.CommitmentCharged{Commitment: promised.Commitment, Line: cpdNext, Pence: 10_000}},
	},
	{
		Name: "nor is what was released as a whole",
		Given: []domain.Event{
			given, ahead, domain.CommitmentReleased{Commitment: promised.Commitment, Line: cpdNext, Pence: 60_000, Planned: true, Reason: "fewer places"},
		},
		When: ask(issued(cpdNext, 10_000, "CPD")), Then: []domain.Event{issued(cpdNext, 10_000, "CPD")},
	},
	{
		Name: "a part of next year is released after it is charged", Anew: true,
		Given: []domain.Event{given, ahead, issued(cpdNext, 60_000, "CPD"), domain.CommitmentCharged{Commitment: promised.Commitment, Line: cpdNext, Pence: 60_000}},
		When:  funding.ReleaseCommitment{Commitment: promised.Commitment, Line: cpdNext, Pence: 60_000, Reason: "fewer places"},
		Then:  []domain.Event{domain.CommitmentReleased{Commitment: promised.Commitment, Line: cpdNext, Pence: 60_000, Reason: "fewer places"}},
	},
	{
		Name: "more than is open can't be released", Given: []domain.Event{given, promised, taught}, Happened: today,
		When: funding.ReleaseCommitment{Commitment: promised.Commitment, Line: cpd, Pence: 1, Reason: "fewer places"}, Refused: funding.RuleCovered,
	},
	{
		Name: "nor what was never promised", When: funding.ReleaseCommitment{Commitment: id(0xff), Line: cpd, Pence: 1, Reason: "fewer places"}, Refused: funding.RuleNamed,
	},
	{
		Name: "nor on another line", Given: []domain.Event{given, promised}, When: funding.ReleaseCommitment{Commitment: promised.Commitment, Line: cpdNext, Pence: 1, Reason: "fewer places"},
		Refused: funding.RuleNamed,
	},
}
