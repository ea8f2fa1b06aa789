package projections

import (
	"cmp"
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Organisations is the register of practices, PCNs, commissioners, suppliers
// and other parties: their names, and what they are to one another on which
// days.
type Organisations struct {
	facts table[string, domain.Event] // a relationship stands under both
}

// NewOrganisations is that of an empty log.
func NewOrganisations() *Organisations {
	return &Organisations{facts: make(table[string, domain.Event])}
}

// Name implements Model.
func (*Organisations) Name() string { return "organisations" }

// Apply implements Model.
func (o *Organisations) Apply(r Record) error {
	switch e := r.Event.(type) {
	case domain.OrganisationRegistered:
		o.facts.add(e.Org, r.Seq, e)
	case domain.OrganisationClosed:
		o.facts.add(e.Org, r.Seq, e)
	case domain.OrganisationRelationshipRecorded:
		o.facts.add(e.Child, r.Seq, e)
		if e.Parent != e.Child {
			o.facts.add(e.Parent, r.Seq, e)
		}
	case domain.LegalStatusRecorded:
		o.facts.add(e.Org, r.Seq, e)
	case domain.PatientListRecorded:
		o.facts.add(e.Org, r.Seq, e)
	case domain.PartySucceeded:
		o.facts.add(e.Party, r.Seq, e)
	}
	return nil
}

// Organisation is what is known of one code.
type Organisation struct {
	domain.OrganisationRegistered
	Since      eventstore.Seq // of the newest event about it
	Closed     domain.Date    // last day, 0 where it is open
	Successors []string
	Parents    []Relationship // what it is the child of
	Children   []Relationship
	Statuses   []domain.LegalStatusRecorded
	Lists      []domain.PatientListRecorded // by day, then as recorded
	Succeeded  *domain.PartySucceeded       // who stands in its place by law
}

// Relationship is one side's view of a relationship.
type Relationship struct {
	Org      string // the other side
	Kind     domain.RelationshipKind
	From, To domain.Date // first and last day; To is 0 where it goes on
	StatedBy string
	Since    eventstore.Seq
}

// Covers reports whether the relationship is there on a day.
func (r Relationship) Covers(day domain.Date) bool {
	return r.From <= day && (r.To.IsZero() || day <= r.To)
}

// OpenOn reports whether the organisation is open on a day, as far as its first
// and last day are known.
func (o Organisation) OpenOn(day domain.Date) bool {
	return o.Opened <= day && (o.Closed.IsZero() || day <= o.Closed)
}

// ListOn is the newest list of patients of a day or before, and false where
// there is none.
func (o Organisation) ListOn(day domain.Date) (domain.PatientListRecorded, bool) {
	for _, list := range slices.Backward(o.Lists) {
		if list.On <= day {
			return list, true
		}
	}
	return domain.PatientListRecorded{}, false
}

// Get is an organisation as known at n, and false where the code was not
// registered.
func (o *Organisations) Get(code string, n eventstore.Seq) (Organisation, bool) {
	var org Organisation
	for seq, e := range o.facts[code].known(n) {
		org.Since = seq
		org.evolve(code, seq, e)
	}
	for _, list := range [][]Relationship{org.Parents, org.Children} {
		slices.SortStableFunc(list, func(a, b Relationship) int {
			return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Org, b.Org), cmp.Compare(a.From, b.From))
		})
	}
	slices.SortStableFunc(org.Lists, func(a, b domain.PatientListRecorded) int { return cmp.Compare(a.On, b.On) })
	return org, org.Org != ""
}

// NameOf is an organisation's name as known at n, empty where it has none.
func (o *Organisations) NameOf(code string, n eventstore.Seq) (name string) {
	for _, e := range o.facts[code].known(n) {
		if registered, ok := e.(domain.OrganisationRegistered); ok {
			name = registered.Name
		}
	}
	return name
}

func (o *Organisation) evolve(code string, seq eventstore.Seq, e domain.Event) {
	switch e := e.(type) {
	case domain.OrganisationRegistered:
		o.OrganisationRegistered = e
	case domain.OrganisationClosed:
		o.Closed, o.Successors = e.On, e.Successors
	case domain.OrganisationRelationshipRecorded:
		one := Relationship{Org: e.Parent, Kind: e.Kind, From: e.From, To: e.To, StatedBy: e.StatedBy, Since: seq}
		if e.Child == code {
			o.Parents = replace(o.Parents, one)
			return
		}
		one.Org = e.Child
		o.Children = replace(o.Children, one)
	case domain.LegalStatusRecorded:
		o.Statuses = append(o.Statuses, e)
	case domain.PatientListRecorded:
		o.Lists = append(o.Lists, e)
	case domain.PartySucceeded:
		o.Succeeded = &e
	}
}

// replace puts a relationship in the place of the one with the same other
// side, kind and first day, or at the end.
func replace(known []Relationship, one Relationship) []Relationship {
	i := slices.IndexFunc(known, func(k Relationship) bool {
		return k.Org == one.Org && k.Kind == one.Kind && k.From == one.From
	})
	if i < 0 {
		return append(known, one)
	}
	known[i] = one
	return known
}
