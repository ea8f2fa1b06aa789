package sqlite

import (
	"context"
	"errors"
	"sync"

	"github.com/hubledger/hubledger/eventstore"
)

// maxReaders is how many connections read at once. A read holds one for the
// time of a few hundred events, never while its consumer works.
const maxReaders = 8

// pool lends out reading connections.
type pool struct {
	connect func() (*reader, error)
	slots   chan struct{} // one token for each connection that is lent out

	mu     sync.Mutex
	idle   []*reader // the one used last is lent first: its cache is warm
	closed bool
}

func newPool(connect func() (*reader, error)) *pool {
	return &pool{connect: connect, slots: make(chan struct{}, maxReaders)}
}

// with lends a connection to f. One that f returns an error with is not lent
// again.
func (p *pool) with(ctx context.Context, f func(*reader) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case p.slots <- struct{}{}:
		defer func() { <-p.slots }()
	case <-ctx.Done():
		return ctx.Err()
	}
	r, err := p.take()
	if err != nil {
		return err
	}
	if err := f(r); err != nil {
		r.close() // what is wrong with it has been told
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.idle = append(p.idle, r)
	return nil
}

func (p *pool) take() (*reader, error) {
	p.mu.Lock()
	if p.closed {
		p.mu.Unlock()
		return nil, eventstore.ErrClosed
	}
	if n := len(p.idle); n > 0 {
		r := p.idle[n-1]
		p.idle = p.idle[:n-1]
		p.mu.Unlock()
		return r, nil
	}
	p.mu.Unlock()
	return p.connect()
}

// close waits for what is lent out and closes all connections. What comes later
// gets ErrClosed.
func (p *pool) close() error {
	p.mu.Lock()
	p.closed = true
	p.mu.Unlock()
	for range cap(p.slots) {
		p.slots <- struct{}{}
	}
	defer func() {
		for range cap(p.slots) {
			<-p.slots
		}
	}()
	p.mu.Lock()
	defer p.mu.Unlock()
	var errs []error
	for _, r := range p.idle {
		errs = append(errs, r.close())
	}
	p.idle = nil
	return errors.Join(errs...)
}
