package funding

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// IssueAllocation records that a funder gives, or expects to give, money.
type IssueAllocation struct {
	Allocation uuid.UUID               `json:"allocation,omitzero" jsonschema:"Id of the allocation, a random UUID; made from the command's id where left out."`
	Line       domain.FundLine         `json:"line" jsonschema:"The fund and year it is for."`
	Pence      domain.Pence            `json:"pence" jsonschema:"Pence, 1 or more."`
	Basis      *domain.PopulationBasis `json:"basis,omitzero" jsonschema:"The figure it was made on, where it goes by population."`
	Purpose    domain.FundPurpose      `json:"purpose" jsonschema:"What it is given for, in capital letters and underscores, such as CPD or HUB_RUNNING."`
	Status     domain.AllocationStatus `json:"status" jsonschema:"INDICATIVE (to plan with; it can't be committed) or CONFIRMED."`
	Recurrent  bool                    `json:"recurrent" jsonschema:"Whether it is meant to come again every year."`
	Capital    bool                    `json:"capital" jsonschema:"Whether it is capital, and not revenue."`
	Source     domain.FundingSource    `json:"source" jsonschema:"HEE (or its successor as the accountable body), ICS, LOCAL_AUTHORITY, NHSE_REGION, NHSE_NATIONAL or OTHER."`
	Funder     string                  `json:"funder,omitzero" jsonschema:"Code of the organisation that gives it."`
	Expires    domain.Date             `json:"expires,omitzero" jsonschema:"Last day on which what it pays for may be delivered, YYYY-MM-DD; the last day of the year where left out."`
	Conditions []domain.FundCondition  `json:"conditions,omitempty" jsonschema:"What the funder makes it depend on."`
}

// ConfirmAllocation records that indicative money is sure.
type ConfirmAllocation struct {
	Allocation uuid.UUID    `json:"allocation" jsonschema:"Id of the allocation."`
	Pence      domain.Pence `json:"pence" jsonschema:"Pence that are sure, 1 or more."`
	Ref        string       `json:"ref,omitzero" jsonschema:"Reference of the funder's letter."`
}

// VaryAllocation records that a funder gives more, or less.
type VaryAllocation struct {
	Allocation uuid.UUID    `json:"allocation" jsonschema:"Id of the allocation."`
	Pence      domain.Pence `json:"pence" jsonschema:"The difference in pence, below 0 where it is less."`
	Reason     string       `json:"reason" jsonschema:"Why it changes."`
	Ref        string       `json:"ref,omitzero" jsonschema:"Reference of the funder's letter."`
}

// AuthoriseOverspend records that a funder lets a line be overspent.
type AuthoriseOverspend struct {
	Line     domain.FundLine       `json:"line" jsonschema:"The fund and year."`
	Pence    domain.Pence          `json:"pence" jsonschema:"The most it may be overspent by, in pence; 0 ends the authority."`
	Approval domain.FunderApproval `json:"approval" jsonschema:"Who agrees, and where."`
	Until    domain.Date           `json:"until" jsonschema:"The last day of the authority, YYYY-MM-DD."`
}

// RecordForecast records what a line is expected to have cost in the end.
type RecordForecast struct {
	Line    domain.FundLine `json:"line" jsonschema:"The fund and year."`
	AsAt    domain.Date     `json:"asAt" jsonschema:"The day of the forecast, YYYY-MM-DD."`
	Outturn domain.Pence    `json:"outturn" jsonschema:"Pence expected to be incurred in the year."`
	Reason  string          `json:"reason,omitzero" jsonschema:"What makes it differ from the budget. No names."`
}

// RecordFundReceipt records that cash of a fund has come in.
type RecordFundReceipt struct {
	Receipt uuid.UUID       `json:"receipt,omitzero" jsonschema:"Id of the receipt, a random UUID; made from the command's id where left out."`
	Line    domain.FundLine `json:"line" jsonschema:"The fund and year."`
	Pence   domain.Pence    `json:"pence" jsonschema:"Pence, 1 or more."`
	On      domain.Date     `json:"on" jsonschema:"The day it came in, YYYY-MM-DD."`
	Payer   string          `json:"payer" jsonschema:"Code of the organisation that paid."`
}

