package storetest

import (
	"bytes"
	"fmt"
	"iter"
	"math"
	"testing"

	"github.com/hubledger/hubledger/eventstore"
)

// Check examines the whole of a log and reports what it finds wrong: Seqs are
// 1…n and n is the head, revisions are 0…k in each stream, what stands beside
// an event is what its metadata states, its data is what its metadata was
// sealed with, and ReadStream, Last, Find and a read without metadata agree
// with ReadAll. Nothing may be appended meanwhile. It returns the events.
func Check(t testing.TB, s eventstore.Store) []eventstore.Event {
	t.Helper()
	ctx := t.Context()
	log, err := collect(s.ReadAll(ctx, 0, eventstore.Whole))
	if err != nil {
		t.Errorf("couldn't read the log: %v", err)
		return log
	}
	if got, want := s.Head(), eventstore.Seq(len(log)); got != want {
		t.Errorf("Head: got %d, want %d, the number of events that ReadAll yields", got, want)
	}
	streams := make(map[eventstore.StreamID][]eventstore.Event)
	commands := make(map[commandKey][]eventstore.Event)
	for i, e := range log {
		if want := eventstore.Seq(i + 1); e.Seq != want {
			t.Errorf("ReadAll: event %d in order has seq %d", want, e.Seq)
		}
		if want := eventstore.Revision(len(streams[e.Stream])); e.Revision != want {
			t.Errorf("ReadAll: seq %d is revision %d of %s, want %d", e.Seq, e.Revision, e.Stream, want)
		}
		streams[e.Stream] = append(streams[e.Stream], e)
		if st := stated(t, e); st.HasCommand {
			k := commandKey{e.Stream, st.Command}
			commands[k] = append(commands[k], e)
		}
	}
	same(t, "ReadAll without metadata", s.ReadAll(ctx, 0, eventstore.WithoutMetadata), log, eventstore.WithoutMetadata)
	same(t, "ReadAll after the head", s.ReadAll(ctx, s.Head(), eventstore.Whole), nil, eventstore.Whole)
	for stream, want := range streams {
		checkStream(t, s, stream, want)
	}
	for k, want := range commands {
		got, err := s.Find(ctx, k.stream, k.command)
		same(t, fmt.Sprintf("Find of command %s in %s", k.command, k.stream), all(got, err), want, eventstore.Whole)
	}
	return log
}

// stated compares the columns beside an event with its metadata.
func stated(t testing.TB, e eventstore.Event) eventstore.Stated {
	t.Helper()
	st := eventstore.ParseStated(e.Metadata)
	if e.Version != st.Version {
		t.Errorf("seq %d: version is %d, its metadata states %d", e.Seq, e.Version, st.Version)
	}
	if !e.RecordedAt.Equal(st.RecordedAt) {
		t.Errorf("seq %d: recordedAt is %v, its metadata states %v", e.Seq, e.RecordedAt, st.RecordedAt)
	}
	if e.EffectiveOn != st.EffectiveOn {
		t.Errorf("seq %d: effectiveOn is %q, its metadata states %q", e.Seq, e.EffectiveOn, st.EffectiveOn)
	}
	if st.HasDataHash && eventstore.HashOf(e.Data) != st.DataHash {
		t.Errorf("seq %d: the hash of its data is not the one its metadata states", e.Seq)
	}
	return st
}

func checkStream(t testing.TB, s eventstore.Store, stream eventstore.StreamID, want []eventstore.Event) {
	t.Helper()
	ctx := t.Context()
	read := func(after eventstore.Revision, want []eventstore.Event, parts eventstore.Parts) {
		t.Helper()
		what := fmt.Sprintf("ReadStream of %s after %d", stream, after)
		same(t, what, s.ReadStream(ctx, stream, after, parts), want, parts)
	}
	last := want[len(want)-1]
	read(eventstore.NoStream, want, eventstore.Whole)
	read(eventstore.NoStream, want, eventstore.WithoutMetadata)
	read(0, want[1:], eventstore.Whole)
	read(last.Revision-1, want[last.Revision:], eventstore.Whole)
	read(last.Revision, nil, eventstore.Whole)
	read(math.MaxInt64, nil, eventstore.Whole)
	got, ok, err := s.Last(ctx, stream)
	if err != nil || !ok {
		t.Errorf("Last of %s: got ok %t and error %v, want its revision %d", stream, ok, err, last.Revision)
		return
	}
	if d := difference(got, last, eventstore.Whole); d != "" {
		t.Errorf("Last of %s: %s", stream, d)
	}
}

