package domain

import "github.com/google/uuid"

// The events of a hub's stream about posts that the hub proposes. The records
// of a workforce census are no posts, and are in other streams.

// RoleOrigin is how a role came to be.
type RoleOrigin string

// The origins of roles.
const (
	OriginExisting RoleOrigin = "EXISTING" // there before
	OriginNew      RoleOrigin = "NEW"
	OriginPCNDES   RoleOrigin = "PCN_DES" // introduced through the PCN contract
)

// Valid reports whether o is one of the origins.
func (o RoleOrigin) Valid() bool { return o == OriginExisting || o == OriginNew || o == OriginPCNDES }

// RoleFunding is whose money pays a post.
type RoleFunding string

// Who pays.
const (
	FundingARRS     RoleFunding = "ARRS"     // the Additional Roles Reimbursement Scheme
	FundingPractice RoleFunding = "PRACTICE" // a practice or PCN
	FundingTrust    RoleFunding = "TRUST"
	FundingHub      RoleFunding = "HUB" // money of the hub's programmes
	FundingOther    RoleFunding = "OTHER"
)

// Valid reports whether f is one of them.
func (f RoleFunding) Valid() bool {
	switch f {
	case FundingARRS, FundingPractice, FundingTrust, FundingHub, FundingOther:
		return true
	}
	return false
}

// RolePost is what every event of a post says of it.
type RolePost struct {
	Post            uuid.UUID  `json:"post"`
	Hub             HubID      `json:"hub"`
	PCN             string     `json:"pcn,omitzero"` // none of a rotational post that no PCN leads
	RoleType        string     `json:"roleType"`
	RoleTypeVersion int        `json:"roleTypeVersion"` // in force on the day the event is about
	Origin          RoleOrigin `json:"origin"`
}

// RolePostProposed says that the hub proposes a post.
type RolePostProposed struct {
	RolePost
	FTE     FTE         `json:"fte"`
	Band    string      `json:"band,omitzero"` // of Agenda for Change
	Funding RoleFunding `json:"funding"`
	// Area is that of the rates it is reimbursed by.
	Area string `json:"area,omitzero"`
	// Additional says that the PCN asserts it to be above what there was on 31
	// March 2019.
	Additional bool `json:"additional"`
	From       Date `json:"from"` // intended first day
}

// RolePostRecruited says that somebody works in a post, from a day on.
type RolePostRecruited struct {
	RolePost
	Person         uuid.UUID   `json:"person"`
	FTE            FTE         `json:"fte"`
	Funding        RoleFunding `json:"funding"`
	Employer       string      `json:"employer"`
	Start          Date        `json:"start"` // first day
	IntendedMonths int         `json:"intendedMonths"`
	// Cover says that it is temporary cover for somebody in such a post.
	Cover bool `json:"cover,omitzero"`
	// QualifiedOn and LastEmployedOn, the last day with the PCN or one of its
	// practices before, are stated where the type of role asks for them.
	// Promoted says that the post is a promotion from there.
	QualifiedOn    Date `json:"qualifiedOn,omitzero"`
	LastEmployedOn Date `json:"lastEmployedOn,omitzero"`
	Promoted       bool `json:"promoted,omitzero"`
}

// EmbeddingCondition is one of the conditions on which a role is embedded: those
// of the PCN contract.
type EmbeddingCondition string

// The conditions, all of which are to hold.
const (
	// ConditionTeam: in the core network practices, and fully integrated in
	// the multi-disciplinary team.
	ConditionTeam EmbeddingCondition = "TEAM"
	// ConditionAccess: to other professionals, records systems, administrative
	// and office support, training and development.
	ConditionAccess EmbeddingCondition = "ACCESS"
	// ConditionSupervision: appropriate clinical supervision and
	// administrative support.
	ConditionSupervision EmbeddingCondition = "SUPERVISION"
	// ConditionTerm: employed or contracted for long enough. How long that is
	// is published.
	ConditionTerm EmbeddingCondition = "TERM"
)

// EmbeddingConditions are all of them.
var EmbeddingConditions = [...]EmbeddingCondition{ConditionTeam, ConditionAccess, ConditionSupervision, ConditionTerm}

// EmbeddingTest is a condition that holds, and the document that shows it.
type EmbeddingTest struct {
	Condition EmbeddingCondition `json:"condition"`
	DocHash   Hash               `json:"docHash"`
}

// RoleEmbedded says that a role is embedded: every condition holds.
type RoleEmbedded struct {
	RolePost
	Person  uuid.UUID       `json:"person"`
	FTE     FTE             `json:"fte"`
	Funding RoleFunding     `json:"funding"`
	Tests   []EmbeddingTest `json:"tests"` // in the order of EmbeddingConditions
	By      uuid.UUID       `json:"by"`    // person who found so
	On      Date            `json:"on"`    // first day
}

