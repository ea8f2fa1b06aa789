package governance

import (
	"bytes"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) endorse(data EndorsePriority) (domain.Decision, error) {
	e := domain.PriorityEndorsed{
		Priority: domain.IDOf(data.Priority, o.id, "priority"), ICB: string(o.s.hub), Title: data.Title,
		Beneficiaries: slices.Sorted(slices.Values(data.Beneficiaries)), From: data.From, To: data.To, Meeting: data.Meeting, Item: data.Item,
	}
	before, known := fact[domain.PriorityEndorsed](o.s, e.Priority)
	same := before.Title == e.Title && slices.Equal(before.Beneficiaries, e.Beneficiaries) && before.From == e.From
	if known && same && before.To == e.To {
		return o.k.Decide()
	}
	if !known {
		o.recorded(e.Priority, e)
	}
	o.k.Must(RuleIdentity, !known || same, "priority %s is %s, from %s; only its last day should change", e.Priority, before.Title, before.From)
	m := o.decided(e.Meeting, e.Item)
	changes := e.From // the first day that it says something new of
	if known {
		changes = e.To
	}
	o.k.Require(RuleEndorsed, m.On <= changes, "the group met on %s; what it decided of priority %s should not be of a day before, %s", m.On, e.Priority, changes)
	return o.k.Decide(e)
}

func (o *order) confirm(data ConfirmPlanAlignment) (domain.Decision, error) {
	e := domain.PlanAlignmentConfirmed{Confirmation: domain.IDOf(data.Confirmation, o.id, "confirmation"), Hub: o.s.hub, Plans: sorted(data.Plans), Meeting: data.Meeting, Item: data.Item}
	m, _, _ := o.s.item(e.Meeting, e.Item)
	e.On = m.On
	if o.recorded(e.Confirmation, e) {
		return o.k.Decide()
	}
	o.decided(e.Meeting, e.Item)
	for _, plan := range e.Plans {
		o.k.Must(RuleNamed, o.near.Plans.Submitted(plan), "plan %s should be submitted before it is found to be aligned", plan)
	}
	return o.k.Decide(e)
}

// decided is a meeting of the group that decided an item.
func (o *order) decided(meeting uuid.UUID, item string) domain.MeetingHeld {
	m, i, known := o.s.item(meeting, item)
	o.k.Must(RuleNamed, known, "meeting %s with an item %s should be recorded first", meeting, item)
	o.k.Require(RuleEndorsed, m.Body == domain.BodyWIG, "the meeting of %s was one of %s; it should be one of the Workforce Implementation Group", m.On, m.Body)
	o.k.Require(RuleEndorsed, i.Quorate, "the meeting of %s should have been quorate for item %s", m.On, item)
	return m
}

func (o *order) review(data RecordOversightReview) (domain.Decision, error) {
	e := domain.OversightReviewHeld{
		Review: domain.IDOf(data.Review, o.id, "review"), Hub: o.hubOf(data.Hub), On: data.On, Findings: data.Findings, Actions: append([]string(nil), data.Actions...),
	}
	if o.recorded(e.Review, e) {
		return o.k.Decide()
	}
	o.come(e.On)
	o.active(e.Hub, e.On)
	return o.k.Decide(e)
}

func (o *order) engage(data RecordEngagement) (domain.Decision, error) {
	e := domain.EngagementRecorded{
		Engagement: domain.IDOf(data.Engagement, o.id, "engagement"), Hub: o.hubOf(data.Hub), Forum: data.Forum, On: data.On, Attendees: sorted(data.Attendees),
	}
	if o.recorded(e.Engagement, e) {
		return o.k.Decide()
	}
	o.come(e.On)
	o.active(e.Hub, e.On)
	return o.k.Decide(e)
}

// sorted are ids, ascending.
func sorted(ids []uuid.UUID) []uuid.UUID {
	return slices.SortedFunc(slices.Values(ids), func(a, b uuid.UUID) int { return bytes.Compare(a[:], b[:]) })
}
