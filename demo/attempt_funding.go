package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/funding"
)

var fundingTries = []attempt{
	{funding.RuleAvailable, func(t *trying) { t.no(t.manager, t.transfer(cpd.name, 100_000_000_000)) }},
	bought(funding.RuleValidity, func(t *trying, p purchase) {
		t.no(t.finance, funding.AccrueCost{Commitment: p.commitment, Line: p.line, Amount: domain.Amount{Net: 100}, PeriodFrom: day(t.fy-1, 3, 1), PeriodTo: day(t.fy-1, 3, 31)})
	}),
	{funding.RulePurpose, func(t *trying) { t.no(t.manager, t.virement(fellowship.name, expansion.name, 10_000)) }},
	{funding.RuleParent, func(t *trying) { t.no(t.finance, t.localAllocation()) }},
	bought(funding.RuleCovered, func(t *trying, p purchase) {
		t.no(t.lead, funding.MakeCommitment{Line: p.line, Award: p.award, Pence: 100, Purpose: purposeOf(p.line.Fund), CostType: "COURSE"})
	}),
	{funding.RuleTransfer, func(t *trying) {
		s := t.transfer(cpd.name, 10_000)
		s.To = t.icb.Code
		t.no(t.manager, s)
	}},
	{funding.RuleClosed, func(t *trying) {
		if t.fy == firstYear {
			t.no(t.finance, funding.DeclareYearEnd{FY: t.fy.Next()})
			return
		}
		t.no(t.finance, funding.IssueAllocation{Line: line(expansion.name, t.fy-1), Pence: 500_000, Purpose: expansion.purpose, Status: domain.StatusConfirmed, Source: domain.SourceHEE})
	}},
	{funding.RuleCites, func(t *trying) { t.no(t.finance, t.unasked(t.fy)) }},
	bought(funding.RuleParts, func(t *trying, p purchase) {
		t.no(t.lead, funding.OfferGrant{
			Payee: t.pcns[0], Decision: p.decision, Line: p.line, Pence: 20_000, Purpose: purposeOf(p.line.Fund), CostType: "SALARY_SUPPORT",
			Milestones: []domain.GrantMilestone{{Milestone: "All of it", Pence: 19_000}},
		})
	}),
	{funding.RuleAgent, func(t *trying) { t.no(t.finance, t.payOn(tariff.name, "ADMINISTRATOR")) }},
	{funding.RuleReversal, func(t *trying) {
		if t.seen.paid.of(t.fy) {
			t.no(t.finance, funding.ReverseAccrual{Accrual: t.seen.paid.accrual, Reason: "a mistake"})
		}
	}},
	{funding.RuleOperations, func(t *trying) { t.no(t.manager, t.transfer(operational.name, 10_000)) }},
	{funding.RuleNamed, func(t *trying) { t.no(t.finance, funding.ConfirmAllocation{Allocation: t.nobody(), Pence: 100}) }},
	{funding.RuleOnce, func(t *trying) {
		a := t.localAllocation()
		a.Line.Hub, a.Allocation = "", t.seen.allocation
		t.no(t.finance, a)
	}},
	{funding.RuleFuture, func(t *trying) {
		t.no(t.finance, funding.RecordFundReceipt{Line: line(cpd.name, t.fy), Pence: 100, On: t.future(), Payer: accountable(t.d)})
	}},
	{funding.RulePay, func(t *trying) { t.no(t.finance, t.payOn(operational.name, "COURIER")) }},
	{funding.RuleOverhead, func(t *trying) { t.no(t.finance, t.overhead(50_000_000)) }},
	bought(funding.RuleAdvance, func(t *trying, p purchase) { t.no(t.finance, t.prepayment(p)) }),
	{funding.RuleInvoice, func(t *trying) {
		if t.seen.paid.of(t.fy) {
			id := domain.NewID(t.give(t.d.AddDays(-1), t.finance, t.seen.paid.invoice), "invoice") // it comes a second time
			t.no(t.manager, funding.ApproveInvoice{Invoice: id})
		}
	}},
	{funding.RuleGrant, func(t *trying) {
		if t.seen.granted.of(t.fy) {
			t.no(t.finance, t.undue())
		}
	}},
	{funding.RuleSegregation, func(t *trying) {
		if t.seen.paid.of(t.fy) {
			t.no(t.finance, funding.RecordPayment{
				Payee: t.seen.paid.invoice.Payee, On: t.d, ApprovedBy: t.finance.Person, PaidBy: t.finance.Person,
				Debts: []funding.PaidDebt{{Accrual: t.seen.paid.accrual, Pence: 100}},
			})
		}
	}},
	{funding.RuleDelegation, func(t *trying) { t.no(t.clerk, t.virement(cpd.name, expansion.name, 10_000)) }},
	{funding.RuleSuccession, func(t *trying) { t.no(t.finance, funding.HandOverBudget{}) }},
	{funding.RuleNoProfit, func(t *trying) { t.no(t.finance, t.distribution()) }},
}