// RoleEmbeddingLapsed says that a role is no longer embedded, though somebody
// still works in it: a condition does not hold any more.
type RoleEmbeddingLapsed struct {
	RolePost
	Person    uuid.UUID          `json:"person"`
	FTE       FTE                `json:"fte"`
	Condition EmbeddingCondition `json:"condition"`
	On        Date               `json:"on"` // last day on which all held
	Reason    string             `json:"reason"`
}

// RolePostFTEChanged says that somebody works more or less in a post.
type RolePostFTEChanged struct {
	RolePost
	Person uuid.UUID `json:"person"`
	FTE    FTE       `json:"fte"`
	Before FTE       `json:"before"`
	From   Date      `json:"from"` // first day
}

// RolePostEnded says that a post is no more, or is not to be.
type RolePostEnded struct {
	RolePost
	Person uuid.UUID `json:"person,omitzero"` // none where nobody was recruited
	FTE    FTE       `json:"fte"`
	On     Date      `json:"on"` // last day
	Reason string    `json:"reason"`
}

// RotationLeg is a part of a rotational post: some days at one place.
type RotationLeg struct {
	Leg int    `json:"leg"` // 1, 2, …
	Org string `json:"org"`
	// PrimaryCare says that the place is a practice or a PCN. Only such legs
	// count for hubs.
	PrimaryCare bool `json:"primaryCare"`
	From        Date `json:"from"` // planned first and last day
	To          Date `json:"to"`
	FTE         FTE  `json:"fte"`
}

// RotationalPostCreated says that there is a post that rotates.
type RotationalPostCreated struct {
	RolePost
	Legs []RotationLeg `json:"legs"`
}

// RotationLegStarted says that somebody works in a leg, until its planned last
// day unless another is recorded.
type RotationLegStarted struct {
	RolePost
	RotationLeg
	Person uuid.UUID `json:"person"`
	On     Date      `json:"on"` // first day
}

// RotationLegEnded says on which day they last did.
type RotationLegEnded struct {
	RolePost
	RotationLeg
	Person uuid.UUID `json:"person"`
	On     Date      `json:"on"` // last day
	Reason string    `json:"reason,omitzero"`
}

// RoleEntitlementSet says what a PCN may be reimbursed for additional roles in
// a year: the published rate for its weighted patients.
type RoleEntitlementSet struct {
	PCN        string        `json:"pcn"`
	Hub        HubID         `json:"hub"`
	FY         FinancialYear `json:"fy"`
	Registered Patients      `json:"registered"`
	Weighted   Patients      `json:"weighted"`
	PatientsOn Date          `json:"patientsOn"` // the day the patients are of
	RateRef    uuid.UUID     `json:"rateRef"`
	Pence      Pence         `json:"pence"`
	SourceDoc  string        `json:"sourceDoc"`
}

// ReimbursementClaimed says what a PCN claims for a post and some days.
type ReimbursementClaimed struct {
	RolePost
	Claim uuid.UUID     `json:"claim"`
	FY    FinancialYear `json:"fy"`
	From  Date          `json:"from"` // first and last day
	To    Date          `json:"to"`
	// RateRefs are the rates the maximum is made of, in the order of the days.
	RateRefs []uuid.UUID `json:"rateRefs,omitempty"`
	Maximum  Pence       `json:"maximumPence"`
	Pence    Pence       `json:"pence"`
}

func (RolePostProposed) EventType() string      { return "RolePostProposed" }
func (RolePostRecruited) EventType() string     { return "RolePostRecruited" }
func (RoleEmbedded) EventType() string          { return "RoleEmbedded" }
func (RoleEmbeddingLapsed) EventType() string   { return "RoleEmbeddingLapsed" }
func (RolePostFTEChanged) EventType() string    { return "RolePostFTEChanged" }
func (RolePostEnded) EventType() string         { return "RolePostEnded" }
func (RotationalPostCreated) EventType() string { return "RotationalPostCreated" }
func (RotationLegStarted) EventType() string    { return "RotationLegStarted" }
func (RotationLegEnded) EventType() string      { return "RotationLegEnded" }
func (RoleEntitlementSet) EventType() string    { return "RoleEntitlementSet" }
func (ReimbursementClaimed) EventType() string  { return "ReimbursementClaimed" }

func (RolePostProposed) isEvent()      {}
func (RolePostRecruited) isEvent()     {}
func (RoleEmbedded) isEvent()          {}
func (RoleEmbeddingLapsed) isEvent()   {}
func (RolePostFTEChanged) isEvent()    {}
func (RolePostEnded) isEvent()         {}
func (RotationalPostCreated) isEvent() {}
func (RotationLegStarted) isEvent()    {}
func (RotationLegEnded) isEvent()      {}
func (RoleEntitlementSet) isEvent()    {}
func (ReimbursementClaimed) isEvent()  {}
