package domain

import "github.com/google/uuid"

// The events of invoices, payments and grants.

// InvoiceReceived says that a payee asks for money. It changes no account: the
// cost is incurred when goods or services are received.
type InvoiceReceived struct {
	Invoice uuid.UUID `json:"invoice"`
	Payee   string    `json:"payee"`
	Number  string    `json:"number"` // the payee's
	Dated   Date      `json:"dated"`
	Amount  Amount    `json:"amount"`
	Award   uuid.UUID `json:"award,omitzero"` // this or a grant; none where neither was made
	Grant   uuid.UUID `json:"grant,omitzero"`
	// DuplicateOf is an invoice of the same payee, number and gross amount
	// that was received before.
	DuplicateOf uuid.UUID `json:"duplicateOf,omitzero"`
}

// InvoiceApproved says that a person accepts an invoice for payment.
type InvoiceApproved struct {
	Invoice uuid.UUID `json:"invoice"`
	By      uuid.UUID `json:"by"`
}

// PaymentMade says that money was paid, and what for.
type PaymentMade struct {
	Payment     uuid.UUID           `json:"payment"`
	Payee       string              `json:"payee"`
	On          Date                `json:"on"`
	Allocations []PaymentAllocation `json:"allocations"`
	ApprovedBy  uuid.UUID           `json:"approvedBy"`
	PaidBy      uuid.UUID           `json:"paidBy"`
}

// PaymentPurpose is what sort of debt a payment settles.
type PaymentPurpose string

// The purposes of payments.
const (
	PaymentForAward      PaymentPurpose = "AWARD"
	PaymentForGrant      PaymentPurpose = "GRANT"
	PaymentForPay        PaymentPurpose = "PAY"
	PaymentForOverhead   PaymentPurpose = "HOST_OVERHEAD"
	PaymentForPrepayment PaymentPurpose = "PREPAYMENT" // of what is promised and not yet received
	PaymentForOther      PaymentPurpose = "OTHER"      // of a cost that nothing was promised for
)

// PaymentAllocation is the part of a payment that settles one debt: a cost
// incurred, or one that is going to be incurred under a commitment.
type PaymentAllocation struct {
	Line    FundLine       `json:"line"`
	For     PaymentPurpose `json:"for"`
	Accrual uuid.UUID      `json:"accrual,omitzero"` // this, or the commitment of a prepayment
	// Commitment is that of a prepayment.
	Commitment uuid.UUID   `json:"commitment,omitzero"`
	Invoice    uuid.UUID   `json:"invoice,omitzero"`
	Pence      Pence       `json:"pence"` // gross
	Prepaid    *Prepayment `json:"prepaid,omitzero"`
}

// Prepayment is the need to pay before goods or services are received.
type Prepayment struct {
	From   Date   `json:"from" jsonschema:"First day of what is paid before, YYYY-MM-DD."`
	To     Date   `json:"to" jsonschema:"Last day of what is paid before, YYYY-MM-DD."`
	Reason string `json:"reason" jsonschema:"Why it has to be paid before."`
}

// PaymentRecovered says that a payee has given money back.
type PaymentRecovered struct {
	Recovery   uuid.UUID `json:"recovery"`
	Payment    uuid.UUID `json:"payment"`
	Line       FundLine  `json:"line"`
	Accrual    uuid.UUID `json:"accrual,omitzero"` // the part of the payment that was for this
	Commitment uuid.UUID `json:"commitment,omitzero"`
	Pence      Pence     `json:"pence"` // gross
	// ToAvailable is what the budget has again and RecoverableVAT what the tax
	// authority no longer owes. The rest was a prepayment, which no budget had
	// borne. Both are 0 or more.
	ToAvailable    Pence  `json:"toAvailable"`
	RecoverableVAT Pence  `json:"recoverableVat,omitzero"`
	Reason         string `json:"reason"`
}

// PaymentReversed says that a payment was not made, or not so: what it settled
// is owed again. Money that a payee gave back is recovered instead.
type PaymentReversed struct {
	Payment     uuid.UUID           `json:"payment"`
	Allocations []PaymentAllocation `json:"allocations"` // all of the payment
	Reason      string              `json:"reason"`
}

// GrantMilestone is what a part of a grant is paid for.
type GrantMilestone struct {
	Milestone string `json:"milestone" jsonschema:"What is to be reached, in a few words."`
	Pence     Pence  `json:"pence" jsonschema:"Pence that are due then."`
}

// GrantOffered says that a hub offers a grant. The commitment comes with it:
// the letter binds the hub.
type GrantOffered struct {
	Grant      uuid.UUID        `json:"grant"`
	Payee      string           `json:"payee"`
	Programme  uuid.UUID        `json:"programme,omitzero"`
	Decision   uuid.UUID        `json:"decision,omitzero"`
	Pence      Pence            `json:"pence"`
	Conditions []string         `json:"conditions,omitempty"`
	Milestones []GrantMilestone `json:"milestones,omitempty"` // together the grant
}

// GrantAccepted says that the payee agrees to a grant's conditions.
type GrantAccepted struct {
	Grant uuid.UUID `json:"grant"`
	On    Date      `json:"on"`
}

// GrantMilestoneMet says that a part of a grant is due.
type GrantMilestoneMet struct {
	Grant     uuid.UUID `json:"grant"`
	Milestone string    `json:"milestone"`
	Pence     Pence     `json:"pence"`
	On        Date      `json:"on"`
}

// GrantTerminated says that a grant ends before its time. What is still
// promised is released with it.
type GrantTerminated struct {
	Grant  uuid.UUID `json:"grant"`
	On     Date      `json:"on"`
	Reason string    `json:"reason"`
}

func (InvoiceReceived) EventType() string   { return "InvoiceReceived" }
func (InvoiceApproved) EventType() string   { return "InvoiceApproved" }
func (PaymentMade) EventType() string       { return "PaymentMade" }
func (PaymentRecovered) EventType() string  { return "PaymentRecovered" }
func (PaymentReversed) EventType() string   { return "PaymentReversed" }
func (GrantOffered) EventType() string      { return "GrantOffered" }
func (GrantAccepted) EventType() string     { return "GrantAccepted" }
func (GrantMilestoneMet) EventType() string { return "GrantMilestoneMet" }
func (GrantTerminated) EventType() string   { return "GrantTerminated" }

func (InvoiceReceived) isEvent()   {}
func (InvoiceApproved) isEvent()   {}
func (PaymentMade) isEvent()       {}
func (PaymentRecovered) isEvent()  {}
func (PaymentReversed) isEvent()   {}
func (GrantOffered) isEvent()      {}
func (GrantAccepted) isEvent()     {}
func (GrantMilestoneMet) isEvent() {}
func (GrantTerminated) isEvent()   {}
