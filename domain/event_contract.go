package domain

import "github.com/google/uuid"

// The events of a hub's stream that say on what footing it works: its contract
// with the body it accounts to, the agreement that governs it, and its
// policies.

// ContractSchedule is what a hub contract says of one financial year.
type ContractSchedule struct {
	FY           FinancialYear `json:"fy" jsonschema:"The financial year, such as 2024/25."`
	Requirements []string      `json:"requirements" jsonschema:"Codes of what the hub is to deliver in the year, each once: 2 to 40 capital letters, digits and underscores."`
	Pence        Pence         `json:"pence,omitzero" jsonschema:"The sum that the schedule names, in pence; left out where it names none. Money is committed only from what is allocated."`
	Ref          string        `json:"ref,omitzero" jsonschema:"Where in the contract the schedule stands."`
}

// Interval is how often something is due.
type Interval string

// The intervals.
const (
	EveryMonth    Interval = "MONTH"
	EveryQuarter  Interval = "QUARTER"
	EveryHalfYear Interval = "HALF_YEAR"
	EveryYear     Interval = "YEAR"
)

// Valid reports whether i is one of the intervals.
func (i Interval) Valid() bool {
	switch i {
	case EveryMonth, EveryQuarter, EveryHalfYear, EveryYear:
		return true
	}
	return false
}

// ReportingDuty is a report that a hub contract asks for, again and again.
type ReportingDuty struct {
	Report  string   `json:"report" jsonschema:"Which report: KPI_RETURN, ACTIVITY_REPORT, FINANCIAL_REPORT, or another code of 2 to 40 capital letters, digits and underscores."`
	Every   Interval `json:"every" jsonschema:"MONTH, QUARTER, HALF_YEAR or YEAR; periods are those of the financial year."`
	DueDays int      `json:"dueDays" jsonschema:"How many days after the period's last day it is due, 0 to 366."`
}

// HubContractSigned says that a hub has a contract with the body it accounts
// to. A hub without legal personality signs through its host. It stays in force
// when another party stands by law where one of its parties stood.
type HubContractSigned struct {
	Contract        uuid.UUID          `json:"contract"`
	Hub             HubID              `json:"hub"`
	Parties         []string           `json:"parties"` // codes, ascending
	From            Date               `json:"from"`    // first day
	To              Date               `json:"to"`      // last day
	Schedules       []ContractSchedule `json:"schedules"`
	ReportingDuties []ReportingDuty    `json:"reportingDuties"`
}

// HubContractVaried says what a contract says from a day on: all of it, as
// varied.
type HubContractVaried struct {
	Contract        uuid.UUID          `json:"contract"`
	Hub             HubID              `json:"hub"`
	Variation       int                `json:"variation"` // 1, 2, … of the contract
	On              Date               `json:"on"`        // first day of these terms
	To              Date               `json:"to"`        // last day of the contract
	Schedules       []ContractSchedule `json:"schedules"`
	ReportingDuties []ReportingDuty    `json:"reportingDuties"`
	Ref             string             `json:"ref"` // of the deed of variation
}

// HubContractEnded says that a contract ends before its last day.
type HubContractEnded struct {
	Contract uuid.UUID `json:"contract"`
	Hub      HubID     `json:"hub"`
	On       Date      `json:"on"` // last day
	Reason   string    `json:"reason"`
}

// Must is one of the three things that hubs must be or have.
type Must string

// The three musts.
const (
	MustContract     Must = "CONTRACT"
	MustCOIPolicy    Must = "COI_POLICY"
	MustNotForProfit Must = "NOT_FOR_PROFIT"
)

// Valid reports whether m is one of the musts.
func (m Must) Valid() bool {
	return m == MustContract || m == MustCOIPolicy || m == MustNotForProfit
}

// MustEvidence is the document that shows that a must is kept.
type MustEvidence struct {
	Must Must `json:"must" jsonschema:"CONTRACT, COI_POLICY or NOT_FOR_PROFIT."`
	Hash Hash `json:"hash" jsonschema:"SHA-256 of the bytes of the document that shows it."`
}

