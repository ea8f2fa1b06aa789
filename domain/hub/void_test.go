package hub_test

import (
	"maps"
	"slices"
	"strconv"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/governance"
	"github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/national"
	"github.com/hubledger/hubledger/domain/organisation"
)

var (
	cpd     = domain.FundLine{Fund: "PROGRAMME-CPD", FY: domain.MustYear("2025/26")}
	west    = domain.FundLine{Hub: "QE1~west", Fund: cpd.Fund, FY: cpd.FY}
	named   = domaintest.Named
	clerk   = named("clerk") // who gives the corrections
	college = "CH-01234567"
	wrong   = "It was typed wrongly"
)

// history is what was recorded of the hub before a correction.
type history []domain.Event

// until is the script before a step, and some more events.
func until(t *testing.T, step string, more ...domain.Event) history {
	t.Helper()
	return append(bought(t, step).events(), more...)
}

func (s *scene) events() (all history) {
	for _, r := range s.log {
		all = append(all, r.Event)
	}
	return all
}

// of is the id of the newest event of a type, as the cases' fold has it.
func of[E domain.Event](h history) uuid.UUID {
	for i, e := range slices.Backward(h) {
		if _, ok := e.(E); ok {
			return domain.NewID(uuid.NameSpaceOID, strconv.Itoa(i))
		}
	}
	panic("the history has no such event")
}

// newest is the newest event of a type.
func newest[E domain.Event](h history) E {
	for _, e := range slices.Backward(h) {
		if of, ok := e.(E); ok {
			return of
		}
	}
	panic("the history has no such event")
}

// reversed is a cost as its reversal gives it back.
func reversed(e domain.CostAccrued) domain.AccrualReversed {
	return domain.AccrualReversed{
		Accrual: e.Accrual, Commitment: e.Commitment, Line: e.Line, ToCommitted: e.FromCommitted, ToAvailable: e.FromAvailable,
		ToPrepaid: e.FromPrepaid, Amount: e.Amount, Reason: wrong,
	}
}

// and is a history that goes on.
func (h history) and(more ...domain.Event) history { return append(slices.Clone(h), more...) }

// past are histories in which something is wrong, and the things in them.
type past struct {
	promised, spent, paid, decided, offered, moved history

	cost    domain.CostAccrued
	payment domain.PaymentMade
	made    domain.CommissioningDecisionMade
	granted domain.DelegationGranted // to the officer
	release domain.CommitmentReleased
	grant   domain.GrantOffered
	letter  domain.CommitmentMade // of the grant
	vired   domain.BudgetVired
	back    domain.BudgetVired // its mirror
	unpaid  domain.PaymentReversed

	// Right acts, and the decision that the last of them makes.
	right    funding.AccrueCost
	again    funding.RecordPayment
	less     commissioning.RecordDecision
	lessMade domain.CommissioningDecisionMade
}

func pastOf(t *testing.T) past {
	p := past{
		promised: until(t, "cost"), spent: until(t, "invoice"), paid: until(t, ""), decided: until(t, "award"),
		release: domain.CommitmentReleased{Commitment: named("commitment"), Line: cpd, Pence: 600_000, Reason: wrong},
		vired:   domain.BudgetVired{Virement: named("virement"), From: cpd, To: west, Pence: 50_000, Reason: "Two courses are held there"},
		again: funding.RecordPayment{
			Payment: named("right"), Payee: college, On: 20250401, ApprovedBy: named("officer"), PaidBy: named("payer"),
			Debts: []funding.PaidDebt{{Accrual: named("accrual"), Invoice: named("invoice"), Pence: 250_000}},
		},
	}
	p.cost, p.payment = newest[domain.CostAccrued](p.spent), newest[domain.PaymentMade](p.paid)
	p.made, p.granted = newest[domain.CommissioningDecisionMade](p.decided), newest[domain.DelegationGranted](p.decided)
	p.grant = domain.GrantOffered{Grant: named("grant"), Payee: college, Decision: p.made.Decision, Pence: 100_000}
	p.letter = domain.CommitmentMade{
		Commitment: named("letter"), Line: cpd, Grant: p.grant.Grant, Decision: p.made.Decision, Payee: college, Pence: 100_000,
		Purpose: "CPD", CostType: "COURSE", RequestedBy: clerk,
	}
	p.offered = p.decided.and(p.grant, p.letter)
	p.back = domain.BudgetVired{Virement: funding.Mirror(p.vired.Virement), From: west, To: cpd, Pence: 50_000, Reason: wrong}
	p.moved = until(t, "open", domain.LocalityHubEstablished{Hub: "QE1~west", Parent: "QE1", From: 20220701}, p.vired)
	p.unpaid = domain.PaymentReversed{Payment: p.payment.Payment, Allocations: p.payment.Allocations, Reason: wrong}
	p.right = funding.AccrueCost{
		Accrual: named("right"), Commitment: p.cost.Commitment, Line: cpd, Amount: domain.Amount{Net: 200_000, VAT: 40_000}, PeriodFrom: 20250401, PeriodTo: 20250401,
	}
	m := p.made
	m.Max, m.FundLines = 500_000, []domain.FundPart{{Line: cpd, Pence: 500_000}}
	p.lessMade = m
	p.less = commissioning.RecordDecision{
		Decision: m.Decision, Outcome: m.Outcome, Candidate: m.Candidate, Max: m.Max, Purpose: m.Purpose, FundLines: m.FundLines,
		Needs: m.Needs, Priorities: m.Priorities, Rationale: m.Rationale, Authority: m.Authority,
	}
	return p
}

