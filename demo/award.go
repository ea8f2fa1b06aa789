package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/funding"
	domainhub "github.com/hubledger/hubledger/domain/hub"
)

// award is a contract that was made, and what became of it.
type award struct {
	id         uuid.UUID
	commitment uuid.UUID
	line       domain.FundLine
	supplier   supplier
	value      domain.Amount
	from, to   domain.Date
	open       domain.Pence // of the commitment
}

// amount is a gross amount with its VAT.
func (h *hub) amount(gross domain.Pence, taxed bool) domain.Amount {
	if !taxed {
		return domain.Amount{Net: gross}
	}
	net := gross * 5 / 6
	a := domain.Amount{Net: net, VAT: gross - net}
	if h.recovers {
		a.RecoverableVAT = a.VAT
	}
	return a
}

// split divides an amount into equal parts that sum to it.
func split(a domain.Amount, n int) []domain.Amount {
	weights := make([]int64, n)
	for i := range weights {
		weights[i] = 1
	}
	net, vat, back := domain.Apportion(a.Net, weights), domain.Apportion(a.VAT, weights), domain.Apportion(a.RecoverableVAT, weights)
	out := make([]domain.Amount, n)
	for i := range out {
		out[i] = domain.Amount{Net: net[i], VAT: vat[i], RecoverableVAT: back[i]}
	}
	return out
}

// buy is a course that the group approved: award, programme, delivery month by
// month, and payment.
func (h *hub) buy(c *matter, p programme, fy domain.FinancialYear) {
	made := h.wait(c)
	a := h.make(c, made, workday(made.AddDays(7)), fy.Last(), "COURSE")
	h.run(p, workday(a.from.AddDays(2)), day(fy, 3, 24))
	var months []domain.Date
	for m := a.from.MonthEnd().AddDays(1); m < fy.Last(); m = m.MonthEnd().AddDays(1) {
		months = append(months, m)
	}
	short := h.rand.IntN(4) == 0 // the last part is not delivered
	for i, part := range split(a.value, len(months)) {
		if short && i == len(months)-1 && i > 0 {
			break
		}
		h.deliver(&a, months[i], part, c.subject)
	}
	h.settle(&a, day(fy.Next(), 4, 6))
	h.seen.bought = purchase{c.id, a.id, a.commitment, a.line, a.supplier, c.waived, a.value.Gross(), c.made, a.from}
}

// wait is what an award has to wait for, and the day on which it is made.
func (h *hub) wait(c *matter) domain.Date {
	made := workday(c.made.AddDays(9))
	switch {
	case c.regime == domain.RegimePSR:
		d := workday(c.made.AddDays(4))
		h.give(d, h.lead, commissioning.RecordNotice{Decision: c.id, Kind: domain.NoticeIntent, Ref: ref("I", d, h.given), On: d})
		h.give(d.AddDays(1), h.lead, commissioning.StartStandstill{Decision: c.id, On: d.AddDays(1)})
		end := d.AddDays(24) // longer than eight working days, whatever holidays lie between
		over := commissioning.EndStandstill{Decision: c.id, On: end}
		if h.index == 13 { // somebody objects, and is answered
			h.give(d.AddDays(5), h.lead, commissioning.RecordRepresentation{Decision: c.id, From: h.suppliers[6].code, Subject: "the weight of the criteria", On: d.AddDays(5)})
			over.RepliedOn = d.AddDays(9)
		}
		h.standstillAttempts(c, end)
		h.give(end.AddDays(1), h.lead, over)
		made = workday(end.AddDays(3))
	case c.by == domain.RouteDirectAward:
		d := workday(c.made.AddDays(4))
		h.give(d, h.lead, commissioning.RecordNotice{Decision: c.id, Kind: domain.NoticeTransparency, Ref: ref("D", d, h.given), On: d})
	case c.by == domain.RouteTender:
		h.give(made.AddDays(3), h.lead, commissioning.RecordNotice{Decision: c.id, Kind: domain.NoticeAward, Ref: ref("A", made, h.given), On: made.AddDays(3)})
	}
	return made
}

