package domain

import "github.com/google/uuid"

// The events of a hub's stream that say what was decided, by whom, knowing
// what, and with which conflicts of interest.

// DecisionKind is what a decision is about.
type DecisionKind string

// The kinds of decisions.
const (
	DecisionPurchase   DecisionKind = "PURCHASE"
	DecisionGrant      DecisionKind = "GRANT"
	DecisionAllocation DecisionKind = "ALLOCATION" // of money to many, by a rule
	DecisionVariation  DecisionKind = "VARIATION"  // of an award: an extension is one
	DecisionOther      DecisionKind = "OTHER"
)

// Valid reports whether k is one of the kinds.
func (k DecisionKind) Valid() bool {
	switch k {
	case DecisionPurchase, DecisionGrant, DecisionAllocation, DecisionVariation, DecisionOther:
		return true
	}
	return false
}

// Regime is the law or the rules that a decision is taken under.
type Regime string

// The regimes.
const (
	RegimeBelowThreshold  Regime = "BELOW_THRESHOLD"      // standing financial instructions alone
	RegimePCR2015         Regime = "PCR_2015"             // Public Contracts Regulations
	RegimeProcurementAct  Regime = "PROCUREMENT_ACT_2023" // from 24 February 2025
	RegimePSR             Regime = "PSR_2023"             // Provider Selection Regime, of health care services
	RegimeGrant           Regime = "GRANT"                // not a purchase
	RegimeOpenApplication Regime = "OPEN_APPLICATION"     // whoever is eligible
	RegimeNotBound        Regime = "NOT_BOUND"            // the host is no contracting authority: its own instructions alone
)

// Valid reports whether r is one of the regimes.
func (r Regime) Valid() bool {
	switch r {
	case RegimeBelowThreshold, RegimePCR2015, RegimeProcurementAct, RegimePSR, RegimeGrant, RegimeOpenApplication, RegimeNotBound:
		return true
	}
	return false
}

// Route is how a candidate is found.
type Route string

// The routes.
const (
	RouteQuotation    Route = "QUOTATION"
	RouteTender       Route = "TENDER"
	RouteFramework    Route = "FRAMEWORK"
	RouteDirectAward  Route = "DIRECT_AWARD"
	RouteDirectA      Route = "DIRECT_AWARD_A"         // PSR: the only capable provider
	RouteDirectB      Route = "DIRECT_AWARD_B"         // PSR: unrestricted choice of patients
	RouteDirectC      Route = "DIRECT_AWARD_C"         // PSR: the existing provider, no considerable change
	RouteMostSuitable Route = "MOST_SUITABLE_PROVIDER" // PSR
	RouteCompetitive  Route = "COMPETITIVE"            // PSR
	RouteApplication  Route = "APPLICATION"            // for a grant or by a rule
)

// In reports whether a route is one of a regime.
func (r Route) In(regime Regime) bool {
	switch r {
	case RouteQuotation:
		return regime == RegimeBelowThreshold || regime == RegimeNotBound
	case RouteTender, RouteFramework, RouteDirectAward:
		return regime == RegimeBelowThreshold || regime == RegimeNotBound || regime == RegimePCR2015 || regime == RegimeProcurementAct
	case RouteDirectA, RouteDirectB, RouteDirectC, RouteMostSuitable, RouteCompetitive:
		return regime == RegimePSR
	case RouteApplication:
		return regime == RegimeGrant || regime == RegimeOpenApplication
	}
	return false
}

// DecisionOpened says that something is to be decided, and of whom. From here
// on interests are declared for it.
type DecisionOpened struct {
	Decision  uuid.UUID    `json:"decision"`
	Hub       HubID        `json:"hub"`
	Kind      DecisionKind `json:"kind"`
	Subject   string       `json:"subject"`
	Programme uuid.UUID    `json:"programme,omitzero"`
	Award     uuid.UUID    `json:"award,omitzero"` // that is to be varied
	// Candidates are organisations; those that quote for it become candidates
	// too.
	Candidates []string  `json:"candidates,omitempty"`
	Estimate   Pence     `json:"estimateGrossPence"` // whole life, with VAT
	Regime     Regime    `json:"regime,omitzero"`
	Route      Route     `json:"route,omitzero"`
	Threshold  string    `json:"threshold,omitzero"` // the limit of the regime that goes by what is bought, such as LIGHT_TOUCH
	Requester  uuid.UUID `json:"requestedBy"`        // person
	On         Date      `json:"on"`
}

// ConflictDeclaredForDecision says which interests a person declares for one
// decision, or that there is none. It was declared when it was recorded.
type ConflictDeclaredForDecision struct {
	Decision  uuid.UUID   `json:"decision"`
	Person    uuid.UUID   `json:"person"`
	Interests []uuid.UUID `json:"interestRefs,omitempty"` // of the person's register
	Nil       bool        `json:"nil,omitzero"`           // there is none
}

