package kpi

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// State is the indicators, the sets and the calendar. Its slices are never
// written into.
type State struct {
	definitions domain.Register[string, []domain.KPIDefinitionPublished] // by code: versions 1, 2, …
	sets        domain.Register[nation, []domain.KPISetAdopted]          // of all names, as recorded
	due         domain.Register[dated, domain.ReturnCalendarPublished]   // what counts
	calendars   domain.Table[uuid.UUID, domain.ReturnCalendarPublished]  // every one, replaced ones too
}

// nation is the one key of what there is once.
type nation struct{}

// dated is what a due day is of.
type dated struct {
	kind   domain.ReturnKind
	period domain.HalfYear
}

// New is a nation without indicators.
func New() *State { return &State{} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State {
	return &State{definitions: s.definitions.Fork(), sets: s.sets.Fork(), due: s.due.Fork(), calendars: s.calendars.Fork()}
}

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() {
	s.definitions.Merge()
	s.sets.Merge()
	s.due.Merge()
	s.calendars.Merge()
}

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	switch e.(type) {
	case domain.KPIDefinitionPublished, domain.KPISetAdopted, domain.ReturnCalendarPublished:
		return true
	}
	return false
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.KPIDefinitionPublished:
		known, _ := s.definitions.Get(e.Code)
		s.definitions.Set(e.Code, r.Revision, append(slices.Clip(known), e))
	case domain.KPISetAdopted:
		known, _ := s.sets.Get(nation{})
		s.sets.Set(nation{}, r.Revision, append(slices.Clip(known), e))
	case domain.ReturnCalendarPublished:
		s.due.Set(dated{e.Kind, e.Period}, r.Revision, e)
		s.calendars.Set(e.Calendar, e)
	}
}

// versions are the versions of a set.
func (s *State) versions(set string) (known []domain.KPISetAdopted) {
	all, _ := s.sets.Get(nation{})
	for _, e := range all {
		if e.Set == set {
			known = append(known, e)
		}
	}
	return known
}
