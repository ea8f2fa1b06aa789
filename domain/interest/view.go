package interest

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// View is what a person had declared at a revision of the stream: what
// decisions of other streams may read.
type View struct {
	state    *State
	revision int64
}

// View is the state as it was at a revision.
func (s *State) View(revision int64) View { return View{s, revision} }

// Interest is an interest as it is declared, and false where it is not.
func (v View) Interest(id uuid.UUID) (domain.DeclaredInterest, bool) {
	return v.state.interests.At(id, v.revision)
}

// HeldOn reports whether an interest is declared and held on a day.
func (v View) HeldOn(id uuid.UUID, day domain.Date) bool {
	d, ok := v.Interest(id)
	return ok && d.HeldOn(day)
}

// Held are the interests that are declared and held on a day, in the order
// they were declared.
func (v View) Held(day domain.Date) []uuid.UUID {
	var out []uuid.UUID
	order, _ := v.state.order.At(struct{}{}, v.revision)
	for _, id := range order {
		if v.HeldOn(id, day) {
			out = append(out, id)
		}
	}
	return out
}

// StatedOn is what the person last stated to hold, of the statements that
// speak of a day or one before it, and false where there is none. Of two about
// one day it is the one made last.
func (v View) StatedOn(day domain.Date) (last Statement, ok bool) {
	statements, _ := v.state.statements.At(struct{}{}, v.revision)
	for _, s := range statements {
		if s.On <= day && s.On >= last.On {
			last, ok = s, true
		}
	}
	last.Interests = slices.Clone(last.Interests)
	return last, ok
}

// NilReturns are the days for which the person stated to hold nothing, in the
// order they were made.
func (v View) NilReturns() []domain.Date {
	var out []domain.Date
	statements, _ := v.state.statements.At(struct{}{}, v.revision)
	for _, s := range statements {
		if s.Nil {
			out = append(out, s.On)
		}
	}
	return out
}
