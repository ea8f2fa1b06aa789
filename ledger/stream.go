package ledger

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// stream is one stream's cached state, and the line of commands that wait for
// it. What waits is decided one after another by the one goroutine that serves
// the line; it starts with the first command and ends with the last answer.
type stream struct {
	ledger *Ledger
	name   string

	// state guards what is acknowledged: aggregate, revision, prev, recorded
	// and loaded. Only the goroutine that holds serve writes them; decisions of
	// other streams read the aggregate's view under a read lock.
	state     sync.RWMutex
	aggregate domain.Aggregate
	revision  eventstore.Revision
	prev      eventstore.Hash // of the metadata of the last event
	recorded  time.Time       // recordedAt of the last event
	loaded    bool

	// serve is held by whoever folds or decides.
	serve sync.Mutex
	// tip is the state when all that is in flight is acknowledged, nil where
	// nothing is; flights are in the order in which they were handed in. Only
	// the goroutine that serves the line uses them.
	tip     *tip
	flights []*flight

	line    sync.Mutex // guards waiting and served
	waiting []*request
	served  bool          // a goroutine serves the line
	wake    chan struct{} // tells it that somebody waits
}

// request is a command that waits for an answer.
type request struct {
	ctx    context.Context
	cmd    wire.Sealed
	expect *eventstore.Revision // If-Match: the revision the giver had seen
	at     time.Time            // the instant to decide it at; zero: by the ledger's clock
	tries  int

	// What deciding said, until the append is acknowledged.
	receipt Receipt
	err     error
	// basis is what a refusal was decided on, the stream itself included, and
	// decidedAt when.
	basis     map[eventstore.StreamID]eventstore.Revision
	decidedAt time.Time

	done chan struct{} // closed when receipt and err are final
}

func (r *request) finish(receipt Receipt, err error) {
	r.receipt, r.err = receipt, err
	close(r.done)
}

// failAll answers a batch with one error.
func failAll(batch []*request, err error) {
	for _, r := range batch {
		r.finish(Receipt{}, err)
	}
}

// submit puts requests in line, in order, and sees that somebody serves it.
func (s *stream) submit(reqs ...*request) {
	s.line.Lock()
	s.waiting = append(s.waiting, reqs...)
	start := !s.served
	s.served = true
	s.line.Unlock()
	if start {
		go s.serveLine()
		return
	}
	select {
	case s.wake <- struct{}{}:
	default: // it is told already
	}
}

// load folds what the log holds beyond what is folded already.
func (s *stream) load(ctx context.Context) error {
	s.state.RLock()
	loaded := s.loaded
	s.state.RUnlock()
	if loaded {
		return nil
	}
	s.serve.Lock()
	defer s.serve.Unlock()
	if s.loaded {
		return nil
	}
	return s.catchUp(ctx)
}

// catchUp folds the events after the acknowledged revision. The caller holds
// serve.
func (s *stream) catchUp(ctx context.Context) error {
	s.state.Lock()
	defer s.state.Unlock()
	if kind, _, _ := wire.KindOf(s.name); kind == wire.KindRefusals {
		return s.catchUpHead(ctx) // nothing is decided on their content
	}
	for e, err := range s.ledger.store.ReadStream(ctx, eventstore.StreamID(s.name), s.revision, eventstore.Whole) {
		if err != nil {
			return fmt.Errorf("couldn't read stream %s: %w", s.name, err)
		}
		rec, _, err := wire.Read(e)
		if err != nil {
			return err
		}
		s.aggregate.Evolve(rec)
		s.at(e.Revision, eventstore.HashOf(e.Metadata), e.RecordedAt)
	}
	s.loaded = true
	return nil
}

func (s *stream) catchUpHead(ctx context.Context) error {
	e, ok, err := s.ledger.store.Last(ctx, eventstore.StreamID(s.name))
	if err != nil {
		return fmt.Errorf("couldn't read stream %s: %w", s.name, err)
	}
	if ok {
		s.at(e.Revision, eventstore.HashOf(e.Metadata), e.RecordedAt)
	}
	s.loaded = true
	return nil
}

func (s *stream) at(rev eventstore.Revision, prev eventstore.Hash, recorded time.Time) {
	s.revision, s.prev = rev, prev
	if recorded.After(s.recorded) {
		s.recorded = recorded
	}
	s.ledger.sawTime(recorded)
}

// forget drops the state after an append whose outcome is not known; the next
// command folds the stream anew.
func (s *stream) forget() {
	s.state.Lock()
	defer s.state.Unlock()
	s.aggregate, _ = NewAggregate(s.name)
	s.revision, s.prev, s.recorded, s.loaded = eventstore.NoStream, eventstore.Hash{}, time.Time{}, false
}

// refusedWhole reports whether an error says that nothing was recorded.
func refusedWhole(err error) bool {
	var large *eventstore.TooLargeError
	var invalid *eventstore.InvalidError
	return errors.As(err, &large) || errors.As(err, &invalid) || errors.Is(err, eventstore.ErrReadOnly)
}

// answer gives everybody what deciding said.
func (s *stream) answer(ctx context.Context, batch []*request) {
	for _, r := range batch {
		refusal, refused := IsRefusal(r.err)
		switch {
		case len(r.receipt.Events) > 0:
			r.finish(r.receipt, nil)
		case refused:
			s.refuse(ctx, r, refusal)
		case r.err != nil:
			r.finish(Receipt{}, r.err)
		default:
			s.nothing(ctx, r)
		}
	}
}

// nothing answers a command that had nothing to record. It may be the retry of
// one that had.
func (s *stream) nothing(ctx context.Context, r *request) {
	receipt, err := s.ledger.recorded(ctx, r.cmd)
	switch {
	case err != nil:
		r.finish(Receipt{}, err)
	case receipt != nil:
		r.finish(*receipt, nil)
	default:
		r.finish(r.receipt, nil)
	}
}

// replay answers a command whose id is taken.
func (s *stream) replay(ctx context.Context, r *request) {
	receipt, err := s.ledger.recorded(ctx, r.cmd)
	switch {
	case err != nil:
		r.finish(Receipt{}, err)
	case receipt == nil:
		r.finish(Receipt{}, fmt.Errorf("couldn't find what command %s recorded although its id is taken", r.cmd.Command.ID))
	default:
		r.finish(*receipt, nil)
	}
}

// resolve answers a command whose append failed in a way that leaves open
// whether it was recorded.
func (s *stream) resolve(ctx context.Context, r *request, cause error) {
	if len(r.receipt.Events) == 0 {
		r.finish(Receipt{}, fmt.Errorf("couldn't decide the command: %w", cause))
		return
	}
	receipt, err := s.ledger.recorded(ctx, r.cmd)
	var reused *ReusedIDError
	switch {
	case errors.As(err, &reused):
		r.finish(Receipt{}, err)
	case err == nil && receipt != nil:
		receipt.Replayed = false
		r.finish(*receipt, nil)
	default:
		r.finish(Receipt{}, &UncertainError{cause})
	}
}

// dropEnded answers those whose giver has gone.
func dropEnded(batch []*request) []*request {
	live := batch[:0]
	for _, r := range batch {
		if err := r.ctx.Err(); err != nil {
			r.finish(Receipt{}, err)
			continue
		}
		live = append(live, r)
	}
	return live
}
