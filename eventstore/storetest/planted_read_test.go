package storetest

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// onRead plants a fault in front of ReadStream and ReadAll, which may go on to
// pass.
func onRead(f func(a *altered, c readCall, pass func(readCall) events) events) func(*altered) {
	return func(a *altered) {
		pass := a.read
		a.read = func(c readCall) events { return f(a, c, pass) }
	}
}

// sorted is a read in another order.
func sorted(read events, compare func(a, b eventstore.Event) int) events {
	return func(yield func(eventstore.Event, error) bool) {
		got, err := collect(read)
		slices.SortStableFunc(got, compare)
		all(got, err)(yield)
	}
}

func text[N ~int64](a, b N) int { return cmp.Compare(strconv.Itoa(int(a)), strconv.Itoa(int(b))) }

// where is a stream's read made of all events whose stream's name fits.
func (a *altered) where(c readCall, fits func(stream string) bool) events {
	return func(yield func(eventstore.Event, error) bool) {
		for e, err := range a.Memory.ReadAll(c.ctx, 0, c.parts) {
			if err == nil && (!fits(string(e.Stream)) || int64(e.Revision) <= c.after) {
				continue
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

const (
	countCase = "seqs and revisions count on after 9 and 99"
	alikeCase = "streams whose names begin alike"
	endCase   = "a read ends where the log ended when it began"
	cutCase   = "a read whose context ends is never silently short"
)

type passRead = func(readCall) events

var plantedInReads = []planted{
	{fault: "after is inclusive in a stream", found: "after is exclusive",
		plant: onRead(func(_ *altered, c readCall, pass passRead) events {
			if c.stream != "" {
				c.after = max(c.after-1, -1)
			}
			return pass(c)
		})},
	{fault: "after is inclusive in the log", found: "after is exclusive",
		plant: onRead(func(_ *altered, c readCall, pass passRead) events {
			if c.stream == "" {
				c.after = max(c.after-1, 0)
			}
			return pass(c)
		})},
	{fault: "after skips one event too many", found: "after is exclusive",
		plant: onRead(func(_ *altered, c readCall, pass passRead) events {
			if c.after > 0 {
				c.after++
			}
			return pass(c)
		})},
	{fault: "after revision 0 is the whole stream", found: "no stream is not revision 0",
		plant: onRead(func(_ *altered, c readCall, pass passRead) events {
			if c.stream != "" && c.after == 0 {
				c.after = -1
			}
			return pass(c)
		})},
	{fault: "one is added to the largest number", found: "the largest numbers",
		plant: onRead(func(_ *altered, c readCall, pass passRead) events {
			if c.after+1 < c.after {
				c.after = -1
			}
			return pass(c)
		})},
	{fault: "a stream is in the order of its revisions' text", found: countCase,
		plant: onRead(func(_ *altered, c readCall, pass passRead) events {
			if c.stream == "" {
				return pass(c)
			}
			return sorted(pass(c), func(a, b eventstore.Event) int { return text(a.Revision, b.Revision) })
		})},
	{fault: "the log is in the order of its seqs' text", found: countCase,
		plant: onRead(func(_ *altered, c readCall, pass passRead) events {
			if c.stream != "" {
				return pass(c)
			}
			return sorted(pass(c), func(a, b eventstore.Event) int { return text(a.Seq, b.Seq) })
		})},
	{fault: "the log is in the order of its streams", found: "after is exclusive",
		plant: onRead(func(_ *altered, c readCall, pass passRead) events {
			return sorted(pass(c), func(a, b eventstore.Event) int { return cmp.Compare(a.Stream, b.Stream) })
		})},
	{fault: "a read ends after 100 events", found: countCase,
		plant: onRead(func(_ *altered, c readCall, pass passRead) events {
			return func(yield func(eventstore.Event, error) bool) {
				n := 0
				for e, err := range pass(c) {
					if n++; n > 100 || !yield(e, err) {
						return
					}
				}
			}
		})},
	{fault: "a read goes on with the log's next events", found: alikeCase,
		plant: onRead(func(a *altered, c readCall, _ passRead) events {
			begun := false
			return a.where(c, func(stream string) bool {
				begun = begun || stream == string(c.stream)
				return begun
			})
		})},
	{fault: "a stream is all whose names begin with its own", found: alikeCase,
		plant: onRead(func(a *altered, c readCall, _ passRead) events {
			return a.where(c, func(stream string) bool { return strings.HasPrefix(stream, string(c.stream)) })
		})},
	{fault: "the case of a name is not looked at", found: alikeCase,
		plant: onRead(func(a *altered, c readCall, pass passRead) events {
			if c.stream == "" {
				return pass(c)
			}
			return a.where(c, func(stream string) bool { return strings.EqualFold(stream, string(c.stream)) })
		})},
	{fault: "an underscore in a name is any sign", found: alikeCase,
		plant: onRead(func(a *altered, c readCall, pass passRead) events {
			if c.stream != "hub-QE_" {
				return pass(c)
			}
			return a.where(c, func(stream string) bool { return len(stream) == 7 && stream[:6] == "hub-QE" })
		})},
	{fault: "Last is that of the log", found: alikeCase, plant: func(a *altered) {
		a.last = func(ctx context.Context, _ eventstore.StreamID) (eventstore.Event, bool, error) {
			return eventstore.Get(ctx, a.Memory, a.Memory.Head())
		}
	}},
	{fault: "Last lags one question behind", found: "an append is seen at once", plant: func(a *altered) {
		last, kept := a.last, make(map[eventstore.StreamID]eventstore.Event)
		a.last = func(ctx context.Context, stream eventstore.StreamID) (eventstore.Event, bool, error) {
			e, ok, err := last(ctx, stream)
			old, cached := kept[stream]
			if kept[stream] = e; cached {
				return old, true, nil
			}
			return e, ok, err
		}
	}},
	{fault: "Last is that of any stream whose name begins alike", found: alikeCase, plant: func(a *altered) {
		last := a.last
		a.last = func(ctx context.Context, stream eventstore.StreamID) (eventstore.Event, bool, error) {
			if e, ok, err := last(ctx, stream); ok || err != nil {
				return e, ok, err
			}
			return last(ctx, stream[:len(stream)-1])
		}
	}},
	{fault: "Last of no stream is a zero event", found: "an empty log", plant: func(a *altered) {
		a.last = func(ctx context.Context, stream eventstore.StreamID) (eventstore.Event, bool, error) {
			e, _, err := a.Memory.Last(ctx, stream)
			return e, true, err
		}
	}},
	{fault: "Find looks in every stream", found: "a command in another stream is another", plant: func(a *altered) {
		a.find = func(ctx context.Context, _ eventstore.StreamID, command uuid.UUID) ([]eventstore.Event, error) {
			var found []eventstore.Event
			for i := range 3 {
				some, _ := a.Memory.Find(ctx, stream(i), command)
				found = append(found, some...)
			}
			return found, nil
		}
	}},
	{fault: "Find of nothing is a zero event", found: "an empty log", plant: func(a *altered) {
		a.find = func(ctx context.Context, stream eventstore.StreamID, command uuid.UUID) ([]eventstore.Event, error) {
			found, err := a.Memory.Find(ctx, stream, command)
			if found == nil {
				found = make([]eventstore.Event, 1)
			}
			return found, err
		}
	}},
	{fault: "Find of an unknown command is the whole stream", found: "find brings back one command", plant: func(a *altered) {
		a.find = func(ctx context.Context, stream eventstore.StreamID, command uuid.UUID) ([]eventstore.Event, error) {
			if found, err := a.Memory.Find(ctx, stream, command); found != nil || err != nil {
				return found, err
			}
			return collect(a.Memory.ReadStream(ctx, stream, eventstore.NoStream, eventstore.Whole))
		}
	}},
	{fault: "Find in a stream without events looks in others", found: "a command in another stream is another", plant: func(a *altered) {
		a.find = func(ctx context.Context, name eventstore.StreamID, command uuid.UUID) ([]eventstore.Event, error) {
			if a.lastOf(name) == eventstore.NoStream {
				name = stream(1)
			}
			return a.Memory.Find(ctx, name, command)
		}
	}},
	{fault: "Find knows the command of a refused append", found: "a conflict uses up no seq", plant: func(a *altered) {
		refused := make(map[uuid.UUID][]eventstore.Event)
		onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			if err != nil {
				refused[c.events[0].Stated().Command] = make([]eventstore.Event, len(c.events))
			}
			return first, err
		})(a)
		a.find = func(ctx context.Context, stream eventstore.StreamID, command uuid.UUID) ([]eventstore.Event, error) {
			if found, err := a.Memory.Find(ctx, stream, command); found != nil || err != nil {
				return found, err
			}
			return refused[command], nil
		}
	}},
	{fault: "Find brings back the whole append", found: "find brings back one command", plant: func(a *altered) {
		a.find = func(ctx context.Context, stream eventstore.StreamID, command uuid.UUID) ([]eventstore.Event, error) {
			found, err := a.Memory.Find(ctx, stream, command)
			if len(found) < 2 || err != nil {
				return found, err
			}
			first, last := found[0], found[len(found)-1]
			return collect(a.where(readCall{ctx, stream, int64(first.Revision) - 1, eventstore.Whole}, func(string) bool {
				return last.Seq > 0
			}))
		}
	}},
	{fault: "Find is in the order of the text of n", found: "find brings back one command", plant: func(a *altered) {
		a.find = func(ctx context.Context, stream eventstore.StreamID, command uuid.UUID) ([]eventstore.Event, error) {
			return collect(sorted(all(a.Memory.Find(ctx, stream, command)), func(x, y eventstore.Event) int {
				return cmp.Compare(string(x.Data), string(y.Data))
			}))
		}
	}},
	{fault: "events without command are found as that of zeros", found: "events without command are never duplicates", plant: func(a *altered) {
		a.find = func(ctx context.Context, stream eventstore.StreamID, command uuid.UUID) ([]eventstore.Event, error) {
			if command != uuid.Nil {
				return a.Memory.Find(ctx, stream, command)
			}
			return collect(a.Memory.ReadStream(ctx, stream, eventstore.NoStream, eventstore.Whole))
		}
	}},
	{fault: "a read counts its end from the head when it begins", found: endCase,
		plant: onRead(func(a *altered, c readCall, pass passRead) events {
			read, called := pass(c), a.Memory.Head()
			return func(yield func(eventstore.Event, error) bool) {
				end := called - (a.Memory.Head() - called)
				for e, err := range read {
					if e.Seq > end || !yield(e, err) {
						return
					}
				}
			}
		})},
	{fault: "a read counts its start from the head when it begins", found: endCase,
		plant: onRead(func(a *altered, c readCall, pass passRead) events {
			called := a.Memory.Head()
			return func(yield func(eventstore.Event, error) bool) {
				c.after += int64(a.Memory.Head() - called)
				pass(c)(yield)
			}
		})},
	{fault: "a read goes on as the log grows", found: endCase,
		plant: onRead(func(_ *altered, c readCall, pass passRead) events {
			return func(yield func(eventstore.Event, error) bool) {
				for more := true; more; {
					more = false
					for e, err := range pass(c) {
						if !yield(e, err) {
							return
						}
						if c.after, more = int64(e.Revision), true; c.stream == "" {
							c.after = int64(e.Seq)
						}
					}
				}
			}
		})},
	{fault: "a consumer holds up appends", found: "a consumer that appends while it reads", hangs: true,
		plant: func(a *altered) {
			turn := make(chan struct{}, 1)
			onRead(func(a *altered, c readCall, pass passRead) events {
				return func(yield func(eventstore.Event, error) bool) {
					turn <- struct{}{}
					defer func() { <-turn }()
					pass(c)(yield)
				}
			})(a)
			onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
				select {
				case turn <- struct{}{}:
				case <-a.over:
					return 0, context.Canceled
				}
				defer func() { <-turn }()
				return pass(c)
			})(a)
		}},
	{fault: "reads share one place in the log", found: "a consumer that reads while it reads",
		plant: func(a *altered) {
			var next int64
			onRead(func(_ *altered, c readCall, pass passRead) events {
				if c.stream != "" {
					return pass(c)
				}
				return func(yield func(eventstore.Event, error) bool) {
					for next = c.after; next < int64(a.Memory.Head()); {
						next++
						if !yield(cloned(a.log[next-1], c.parts), nil) {
							return
						}
					}
				}
			})(a)
		}},
	{fault: "a read that is left leaves a goroutine behind", found: "reads that are left early",
		plant: onRead(func(a *altered, c readCall, pass passRead) events {
			return func(yield func(eventstore.Event, error) bool) {
				events := make(chan eventstore.Event)
				go func() {
					defer close(events)
					for e := range pass(c) {
						select {
						case events <- e:
						case <-a.over:
							return
						}
					}
				}()
				for e := range events {
					if !yield(e, nil) {
						return
					}
				}
			}
		})},
	{fault: "only so many reads may ever be left", found: "reads that are left early",
		plant: func(a *altered) {
			left := 0
			onRead(func(_ *altered, c readCall, pass passRead) events {
				return func(yield func(eventstore.Event, error) bool) {
					if left > 50 {
						yield(eventstore.Event{}, eventstore.ErrReadOnly)
						return
					}
					for e, err := range pass(c) {
						if !yield(e, err) {
							left++
							return
						}
					}
				}
			})(a)
		}},
	{fault: "an ended context ends a read without an error", found: cutCase,
		plant: onRead(func(_ *altered, c readCall, pass passRead) events {
			return func(yield func(eventstore.Event, error) bool) {
				for e, err := range pass(c) {
					if err != nil || !yield(e, err) {
						return
					}
				}
			}
		})},
	{fault: "a read goes on after its error", found: cutCase,
		plant: onRead(func(_ *altered, c readCall, pass passRead) events {
			return func(yield func(eventstore.Event, error) bool) {
				for e, err := range pass(c) {
					if !yield(e, err) || err != nil && !yield(e, err) {
						return
					}
				}
			}
		})},
	{fault: "an ended context is the store's own failure", found: cutCase,
		plant: onRead(func(_ *altered, c readCall, pass passRead) events {
			return func(yield func(eventstore.Event, error) bool) {
				for e, err := range pass(c) {
					if err != nil {
						err = eventstore.ErrReadOnly
					}
					if !yield(e, err) {
						return
					}
				}
			}
		})},
	{fault: "an ended context yields empty events", found: cutCase,
		plant: onRead(func(_ *altered, c readCall, pass passRead) events {
			return func(yield func(eventstore.Event, error) bool) {
				for e, err := range pass(c) {
					if !yield(e, nil) || err != nil {
						return
					}
				}
			}
		})},
	{fault: "an ended context finds nothing", found: cutCase, plant: func(a *altered) {
		a.find = func(ctx context.Context, stream eventstore.StreamID, command uuid.UUID) ([]eventstore.Event, error) {
			if ctx.Err() != nil {
				return nil, nil
			}
			return a.Memory.Find(ctx, stream, command)
		}
	}},
	{fault: "one read in four is that of a while ago", found: "appends and reads of a stream are linearizable",
		plant: func(a *altered) {
			var mu sync.Mutex
			kept, calls := make(map[eventstore.StreamID][]eventstore.Event), 0
			onRead(func(_ *altered, c readCall, pass passRead) events {
				mu.Lock()
				defer mu.Unlock()
				if calls++; calls%4 == 0 && kept[c.stream] != nil {
					return all(kept[c.stream], nil)
				}
				got, err := collect(pass(c))
				if calls%4 == 1 {
					kept[c.stream] = got
				}
				return all(got, err)
			})(a)
		}},
}
