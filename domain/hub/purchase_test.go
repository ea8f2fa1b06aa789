package hub_test

import (
	"slices"
	"testing"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
)

// The purchase as it should be: each step is recorded, and breaks no rule.
func TestPurchase(t *testing.T) {
	s := bought(t, "")
	for _, r := range s.log {
		if len(r.Breaches) > 0 {
			t.Errorf("%s breaks %v", r.Event.EventType(), r.Breaches)
		}
	}
	line := domain.FundLine{Fund: "PROGRAMME-CPD", FY: domain.MustYear("2025/26")}
	for account, want := range map[domain.Account]domain.Pence{
		domain.AccountAvailable: 1_400_000, domain.AccountCommitted: 300_000, domain.AccountIncurred: 300_000, domain.AccountPaid: 300_000, domain.AccountPayable: 0,
	} {
		if got := s.balance(line, account); got != want {
			t.Errorf("%s: got %s, want %s", account, got, want)
		}
	}
}

// balance is what stands on an account, by the postings of all events.
func (s *scene) balance(line domain.FundLine, account domain.Account) (sum domain.Pence) {
	for _, r := range s.log {
		for _, p := range domain.Postings(r.Event) {
			if p.Line == line && p.Account == account {
				sum += p.Delta
			}
		}
	}
	return sum
}

// What a purchase lacks is refused by its rule, and nothing of it is recorded.
// Where it has happened in the world all the same it is recorded, and says
// which rule it breaks.
func TestWhatAPurchaseMayLack(t *testing.T) {
	whole := script(t)
	for _, a := range domaintest.Lines[domaintest.Attempt](t, file(t, "refusals.ndjson")) {
		t.Run(a.Case, func(t *testing.T) {
			before, give := a.Until(t, whole)
			s := newScene()
			for _, o := range before {
				s.must(t, o)
			}
			head := len(s.log)
			recorded, err := s.give(t, give)
			if got := refusedBy(err); got != a.Rule || len(recorded) > 0 || len(s.log) > head {
				t.Fatalf("got %d events and %v, want a refusal by %s", len(recorded), err, a.Rule)
			}
			if a.LedgerAlone {
				return
			}
			give.Happened = &domain.Happened{On: domain.BusinessDay(open)}
			recorded, err = s.give(t, give)
			if err != nil || len(recorded) == 0 {
				t.Fatalf("the same, happened: got %d events and %v", len(recorded), err)
			}
			for _, r := range recorded {
				if !slices.ContainsFunc(r.Breaches, func(b domain.Breach) bool { return b.Rule == a.Rule }) {
					t.Errorf("the same, happened: %s breaks %v, want %s", r.Event.EventType(), r.Breaches, a.Rule)
				}
			}
		})
	}
}
