package domain

import (
	"regexp"

	"github.com/google/uuid"
)

// The events of a hub's stream that say who meets, who works for the hub, who
// may decide how much, and what the ICS wants of it.

var timeOfDay = regexp.MustCompile(`^([01][0-9]|2[0-3]):[0-5][0-9]$`)

// TimeOfDay is a civil time HH:MM, in London. Times of a day compare as texts;
// empty is none.
type TimeOfDay string

// Valid reports whether t is none, or a time from 00:00 to 23:59.
func (t TimeOfDay) Valid() bool { return t == "" || timeOfDay.MatchString(string(t)) }

// BodyWIG names the Workforce Implementation Group of the ICS, or whatever it
// calls its equivalent. Other bodies that meet have names of their own.
const BodyWIG = "WIG"

// CapacityInAttendance is that of somebody who is at a meeting without being
// one of the body.
const CapacityInAttendance = "IN_ATTENDANCE"

// Quorum is how many have to be there for a body to decide.
type Quorum struct {
	Number     int      `json:"number" jsonschema:"How many with a vote have to be there, 1 or more; who is recused does not count."`
	Categories []string `json:"categories,omitempty" jsonschema:"Capacities of which one has to be there each, such as GP or LAY."`
	// NonConflicted is held where conflicts of interest are known: who is not
	// recused may still have declared one.
	NonConflicted int `json:"nonConflicted,omitzero" jsonschema:"How many of those who decide have to be without a conflict of interest, 0 to number."`
}

// WIGConstituted says on which terms the group of the ICS works, from a day on
// until the next terms.
type WIGConstituted struct {
	Hub      HubID  `json:"hub"`
	Name     string `json:"name"`     // what the ICS calls it
	TermsRef string `json:"termsRef"` // of its terms of reference
	Quorum   Quorum `json:"quorum"`
	From     Date   `json:"from"` // first day
}

// WIGMemberAppointed says that a person is a member of the group.
type WIGMemberAppointed struct {
	Hub      HubID     `json:"hub"`
	Person   uuid.UUID `json:"person"`
	Capacity string    `json:"capacity"`
	Voting   bool      `json:"voting"`
	From     Date      `json:"from"` // first day
}

// WIGMemberLeft says that a person is no longer a member.
type WIGMemberLeft struct {
	Hub    HubID     `json:"hub"`
	Person uuid.UUID `json:"person"`
	On     Date      `json:"on"` // last day
}

// MeetingAttendee is one stay of a person in the room for an item.
type MeetingAttendee struct {
	Person   uuid.UUID `json:"person"`
	Capacity string    `json:"capacity"`
	In       TimeOfDay `json:"in,omitzero"`  // none: from the beginning of the item
	Out      TimeOfDay `json:"out,omitzero"` // none: until it was decided
	Votes    bool      `json:"voting"`       // has a vote, and counts for the quorum
}

// MeetingItem is an item of a meeting's agenda, and who was there for it.
type MeetingItem struct {
	Item      string            `json:"item"` // number on the agenda
	Title     string            `json:"title"`
	Chair     uuid.UUID         `json:"chair"`
	Attendees []MeetingAttendee `json:"attendees"`
	Quorate   bool              `json:"quorate"` // as far as nobody is recused
}

// MeetingHeld says that a body met.
type MeetingHeld struct {
	Meeting uuid.UUID     `json:"meeting"`
	Hub     HubID         `json:"hub"`
	Body    string        `json:"body"`
	On      Date          `json:"on"`
	Chair   uuid.UUID     `json:"chair"`
	Items   []MeetingItem `json:"items"`
	Quorum  Quorum        `json:"quorum"`
	Quorate bool          `json:"quorate"` // every item was
}

// OversightReviewHeld says that the ICS hub looked at the work of a locality
// hub.
type OversightReviewHeld struct {
	Review   uuid.UUID `json:"review"`
	Hub      HubID     `json:"hub"` // that was looked at
	On       Date      `json:"on"`
	Findings string    `json:"findings"`
	Actions  []string  `json:"actions,omitempty"` // agreed
}

// PlanAlignmentConfirmed says that the group of the ICS found workforce plans
// to be in line with the wider system.
type PlanAlignmentConfirmed struct {
	Confirmation uuid.UUID   `json:"confirmation"`
	Hub          HubID       `json:"hub"`
	Plans        []uuid.UUID `json:"planIds"`
	Meeting      uuid.UUID   `json:"meeting"`
	Item         string      `json:"item"`
	On           Date        `json:"on"`
}

// EngagementRecorded says that people of the hub took part in a discussion of
// the future workforce.
type EngagementRecorded struct {
	Engagement uuid.UUID   `json:"engagement"`
	Hub        HubID       `json:"hub"`
	Forum      string      `json:"forum"`
	On         Date        `json:"on"`
	Attendees  []uuid.UUID `json:"attendees"` // persons
}

// Beneficiary is whom a priority is to help.
type Beneficiary string

// The beneficiaries.
const (
	BenefitPCN Beneficiary = "PCN"
	BenefitGP  Beneficiary = "GP"
	BenefitMDT Beneficiary = "MDT" // the multi-disciplinary team
)

