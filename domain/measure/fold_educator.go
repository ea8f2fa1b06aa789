package measure

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// educator is what is kept of somebody who may teach.
type educator struct {
	Educator
	approvals []teaches
}

type teaches struct {
	id          uuid.UUID
	kind        string
	professions []string
	first, last domain.Date
}

func (d *educator) entity() Entity {
	e := d.Educator
	for _, a := range d.approvals {
		held := span(a.first, a.last, 1)
		e.Approved = add(e.Approved, held)
		held.Label = a.kind
		e.Kinds = add(e.Kinds, held)
		for _, held.Label = range a.professions {
			e.Teaching = add(e.Teaching, held)
		}
	}
	e.Approved, e.Kinds, e.Teaching = union(e.Approved), union(e.Kinds), union(e.Teaching)
	return &e
}

// educator is the educator that an event is about.
func (s scope) educator(person uuid.UUID) (Ref, *educator) {
	r, d := at[educator](s, KindEducator, person.String())
	d.person = person
	if d.Hub == "" {
		d.Hub = s.icb
	}
	return r, d
}

func (s scope) teaching(e domain.Event, _ domain.Date) []Ref {
	switch e := e.(type) {
	case domain.EducatorApproved:
		r, d := s.educator(e.Person)
		d.Hub = string(e.Hub)
		d.approvals = append(d.approvals, teaches{e.Approval, string(e.Kind), e.Professions, e.From, e.To})
		return one(r)
	case domain.EducatorApprovalLapsed:
		r, d := s.educator(e.Person)
		for i := range d.approvals {
			if a := &d.approvals[i]; a.id == e.Approval {
				a.last = min(a.last, e.On)
			}
		}
		return one(r)
	case domain.EducatorWithdrawn:
		r, d := s.educator(e.Person)
		for i := range d.approvals {
			d.approvals[i].last = min(d.approvals[i].last, e.On)
		}
		return one(r)
	}
	return nil
}
