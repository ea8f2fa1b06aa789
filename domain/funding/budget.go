package funding

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) issue(data IssueAllocation) (domain.Decision, error) {
	e := domain.AllocationIssued{
		Allocation: domain.IDOf(data.Allocation, o.id, "allocation"), Line: data.Line, Pence: data.Pence, Purpose: data.Purpose,
		Status: data.Status, Recurrent: data.Recurrent, Capital: data.Capital, Source: data.Source, Funder: data.Funder,
		Expires: data.Expires, Conditions: domain.CopyList(data.Conditions),
	}
	if data.Basis != nil {
		basis := *data.Basis
		e.Basis = &basis
	}
	if e.Expires.IsZero() {
		e.Expires = e.Line.FY.Last()
	}
	if before, known := o.s.allocations.Get(e.Allocation); known {
		return o.again(before.issued, e, e.Allocation)
	}
	o.hub(e.Line.Hub, e.Line.FY)
	o.open(e.Line)
	o.parent(e.Line)
	if e.Status == domain.StatusIndicative {
		return o.record(e)
	}
	return o.record(append([]domain.Event{e}, o.charges(e.Line)...)...)
}

func (o *order) confirm(data ConfirmAllocation) (domain.Decision, error) {
	before := o.allocation(data.Allocation)
	e := domain.AllocationConfirmed{Allocation: data.Allocation, Line: before.issued.Line, Pence: data.Pence, Ref: data.Ref}
	if before.confirmed.Allocation != uuid.Nil {
		return o.again(before.confirmed, e, e.Allocation)
	}
	o.k.Must(RuleOnce, before.status() == domain.StatusIndicative, "allocation %s was issued as confirmed; it should be varied where it changes", e.Allocation)
	o.open(e.Line)
	return o.record(append([]domain.Event{e}, o.charges(e.Line)...)...)
}

func (o *order) vary(data VaryAllocation) (domain.Decision, error) {
	before := o.allocation(data.Allocation)
	o.open(before.issued.Line)
	after := o.sum(before.pence, data.Pence)
	o.k.Must(RuleAvailable, after >= 0, "allocation %s is %s pounds; it can't be lowered by %s", data.Allocation, before.pence, -data.Pence)
	return o.record(domain.AllocationVaried{
		Allocation: data.Allocation, Line: before.issued.Line, Status: before.status(), Pence: data.Pence, Reason: data.Reason, Ref: data.Ref,
	})
}

func (o *order) allocation(id uuid.UUID) allocation {
	a, known := o.s.allocations.Get(id)
	o.k.Must(RuleNamed, known, "allocation %s should be issued first", id)
	return a
}

// parent holds that money from outside comes to the ICS hub.
func (o *order) parent(line domain.FundLine) {
	o.k.Require(RuleParent, line.Hub == "", "what %s gets should be given to %s and moved on by virement", line.Hub, o.s.icb)
}

// charges are the parts of commitments that have waited for a line's money.
func (o *order) charges(line domain.FundLine) []domain.Event {
	waiting, _ := o.s.planned.Get(line)
	var events []domain.Event
	for _, p := range waiting {
		events = append(events, domain.CommitmentCharged{Commitment: p.commitment, Line: line, Pence: p.pence})
	}
	return events
}

func (o *order) authorise(data AuthoriseOverspend) (domain.Decision, error) {
	e := domain.OverspendAuthorised(data)
	if t, _ := o.s.terms.Get(e.Line); t.overspend == e {
		return o.k.Decide()
	}
	o.hub(e.Line.Hub, e.Line.FY)
	o.open(e.Line)
	return o.record(e)
}

func (o *order) forecast(data RecordForecast) (domain.Decision, error) {
	e := domain.ForecastRecorded(data)
	if o.repeats(said{kind: e.EventType(), line: e.Line, on: e.AsAt}, e) {
		return o.k.Decide()
	}
	o.hub(e.Line.Hub, e.Line.FY)
	o.come(e.AsAt, "the forecast is of")
	return o.record(e)
}

func (o *order) receive(data RecordFundReceipt) (domain.Decision, error) {
	e := domain.FundReceived{Receipt: domain.IDOf(data.Receipt, o.id, "receipt"), Line: data.Line, Pence: data.Pence, On: data.On, Payer: data.Payer}
	return o.once(said{kind: e.EventType(), id: e.Receipt}, e, func() []domain.Event {
		o.come(e.On, "it came in")
		return nil
	})
}

