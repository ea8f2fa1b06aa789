package ledger_test

import (
	"context"
	"fmt"
	"log/slog"
	"sync/atomic"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/topology"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore/storetest"
	"github.com/hubledger/hubledger/ledger"
)

// BenchmarkDo measures what deciding, hashing and answering cost above a store
// that costs next to nothing.
func BenchmarkDo(b *testing.B) {
	for _, writers := range []int{1, 64} {
		for _, hubs := range []int{1, 40} {
			b.Run(fmt.Sprintf("writers=%d/hubs=%d", writers, hubs), func(b *testing.B) {
				store := storetest.NewMemory(ledgerID)
				l, _, err := ledger.OpenOrFound(b.Context(), store, ledger.Options{Log: slog.New(slog.DiscardHandler)}, ledger.Founding{})
				if err != nil {
					b.Fatal(err)
				}
				must := func(c wire.Sealed) {
					if _, err := l.Do(context.Background(), c); err != nil {
						b.Fatal(err)
					}
				}
				must(registerRegion(b))
				must(seal(b, "party", "organisations", organisation.RegisterOrganisation{Org: "LA001", Name: "County Council", Class: "LOCAL_AUTHORITY"}))
				streams := make([]string, hubs)
				for i := range hubs {
					icb := fmt.Sprintf("Q%02d", i)
					streams[i] = "hub-" + icb
					must(seal(b, icb, "organisations", organisation.RegisterOrganisation{Org: icb, Name: icb, Class: domain.ClassICB}))
					must(seal(b, "hub"+icb, streams[i], topology.RegisterHub{Name: icb, Region: "Y62", From: domain.MustDate("2019-04-01"), Basis: domain.BasisImplied}))
				}
				var next atomic.Int64
				b.ReportAllocs()
				b.SetParallelism((writers + 1) / 2)
				b.ResetTimer()
				give := func() {
					n := next.Add(1)
					c, err := wire.Seal(streams[n%int64(hubs)], domain.Command{ID: uuid.Must(uuid.NewV7()), Actor: manager,
						Data: topology.AgreePartnership{Party: "LA001", Purpose: "placements in care homes", From: domain.MustDate("2022-01-01")}})
					if err != nil {
						b.Fatal(err)
					}
					must(c)
				}
				if writers == 1 {
					for b.Loop() {
						give()
					}
					return
				}
				b.RunParallel(func(pb *testing.PB) {
					for pb.Next() {
						give()
					}
				})
			})
		}
	}
}
