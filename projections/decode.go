package projections

import (
	"context"
	"iter"

	"github.com/hubledger/hubledger/eventstore"
)

// chunk is how many events are decoded by one worker at a time. Fewer than
// this are not worth waking the workers for.
const chunk = 512

// job is a run of events that one worker decodes. records and err belong to
// the worker until done is closed.
type job struct {
	events  []eventstore.Event
	records []Record
	err     error // after records
	done    chan struct{}
}

func (j *job) run() {
	defer close(j.done)
	j.records = make([]Record, 0, len(j.events))
	for _, e := range j.events {
		r, err := decode(e)
		if err != nil {
			j.err = err
			return
		}
		j.records = append(j.records, r)
	}
}

// records yields the events after a Seq, up to and with another or the store's
// head at the time of the call, in order and in runs. They are read by one goroutine and decoded by
// several. After an error nothing more is yielded; the records before it are.
func records(ctx context.Context, store eventstore.Store, after, upTo eventstore.Seq, workers int) iter.Seq2[[]Record, error] {
	if min(store.Head(), upTo)-after <= chunk {
		return inline(ctx, store, after, upTo)
	}
	return func(yield func([]Record, error) bool) {
		ctx, stop := context.WithCancel(ctx)
		work := make(chan *job)
		order := make(chan *job, 2*workers) // bounds what is decoded and not yet applied
		ended := make(chan struct{}, workers+1)
		go func() {
			read(ctx, store, after, upTo, work, order)
			ended <- struct{}{}
		}()
		for range workers {
			go func() {
				for j := range work {
					j.run()
				}
				ended <- struct{}{}
			}()
		}
		defer func() { // no goroutine outlives the loop, and none reads a closed store
			stop()
			for range order {
			}
			for range workers + 1 {
				<-ended
			}
		}()
		for j := range order {
			<-j.done
			if len(j.records) > 0 && !yield(j.records, nil) {
				return
			}
			if j.err != nil {
				yield(nil, j.err)
				return
			}
		}
	}
}

// read cuts the log into jobs, and hands each to whoever works and, in order,
// to whoever applies.
func read(ctx context.Context, store eventstore.Store, after, upTo eventstore.Seq, work, order chan<- *job) {
	defer close(order)
	defer close(work)
	hand := func(j *job) bool {
		select {
		case order <- j:
		case <-ctx.Done():
			return false
		}
		select {
		case work <- j:
			return true
		case <-ctx.Done():
			j.err = ctx.Err()
			close(j.done)
			return false
		}
	}
	events := make([]eventstore.Event, 0, chunk)
	for e, err := range store.ReadAll(ctx, after, eventstore.WithoutMetadata) {
		if err != nil {
			if len(events) == 0 || hand(&job{events: events, done: make(chan struct{})}) {
				failed := &job{err: err, done: make(chan struct{})}
				close(failed.done)
				select {
				case order <- failed:
				case <-ctx.Done():
				}
			}
			return
		}
		if e.Seq > upTo {
			break
		}
		if events = append(events, e); len(events) == chunk {
			if !hand(&job{events: events, done: make(chan struct{})}) {
				return
			}
			events = make([]eventstore.Event, 0, chunk)
		}
	}
	if len(events) > 0 {
		hand(&job{events: events, done: make(chan struct{})})
	}
}

// inline is records for few events.
func inline(ctx context.Context, store eventstore.Store, after, upTo eventstore.Seq) iter.Seq2[[]Record, error] {
	return func(yield func([]Record, error) bool) {
		j := &job{done: make(chan struct{})}
		var failed error
		for e, err := range store.ReadAll(ctx, after, eventstore.WithoutMetadata) {
			if failed = err; err != nil || e.Seq > upTo {
				break
			}
			j.events = append(j.events, e)
		}
		j.run()
		if len(j.records) > 0 && !yield(j.records, nil) {
			return
		}
		if j.err == nil {
			j.err = failed
		}
		if j.err != nil {
			yield(nil, j.err)
		}
	}
}
