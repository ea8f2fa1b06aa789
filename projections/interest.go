package projections

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Interests is the register of interests: what persons declare, each by a
// random id.
type Interests struct {
	facts table[uuid.UUID, domain.Event] // by person
}

// NewInterests is that of an empty log.
func NewInterests() *Interests { return &Interests{facts: make(table[uuid.UUID, domain.Event])} }

// Name implements Model.
func (*Interests) Name() string { return "interests" }

// Apply implements Model.
func (i *Interests) Apply(r Record) error {
	switch e := r.Event.(type) {
	case domain.InterestDeclared:
		i.facts.add(e.Person, r.Seq, e)
	case domain.InterestAmended:
		i.facts.add(e.Person, r.Seq, e)
	case domain.InterestEnded:
		i.facts.add(e.Person, r.Seq, e)
	case domain.NilReturnMade:
		i.facts.add(e.Person, r.Seq, e)
	case domain.DeclarationRefreshed:
		i.facts.add(e.Person, r.Seq, e)
	}
	return nil
}

// Interest is an interest as it is declared.
type Interest struct {
	ID uuid.UUID
	domain.DeclaredInterest
	Declared, Since eventstore.Seq // of the first and the newest event about it
}

// HeldBetween reports whether the interest is held on one of some days, first
// and last included.
func (i Interest) HeldBetween(first, last domain.Date) bool {
	return i.Arose <= last && (i.Ends.IsZero() || first <= i.Ends)
}

// Statement is what a person stated to hold on a day: nothing, or the interests
// declared and no others.
type Statement struct {
	On  domain.Date
	Nil bool
	Seq eventstore.Seq // 0 where there is none
}

// Of are a person's interests as known at n, in the order they were declared.
func (i *Interests) Of(person uuid.UUID, n eventstore.Seq) []Interest {
	var out []Interest
	for seq, e := range i.facts[person].known(n) {
		switch e := e.(type) {
		case domain.InterestDeclared:
			out = append(out, Interest{ID: e.Interest, DeclaredInterest: e.DeclaredInterest, Declared: seq, Since: seq})
		case domain.InterestAmended:
			if j := find(out, e.Interest); j >= 0 {
				out[j].DeclaredInterest, out[j].Since = e.DeclaredInterest, seq
			}
		case domain.InterestEnded:
			if j := find(out, e.Interest); j >= 0 {
				out[j].Ends, out[j].Since = e.On, seq
			}
		}
	}
	return out
}

func find(interests []Interest, id uuid.UUID) int {
	return slices.IndexFunc(interests, func(i Interest) bool { return i.ID == id })
}

// StatedOn is what a person last stated to hold, of the statements that speak
// of a day or one before it. Of two about one day it is the one made last.
func (i *Interests) StatedOn(person uuid.UUID, day domain.Date, n eventstore.Seq) (last Statement) {
	for seq, e := range i.facts[person].known(n) {
		one := Statement{Seq: seq}
		switch e := e.(type) {
		case domain.NilReturnMade:
			one.On, one.Nil = e.On, true
		case domain.DeclarationRefreshed:
			one.On = e.On
		default:
			continue
		}
		if one.On <= day && one.On >= last.On {
			last = one
		}
	}
	return last
}
