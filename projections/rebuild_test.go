package projections

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
)

// A rebuild puts a copy that holds the same in the place of the one that
// answers, while events are recorded and questions asked.
func TestARebuildIsSwappedWhileAnswersGoOn(t *testing.T) {
	log := long(12*chunk + 100)
	store := storetest.NewMemory(id(0))
	defer store.Close()
	first := 6 * chunk
	put(t, store, log[:first])
	now := begin
	e, stop := running(store, Options{Workers: 2, Now: func() time.Time { return now }})
	defer stop()
	wait(t, e, eventstore.Seq(first))
	before := e.serving

	var g sync.WaitGroup
	ended := make(chan struct{})
	g.Go(func() { // records what comes after
		for i := first; i < len(log); i += 50 {
			put(t, store, log[i:min(i+50, len(log))])
		}
	})
	g.Go(func() { // asks
		for {
			select {
			case <-ended:
				return
			default:
			}
			n := e.Position()
			e.Read(func(m *Models) {
				if got := m.Log.Count(n)["CensusRecordAppeared"]; eventstore.Seq(got) != n {
					t.Errorf("as known at %d: got %d events", n, got)
				}
			})
		}
	})
	now = begin.Add(time.Hour) // nobody else reads the clock meanwhile
	told := eventstore.Seq(0)
	got, err := e.Rebuild(t.Context(), func(done, of eventstore.Seq) {
		if done <= told || done > of {
			t.Errorf("told of event %d of %d after %d", done, of, told)
		}
		told = done
		if s := e.State().Rebuilds; !s.Running || s.At != done || s.Of != of {
			t.Errorf("at event %d of %d: got %+v", done, of, s)
		}
	})
	close(ended)
	g.Wait()
	if err != nil {
		t.Fatal(err)
	}
	if told < eventstore.Seq(first) || got.Seq < told {
		t.Errorf("told of %d events, compared at %d; there were %d", told, got.Seq, first)
	}
	wait(t, e, eventstore.Seq(len(log)))
	if e.serving == before {
		t.Error("the old copy still answers")
	}
	n := eventstore.Seq(len(log))
	if differ := digests(fold(t, log), n).differing(e.Digests(n)); len(differ) > 0 {
		t.Errorf("the copy that answers now is not a fold of the log: %+v", differ)
	}
	state := e.State()
	if r := state.Rebuilds; r.Running || r.Swapped != 1 || r.Diverged+r.Failed != 0 || r.Divergence != nil {
		t.Errorf("got %+v", r)
	}
	if !state.Built.Equal(now) || e.Age() != 0 {
		t.Errorf("it was built at %s and is %s old; it should have been built at %s", state.Built, e.Age(), now)
	}
}

// Where the copy that answers is not what the log says, nothing is swapped, the
// models are named, and answers go on as they were. A rebuild that comes out
// equal ends it.
func TestCopiesThatDifferAreKeptApart(t *testing.T) {
	store := storetest.NewMemory(id(0))
	defer store.Close()
	log := long(700)
	put(t, store, log)
	e, stop := running(store, Options{Workers: 1})
	defer stop()
	wait(t, e, 700)
	e.applying.Lock()
	e.serving.models.Hubs.facts.add("QE1", 300, domain.HubRegistered{Hub: "QE1"}) // a bit has flipped
	e.applying.Unlock()
	before := e.serving

	_, err := e.Rebuild(t.Context(), nil)
	var diverged *DivergedError
	if !errors.As(err, &diverged) {
		t.Fatalf("got %v, want a DivergedError", err)
	}
	if diverged.Seq != 700 || len(diverged.Models) != 1 || diverged.Models[0].Model != "hubs" || diverged.Models[0].Serving == diverged.Models[0].Rebuilt {
		t.Errorf("got %+v, want model hubs at event 700", diverged)
	}
	if e.serving != before {
		t.Error("the copy that differs was swapped in")
	}
	if r := e.State().Rebuilds; r.Running || r.Diverged != 1 || r.Swapped != 0 || r.Divergence != diverged {
		t.Errorf("got %+v", r)
	}
	put(t, store, long(720)[700:])
	wait(t, e, 720)

	e.applying.Lock()
	delete(e.serving.models.Hubs.facts, "QE1")
	e.applying.Unlock()
	if _, err := e.Rebuild(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if r := e.State().Rebuilds; r.Swapped != 1 || r.Divergence != nil {
		t.Errorf("after one that was equal: got %+v", r)
	}
}

// Only one rebuild is under way at a time, and one that is stopped or fails
// leaves everything as it was.
func TestARebuildThatEndsEarlyChangesNothing(t *testing.T) {
	store := storetest.NewMemory(id(0))
	defer store.Close()
	put(t, store, long(3*chunk))
	e, stop := running(store, Options{Workers: 1})
	defer stop()
	wait(t, e, 3*chunk)
	before := e.serving
	ctx, cancel := context.WithCancel(t.Context())
	_, err := e.Rebuild(ctx, func(done, _ eventstore.Seq) {
		if _, err := e.Rebuild(ctx, nil); !errors.Is(err, ErrRebuilding) {
			t.Errorf("a second one meanwhile: got %v", err)
		}
		cancel()
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
	if r := e.State().Rebuilds; e.serving != before || r.Failed != 1 || r.Running {
		t.Errorf("got %+v", r)
	}
}

// A rebuild stops at an event that a model refuses, and names it.
func TestARebuildStopsAtAPoisonEvent(t *testing.T) {
	store := storetest.NewMemory(id(0))
	defer store.Close()
	put(t, store, long(10))
	copies := 0
	e, stop := running(store, Options{More: func() []Model {
		copies++
		if copies == 1 {
			return nil
		}
		return []Model{refusing{at: 7}}
	}})
	defer stop()
	wait(t, e, 10)
	_, err := e.Rebuild(t.Context(), nil)
	var poison *PoisonError
	if !errors.As(err, &poison) || poison.Seq != 7 || poison.Model != "refusing" {
		t.Errorf("got %v, want a PoisonError of event 7", err)
	}
	if s := e.State(); s.Rebuilds.Failed != 1 || s.Err != nil || s.Position != 10 {
		t.Errorf("got %+v; it should answer as before", s)
	}
}

// The lag is how long the first event that is not applied has been there.
func TestLagAndAge(t *testing.T) {
	store := storetest.NewMemory(id(0))
	defer store.Close()
	log := long(4)
	put(t, store, log)
	now := begin.Add(-time.Second)
	e := NewEngine(store, Options{Now: func() time.Time { return now }})
	check := func(what string, lag, age time.Duration) {
		t.Helper()
		got, err := e.Lag(t.Context())
		if err != nil || got != lag || e.Age() != age {
			t.Errorf("%s: got a lag of %s (%v) and an age of %s, want %s and %s", what, got, err, e.Age(), lag, age)
		}
	}
	check("a clock that is behind", 0, 0)
	now = now.Add(time.Minute)
	check("nothing is applied", 59*time.Second, time.Minute)
	if err := e.apply(slices.Clone(log[:2])); err != nil {
		t.Fatal(err)
	}
	check("two are", 59*time.Second-2*time.Millisecond, time.Minute)
	if err := e.apply(slices.Clone(log[2:])); err != nil {
		t.Fatal(err)
	}
	check("all are", 0, time.Minute)
}

// What a rebuild takes, and what its digests take.
func BenchmarkDigests(b *testing.B) {
	m := fold(b, long(200_000))
	b.ResetTimer()
	for b.Loop() {
		digests(m, 200_000)
	}
	b.ReportMetric(200_000*float64(b.N)/b.Elapsed().Seconds(), "events/s")
}
