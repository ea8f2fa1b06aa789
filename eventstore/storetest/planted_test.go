package storetest

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// planted is a fault that somebody might build into a store, and the case of
// the suite that must find it out.
type planted struct {
	fault string
	found string
	// plant makes the store in memory misbehave.
	plant func(*altered)
	// hangs says that the fault shows by a call that does not return.
	hangs bool
}

// altered is a store in memory some of whose methods have been replaced.
type altered struct {
	*Memory
	append func(appendCall) (eventstore.Seq, error)
	// enqueue is Append too where it is nil.
	enqueue func(appendCall) eventstore.Pending
	read    func(readCall) events
	last    func(context.Context, eventstore.StreamID) (eventstore.Event, bool, error)
	find    func(context.Context, eventstore.StreamID, uuid.UUID) ([]eventstore.Event, error)
	head    func() eventstore.Seq
	wait    func(context.Context, eventstore.Seq) (eventstore.Seq, error)
	close   func() error

	// over is closed when the test is over: what hangs ends then.
	over <-chan struct{}
}

type events = iter.Seq2[eventstore.Event, error]

// appendCall is what Append was asked.
type appendCall struct {
	ctx      context.Context
	stream   eventstore.StreamID
	expected eventstore.Revision
	events   []eventstore.NewEvent
}

// readCall is what ReadStream was asked, or ReadAll where stream is empty.
type readCall struct {
	ctx    context.Context
	stream eventstore.StreamID
	after  int64
	parts  eventstore.Parts
}

func alter(m *Memory, over <-chan struct{}, plant func(*altered)) *altered {
	a := &altered{
		Memory: m, last: m.Last, find: m.Find, head: m.Head, wait: m.Wait, close: m.Close, over: over,
		append: func(c appendCall) (eventstore.Seq, error) { return m.Append(c.ctx, c.stream, c.expected, c.events) },
		read: func(c readCall) events {
			if c.stream == "" {
				return m.ReadAll(c.ctx, eventstore.Seq(c.after), c.parts)
			}
			return m.ReadStream(c.ctx, c.stream, eventstore.Revision(c.after), c.parts)
		},
	}
	plant(a)
	return a
}

func (a *altered) Append(ctx context.Context, stream eventstore.StreamID, expected eventstore.Revision, events []eventstore.NewEvent) (eventstore.Seq, error) {
	return a.append(appendCall{ctx, stream, expected, events})
}

// Enqueue implements eventstore.Enqueuer.
func (a *altered) Enqueue(ctx context.Context, stream eventstore.StreamID, expected eventstore.Revision, events []eventstore.NewEvent) eventstore.Pending {
	c := appendCall{ctx, stream, expected, events}
	if a.enqueue != nil {
		return a.enqueue(c)
	}
	return eventstore.Answered(a.append(c))
}

func (a *altered) ReadStream(ctx context.Context, stream eventstore.StreamID, after eventstore.Revision, parts eventstore.Parts) events {
	return a.read(readCall{ctx, stream, int64(after), parts})
}

func (a *altered) ReadAll(ctx context.Context, after eventstore.Seq, parts eventstore.Parts) events {
	return a.read(readCall{ctx, "", int64(after), parts})
}

func (a *altered) Last(ctx context.Context, stream eventstore.StreamID) (eventstore.Event, bool, error) {
	return a.last(ctx, stream)
}

func (a *altered) Find(ctx context.Context, stream eventstore.StreamID, command uuid.UUID) ([]eventstore.Event, error) {
	return a.find(ctx, stream, command)
}

func (a *altered) Head() eventstore.Seq { return a.head() }

func (a *altered) Wait(ctx context.Context, after eventstore.Seq) (eventstore.Seq, error) {
	return a.wait(ctx, after)
}

func (a *altered) Close() error { return a.close() }

// witness is a test that keeps its verdict to itself.
type witness struct {
	testing.TB
	mu       sync.Mutex
	failed   bool
	skipped  bool
	said     []string
	cleanups []func()
}

func (w *witness) say(text string, failed bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.failed = w.failed || failed
	w.said = append(w.said, text)
}

