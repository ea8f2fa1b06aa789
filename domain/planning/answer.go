package planning

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// NeedOpenOn reports whether a training need is open on a day, from that on
// which it was identified to that on which it was met or withdrawn, and whether
// it is recorded at all.
func (s *State) NeedOpenOn(need uuid.UUID, day domain.Date) (open, known bool) {
	n, known := fact[domain.TrainingNeedIdentified](s, need)
	ended, _ := s.needs.Get(need)
	last := ended.last()
	return known && n.On <= day && (last.IsZero() || day <= last), known
}

// ConsultedBy reports whether a training need was discussed with others by a
// day: in a consultation that names it, or one that shows it.
func (s *State) ConsultedBy(need uuid.UUID, day domain.Date) bool {
	if first, ok := s.consulted.Get(need); ok && first <= day {
		return true
	}
	n, _ := fact[domain.TrainingNeedIdentified](s, need)
	for _, id := range n.Evidence {
		if c, ok := fact[domain.ConsultationRecorded](s, id); ok && c.On <= day {
			return true
		}
	}
	return false
}

// Received reports whether intelligence is recorded.
func (s *State) Received(intelligence uuid.UUID) bool {
	_, ok := fact[domain.IntelligenceReceived](s, intelligence)
	return ok
}

// Submitted reports whether a workforce plan is recorded.
func (s *State) Submitted(plan uuid.UUID) bool {
	_, ok := s.plans.Get(plan)
	return ok
}

// Plan is a workforce plan as it is on a day. Its lines must not be changed.
type Plan struct {
	ID       uuid.UUID
	Revision int
	Lines    []domain.PlanLine // by role type, ascending
	Endorsed bool              // this revision, by the day
}

// PlanOn is the plan of a PCN of a year as it is on a day, and false where it
// is not submitted by then.
func (s *State) PlanOn(pcn string, fy domain.FinancialYear, day domain.Date) (Plan, bool) {
	id, _ := s.byYear.Get(year{pcn, fy})
	p, _ := s.plans.Get(id)
	r, ok := p.on(day)
	if !ok {
		return Plan{}, false
	}
	out := Plan{ID: id, Revision: r.Revision, Lines: r.Lines}
	for _, e := range p.endorsements {
		out.Endorsed = out.Endorsed || e.Revision == r.Revision && e.On <= day
	}
	return out, true
}

// fact is what is recorded under an id, and false where that is nothing of the
// kind.
func fact[E domain.Event](s *State, id uuid.UUID) (E, bool) {
	known, _ := s.facts.Get(id)
	e, ok := known.(E)
	return e, ok
}
