package commissioning_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/domaintest"
)

var appraised = domain.CommissioningOptionsAppraised{
	Decision:  purchase,
	Options:   []domain.AppraisedOption{{Key: "NOTHING", Title: "Do nothing"}, {Key: "COLLEGE", Title: "The college", Candidate: teacher}},
	Criteria:  []domain.AppraisalCriterion{{Key: "QUALITY", Weight: 60, Most: 5}, {Key: "PRICE", Weight: 40, Most: 5}},
	Assessors: []uuid.UUID{second, conflicted},
}

func openCases() []domaintest.Case {
	open := commissioning.OpenDecision{
		Decision: purchase, Kind: opened.Kind, Subject: opened.Subject, Programme: networking, Candidates: opened.Candidates,
		Estimate: opened.Estimate, Regime: opened.Regime, Route: opened.Route, Requester: asker,
	}
	now := but(opened, func(e *domain.DecisionOpened) { e.On = today })
	vary := commissioning.OpenDecision{Decision: extension, Kind: domain.DecisionVariation, Subject: "Until summer", Award: award, Estimate: 150_000, Requester: asker}
	appraise := commissioning.AppraiseOptions(appraised)
	score := commissioning.RecordScore{Decision: purchase, Assessor: second, Option: "COLLEGE", Criterion: "QUALITY", Score: 4}
	scored := domain.ScoreRecorded(score)
	scoring := []domain.Event{informal, opened, none(second), none(conflicted), appraised}
	quotation := commissioning.RecordQuotation(quoted)
	waive := commissioning.ApproveWaiver{Decision: purchase, Reason: "Only one college teaches it", By: officer}
	waived := domain.WaiverApproved(waive)

	return []domaintest.Case{
		{Name: "a decision is opened, and education is bought with a light touch", Given: []domain.Event{informal}, When: open, Then: []domain.Event{now}},
		{Name: "it is open, whatever day it was", Given: []domain.Event{informal, opened}, When: open},
		{
			Name: "its id is not another's", Given: []domain.Event{informal, opened}, Refused: commissioning.RuleOnce,
			When: but(open, func(c *commissioning.OpenDecision) { c.Estimate = 1 }),
		},
		{Name: "its programme is proposed", When: open, Refused: commissioning.RuleNamed},
		{
			Name: "and not closed", Given: []domain.Event{informal, domain.ProgrammeClosed{Programme: networking, On: 20240501}},
			When: open, Refused: commissioning.RuleProgramme, Prevents: true,
		},
		{
			Name: "its candidates are registered", Given: []domain.Event{informal}, Refused: commissioning.RuleNamed,
			When: but(open, func(c *commissioning.OpenDecision) { c.Candidates = []string{"CH-9"} }),
		},
		{
			Name: "and open", Given: []domain.Event{informal}, Refused: commissioning.RuleNamed, Prevents: true,
			When: but(open, func(c *commissioning.OpenDecision) { c.Candidates = []string{closed} }),
		},
		{
			Name: "a variation goes by what its award went by", Given: and(approved, awarded), When: vary,
			Then: []domain.Event{domain.DecisionOpened{
				Decision: extension, Hub: "QE1", Kind: domain.DecisionVariation, Subject: "Until summer", Programme: networking, Award: award,
				Candidates: []string{teacher}, Estimate: 150_000, Regime: opened.Regime, Route: opened.Route, Threshold: "LIGHT_TOUCH", Requester: asker, On: today,
			}},
		},
		{Name: "of an award that was made", Given: approved, When: vary, Refused: commissioning.RuleNamed},

		{Name: "options are appraised", Given: []domain.Event{informal, opened}, When: appraise, Then: []domain.Event{appraised}},
		{
			Name: "once", Given: scoring, Refused: commissioning.RuleOnce,
			When: but(appraise, func(c *commissioning.AppraiseOptions) { c.Assessors = []uuid.UUID{third} }),
		},
		{Name: "not after the decision", Given: approved, When: appraise, Refused: commissioning.RuleDecided, Prevents: true},

		{Name: "an assessor scores", Given: scoring, When: score, Then: []domain.Event{scored}},
		{
			Name: "an option once by a criterion", Given: and(scoring, scored), Refused: commissioning.RuleOnce,
			When: but(score, func(c *commissioning.RecordScore) { c.Score = 5 }),
		},
		{Name: "an option of the appraisal", Given: scoring, When: but(score, func(c *commissioning.RecordScore) { c.Option = "OTHER" }), Refused: commissioning.RuleScored},
		{Name: "by one of its criteria", Given: scoring, When: but(score, func(c *commissioning.RecordScore) { c.Criterion = "COLOUR" }), Refused: commissioning.RuleScored},
		{Name: "no more than its most", Given: scoring, When: but(score, func(c *commissioning.RecordScore) { c.Score = 6 }), Refused: commissioning.RuleScored},
		{
			Name: "nobody else does", Given: and(scoring, none(third)), Refused: commissioning.RuleScored, Prevents: true,
			When: but(score, func(c *commissioning.RecordScore) { c.Assessor = third }),
		},
		{Name: "nor before a declaration", Given: []domain.Event{informal, opened, appraised}, When: score, Refused: commissioning.RuleDeclared, Prevents: true},
		{
			Name: "nor who is recused", Given: and(scoring, left), Refused: commissioning.RuleRecused, Prevents: true,
			When: but(score, func(c *commissioning.RecordScore) { c.Assessor = conflicted }),
		},

		{Name: "a supplier quotes", Given: []domain.Event{informal, opened}, When: quotation, Then: []domain.Event{quoted}},
		{
			Name: "one id is one quotation", Given: []domain.Event{informal, opened, quoted}, Refused: commissioning.RuleOnce,
			When: but(quotation, func(c *commissioning.RecordQuotation) { c.Gross = 1 }),
		},
		{Name: "not after the decision", Given: approved, When: commissioning.RecordQuotation(quote(2, rival)), Refused: commissioning.RuleDecided, Prevents: true},
		{
			Name: "nor tomorrow", Given: []domain.Event{informal, opened}, Refused: commissioning.RuleFuture,
			When: but(quotation, func(c *commissioning.RecordQuotation) { c.On = 20240604 }),
		},

		{Name: "a waiver is approved", Given: []domain.Event{informal, opened}, When: waive, Then: []domain.Event{waived}},
		{
			Name: "once", Given: []domain.Event{informal, opened, waived}, Refused: commissioning.RuleOnce,
			When: but(waive, func(c *commissioning.ApproveWaiver) { c.Reason = "It is late" }),
		},
		{
			Name: "not by who asks", Given: []domain.Event{informal, opened}, Refused: commissioning.RuleSeparate, Prevents: true,
			When: but(waive, func(c *commissioning.ApproveWaiver) { c.By = asker }),
		},
		{
			Name: "nor by who is recused", Given: []domain.Event{informal, opened, left}, Refused: commissioning.RuleRecused, Prevents: true,
			When: but(waive, func(c *commissioning.ApproveWaiver) { c.By = conflicted }),
		},
		{Name: "nor after the decision", Given: approved, When: waive, Refused: commissioning.RuleDecided, Prevents: true},
	}
}
