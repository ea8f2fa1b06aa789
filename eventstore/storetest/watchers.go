package storetest

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/hubledger/hubledger/eventstore"
)

// watcher is a reader who follows a log while others write it, until it has
// seen all that will be written, and holds each look against those before it.
type watcher struct {
	how    string
	follow func(context.Context, eventstore.Store) ([]eventstore.Event, error)
}

// watchers is a reader of each kind, for a log that will have total events in
// so many streams.
func watchers(total, streams int) []watcher {
	type store = eventstore.Store
	return []watcher{
		{"polls Head, then reads on", func(ctx context.Context, s store) ([]eventstore.Event, error) {
			return readOn(ctx, s, total, func(eventstore.Seq) (eventstore.Seq, error) { return s.Head(), pause(ctx) })
		}},
		{"waits, then reads on", func(ctx context.Context, s store) ([]eventstore.Event, error) {
			return readOn(ctx, s, total, func(after eventstore.Seq) (eventstore.Seq, error) {
				head, err := s.Wait(ctx, after)
				if err == nil && head <= after {
					err = fmt.Errorf("Wait for more than %d: got %d", after, head)
				}
				return head, err
			})
		}},
		{"reads again from the start", func(ctx context.Context, s store) ([]eventstore.Event, error) {
			return readAgain(ctx, s, total)
		}},
		{"subscribes", func(ctx context.Context, s store) ([]eventstore.Event, error) {
			return subscribed(ctx, s, total)
		}},
		{"reads every stream on", func(ctx context.Context, s store) ([]eventstore.Event, error) {
			return readStreams(ctx, s, total, streams)
		}},
		{"asks for the last of every stream", func(ctx context.Context, s store) ([]eventstore.Event, error) {
			return lasts(ctx, s, total, streams)
		}},
	}
}

// pause leaves the machine to others for a moment.
func pause(ctx context.Context) error {
	time.Sleep(50 * time.Microsecond)
	return ctx.Err()
}

// next checks that e is the one event that comes after those seen.
func next(seen []eventstore.Event, e eventstore.Event) ([]eventstore.Event, error) {
	if want := eventstore.Seq(len(seen) + 1); e.Seq != want {
		return seen, fmt.Errorf("saw seq %d after %d", e.Seq, want-1)
	}
	return append(seen, e), nil
}

// readOn asks how long the log is and reads at least so far.
func readOn(ctx context.Context, s eventstore.Store, total int, ask func(after eventstore.Seq) (eventstore.Seq, error)) (seen []eventstore.Event, err error) {
	var told eventstore.Seq
	for len(seen) < total {
		after := eventstore.Seq(len(seen))
		head, err := ask(after)
		switch {
		case err != nil:
			return seen, err
		case head < max(after, told):
			return seen, fmt.Errorf("the head went back to %d, from %d", head, max(after, told))
		}
		told = head
		for e, err := range s.ReadAll(ctx, after, eventstore.Whole) {
			if err != nil {
				return seen, err
			}
			if seen, err = next(seen, e); err != nil {
				return seen, err
			}
		}
		if got := eventstore.Seq(len(seen)); got < head {
			return seen, fmt.Errorf("ReadAll ended at %d, and the head was %d before", got, head)
		}
	}
	return seen, nil
}

// readAgain reads the whole log over and over: each time it must begin with
// what it was the time before.
func readAgain(ctx context.Context, s eventstore.Store, total int) (seen []eventstore.Event, err error) {
	for len(seen) < total {
		var now []eventstore.Event
		for e, err := range s.ReadAll(ctx, 0, eventstore.Whole) {
			if err != nil {
				return seen, err
			}
			if now, err = next(now, e); err != nil {
				return seen, err
			}
			if len(now) <= len(seen) {
				if d := difference(e, seen[len(now)-1], eventstore.Whole); d != "" {
					return seen, fmt.Errorf("what was seen has changed: %s", d)
				}
			}
		}
		if len(now) < len(seen) {
			return seen, fmt.Errorf("saw %d events, and now only %d", len(seen), len(now))
		}
		if seen = now; len(seen) < total {
			if _, err := s.Wait(ctx, eventstore.Seq(len(seen))); err != nil {
				return seen, err
			}
		}
	}
	return seen, nil
}

func subscribed(ctx context.Context, s eventstore.Store, total int) (seen []eventstore.Event, err error) {
	for e, err := range eventstore.Subscribe(ctx, s, 0, eventstore.Whole) {
		if err != nil {
			return seen, err
		}
		if seen, err = next(seen, e); err != nil || len(seen) == total {
			return seen, err
		}
	}
	return seen, nil
}

// readStreams reads each stream on from its last revision. What it sees must
// be before the head.
func readStreams(ctx context.Context, s eventstore.Store, total, streams int) (seen []eventstore.Event, err error) {
	at := make([]eventstore.Revision, streams)
	for i := range at {
		at[i] = eventstore.NoStream
	}
	for i := 0; len(seen) < total; i = (i + 1) % streams {
		for e, err := range s.ReadStream(ctx, stream(i), at[i], eventstore.Whole) {
			switch {
			case err != nil:
				return seen, err
			case e.Stream != stream(i) || e.Revision != at[i]+1:
				return seen, fmt.Errorf("saw %s@%d after %s@%d", e.Stream, e.Revision, stream(i), at[i])
			case e.Seq > s.Head():
				return seen, fmt.Errorf("saw seq %d of %s beyond the head", e.Seq, e.Stream)
			}
			at[i] = e.Revision
			seen = append(seen, e)
		}
		if err := pause(ctx); err != nil {
			return seen, err
		}
	}
	slices.SortFunc(seen, func(a, b eventstore.Event) int { return cmp.Compare(a.Seq, b.Seq) })
	return seen, nil
}

// lasts asks for the last event of each stream, which never goes back, and
// then reads all that must be visible if it is.
func lasts(ctx context.Context, s eventstore.Store, total, streams int) (seen []eventstore.Event, err error) {
	last := make([]eventstore.Event, streams)
	for i := 0; len(seen) < total; i = (i + 1) % streams {
		e, ok, err := s.Last(ctx, stream(i))
		switch {
		case err != nil:
			return seen, err
		case !ok && last[i].Seq > 0 || ok && (e.Seq < last[i].Seq || e.Revision < last[i].Revision):
			return seen, fmt.Errorf("the last of %s went back from revision %d, seq %d to %d, %d",
				stream(i), last[i].Revision, last[i].Seq, e.Revision, e.Seq)
		case e.Seq > s.Head():
			return seen, fmt.Errorf("Last of %s is seq %d, beyond the head", stream(i), e.Seq)
		}
		if last[i] = e; e.Seq <= eventstore.Seq(len(seen)) {
			if err := pause(ctx); err != nil {
				return seen, err
			}
			continue
		}
		for e, err := range s.ReadAll(ctx, eventstore.Seq(len(seen)), eventstore.Whole) {
			if err != nil {
				return seen, err
			}
			if seen, err = next(seen, e); err != nil {
				return seen, err
			}
		}
		if got := eventstore.Seq(len(seen)); got < e.Seq {
			return seen, fmt.Errorf("ReadAll ended at %d, and Last of %s was seq %d before", got, stream(i), e.Seq)
		}
	}
	return seen, nil
}