// Mitigation is what is done about a conflict of interest.
type Mitigation string

// The mitigations, from the weakest to the strongest.
const (
	MitigationNoted       Mitigation = "NOTED_NO_ACTION"
	MitigationStays       Mitigation = "DISCLOSED_AND_STAYS"
	MitigationNoPapers    Mitigation = "PAPERS_WITHHELD"
	MitigationDiscuss     Mitigation = "DISCUSS_NOT_DECIDE"
	MitigationLeaves      Mitigation = "LEAVES_FOR_ITEM"
	MitigationRoleRemoved Mitigation = "ROLE_REMOVED_FROM_PROJECT"
	MitigationEscalated   Mitigation = "DECISION_ESCALATED"
	MitigationSupplierOut Mitigation = "SUPPLIER_EXCLUDED"
	MitigationRoleEnded   Mitigation = "ROLE_ENDED"
)

// Valid reports whether m is one of the mitigations.
func (m Mitigation) Valid() bool {
	switch m {
	case MitigationNoted, MitigationStays, MitigationNoPapers, MitigationDiscuss, MitigationLeaves,
		MitigationRoleRemoved, MitigationEscalated, MitigationSupplierOut, MitigationRoleEnded:
		return true
	}
	return false
}

// Recuses reports whether it leaves the person no part in deciding: no vote,
// no score, no chair, no place in a quorum.
func (m Mitigation) Recuses() bool {
	switch m {
	case MitigationDiscuss, MitigationLeaves, MitigationRoleRemoved, MitigationEscalated, MitigationRoleEnded:
		return true
	}
	return false
}

// ConflictManaged says what is done about a person's conflict.
type ConflictManaged struct {
	Decision   uuid.UUID  `json:"decision"`
	Person     uuid.UUID  `json:"person"`
	Mitigation Mitigation `json:"mitigation"`
	Candidate  string     `json:"candidate,omitzero"` // of SUPPLIER_EXCLUDED
	DecidedBy  uuid.UUID  `json:"decidedBy"`          // person
	Reason     string     `json:"reason"`
}

// MitigationVerified says that somebody checked whether it was done.
type MitigationVerified struct {
	Decision uuid.UUID `json:"decision"`
	Person   uuid.UUID `json:"person"`
	Kept     bool      `json:"kept"`
	By       uuid.UUID `json:"by"` // person
}

// AppraisedOption is one of the options of an appraisal.
type AppraisedOption struct {
	Key       string `json:"key" jsonschema:"How scores name it, 2 to 40 capital letters, digits and underscores."`
	Title     string `json:"title" jsonschema:"What it is, no names of persons."`
	Candidate string `json:"candidate,omitzero" jsonschema:"Code of the organisation it means, where it means one."`
}

// AppraisalCriterion is what the options of an appraisal are scored by.
type AppraisalCriterion struct {
	Key    string `json:"key" jsonschema:"How scores name it, 2 to 40 capital letters, digits and underscores."`
	Weight int    `json:"weight" jsonschema:"How much it counts against the others, 1 to 1000."`
	Most   int    `json:"most" jsonschema:"The highest score, 1 to 1000; the lowest is 0."`
}

// CommissioningOptionsAppraised says which options there are for a decision,
// and how they are scored by whom.
type CommissioningOptionsAppraised struct {
	Decision  uuid.UUID            `json:"decision"`
	Options   []AppraisedOption    `json:"options"`
	Criteria  []AppraisalCriterion `json:"criteria"`
	Assessors []uuid.UUID          `json:"assessors"` // persons
}

// ScoreRecorded is what an assessor gives an option by a criterion.
type ScoreRecorded struct {
	Decision  uuid.UUID `json:"decision"`
	Assessor  uuid.UUID `json:"assessor"`
	Option    string    `json:"option"`
	Criterion string    `json:"criterion"`
	Score     int       `json:"score"`
}

// QuotationReceived is what a supplier would do it for.
type QuotationReceived struct {
	Decision  uuid.UUID `json:"decision"`
	Quotation uuid.UUID `json:"quotation"`
	Supplier  string    `json:"supplier"`
	Gross     Pence     `json:"gross"` // whole life, with VAT
	On        Date      `json:"on"`
}

// WaiverApproved says that a decision needs no quotations or tender that the
// standing financial instructions ask for.
type WaiverApproved struct {
	Decision uuid.UUID `json:"decision"`
	Reason   string    `json:"reason"`
	By       uuid.UUID `json:"by"` // person
}

// Vote is what a member says to a decision.
type Vote string

// The votes.
const (
	VoteFor     Vote = "FOR"
	VoteAgainst Vote = "AGAINST"
	VoteAbstain Vote = "ABSTAIN"
	VoteRecused Vote = "RECUSED" // has no part in it
)

