package sqlite

import (
	"fmt"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
)

var testLedger = uuid.MustParse("0190f5a0-7c00-7a3b-8c11-2233445566aa")

// The embedded store keeps the contract of every store, whether events are
// found through its index of revisions or not.
func TestConformance(t *testing.T) {
	for _, step := range []int{3, indexStep} {
		t.Run(fmt.Sprintf("indexed by %d", step), func(t *testing.T) { conforms(t, step) })
	}
}

func conforms(t *testing.T, step int) {
	storetest.Run(t, func(tb testing.TB) storetest.Harness {
		dir := tb.TempDir()
		s, err := Create(tb.Context(), dir, testLedger, Options{indexStep: step})
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
