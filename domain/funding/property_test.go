package funding_test

import (
	"errors"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/funding"
)

// grown is a ledger after some commands, in 2024 and, for the last of them, in
// 2026.
func grown(t *rapid.T, check func(before *funding.State, l *ledger, d domain.Decision, err error)) *ledger {
	l := &ledger{state: funding.New("QE1")}
	// Without money nothing happens.
	for _, of := range lines {
		if of.Hub != "" {
			continue
		}
		if _, err := l.do(funding.IssueAllocation{Line: of, Pence: 6_000_000, Purpose: "CPD", Status: domain.StatusConfirmed, Source: domain.SourceHEE}, fixed, nil); err != nil {
			t.Fatal(err)
		}
	}
	n := 120 - rapid.IntRange(0, 110).Draw(t, "fewer commands")
	// The library's own draws are mostly of the first and the least.
	r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
	for i := range n {
		now := fixed
		if i > n/2 {
			now = fixed.AddDate(2, 0, 0)
		}
		before := l.state
		l.state = before.Fork()
		data := random(r, l)
		d, err := l.do(data, now, nil)
		check(before, l, d, err)
		l.state.Merge()
		l.state = before
	}
	return l
}

// No sequence of permissions takes what a fund line has available below zero,
// and the accounts of all lines sum to zero after every command.
func TestPermissionsNeverOverspend(t *testing.T) {
	recorded, refused := make(map[string]int), make(map[domain.Rule]int)
	rapid.Check(t, func(t *rapid.T) {
		grown(t, func(_ *funding.State, l *ledger, d domain.Decision, err error) {
			var refusal *domain.Refusal
			switch {
			case errors.As(err, &refusal):
				refused[refusal.Rule]++
			case err != nil:
				t.Fatal(err)
			}
			for _, draft := range d.Drafts {
				recorded[draft.Event.EventType()]++
			}
			var sum domain.Pence
			for _, of := range all {
				if got := l.state.Available(of); got < 0 {
					t.Fatalf("%s has %s pounds available after %+v", of, got, l.history)
				}
				for _, a := range domain.Accounts {
					sum += l.state.Balance(of, a)
				}
			}
			if sum != 0 {
				t.Fatalf("the accounts sum to %s pounds", sum)
			}
		})
	})
	// The test means nothing if the money did not move.
	for _, name := range []string{
		"AllocationConfirmed", "AllocationVaried", "BudgetVired", "TransferSent", "TransferReceived", "CommitmentMade", "CommitmentCharged", "CommitmentReleased",
		"CostAccrued", "PayCharged", "HostOverheadCharged", "AccrualReversed", "PaymentMade", "PaymentRecovered", "GrantOffered", "ClawbackAgreed",
		"ClawbackSettled", "YearEndDeclared", "YearReopened",
	} {
		if recorded[name] == 0 {
			t.Errorf("no %s was recorded, among %v", name, recorded)
		}
	}
	for _, rule := range []domain.Rule{funding.RuleAvailable, funding.RuleCovered, funding.RuleClosed, funding.RuleReversal} {
		if refused[rule] == 0 {
			t.Errorf("nothing was refused by %s, among %v", rule, slices.Sorted(maps.Keys(refused)))
		}
	}
}

