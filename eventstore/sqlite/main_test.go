package sqlite

import (
	"context"
	"fmt"
	"os"
	"slices"
	"testing"

	"go.uber.org/goleak"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		appendUntilKilled(dir)
	}
	goleak.VerifyTestMain(m)
}

// long is for the runs that take minutes: HUBLEDGER_LONG=1.
var long = os.Getenv("HUBLEDGER_LONG") != ""

// open opens a ledger and closes it with the test.
func open(t testing.TB, dir string, opts Options) *Store {
	t.Helper()
	s, err := Open(context.Background(), dir, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// create makes a ledger and closes it with the test.
// create makes a store whose index is filled by so few events at once that
// every test meets both those it holds and those it does not.
func create(t testing.TB, dir string, opts Options) *Store {
	t.Helper()
	opts.indexStep = 3
	s, err := Create(context.Background(), dir, testLedger, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func closed(t testing.TB, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// command is what the i-th command of a test appends: one to three events.
func command(i int) (eventstore.StreamID, []eventstore.NewEvent) {
	return eventstore.StreamID(fmt.Sprintf("hub-QE%d", i%3)),
		storetest.Events(storetest.ID(fmt.Sprint("command ", i)), "Happened", 1+i%3)
}

// fill appends the commands from to to, each at the end of its stream.
func fill(t testing.TB, s *Store, from, to int) {
	t.Helper()
	for i := from; i < to; i++ {
		if err := appendCommand(s, i); err != nil {
			t.Fatalf("command %d: %v", i, err)
		}
	}
}

func appendCommand(s *Store, i int) error {
	ctx := context.Background()
	stream, events := command(i)
	expected := eventstore.NoStream
	last, ok, err := s.Last(ctx, stream)
	if err != nil {
		return err
	}
	if ok {
		expected = last.Revision
	}
	_, err = s.Append(ctx, stream, expected, events)
	return err
}

// wanted are the events of the commands 0 to n, as a store must hold them.
func wanted(n int) (log []eventstore.Event) {
	heads := map[eventstore.StreamID]eventstore.Revision{}
	for i := range n {
		stream, events := command(i)
		for _, e := range events {
			st := e.Stated()
			log = append(log, eventstore.Event{
				ID: e.ID, Stream: stream, Revision: heads[stream], Seq: eventstore.Seq(len(log) + 1), Type: e.Type,
				Version: st.Version, RecordedAt: st.RecordedAt, EffectiveOn: st.EffectiveOn, Data: e.Data, Metadata: e.Metadata,
			})
			heads[stream]++
		}
	}
	return log
}

// readAll is the whole of a log.
func readAll(s eventstore.Store) (log []eventstore.Event, err error) {
	for e, err := range s.ReadAll(context.Background(), 0, eventstore.Whole) {
		if err != nil {
			return log, err
		}
		log = append(log, e)
	}
	return log, nil
}

// differ says where two logs differ, "" if they don't.
func differ(got, want []eventstore.Event) string {
	for i := range min(len(got), len(want)) {
		if !same(got[i], want[i]) {
			return fmt.Sprintf("event %d: got %+v, want %+v", i+1, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		return fmt.Sprintf("got %d events, want %d", len(got), len(want))
	}
	return ""
}

func same(a, b eventstore.Event) bool {
	return a.ID == b.ID && a.Stream == b.Stream && a.Revision == b.Revision && a.Seq == b.Seq && a.Type == b.Type &&
		a.Version == b.Version && a.RecordedAt.Equal(b.RecordedAt) && a.EffectiveOn == b.EffectiveOn &&
		slices.Equal(a.Data, b.Data) && slices.Equal(a.Metadata, b.Metadata)
}

// everyWay compares all ways of reading a log with the events of n commands.
// The first error of a read is returned; a read that is wrong without an error
// is told in wrong.
func everyWay(s *Store, n int) (wrong string, err error) {
	ctx := context.Background()
	want := wanted(n)
	got, err := readAll(s)
	if err != nil {
		return "", err
	}
	if d := differ(got, want); d != "" {
		return "ReadAll: " + d, nil
	}
	for i := range 3 {
		stream := eventstore.StreamID(fmt.Sprintf("hub-QE%d", i))
		var ofStream, read []eventstore.Event
		for _, e := range want {
			if e.Stream == stream {
				ofStream = append(ofStream, e)
			}
		}
		for e, err := range s.ReadStream(ctx, stream, eventstore.NoStream, eventstore.Whole) {
			if err != nil {
				return "", err
			}
			read = append(read, e)
		}
		if d := differ(read, ofStream); d != "" {
			return fmt.Sprintf("ReadStream of %s: %s", stream, d), nil
		}
		last, ok, err := s.Last(ctx, stream)
		if err != nil {
			return "", err
		}
		if ok != (len(ofStream) > 0) || ok && !same(last, ofStream[len(ofStream)-1]) {
			return fmt.Sprintf("Last of %s: got %+v, %v", stream, last, ok), nil
		}
	}
	next := 0
	for i := range n {
		stream, events := command(i)
		found, err := s.Find(ctx, stream, events[0].Stated().Command)
		if err != nil {
			return "", err
		}
		if d := differ(found, want[next:next+len(events)]); d != "" {
			return fmt.Sprintf("Find of command %d: %s", i, d), nil
		}
		next += len(events)
	}
	return "", nil
}
