package domain

import "github.com/google/uuid"

// The events of hubs that follow one another. Each stands in the streams of
// both sides, or has a counterpart there: no stream reads another hub's.

// SeriesRule is what becomes of a hub's series of figures when it is succeeded.
type SeriesRule string

// The rules.
const (
	SeriesContinues SeriesRule = "CONTINUES" // one hub carries on the series of one other
	SeriesBreak     SeriesRule = "BREAK"     // figures of before and after are not compared
)

// Valid reports whether r is one of the rules.
func (r SeriesRule) Valid() bool { return r == SeriesContinues || r == SeriesBreak }

// KPIRule says how a hub's series go on.
type KPIRule struct {
	Rule SeriesRule `json:"rule" jsonschema:"CONTINUES (one hub carries on the series of one other) or BREAK (figures of before and after are not compared)."`
	Hub  HubID      `json:"hub,omitzero" jsonschema:"Of CONTINUES: of a hub that is succeeded, the successor that carries its series on; of a successor, the predecessor whose series it carries on."`
}

// SuccessorShare is how much of something goes to a successor, beside the shares
// of the others.
type SuccessorShare struct {
	Successor HubID `json:"successor" jsonschema:"The successor, an ICS hub's id."`
	Weight    int64 `json:"weight" jsonschema:"Its weight, 0 or more, such as the registered patients who come to it; the weights of a row sum to 1 or more."`
}

// BudgetSplit is how the money of a fund line, a commitment, or everything that
// no other row names goes to successors. A commitment goes by its own row, or
// else by that of its line.
type BudgetSplit struct {
	Line       FundLine         `json:"line,omitzero" jsonschema:"The fund line that the row is about; left out for a commitment, or for everything that no other row names."`
	Commitment uuid.UUID        `json:"commitment,omitzero" jsonschema:"Id of the commitment that the row is about."`
	Shares     []SuccessorShare `json:"shares" jsonschema:"The weights by which it is divided, to the penny."`
}

// PassedLocality says which successor goes on with a locality hub.
type PassedLocality struct {
	Hub       HubID `json:"hub" jsonschema:"The locality hub's id."`
	Successor HubID `json:"successor" jsonschema:"The successor, which establishes a locality hub of its own in its place."`
}

// HubSucceeded says that ICS hubs are followed by others. It stands on both
// sides: in the stream of a predecessor, which alone is named as one, with all
// its successors; and in that of a successor, which alone is named as one, with
// all its predecessors. The same again, with another split, replaces it.
type HubSucceeded struct {
	Predecessors []HubID `json:"predecessors"` // ascending
	Successors   []HubID `json:"successors"`   // ascending
	On           Date    `json:"on"`           // first day with the successors
	// BudgetSplit and Localities are the predecessor's. Its locality hubs that
	// are not named end with it.
	BudgetSplit []BudgetSplit    `json:"budgetSplit,omitempty"`
	KPIRule     KPIRule          `json:"kpiRule"`
	Localities  []PassedLocality `json:"localities,omitempty"`
	Ref         string           `json:"ref"` // of the order
}

// CommitmentHandedOver says that a successor goes on with a promise, or a part
// of it. The money, where there is some, goes by a transfer of its own.
type CommitmentHandedOver struct {
	Commitment uuid.UUID `json:"commitment"`
	Line       FundLine  `json:"line"`
	To         HubID     `json:"to"`
	As         uuid.UUID `json:"as"` // the commitment's id there
	Pence      Pence     `json:"pence"`
	Transfer   uuid.UUID `json:"transfer,omitzero"` // none where the line had no money for it
}

// FundTermsCarriedOn says which terms the money has that a successor takes over.
type FundTermsCarriedOn struct {
	Line        FundLine        `json:"line"`
	Predecessor HubID           `json:"predecessor"`
	Purposes    []FundPurpose   `json:"purposes,omitempty"` // any where there are none
	Conditions  []FundCondition `json:"conditions,omitempty"`
	Expires     Date            `json:"expires"`
}

// AwardCarriedOn says that a successor goes on with a contract of a hub before
// it, or its part of one. It stays in force by law and is not decided again.
type AwardCarriedOn struct {
	Award       uuid.UUID         `json:"award"`
	Of          uuid.UUID         `json:"of"` // the award's id in the predecessor's stream
	Predecessor HubID             `json:"predecessor"`
	Decision    uuid.UUID         `json:"decision,omitzero"` // the predecessor's; none where there was none
	Holder      string            `json:"holder,omitzero"`   // who goes on with it for the hub
	Supplier    string            `json:"supplier"`
	Class       OrganisationClass `json:"class"` // of the supplier
	From        Date              `json:"from"`  // first day with this hub
	To          Date              `json:"to"`    // last day
	Value       Amount            `json:"value"` // what is left of it for this hub
	// Regime, Route and Threshold are as the decision had them.
	Regime    Regime `json:"regime,omitzero"`
	Route     Route  `json:"route,omitzero"`
	Threshold string `json:"threshold,omitzero"`
}

// GrantCarriedOn says that a successor goes on with a grant of a hub before it,
// or its part of one. The commitment comes with it.
type GrantCarriedOn struct {
	Grant       uuid.UUID        `json:"grant"`
	Of          uuid.UUID        `json:"of"` // the grant's id in the predecessor's stream
	Predecessor HubID            `json:"predecessor"`
	Payee       string           `json:"payee"`
	Decision    uuid.UUID        `json:"decision,omitzero"` // the predecessor's
	Pence       Pence            `json:"pence"`             // what is left of it for this hub
	Conditions  []string         `json:"conditions,omitempty"`
	Milestones  []GrantMilestone `json:"milestones,omitempty"` // not met yet; together the grant
	AcceptedOn  Date             `json:"acceptedOn,omitzero"`  // where the payee had accepted it
}

func (HubSucceeded) EventType() string         { return "HubSucceeded" }
func (CommitmentHandedOver) EventType() string { return "CommitmentHandedOver" }
func (FundTermsCarriedOn) EventType() string   { return "FundTermsCarriedOn" }
func (AwardCarriedOn) EventType() string       { return "AwardCarriedOn" }
func (GrantCarriedOn) EventType() string       { return "GrantCarriedOn" }

func (HubSucceeded) isEvent()         {}
func (CommitmentHandedOver) isEvent() {}
func (FundTermsCarriedOn) isEvent()   {}
func (AwardCarriedOn) isEvent()       {}
func (GrantCarriedOn) isEvent()       {}
