package domain

import "github.com/google/uuid"

// The events that give money back, close the books of a year, hold them against
// those of others, and account for what is left.

// ClawbackReason is why a funder wants money back.
type ClawbackReason string

// The reasons.
const (
	ClawbackUnspent     ClawbackReason = "UNSPENT"
	ClawbackIneligible  ClawbackReason = "INELIGIBLE"
	ClawbackOverclaimed ClawbackReason = "OVERCLAIMED"
	ClawbackOther       ClawbackReason = "OTHER"
)

// Valid reports whether r is one of the reasons.
func (r ClawbackReason) Valid() bool {
	switch r {
	case ClawbackUnspent, ClawbackIneligible, ClawbackOverclaimed, ClawbackOther:
		return true
	}
	return false
}

// ClawbackDemanded says that a funder wants money of a line back.
type ClawbackDemanded struct {
	Clawback uuid.UUID      `json:"clawback"`
	Line     FundLine       `json:"line"`
	Funder   string         `json:"funder"`
	Pence    Pence          `json:"pence"`
	Reason   ClawbackReason `json:"reason"`
	Ref      string         `json:"ref,omitzero"`
}

// ClawbackAgreed says how much of a demand is accepted, by this and no other
// agreement. What the line can't give back any more its host owes.
type ClawbackAgreed struct {
	Clawback      uuid.UUID `json:"clawback"`
	Line          FundLine  `json:"line"`
	FromAvailable Pence     `json:"fromAvailable"` // 0 or more
	FromHost      Pence     `json:"fromHost"`      // 0 or more
	Ref           string    `json:"ref,omitzero"`
}

// ClawbackSettled says that agreed money was paid back.
type ClawbackSettled struct {
	Clawback uuid.UUID `json:"clawback"`
	Line     FundLine  `json:"line"`
	Pence    Pence     `json:"pence"`
	FromHost Pence     `json:"fromHost,omitzero"` // the part that the host owed
	On       Date      `json:"on"`
}

// LinePart is an amount of a fund line.
type LinePart struct {
	Line  FundLine `json:"line"`
	Pence Pence    `json:"pence"`
}

// DeferralAgreed says that a funder leaves unspent money of a line to the next
// year. It stays owed to the funder until it is spent.
type DeferralAgreed struct {
	Line   FundLine `json:"line"`
	Funder string   `json:"funder"`
	Pence  Pence    `json:"pence"` // at most; in place of what was agreed before
	Ref    string   `json:"ref"`   // of the funder's letter
}

// YearEndDeclared says that a hub's books of a year are closed. What is unspent
// goes to the next year as far as that is agreed, and back to its funder
// otherwise.
type YearEndDeclared struct {
	Hub      HubID         `json:"hub,omitzero"` // a locality hub; the ICS hub where none is named
	FY       FinancialYear `json:"fy"`
	Outturn  Pence         `json:"outturn"`            // incurred on all lines of the year
	Deferred []LinePart    `json:"deferred,omitempty"` // by the line it comes from
	Lapsed   []LinePart    `json:"lapsed,omitempty"`
}

// YearReopened says that closed books are open again. What had lapsed is
// available again; what was deferred stays in the next year.
type YearReopened struct {
	Hub      HubID         `json:"hub,omitzero"`
	FY       FinancialYear `json:"fy"`
	Restored []LinePart    `json:"restored,omitempty"`
	Reason   string        `json:"reason"`
}

// AccountsSigned says that the accounts of a year are final. What turns out
// wrong later is adjusted in an open year.
type AccountsSigned struct {
	Hub HubID         `json:"hub,omitzero"`
	FY  FinancialYear `json:"fy"`
	By  uuid.UUID     `json:"by"`
	On  Date          `json:"on"`
}

// ExplainedDifference is a part of a difference between two books, and what
// makes it.
type ExplainedDifference struct {
	Reason string `json:"reason" jsonschema:"What makes this part of the difference."`
	Pence  Pence  `json:"pence" jsonschema:"Pence, below 0 where the host's books have less."`
}

