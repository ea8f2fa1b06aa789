package funding

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) accrue(data AccrueCost) (domain.Decision, error) {
	e := domain.CostAccrued{
		Accrual: domain.IDOf(data.Accrual, o.id, "accrual"), Commitment: data.Commitment, Line: data.Line, Amount: data.Amount,
		Payee: data.Payee, PeriodFrom: data.PeriodFrom, PeriodTo: data.PeriodTo,
	}
	c, known := o.s.commitments.Get(e.Commitment)
	o.k.Must(RuleNamed, known || e.Commitment == uuid.Nil, "commitment %s should be made before its cost is incurred", e.Commitment)
	if known {
		e.Payee = c.made.Payee
	}
	open, _ := o.s.charged.Get(chargedLine{e.Commitment, e.Line})
	e.FromCommitted = max(0, min(open, e.Amount.Budget()))
	e.FromAvailable = e.Amount.Budget() - e.FromCommitted
	prepaid, _ := o.s.prepaid.Get(chargedLine{e.Commitment, e.Line})
	e.FromPrepaid = max(0, min(prepaid, e.Amount.Gross()))
	if before, known := o.s.accruals.Get(e.Accrual); known {
		// What it was taken from depends on when it was recorded.
		if b, ok := before.event.(domain.CostAccrued); ok {
			e.FromCommitted, e.FromAvailable, e.FromPrepaid = b.FromCommitted, b.FromAvailable, b.FromPrepaid
		}
		return o.again(before.event, e, e.Accrual)
	}
	o.open(e.Line)
	o.received(e.Line, e.PeriodFrom, e.PeriodTo)
	o.k.Require(RuleCites, known, "a cost should come under a commitment")
	o.k.Require(RuleCovered, !known || e.FromAvailable == 0, "commitment %s has %s pounds open on %s; a cost of %s should not be incurred under it",
		e.Commitment, open, e.Line, e.Amount.Budget())
	o.grantDue(c.made.Grant, e)
	return o.record(e)
}

func (o *order) chargePay(data ChargePay) (domain.Decision, error) {
	e := domain.PayCharged(data)
	e.Accrual = domain.IDOf(data.Accrual, o.id, "accrual")
	if before, known := o.s.accruals.Get(e.Accrual); known {
		return o.again(before.event, e, e.Accrual)
	}
	o.own(e.Line, domain.CostPay)
	o.received(e.Line, e.PeriodFrom, e.PeriodTo)
	funded, any := o.near.Governance.Established(o.whose(e.Line.Hub), e.Post, e.Line.FY)
	o.k.Require(RulePay, any, "%s should be a post of the establishment of %s for %s", e.Post, o.whose(e.Line.Hub), e.Line.FY)
	paid := o.s.paidFTE(post{booksOf(e.Line), e.Post}, e.PeriodFrom, e.PeriodTo)
	o.k.Require(RulePay, !any || paid+e.FTE <= funded, "the establishment has %s FTE of %s and %s are paid on some of these days; %s more should not be", funded, e.Post, paid, e.FTE)
	return o.record(e)
}

// own holds that pay or overhead is charged to money of the hub's own, of an
// open year, that may pay for it.
func (o *order) own(line domain.FundLine, t domain.CostType) {
	o.open(line)
	o.k.Require(RuleAgent, !line.Fund.Agent(), "%s is only passed on; it should not bear %s", line, t)
	o.buys(line, t)
}

// paidFTE is the most of a post that is paid on any day of a period.
func (s *State) paidFTE(p post, from, to domain.Date) (most domain.FTE) {
	all, _ := s.paid.Get(p)
	on := func(day domain.Date) (sum domain.FTE) {
		for _, one := range all {
			if one.from <= day && day <= one.to {
				sum += one.fte
			}
		}
		return sum
	}
	// The sum only grows on a first day.
	most = on(from)
	for _, one := range all {
		if from < one.from && one.from <= to {
			most = max(most, on(one.from))
		}
	}
	return most
}

func (o *order) agreeOverhead(data AgreeOverheadBasis) (domain.Decision, error) {
	e := domain.OverheadBasisAgreed(data)
	if y, _ := o.s.years.Get(books{e.Hub, e.FY}); y.basis == e {
		return o.k.Decide()
	}
	o.hub(e.Hub, e.FY)
	o.open(domain.FundLine{Hub: e.Hub, FY: e.FY})
	return o.record(e)
}

func (o *order) chargeOverhead(data ChargeHostOverhead) (domain.Decision, error) {
	y, _ := o.s.years.Get(booksOf(data.Line))
	e := domain.HostOverheadCharged{
		Accrual: domain.IDOf(data.Accrual, o.id, "accrual"), Line: data.Line, Basis: y.basis.Basis,
		PeriodFrom: data.PeriodFrom, PeriodTo: data.PeriodTo, Pence: data.Pence,
	}
	if before, known := o.s.accruals.Get(e.Accrual); known {
		if b, ok := before.event.(domain.HostOverheadCharged); ok {
			e.Basis = b.Basis
		}
		return o.again(before.event, e, e.Accrual)
	}
	o.own(e.Line, domain.CostHostOverhead)
	o.received(e.Line, e.PeriodFrom, e.PeriodTo)
	agreed, limit := y.basis.Basis.Kind != "", y.basis.Basis.Limit(y.pay)
	o.k.Require(RuleOverhead, agreed, "the basis of the host's overhead of %s should be agreed for %s", o.whose(e.Line.Hub), e.Line.FY)
	o.k.Require(RuleOverhead, !agreed || o.sum(y.overhead, e.Pence) <= limit,
		"the basis agreed for %s allows %s pounds on the pay charged so far and %s are charged; %s more should not be", e.Line.FY, limit, y.overhead, e.Pence)
	return o.record(e)
}

func (o *order) reverse(data ReverseAccrual) (domain.Decision, error) {
	a, known := o.s.accruals.Get(data.Accrual)
	o.k.Must(RuleNamed, known, "accrual %s should be recorded before it is reversed", data.Accrual)
	if known && a.reversed.Accrual == data.Accrual {
		o.k.Must(RuleReversal, a.reversed.Reason == data.Reason, "accrual %s is reversed already", data.Accrual)
		return o.k.Decide()
	}
	o.k.Must(RuleReversal, a.paid == 0, "%s pounds were paid on accrual %s; money that comes back is recorded as recovered", a.paid, data.Accrual)
	o.correctable(a.line)
	e := domain.AccrualReversed{
		Accrual: data.Accrual, Commitment: a.commitment, Line: a.line, ToCommitted: a.committed,
		Amount: a.amount, ToPrepaid: a.prepaid, Reason: data.Reason,
	}
	if c, _ := o.s.commitments.Get(a.commitment); o.s.Closed(a.line) || o.s.terminated(c.made.Grant) {
		e.ToCommitted = 0 // nothing of it is promised any more
	}
	e.ToAvailable = a.amount.Budget() - e.ToCommitted
	return o.record(e)
}
