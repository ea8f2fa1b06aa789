package storetest

import (
	"context"
	"fmt"
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
	return slices.Concat(orderCases)
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
	s := &subject{TB: tb, Store: h.Store, ctx: ctx, harness: h}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer s.close()
		c.test(s)
		s.examine()
	}()
	select {
	case <-done:
	case <-time.After(patience + patience/10):
		stacks := make([]byte, 1<<20)
		tb.Fatalf("the store hangs: the case has not ended after %v\n%s", patience, stacks[:runtime.Stack(stacks, true)])
	}
}

// subject is a store under test in one case.
type subject struct {
	testing.TB
	eventstore.Store
	// ctx ends when the suite's patience does.
	ctx     context.Context
	harness Harness
	// want is what the log must hold in the end, as far as the case knows it.
	want []eventstore.Event
	// free says that the case can't know the order of the log, because many
	// appended at once; then only the log's inner agreement is checked.
	free   bool
	closed bool
}

// append appends what must be recorded.
func (s *subject) append(stream eventstore.StreamID, expected eventstore.Revision, events ...eventstore.NewEvent) eventstore.Seq {
	s.Helper()
	first := eventstore.Seq(len(s.want) + 1)
	for i, e := range events {
		s.want = append(s.want, recorded(first+eventstore.Seq(i), stream, expected+1+eventstore.Revision(i), e))
	}
	got, err := s.Append(s.ctx, stream, expected, events)
	if err != nil {
		s.Fatalf("Append to %s at %d: %v, want it to be recorded", stream, expected, err)
	}
	if !s.free && got != first {
		s.Fatalf("Append to %s at %d: got seq %d, want %d", stream, expected, got, first)
	}
	return got
}

// recorded is how an appended event must come back.
func recorded(seq eventstore.Seq, stream eventstore.StreamID, revision eventstore.Revision, e eventstore.NewEvent) eventstore.Event {
	st := eventstore.ParseStated(e.Metadata)
	return eventstore.Event{
		ID: e.ID, Stream: stream, Revision: revision, Seq: seq, Type: e.Type,
		Version: st.Version, RecordedAt: st.RecordedAt, EffectiveOn: st.EffectiveOn,
		Data: slices.Clone(e.Data), Metadata: slices.Clone(e.Metadata),
	}
}

// examine checks the whole store, and once more after opening it again.
func (s *subject) examine() {
	s.Helper()
	if s.closed && s.harness.Reopen == nil {
		return
	}
	if !s.closed {
		s.holds("in the end")
	}
	if s.reopen() {
		s.holds("after it was opened again")
	}
}

// holds checks that the log is what the case has recorded.
func (s *subject) holds(when string) {
	s.Helper()
	log := Check(s, s.Store)
	if !s.free {
		same(s, "the log "+when, all(log, nil), s.want, eventstore.Whole)
	}
	if s.Failed() {
		s.Fatalf("the whole log was checked %s", when)
	}
}

// reopen closes the store and opens its log again, if that can be done.
func (s *subject) reopen() bool {
	s.Helper()
	if s.harness.Reopen == nil {
		return false
	}
	ledger := s.LedgerID()
	s.close()
	s.Store, s.closed = s.harness.Reopen(), false
	if got := s.LedgerID(); got != ledger {
		s.Errorf("LedgerID after it was opened again: got %s, want %s", got, ledger)
	}
	return true
}

func (s *subject) close() {
	s.Helper()
	if s.closed {
		return
	}
	s.closed = true
	if err := s.Close(); err != nil {
		s.Errorf("Close: %v", err)
	}
}

// stream is the name of the i-th stream of a case.
func stream(i int) eventstore.StreamID { return eventstore.StreamID(fmt.Sprintf("hub-QE%d", i)) }
