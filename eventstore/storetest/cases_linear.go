package storetest

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/anishathalye/porcupine"

	"github.com/hubledger/hubledger/eventstore"
)

// Each answer is one that some order of all calls, each taking effect at one
// moment between its call and its return, would have given. An append that was
// answered with an error in doubt may have been recorded, at that time or
// later, and what the log holds in the end tells. HUBLEDGER_HISTORIES asks for so many long
// histories, of 2,000 calls each, in place of one that is short.
func linearizable(s *subject) {
	s.free = true
	histories, clients, each := 1, 5, 70
	if n, err := strconv.Atoi(os.Getenv("HUBLEDGER_HISTORIES")); err == nil {
		histories, clients, each = n, 8, 250
	}
	for i := range histories {
		history := s.history(i, clients, each)
		switch porcupine.CheckOperationsTimeout(streamModel(), history, 30*time.Second) {
		case porcupine.Ok:
		case porcupine.Unknown:
			s.Fatalf("history %d, of %d calls, could not be decided in 30 s", i, len(history))
		default:
			s.Fatalf("no order of these calls gives these answers:\n%s", describe(history))
		}
	}
}

// history lets clients ask at once, each a number of times, and returns what
// was asked and answered; the last thing asked is what each stream holds.
func (s *subject) history(number, clients, each int) []porcupine.Operation {
	s.Helper()
	const streams = 3
	start := time.Now()
	histories := make([][]porcupine.Operation, clients+1)
	s.together(clients, func(ctx context.Context, i int) error {
		c := newClient(i, start, number*streams, streams)
		for range each {
			if err := c.ask(ctx, s.Store); err != nil {
				return err
			}
		}
		histories[i] = c.history
		return nil
	})
	s.settle()
	end := newClient(clients, start, number*streams, streams)
	for i := range streams {
		if err := end.record(s.ctx, s.Store, question{op: "read", stream: i}); err != nil {
			s.Fatal(err)
		}
	}
	return append(resolve(slices.Concat(histories...), end.history), end.history...)
}

// resolve settles appends in doubt by what their streams held in the end. One
// whose command is not there, or was recorded by another attempt, has done
// nothing: it leaves the history. One that was the only attempt that can have
// recorded its command did so before the end. What is left may be either.
func resolve(history, end []porcupine.Operation) []porcupine.Operation {
	held := make(map[question]bool)
	for _, op := range end {
		for _, command := range strings.Fields(op.Output.(answer).result) {
			n, _ := strconv.Atoi(command)
			held[question{stream: op.Input.(question).stream, command: n}] = true
		}
	}
	recorded, attempts := make(map[question]bool), make(map[question]int)
	key := func(op porcupine.Operation) question {
		q := op.Input.(question)
		return question{stream: q.stream, command: q.command}
	}
	for _, op := range history {
		switch op.Output.(answer).result {
		case "recorded":
			recorded[key(op)] = true
		case inDoubt:
			attempts[key(op)]++
		}
	}
	var resolved []porcupine.Operation
	for _, op := range history {
		k := key(op)
		if op.Output.(answer).result == inDoubt {
			if !held[k] || recorded[k] {
				continue
			}
			if attempts[k] == 1 {
				op.Output = answer{result: "recorded"}
			}
		}
		resolved = append(resolved, op)
	}
	return resolved
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
		result string              // of an append: recorded, conflict, duplicate or inDoubt; else the commands read
		actual eventstore.Revision // of a conflict
	}
)

// inDoubt is an append that may have been recorded. It returns at the end of
// time.
const inDoubt = "in doubt"

// streamModel is one stream as the list of its commands: "1001 2001 1002". An
// append in doubt need only say what it does where it is recorded: its place
// may be after all else, where nobody sees what it did.
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
			if fits && a.result == inDoubt {
				return true, longer
			}
			return a.result == inDoubt, state
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
