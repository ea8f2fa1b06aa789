package assurance

import (
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	switch c.(type) {
	case AssessMaturity, AssessAssurance, DeclareShortfall, CloseShortfall, AgreeInterimArrangement, EndInterimArrangement, ShareGoodPractice:
		return true
	}
	return false
}

// Reads names the other streams that deciding a command of this room reads.
func (s *State) Reads(c domain.Command) []string {
	switch c.Data.(type) {
	case AssessMaturity, AgreeInterimArrangement:
		return []string{OrganisationsStream, NationalStream}
	case AssessAssurance, ShareGoodPractice:
		return []string{OrganisationsStream}
	case DeclareShortfall:
		return []string{NationalStream}
	}
	return nil
}

// order is a command that is being decided.
type order struct {
	s        *State
	k        *domain.Checks
	near     Neighbours
	id       uuid.UUID // of the command
	today    domain.Date
	orgs     Organisations // where Reads names its stream
	national National      // where Reads names its stream
}

// Decide answers a command of this room.
func (s *State) Decide(refs domain.References, c domain.Command, now time.Time, near Neighbours) (domain.Decision, error) {
	o := &order{s: s, k: domain.Check(c), near: near, id: c.ID, today: domain.BusinessDay(now)}
	if err := domain.TakeViews(refs, s.Reads(c), domain.At(OrganisationsStream, &o.orgs), domain.At(NationalStream, &o.national)); err != nil {
		return domain.Decision{}, err
	}
	switch data := c.Data.(type) {
	case AssessMaturity:
		return o.assess(data)
	case AssessAssurance:
		return o.rate(data)
	case DeclareShortfall:
		return o.declare(data)
	case CloseShortfall:
		return o.close(data)
	case AgreeInterimArrangement:
		return o.agree(data)
	case EndInterimArrangement:
		return o.end(data)
	case ShareGoodPractice:
		return o.share(data)
	}
	return domain.Decision{}, fmt.Errorf("assurance decides no %s", c.Data.CommandName())
}

// hub is the hub that a command names, or the ICS hub where it names none.
func (o *order) hub(named domain.HubID) domain.HubID {
	if named == "" {
		return o.s.hub
	}
	o.k.Must(RuleNamed, named.ICB() == string(o.s.hub), "%s should be a hub of %s", named, o.s.hub)
	return named
}

// shortfall is the shortfall of an id, which should be recorded.
func (o *order) shortfall(id uuid.UUID) shortfall {
	one, known := o.s.shortfalls.Get(id)
	o.k.Must(RuleNamed, known, "shortfall %s should be declared first", id)
	return one
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

// party holds that a code names an organisation that is open on a day.
func (o *order) party(code string, day domain.Date) domain.OrganisationClass {
	class, registered := o.orgs.Class(code)
	o.k.Must(RuleNamed, registered, "%s should be registered as an organisation first", code)
	o.k.Require(RuleOpen, o.orgs.OpenOn(code, day), "%s should be open on %s", code, day)
	return class
}

// another holds that there is another hub than that of the command. Of one in
// another ICS only the ICS is known here: no stream of a hub reads another's.
func (o *order) another(hub domain.HubID, day domain.Date) {
	icb := hub.ICB()
	if icb == string(o.s.hub) {
		o.active(hub, day)
		return
	}
	class := o.party(icb, day)
	o.k.Must(RuleNamed, class == domain.ClassICB, "%s, of hub %s, should be an ICB; it is registered as %s", icb, hub, class)
}
