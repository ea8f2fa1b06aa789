package roletype

import (
	"slices"

	"github.com/hubledger/hubledger/domain"
)

// State is the types of role. Its slices are never written into.
type State struct {
	types domain.Register[string, []domain.RoleTypeDefined] // by code: versions 1, 2, …
}

// New is a nation in which no type of role is defined.
func New() *State { return &State{} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State { return &State{types: s.types.Fork()} }

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() { s.types.Merge() }

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	_, ok := e.(domain.RoleTypeDefined)
	return ok
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	if e, ok := r.Event.(domain.RoleTypeDefined); ok {
		known, _ := s.types.Get(e.Code)
		s.types.Set(e.Code, r.Revision, append(slices.Clip(known), e))
	}
}

// View is the types of role as they were known at a revision of the stream.
type View struct {
	state    *State
	revision int64
}

// View is the state as it was at a revision.
func (s *State) View(revision int64) View { return View{s, revision} }

// RoleType is the newest version of a type of role, and false where none is
// defined.
func (v View) RoleType(code string) (domain.RoleTypeDefined, bool) {
	known, _ := v.state.types.At(code, v.revision)
	if len(known) == 0 {
		return domain.RoleTypeDefined{}, false
	}
	return known[len(known)-1], true
}

// RoleTypeOn is the version of a type of role that counts on a day, and false
// where none does.
func (v View) RoleTypeOn(code string, day domain.Date) (domain.RoleTypeDefined, bool) {
	known, _ := v.state.types.At(code, v.revision)
	for _, e := range slices.Backward(known) {
		if e.From <= day && (e.To.IsZero() || day <= e.To) {
			return e, true
		}
	}
	return domain.RoleTypeDefined{}, false
}
