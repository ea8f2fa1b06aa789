package projections

import (
	"cmp"
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// OfferedPlaces are the places of an offer on a day.
type OfferedPlaces struct {
	Offer
	Taken int // by learners, as planned or as it was
}

// places are the offers of a hub and the placements there are.
type places struct {
	offers     []Offer
	placements []Placement
}

func (m *Models) places(hub domain.HubID, n eventstore.Seq) places {
	return places{m.Places.Offers(hub, n), m.Places.Placements(hub, n)}
}

// on are the places there are on a day, by environment, site and profession.
func (p places) on(day domain.Date) (all []OfferedPlaces) {
	for _, o := range p.offers {
		if !o.CoversDay(day) {
			continue
		}
		one := OfferedPlaces{Offer: o}
		for _, placement := range p.placements {
			if placement.Allocated.Event.Offer == o.ID && placement.TakesOn(day) {
				one.Taken++
			}
		}
		all = append(all, one)
	}
	slices.SortStableFunc(all, func(a, b OfferedPlaces) int {
		x, y := a.Offered.Event, b.Offered.Event
		return cmp.Or(cmp.Compare(x.Site, y.Site), cmp.Compare(x.Profession, y.Profession), cmp.Compare(x.From, y.From))
	})
	return all
}

// EnvironmentOn is an environment, and the places that are offered in it on a
// day.
type EnvironmentOn struct {
	Environment
	Offers []OfferedPlaces
}

// Places is how many learners it has places for on the day, by all offers, and
// how many of these are taken.
func (e EnvironmentOn) Places() (capacity, taken int) {
	for _, o := range e.Offers {
		capacity += o.Offered.Event.Capacity
		taken += o.Taken
	}
	return capacity, taken
}

// EnvironmentsOn are the environments of a hub with the places of a day, in the
// order they first applied.
func (m *Models) EnvironmentsOn(hub domain.HubID, day domain.Date, n eventstore.Seq) (all []EnvironmentOn) {
	offers := m.places(domain.HubID(hub.ICB()), n).on(day)
	for _, e := range m.Places.Environments(hub, n) {
		one := EnvironmentOn{Environment: e}
		for _, o := range offers {
			if o.Offered.Event.LE == e.ID {
				one.Offers = append(one.Offers, o)
			}
		}
		all = append(all, one)
	}
	return all
}
