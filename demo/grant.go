package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/funding"
)

// awardGrants grants a part of a fund, for milestones through the year: to PCNs
// and to the host.
func (h *hub) awardGrants(fy domain.FinancialYear, f fund, count, percent int, meetings []*meeting) {
	for i, pence := range h.parts(h.share(f, fy)*domain.Pence(percent)/100, count) {
		m := meetings[0]
		payee := h.pcns[(i*3+int(fy))%len(h.pcns)]
		if i%4 == 3 {
			payee = h.host
		}
		p := h.propose(m.day.AddDays(-45), 3+8*(i%2), []domain.ProgrammeMode{domain.ModeDevelop, domain.ModeDevelop, domain.ModeAdvise}[(i+h.index)%3]) // neither is formal
		p.title = grants[(i+h.index)%len(grants)]
		c := &matter{
			h: h, kind: domain.DecisionGrant, programme: p.id, subject: p.title, meeting: m, regime: domain.RegimeOpenApplication, by: domain.RouteApplication,
			lines: []domain.FundPart{{Line: line(f.name, fy), Pence: pence}}, purpose: f.purpose, max: pence,
			candidates: []supplier{{code: payee}}, chosen: supplier{code: payee},
		}
		if c.decide() {
			h.grant(c, fy, i)
		}
	}
}

// grant offers what was approved, and pays for each milestone that is met. One
// in eight ends before its time.
func (h *hub) grant(c *matter, fy domain.FinancialYear, n int) {
	l, payee := c.lines[0].Line, c.chosen.code
	p := h.purse(l)
	names := milestones
	var due []domain.Date
	for i := range names {
		due = append(due, []domain.Date{day(fy, 10, 14), day(fy, 12, 16), day(fy, 2, 10), day(fy, 3, 20)}[i])
	}
	for len(due) > 1 && due[0] < c.made.AddDays(25) {
		due, names = due[1:], names[1:]
	}
	offered := workday(c.made.AddDays(6))
	offer := funding.OfferGrant{Payee: payee, Programme: c.programme, Decision: c.id, Line: l, Pence: c.max, Purpose: c.purpose, CostType: "SALARY_SUPPORT", Conditions: []string{"To employers of fellows only"}}
	weights := make([]int64, len(due))
	for i := range weights {
		weights[i] = 1
	}
	parts := domain.Apportion(c.max, weights)
	for i, name := range names {
		offer.Milestones = append(offer.Milestones, domain.GrantMilestone{Milestone: name, Pence: parts[i]})
	}
	order := h.give(offered, h.lead, offer)
	id, commitment := domain.NewID(order, "grant"), domain.NewID(order, "commitment")
	p.left -= c.max
	h.seen.granted = promise{commitment, l}
	h.give(offered.AddDays(5), h.manager, funding.AcceptGrant{Grant: id, On: offered.AddDays(5)})
	ends := n%4 == 1 && h.index%2 == 1 && len(due) > 1
	goesOn := n == 0 && l.Fund == fellowship.name && h.succeeded() && fy.Last() == merged.AddDays(-1) && len(due) > 1 // with those that follow the hub
	left := c.max
	for i, d := range due {
		if ends && i == len(due)-1 {
			h.give(d, h.manager, funding.TerminateGrant{Grant: id, On: d, Reason: "the post was not filled again"})
			p.left += left
			break
		}
		if goesOn && i == len(due)-1 {
			c.handOn(id, commitment, domain.GrantMilestone{Milestone: names[i], Pence: left}, offer, offered.AddDays(5))
			p.left += left
			break
		}
		h.milestone(p, id, commitment, names[i], payee, parts[i], d)
		left -= parts[i]
	}
}

func (h *hub) milestone(p *purse, grant, commitment uuid.UUID, name, payee string, pence domain.Pence, d domain.Date) {
	h.give(d, h.lead, funding.MeetGrantMilestone{Grant: grant, Milestone: name, On: d})
	accrued := domain.NewID(h.give(d.AddDays(1), h.finance, funding.AccrueCost{
		Commitment: commitment, Line: p.line, Amount: domain.Amount{Net: pence}, PeriodFrom: d.AddDays(1 - d.Day()), PeriodTo: d,
	}), "accrual")
	p.incur(d, pence)
	paid := workday(d.AddDays(12))
	h.give(paid, h.finance, funding.RecordPayment{
		Payee: payee, On: paid, ApprovedBy: h.manager.Person, PaidBy: h.finance.Person, Debts: []funding.PaidDebt{{Accrual: accrued, Pence: pence}},
	})
}
