package storetest

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

var bytesCases = []testCase{
	{"bytes come back as they went in", byteForByte},
	{"unknown types", unknownTypes},
	{"what metadata states stands beside the event", columns},
	{"metadata that is no envelope", noEnvelope},
	{"an event made by hand is one that was sealed", madeByHand},
	{"what was handed in is not the store's memory", handedIn},
	{"what is handed out is not the store's memory", handedOut},
}

// Data and metadata are bytes: a NUL, what is no UTF-8, nothing at all and a
// lot of it come back as they are.
func byteForByte(s *subject) {
	every := make([]byte, 256)
	for i := range every {
		every[i] = byte(i)
	}
	long := bytes.Repeat(every, 700)
	for i, b := range [][]byte{
		nil, {}, {0}, []byte("a\x00b"), []byte("\x00\x00"), []byte("ends in NUL\x00"), []byte("\xff\xfe"), []byte("\xc3\x28"),
		[]byte("\r\n"), []byte("'; --"), []byte("12"), []byte("1e400"), []byte("null"), []byte(`{"a":1,"a":2}`),
		[]byte("{ \"spaces\" : [ ] }\n"), []byte("\ufeff{}"), every, long,
	} {
		s.append(stream(1), s.revision(stream(1)),
			Event(ID(fmt.Sprint("bytes ", i)), 0, "sealed", b),
			Foreign("data", b, []byte("{}")),
			Foreign("metadata", []byte("{}"), b),
			Foreign("both", b, b))
	}
}

// A type is a name that the store knows nothing about.
func unknownTypes(s *subject) {
	for i, typ := range []string{
		"x", "never seen before", "Größe", "事件", "a/b", "a'b\"c", "%", "1", " ", strings.Repeat("t", 3000),
	} {
		s.append(stream(1), s.revision(stream(1)), Event(ID(fmt.Sprint("type ", i)), 0, typ, []byte("{}")))
	}
}

// Version, instant and date are those the metadata states, to the microsecond
// and for any year, whether or not the read brings the metadata along.
func columns(s *subject) {
	for i, at := range []time.Time{
		time.Date(2024, 4, 1, 0, 0, 0, 0, time.UTC),
		time.Date(2024, 4, 1, 0, 0, 0, 1000, time.UTC),
		time.Date(2024, 2, 29, 23, 59, 59, 999999000, time.UTC),
		time.Date(2024, 7, 1, 12, 0, 0, 100000000, time.FixedZone("BST", 3600)),
		time.Date(1969, 12, 31, 23, 59, 59, 999999000, time.UTC),
		time.Date(1, 1, 1, 0, 0, 0, 1000, time.UTC),
		time.Date(9999, 12, 31, 23, 59, 59, 999999000, time.UTC),
	} {
		for j, on := range []string{"", "2024-02-29"} {
			e := Event(ID(fmt.Sprint("columns ", i, j)), 0, "Happened", []byte("{}"), func(env *eventstore.Envelope) {
				env.V, env.RecordedAt, env.EffectiveOn = i+1, eventstore.InstantOf(at), on
			})
			s.append(stream(1), s.revision(stream(1)), e)
			want := &s.want[len(s.want)-1]
			// Not from the metadata: a second opinion on it.
			want.Version, want.RecordedAt, want.EffectiveOn = i+1, at.UTC(), on
		}
	}
	s.reads("", 0, s.want)
	s.reads(stream(1), int64(eventstore.NoStream), s.want)
}

// Metadata that is no envelope states nothing, and where members of it are not
// of an envelope's form, they state nothing either.
func noEnvelope(s *subject) {
	for _, metadata := range []string{
		"", "null", "[]", `"text"`, "12", "not JSON", `{"v":1`, `{"v":1}trailing`, `{"v":1,"v":2}`, "\xff", "{}",
		`{"v":0,"recordedAt":"yesterday","effectiveOn":"1 April","command":{"id":"7","n":0}}`,
		`{"v":"1","recordedAt":7,"effectiveOn":20240401,"command":"x"}`,
		`{"recordedAt":"2024-04-01T09:30:00Z"}`,
		`{"command":{"id":"00000000-0000-0000-0000-000000000001"}}`,
		`{"command":{"n":0}}`,
		`{"command":null,"v":3}`,
	} {
		e := Foreign("from-elsewhere", []byte("x"), []byte(metadata))
		s.append(stream(1), s.revision(stream(1)), e, e)
	}
}

