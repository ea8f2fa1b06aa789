package storetest

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// onWait plants a fault in place of Wait.
func onWait(f func(*altered, context.Context, eventstore.Seq) (eventstore.Seq, error)) func(*altered) {
	return func(a *altered) {
		a.wait = func(ctx context.Context, after eventstore.Seq) (eventstore.Seq, error) { return f(a, ctx, after) }
	}
}

// onClose plants a fault in place of Close.
func onClose(f func(*altered) error) func(*altered) {
	return func(a *altered) { a.close = func() error { return f(a) } }
}

func (a *altered) isClosed() bool {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return a.closed
}

const (
	crowdCase  = "many writers and readers on many streams"
	closedCase = "a closed store answers that it is closed"
	linearCase = "appends and reads of a stream are linearizable"
)

// Faults that show when many call at once, when one waits, and at the end.
var plantedInTime = []planted{
	{fault: "the head is raised before the event is there", found: crowdCase, plant: func(a *altered) {
		var coming atomic.Int64
		a.head = func() eventstore.Seq { return a.Memory.Head() + eventstore.Seq(coming.Load()) }
		onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			coming.Add(1)
			time.Sleep(50 * time.Microsecond)
			defer coming.Add(-1)
			return pass(c)
		})(a)
	}},
	{fault: "a later event is visible first", found: crowdCase, plant: func(a *altered) {
		var hidden sync.Map // seqs recorded and not visible yet
		onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			next := a.Memory.Head() + 1
			hidden.Store(next, true)
			defer hidden.Delete(next)
			first, err := pass(c)
			time.Sleep(50 * time.Microsecond)
			return first, err
		})(a)
		onRead(func(_ *altered, c readCall, pass passRead) events {
			return func(yield func(eventstore.Event, error) bool) {
				for e, err := range pass(c) {
					if _, yet := hidden.Load(e.Seq); !yet && !yield(e, err) {
						return
					}
				}
			}
		})(a)
	}},
	{fault: "what was seen disappears for a moment", found: crowdCase, plant: func(a *altered) {
		var n atomic.Int64
		onRead(func(_ *altered, c readCall, pass passRead) events {
			if c.stream != "" || n.Add(1)%4 != 0 {
				return pass(c)
			}
			return func(yield func(eventstore.Event, error) bool) {
				for e, err := range pass(c) {
					if e.Seq > a.Memory.Head()-2 || !yield(e, err) {
						return
					}
				}
			}
		})(a)
	}},
	{fault: "the head lags one question behind", found: "an append is seen at once", plant: func(a *altered) {
		var lagging atomic.Bool
		onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			defer lagging.Store(true)
			return pass(c)
		})(a)
		a.head = func() eventstore.Seq {
			if lagging.Swap(false) {
				return a.Memory.Head() - 1
			}
			return a.Memory.Head()
		}
	}},
	{fault: "the head goes back for a moment", found: crowdCase, plant: func(a *altered) {
		var n atomic.Int64
		a.head = func() eventstore.Seq { return a.Memory.Head() - eventstore.Seq(n.Add(1)%2) }
	}},
	{fault: "a stream shows events that are not in the log yet", found: crowdCase, plant: func(a *altered) {
		var coming atomic.Int64
		onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			defer coming.Store(0)
			first, err := pass(c)
			coming.Store(int64(first))
			time.Sleep(100 * time.Microsecond)
			return first, err
		})(a)
		visible := func() eventstore.Seq {
			if n := coming.Load(); n > 0 {
				return eventstore.Seq(n) - 1
			}
			return a.Memory.Head()
		}
		turn := make(chan struct{}, 1) // one append at a time
		onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			turn <- struct{}{}
			defer func() { <-turn }()
			return pass(c)
		})(a)
		a.head = visible
		onRead(func(_ *altered, c readCall, pass passRead) events {
			if c.stream != "" {
				return pass(c)
			}
			head := visible()
			return func(yield func(eventstore.Event, error) bool) {
				for e, err := range pass(c) {
					if e.Seq > head || !yield(e, err) {
						return
					}
				}
			}
		})(a)
	}},
	{fault: "an acknowledged append is not visible yet", found: "an append is seen at once", plant: func(a *altered) {
		onRead(func(_ *altered, c readCall, pass passRead) events {
			head := a.Memory.Head()
			return func(yield func(eventstore.Event, error) bool) {
				for e, err := range pass(c) {
					if head > 1 && e.Seq == head || !yield(e, err) {
						return
					}
				}
			}
		})(a)
	}},
	{fault: "the last of a stream lags", found: linearCase, plant: func(a *altered) {
		var mu sync.Mutex
		kept, calls := make(map[eventstore.StreamID]eventstore.Event), 0
		last := a.last
		a.last = func(ctx context.Context, stream eventstore.StreamID) (eventstore.Event, bool, error) {
			mu.Lock()
			defer mu.Unlock()
			if e, ok := kept[stream]; ok && calls%4 != 0 {
				calls++
				return e, true, nil
			}
			calls++
			e, ok, err := last(ctx, stream)
			if ok {
				kept[stream] = e
			}
			return e, ok, err
		}
	}},
	{fault: "an append is recorded twice", found: linearCase,
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			if err == nil && first%20 == 0 {
				a.force(c)
			}
			return first, err
		})},
	{fault: "wait looks first and listens then", found: "wait misses no append",
		plant: onWait(func(a *altered, ctx context.Context, after eventstore.Seq) (eventstore.Seq, error) {
			for {
				if head := a.Memory.Head(); head > after {
					return head, nil
				}
				runtime.Gosched()
				time.Sleep(time.Millisecond)
				a.mu.RLock()
				grown := a.grown
				a.mu.RUnlock()
				select {
				case <-grown:
				case <-ctx.Done():
					return 0, ctx.Err()
				}
			}
		}), hangs: true},
	{fault: "an append wakes one of those who wait", found: "wait wakes everybody", plant: func(a *altered) {
		bell := make(chan struct{}, 1)
		onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			select {
			case bell <- struct{}{}:
			default:
			}
			return first, err
		})(a)
		onWait(func(a *altered, ctx context.Context, after eventstore.Seq) (eventstore.Seq, error) {
			for a.Memory.Head() <= after {
				select {
				case <-bell:
				case <-ctx.Done():
					return 0, ctx.Err()
				}
			}
			return a.Memory.Head(), nil
		})(a)
	}, hangs: true},
	{fault: "any append ends any wait", found: "wait wakes everybody",
		plant: onWait(func(a *altered, ctx context.Context, after eventstore.Seq) (eventstore.Seq, error) {
			return a.Memory.Wait(ctx, min(after, a.Memory.Head()))
		})},
	{fault: "wait that is cut says that the store is closed", found: "subscribe follows",
		plant: onWait(func(a *altered, ctx context.Context, after eventstore.Seq) (eventstore.Seq, error) {
			head, err := a.Memory.Wait(ctx, after)
			if err != nil {
				err = eventstore.ErrClosed
			}
			return head, err
		})},
	{fault: "wait always waits for the next append", found: "wait returns at once where the log is longer",
		plant: onWait(func(a *altered, ctx context.Context, _ eventstore.Seq) (eventstore.Seq, error) {
			return a.Memory.Wait(ctx, a.Memory.Head())
		}), hangs: true},
	{fault: "wait returns the next seq, not the head", found: "wait returns at once where the log is longer",
		plant: onWait(func(a *altered, ctx context.Context, after eventstore.Seq) (eventstore.Seq, error) {
			_, err := a.Memory.Wait(ctx, after)
			return after + 1, err
		})},
	{fault: "wait does not look at its context", found: "wait ends with its context",
		plant: onWait(func(a *altered, _ context.Context, after eventstore.Seq) (eventstore.Seq, error) {
			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			go func() {
				select {
				case <-a.over:
					cancel()
				case <-ctx.Done():
				}
			}()
			return a.Memory.Wait(ctx, after)
		}), hangs: true},
	{fault: "wait that is cut returns the head without an error", found: "wait ends with its context",
		plant: onWait(func(a *altered, ctx context.Context, after eventstore.Seq) (eventstore.Seq, error) {
			if head, err := a.Memory.Wait(ctx, after); err == nil {
				return head, nil
			}
			return a.Memory.Head(), nil
		})},
	{fault: "a refused append wakes who waits", found: "only an event ends a wait", plant: func(a *altered) {
		refused := make(chan struct{}, 100)
		onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			if err != nil {
				refused <- struct{}{}
			}
			return first, err
		})(a)
		onWait(func(a *altered, ctx context.Context, after eventstore.Seq) (eventstore.Seq, error) {
			select {
			case <-refused:
				return a.Memory.Head(), nil
			case <-ctx.Done():
				return 0, ctx.Err()
			}
		})(a)
	}},
	{fault: "a closed store reads on", found: closedCase, plant: func(a *altered) {
		onRead(func(_ *altered, c readCall, pass passRead) events {
			return func(yield func(eventstore.Event, error) bool) {
				for e, err := range pass(c) {
					if errors.Is(err, eventstore.ErrClosed) || !yield(e, err) {
						return
					}
				}
			}
		})(a)
	}},
	{fault: "a closed store can't be closed again", found: closedCase, plant: onClose(func(a *altered) error {
		if a.isClosed() {
			return eventstore.ErrClosed
		}
		return a.Memory.Close()
	})},
	{fault: "a closed store has forgotten which ledger it is", found: closedCase, plant: onClose(func(a *altered) error {
		err := a.Memory.Close()
		a.ledger = uuid.Nil
		return err
	})},
	{fault: "a closed store says that its context has ended", found: closedCase,
		plant: onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			if errors.Is(err, eventstore.ErrClosed) {
				err = context.Canceled
			}
			return first, err
		})},
	{fault: "close loses the last acknowledged append", found: countCase, plant: onClose(func(a *altered) error {
		a.mu.Lock()
		if !a.closed {
			last := a.log[len(a.log)-1]
			a.log = a.log[:len(a.log)-1]
			a.streams[last.Stream] = a.streams[last.Stream][:last.Revision]
		}
		a.mu.Unlock()
		return a.Memory.Close()
	})},
	{fault: "close drops an append under way that it acknowledges", found: "close while others append", plant: func(a *altered) {
		var closing atomic.Bool
		onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			if closing.Load() {
				return a.Memory.Head() + 1, nil
			}
			return pass(c)
		})(a)
		onClose(func(a *altered) error {
			closing.Store(true)
			time.Sleep(time.Millisecond)
			closing.Store(false)
			return a.Memory.Close()
		})(a)
	}},
	{fault: "close leaves half of an append under way", found: "close while others append", plant: func(a *altered) {
		onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			if errors.Is(err, eventstore.ErrClosed) {
				c.events = c.events[:1]
				a.mu.Lock()
				a.record(c.stream, c.events[0])
				a.mu.Unlock()
			}
			return first, err
		})(a)
		onClose(func(a *altered) error {
			err := a.Memory.Close()
			time.Sleep(10 * time.Millisecond) // for those who come late
			return err
		})(a)
	}},
	{fault: "a second close returns before the store is closed", found: "close at once from many sides", plant: func(a *altered) {
		var begun atomic.Bool
		onClose(func(a *altered) error {
			if begun.Swap(true) {
				return nil
			}
			time.Sleep(5 * time.Millisecond)
			return a.Memory.Close()
		})(a)
	}},
	{fault: "close leaves those asleep who wait", found: "close wakes who waits",
		plant: onWait(func(a *altered, ctx context.Context, after eventstore.Seq) (eventstore.Seq, error) {
			head, err := a.Memory.Wait(ctx, after)
			if errors.Is(err, eventstore.ErrClosed) {
				<-ctx.Done()
				err = ctx.Err()
			}
			return head, err
		}), hangs: true},
	{fault: "close wakes who waits as if there were more", found: "close wakes who waits",
		plant: onWait(func(a *altered, ctx context.Context, after eventstore.Seq) (eventstore.Seq, error) {
			head, err := a.Memory.Wait(ctx, after)
			if errors.Is(err, eventstore.ErrClosed) {
				return after + 1, nil
			}
			return head, err
		})},
	{fault: "close gives back the memory that a read hands out", found: "close while others read",
		plant: onRead(func(a *altered, c readCall, pass passRead) events {
			return mapped(pass(c), func(e *eventstore.Event) {
				if a.isClosed() {
					e.Data = nil
				}
			})
		})},
	{fault: "close ends a read with an error of its own", found: "close while others read",
		plant: onRead(func(a *altered, c readCall, pass passRead) events {
			return func(yield func(eventstore.Event, error) bool) {
				for e, err := range pass(c) {
					if a.isClosed() {
						err = context.Canceled
					}
					if !yield(e, err) || err != nil {
						return
					}
				}
			}
		})},
	{fault: "close ends a read without an error", found: "close while others read",
		plant: onRead(func(a *altered, c readCall, pass passRead) events {
			return func(yield func(eventstore.Event, error) bool) {
				for e, err := range pass(c) {
					if a.isClosed() || !yield(e, err) {
						return
					}
				}
			}
		})},
	{fault: "close waits for reads under way", found: "close while others read", hangs: true, plant: func(a *altered) {
		var reads atomic.Int64
		onRead(func(_ *altered, c readCall, pass passRead) events {
			return func(yield func(eventstore.Event, error) bool) {
				reads.Add(1)
				defer reads.Add(-1)
				pass(c)(yield)
			}
		})(a)
		onClose(func(a *altered) error {
			for reads.Load() > 0 {
				select {
				case <-a.over:
					return nil
				case <-time.After(time.Millisecond):
				}
			}
			return a.Memory.Close()
		})(a)
	}},
	{fault: "a store that was opened again has forgotten its commands", found: "commands are known after opening again",
		plant: func(a *altered) { clear(a.commands) }},
	{fault: "a store that was opened again is another ledger", found: countCase,
		plant: func(a *altered) {
			if a.Memory.Head() > 0 {
				a.ledger = ID("another")
			}
		}},
}
