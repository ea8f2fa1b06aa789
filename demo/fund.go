package demo

import (
	"cmp"
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/sharing"
)

// purse is what the maker of the story knows of a fund line: enough to know what
// is left of it when its books are closed.
type purse struct {
	line        domain.FundLine
	given       domain.Pence // by funders
	left        domain.Pence // neither promised nor incurred
	returned    domain.Pence // to the funder, before the books are closed
	distributed domain.Pence // given away against the rules
	deferred    domain.Pence // agreed to go to the next year
	allocation  uuid.UUID
	incurred    [12]domain.Pence // by month of receipt, April first
}

func (h *hub) purse(line domain.FundLine) *purse {
	p, ok := h.purses[line]
	if !ok {
		p = &purse{line: line}
		h.purses[line] = p
	}
	return p
}

// line is a line of the ICS hub.
func line(f domain.Fund, fy domain.FinancialYear) domain.FundLine {
	return domain.FundLine{Fund: f, FY: fy}
}

// share is the hub's part of what a fund comes to nationally in a year.
func (h *hub) share(f fund, fy domain.FinancialYear) domain.Pence {
	return h.n.nationalSum(f.total, fy, f.growth)[h.index]
}

// fund is the money of a year: allocations, how they change, cash, forecasts,
// and what moves between lines and hubs.
func (h *hub) fund(fy domain.FinancialYear) {
	for _, f := range funds {
		if f.some != nil && !f.some(h.index) {
			continue
		}
		h.allocate(f, fy)
	}
	if h.index%4 == 2 {
		h.earn(fy)
	}
	if h.index%3 == 0 { // a locality hub gets a part of the fund for CPD
		h.pass(fy, 1_500_000, day(fy, 6, 15))
	}
	if h.index%11 == 3 {
		h.give(day(fy, 11, 20), h.finance, funding.AuthoriseOverspend{
			Line: line(operational.name, fy), Pence: 1_000_000, Approval: domain.FunderApproval{By: domain.SourceHEE, Ref: "OVER-" + fy.String()[:4]}, Until: fy.Last(),
		})
	}
	h.lend(fy)
}

func (h *hub) allocate(f fund, fy domain.FinancialYear) {
	l, pence := line(f.name, fy), h.share(f, fy)
	p := h.purse(l)
	issued := domain.NewID(h.give(day(fy, f.month, f.day), h.finance, funding.IssueAllocation{
		Line: l, Pence: pence, Purpose: f.purpose, Status: cmp.Or(f.status, domain.StatusConfirmed), Recurrent: f.recurrent,
		Source: f.source, Funder: h.funder(f, day(fy, f.month, f.day)), Conditions: f.conditions, Basis: h.basis(f),
	}), "allocation")
	p.allocation = issued
	if f.status == domain.StatusIndicative {
		h.give(day(fy, f.month, f.day).AddDays(21), h.finance, funding.ConfirmAllocation{Allocation: issued, Pence: pence, Ref: "ALLOC-" + fy.String()[:4]})
	}
	if f.name == fellowship.name && h.index%5 == 1 {
		h.vary(p, pence/25, day(fy, 10, 20), "more fellows than planned")
	}
	if f.name == expansion.name && h.index%7 == 3 {
		h.vary(p, -pence/40, day(fy, 12, 4), "a national programme was cut")
	}
	p.given += pence
	p.left += pence - h.later[l]
	h.seen.allocation = issued
	quarters := domain.Apportion(p.given, []int64{1, 1, 1, 1})
	for i, part := range quarters {
		d := workday(day(fy, []int{5, 8, 11, 2}[i], 26))
		if d > day(fy, f.month, f.day) {
			h.give(d, h.finance, funding.RecordFundReceipt{Line: l, Pence: part, On: d, Payer: h.funder(f, d)})
		}
		if at := day(fy, []int{7, 10, 1, 3}[i], 1).AddDays(-1); i == 1 || i == 2 {
			h.give(workday(at.AddDays(10)), h.finance, funding.RecordForecast{Line: l, AsAt: at, Outturn: p.given * domain.Pence(92+h.rand.IntN(8)) / 100})
		}
	}
}

