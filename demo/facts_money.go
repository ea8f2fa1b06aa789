package demo

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/funding"
)

// moneyFacts are liabilities that exist although a rule is against them, and
// money that moved although it should not.
var moneyFacts = []func(*trying){
	cutBelowWhatIsSpent, unaskedCost, sentWithoutApproval, pastTheHub, beyondTheOrder, lateForClosedBooks, payOfATariff, operationsAway,
	workForTheCollege, overheadTwice, paidAhead, beforeTheMilestone, givenAway,
}

// cutBelowWhatIsSpent is a funder who takes back what is spent, and corrects it.
func cutBelowWhatIsSpent(t *trying) {
	p := t.purse(line(cpd.name, t.fy))
	given := p.given
	t.vary(p, -given, t.d, "cut without notice", breaking(t.d, funding.RuleAvailable))
	t.vary(p, given, t.d.AddDays(1), "the cut was a mistake")
}

// unaskedCost is one that nobody had promised to bear.
func unaskedCost(t *trying) {
	c := t.unasked(t.fy)
	t.yes(t.finance, c, funding.RuleCites)
	p := t.purse(c.Line)
	p.left -= c.Amount.Net
	p.incur(c.PeriodTo, c.Amount.Net)
	c = t.unasked(t.fy)
	c.PeriodFrom, c.PeriodTo = day(t.fy-1, 3, 1), day(t.fy-1, 3, 20)
	t.yes(t.finance, c, funding.RuleValidity, funding.RuleCites)
	p.left -= c.Amount.Net
	p.incur(t.fy.First(), c.Amount.Net)
}

// sendOn sends money to the next hub, where it arrives.
func (t *trying) sendOn(f domain.Fund, rule domain.Rule) {
	if t.index+1 >= len(t.n.hubs) {
		return
	}
	s := t.transfer(f, 10_000)
	id := domain.NewID(t.yes(t.manager, s, rule), "transfer")
	t.purse(s.Line).left -= s.Pence
	other := t.n.hubs[t.index+1]
	other.give(t.d.AddDays(30), other.finance, funding.ReceiveTransfer{Transfer: id, Line: s.Line, From: t.icb.Code, Pence: s.Pence})
	other.purse(s.Line).left += s.Pence
}

func sentWithoutApproval(t *trying) { t.sendOn(fellowship.name, funding.RulePurpose) }
func operationsAway(t *trying)      { t.sendOn(operational.name, funding.RuleOperations) }

func pastTheHub(t *trying) {
	a := t.localAllocation()
	t.yes(t.finance, a, funding.RuleParent)
	t.purse(a.Line).left += a.Pence
}

// beyondTheOrder is more than was ordered, and delivered all the same.
func beyondTheOrder(t *trying) {
	p := t.seen.done
	if !p.of(t.fy) || p.line.Hub != "" {
		return
	}
	a := domain.Amount{Net: 12_000}
	t.yes(t.finance, funding.AccrueCost{Commitment: p.commitment, Line: p.line, Amount: a, PeriodFrom: day(t.fy, 2, 1), PeriodTo: day(t.fy, 2, 20)}, funding.RuleCovered)
	of := t.purse(p.line)
	of.left -= a.Net
	of.incur(day(t.fy, 2, 20), a.Net)
}

// lateForClosedBooks is a cost of the year before, which nobody knew of.
func lateForClosedBooks(t *trying) {
	if t.fy > firstYear {
		t.yes(t.finance, t.unasked(t.fy-1), funding.RuleClosed, funding.RuleCites, funding.RuleAvailable)
	}
}

// payOfATariff charges pay to money that is only passed on, beyond the
// establishment.
func payOfATariff(t *trying) {
	if !tariff.some(t.index) {
		return
	}
	c := t.payOn(tariff.name, "ADMINISTRATOR")
	t.yes(t.finance, c, funding.RuleAgent, funding.RulePay)
	t.purse(c.Line).left -= c.Pence
}

// workForTheCollege is a fee from somebody who was not there yet.
func workForTheCollege(t *trying) {
	if t.fy != firstYear {
		return
	}
	on := collegeOpen.AddDays(-8)
	l := line("PROJECT_INCOME-TRAINING", t.fy)
	t.give(t.d, t.manager, funding.RecordProjectCommission{Line: l, Commissioner: t.suppliers[0].code, Fee: 75_000, Terms: "advice on its first courses"}, breaking(on, funding.RuleNamed))
	t.purse(l).left += 75_000
}

// overheadTwice is a host that charges too much, and takes it back.
func overheadTwice(t *trying) {
	id := domain.NewID(t.yes(t.finance, t.overhead(60_000), funding.RuleOverhead), "accrual")
	t.give(t.d.AddDays(1), t.finance, funding.ReverseAccrual{Accrual: id, Reason: "the host charged February twice"})
}

// paidAhead is paid before its time and without an invoice, and comes back.
func paidAhead(t *trying) {
	p := t.seen.bought
	if !p.of(t.fy) {
		return
	}
	pay := t.prepayment(p)
	pay.PaidBy = t.lead.Person // who asked for it
	id := domain.NewID(t.yes(t.finance, pay, funding.RuleAdvance, funding.RuleInvoice, funding.RuleSegregation), "payment")
	t.give(t.d.AddDays(1), t.finance, funding.RecordRecovery{Payment: id, Commitment: p.commitment, Line: p.line, Pence: 100, Reason: "it was paid before anything was delivered"})
}

// beforeTheMilestone is a cost of a grant that is not due, and is taken back.
func beforeTheMilestone(t *trying) {
	if t.seen.granted.of(t.fy) {
		id := domain.NewID(t.yes(t.finance, t.undue(), funding.RuleGrant), "accrual")
		t.give(t.d.AddDays(1), t.finance, funding.ReverseAccrual{Accrual: id, Reason: "the milestone is not met"})
	}
}

// givenAway is money that goes to the host for nothing.
func givenAway(t *trying) {
	c := t.distribution()
	t.yes(t.finance, c, funding.RuleNoProfit)
	p := t.purse(c.Line)
	p.left -= c.Pence
	p.distributed += c.Pence
}
