package ledger_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/topology"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
	"github.com/hubledger/hubledger/ledger"
)

// heldStore takes appends in order, and makes them when it is told to.
type heldStore struct {
	eventstore.Store
	mu      sync.Mutex
	open    bool // makes each append at once
	waiting []*heldAppend
}

type heldAppend struct {
	do   func() (eventstore.Seq, error)
	done chan struct{}
	seq  eventstore.Seq
	err  error
}

func (a *heldAppend) Done() <-chan struct{}           { return a.done }
func (a *heldAppend) Result() (eventstore.Seq, error) { return a.seq, a.err }

func (s *heldStore) Enqueue(ctx context.Context, stream eventstore.StreamID, expected eventstore.Revision, events []eventstore.NewEvent) eventstore.Pending {
	a := &heldAppend{done: make(chan struct{}), do: func() (eventstore.Seq, error) { return s.Append(ctx, stream, expected, events) }}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.waiting = append(s.waiting, a); s.open {
		s.release(nil)
	}
	return a
}

// release makes the next append, or lets it fail without making it. The caller
// holds mu.
func (s *heldStore) release(fault error) {
	a := s.waiting[0]
	s.waiting = s.waiting[1:]
	if a.err = fault; fault == nil {
		a.seq, a.err = a.do()
	}
	close(a.done)
}

