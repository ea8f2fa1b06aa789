package projections

import (
	"cmp"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Resource is something to learn from that a hub points people to, and where
// it has put it.
type Resource struct {
	About
	Catalogued Fact[domain.ResourceCatalogued]
	Published  []Fact[domain.ResourcePublished]
}

func (s *Sharing) resource(icb string, id uuid.UUID, n eventstore.Seq) (r Resource, ok bool) {
	r.About = s.folds(icb, aResource, id, n, func(seq eventstore.Seq, e any) {
		switch e := e.(type) {
		case domain.ResourceCatalogued:
			r.Catalogued = fact(seq, e)
		case domain.ResourcePublished:
			r.Published = append(r.Published, fact(seq, e))
		}
	})
	r.Hub = cmp.Or(r.Catalogued.Event.Hub, r.Hub)
	return r, r.Catalogued.Known()
}

// Resources are those of a hub as known at n, in the order they were first met.
func (s *Sharing) Resources(hub domain.HubID, n eventstore.Seq) []Resource {
	return all(&s.things, hub, aResource, n, s.resource, func(r Resource) About { return r.About })
}

// PublishedBy are those of its publications that took place by a day.
func (r Resource) PublishedBy(day domain.Date) (on []Fact[domain.ResourcePublished]) {
	for _, p := range r.Published {
		if p.Event.On <= day {
			on = append(on, p)
		}
	}
	return on
}
