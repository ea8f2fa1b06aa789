package funding

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// RecordClawbackDemand records that a funder wants money back.
type RecordClawbackDemand struct {
	Clawback uuid.UUID             `json:"clawback,omitzero" jsonschema:"Id of the clawback, a random UUID; made from the command's id where left out."`
	Line     domain.FundLine       `json:"line" jsonschema:"The fund and year it was given for."`
	Funder   string                `json:"funder" jsonschema:"Code of the organisation that wants it back."`
	Pence    domain.Pence          `json:"pence" jsonschema:"Pence, 1 or more."`
	Reason   domain.ClawbackReason `json:"reason" jsonschema:"UNSPENT, INELIGIBLE, OVERCLAIMED or OTHER."`
	Ref      string                `json:"ref,omitzero" jsonschema:"Reference of the funder's letter."`
}

// AgreeClawback accepts a demand, or a part of it.
type AgreeClawback struct {
	Clawback uuid.UUID       `json:"clawback" jsonschema:"Id of the clawback."`
	Line     domain.FundLine `json:"line" jsonschema:"The line that gives the money back, as far as it has any: the one of the demand, or one of an open year."`
	Pence    domain.Pence    `json:"pence" jsonschema:"Pence that are accepted by this agreement, 1 or more. What the line hasn't got its host owes."`
	Ref      string          `json:"ref,omitzero" jsonschema:"Where it is agreed."`
}

// SettleClawback records that agreed money was paid back.
type SettleClawback struct {
	Clawback uuid.UUID       `json:"clawback" jsonschema:"Id of the clawback."`
	Line     domain.FundLine `json:"line" jsonschema:"The line that was agreed to give it back."`
	Pence    domain.Pence    `json:"pence" jsonschema:"Pence, 1 or more. What the line had is settled first, then what the host owes."`
	On       domain.Date     `json:"on" jsonschema:"The day, YYYY-MM-DD."`
}

// AgreeDeferral records that a funder leaves unspent money to the next year.
type AgreeDeferral struct {
	Line   domain.FundLine `json:"line" jsonschema:"The line it is unspent on."`
	Funder string          `json:"funder" jsonschema:"Code of the organisation that agrees."`
	Pence  domain.Pence    `json:"pence" jsonschema:"Pence at most, in place of what was agreed before."`
	Ref    string          `json:"ref" jsonschema:"Reference of the funder's letter."`
}

// DeclareYearEnd closes a hub's books of a year.
type DeclareYearEnd struct {
	Hub domain.HubID         `json:"hub,omitzero" jsonschema:"The locality hub, such as QE1~fylde-coast; left out for the ICS hub."`
	FY  domain.FinancialYear `json:"fy" jsonschema:"The financial year, such as 2024/25."`
}

// ReopenYear opens closed books again.
type ReopenYear struct {
	Hub    domain.HubID         `json:"hub,omitzero" jsonschema:"The locality hub; left out for the ICS hub."`
	FY     domain.FinancialYear `json:"fy" jsonschema:"The financial year."`
	Reason string               `json:"reason" jsonschema:"Why."`
}

// SignAccounts makes the accounts of a year final.
type SignAccounts struct {
	Hub domain.HubID         `json:"hub,omitzero" jsonschema:"The locality hub; left out for the ICS hub."`
	FY  domain.FinancialYear `json:"fy" jsonschema:"The financial year."`
	By  uuid.UUID            `json:"by" jsonschema:"Id of the person who signed."`
	On  domain.Date          `json:"on" jsonschema:"The day, YYYY-MM-DD."`
}

// ReconcileLedger holds a line against the books of the host.
type ReconcileLedger struct {
	Line        domain.FundLine              `json:"line" jsonschema:"The fund and year."`
	PeriodEnd   domain.Date                  `json:"periodEnd" jsonschema:"The last day of a month, YYYY-MM-DD."`
	HostBalance domain.Pence                 `json:"hostBalance" jsonschema:"Pence that the line has incurred from the beginning of its year to that day, by the host's books."`
	Explained   []domain.ExplainedDifference `json:"explained,omitempty" jsonschema:"What makes the difference, part by part."`
}

// AgreeFunderBalance records what a funder and a hub agree is still owed.
type AgreeFunderBalance struct {
	Line   domain.FundLine `json:"line" jsonschema:"The fund and year."`
	Funder string          `json:"funder" jsonschema:"Code of the funder."`
	AsAt   domain.Date     `json:"asAt" jsonschema:"The day, YYYY-MM-DD."`
	Pence  domain.Pence    `json:"pence" jsonschema:"Pence that the funder still owes, below 0 where it is owed."`
	Ref    string          `json:"ref" jsonschema:"Reference of the agreement."`
}

// DetermineSurplus says what becomes of what a hub had left of a year.
type DetermineSurplus struct {
	Hub        domain.HubID            `json:"hub,omitzero" jsonschema:"The locality hub; left out for the ICS hub."`
	FY         domain.FinancialYear    `json:"fy" jsonschema:"The financial year."`
	Treatments []domain.TreatedSurplus `json:"treatments,omitempty" jsonschema:"What becomes of it, part by part, together the whole; none where there is none."`
}

// RecordDistribution records that money of a hub was given away for no
// service. It is only taken as something that has happened.
type RecordDistribution struct {
	Distribution uuid.UUID       `json:"distribution,omitzero" jsonschema:"Id of the distribution, a random UUID; made from the command's id where left out."`
	Line         domain.FundLine `json:"line" jsonschema:"The line whose money it was."`
	Payee        string          `json:"payee" jsonschema:"Code of the organisation that got it."`
	Pence        domain.Pence    `json:"pence" jsonschema:"Pence, 1 or more."`
	On           domain.Date     `json:"on" jsonschema:"The day, YYYY-MM-DD."`
}

// CommandName implements domain.CommandData.
func (RecordClawbackDemand) CommandName() string { return "record-clawback-demand" }

// CommandName implements domain.CommandData.
func (AgreeClawback) CommandName() string { return "agree-clawback" }

// CommandName implements domain.CommandData.
func (SettleClawback) CommandName() string { return "settle-clawback" }

// CommandName implements domain.CommandData.
func (AgreeDeferral) CommandName() string { return "agree-deferral" }

// CommandName implements domain.CommandData.
func (DeclareYearEnd) CommandName() string { return "declare-year-end" }

// CommandName implements domain.CommandData.
func (ReopenYear) CommandName() string { return "reopen-year" }

// CommandName implements domain.CommandData.
func (SignAccounts) CommandName() string { return "sign-accounts" }

// CommandName implements domain.CommandData.
func (ReconcileLedger) CommandName() string { return "reconcile-ledger" }

// CommandName implements domain.CommandData.
func (AgreeFunderBalance) CommandName() string { return "agree-funder-balance" }

// CommandName implements domain.CommandData.
func (DetermineSurplus) CommandName() string { return "determine-surplus" }

// CommandName implements domain.CommandData.
func (RecordDistribution) CommandName() string { return "record-distribution" }
