package verify_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
	"github.com/hubledger/hubledger/ledger"
	"github.com/hubledger/hubledger/verify"
)

// orders reads a file that the tests of hubs are made of.
func orders[T domaintest.Order | domaintest.Attempt](t *testing.T, name string) []T {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "domain", "hub", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return domaintest.Lines[T](t, b)
}

// A purchase from the need to the payment, what is refused of it and what has
// happened all the same, and its correction: all of it is decided again, on
// what was true then, with the outcome that is recorded.
func TestAPurchaseIsDecidedAgain(t *testing.T) {
	corrected := 0
	for _, a := range orders[domaintest.Attempt](t, "refusals.ndjson") {
		t.Run(a.Case, func(t *testing.T) {
			store := storetest.NewMemory(ledgerID)
			defer store.Close()
			now := time.Date(2025, 4, 1, 8, 0, 0, 0, time.UTC)
			l, _, err := ledger.OpenOrFound(t.Context(), store, ledger.Options{
				Now: func() time.Time { now = now.Add(time.Second); return now },
			}, ledger.Founding{Synthetic: true})
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			give := func(o domaintest.Order) (ledger.Receipt, error) {
				n++
				c, err := wire.ParseCommand(o.Name, o.Body(t, fmt.Sprint("command ", n)))
				if err != nil {
					t.Fatal(err)
				}
				return l.Do(context.Background(), c)
			}
			before, attempt := a.Until(t, orders[domaintest.Order](t, "purchase.ndjson"))
			for _, o := range before {
				if _, err := give(o); err != nil {
					t.Fatalf("%s %s: %v", o.Step, o.Name, err)
				}
			}
			if _, err := give(attempt); err == nil {
				t.Fatal("the attempt was not refused")
			}
			if !a.LedgerAlone {
				attempt.Happened = &domain.Happened{On: 20250401}
				if _, err := give(attempt); err != nil {
					t.Fatalf("the same, happened: %v", err)
				}
			}
			refusals := int64(1)
			switch err := correct(t, l, store); {
			case err == nil:
				corrected++
			default: // what was bought stands on it
				if refusal, ok := ledger.IsRefusal(err); !ok || refusal.Rule != hub.RuleStands {
					t.Fatalf("the correction: %v", err)
				}
				refusals++
			}
			r := check(t, store, verify.Options{})
			if !r.OK() || r.Undecided != 0 || r.Refusals != refusals || r.Events != int64(store.Head()) {
				t.Errorf("got %+v, want no findings and %d refusals among %d events", r, refusals, store.Head())
			}
		})
	}
	if corrected < 15 {
		t.Errorf("%d corrections were recorded, want 15 or more", corrected)
	}
}

// correct voids the newest event that can be, and puts a cost of half the amount
// in place of a cost.
func correct(t *testing.T, l *ledger.Ledger, store eventstore.Store) error {
	t.Helper()
	var void hub.VoidEvent
	for e, err := range store.ReadStream(t.Context(), hubQE1, eventstore.NoStream, eventstore.Whole) {
		if err != nil {
			t.Fatal(err)
		}
		event, err := wire.Event(e)
		if err != nil {
			t.Fatal(err)
		}
		newest := hub.VoidEvent{Event: e.ID, Reason: "Typed wrongly"}
		switch of := event.(type) {
		case domain.DelegationGranted, domain.CommissioningDecisionMade, domain.CommitmentMade, domain.PaymentMade:
			void = newest
		case domain.CostAccrued:
			void = newest
			void.Instead = &hub.Instead{AccrueCost: &funding.AccrueCost{
				Commitment: of.Commitment, Line: domain.FundLine{Fund: "PROGRAMME-CPD", FY: domain.MustYear("2025/26")}, Amount: domain.Amount{Net: of.Amount.Net / 2},
				PeriodFrom: 20250401, PeriodTo: 20250401,
			}}
		}
	}
	_, err := l.Do(context.Background(), command(t, "the correction", hubQE1, void))
	return err
}
