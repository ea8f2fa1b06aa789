package verify_test

import (
	"log/slog"
	"slices"
	"testing"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/charter"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
	"github.com/hubledger/hubledger/ledger"
	"github.com/hubledger/hubledger/verify"
)

// A clock ran a month ahead for one event, and somebody recorded that. From
// then on its stream may go back to the right time; without that record it may
// not, and the lag of what follows is told.
func TestClockFault(t *testing.T) {
	start := time.Date(2025, 6, 2, 9, 0, 0, 0, time.UTC)
	now := start
	store := storetest.NewMemory(ledgerID)
	defer store.Close()
	l, _, err := ledger.OpenOrFound(t.Context(), store, ledger.Options{
		Now: func() time.Time { return now }, AcceptClock: true, Log: slog.New(slog.DiscardHandler),
	}, ledger.Founding{})
	if err != nil {
		t.Fatal(err)
	}
	do := func(at time.Time, name, stream string, data domain.CommandData) {
		t.Helper()
		now = at
		if _, err := l.Do(t.Context(), command(t, name, stream, data)); err != nil {
			t.Fatal(err)
		}
	}
	do(start.AddDate(0, 1, 0), "ahead", organisations, organisation.RegisterOrganisation{Org: "Y62", Name: "North West", Class: domain.ClassRegion})
	do(start, "fault", "ledger", charter.RecordClockFault{FromSeq: 3, ToSeq: 3})
	do(start.Add(time.Minute), "after", organisations, organisation.RegisterOrganisation{Org: "QE1", Name: "Lancashire", Class: domain.ClassICB})

	log := opened(t, events(t, store))
	log[4].env.RecordedAt = eventstore.InstantOf(start.Add(time.Minute)) // as a ledger writes that heeds the record
	if r := check(t, plant(sealed(t, log)), verify.Options{}); len(r.Findings) != 0 {
		t.Errorf("with the fault on record: %v", r.Findings)
	}
	unsaid := sealed(t, slices.Delete(log, 3, 4))
	r := check(t, plant(unsaid), verify.Options{})
	if got := kinds(r); !slices.Equal(got, []string{"4 TIME_BACKWARDS"}) {
		t.Errorf("without it: found %v", got)
	}
	if notes := slices.IndexFunc(r.Findings, verify.Finding.Note); notes < 0 || r.Findings[notes].Seq != 4 {
		t.Errorf("without it, the lag of event 4 is not told: %v", r.Findings)
	}
}
