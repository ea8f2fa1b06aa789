package assurance

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// State is the assurance of the hubs of one ICS. Its slices are never written
// into.
type State struct {
	hub domain.HubID // the ICS hub

	maturity     domain.Table[uuid.UUID, domain.MaturityAssessed]
	assurance    domain.Table[uuid.UUID, domain.AssuranceAssessed]
	shortfalls   domain.Table[uuid.UUID, shortfall]
	arrangements domain.Table[uuid.UUID, arrangement]
	practices    domain.Table[uuid.UUID, domain.GoodPracticeShared]

	hubs  domain.Table[domain.HubID, assured]
	rated domain.Table[rating, struct{}]
}

// assured are the ids of what is recorded of one hub, in the order in which it
// was.
type assured struct{ assessments, shortfalls, arrangements []uuid.UUID }

// rating is what is rated once.
type rating struct {
	hub      domain.HubID
	item     domain.Consideration
	from, to domain.Date // the period
	on       domain.Date
}

func rates(e domain.AssuranceAssessed) rating {
	return rating{e.Hub, e.Item, e.PeriodFrom, e.PeriodTo, e.On}
}

type shortfall struct {
	declared     domain.DeliveryShortfallDeclared
	closed       domain.DeliveryShortfallClosed
	arrangements []uuid.UUID
}

// open reports whether the hub falls short on a day.
func (s shortfall) open(day domain.Date) bool {
	return s.declared.On <= day && (s.closed.On.IsZero() || day < s.closed.On)
}

// of reports whether a requirement is one that the hub falls short of.
func (s shortfall) of(requirement string) bool {
	return slices.ContainsFunc(s.declared.Requirements, func(u domain.UnmetRequirement) bool { return u.Requirement == requirement })
}

type arrangement struct {
	agreed domain.InterimArrangementAgreed
	ended  domain.InterimArrangementEnded
}

// last is its last day, as it stands.
func (a arrangement) last() domain.Date {
	if !a.ended.On.IsZero() {
		return a.ended.On
	}
	return a.agreed.Until
}

// New is the ICS of an ICB, of whose assurance nothing is recorded.
func New(icb string) *State { return &State{hub: domain.HubID(icb)} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State {
	return &State{
		hub: s.hub, maturity: s.maturity.Fork(), assurance: s.assurance.Fork(), shortfalls: s.shortfalls.Fork(),
		arrangements: s.arrangements.Fork(), practices: s.practices.Fork(), hubs: s.hubs.Fork(), rated: s.rated.Fork(),
	}
}

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() {
	s.maturity.Merge()
	s.assurance.Merge()
	s.shortfalls.Merge()
	s.arrangements.Merge()
	s.practices.Merge()
	s.hubs.Merge()
	s.rated.Merge()
}

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	switch e.(type) {
	case domain.MaturityAssessed, domain.AssuranceAssessed, domain.DeliveryShortfallDeclared, domain.DeliveryShortfallClosed,
		domain.InterimArrangementAgreed, domain.InterimArrangementEnded, domain.GoodPracticeShared:
		return true
	}
	return false
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.MaturityAssessed:
		s.maturity.Set(e.Assessment, e)
		s.of(e.Hub, func(h *assured) { h.assessments = append(slices.Clip(h.assessments), e.Assessment) })
	case domain.AssuranceAssessed:
		s.assurance.Set(e.Assessment, e)
		s.rated.Set(rates(e), struct{}{})
	case domain.DeliveryShortfallDeclared:
		s.shortfalls.Set(e.Shortfall, shortfall{declared: e})
		s.of(e.Hub, func(h *assured) { h.shortfalls = append(slices.Clip(h.shortfalls), e.Shortfall) })
	case domain.DeliveryShortfallClosed:
		one, _ := s.shortfalls.Get(e.Shortfall)
		one.closed = e
		s.shortfalls.Set(e.Shortfall, one)
	case domain.InterimArrangementAgreed:
		s.arrangements.Set(e.Arrangement, arrangement{agreed: e})
		one, _ := s.shortfalls.Get(e.Shortfall)
		one.arrangements = append(slices.Clip(one.arrangements), e.Arrangement)
		s.shortfalls.Set(e.Shortfall, one)
		s.of(e.Hub, func(h *assured) { h.arrangements = append(slices.Clip(h.arrangements), e.Arrangement) })
	case domain.InterimArrangementEnded:
		a, _ := s.arrangements.Get(e.Arrangement)
		a.ended = e
		s.arrangements.Set(e.Arrangement, a)
	case domain.GoodPracticeShared:
		s.practices.Set(e.Practice, e)
	}
}

func (s *State) of(hub domain.HubID, change func(*assured)) {
	h, _ := s.hubs.Get(hub)
	change(&h)
	s.hubs.Set(hub, h)
}
