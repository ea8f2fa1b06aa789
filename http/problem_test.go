package http

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/ledger"
)

// The names of problems and their statuses are for ever: whoever handles them
// goes by them.
func TestProblemsKeepTheirNames(t *testing.T) {
	var b strings.Builder
	for _, p := range problemTypes {
		fmt.Fprintf(&b, "%d %s  %s\n", p.status, p.uri(), p.title)
	}
	const path = "testdata/problems.golden"
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("got:\n%swant:\n%s", b.String(), want)
	}
}

// Every problem and every rule has a page at its address.
func TestProblemsHavePages(t *testing.T) {
	w := serve(t)
	for _, p := range problemTypes {
		if body := w.must(t, 200, "GET", p.uri(), "").Body.String(); !strings.Contains(body, "<h1>"+p.title) && !strings.Contains(body, "&#39;") {
			t.Errorf("%s: got %s", p.uri(), body)
		}
	}
	for rule, demand := range rules {
		if body := w.must(t, 200, "GET", ruleURI(rule), "").Body.String(); !strings.Contains(body, string(rule)) || demand == "" {
			t.Errorf("%s: got %s", rule, body)
		}
	}
	w.must(t, 404, "GET", "/problems/no-such-problem", "")
	w.must(t, 404, "GET", "/problems/rules/I-XXX-1", "")
}

// Every error of the write path has its status, and what a client needs to go
// on. The texts of a 5xx are fixed, whatever went wrong.
func TestEveryErrorHasItsStatus(t *testing.T) {
	id := theLedger
	secret := errors.New("/var/lib/secret")
	for _, tc := range []struct {
		err        error
		kind       *problemType
		retryAfter string
		holds      string
	}{
		{&domain.Refusal{Rule: "I-HUB-1", Sentence: "No."}, refused, "", `"rule":"I-HUB-1","sentence":"No."`},
		{&wire.UnknownCommandError{Name: "x"}, unknownCommand, "", ""},
		{&wire.BadCommandError{NotStrict: true, Fields: []domain.FieldError{{Pointer: "", Detail: "is broken"}}}, notStrictJSON, "", `"errors":[{"pointer":"","detail":"is broken"}]`},
		{&wire.BadCommandError{Fields: []domain.FieldError{{Pointer: "/data/x", Detail: "is required"}}}, badCommand, "", `"pointer":"/data/x"`},
		{&ledger.ReusedIDError{Command: id, Stream: "ledger"}, idReused, "", `"command":"` + id.String() + `","stream":"ledger"`},
		{&ledger.RevisionError{Stream: "ledger", Wanted: -1, Actual: 3}, revisionMoved, "", `"expected":-1,"actual":3`},
		{&eventstore.TooLargeError{Size: 2 << 20, Limit: 1 << 20}, tooLarge, "", `"limit":1048576`},
		{&http.MaxBytesError{Limit: 1 << 20}, tooLarge, "", `"limit":1048576`},
		{&ledger.ThrottledError{RetryAfter: 1500 * time.Millisecond}, throttled, "2", ""},
		{&ledger.BusyError{Stream: "ledger", Tries: 3}, busy, "1", `"stream":"ledger"`},
		{&ledger.ClockError{Clock: noon, LedgerTime: noon}, clockWrong, "60", ""},
		{&ledger.RulesError{InForce: 2, Known: 1}, rulesNewer, "60", ""},
		{&ledger.UncertainError{Err: secret}, uncertain, "1", "same id"},
		{eventstore.ErrClosed, notReady, "1", ""},
		{eventstore.ErrReadOnly, notWritable, "60", ""},
		{context.DeadlineExceeded, notReady, "1", ""},
		{secret, internal, "", ""},
	} {
		rec := httptest.NewRecorder()
		rec.Header().Set("ETag", `"x"`)
		p := problemOf(fmt.Errorf("couldn't do it: %w", tc.err))
		writeProblem(rec, httptest.NewRequest("POST", "/", nil), p)
		var body api.Problem
		if err := json.Unmarshal(rec.Body.Bytes(), &body); err != nil {
			t.Fatalf("%T: %v", tc.err, err)
		}
		h := rec.Header()
		if rec.Code != tc.kind.status || body.Status != tc.kind.status || body.Name() != tc.kind.name || body.Title != tc.kind.title ||
			h.Get("Retry-After") != tc.retryAfter || h.Get("Cache-Control") != "no-store" || h.Get("ETag") != "" ||
			h.Get("Content-Type") != "application/problem+json" || !strings.Contains(rec.Body.String(), tc.holds) {
			t.Errorf("%T: got %d %v %s", tc.err, rec.Code, h, rec.Body)
		}
		if strings.Contains(rec.Body.String(), "secret") || rec.Code >= 500 && body.Detail != tc.kind.text {
			t.Errorf("%T: it says too much: %s", tc.err, rec.Body)
		}
	}
}

