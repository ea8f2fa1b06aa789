package ledger

import (
	"context"
	"errors"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

const (
	// maxFlights is how many batches of a stream may be in flight. More would
	// only hand in smaller ones.
	maxFlights = 4
	// maxTip is how many events may be on a tip, acknowledged ones included,
	// before it is let drain.
	maxTip = 4096
)

// tip is the state of a stream when all that is in flight is acknowledged. It is
// a fork of the acknowledged state, which takes the same events as they are
// acknowledged.
type tip struct {
	aggregate domain.Aggregate
	revision  eventstore.Revision
	prev      eventstore.Hash
	recorded  time.Time
	events    int // that it was made of, on top of the acknowledged state
}

// flight is a batch that was decided and is not answered.
type flight struct {
	batch    *batch
	requests []*request
	pending  eventstore.Pending
}

// serveLine decides what waits, and answers it when it is acknowledged. While a
// batch is on its way to the disk the next is decided on top of it, so that a
// commit finds something to take from every busy stream.
func (s *stream) serveLine() {
	s.serve.Lock()
	defer s.serve.Unlock()
	var batch []*request
	for {
		if len(batch) == 0 {
			batch = s.take()
		}
		switch {
		case s.arrived():
			batch = append(s.land(), batch...)
		case len(batch) > 0 && s.mayDecide():
			batch = s.process(batch)
		case len(s.flights) > 0:
			var wake chan struct{} // nobody is asked in who could not be decided
			if len(batch) == 0 && s.mayDecide() {
				wake = s.wake
			}
			select {
			case <-s.flights[0].pending.Done():
			case <-wake:
			}
		default:
			if s.leave() {
				return
			}
		}
		s.serve.Unlock() // whoever waits to read the stream's state comes in
		s.serve.Lock()
	}
}

// take empties the line.
func (s *stream) take() []*request {
	s.line.Lock()
	defer s.line.Unlock()
	batch := s.waiting
	s.waiting = nil
	return batch
}

// leave ends the serving of the line, unless somebody waits.
func (s *stream) leave() bool {
	s.line.Lock()
	defer s.line.Unlock()
	s.served = len(s.waiting) > 0
	return !s.served
}

// mayDecide reports whether a batch may be decided on top of what is in flight.
// What the ledger says of itself is decided on what is acknowledged: it holds
// for all streams.
func (s *stream) mayDecide() bool {
	if len(s.flights) == 0 {
		return true
	}
	return len(s.flights) < maxFlights && s.tip.events < maxTip && s.name != string(wire.KindLedger)
}

// arrived reports whether the first flight has its answer.
func (s *stream) arrived() bool {
	if len(s.flights) == 0 {
		return false
	}
	select {
	case <-s.flights[0].pending.Done():
		return true
	default:
		return false
	}
}

// process decides a batch on the tip and hands in what was decided in one call.
// It returns those that are to be decided after it. The caller holds serve.
func (s *stream) process(requests []*request) (after []*request) {
	requests = dropEnded(requests)
	if len(requests) == 0 {
		return nil
	}
	ctx := context.WithoutCancel(requests[0].ctx)
	if !s.loaded {
		if err := s.catchUp(ctx); err != nil {
			failAll(requests, err)
			return nil
		}
	}
	b := s.begin()
	for i, r := range requests {
		if !b.decide(ctx, r) {
			requests, after = requests[:i], requests[i:]
			break
		}
	}
	f := &flight{batch: b, requests: requests, pending: eventstore.Answered(0, nil)}
	if len(b.events) > 0 {
		s.tip.revision, s.tip.prev, s.tip.recorded = b.revision, b.prev, b.recorded
		s.tip.events += len(b.events)
		f.pending = eventstore.Enqueue(ctx, s.ledger.store, eventstore.StreamID(s.name), b.expected, b.events)
	}
	s.flights = append(s.flights, f)
	return after
}

// begin begins a batch on the tip.
func (s *stream) begin() *batch {
	if s.tip == nil {
		s.tip = &tip{aggregate: s.aggregate.Fork(), revision: s.revision, prev: s.prev, recorded: s.recorded}
	}
	return newBatch(s)
}

// land answers the first flight, which has its answer. It returns those that
// are to be decided anew: of this flight and, where it failed, of those after
// it, which were decided on what is not so.
func (s *stream) land() (anew []*request) {
	f := s.flights[0]
	s.flights = s.flights[1:]
	ctx := context.WithoutCancel(f.requests[0].ctx)
	first, err := f.pending.Result()
	if err == nil {
		if len(f.batch.events) > 0 {
			s.acknowledge(f.batch, first)
		}
		if len(s.flights) == 0 {
			s.tip = nil
		}
		s.answer(ctx, f.requests)
		return nil
	}
	later := s.flights
	s.flights, s.tip = nil, nil
	anew = s.failed(ctx, f, err)
	for _, f := range later {
		<-f.pending.Done()
		anew = append(anew, s.undecided(ctx, f)...)
	}
	return anew
}

// failed says what becomes of a flight whose append failed: it returns those
// that are to be decided anew, and answers the others.
func (s *stream) failed(ctx context.Context, f *flight, err error) (anew []*request) {
	var duplicate *eventstore.DuplicateError
	var conflict *eventstore.ConflictError
	switch {
	case errors.As(err, &duplicate):
		// Somebody's command is a retry: it gets its receipt, the others are
		// decided anew without it.
		for _, r := range f.requests {
			if r.cmd.Command.ID == duplicate.Command {
				s.replay(ctx, r)
			} else {
				anew = append(anew, r)
			}
		}
	case errors.As(err, &conflict):
		s.ledger.observeConflict()
		if err := s.catchUp(ctx); err != nil {
			failAll(f.requests, err)
			return nil
		}
		for _, r := range f.requests {
			if r.tries++; r.tries > s.ledger.opts.MaxRetries {
				r.finish(Receipt{}, &BusyError{Stream: s.name, Tries: r.tries})
			} else {
				anew = append(anew, r)
			}
		}
	case refusedWhole(err):
		failAll(f.requests, err)
	default:
		s.forget()
		for _, r := range f.requests {
			s.resolve(ctx, r, err)
		}
	}
	return anew
}

// undecided says what becomes of a flight after one that failed. What it
// expected never came, so it was not recorded, unless its own error leaves that
// open.
func (s *stream) undecided(ctx context.Context, f *flight) (anew []*request) {
	_, err := f.pending.Result()
	var conflict *eventstore.ConflictError
	var duplicate *eventstore.DuplicateError
	if len(f.batch.events) == 0 || errors.As(err, &conflict) || errors.As(err, &duplicate) || err != nil && refusedWhole(err) {
		return f.requests
	}
	return s.failed(ctx, f, err)
}

// acknowledge makes a batch the stream's state.
func (s *stream) acknowledge(b *batch, first eventstore.Seq) {
	s.state.Lock()
	if len(s.flights) == 0 {
		b.fork.Merge()
	} else {
		for _, rec := range b.recs { // the tip is needed still, and holds more
			s.aggregate.Evolve(rec)
		}
	}
	s.at(b.revision, b.prev, b.recorded)
	s.state.Unlock()
	seq := first
	for _, r := range b.recording {
		for i := range r.receipt.Events {
			r.receipt.Events[i].Seq = seq
			r.receipt.Seq = seq
			seq++
		}
	}
	if s.name == string(wire.KindLedger) {
		s.ledger.adoptRules(s.aggregate)
	}
}
