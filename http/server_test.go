package http

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"go.uber.org/goleak"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
	"github.com/hubledger/hubledger/ledger"
	"github.com/hubledger/hubledger/projections"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

var (
	theLedger = uuid.MustParse("1b4e28ba-2fa1-41d2-883f-0016d3cca427")
	noon      = time.Date(2025, 4, 1, 11, 0, 0, 0, time.UTC) // in London it is noon
)

// world is a server with everything below it.
type world struct {
	*Server
	t      testing.TB
	store  eventstore.Store
	engine *projections.Engine
	log    *logged
	now    *ticking
}

// ticking is a clock that advances by a second with every look.
type ticking struct {
	mu sync.Mutex
	at time.Time
}

func (c *ticking) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(time.Second)
	return c.at
}

// logged keeps what was logged.
type logged struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logged) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(b)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// found founds a ledger in a store and serves it. edit may change the
// configuration.
func found(t testing.TB, store eventstore.Store, edit ...func(*Config)) *world {
	t.Helper()
	w := &world{t: t, log: &logged{}, now: &ticking{at: noon.Add(-time.Second)}}
	log := slog.New(slog.NewJSONHandler(w.log, nil))
	metrics := NewMetrics()
	w.store = metrics.Store(store)
	l, _, err := ledger.OpenOrFound(context.Background(), w.store, ledger.Options{
		Now: w.now.Now, AcceptClock: true, Observe: metrics.Observer(), Log: log,
	}, ledger.Founding{Synthetic: true})
	if err != nil {
		t.Fatalf("couldn't found the ledger: %v", err)
	}
	w.engine = projections.NewEngine(w.store, projections.Options{Workers: 1})
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { defer close(done); w.engine.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		<-done
		store.Close()
	})
	cfg := Config{Ledger: l, Engine: w.engine, Metrics: metrics, Version: "test", Log: log, MaxWait: time.Second}
	for _, f := range edit {
		f(&cfg)
	}
	if w.Server, err = New(cfg); err != nil {
		t.Fatalf("couldn't make the server: %v", err)
	}
	w.waitFor(t, w.store.Head())
	return w
}

func serve(t testing.TB, edit ...func(*Config)) *world {
	return found(t, storetest.NewMemory(theLedger), edit...)
}

// waitFor waits until questions know of a seq.
func (w *world) waitFor(t testing.TB, seq eventstore.Seq) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if _, err := w.engine.Wait(ctx, seq); err != nil {
		t.Fatalf("couldn't wait for event %d: %v", seq, err)
	}
}

// ask sends a request without a network, and holds the answer against the
// document. header are names and values in turn.
func (w *world) ask(method, target, body string, header ...string) *httptest.ResponseRecorder {
	r, rec := w.send(method, target, body, header...)
	check(w.t, r, rec)
	return rec
}

// send is ask without a look at the document.
func (w *world) send(method, target, body string, header ...string) (*http.Request, *httptest.ResponseRecorder) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel() // as a real server does when the handler is done
	r := httptest.NewRequestWithContext(ctx, method, target, strings.NewReader(body))
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	rec := httptest.NewRecorder()
	w.ServeHTTP(rec, r)
	return r, rec
}

func (w *world) must(t testing.TB, status int, method, target, body string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	rec := w.ask(method, target, body, header...)
	if rec.Code != status {
		t.Fatalf("%s %s: got %d, want %d: %s", method, target, rec.Code, status, rec.Body)
	}
	return rec
}

func (w *world) do(t testing.TB, status int, name, body string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	rec := w.must(t, status, http.MethodPost, "/v1/commands/"+name, body, header...)
	w.waitFor(t, w.store.Head())
	return rec
}

const actor = `"actor":{"person":"7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d","role":"hub manager"}`

func org(n int, code, class, name string) string {
	return fmt.Sprintf(`{"id":"0190a5a4-7d2c-7b6e-8f00-0000%08d",%s,"data":{"org":"%s","name":"%s","class":"%s"}}`, n, actor, code, name, class)
}

// hub is the command that registers the hub of an ICB.
func hub(n int, icb, name string) string {
	return fmt.Sprintf(`{"id":"0190a5a4-7d2c-7b6e-8f00-0001%08d","hub":"%s",%s,"data":{"name":"%s","region":"Y62","from":"2019-04-01","basis":"REGISTERED"}}`, n, icb, actor, name)
}

// withHub is a world with one hub, QE1.
func withHub(t testing.TB, edit ...func(*Config)) *world {
	w := serve(t, edit...)
	w.do(t, 201, "register-organisation", org(1, "Y62", "REGION", "North West"))
	w.do(t, 201, "register-organisation", org(2, "QE1", "ICB", "Lancashire and South Cumbria"))
	w.do(t, 201, "register-hub", hub(1, "QE1", "Lancashire Training Hub"))
	return w
}

// A command is recorded, and its event is there under its seq.
func TestACommandIsRecordedAndShown(t *testing.T) {
	w := withHub(t)
	rec := w.must(t, 200, "GET", "/v1/events/5", "")
	if body := rec.Body.String(); !strings.Contains(body, `"type":"HubRegistered"`) || !strings.Contains(body, `"seq":5`) {
		t.Errorf("got %s", body)
	}
	if body := w.must(t, 200, "GET", "/v1/events/1", "").Body.String(); !strings.Contains(body, `"type":"LedgerFounded"`) {
		t.Errorf("event 1: got %s", body)
	}
}
