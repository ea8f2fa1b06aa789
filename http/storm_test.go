package http

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// junk are texts that turn up where other ones should.
var junk = []string{
	"", " ", "0", "-1", "1", "2", "3", "99", "9223372036854775808", "1e3", "+1", "0x1", "QE1", "QE1~x", "hub-QE1", "ledger", "ledger\n",
	"HubRegistered", "2024-04-01", "2024-02-30", "2024-04-01T00:00:00Z", "2024-04-01T00:00:00+01:00", "0000-00-00T00:00:00Z",
	"json", "csv", "ndjson", "ALL", "all", "Y62", "U00001", "register-hub", "found-ledger", "%", "%zz", "\x00", "ü", "\xff", "'; drop table events;--",
	"<script>alert(1)</script>", "../../etc/passwd", strings.Repeat("x", 5000), "AQAAAAAAAAAAAA", "W/\"1\"", "\"0\"", "\"-1\"", "*",
	"0190a5a4-7d2c-7b6e-8f00-0123456789ab",
}

var accepts = []string{"", "*/*", "application/json", "text/csv", "application/x-ndjson", "text/html", "text/event-stream", "text/plain",
	"application/json;q=0", "text/*;q=0.5, application/*", "nonsense", "a/b;q=x"}

// anyRequest is a request that somebody might send: to a route of the table,
// mostly, with parameters that are right, wrong or not there.
func anyRequest(t *rapid.T, w *world) *http.Request {
	some := func(name string) string { return rapid.SampledFrom(junk).Draw(t, name) }
	rt := w.routes[rapid.IntRange(0, len(w.routes)-1).Draw(t, "route")]
	path, query, header := rt.pattern, url.Values{}, http.Header{}
	for _, p := range rt.params {
		s := p.spec()
		value := s.example
		if rapid.IntRange(0, 2).Draw(t, s.name+" is junk") == 0 {
			value = some(s.name)
		}
		switch {
		case s.in == inPath:
			path = strings.Replace(path, "{"+s.name+"}", url.PathEscape(value), 1)
		case rapid.IntRange(0, 3).Draw(t, s.name+" is there") > 0:
		case s.in == inQuery:
			query.Add(s.name, value)
		default:
			header.Set(s.name, value)
		}
	}
	if rapid.IntRange(0, 9).Draw(t, "one too many") == 0 {
		query.Add(some("name"), some("value"))
	}
	raw := query.Encode()
	if rapid.IntRange(0, 19).Draw(t, "raw query") == 0 {
		raw = some("query")
	}
	method := rt.method
	if rapid.IntRange(0, 9).Draw(t, "another method") == 0 {
		method = rapid.SampledFrom([]string{"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "BREW"}).Draw(t, "method")
	}
	if a := rapid.SampledFrom(accepts).Draw(t, "accept"); a != "" {
		header.Set("Accept", a)
	}
	body := ""
	if method == "POST" {
		c := publicCommands()[rapid.IntRange(0, len(publicCommands())-1).Draw(t, "command")]
		body = example(w.t, c.Name)
		if rapid.IntRange(0, 2).Draw(t, "the command fits") > 0 {
			path = "/v1/commands/" + c.Name
		}
		switch rapid.IntRange(0, 3).Draw(t, "change") {
		case 0:
			b := []byte(body)
			b[rapid.IntRange(0, len(b)-1).Draw(t, "byte")] = rapid.Byte().Draw(t, "to")
			body = string(b)
		case 1:
			body = body[:rapid.IntRange(0, len(body)).Draw(t, "cut")]
		}
		header.Set("Content-Type", rapid.SampledFrom([]string{"application/json", "application/json", "application/json; charset=utf-8", "text/plain", "", "application/json;;"}).Draw(t, "type"))
	}
	r := &http.Request{
		Method: method, URL: &url.URL{Path: unescaped(path), RawPath: path, RawQuery: raw}, Header: header, Host: "example.org",
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Body: http.NoBody,
	}
	if body != "" {
		r.Body = readCloser{bytes.NewReader([]byte(body))}
	}
	return r
}

func unescaped(path string) string {
	s, err := url.PathUnescape(path)
	if err != nil {
		return path
	}
	return s
}

type readCloser struct{ *bytes.Reader }

func (readCloser) Close() error { return nil }

// Whatever is sent, right or wrong, the server does not fail, and its answer is
// one that the document knows.
func TestWhateverIsSentTheAnswerIsDocumented(t *testing.T) {
	w := withHub(t, func(c *Config) { c.MaxWait = time.Millisecond })
	statuses := make(map[int]int)
	rapid.Check(t, func(rt *rapid.T) {
		r := anyRequest(rt, w)
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		if strings.HasSuffix(r.URL.Path, "/live") {
			ctx, cancel = context.WithTimeout(context.Background(), 2*time.Millisecond)
		}
		defer cancel()
		r = r.WithContext(ctx)
		rec := httptest.NewRecorder()
		w.ServeHTTP(rec, r)
		statuses[rec.Code]++
		waited := strings.Contains(r.URL.RawQuery, "atLeast")
		if rec.Code >= 500 && !(rec.Code == 503 && waited) {
			rt.Fatalf("%s %s: got %d: %s", r.Method, r.URL, rec.Code, rec.Body)
		}
		spy := &spy{TB: t}
		if check(spy, r, rec); spy.failed {
			rt.Fatalf("%s %s: the answer %d is not what the document says: %s", r.Method, r.URL, rec.Code, rec.Body)
		}
		if h := rec.Header(); h.Get("Ledger-Seq") == "" || h.Get("Content-Security-Policy") != policy || h.Get("X-Content-Type-Options") != "nosniff" {
			rt.Fatalf("%s %s: a header is missing: %v", r.Method, r.URL, h)
		}
		if rec.Code >= 400 && rec.Header().Get("Cache-Control") != "no-store" {
			rt.Fatalf("%s %s: an error may be cached: %v", r.Method, r.URL, rec.Header())
		}
	})
	for _, status := range []int{200, 201, 400, 404, 405, 406, 415, 422} {
		if statuses[status] == 0 && !testing.Short() {
			t.Logf("no request was answered with %d in this run", status)
		}
	}
	if log := w.log.String(); strings.Contains(log, `"level":"ERROR"`) {
		t.Errorf("something failed: %s", log)
	}
}
