package projections

import (
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Connection is how an organisation or a person is connected with another
// organisation.
type Connection struct {
	With string // code of the other
	// Path is one of the shortest ways there, relationship by relationship,
	// beginning at the other. It is empty for the organisation itself.
	Path []Link
}

// Link is one relationship on the way from an organisation to another.
type Link struct {
	Child, Parent string
	Relationship  domain.RelationshipKind
	From, To      domain.Date // first and last day; To is 0 where it goes on
	Seq           eventstore.Seq
}

// maxSteps bounds how far connections are followed. What is further away than
// an owner's owner's director is no longer an interest in a decision.
const maxSteps = 4

// Connected are all who are connected with some organisations by relationships
// of OWNER, DIRECTOR, PARTNER and SUBCONTRACTOR that hold on one of some days,
// first and last included, and those organisations themselves. The keys are
// codes of organisations and ids of persons. A person is also connected by
// being an employee or a member; nobody is connected through a person.
func (o *Organisations) Connected(codes []string, first, last domain.Date, n eventstore.Seq) map[string]Connection {
	found := make(map[string]Connection, len(codes))
	for _, code := range codes {
		found[code] = Connection{With: code}
	}
	for queue := slices.Clone(codes); len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		here := found[at]
		if len(here.Path) == maxSteps || domain.IsPerson(at) {
			continue
		}
		org, _ := o.Get(at, n)
		reach := func(r Relationship, child, parent string) {
			_, known := found[r.Org]
			if known || !connects(r.Kind, r.Org) || r.From > last || !r.To.IsZero() && r.To < first {
				return
			}
			link := Link{Child: child, Parent: parent, Relationship: r.Kind, From: r.From, To: r.To, Seq: r.Since}
			found[r.Org] = Connection{With: here.With, Path: append(slices.Clone(here.Path), link)}
			queue = append(queue, r.Org)
		}
		for _, r := range org.Parents {
			reach(r, at, r.Org)
		}
		for _, r := range org.Children {
			reach(r, r.Org, at)
		}
	}
	return found
}

// connects reports whether a relationship of a kind connects with who is at its
// other end.
func connects(k domain.RelationshipKind, other string) bool {
	switch k {
	case domain.RelationOwner, domain.RelationDirector, domain.RelationPartner, domain.RelationSubcontractor:
		return true
	}
	return k.OfPersons() && domain.IsPerson(other)
}
