package http

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/hubledger/hubledger/http/api"
)

// message is one message of a feed.
type message struct {
	id, data, comment string
}

// listen opens a feed over a connection, and hands out its messages until the
// test ends.
func listen(t *testing.T, url, lastID string) (<-chan message, *http.Response) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	req, err := http.NewRequestWithContext(ctx, "GET", url, nil)
	if err != nil {
		t.Fatal(err)
	}
	if lastID != "" {
		req.Header.Set("Last-Event-ID", lastID)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	out := make(chan message)
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer close(out)
		var m message
		for in := bufio.NewScanner(resp.Body); in.Scan(); {
			name, value, _ := strings.Cut(in.Text(), ":")
			value = strings.TrimPrefix(value, " ")
			switch {
			case in.Text() == "":
				select {
				case out <- m:
				case <-ctx.Done():
					return
				}
				m = message{}
			case name == "":
				m.comment = value
			case name == "id":
				m.id = value
			case name == "data":
				m.data += value
			}
		}
	}()
	t.Cleanup(func() {
		cancel()
		resp.Body.Close()
		<-done
		http.DefaultClient.CloseIdleConnections()
	})
	return out, resp
}

// next is the next message that carries an event.
func next(t *testing.T, feed <-chan message) (message, api.Event) {
	t.Helper()
	for {
		select {
		case m, open := <-feed:
			if !open {
				t.Fatal("the feed has ended")
			}
			if m.data == "" {
				continue
			}
			var e api.Event
			if err := json.Unmarshal([]byte(m.data), &e); err != nil {
				t.Fatalf("%v: %s", err, m.data)
			}
			return m, e
		case <-time.After(10 * time.Second):
			t.Fatal("no event came")
		}
	}
}

// A feed sends what is recorded, in order, and goes on after the last id where
// it broke off.
func TestAFeedSendsEventsAndResumes(t *testing.T) {
	w := serve(t)
	ts := httptest.NewServer(w)
	t.Cleanup(ts.Close) // after the feeds
	feed, resp := listen(t, ts.URL+"/v1/events/live", "")
	if got := resp.Header.Get("Content-Type"); got != "text/event-stream; charset=utf-8" {
		t.Errorf("got Content-Type %s", got)
	}
	if got := resp.Header.Get("Content-Encoding"); got != "" {
		t.Errorf("the feed is compressed: %s", got)
	}
	for i := range 5 { // what was before is not sent, what comes is
		w.do(t, 201, "register-organisation", org(i, fmt.Sprintf("U%05d", i), "PCN", "X"))
		m, e := next(t, feed)
		if want := fmt.Sprint(3 + i); m.id != want || fmt.Sprint(e.Seq) != want || e.Type != "OrganisationRegistered" {
			t.Fatalf("got id %s and event %d %s, want %s", m.id, e.Seq, e.Type, want)
		}
	}
	again, _ := listen(t, ts.URL+"/v1/events/live?after=0", "4")
	for _, want := range []int{5, 6, 7} { // Last-Event-ID comes before after
		if _, e := next(t, again); int(e.Seq) != want {
			t.Fatalf("resumed after 4: got %d, want %d", e.Seq, want)
		}
	}
	filtered, _ := listen(t, ts.URL+"/v1/events/live?after=0&type=RulesAdopted&type=LedgerFounded&stream=ledger", "")
	for _, want := range []string{"LedgerFounded", "RulesAdopted"} {
		if _, e := next(t, filtered); e.Type != want {
			t.Fatalf("filtered: got %s, want %s", e.Type, want)
		}
	}
	w.must(t, 404, "GET", "/v1/events/live?after=99", "")
}

// A feed to which nothing comes says that it is alive and how far it is, even
// while others' events come.
func TestAFeedBeats(t *testing.T) {
	w := serve(t, func(c *Config) { c.Heartbeat = 30 * time.Millisecond })
	ts := httptest.NewServer(w)
	t.Cleanup(ts.Close) // after the feeds
	feed, _ := listen(t, ts.URL+"/v1/events/live?type=HubRegistered", "")
	for i := range 20 {
		w.do(t, 201, "register-organisation", org(i, fmt.Sprintf("U%05d", i), "PCN", "X"))
	}
	for m := range feed {
		if m.data != "" {
			t.Fatalf("got an event that the filter does not let through: %s", m.data)
		}
		if m.comment == "alive" && m.id == "22" {
			return
		}
	}
	t.Error("the feed has ended")
}

