package commissioning

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) award(data AwardContract) (domain.Decision, error) {
	var d decision
	if data.Decision != uuid.Nil {
		d = o.decision(data.Decision)
	}
	e := domain.ContractAwarded{
		Award: domain.IDOf(data.Award, o.id, "award"), Decision: data.Decision, Programme: d.opened.Programme, Holder: data.Holder, Supplier: data.Supplier,
		From: data.From, To: data.To, Value: data.Value, Route: d.opened.Route, On: data.On,
	}
	e.Class = o.registered(e.Supplier, "the supplier", e.On)
	if before, known := o.s.awards.Get(e.Award); o.repeats(known, before.made, e, e.Award) {
		return o.k.Decide()
	}
	o.come(e.On, "it is made")
	if e.Holder != "" {
		o.registered(e.Holder, "who makes the contract", e.On)
	}
	o.k.Require(RuleApproved, d.stands() && d.opened.Kind == domain.DecisionPurchase && d.made.On <= e.On,
		"an award on %s should be made on a decision to purchase, made by then, that approves and stands", e.On)
	o.k.Require(RuleApproved, !d.stands() || d.made.Candidate == e.Supplier, "decision %s approved %s; nothing should be awarded to %s", e.Decision, d.made.Candidate, e.Supplier)
	sum, ok := d.awarded.Add(e.Value.Gross())
	o.k.Must(RuleApproved, ok, "what is awarded on decision %s should sum to something that can be held", e.Decision)
	o.k.Require(RuleApproved, !d.stands() || sum <= d.max, "decision %s approved %s pounds; awards on it should not come to %s", e.Decision, d.max, sum)
	o.waited(d, e)
	return o.k.Decide(e)
}

// waited holds that an award follows its notice and its standstill.
func (o *order) waited(d decision, e domain.ContractAwarded) {
	direct := d.opened.Regime == domain.RegimeProcurementAct && d.opened.Route == domain.RouteDirectAward
	o.k.Require(RuleCompeted, !direct || d.noticed(e.On, domain.NoticeTransparency), "a transparency notice should be published by %s, before a direct award under %s", e.On, d.opened.Regime)
	o.k.Require(RuleStandstill, !d.standing(), "the award on decision %s should wait for its standstill to be over", e.Decision)
	o.k.Require(RuleStandstill, d.standing() || d.over.On < e.On, "the standstill of decision %s lasts until the end of %s; the award should be made after that", e.Decision, d.over.On)
}

// noticed reports whether a notice of one of some kinds was published by a day.
func (d decision) noticed(by domain.Date, kinds ...domain.NoticeKind) bool {
	return slices.ContainsFunc(d.notices, func(n domain.NoticePublished) bool { return n.On <= by && slices.Contains(kinds, n.Kind) })
}

// awarded is an award that was made.
func (o *order) awarded(id uuid.UUID) award {
	a, known := o.s.awards.Get(id)
	o.k.Must(RuleNamed, known, "award %s should be made first", id)
	return a
}

func (o *order) vary(data VaryAward) (domain.Decision, error) {
	a := o.awarded(data.Award)
	e := domain.AwardVaried{
		Award: data.Award, Variation: len(a.variations) + 1, Decision: data.Decision, To: data.To, Value: data.Value, Reason: data.Reason, On: data.On,
	}
	if n := len(a.variations); n > 0 {
		before := a.variations[n-1]
		before.Variation = e.Variation
		if before == e {
			return o.k.Decide()
		}
	}
	o.come(e.On, "it is varied")
	o.k.Must(RuleAward, a.made.From <= e.To, "award %s begins on %s; it should not be varied to end before, on %s", e.Award, a.made.From, e.To)
	o.k.Must(RuleAward, a.ended.On.IsZero(), "award %s ended on %s; another should be made", e.Award, a.ended.On)
	o.k.Require(RuleAward, e.On <= a.to(), "award %s ran until %s; it should be varied before it is over, not on %s", e.Award, a.to(), e.On)
	var d decision
	if e.Decision != uuid.Nil {
		d = o.decision(e.Decision)
	}
	o.k.Require(RuleVariation, d.stands() && d.opened.Kind == domain.DecisionVariation && d.opened.Award == e.Award && d.made.On <= e.On,
		"award %s should be varied on a decision of its own, made by %s, that approves and stands", e.Award, e.On)
	o.k.Require(RuleApproved, !d.stands() || e.Value.Gross() <= d.max, "decision %s approved %s pounds over the whole life; award %s should not come to %s", e.Decision, d.max, e.Award, e.Value.Gross())
	return o.k.Decide(e)
}

func (o *order) endAward(data EndAward) (domain.Decision, error) {
	a := o.awarded(data.Award)
	e := domain.AwardEnded(data)
	if a.ended == e {
		return o.k.Decide()
	}
	o.k.Must(RuleAward, a.ended.On.IsZero(), "award %s ended on %s; it ends once", e.Award, a.ended.On)
	o.k.Must(RuleAward, a.made.On <= e.On, "award %s was made on %s; it should not end before, on %s", e.Award, a.made.On, e.On)
	o.come(e.On, "it ends")
	return o.k.Decide(e)
}

func (o *order) accept(data AcceptDelivery) (domain.Decision, error) {
	a := o.awarded(data.Award)
	e := domain.DeliveryAccepted{Award: data.Award, Delivery: domain.IDOf(data.Delivery, o.id, "delivery"), What: data.What, Units: data.Units, On: data.On}
	if before, known := o.s.deliveries.Get(e.Delivery); o.repeats(known, before, e, e.Delivery) {
		return o.k.Decide()
	}
	o.come(e.On, "it is accepted")
	o.k.Require(RuleAward, a.made.From <= e.On && e.On <= a.to(), "award %s runs from %s until %s; what is delivered should be accepted then, not on %s", e.Award, a.made.From, a.to(), e.On)
	return o.k.Decide(e)
}
