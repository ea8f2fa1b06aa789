package storetest

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/anishathalye/porcupine"
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// client asks one thing after another of some streams of a store and keeps the
// answers as a history.
type client struct {
	id      int
	start   time.Time
	first   int   // the number of its first stream
	length  []int // of each stream, as far as the client knows
	random  *rand.Rand
	asked   int
	history []porcupine.Operation
}

func newClient(id int, start time.Time, first, streams int) *client {
	random := rand.New(rand.NewPCG(uint64(id), uint64(first)))
	return &client{id: id, start: start, first: first, length: make([]int, streams), random: random}
}

// ask asks something: mostly to append a new command where the client believes
// the stream to be; now and then at another revision, a command that somebody
// may have sent before, or with little time.
func (c *client) ask(ctx context.Context, s eventstore.Store) error {
	c.asked++
	q := question{stream: c.random.IntN(len(c.length)), command: 1000*c.id + c.asked}
	q.op = []string{"append", "append", "append", "append", "read", "last", "find"}[c.random.IntN(7)]
	q.expected = eventstore.Revision(c.length[q.stream]) - 1
	if q.op == "find" || c.random.IntN(6) == 0 {
		q.command = 1000*c.random.IntN(c.id+1) + c.random.IntN(c.asked) + 1
	}
	if c.random.IntN(8) == 0 {
		q.expected = max(eventstore.NoStream, q.expected+eventstore.Revision(c.random.IntN(3))-1)
	}
	if q.op == "append" && c.random.IntN(12) == 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, time.Duration(c.random.Int64N(int64(time.Millisecond))))
		defer cancel()
	}
	return c.record(ctx, s, q)
}

// record asks and keeps the answer.
func (c *client) record(ctx context.Context, s eventstore.Store, q question) error {
	op := porcupine.Operation{ClientId: c.id, Input: q, Call: int64(time.Since(c.start))}
	var a answer
	if q.op == "append" {
		a = c.append(ctx, s, q)
	} else {
		var err error
		if a, err = c.read(ctx, s, q); err != nil {
			return fmt.Errorf("%+v: %w", q, err)
		}
	}
	op.Output, op.Return = a, int64(time.Since(c.start))
	if a.result == inDoubt {
		op.Return = math.MaxInt64
	}
	c.history = append(c.history, op)
	return nil
}

func (c *client) append(ctx context.Context, s eventstore.Store, q question) answer {
	e := Event(q.id(), 0, "Happened", fmt.Append(nil, q.command))
	_, err := s.Append(ctx, stream(c.first+q.stream), q.expected, []eventstore.NewEvent{e})
	if err == nil {
		c.length[q.stream] = int(q.expected) + 2
		return answer{result: "recorded"}
	}
	if e, ok := errors.AsType[*eventstore.ConflictError](err); ok {
		c.length[q.stream] = int(e.Actual) + 1
		return answer{result: "conflict", actual: e.Actual}
	}
	if _, ok := errors.AsType[*eventstore.DuplicateError](err); ok {
		return answer{result: "duplicate"}
	}
	return answer{result: inDoubt}
}

func (c *client) read(ctx context.Context, s eventstore.Store, q question) (answer, error) {
	var events []eventstore.Event
	var err error
	switch q.op {
	case "read":
		events, err = collect(s.ReadStream(ctx, stream(c.first+q.stream), eventstore.NoStream, eventstore.WithoutMetadata))
		c.length[q.stream] = len(events)
	case "last":
		var e eventstore.Event
		var ok bool
		if e, ok, err = s.Last(ctx, stream(c.first+q.stream)); ok {
			events = append(events, e)
		}
	case "find":
		events, err = s.Find(ctx, stream(c.first+q.stream), q.id())
	}
	var commands []string
	for _, e := range events {
		commands = append(commands, string(e.Data))
	}
	return answer{result: strings.Join(commands, " ")}, err
}

func (q question) id() uuid.UUID { return ID(fmt.Sprint("linear ", q.command)) }