// make makes an award and promises its money.
func (h *hub) make(c *matter, made, from, to domain.Date, cost domain.CostType) award {
	a := award{line: c.lines[0].Line, supplier: c.chosen, value: h.amount(c.max, c.chosen.taxed), from: from, to: to}
	a.id = domain.NewID(h.give(made, h.manager, commissioning.AwardContract{
		Decision: c.id, Holder: h.host, Supplier: a.supplier.code, From: from, To: to, Value: a.value, On: made,
	}), "award")
	a.commitment = domain.NewID(h.give(made.AddDays(1), h.lead, funding.MakeCommitment{
		Line: a.line, Award: a.id, Pence: a.value.Budget(), Purpose: c.purpose, CostType: cost,
	}), "commitment")
	a.open = a.value.Budget()
	h.purse(a.line).left -= a.open
	return a
}

// deliver is a part of an award: accepted, incurred, invoiced, approved and paid.
func (h *hub) deliver(a *award, month domain.Date, part domain.Amount, what string) {
	end := month.MonthEnd()
	d := min(workday(month.AddDays(17)), end)
	h.give(d, h.lead, commissioning.AcceptDelivery{Award: a.id, What: what, Units: 1 + h.rand.IntN(20), On: d})
	cost := h.give(d.AddDays(2), h.finance, funding.AccrueCost{Commitment: a.commitment, Line: a.line, Amount: part, PeriodFrom: month, PeriodTo: d})
	accrued := domain.NewID(cost, "accrual")
	a.open -= part.Budget()
	h.purse(a.line).incur(d, part.Budget())
	invoiced := d.AddDays(4)
	received := funding.ReceiveInvoice{Payee: a.supplier.code, Number: ref("N", invoiced, h.given), Dated: invoiced, Amount: part, Award: a.id}
	invoice := domain.NewID(h.give(invoiced, h.finance, received), "invoice")
	h.give(invoiced.AddDays(3), h.manager, funding.ApproveInvoice{Invoice: invoice})
	on := workday(invoiced.AddDays(10 + h.rand.IntN(18)))
	pay := funding.RecordPayment{
		Payee: a.supplier.code, On: on, ApprovedBy: h.manager.Person, PaidBy: h.finance.Person,
		Debts: []funding.PaidDebt{{Accrual: accrued, Invoice: invoice, Pence: part.Gross()}},
	}
	order := h.give(on, h.finance, pay)
	if h.given%151 == 0 && on < day(a.line.FY, 3, 10) { // the bank had no such account
		h.give(on.AddDays(2), h.finance, domainhub.VoidEvent{Reason: "the money never left: the account was a wrong one"}, voiding(order))
		pay.On = on.AddDays(4)
		order = h.give(pay.On, h.finance, pay)
	}
	payment := domain.NewID(order, "payment")
	if back := part.Budget() / 20; h.rand.IntN(40) == 0 && on < day(a.line.FY, 3, 1) && back > 0 {
		h.give(on.AddDays(20), h.finance, funding.RecordRecovery{Payment: payment, Accrual: accrued, Pence: back, Reason: "places that nobody took were charged"})
		h.purse(a.line).left += back
	}
	if on < tried(a.line.FY) {
		h.seen.paid = paid{accrued, cost, received, a.line}
	}
}

// correct is a cost that is recorded with a wrong amount, and reversed, or that
// should not have been recorded, and is voided.
func (h *hub) correct(a *award, month domain.Date) {
	wrong := split(a.value, 2)[0]
	cost := h.give(month.AddDays(10), h.finance, funding.AccrueCost{Commitment: a.commitment, Line: a.line, Amount: wrong, PeriodFrom: month, PeriodTo: month.AddDays(9)})
	if h.rand.IntN(2) == 0 {
		h.give(month.AddDays(12), h.finance, domainhub.VoidEvent{Reason: "it is of another award"}, voiding(cost))
		return
	}
	h.give(month.AddDays(12), h.finance, funding.ReverseAccrual{Accrual: domain.NewID(cost, "accrual"), Reason: "half of the order was taken for the whole"})
}

