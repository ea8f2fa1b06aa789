package projections

import (
	"context"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// put appends records to a store, those of one stream that follow one another
// in one append.
func put(t failer, store eventstore.Store, log []Record) {
	for i := 0; i < len(log); {
		first := log[i]
		var events []eventstore.NewEvent
		for ; i < len(log) && log[i].Stream == first.Stream; i++ {
			events = append(events, stored(t, log[i]))
		}
		if _, err := store.Append(context.Background(), first.Stream, first.Revision-1, events); err != nil {
			t.Fatalf("couldn't append: %v", err)
		}
	}
}

// running runs an engine until the test ends it.
func running(store eventstore.Store, opts Options) (e *Engine, stop func() error) {
	e = NewEngine(store, opts)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- e.Run(ctx) }()
	return e, func() error { cancel(); return <-done }
}

func wait(t failer, e *Engine, seq eventstore.Seq) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if _, err := e.Wait(ctx, seq); err != nil {
		t.Fatalf("couldn't wait for event %d: %v", seq, err)
	}
}

// However the log arrives, in one piece or many, before the engine starts or
// while it follows, with few workers or more, the models answer the same.
func TestTheSplitOfTheLogChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := anyLog(t, 60)
		store := storetest.NewMemory(id(0))
		defer store.Close()
		cut := rapid.IntRange(0, len(log)).Draw(t, "before the start")
		put(t, store, log[:cut])
		e, stop := running(store, Options{Workers: rapid.IntRange(1, 3).Draw(t, "workers")})
		defer stop()
		for cut < len(log) {
			next := cut + rapid.IntRange(1, len(log)-cut).Draw(t, "next piece")
			put(t, store, log[cut:next])
			cut = next
		}
		wait(t, e, eventstore.Seq(len(log)))
		n := eventstore.Seq(len(log))
		want := ask(fold(t, log), n)
		e.Read(func(m *Models) {
			if got := ask(m, n); !reflect.DeepEqual(got, want) {
				t.Fatalf("the engine answers otherwise than a fold:\n got %+v\nwant %+v", got, want)
			}
		})
	})
}

// long is a log of many chunks.
func long(n int) []Record {
	log := make([]Record, n)
	revisions := make(map[eventstore.StreamID]eventstore.Revision)
	for i := range log {
		icb := someICBs[i/100%2]
		stream := eventstore.StreamID("workforce-" + icb)
		e := domain.CensusRecordAppeared{
			Record: id(i), Census: 202109, PCN: fmt.Sprintf("U%05d", i/20), ICB: icb, FTE: domain.OneFTE,
			CensusRole: domain.CensusRole{StaffGroup: "Direct Patient Care", StaffRole: "Pharmacists", DetailedRole: "Clinical Pharmacist", Source: "NWRS Staff"},
			Row:        i + 2, Between: domain.CensusInterval{Until: 202109},
		}
		log[i] = Record{Seq: eventstore.Seq(i + 1), Stream: stream, Revision: revisions[stream], Type: e.EventType(), RecordedAt: begin.Add(time.Duration(i) * time.Millisecond), Event: e}
		revisions[stream]++
	}
	return log
}

// A log of many chunks is decoded by several workers and applied in order.
func TestManyWorkersApplyInOrder(t *testing.T) {
	log := long(20*chunk + 17)
	store := storetest.NewMemory(id(0))
	defer store.Close()
	put(t, store, log)
	e, stop := running(store, Options{Workers: 4})
	wait(t, e, eventstore.Seq(len(log)))
	e.Read(func(m *Models) {
		if got := m.Log.Find(Filter{}, 0, MaxSeq, len(log)+1); len(got) != len(log) || got[0] != 1 || got[len(log)-1] != eventstore.Seq(len(log)) {
			t.Errorf("got %d events, want %d", len(got), len(log))
		}
	})
	if err := stop(); !errors.Is(err, context.Canceled) {
		t.Errorf("after its context has ended: got %v, want %v", err, context.Canceled)
	}
}

// An engine stopped in the middle of a rebuild leaves no goroutine behind.
func TestARebuildCanBeStopped(t *testing.T) {
	store := storetest.NewMemory(id(0))
	defer store.Close()
	put(t, store, long(60*chunk))
	e, stop := running(store, Options{Workers: 4})
	wait(t, e, chunk)
	stop()
	if s := e.State(); s.Err == nil {
		t.Error("a stopped engine says nothing of it")
	}
}

