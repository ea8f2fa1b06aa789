package storetest

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/hubledger/hubledger/eventstore"
)

var appendCases = []testCase{
	{"an append of many events is one", manyAtOnce},
	{"expected revision too low or too high", wrongRevision},
	{"a conflict uses up no seq", conflictLeavesNothing},
	{"appends that can't be one", invalid},
	{"the size limit", sizeLimit},
}

// The events of one append follow one another, and the next append follows
// them.
func manyAtOnce(s *subject) {
	for i, count := range []int{1, 2, 7, 300, 1} {
		name := stream(i % 2)
		s.append(name, s.revision(name), Events(ID(fmt.Sprint("many ", i)), "Happened", count)...)
	}
}

// Only the revision that a stream is at lets an append in, and a conflict says
// where the stream is.
func wrongRevision(s *subject) {
	s.grow(stream(1), 12)
	s.grow(stream(2), 1)
	for expected := eventstore.NoStream; expected < 14; expected++ {
		if expected != 11 {
			s.refuse(conflict(stream(1), expected, 11), stream(1), expected, s.newEvent())
		}
	}
	s.refuse(conflict(stream(2), 12, 0), stream(2), 12, s.newEvent()) // the log's length is not its revision
	s.refuse(conflict(stream(3), 12, eventstore.NoStream), stream(3), 12, s.newEvent())
	s.grow(stream(1), 1)
}

// A refused append records none of its events, and the next one takes the Seq
// that it would have had.
func conflictLeavesNothing(s *subject) {
	s.grow(stream(1), 2)
	for i := range 3 {
		refused := Events(ID(fmt.Sprint("refused ", i)), "Happened", 5)
		s.refuse(conflict(stream(1), 0, s.revision(stream(1))), stream(1), 0, refused...)
		if got, err := s.Find(s.ctx, stream(1), ID(fmt.Sprint("refused ", i))); len(got) > 0 || err != nil {
			s.Errorf("Find of a refused command: got %d events and error %v, want nothing", len(got), err)
		}
		s.grow(stream(1), 1)
	}
	// The command of a refused append is free to be recorded.
	s.append(stream(1), s.revision(stream(1)), Events(ID("refused 1"), "Happened", 5)...)
}

// What can't be an append is refused before anything else, and for good.
func invalid(s *subject) {
	s.grow(stream(1), 1)
	not := &eventstore.InvalidError{Reason: "the append can't be one"}
	s.refuse(not, stream(1), 0)
	s.refuse(not, stream(1), 0, []eventstore.NewEvent{}...)
	for _, name := range []eventstore.StreamID{
		"", " ", "hub QE1", "hub/QE1", "hub-QE1\n", "\x00", "hub-Ä", "hub-\xff", "$all", "a,b", "a%", "a*", "a'b",
		eventstore.StreamID(strings.Repeat("a", 201)),
	} {
		s.refuse(not, name, eventstore.NoStream, s.newEvent())
	}
	s.refuse(not, stream(1), -2, s.newEvent())
	s.refuse(not, stream(2), -2, s.newEvent())
	for _, typ := range []string{"", "$metadata", "Happened\x00", "Happened\xff"} {
		s.refuse(not, stream(1), 0, s.newEvent(), Event(ID("type "+typ), 0, typ, []byte("{}")))
	}
	twice := Event(ID("twice"), 3, "Happened", []byte("{}"))
	s.refuse(not, stream(1), 0, twice, s.newEvent(), twice)
	s.refuse(not, stream(1), 7, twice, twice) // before a conflict
	s.grow(stream(1), 1)
}

// An append of exactly the limit is recorded and one byte more is not, however
// the bytes are spread over events, types, data and metadata.
func sizeLimit(s *subject) {
	// sized is an append of just so many bytes.
	sized := func(name string, size, count int) []eventstore.NewEvent {
		var events []eventstore.NewEvent
		for n := range count - 1 {
			events = append(events, Event(ID(name), n, "Happened", bytes.Repeat([]byte{'x'}, size/count/2)))
			size -= events[n].Size()
		}
		last := Event(ID(name), count-1, "Happened", nil)
		return append(events, Event(ID(name), count-1, "Happened", bytes.Repeat([]byte{'y'}, size-last.Size())))
	}
	tooLarge := &eventstore.TooLargeError{Size: eventstore.MaxAppend + 1, Limit: eventstore.MaxAppend}
	for i, count := range []int{1, 4} {
		name := fmt.Sprint("limit ", count)
		s.refuse(tooLarge, stream(i), eventstore.NoStream, sized(name, eventstore.MaxAppend+1, count)...)
		s.append(stream(i), eventstore.NoStream, sized(name, eventstore.MaxAppend, count)...)
	}
	half := bytes.Repeat([]byte{0xff}, eventstore.MaxAppend/2)
	s.refuse(tooLarge, stream(0), 0, Foreign("T", half, half))
	s.append(stream(0), 0, Foreign("T", half, half[1:]))
	s.refuse(tooLarge, stream(0), 1, Foreign("TT", half, half[1:]))
	s.refuse(tooLarge, stream(0), 7, Foreign("TT", half, half[1:])) // before a conflict
}
