package storetest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/anishathalye/porcupine"

	"github.com/hubledger/hubledger/eventstore"
)

// Each answer is one that some order of all calls, each taking effect at one
// moment between its call and its return, would have given. An append that was
// answered with an error in doubt stays in the history: it may have been
// recorded, at that time or later.
func linearizable(s *subject) {
	s.free = true
	const clients, each, streams = 5, 70, 3
	histories := make([][]porcupine.Operation, clients+1)
	start := time.Now()
	s.together(clients, func(ctx context.Context, i int) error {
		c := client{id: i, start: start, random: rand.New(rand.NewPCG(uint64(i), 11))}
		for range each {
			if err := c.ask(ctx, s.Store, streams); err != nil {
				return err
			}
		}
		histories[i] = c.history
		return nil
	})
	s.settle()
	end := client{id: clients, start: start} // reads what is left in the end
	for i := range streams {
		if err := end.record(s.ctx, s.Store, question{op: "read", stream: i}); err != nil {
			s.Fatal(err)
		}
	}
	histories[clients] = end.history
	history := slices.Concat(histories...)
	switch porcupine.CheckOperationsTimeout(streamModel(), history, 30*time.Second) {
	case porcupine.Ok:
	case porcupine.Unknown:
		s.Fatalf("a history of %d calls could not be decided in 30 s", len(history))
	default:
		s.Fatalf("no order of these calls gives these answers:\n%s", describe(history))
	}
}

// question is a call, and answer what came of it. Commands go by number and
// have one event each.
type (
	question struct {
		op       string // append, read, last or find
		stream   int
		expected eventstore.Revision
		command  int
	}
	answer struct {
		result string              // of an append: recorded, conflict, duplicate or in doubt; else the commands read
		actual eventstore.Revision // of a conflict
	}
)

// streamModel is one stream as the list of its commands: "1001 2001 1002". An
// append in doubt returns at the end of time, so its place in the history may
// be after all else, where nobody sees what it did; therefore it need only say
// what it does where it is recorded.
func streamModel() porcupine.Model {
	return porcupine.Model{
		Partition: byStream,
		Init:      func() any { return "" },
		Step: func(state, input, output any) (bool, any) {
			q, a := input.(question), output.(answer)
			held := strings.Fields(state.(string))
			last := eventstore.Revision(len(held)) - 1
			known := slices.Contains(held, strconv.Itoa(q.command))
			fits := !known && q.expected == last
			longer := strings.Join(append(held, strconv.Itoa(q.command)), " ")
			switch q.op {
			case "read":
				return a.result == state, state
			case "last":
				return a.result == strings.Join(held[max(0, last):], " "), state
			case "find":
				return known == (a.result == strconv.Itoa(q.command)) && known == (a.result != ""), state
			}
			switch a.result {
			case "recorded":
				return fits, longer
			case "conflict":
				return !known && !fits && a.actual == last, state
			case "duplicate":
				return known, state
			}
			if fits { // in doubt
				return true, longer
			}
			return true, state
		},
	}
}

func byStream(history []porcupine.Operation) [][]porcupine.Operation {
	parts := make(map[int][]porcupine.Operation)
	for _, op := range history {
		i := op.Input.(question).stream
		parts[i] = append(parts[i], op)
	}
	var list [][]porcupine.Operation
	for _, part := range parts {
		list = append(list, part)
	}
	return list
}

// describe lists a history by the time of its calls, in nanoseconds.
func describe(history []porcupine.Operation) string {
	slices.SortFunc(history, func(a, b porcupine.Operation) int { return int(a.Call - b.Call) })
	var b strings.Builder
	for _, op := range history {
		fmt.Fprintf(&b, "client %d, %d to %d: %+v: %+v\n", op.ClientId, op.Call, op.Return, op.Input, op.Output)
	}
	return b.String()
}
