package http

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// ready is what /readyz says.
func health(t *testing.T, w *world, status int) api.Health {
	t.Helper()
	var h api.Health
	if err := json.Unmarshal(w.must(t, status, "GET", "/readyz", "").Body.Bytes(), &h); err != nil {
		t.Fatal(err)
	}
	return h
}

// A server whose projections have stopped at an event says so, answers up to
// that event where it is asked to, shows the event, and goes on recording.
func TestProjectionsThatHaveStopped(t *testing.T) {
	w := withHub(t)
	before := w.store.Head()
	last, _, err := w.store.Last(context.Background(), "ledger")
	if err != nil {
		t.Fatal(err)
	}
	poison, err := eventstore.Seal(theLedger, "HubDissolved", []byte(`{}`), eventstore.Envelope{V: 1, RecordedAt: eventstore.InstantOf(noon), Prev: eventstore.HashOf(last.Metadata)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.store.Append(context.Background(), "ledger", last.Revision, []eventstore.NewEvent{poison}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.engine.Wait(context.Background(), before+1); err == nil {
		t.Fatal("the projections took in an event that nobody knows")
	}
	h := health(t, w, 503)
	if h.Status != failed || h.Position != before || h.Head != before+1 || !strings.Contains(h.Reason, fmt.Sprint(before)) {
		t.Errorf("/readyz: got %+v", h)
	}
	body := w.must(t, 503, "GET", "/v1/hubs", "").Body.String()
	if !strings.Contains(body, fmt.Sprintf("asOf=%d", before)) {
		t.Errorf("now: got %s", body)
	}
	w.must(t, 503, "GET", "/v1/events/live", "")
	w.must(t, 503, "GET", "/v1/hubs?asOf=2030-01-01T00:00:00Z", "")
	if body := w.must(t, 200, "GET", fmt.Sprintf("/v1/hubs?asOf=%d", before), "").Body.String(); !strings.Contains(body, "QE1") {
		t.Errorf("as known before: got %s", body)
	}
	if body := w.must(t, 200, "GET", fmt.Sprintf("/v1/events/%d", before+1), "").Body.String(); !strings.Contains(body, "HubDissolved") {
		t.Errorf("the event itself: got %s", body)
	}
	w.must(t, 201, "POST", "/v1/commands/register-organisation", org(9, "U00009", "PCN", "X"))
	w.must(t, 200, "GET", "/", "")
	text := w.must(t, 200, "GET", "/metrics", "").Body.String()
	for _, want := range []string{
		`hubledger_health{status="failed"} 1`, `hubledger_health{status="ready"} 0`,
		`hubledger_projection_failed{model="hubs"} 1`, `hubledger_projection_lag_events{model="hubs"} 2`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the metrics do not hold %s", want)
		}
	}
}

// Until the projections have seen what was recorded before the start, an answer
// about now would be about then.
func TestAServerThatStarts(t *testing.T) {
	w := withHub(t)
	idle := projections.NewEngine(w.store, projections.Options{}) // nobody runs it
	s, err := New(Config{Ledger: w.ledger, Engine: idle, Log: w.cfg.Log})
	if err != nil {
		t.Fatal(err)
	}
	w.Server = s
	if h := health(t, w, 503); h.Status != starting || h.Position != 0 || h.Head != 5 {
		t.Errorf("got %+v", h)
	}
	w.must(t, 503, "GET", "/v1/hubs", "")
	w.must(t, 200, "GET", "/v1/events/5", "")
	w.must(t, 200, "GET", "/livez", "")
	if body := w.must(t, 200, "GET", "/", "").Body.String(); !strings.Contains(body, "does not know its ledger yet") {
		t.Errorf("the first page: got %s", body)
	}
}

// Projections that lag are said by /readyz; their answers say how far they are.
func TestProjectionsThatLag(t *testing.T) {
	gate := make(chan struct{})
	held := false
	store := storetest.NewFaulty(storetest.NewMemory(theLedger), storetest.Script{Wait: func(k int) storetest.WaitFault {
		if k != 1 {
			return storetest.WaitFault{}
		}
		return storetest.WaitFault{Before: func() { <-gate }}
	}})
	w := found(t, store, func(c *Config) { c.MaxLag = 2 })
	release := func() {
		if !held {
			held = true
			close(gate)
		}
	}
	t.Cleanup(release)
	for i := range 3 {
		w.must(t, 201, "POST", "/v1/commands/register-organisation", org(i, fmt.Sprintf("U%05d", i), "PCN", "X"))
	}
	if h := health(t, w, 503); h.Status != behind || h.Position != 2 || h.Head != 5 {
		t.Errorf("got %+v", h)
	}
	rec := w.must(t, 200, "GET", "/v1/events", "")
	if got := rec.Header().Get("Ledger-Seq"); got != "2" {
		t.Errorf("got Ledger-Seq %s, want 2", got)
	}
	answer := make(chan string, 1)
	go func() { answer <- w.ask("GET", "/v1/events?atLeast=5", "").Header().Get("Ledger-Seq") }()
	time.Sleep(20 * time.Millisecond) // it waits, or it would be wrong
	release()
	if got := <-answer; got != "5" {
		t.Errorf("after waiting: got Ledger-Seq %s, want 5", got)
	}
	if h := health(t, w, 200); h.Status != ready {
		t.Errorf("got %+v", h)
	}
}

// A store that takes no more events is said by /readyz.
func TestAStoreThatHasFailed(t *testing.T) {
	var broken error
	w := serve(t, func(c *Config) { c.StoreFailed = func() error { return broken } })
	health(t, w, 200)
	broken = errors.New("the disk is gone")
	if h := health(t, w, 503); h.Status != storeFailed || strings.Contains(h.Reason, "disk") {
		t.Errorf("got %+v", h)
	}
}

// Where a rebuild of the projections comes out otherwise, /readyz and answers
// about now say so, until one comes out equal.
func TestProjectionsThatDiffer(t *testing.T) {
	w := withHub(t)
	w.must(t, 200, "GET", "/v1/hubs/QE1", "")
	if _, err := w.engine.Rebuild(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if h := health(t, w, 200); h.Status != ready {
		t.Errorf("after a rebuild that was equal: got %+v", h)
	}
	w.engine.Read(func(m *projections.Models) { // as if a bit had flipped in memory
		_ = m.Standards.Apply(projections.Record{Seq: 1, Event: domain.ThresholdsSet{Scheme: "X"}})
	})
	var diverged *projections.DivergedError
	if _, err := w.engine.Rebuild(t.Context(), nil); !errors.As(err, &diverged) {
		t.Fatalf("got %v, want a DivergedError", err)
	}
	if h := health(t, w, 503); h.Status != "diverged" || !strings.Contains(h.Reason, "As known at event 5, the projections differ from a rebuild") {
		t.Errorf("got %+v", h)
	}
	if body := w.must(t, 503, "GET", "/v1/hubs/QE1", "").Body.String(); !strings.Contains(body, "differ from a rebuild") {
		t.Errorf("an answer about now: got %s", body)
	}
	w.must(t, 200, "GET", "/v1/events/5", "") // the log is what it is
	text := w.must(t, 200, "GET", "/metrics", "").Body.String()
	for _, want := range []string{
		`hubledger_health{status="diverged"} 1`, `hubledger_rebuilds_total{result="swapped"} 1`, `hubledger_rebuilds_total{result="diverged"} 1`,
		`hubledger_rebuilds_total{result="failed"} 0`, `hubledger_rebuild_running 0`, `hubledger_rebuild_position 0`,
		`hubledger_projection_lag_seconds{model="hubs"} 0`, `hubledger_projection_age_seconds{model="budgets"} `, `hubledger_rebuild_seconds `,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the metrics do not hold %s", want)
		}
	}
}
