package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/governance"
)

const overheadPoints = 800 // hundredths of a percent of pay

// employ is the hub's team: establishment, who comes and goes, pay and the
// host's overhead month by month.
func (h *hub) employ(fy domain.FinancialYear) {
	first := fy.First()
	if fy == firstYear {
		h.recruit()
	}
	for _, p := range h.team {
		h.give(first, h.manager, governance.SetEstablishment{Role: p.role, FTE: p.fte(), FY: fy})
	}
	for i, p := range h.team {
		if fy == firstYear {
			for _, person := range p.people {
				h.appoint(p, person, first)
			}
		} else if i >= 4 { // of those of whom there are several one goes
			last := workday(day(fy, 7, 28))
			j := h.rand.IntN(len(p.people))
			h.give(last, h.manager, governance.RecordTeamMemberLeft{Person: p.people[j], Role: p.role, On: last})
			p.people[j] = h.person()
			h.appoint(p, p.people[j], last.AddDays(1))
		}
	}
	h.give(first.AddDays(6), h.finance, funding.AgreeOverheadBasis{
		FY: fy, Basis: domain.OverheadBasis{Kind: domain.OverheadShareOfPay, BasisPoints: overheadPoints}, Ref: "SLA-" + fy.String()[:4],
	})
	for month := first; month <= fy.Last(); month = month.MonthEnd().AddDays(1) {
		h.charge(fy, month)
	}
}

func (h *hub) appoint(p post, person uuid.UUID, from domain.Date) {
	h.give(from, h.manager, governance.AppointTeamMember{Person: person, Role: p.role, FTE: p.each, DecisionMaking: p.each < domain.OneFTE || p.role == "MANAGEMENT_LEAD", From: from})
}

// recruit makes the team as large as the operational money of the worst year
// bears: pay grows faster than the money.
func (h *hub) recruit() {
	year := func() (sum domain.Pence) {
		for _, p := range h.team {
			sum += h.monthly(p, firstYear+MostYears-1) * 12
		}
		return sum
	}
	for i := 4; ; i = 9 - i { // project managers and administrators by turns
		h.team[i].people = append(h.team[i].people, h.person())
		if pay := year(); pay+pay*overheadPoints/10_000 > h.share(operational, firstYear+MostYears-1)*95/100 {
			h.team[i].people = h.team[i].people[:len(h.team[i].people)-1]
			return
		}
	}
}

// monthly is what a post costs in a month, in whole pence.
func (h *hub) monthly(p post, fy domain.FinancialYear) domain.Pence {
	pence := p.pence
	for range int(fy - firstYear) {
		pence += pence * 4 / 100
	}
	return pence * domain.Pence(p.fte()/(domain.OneFTE/1000)) / 1000 / 12
}

// charge is the pay of a month and the host's overhead on it, and their payment
// to the host.
func (h *hub) charge(fy domain.FinancialYear, month domain.Date) {
	l := line(operational.name, fy)
	p, end := h.purse(l), month.MonthEnd()
	d := workday(end.AddDays(4))
	var debts []funding.PaidDebt
	var pay domain.Pence
	for _, post := range h.team {
		pence := h.monthly(post, fy)
		id := domain.NewID(h.give(d, h.finance, funding.ChargePay{Line: l, Post: post.role, FTE: post.fte(), PeriodFrom: month, PeriodTo: end, Pence: pence}), "accrual")
		debts = append(debts, funding.PaidDebt{Accrual: id, Pence: pence})
		pay += pence
	}
	overhead := pay * overheadPoints / 10_000
	id := domain.NewID(h.give(d, h.finance, funding.ChargeHostOverhead{Line: l, PeriodFrom: month, PeriodTo: end, Pence: overhead}), "accrual")
	debts = append(debts, funding.PaidDebt{Accrual: id, Pence: overhead})
	p.left -= pay + overhead
	p.incur(end, pay+overhead)
	paid := workday(d.AddDays(10))
	h.give(paid, h.finance, funding.RecordPayment{Payee: h.host, On: paid, Debts: debts, ApprovedBy: h.manager.Person, PaidBy: h.finance.Person})
	h.reconcile(p, end)
}

// reconcile holds what a line has incurred against the books of the host, which
// now and then lag.
func (h *hub) reconcile(p *purse, end domain.Date) {
	var sum domain.Pence
	for i := range (end.Month()+8)%12 + 1 {
		sum += p.incurred[i]
	}
	r := funding.ReconcileLedger{Line: p.line, PeriodEnd: end, HostBalance: sum}
	if h.rand.IntN(5) == 0 {
		lag := domain.Pence(1000 * (1 + h.rand.IntN(90)))
		r.HostBalance -= lag
		r.Explained = []domain.ExplainedDifference{{Reason: "the host posts travel a month late", Pence: -lag}}
		if h.rand.IntN(3) == 0 {
			r.Explained = nil
		}
	}
	h.give(workday(end.AddDays(16)), h.finance, r)
}
