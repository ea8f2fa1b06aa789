package ledger_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
	"github.com/hubledger/hubledger/ledger"
)

var errDisk = errors.New("input/output error")

// An append that fails is never guessed: where the event is in the log the
// giver gets its receipt, where it is not the giver is told that it may be; a
// retry tells, and nothing stands twice.
func TestAppendThatFails(t *testing.T) {
	for _, persisted := range []bool{true, false} {
		name := "did not persist"
		if persisted {
			name = "persisted"
		}
		t.Run(name, func(t *testing.T) {
			memory, c := storetest.NewMemory(ledgerID), newClock()
			openOn(t, memory, c)
			faulty := storetest.NewFaulty(memory, storetest.Script{
				Append: storetest.At(2, storetest.AppendFault{Err: errDisk, Persisted: persisted}),
			})
			l, err := ledger.Open(t.Context(), faulty, options(c))
			if err != nil {
				t.Fatal(err)
			}
			do(t, l, registerRegion(t))
			r, err := l.Do(t.Context(), registerICB(t))
			var uncertain *ledger.UncertainError
			switch {
			case persisted && (err != nil || len(r.Events) != 1):
				t.Errorf("it is in the log: got %+v, %v, want its receipt", r, err)
			case !persisted && !errors.As(err, &uncertain):
				t.Errorf("got %v, want an UncertainError", err)
			}
			if again := do(t, l, registerICB(t)); again.Replayed != persisted || again.Revision != 1 {
				t.Errorf("the retry: got %+v", again)
			}
			if memory.Head() != 4 {
				t.Errorf("the log has %d events, want 4", memory.Head())
			}
			do(t, l, registerHub(t, "hub", "Training Hub"))
			storetest.Check(t, memory)
		})
	}
}

// A store that can't be read leaves the giver without an answer, and nothing
// recorded; when it can be read again the command is decided.
func TestReadThatFails(t *testing.T) {
	memory, c := storetest.NewMemory(ledgerID), newClock()
	geography(t, openOn(t, memory, c))
	var broken atomic.Bool
	l, err := ledger.Open(t.Context(), storetest.NewFaulty(memory, storetest.Script{Read: func(int) storetest.ReadFault {
		if broken.Load() {
			return storetest.ReadFault{Err: errDisk, Yield: 1}
		}
		return storetest.ReadFault{}
	}}), options(c))
	if err != nil {
		t.Fatal(err)
	}
	broken.Store(true)
	if _, err := l.Do(t.Context(), registerHub(t, "hub", "Training Hub")); !errors.Is(err, errDisk) {
		t.Errorf("got %v, want %v", err, errDisk)
	}
	if memory.Head() != 4 {
		t.Errorf("the log has %d events, want 4", memory.Head())
	}
	broken.Store(false)
	do(t, l, registerHub(t, "hub", "Training Hub"))
	storetest.Check(t, memory)
}

// If a refusal can't be recorded, the command fails: a refusal that leaves no
// evidence is not told.
func TestRefusalThatCannotBeRecorded(t *testing.T) {
	memory, c := storetest.NewMemory(ledgerID), newClock()
	openOn(t, memory, c)
	l, err := ledger.Open(t.Context(), storetest.NewFaulty(memory, storetest.Script{
		Append: storetest.At(1, storetest.AppendFault{Err: errDisk}),
	}), options(c))
	if err != nil {
		t.Fatal(err)
	}
	_, err = l.Do(t.Context(), registerHub(t, "hub", "Training Hub"))
	if _, refused := ledger.IsRefusal(err); refused || !errors.Is(err, errDisk) {
		t.Errorf("got %v, want the failure to record", err)
	}
	if _, err := l.Do(t.Context(), registerHub(t, "hub", "Training Hub")); err == nil {
		t.Error("the command was permitted")
	} else if _, refused := ledger.IsRefusal(err); !refused {
		t.Errorf("the retry: got %v, want the refusal", err)
	}
}

// Somebody else appends between deciding and appending: the command is decided
// anew on what is true then, and refused if it must be.
func TestRaceWithAnotherWriter(t *testing.T) {
	memory, c := storetest.NewMemory(ledgerID), newClock()
	other := openOn(t, memory, c)
	geography(t, other)
	var once atomic.Bool
	l, err := ledger.Open(t.Context(), storetest.NewFaulty(memory, storetest.Script{Append: func(int) storetest.AppendFault {
		if !once.CompareAndSwap(false, true) {
			return storetest.AppendFault{}
		}
		return storetest.AppendFault{Before: func() { do(t, other, registerHub(t, "theirs", "Their Hub")) }}
	}}), options(c))
	if err != nil {
		t.Fatal(err)
	}
	_, err = l.Do(t.Context(), registerHub(t, "ours", "Our Hub"))
	if r, refused := ledger.IsRefusal(err); !refused || r.Rule != "I-HUB-1" {
		t.Errorf("got %v, want a refusal by I-HUB-1", err)
	}
	if n := len(read(t, memory, "hub-QE1")); n != 1 {
		t.Errorf("%d hubs are registered", n)
	}
	storetest.Check(t, memory)
}

// A stream that moves on each time is given up after a number of tries.
func TestStreamThatKeepsMovingOn(t *testing.T) {
	memory, c := storetest.NewMemory(ledgerID), newClock()
	openOn(t, memory, c)
	l, err := ledger.Open(t.Context(), storetest.NewFaulty(memory, storetest.Script{
		Append: storetest.From(1, storetest.AppendFault{Err: &eventstore.ConflictError{Stream: "organisations", Expected: -1, Actual: 0}}),
	}), options(c))
	if err != nil {
		t.Fatal(err)
	}
	var busy *ledger.BusyError
	if _, err := l.Do(t.Context(), registerRegion(t)); !errors.As(err, &busy) {
		t.Errorf("got %v, want a BusyError", err)
	}
}

// A giver who has gone gets nothing decided, as long as it was not begun.
func TestGiverWhoHasGone(t *testing.T) {
	l, store, _ := open(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.Do(ctx, registerRegion(t)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
	do(t, l, registerICB(t))
	for _, e := range read(t, store, "organisations") {
		if envelope(t, e).Command.ID == registerRegion(t).Command.ID {
			t.Error("the command of a giver who had gone was recorded")
		}
	}
}

// A command larger than one append is refused whole, and its neighbours are
// not harmed.
func TestCommandThatIsTooLarge(t *testing.T) {
	l, store, _ := open(t)
	successors := make([]string, 60_000)
	for i := range successors {
		successors[i] = "SUCCESSOR-0123456789"
	}
	geography(t, l)
	large := seal(t, "large", "organisations", organisation.CloseOrganisation{Org: "QE1", On: domain.MustDate("2025-01-01"), Successors: successors})
	_, err := l.Do(t.Context(), large)
	var tooLarge *eventstore.TooLargeError
	if _, refused := ledger.IsRefusal(err); !refused && !errors.As(err, &tooLarge) {
		t.Errorf("got %v, want a TooLargeError", err)
	}
	if store.Head() > 5 {
		t.Errorf("the log has %d events", store.Head())
	}
}
