package governance

import (
	"bytes"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Item is an item of a meeting that was held.
type Item struct {
	On      domain.Date
	Chair   uuid.UUID   // person
	Present []uuid.UUID // persons with a vote who were there when it was decided
	// Limit is the most that the body may decide on, gross, and no limit where
	// Limited is false.
	Limit   domain.Pence
	Limited bool
}

// Item is an item of a meeting, and false where there is none. A body to which
// nothing is delegated on the day may decide on nothing.
func (s *State) Item(meeting uuid.UUID, item string) (Item, bool) {
	m, i, ok := s.item(meeting, item)
	if !ok {
		return Item{}, false
	}
	out := Item{On: m.On, Chair: i.Chair}
	for _, a := range left(i) {
		out.Present = append(out.Present, a.Person)
	}
	out.Limit, out.Limited = s.bodyLimit(m.Body, m.On)
	return out, true
}

// Terms is the quorum of a meeting, and false where there is none. Who holds it
// against conflicts of interest knows who has one.
func (s *State) Terms(meeting uuid.UUID) (domain.Quorum, bool) {
	m, ok := fact[domain.MeetingHeld](s, meeting)
	return m.Quorum, ok
}

// Quorate reports whether some persons are enough to decide an item. Those
// without a vote, and those who were not there when it was decided, do not
// count.
func (s *State) Quorate(meeting uuid.UUID, item string, deciding []uuid.UUID) bool {
	m, i, ok := s.item(meeting, item)
	there := slices.DeleteFunc(left(i), func(a domain.MeetingAttendee) bool { return !slices.Contains(deciding, a.Person) })
	return ok && enough(m.Quorum, there)
}

// item finds an item of a meeting.
func (s *State) item(meeting uuid.UUID, item string) (domain.MeetingHeld, domain.MeetingItem, bool) {
	m, _ := fact[domain.MeetingHeld](s, meeting)
	for _, i := range m.Items {
		if i.Item == item {
			return m, i, true
		}
	}
	return domain.MeetingHeld{}, domain.MeetingItem{}, false
}

// left are those with a vote who were there when an item was decided.
func left(i domain.MeetingItem) (out []domain.MeetingAttendee) {
	for _, a := range i.Attendees {
		if a.Votes && a.Out == "" {
			out = append(out, a)
		}
	}
	return out
}

// enough reports whether those who are there are a quorum. Where none is known
// nobody is enough.
func enough(q domain.Quorum, there []domain.MeetingAttendee) bool {
	for _, c := range q.Categories {
		if !slices.ContainsFunc(there, func(a domain.MeetingAttendee) bool { return a.Capacity == c }) {
			return false
		}
	}
	return q.Number >= 1 && len(there) >= q.Number
}

// PriorityOn reports whether a priority is current on a day, and whether it is
// recorded at all.
func (s *State) PriorityOn(priority uuid.UUID, day domain.Date) (current, known bool) {
	p, known := fact[domain.PriorityEndorsed](s, priority)
	return known && p.From <= day && day <= p.To, known
}

// TermsOn are the terms that the Workforce Implementation Group works on on a
// day, and false where it is not constituted.
func (s *State) TermsOn(day domain.Date) (t domain.WIGConstituted, ok bool) {
	all, _ := s.terms.Get(struct{}{})
	for _, one := range all {
		if one.From <= day && one.From > t.From {
			t, ok = one, true
		}
	}
	return t, ok
}

// MemberOn is what a person is in the group on a day, and false where nothing.
func (s *State) MemberOn(person uuid.UUID, day domain.Date) (domain.WIGMemberAppointed, bool) {
	all, _ := s.members.Get(person)
	return on(all, day)
}

// TeamOn is who has a role in a hub's team on a day, in the order they were
// first recorded. The hub is empty for the ICS hub.
func (s *State) TeamOn(hub domain.HubID, role string, day domain.Date) (out []domain.HubTeamMemberAppointed) {
	of := s.post(hub, role)
	people, _ := s.staff.Get(of)
	for _, p := range people {
		all, _ := s.team.Get(part{of, p})
		if m, ok := on(all, day); ok {
			out = append(out, m)
		}
	}
	return out
}

// Established is the funded full-time equivalents of a role in a year, and
// false where the establishment has no such role. The hub is empty for the ICS
// hub.
func (s *State) Established(hub domain.HubID, role string, fy domain.FinancialYear) (domain.FTE, bool) {
	return s.establishment.Get(funded{s.post(hub, role), fy})
}

func (s *State) post(hub domain.HubID, role string) post {
	if hub == "" {
		hub = s.hub
	}
	return post{hub, role}
}

// DecidesOn reports whether a person is one of those who take or shape
// decisions on a day: somebody of a team who is said to, a member of the
// Workforce Implementation Group with a vote, or who holds a delegation.
func (s *State) DecidesOn(person uuid.UUID, day domain.Date) bool {
	if m, ok := s.MemberOn(person, day); ok && m.Voting {
		return true
	}
	posts, _ := s.parts.Get(person)
	for _, of := range posts {
		all, _ := s.team.Get(part{of, person})
		if m, ok := on(all, day); ok && m.DecisionMaking {
			return true
		}
	}
	_, holds := s.LimitOn(person, day)
	return holds
}

// DecidingOn are all those persons, ascending.
func (s *State) DecidingOn(day domain.Date) (out []uuid.UUID) {
	people, _ := s.people.Get(struct{}{})
	for _, p := range people {
		if s.DecidesOn(p, day) {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b uuid.UUID) int { return bytes.Compare(a[:], b[:]) })
	return out
}

// LeadsOn are the persons who lead something for a PCN on a day, in the order
// they were first recorded.
func (s *State) LeadsOn(pcn, kind string, day domain.Date) (out []uuid.UUID) {
	people, _ := s.led.Get(leading{pcn: pcn, kind: kind})
	for _, p := range people {
		all, _ := s.leads.Get(leading{pcn, kind, p})
		if _, ok := on(all, day); ok {
			out = append(out, p)
		}
	}
	return out
}

// fact is what is recorded under an id, and false where that is nothing of the
// kind.
func fact[E domain.Event](s *State, id uuid.UUID) (E, bool) {
	known, _ := s.facts.Get(id)
	e, ok := known.(E)
	return e, ok
}
