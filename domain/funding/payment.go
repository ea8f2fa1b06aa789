package funding

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// payment is a payment that is being decided, with what its debts sum to so
// far.
type payment struct {
	*order
	data     RecordPayment
	invoices map[uuid.UUID]domain.Pence
	awards   map[uuid.UUID]domain.Pence
}

func (o *order) pay(data RecordPayment) (domain.Decision, error) {
	e := domain.PaymentMade{
		Payment: domain.IDOf(data.Payment, o.id, "payment"), Payee: data.Payee, On: data.On, ApprovedBy: data.ApprovedBy, PaidBy: data.PaidBy,
	}
	p := &payment{o, data, make(map[uuid.UUID]domain.Pence), make(map[uuid.UUID]domain.Pence)}
	before, known := o.s.payments.Get(e.Payment)
	for _, d := range data.Debts {
		e.Allocations = append(e.Allocations, p.allocate(d))
	}
	if known {
		return o.again(before, e, e.Payment)
	}
	o.come(e.On, "of the payment")
	o.k.Require(RuleSegregation, e.ApprovedBy != e.PaidBy, "%s approved the payment; somebody else should pay", e.ApprovedBy)
	for i, a := range e.Allocations {
		p.settles(data.Debts[i], a)
	}
	return o.record(e)
}

// allocate is what a debt is: its line, and what sort of debt.
func (p *payment) allocate(d PaidDebt) domain.PaymentAllocation {
	a := domain.PaymentAllocation{Line: d.Line, Accrual: d.Accrual, Commitment: d.Commitment, Invoice: d.Invoice, Pence: d.Pence}
	if d.Prepaid != nil {
		prepaid := *d.Prepaid
		a.Prepaid = &prepaid
	}
	if d.Accrual == uuid.Nil {
		a.For = domain.PaymentForPrepayment
		return a
	}
	of, known := p.s.accruals.Get(d.Accrual)
	p.k.Must(RuleNamed, known, "accrual %s should be recorded before it is paid", d.Accrual)
	a.Line = of.line
	switch of.event.(type) {
	case domain.PayCharged:
		a.For = domain.PaymentForPay
	case domain.HostOverheadCharged:
		a.For = domain.PaymentForOverhead
	default:
		c, _ := p.s.commitments.Get(of.commitment)
		switch {
		case c.made.Award != uuid.Nil:
			a.For = domain.PaymentForAward
		case c.made.Grant != uuid.Nil:
			a.For = domain.PaymentForGrant
		default:
			a.For = domain.PaymentForOther
		}
	}
	return a
}

// settles holds that a debt is there to be paid, to this payee.
func (p *payment) settles(d PaidDebt, a domain.PaymentAllocation) {
	if d.Accrual == uuid.Nil {
		p.prepays(d)
		return
	}
	of, _ := p.s.accruals.Get(d.Accrual)
	p.k.Must(RuleReversal, of.reversed.Accrual == uuid.Nil, "accrual %s is reversed; there is nothing to pay", d.Accrual)
	unpaid := of.amount.Gross() - of.prepaid - of.paid
	p.k.Require(RuleCovered, d.Pence <= unpaid, "%s pounds of accrual %s are not paid yet; %s should not be paid on it", unpaid, d.Accrual, d.Pence)
	p.k.Require(RuleCites, of.payee == "" || of.payee == p.data.Payee, "accrual %s is owed to %s; it should be paid to %s, not %s", d.Accrual, of.payee, of.payee, p.data.Payee)
	p.k.Require(RuleCites, a.For != domain.PaymentForOther, "accrual %s comes under no commitment; what is paid should have been approved", d.Accrual)
	if c, known := p.s.commitments.Get(of.commitment); known {
		p.approved(d, c)
	}
}

// prepays holds that a commitment may be paid before goods or services are
// received.
func (p *payment) prepays(d PaidDebt) {
	c, known := p.s.commitments.Get(d.Commitment)
	p.k.Must(RuleNamed, known, "commitment %s should be made before it is prepaid", d.Commitment)
	p.k.Must(RuleNamed, !known || slices.Contains(c.lines, d.Line), "commitment %s is on %v, not on %s", d.Commitment, c.lines, d.Line)
	t, _ := p.s.terms.Get(d.Line)
	p.k.Require(RuleAdvance, d.Line.FY.Contains(d.Prepaid.From) && d.Line.FY.Contains(d.Prepaid.To) && (t.expires.IsZero() || d.Prepaid.To <= t.expires),
		"%s to %s is not the year of %s, or after its money expires; to pay for it from there is in advance of need", d.Prepaid.From, d.Prepaid.To, d.Line)
	p.k.Require(RuleCites, c.made.Payee == p.data.Payee, "commitment %s is to %s; it should be paid to %s, not %s", d.Commitment, c.made.Payee, c.made.Payee, p.data.Payee)
	open, _ := p.s.charged.Get(chargedLine{d.Commitment, d.Line})
	prepaid, _ := p.s.prepaid.Get(chargedLine{d.Commitment, d.Line})
	most := p.sum(open, p.recoverable(c))
	p.k.Require(RuleCovered, p.sum(prepaid, d.Pence) <= most, "%s pounds of commitment %s can still become due on %s and %s are prepaid; %s more should not be", most, d.Commitment, d.Line, prepaid, d.Pence)
	p.approved(d, c)
}

// recoverable is the VAT of a commitment's award that no budget bears, and
// that a payee is paid all the same.
func (p *payment) recoverable(c commitment) domain.Pence {
	award, _ := p.near.Commissioning.Award(c.made.Award)
	return award.Value.RecoverableVAT
}

