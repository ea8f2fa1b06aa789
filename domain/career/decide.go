package career

import (
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	switch c.(type) {
	case StartSupport, RecordSupportSession, CompleteSupport, WithdrawSupport, RecordCareerSupport, UseCPDFunding:
		return true
	}
	return false
}

// Reads names the other streams that deciding a command of this room reads: of
// a command only those that it needs.
func (s *State) Reads(c domain.Command) []string {
	switch data := c.Data.(type) {
	case StartSupport:
		if data.Employer != "" || data.Payee != "" {
			return []string{OrganisationsStream, NationalStream}
		}
		return []string{NationalStream}
	case CompleteSupport, UseCPDFunding:
		return []string{NationalStream}
	}
	return nil
}

// order is a command that is being decided.
type order struct {
	s     *State
	k     *domain.Checks
	hubs  Hubs
	id    uuid.UUID // of the command
	today domain.Date

	// Where Reads names their streams.
	orgs     Organisations
	national National
}

// Decide answers a command of this room.
func (s *State) Decide(refs domain.References, c domain.Command, now time.Time, hubs Hubs) (domain.Decision, error) {
	o := &order{s: s, k: domain.Check(c), hubs: hubs, id: c.ID, today: domain.BusinessDay(now)}
	if err := domain.TakeViews(refs, s.Reads(c), domain.At(OrganisationsStream, &o.orgs), domain.At(NationalStream, &o.national)); err != nil {
		return domain.Decision{}, err
	}
	switch data := c.Data.(type) {
	case StartSupport:
		return o.start(data)
	case RecordSupportSession:
		return o.session(data)
	case CompleteSupport:
		return o.complete(data)
	case WithdrawSupport:
		return o.withdraw(data)
	case RecordCareerSupport:
		return o.provide(data)
	case UseCPDFunding:
		return o.use(data)
	}
	return domain.Decision{}, fmt.Errorf("career decides no %s", c.Data.CommandName())
}

// come holds that a day is not in the future.
func (o *order) come(day domain.Date) {
	o.k.Must(RuleFuture, day <= o.today, "%s is after today, %s; what happened should be recorded when its day has come", day, o.today)
}

// hubOf is the hub that a command names, of this ICS.
func (o *order) hubOf(id domain.HubID) domain.HubID {
	if id == "" {
		return o.s.hub
	}
	o.k.Must(RuleNamed, id.ICB() == string(o.s.hub), "%s should be a hub of %s", id, o.s.hub)
	return id
}

func (o *order) active(hub domain.HubID, day domain.Date) {
	o.k.Require(RuleHub, o.hubs.ActiveOn(hub, day), "%s should be active on %s", hub, day)
}

// again answers an order for what is recorded: nothing where it says the same.
func (o *order) again(same bool, id uuid.UUID) (domain.Decision, error) {
	o.k.Must(RuleIdentity, same, "%s is recorded otherwise already; what differs should have an id of its own", id)
	return o.k.Decide()
}
