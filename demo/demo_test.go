package demo_test

import (
	"fmt"
	"log/slog"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/demo"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
	"github.com/hubledger/hubledger/ledger"
)

var ledgerID = uuid.MustParse("9f0e9f6c-6a0d-4d39-9b9f-3b7a6a4f7f10")

func found(t *testing.T) (*ledger.Ledger, eventstore.Store) {
	t.Helper()
	store := storetest.NewMemory(ledgerID)
	t.Cleanup(func() { store.Close() })
	l, _, err := ledger.OpenOrFound(t.Context(), store, ledger.Options{
		Now: func() time.Time { return demo.Began }, Log: slog.New(slog.DiscardHandler),
	}, ledger.Founding{Synthetic: true})
	if err != nil {
		t.Fatal(err)
	}
	return l, store
}
func TestMake(t *testing.T) {
	l, store := found(t)
	b := time.Now()
	sum, err := demo.Make(t.Context(), l, demo.Options{Seed: 1, Years: 4}, nil)
	fmt.Println(sum, err, store.Head(), time.Since(b))
}