// LedgerReconciled says that what a line has incurred from the beginning of its
// year to the end of a month was held against the books of the host. Amounts
// may be below 0.
type LedgerReconciled struct {
	Line        FundLine              `json:"line"`
	PeriodEnd   Date                  `json:"periodEnd"`
	HostBalance Pence                 `json:"hostBalance"`
	Ledger      Pence                 `json:"ledger"`     // incurred, as recorded here then
	Difference  Pence                 `json:"difference"` // of the host's balance from that
	Explained   []ExplainedDifference `json:"explained,omitempty"`
	Unexplained Pence                 `json:"unexplained"`
}

// FunderBalanceAgreed says what a funder and a hub agree that the funder still
// owes of a line. Amounts may be below 0.
type FunderBalanceAgreed struct {
	Line   FundLine `json:"line"`
	Funder string   `json:"funder"`
	AsAt   Date     `json:"asAt"`
	Pence  Pence    `json:"pence"`
	Ledger Pence    `json:"ledger"` // given, less returned and received, as recorded here then
	Ref    string   `json:"ref"`
}

// SurplusTreatment is what becomes of a surplus.
type SurplusTreatment string

// The treatments. There is no other: a hub is not run for profit.
const (
	SurplusReturned   SurplusTreatment = "RETURNED"
	SurplusDeferred   SurplusTreatment = "DEFERRED"
	SurplusReinvested SurplusTreatment = "REINVESTED"
)

// TreatedSurplus is a part of a surplus and what becomes of it.
type TreatedSurplus struct {
	Treatment SurplusTreatment `json:"treatment" jsonschema:"RETURNED (to the funder), DEFERRED (to the next year) or REINVESTED (in purposes of the hub)."`
	Pence     Pence            `json:"pence" jsonschema:"Pence of this treatment, 1 or more."`
	Purpose   string           `json:"purpose,omitzero" jsonschema:"Of REINVESTED: the purpose of the hub."`
}

// SurplusDetermined says what a hub had left of a year's money of its own,
// without what it only passes on, and what becomes of it. Amounts of a loss are
// below 0.
type SurplusDetermined struct {
	Hub        HubID            `json:"hub,omitzero"`
	FY         FinancialYear    `json:"fy"`
	Income     Pence            `json:"income"`
	Incurred   Pence            `json:"incurred"` // less what was recovered
	Pence      Pence            `json:"pence"`    // the surplus
	Treatments []TreatedSurplus `json:"treatments,omitempty"`
}

// DistributionMade says that money of a hub went to a member, shareholder or
// host for no service. It breaks the rule that a hub is not run for profit,
// always.
type DistributionMade struct {
	Distribution uuid.UUID `json:"distribution"`
	Line         FundLine  `json:"line"`
	Payee        string    `json:"payee"`
	Pence        Pence     `json:"pence"`
	On           Date      `json:"on"`
}

func (ClawbackDemanded) EventType() string    { return "ClawbackDemanded" }
func (ClawbackAgreed) EventType() string      { return "ClawbackAgreed" }
func (ClawbackSettled) EventType() string     { return "ClawbackSettled" }
func (DeferralAgreed) EventType() string      { return "DeferralAgreed" }
func (YearEndDeclared) EventType() string     { return "YearEndDeclared" }
func (YearReopened) EventType() string        { return "YearReopened" }
func (AccountsSigned) EventType() string      { return "AccountsSigned" }
func (LedgerReconciled) EventType() string    { return "LedgerReconciled" }
func (FunderBalanceAgreed) EventType() string { return "FunderBalanceAgreed" }
func (SurplusDetermined) EventType() string   { return "SurplusDetermined" }
func (DistributionMade) EventType() string    { return "DistributionMade" }

func (ClawbackDemanded) isEvent()    {}
func (ClawbackAgreed) isEvent()      {}
func (ClawbackSettled) isEvent()     {}
func (DeferralAgreed) isEvent()      {}
func (YearEndDeclared) isEvent()     {}
func (YearReopened) isEvent()        {}
func (AccountsSigned) isEvent()      {}
func (LedgerReconciled) isEvent()    {}
func (FunderBalanceAgreed) isEvent() {}
func (SurplusDetermined) isEvent()   {}
func (DistributionMade) isEvent()    {}
