package career

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// State is the support for careers in one ICS. Its slices are never written
// into.
type State struct {
	hub domain.HubID // the ICS hub

	supports    domain.Table[uuid.UUID, support]
	fellowships domain.Table[uuid.UUID, []uuid.UUID]  // of a person, as begun
	facts       domain.Table[uuid.UUID, domain.Event] // sessions, provisions and uses of money
	used        domain.Table[head, domain.Pence]      // for a person
}

// support is support as it stands. What has not happened is zero.
type support struct {
	started   domain.SupportStarted
	completed domain.SupportCompleted
	withdrawn domain.SupportWithdrawn
}

// last is the last day: the planned one until another is recorded.
func (s support) last() domain.Date {
	if s.over() {
		return max(s.completed.On, s.withdrawn.On) // one of them is zero
	}
	return s.started.Until
}

// over reports whether the support has ended.
func (s support) over() bool { return s.completed.On != 0 || s.withdrawn.On != 0 }

// head is a person in a year.
type head struct {
	person uuid.UUID
	fy     domain.FinancialYear
}

// New is the ICS of an ICB, in which nobody is supported.
func New(icb string) *State { return &State{hub: domain.HubID(icb)} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State {
	return &State{hub: s.hub, supports: s.supports.Fork(), fellowships: s.fellowships.Fork(), facts: s.facts.Fork(), used: s.used.Fork()}
}

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() {
	s.supports.Merge()
	s.fellowships.Merge()
	s.facts.Merge()
	s.used.Merge()
}

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	switch e.(type) {
	case domain.SupportStarted, domain.SupportSessionRecorded, domain.SupportCompleted, domain.SupportWithdrawn,
		domain.CareerSupportProvided, domain.CPDFundingUsed:
		return true
	}
	return false
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.SupportStarted:
		s.supports.Set(e.Support, support{started: e})
		if e.Kind == domain.SupportFellowship {
			known, _ := s.fellowships.Get(e.Person)
			s.fellowships.Set(e.Person, append(slices.Clip(known), e.Support))
		}
	case domain.SupportSessionRecorded:
		s.facts.Set(e.Session, e)
	case domain.SupportCompleted:
		known, _ := s.supports.Get(e.Support)
		known.completed = e
		s.supports.Set(e.Support, known)
	case domain.SupportWithdrawn:
		known, _ := s.supports.Get(e.Support)
		known.withdrawn = e
		s.supports.Set(e.Support, known)
	case domain.CareerSupportProvided:
		s.facts.Set(e.Provision, e)
	case domain.CPDFundingUsed:
		s.facts.Set(e.Use, e)
		of := head{e.Person, e.FY}
		known, _ := s.used.Get(of)
		s.used.Set(of, known+e.Pence)
	}
}

// FellowshipsOn is how many fellowships a person has on a day.
func (s *State) FellowshipsOn(person uuid.UUID, day domain.Date) (n int) {
	all, _ := s.fellowships.Get(person)
	for _, id := range all {
		if f, _ := s.supports.Get(id); f.started.Start <= day && day <= f.last() {
			n++
		}
	}
	return n
}

// CPDUsed is what was used in a year for the continuing professional
// development of a person.
func (s *State) CPDUsed(person uuid.UUID, fy domain.FinancialYear) domain.Pence {
	used, _ := s.used.Get(head{person, fy})
	return used
}
