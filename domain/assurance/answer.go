package assurance

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// MaturityOn is the newest assessment of a hub by a matrix, of any version, on a
// day, and false where there is none by then. Its slices must not be changed.
func (s *State) MaturityOn(hub domain.HubID, matrix string, day domain.Date) (newest domain.MaturityAssessed, ok bool) {
	for e := range s.assessed(hub, day) {
		if e.Matrix == matrix && e.On >= newest.On {
			newest, ok = e, true
		}
	}
	return newest, ok
}

// ExceedsIn reports whether a hub exceeds in a domain of a matrix, by its newest
// assessment by that matrix on a day.
func (s *State) ExceedsIn(hub domain.HubID, of string, day domain.Date) bool {
	for e := range s.assessed(hub, day) {
		newest, _ := s.MaturityOn(hub, e.Matrix, day)
		for _, score := range newest.Scores {
			if score.Domain == of && score.Standing == domain.StandingExceeded {
				return true
			}
		}
	}
	return false
}

// assessed gives the assessments of a hub up to a day, as recorded.
func (s *State) assessed(hub domain.HubID, day domain.Date) func(yield func(domain.MaturityAssessed) bool) {
	return func(yield func(domain.MaturityAssessed) bool) {
		h, _ := s.hubs.Get(hub)
		for _, id := range h.assessments {
			if e, _ := s.maturity.Get(id); e.On <= day && !yield(e) {
				return
			}
		}
	}
}

// ProviderOn is who delivers a requirement in the place of a hub on a day, by an
// interim arrangement, and false where the hub does itself. Figures of what is
// delivered then are the provider's.
func (s *State) ProviderOn(hub domain.HubID, requirement string, day domain.Date) (domain.InterimProvider, bool) {
	a, ok := s.provided(hub, []string{requirement}, day, day, uuid.Nil)
	return a.agreed.Provider, ok
}

// provided is an arrangement, other than the one with an id, that provides for
// one of some requirements of a hub on one of some days, and false where there
// is none.
func (s *State) provided(hub domain.HubID, requirements []string, from, to domain.Date, except uuid.UUID) (arrangement, bool) {
	h, _ := s.hubs.Get(hub)
	for _, id := range h.arrangements {
		a, _ := s.arrangements.Get(id)
		meets := a.agreed.From <= to && from <= a.last()
		if id != except && meets && slices.ContainsFunc(a.agreed.Requirements, func(r string) bool { return slices.Contains(requirements, r) }) {
			return a, true
		}
	}
	return arrangement{}, false
}