// VireBudget moves money between two lines of one year.
type VireBudget struct {
	Virement uuid.UUID              `json:"virement,omitzero" jsonschema:"Id of the virement, a random UUID; made from the command's id where left out."`
	From     domain.FundLine        `json:"from" jsonschema:"The line that gives."`
	To       domain.FundLine        `json:"to" jsonschema:"The line that gets, of the same year: another fund, or the same fund of a locality hub."`
	Pence    domain.Pence           `json:"pence" jsonschema:"Pence, 1 or more."`
	Reason   string                 `json:"reason" jsonschema:"Why."`
	Approval *domain.FunderApproval `json:"approval,omitzero" jsonschema:"Where the funder agreed: needed from a ring-fenced fund, and from operational money, which only HEE can let go."`
}

// SendTransfer moves money to the hub of another ICS.
type SendTransfer struct {
	Transfer uuid.UUID              `json:"transfer,omitzero" jsonschema:"Id of the transfer, a random UUID that the other hub names too; made from the command's id where left out."`
	Line     domain.FundLine        `json:"line" jsonschema:"The line that gives."`
	To       string                 `json:"to" jsonschema:"Code of the other ICS's ICB."`
	Pence    domain.Pence           `json:"pence" jsonschema:"Pence, 1 or more."`
	Reason   string                 `json:"reason" jsonschema:"Why."`
	Approval *domain.FunderApproval `json:"approval,omitzero" jsonschema:"Where the funder agreed, needed for operational and ring-fenced money."`
}

// ReceiveTransfer takes money from the hub of another ICS.
type ReceiveTransfer struct {
	Transfer uuid.UUID       `json:"transfer" jsonschema:"Id of the transfer, as the other hub's stream names it."`
	Line     domain.FundLine `json:"line" jsonschema:"The line that gets."`
	From     string          `json:"from" jsonschema:"Code of the other ICS's ICB."`
	Pence    domain.Pence    `json:"pence" jsonschema:"Pence, 1 or more, as sent."`
}

// RecordProjectCommission records that somebody pays the hub for work.
type RecordProjectCommission struct {
	Project      uuid.UUID       `json:"project,omitzero" jsonschema:"Id of the project, a random UUID; made from the command's id where left out."`
	Line         domain.FundLine `json:"line" jsonschema:"The line of project income, such as PROJECT_INCOME-ANYTOWN, that the fee belongs to."`
	Commissioner string          `json:"commissioner" jsonschema:"Code of the organisation that pays."`
	Fee          domain.Pence    `json:"fee" jsonschema:"Pence without VAT, 1 or more."`
	Terms        string          `json:"terms" jsonschema:"What is done for it, and where that is agreed. No names."`
}

// CommandName implements domain.CommandData.
func (IssueAllocation) CommandName() string { return "issue-allocation" }

// CommandName implements domain.CommandData.
func (ConfirmAllocation) CommandName() string { return "confirm-allocation" }

// CommandName implements domain.CommandData.
func (VaryAllocation) CommandName() string { return "vary-allocation" }

// CommandName implements domain.CommandData.
func (AuthoriseOverspend) CommandName() string { return "authorise-overspend" }

// CommandName implements domain.CommandData.
func (RecordForecast) CommandName() string { return "record-forecast" }

// CommandName implements domain.CommandData.
func (RecordFundReceipt) CommandName() string { return "record-fund-receipt" }

// CommandName implements domain.CommandData.
func (VireBudget) CommandName() string { return "vire-budget" }

// CommandName implements domain.CommandData.
func (SendTransfer) CommandName() string { return "send-transfer" }

// CommandName implements domain.CommandData.
func (ReceiveTransfer) CommandName() string { return "receive-transfer" }

// CommandName implements domain.CommandData.
func (RecordProjectCommission) CommandName() string { return "record-project-commission" }
