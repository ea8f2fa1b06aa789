package governance

import (
	"fmt"
	"reflect"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Neighbours are the other rooms of the hub's stream, as far as decisions ask
// them. All answer from the same state of the stream.
type Neighbours struct {
	Hubs  Hubs
	Plans Plans
}

// Hubs is which hubs there are.
type Hubs interface {
	ActiveOn(hub domain.HubID, day domain.Date) bool
}

// Plans is what PCNs plan.
type Plans interface {
	// Submitted reports whether a workforce plan is recorded.
	Submitted(plan uuid.UUID) bool
}

// Organisations is what the room reads of the register of organisations.
type Organisations interface {
	// Class is what kind of body a code names, and false where it is not
	// registered.
	Class(code string) (domain.OrganisationClass, bool)
	// OpenOn reports whether a registered organisation is open on a day, as
	// far as its first and its last day are known.
	OpenOn(code string, day domain.Date) bool
}

// OrganisationsStream is the stream whose view is an Organisations.
const OrganisationsStream = "organisations"

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	switch c.(type) {
	case ConstituteWIG, AppointWIGMember, RecordWIGMemberLeft, RecordMeeting, RecordOversightReview, ConfirmPlanAlignment, RecordEngagement, EndorsePriority,
		AppointTeamMember, RecordTeamMemberLeft, SetEstablishment, GrantDelegation, RevokeDelegation, NamePCNLead, EndPCNLead:
		return true
	}
	return false
}

// Reads names the other streams that deciding a command of this room reads.
func (s *State) Reads(c domain.Command) []string {
	if _, ok := c.Data.(NamePCNLead); ok {
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
	actor uuid.UUID // person
	today domain.Date
	orgs  Organisations // where Reads names its stream
}

// Decide answers a command of this room.
func (s *State) Decide(refs domain.References, c domain.Command, now time.Time, near Neighbours) (domain.Decision, error) {
	o := &order{s: s, k: domain.Check(c), near: near, id: c.ID, actor: c.Actor.Person, today: domain.BusinessDay(now)}
	if err := domain.TakeViews(refs, s.Reads(c), domain.At(OrganisationsStream, &o.orgs)); err != nil {
		return domain.Decision{}, err
	}
	switch data := c.Data.(type) {
	case ConstituteWIG:
		return o.constitute(data)
	case AppointWIGMember:
		return o.appointMember(data)
	case RecordWIGMemberLeft:
		return o.memberLeft(data)
	case RecordMeeting:
		return o.meet(data)
	case RecordOversightReview:
		return o.review(data)
	case ConfirmPlanAlignment:
		return o.confirm(data)
	case RecordEngagement:
		return o.engage(data)
	case EndorsePriority:
		return o.endorse(data)
	case AppointTeamMember:
		return o.appoint(data)
	case RecordTeamMemberLeft:
		return o.left(data)
	case SetEstablishment:
		return o.establish(data)
	case GrantDelegation:
		return o.grant(data)
	case RevokeDelegation:
		return o.revoke(data)
	case NamePCNLead:
		return o.lead(data)
	case EndPCNLead:
		return o.endLead(data)
	}
	return domain.Decision{}, fmt.Errorf("governance decides no %s", c.Data.CommandName())
}

// recorded reports whether an event is recorded already, and holds that nothing
// else is under its id.
func (o *order) recorded(id uuid.UUID, e domain.Event) bool {
	before, known := o.s.facts.Get(id)
	if known && reflect.DeepEqual(before, e) {
		return true
	}
	o.k.Must(RuleIdentity, !known, "%s is recorded otherwise already; what differs should have an id of its own", id)
	return false
}

// come holds that a day is not in the future.
func (o *order) come(day domain.Date) {
	o.k.Must(RuleFuture, day <= o.today, "%s is after today, %s; what was held should be recorded when its day has come", day, o.today)
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
	o.k.Require(RuleHub, o.near.Hubs.ActiveOn(hub, day), "%s should be active on %s", hub, day)
}

// begins holds that a tenure follows those before it, and reports whether it is
// recorded already.
func begins[E comparable](o *order, before []tenure[E], e E, from domain.Date, what string) bool {
	for _, t := range before {
		if t.of == e {
			return true
		}
		if t.to.IsZero() {
			o.k.Must(RuleOnce, false, "%s from %s on; it should end before it begins again, on %s", what, t.from, from)
		} else {
			o.k.Must(RuleOnce, t.to < from, "%s from %s until %s; it should begin again after that, not on %s", what, t.from, t.to, from)
		}
	}
	return false
}

// ends holds that a tenure goes on that can end, and reports whether its end is
// recorded already.
func ends[E any](o *order, before []tenure[E], day domain.Date, what string) bool {
	for _, t := range before {
		if t.to == day {
			return true
		}
	}
	n := len(before)
	o.k.Must(RuleNamed, n > 0, "it should be recorded that %s before it ends", what)
	if n > 0 {
		last := before[n-1]
		o.k.Must(RuleOnce, last.to.IsZero(), "%s until %s; it ends once", what, last.to)
		o.k.Must(RuleOnce, last.from <= day, "%s from %s on; it should not end before, on %s", what, last.from, day)
	}
	return false
}
