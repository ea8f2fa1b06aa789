package demo

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/funding"
)

// closeBooks is the end of a year, in the first months of the next: what is
// agreed with funders, and what becomes of the rest.
func (h *hub) closeBooks(fy domain.FinancialYear) {
	next := fy.Next()
	lines := h.linesOf(fy, "")
	agreed := day(next, 4, 9)
	for _, p := range lines {
		if p.line.Fund == expansion.name && h.index%3 != 2 {
			p.deferred = min(max(0, p.left), p.given/20+100)
		}
		if p.deferred > 0 {
			h.give(agreed, h.finance, funding.AgreeDeferral{Line: p.line, Funder: accountable(agreed), Pence: p.deferred, Ref: "DEF-" + fy.String()[:4]}, on(fy.Last()))
		}
	}
	h.clawback(fy)
	declared := day(next, 4, 24)
	h.give(declared, h.finance, funding.DeclareYearEnd{FY: fy})
	if h.index%9 == 2 { // opened once more, for a correction that turned out to be none
		h.give(declared.AddDays(6), h.finance, funding.ReopenYear{FY: fy, Reason: "a late invoice was expected"})
		h.give(declared.AddDays(9), h.finance, funding.DeclareYearEnd{FY: fy})
	}
	if len(h.linesOf(fy, h.localities[0])) > 0 {
		h.give(declared, h.finance, funding.DeclareYearEnd{Hub: h.localities[0], FY: fy})
	}
	var back, deferred, reinvested domain.Pence
	for _, p := range lines {
		if p.line.Fund.Agent() {
			continue
		}
		deferred += p.deferred
		back += p.left - p.deferred + p.returned
		reinvested += p.distributed
		h.purse(p.line.InYear(next)).left += p.deferred
	}
	s := funding.DetermineSurplus{FY: fy}
	for _, t := range []domain.TreatedSurplus{
		{Treatment: domain.SurplusReturned, Pence: back}, {Treatment: domain.SurplusDeferred, Pence: deferred},
		{Treatment: domain.SurplusReinvested, Pence: reinvested, Purpose: "what was given away was asked back, for courses"},
	} {
		if t.Pence > 0 {
			s.Treatments = append(s.Treatments, t)
		}
	}
	h.give(day(next, 5, 15), h.finance, s)
	h.give(day(next, 5, 20), h.finance, funding.AgreeFunderBalance{Line: line(operational.name, fy), Funder: accountable(day(next, 5, 20)), AsAt: fy.Last(), Pence: 0, Ref: "AOB-" + fy.String()[:4]})
	signed := workday(day(next, 6, 18).AddDays(h.rand.IntN(10)))
	h.give(signed, h.manager, funding.SignAccounts{FY: fy, By: h.manager.Person, On: signed})
}

// linesOf are the purses of a hub in a year, in the order of the funds.
func (h *hub) linesOf(fy domain.FinancialYear, of domain.HubID) (all []*purse) {
	for _, f := range append(names(), "PROJECT_INCOME-TRAINING") {
		if p, ok := h.purses[domain.FundLine{Hub: of, Fund: f, FY: fy}]; ok {
			all = append(all, p)
		}
	}
	return all
}

func names() (all []domain.Fund) {
	for _, f := range funds {
		all = append(all, f.name)
	}
	return all
}

// clawback is that a funder wants some of the money back, in some hubs.
func (h *hub) clawback(fy domain.FinancialYear) {
	p := h.purse(line(fellowship.name, fy))
	if h.index%6 != 5 || p.left < 100_000 {
		return
	}
	pence := p.left / 3
	d := day(fy.Next(), 4, 11)
	id := domain.NewID(h.give(d, h.finance, funding.RecordClawbackDemand{
		Line: p.line, Funder: accountable(d), Pence: pence, Reason: domain.ClawbackUnspent, Ref: "CLAW-" + fy.String()[:4],
	}), "clawback")
	h.give(d.AddDays(3), h.finance, funding.AgreeClawback{Clawback: id, Line: p.line, Pence: pence, Ref: "minuted"})
	h.give(d.AddDays(40), h.finance, funding.SettleClawback{Clawback: id, Line: p.line, Pence: pence, On: d.AddDays(40)})
	p.left -= pence
	p.returned += pence
	h.clawbackAttempts(id, p, d.AddDays(4))
}
