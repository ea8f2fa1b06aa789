package storetest_test

import (
	"testing"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
)

func TestMemory(t *testing.T) {
	storetest.Run(t, func(testing.TB) storetest.Harness {
		m := storetest.NewMemory(storetest.ID("ledger"))
		return storetest.Harness{Store: m, Reopen: func() eventstore.Store {
			m = m.Reopen()
			return m
		}}
	})
}
