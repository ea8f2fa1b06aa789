package domain

import "github.com/google/uuid"

// The events that bring money to a hub's fund lines and move it between them.
// Here and in the other events of money an amount is 1 penny or more unless
// its comment says otherwise, and Postings says what each does to the accounts
// of its fund line.

// AllocationStatus is how sure an allocation is.
type AllocationStatus string

// The statuses of an allocation.
const (
	StatusIndicative AllocationStatus = "INDICATIVE" // to plan with; it can't be committed
	StatusConfirmed  AllocationStatus = "CONFIRMED"
)

// Valid reports whether s is one of the statuses.
func (s AllocationStatus) Valid() bool { return s == StatusIndicative || s == StatusConfirmed }

// FundingSource is what sort of body gives money, or approves of its use.
type FundingSource string

// The sources.
const (
	SourceHEE            FundingSource = "HEE" // whichever body is the accountable one
	SourceICS            FundingSource = "ICS"
	SourceLocalAuthority FundingSource = "LOCAL_AUTHORITY"
	SourceNHSERegion     FundingSource = "NHSE_REGION"
	SourceNHSENational   FundingSource = "NHSE_NATIONAL"
	SourceOther          FundingSource = "OTHER"
)

// Valid reports whether s is one of the sources.
func (s FundingSource) Valid() bool {
	switch s {
	case SourceHEE, SourceICS, SourceLocalAuthority, SourceNHSERegion, SourceNHSENational, SourceOther:
		return true
	}
	return false
}

// FundPurpose is what money is given, or spent, for: 3 to 40 capital letters
// and underscores, such as "CPD" or "HUB_RUNNING". The list is open.
type FundPurpose string

// Valid reports whether p has the form of a purpose.
func (p FundPurpose) Valid() bool { return openList.MatchString(string(p)) }

// CostType is what money buys: 3 to 40 capital letters and underscores, such
// as "COURSE" or "BACKFILL". The list is open.
type CostType string

// The types of cost that need no award.
const (
	CostPay          CostType = "PAY"
	CostHostOverhead CostType = "HOST_OVERHEAD"
)

// Valid reports whether t has the form of a type of cost.
func (t CostType) Valid() bool { return openList.MatchString(string(t)) }

// ConditionKind is what a condition of a fund demands.
type ConditionKind string

// The conditions that the rules hold, and any other.
const (
	ConditionExcludes    ConditionKind = "EXCLUDES"      // it may not pay for a type of cost
	ConditionNoCarryOver ConditionKind = "NO_CARRY_OVER" // it is never deferred to the next year
	ConditionRingFenced  ConditionKind = "RING_FENCED"   // it is moved to another fund with the funder's approval only
	ConditionOther       ConditionKind = "OTHER"         // in words
)

// FundCondition is a condition that money comes with.
type FundCondition struct {
	Kind     ConditionKind `json:"kind" jsonschema:"EXCLUDES (it may not pay for costType), NO_CARRY_OVER, RING_FENCED (moved to another fund with the funder's approval only), or OTHER (in words)."`
	CostType CostType      `json:"costType,omitzero" jsonschema:"Of EXCLUDES: what it may not pay for, such as BACKFILL, MANDATORY_TRAINING or EQUIPMENT."`
	Text     string        `json:"text,omitzero" jsonschema:"Of OTHER: the condition in words."`
}

// PopulationBasis is the figure that an allocation by population was made on.
type PopulationBasis struct {
	Population Patients `json:"population" jsonschema:"Patients, a decimal in a string with up to two places."`
	Source     string   `json:"source" jsonschema:"The publication the figure is from, and whether it is registered or weighted."`
	AsAt       Date     `json:"asAt" jsonschema:"The day the figure is of, YYYY-MM-DD."`
}

// FunderApproval is where a funder agreed to a use of its money.
type FunderApproval struct {
	By  FundingSource `json:"by" jsonschema:"HEE, ICS, LOCAL_AUTHORITY, NHSE_REGION, NHSE_NATIONAL or OTHER."`
	Ref string        `json:"ref" jsonschema:"The reference of the funder's letter."`
}

// AllocationIssued says that a funder gives, or expects to give, money for a
// fund line. Only confirmed money is available.
type AllocationIssued struct {
	Allocation uuid.UUID        `json:"allocation"`
	Line       FundLine         `json:"line"`
	Pence      Pence            `json:"pence"`
	Basis      *PopulationBasis `json:"basis,omitzero"`
	Purpose    FundPurpose      `json:"purpose"`
	Status     AllocationStatus `json:"status"`
	Recurrent  bool             `json:"recurrent"`
	Capital    bool             `json:"capital"`
	Source     FundingSource    `json:"source"`
	Funder     string           `json:"funder,omitzero"` // organisation, where it is known
	Expires    Date             `json:"expires"`         // last day on which what it pays for may be delivered
	Conditions []FundCondition  `json:"conditions,omitempty"`
}

