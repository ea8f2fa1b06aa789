package environment

import (
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Hubs is what the room asks about the hubs of the ICS.
type Hubs interface {
	// ActiveOn reports whether a hub is there on a day.
	ActiveOn(hub domain.HubID, day domain.Date) bool
	// School is the code of the Primary Care School that oversees a hub, empty
	// where none is recorded.
	School(hub domain.HubID) string
}

// Organisations is what the room reads of the register of organisations.
type Organisations interface {
	// Class is what kind of body a code names, and false where it is not
	// registered.
	Class(code string) (domain.OrganisationClass, bool)
	// OpenOn reports whether a registered organisation is open on a day, as
	// far as its first and its last day are known.
	OpenOn(code string, day domain.Date) bool
	// Parents are the parents of a child, an organisation or a person, by a
	// kind of relationship on a day.
	Parents(child string, kind domain.RelationshipKind, day domain.Date) []string
}

// OrganisationsStream is the stream whose view is an Organisations.
const OrganisationsStream = "organisations"

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	switch c.(type) {
	case SubmitLEApplication, RecordLEVisit, RecommendLEApproval, DecideLEApproval, CompleteLEAction, LapseLEApproval,
		SuspendLE, ReinstateLE, RaiseQualityConcern, CloseQualityConcern:
		return true
	}
	return false
}

// Reads names the other streams that deciding a command of this room reads.
func (s *State) Reads(c domain.Command) []string {
	switch c.Data.(type) {
	case SubmitLEApplication, RecommendLEApproval, DecideLEApproval, SuspendLE:
		return []string{OrganisationsStream}
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
	orgs  Organisations // where Reads names its stream
}

// Decide answers a command of this room.
func (s *State) Decide(refs domain.References, hubs Hubs, c domain.Command, now time.Time) (domain.Decision, error) {
	o := &order{s: s, k: domain.Check(c), hubs: hubs, id: c.ID, today: domain.BusinessDay(now)}
	if err := domain.TakeViews(refs, s.Reads(c), domain.At(OrganisationsStream, &o.orgs)); err != nil {
		return domain.Decision{}, err
	}
	switch data := c.Data.(type) {
	case SubmitLEApplication:
		return o.submit(data)
	case RecordLEVisit:
		return o.visit(data)
	case RecommendLEApproval:
		return o.recommend(data)
	case DecideLEApproval:
		return o.decide(data)
	case CompleteLEAction:
		return o.complete(data)
	case LapseLEApproval:
		return o.lapse(data)
	case SuspendLE:
		return o.suspend(data)
	case ReinstateLE:
		return o.reinstate(data)
	case RaiseQualityConcern:
		return o.raise(data)
	case CloseQualityConcern:
		return o.close(data)
	}
	return domain.Decision{}, fmt.Errorf("environment decides no %s", c.Data.CommandName())
}

// application is the application of an id, which should be recorded.
func (o *order) application(id uuid.UUID) application {
	a, known := o.s.applications.Get(id)
	o.k.Must(RuleNamed, known, "application %s should be submitted first", id)
	return a
}

// known holds that an environment is recorded.
func (o *order) known(le uuid.UUID) {
	o.k.Must(RuleNamed, o.s.Known(le), "learning environment %s should have applied first", le)
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
	o.k.Require(RuleHub, o.hubs.ActiveOn(hub, day), "%s should be active on %s", hub, day)
}

// party holds that a code names an organisation.
func (o *order) party(code string) domain.OrganisationClass {
	class, registered := o.orgs.Class(code)
	o.k.Must(RuleNamed, registered, "%s should be registered as an organisation first", code)
	return class
}
