package client

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
)

// Filter says which events are wanted, as /v1/events has it. What is empty lets
// everything through; days and instants are inclusive at both ends.
type Filter struct {
	Stream                     eventstore.StreamID
	Hub                        string   // code of the ICB: all streams of its hub
	Types                      []string // any of these
	After                      eventstore.Seq
	Limit                      int    // at most so many; 0 for all
	AsOf                       string // a seq or an instant (RFC 3339)
	EffectiveFrom, EffectiveTo domain.Date
	RecordedFrom, RecordedTo   time.Time
	// AtLeast waits until the server knows this seq.
	AtLeast eventstore.Seq
}

// query is the filter as an address has it.
func (f Filter) query() url.Values {
	q := make(url.Values)
	set := func(name, value string, there bool) {
		if there {
			q.Set(name, value)
		}
	}
	set("stream", string(f.Stream), f.Stream != "")
	set("hub", f.Hub, f.Hub != "")
	for _, t := range f.Types {
		q.Add("type", t)
	}
	set("after", strconv.FormatInt(int64(f.After), 10), f.After > 0)
	set("limit", strconv.Itoa(f.Limit), f.Limit > 0)
	set("asOf", f.AsOf, f.AsOf != "")
	set("effectiveFrom", f.EffectiveFrom.String(), !f.EffectiveFrom.IsZero())
	set("effectiveTo", f.EffectiveTo.String(), !f.EffectiveTo.IsZero())
	set("recordedFrom", f.RecordedFrom.Format(time.RFC3339Nano), !f.RecordedFrom.IsZero())
	set("recordedTo", f.RecordedTo.Format(time.RFC3339Nano), !f.RecordedTo.IsZero())
	set("atLeast", strconv.FormatInt(int64(f.AtLeast), 10), f.AtLeast > 0)
	return q
}

// maxPart is how many events the server sends at most for a limit. It bounds
// what one request with a limit can ask for.
const maxPart = 1000

// Events yields the events that a filter lets through, in the ledger's order.
// Where the connection breaks they go on after the last one that came. After
// an error nothing more is yielded.
func (c *Client) Events(ctx context.Context, f Filter) iter.Seq2[eventstore.Event, error] {
	return func(yield func(eventstore.Event, error) bool) {
		left := f.Limit
		for {
			part := min(left, maxPart) // 0 for all there are
			came, stopped := 0, false
			err := c.retry(ctx, func() error {
				ask := f
				if part > 0 {
					if ask.Limit = part - came; ask.Limit == 0 {
						return nil // it broke off behind the last one
					}
				}
				return c.lines(ctx, ask, func(e eventstore.Event) bool {
					came++
					f.After = e.Seq
					stopped = !yield(e, nil)
					return !stopped
				})
			})
			var gone *unreachable
			switch {
			case stopped:
				return
			case came > 0 && errors.As(err, &gone) && ctx.Err() == nil:
				// It broke off after some had come: patience begins anew.
			case err != nil:
				var failed *failure
				if errors.As(err, &failed) {
					err = failed.problem
				}
				yield(eventstore.Event{}, err)
				return
			case came < part || part == 0:
				return
			}
			if f.Limit > 0 {
				if left -= came; left == 0 {
					return
				}
			}
		}
	}
}

// lines reads one answer of NDJSON and hands out its events until f says no.
// An *unreachable says that it broke off.
func (c *Client) lines(ctx context.Context, f Filter, each func(eventstore.Event) bool) error {
	header := http.Header{"Accept": {"application/x-ndjson"}}
	resp, err := c.send(ctx, http.MethodGet, "/v1/events", f.query(), header, "")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	in := bufio.NewReaderSize(resp.Body, 64<<10)
	for {
		line, err := in.ReadBytes('\n')
		if errors.Is(err, io.EOF) && len(bytes.TrimSpace(line)) == 0 {
			return nil
		}
		if err != nil {
			return &unreachable{err: err, sent: true}
		}
		var e api.Event
		if err := json.Unmarshal(line, &e); err != nil {
			return fmt.Errorf("couldn't read an event: %w", err)
		}
		stored, err := e.Stored()
		if err != nil {
			return err
		}
		if !each(stored) {
			return nil
		}
	}
}
