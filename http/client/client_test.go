package client_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"go.uber.org/goleak"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/topology"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
	ours "github.com/hubledger/hubledger/http"
	"github.com/hubledger/hubledger/http/client"
	"github.com/hubledger/hubledger/ledger"
	"github.com/hubledger/hubledger/projections"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// served is a ledger behind a server; between may stand in the way.
func served(t *testing.T, opts client.Options, between func(http.Handler) http.Handler) (*client.Client, eventstore.Store) {
	t.Helper()
	store := storetest.NewMemory(uuid.New())
	l, _, err := ledger.OpenOrFound(context.Background(), store, ledger.Options{RefusalsPerMinute: 2}, ledger.Founding{Synthetic: true})
	if err != nil {
		t.Fatal(err)
	}
	engine := projections.NewEngine(store, projections.Options{})
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { defer close(done); engine.Run(ctx) }()
	server, err := ours.New(ours.Config{Ledger: l, Engine: engine})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := engine.Wait(ctx, store.Head()); err != nil {
		t.Fatal(err)
	}
	var h http.Handler = server
	if between != nil {
		h = between(h)
	}
	ts := httptest.NewServer(h)
	c, err := client.New(ts.URL, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.Close()
		ts.Close()
		cancel()
		<-done
		store.Close()
	})
	return c, store
}

var somebody = domain.Actor{Person: uuid.MustParse("7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d"), Role: "hub manager"}

func sealed(t *testing.T, stream string, data domain.CommandData) wire.Sealed {
	t.Helper()
	s, err := wire.Seal(stream, domain.Command{ID: uuid.Must(uuid.NewV7()), Actor: somebody, Data: data})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func organisationOf(t *testing.T, code string) wire.Sealed {
	return sealed(t, "organisations", organisation.RegisterOrganisation{Org: code, Name: code, Class: domain.ClassPCN})
}

// A command through a server is answered as by a ledger that is here: receipt,
// replay and every kind of error.
func TestACommandIsAnsweredAsByALedger(t *testing.T) {
	c, _ := served(t, client.Options{Patience: -1}, nil)
	ctx := context.Background()
	cmd := organisationOf(t, "U00001")
	first, err := c.Do(ctx, cmd)
	if err != nil || first.Seq != 3 || first.Stream != "organisations" || len(first.Events) != 1 || first.Replayed {
		t.Fatalf("got %+v, %v", first, err)
	}
	again, err := c.Do(ctx, cmd)
	if err != nil || !again.Replayed {
		t.Fatalf("again: got %+v, %v", again, err)
	}
	again.Replayed = false
	if !reflect.DeepEqual(first, again) {
		t.Errorf("the receipts differ: %+v and %+v", first, again)
	}

	other := organisationOf(t, "U00002")
	other.Command.ID = cmd.Command.ID
	_, err = c.Do(ctx, other)
	if want := (&ledger.ReusedIDError{Command: cmd.Command.ID, Stream: "organisations"}); !reflect.DeepEqual(err, want) {
		t.Errorf("same id, other content: got %#v, want %#v", err, want)
	}

	_, err = c.DoAt(ctx, organisationOf(t, "U00003"), 7)
	if want := (&ledger.RevisionError{Stream: "organisations", Wanted: 7, Actual: 0}); !reflect.DeepEqual(err, want) {
		t.Errorf("another revision: got %#v, want %#v", err, want)
	}
	if r, err := c.DoAt(ctx, organisationOf(t, "U00003"), 0); err != nil || r.Revision != 1 {
		t.Errorf("the revision it is at: got %+v, %v", r, err)
	}

	hub := topology.RegisterHub{Name: "Hub", Region: "Y62", From: 20190401, Basis: domain.BasisRegistered}
	var refusal *domain.Refusal
	for range 2 {
		if _, err = c.Do(ctx, sealed(t, "hub-QE1", hub)); !errors.As(err, &refusal) || refusal.Rule == "" || refusal.Sentence == "" {
			t.Fatalf("refused by a rule: got %#v", err)
		}
	}
	var throttled *ledger.ThrottledError
	if _, err = c.Do(ctx, sealed(t, "hub-QE1", hub)); !errors.As(err, &throttled) || throttled.RetryAfter < time.Second {
		t.Errorf("refused too often: got %#v", err)
	}

	var bad *wire.BadCommandError
	_, err = c.Do(ctx, organisationOf(t, "nothing"))
	if !errors.As(err, &bad) || bad.NotStrict || len(bad.Fields) != 1 || bad.Fields[0].Pointer != "/data/org" {
		t.Errorf("a field that can't be right: got %#v", err)
	}

	var unknown *wire.UnknownCommandError
	nameless := organisationOf(t, "U00009")
	nameless.Name = "dissolve-organisation"
	if _, err = c.Do(ctx, nameless); !errors.As(err, &unknown) || unknown.Name != nameless.Name {
		t.Errorf("a command that is not: got %#v", err)
	}

	var large *client.Error
	long := organisationOf(t, "U00010")
	long.Command.Authority = strings.Repeat("x", 2<<20)
	if _, err = c.Do(ctx, long); !errors.As(err, &large) || large.Problem.Status != http.StatusRequestEntityTooLarge {
		t.Errorf("a command of 2 MiB: got %#v", err)
	}
}

// An answer that is lost after the command was recorded is asked for again with
// the same id, and the command is recorded once.
func TestALostAnswerIsAskedForAgain(t *testing.T) {
	var calls atomic.Int32
	c, store := served(t, client.Options{}, func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if calls.Add(1) == 1 {
				next.ServeHTTP(httptest.NewRecorder(), r)
				panic(http.ErrAbortHandler)
			}
			next.ServeHTTP(w, r)
		})
	})
	before := store.Head()
	r, err := c.Do(context.Background(), organisationOf(t, "U00001"))
	if err != nil || !r.Replayed || r.Seq != before+1 {
		t.Fatalf("got %+v, %v", r, err)
	}
	if got := store.Head(); got != before+1 {
		t.Errorf("got %d events, want 1", got-before)
	}
}

