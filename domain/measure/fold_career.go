package measure

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// support is what is kept of support for a person's career.
type support struct {
	Support
	fold     *Fold
	first    domain.Date
	last     domain.Date // 0 while it goes on
	finished bool
}

func (s *support) entity() Entity {
	e := s.Support
	e.Active = add(nil, span(s.first, s.last, 1))
	e.Started = on(s.first, 1)
	switch {
	case s.finished:
		e.Completed = on(s.last, 1)
	case !s.last.IsZero():
		e.Withdrawn = on(s.last, 1)
	}
	if len(e.Active) == 0 { // it never began
		e.Started, e.Completed = nil, nil
		return &e
	}
	due := s.first.AddMonths(12)
	e.Due = on(due, 1)
	if c, later, known := s.fold.statusOn(e.person, s.first, due); known {
		if c.InPrimaryCare {
			e.Retained = on(due, 1)
		}
		if later {
			e.Confirmed = on(due, 1)
		}
	}
	return &e
}

// statusOn is what is confirmed of a person's employment for a day: the first
// status on or after it, later then, or the newest before it that is not older
// than another day.
func (f *Fold) statusOn(person uuid.UUID, since, day domain.Date) (c domain.EmploymentStatusConfirmed, later, known bool) {
	for _, one := range f.employed[person] { // by day
		if one.On < since {
			continue
		}
		c, known = one, true
		if one.On >= day {
			return c, true, true
		}
	}
	return c, false, known
}

type careerSupport struct{ CareerSupport }

func (c *careerSupport) entity() Entity { return &c.CareerSupport }

func (s scope) careers(e domain.Event, _ domain.Date) []Ref {
	switch e := e.(type) {
	case domain.SupportStarted:
		r, t := at[support](s, KindSupport, e.Support.String())
		t.Support = Support{Hub: string(e.Hub), Type: string(e.Kind), Profession: e.Profession, person: e.Person}
		t.fold, t.first = s.Fold, e.Start
		s.supported[e.Person] = append(s.supported[e.Person], r)
		return one(r)
	case domain.SupportCompleted:
		r, t := at[support](s, KindSupport, e.Support.String())
		t.last, t.finished = e.On, true
		return one(r)
	case domain.SupportWithdrawn:
		r, t := at[support](s, KindSupport, e.Support.String())
		t.last = e.On
		return one(r)
	case domain.CareerSupportProvided:
		r, t := at[careerSupport](s, KindCareerSupport, e.Provision.String())
		t.CareerSupport = CareerSupport{
			Hub: string(e.Hub), Stage: string(e.Stage), Profession: e.Profession, On: int64(e.On), Contacts: int64(e.Contacts),
			Provided: on(e.On, int64(e.Contacts)),
		}
		return one(r)
	case domain.EmploymentStatusConfirmed: // of a person's stream: whoever supports them
		all := append(s.employed[e.Person], e)
		slices.SortStableFunc(all, func(a, b domain.EmploymentStatusConfirmed) int { return int(a.On - b.On) })
		s.employed[e.Person] = all
		return s.supported[e.Person]
	}
	return nil
}
