package commissioning_test

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/domaintest"
)

// otherwise is what was recorded before a decision, with the decision opened
// otherwise.
func otherwise(events []domain.Event, f func(*domain.DecisionOpened)) []domain.Event {
	events = slices.Clone(events)
	events[1] = but(opened, f)
	return events
}

// again is what was recorded before a decision, for the one to vary the award.
func again(max domain.Pence) []domain.Event {
	variation := domain.DecisionOpened{
		Decision: extension, Hub: "QE1", Kind: domain.DecisionVariation, Subject: "Until summer", Programme: networking, Award: award,
		Candidates: []string{teacher}, Estimate: max, Regime: opened.Regime, Route: opened.Route, Threshold: opened.Threshold, Requester: asker, On: 20240520,
	}
	events := and(approved, awarded, variation)
	for _, of := range []uuid.UUID{chair, second} {
		events = and(events, domain.ConflictDeclaredForDecision{Decision: extension, Person: of, Nil: true}, domain.VoteRecorded{Decision: extension, Person: of, Vote: domain.VoteFor})
	}
	return events
}

// extend is the command that approves it, of which only what is new is taken
// from a fund line, and extended what comes of it.
func extend(max domain.Pence) commissioning.RecordDecision {
	return deciding(func(c *commissioning.RecordDecision) {
		c.Decision, c.Max, c.FundLines = extension, max, []domain.FundPart{{Line: cpd, Pence: max - 120_000}}
	})
}

func extended(max domain.Pence) domain.CommissioningDecisionMade {
	return but(made, func(e *domain.CommissioningDecisionMade) {
		e.Decision, e.Max, e.FundLines = extension, max, []domain.FundPart{{Line: cpd, Pence: max - 120_000}}
		e.Participants, e.Votes = e.Participants[:3], domain.Votes{For: 2}
	})
}