// A command whose answer never comes is not known to be recorded; one that
// reached nobody is known not to be.
func TestACommandWithoutAnAnswerIsUncertain(t *testing.T) {
	c, _ := served(t, client.Options{Patience: -1}, func(http.Handler) http.Handler {
		return http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
	})
	var uncertain *ledger.UncertainError
	if _, err := c.Do(context.Background(), organisationOf(t, "U00001")); !errors.As(err, &uncertain) {
		t.Errorf("cut off: got %#v", err)
	}
	ts := httptest.NewServer(http.NotFoundHandler())
	ts.Close()
	gone, err := client.New(ts.URL, client.Options{Patience: -1})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := gone.Do(context.Background(), organisationOf(t, "U00001")); err == nil || errors.As(err, &uncertain) {
		t.Errorf("nobody there: got %#v", err)
	}
}

// While the server says that it is busy the command is sent again, not before
// it may be; what a retry does not help is not retried.
func TestABusyServerIsAskedAgain(t *testing.T) {
	for _, tc := range []struct {
		name  string
		code  string
		calls int32
	}{
		{"busy", "busy", 2},
		{"the clock is wrong", "clock", 1},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var calls atomic.Int32
			c, _ := served(t, client.Options{}, func(next http.Handler) http.Handler {
				return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					if calls.Add(1) > 1 {
						next.ServeHTTP(w, r)
						return
					}
					w.Header().Set("Retry-After", "1")
					w.WriteHeader(http.StatusServiceUnavailable)
					fmt.Fprintf(w, `{"type":"/problems/%s","title":"x","status":503}`, tc.code)
				})
			})
			begin := time.Now()
			_, err := c.Do(context.Background(), organisationOf(t, "U00001"))
			if got := calls.Load(); got != tc.calls || (err == nil) != (tc.calls == 2) {
				t.Fatalf("got %d calls and %v, want %d calls", got, err, tc.calls)
			}
			if tc.calls == 2 && time.Since(begin) < time.Second {
				t.Errorf("it came back after %s, and was told 1 s", time.Since(begin))
			}
		})
	}
}

// Events come whole and in order, with their bytes as they are stored, in parts
// where a limit is larger than one answer, and go on where the connection
// breaks.
func TestEventsComeWholeAndInOrder(t *testing.T) {
	var cut atomic.Bool
	c, store := served(t, client.Options{}, func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/v1/events" && cut.CompareAndSwap(true, false) {
				r.Header.Del("Accept-Encoding")
				rec := httptest.NewRecorder()
				next.ServeHTTP(rec, r)
				w.Write(rec.Body.Bytes()[:rec.Body.Len()/2])
				w.(http.Flusher).Flush()
				panic(http.ErrAbortHandler)
			}
			next.ServeHTTP(w, r)
		})
	})
	ctx := context.Background()
	var last ledger.Receipt
	for i := range 1100 {
		var err error
		if last, err = c.Do(ctx, organisationOf(t, fmt.Sprintf("U%05d", i))); err != nil {
			t.Fatal(err)
		}
	}
	var want []eventstore.Event
	for e, err := range store.ReadAll(ctx, 0, eventstore.Whole) {
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, e)
	}
	for _, tc := range []struct {
		name   string
		filter client.Filter
		want   []eventstore.Event
	}{
		{"all", client.Filter{}, want},
		{"a limit of more than one part", client.Filter{Limit: 1050}, want[:1050]},
		{"a limit of one part exactly", client.Filter{Limit: 1000}, want[:1000]},
		{"a limit beyond the end", client.Filter{Limit: 5000}, want},
		{"after a seq", client.Filter{After: 1090}, want[1090:]},
		{"of a type", client.Filter{Types: []string{"LedgerFounded", "RulesAdopted"}}, want[:2]},
		{"as known at", client.Filter{AsOf: "1"}, want[:1]},
		{"none", client.Filter{Hub: "QE1"}, nil},
	} {
		for _, broken := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, broken off %t", tc.name, broken), func(t *testing.T) {
				tc.filter.AtLeast = last.Seq
				cut.Store(broken)
				var got []eventstore.Event
				for e, err := range c.Events(ctx, tc.filter) {
					if err != nil {
						t.Fatal(err)
					}
					got = append(got, e)
				}
				if len(got) != len(tc.want) {
					t.Fatalf("got %d events, want %d", len(got), len(tc.want))
				}
				for i := range got {
					if !reflect.DeepEqual(got[i], tc.want[i]) {
						t.Fatalf("event %d:\n got %+v\nwant %+v", i, got[i], tc.want[i])
					}
				}
			})
		}
	}
	for e, err := range c.Events(ctx, client.Filter{}) { // who has enough stops
		if err != nil || e.Seq != 1 {
			t.Errorf("got event %d, %v", e.Seq, err)
		}
		break
	}
	var problem *client.Error
	for _, err := range c.Events(ctx, client.Filter{AsOf: "2024-04-01"}) {
		if !errors.As(err, &problem) || problem.Problem.Name() != "bad-parameter" {
			t.Errorf("a parameter that is not right: got %#v", err)
		}
	}
}

// An address that can't be a server's is found out at once.
func TestAnAddressShouldBeAServers(t *testing.T) {
	for _, address := range []string{"", "127.0.0.1:8080", "ftp://x", "http://", "http://x/?a=b"} {
		if _, err := client.New(address, client.Options{}); err == nil {
			t.Errorf("%q: got no error", address)
		}
	}
}
