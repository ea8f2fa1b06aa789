package funding

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// MakeCommitment promises the money of an award. That of a grant is promised
// with the offer.
type MakeCommitment struct {
	Commitment  uuid.UUID          `json:"commitment,omitzero" jsonschema:"Id of the commitment, a random UUID; made from the command's id where left out."`
	Line        domain.FundLine    `json:"line" jsonschema:"The fund that bears it, in the year it begins."`
	Award       uuid.UUID          `json:"award" jsonschema:"Id of the award."`
	Pence       domain.Pence       `json:"pence" jsonschema:"Pence of all years, as the budget bears it: gross without recoverable VAT."`
	Profile     []domain.YearPart  `json:"profile,omitempty" jsonschema:"The parts by year, ascending from the year of the line, where there are several. Later years are charged when there is money of that year."`
	Purpose     domain.FundPurpose `json:"purpose" jsonschema:"What it is for, one of the purposes of the line's money, such as CPD."`
	CostType    domain.CostType    `json:"costType" jsonschema:"What it buys, in capital letters and underscores, such as COURSE or BACKFILL."`
	RequestedBy uuid.UUID          `json:"requestedBy,omitzero" jsonschema:"Id of the person who asks for it; whoever gives the command where left out."`
}

// ReleaseCommitment says that a part of a promise will not be needed.
type ReleaseCommitment struct {
	Commitment uuid.UUID       `json:"commitment" jsonschema:"Id of the commitment."`
	Line       domain.FundLine `json:"line" jsonschema:"The line that bears the part, or is going to."`
	Pence      domain.Pence    `json:"pence" jsonschema:"Pence, 1 or more."`
	Reason     string          `json:"reason" jsonschema:"Why."`
}

// AccrueCost records that goods or services were received.
type AccrueCost struct {
	Accrual    uuid.UUID       `json:"accrual,omitzero" jsonschema:"Id of the accrual, a random UUID; made from the command's id where left out."`
	Commitment uuid.UUID       `json:"commitment,omitzero" jsonschema:"Id of the commitment it comes under. Where there was none, it can only be reported as having happened."`
	Line       domain.FundLine `json:"line" jsonschema:"The line that bears it, of the year of the period."`
	Amount     domain.Amount   `json:"amount" jsonschema:"What it costs, with VAT apart."`
	Payee      string          `json:"payee,omitzero" jsonschema:"Code of who is owed it; only where there is no commitment."`
	PeriodFrom domain.Date     `json:"periodFrom" jsonschema:"First day of receipt, YYYY-MM-DD."`
	PeriodTo   domain.Date     `json:"periodTo" jsonschema:"Last day of receipt, YYYY-MM-DD."`
}

// ChargePay records what a post of the hub's team cost.
type ChargePay struct {
	Accrual    uuid.UUID       `json:"accrual,omitzero" jsonschema:"Id of the charge, a random UUID; made from the command's id where left out."`
	Line       domain.FundLine `json:"line" jsonschema:"The line that bears it, of the year of the period."`
	Post       string          `json:"post" jsonschema:"The role in the funded establishment. No names."`
	FTE        domain.FTE      `json:"fte" jsonschema:"Full-time equivalents that were paid, a decimal in a string."`
	PeriodFrom domain.Date     `json:"periodFrom" jsonschema:"First day, YYYY-MM-DD."`
	PeriodTo   domain.Date     `json:"periodTo" jsonschema:"Last day, YYYY-MM-DD."`
	Pence      domain.Pence    `json:"pence" jsonschema:"Pence with the employer's costs."`
}

// AgreeOverheadBasis says how much overhead a host may charge in a year.
type AgreeOverheadBasis struct {
	Hub   domain.HubID         `json:"hub,omitzero" jsonschema:"The locality hub, such as QE1~fylde-coast; left out for the ICS hub."`
	FY    domain.FinancialYear `json:"fy" jsonschema:"The financial year, such as 2024/25."`
	Basis domain.OverheadBasis `json:"basis" jsonschema:"How it is reckoned."`
	Ref   string               `json:"ref" jsonschema:"Where it is agreed."`
}

// ChargeHostOverhead records what the host charges for its overhead.
type ChargeHostOverhead struct {
	Accrual    uuid.UUID       `json:"accrual,omitzero" jsonschema:"Id of the charge, a random UUID; made from the command's id where left out."`
	Line       domain.FundLine `json:"line" jsonschema:"The line that bears it, of the year of the period."`
	PeriodFrom domain.Date     `json:"periodFrom" jsonschema:"First day, YYYY-MM-DD."`
	PeriodTo   domain.Date     `json:"periodTo" jsonschema:"Last day, YYYY-MM-DD."`
	Pence      domain.Pence    `json:"pence" jsonschema:"Pence, 1 or more."`
}

// ReverseAccrual says that a cost, pay or overhead was not incurred.
type ReverseAccrual struct {
	Accrual uuid.UUID `json:"accrual" jsonschema:"Id of the accrual or charge."`
	Reason  string    `json:"reason" jsonschema:"Why it was wrong."`
}

// CommandName implements domain.CommandData.
func (MakeCommitment) CommandName() string { return "make-commitment" }

// CommandName implements domain.CommandData.
func (ReleaseCommitment) CommandName() string { return "release-commitment" }

// CommandName implements domain.CommandData.
func (AccrueCost) CommandName() string { return "accrue-cost" }

// CommandName implements domain.CommandData.
func (ChargePay) CommandName() string { return "charge-pay" }

// CommandName implements domain.CommandData.
func (AgreeOverheadBasis) CommandName() string { return "agree-overhead-basis" }

// CommandName implements domain.CommandData.
func (ChargeHostOverhead) CommandName() string { return "charge-host-overhead" }

// CommandName implements domain.CommandData.
func (ReverseAccrual) CommandName() string { return "reverse-accrual" }
