package measure

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Fold is the things of all ICSs, as events make them. The zero value has none.
type Fold struct {
	things map[Ref]thing
	// supported is the supports of a person, of all ICSs, and employed what is
	// confirmed of their employment, by day.
	supported map[uuid.UUID][]Ref
	employed  map[uuid.UUID][]domain.EmploymentStatusConfirmed
	purposes  map[promise]domain.FundPurpose
}

// promise is a commitment of an ICS.
type promise struct {
	icb        string
	commitment uuid.UUID
}

// thing is what is kept of an entity.
type thing interface{ entity() Entity }

// Get is a thing as it stands, and false where there is none.
func (f *Fold) Get(r Ref) (Entity, bool) {
	t, ok := f.things[r]
	if !ok {
		return nil, false
	}
	return t.entity(), true
}

// All yields every thing of a kind, in no order.
func (f *Fold) All(kind Kind, yield func(Ref, Entity) bool) {
	for r, t := range f.things {
		if r.Kind == kind && !yield(r, t.entity()) {
			return
		}
	}
}

// Apply takes in an event of an ICS's hubs, or of a person, and names the things
// that it may have changed. day is that of an event that names none itself.
func (f *Fold) Apply(icb string, e domain.Event, day domain.Date) []Ref {
	if f.things == nil {
		f.things = make(map[Ref]thing)
		f.supported = make(map[uuid.UUID][]Ref)
		f.employed = make(map[uuid.UUID][]domain.EmploymentStatusConfirmed)
		f.purposes = make(map[promise]domain.FundPurpose)
	}
	in := scope{f, icb}
	for _, apply := range [...]func(scope, domain.Event, domain.Date) []Ref{
		scope.plans, scope.posts, scope.careers, scope.places, scope.teaching, scope.programmes, scope.money,
	} {
		if refs := apply(in, e, day); refs != nil {
			return refs
		}
	}
	return nil
}

// Remembers reports whether Apply takes in an event though it names no thing:
// what it says counts for things that come later.
func Remembers(e domain.Event) bool {
	switch e.(type) {
	case domain.CommitmentMade, domain.EmploymentStatusConfirmed:
		return true
	}
	return false
}

// scope is the things of one ICS.
type scope struct {
	*Fold
	icb string
}

// at is the thing of a kind and id, made where there is none.
func at[T any, P interface {
	*T
	thing
}](s scope, kind Kind, id string) (Ref, P) {
	r := Ref{kind, s.icb, id}
	if t, ok := s.things[r]; ok {
		return r, t.(P)
	}
	t := P(new(T))
	s.things[r] = t
	return r, t
}

func one(r Ref) []Ref { return []Ref{r} }
