package storetest

import (
	"context"
	"reflect"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// onAppend plants a fault in front of Append, which may go on to pass.
func onAppend(f func(*altered, appendCall, pass) (eventstore.Seq, error)) func(*altered) {
	return func(a *altered) {
		pass := a.append
		a.append = func(c appendCall) (eventstore.Seq, error) { return f(a, c, pass) }
	}
}

type pass = func(appendCall) (eventstore.Seq, error)

// force records without asking anything.
func (a *altered) force(c appendCall) eventstore.Seq {
	a.mu.Lock()
	defer a.mu.Unlock()
	first := a.Memory.head() + 1
	for _, e := range c.events {
		a.record(c.stream, e)
	}
	close(a.grown)
	a.grown = make(chan struct{})
	return first
}

// lastOf is the last revision of a stream, under the lock.
func (a *altered) lastOf(stream eventstore.StreamID) eventstore.Revision {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return a.Memory.last(stream)
}

// known reports whether a command of the append is in the stream, under the
// lock.
func (a *altered) known(c appendCall) bool {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return slices.ContainsFunc(c.events, func(e eventstore.NewEvent) bool {
		_, known := a.commands[commandKey{c.stream, e.Stated().Command}]
		return known && e.Stated().HasCommand
	})
}

// swapped is an append that is made after the one that was handed in behind it.
type swapped struct {
	done chan struct{}
	seq  eventstore.Seq
	err  error
}

func (p *swapped) Done() <-chan struct{}           { return p.done }
func (p *swapped) Result() (eventstore.Seq, error) { return p.seq, p.err }

var plantedInAppends = []planted{
	{fault: "appends that are handed in overtake one another", found: "appends handed in one on top of the other",
		plant: func(a *altered) {
			var before func()
			a.enqueue = func(c appendCall) eventstore.Pending {
				p := &swapped{done: make(chan struct{})}
				do := func() {
					p.seq, p.err = a.append(c)
					close(p.done)
				}
				if before == nil {
					before = do
				} else {
					do()
					before()
					before = nil
				}
				return p
			}
		}},
	{fault: "the seq of the last event is returned", found: "an append of many events is one",
		plant: onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			return first + eventstore.Seq(len(c.events)) - 1, err
		})},
	{fault: "expected NoStream means any", found: "no stream is not revision 0",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			if c.expected == eventstore.NoStream {
				c.expected = a.lastOf(c.stream)
			}
			return pass(c)
		})},
	{fault: "expected 0 fits a new stream", found: "no stream is not revision 0",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			if c.expected == 0 && a.lastOf(c.stream) == eventstore.NoStream {
				c.expected = eventstore.NoStream
			}
			return pass(c)
		})},
	{fault: "expected is only a lower bound", found: "expected revision too low or too high",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			if last := a.lastOf(c.stream); c.expected < last && !a.known(c) {
				c.expected = last
			}
			return pass(c)
		})},
	{fault: "expected is only an upper bound", found: "expected revision too low or too high",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			c.expected = min(c.expected, a.lastOf(c.stream))
			return pass(c)
		})},
	{fault: "the largest revision wraps around", found: "the largest numbers",
		plant: onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			c.expected = eventstore.Revision(int32(c.expected))
			return pass(c)
		})},
	{fault: "a conflict does not say where the stream is", found: "expected revision too low or too high",
		plant: onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			if e, ok := err.(*eventstore.ConflictError); ok {
				e.Actual = e.Expected + 1
			}
			return first, err
		})},
	{fault: "a conflict names the length of the log", found: "any appends leave what the model holds",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			if e, ok := err.(*eventstore.ConflictError); ok {
				e.Actual = eventstore.Revision(a.Memory.Head()) - 1
			}
			return first, err
		})},
	{fault: "a conflict uses up a seq", found: "a conflict uses up no seq",
		plant: func(a *altered) {
			// What a refused append used up stands in a stream nobody sees.
			const burnt = eventstore.StreamID("burnt")
			onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
				first, err := pass(c)
				if _, ok := err.(*eventstore.ConflictError); ok {
					a.force(appendCall{stream: burnt, events: c.events[:1]})
				}
				return first, err
			})(a)
			onRead(func(_ *altered, c readCall, pass passRead) events {
				return func(yield func(eventstore.Event, error) bool) {
					for e, err := range pass(c) {
						if e.Stream != burnt && !yield(e, err) {
							return
						}
					}
				}
			})(a)
			a.head = func() eventstore.Seq {
				head := a.Memory.Head()
				for ; head > 0 && a.log[head-1].Stream == burnt; head-- {
				}
				return head
			}
		}},
	{fault: "a conflict records the first event", found: "a conflict uses up no seq",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			if _, ok := err.(*eventstore.ConflictError); ok {
				c.events = c.events[:1]
				a.force(c)
			}
			return first, err
		})},
	{fault: "the command of a refused append is remembered", found: "a conflict uses up no seq",
		plant: func(a *altered) {
			refused := make(map[uuid.UUID]bool)
			onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
				for _, e := range c.events {
					if refused[e.Stated().Command] {
						return 0, taken(c.stream, e.Stated().Command)
					}
				}
				first, err := pass(c)
				for _, e := range c.events {
					refused[e.Stated().Command] = err != nil
				}
				return first, err
			})(a)
		}},
	{fault: "an empty append is recorded", found: "appends that can't be one",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			if len(c.events) == 0 {
				return a.Memory.Head(), nil
			}
			return pass(c)
		})},
	{fault: "the name of a stream is not looked at", found: "appends that can't be one",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			if !c.stream.Valid() && c.expected == eventstore.NoStream {
				return a.force(c), nil
			}
			return pass(c)
		})},
	{fault: "a conflict comes before what can't be an append", found: "the size limit",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			if last := a.lastOf(c.stream); last != c.expected && !a.known(c) {
				return 0, conflict(c.stream, c.expected, last)
			}
			return pass(c)
		})},
	{fault: "an append of the limit is too large", found: "the size limit",
		plant: onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			size := 0
			for _, e := range c.events {
				size += e.Size()
			}
			if size >= eventstore.MaxAppend {
				return 0, &eventstore.TooLargeError{Size: size, Limit: eventstore.MaxAppend}
			}
			return pass(c)
		})},
	{fault: "the size of types is not counted", found: "the size limit",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			if _, ok := err.(*eventstore.TooLargeError); ok {
				return a.force(c), nil
			}
			return first, err
		})},
	{fault: "a duplicate is recorded", found: "a command is recorded once in a stream",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			if a.known(c) && c.expected == a.lastOf(c.stream) {
				return a.force(c), nil
			}
			return pass(c)
		})},
	{fault: "only the same index of a command is a duplicate", found: "a command is recorded once in a stream",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			st := c.events[0].Stated()
			if found, _ := a.Memory.Find(context.Background(), c.stream, st.Command); err != nil && st.N >= len(found) && len(found) > 0 {
				return a.force(c), nil
			}
			return first, err
		})},
	{fault: "a duplicate that looks the same is answered with success", found: "a command is recorded once in a stream",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			if e, ok := err.(*eventstore.DuplicateError); ok {
				found, _ := a.Memory.Find(context.Background(), e.Stream, e.Command)
				return found[0].Seq, nil
			}
			return first, err
		})},
	{fault: "a conflict comes before a duplicate", found: "a duplicate comes before a conflict",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			if last := a.lastOf(c.stream); last != c.expected {
				return 0, conflict(c.stream, c.expected, last)
			}
			return pass(c)
		})},
	{fault: "only the first event is looked at for duplicates", found: "one known command refuses the whole append",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			if first := c.events[:1]; a.known(c) && !a.known(appendCall{stream: c.stream, events: first}) {
				return a.force(c), nil
			}
			return pass(c)
		})},
	{fault: "a duplicate names the first command of the append", found: "one known command refuses the whole append",
		plant: onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			if e, ok := err.(*eventstore.DuplicateError); ok {
				e.Command = c.events[0].Stated().Command
			}
			return first, err
		})},
	{fault: "what is new beside a duplicate is recorded", found: "one known command refuses the whole append",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			if _, ok := err.(*eventstore.DuplicateError); ok {
				c.events = slices.DeleteFunc(slices.Clone(c.events), func(e eventstore.NewEvent) bool {
					return a.known(appendCall{stream: c.stream, events: []eventstore.NewEvent{e}})
				})
				a.force(c)
			}
			return first, err
		})},
	{fault: "a command is a duplicate in any stream", found: "a command in another stream is another",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			for i := range 3 {
				if a.known(appendCall{stream: stream(i), events: c.events}) {
					return 0, taken(c.stream, c.events[0].Stated().Command)
				}
			}
			return pass(c)
		})},
	{fault: "events without command count as one command", found: "events without command are never duplicates",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			if !c.events[0].Stated().HasCommand && a.lastOf(c.stream) >= 0 {
				return 0, taken(c.stream, uuid.Nil)
			}
			return pass(c)
		})},
	{fault: "an event id is unique", found: "the same event id twice",
		plant: func(a *altered) {
			seen := make(map[uuid.UUID]bool)
			onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
				for _, e := range c.events {
					if seen[e.ID] {
						return 0, taken(c.stream, e.ID)
					}
					seen[e.ID] = true
				}
				return pass(c)
			})(a)
		}},
	{fault: "the command of an event made by hand is not read", found: "an event made by hand is one that was sealed",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			if reflect.ValueOf(c.events[0]).FieldByName("stated").IsNil() {
				return a.force(c), nil
			}
			return pass(c)
		})},
	{fault: "the revision is compared before the append's turn", found: "two writers meet on one stream",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			if last := a.lastOf(c.stream); last != c.expected {
				return pass(c)
			}
			time.Sleep(100 * time.Microsecond)
			return a.force(c), nil
		})},
	{fault: "duplicates are looked for before the append's turn", found: "one command sent by many at once",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			if a.known(c) {
				return pass(c)
			}
			time.Sleep(100 * time.Microsecond)
			return a.force(c), nil
		})},
	{fault: "an append brings along an event that nobody asked for", found: "many writers on one stream",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			if err == nil && first > 100 && a.lastOf("stray") == eventstore.NoStream {
				a.force(appendCall{stream: "stray", events: Events(ID("stray"), "Stray", 1)})
			}
			return first, err
		})},
	{fault: "an append that was recorded is answered as a conflict", found: "two writers meet on one stream",
		plant: onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			if first == 41 {
				return 0, conflict(c.stream, c.expected, c.expected+2)
			}
			return first, err
		})},
	{fault: "a conflict names a revision within the append that won", found: "two writers meet on one stream",
		plant: onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			if e, ok := err.(*eventstore.ConflictError); ok {
				e.Actual = e.Expected + 1
			}
			return first, err
		})},
	{fault: "every sender of a command is told that they recorded it", found: "one command sent by many at once",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			if e, ok := err.(*eventstore.DuplicateError); ok {
				found, _ := a.Memory.Find(context.Background(), e.Stream, e.Command)
				return found[0].Seq, nil
			}
			return first, err
		})},
	{fault: "who loses a race is told that they won", found: "two writers meet on one stream",
		plant: onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			if e, ok := err.(*eventstore.ConflictError); ok && e.Actual == e.Expected+2 {
				return eventstore.Seq(e.Expected) + 2, nil
			}
			return first, err
		})},
	{fault: "an ended context breaks the store for others", found: "an append whose context has ended",
		plant: func(a *altered) {
			broken := false
			onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
				if broken = broken || c.ctx.Err() != nil; broken {
					return 0, context.Canceled
				}
				return pass(c)
			})(a)
		}},
	{fault: "an ended context leaves half of the append", found: "an append whose context has ended",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			if err := c.ctx.Err(); err != nil {
				c.events = c.events[:len(c.events)/2]
				a.force(c)
				return 0, err
			}
			return pass(c)
		})},
	{fault: "an ended context leaves half of the append, and it was under way", found: "appends whose contexts end on the way",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			for range 4 {
				if err := c.ctx.Err(); err != nil && len(c.events) > 1 {
					c.events = c.events[:len(c.events)/2]
					a.force(c)
					return 0, err
				}
				time.Sleep(200 * time.Microsecond)
			}
			return pass(c)
		})},
	{fault: "an append that was dropped is acknowledged", found: "an append whose context has ended",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			if c.ctx.Err() != nil {
				return a.Memory.Head() + 1, nil
			}
			return pass(c)
		})},
}
