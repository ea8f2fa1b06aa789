package commissioning

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) open(data OpenDecision) (domain.Decision, error) {
	e := domain.DecisionOpened{
		Decision: domain.IDOf(data.Decision, o.id, "decision"), Hub: o.hub(data.Hub), Kind: data.Kind, Subject: data.Subject, Programme: data.Programme,
		Award: data.Award, Candidates: domain.CopyList(data.Candidates), Estimate: data.Estimate,
		Regime: data.Regime, Route: data.Route, Threshold: data.Threshold, Requester: o.person(data.Requester), On: o.on,
	}
	if e.Kind == domain.DecisionPurchase && e.Threshold == "" {
		e.Threshold = thresholdLightTouch
	}
	if e.Kind == domain.DecisionVariation {
		o.ofAward(&e)
	}
	if before, known := o.s.decisions.Get(e.Decision); known {
		e.On = before.opened.On
		if o.repeats(true, before.opened, e, e.Decision) {
			return o.k.Decide()
		}
	}
	o.come(e.On, "it is opened")
	if e.Programme != uuid.Nil {
		p := o.programme(e.Programme)
		o.k.Require(RuleProgramme, p.closed.On.IsZero() || e.Kind == domain.DecisionVariation, "programme %s was closed on %s; nothing should be commissioned for it", e.Programme, p.closed.On)
	}
	for _, code := range e.Candidates {
		o.registered(code, "a candidate", e.On)
	}
	return o.k.Decide(e)
}

// ofAward writes what an award that is to be varied was decided as.
func (o *order) ofAward(e *domain.DecisionOpened) {
	a, known := o.s.awards.Get(e.Award)
	o.k.Must(RuleNamed, known, "award %s should be made before it is varied", e.Award)
	of, _ := o.s.decisions.Get(a.made.Decision)
	e.Programme, e.Regime, e.Route, e.Threshold = a.made.Programme, of.opened.Regime, of.opened.Route, of.opened.Threshold
	if a.carried.Award != uuid.Nil {
		e.Regime, e.Route, e.Threshold = a.carried.Regime, a.carried.Route, a.carried.Threshold
	}
	if len(e.Candidates) == 0 && known {
		e.Candidates = []string{a.made.Supplier}
	}
}

func (o *order) appraise(data AppraiseOptions) (domain.Decision, error) {
	d := o.decision(data.Decision)
	e := domain.CommissioningOptionsAppraised{
		Decision: data.Decision, Options: domain.CopyList(data.Options), Criteria: domain.CopyList(data.Criteria), Assessors: domain.CopyList(data.Assessors),
	}
	if o.repeats(len(d.appraised.Options) > 0, d.appraised, e, "of decision "+e.Decision.String()) {
		return o.k.Decide()
	}
	o.undecided(d)
	return o.k.Decide(e)
}

func (o *order) score(data RecordScore) (domain.Decision, error) {
	d := o.decision(data.Decision)
	e := domain.ScoreRecorded(data)
	before, known := o.s.scores.Get(mark{member{e.Decision, e.Assessor}, e.Option, e.Criterion})
	if known && before == e.Score {
		return o.k.Decide()
	}
	o.k.Must(RuleOnce, !known, "%s gave %s %d by %s; an assessor scores an option once by a criterion", e.Assessor, e.Option, before, e.Criterion)
	o.k.Must(RuleScored, slices.ContainsFunc(d.appraised.Options, func(p domain.AppraisedOption) bool { return p.Key == e.Option }),
		"%s should be an option of the appraisal for decision %s", e.Option, e.Decision)
	i := slices.IndexFunc(d.appraised.Criteria, func(c domain.AppraisalCriterion) bool { return c.Key == e.Criterion })
	o.k.Must(RuleScored, i >= 0, "%s should be a criterion of the appraisal for decision %s", e.Criterion, e.Decision)
	if i >= 0 {
		most := d.appraised.Criteria[i].Most
		o.k.Must(RuleScored, e.Score <= most, "the score is %d; by %s it should be 0 to %d", e.Score, e.Criterion, most)
	}
	o.undecided(d)
	o.k.Require(RuleScored, slices.Contains(d.appraised.Assessors, e.Assessor), "%s should be an assessor of the appraisal for decision %s", e.Assessor, e.Decision)
	o.free(d, e.Assessor, "score")
	return o.k.Decide(e)
}

func (o *order) quote(data RecordQuotation) (domain.Decision, error) {
	d := o.decision(data.Decision)
	e := domain.QuotationReceived(data)
	e.Quotation = domain.IDOf(data.Quotation, o.id, "quotation")
	if before, known := o.s.quotations.Get(e.Quotation); o.repeats(known, before, e, e.Quotation) {
		return o.k.Decide()
	}
	o.come(e.On, "it was received")
	o.registered(e.Supplier, "who quotes", e.On)
	o.undecided(d)
	return o.k.Decide(e)
}

func (o *order) waive(data ApproveWaiver) (domain.Decision, error) {
	d := o.decision(data.Decision)
	e := domain.WaiverApproved{Decision: data.Decision, Reason: data.Reason, By: o.person(data.By)}
	if o.repeats(d.waiver.Decision != uuid.Nil, d.waiver, e, "for decision "+e.Decision.String()) {
		return o.k.Decide()
	}
	o.undecided(d)
	o.k.Require(RuleSeparate, e.By != d.opened.Requester, "%s asked for decision %s; somebody else should approve a waiver for it", e.By, e.Decision)
	o.k.Require(RuleRecused, !d.isRecused(e.By), "%s is recused from decision %s and should not approve a waiver for it", e.By, e.Decision)
	return o.k.Decide(e)
}