// An event that can't be read stops the engine before it and is named; what is
// before it is still answered, and whoever waits for it is told.
func TestAnEventThatCantBeReadStopsTheEngine(t *testing.T) {
	for name, data := range map[string]string{
		"a type from the future": `{}`,
		"data that is broken":    `{"version":`,
	} {
		for _, before := range []int{3, 3 * chunk} {
			t.Run(fmt.Sprintf("%s after %d events", name, before), func(t *testing.T) {
				log := long(before)
				store := storetest.NewMemory(id(0))
				defer store.Close()
				put(t, store, log)
				typ := "RulesAdopted"
				if strings.HasPrefix(name, "a type") {
					typ = "HubDissolved"
				}
				poison, err := eventstore.Seal(id(1), typ, []byte(data), eventstore.Envelope{V: 1, RecordedAt: eventstore.InstantOf(begin)})
				if err != nil {
					t.Fatal(err)
				}
				if _, err := store.Append(context.Background(), "ledger", eventstore.NoStream, []eventstore.NewEvent{poison}); err != nil {
					t.Fatal(err)
				}
				e := NewEngine(store, Options{Workers: 2})
				err = e.Run(context.Background())
				var found *PoisonError
				if !errors.As(err, &found) || found.Seq != eventstore.Seq(before+1) || found.Type != typ || found.Stream != "ledger" {
					t.Fatalf("got %v, want a PoisonError of event %d", err, before+1)
				}
				state := e.State()
				if state.Position != eventstore.Seq(before) || state.Head != eventstore.Seq(before+1) || !errors.Is(state.Err, err) {
					t.Errorf("got %+v, want position %d of %d and the error", state, before, before+1)
				}
				if _, err := e.Wait(context.Background(), eventstore.Seq(before+1)); err == nil {
					t.Error("waiting for the event that can't be read: got no error")
				}
				e.Read(func(m *Models) {
					if got := m.Log.Count(state.Position)["CensusRecordAppeared"]; got != before {
						t.Errorf("got %d events before it, want %d", got, before)
					}
				})
			})
		}
	}
}

// refusing is a model that refuses, or panics at, an event.
type refusing struct {
	at    eventstore.Seq
	panic bool
}

func (refusing) Name() string { return "refusing" }

func (m refusing) Apply(r Record) error {
	switch {
	case r.Seq == m.at && m.panic:
		panic("it can't be")
	case r.Seq == m.at:
		return errors.New("it can't be")
	}
	return nil
}

// A model that refuses an event, or panics, stops the engine before it and is
// named.
func TestAModelThatRefusesStopsTheEngine(t *testing.T) {
	for _, m := range []refusing{{at: 5}, {at: 5, panic: true}} {
		store := storetest.NewMemory(id(0))
		put(t, store, long(10))
		e := NewEngine(store, Options{More: func() []Model { return []Model{m} }})
		err := e.Run(context.Background())
		var found *PoisonError
		if !errors.As(err, &found) || found.Seq != 5 || found.Model != "refusing" || !strings.Contains(err.Error(), "it can't be") {
			t.Errorf("got %v, want a PoisonError of model refusing and event 5", err)
		}
		if got := e.Position(); got != 4 {
			t.Errorf("got position %d, want 4", got)
		}
		store.Close()
	}
}

// A read that fails stops the engine, behind what was read before.
func TestAReadThatFailsStopsTheEngine(t *testing.T) {
	store := storetest.NewMemory(id(0))
	put(t, store, long(10))
	e, _ := running(store, Options{})
	wait(t, e, 10)
	store.Close()
	if _, err := e.Wait(context.Background(), 11); !errors.Is(err, eventstore.ErrClosed) {
		t.Errorf("got %v, want %v", err, eventstore.ErrClosed)
	}
}

// Decode alone, for comparison.
func BenchmarkDecode(b *testing.B) {
	log := long(1)
	store := storetest.NewMemory(id(0))
	put(b, store, log)
	e, _, err := eventstore.Get(context.Background(), store, 1)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := decode(e); err != nil {
			b.Fatal(err)
		}
	}
}

// A rebuild of all models from event 1, out of a store in memory.
func BenchmarkRebuild(b *testing.B) {
	log := long(200_000)
	store := storetest.NewMemory(id(0))
	defer store.Close()
	put(b, store, log)
	b.ResetTimer()
	for b.Loop() {
		e := NewEngine(store, Options{})
		for run, err := range records(context.Background(), store, 0, math.MaxInt64, e.opts.Workers) {
			if err != nil {
				b.Fatal(err)
			}
			if err := e.apply(run); err != nil {
				b.Fatal(err)
			}
		}
		if e.Position() != eventstore.Seq(len(log)) {
			b.Fatal("not all were applied")
		}
	}
	b.ReportMetric(float64(len(log))*float64(b.N)/b.Elapsed().Seconds(), "events/s")
}
