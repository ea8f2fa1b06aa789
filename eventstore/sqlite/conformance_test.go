package sqlite

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
)

var testLedger = uuid.MustParse("0190f5a0-7c00-7a3b-8c11-2233445566aa")

// The embedded store keeps the contract of every store.
func TestConformance(t *testing.T) {
	storetest.Run(t, func(tb testing.TB) storetest.Harness {
		dir := tb.TempDir()
		s, err := Create(tb.Context(), dir, testLedger, Options{})
		if err != nil {
			tb.Fatal(err)
		}
		return storetest.Harness{
			Store: s,
			Reopen: func() eventstore.Store {
				s, err := Open(tb.Context(), dir, Options{})
				if err != nil {
					tb.Fatal(err)
				}
				return s
			},
		}
	})
}
