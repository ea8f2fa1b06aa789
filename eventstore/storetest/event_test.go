package storetest_test

import (
	"testing"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
)

// What Fill appends are events of commands of their own, each stating the one
// before it in its stream, also when a stream is filled again.
func TestFill(t *testing.T) {
	m := memory()
	if got := storetest.Fill(t, m, 5, "hub-QE1", "hub-QE2"); got != 5 {
		t.Errorf("got seq %d, want 5", got)
	}
	if got := storetest.Fill(t, m, 3, "hub-QE2"); got != 8 {
		t.Errorf("got seq %d, want 8", got)
	}
	before := make(map[eventstore.StreamID]eventstore.Hash)
	for _, e := range storetest.Check(t, m) {
		st := eventstore.ParseStated(e.Metadata)
		if st.Prev != before[e.Stream] {
			t.Errorf("seq %d states %v as what came before it in %s, want %v", e.Seq, st.Prev, e.Stream, before[e.Stream])
		}
		if found, err := m.Find(t.Context(), e.Stream, st.Command); len(found) != 1 || err != nil {
			t.Errorf("seq %d: its command has %d events, error %v, want 1", e.Seq, len(found), err)
		}
		before[e.Stream] = eventstore.HashOf(e.Metadata)
	}
}

// The events of a command follow one another and are the same each time.
func TestEvents(t *testing.T) {
	command := storetest.ID("command")
	first, again := storetest.Events(command, "Happened", 3), storetest.Events(storetest.ID("command"), "Happened", 3)
	for n, e := range first {
		st := e.Stated()
		if !st.HasCommand || st.Command != command || st.N != n {
			t.Errorf("event %d states command %s, n %d", n, st.Command, st.N)
		}
		if e.ID != again[n].ID || string(e.Data) != string(again[n].Data) || string(e.Metadata) != string(again[n].Metadata) {
			t.Errorf("event %d is another the second time", n)
		}
		if n > 0 && st.Prev != eventstore.HashOf(first[n-1].Metadata) {
			t.Errorf("event %d does not state event %d before it", n, n-1)
		}
	}
	if bare := storetest.Event(command, 0, "Happened", nil, storetest.WithoutCommand); bare.Stated().HasCommand {
		t.Error("an event without command states one")
	}
}