// A cost never counts beside the commitment that it comes under: what funders
// gave, and payees gave back, is available, promised, incurred, returned or in
// transit, and nothing twice.
func TestNothingCountsTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := grown(t, func(*funding.State, *ledger, domain.Decision, error) {})
		var got, outside domain.Pence
		promised := make(map[uuid.UUID]domain.Pence)
		for _, e := range l.history {
			switch e := e.(type) {
			case domain.CommitmentMade:
				promised[e.Commitment] += e.Charge()
			case domain.CommitmentCharged:
				promised[e.Commitment] += e.Pence
			case domain.CommitmentReleased:
				if !e.Planned {
					promised[e.Commitment] -= e.Pence
				}
			case domain.CostAccrued:
				promised[e.Commitment] -= e.FromCommitted
				if e.FromCommitted+e.FromAvailable != e.Amount.Budget() {
					t.Fatalf("%+v takes something else than it costs", e)
				}
			case domain.AccrualReversed:
				if e.Commitment != uuid.Nil {
					promised[e.Commitment] += e.ToCommitted
				}
			case domain.PaymentRecovered:
				outside += e.ToAvailable
			case domain.ClawbackSettled:
				outside += e.FromHost
			}
		}
		var committed domain.Pence
		for id, p := range promised {
			if p < 0 {
				t.Fatalf("commitment %s has %s pounds left", id, p)
			}
			committed += p
		}
		for _, of := range all {
			for _, a := range []domain.Account{
				domain.AccountFunder, domain.AccountAvailable, domain.AccountCommitted, domain.AccountIncurred, domain.AccountReturned, domain.AccountInTransit,
			} {
				got += l.state.Balance(of, a)
			}
			committed -= l.state.Balance(of, domain.AccountCommitted)
		}
		if got != outside {
			t.Errorf("what was given differs from what became of it by %s pounds; %s came from payees and the host", got, outside)
		}
		if committed != 0 {
			t.Errorf("the commitments have %s pounds more left than their lines have promised", committed)
		}
	})
}

// Whatever was incurred, and however, its reversal restores every balance.
func TestReversalRestoresEveryBalance(t *testing.T) {
	var reversed int
	rapid.Check(t, func(t *rapid.T) {
		grown(t, func(before *funding.State, l *ledger, d domain.Decision, err error) {
			for _, draft := range d.Drafts {
				var accrual uuid.UUID
				switch e := draft.Event.(type) {
				case domain.CostAccrued:
					accrual = e.Accrual
				case domain.PayCharged:
					accrual = e.Accrual
				case domain.HostOverheadCharged:
					accrual = e.Accrual
				default:
					continue
				}
				trial := &ledger{state: l.state.Fork()}
				if _, err := trial.do(funding.ReverseAccrual{Accrual: accrual, Reason: "wrong"}, fixed.AddDate(2, 0, 0), nil); err != nil {
					t.Fatal(err)
				}
				reversed++
				for _, of := range all {
					for _, a := range domain.Accounts {
						if got, want := trial.state.Balance(of, a), before.Balance(of, a); got != want {
							t.Fatalf("%s of %s is %s after the reversal, and was %s before", a, of, got, want)
						}
					}
				}
			}
		})
	})
	if reversed == 0 {
		t.Error("nothing was reversed")
	}
}

// 64 people want the last £10,000.00. One gets it.
func TestTheLastMoneyGoesOnce(t *testing.T) {
	l := &ledger{state: funding.New("QE1")}
	if _, err := l.do(funding.IssueAllocation{Line: cpd, Pence: 1_000_000, Purpose: "CPD", Status: domain.StatusConfirmed, Source: domain.SourceHEE}, fixed, nil); err != nil {
		t.Fatal(err)
	}
	var made, refused int
	below := l.state
	l.state = below.Fork() // as they wait together for one append
	for i := range 64 {
		d, err := l.do(funding.MakeCommitment{Line: cpd, Award: uuid.UUID{0: 0xcc, 15: byte(i)}, Pence: 1_000_000, Purpose: "CPD", CostType: "COURSE"}, fixed, nil)
		var refusal *domain.Refusal
		switch {
		case err == nil && len(d.Drafts) == 1:
			made++
		case errors.As(err, &refusal) && refusal.Rule == funding.RuleAvailable:
			refused++
		default:
			t.Fatalf("got %+v, %v", d, err)
		}
		if i == 31 { // and as the first of them are acknowledged
			l.state.Merge()
			l.state = below.Fork()
		}
	}
	if made != 1 || refused != 63 || l.state.Available(cpd) != 0 || l.state.Balance(cpd, domain.AccountCommitted) != 1_000_000 {
		t.Errorf("%d got it and %d did not; %s pounds are left", made, refused, l.state.Available(cpd))
	}
}