// approved holds that what is promised may be paid: a grant once it is
// accepted, an award on an approved invoice, and neither by those who asked.
func (p *payment) approved(d PaidDebt, c commitment) {
	requester := c.made.RequestedBy
	p.k.Require(RuleSegregation, p.data.PaidBy != requester, "%s requested what is paid; somebody else should pay", requester)
	approvers := []uuid.UUID{p.data.ApprovedBy}
	if c.made.Grant != uuid.Nil {
		g, _ := p.s.grants.Get(c.made.Grant)
		p.k.Require(RuleGrant, g.accepted.Grant == c.made.Grant, "grant %s should be accepted before it is paid", c.made.Grant)
	} else {
		approvers = append(approvers, p.invoiced(d, c)...)
		p.withinAward(d, c.made.Award)
	}
	independent := func(a uuid.UUID) bool { return a != requester && a != p.data.PaidBy }
	p.k.Require(RuleSegregation, slices.ContainsFunc(approvers, independent), "what %s requested and %s pays should be approved by somebody else", requester, p.data.PaidBy)
}

// invoiced holds that there is an approved invoice for a debt under an award,
// and is who approved it.
func (p *payment) invoiced(d PaidDebt, c commitment) []uuid.UUID {
	p.k.Require(RuleInvoice, d.Invoice != uuid.Nil, "what was awarded should be paid on an invoice")
	if d.Invoice == uuid.Nil {
		return nil
	}
	i, known := p.s.invoices.Get(d.Invoice)
	p.k.Must(RuleNamed, known, "invoice %s should be received before it is paid", d.Invoice)
	p.k.Require(RuleInvoice, i.received.Award == c.made.Award && i.received.Payee == p.data.Payee,
		"invoice %s is of %s for award %s; it should be of %s for award %s", d.Invoice, i.received.Payee, i.received.Award, p.data.Payee, c.made.Award)
	p.k.Require(RuleInvoice, len(i.approvers) > 0, "invoice %s should be approved before it is paid", d.Invoice)
	paid := p.sum(i.paid, p.invoices[d.Invoice], d.Pence)
	p.k.Require(RuleInvoice, paid <= i.received.Amount.Gross(), "invoice %s is over %s pounds; %s should not be paid on it", d.Invoice, i.received.Amount.Gross(), paid)
	p.invoices[d.Invoice] += d.Pence
	return i.approvers
}

// withinAward holds that all payments on an award stay within it.
func (p *payment) withinAward(d PaidDebt, id uuid.UUID) {
	award, _ := p.near.Commissioning.Award(id)
	before, _ := p.s.awards.Get(id)
	paid := p.sum(before.paid, p.awards[id], d.Pence)
	p.k.Require(RuleCovered, paid <= award.Value.Gross(), "award %s is worth %s pounds; %s should not be paid on it", id, award.Value.Gross(), paid)
	p.awards[id] += d.Pence
}

func (o *order) recover(data RecordRecovery) (domain.Decision, error) {
	e := domain.PaymentRecovered{
		Recovery: domain.IDOf(data.Recovery, o.id, "recovery"), Payment: data.Payment, Line: data.Line, Accrual: data.Accrual, Commitment: data.Commitment,
		Pence: data.Pence, RecoverableVAT: data.RecoverableVAT, Reason: data.Reason,
	}
	if e.Accrual != uuid.Nil {
		e.ToAvailable = e.Pence - e.RecoverableVAT
	}
	paid, known := o.s.payments.Get(e.Payment)
	o.k.Must(RuleNamed, known, "payment %s should be recorded before money of it is recovered", e.Payment)
	_, reversed := o.s.reversedPayment(e.Payment)
	o.k.Must(RuleReversal, !reversed, "payment %s is reversed; nothing of it can come back", e.Payment)
	i := slices.IndexFunc(paid.Allocations, func(a domain.PaymentAllocation) bool {
		return a.Accrual == e.Accrual && a.Commitment == e.Commitment && (e.Accrual != uuid.Nil || a.Line == e.Line)
	})
	o.k.Must(RuleNamed, i >= 0, "payment %s was not for accrual %s, or commitment %s on %s", e.Payment, e.Accrual, e.Commitment, e.Line)
	if o.k.Refused() {
		return o.k.Decide()
	}
	e.Line = paid.Allocations[i].Line
	return o.once(said{kind: e.EventType(), id: e.Recovery}, e, func() []domain.Event {
		o.back(e, paid.Allocations[i].Pence)
		return nil
	})
}

// back holds that no more comes back than was paid.
func (o *order) back(e domain.PaymentRecovered, paid domain.Pence) {
	before, _ := o.s.recovered.Get(debtOf{e.Payment, debt{e.Accrual, e.Commitment, e.Line}})
	o.k.Must(RuleCovered, o.sum(before, e.Pence) <= paid, "%s pounds were paid and %s are recovered; %s more can't be", paid, before, e.Pence)
	if e.Commitment != uuid.Nil {
		prepaid, _ := o.s.prepaid.Get(chargedLine{e.Commitment, e.Line})
		o.k.Must(RuleReversal, e.Pence <= prepaid, "%s pounds of commitment %s are still prepaid on %s; the cost incurred since should be reversed before more is recovered", prepaid, e.Commitment, e.Line)
		return
	}
	a, _ := o.s.accruals.Get(e.Accrual)
	o.k.Must(RuleCovered, a.recovered+e.RecoverableVAT <= a.amount.RecoverableVAT, "accrual %s has %s pounds of recoverable VAT and %s of it came back; %s more can't be VAT",
		e.Accrual, a.amount.RecoverableVAT, a.recovered, e.RecoverableVAT)
}