// funder is who gives the money of a fund.
func (h *hub) funder(f fund, d domain.Date) string {
	switch f.source {
	case domain.SourceICS:
		return h.icb.Code
	case domain.SourceLocalAuthority:
		return authority(h.icb.Code)
	}
	return accountable(d)
}

// basis is the figure that a fund goes by.
func (h *hub) basis(f fund) *domain.PopulationBasis {
	if f.source == domain.SourceICS || f.source == domain.SourceLocalAuthority {
		return nil
	}
	return &domain.PopulationBasis{Population: domain.Patients(h.icb.RegisteredPatients * 100), Source: "registered, 2022/23", AsAt: domain.MustDate("2022-07-01")}
}

func (h *hub) vary(p *purse, pence domain.Pence, d domain.Date, why string, hows ...how) {
	h.give(d, h.finance, funding.VaryAllocation{Allocation: p.allocation, Pence: pence, Reason: why, Ref: fmt.Sprintf("VAR-%d", d)}, hows...)
	p.given += pence
	p.left += pence
}

// earn is that somebody pays the hub for work.
func (h *hub) earn(fy domain.FinancialYear) {
	l := line("PROJECT_INCOME-TRAINING", fy)
	d := day(fy, 9, 10)
	fee := domain.Pence(800_000 + 50_000*h.rand.IntN(20))
	h.give(d, h.manager, funding.RecordProjectCommission{Line: l, Commissioner: h.suppliers[1].code, Fee: fee, Terms: "training of mentors for the partner's own staff"})
	h.purse(l).left += fee
}

// pass passes a part of the fund for development on to a locality hub: it is a
// share of what the ICS hub has.
func (h *hub) pass(fy domain.FinancialYear, pence domain.Pence, d domain.Date) {
	from, to := line(cpd.name, fy), domain.FundLine{Hub: h.localities[0], Fund: cpd.name, FY: fy}
	id := domain.NewID(h.give(d, h.manager, funding.VireBudget{From: from, To: to, Pence: pence, Reason: "a course for the PCNs of the locality"}), "virement")
	h.purse(from).left -= pence
	h.purse(to).left += pence
	h.give(d.AddDays(1), h.manager, sharing.OfferResourceShare{
		Counterpart: to.Hub, Resource: "Money for a course of its own", Amount: domain.ShareAmount{Pence: pence}, Credit: domain.CreditBeneficiary,
		Reason: "it knows best what its PCNs need", From: d, Transfer: id, On: d.AddDays(1),
	})
}

// lend sends money to the next hub, which takes it two months later.
func (h *hub) lend(fy domain.FinancialYear) {
	if h.index%7 != int(fy)%7 || h.index+1 >= len(h.n.hubs) {
		return
	}
	other, l := h.n.hubs[h.index+1], line(expansion.name, fy)
	pence := domain.Pence(100_000 * (3 + h.rand.IntN(5)))
	d := day(fy, 9, 14)
	if d > h.n.lastDay() {
		return
	}
	id := domain.NewID(h.give(d, h.manager, funding.SendTransfer{Line: l, To: other.icb.Code, Pence: pence, Reason: "one placement team for both"}), "transfer")
	h.purse(l).left -= pence
	other.give(d.AddDays(65), other.finance, funding.ReceiveTransfer{Transfer: id, Line: l, From: h.icb.Code, Pence: pence})
	other.purse(l).left += pence
	h.shareMoney(other, id, pence, d, d.AddDays(65))
}

// incur keeps what a line has incurred by the month of receipt.
func (p *purse) incur(month domain.Date, pence domain.Pence) {
	p.incurred[(month.Month()+8)%12] += pence
}
