package funding

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func isNil(id uuid.UUID) bool { return id == uuid.Nil }

// Validate implements domain.CommandData.
func (c ReceiveInvoice) Validate(f *domain.FieldErrors) {
	payee(f, c.Payee, "/payee")
	f.Text(c.Number, "/number", 1, 40)
	f.Required(c.Dated, "/dated")
	c.Amount.Validate(f, "/amount")
	f.Check(isNil(c.Award) || isNil(c.Grant), "/grant", "should be left out where an award is named")
}

// Validate implements domain.CommandData.
func (c ApproveInvoice) Validate(f *domain.FieldErrors) {
	needed(f, c.Invoice, "/invoice", "the invoice")
}

// Validate implements domain.CommandData.
func (c RecordPayment) Validate(f *domain.FieldErrors) {
	payee(f, c.Payee, "/payee")
	f.Required(c.On, "/on")
	f.Check(len(c.Debts) >= 1 && len(c.Debts) <= maxDebts, "/debts", "has %d rows; it should have 1 to %d", len(c.Debts), maxDebts)
	seen := make(map[debt]bool, len(c.Debts))
	for i, d := range c.Debts {
		at := index("/debts", i)
		d.validate(f, at)
		key := debt{d.Accrual, d.Commitment, d.Line}
		f.Check(!seen[key], at, "is in the list already; a debt should be one row")
		seen[key] = true
	}
	needed(f, c.ApprovedBy, "/approvedBy", "the person who approved the payment")
	needed(f, c.PaidBy, "/paidBy", "the person who paid")
}

// maxDebts is how many debts one payment may settle.
const maxDebts = 200

func (d PaidDebt) validate(f *domain.FieldErrors, at string) {
	oneOf(f, d.Accrual, d.Commitment, at+"/accrual", "commitment")
	f.Pence(d.Pence, at+"/pence", 1)
	if isNil(d.Commitment) {
		f.Check(d.Prepaid == nil, at+"/prepaid", "belongs to a prepayment, which names a commitment and no accrual")
		f.Check(d.Line.IsZero(), at+"/line", "is that of the accrual; it should be left out")
		return
	}
	d.Line.Validate(f, at+"/line")
	if d.Prepaid == nil {
		f.Add(at+"/prepaid", "is required where a commitment is paid before goods or services are received")
		return
	}
	period(f, d.Prepaid.From, d.Prepaid.To, at+"/prepaid/from", at+"/prepaid/to")
	f.Text(d.Prepaid.Reason, at+"/prepaid/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c RecordRecovery) Validate(f *domain.FieldErrors) {
	needed(f, c.Payment, "/payment", "the payment")
	oneOf(f, c.Accrual, c.Commitment, "/accrual", "commitment")
	f.Pence(c.Pence, "/pence", 1)
	if isNil(c.Commitment) {
		f.Check(c.Line.IsZero(), "/line", "is that of the accrual; it should be left out")
	} else {
		c.Line.Validate(f, "/line")
	}
	f.Check(c.RecoverableVAT >= 0 && c.RecoverableVAT <= c.Pence, "/recoverableVat", "should be 0 to the pence given back, %d", c.Pence)
	f.Check(c.RecoverableVAT == 0 || isNil(c.Commitment), "/recoverableVat", "should be 0 for a prepayment, which no budget has borne")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c OfferGrant) Validate(f *domain.FieldErrors) {
	party(f, c.Payee, "/payee")
	needed(f, c.Decision, "/decision", "the decision")
	c.Line.Validate(f, "/line")
	f.Pence(c.Pence, "/pence", 1)
	parts(f, c.Line, c.Profile)
	spending(f, c.Purpose, c.CostType)
	f.Check(len(c.Conditions) <= maxParts, "/conditions", "has %d rows; it should have at most %d", len(c.Conditions), maxParts)
	for i, condition := range c.Conditions {
		f.Text(condition, index("/conditions", i), 1, domain.MaxFreeText)
	}
	f.Check(len(c.Milestones) <= maxParts, "/milestones", "has %d rows; it should have at most %d", len(c.Milestones), maxParts)
	seen := make(map[string]bool, len(c.Milestones))
	for i, m := range c.Milestones {
		at := index("/milestones", i)
		f.Text(m.Milestone, at+"/milestone", 1, 100)
		f.Check(!seen[m.Milestone], at+"/milestone", "is in the list already")
		f.Pence(m.Pence, at+"/pence", 1)
		seen[m.Milestone] = true
	}
}

// Validate implements domain.CommandData.
func (c AcceptGrant) Validate(f *domain.FieldErrors) {
	needed(f, c.Grant, "/grant", "the grant")
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c MeetGrantMilestone) Validate(f *domain.FieldErrors) {
	needed(f, c.Grant, "/grant", "the grant")
	f.Text(c.Milestone, "/milestone", 1, 100)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c TerminateGrant) Validate(f *domain.FieldErrors) {
	needed(f, c.Grant, "/grant", "the grant")
	f.Required(c.On, "/on")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}