// An event made by hand out of the same bytes is recorded as the sealed one
// would be, its command included.
func madeByHand(s *subject) {
	sealed := Events(ID("sealed"), "Happened", 2)
	byHand := func(e eventstore.NewEvent) eventstore.NewEvent {
		return eventstore.NewEvent{ID: e.ID, Type: e.Type, Data: e.Data, Metadata: e.Metadata}
	}
	s.append(stream(1), eventstore.NoStream, byHand(sealed[0]), byHand(sealed[1]))
	s.refuse(taken(stream(1), ID("sealed")), stream(1), 1, sealed[0])
	s.refuse(taken(stream(1), ID("sealed")), stream(1), 1, byHand(sealed[1]))
	s.refuse(&eventstore.InvalidError{}, stream(2), eventstore.NoStream, byHand(sealed[0]), byHand(sealed[0]))
	got, err := s.Find(s.ctx, stream(1), ID("sealed"))
	same(s, "Find", all(got, err), s.want, eventstore.Whole)
}

// The store neither changes what it is handed nor keeps it: once an append has
// returned, the log does not change with the caller's slices.
func handedIn(s *subject) {
	events := Events(ID("handed in"), "Happened", 3)
	kept := slices.Clone(events)
	for i, e := range kept {
		kept[i].Data, kept[i].Metadata = slices.Clone(e.Data), slices.Clone(e.Metadata)
	}
	s.append(stream(1), eventstore.NoStream, events...)
	for i, e := range events {
		k := kept[i]
		if e.ID != k.ID || e.Type != k.Type || !bytes.Equal(e.Data, k.Data) || !bytes.Equal(e.Metadata, k.Metadata) {
			s.Errorf("Append has changed event %d of those it was handed", i)
		}
		scribble(e.Data, e.Metadata)
		events[i] = eventstore.NewEvent{Type: "scribbled"}
	}
	s.holds("after what was handed in was overwritten")
}

// Whoever reads may write on what came out, at once or later, and neither the
// log nor another reader sees it; nor does reading on change what came before.
func handedOut(s *subject) {
	s.append(stream(1), eventstore.NoStream, Events(ID("handed out"), "Happened", 12)...)
	for _, parts := range []eventstore.Parts{eventstore.Whole, eventstore.WithoutMetadata} {
		for e, err := range s.ReadAll(s.ctx, 0, parts) {
			if err != nil {
				s.Fatalf("ReadAll: %v", err)
			}
			scribble(e.Data, e.Metadata)
		}
		for e, err := range s.ReadStream(s.ctx, stream(1), eventstore.NoStream, parts) {
			if err != nil {
				s.Fatalf("ReadStream: %v", err)
			}
			scribble(e.Data, e.Metadata)
		}
		s.holds("after what a read yielded was overwritten")
	}
	for range 2 {
		e, _, err := s.Last(s.ctx, stream(1))
		if err != nil {
			s.Fatalf("Last: %v", err)
		}
		scribble(e.Data, e.Metadata)
		found, err := s.Find(s.ctx, stream(1), ID("handed out"))
		if err != nil {
			s.Fatalf("Find: %v", err)
		}
		for i, e := range found {
			scribble(e.Data, e.Metadata)
			found[i] = eventstore.Event{ID: uuid.Max}
		}
		s.holds("after what Last and Find brought back was overwritten")
	}
	// Data and metadata do not share room either: what grows one at its end
	// leaves the other as it is.
	for e, err := range s.ReadAll(s.ctx, 0, eventstore.Whole) {
		if err != nil {
			s.Fatalf("ReadAll: %v", err)
		}
		_ = append(e.Data, "grown"...)
		_ = append(e.Metadata, "grown"...)
		if d := difference(e, s.want[e.Seq-1], eventstore.Whole); d != "" {
			s.Fatalf("after its data and metadata were appended to: %s", d)
		}
	}
}

func scribble(bytes ...[]byte) {
	for _, b := range bytes {
		for i := range b {
			b[i] = '#'
		}
	}
}
