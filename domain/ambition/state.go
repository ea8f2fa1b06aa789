package ambition

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// State is the ambitions and their progress. Its slices are never written into.
type State struct {
	definitions domain.Register[string, []domain.AmbitionSet] // of an ambition, as recorded
	progress    domain.Register[figure, []domain.AmbitionProgressReported]
	reports     domain.Table[uuid.UUID, domain.AmbitionProgressReported] // every one, corrected ones too
}

// figure is what reports are of. Those of one figure are by the day of their
// publication, ascending, and none of them is corrected.
type figure struct {
	ambition, version string
	asAt              domain.Date
}

func figureOf(e domain.AmbitionProgressReported) figure { return figure{e.Ambition, e.Version, e.AsAt} }

// New is a nation without ambitions.
func New() *State { return &State{} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State {
	return &State{definitions: s.definitions.Fork(), progress: s.progress.Fork(), reports: s.reports.Fork()}
}

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() {
	s.definitions.Merge()
	s.progress.Merge()
	s.reports.Merge()
}

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	switch e.(type) {
	case domain.AmbitionSet, domain.AmbitionProgressReported:
		return true
	}
	return false
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.AmbitionSet:
		known, _ := s.definitions.Get(e.Ambition)
		s.definitions.Set(e.Ambition, r.Revision, append(slices.Clip(known), e))
	case domain.AmbitionProgressReported:
		if wrong, ok := s.reports.Get(e.Corrects); ok {
			counting, _ := s.progress.Get(figureOf(wrong))
			s.progress.Set(figureOf(wrong), r.Revision, without(counting, wrong))
		}
		counting, _ := s.progress.Get(figureOf(e))
		at, _ := slices.BinarySearchFunc(counting, e.PublishedOn, func(one domain.AmbitionProgressReported, day domain.Date) int {
			return int(one.PublishedOn - day)
		})
		s.progress.Set(figureOf(e), r.Revision, slices.Insert(slices.Clone(counting), at, e))
		s.reports.Set(e.Report, e)
	}
}

func without(all []domain.AmbitionProgressReported, wrong domain.AmbitionProgressReported) []domain.AmbitionProgressReported {
	return slices.DeleteFunc(slices.Clone(all), func(one domain.AmbitionProgressReported) bool { return one == wrong })
}