func approvalCases() []domaintest.Case {
	forFormal := otherwise(ready, func(e *domain.DecisionOpened) { e.Programme = course })
	forFormal[0] = formal
	late := but(assured, func(e *domain.ProgrammeQualityAssured) { e.On = 20240531 })

	return []domaintest.Case{
		{
			Name: "a need is cited", Given: ready, Refused: commissioning.RuleNeed, Prevents: true,
			When: deciding(func(c *commissioning.RecordDecision) { c.Needs = nil }),
		},
		{
			Name: "one that is open", Given: ready, Refused: commissioning.RuleNeed, Prevents: true,
			When: deciding(func(c *commissioning.RecordDecision) { c.Needs = []uuid.UUID{met} }),
		},
		{
			Name: "and identified", Given: ready, Refused: commissioning.RuleNamed,
			When: deciding(func(c *commissioning.RecordDecision) { c.Needs = []uuid.UUID{unknown} }),
		},
		{
			Name: "fund lines sum to the most", Given: ready, Refused: commissioning.RuleNeed,
			When: deciding(func(c *commissioning.RecordDecision) { c.Max = 120_001 }),
		},
		{
			Name: "they serve the purpose", Given: ready, Refused: commissioning.RuleNeed, Prevents: true,
			When: deciding(func(c *commissioning.RecordDecision) { c.Purpose = "HUB_RUNNING" }),
		},
		{
			Name: "they are valid", Given: ready, Refused: commissioning.RuleNeed, Prevents: true,
			When: deciding(func(c *commissioning.RecordDecision) {
				c.FundLines = []domain.FundPart{{Line: cpd.InYear(domain.MustYear("2023/24")), Pence: 120_000}}
			}),
		},
		{Name: "on the day of the decision", Given: ready, When: item("16"), Today: 20250403, Refused: commissioning.RuleNeed, Prevents: true},
		{
			Name: "they have the money", Given: and(ready, quote(2, rival), quote(3, "UKPRN-10007814"), domain.WaiverApproved{Decision: purchase, By: officer}), Refused: commissioning.RuleNeed, Prevents: true,
			When: costing(6_000_001),
		},
		{
			Name: "to the last penny", Given: and(ready, domain.WaiverApproved{Decision: purchase, By: officer}), When: costing(6_000_000),
			Then: []domain.Event{but(made, func(e *domain.CommissioningDecisionMade) {
				e.Max, e.FundLines = 6_000_000, []domain.FundPart{{Line: cpd, Pence: 6_000_000}}
			})},
		},
		{
			Name: "lines of later years wait for their money", Given: ready,
			When: deciding(func(c *commissioning.RecordDecision) {
				c.FundLines = []domain.FundPart{{Line: cpdNext, Pence: 40_000}, {Line: cpd, Pence: 80_000}}
			}),
			Then: []domain.Event{but(made, func(e *domain.CommissioningDecisionMade) {
				e.FundLines = []domain.FundPart{{Line: cpdNext, Pence: 40_000}, {Line: cpd, Pence: 80_000}}
			})},
		},
		{
			Name: "but not all of them", Given: ready, Refused: commissioning.RuleNeed, Prevents: true,
			When: deciding(func(c *commissioning.RecordDecision) {
				c.FundLines = []domain.FundPart{{Line: cpdNext, Pence: 120_000}}
			}),
		},

		{
			Name: "a priority is cited", Given: ready, Refused: commissioning.RulePriority, Prevents: true,
			When: deciding(func(c *commissioning.RecordDecision) { c.Priorities = nil }),
		},
		{
			Name: "or why not", Given: ready,
			When: deciding(func(c *commissioning.RecordDecision) { c.Priorities, c.NoPriority = nil, "Duty of care" }),
			Then: []domain.Event{but(made, func(e *domain.CommissioningDecisionMade) { e.Priorities, e.NoPriority = nil, "Duty of care" })},
		},
		{
			Name: "one that is current", Given: ready, Refused: commissioning.RulePriority, Prevents: true,
			When: deciding(func(c *commissioning.RecordDecision) { c.Priorities = []uuid.UUID{priority, past} }),
		},
		{
			Name: "and endorsed", Given: ready, Refused: commissioning.RuleNamed,
			When: deciding(func(c *commissioning.RecordDecision) { c.Priorities = []uuid.UUID{unknown} }),
		},

		{Name: "formal training is assured when it is bought", Given: forFormal, When: decide, Refused: commissioning.RuleAssured, Prevents: true},
		{Name: "and not only the day after", Given: and(forFormal, late), When: decide, Refused: commissioning.RuleAssured, Prevents: true},
		{Name: "as it is here", Given: and(forFormal, assured), When: decide, Then: []domain.Event{made}},

		{
			Name: "an approval has a candidate", Given: ready, Refused: commissioning.RuleApproved,
			When: deciding(func(c *commissioning.RecordDecision) { c.Candidate = "" }),
		},
		{
			Name: "who was one before", Given: ready, Refused: commissioning.RuleApproved, Prevents: true,
			When: deciding(func(c *commissioning.RecordDecision) { c.Candidate = trust }),
		},
		{
			Name: "and is not excluded", Given: and(ready, but(managed(domain.MitigationSupplierOut), func(e *domain.ConflictManaged) { e.Candidate = teacher })),
			When: decide, Refused: commissioning.RuleRecused, Prevents: true,
		},
		{
			Name: "and a limit", Given: ready, Refused: commissioning.RuleLimit,
			When: deciding(func(c *commissioning.RecordDecision) { c.Max, c.Purpose, c.FundLines = 0, "", nil }),
		},
		{
			Name: "what costs nothing and is for nobody needs neither need nor money", When: deciding(func(c *commissioning.RecordDecision) {
				c.Candidate, c.Max, c.Purpose, c.FundLines, c.Needs = "", 0, "", nil, nil
			}),
			Given: otherwise(ready, func(e *domain.DecisionOpened) { e.Kind, e.Regime, e.Route = domain.DecisionOther, "", "" }),
			Then: []domain.Event{but(made, func(e *domain.CommissioningDecisionMade) {
				e.Candidate, e.Max, e.Purpose, e.FundLines, e.Needs = "", 0, "", nil, nil
			})},
		},

		{
			Name: "who asks does not approve alone", Refused: commissioning.RuleSeparate, Prevents: true,
			Given: otherwise(and(before, voted(chair, domain.VoteFor)), func(e *domain.DecisionOpened) { e.Requester = chair }), When: decide,
		},
		{
			Name: "but with others", Given: otherwise(ready, func(e *domain.DecisionOpened) { e.Requester = chair }), When: decide, Then: []domain.Event{made},
		},

		{Name: "a variation takes only what is new from its lines", Given: again(150_000), When: extend(150_000), Then: []domain.Event{extended(150_000)}},
		{
			Name: "it is with the same supplier", Given: again(150_000), Refused: commissioning.RuleApproved, Prevents: true,
			When: but(extend(150_000), func(c *commissioning.RecordDecision) { c.Candidate = rival }),
		},
		{Name: "the limit of who decides is tested with all there was before", Given: again(150_000), Refused: commissioning.RuleLimit, Prevents: true,
			When: but(extend(150_000), func(c *commissioning.RecordDecision) { c.Authority.Item = "8" })},
	}
}

