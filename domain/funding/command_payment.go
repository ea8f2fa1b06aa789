package funding

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// ReceiveInvoice records that a payee asks for money.
type ReceiveInvoice struct {
	Invoice uuid.UUID     `json:"invoice,omitzero" jsonschema:"Id of the invoice, a random UUID; made from the command's id where left out."`
	Payee   string        `json:"payee" jsonschema:"Code of who asks."`
	Number  string        `json:"number" jsonschema:"The payee's number of the invoice."`
	Dated   domain.Date   `json:"dated" jsonschema:"The date on the invoice, YYYY-MM-DD."`
	Amount  domain.Amount `json:"amount" jsonschema:"What is asked for, with VAT apart."`
	Award   uuid.UUID     `json:"award,omitzero" jsonschema:"Id of the award it is for. An invoice for nothing that was awarded or granted can only be reported as having happened."`
	Grant   uuid.UUID     `json:"grant,omitzero" jsonschema:"Id of the grant it is for, in place of an award."`
}

// ApproveInvoice accepts an invoice for payment.
type ApproveInvoice struct {
	Invoice uuid.UUID `json:"invoice" jsonschema:"Id of the invoice."`
	By      uuid.UUID `json:"by,omitzero" jsonschema:"Id of the person who approves; whoever gives the command where left out."`
}

// RecordPayment records that money was paid.
type RecordPayment struct {
	Payment    uuid.UUID   `json:"payment,omitzero" jsonschema:"Id of the payment, a random UUID; made from the command's id where left out."`
	Payee      string      `json:"payee" jsonschema:"Code of who was paid."`
	On         domain.Date `json:"on" jsonschema:"The day of the payment, YYYY-MM-DD."`
	Debts      []PaidDebt  `json:"debts" jsonschema:"What was paid, one row for each debt."`
	ApprovedBy uuid.UUID   `json:"approvedBy" jsonschema:"Id of the person who approved the payment."`
	PaidBy     uuid.UUID   `json:"paidBy" jsonschema:"Id of the person who paid."`
}

// PaidDebt is one debt that a payment settles, or a part of it.
type PaidDebt struct {
	Accrual    uuid.UUID          `json:"accrual,omitzero" jsonschema:"Id of the accrual or charge that is paid."`
	Commitment uuid.UUID          `json:"commitment,omitzero" jsonschema:"In place of an accrual: id of the commitment that is paid before goods or services are received."`
	Line       domain.FundLine    `json:"line,omitzero" jsonschema:"Of a prepayment: the line that bears the commitment; that of the accrual where left out."`
	Invoice    uuid.UUID          `json:"invoice,omitzero" jsonschema:"Id of the approved invoice, for what was awarded."`
	Pence      domain.Pence       `json:"pence" jsonschema:"Pence with VAT, 1 or more."`
	Prepaid    *domain.Prepayment `json:"prepaid,omitzero" jsonschema:"Of a prepayment: what for, and why before."`
}

// RecordRecovery records that a payee has given money back.
type RecordRecovery struct {
	Recovery       uuid.UUID       `json:"recovery,omitzero" jsonschema:"Id of the recovery, a random UUID; made from the command's id where left out."`
	Payment        uuid.UUID       `json:"payment" jsonschema:"Id of the payment."`
	Accrual        uuid.UUID       `json:"accrual,omitzero" jsonschema:"Id of the accrual or charge that the money had been paid for."`
	Commitment     uuid.UUID       `json:"commitment,omitzero" jsonschema:"In place of an accrual: id of the commitment it had been prepaid for."`
	Line           domain.FundLine `json:"line,omitzero" jsonschema:"Of a prepayment: the line that bore it; that of the accrual where left out."`
	Pence          domain.Pence    `json:"pence" jsonschema:"Pence with VAT, 1 or more."`
	RecoverableVAT domain.Pence    `json:"recoverableVat,omitzero" jsonschema:"Pence of it that are recoverable VAT, which the budget had not borne."`
	Reason         string          `json:"reason" jsonschema:"Why."`
}

// OfferGrant offers a grant and promises its money.
type OfferGrant struct {
	Grant       uuid.UUID               `json:"grant,omitzero" jsonschema:"Id of the grant, a random UUID; made from the command's id where left out."`
	Commitment  uuid.UUID               `json:"commitment,omitzero" jsonschema:"Id of its commitment, a random UUID; made from the command's id where left out."`
	Payee       string                  `json:"payee" jsonschema:"Code of the organisation that gets it."`
	Programme   uuid.UUID               `json:"programme,omitzero" jsonschema:"Id of the programme it belongs to."`
	Decision    uuid.UUID               `json:"decision" jsonschema:"Id of the decision that approved it."`
	Line        domain.FundLine         `json:"line" jsonschema:"The fund that bears it, in the year it begins."`
	Pence       domain.Pence            `json:"pence" jsonschema:"Pence of all years, 1 or more."`
	Profile     []domain.YearPart       `json:"profile,omitempty" jsonschema:"The parts by year, ascending from the year of the line, where there are several."`
	Purpose     domain.FundPurpose      `json:"purpose" jsonschema:"What it is for, one of the purposes of the line's money, such as FELLOWSHIP."`
	CostType    domain.CostType         `json:"costType" jsonschema:"What it pays for, such as SALARY_SUPPORT."`
	Conditions  []string                `json:"conditions,omitempty" jsonschema:"What the payee has to keep, in words. No names."`
	Milestones  []domain.GrantMilestone `json:"milestones,omitempty" jsonschema:"What parts of it are paid for, together the whole; none where it is paid as costs are incurred."`
	RequestedBy uuid.UUID               `json:"requestedBy,omitzero" jsonschema:"Id of the person who asks for it; whoever gives the command where left out."`
}

// AcceptGrant records that the payee agrees.
type AcceptGrant struct {
	Grant uuid.UUID   `json:"grant" jsonschema:"Id of the grant."`
	On    domain.Date `json:"on" jsonschema:"The day, YYYY-MM-DD."`
}

// MeetGrantMilestone records that a part of a grant is due.
type MeetGrantMilestone struct {
	Grant     uuid.UUID   `json:"grant" jsonschema:"Id of the grant."`
	Milestone string      `json:"milestone" jsonschema:"The milestone, as in the offer."`
	On        domain.Date `json:"on" jsonschema:"The day it was reached, YYYY-MM-DD."`
}

// TerminateGrant ends a grant before its time.
type TerminateGrant struct {
	Grant  uuid.UUID   `json:"grant" jsonschema:"Id of the grant."`
	On     domain.Date `json:"on" jsonschema:"The last day, YYYY-MM-DD."`
	Reason string      `json:"reason" jsonschema:"Why."`
}

// CommandName implements domain.CommandData.
func (ReceiveInvoice) CommandName() string { return "receive-invoice" }

// CommandName implements domain.CommandData.
func (ApproveInvoice) CommandName() string { return "approve-invoice" }

// CommandName implements domain.CommandData.
func (RecordPayment) CommandName() string { return "record-payment" }

// CommandName implements domain.CommandData.
func (RecordRecovery) CommandName() string { return "record-recovery" }

// CommandName implements domain.CommandData.
func (OfferGrant) CommandName() string { return "offer-grant" }

// CommandName implements domain.CommandData.
func (AcceptGrant) CommandName() string { return "accept-grant" }

// CommandName implements domain.CommandData.
func (MeetGrantMilestone) CommandName() string { return "meet-grant-milestone" }

// CommandName implements domain.CommandData.
func (TerminateGrant) CommandName() string { return "terminate-grant" }
