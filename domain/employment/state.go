package employment

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// State is whether one person works. Its slices are never written into.
type State struct {
	person   uuid.UUID
	statuses domain.Register[struct{}, []domain.EmploymentStatusConfirmed] // as recorded
}

// New is a person of whom nothing is recorded.
func New(person uuid.UUID) *State { return &State{person: person} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State { return &State{person: s.person, statuses: s.statuses.Fork()} }

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() { s.statuses.Merge() }

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	_, ok := e.(domain.EmploymentStatusConfirmed)
	return ok
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	if e, ok := r.Event.(domain.EmploymentStatusConfirmed); ok {
		known, _ := s.statuses.Get(struct{}{})
		s.statuses.Set(struct{}{}, r.Revision, append(slices.Clip(known), e))
	}
}

// View is whether the person works as it was known at a revision of the
// stream.
type View struct {
	state    *State
	revision int64
}

// View is the state as it was at a revision.
func (s *State) View(revision int64) View { return View{s, revision} }

// EmploymentOn is the newest status confirmed for a day or one before it, and
// false where there is none.
func (v View) EmploymentOn(day domain.Date) (newest domain.EmploymentStatusConfirmed, ok bool) {
	known, _ := v.state.statuses.At(struct{}{}, v.revision)
	for _, e := range known {
		if e.On <= day && e.On > newest.On {
			newest, ok = e, true
		}
	}
	return newest, ok
}
