package storetest

import (
	"context"
	"runtime"
	"slices"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/hubledger/hubledger/eventstore"
)

// Harness is a store to be tested and what the suite may do with it.
type Harness struct {
	// Store is open and empty. The suite closes it.
	Store eventstore.Store
	// Reopen opens the same log again, after the suite has closed the store;
	// nil where that can't be done. The suite closes what it returns.
	Reopen func() eventstore.Store
	// Patience is how long a case may take before it counts as hung; 0 is
	// DefaultPatience.
	Patience time.Duration
}

// DefaultPatience is how long a case may take, 60 s.
const DefaultPatience = time.Minute

// Open opens a new, empty store for one case. It fails the test where it
// can't, and releases in tb.Cleanup what the store's Close leaves over.
type Open func(tb testing.TB) Harness

// Run is the suite: each case on a store of its own. After every case the
// whole log is checked; where the store can be reopened, it is checked again
// after that. Goroutines that a case leaves behind fail it, so Run must not be
// called from a parallel test.
func Run(t *testing.T, open Open) {
	for _, c := range cases() {
		t.Run(c.name, func(t *testing.T) { c.run(t, open) })
	}
}

// testCase is one case of the suite: one subtest.
type testCase struct {
	name string
	test func(*subject)
}

// cases are all of them, in the order of the contract.
func cases() []testCase {
	return slices.Concat(orderCases, appendCases, duplicateCases, bytesCases, readCases,
		waitCases, writersCases, contextCases, closeCases, modelCases)
}

// run runs the case on a new store and then examines what it left.
func (c testCase) run(tb testing.TB, open Open) {
	before := goleak.IgnoreCurrent()
	tb.Cleanup(func() { goleak.VerifyNone(tb, before) }) // after all other cleanups
	h := open(tb)
	patience := h.Patience
	if patience == 0 {
		patience = DefaultPatience
	}
	ctx, cancel := context.WithTimeout(tb.Context(), patience)
	defer cancel()
	s := &subject{TB: tb, Store: h.Store, ctx: ctx, reopener: h.Reopen}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer s.close()
		c.test(s)
		s.examine()
	}()
	select {
	case <-done:
	case <-time.After(patience + patience/10): // calls that keep to ctx have ended by now
		stacks := make([]byte, 1<<20)
		stacks = stacks[:runtime.Stack(stacks, true)]
		tb.Fatalf("the store hangs: the case has not ended after %v\n%s", patience, stacks)
	}
}
