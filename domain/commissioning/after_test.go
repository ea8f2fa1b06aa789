package commissioning_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/domaintest"
)

func afterCases() []domaintest.Case {
	hasty := and(before, but(made, func(e *domain.CommissioningDecisionMade) { e.Authority, e.On = urgent, 20240520 }))
	ratify := commissioning.RatifyDecision{Decision: purchase, Meeting: meeting, Item: "7"}
	ratified := domain.DecisionRatified{Decision: purchase, Meeting: meeting, Item: "7", On: met30}
	other := func(n string) commissioning.RatifyDecision {
		return but(ratify, func(c *commissioning.RatifyDecision) { c.Item = n })
	}
	reverse := commissioning.ReverseDecision{Decision: purchase, Reason: "The college closed", By: officer}
	reversed := domain.DecisionReversed(reverse)
	amend := commissioning.AmendDecision{Decision: purchase, Max: 90_000, Reason: "Fewer evenings", By: officer}
	amended := domain.DecisionAmended(amend)

	return []domaintest.Case{
		{Name: "a meeting ratifies what was urgent", Given: hasty, When: ratify, Then: []domain.Event{ratified}},
		{Name: "once", Given: and(hasty, ratified), When: other("8"), Refused: commissioning.RuleOnce},
		{Name: "not what a meeting decided", Given: approved, When: ratify, Refused: commissioning.RuleUrgent},
		{Name: "nor what was reversed", Given: and(hasty, reversed), When: ratify, Refused: commissioning.RuleUrgent},
		{Name: "not before it was decided", Given: hasty, When: other("15"), Refused: commissioning.RuleUrgent, Prevents: true},
		{Name: "nor tomorrow", Given: hasty, When: other("13"), Refused: commissioning.RuleFuture},
		{Name: "with a quorum", Given: hasty, When: other("9"), Refused: commissioning.RuleQuorum, Prevents: true},
		{Name: "without who is recused", Given: and(hasty, left, voted(third, domain.VoteRecused)), When: ratify, Refused: commissioning.RuleQuorum, Prevents: true},
		{Name: "who is not in the chair", Given: and(hasty, left), When: other("10"), Refused: commissioning.RuleRecused, Prevents: true},

		{Name: "a decision is reversed", Given: approved, When: reverse, Then: []domain.Event{reversed}},
		{
			Name: "once", Given: and(approved, reversed), Refused: commissioning.RuleOnce,
			When: but(reverse, func(c *commissioning.ReverseDecision) { c.Reason = "It did not" }),
		},
		{Name: "when it is made", Given: ready, When: reverse, Refused: commissioning.RuleDecided},
		{Name: "which a deferral does not", Given: and(ready, refused(domain.OutcomeDefer)), When: reverse, Refused: commissioning.RuleDecided},
		{
			Name: "not by who is recused", Given: and(approved, left), Refused: commissioning.RuleRecused, Prevents: true,
			When: but(reverse, func(c *commissioning.ReverseDecision) { c.By = conflicted }),
		},

		{Name: "a decision is amended to less", Given: approved, When: amend, Then: []domain.Event{amended}},
		{Name: "not to as much", Given: and(approved, amended), When: but(amend, func(c *commissioning.AmendDecision) { c.Reason = "No" }), Refused: commissioning.RuleDecided},
		{Name: "nor after it is reversed", Given: and(approved, reversed), When: amend, Refused: commissioning.RuleDecided},
		{Name: "nor to less than is awarded", Given: and(approved, awarded), When: amend, Refused: commissioning.RuleApproved, Prevents: true},
		{
			Name: "nor by who is recused", Given: and(approved, left), Refused: commissioning.RuleRecused, Prevents: true,
			When: but(amend, func(c *commissioning.AmendDecision) { c.By = conflicted }),
		},
	}
}

func breachCases() []domaintest.Case {
	suspect := commissioning.SuspectBreach{Breach: breach, Decision: purchase, Person: conflicted, What: "Stayed in the room", On: 20240531}
	suspected := domain.BreachSuspected(suspect)
	uphold := commissioning.UpholdBreach{Breach: breach, Impact: "None on the outcome", By: officer, On: 20240601}
	upheld := domain.BreachUpheld(uphold)
	finish := commissioning.CloseBreach{Breach: breach, Action: "Trained again", Lessons: "Lock the door", Published: "Minutes of June", On: 20240602}
	finished := domain.BreachClosed{Breach: breach, Upheld: true, Action: finish.Action, Lessons: finish.Lessons, Published: finish.Published, On: finish.On}
	open := and(approved, suspected)

	return []domaintest.Case{
		{Name: "a breach is suspected", Given: approved, When: suspect, Then: []domain.Event{suspected}},
		{
			Name: "one id is one breach", Given: open, Refused: commissioning.RuleOnce,
			When: but(suspect, func(c *commissioning.SuspectBreach) { c.Person = uuid.Nil }),
		},
		{Name: "in a decision that is there", When: suspect, Refused: commissioning.RuleNamed},
		{Name: "not tomorrow", Given: approved, When: but(suspect, func(c *commissioning.SuspectBreach) { c.On = 20240604 }), Refused: commissioning.RuleFuture},
		{Name: "it is upheld", Given: open, When: uphold, Then: []domain.Event{upheld}},
		{Name: "once", Given: and(open, upheld), When: but(uphold, func(c *commissioning.UpholdBreach) { c.On = 20240602 }), Refused: commissioning.RuleBreach},
		{Name: "if it was suspected", Given: approved, When: uphold, Refused: commissioning.RuleNamed},
		{Name: "before", Given: open, When: but(uphold, func(c *commissioning.UpholdBreach) { c.On = 20240530 }), Refused: commissioning.RuleBreach},
		{
			Name: "by somebody else", Given: open, Refused: commissioning.RuleManaged, Prevents: true,
			When: but(uphold, func(c *commissioning.UpholdBreach) { c.By = conflicted }),
		},
		{Name: "and closed, as upheld", Given: and(open, upheld), When: finish, Then: []domain.Event{finished}},
		{Name: "or not", Given: open, When: finish, Then: []domain.Event{but(finished, func(e *domain.BreachClosed) { e.Upheld = false })}},
		{Name: "once", Given: and(open, finished), When: but(finish, func(c *commissioning.CloseBreach) { c.Action = "Nothing" }), Refused: commissioning.RuleBreach},
		{Name: "nor upheld after that", Given: and(open, finished), When: uphold, Refused: commissioning.RuleBreach},
		{Name: "nor before it was upheld", Given: and(open, upheld), When: but(finish, func(c *commissioning.CloseBreach) { c.On = 20240531 }), Refused: commissioning.RuleBreach},
	}
}
