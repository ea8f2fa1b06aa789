package sqlite

import (
	"context"
	"fmt"
	"sync/atomic"

	"github.com/hubledger/hubledger/eventstore"
)

// request is one append on its way through the writer.
type request struct {
	stream   eventstore.StreamID
	expected eventstore.Revision
	events   []eventstore.NewEvent
	stated   []eventstore.Stated
	size     int

	state atomic.Int32 // waiting, then taken or abandoned
	done  chan struct{}
	// The answer, to be read after done is closed.
	first eventstore.Seq
	err   error
}

const (
	waiting   = iota
	taken     // by the writer, which answers it
	abandoned // by the caller; the writer passes over it
)

func newRequest(stream eventstore.StreamID, expected eventstore.Revision, events []eventstore.NewEvent) *request {
	r := &request{
		stream: stream, expected: expected, events: events, done: make(chan struct{}),
		stated: make([]eventstore.Stated, len(events)),
	}
	for i, e := range events {
		r.stated[i] = e.Stated()
		r.size += e.Size()
	}
	return r
}

func (r *request) answer(first eventstore.Seq, err error) {
	r.first, r.err = first, err
	close(r.done)
}

// Done implements eventstore.Pending.
func (r *request) Done() <-chan struct{} { return r.done }

// Result implements eventstore.Pending.
func (r *request) Result() (eventstore.Seq, error) { return r.first, r.err }

// Append implements eventstore.Store. It waits while too many others wait, and
// ends at once with its context: before the writer has taken it nothing is
// recorded, after that it may be.
func (s *Store) Append(ctx context.Context, stream eventstore.StreamID, expected eventstore.Revision, events []eventstore.NewEvent) (eventstore.Seq, error) {
	r, err := s.hand(ctx, stream, expected, events)
	if err != nil {
		return 0, err
	}
	select {
	case <-r.done:
	case <-ctx.Done():
		if r.state.CompareAndSwap(waiting, abandoned) {
			return 0, fmt.Errorf("the append was not taken, nothing was recorded: %w", ctx.Err())
		}
		select {
		case <-r.done: // the truth is known
		default:
			return 0, fmt.Errorf("the append was under way, its events may be recorded: %w", ctx.Err())
		}
	}
	return r.first, r.err
}

// Enqueue implements eventstore.Enqueuer. Once it has returned, ctx has no part
// in the append.
func (s *Store) Enqueue(ctx context.Context, stream eventstore.StreamID, expected eventstore.Revision, events []eventstore.NewEvent) eventstore.Pending {
	r, err := s.hand(ctx, stream, expected, events)
	if err != nil {
		return eventstore.Answered(0, err)
	}
	return r
}

// hand checks an append and puts it where the writer finds it.
func (s *Store) hand(ctx context.Context, stream eventstore.StreamID, expected eventstore.Revision, events []eventstore.NewEvent) (*request, error) {
	if s.isClosing() {
		return nil, eventstore.ErrClosed
	}
	if s.writer == nil {
		return nil, eventstore.ErrReadOnly
	}
	if err := eventstore.CheckAppend(stream, expected, events); err != nil {
		return nil, err
	}
	r := newRequest(stream, expected, events)
	if err := s.writer.enqueue(ctx, r); err != nil {
		return nil, err
	}
	return r, nil
}

// enqueue puts a request where the writer finds it, when there is room.
func (w *writer) enqueue(ctx context.Context, r *request) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if !w.enter() {
		return eventstore.ErrClosed
	}
	// The caller counts as under way until the request is answered or, if it
	// abandons it, passed over: only then does the queue end.
	if err := w.room.Acquire(ctx, r.weight()); err != nil {
		w.underWay.Done()
		return err
	}
	w.requests <- r // whoever has room finds the channel open
	return nil
}

// weight of a request is its bytes, and at least what keeps the number of those
// that wait within maxWaiting.
func (r *request) weight() int64 { return max(int64(r.size), maxWaitingBytes/maxWaiting) }

// enter counts a caller in, unless the store is closing.
func (w *writer) enter() bool {
	w.door.Lock()
	defer w.door.Unlock()
	if w.shut {
		return false
	}
	w.underWay.Add(1)
	return true
}

// drain lets nobody in any more and returns when all who are in are answered
// and the writer's goroutine has ended.
func (w *writer) drain() {
	w.door.Lock()
	w.shut = true
	w.door.Unlock()
	w.underWay.Wait()
	close(w.requests)
	<-w.ended
}