// collect reads to the end. An iteration that goes on after an error is an
// error of its own.
func collect(events iter.Seq2[eventstore.Event, error]) ([]eventstore.Event, error) {
	var got []eventstore.Event
	var failure error
	for e, err := range events {
		switch {
		case failure != nil:
			return got, fmt.Errorf("yielded more after the error %w", failure)
		case err != nil:
			failure = err
		default:
			got = append(got, e)
		}
	}
	return got, failure
}

// all is a finished read as an iteration.
func all(events []eventstore.Event, err error) iter.Seq2[eventstore.Event, error] {
	return func(yield func(eventstore.Event, error) bool) {
		for _, e := range events {
			if !yield(e, nil) {
				return
			}
		}
		if err != nil {
			yield(eventstore.Event{}, err)
		}
	}
}

// reporter is a test, or one run of a property.
type reporter interface {
	Helper()
	Errorf(format string, args ...any)
}

// same reports where a read is not the events wanted.
func same(t reporter, what string, read iter.Seq2[eventstore.Event, error], want []eventstore.Event, parts eventstore.Parts) {
	t.Helper()
	got, err := collect(read)
	if err != nil {
		t.Errorf("%s: %v", what, err)
		return
	}
	if len(got) != len(want) {
		t.Errorf("%s: got %d events %s, want %d %s", what, len(got), brief(got), len(want), brief(want))
		return
	}
	for i := range got {
		if d := difference(got[i], want[i], parts); d != "" {
			t.Errorf("%s: event %d of %d: %s", what, i+1, len(want), d)
			return
		}
	}
}

// brief names the first events of a list.
func brief(events []eventstore.Event) string {
	var b bytes.Buffer
	b.WriteByte('(')
	for i, e := range events {
		if i == 12 {
			b.WriteString(" …")
			break
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%d=%s@%d", e.Seq, e.Stream, e.Revision)
	}
	b.WriteByte(')')
	return b.String()
}

// difference says in what got is not want, or is empty. An empty slice of
// bytes equals nil, except that metadata left out must be nil.
func difference(got, want eventstore.Event, parts eventstore.Parts) string {
	metadata := want.Metadata
	if parts == eventstore.WithoutMetadata {
		if got.Metadata != nil {
			return fmt.Sprintf("got %d bytes of metadata, want nil", len(got.Metadata))
		}
		metadata = nil
	}
	switch {
	case got.Seq != want.Seq:
		return fmt.Sprintf("got seq %d, want %d", got.Seq, want.Seq)
	case got.Stream != want.Stream || got.Revision != want.Revision:
		return fmt.Sprintf("seq %d: got %s@%d, want %s@%d", got.Seq, got.Stream, got.Revision, want.Stream, want.Revision)
	case got.ID != want.ID:
		return fmt.Sprintf("seq %d: got id %s, want %s", got.Seq, got.ID, want.ID)
	case got.Type != want.Type:
		return fmt.Sprintf("seq %d: got type %q, want %q", got.Seq, got.Type, want.Type)
	case got.Version != want.Version:
		return fmt.Sprintf("seq %d: got version %d, want %d", got.Seq, got.Version, want.Version)
	case !got.RecordedAt.Equal(want.RecordedAt):
		return fmt.Sprintf("seq %d: got recordedAt %v, want %v", got.Seq, got.RecordedAt, want.RecordedAt)
	case got.EffectiveOn != want.EffectiveOn:
		return fmt.Sprintf("seq %d: got effectiveOn %q, want %q", got.Seq, got.EffectiveOn, want.EffectiveOn)
	case !bytes.Equal(got.Data, want.Data):
		return fmt.Sprintf("seq %d: got data %s, want %s", got.Seq, cut(got.Data), cut(want.Data))
	case !bytes.Equal(got.Metadata, metadata):
		return fmt.Sprintf("seq %d: got metadata %s, want %s", got.Seq, cut(got.Metadata), cut(metadata))
	}
	return ""
}

func cut(b []byte) string {
	if len(b) > 80 {
		return fmt.Sprintf("%q… (%d bytes)", b[:80], len(b))
	}
	return fmt.Sprintf("%q", b)
}
