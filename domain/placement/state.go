package placement

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// State is the placements of one ICS. Its slices are never written into.
type State struct {
	hub domain.HubID // the ICS hub

	offers     domain.Table[uuid.UUID, offer]
	placements domain.Table[uuid.UUID, placement]
	learners   domain.Table[uuid.UUID, []uuid.UUID] // placements, by learner
	prices     domain.Table[uuid.UUID, price]
	keyed      domain.Table[keyYear, []uuid.UUID] // prices, by what rates they go by
}

type offer struct {
	offered    domain.PlacementOffered
	placements []uuid.UUID // in the order they were allocated
}

// placement is what is known of one placement.
type placement struct {
	allocated domain.PlacementAllocated
	started   domain.PlacementStarted
	attended  []domain.PlacementDaysRecorded // by their first day
	completed domain.PlacementCompleted
	cancelled domain.PlacementCancelled
	prices    []uuid.UUID
}

// over is the day on which the placement was completed or broken off, or, where
// it had not begun, called off; 0 while it is not.
func (p placement) over() domain.Date { return max(p.completed.On, p.cancelled.On) }

// days are the first and the last day on which it takes a place, as far as they
// are known: as planned, until it has started and is over. It is false of one
// that did not begin.
func (p placement) days() (from, to domain.Date, ok bool) {
	from, to = p.allocated.From, p.allocated.To
	if !p.started.On.IsZero() {
		from, to = p.started.On, max(p.started.On, to)
	} else if !p.cancelled.On.IsZero() {
		return 0, 0, false
	}
	if over := p.over(); !over.IsZero() {
		to = over
	}
	return from, to, p.allocated.Placement != uuid.Nil
}

// covers reports whether it takes a place on a day.
func (p placement) covers(day domain.Date) bool {
	from, to, ok := p.days()
	return ok && from <= day && day <= to
}

// meets reports whether it takes a place on one of some days.
func (p placement) meets(first, last domain.Date) bool {
	from, to, ok := p.days()
	return ok && from <= last && first <= to
}

// price is a price as it stands.
type price struct {
	priced   domain.PlacementPriced
	parts    []domain.PricePart
	pence    domain.Pence
	revision int
}

// rateKey is what rates of a time are of.
type rateKey struct {
	kind domain.RateKind
	key  string
	area string
}

// keyYear is a key in the year of a price's last day.
type keyYear struct {
	rateKey
	fy domain.FinancialYear
}

// New is the ICS of an ICB, without placements.
func New(icb string) *State { return &State{hub: domain.HubID(icb)} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State {
	return &State{
		hub: s.hub, offers: s.offers.Fork(), placements: s.placements.Fork(), learners: s.learners.Fork(),
		prices: s.prices.Fork(), keyed: s.keyed.Fork(),
	}
}

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() {
	s.offers.Merge()
	s.placements.Merge()
	s.learners.Merge()
	s.prices.Merge()
	s.keyed.Merge()
}

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	switch e.(type) {
	case domain.PlacementOffered, domain.PlacementAllocated, domain.PlacementStarted, domain.PlacementDaysRecorded,
		domain.PlacementCompleted, domain.PlacementCancelled, domain.PlacementPriced, domain.PlacementRepriced:
		return true
	}
	return false
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.PlacementOffered:
		s.offers.Set(e.Offer, offer{offered: e})
	case domain.PlacementAllocated:
		s.placements.Set(e.Placement, placement{allocated: e})
		of, _ := s.offers.Get(e.Offer)
		of.placements = append(slices.Clip(of.placements), e.Placement)
		s.offers.Set(e.Offer, of)
		add(&s.learners, e.Learner, e.Placement)
	case domain.PlacementStarted:
		s.change(e.Placement, func(p *placement) { p.started = e })
	case domain.PlacementDaysRecorded:
		s.change(e.Placement, func(p *placement) {
			at, _ := slices.BinarySearchFunc(p.attended, e.From, func(d domain.PlacementDaysRecorded, from domain.Date) int { return int(d.From - from) })
			p.attended = slices.Insert(slices.Clone(p.attended), at, e)
		})
	case domain.PlacementCompleted:
		s.change(e.Placement, func(p *placement) { p.completed = e })
	case domain.PlacementCancelled:
		s.change(e.Placement, func(p *placement) { p.cancelled = e })
	case domain.PlacementPriced:
		s.prices.Set(e.Price, price{priced: e, parts: e.Parts, pence: e.Pence, revision: 1})
		s.change(e.Placement, func(p *placement) { p.prices = append(slices.Clip(p.prices), e.Price) })
		add(&s.keyed, keyYear{rateKey{e.Kind, e.Key, e.Area}, domain.YearOf(e.To)}, e.Price)
	case domain.PlacementRepriced:
		p, _ := s.prices.Get(e.Price)
		p.parts, p.pence, p.revision = e.Parts, e.Pence, e.Revision
		s.prices.Set(e.Price, p)
	}
}

func (s *State) change(id uuid.UUID, change func(*placement)) {
	p, _ := s.placements.Get(id)
	change(&p)
	s.placements.Set(id, p)
}

func add[K comparable](t *domain.Table[K, []uuid.UUID], k K, id uuid.UUID) {
	all, _ := t.Get(k)
	t.Set(k, append(slices.Clip(all), id))
}

// PlacedOn is how many learners are placed by an offer on a day, as it is
// planned or was.
func (s *State) PlacedOn(offer uuid.UUID, day domain.Date) (n int) {
	of, _ := s.offers.Get(offer)
	for _, id := range of.placements {
		if p, _ := s.placements.Get(id); p.covers(day) {
			n++
		}
	}
	return n
}

// PlacementsOn are the placements that a learner is on on a day, as it is
// planned or was.
func (s *State) PlacementsOn(learner uuid.UUID, day domain.Date) (on []uuid.UUID) {
	all, _ := s.learners.Get(learner)
	for _, id := range all {
		if p, _ := s.placements.Get(id); p.covers(day) {
			on = append(on, id)
		}
	}
	return on
}

// PriceOf is what a price comes to as it stands, and false where there is none
// with the id.
func (s *State) PriceOf(id uuid.UUID) (domain.Pence, bool) {
	p, ok := s.prices.Get(id)
	return p.pence, ok
}
