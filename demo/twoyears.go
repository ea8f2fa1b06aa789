package demo

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/funding"
)

// overTwoYears is a course that runs into the next year. That year's part is
// promised now, and charged when its money is allocated.
func (h *hub) overTwoYears(fy domain.FinancialYear, m *meeting) {
	gross := h.share(expansion, fy) * 40 / 100 / 100 * 100
	now, next := line(expansion.name, fy), line(expansion.name, fy.Next())
	first := gross * 3 / 5
	p := h.propose(m.day.AddDays(-50), h.courseOf(0, fy), domain.ModeProcure)
	c := &matter{
		h: h, kind: domain.DecisionPurchase, programme: p.id, subject: p.title + ", over two years", meeting: m, purpose: expansion.purpose, max: gross,
		lines: []domain.FundPart{{Line: now, Pence: first}, {Line: next, Pence: gross - first}},
	}
	c.route(0)
	if !c.decide() {
		return
	}
	made := h.wait(c)
	value, later := h.amount(first, c.chosen.taxed), h.amount(gross-first, c.chosen.taxed)
	all := domain.Amount{Net: value.Net + later.Net, VAT: value.VAT + later.VAT, RecoverableVAT: value.RecoverableVAT + later.RecoverableVAT}
	a := award{line: now, supplier: c.chosen, value: value, from: workday(made.AddDays(7)), to: day(fy.Next(), 9, 30), open: value.Budget()}
	a.id = domain.NewID(h.give(made, h.manager, commissioning.AwardContract{
		Decision: c.id, Holder: h.host, Supplier: a.supplier.code, From: a.from, To: a.to, Value: all, On: made,
	}), "award")
	a.commitment = domain.NewID(h.give(made.AddDays(1), h.lead, funding.MakeCommitment{
		Line: now, Award: a.id, Pence: all.Budget(), Purpose: c.purpose, CostType: "COURSE",
		Profile: []domain.YearPart{{FY: fy, Pence: value.Budget()}, {FY: fy.Next(), Pence: later.Budget()}},
	}), "commitment")
	h.purse(now).left -= value.Budget()
	h.later[next] += later.Budget()
	if h.succeeded() && next.FY.First() == merged { // others will go on with it
		h.carry = append(h.carry, carried{
			award: a.id, decision: c.id, commitment: a.commitment, supplier: a.supplier, to: a.to, pence: later.Budget(), purpose: c.purpose,
			needs: h.needs[c.need%len(h.needs):][:1], priorities: h.priorities[c.need%len(h.priorities):][:1], regime: c.regime, by: c.by,
		})
		h.run(p, workday(a.from.AddDays(2)), day(fy, 3, 20))
		h.deliverIn(&a, []int{11, 1, 3}, value, fy, c.subject)
		return
	}

	h.run(p, workday(a.from.AddDays(2)), day(fy.Next(), 9, 20))
	h.deliverIn(&a, []int{11, 1, 3}, value, fy, c.subject)
	a.line = next
	h.deliverIn(&a, []int{6, 8}, later, fy.Next(), c.subject)
}

// deliverIn is a part of an award in some months of a year, as far as it has
// begun: it may have been deferred by a meeting.
func (h *hub) deliverIn(a *award, in []int, value domain.Amount, fy domain.FinancialYear, subject string) {
	var months []domain.Date
	for _, m := range in {
		if d := day(fy, m, 1); d >= a.from {
			months = append(months, d)
		}
	}
	for i, part := range split(value, len(months)) {
		h.deliver(a, months[i], part, subject)
	}
}