// waitFor waits until n appends are in flight.
func (s *heldStore) waitFor(t *testing.T, n int) {
	t.Helper()
	for range 2000 {
		s.mu.Lock()
		got := len(s.waiting)
		s.mu.Unlock()
		if got == n {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Fatalf("there are not %d appends in flight", n)
}

// next releases the first append when n are in flight.
func (s *heldStore) next(t *testing.T, n int, fault error) {
	t.Helper()
	s.waitFor(t, n)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.release(fault)
}

// hold holds appends back, or lets all go.
func (s *heldStore) hold(held bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.open = !held; s.open && len(s.waiting) > 0; {
		s.release(nil)
	}
}

// held is a ledger with a hub, on a store that holds appends back.
func held(t *testing.T) (*ledger.Ledger, *heldStore) {
	t.Helper()
	store := &heldStore{Store: storetest.NewMemory(ledgerID), open: true}
	l := openOn(t, store, newClock())
	geography(t, l)
	do(t, l, registerHub(t, "hub", "Training Hub"))
	store.hold(true)
	t.Cleanup(func() { store.hold(false) })
	return l, store
}

// partnership is a command that can be given many times, with another party
// each time.
func partnership(t testing.TB, n int) wire.Sealed {
	return seal(t, fmt.Sprint("partnership ", n), "hub-QE1", topology.AgreePartnership{
		Partnership: id(fmt.Sprint("partnership of ", n)), Party: "QE1", Purpose: fmt.Sprint("purpose ", n), From: domain.MustDate("2022-07-01"),
	})
}

type outcome struct {
	receipt ledger.Receipt
	err     error
}

// give gives a command without waiting for its answer.
func give(t *testing.T, l *ledger.Ledger, c wire.Sealed) <-chan outcome {
	answer := make(chan outcome, 1)
	go func() {
		r, err := l.Do(context.WithoutCancel(t.Context()), c)
		answer <- outcome{r, err}
	}()
	return answer
}

func none(t *testing.T, answer <-chan outcome, why string) {
	t.Helper()
	select {
	case got := <-answer:
		t.Fatalf("%s was answered: %+v, %v", why, got.receipt, got.err)
	case <-time.After(20 * time.Millisecond):
	}
}

// A command is decided on top of those that are on their way to the disk, and
// answered after them.
func TestDecidedOnTopOfWhatIsInFlight(t *testing.T) {
	l, store := held(t)
	first := give(t, l, partnership(t, 1))
	store.waitFor(t, 1)
	second := give(t, l, partnership(t, 2))
	store.waitFor(t, 2)
	none(t, first, "a command in flight")
	store.next(t, 2, nil)
	if got := <-first; got.err != nil || got.receipt.Revision != 1 {
		t.Errorf("the first: got %+v, %v", got.receipt, got.err)
	}
	third := give(t, l, partnership(t, 3))
	store.waitFor(t, 2)
	none(t, second, "a command in flight")
	store.next(t, 2, nil)
	store.next(t, 1, nil)
	for revision, answer := range map[eventstore.Revision]<-chan outcome{2: second, 3: third} {
		if got := <-answer; got.err != nil || got.receipt.Revision != revision {
			t.Errorf("revision %d: got %+v, %v", revision, got.receipt, got.err)
		}
	}
	storetest.Check(t, store.Store)
}

// What is refused, or is so already, because of what is in flight is answered
// when that is on stable storage, not before.
func TestRefusedByWhatIsInFlight(t *testing.T) {
	l, store := held(t)
	first := give(t, l, partnership(t, 1))
	store.waitFor(t, 1)
	end := topology.EndPartnership{Partnership: id("partnership of 1"), On: domain.MustDate("2021-01-01"), Reason: "before it began"}
	refused := give(t, l, seal(t, "end", "hub-QE1", end))
	same := give(t, l, seal(t, "the hub again", "hub-QE1", topology.RegisterHub{Name: "Training Hub", Region: "Y62", From: domain.MustDate("2019-04-01"), Basis: domain.BasisRegistered}))
	none(t, refused, "a refusal that rests on what is in flight")
	none(t, same, "a command that adds nothing to what is in flight")
	store.hold(false)
	if got := <-first; got.err != nil {
		t.Errorf("the first: %v", got.err)
	}
	if got := <-refused; got.err == nil {
		t.Errorf("a partnership that ends before it begins: got %+v", got.receipt)
	} else if _, is := ledger.IsRefusal(got.err); !is {
		t.Errorf("got %v, want a refusal", got.err)
	}
	if got := <-same; got.err != nil || len(got.receipt.Events) != 0 {
		t.Errorf("got %+v, %v, want nothing recorded", got.receipt, got.err)
	}
	storetest.Check(t, store.Store)
}

// Where an append fails, what was decided on top of it is decided anew on what
// is so.
func TestWhatIsOnTopOfAFailureIsDecidedAnew(t *testing.T) {
	l, store := held(t)
	first := give(t, l, partnership(t, 1))
	store.waitFor(t, 1)
	second := give(t, l, partnership(t, 2))
	store.waitFor(t, 2)
	end := topology.EndPartnership{Partnership: id("partnership of 1"), On: domain.MustDate("2024-01-01"), Reason: "it ended"}
	onFirst := give(t, l, seal(t, "end", "hub-QE1", end))
	store.waitFor(t, 3)
	store.next(t, 3, errDisk)
	store.hold(false)
	var uncertain *ledger.UncertainError
	if got := <-first; !errors.As(got.err, &uncertain) {
		t.Errorf("the one that failed: got %+v, %v, want an UncertainError", got.receipt, got.err)
	}
	if got := <-second; got.err != nil || got.receipt.Revision != 1 {
		t.Errorf("the one after it: got %+v, %v, want revision 1", got.receipt, got.err)
	}
	got := <-onFirst
	if _, refused := ledger.IsRefusal(got.err); !refused {
		t.Errorf("the one that rests on it: got %+v, %v, want a refusal", got.receipt, got.err)
	}
	storetest.Check(t, store.Store)
}

// A retry of what is in flight gets its receipt, and what is decided on top of
// both is recorded.
func TestRetryOfWhatIsInFlight(t *testing.T) {
	l, store := held(t)
	first := give(t, l, partnership(t, 1))
	store.waitFor(t, 1)
	retry := give(t, l, partnership(t, 1))
	second := give(t, l, partnership(t, 2))
	time.Sleep(10 * time.Millisecond)
	store.hold(false)
	want := <-first
	if want.err != nil {
		t.Fatal(want.err)
	}
	if got := <-retry; got.err != nil || !got.receipt.Replayed || got.receipt.Seq != want.receipt.Seq {
		t.Errorf("the retry: got %+v, %v, want the receipt %+v", got.receipt, got.err, want.receipt)
	}
	if got := <-second; got.err != nil || got.receipt.Revision != 2 {
		t.Errorf("the one after it: got %+v, %v", got.receipt, got.err)
	}
	if n := len(read(t, store, "hub-QE1")); n != 3 {
		t.Errorf("the stream has %d events, want 3", n)
	}
	storetest.Check(t, store.Store)
}

// What was acknowledged stays when something on top of it fails.
func TestAFailureOnTopLeavesWhatIsAcknowledged(t *testing.T) {
	l, store := held(t)
	first := give(t, l, partnership(t, 1))
	store.waitFor(t, 1)
	second := give(t, l, partnership(t, 2))
	store.next(t, 2, nil)
	if got := <-first; got.err != nil {
		t.Fatal(got.err)
	}
	store.next(t, 1, &eventstore.ConflictError{Stream: "hub-QE1", Expected: 1, Actual: 1})
	store.next(t, 1, nil)
	if got := <-second; got.err != nil || got.receipt.Revision != 2 {
		t.Errorf("got %+v, %v, want revision 2", got.receipt, got.err)
	}
	store.hold(false)
	end := topology.EndPartnership{Partnership: id("partnership of 1"), On: domain.MustDate("2024-01-01"), Reason: "it ended"}
	if r, err := l.Do(t.Context(), seal(t, "end", "hub-QE1", end)); err != nil || r.Revision != 3 {
		t.Errorf("got %+v, %v, want revision 3", r, err)
	}
	storetest.Check(t, store.Store)
}
