package rate

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// State is the published figures. Its slices are never written into.
type State struct {
	rates      figures[rateKey, domain.RateSet]
	thresholds figures[string, domain.ThresholdsSet]      // by scheme
	recorded   domain.Register[uuid.UUID, domain.RateSet] // every rate, corrected ones too
	schemes    domain.Table[uuid.UUID, string]            // of every set of limits
}

type rateKey struct {
	kind domain.RateKind
	key  string
	area string
}

// New is a nation in which nothing is published.
func New() *State { return &State{} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State {
	return &State{rates: s.rates.Fork(), thresholds: s.thresholds.Fork(), recorded: s.recorded.Fork(), schemes: s.schemes.Fork()}
}

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() {
	s.rates.Merge()
	s.thresholds.Merge()
	s.recorded.Merge()
	s.schemes.Merge()
}

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	switch e.(type) {
	case domain.RateSet, domain.ThresholdsSet:
		return true
	}
	return false
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.RateSet:
		if wrong, ok := s.recorded.Get(e.Corrects); ok {
			remove(&s.rates, keyOf(wrong), r.Revision, e.Corrects)
		}
		add(&s.rates, keyOf(e), r.Revision, rateFigure(e))
		s.recorded.Set(e.Rate, r.Revision, e)
	case domain.ThresholdsSet:
		if scheme, ok := s.schemes.Get(e.Corrects); ok {
			remove(&s.thresholds, scheme, r.Revision, e.Corrects)
		}
		add(&s.thresholds, e.Scheme, r.Revision, thresholdsFigure(e))
		s.schemes.Set(e.Set, e.Scheme)
	}
}

func keyOf(e domain.RateSet) rateKey { return rateKey{e.Kind, e.Key, e.Area} }

func rateFigure(e domain.RateSet) figure[domain.RateSet] {
	return figure[domain.RateSet]{e.Rate, e.From, e.To, e.PublishedOn, e}
}

func thresholdsFigure(e domain.ThresholdsSet) figure[domain.ThresholdsSet] {
	return figure[domain.ThresholdsSet]{e.Set, e.From, e.To, e.PublishedOn, e}
}