func competitionCases() []domaintest.Case {
	three := []domain.Event{quote(2, rival), quote(3, "UKPRN-10007814")}
	subject := func(f func(*domain.DecisionOpened)) []domain.Event { return otherwise(ready, f) }
	at := func(pence domain.Pence) []domain.Event {
		return []domain.Event{but(made, func(e *domain.CommissioningDecisionMade) {
			e.Max, e.FundLines = pence, []domain.FundPart{{Line: cpd, Pence: pence}}
		})}
	}
	unquoted := slices.Concat(ready[:2], ready[3:])

	return []domaintest.Case{
		{
			Name: "a supplier quotes below the first limit", Given: unquoted, Refused: commissioning.RuleCompeted, Prevents: true,
			When: deciding(func(c *commissioning.RecordDecision) { c.Candidate = rival }),
		},
		{Name: "one is enough just below it", Given: ready, When: costing(999_999), Then: at(999_999)},
		{Name: "and not at it", Given: ready, When: costing(1_000_000), Refused: commissioning.RuleCompeted, Prevents: true},
		{Name: "twice the same supplier is one", Given: and(ready, quote(2, teacher), quote(3, rival)), When: costing(1_000_000), Refused: commissioning.RuleCompeted, Prevents: true},
		{Name: "three are enough", Given: and(ready, three...), When: costing(1_000_000), Then: at(1_000_000)},
		{Name: "up to the second", Given: and(ready, three...), When: costing(5_000_000), Then: at(5_000_000)},
		{Name: "and not above it", Given: and(ready, three...), When: costing(5_000_001), Refused: commissioning.RuleCompeted, Prevents: true},
		{
			Name: "who is no contracting authority has the same limits of its own", Refused: commissioning.RuleCompeted, Prevents: true,
			Given: subject(func(e *domain.DecisionOpened) { e.Regime = domain.RegimeNotBound }), When: costing(1_000_000),
		},
		{Name: "with a tender above", Given: subject(func(e *domain.DecisionOpened) { e.Route = domain.RouteTender }), When: costing(5_000_001), Then: at(5_000_001)},
		{
			Name: "a variation over the first limit asks for three quotations, too", Given: again(1_000_000), When: extend(1_000_000),
			Refused: commissioning.RuleCompeted, Prevents: true,
		},
		{
			Name: "what is at the threshold of the law is bought under it", Refused: commissioning.RuleCompeted, Prevents: true,
			Given: subject(func(e *domain.DecisionOpened) { e.Route = domain.RouteTender }),
			When: deciding(func(c *commissioning.RecordDecision) {
				c.Max = 66_354_000
				c.FundLines = []domain.FundPart{{Line: cpd, Pence: 1}, {Line: cpdNext, Pence: 66_353_999}}
			}),
		},
		{
			Name:  "what is a penny below is not",
			Given: subject(func(e *domain.DecisionOpened) { e.Route = domain.RouteTender }),
			When: deciding(func(c *commissioning.RecordDecision) {
				c.Max = 66_353_999
				c.FundLines = []domain.FundPart{{Line: cpd, Pence: 1}, {Line: cpdNext, Pence: 66_353_998}}
			}),
			Then: []domain.Event{but(made, func(e *domain.CommissioningDecisionMade) {
				e.Max = 66_353_999
				e.FundLines = []domain.FundPart{{Line: cpd, Pence: 1}, {Line: cpdNext, Pence: 66_353_998}}
			})},
		},
		{
			Name: "the threshold is that of what is bought, under the law of the day", Today: 20250302, Refused: commissioning.RuleCompeted, Prevents: true,
			Given: subject(func(e *domain.DecisionOpened) { e.Route, e.Threshold = domain.RouteTender, "SUB_CENTRAL" }),
			When: deciding(func(c *commissioning.RecordDecision) {
				c.Authority.Item, c.Max = "14", 21_490_400
				c.FundLines = []domain.FundPart{{Line: cpd, Pence: 1}, {Line: cpdNext, Pence: 21_490_399}}
			}),
		},
	}
}
