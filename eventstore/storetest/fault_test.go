package storetest_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"testing"
	"time"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
)

var (
	errDisk = errors.New("the disk is full")
	hub     = eventstore.StreamID("hub-QE1")
)

func memory() *storetest.Memory { return storetest.NewMemory(storetest.ID("ledger")) }

// A decorator without a script is the store it decorates.
func TestFaultyWithoutScript(t *testing.T) {
	storetest.Run(t, func(testing.TB) storetest.Harness {
		m := memory()
		return storetest.Harness{
			Store: storetest.NewFaulty(m, storetest.Script{}),
			Reopen: func() eventstore.Store {
				m = m.Reopen()
				return storetest.NewFaulty(m, storetest.Script{})
			},
		}
	})
}

// record records a command exactly once: it reads back after each error that
// is in doubt, and sends the same again if nothing was recorded.
func record(ctx context.Context, s eventstore.Store, expected eventstore.Revision, events []eventstore.NewEvent) (eventstore.Revision, error) {
	command := events[0].Stated().Command
	for range 10 {
		_, err := s.Append(ctx, hub, expected, events)
		if err == nil {
			return expected + eventstore.Revision(len(events)), nil
		}
		if conflict, ok := errors.AsType[*eventstore.ConflictError](err); ok {
			expected = conflict.Actual
			continue
		}
		found, err := s.Find(ctx, hub, command)
		if err != nil {
			return expected, err
		}
		if len(found) > 0 {
			return found[len(found)-1].Revision, nil
		}
	}
	return expected, errors.New("nothing was recorded in 10 attempts")
}

// For each append of a writer, the first, the second, until none is left, and
// whether or not it was persisted before the error: the error does not say
// which, reading back does, and the log comes out the same.
func TestAppendFaults(t *testing.T) {
	ctx := t.Context()
	const commands, each = 5, 3
	for _, persisted := range []bool{false, true} {
		for k, done := 1, false; !done; k++ {
			t.Run(fmt.Sprintf("append %d persisted %t", k, persisted), func(t *testing.T) {
				m := memory()
				failed := 0
				f := storetest.NewFaulty(m, storetest.Script{
					Append: storetest.At(k, storetest.AppendFault{
						Err: errDisk, Persisted: persisted,
						After: func() {
							failed++
							found, err := m.Find(ctx, hub, storetest.ID(fmt.Sprint("command ", k-1)))
							if want := map[bool]int{true: each}[persisted]; len(found) != want || err != nil {
								t.Errorf("when the error is answered: got %d events recorded and error %v, want %d", len(found), err, want)
							}
						},
					}),
				})
				at := eventstore.NoStream
				for i := range commands {
					var err error
					at, err = record(ctx, f, at, storetest.Events(storetest.ID(fmt.Sprint("command ", i)), "Happened", each))
					if want := eventstore.Revision(each*(i+1)) - 1; at != want || err != nil {
						t.Fatalf("command %d: got revision %d and error %v, want %d", i, at, err, want)
					}
				}
				log := storetest.Check(t, f)
				if len(log) != commands*each {
					t.Errorf("got %d events, want %d", len(log), commands*each)
				}
				// One append more than commands where one had to be repeated.
				if done = f.Appends() < k; done {
					return
				}
				if want := commands + map[bool]int{false: 1}[persisted]; f.Appends() != want || failed != 1 {
					t.Errorf("got %d appends of which %d failed, want %d and 1", f.Appends(), failed, want)
				}
			})
		}
	}
}

// An answer that is lost hides a refusal too, and a retry is told of it.
func TestLostRefusal(t *testing.T) {
	m := memory()
	storetest.Fill(t, m, 3, hub)
	f := storetest.NewFaulty(m, storetest.Script{
		Append: storetest.At(1, storetest.AppendFault{Err: io.ErrUnexpectedEOF, Persisted: true}),
	})
	events := storetest.Events(storetest.ID("late"), "Happened", 1)
	if _, err := f.Append(t.Context(), hub, 0, events); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("got error %v, want %v", err, io.ErrUnexpectedEOF)
	}
	_, err := f.Append(t.Context(), hub, 0, events)
	conflict, ok := errors.AsType[*eventstore.ConflictError](err)
	if want := (eventstore.ConflictError{Stream: hub, Expected: 0, Actual: 2}); !ok || *conflict != want {
		t.Errorf("got error %v, want %v", err, &want)
	}
}

// A race made on purpose: another writer comes between the decision and its
// append, which is told of it.
func TestBefore(t *testing.T) {
	m := memory()
	storetest.Fill(t, m, 1, hub)
	f := storetest.NewFaulty(m, storetest.Script{
		Append: storetest.At(1, storetest.AppendFault{Before: func() { storetest.Fill(t, m, 1, hub) }}),
	})
	events := storetest.Events(storetest.ID("decided at 0"), "Happened", 1)
	_, err := f.Append(t.Context(), hub, 0, events)
	conflict, ok := errors.AsType[*eventstore.ConflictError](err)
	if want := (eventstore.ConflictError{Stream: hub, Expected: 0, Actual: 1}); !ok || *conflict != want {
		t.Fatalf("got error %v, want %v", err, &want)
	}
	if seq, err := f.Append(t.Context(), hub, conflict.Actual, events); seq != 3 || err != nil {
		t.Errorf("got seq %d and error %v, want 3", seq, err)
	}
	storetest.Check(t, f)
}

