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

	h.run(p, workday(a.from.AddDays(2)), day(fy.Next(), 9, 20))
	months := []domain.Date{day(fy, 11, 1), day(fy, 1, 1), day(fy, 3, 1)}
	for months[0] < a.from { // it was deferred by a meeting
		months = months[1:]
	}
	for i, part := range split(value, len(months)) {
		h.deliver(&a, months[i], part, c.subject)
	}
	a.line = next
	months = []domain.Date{day(fy.Next(), 6, 1), day(fy.Next(), 8, 1)}
	for i, part := range split(later, len(months)) {
		h.deliver(&a, months[i], part, c.subject)
	}
}
