package placement

import (
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	switch c.(type) {
	case OfferPlacement, AllocatePlacement, StartPlacement, RecordPlacementDays, CompletePlacement, CancelPlacement,
		PricePlacement, RepricePlacement, RepriceTariff:
		return true
	}
	return false
}

// Reads names the other streams that deciding a command of this room reads.
func (s *State) Reads(c domain.Command) []string {
	switch c.Data.(type) {
	case OfferPlacement, AllocatePlacement, StartPlacement:
		return []string{OrganisationsStream}
	case PricePlacement:
		return []string{NationalStream, OrganisationsStream}
	case RepricePlacement, RepriceTariff:
		return []string{NationalStream}
	}
	return nil
}

// order is a command that is being decided.
type order struct {
	s      *State
	k      *domain.Checks
	near   Neighbours
	id     uuid.UUID // of the command
	today  domain.Date
	orgs   Organisations // where Reads names its stream
	nation National      // where Reads names its stream
}

// Decide answers a command of this room.
func (s *State) Decide(refs domain.References, c domain.Command, now time.Time, near Neighbours) (domain.Decision, error) {
	o := &order{s: s, k: domain.Check(c), near: near, id: c.ID, today: domain.BusinessDay(now)}
	if err := domain.TakeViews(refs, s.Reads(c), domain.At(OrganisationsStream, &o.orgs), domain.At(NationalStream, &o.nation)); err != nil {
		return domain.Decision{}, err
	}
	switch data := c.Data.(type) {
	case OfferPlacement:
		return o.offer(data)
	case AllocatePlacement:
		return o.allocate(data)
	case StartPlacement:
		return o.start(data)
	case RecordPlacementDays:
		return o.attend(data)
	case CompletePlacement:
		return o.complete(data)
	case CancelPlacement:
		return o.cancel(data)
	case PricePlacement:
		return o.price(data)
	case RepricePlacement:
		return o.reprice(data)
	case RepriceTariff:
		return o.repriceAll(data)
	}
	return domain.Decision{}, fmt.Errorf("placement decides no %s", c.Data.CommandName())
}

// placement is the placement of an id, which should be recorded.
func (o *order) placement(id uuid.UUID) placement {
	p, known := o.s.placements.Get(id)
	o.k.Must(RuleNamed, known, "placement %s should be allocated first", id)
	return p
}

// new holds that nothing else is recorded under an id.
func (o *order) new(id uuid.UUID, known bool) {
	o.k.Must(RuleIdentity, !known, "%s is recorded otherwise already; what differs should have an id of its own", id)
}

// come holds that a day is not in the future.
func (o *order) come(day domain.Date) {
	o.k.Must(RuleFuture, day <= o.today, "%s is after today, %s; it should be recorded when its day has come", day, o.today)
}

// party holds that a code names an organisation that is open on a day.
func (o *order) party(code string, day domain.Date) {
	_, registered := o.orgs.Class(code)
	o.k.Must(RuleNamed, registered, "%s should be registered as an organisation first", code)
	o.k.Require(RuleOpen, o.orgs.OpenOn(code, day), "%s should be open on %s", code, day)
}
