package commissioning

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) ratify(data RatifyDecision) (domain.Decision, error) {
	d := o.decision(data.Decision)
	item := o.item(data.Meeting, data.Item)
	e := domain.DecisionRatified{Decision: data.Decision, Meeting: data.Meeting, Item: data.Item, On: item.On}
	if o.repeats(d.ratified.Decision != uuid.Nil, d.ratified, e, "of decision "+e.Decision.String()) {
		return o.k.Decide()
	}
	o.k.Must(RuleUrgent, d.stands() && d.made.Authority.Kind == domain.AuthorityUrgent, "decision %s should be an urgent approval that stands to be ratified", e.Decision)
	o.come(e.On, "the meeting is held")
	o.k.Require(RuleUrgent, d.made.On <= e.On, "decision %s was made on %s; a meeting on %s should not ratify it before", e.Decision, d.made.On, e.On)
	o.enough(d, e.Meeting, e.Item, item.Present)
	o.k.Require(RuleRecused, !d.isRecused(item.Chair), "%s is recused from decision %s and should not be in the chair when it is ratified", item.Chair, e.Decision)
	return o.k.Decide(e)
}

func (o *order) reverse(data ReverseDecision) (domain.Decision, error) {
	d := o.decision(data.Decision)
	e := domain.DecisionReversed{Decision: data.Decision, Reason: data.Reason, By: o.person(data.By)}
	if o.repeats(d.reversed.Decision != uuid.Nil, d.reversed, e, "of decision "+e.Decision.String()) {
		return o.k.Decide()
	}
	o.k.Must(RuleDecided, d.decided(), "decision %s should be made before it is reversed", e.Decision)
	o.notRecused(d, e.By, "reverse")
	return o.k.Decide(e)
}

func (o *order) amend(data AmendDecision) (domain.Decision, error) {
	d := o.decision(data.Decision)
	e := domain.DecisionAmended{Decision: data.Decision, Max: data.Max, Reason: data.Reason, By: o.person(data.By)}
	if d.amended == e {
		return o.k.Decide()
	}
	o.k.Must(RuleDecided, d.stands() && e.Max < d.max, "decision %s approves of %s pounds; it is amended to less while it stands, and more should be a decision of its own", e.Decision, d.max)
	o.k.Require(RuleApproved, d.awarded <= e.Max, "%s pounds are awarded on decision %s; it should not be amended to less", d.awarded, e.Decision)
	o.notRecused(d, e.By, "amend")
	return o.k.Decide(e)
}

func (o *order) notRecused(d decision, person uuid.UUID, does string) {
	o.k.Require(RuleRecused, !d.isRecused(person), "%s is recused from decision %s and should not %s it", person, d.opened.Decision, does)
}

func (o *order) suspect(data SuspectBreach) (domain.Decision, error) {
	o.decision(data.Decision)
	e := domain.BreachSuspected(data)
	e.Breach = domain.IDOf(data.Breach, o.id, "breach")
	if before, known := o.s.breaches.Get(e.Breach); o.repeats(known, before.suspected, e, e.Breach) {
		return o.k.Decide()
	}
	o.come(e.On, "it was raised")
	return o.k.Decide(e)
}

// breach is a breach that was suspected, and is not closed.
func (o *order) breach(id uuid.UUID) breach {
	b, known := o.s.breaches.Get(id)
	o.k.Must(RuleNamed, known, "breach %s should be suspected first", id)
	o.k.Must(RuleBreach, b.closed.On.IsZero(), "breach %s was closed on %s; another should be suspected", id, b.closed.On)
	return b
}

func (o *order) uphold(data UpholdBreach) (domain.Decision, error) {
	e := domain.BreachUpheld{Breach: data.Breach, Impact: data.Impact, By: o.person(data.By), On: data.On}
	if b, _ := o.s.breaches.Get(e.Breach); b.upheld == e {
		return o.k.Decide()
	}
	b := o.breach(e.Breach)
	o.k.Must(RuleBreach, b.upheld.On.IsZero(), "breach %s was upheld on %s; it is upheld once", e.Breach, b.upheld.On)
	o.k.Must(RuleBreach, b.suspected.On <= e.On, "breach %s was raised on %s; it should not be upheld before, on %s", e.Breach, b.suspected.On, e.On)
	o.come(e.On, "it is upheld")
	o.k.Require(RuleManaged, b.suspected.Person == uuid.Nil || b.suspected.Person != e.By, "the breach is that of %s; somebody else should investigate it", e.By)
	return o.k.Decide(e)
}

func (o *order) closeBreach(data CloseBreach) (domain.Decision, error) {
	before, _ := o.s.breaches.Get(data.Breach)
	e := domain.BreachClosed{
		Breach: data.Breach, Upheld: !before.upheld.On.IsZero(), Action: data.Action, Lessons: data.Lessons, Published: data.Published, On: data.On,
	}
	if before.closed == e {
		return o.k.Decide()
	}
	b := o.breach(e.Breach)
	o.k.Must(RuleBreach, max(b.suspected.On, b.upheld.On) <= e.On, "breach %s was looked into until %s; it should not be closed before, on %s", e.Breach, max(b.suspected.On, b.upheld.On), e.On)
	o.come(e.On, "it is closed")
	return o.k.Decide(e)
}