func (w *witness) Helper()                      {}
func (w *witness) Log(args ...any)              { w.say(fmt.Sprintln(args...), false) }
func (w *witness) Logf(f string, args ...any)   { w.say(fmt.Sprintf(f, args...), false) }
func (w *witness) Error(args ...any)            { w.say(fmt.Sprintln(args...), true) }
func (w *witness) Errorf(f string, args ...any) { w.say(fmt.Sprintf(f, args...), true) }
func (w *witness) Fatal(args ...any)            { w.Error(args...); runtime.Goexit() }
func (w *witness) Fatalf(f string, args ...any) { w.Errorf(f, args...); runtime.Goexit() }
func (w *witness) Fail()                        { w.say("Fail", true) }
func (w *witness) FailNow()                     { w.Fail(); runtime.Goexit() }
func (w *witness) Skip(args ...any)             { w.Log(args...); w.SkipNow() }
func (w *witness) Skipf(f string, args ...any)  { w.Logf(f, args...); w.SkipNow() }
func (w *witness) SkipNow()                     { w.skipped = true; runtime.Goexit() }
func (w *witness) Skipped() bool                { return w.skipped }

func (w *witness) Failed() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.failed
}

func (w *witness) Cleanup(f func()) { w.cleanups = append(w.cleanups, f) }

// try runs f as a test runs, and its cleanups.
func (w *witness) try(f func()) {
	finish := func(f func()) {
		done := make(chan struct{})
		go func() {
			defer close(done)
			f()
		}()
		<-done
	}
	finish(f)
	for _, f := range slices.Backward(w.cleanups) {
		finish(f)
	}
}

// judge runs one case on stores with a fault planted in them, or with none.
func judge(t *testing.T, c testCase, p planted) *witness {
	over := make(chan struct{})
	defer close(over)
	w := &witness{TB: t}
	w.try(func() {
		c.run(w, func(testing.TB) Harness {
			m := NewMemory(ID("ledger"))
			h := Harness{
				Store: alter(m, over, p.plant),
				Reopen: func() eventstore.Store {
					m = m.Reopen()
					return alter(m, over, p.plant)
				},
			}
			if p.hangs {
				h.Patience = 300 * time.Millisecond
			}
			return h
		})
	})
	return w
}

// A store without a fault is found guilty by no case.
func TestNothingPlanted(t *testing.T) {
	for _, c := range cases() {
		w := judge(t, c, planted{plant: func(*altered) {}})
		if w.Failed() || w.Skipped() {
			t.Errorf("%s: a store without a fault was found guilty:\n%s", c.name, strings.Join(w.said, "\n"))
		}
	}
}

// Where a store can't be opened again, that alone is not tested.
func TestWithoutReopen(t *testing.T) {
	for _, c := range cases() {
		w := &witness{TB: t}
		w.try(func() {
			c.run(w, func(testing.TB) Harness { return Harness{Store: NewMemory(ID("ledger"))} })
		})
		if w.Failed() || w.Skipped() != (c.name == "commands are known after opening again") {
			t.Errorf("%s: got failed %t, skipped %t:\n%s", c.name, w.Failed(), w.Skipped(), strings.Join(w.said, "\n"))
		}
	}
}

// Each planted fault is found out by the case that looks for it.
func TestPlanted(t *testing.T) {
	byName := make(map[string]testCase)
	for _, c := range cases() {
		if _, twice := byName[c.name]; twice {
			t.Errorf("two cases are named %q", c.name)
		}
		byName[c.name] = c
	}
	for _, p := range slices.Concat(plantedInAppends, plantedInBytes, plantedInReads, plantedInTime) {
		t.Run(p.fault, func(t *testing.T) {
			c, ok := byName[p.found]
			if !ok {
				t.Fatalf("the suite has no case %q", p.found)
			}
			w := judge(t, c, p)
			if !w.Failed() {
				t.Fatalf("%q has not found it; it said:\n%s", p.found, strings.Join(w.said, "\n"))
			}
			if testing.Verbose() {
				t.Logf("found: %.300s", w.said[0])
			}
		})
	}
}
