package sharing_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/sharing"
)

var (
	catalogued = domain.ResourceCatalogued{
		Resource: guide, Hub: "QE1", Title: "New Roles in Primary Care Guide", Owner: "NHSE", URI: "https://www.example.org/new-roles?page=1",
		Scope: domain.ScopeNational, Tags: []string{"GP", "LEARNING", "PCN"}, On: 20240201,
	}
	published = domain.ResourcePublished{Resource: guide, Hub: "QE1", Platform: "LEARNING_HUB", URI: "https://learninghub.example.org/41", On: 20240301}
)

// Resources are catalogued and published; both are activity and cost nothing.
func TestResource(t *testing.T) {
	catalogue := with(sharing.CatalogueResource(catalogued), func(c *sharing.CatalogueResource) { c.Hub, c.Tags = "", []string{"PCN", "GP", "LEARNING"} })
	publish := with(sharing.PublishResource(published), func(c *sharing.PublishResource) { c.Hub = "" })
	coast := with(published, func(e *domain.ResourcePublished) { e.Hub, e.Platform, e.URI = "QE1~coast", "EDUCATOR_HUB", "" })
	run(t, []domaintest.Case{
		{Name: "a resource is catalogued, its tags in order", When: catalogue, Then: []domain.Event{catalogued}},
		{Name: "without tags, under an id of the command", Anew: true,
			When: with(catalogue, func(c *sharing.CatalogueResource) { c.Resource, c.Tags = uuid.Nil, nil }),
			Then: []domain.Event{with(catalogued, func(e *domain.ResourceCatalogued) {
				e.Resource, e.Tags = domain.NewID(domaintest.CommandID, "resource"), nil
			})}},
		{Name: "for ever so", Given: []domain.Event{catalogued}, When: with(catalogue, func(c *sharing.CatalogueResource) { c.Tags = nil }), Refused: "I-SHR-2"},
		{Name: "by a hub of the ICS", When: with(catalogue, func(c *sharing.CatalogueResource) { c.Hub = "QHM" }), Refused: "I-SHR-1"},
		{Name: "that is there", When: with(catalogue, func(c *sharing.CatalogueResource) { c.Hub, c.On = "QE1~coast", 20230331 }), Refused: "I-SHR-4", Prevents: true},
		{Name: "not tomorrow", When: with(catalogue, func(c *sharing.CatalogueResource) { c.On = 20240604 }), Refused: "I-SHR-3"},
		{Name: "of somebody who is registered", When: with(catalogue, func(c *sharing.CatalogueResource) { c.Owner = "RCGP" }), Refused: "I-SHR-1"},
		{Name: "and open", When: with(catalogue, func(c *sharing.CatalogueResource) { c.Owner = "HEE" }), Refused: "I-SHR-5", Prevents: true},

		{Name: "it is published", Given: []domain.Event{catalogued}, When: publish, Then: []domain.Event{published}},
		{Name: "by any hub on any platform", Given: []domain.Event{catalogued, published}, When: sharing.PublishResource(coast), Then: []domain.Event{coast}},
		{Name: "on each once", Given: []domain.Event{catalogued, published}, When: with(publish, func(c *sharing.PublishResource) { c.On = 20240302 }), Refused: "I-SHR-10"},
		{Name: "if it is catalogued", When: publish, Refused: "I-SHR-1"},
		{Name: "by a hub of the ICS too", Given: []domain.Event{catalogued}, When: with(publish, func(c *sharing.PublishResource) { c.Hub = "QHM" }), Refused: "I-SHR-1"},
		{Name: "that is there too", Given: []domain.Event{catalogued}, When: with(publish, func(c *sharing.PublishResource) { c.Hub, c.On = "QE1~coast", 20230331 }), Refused: "I-SHR-4", Prevents: true},
		{Name: "nor tomorrow", Given: []domain.Event{catalogued}, When: with(publish, func(c *sharing.PublishResource) { c.On = 20240604 }), Refused: "I-SHR-3"},
	}, "I-SHR-1", "I-SHR-2", "I-SHR-3", "I-SHR-4", "I-SHR-5", "I-SHR-10")
}

// What is pointed to, published or shared moves no money by itself.
func TestNothingIsSpent(t *testing.T) {
	for _, e := range []domain.Event{catalogued, published, offered, accepted, moneyGiven, moneyTaken} {
		if p := domain.Postings(e); len(p) != 0 {
			t.Errorf("%s posts %v", e.EventType(), p)
		}
	}
}
