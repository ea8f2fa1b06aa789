package storetest

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// attempt is an append of the events of one command, and what was answered.
type attempt struct {
	stream   eventstore.StreamID
	expected eventstore.Revision
	command  uuid.UUID
	events   []eventstore.NewEvent
	first    eventstore.Seq
	err      error
}

// last is the revision of the last event, where it was acknowledged.
func (a attempt) last() eventstore.Revision {
	return a.expected + eventstore.Revision(len(a.events))
}

// persist appends the events of one command at whatever revision the stream is
// at, going after it on each conflict. A conflict must tell of a later
// revision than the one known.
func persist(ctx context.Context, s eventstore.Store, stream eventstore.StreamID, expected eventstore.Revision, events []eventstore.NewEvent) attempt {
	a := attempt{stream: stream, expected: expected, command: events[0].Stated().Command, events: events}
	for {
		a.first, a.err = s.Append(ctx, stream, a.expected, events)
		conflict, moved := errors.AsType[*eventstore.ConflictError](a.err)
		switch {
		case !moved:
			return a
		case conflict.Actual <= a.expected:
			a.err = fmt.Errorf("after an append at %d to a stream that only grows: %w", a.expected, a.err)
			return a
		}
		a.expected = conflict.Actual
	}
}

// refused reports whether an answer promises that nothing was recorded.
func refused(err error) bool {
	_, conflict := errors.AsType[*eventstore.ConflictError](err)
	_, duplicate := errors.AsType[*eventstore.DuplicateError](err)
	_, invalid := errors.AsType[*eventstore.InvalidError](err)
	_, tooLarge := errors.AsType[*eventstore.TooLargeError](err)
	return conflict || duplicate || invalid || tooLarge
}

// account checks that the log holds each acknowledged attempt where it was
// said to be, of each one in doubt all or nothing, and nothing besides. It
// returns the log.
func (s *subject) account(writers ...[]attempt) []eventstore.Event {
	s.Helper()
	log := Check(s, s.Store)
	found := make(map[commandKey][]eventstore.Event)
	for _, e := range log {
		k := commandKey{e.Stream, eventstore.ParseStated(e.Metadata).Command}
		found[k] = append(found[k], e)
	}
	for _, attempts := range writers {
		for _, a := range attempts {
			k := commandKey{a.stream, a.command}
			if err := a.agrees(found[k]); err != nil {
				s.Fatalf("command %s in %s was answered with seq %d, error %v: %v", a.command, a.stream, a.first, a.err, err)
			}
			delete(found, k)
		}
	}
	for k, events := range found {
		s.Fatalf("the log holds %d events of command %s in %s, which nobody appended", len(events), k.command, k.stream)
	}
	return log
}

// agrees compares what an attempt recorded with what was answered.
func (a attempt) agrees(got []eventstore.Event) error {
	if len(got) == 0 && a.err != nil {
		return nil
	}
	switch {
	case len(got) != len(a.events):
		return fmt.Errorf("%d of its %d events are recorded", len(got), len(a.events))
	case refused(a.err):
		return errors.New("it is recorded all the same")
	case a.err == nil && (got[0].Seq != a.first || got[0].Revision != a.expected+1):
		return fmt.Errorf("it is recorded at seq %d, revision %d, want %d, %d", got[0].Seq, got[0].Revision, a.first, a.expected+1)
	}
	for i, e := range a.events {
		n := eventstore.Seq(i)
		want := recorded(got[0].Seq+n, a.stream, got[0].Revision+eventstore.Revision(n), e)
		if d := difference(got[i], want, eventstore.Whole); d != "" {
			return errors.New(d)
		}
	}
	return nil
}

// settle returns when appends whose answer was cut off are recorded or never
// will be: a store that was closed has let them finish. Where the harness
// can't open it again, a log that has not grown for a while is taken to be at
// rest.
func (s *subject) settle() {
	s.Helper()
	if s.reopen() {
		return
	}
	for head := eventstore.Seq(-1); head != s.Head(); time.Sleep(100 * time.Millisecond) {
		head = s.Head()
	}
}
