package sharing

import (
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	switch c.(type) {
	case OfferResourceShare, AcceptResourceShare, EndResourceShare, CatalogueResource, PublishResource:
		return true
	}
	return false
}

// Reads names the other streams that deciding a command of this room reads.
// That of another ICS's hub is never among them: what its side says is a fact.
func (s *State) Reads(c domain.Command) []string {
	switch c.Data.(type) {
	case OfferResourceShare, AcceptResourceShare, CatalogueResource:
		return []string{OrganisationsStream}
	}
	return nil
}

// order is a command that is being decided.
type order struct {
	s     *State
	k     *domain.Checks
	near  Neighbours
	id    uuid.UUID // of the command
	today domain.Date
	orgs  Organisations // where Reads names its stream
}

// Decide answers a command of this room.
func (s *State) Decide(refs domain.References, c domain.Command, now time.Time, near Neighbours) (domain.Decision, error) {
	o := &order{s: s, k: domain.Check(c), near: near, id: c.ID, today: domain.BusinessDay(now)}
	if err := domain.TakeViews(refs, s.Reads(c), domain.At(OrganisationsStream, &o.orgs)); err != nil {
		return domain.Decision{}, err
	}
	switch data := c.Data.(type) {
	case OfferResourceShare:
		return o.offer(data)
	case AcceptResourceShare:
		return o.accept(data)
	case EndResourceShare:
		return o.end(data)
	case CatalogueResource:
		return o.catalogue(data)
	case PublishResource:
		return o.publish(data)
	}
	return domain.Decision{}, fmt.Errorf("sharing decides no %s", c.Data.CommandName())
}

// own is the hub that a command names, or the ICS hub where it names none.
func (o *order) own(hub domain.HubID) domain.HubID {
	if hub == "" {
		return o.s.hub
	}
	o.k.Must(RuleNamed, hub.ICB() == string(o.s.hub), "%s should be a hub of %s", hub, o.s.hub)
	return hub
}

// new holds that nothing else is recorded under an id.
func (o *order) new(id uuid.UUID, known bool) {
	o.k.Must(RuleIdentity, !known, "%s is recorded otherwise already; what differs should have an id of its own", id)
}

// come holds that a day is not in the future.
func (o *order) come(day domain.Date) {
	o.k.Must(RuleFuture, day <= o.today, "%s is after today, %s; it should be recorded when its day has come", day, o.today)
}

// active holds that a hub is there on a day.
func (o *order) active(hub domain.HubID, day domain.Date) {
	o.k.Require(RuleHub, o.near.Hubs.ActiveOn(hub, day), "%s should be active on %s", hub, day)
}
