package commissioning

import (
	"fmt"
	"reflect"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Handles reports whether a command is one of this room.
func (s *State) Handles(c domain.CommandData) bool {
	switch c.(type) {
	case ProposeProgramme, AssureProgramme, LaunchProgramme, RecordSession, CloseProgramme,
		OpenDecision, DeclareConflict, ManageConflict, VerifyMitigation, AppraiseOptions, RecordScore, RecordQuotation, ApproveWaiver,
		RecordVote, RecordDecision, RatifyDecision, ReverseDecision, AmendDecision,
		RecordNotice, StartStandstill, RecordRepresentation, EndStandstill, AwardContract, VaryAward, EndAward, AcceptDelivery,
		SuspectBreach, UpholdBreach, CloseBreach, ApproveLocalityDecision, CarryOnAward:
		return true
	}
	return false
}

// Reads names the other streams that deciding a command of this room reads.
func (s *State) Reads(c domain.Command) []string {
	switch data := c.Data.(type) {
	case ProposeProgramme, RecordDecision, StartStandstill, EndStandstill:
		return []string{NationalStream}
	case AssureProgramme, OpenDecision, RecordQuotation, RecordRepresentation, AwardContract, CarryOnAward:
		return []string{OrganisationsStream}
	case DeclareConflict:
		return []string{PersonStream(data.Person)}
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
	on    domain.Date // day on which it takes effect

	// Where Reads names their streams.
	orgs      Organisations
	national  National
	interests Interests
}

// Decide answers a command of this room.
func (s *State) Decide(refs domain.References, c domain.Command, now time.Time, near Neighbours) (domain.Decision, error) {
	o := &order{s: s, k: domain.Check(c), near: near, id: c.ID, actor: c.Actor.Person, today: domain.BusinessDay(now), on: c.EffectiveOn}
	if o.on.IsZero() && c.Happened != nil {
		o.on = c.Happened.On
	}
	if o.on.IsZero() {
		o.on = o.today
	}
	for _, stream := range s.Reads(c) {
		var ok bool
		switch v := refs.View(stream); stream {
		case OrganisationsStream:
			o.orgs, ok = v.(Organisations)
		case NationalStream:
			o.national, ok = v.(National)
		default:
			o.interests, ok = v.(Interests)
		}
		if !ok {
			return domain.Decision{}, fmt.Errorf("commissioning: the view of %s is not what the room reads of it", stream)
		}
	}
	switch data := c.Data.(type) {
	case ProposeProgramme:
		return o.propose(data)
	case AssureProgramme:
		return o.assure(data)
	case LaunchProgramme:
		return o.launch(data)
	case RecordSession:
		return o.session(data)
	case CloseProgramme:
		return o.closeProgramme(data)
	case OpenDecision:
		return o.open(data)
	case DeclareConflict:
		return o.declare(data)
	case ManageConflict:
		return o.manage(data)
	case VerifyMitigation:
		return o.verify(data)
	case AppraiseOptions:
		return o.appraise(data)
	case RecordScore:
		return o.score(data)
	case RecordQuotation:
		return o.quote(data)
	case ApproveWaiver:
		return o.waive(data)
	case RecordVote:
		return o.vote(data)
	case RecordDecision:
		return o.decide(data)
	case RatifyDecision:
		return o.ratify(data)
	case ReverseDecision:
		return o.reverse(data)
	case AmendDecision:
		return o.amend(data)
	case RecordNotice:
		return o.notice(data)
	case StartStandstill:
		return o.stand(data)
	case RecordRepresentation:
		return o.hear(data)
	case EndStandstill:
		return o.endStandstill(data)
	case AwardContract:
		return o.award(data)
	case VaryAward:
		return o.vary(data)
	case EndAward:
		return o.endAward(data)
	case AcceptDelivery:
		return o.accept(data)
	case SuspectBreach:
		return o.suspect(data)
	case UpholdBreach:
		return o.uphold(data)
	case CloseBreach:
		return o.closeBreach(data)
	case ApproveLocalityDecision:
		return o.approveLocality(data)
	case CarryOnAward:
		return o.carryOn(data)
	}
	return domain.Decision{}, fmt.Errorf("commissioning decides no %s", c.Data.CommandName())
}

// person is who a command names, or else who gives it.
func (o *order) person(id uuid.UUID) uuid.UUID {
	if id == uuid.Nil {
		return o.actor
	}
	return id
}

// hub is the hub a command names, or else that of the ICS, and is there.
func (o *order) hub(id domain.HubID) domain.HubID {
	if id == "" {
		id = domain.HubID(o.s.icb)
	}
	o.k.Must(RuleNamed, o.near.Hubs.ActiveOn(id, o.on), "%s should be registered as a hub of the ICS %s, and active on %s", id, o.s.icb, o.on)
	return id
}

// repeats reports whether a thing is recorded already as it is, and holds that
// what is recorded once is not another.
func (o *order) repeats(known bool, before, now domain.Event, what any) bool {
	if !known {
		return false
	}
	if reflect.DeepEqual(before, now) {
		return true
	}
	o.k.Must(RuleOnce, false, "%s %v is recorded already, and otherwise; it is recorded once", before.EventType(), what)
	return false
}

// come holds that a day is not in the future.
func (o *order) come(day domain.Date, what string) {
	o.k.Must(RuleFuture, day <= o.today, "%s is after today, %s; the day %s should have come", day, o.today, what)
}

// decision is a decision that was opened.
func (o *order) decision(id uuid.UUID) decision {
	d, known := o.s.decisions.Get(id)
	o.k.Must(RuleNamed, known, "decision %s should be opened first", id)
	return d
}

// undecided holds that what a decision is decided on comes before it.
func (o *order) undecided(d decision) {
	o.k.Require(RuleDecided, !d.decided(), "decision %s was made on %s; what it is decided on should be recorded before", d.opened.Decision, d.made.On)
}

// registered holds that a code names an organisation that is open on a day.
func (o *order) registered(code, as string, day domain.Date) domain.OrganisationClass {
	class, known := o.orgs.Class(code)
	o.k.Must(RuleNamed, known, "%s, %s, should be registered as an organisation first", code, as)
	o.k.Require(RuleNamed, o.orgs.OpenOn(code, day), "%s, %s, should be open on %s", code, as, day)
	return class
}
