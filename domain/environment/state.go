package environment

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// State is the learning environments of one ICS. Its slices are never written
// into.
type State struct {
	hub domain.HubID // the ICS hub

	applications domain.Table[uuid.UUID, application]
	environments domain.Table[uuid.UUID, environment]
	visits       domain.Table[uuid.UUID, domain.LEVisitHeld]
	actions      domain.Table[uuid.UUID, action]
	suspensions  domain.Table[uuid.UUID, suspension]
	concerns     domain.Table[uuid.UUID, concern]
}

// application is what is known of one application.
type application struct {
	submitted   domain.LEApplicationSubmitted
	seen        domain.Date // first day it was looked at, 0 before
	recommended domain.LEApprovalRecommended
	decided     domain.LEApprovalDecided
	lapsed      domain.LEApprovalLapsed
}

// last is the last day of its approval, as it stands.
func (a application) last() domain.Date {
	if !a.lapsed.On.IsZero() {
		return min(a.lapsed.On, a.decided.To)
	}
	return a.decided.To
}

// environment is what is known of one environment, in the order it was
// recorded.
type environment struct {
	approvals   []uuid.UUID // applications that were approved
	suspensions []uuid.UUID
}

type action struct {
	application uuid.UUID
	action      domain.LEAction
	completed   domain.LEActionCompleted
}

type suspension struct {
	suspended  domain.LESuspended
	reinstated domain.LEReinstated
}

func (s suspension) covers(day domain.Date) bool {
	return s.suspended.From <= day && (s.reinstated.On.IsZero() || day < s.reinstated.On)
}

type concern struct {
	raised domain.QualityConcernRaised
	closed domain.QualityConcernClosed
}

// New is the ICS of an ICB, without learning environments.
func New(icb string) *State { return &State{hub: domain.HubID(icb)} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State {
	return &State{
		hub: s.hub, applications: s.applications.Fork(), environments: s.environments.Fork(), visits: s.visits.Fork(),
		actions: s.actions.Fork(), suspensions: s.suspensions.Fork(), concerns: s.concerns.Fork(),
	}
}

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() {
	s.applications.Merge()
	s.environments.Merge()
	s.visits.Merge()
	s.actions.Merge()
	s.suspensions.Merge()
	s.concerns.Merge()
}

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	switch e.(type) {
	case domain.LEApplicationSubmitted, domain.LEVisitHeld, domain.LEApprovalRecommended, domain.LEApprovalDecided, domain.LEActionCompleted,
		domain.LEApprovalLapsed, domain.LESuspended, domain.LEReinstated, domain.QualityConcernRaised, domain.QualityConcernClosed:
		return true
	}
	return false
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.LEApplicationSubmitted:
		s.applications.Set(e.Application, application{submitted: e})
		known, _ := s.environments.Get(e.LE)
		s.environments.Set(e.LE, known)
	case domain.LEVisitHeld:
		s.visits.Set(e.Visit, e)
		s.change(e.Application, func(a *application) {
			if a.seen.IsZero() || e.On < a.seen {
				a.seen = e.On
			}
		})
	case domain.LEApprovalRecommended:
		s.change(e.Application, func(a *application) { a.recommended = e })
	case domain.LEApprovalDecided:
		s.change(e.Application, func(a *application) { a.decided = e })
		for _, one := range e.Actions {
			s.actions.Set(one.Action, action{application: e.Application, action: one})
		}
		if e.Outcome.Approves() {
			le, _ := s.environments.Get(e.LE)
			le.approvals = append(slices.Clip(le.approvals), e.Application)
			s.environments.Set(e.LE, le)
		}
	case domain.LEActionCompleted:
		a, _ := s.actions.Get(e.Action)
		a.completed = e
		s.actions.Set(e.Action, a)
	case domain.LEApprovalLapsed:
		s.change(e.Application, func(a *application) { a.lapsed = e })
	case domain.LESuspended:
		s.suspensions.Set(e.Suspension, suspension{suspended: e})
		le, _ := s.environments.Get(e.LE)
		le.suspensions = append(slices.Clip(le.suspensions), e.Suspension)
		s.environments.Set(e.LE, le)
	case domain.LEReinstated:
		one, _ := s.suspensions.Get(e.Suspension)
		one.reinstated = e
		s.suspensions.Set(e.Suspension, one)
	case domain.QualityConcernRaised:
		s.concerns.Set(e.Concern, concern{raised: e})
	case domain.QualityConcernClosed:
		c, _ := s.concerns.Get(e.Concern)
		c.closed = e
		s.concerns.Set(e.Concern, c)
	}
}

func (s *State) change(id uuid.UUID, change func(*application)) {
	a, _ := s.applications.Get(id)
	change(&a)
	s.applications.Set(id, a)
}
