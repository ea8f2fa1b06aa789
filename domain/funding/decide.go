package funding

import (
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Handles reports whether a command is one of this room.
func (s *State) Handles(c domain.CommandData) bool {
	switch c.(type) {
	case IssueAllocation, ConfirmAllocation, VaryAllocation, AuthoriseOverspend, RecordForecast, RecordFundReceipt,
		VireBudget, SendTransfer, ReceiveTransfer, RecordProjectCommission,
		MakeCommitment, ReleaseCommitment, AccrueCost, ChargePay, AgreeOverheadBasis, ChargeHostOverhead, ReverseAccrual,
		ReceiveInvoice, ApproveInvoice, RecordPayment, RecordRecovery,
		OfferGrant, AcceptGrant, MeetGrantMilestone, TerminateGrant,
		RecordClawbackDemand, AgreeClawback, SettleClawback, AgreeDeferral, DeclareYearEnd, ReopenYear, SignAccounts,
		ReconcileLedger, AgreeFunderBalance, DetermineSurplus, RecordDistribution,
		ReverseCommitment, ReverseGrant, ReversePayment, ReverseVirement, HandOverBudget, TakeOverBudget:
		return true
	}
	return false
}

// Reads names the other streams that deciding a command of this room reads.
func (s *State) Reads(c domain.Command) []string {
	switch c.Data.(type) {
	case SendTransfer, ReceiveTransfer, RecordProjectCommission, OfferGrant, TakeOverBudget:
		return []string{OrganisationsStream}
	}
	return nil
}

// ofTheLedger reports whether an act takes place in the ledger alone: it can
// always be prevented, so no rule is broken by it, whatever the command says.
func ofTheLedger(c domain.CommandData) bool {
	switch c.(type) {
	case RecordForecast, VireBudget, ReleaseCommitment, ReverseAccrual, DeclareYearEnd, ReopenYear, ReconcileLedger, DetermineSurplus,
		ReverseCommitment, ReverseGrant, ReversePayment, ReverseVirement, HandOverBudget:
		return true
	}
	return false
}

// order is a command that is being decided.
type order struct {
	s     *State
	k     *domain.Checks
	near  Neighbours
	orgs  Organisations // where Reads names their stream
	id    uuid.UUID     // of the command
	actor uuid.UUID     // person
	today domain.Date
	on    domain.Date // day on which it takes effect
}

// Decide answers a command of this room.
func (s *State) Decide(refs domain.References, c domain.Command, now time.Time, near Neighbours) (domain.Decision, error) {
	if ofTheLedger(c.Data) {
		c.Happened = nil
	}
	o := &order{s: s, k: domain.Check(c), near: near, id: c.ID, actor: c.Actor.Person, today: domain.BusinessDay(now), on: c.EffectiveOn}
	if o.on.IsZero() && c.Happened != nil {
		o.on = c.Happened.On
	}
	if o.on.IsZero() {
		o.on = o.today
	}
	if err := domain.TakeViews(refs, s.Reads(c), domain.At(OrganisationsStream, &o.orgs)); err != nil {
		return domain.Decision{}, err
	}
	switch data := c.Data.(type) {
	case IssueAllocation:
		return o.issue(data)
	case ConfirmAllocation:
		return o.confirm(data)
	case VaryAllocation:
		return o.vary(data)
	case AuthoriseOverspend:
		return o.authorise(data)
	case RecordForecast:
		return o.forecast(data)
	case RecordFundReceipt:
		return o.receive(data)
	case VireBudget:
		return o.vire(data)
	case SendTransfer:
		return o.send(data)
	case ReceiveTransfer:
		return o.take(data)
	case RecordProjectCommission:
		return o.project(data)
	case MakeCommitment:
		return o.commit(data)
	case ReleaseCommitment:
		return o.release(data)
	case AccrueCost:
		return o.accrue(data)
	case ChargePay:
		return o.chargePay(data)
	case AgreeOverheadBasis:
		return o.agreeOverhead(data)
	case ChargeHostOverhead:
		return o.chargeOverhead(data)
	case ReverseAccrual:
		return o.reverse(data)
	case ReverseCommitment:
		return o.reverseCommitment(data)
	case ReverseGrant:
		return o.reverseGrant(data)
	case ReversePayment:
		return o.reversePayment(data)
	case ReverseVirement:
		return o.reverseVirement(data)
	case ReceiveInvoice:
		return o.invoice(data)
	case ApproveInvoice:
		return o.approve(data)
	case RecordPayment:
		return o.pay(data)
	case RecordRecovery:
		return o.recover(data)
	case OfferGrant:
		return o.offer(data)
	case AcceptGrant:
		return o.accept(data)
	case MeetGrantMilestone:
		return o.meet(data)
	case TerminateGrant:
		return o.terminate(data)
	case RecordClawbackDemand:
		return o.demand(data)
	case AgreeClawback:
		return o.agreeClawback(data)
	case SettleClawback:
		return o.settle(data)
	case AgreeDeferral:
		return o.agreeDeferral(data)
	case DeclareYearEnd:
		return o.declare(data)
	case ReopenYear:
		return o.reopen(data)
	case SignAccounts:
		return o.sign(data)
	case ReconcileLedger:
		return o.reconcile(data)
	case AgreeFunderBalance:
		return o.agreeBalance(data)
	case DetermineSurplus:
		return o.surplus(data)
	case RecordDistribution:
		return o.distribute(data)
	case HandOverBudget:
		return o.handOver(data)
	case TakeOverBudget:
		return o.takeOver(data)
	}
	return domain.Decision{}, fmt.Errorf("funding decides no %s", c.Data.CommandName())
}
