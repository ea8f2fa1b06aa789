package projections

import (
	"strings"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// Commissioning is what hubs decide on, and what they decide by: decisions,
// awards, grants, programmes, needs, plans, contracts, priorities, meetings,
// delegations, and who is in which post.
//
// Whatever has an id is kept by the ICS whose stream it stands in, by its kind
// and by its id: nothing keeps the hub of another ICS from giving something of
// its own the same id, and the two must never be taken for one.
type Commissioning struct {
	facts table[thing, domain.Event]
	// things are the ids of a kind in an ICS, in the order they were first met.
	things table[shelf, uuid.UUID]
	// people are the events about the group, its members and the teams of an
	// ICS, by its ICB.
	people table[string, domain.Event]
	// opened are the ICSs in which a decision of an id was opened.
	opened table[uuid.UUID, string]
	// suspected is the decision that a suspected breach is about.
	suspected map[thing]uuid.UUID
}

// kind is what sort of thing has an id.
type kind uint8

const (
	_ kind = iota
	aDecision
	anAward
	aGrant
	aProgramme
	aNeed
	aPlan
	aContract
	aPriority
	aMeeting
	aDelegation
	anIntelligence
	aBreach
)

type thing struct {
	icb  string
	kind kind
	id   uuid.UUID
}

type shelf struct {
	icb  string
	kind kind
}

// NewCommissioning is that of an empty log.
func NewCommissioning() *Commissioning {
	return &Commissioning{
		facts: make(table[thing, domain.Event]), things: make(table[shelf, uuid.UUID]), people: make(table[string, domain.Event]),
		opened: make(table[uuid.UUID, string]), suspected: make(map[thing]uuid.UUID),
	}
}

// Name implements Model.
func (*Commissioning) Name() string { return "commissioning" }

// Apply implements Model.
func (c *Commissioning) Apply(r Record) error {
	switch e := r.Event.(type) {
	// Most events of a log are none of these, and leave here.
	case domain.WIGConstituted, domain.WIGMemberAppointed, domain.WIGMemberLeft, domain.HubTeamMemberAppointed, domain.HubTeamMemberLeft:
		c.people.add(icbOf(r.Stream), r.Seq, e)
	case domain.DecisionOpened:
		c.opened.add(e.Decision, r.Seq, icbOf(r.Stream))
		c.add(r, aDecision, e.Decision)
	case domain.ConflictDeclaredForDecision:
		c.add(r, aDecision, e.Decision)
	case domain.ConflictManaged:
		c.add(r, aDecision, e.Decision)
	case domain.MitigationVerified:
		c.add(r, aDecision, e.Decision)
	case domain.CommissioningOptionsAppraised:
		c.add(r, aDecision, e.Decision)
	case domain.ScoreRecorded:
		c.add(r, aDecision, e.Decision)
	case domain.QuotationReceived:
		c.add(r, aDecision, e.Decision)
	case domain.WaiverApproved:
		c.add(r, aDecision, e.Decision)
	case domain.VoteRecorded:
		c.add(r, aDecision, e.Decision)
	case domain.CommissioningDecisionMade:
		c.add(r, aDecision, e.Decision)
	case domain.DecisionRatified:
		c.add(r, aDecision, e.Decision)
	case domain.DecisionReversed:
		c.add(r, aDecision, e.Decision)
	case domain.DecisionAmended:
		c.add(r, aDecision, e.Decision)
	case domain.EventVoided:
		if e.Type == (domain.CommissioningDecisionMade{}).EventType() {
			c.add(r, aDecision, e.Of)
		}
	case domain.NoticePublished:
		c.add(r, aDecision, e.Decision)
	case domain.StandstillStarted:
		c.add(r, aDecision, e.Decision)
	case domain.RepresentationReceived:
		c.add(r, aDecision, e.Decision)
	case domain.StandstillEnded:
		c.add(r, aDecision, e.Decision)
	case domain.BreachSuspected:
		c.suspected[thing{icbOf(r.Stream), aBreach, e.Breach}] = e.Decision
		c.add(r, aDecision, e.Decision)
	case domain.BreachUpheld:
		c.ofBreach(r, e.Breach)
	case domain.BreachClosed:
		c.ofBreach(r, e.Breach)
	case domain.ContractAwarded:
		c.add(r, anAward, e.Award)
		c.add(r, aDecision, e.Decision)
	case domain.AwardVaried:
		c.add(r, anAward, e.Award)
		c.add(r, aDecision, e.Decision)
	case domain.AwardEnded:
		c.add(r, anAward, e.Award)
	case domain.DeliveryAccepted:
		c.add(r, anAward, e.Award)
	case domain.CommitmentMade:
		c.add(r, anAward, e.Award)
		c.add(r, aGrant, e.Grant)
		c.add(r, aDecision, e.Decision)
	case domain.GrantOffered:
		c.add(r, aGrant, e.Grant)
		c.add(r, aDecision, e.Decision)
	case domain.GrantAccepted:
		c.add(r, aGrant, e.Grant)
	case domain.GrantMilestoneMet:
		c.add(r, aGrant, e.Grant)
	case domain.GrantTerminated:
		c.add(r, aGrant, e.Grant)
	case domain.ProgrammeProposed:
		c.add(r, aProgramme, e.Programme)
	case domain.ProgrammeQualityAssured:
		c.add(r, aProgramme, e.Programme)
	case domain.ProgrammeLaunched:
		c.add(r, aProgramme, e.Programme)
	case domain.ProgrammeSessionDelivered:
		c.add(r, aProgramme, e.Programme)
	case domain.ProgrammeClosed:
		c.add(r, aProgramme, e.Programme)
	case domain.TrainingNeedIdentified:
		c.add(r, aNeed, e.Need)
	case domain.TrainingNeedMet:
		c.add(r, aNeed, e.Need)
	case domain.TrainingNeedWithdrawn:
		c.add(r, aNeed, e.Need)
	case domain.ConsultationRecorded:
		for _, need := range e.Needs {
			c.add(r, aNeed, need)
		}
	case domain.IntelligenceReceived:
		c.add(r, anIntelligence, e.Intelligence)
	case domain.WorkforcePlanSubmitted:
		c.add(r, aPlan, e.Plan)
	case domain.WorkforcePlanRevised:
		c.add(r, aPlan, e.Plan)
	case domain.WorkforcePlanEndorsed:
		c.add(r, aPlan, e.Plan)
	case domain.PlanAlignmentConfirmed:
		for _, plan := range e.Plans {
			c.add(r, aPlan, plan)
		}
	case domain.HubContractSigned:
		c.add(r, aContract, e.Contract)
	case domain.HubContractVaried:
		c.add(r, aContract, e.Contract)
	case domain.HubContractEnded:
		c.add(r, aContract, e.Contract)
	case domain.PriorityEndorsed:
		c.add(r, aPriority, e.Priority)
	case domain.MeetingHeld:
		c.add(r, aMeeting, e.Meeting)
	case domain.DelegationGranted:
		c.add(r, aDelegation, e.Delegation)
	case domain.DelegationRevoked:
		c.add(r, aDelegation, e.Delegation)
	}
	return nil
}

// add keeps an event as a fact about a thing; about none where id names none.
func (c *Commissioning) add(r Record, k kind, id uuid.UUID) {
	if id == uuid.Nil {
		return
	}
	icb := icbOf(r.Stream)
	key := thing{icb, k, id}
	if c.facts[key] == nil {
		c.things.add(shelf{icb, k}, r.Seq, id)
	}
	c.facts.add(key, r.Seq, r.Event)
}

// ofBreach keeps an event about a breach with the decision that it is about.
func (c *Commissioning) ofBreach(r Record, breach uuid.UUID) {
	c.add(r, aDecision, c.suspected[thing{icbOf(r.Stream), aBreach, breach}])
}

// icbOf is the code of the ICB whose hub's stream it is.
func icbOf(stream eventstore.StreamID) string {
	return strings.TrimPrefix(string(stream), string(wire.KindHub)+"-")
}

// Fact is an event and the Seq it is known from. What the event holds is the
// model's and must not be changed.
type Fact[E domain.Event] struct {
	Seq   eventstore.Seq // 0 where it is not known
	Event E
}

// Known reports whether there is the fact.
func (f Fact[E]) Known() bool { return f.Seq > 0 }

// fact is what an event says of itself.
func fact[E domain.Event](seq eventstore.Seq, e E) Fact[E] { return Fact[E]{seq, e} }

// About is what all things of a hub's stream have in common.
type About struct {
	ICB  string
	Hub  domain.HubID // the locality hub, or the hub of the ICS
	ID   uuid.UUID
	Seqs []eventstore.Seq // of all events about it, in the order of the log
}

// folds folds the facts of a thing that are known at n.
func (c *Commissioning) folds(icb string, k kind, id uuid.UUID, n eventstore.Seq, evolve func(eventstore.Seq, domain.Event)) About {
	about := About{ICB: icb, Hub: domain.HubID(icb), ID: id}
	for seq, e := range c.facts[thing{icb, k, id}].known(n) {
		about.Seqs = append(about.Seqs, seq)
		evolve(seq, e)
	}
	return about
}

// all are the things of a kind that belong to a hub, in the order they were
// first met: those of the ICS with its locality hubs, or of one locality hub
// alone.
func all[T any](c *Commissioning, hub domain.HubID, k kind, n eventstore.Seq, get func(icb string, id uuid.UUID, n eventstore.Seq) (T, bool), about func(T) About) []T {
	var out []T
	for _, id := range c.things[shelf{hub.ICB(), k}].known(n) {
		if one, ok := get(hub.ICB(), id, n); ok && (!hub.IsLocality() || about(one).Hub == hub) {
			out = append(out, one)
		}
	}
	return out
}