// Valid reports whether v is one of the votes.
func (v Vote) Valid() bool {
	return v == VoteFor || v == VoteAgainst || v == VoteAbstain || v == VoteRecused
}

// VoteRecorded is a vote, or that somebody has none. That of a person who is
// recused never counts.
type VoteRecorded struct {
	Decision uuid.UUID `json:"decision"`
	Person   uuid.UUID `json:"person"`
	Vote     Vote      `json:"vote"`
}

// Outcome is what was decided.
type Outcome string

// The outcomes. What is deferred may be decided later.
const (
	OutcomeApprove Outcome = "APPROVE"
	OutcomeReject  Outcome = "REJECT"
	OutcomeDefer   Outcome = "DEFER"
)

// Valid reports whether o is one of the outcomes.
func (o Outcome) Valid() bool {
	return o == OutcomeApprove || o == OutcomeReject || o == OutcomeDefer
}

// ParticipantRole is how somebody took part in a decision.
type ParticipantRole string

// The roles.
const (
	ParticipantAuthor  ParticipantRole = "AUTHOR" // of the papers
	ParticipantAdviser ParticipantRole = "ADVISER"
	ParticipantScorer  ParticipantRole = "SCORER"
	ParticipantChair   ParticipantRole = "CHAIR"
	ParticipantVoter   ParticipantRole = "VOTER" // or decided without a meeting
)

// Valid reports whether r is one of the roles.
func (r ParticipantRole) Valid() bool {
	return r == ParticipantAuthor || r == ParticipantAdviser || r.Decides()
}

// Decides reports whether a recused person may not have the role.
func (r ParticipantRole) Decides() bool {
	return r == ParticipantScorer || r == ParticipantChair || r == ParticipantVoter
}

// Participant is a person who took part in a decision.
type Participant struct {
	Person uuid.UUID       `json:"person" jsonschema:"Random id of the person."`
	Role   ParticipantRole `json:"role" jsonschema:"AUTHOR, ADVISER, SCORER, CHAIR or VOTER."`
}

// AuthorityKind is how a decision was taken.
type AuthorityKind string

// The kinds of authority.
const (
	AuthorityMeeting   AuthorityKind = "MEETING"
	AuthorityDelegated AuthorityKind = "DELEGATED"
	AuthorityUrgent    AuthorityKind = "URGENT" // between meetings; the next one ratifies it
)

// DecisionAuthority is who decided, by what right.
type DecisionAuthority struct {
	Kind       AuthorityKind `json:"kind" jsonschema:"MEETING, DELEGATED or URGENT."`
	Meeting    uuid.UUID     `json:"meeting,omitzero" jsonschema:"Of MEETING: the meeting's id."`
	Item       string        `json:"item,omitzero" jsonschema:"Of MEETING: the item of its agenda."`
	Officer    uuid.UUID     `json:"officer,omitzero" jsonschema:"Of DELEGATED: the person who decided."`
	Delegation uuid.UUID     `json:"delegation,omitzero" jsonschema:"Of DELEGATED: the id of the delegation."`
	Chair      uuid.UUID     `json:"chair,omitzero" jsonschema:"Of URGENT: the person in the chair."`
	Second     uuid.UUID     `json:"second,omitzero" jsonschema:"Of URGENT: the second person who decided."`
}

// FundPart is what a decision may take from one fund line.
type FundPart struct {
	Line  FundLine `json:"line" jsonschema:"The fund line."`
	Pence Pence    `json:"pence" jsonschema:"Pence, 1 or more."`
}

// Reliance is something that a decision relied on: intelligence that the hub
// received, or a version of a national guidance.
type Reliance struct {
	Intelligence uuid.UUID `json:"intelligence,omitzero" jsonschema:"Id of the intelligence received."`
	Guidance     string    `json:"guidance,omitzero" jsonschema:"Code of the guidance, with its version."`
	Version      string    `json:"version,omitzero" jsonschema:"Version of the guidance."`
}

// Votes are the votes that count, by what they say.
type Votes struct {
	For     int `json:"for"`
	Against int `json:"against"`
	Abstain int `json:"abstain"`
}