// Whoever takes nothing is dropped, and keeps nobody else from being served.
func TestAClientThatTakesNothingIsDropped(t *testing.T) {
	w := serve(t, func(c *Config) { c.WriteWait = 100 * time.Millisecond; c.MaxFeeds = 1 })
	ts := httptest.NewServer(w)
	t.Cleanup(ts.Close) // after the feeds
	conn, err := net.Dial("tcp", ts.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	conn.(*net.TCPConn).SetReadBuffer(1)
	fmt.Fprint(conn, "GET /v1/events/live?after=0 HTTP/1.1\r\nHost: x\r\n\r\n")
	busy := func() bool { return w.ask("GET", "/v1/events/live?after=0", "").Code == http.StatusServiceUnavailable }
	for deadline := time.Now().Add(5 * time.Second); len(w.feeds) == 0; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the feed did not begin")
		}
	}
	if !busy() {
		t.Error("a second feed was served beside the only one")
	}
	long := strings.Repeat("x", 190)
	for i := 0; len(w.feeds) > 0; i++ {
		if i == 100_000 {
			t.Fatal("the client that takes nothing was not dropped")
		}
		w.do(t, 201, "register-organisation", org(i, fmt.Sprintf("CH-%08d", i), "COMPANY", long))
	}
}

// When the server stops, feeds end first, requests under way are finished, and
// /readyz says so.
func TestAStopEndsFeedsFirst(t *testing.T) {
	w := serve(t, func(c *Config) { c.Addr = "127.0.0.1:0" })
	if w.URL() != "" || w.Loopback() {
		t.Error("a server that does not listen says where")
	}
	if err := w.Listen(); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	served := make(chan error, 1)
	go func() { served <- w.Serve(ctx) }()
	if !w.Loopback() {
		t.Error("127.0.0.1 is not the loopback")
	}
	feed, _ := listen(t, w.URL()+"/v1/events/live", "")
	<-feed // retry
	slow := make(chan int, 1)
	go func() { // waits for a seq that comes while the server stops
		resp, err := http.Get(w.URL() + "/v1/events/3?atLeast=3")
		if err != nil {
			slow <- 0
			return
		}
		resp.Body.Close()
		slow <- resp.StatusCode
	}()
	for len(w.feeds) == 0 || testGauge(t, w, "hubledger_http_requests_in_flight") < 2 {
		time.Sleep(time.Millisecond)
	}
	cancel()
	for range feed {
	}
	if rec := w.ask("GET", "/readyz", ""); rec.Code != 503 || !strings.Contains(rec.Body.String(), "stopping") {
		t.Errorf("/readyz: got %d %s", rec.Code, rec.Body)
	}
	w.do(t, 201, "register-organisation", org(1, "U00001", "PCN", "X"))
	if got := <-slow; got != 200 {
		t.Errorf("a request under way: got %d, want 200", got)
	}
	if err := <-served; err != nil {
		t.Errorf("got %v", err)
	}
	http.DefaultClient.CloseIdleConnections()
}

// Two servers can't have one address, and a server listens before it serves.
func TestListening(t *testing.T) {
	w := serve(t, func(c *Config) { c.Addr = "127.0.0.1:0" })
	if err := w.Serve(context.Background()); err == nil {
		t.Error("it served without listening")
	}
	if err := w.Listen(); err != nil {
		t.Fatal(err)
	}
	defer w.listener.Close()
	other := serve(t, func(c *Config) { c.Addr = w.listener.Addr().String() })
	if err := other.Listen(); err == nil || !strings.Contains(err.Error(), "couldn't listen at 127.0.0.1") {
		t.Errorf("got %v", err)
	}
	everywhere := serve(t, func(c *Config) { c.Addr = ":0" })
	if err := everywhere.Listen(); err != nil {
		t.Fatal(err)
	}
	defer everywhere.listener.Close()
	if everywhere.Loopback() {
		t.Error("a server at every address says that only this machine can reach it")
	}
}
