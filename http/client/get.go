package client

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
)

// Get asks a question of the API and returns the answer as it came, in the media
// type asked for. An answer of 400 or more is an *Error.
func (c *Client) Get(ctx context.Context, path string, query url.Values, mediaType string) (body []byte, err error) {
	err = c.retry(ctx, func() error {
		resp, err := c.send(ctx, http.MethodGet, path, query, http.Header{"Accept": {mediaType}}, "")
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if body, err = io.ReadAll(resp.Body); err != nil {
			return &unreachable{err: err, sent: true}
		}
		return nil
	})
	var failed *failure
	if errors.As(err, &failed) {
		err = failed.problem
	}
	return body, err
}

// Within makes a client of a server in this process, which need not listen: its
// answers are those that it would give over a socket. Each is held in memory
// whole, so it is not for live feeds. Nothing is retried.
func Within(server http.Handler) *Client {
	return &Client{
		base: &url.URL{Scheme: "http", Host: "localhost"}, patience: -1,
		http: &http.Client{Transport: within{server}},
	}
}

// within gives requests to a handler.
type within struct{ server http.Handler }

// RoundTrip implements http.RoundTripper.
func (t within) RoundTrip(r *http.Request) (resp *http.Response, err error) {
	w := &written{header: make(http.Header)}
	defer func() {
		if p := recover(); p != nil { // as a connection that is cut
			resp, err = nil, fmt.Errorf("the answer was cut off: %v", p)
		}
	}()
	t.server.ServeHTTP(w, r)
	w.WriteHeader(http.StatusOK)
	return &http.Response{
		Status: http.StatusText(w.status), StatusCode: w.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: w.header, Body: io.NopCloser(&w.body), ContentLength: int64(w.body.Len()), Request: r,
	}, nil
}

// written is an answer as a handler writes it.
type written struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (w *written) Header() http.Header { return w.header }

func (w *written) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
}

func (w *written) Write(b []byte) (int, error) {
	w.WriteHeader(http.StatusOK)
	return w.body.Write(b)
}
