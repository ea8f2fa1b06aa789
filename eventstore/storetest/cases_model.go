package storetest

import (
	"fmt"

	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/eventstore"
)

var modelCases = []testCase{
	{"any appends leave what the model holds", anyAppends},
	{"appends and reads of a stream are linearizable", linearizable},
}

// Whatever is appended, in whatever order, at whatever revision, the store
// answers as the store in memory does and holds the same.
func anyAppends(s *subject) {
	model := NewMemory(s.LedgerID())
	runs := 0
	rapid.Check(s.TB, func(t *rapid.T) {
		runs++ // streams of its own for each run, so that one store serves all
		g := generator{run: runs}
		for range rapid.IntRange(1, 10).Draw(t, "appends") {
			name := g.stream(rapid.IntRange(0, 2).Draw(t, "stream"))
			at := eventstore.NoStream
			if last, ok, _ := model.Last(s.ctx, name); ok {
				at = last.Revision
			}
			off := rapid.SampledFrom([]eventstore.Revision{0, 0, 0, 0, -1, 1, 10}).Draw(t, "off by")
			expected := max(at+off, eventstore.NoStream)
			events := rapid.SliceOfN(rapid.Custom(g.event), 0, 4).Draw(t, "events")
			want, refusal := model.Append(s.ctx, name, expected, events)
			got, err := s.Append(s.ctx, name, expected, events)
			if got != want || !isError(err, refusal) {
				t.Fatalf("Append of %d events to %s at %d: got seq %d and error %v, want %d and %v",
					len(events), name, expected, got, err, want, refusal)
			}
			if got, want := s.Head(), model.Head(); got != want {
				t.Fatalf("Head: got %d, want %d", got, want)
			}
		}
		for i := range 3 {
			for _, after := range []eventstore.Revision{eventstore.NoStream, 0, 3} {
				want, err := collect(model.ReadStream(s.ctx, g.stream(i), after, eventstore.Whole))
				if err != nil {
					t.Fatalf("the model: %v", err)
				}
				what := fmt.Sprintf("ReadStream of %s after %d", g.stream(i), after)
				same(t, what, s.ReadStream(s.ctx, g.stream(i), after, eventstore.Whole), want, eventstore.Whole)
			}
		}
	})
	s.want = model.log
}

// generator draws what is appended in one run.
type generator struct {
	run, commands int
}

func (g *generator) stream(i int) eventstore.StreamID {
	return eventstore.StreamID(fmt.Sprintf("run%d-%d", g.run, i))
}

// event is one of a new command, of one that was drawn before, or of none.
func (g *generator) event(t *rapid.T) eventstore.NewEvent {
	data := rapid.SliceOfN(rapid.Byte(), 0, 24).Draw(t, "data")
	command := g.commands
	switch rapid.SampledFrom([]string{"new", "new", "new", "again", "foreign"}).Draw(t, "command") {
	case "new":
		g.commands++
	case "again":
		command = rapid.IntRange(0, g.commands).Draw(t, "which")
	case "foreign":
		return Foreign("Foreign", data, rapid.SliceOfN(rapid.Byte(), 0, 24).Draw(t, "metadata"))
	}
	n := rapid.IntRange(0, 2).Draw(t, "n")
	return Event(ID(fmt.Sprint("run ", g.run, " command ", command)), n, "Drawn", data)
}
