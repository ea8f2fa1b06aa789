package planning

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// State is what the hubs of one ICS know, what has to be learnt, and what is
// planned. Its slices are never written into.
type State struct {
	hub domain.HubID // the ICS hub

	// facts are the events of what has an id and does not change:
	// intelligence, consultations, exercises, needs, and conversations.
	facts     domain.Table[uuid.UUID, domain.Event]
	closed    domain.Table[uuid.UUID, domain.TrainingNeedsExerciseClosed]
	needs     domain.Table[uuid.UUID, over]
	consulted domain.Table[uuid.UUID, domain.Date] // needs, by the first day they were discussed
	plans     domain.Table[uuid.UUID, plan]
	byYear    domain.Table[year, uuid.UUID] // plans
}

// over is how a need ended.
type over struct {
	met       domain.TrainingNeedMet
	withdrawn domain.TrainingNeedWithdrawn
}

// last is the last day on which it was open, 0 while it is.
func (o over) last() domain.Date { return max(o.met.On, o.withdrawn.On) }

// plan is what is known of one workforce plan.
type plan struct {
	submitted    domain.WorkforcePlanSubmitted
	revisions    []domain.WorkforcePlanRevised  // 2, 3, …
	endorsements []domain.WorkforcePlanEndorsed // as recorded
}

// newest is the plan's newest revision.
func (p plan) newest() domain.WorkforcePlanRevised {
	if n := len(p.revisions); n > 0 {
		return p.revisions[n-1]
	}
	return p.original()
}

// original is the plan as it was submitted, as its first revision.
func (p plan) original() domain.WorkforcePlanRevised {
	s := p.submitted
	return domain.WorkforcePlanRevised{Plan: s.Plan, Hub: s.Hub, PCN: s.PCN, FY: s.FY, Revision: 1, Lines: s.Lines, On: s.On}
}

// on is the plan's revision of a day, and false before it was submitted.
func (p plan) on(day domain.Date) (domain.WorkforcePlanRevised, bool) {
	for _, r := range slices.Backward(p.revisions) { // each follows the one before
		if r.On <= day {
			return r, true
		}
	}
	return p.original(), p.submitted.Plan != uuid.Nil && p.submitted.On <= day
}

// year is a year of a PCN.
type year struct {
	pcn string
	fy  domain.FinancialYear
}

// New is the ICS of an ICB, of which nothing is known.
func New(icb string) *State { return &State{hub: domain.HubID(icb)} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State {
	return &State{
		hub: s.hub, facts: s.facts.Fork(), closed: s.closed.Fork(), needs: s.needs.Fork(),
		consulted: s.consulted.Fork(), plans: s.plans.Fork(), byYear: s.byYear.Fork(),
	}
}

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() {
	s.facts.Merge()
	s.closed.Merge()
	s.needs.Merge()
	s.consulted.Merge()
	s.plans.Merge()
	s.byYear.Merge()
}

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	switch e.(type) {
	case domain.IntelligenceReceived, domain.ConsultationRecorded, domain.TrainingNeedsExerciseOpened, domain.TrainingNeedsExerciseClosed,
		domain.TrainingNeedIdentified, domain.TrainingNeedMet, domain.TrainingNeedWithdrawn,
		domain.WorkforcePlanSubmitted, domain.WorkforcePlanRevised, domain.WorkforcePlanEndorsed, domain.WorkforceConversationHeld:
		return true
	}
	return false
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.IntelligenceReceived:
		s.facts.Set(e.Intelligence, e)
	case domain.ConsultationRecorded:
		s.facts.Set(e.Consultation, e)
		for _, need := range e.Needs {
			if first, ok := s.consulted.Get(need); !ok || e.On < first {
				s.consulted.Set(need, e.On)
			}
		}
	case domain.TrainingNeedsExerciseOpened:
		s.facts.Set(e.Exercise, e)
	case domain.TrainingNeedsExerciseClosed:
		s.closed.Set(e.Exercise, e)
	case domain.TrainingNeedIdentified:
		s.facts.Set(e.Need, e)
	case domain.TrainingNeedMet:
		s.needs.Set(e.Need, over{met: e})
	case domain.TrainingNeedWithdrawn:
		s.needs.Set(e.Need, over{withdrawn: e})
	case domain.WorkforcePlanSubmitted:
		s.plans.Set(e.Plan, plan{submitted: e})
		s.byYear.Set(year{e.PCN, e.FY}, e.Plan)
	case domain.WorkforcePlanRevised:
		p, _ := s.plans.Get(e.Plan)
		p.revisions = append(slices.Clip(p.revisions), e)
		s.plans.Set(e.Plan, p)
	case domain.WorkforcePlanEndorsed:
		p, _ := s.plans.Get(e.Plan)
		p.endorsements = append(slices.Clip(p.endorsements), e)
		s.plans.Set(e.Plan, p)
	case domain.WorkforceConversationHeld:
		s.facts.Set(e.Conversation, e)
	}
}
