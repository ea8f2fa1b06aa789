package storetest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/hubledger/hubledger/eventstore"
)

var closeCases = []testCase{
	{"a closed store answers that it is closed", closed},
	{"close while others append", closeWhileAppending},
	{"close at once from many sides", closeByMany},
	{"close wakes who waits", closeWakes},
	{"close while others read", closeWhileReading},
}

// After Close each call fails with ErrClosed, also where it would have nothing
// to do, and another Close does nothing.
func closed(s *subject) {
	s.grow(stream(1), 2)
	ledger := s.LedgerID()
	s.close()
	for range 2 {
		if err := s.Close(); err != nil {
			s.Errorf("Close of a closed store: %v", err)
		}
	}
	_, appended := s.Append(s.ctx, stream(1), 1, []eventstore.NewEvent{s.newEvent()})
	_, conflicted := s.Append(s.ctx, stream(1), 0, []eventstore.NewEvent{s.newEvent()})
	_, all := collect(s.ReadAll(s.ctx, 0, eventstore.Whole))
	_, none := collect(s.ReadAll(s.ctx, 2, eventstore.Whole))
	_, one := collect(s.ReadStream(s.ctx, stream(1), eventstore.NoStream, eventstore.Whole))
	_, unknown := collect(s.ReadStream(s.ctx, stream(2), eventstore.NoStream, eventstore.Whole))
	_, _, last := s.Last(s.ctx, stream(1))
	_, find := s.Find(s.ctx, stream(1), ID("command 1"))
	_, longer := s.Wait(s.ctx, 0)
	_, wait := s.Wait(s.ctx, 2)
	for what, err := range map[string]error{
		"Append": appended, "Append in conflict": conflicted, "ReadAll": all, "ReadAll of nothing": none,
		"ReadStream": one, "ReadStream of nothing": unknown, "Last": last, "Find": find,
		"Wait where the log is longer": longer, "Wait": wait,
	} {
		if !errors.Is(err, eventstore.ErrClosed) {
			s.Errorf("%s of a closed store: got error %v, want %v", what, err, eventstore.ErrClosed)
		}
	}
	if got := s.LedgerID(); got != ledger {
		s.Errorf("LedgerID of a closed store: got %s, want %s", got, ledger)
	}
	s.Head() // answers something
}

// Close lets appends under way finish: each is recorded and acknowledged, or
// told that the store is closed.
func closeWhileAppending(s *subject) {
	s.free = true
	const writers = 8
	attempts := make([][]attempt, writers)
	store := s.Store
	under := make(chan struct{}, writers)
	s.together(writers+1, func(ctx context.Context, i int) error {
		if i == writers { // Close comes when each writer has appended
			for range writers {
				select {
				case <-under:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
			s.closed = true
			return store.Close()
		}
		at := eventstore.NoStream
		for n := 0; ; n++ {
			name := stream(0)
			if i > 3 {
				name = stream(i)
			}
			a := persist(ctx, store, name, at, Events(ID(fmt.Sprint("closing ", i, " ", n)), "Happened", 3))
			attempts[i] = append(attempts[i], a)
			switch {
			case errors.Is(a.err, eventstore.ErrClosed):
				return nil
			case a.err != nil:
				return fmt.Errorf("Append while the store closes: %w, want it recorded or %w", a.err, eventstore.ErrClosed)
			}
			if at = a.last(); n == 0 {
				under <- struct{}{}
			}
			if err := pause(ctx); err != nil { // a fast store would hold too much to check
				return err
			}
		}
	})
	if s.reopen() {
		s.account(attempts...)
	}
}

// Many may close a store at once; each returns when it is closed.
func closeByMany(s *subject) {
	s.grow(stream(1), 3)
	store := s.Store
	s.closed = true
	s.together(8, func(ctx context.Context, _ int) error {
		if err := store.Close(); err != nil {
			return fmt.Errorf("Close: %w", err)
		}
		if _, err := store.Append(ctx, stream(1), 2, Events(ID("after close"), "Happened", 1)); !errors.Is(err, eventstore.ErrClosed) {
			return fmt.Errorf("Append after Close has returned: got error %v, want %w", err, eventstore.ErrClosed)
		}
		return nil
	})
}

// Who waits or follows is told that the store is closed, and does not wait for
// ever.
func closeWakes(s *subject) {
	s.grow(stream(1), 1)
	store := s.Store
	waiting := make(chan error, 2)
	go func() {
		_, err := store.Wait(s.ctx, 1)
		waiting <- err
	}()
	followed := make(chan struct{})
	go func() {
		_, err := collect(func(yield func(eventstore.Event, error) bool) {
			for e, err := range eventstore.Subscribe(s.ctx, store, 0, eventstore.Whole) {
				if e.Seq == 1 {
					close(followed)
				}
				if !yield(e, err) {
					return
				}
			}
		})
		waiting <- err
	}()
	<-followed
	time.Sleep(5 * time.Millisecond) // both are likely to wait by now, and need not
	s.close()
	for range 2 {
		if err := <-waiting; !errors.Is(err, eventstore.ErrClosed) {
			s.Errorf("whoever waits while the store is closed: got error %v, want %v", err, eventstore.ErrClosed)
		}
	}
}

// A read that is under way when the store is closed, even by its own consumer,
// brings the rest or ends with ErrClosed; it is not silently short.
func closeWhileReading(s *subject) {
	s.grow(stream(1), 30)
	s.closedShort(s.ReadAll(s.ctx, 0, eventstore.Whole))
	if s.reopen() {
		s.closedShort(s.ReadStream(s.ctx, stream(1), eventstore.NoStream, eventstore.Whole))
	}
}

// closedShort reads, closes the store after the third event, and wants the
// rest or ErrClosed.
func (s *subject) closedShort(read iter.Seq2[eventstore.Event, error]) {
	s.Helper()
	n := 0
	for e, err := range read {
		if errors.Is(err, eventstore.ErrClosed) {
			return
		}
		if err != nil {
			s.Fatalf("a read while the store is closed: got error %v, want none or %v", err, eventstore.ErrClosed)
		}
		if d := difference(e, s.want[n], eventstore.Whole); d != "" {
			s.Fatalf("a read while the store is closed: %s", d)
		}
		if n++; n == 3 {
			s.close()
		}
	}
	if n != len(s.want) {
		s.Fatalf("a read while the store was closed ended without an error after %d of %d events", n, len(s.want))
	}
}
