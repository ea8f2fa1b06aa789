package client

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/hubledger/hubledger/http/api"
)

// Options are how a client works. The zero value is good.
type Options struct {
	// Patience is how long a request is retried while the server is busy, not
	// ready or can't be reached; 1 minute if 0, and negative for not at all.
	Patience time.Duration
}

// Client speaks to one server. All methods may be called at once.
type Client struct {
	base     *url.URL
	patience time.Duration
	http     *http.Client
}

// New makes a client of a server by its address, such as
// http://127.0.0.1:8080.
func New(address string, opts Options) (*Client, error) {
	base, err := url.Parse(strings.TrimSuffix(address, "/"))
	if err != nil || base.Host == "" || base.Scheme != "http" && base.Scheme != "https" {
		return nil, fmt.Errorf("%q is not the address of a server, such as http://127.0.0.1:8080", address)
	}
	if base.RawQuery != "" || base.Fragment != "" {
		return nil, fmt.Errorf("%q should end with the host or a path", address)
	}
	if opts.Patience == 0 {
		opts.Patience = time.Minute
	}
	transport := &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           (&net.Dialer{Timeout: 10 * time.Second}).DialContext,
		TLSHandshakeTimeout:   10 * time.Second,
		ResponseHeaderTimeout: 60 * time.Second,
		MaxIdleConnsPerHost:   64,
		IdleConnTimeout:       30 * time.Second,
	}
	return &Client{
		base: base, patience: opts.Patience,
		http: &http.Client{
			Transport: transport,
			// A command goes to the server that was named, and to no other.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}, nil
}

// Close gives up the connections that are kept for later.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// Error is a problem that has no error of its own here, such as a parameter
// that is not right or a failure of the server.
type Error struct{ Problem api.Problem }

func (e *Error) Error() string {
	text := e.Problem.Title
	if e.Problem.Detail != "" && e.Problem.Detail != text {
		text += ": " + e.Problem.Detail
	}
	return fmt.Sprintf("the server answered %d: %s", e.Problem.Status, text)
}

// unreachable says that a request did not get an answer.
type unreachable struct {
	err error
	// sent says that the server may have got it.
	sent bool
}

func (e *unreachable) Error() string { return "couldn't reach the server: " + e.err.Error() }
func (e *unreachable) Unwrap() error { return e.err }

// send sends a request once. The body of the answer is the caller's to close;
// an answer of 400 or more is an *Error.
func (c *Client) send(ctx context.Context, method, path string, query url.Values, header http.Header, body string) (*http.Response, error) {
	target := *c.base
	target.Path += path
	target.RawQuery = query.Encode()
	req, err := http.NewRequestWithContext(ctx, method, target.String(), strings.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("couldn't make the request: %w", err)
	}
	for name, values := range header {
		req.Header[name] = values
	}
	resp, err := c.http.Do(req)
	if err != nil {
		var dial *net.OpError
		return nil, &unreachable{err: err, sent: !(errors.As(err, &dial) && dial.Op == "dial")}
	}
	if resp.StatusCode >= 300 {
		defer resp.Body.Close()
		return nil, problemIn(resp)
	}
	return resp, nil
}

// problemIn is the problem in an answer, or one that says that there is none.
func problemIn(resp *http.Response) error {
	const most = 1 << 20
	b, err := io.ReadAll(io.LimitReader(resp.Body, most))
	var p api.Problem
	if err != nil || json.Unmarshal(b, &p) != nil || p.Type == "" {
		p = api.Problem{Type: "about:blank", Title: http.StatusText(resp.StatusCode)}
	}
	p.Status = resp.StatusCode
	return &failure{&Error{p}, retryAfter(resp.Header.Get("Retry-After"))}
}

// failure is a problem with what the server says of trying again.
type failure struct {
	problem    *Error
	retryAfter time.Duration
}

func (f *failure) Error() string { return f.problem.Error() }
func (f *failure) Unwrap() error { return f.problem }

func retryAfter(s string) time.Duration {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return time.Duration(min(n, 60)) * time.Second
}

// again reports whether a retry may help.
func again(err error) (wait time.Duration, helps bool) {
	var gone *unreachable
	var failed *failure
	switch {
	case errors.As(err, &gone):
		return 0, true
	case errors.As(err, &failed):
		p := failed.problem.Problem
		switch p.Name() {
		case api.NotWritable, api.RulesNewer, api.ClockWrong:
			return 0, false // not in a minute
		}
		switch p.Status {
		case http.StatusTooManyRequests, http.StatusServiceUnavailable, http.StatusBadGateway, http.StatusGatewayTimeout:
			return failed.retryAfter, true
		}
	}
	return 0, false
}

// retry calls f until it succeeds, or fails with what a retry does not help,
// or patience ends. It returns the last error of f.
func (c *Client) retry(ctx context.Context, f func() error) error {
	deadline := time.Now().Add(c.patience)
	pause := 50 * time.Millisecond
	for {
		err := f()
		if err == nil || ctx.Err() != nil {
			return err
		}
		wait, helps := again(err)
		if !helps {
			return err
		}
		// Those who were turned away together should not come back together.
		wait = max(wait, pause/2+rand.N(pause))
		pause = min(2*pause, 5*time.Second)
		if time.Now().Add(wait).After(deadline) {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(wait):
		}
	}
}