// GovernanceAgreementDrafted says that an agreement between an ICS and its hub
// is drafted.
type GovernanceAgreementDrafted struct {
	Agreement uuid.UUID `json:"agreement"`
	ICS       string    `json:"ics"` // the ICB's code
	Hub       HubID     `json:"hub"`
	On        Date      `json:"on"`
}

// GovernanceAgreementSigned says that it is signed, and what showed that the
// three musts are kept.
type GovernanceAgreementSigned struct {
	Agreement     uuid.UUID      `json:"agreement"`
	ICS           string         `json:"ics"`
	Hub           HubID          `json:"hub"`
	From          Date           `json:"from"`        // first day
	To            Date           `json:"to,omitzero"` // last day, where one is agreed
	EvidenceMusts []MustEvidence `json:"evidenceMusts"`
	// Contract and COIPolicy are those in force on the first day.
	Contract  uuid.UUID `json:"contract,omitzero"`
	COIPolicy string    `json:"coiPolicy,omitzero"` // its version
}

// GovernanceAgreementLapsed says that an agreement, or a draft of one, is no
// more.
type GovernanceAgreementLapsed struct {
	Agreement uuid.UUID `json:"agreement"`
	ICS       string    `json:"ics"`
	Hub       HubID     `json:"hub"`
	On        Date      `json:"on"` // last day
	Reason    string    `json:"reason"`
}

// PolicyKind is what a policy is about.
type PolicyKind string

// The kinds of policies. The list is closed.
const (
	PolicyCOI     PolicyKind = "COI"     // conflicts of interest
	PolicyFinance PolicyKind = "FINANCE" // money
	PolicySFI     PolicyKind = "SFI"     // standing financial instructions
	PolicyIG      PolicyKind = "IG"      // information governance
)

// Valid reports whether k is one of the kinds.
func (k PolicyKind) Valid() bool {
	switch k {
	case PolicyCOI, PolicyFinance, PolicySFI, PolicyIG:
		return true
	}
	return false
}

// PolicyThreshold is a limit that a policy sets.
type PolicyThreshold struct {
	Key   string `json:"key" jsonschema:"Which limit, 2 to 40 capital letters, digits and underscores, such as TENDER_ABOVE."`
	Pence Pence  `json:"pence" jsonschema:"The limit in pence."`
}

// PolicyAdopted says that a hub works by a version of a policy, its own or its
// host's, from a day on, until the next of its kind.
type PolicyAdopted struct {
	Hub        HubID             `json:"hub"`
	Kind       PolicyKind        `json:"kind"`
	Version    string            `json:"version"`
	From       Date              `json:"from"`                 // first day
	ReviewDue  Date              `json:"reviewDue"`            // last day on which its review is in time
	Thresholds []PolicyThreshold `json:"thresholds,omitempty"` // by key, ascending
}

// OperatingModelAdopted says that a hub works by a version of the Operating
// Model of its Primary Care School.
type OperatingModelAdopted struct {
	Hub     HubID  `json:"hub"`
	School  string `json:"school"`
	Version string `json:"version"`
	On      Date   `json:"on"` // first day
}

func (HubContractSigned) EventType() string          { return "HubContractSigned" }
func (HubContractVaried) EventType() string          { return "HubContractVaried" }
func (HubContractEnded) EventType() string           { return "HubContractEnded" }
func (GovernanceAgreementDrafted) EventType() string { return "GovernanceAgreementDrafted" }
func (GovernanceAgreementSigned) EventType() string  { return "GovernanceAgreementSigned" }
func (GovernanceAgreementLapsed) EventType() string  { return "GovernanceAgreementLapsed" }
func (PolicyAdopted) EventType() string              { return "PolicyAdopted" }
func (OperatingModelAdopted) EventType() string      { return "OperatingModelAdopted" }

func (HubContractSigned) isEvent()          {}
func (HubContractVaried) isEvent()          {}
func (HubContractEnded) isEvent()           {}
func (GovernanceAgreementDrafted) isEvent() {}
func (GovernanceAgreementSigned) isEvent()  {}
func (GovernanceAgreementLapsed) isEvent()  {}
func (PolicyAdopted) isEvent()              {}
func (OperatingModelAdopted) isEvent()      {}
