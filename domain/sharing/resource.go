package sharing

import (
	"reflect"
	"slices"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) catalogue(data CatalogueResource) (domain.Decision, error) {
	e := domain.ResourceCatalogued(data)
	e.Resource, e.Hub, e.Tags = domain.IDOf(data.Resource, o.id, "resource"), o.own(data.Hub), slices.Sorted(slices.Values(data.Tags))
	before, known := o.s.resources.Get(e.Resource)
	if reflect.DeepEqual(before, e) {
		return o.k.Decide()
	}
	o.new(e.Resource, known)
	o.come(e.On)
	o.active(e.Hub, e.On)
	_, registered := o.orgs.Class(e.Owner)
	o.k.Must(RuleNamed, registered, "%s should be registered as an organisation first", e.Owner)
	o.k.Require(RuleOpen, o.orgs.OpenOn(e.Owner, e.On), "%s should be open on %s", e.Owner, e.On)
	return o.k.Decide(e)
}

func (o *order) publish(data PublishResource) (domain.Decision, error) {
	e := domain.ResourcePublished(data)
	e.Hub = o.own(data.Hub)
	_, catalogued := o.s.resources.Get(e.Resource)
	o.k.Must(RuleNamed, catalogued, "resource %s should be catalogued before it is published", e.Resource)
	before, known := o.s.published.Get(publication{e.Resource, e.Platform})
	if before == e {
		return o.k.Decide()
	}
	o.k.Must(RulePublished, !known, "resource %s is on %s since %s; it is published there once", e.Resource, e.Platform, before.On)
	o.come(e.On)
	o.active(e.Hub, e.On)
	return o.k.Decide(e)
}
