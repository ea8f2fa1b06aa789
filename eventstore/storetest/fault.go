package storetest

import (
	"context"
	"iter"
	"math"
	"sync/atomic"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// Script says which calls of a Faulty store go wrong, and how. Each function
// is asked once for every call, with the call's ordinal among those of its
// kind, from 1; it may be asked by many goroutines at once. A nil function
// lets all calls pass, and so does a zero fault.
type Script struct {
	Append func(k int) AppendFault
	// Read is asked when an iteration of ReadStream or ReadAll begins, and for
	// each Last and Find.
	Read func(k int) ReadFault
	Wait func(k int) WaitFault
}

// At is the fault at the k-th call, and none at others.
func At[F any](k int, fault F) func(int) F { return between(k, k, fault) }

// From is the fault at the k-th call and at all after it.
func From[F any](k int, fault F) func(int) F { return between(k, math.MaxInt, fault) }

func between[F any](first, last int, fault F) func(int) F {
	return func(k int) F {
		if k < first || k > last {
			var none F
			return none
		}
		return fault
	}
}

// AppendFault is what goes wrong with an append, in the order of its fields.
type AppendFault struct {
	// Before is called before the store sees the append: it may do what makes
	// a race, or take its time.
	Before func()
	// Timeout, if above 0, is how long the store is given until its context
	// ends.
	Timeout time.Duration
	// Err is answered in place of the store's answer, whatever that was. The
	// store never sees the append unless Persisted is set.
	Err       error
	Persisted bool
	// After is called when the store is done, before the answer is given.
	After func()
}

// ReadFault is what goes wrong with a read.
type ReadFault struct {
	// Before is called before the first event is read.
	Before func()
	// Between is called after the consumer has taken the n-th event, from 1.
	Between func(n int)
	// Err ends an iteration after Yield events, or where it would have ended
	// by itself if that is earlier. Last and Find answer it at once.
	Err   error
	Yield int
}

// WaitFault is what goes wrong with a wait.
type WaitFault struct {
	Before func()
	Err    error // answered at once
}

// Faulty is a store that goes wrong as its script says; in all else it is the
// store it decorates. What it answers is still what the contract allows, as
// long as the script's errors are: any error that is not a refusal means that
// an append is maybe recorded.
type Faulty struct {
	eventstore.Store
	script                Script
	appends, reads, waits atomic.Int64
}

var _ eventstore.Store = (*Faulty)(nil)

// NewFaulty decorates a store. Close closes it.
func NewFaulty(s eventstore.Store, script Script) *Faulty {
	return &Faulty{Store: s, script: script}
}

// Appends is how many appends have begun. A test that fails at the first, the
// second, the third ends when the script's ordinal is beyond it.
func (f *Faulty) Appends() int { return int(f.appends.Load()) }

// Reads is how many reads have begun.
func (f *Faulty) Reads() int { return int(f.reads.Load()) }

// fault counts the call and asks the script about it.
func fault[F any](calls *atomic.Int64, script func(int) F) F {
	k := int(calls.Add(1))
	if script == nil {
		var none F
		return none
	}
	return script(k)
}

// call calls a hook, if there is one.
func call(hook func()) {
	if hook != nil {
		hook()
	}
}

// Append implements eventstore.Store.
func (f *Faulty) Append(ctx context.Context, stream eventstore.StreamID, expected eventstore.Revision, events []eventstore.NewEvent) (eventstore.Seq, error) {
	a := fault(&f.appends, f.script.Append)
	call(a.Before)
	if a.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, a.Timeout)
		defer cancel()
	}
	var first eventstore.Seq
	var err error
	if a.Err == nil || a.Persisted {
		first, err = f.Store.Append(ctx, stream, expected, events)
	}
	call(a.After)
	if a.Err != nil {
		return 0, a.Err
	}
	return first, err
}

// ReadStream implements eventstore.Store.
func (f *Faulty) ReadStream(ctx context.Context, stream eventstore.StreamID, after eventstore.Revision, parts eventstore.Parts) iter.Seq2[eventstore.Event, error] {
	return f.read(f.Store.ReadStream(ctx, stream, after, parts))
}

// ReadAll implements eventstore.Store.
func (f *Faulty) ReadAll(ctx context.Context, after eventstore.Seq, parts eventstore.Parts) iter.Seq2[eventstore.Event, error] {
	return f.read(f.Store.ReadAll(ctx, after, parts))
}

func (f *Faulty) read(events iter.Seq2[eventstore.Event, error]) iter.Seq2[eventstore.Event, error] {
	return func(yield func(eventstore.Event, error) bool) {
		r := fault(&f.reads, f.script.Read)
		call(r.Before)
		n := 0
		for e, err := range events {
			if err == nil && r.Err != nil && n == r.Yield {
				break
			}
			if !yield(e, err) || err != nil {
				return
			}
			if n++; r.Between != nil {
				r.Between(n)
			}
		}
		if r.Err != nil {
			yield(eventstore.Event{}, r.Err)
		}
	}
}

// Last implements eventstore.Store.
func (f *Faulty) Last(ctx context.Context, stream eventstore.StreamID) (eventstore.Event, bool, error) {
	r := fault(&f.reads, f.script.Read)
	if call(r.Before); r.Err != nil {
		return eventstore.Event{}, false, r.Err
	}
	return f.Store.Last(ctx, stream)
}

// Find implements eventstore.Store.
func (f *Faulty) Find(ctx context.Context, stream eventstore.StreamID, command uuid.UUID) ([]eventstore.Event, error) {
	r := fault(&f.reads, f.script.Read)
	if call(r.Before); r.Err != nil {
		return nil, r.Err
	}
	return f.Store.Find(ctx, stream, command)
}

// Wait implements eventstore.Store.
func (f *Faulty) Wait(ctx context.Context, after eventstore.Seq) (eventstore.Seq, error) {
	w := fault(&f.waits, f.script.Wait)
	if call(w.Before); w.Err != nil {
		return 0, w.Err
	}
	return f.Store.Wait(ctx, after)
}
