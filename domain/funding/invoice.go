package funding

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) invoice(data ReceiveInvoice) (domain.Decision, error) {
	e := domain.InvoiceReceived{
		Invoice: domain.IDOf(data.Invoice, o.id, "invoice"), Payee: data.Payee, Number: data.Number, Dated: data.Dated, Amount: data.Amount,
		Award: data.Award, Grant: data.Grant,
	}
	if before, known := o.s.invoices.Get(e.Invoice); known {
		e.DuplicateOf = before.received.DuplicateOf
		return o.again(before.received, e, e.Invoice)
	}
	// A duplicate is recorded, so that it is found, and not refused.
	e.DuplicateOf, _ = o.s.numbered.Get(numberOf(e))
	o.come(e.Dated, "on the invoice")
	o.k.Require(RuleCites, e.Award != uuid.Nil || e.Grant != uuid.Nil, "an invoice should be for an award or a grant")
	if owed := o.owed(e); owed != "" {
		o.k.Require(RuleInvoice, owed == e.Payee, "it is for what %s is owed; the payee should be %s, not %s", owed, owed, e.Payee)
	}
	return o.record(e)
}

// owed is who the award or grant of an invoice was made to.
func (o *order) owed(e domain.InvoiceReceived) string {
	switch {
	case e.Award != uuid.Nil:
		award, known := o.near.Commissioning.Award(e.Award)
		o.k.Must(RuleNamed, known, "award %s should be made before an invoice for it is received", e.Award)
		return award.Supplier
	case e.Grant != uuid.Nil:
		return o.grant(e.Grant).offered.Payee
	}
	return ""
}

func (o *order) approve(data ApproveInvoice) (domain.Decision, error) {
	i, known := o.s.invoices.Get(data.Invoice)
	o.k.Must(RuleNamed, known, "invoice %s should be received before it is approved", data.Invoice)
	e := domain.InvoiceApproved{Invoice: data.Invoice, By: o.person(data.By)}
	if slices.Contains(i.approvers, e.By) {
		return o.k.Decide()
	}
	o.k.Require(RuleInvoice, i.received.DuplicateOf == uuid.Nil, "invoice %s has the payee, number and amount of %s; a duplicate should not be approved", e.Invoice, i.received.DuplicateOf)
	sole := len(i.approvers) == 0
	o.k.Require(RuleSegregation, !sole || !slices.Contains(o.requesters(i.received), e.By), "%s requested what the invoice is for; somebody else should approve it first", e.By)
	return o.record(e)
}

// requesters are who asked for what an invoice is for.
func (o *order) requesters(e domain.InvoiceReceived) []uuid.UUID {
	if e.Grant != uuid.Nil {
		g, _ := o.s.grants.Get(e.Grant)
		c, _ := o.s.commitments.Get(g.commitment)
		return []uuid.UUID{c.made.RequestedBy}
	}
	a, _ := o.s.awards.Get(e.Award)
	return a.requesters
}
