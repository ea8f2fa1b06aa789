package funding_test

import (
	"math/rand/v2"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/funding"
)

var fixed = time.Date(2024, 6, 3, 10, 0, 0, 0, time.UTC)

// plenty are neighbours who allow whatever money allows: every award is worth
// £10,000.00, decided, and in force.
type plenty struct{ neighbours }

var tenThousand = domain.Amount{Net: 1_000_000}

func (plenty) Succession() (domain.HubSucceeded, bool) { return domain.HubSucceeded{}, false }

func (plenty) Follows(domain.HubID) (domain.Date, bool) { return 0, false }

func (plenty) Award(award uuid.UUID) (funding.Award, bool) {
	return funding.Award{Decisions: []uuid.UUID{award}, Supplier: teacher, Value: tenThousand, InForce: true}, true
}

func (plenty) Approval(uuid.UUID) (funding.Approval, bool) {
	return funding.Approval{Approved: true, Candidate: teacher, Max: 1_000_000, Needs: []uuid.UUID{need}, Priorities: []uuid.UUID{priority}, Lines: lines}, true
}

func (plenty) InForceOn(domain.Date) bool { return true }

func (plenty) Established(domain.HubID, string, domain.FinancialYear) (domain.FTE, bool) {
	return 99 * domain.OneFTE, true
}

func (plenty) LimitOn(uuid.UUID, domain.Date) (domain.Pence, bool) { return domain.MaxPence, true }

// ledger decides commands and folds what comes of them, as the stream of a hub
// does, and keeps all of it.
type ledger struct {
	state   *funding.State
	near    funding.Commissioning // plenty where it is nil
	history []domain.Event
}

func (l *ledger) do(data domain.CommandData, now time.Time, happened *domain.Happened) (domain.Decision, error) {
	n := len(l.history)
	var near funding.Commissioning = plenty{}
	if l.near != nil {
		near = l.near
	}
	d, err := l.state.Decide(register{}, domain.Command{
		ID: domain.NewID(uuid.NameSpaceOID, string(rune(n))), Actor: domain.Actor{Person: manager}, Happened: happened, Data: data,
	}, now, funding.Neighbours{Hubs: plenty{}, Commissioning: near, Contract: plenty{}, Governance: plenty{}})
	for _, draft := range d.Drafts {
		l.state.Evolve(domain.Recorded{Event: draft.Event})
		l.history = append(l.history, draft.Event)
	}
	return d, err
}

type register struct{}

func (register) View(string) any { return organisations{} }

// lines are those that commands name, and all are those that money comes to.
var lines, all = linesUntil(2026), linesUntil(2028)

func linesUntil(last domain.FinancialYear) (of []domain.FundLine) {
	for fy := cpd.FY; fy <= last; fy++ {
		for _, hub := range []domain.HubID{"", west.Hub} {
			for _, fund := range []domain.Fund{cpd.Fund, running.Fund, tariff.Fund} {
				of = append(of, domain.FundLine{Hub: hub, Fund: fund, FY: fy})
			}
		}
	}
	return of
}

// kindOf are the events of one type that a ledger has.
func kindOf[E domain.Event](l *ledger) (found []E) {
	for _, e := range l.history {
		if of, ok := e.(E); ok {
			found = append(found, of)
		}
	}
	return found
}

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// anyOf is one of the events of a type, and one that is not there where there
// are none.
func anyOf[E domain.Event](r *rand.Rand, l *ledger) (one E) {
	if found := kindOf[E](l); len(found) > 0 {
		return pick(r, found)
	}
	return one
}

// debts are the costs, pay and overhead of a ledger, as they would be paid. The
// invoice of an award has its id.
func debts(l *ledger) (all []funding.PaidDebt) {
	invoices := make(map[uuid.UUID]uuid.UUID)
	for _, e := range l.history {
		switch e := e.(type) {
		case domain.CommitmentMade:
			invoices[e.Commitment] = e.Award
		case domain.CostAccrued:
			all = append(all, funding.PaidDebt{Accrual: e.Accrual, Pence: e.Amount.Gross(), Invoice: invoices[e.Commitment]})
		case domain.PayCharged:
			all = append(all, funding.PaidDebt{Accrual: e.Accrual, Pence: e.Pence})
		case domain.HostOverheadCharged:
			all = append(all, funding.PaidDebt{Accrual: e.Accrual, Pence: e.Pence})
		}
	}
	return append(all, funding.PaidDebt{Accrual: id(0xff), Pence: 1})
}

