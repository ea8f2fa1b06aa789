package verify_test

import (
	"log/slog"
	"testing"
	"time"

	"github.com/hubledger/hubledger/demo"
	"github.com/hubledger/hubledger/eventstore/storetest"
	"github.com/hubledger/hubledger/ledger"
	"github.com/hubledger/hubledger/verify"
)

// Verifying a year of a nation, some 25,000 events, in events a second.
func BenchmarkVerify(b *testing.B) {
	store := storetest.NewMemory(ledgerID)
	l, _, err := ledger.OpenOrFound(b.Context(), store, ledger.Options{
		Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return demo.Began },
	}, ledger.Founding{})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := demo.Make(b.Context(), l, demo.Options{Years: 1}, nil); err != nil {
		b.Fatal(err)
	}
	for _, m := range []struct {
		name string
		opts verify.Options
	}{
		{"hashes", verify.Options{HashesOnly: true, Workers: 1}},
		{"decisions", verify.Options{}},
	} {
		b.Run(m.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if r := check(b, store, m.opts); !r.OK() {
					b.Fatal(r.Findings)
				}
			}
			b.ReportMetric(float64(store.Head())*float64(b.N)/b.Elapsed().Seconds(), "events/s")
		})
	}
}