// AllocationConfirmed says that indicative money is now sure, at what amount.
type AllocationConfirmed struct {
	Allocation uuid.UUID `json:"allocation"`
	Line       FundLine  `json:"line"`
	Pence      Pence     `json:"pence"`
	Ref        string    `json:"ref,omitzero"` // of the funder's letter
}

// AllocationVaried says that a funder gives more, or less.
type AllocationVaried struct {
	Allocation uuid.UUID        `json:"allocation"`
	Line       FundLine         `json:"line"`
	Status     AllocationStatus `json:"status"` // of the allocation when it was varied
	Pence      Pence            `json:"pence"`  // the difference, below 0 where it is less
	Reason     string           `json:"reason"`
	Ref        string           `json:"ref,omitzero"`
}

// OverspendAuthorised says that a fund line may be overspent, by how much at
// most. The newest one of a line counts.
type OverspendAuthorised struct {
	Line     FundLine       `json:"line"`
	Pence    Pence          `json:"pence"` // 0 ends it
	Approval FunderApproval `json:"approval"`
	Until    Date           `json:"until"` // last day
}

// ForecastRecorded is what somebody expects a fund line to have cost in the
// end.
type ForecastRecorded struct {
	Line    FundLine `json:"line"`
	AsAt    Date     `json:"asAt"`
	Outturn Pence    `json:"outturn"` // 0 or more
	Reason  string   `json:"reason,omitzero"`
}

// FundReceived says that cash of a fund has come in.
type FundReceived struct {
	Receipt uuid.UUID `json:"receipt"`
	Line    FundLine  `json:"line"`
	Pence   Pence     `json:"pence"`
	On      Date      `json:"on"`
	Payer   string    `json:"payer"`
}

// BudgetVired says that money moves between two lines of one year: from fund to
// fund, or from the ICS hub to a locality hub.
type BudgetVired struct {
	Virement uuid.UUID       `json:"virement"`
	From     FundLine        `json:"from"`
	To       FundLine        `json:"to"`
	Pence    Pence           `json:"pence"`
	Reason   string          `json:"reason"`
	Approval *FunderApproval `json:"approval,omitzero"`
}

// TransferSent says that money leaves for the hub of another ICS. It is in
// transit until that hub's stream says TransferReceived with the same id.
type TransferSent struct {
	Transfer uuid.UUID       `json:"transfer"`
	Line     FundLine        `json:"line"`
	To       string          `json:"to"` // the other ICS's ICB
	Pence    Pence           `json:"pence"`
	Reason   string          `json:"reason"`
	Approval *FunderApproval `json:"approval,omitzero"`
}

// TransferReceived says that money has come from the hub of another ICS.
type TransferReceived struct {
	Transfer uuid.UUID `json:"transfer"`
	Line     FundLine  `json:"line"`
	From     string    `json:"from"` // the other ICS's ICB
	Pence    Pence     `json:"pence"`
}

// ProjectCommissionedFromHub says that somebody pays the hub for work. The fee,
// without VAT, is money of a fund line of project income.
type ProjectCommissionedFromHub struct {
	Project      uuid.UUID `json:"project"`
	Line         FundLine  `json:"line"`
	Commissioner string    `json:"commissioner"`
	Fee          Pence     `json:"fee"`
	Terms        string    `json:"terms"`
}

func (AllocationIssued) EventType() string           { return "AllocationIssued" }
func (AllocationConfirmed) EventType() string        { return "AllocationConfirmed" }
func (AllocationVaried) EventType() string           { return "AllocationVaried" }
func (OverspendAuthorised) EventType() string        { return "OverspendAuthorised" }
func (ForecastRecorded) EventType() string           { return "ForecastRecorded" }
func (FundReceived) EventType() string               { return "FundReceived" }
func (BudgetVired) EventType() string                { return "BudgetVired" }
func (TransferSent) EventType() string               { return "TransferSent" }
func (TransferReceived) EventType() string           { return "TransferReceived" }
func (ProjectCommissionedFromHub) EventType() string { return "ProjectCommissionedFromHub" }

func (AllocationIssued) isEvent()           {}
func (AllocationConfirmed) isEvent()        {}
func (AllocationVaried) isEvent()           {}
func (OverspendAuthorised) isEvent()        {}
func (ForecastRecorded) isEvent()           {}
func (FundReceived) isEvent()               {}
func (BudgetVired) isEvent()                {}
func (TransferSent) isEvent()               {}
func (TransferReceived) isEvent()           {}
func (ProjectCommissionedFromHub) isEvent() {}