// random is any command, most often about something that is there.
func random(r *rand.Rand, l *ledger) domain.CommandData {
	pence := domain.Pence(pick(r, []int{1, 7, 50, 300, 900, 7000}) * 100)
	of := pick(r, lines)
	award := uuid.UUID{0: 8, 15: byte(r.IntN(4))}
	from := domain.Date(int32(of.FY)*10000 + 401)
	to := from + 1
	amount := domain.Amount{Net: pence, VAT: pence / 5, RecoverableVAT: pick(r, []domain.Pence{0, pence / 5})}
	var profile []domain.YearPart
	if r.IntN(2) == 0 {
		profile = []domain.YearPart{{FY: of.FY, Pence: pence / 2}, {FY: of.FY + 1, Pence: pence - pence/2}}
	}
	switch r.IntN(29) {
	case 0:
		return funding.IssueAllocation{Line: of, Pence: 2 * pence, Purpose: "CPD", Status: domain.StatusConfirmed, Source: domain.SourceHEE}
	case 1:
		return funding.IssueAllocation{Line: of, Pence: pence, Purpose: "CPD", Status: domain.StatusIndicative, Source: domain.SourceHEE}
	case 2:
		return funding.ConfirmAllocation{Allocation: anyOf[domain.AllocationIssued](r, l).Allocation, Pence: pence}
	case 3:
		return funding.VaryAllocation{Allocation: anyOf[domain.AllocationIssued](r, l).Allocation, Pence: -pence, Reason: "less"}
	case 4:
		other := of
		other.Hub = pick(r, []domain.HubID{"", "QE1~west"})
		return funding.VireBudget{From: of, To: other, Pence: pence, Reason: "more urgent", Approval: &hee}
	case 5:
		return funding.SendTransfer{Line: of, To: "QHM", Pence: pence, Reason: "theirs", Approval: &hee}
	case 6:
		return funding.ReceiveTransfer{Transfer: award, Line: of, From: "QHM", Pence: pence}
	case 7, 8:
		return funding.MakeCommitment{Line: of, Award: award, Pence: pence, Profile: profile, Purpose: "CPD", CostType: "COURSE", RequestedBy: asker}
	case 9:
		return funding.OfferGrant{Payee: teacher, Decision: award, Line: of, Pence: pence, Profile: profile, Purpose: "CPD", CostType: "COURSE", RequestedBy: asker}
	case 10:
		return funding.AcceptGrant{Grant: anyOf[domain.GrantOffered](r, l).Grant, On: 20240401}
	case 11:
		return funding.TerminateGrant{Grant: anyOf[domain.GrantOffered](r, l).Grant, On: 20240401, Reason: "over"}
	case 12:
		c := anyOf[domain.CommitmentMade](r, l)
		return funding.ReleaseCommitment{Commitment: c.Commitment, Line: pick(r, []domain.FundLine{c.Line, c.Line.InYear(c.Line.FY + 1)}), Pence: pence, Reason: "less"}
	case 13, 14:
		c := anyOf[domain.CommitmentMade](r, l)
		if r.IntN(2) == 0 {
			amount = domain.Amount{Net: c.Charge(), VAT: c.Charge() / 5, RecoverableVAT: c.Charge() / 5}
		}
		from := domain.Date(int32(c.Line.FY)*10000 + 401)
		return funding.AccrueCost{Commitment: c.Commitment, Line: c.Line, Amount: amount, PeriodFrom: from, PeriodTo: from}
	case 15:
		return funding.ChargePay{Line: of, Post: "any", FTE: 1, PeriodFrom: from, PeriodTo: to, Pence: pence}
	case 16:
		return funding.AgreeOverheadBasis{Hub: of.Hub, FY: of.FY, Basis: domain.OverheadBasis{Kind: domain.OverheadFixed, Pence: 2 * pence}, Ref: "x"}
	case 17:
		b := anyOf[domain.OverheadBasisAgreed](r, l)
		from := b.FY.First()
		return funding.ChargeHostOverhead{Line: domain.FundLine{Hub: b.Hub, Fund: cpd.Fund, FY: b.FY}, PeriodFrom: from, PeriodTo: from, Pence: pence / 4}
	case 18:
		return funding.ReverseAccrual{Accrual: pick(r, debts(l)).Accrual, Reason: "wrong"}
	case 19, 20:
		return funding.RecordPayment{Payee: teacher, On: 20240402, ApprovedBy: approver, PaidBy: payer, Debts: []funding.PaidDebt{pick(r, debts(l))}}
	case 25:
		c := anyOf[domain.CommitmentMade](r, l)
		return funding.RecordPayment{Payee: teacher, On: 20240402, ApprovedBy: approver, PaidBy: payer, Debts: []funding.PaidDebt{{
			Commitment: c.Commitment, Line: c.Line, Pence: pence, Invoice: c.Award, Prepaid: &domain.Prepayment{From: c.Line.FY.First(), To: c.Line.FY.Last(), Reason: "deposit"},
		}}}
	case 26:
		return funding.ReceiveInvoice{Invoice: award, Payee: teacher, Number: "1", Dated: 20240402, Amount: domain.Amount{Net: 1_000_000}, Award: award}
	case 27:
		return funding.ApproveInvoice{Invoice: award, By: approver}
	case 21:
		p := anyOf[domain.PaymentMade](r, l)
		r := funding.RecordRecovery{Payment: p.Payment, Pence: pence, Reason: "cancelled"}
		if len(p.Allocations) > 0 {
			a := p.Allocations[0]
			r.Accrual, r.Commitment = a.Accrual, a.Commitment
			if a.Commitment != uuid.Nil {
				r.Line = a.Line
			}
		}
		return r
	case 22:
		return funding.RecordClawbackDemand{Line: of, Funder: england, Pence: pence, Reason: domain.ClawbackUnspent}
	case 23:
		d := anyOf[domain.ClawbackDemanded](r, l)
		if r.IntN(2) == 0 {
			return funding.SettleClawback{Clawback: d.Clawback, Line: d.Line, Pence: pence, On: 20240402}
		}
		return funding.AgreeClawback{Clawback: d.Clawback, Line: d.Line, Pence: d.Pence}
	case 24:
		return funding.AgreeDeferral{Line: of, Funder: england, Pence: pence, Ref: "x"}
	}
	if r.IntN(2) == 0 {
		y := anyOf[domain.YearEndDeclared](r, l)
		return funding.ReopenYear{Hub: y.Hub, FY: y.FY, Reason: "late"}
	}
	return funding.DeclareYearEnd{Hub: of.Hub, FY: of.FY}
}
