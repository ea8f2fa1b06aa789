package storetest

import (
	"math"
	"strings"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

var orderCases = []testCase{
	{"an empty log", emptyLog},
	{"seqs and revisions count on after 9 and 99", countsOn},
	{"after is exclusive", exclusive},
	{"no stream is not revision 0", noStream},
	{"the largest numbers", largest},
	{"streams whose names begin alike", alike},
}

// An empty log answers every question, with nothing.
func emptyLog(s *subject) {
	if got := s.Head(); got != 0 {
		s.Errorf("Head: got %d, want 0", got)
	}
	s.reads("", 0, nil)
	s.reads(stream(1), int64(eventstore.NoStream), nil)
	s.reads(stream(1), 0, nil)
	if e, ok, err := s.Last(s.ctx, stream(1)); ok || err != nil {
		s.Errorf("Last: got seq %d, ok %t, error %v, want nothing", e.Seq, ok, err)
	}
	for _, command := range []uuid.UUID{ID("unknown"), uuid.Nil} {
		if got, err := s.Find(s.ctx, stream(1), command); len(got) > 0 || err != nil {
			s.Errorf("Find of %s: got %d events and error %v, want nothing", command, len(got), err)
		}
	}
	if e, ok, err := eventstore.Get(s.ctx, s, 1); ok || err != nil {
		s.Errorf("Get of 1: got seq %d, ok %t, error %v, want nothing", e.Seq, ok, err)
	}
}

// Ten comes after nine, and a hundred after ninety-nine, in the log and in a
// stream: numbers kept as text come out in another order.
func countsOn(s *subject) {
	s.grow(stream(2), 1)
	s.grow(stream(1), 120)
	for _, after := range []int64{8, 9, 10, 98, 99, 100} {
		s.reads(stream(1), after, s.wantOf(stream(1))[after+1:])
		s.reads("", after, s.want[after:])
		s.reads("", after+1, s.want[after+1:])
	}
}

// A read begins with the event after the one it names, wherever that is.
func exclusive(s *subject) {
	for i := range 12 {
		s.grow(stream(i%3), 1)
	}
	for after := range len(s.want) + 2 {
		s.reads("", int64(after), s.want[min(after, len(s.want)):])
	}
	for i := range 3 {
		want := s.wantOf(stream(i))
		for after := -1; after < len(want)+1; after++ {
			s.reads(stream(i), int64(after), want[min(after+1, len(want)):])
		}
	}
}

// A stream without events is at NoStream and one with a first event is at 0,
// and neither is taken for the other.
func noStream(s *subject) {
	s.refuse(conflict(stream(1), 0, eventstore.NoStream), stream(1), 0, s.newEvent())
	s.append(stream(1), eventstore.NoStream, s.newEvent())
	s.refuse(conflict(stream(1), eventstore.NoStream, 0), stream(1), eventstore.NoStream, s.newEvent())
	s.reads(stream(1), int64(eventstore.NoStream), s.want)
	s.reads(stream(1), 0, nil)
	s.append(stream(1), 0, s.newEvent())
}

// Nothing comes after the largest number, and adding one to it breaks nothing.
func largest(s *subject) {
	s.grow(stream(1), 3)
	s.reads("", math.MaxInt64, nil)
	s.reads(stream(1), math.MaxInt64, nil)
	for _, n := range []eventstore.Revision{math.MaxInt32, math.MaxInt64 - 1, math.MaxInt64} {
		s.refuse(conflict(stream(1), n, 2), stream(1), n, s.newEvent())
		s.refuse(conflict(stream(2), n, eventstore.NoStream), stream(2), n, s.newEvent())
	}
	if e, ok, err := eventstore.Get(s.ctx, s, math.MaxInt64); ok || err != nil {
		s.Errorf("Get of the largest seq: got seq %d, ok %t, error %v, want nothing", e.Seq, ok, err)
	}
}

// A name is the whole of a name: neither its beginning, nor its letters in
// another case, nor a sign that stands for any other in some language of
// queries, is the same stream.
func alike(s *subject) {
	names := []eventstore.StreamID{
		"hub-QE1", "hub-QE10", "hub-QE1~slug", "hub-QE", "hub-qe1", "HUB-QE1", "hub_QE1",
		"hub-QE_", "hub-QE.", "QE1", "-", "1", "01", eventstore.StreamID(strings.Repeat("a", 200)),
	}
	for range 2 {
		for _, name := range names {
			s.grow(name, 1)
		}
	}
	for _, name := range names {
		s.reads(name, int64(eventstore.NoStream), s.wantOf(name))
	}
	if e, ok, err := s.Last(s.ctx, "hub-QE100"); ok || err != nil {
		s.Errorf("Last of a stream without events: got seq %d, ok %t, error %v, want nothing", e.Seq, ok, err)
	}
	s.reads("hub-Q", int64(eventstore.NoStream), nil)
}
