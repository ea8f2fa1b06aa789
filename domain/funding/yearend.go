package funding

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) agreeDeferral(data AgreeDeferral) (domain.Decision, error) {
	e := domain.DeferralAgreed(data)
	if o.repeats(said{kind: e.EventType(), line: e.Line}, e) {
		return o.k.Decide()
	}
	o.hub(e.Line.Hub, e.Line.FY)
	o.open(e.Line)
	t, _ := o.s.terms.Get(e.Line)
	o.k.Require(RulePurpose, !t.noCarryOver, "the money of %s may not be carried over; its conditions should allow it first", e.Line)
	return o.record(e)
}

// declare closes a year. What is not deferred lapses: nothing of a closed year
// is available.
func (o *order) declare(data DeclareYearEnd) (domain.Decision, error) {
	y, _ := o.s.years.Get(books{data.Hub, data.FY})
	if y.closed {
		return o.k.Decide()
	}
	e := domain.YearEndDeclared{Hub: data.Hub, FY: data.FY}
	o.hub(data.Hub, data.FY)
	o.k.Must(RuleClosed, o.today > data.FY.Last(), "%s runs until %s; its books should be closed after that, and today is %s", data.FY, data.FY.Last(), o.today)
	for _, line := range y.lines {
		b, _ := o.s.balances.Get(line)
		promised := b[domain.AccountCommitted]
		o.k.Must(RuleClosed, promised == 0, "%s pounds of %s are still promised; they should be accrued or released before the books are closed", promised, line)
		e.Outturn = o.sum(e.Outturn, b[domain.AccountIncurred])
		o.clear(&e, line, b[domain.AccountAvailable])
	}
	return o.record(e)
}

// clear says where the rest of a line goes.
func (o *order) clear(e *domain.YearEndDeclared, line domain.FundLine, available domain.Pence) {
	if available <= 0 {
		return
	}
	succession, succeeded := o.near.Hubs.Succession()
	o.k.Must(RuleSuccession, !succeeded || line.FY < domain.YearOf(succession.On),
		"%s pounds are left on %s, and %s is succeeded; they should be handed over before the books are closed", available, line, o.s.icb)
	t, _ := o.s.terms.Get(line)
	deferred := min(available, max(0, t.deferrable-t.deferred))
	if deferred > 0 {
		next := line.InYear(line.FY.Next())
		o.k.Must(RuleClosed, !o.s.Closed(next), "%s pounds of %s are deferred to %s, which is closed; it should be reopened first", deferred, line, next.FY)
		e.Deferred = append(e.Deferred, domain.LinePart{Line: line, Pence: deferred})
	}
	if available > deferred {
		e.Lapsed = append(e.Lapsed, domain.LinePart{Line: line, Pence: available - deferred})
	}
}

func (o *order) reopen(data ReopenYear) (domain.Decision, error) {
	y, _ := o.s.years.Get(books{data.Hub, data.FY})
	if !y.closed {
		return o.k.Decide()
	}
	o.k.Must(RuleClosed, y.signed.By == uuid.Nil, "the accounts of %s for %s are signed; what was wrong in them is adjusted in an open year", o.whose(data.Hub), data.FY)
	return o.record(domain.YearReopened{Hub: data.Hub, FY: data.FY, Restored: y.declared.Lapsed, Reason: data.Reason})
}

func (o *order) sign(data SignAccounts) (domain.Decision, error) {
	e := domain.AccountsSigned(data)
	y, _ := o.s.years.Get(books{data.Hub, data.FY})
	if y.signed == e {
		return o.k.Decide()
	}
	o.k.Must(RuleOnce, y.signed.By == uuid.Nil, "the accounts of %s for %s are signed already, on %s", o.whose(data.Hub), data.FY, y.signed.On)
	o.k.Must(RuleClosed, y.closed, "the books of %s for %s should be closed before the accounts are signed", o.whose(data.Hub), data.FY)
	o.come(e.On, "they were signed")
	return o.record(e)
}

func (o *order) reconcile(data ReconcileLedger) (domain.Decision, error) {
	incurred := o.s.Incurred(data.Line, data.PeriodEnd)
	e := domain.LedgerReconciled{
		Line: data.Line, PeriodEnd: data.PeriodEnd, HostBalance: data.HostBalance, Ledger: incurred,
		Difference: o.sum(data.HostBalance, -incurred), Explained: domain.CopyList(data.Explained),
	}
	e.Unexplained = e.Difference
	for _, part := range e.Explained {
		e.Unexplained = o.sum(e.Unexplained, -part.Pence)
	}
	if o.repeats(said{kind: e.EventType(), line: e.Line, on: e.PeriodEnd}, e) {
		return o.k.Decide()
	}
	o.hub(e.Line.Hub, e.Line.FY)
	o.come(e.PeriodEnd, "the period ended")
	return o.record(e)
}

func (o *order) agreeBalance(data AgreeFunderBalance) (domain.Decision, error) {
	e := domain.FunderBalanceAgreed{Line: data.Line, Funder: data.Funder, AsAt: data.AsAt, Pence: data.Pence, Ref: data.Ref}
	b, _ := o.s.balances.Get(data.Line)
	e.Ledger = o.sum(-b[domain.AccountFunder], -b[domain.AccountReturned], -b[domain.AccountReceived])
	if o.repeats(said{kind: e.EventType(), line: e.Line, on: e.AsAt}, e) {
		return o.k.Decide()
	}
	o.hub(e.Line.Hub, e.Line.FY)
	o.come(e.AsAt, "the balance is of")
	return o.record(e)
}

func (o *order) surplus(data DetermineSurplus) (domain.Decision, error) {
	e := domain.SurplusDetermined{Hub: data.Hub, FY: data.FY, Treatments: domain.CopyList(data.Treatments)}
	y, _ := o.s.years.Get(books{data.Hub, data.FY})
	o.k.Must(RuleClosed, y.closed, "the books of %s for %s should be closed before what is left is determined", o.whose(data.Hub), data.FY)
	for _, line := range y.lines {
		if line.Fund.Agent() {
			continue
		}
		b, _ := o.s.balances.Get(line)
		t, _ := o.s.terms.Get(line)
		incurred := o.sum(b[domain.AccountIncurred], -t.recovered)
		left := o.sum(b[domain.AccountAvailable], b[domain.AccountReturned], -t.byHost, b[domain.AccountDistributed], t.deferred)
		e.Incurred = o.sum(e.Incurred, incurred)
		e.Pence = o.sum(e.Pence, left)
	}
	e.Income = o.sum(e.Incurred, e.Pence)
	if o.repeats(said{kind: e.EventType(), line: domain.FundLine{Hub: e.Hub, FY: e.FY}}, e) {
		return o.k.Decide()
	}
	var treated domain.Pence
	for _, t := range e.Treatments {
		treated = o.sum(treated, t.Pence)
	}
	o.k.Require(RuleNoProfit, treated == max(0, e.Pence), "the surplus of %s for %s is %s pounds; all of it should be returned, deferred or reinvested, not %s", o.whose(e.Hub), e.FY, e.Pence, treated)
	return o.record(e)
}