// Valid reports whether b is one of the beneficiaries.
func (b Beneficiary) Valid() bool { return b == BenefitPCN || b == BenefitGP || b == BenefitMDT }

// PriorityEndorsed says that the group of the ICS wants something. The same
// priority again, with another last day, ends it then.
type PriorityEndorsed struct {
	Priority      uuid.UUID     `json:"priority"`
	ICB           string        `json:"icb"`
	Title         string        `json:"title"`
	Beneficiaries []Beneficiary `json:"beneficiaries"` // ascending
	From          Date          `json:"from"`          // first day
	To            Date          `json:"to"`            // last day
	Meeting       uuid.UUID     `json:"meeting"`
	Item          string        `json:"item"`
}

// HubTeamMemberAppointed says that a person has a role in a hub's team.
type HubTeamMemberAppointed struct {
	Hub            HubID     `json:"hub"`
	Person         uuid.UUID `json:"person"`
	Role           string    `json:"role"`
	FTE            FTE       `json:"fte"`
	DecisionMaking bool      `json:"decisionMaking"` // takes or shapes decisions on money
	From           Date      `json:"from"`           // first day
}

// HubTeamMemberLeft says that a person no longer has a role.
type HubTeamMemberLeft struct {
	Hub    HubID     `json:"hub"`
	Person uuid.UUID `json:"person"`
	Role   string    `json:"role"`
	On     Date      `json:"on"` // last day
}

// EstablishmentSet says how much of a role is funded in a year. The same again
// replaces it.
type EstablishmentSet struct {
	Hub  HubID         `json:"hub"`
	Role string        `json:"role"`
	FTE  FTE           `json:"fte"`
	FY   FinancialYear `json:"fy"`
}

// DelegationGranted is a row of the Scheme of Reservation and Delegation: how
// much a person, or a body, may decide on.
type DelegationGranted struct {
	Delegation uuid.UUID `json:"delegation"`
	Hub        HubID     `json:"hub"`
	Person     uuid.UUID `json:"person,omitzero"`
	Body       string    `json:"body,omitzero"`
	Limit      Pence     `json:"limitPence,omitzero"` // gross
	Reserved   bool      `json:"reserved,omitzero"`   // to the body, without a limit
	From       Date      `json:"from"`                // first day
	To         Date      `json:"to,omitzero"`         // last day, where there is one
}

// DelegationRevoked says that a delegation ends before its last day.
type DelegationRevoked struct {
	Delegation uuid.UUID `json:"delegation"`
	Hub        HubID     `json:"hub"`
	On         Date      `json:"on"` // last day; that before its first where it never began
	Reason     string    `json:"reason"`
}

// PCNLeadNamed says that a person leads something for a PCN.
type PCNLeadNamed struct {
	PCN    string    `json:"pcn"`
	Person uuid.UUID `json:"person"`
	Kind   string    `json:"kind"`
	From   Date      `json:"from"` // first day
}

// PCNLeadEnded says that a person no longer does.
type PCNLeadEnded struct {
	PCN    string    `json:"pcn"`
	Person uuid.UUID `json:"person"`
	Kind   string    `json:"kind"`
	On     Date      `json:"on"` // last day
}

func (WIGConstituted) EventType() string         { return "WIGConstituted" }
func (WIGMemberAppointed) EventType() string     { return "WIGMemberAppointed" }
func (WIGMemberLeft) EventType() string          { return "WIGMemberLeft" }
func (MeetingHeld) EventType() string            { return "MeetingHeld" }
func (OversightReviewHeld) EventType() string    { return "OversightReviewHeld" }
func (PlanAlignmentConfirmed) EventType() string { return "PlanAlignmentConfirmed" }
func (EngagementRecorded) EventType() string     { return "EngagementRecorded" }
func (PriorityEndorsed) EventType() string       { return "PriorityEndorsed" }
func (HubTeamMemberAppointed) EventType() string { return "HubTeamMemberAppointed" }
func (HubTeamMemberLeft) EventType() string      { return "HubTeamMemberLeft" }
func (EstablishmentSet) EventType() string       { return "EstablishmentSet" }
func (DelegationGranted) EventType() string      { return "DelegationGranted" }
func (DelegationRevoked) EventType() string      { return "DelegationRevoked" }
func (PCNLeadNamed) EventType() string           { return "PCNLeadNamed" }
func (PCNLeadEnded) EventType() string           { return "PCNLeadEnded" }

func (WIGConstituted) isEvent()         {}
func (WIGMemberAppointed) isEvent()     {}
func (WIGMemberLeft) isEvent()          {}
func (MeetingHeld) isEvent()            {}
func (OversightReviewHeld) isEvent()    {}
func (PlanAlignmentConfirmed) isEvent() {}
func (EngagementRecorded) isEvent()     {}
func (PriorityEndorsed) isEvent()       {}
func (HubTeamMemberAppointed) isEvent() {}
func (HubTeamMemberLeft) isEvent()      {}
func (EstablishmentSet) isEvent()       {}
func (DelegationGranted) isEvent()      {}
func (DelegationRevoked) isEvent()      {}
func (PCNLeadNamed) isEvent()           {}
func (PCNLeadEnded) isEvent()           {}
