package planning

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Hubs is what the room asks about the hubs of the ICS.
type Hubs interface {
	// ActiveOn reports whether a hub is there on a day.
	ActiveOn(hub domain.HubID, day domain.Date) bool
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
	case ReceiveIntelligence, RecordConsultation, OpenTrainingNeedsExercise, CloseTrainingNeedsExercise, IdentifyTrainingNeed, MeetTrainingNeed,
		WithdrawTrainingNeed, SubmitWorkforcePlan, ReviseWorkforcePlan, EndorseWorkforcePlan, RecordWorkforceConversation:
		return true
	}
	return false
}

// Reads names the other streams that deciding a command of this room reads.
func (s *State) Reads(c domain.Command) []string {
	switch c.Data.(type) {
	case RecordConsultation, IdentifyTrainingNeed, SubmitWorkforcePlan, RecordWorkforceConversation:
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
	case ReceiveIntelligence:
		return o.receive(data)
	case RecordConsultation:
		return o.consult(data)
	case OpenTrainingNeedsExercise:
		return o.open(data)
	case CloseTrainingNeedsExercise:
		return o.close(data)
	case IdentifyTrainingNeed:
		return o.identify(data)
	case MeetTrainingNeed:
		e := domain.TrainingNeedMet(data)
		return o.end(e.Need, e.On, over{met: e}, e)
	case WithdrawTrainingNeed:
		e := domain.TrainingNeedWithdrawn(data)
		return o.end(e.Need, e.On, over{withdrawn: e}, e)
	case SubmitWorkforcePlan:
		return o.submit(data)
	case ReviseWorkforcePlan:
		return o.revise(data)
	case EndorseWorkforcePlan:
		return o.endorse(data)
	case RecordWorkforceConversation:
		return o.speak(data)
	}
	return domain.Decision{}, fmt.Errorf("planning decides no %s", c.Data.CommandName())
}

// recorded reports whether an event is recorded already, and holds that nothing
// else is under its id.
func (o *order) recorded(id uuid.UUID, e domain.Event) bool {
	before, known := o.s.facts.Get(id)
	if known && reflect.DeepEqual(before, e) {
		return true
	}
	o.k.Must(RuleIdentity, !known && !o.s.Submitted(id), "%s is recorded otherwise already; what differs should have an id of its own", id)
	return false
}

// by holds that something is done by an active hub of the ICS, on a day that
// has come.
func (o *order) by(hub domain.HubID, day domain.Date) {
	o.come(day)
	o.k.Require(RuleHub, o.hubs.ActiveOn(hub, day), "%s should be active on %s", hub, day)
}

// come holds that a day is not in the future.
func (o *order) come(day domain.Date) {
	o.k.Must(RuleFuture, day <= o.today, "%s is after today, %s; it should be recorded when its day has come", day, o.today)
}

// hubOf is the hub that a command names, of this ICS.
func (o *order) hubOf(id domain.HubID) domain.HubID {
	if id == "" {
		return o.s.hub
	}
	o.k.Must(RuleNamed, id.ICB() == string(o.s.hub), "%s should be a hub of %s", id, o.s.hub)
	return id
}

// pcn holds that a code is that of a PCN, open on a day.
func (o *order) pcn(code string, day domain.Date) {
	class, registered := o.orgs.Class(code)
	o.k.Must(RuleNamed, registered && class == domain.ClassPCN, "%s should be registered as a PCN first", code)
	o.k.Require(RuleOpen, o.orgs.OpenOn(code, day), "%s should be open on %s", code, day)
}

// sorted are ids, ascending; nil where there are none.
func sorted(ids []uuid.UUID) []uuid.UUID {
	return slices.SortedFunc(slices.Values(ids), func(a, b uuid.UUID) int { return bytes.Compare(a[:], b[:]) })
}