// slip is the order to void the newest event of a type.
func slip[E domain.Event](h history, instead ...hub.Instead) hub.VoidEvent {
	v := hub.VoidEvent{Event: of[E](h), Reason: wrong}
	if len(instead) > 0 {
		v.Instead = &instead[0]
	}
	return v
}

// voided says that it is voided, reversed by the first events of the command.
func voided[E domain.Event](h history, about uuid.UUID, reversals int, instead ...int) domain.EventVoided {
	var zero E
	e := domain.EventVoided{Event: of[E](h), Type: zero.EventType(), Of: about, Instead: instead, Reason: wrong, By: clerk}
	for i := range reversals {
		e.ReversedBy = append(e.ReversedBy, i)
	}
	return e
}

// What is voided is reversed, and the right act recorded in its place, in one
// decision; or a rule refuses all of it.
func TestVoid(t *testing.T) {
	p, whole := pastOf(t), bought(t, "")
	cases := slices.Concat(voids(p), refusedVoids(p))
	for i := range cases {
		c := &cases[i]
		// A correction is never "so already": its event is voided once.
		c.Today, c.By, c.Anew = 20250401, clerk, true
	}
	rules := maps.Clone(hub.Rules)
	for _, rule := range []domain.Rule{funding.RuleCovered, funding.RuleNamed, funding.RuleAvailable, funding.RuleClosed, commissioning.RuleOnce} {
		rules[rule] = "of a room"
	}
	streams := domaintest.Streams{organisation.Stream: whole.View(organisation.Stream), national.Stream: whole.View(national.Stream)}
	domaintest.Run(t, func() domain.Aggregate { return hub.New("QE1") }, streams, rules, cases)
}

