package storetest

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// RecordedAt is when every event of this package says it was recorded.
var RecordedAt = eventstore.InstantOf(time.Date(2024, time.April, 1, 9, 30, 0, 123456000, time.UTC))

// ID is the same random-looking id for the same name, so that a test that
// fails shows the same ids when it is run again.
func ID(name string) uuid.UUID { return uuid.NewSHA1(uuid.NameSpaceURL, []byte("storetest:"+name)) }

// Event is a valid event to append: the n-th, from 0, of a command. edit may
// change its envelope before it is sealed.
func Event(command uuid.UUID, n int, typ string, data []byte, edit ...func(*eventstore.Envelope)) eventstore.NewEvent {
	env := eventstore.Envelope{
		V:           1,
		RecordedAt:  RecordedAt,
		EffectiveOn: "2024-04-01",
		Command:     &eventstore.Command{Name: "test", V: 1, ID: command, Hash: eventstore.HashOf(command[:]), N: n},
		Rules:       1,
	}
	for _, f := range edit {
		f(&env)
	}
	e, err := eventstore.Seal(uuid.NewSHA1(command, fmt.Append(nil, n)), typ, data, env)
	if err != nil {
		panic(err) // only an edit can make an envelope that can't be written
	}
	return e
}

// After makes an event state that it follows prev in its stream.
func After(prev eventstore.NewEvent) func(*eventstore.Envelope) {
	return func(env *eventstore.Envelope) { env.Prev = eventstore.HashOf(prev.Metadata) }
}

// WithoutCommand makes an event state no command.
func WithoutCommand(env *eventstore.Envelope) { env.Command = nil }

// Events are what one command appends: count events, each stating the one
// before it.
func Events(command uuid.UUID, typ string, count int) []eventstore.NewEvent {
	events := make([]eventstore.NewEvent, count)
	for n := range events {
		var edit []func(*eventstore.Envelope)
		if n > 0 {
			edit = append(edit, After(events[n-1]))
		}
		events[n] = Event(command, n, typ, fmt.Appendf(nil, `{"command":%q,"n":%d}`, command, n), edit...)
	}
	return events
}

// Foreign is an event from elsewhere: its metadata is no envelope and states
// nothing.
func Foreign(typ string, data, metadata []byte) eventstore.NewEvent {
	return eventstore.NewEvent{
		ID:       uuid.NewSHA1(uuid.NameSpaceURL, fmt.Appendf(nil, "%s|%s|%s", typ, data, metadata)),
		Type:     typ,
		Data:     data,
		Metadata: metadata,
	}
}

// Fill appends count events, each of a command of its own, to the streams in
// turn, after what they hold. It returns the Seq of the last one.
func Fill(t testing.TB, s eventstore.Store, count int, streams ...eventstore.StreamID) eventstore.Seq {
	t.Helper()
	ctx := context.Background()
	last := s.Head()
	for i := range count {
		stream := streams[i%len(streams)]
		expected := eventstore.NoStream
		prev, ok, err := s.Last(ctx, stream)
		if err != nil {
			t.Fatalf("couldn't read the last event of %s: %v", stream, err)
		}
		var edit []func(*eventstore.Envelope)
		if ok {
			expected = prev.Revision
			edit = append(edit, After(eventstore.NewEvent{Metadata: prev.Metadata}))
		}
		command := ID(fmt.Sprintf("fill %s %d", stream, expected+1))
		e := Event(command, 0, "Filled", fmt.Appendf(nil, `{"i":%d}`, i), edit...)
		last, err = s.Append(ctx, stream, expected, []eventstore.NewEvent{e})
		if err != nil {
			t.Fatalf("couldn't append to %s at %d: %v", stream, expected, err)
		}
	}
	return last
}
