package maturity

import (
	"slices"

	"github.com/hubledger/hubledger/domain"
)

// State is the matrices there are. Its slices are never written into.
type State struct {
	matrices domain.Register[string, []domain.MaturityMatrixPublished] // by code: versions 1, 2, …
	codes    domain.Register[struct{}, []string]                       // of the matrices, as published
}

// New is a nation in which no matrix is published.
func New() *State { return &State{} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State { return &State{matrices: s.matrices.Fork(), codes: s.codes.Fork()} }

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() {
	s.matrices.Merge()
	s.codes.Merge()
}

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	_, ok := e.(domain.MaturityMatrixPublished)
	return ok
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	e, ok := r.Event.(domain.MaturityMatrixPublished)
	if !ok {
		return
	}
	known, before := s.matrices.Get(e.Matrix)
	s.matrices.Set(e.Matrix, r.Revision, append(slices.Clip(known), e))
	if !before {
		codes, _ := s.codes.Get(struct{}{})
		s.codes.Set(struct{}{}, r.Revision, append(slices.Clip(codes), e.Matrix))
	}
}

// View is the matrices as they were known at a revision of the stream.
type View struct {
	state    *State
	revision int64
}

// View is the state as it was at a revision.
func (s *State) View(revision int64) View { return View{s, revision} }

// MaturityMatrix is a version of a matrix, and false where it is not published.
// Its slices must not be changed.
func (v View) MaturityMatrix(matrix string, version int) (domain.MaturityMatrixPublished, bool) {
	known, _ := v.state.matrices.At(matrix, v.revision)
	if version < 1 || version > len(known) {
		return domain.MaturityMatrixPublished{}, false
	}
	return known[version-1], true
}

// MaturityMatrixOn is the version of a matrix that counts on a day, and false
// where none does. Its slices must not be changed.
func (v View) MaturityMatrixOn(matrix string, day domain.Date) (domain.MaturityMatrixPublished, bool) {
	known, _ := v.state.matrices.At(matrix, v.revision)
	for _, e := range slices.Backward(known) {
		if e.From <= day && (e.To.IsZero() || day <= e.To) {
			return e, true
		}
	}
	return domain.MaturityMatrixPublished{}, false
}

// CoreFunctionOn reports whether hubs are to deliver something whatever their
// contract says: whether a matrix that counts on a day names it as what one of
// its domains is about.
func (v View) CoreFunctionOn(requirement string, day domain.Date) bool {
	codes, _ := v.state.codes.At(struct{}{}, v.revision)
	return slices.ContainsFunc(codes, func(code string) bool {
		e, _ := v.MaturityMatrixOn(code, day)
		return slices.ContainsFunc(e.Domains, func(d domain.MaturityDomain) bool { return slices.Contains(d.Requirements, requirement) })
	})
}
