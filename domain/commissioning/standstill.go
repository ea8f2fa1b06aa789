package commissioning

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// How long a standstill lasts, in working days.
const (
	standstillDays = 8 // after the day it starts
	replyDays      = 5 // after the answer to who objects
)

func (o *order) notice(data RecordNotice) (domain.Decision, error) {
	d := o.decision(data.Decision)
	e := domain.NoticePublished(data)
	if slices.Contains(d.notices, e) {
		return o.k.Decide()
	}
	o.come(e.On, "it is published")
	o.k.Must(RuleOnce, !slices.ContainsFunc(d.notices, func(n domain.NoticePublished) bool { return n.Ref == e.Ref && n.Kind == e.Kind }),
		"the %s notice %s is recorded already, and otherwise; another should have a reference of its own", e.Kind, e.Ref)
	return o.k.Decide(e)
}

func (o *order) stand(data StartStandstill) (domain.Decision, error) {
	d := o.decision(data.Decision)
	e := domain.StandstillStarted{Decision: data.Decision, On: data.On, Until: o.workingDay(data.On, standstillDays)}
	if o.k.Refused() || o.repeats(!d.standstill.On.IsZero(), d.standstill, e, "of decision "+e.Decision.String()) {
		return o.k.Decide()
	}
	o.come(e.On, "it starts")
	o.k.Require(RuleStandstill, d.stands() && d.made.On <= e.On, "decision %s should be made by %s, and approve, before its standstill starts", e.Decision, e.On)
	o.k.Require(RuleStandstill, d.noticed(e.On, domain.NoticeIntent, domain.NoticeAward), "a notice of the intent to award, or of the award, should be published by %s, when the standstill of decision %s starts", e.On, e.Decision)
	return o.k.Decide(e)
}

// workingDay is the nth working day after a day. It can't be told before the
// bank holidays of its year are published.
func (o *order) workingDay(day domain.Date, n int) domain.Date {
	until, err := o.national.WorkingDayAfter(day, n)
	if err != nil {
		o.k.Must(RuleStandstill, false, "%s", err)
	}
	return until
}

func (o *order) hear(data RecordRepresentation) (domain.Decision, error) {
	d := o.decision(data.Decision)
	e := domain.RepresentationReceived(data)
	e.Representation = domain.IDOf(data.Representation, o.id, "representation")
	if before, known := o.s.representations.Get(e.Representation); o.repeats(known, before, e, e.Representation) {
		return o.k.Decide()
	}
	o.come(e.On, "it was received")
	o.registered(e.From, "who objects", e.On)
	o.k.Require(RuleStandstill, !d.standstill.On.IsZero(), "decision %s should be in its standstill when somebody objects", e.Decision)
	return o.k.Decide(e)
}

func (o *order) endStandstill(data EndStandstill) (domain.Decision, error) {
	d := o.decision(data.Decision)
	e := domain.StandstillEnded(data)
	if o.repeats(d.over.Decision != uuid.Nil, d.over, e, "of decision "+e.Decision.String()) {
		return o.k.Decide()
	}
	o.k.Must(RuleStandstill, !d.standstill.On.IsZero(), "the standstill of decision %s should start before it is over", e.Decision)
	o.k.Must(RuleStandstill, e.On < o.today, "the standstill ends with the end of %s; that day should be over, and today is %s", e.On, o.today)
	o.k.Require(RuleStandstill, d.standstill.Until <= e.On, "the standstill of decision %s lasts until the end of %s, and should not be over on %s", e.Decision, d.standstill.Until, e.On)
	o.k.Require(RuleStandstill, d.objected.IsZero() || d.objected <= e.RepliedOn, "who objected to decision %s on %s should have an answer before the standstill is over", e.Decision, d.objected)
	if !d.objected.IsZero() && !e.RepliedOn.IsZero() {
		after := o.workingDay(e.RepliedOn, replyDays)
		o.k.Require(RuleStandstill, after <= e.On, "who objected had an answer on %s; the standstill should last until the end of %s", e.RepliedOn, after)
	}
	return o.k.Decide(e)
}