func (o *order) vire(data VireBudget) (domain.Decision, error) {
	e := domain.BudgetVired{
		Virement: domain.IDOf(data.Virement, o.id, "virement"), From: data.From, To: data.To, Pence: data.Pence, Reason: data.Reason, Approval: copyApproval(data.Approval),
	}
	return o.once(said{kind: e.EventType(), id: e.Virement}, e, func() []domain.Event {
		o.open(e.From)
		o.open(e.To)
		o.parentOrChild(e.From, e.To)
		o.k.Require(RuleAgent, e.From.Fund.Agent() == e.To.Fund.Agent(), "%s and %s should both be money that is passed on, or neither", e.From, e.To)
		o.leave(e.From, e.To.Fund != e.From.Fund, e.To.Fund.Kind() != e.From.Fund.Kind(), e.Approval)
		limit, any := o.near.Governance.LimitOn(o.actor, o.on)
		o.k.Require(RuleDelegation, any && e.Pence <= limit, "%s should hold a delegation on %s that covers %s pounds; it covers %s", o.actor, o.on, e.Pence, limit)
		return o.charges(e.To)
	})
}

// parentOrChild holds that a locality hub's money is that of a fund of the ICS
// hub.
func (o *order) parentOrChild(from, to domain.FundLine) {
	if from.Hub == to.Hub {
		return
	}
	o.k.Require(RuleParent, (from.Hub == "" || to.Hub == "") && from.Fund == to.Fund,
		"%s and %s should be the same fund, of %s and of a locality hub under it", from, to, o.s.icb)
}

// leave holds that money may leave its fund, or a kind of fund.
func (o *order) leave(from domain.FundLine, fund, kind bool, a *domain.FunderApproval) {
	t, _ := o.s.terms.Get(from)
	o.k.Require(RulePurpose, !fund || !t.ringFenced || a != nil, "%s is ring-fenced; approval should say where the funder agreed to move it", from)
	o.k.Require(RuleOperations, !kind || from.Fund.Kind() != domain.FundOperational || a != nil && a.By == domain.SourceHEE,
		"%s is operational money; approval should say where HEE agreed to move it", from)
}

func (o *order) send(data SendTransfer) (domain.Decision, error) {
	e := domain.TransferSent{
		Transfer: domain.IDOf(data.Transfer, o.id, "transfer"), Line: data.Line, To: data.To, Pence: data.Pence, Reason: data.Reason, Approval: copyApproval(data.Approval),
	}
	return o.once(said{kind: e.EventType(), id: e.Transfer}, e, func() []domain.Event {
		o.other(e.To)
		o.open(e.Line)
		o.leave(e.Line, true, true, e.Approval)
		return nil
	})
}

func (o *order) take(data ReceiveTransfer) (domain.Decision, error) {
	e := domain.TransferReceived(data)
	key := said{kind: e.EventType(), id: e.Transfer}
	before, known := o.s.events.Get(key)
	o.k.Must(RuleTransfer, !known || before == domain.Event(e), "transfer %s is received already, and otherwise; it is received once, as it was sent", e.Transfer)
	return o.once(key, e, func() []domain.Event {
		o.other(e.From)
		o.open(e.Line)
		o.parent(e.Line)
		return nil
	})
}

// other holds that a code is that of another ICS's ICB.
func (o *order) other(icb string) {
	o.k.Must(RuleTransfer, icb != o.s.icb, "a transfer should be between two ICSs, and %s is the own one; within it money is vired", icb)
	class, known := o.orgs.Class(icb)
	o.k.Must(RuleNamed, known && class == domain.ClassICB, "%s should be registered as an ICB", icb)
}

func (o *order) project(data RecordProjectCommission) (domain.Decision, error) {
	e := domain.ProjectCommissionedFromHub{
		Project: domain.IDOf(data.Project, o.id, "project"), Line: data.Line, Commissioner: data.Commissioner, Fee: data.Fee, Terms: data.Terms,
	}
	return o.once(said{kind: e.EventType(), id: e.Project}, e, func() []domain.Event {
		o.registered(e.Commissioner, "commissioner")
		o.open(e.Line)
		o.parent(e.Line)
		return nil
	})
}

func copyApproval(a *domain.FunderApproval) *domain.FunderApproval {
	if a == nil {
		return nil
	}
	one := *a
	return &one
}
