package projections

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Commissioning is what hubs decide on, and what they decide by: decisions,
// awards, grants, programmes, needs, plans, contracts, priorities, meetings,
// delegations, and who is in which post.
type Commissioning struct {
	things
	// people are the events about the group, its members and the teams of an
	// ICS, by its ICB.
	people table[string, domain.Event]
	// opened are the ICSs in which a decision of an id was opened.
	opened table[uuid.UUID, string]
	// suspected is the decision that a suspected breach is about.
	suspected map[thing]uuid.UUID `digest:"-"` // by the breach's first fact
	// named are the PCNs of plans and the payees of grants.
	named mentions
}

// NewCommissioning is that of an empty log.
func NewCommissioning() *Commissioning {
	return &Commissioning{
		things: newThings(), people: make(table[string, domain.Event]),
		opened: make(table[uuid.UUID, string]), suspected: make(map[thing]uuid.UUID), named: newMentions(),
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
	case domain.LocalityDecisionApproved:
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
	case domain.AwardCarriedOn:
		c.add(r, anAward, e.Award)
	case domain.GrantCarriedOn:
		c.named.add(r, e.Payee)
		c.add(r, aGrant, e.Grant)
	case domain.GrantOffered:
		c.named.add(r, e.Payee)
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
		c.named.add(r, e.PCN)
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

// ofBreach keeps an event about a breach with the decision that it is about.
func (c *Commissioning) ofBreach(r Record, breach uuid.UUID) {
	c.add(r, aDecision, c.suspected[thing{icbOf(r.Stream), aBreach, breach}])
}