func voids(p past) []domaintest.Case {
	wide := newest[domain.CommitmentMade](p.promised)
	wide.Commitment, wide.CostType, wide.RequestedBy = named("right"), "BACKFILL", clerk
	owed := p.paid.and(p.unpaid, voided[domain.PaymentMade](p.paid, p.payment.Payment, 1))
	noticed := slices.Insert(p.decided.and(), len(p.decided)-1, domain.Event(domain.NoticePublished{Decision: p.made.Decision, Kind: domain.NoticeTender, Ref: "2025/1", On: 20250320}))
	byChair := slip[domain.DelegationGranted](p.decided, hub.Instead{
		GrantDelegation: &governance.GrantDelegation{Delegation: named("right"), Person: p.granted.Person, Limit: 10_000, From: 20250401},
	})
	byChair.By = named("chair")
	foundByChair := voided[domain.DelegationGranted](p.decided, p.granted.Delegation, 1, 2)
	foundByChair.By = named("chair")
	return []domaintest.Case{
		{
			Name: "a cost of the wrong amount, and the right one", Given: p.spent,
			When: slip[domain.CostAccrued](p.spent, hub.Instead{AccrueCost: &p.right}),
			Then: []domain.Event{
				reversed(p.cost),
				voided[domain.CostAccrued](p.spent, p.cost.Accrual, 1, 2),
				domain.CostAccrued{
					Accrual: p.right.Accrual, Commitment: p.cost.Commitment, Line: cpd, Payee: college, Amount: p.right.Amount, FromCommitted: 240_000,
					PeriodFrom: 20250401, PeriodTo: 20250401,
				},
			},
		},
		{
			Name: "a cost that was recorded twice", Given: p.spent,
			When: slip[domain.CostAccrued](p.spent),
			Then: []domain.Event{reversed(p.cost), voided[domain.CostAccrued](p.spent, p.cost.Accrual, 1)},
		},
		{
			Name: "a cost whose payment was voided before", Given: owed,
			When: slip[domain.CostAccrued](owed),
			Then: []domain.Event{reversed(p.cost), voided[domain.CostAccrued](owed, p.cost.Accrual, 1)},
		},
		{
			Name: "a promise", Given: p.promised,
			When: slip[domain.CommitmentMade](p.promised),
			Then: []domain.Event{p.release, voided[domain.CommitmentMade](p.promised, p.release.Commitment, 1)},
		},
		{
			Name: "a promise of the whole award for the wrong thing, and the right one", Given: p.promised,
			When: slip[domain.CommitmentMade](p.promised, hub.Instead{MakeCommitment: &funding.MakeCommitment{
				Commitment: wide.Commitment, Line: cpd, Award: wide.Award, Pence: wide.Pence, Purpose: "CPD", CostType: wide.CostType,
			}}),
			Then: []domain.Event{p.release, voided[domain.CommitmentMade](p.promised, p.release.Commitment, 1, 2), wide},
		},
		{
			Name: "the offer of a grant, with its promise", Given: p.offered,
			When: slip[domain.GrantOffered](p.offered),
			Then: []domain.Event{
				domain.GrantTerminated{Grant: p.grant.Grant, On: 20250401, Reason: wrong},
				domain.CommitmentReleased{Commitment: p.letter.Commitment, Line: cpd, Pence: 100_000, Reason: wrong},
				voided[domain.GrantOffered](p.offered, p.grant.Grant, 2),
			},
		},
		{
			Name: "a payment of the wrong amount, and the right one on the same debt", Given: p.paid,
			When: slip[domain.PaymentMade](p.paid, hub.Instead{RecordPayment: &p.again}),
			Then: []domain.Event{
				p.unpaid,
				voided[domain.PaymentMade](p.paid, p.payment.Payment, 1, 2),
				domain.PaymentMade{
					Payment: p.again.Payment, Payee: college, On: 20250401, ApprovedBy: p.again.ApprovedBy, PaidBy: p.again.PaidBy,
					Allocations: []domain.PaymentAllocation{{Line: cpd, For: domain.PaymentForAward, Accrual: named("accrual"), Invoice: named("invoice"), Pence: 250_000}},
				},
			},
		},
		{
			Name: "a virement goes back without anybody's delegation", Given: p.moved,
			When: slip[domain.BudgetVired](p.moved),
			Then: []domain.Event{p.back, voided[domain.BudgetVired](p.moved, p.vired.Virement, 1)},
		},
		{
			Name: "a decision with a slip in its limit is made again, on the same votes", Given: p.decided,
			When: slip[domain.CommissioningDecisionMade](p.decided, hub.Instead{RecordDecision: &p.less}),
			Then: []domain.Event{
				domain.DecisionReversed{Decision: p.made.Decision, Reason: wrong, By: clerk},
				voided[domain.CommissioningDecisionMade](p.decided, p.made.Decision, 1, 2),
				p.lessMade,
			},
		},
		{
			Name: "a decision after its tender was published", Given: noticed,
			When: slip[domain.CommissioningDecisionMade](noticed),
			Then: []domain.Event{
				domain.DecisionReversed{Decision: p.made.Decision, Reason: wrong, By: clerk},
				voided[domain.CommissioningDecisionMade](noticed, p.made.Decision, 1),
			},
		},
		{
			Name: "a delegation ends before it begins", Given: p.decided, When: byChair,
			Then: []domain.Event{
				domain.DelegationRevoked{Delegation: p.granted.Delegation, Hub: "QE1", On: 20250228, Reason: wrong},
				foundByChair,
				domain.DelegationGranted{Delegation: named("right"), Hub: "QE1", Person: p.granted.Person, Limit: 10_000, From: 20250401},
			},
		},
	}
}
