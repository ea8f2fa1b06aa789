package main

import (
	"context"
	"fmt"
	"iter"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/demo"
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/reference"
	"github.com/hubledger/hubledger/domain/topology"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/sqlite"
	"github.com/hubledger/hubledger/ledger"
)

// benchLedger founds a ledger with the hubs of the demo.
func (p *program) benchLedger(ctx context.Context, dir string, t *rates) (*opened, error) {
	store, err := sqlite.Create(ctx, dir, uuid.New(), sqlite.Options{Log: p.log, Observe: t.observe})
	if err != nil {
		return nil, err
	}
	began := ledger.Options{Log: p.log, Now: func() time.Time { return demo.Began }}
	l, _, err := ledger.OpenOrFound(ctx, store, began, ledger.Founding{Synthetic: true})
	if err != nil {
		return nil, err
	}
	if _, err = demo.Make(ctx, l, demo.Options{Seed: 1}, nil); err != nil {
		return nil, err
	}
	// The demo's calendar ends long before today.
	l, err = ledger.Open(ctx, store, ledger.Options{Log: p.log, AcceptClock: true})
	return &opened{l, store}, err
}

// load is commands that the rules take: partnerships, agreed by hub after hub.
type load struct {
	l     *opened
	hubs  []string
	actor domain.Actor
	from  domain.Date
}

func newLoad(l *opened) *load {
	out := &load{l: l, actor: domain.Actor{Person: uuid.New(), Role: "hub manager"}, from: domain.MustDate("2022-10-01")}
	for _, icb := range reference.ICBs2022().ICBs() {
		out.hubs = append(out.hubs, icb.Code)
	}
	return out
}

// command is one more command on a hub, sealed as at the door.
func (l *load) command(hub string) (wire.Sealed, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return wire.Sealed{}, err
	}
	return wire.Seal(wire.Stream(wire.KindHub, hub), domain.Command{
		ID: id, Actor: l.actor, EffectiveOn: l.from, Authority: "scheme of delegation 4.2",
		Data: topology.AgreePartnership{
			Party: "DEMO-UNIV-" + hub, Purpose: "placements for student nurses in general practice", From: l.from,
		},
	})
}

// run records n commands with so many writers, each of which gives its next
// when its last is acknowledged.
func (l *load) run(ctx context.Context, writers, n int, oneHub bool) error {
	return together(writers, n, func(i int) error {
		hub := l.hubs[0]
		if !oneHub {
			hub = l.hubs[i%len(l.hubs)]
		}
		cmd, err := l.command(hub)
		if err != nil {
			return err
		}
		_, err = l.l.Do(ctx, cmd)
		return err
	})
}

// all are n commands, a run of them for each hub in turn.
func (l *load) all(n int, failed *error) iter.Seq[wire.Sealed] {
	return func(yield func(wire.Sealed) bool) {
		const run = 1000
		for i := range n {
			cmd, err := l.command(l.hubs[i/run%len(l.hubs)])
			if err != nil {
				*failed = err
				return
			}
			if !yield(cmd) {
				return
			}
		}
	}
}

// together calls f with 0 to n-1 from so many goroutines, and returns the first
// error.
func together(writers, n int, f func(int) error) error {
	var next atomic.Int64
	var once sync.Once
	var first error
	var wg sync.WaitGroup
	for range writers {
		wg.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if err := f(i); err != nil {
					once.Do(func() { first = err })
					next.Store(int64(n))
					return
				}
			}
		})
	}
	wg.Wait()
	return first
}

// plainEvents are events of the size of the load's, that nothing decided.
func plainEvents(n int) ([]eventstore.NewEvent, error) {
	out := make([]eventstore.NewEvent, n)
	for i := range out {
		id, err := uuid.NewV7()
		if err != nil {
			return nil, err
		}
		data := fmt.Appendf(nil, `{"partnership":%q,"hub":"QE1","party":"DEMO-UNIV-QE1","purpose":"placements for student nurses in general practice","from":"2022-10-01"}`, id)
		out[i], err = eventstore.Seal(uuid.New(), "PartnershipAgreed", data, eventstore.Envelope{
			V: 1, RecordedAt: eventstore.InstantOf(time.Now()), EffectiveOn: "2022-10-01",
			Actor: &eventstore.Actor{Person: id, Role: "hub manager"}, Authority: "scheme of delegation 4.2",
			Command: &eventstore.Command{Name: "agree-partnership", V: 1, ID: id, Data: data},
			Basis:   map[eventstore.StreamID]eventstore.Revision{"organisations": 1000}, Rules: 1, Prev: eventstore.HashOf(data),
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