// An append of which it is not known whether it was recorded is answered so,
// logged once with its route, and the same command again tells.
func TestACommandThatIsMaybeRecorded(t *testing.T) {
	for _, persisted := range []bool{false, true} {
		var broken atomic.Bool
		store := storetest.NewFaulty(storetest.NewMemory(theLedger), storetest.Script{
			Append: func(int) storetest.AppendFault {
				if !broken.Load() {
					return storetest.AppendFault{}
				}
				return storetest.AppendFault{Err: errors.New("the disk is gone"), Persisted: persisted}
			},
			Read: func(int) storetest.ReadFault {
				if !broken.Load() {
					return storetest.ReadFault{}
				}
				return storetest.ReadFault{Err: errors.New("the disk is gone")}
			},
		})
		w := found(t, store)
		w.do(t, 201, "register-organisation", org(0, "U00000", "PCN", "X")) // the stream is known
		broken.Store(true)
		cmd := org(1, "U00001", "PCN", "X")
		rec := w.must(t, 503, "POST", "/v1/commands/register-organisation", cmd)
		if !strings.Contains(rec.Body.String(), `"type":"/problems/uncertain"`) || rec.Header().Get("Retry-After") == "" {
			t.Errorf("got %s", rec.Body)
		}
		if got := strings.Count(w.log.String(), `"route":"/v1/commands/{name}"`); got != 1 {
			t.Errorf("it was logged %d times: %s", got, w.log)
		}
		broken.Store(false)
		status := 201
		if persisted {
			status = 200
		}
		w.must(t, status, "POST", "/v1/commands/register-organisation", cmd)
		if got := w.store.Head(); got != 4 {
			t.Errorf("persisted %t: got %d events, want 4", persisted, got)
		}
	}
}

// A read that fails before the first byte is a 500, logged once; one that fails
// in the middle of an answer cuts the connection.
func TestAReadThatFails(t *testing.T) {
	var fault storetest.ReadFault
	store := storetest.NewFaulty(storetest.NewMemory(theLedger), storetest.Script{Read: func(int) storetest.ReadFault { return fault }})
	w := found(t, store)
	fault = storetest.ReadFault{Err: errors.New("bad sector 17")}
	for _, target := range []string{"/v1/events/1", "/v1/events"} {
		rec := w.must(t, 500, "GET", target, "")
		if strings.Contains(rec.Body.String(), "sector") {
			t.Errorf("%s: it says too much: %s", target, rec.Body)
		}
	}
	if got := strings.Count(w.log.String(), "bad sector 17"); got != 2 {
		t.Errorf("it was logged %d times", got)
	}
	ts := httptest.NewServer(w)
	defer ts.Close()
	resp, err := http.Get(ts.URL + "/v1/events?format=ndjson")
	if err == nil {
		defer resp.Body.Close()
		if _, err = resp.Body.Read(make([]byte, 1)); err == nil || err.Error() == "EOF" {
			t.Errorf("a part was given for the whole: %v", err)
		}
	}
	if got := strings.Count(w.log.String(), "couldn't finish an answer"); got != 1 {
		t.Errorf("it was logged %d times: %s", got, w.log)
	}
	http.DefaultClient.CloseIdleConnections()
}

// A handler that panics is a 500, logged once with its route, and the server
// goes on.
func TestAHandlerThatPanics(t *testing.T) {
	w := serve(t)
	h := w.serve(&route{pattern: "/v1/panics", formats: jsonOnly, handle: func(*call) (answer, error) { panic("on purpose") }})
	rec := httptest.NewRecorder()
	h(rec, httptest.NewRequest("GET", "/v1/panics", nil))
	if rec.Code != 500 || !strings.Contains(rec.Body.String(), "/problems/internal") || strings.Contains(rec.Body.String(), "purpose") {
		t.Errorf("got %d %s", rec.Code, rec.Body)
	}
	if log := w.log.String(); strings.Count(log, "on purpose") != 1 || !strings.Contains(log, `"route":"/v1/panics"`) {
		t.Errorf("got log %s", log)
	}
	w.must(t, 200, "GET", "/livez", "")
}

// A handler that asks for a parameter its row does not list is found out.
func TestAHandlerAsksForWhatItsRowLists(t *testing.T) {
	w := serve(t)
	h := w.serve(&route{pattern: "/v1/asks", formats: jsonOnly, handle: func(c *call) (answer, error) {
		on.of(c)
		return answer{}, nil
	}})
	rec := httptest.NewRecorder()
	if h(rec, httptest.NewRequest("GET", "/v1/asks", nil)); rec.Code != 500 {
		t.Errorf("got %d", rec.Code)
	}
}