// A context that is cut is the store's: what it answers is what comes back.
func TestTimeout(t *testing.T) {
	f := storetest.NewFaulty(memory(), storetest.Script{
		Append: storetest.From(2, storetest.AppendFault{Timeout: time.Nanosecond}),
	})
	events := func(name string) []eventstore.NewEvent {
		return storetest.Events(storetest.ID(name), "Happened", 2)
	}
	if seq, err := f.Append(t.Context(), hub, eventstore.NoStream, events("first")); seq != 1 || err != nil {
		t.Errorf("got seq %d and error %v, want 1", seq, err)
	}
	for range 2 {
		if _, err := f.Append(t.Context(), hub, 1, events("second")); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got error %v, want %v", err, context.DeadlineExceeded)
		}
	}
	storetest.Check(t, f)
}

// Wherever a read fails, what came before is right and the error is the last
// thing that comes.
func TestReadFaults(t *testing.T) {
	const length = 5
	m := memory()
	storetest.Fill(t, m, length, hub)
	for yield := range length + 2 {
		f := storetest.NewFaulty(m, storetest.Script{Read: storetest.From(1, storetest.ReadFault{Err: errDisk, Yield: yield})})
		for what, read := range map[string]func(func(eventstore.Event, error) bool){
			"ReadAll":    f.ReadAll(t.Context(), 0, eventstore.Whole),
			"ReadStream": f.ReadStream(t.Context(), hub, eventstore.NoStream, eventstore.Whole),
			"Subscribe":  eventstore.Subscribe(t.Context(), f, 0, eventstore.Whole),
		} {
			var seqs []eventstore.Seq
			var errs []error
			for e, err := range read {
				if err != nil {
					errs = append(errs, err)
				} else {
					seqs = append(seqs, e.Seq)
				}
			}
			if want := []eventstore.Seq{1, 2, 3, 4, 5}[:min(yield, length)]; !slices.Equal(seqs, want) {
				t.Errorf("%s that fails after %d: got seqs %v, want %v", what, yield, seqs, want)
			}
			if len(errs) != 1 || !errors.Is(errs[0], errDisk) {
				t.Errorf("%s that fails after %d: got errors %v, want %v once", what, yield, errs, errDisk)
			}
		}
		if _, _, err := f.Last(t.Context(), hub); !errors.Is(err, errDisk) {
			t.Errorf("Last: got error %v, want %v", err, errDisk)
		}
		if _, err := f.Find(t.Context(), hub, storetest.ID("any")); !errors.Is(err, errDisk) {
			t.Errorf("Find: got error %v, want %v", err, errDisk)
		}
		if got := f.Reads(); got != 5 {
			t.Errorf("got %d reads, want 5", got)
		}
	}
}

// An error of the store's own ends a read before the script's does.
func TestReadFailsByItself(t *testing.T) {
	m := memory()
	storetest.Fill(t, m, 2, hub)
	f := storetest.NewFaulty(m, storetest.Script{Read: storetest.From(1, storetest.ReadFault{Err: errDisk, Yield: 1})})
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	var errs []error
	for _, err := range f.ReadAll(t.Context(), 0, eventstore.Whole) {
		errs = append(errs, err)
	}
	if len(errs) != 1 || !errors.Is(errs[0], eventstore.ErrClosed) {
		t.Errorf("got errors %v, want %v once", errs, eventstore.ErrClosed)
	}
}

// Hooks run when a read begins and between its events, and a consumer that
// leaves is not called again.
func TestReadHooks(t *testing.T) {
	m := memory()
	storetest.Fill(t, m, 3, hub)
	var steps []string
	f := storetest.NewFaulty(m, storetest.Script{Read: storetest.At(2, storetest.ReadFault{
		Before:  func() { steps = append(steps, "before") },
		Between: func(n int) { steps = append(steps, fmt.Sprint("between ", n)) },
		Err:     errDisk, Yield: 3,
	})})
	for range 2 {
		for e, err := range f.ReadAll(t.Context(), 0, eventstore.Whole) {
			steps = append(steps, fmt.Sprint(e.Seq, err))
			if e.Seq == 2 {
				break
			}
		}
	}
	want := []string{"1 <nil>", "2 <nil>", "before", "1 <nil>", "between 1", "2 <nil>"}
	if !slices.Equal(steps, want) {
		t.Errorf("got %q, want %q", steps, want)
	}
}

// A wait fails where the script says so, and a subscription ends with that.
func TestWaitFaults(t *testing.T) {
	m := memory()
	storetest.Fill(t, m, 2, hub)
	f := storetest.NewFaulty(m, storetest.Script{Wait: func(k int) storetest.WaitFault {
		if k == 1 {
			return storetest.WaitFault{Before: func() { storetest.Fill(t, m, 1, hub) }}
		}
		return storetest.WaitFault{Err: errDisk}
	}})
	var seqs []eventstore.Seq
	var last error
	for e, err := range eventstore.Subscribe(t.Context(), f, 0, eventstore.WithoutMetadata) {
		if last = err; err == nil {
			seqs = append(seqs, e.Seq)
		}
	}
	if want := []eventstore.Seq{1, 2, 3}; !slices.Equal(seqs, want) || !errors.Is(last, errDisk) {
		t.Errorf("got seqs %v and error %v, want %v and %v", seqs, last, want, errDisk)
	}
}