// settle releases what will not be needed of a promise.
func (h *hub) settle(a *award, d domain.Date) {
	if a.open == 0 {
		return
	}
	h.give(d, h.lead, funding.ReleaseCommitment{Commitment: a.commitment, Line: a.line, Pence: a.open, Reason: "not all was delivered"}, on(min(d, a.line.FY.Last())))
	h.purse(a.line).left += a.open
	a.open = 0
}

// buySmall is something small: delivered once or twice, and over.
func (h *hub) buySmall(c *matter, fy domain.FinancialYear) {
	made := workday(c.made.AddDays(3))
	cheaper := h.rand.IntN(9) == 0
	if cheaper {
		c.max = c.max * 9 / 10
	}
	a := h.make(c, made, made.AddDays(2), min(made.AddDays(90), fy.Last()), "EVENT")
	if cheaper {
		h.give(made.AddDays(1), h.manager, commissioning.AmendDecision{Decision: c.id, Max: c.max, Reason: "the supplier came down", By: h.manager.Person})
	}
	month := a.from.MonthEnd().AddDays(1)
	if h.rand.IntN(7) == 0 {
		h.correct(&a, month)
	}
	h.deliver(&a, month, a.value, c.subject)
	if month.MonthEnd() < tried(fy) {
		h.seen.done = promise{a.commitment, a.line}
	}
	if h.rand.IntN(3) == 0 {
		d := min(a.from.AddDays(60), fy.Last())
		h.give(d, h.lead, commissioning.EndAward{Award: a.id, On: d, Reason: "delivered"})
	}
}

// reviewAwards has the last award of a year varied, by a decision of its own, in
// the last meeting of some hubs.
func (h *hub) reviewAwards(fy domain.FinancialYear) {
	last := h.seen.bought
	more := last.gross / 20
	if h.index%5 != 4 || !last.of(fy) || last.gross+more > 4_900_000 {
		return
	}
	c := &matter{
		h: h, kind: domain.DecisionVariation, subject: "More places on a course", award: last.award, meeting: h.meetings[3],
		lines: []domain.FundPart{{Line: last.line, Pence: more}}, purpose: purposeOf(last.line.Fund), max: last.gross + more,
		candidates: []supplier{last.supplier}, chosen: last.supplier, waived: last.waived,
	}
	if !c.decide() {
		return
	}
	d := workday(c.made.AddDays(4))
	before, value := h.amount(last.gross, last.supplier.taxed), h.amount(c.max, last.supplier.taxed)
	h.give(d, h.manager, commissioning.VaryAward{Award: last.award, Decision: c.id, To: fy.Last(), Value: value, Reason: "more asked for a place than there were", On: d})
	a := award{id: last.award, line: last.line, supplier: last.supplier, from: d, to: fy.Last()}
	part := domain.Amount{Net: value.Net - before.Net, VAT: value.VAT - before.VAT, RecoverableVAT: value.RecoverableVAT - before.RecoverableVAT}
	a.commitment = domain.NewID(h.give(d.AddDays(1), h.lead, funding.MakeCommitment{Line: a.line, Award: a.id, Pence: part.Budget(), Purpose: c.purpose, CostType: "COURSE"}), "commitment")
	a.open = part.Budget()
	h.purse(a.line).left -= a.open
	h.deliver(&a, day(fy, 3, 1), part, "more places")
	h.seen.bought.gross = c.max
}

func purposeOf(f domain.Fund) domain.FundPurpose {
	for _, one := range funds {
		if one.name == f {
			return one.purpose
		}
	}
	return ""
}
