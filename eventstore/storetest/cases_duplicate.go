package storetest

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

var duplicateCases = []testCase{
	{"a command is recorded once in a stream", duplicate},
	{"a duplicate comes before a conflict", duplicateFirst},
	{"one known command refuses the whole append", duplicateAmong},
	{"a command in another stream is another", otherStream},
	{"events without command are never duplicates", noCommand},
	{"the same event id twice", sameEventID},
	{"find brings back one command", findsOne},
	{"commands are known after opening again", knownAgain},
}

func taken(stream eventstore.StreamID, command uuid.UUID) error {
	return &eventstore.DuplicateError{Stream: stream, Command: command}
}

// A command that has recorded events in a stream records none there again:
// neither the same, nor others, nor more of them.
func duplicate(s *subject) {
	events := Events(ID("once"), "Happened", 3)
	s.append(stream(1), eventstore.NoStream, events...)
	s.grow(stream(1), 1)
	s.refuse(taken(stream(1), ID("once")), stream(1), 3, events...)
	s.refuse(taken(stream(1), ID("once")), stream(1), 3, events[1])
	s.refuse(taken(stream(1), ID("once")), stream(1), 3, Event(ID("once"), 0, "Changed", []byte("other")))
	s.refuse(taken(stream(1), ID("once")), stream(1), 3, Event(ID("once"), 3, "More", []byte("more")))
	s.grow(stream(1), 1)
}

// A retry of what was recorded is told so even though its stream has moved on:
// were it told of a conflict, it would be decided and recorded again.
func duplicateFirst(s *subject) {
	events := Events(ID("first"), "Happened", 2)
	s.append(stream(1), eventstore.NoStream, events...)
	for expected := eventstore.NoStream; expected < 4; expected++ {
		s.refuse(taken(stream(1), ID("first")), stream(1), expected, events...)
	}
	s.grow(stream(1), 2)
	s.refuse(taken(stream(1), ID("first")), stream(1), eventstore.NoStream, events...)
}

// An append that holds several commands is refused as a whole when one of them
// is known, wherever it stands, and the others stay unknown.
func duplicateAmong(s *subject) {
	known := Event(ID("known"), 0, "Happened", []byte("{}"))
	s.append(stream(1), eventstore.NoStream, known)
	for at := range 3 {
		events := []eventstore.NewEvent{s.newEvent(), s.newEvent()}
		if at < 2 {
			events[at] = known
		} else {
			events = append(events, known)
		}
		s.refuse(taken(stream(1), ID("known")), stream(1), 0, events...)
		s.refuse(taken(stream(1), ID("known")), stream(1), 7, events...)
	}
	s.commands = 0 // the same ids as above
	s.append(stream(1), 0, s.newEvent(), s.newEvent(), s.newEvent(), s.newEvent())
}

// Duplicates are a matter of one stream: the same command in another stream is
// recorded there, and each stream finds its own.
func otherStream(s *subject) {
	for i := range 3 {
		s.append(stream(i), eventstore.NoStream, Events(ID("shared"), "Happened", i+1)...)
	}
	for i := range 3 {
		got, err := s.Find(s.ctx, stream(i), ID("shared"))
		same(s, fmt.Sprintf("Find in %s", stream(i)), all(got, err), s.wantOf(stream(i)), eventstore.Whole)
		s.refuse(taken(stream(i), ID("shared")), stream(i), s.revision(stream(i)), Events(ID("shared"), "Happened", 1)...)
	}
	if got, err := s.Find(s.ctx, stream(7), ID("shared")); len(got) > 0 || err != nil {
		s.Errorf("Find in a stream without events: got %d events and error %v, want nothing", len(got), err)
	}
}

// Events that state no command, those from elsewhere, may come as often as
// they like, and are not found as those of the command of zeros; that command
// is one like any other.
func noCommand(s *subject) {
	foreign := Foreign("from-elsewhere", []byte("x"), []byte(`{"tenant":7}`))
	bare := Event(ID("bare"), 0, "Happened", []byte("{}"), WithoutCommand)
	s.append(stream(1), eventstore.NoStream, foreign, bare)
	s.append(stream(1), 1, foreign, foreign, bare)
	if got, err := s.Find(s.ctx, stream(1), uuid.Nil); len(got) > 0 || err != nil {
		s.Errorf("Find of the command of zeros: got %d events %s and error %v, want nothing", len(got), brief(got), err)
	}
	s.append(stream(1), 4, Events(uuid.Nil, "Happened", 2)...)
	got, err := s.Find(s.ctx, stream(1), uuid.Nil)
	same(s, "Find of the command of zeros", all(got, err), s.want[5:], eventstore.Whole)
	s.refuse(taken(stream(1), uuid.Nil), stream(1), 6, Events(uuid.Nil, "Happened", 1)...)
	s.append(stream(1), 6, foreign)
}

// Event ids are kept and not compared: a log that took events from elsewhere
// may hold one twice.
func sameEventID(s *subject) {
	e := Foreign("from-elsewhere", []byte("x"), nil)
	s.append(stream(1), eventstore.NoStream, e, e)
	s.append(stream(2), eventstore.NoStream, e)
	e.Data = []byte("other")
	s.append(stream(1), 1, e)
	zero := eventstore.NewEvent{Type: "without-id"}
	s.append(stream(1), 2, zero, zero)
}

// Find brings back the events of one command, all and in order, also where
// more than ten of them stand between those of others in one append.
func findsOne(s *subject) {
	var events []eventstore.NewEvent
	ours, others := Events(ID("ours"), "Happened", 12), Events(ID("others"), "Happened", 12)
	for n := range ours {
		events = append(events, others[n], ours[n])
	}
	s.append(stream(1), eventstore.NoStream, events...)
	s.grow(stream(1), 1)
	for i, command := range []string{"others", "ours"} {
		var want []eventstore.Event
		for n := i; n < 24; n += 2 {
			want = append(want, s.want[n])
		}
		got, err := s.Find(s.ctx, stream(1), ID(command))
		same(s, "Find of "+command, all(got, err), want, eventstore.Whole)
	}
	if got, err := s.Find(s.ctx, stream(1), ID("nobody's")); len(got) > 0 || err != nil {
		s.Errorf("Find of an unknown command: got %d events and error %v, want nothing", len(got), err)
	}
}

// A store that was opened again knows the commands and revisions of its log,
// and goes on where it ended.
func knownAgain(s *subject) {
	s.append(stream(1), eventstore.NoStream, Events(ID("before"), "Happened", 11)...)
	s.grow(stream(2), 2)
	for range 2 {
		if !s.reopen() {
			s.Skip("the harness can't open the store again")
		}
		s.refuse(taken(stream(1), ID("before")), stream(1), eventstore.NoStream, Events(ID("before"), "Happened", 1)...)
		s.refuse(conflict(stream(2), eventstore.NoStream, s.revision(stream(2))), stream(2), eventstore.NoStream, s.newEvent())
		s.refuse(conflict(stream(3), 0, eventstore.NoStream), stream(3), 0, s.newEvent())
		s.grow(stream(2), 1)
		s.grow(stream(1), 1)
	}
}