// CommissioningDecisionMade says what was decided.
type CommissioningDecisionMade struct {
	Decision   uuid.UUID   `json:"decision"`
	Outcome    Outcome     `json:"outcome"`
	Candidate  string      `json:"candidate,omitzero"` // organisation approved of
	Max        Pence       `json:"maxPence,omitzero"`  // whole life, with VAT; of a variation with all there was before
	Purpose    FundPurpose `json:"purpose,omitzero"`
	FundLines  []FundPart  `json:"fundLines,omitempty"` // they sum to what is new of the most
	Needs      []uuid.UUID `json:"needRefs,omitempty"`
	Priorities []uuid.UUID `json:"priorityRefs,omitempty"`
	// NoPriority is why an exception is made from serving a priority.
	NoPriority string            `json:"noPriority,omitzero"`
	Rationale  string            `json:"rationale"`
	Authority  DecisionAuthority `json:"authority"`
	// Participants are those that the command names, the chair, those who
	// scored and those who voted.
	Participants []Participant `json:"participants"`
	ReliedOn     []Reliance    `json:"reliedOn,omitempty"`
	On           Date          `json:"on"`
	Votes        Votes         `json:"votes,omitzero"`    // of a meeting
	Recused      []uuid.UUID   `json:"recused,omitempty"` // persons, as they became so
	// COIPolicy is the version of the policy on conflicts of interest in
	// force, empty where there was none.
	COIPolicy  string `json:"coiPolicy,omitzero"`
	PastReview bool   `json:"pastReview,omitzero"` // the policy's review was overdue
}

// DecisionRatified says that a meeting stands by an urgent decision.
type DecisionRatified struct {
	Decision uuid.UUID `json:"decision"`
	Meeting  uuid.UUID `json:"meeting"`
	Item     string    `json:"item"`
	On       Date      `json:"on"`
}

// DecisionReversed says that a decision no longer stands.
type DecisionReversed struct {
	Decision uuid.UUID `json:"decision"`
	Reason   string    `json:"reason"`
	By       uuid.UUID `json:"by"` // person
}

// DecisionAmended says that a decision approves of less than before. More is a
// decision of its own.
type DecisionAmended struct {
	Decision uuid.UUID `json:"decision"`
	Max      Pence     `json:"maxPence"` // from here on
	Reason   string    `json:"reason"`
	By       uuid.UUID `json:"by"` // person
}

// BreachSuspected says that somebody may have broken the rules on conflicts of
// interest in a decision. Who raised it is never recorded.
type BreachSuspected struct {
	Breach   uuid.UUID `json:"breach"`
	Decision uuid.UUID `json:"decision"`
	Person   uuid.UUID `json:"person,omitzero"` // who may have, where it is known
	What     string    `json:"what"`
	On       Date      `json:"on"` // day it was raised
}

// BreachUpheld says that it was so.
type BreachUpheld struct {
	Breach uuid.UUID `json:"breach"`
	Impact string    `json:"impact"`
	By     uuid.UUID `json:"by"` // person who investigated
	On     Date      `json:"on"`
}

// BreachClosed says what was done about a suspected breach.
type BreachClosed struct {
	Breach  uuid.UUID `json:"breach"`
	Upheld  bool      `json:"upheld"`
	Action  string    `json:"action"`
	Lessons string    `json:"lessons,omitzero"`
	// Published is where the report of it, without names, was published.
	Published string `json:"published,omitzero"`
	On        Date   `json:"on"`
}

func (DecisionOpened) EventType() string                { return "DecisionOpened" }
func (ConflictDeclaredForDecision) EventType() string   { return "ConflictDeclaredForDecision" }
func (ConflictManaged) EventType() string               { return "ConflictManaged" }
func (MitigationVerified) EventType() string            { return "MitigationVerified" }
func (CommissioningOptionsAppraised) EventType() string { return "CommissioningOptionsAppraised" }
func (ScoreRecorded) EventType() string                 { return "ScoreRecorded" }
func (QuotationReceived) EventType() string             { return "QuotationReceived" }
func (WaiverApproved) EventType() string                { return "WaiverApproved" }
func (VoteRecorded) EventType() string                  { return "VoteRecorded" }
func (CommissioningDecisionMade) EventType() string     { return "CommissioningDecisionMade" }
func (DecisionRatified) EventType() string              { return "DecisionRatified" }
func (DecisionReversed) EventType() string              { return "DecisionReversed" }
func (DecisionAmended) EventType() string               { return "DecisionAmended" }
func (BreachSuspected) EventType() string               { return "BreachSuspected" }
func (BreachUpheld) EventType() string                  { return "BreachUpheld" }
func (BreachClosed) EventType() string                  { return "BreachClosed" }

func (DecisionOpened) isEvent()                {}
func (ConflictDeclaredForDecision) isEvent()   {}
func (ConflictManaged) isEvent()               {}
func (MitigationVerified) isEvent()            {}
func (CommissioningOptionsAppraised) isEvent() {}
func (ScoreRecorded) isEvent()                 {}
func (QuotationReceived) isEvent()             {}
func (WaiverApproved) isEvent()                {}
func (VoteRecorded) isEvent()                  {}
func (CommissioningDecisionMade) isEvent()     {}
func (DecisionRatified) isEvent()              {}
func (DecisionReversed) isEvent()              {}
func (DecisionAmended) isEvent()               {}
func (BreachSuspected) isEvent()               {}
func (BreachUpheld) isEvent()                  {}
func (BreachClosed) isEvent()                  {}
