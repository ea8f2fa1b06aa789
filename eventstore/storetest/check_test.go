package storetest

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/hubledger/hubledger/eventstore"
)

// Check finds each way in which a log does not agree with itself, and says
// what it found.
func TestCheck(t *testing.T) {
	for _, c := range []struct {
		damage string
		do     func(*altered)
		says   string // "" where Check must be content
	}{
		{"none", func(*altered) {}, ""},
		{"a closed store", func(a *altered) { a.Memory.Close() }, "couldn't read the log: the store is closed"},
		{"the head is beyond the log", func(a *altered) {
			a.head = func() eventstore.Seq { return 9 }
		}, "Head: got 9, want 8"},
		{"a seq is left out", func(a *altered) { a.log[7].Seq = 9 }, "event 8 in order has seq 9"},
		{"a seq stands twice", func(a *altered) { a.log[7].Seq = 7 }, "event 8 in order has seq 7"},
		{"a revision is left out", func(a *altered) { a.log[6].Revision = 4 }, "seq 7 is revision 4 of hub-QE1, want 3"},
		{"an event is in another stream", func(a *altered) { a.log[7].Stream = "hub-QE1" }, "seq 8 is revision 3 of hub-QE1, want 4"},
		{"version", func(a *altered) { a.log[2].Version = 2 }, "seq 3: version is 2, its metadata states 1"},
		{"instant", func(a *altered) { a.log[2].RecordedAt = RecordedAt.Add(time.Microsecond) }, "seq 3: recordedAt is 2024-04-01 09:30:00.123457"},
		{"date", func(a *altered) { a.log[2].EffectiveOn = "" }, `seq 3: effectiveOn is "", its metadata states "2024-04-01"`},
		{"data", func(a *altered) { a.log[2].Data[0]++ }, "seq 3: the hash of its data is not the one"},
		{"metadata", func(a *altered) { a.log[2].Metadata[10]++ }, "seq 3: "},
		{"a stream lacks its last event", func(a *altered) {
			a.streams["hub-QE2"] = a.streams["hub-QE2"][:3]
		}, "ReadStream of hub-QE2 after -1: got 3 events"},
		{"a stream has another's event", func(a *altered) {
			a.streams["hub-QE2"][1] = 3
		}, "ReadStream of hub-QE2 after -1: event 2 of 4: got seq 3, want 4"},
		{"a command lacks its event", func(a *altered) { clear(a.commands) }, "Find of command"},
		{"a read from the middle of a stream", func(a *altered) {
			onRead(func(_ *altered, c readCall, pass passRead) events {
				if c.stream != "" && c.after == 0 {
					c.after = 1
				}
				return pass(c)
			})(a)
		}, "ReadStream of hub-QE1 after 0: got 2 events"},
		{"a read after the end", func(a *altered) {
			onRead(func(_ *altered, c readCall, pass passRead) events {
				if c.stream == "" && c.after == 8 {
					c.after = 7
				}
				return pass(c)
			})(a)
		}, "ReadAll after the head: got 1 events"},
		{"a read that fails on the way", func(a *altered) {
			onRead(func(_ *altered, c readCall, pass passRead) events {
				if c.parts == eventstore.WithoutMetadata {
					return all(nil, context.Canceled)
				}
				return pass(c)
			})(a)
		}, "ReadAll without metadata: context canceled"},
		{"the last event is another", func(a *altered) {
			a.last = func(context.Context, eventstore.StreamID) (eventstore.Event, bool, error) {
				return a.log[0], true, nil
			}
		}, "Last of hub-QE1: got seq 1, want 7"},
		{"the last event is missing", func(a *altered) {
			a.last = func(context.Context, eventstore.StreamID) (eventstore.Event, bool, error) {
				return eventstore.Event{}, false, nil
			}
		}, "Last of hub-QE2: got ok false and error <nil>, want its revision 3"},
	} {
		t.Run(c.damage, func(t *testing.T) {
			m := NewMemory(ID("ledger"))
			Fill(t, m, 8, "hub-QE1", "hub-QE2")
			w := &witness{TB: t}
			w.try(func() { Check(w, alter(m, nil, c.do)) })
			said := strings.Join(w.said, "\n")
			if w.Failed() != (c.says != "") || !strings.Contains(said, c.says) {
				t.Errorf("got %q, want %q", said, c.says)
			}
		})
	}
}
