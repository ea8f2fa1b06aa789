package eventstore

import "context"

// Pending is an append that was handed in.
type Pending interface {
	// Done is closed when the answer is there.
	Done() <-chan struct{}
	// Result is that of Store.Append. It is to be asked for once, after Done.
	Result() (Seq, error)
}

// Enqueuer is a Store that judges appends in the order in which they were handed
// in, and that nobody else writes to. So whoever hands one in may hand in the
// next, which expects what the first will have made, before the first is
// durable; where the first fails, so does the next.
type Enqueuer interface {
	Store
	// Enqueue is Append that does not wait for its answer. It may wait for room.
	Enqueue(ctx context.Context, stream StreamID, expected Revision, events []NewEvent) Pending
}

// Enqueue hands an append in. A store that is no Enqueuer has answered it when
// Enqueue returns.
func Enqueue(ctx context.Context, s Store, stream StreamID, expected Revision, events []NewEvent) Pending {
	if q, ok := s.(Enqueuer); ok {
		return q.Enqueue(ctx, stream, expected, events)
	}
	seq, err := s.Append(ctx, stream, expected, events)
	return Answered(seq, err)
}

// Answered is a Pending with its answer.
func Answered(seq Seq, err error) Pending { return answered{seq, err} }

type answered struct {
	seq Seq
	err error
}

var closed = func() <-chan struct{} {
	c := make(chan struct{})
	close(c)
	return c
}()

func (answered) Done() <-chan struct{}  { return closed }
func (a answered) Result() (Seq, error) { return a.seq, a.err }