func (t *trying) transfer(f domain.Fund, pence domain.Pence) funding.SendTransfer {
	return funding.SendTransfer{Line: line(f, t.fy), To: t.n.icbs[(t.index+1)%len(t.n.icbs)].Code, Pence: pence, Reason: "a shared post"}
}

func (t *trying) virement(from, to domain.Fund, pence domain.Pence) funding.VireBudget {
	return funding.VireBudget{From: line(from, t.fy), To: line(to, t.fy), Pence: pence, Reason: "more is needed there"}
}

// localAllocation gives money to a locality hub past the ICS hub.
func (t *trying) localAllocation() funding.IssueAllocation {
	return funding.IssueAllocation{
		Line: domain.FundLine{Hub: t.localities[0], Fund: expansion.name, FY: t.fy}, Pence: 100_000, Purpose: expansion.purpose,
		Status: domain.StatusConfirmed, Source: domain.SourceHEE, Funder: accountable(t.d),
	}
}

// unasked is a cost that nothing was promised for.
func (t *trying) unasked(fy domain.FinancialYear) funding.AccrueCost {
	return funding.AccrueCost{
		Line: line(expansion.name, fy), Amount: domain.Amount{Net: 15_000}, Payee: t.suppliers[4].code, PeriodFrom: day(fy, 2, 1), PeriodTo: day(fy, 2, 20),
	}
}

func (t *trying) payOn(f domain.Fund, post string) funding.ChargePay {
	return funding.ChargePay{Line: line(f, t.fy), Post: post, FTE: domain.OneFTE / 10, PeriodFrom: day(t.fy, 1, 1), PeriodTo: day(t.fy, 1, 31), Pence: 25_000}
}

func (t *trying) overhead(pence domain.Pence) funding.ChargeHostOverhead {
	return funding.ChargeHostOverhead{Line: line(operational.name, t.fy), PeriodFrom: day(t.fy, 1, 1), PeriodTo: day(t.fy, 1, 31), Pence: pence}
}

// prepayment pays in this year for what comes in the next.
func (t *trying) prepayment(p purchase) funding.RecordPayment {
	return funding.RecordPayment{
		Payee: p.supplier.code, On: t.d, ApprovedBy: t.manager.Person, PaidBy: t.finance.Person,
		Debts: []funding.PaidDebt{{
			Commitment: p.commitment, Line: p.line, Pence: 100,
			Prepaid: &domain.Prepayment{From: day(t.fy.Next(), 4, 1), To: day(t.fy.Next(), 6, 30), Reason: "to use the money up"},
		}},
	}
}

// undue is a cost of a grant whose milestone is not met.
func (t *trying) undue() funding.AccrueCost {
	g := t.seen.granted
	return funding.AccrueCost{Commitment: g.commitment, Line: g.line, Amount: domain.Amount{Net: 100}, PeriodFrom: day(t.fy, 2, 11), PeriodTo: day(t.fy, 2, 20)}
}

func (t *trying) distribution() funding.RecordDistribution {
	return funding.RecordDistribution{Line: line(expansion.name, t.fy), Payee: t.host, Pence: 25_000, On: t.d}
}

// clawbackAttempts agree to more than is demanded: by asking, and because it has
// happened.
func (h *hub) clawbackAttempts(id uuid.UUID, p *purse, d domain.Date) {
	more := funding.AgreeClawback{Clawback: id, Line: p.line, Pence: 100, Ref: "by telephone"}
	h.give(d, h.finance, more, refusedBy(funding.RuleClawback))
	if h.index == 5 {
		h.give(d.AddDays(1), h.finance, more, breaking(d, funding.RuleClawback))
		p.left -= more.Pence
		p.returned += more.Pence
	}
}
