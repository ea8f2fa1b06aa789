package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"golang.org/x/sync/errgroup"

	"github.com/hubledger/hubledger/eventstore"
)

// subject is a store under test in one case.
type subject struct {
	testing.TB
	eventstore.Store

	ctx      context.Context // ends with the suite's patience
	reopener func() eventstore.Store
	commands int // how many ids newEvent has used up

	// want is what the log must hold in the end, as the case has recorded it.
	want []eventstore.Event
	// free says that only the store knows what it recorded, because many
	// appended at once: the log is then checked to agree with itself, and by
	// the case.
	free   bool
	closed bool
}

// Context ends when the suite's patience does.
func (s *subject) Context() context.Context { return s.ctx }

// newEvent is an event of a command of its own.
func (s *subject) newEvent() eventstore.NewEvent {
	s.commands++
	return Event(ID(fmt.Sprint("command ", s.commands)), 0, "Happened", fmt.Append(nil, s.commands))
}

// grow appends count events to a stream, one by one.
func (s *subject) grow(stream eventstore.StreamID, count int) {
	s.Helper()
	for range count {
		s.append(stream, s.revision(stream), s.newEvent())
	}
}

// revision is the last one of a stream, as the case has recorded it.
func (s *subject) revision(stream eventstore.StreamID) eventstore.Revision {
	return eventstore.Revision(len(s.wantOf(stream))) - 1
}

// wantOf is what one stream must hold.
func (s *subject) wantOf(stream eventstore.StreamID) []eventstore.Event {
	var events []eventstore.Event
	for _, e := range s.want {
		if e.Stream == stream {
			events = append(events, e)
		}
	}
	return events
}

// append appends what must be recorded.
func (s *subject) append(stream eventstore.StreamID, expected eventstore.Revision, events ...eventstore.NewEvent) {
	s.Helper()
	first := eventstore.Seq(len(s.want) + 1)
	for i, e := range events {
		s.want = append(s.want, recorded(first+eventstore.Seq(i), stream, expected+1+eventstore.Revision(i), e))
	}
	got, err := s.Append(s.ctx, stream, expected, events)
	if err != nil {
		s.Fatalf("Append of %d events to %s at %d: got error %v, want them recorded", len(events), stream, expected, err)
	}
	if got != first {
		s.Fatalf("Append of %d events to %s at %d: got seq %d, want %d, that of the first", len(events), stream, expected, got, first)
	}
}

// recorded is how an appended event must come back.
func recorded(seq eventstore.Seq, stream eventstore.StreamID, revision eventstore.Revision, e eventstore.NewEvent) eventstore.Event {
	st := eventstore.ParseStated(e.Metadata)
	return eventstore.Event{
		ID: e.ID, Stream: stream, Revision: revision, Seq: seq, Type: e.Type,
		Version: st.Version, RecordedAt: st.RecordedAt, EffectiveOn: st.EffectiveOn,
		Data: slices.Clone(e.Data), Metadata: slices.Clone(e.Metadata),
	}
}

// refuse appends what must be refused with the error wanted, and must leave
// nothing behind.
func (s *subject) refuse(want error, stream eventstore.StreamID, expected eventstore.Revision, events ...eventstore.NewEvent) {
	s.Helper()
	seq, err := s.Append(s.ctx, stream, expected, events)
	switch {
	case err == nil:
		s.Fatalf("Append of %d events to %.40q at %d: recorded at seq %d, want the error: %v", len(events), stream, expected, seq, want)
	case !isError(err, want):
		s.Fatalf("Append of %d events to %.40q at %d: got error %v (%T), want %v (%T)", len(events), stream, expected, err, err, want, want)
	}
	if got, want := s.Head(), eventstore.Seq(len(s.want)); got != want {
		s.Fatalf("Head after a refused append to %.40q: got %d, want %d as before", stream, got, want)
	}
}

// isError reports whether err is the typed error wanted, with the same facts.
// The reason of an invalid append is free.
func isError(err, want error) bool {
	switch want := want.(type) {
	case *eventstore.ConflictError:
		got, ok := errors.AsType[*eventstore.ConflictError](err)
		return ok && *got == *want
	case *eventstore.DuplicateError:
		got, ok := errors.AsType[*eventstore.DuplicateError](err)
		return ok && *got == *want
	case *eventstore.TooLargeError:
		got, ok := errors.AsType[*eventstore.TooLargeError](err)
		return ok && *got == *want
	case *eventstore.InvalidError:
		_, ok := errors.AsType[*eventstore.InvalidError](err)
		return ok
	}
	return errors.Is(err, want)
}

// conflict is the error of a stream that is not where an append expected it.
func conflict(stream eventstore.StreamID, expected, actual eventstore.Revision) error {
	return &eventstore.ConflictError{Stream: stream, Expected: expected, Actual: actual}
}

// reads checks both ways of reading a stream, or of the log where stream is
// empty, after a revision or Seq.
func (s *subject) reads(stream eventstore.StreamID, after int64, want []eventstore.Event) {
	s.Helper()
	for _, parts := range []eventstore.Parts{eventstore.Whole, eventstore.WithoutMetadata} {
		if stream == "" {
			same(s, fmt.Sprintf("ReadAll after %d", after), s.ReadAll(s.ctx, eventstore.Seq(after), parts), want, parts)
		} else {
			what := fmt.Sprintf("ReadStream of %s after %d", stream, after)
			same(s, what, s.ReadStream(s.ctx, stream, eventstore.Revision(after), parts), want, parts)
		}
	}
}

// together runs f count times at once and returns when all have returned. The
// first error fails the case and ends the context of the others.
func (s *subject) together(count int, f func(ctx context.Context, i int) error) {
	s.Helper()
	g, ctx := errgroup.WithContext(s.ctx)
	for i := range count {
		g.Go(func() error { return f(ctx, i) })
	}
	if err := g.Wait(); err != nil {
		s.Fatal(err)
	}
}

// examine checks the whole store, and once more after opening it again.
func (s *subject) examine() {
	s.Helper()
	if !s.closed {
		s.holds("in the end")
	}
	if s.reopen() {
		s.holds("after it was opened again")
	}
}

// holds checks that the log is what the case has recorded.
func (s *subject) holds(when string) {
	s.Helper()
	log := Check(s, s.Store)
	if !s.free {
		same(s, "the log "+when, all(log, nil), s.want, eventstore.Whole)
	}
	if s.Failed() {
		s.Fatalf("the whole log was checked %s", when)
	}
}

// reopen closes the store and opens its log again, if that can be done.
func (s *subject) reopen() bool {
	s.Helper()
	if s.reopener == nil {
		return false
	}
	ledger := s.LedgerID()
	s.close()
	s.Store, s.closed = s.reopener(), false
	if got := s.LedgerID(); got != ledger {
		s.Errorf("LedgerID after it was opened again: got %s, want %s", got, ledger)
	}
	return true
}

func (s *subject) close() {
	s.Helper()
	if s.closed {
		return
	}
	s.closed = true
	if err := s.Close(); err != nil {
		s.Errorf("Close: %v", err)
	}
}

// stream is the name of the i-th stream of a case.
func stream(i int) eventstore.StreamID { return eventstore.StreamID(fmt.Sprintf("hub-QE%d", i)) }
