package verify

import (
	"context"
	"iter"

	"github.com/hubledger/hubledger/eventstore"
)

// batchSize is how many events a worker takes at a time.
const batchSize = 256

// batch is a run of events on its way from the store through a worker.
type batch struct {
	items []item
	err   error         // the read failed after these
	done  chan struct{} // gets a value when a worker is through with it
}

// checked reads the log and yields its events in order, each looked at by
// itself. One goroutine reads, the workers hash and decode, and the batches
// come out in the order they were read in. A batch is valid until the next one
// is asked for.
func (v *verifier) checked(ctx context.Context) iter.Seq[*batch] {
	return func(yield func(*batch) bool) {
		ctx, cancel := context.WithCancel(ctx)
		n := 4 * v.opts.Workers // batches in flight
		free := make(chan *batch, n)
		for range n {
			free <- &batch{items: make([]item, 0, batchSize), done: make(chan struct{}, 1)}
		}
		work := make(chan *batch, n)
		ordered := make(chan *batch, n)
		c := checker{ledger: v.report.Ledger, hashesOnly: v.opts.HashesOnly}
		for range v.opts.Workers {
			go func() {
				for b := range work {
					for i := range b.items {
						c.check(&b.items[i])
					}
					b.done <- struct{}{}
				}
			}()
		}
		go func() {
			defer close(ordered)
			defer close(work)
			read(ctx, v.store, v.report.Head, free, func(b *batch) { ordered <- b; work <- b })
		}()
		stopped := false
		for b := range ordered {
			<-b.done
			if stopped {
				continue // the reader has to come to its end before we return
			}
			if !yield(b) {
				stopped = true
				cancel()
				continue
			}
			clear(b.items)
			b.items, b.err = b.items[:0], nil
			free <- b
		}
		cancel()
	}
}

// read hands the events up to head to emit, in batches taken from free.
func read(ctx context.Context, store eventstore.Store, head eventstore.Seq, free <-chan *batch, emit func(*batch)) {
	var b *batch
	take := func() bool {
		select {
		case b = <-free:
			return true
		case <-ctx.Done():
			return false
		}
	}
	if !take() {
		return
	}
	for e, err := range store.ReadAll(ctx, 0, eventstore.Whole) {
		if err != nil {
			b.err = err
			break
		}
		if e.Seq > head {
			break // recorded after we began
		}
		b.items = append(b.items, item{e: e})
		if len(b.items) == batchSize {
			emit(b)
			if !take() {
				return
			}
		}
	}
	emit(b)
}
