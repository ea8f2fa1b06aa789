package governance

import (
	"reflect"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) constitute(data ConstituteWIG) (domain.Decision, error) {
	e := domain.WIGConstituted{Hub: o.s.hub, Name: data.Name, TermsRef: data.TermsRef, Quorum: ordered(data.Quorum), From: data.From}
	all, _ := o.s.terms.Get(struct{}{})
	for _, t := range all {
		if reflect.DeepEqual(t, e) {
			return o.k.Decide()
		}
		o.k.Must(RuleWIG, t.From != e.From, "%s works on terms of %s from %s; others should begin on another day", t.Name, t.TermsRef, t.From)
	}
	return o.k.Decide(e)
}

func (o *order) appointMember(data AppointWIGMember) (domain.Decision, error) {
	e := domain.WIGMemberAppointed{Hub: o.s.hub, Person: data.Person, Capacity: data.Capacity, Voting: data.Voting, From: data.From}
	before, _ := o.s.members.Get(e.Person)
	if begins(o, before, e, e.From, e.Person.String()+" is a member of the group") {
		return o.k.Decide()
	}
	o.constituted(e.From)
	return o.k.Decide(e)
}

func (o *order) memberLeft(data RecordWIGMemberLeft) (domain.Decision, error) {
	before, _ := o.s.members.Get(data.Person)
	if ends(o, before, data.On, data.Person.String()+" is a member of the group") {
		return o.k.Decide()
	}
	return o.k.Decide(domain.WIGMemberLeft{Hub: o.s.hub, Person: data.Person, On: data.On})
}

// constituted are the terms of the group on a day.
func (o *order) constituted(day domain.Date) domain.WIGConstituted {
	terms, ok := o.s.TermsOn(day)
	o.k.Require(RuleWIG, ok, "the Workforce Implementation Group should be constituted on %s", day)
	return terms
}

func (o *order) meet(data RecordMeeting) (domain.Decision, error) {
	e := domain.MeetingHeld{
		Meeting: domain.IDOf(data.Meeting, o.id, "meeting"), Hub: o.s.hub, Body: data.Body, On: data.On, Chair: data.Chair, Quorum: ordered(data.Quorum),
	}
	for _, i := range data.Items {
		e.Items = append(e.Items, o.s.minuted(e, i))
	}
	if before, known := fact[domain.MeetingHeld](o.s, e.Meeting); known && reflect.DeepEqual(stated(before, data), stated(e, data)) {
		return o.k.Decide()
	}
	o.recorded(e.Meeting, e)
	o.come(e.On)
	if e.Body == domain.BodyWIG {
		terms := o.constituted(e.On)
		if noQuorum(e.Quorum) {
			e.Quorum = terms.Quorum
		}
		o.k.Require(RuleTerms, terms.From.IsZero() || reflect.DeepEqual(e.Quorum, terms.Quorum), "the terms of %s should be met: its quorum from %s is %+v, not %+v", terms.Name, terms.From, terms.Quorum, e.Quorum)
	}
	e.Quorate = true
	for i := range e.Items {
		item := &e.Items[i]
		item.Quorate = enough(e.Quorum, left(*item))
		e.Quorate = e.Quorate && item.Quorate
		o.attended(e, *item)
	}
	return o.k.Decide(e)
}

// minuted is an item as it is recorded: who votes is known then.
func (s *State) minuted(m domain.MeetingHeld, i AgendaItem) domain.MeetingItem {
	out := domain.MeetingItem{Item: i.Item, Title: i.Title, Chair: i.Chair}
	if out.Chair == uuid.Nil {
		out.Chair = m.Chair
	}
	for _, a := range i.Attendees {
		votes := a.Capacity != domain.CapacityInAttendance
		if m.Body == domain.BodyWIG {
			member, ok := s.MemberOn(a.Person, m.On)
			votes = ok && member.Voting && member.Capacity == a.Capacity
		}
		out.Attendees = append(out.Attendees, domain.MeetingAttendee{Person: a.Person, Capacity: a.Capacity, In: a.In, Out: a.Out, Votes: votes})
	}
	return out
}

// attended holds that those were there for an item who should.
func (o *order) attended(m domain.MeetingHeld, i domain.MeetingItem) {
	o.k.Require(RuleChair, slices.ContainsFunc(i.Attendees, func(a domain.MeetingAttendee) bool { return a.Person == i.Chair && a.Out == "" }),
		"%s was in the chair for item %s; they should be among those who were there until it was decided", i.Chair, i.Item)
	if m.Body != domain.BodyWIG {
		return
	}
	for _, a := range i.Attendees {
		member, ok := o.s.MemberOn(a.Person, m.On)
		o.k.Require(RuleTerms, a.Capacity == domain.CapacityInAttendance || ok && member.Capacity == a.Capacity,
			"%s was at item %s as %s; they should be a member in that capacity on %s, or %s", a.Person, i.Item, a.Capacity, m.On, domain.CapacityInAttendance)
	}
}

// stated is of a meeting what a command says, without what was found out when
// it was recorded.
func stated(m domain.MeetingHeld, data RecordMeeting) domain.MeetingHeld {
	m.Quorate = false
	if noQuorum(data.Quorum) {
		m.Quorum = domain.Quorum{}
	}
	m.Items = slices.Clone(m.Items)
	for i := range m.Items {
		m.Items[i].Quorate = false
		m.Items[i].Attendees = slices.Clone(m.Items[i].Attendees)
		for j := range m.Items[i].Attendees {
			m.Items[i].Attendees[j].Votes = false
		}
	}
	return m
}

// ordered is a quorum with its categories ascending.
func ordered(q domain.Quorum) domain.Quorum {
	q.Categories = slices.Sorted(slices.Values(q.Categories))
	return q
}
