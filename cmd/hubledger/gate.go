package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/hubledger/hubledger/domain/census"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/client"
	"github.com/hubledger/hubledger/intake"
	"github.com/hubledger/hubledger/ledger"
)

// gate is what an import goes through: a ledger in this process or one that is
// served. It implements intake.Recorder and intake.Workforce.
type gate struct {
	batch  func(context.Context, iter.Seq[wire.Sealed]) iter.Seq2[ledger.Result, error]
	events func(ctx context.Context, types []string, after eventstore.Seq) iter.Seq2[eventstore.Event, error]
	close  func() error

	// What is known of the workforce, up to seen.
	censuses map[string]*census.State // by ICB
	seen     eventstore.Seq
}

// openGate opens the gate to what the flags name. The ledger of this process
// records every refusal: who imports is who operates it.
func (p *program) openGate(ctx context.Context, at place, f ledger.Founding) (*gate, error) {
	g := &gate{censuses: make(map[string]*census.State)}
	if at.server != "" {
		c, err := p.client(at.server)
		if err != nil {
			return nil, err
		}
		g.close = func() error { c.Close(); return nil }
		g.batch = func(ctx context.Context, cmds iter.Seq[wire.Sealed]) iter.Seq2[ledger.Result, error] {
			return inTurn(ctx, c, cmds)
		}
		g.events = func(ctx context.Context, types []string, after eventstore.Seq) iter.Seq2[eventstore.Event, error] {
			return c.Events(ctx, client.Filter{Types: types, After: after})
		}
		return g, nil
	}
	l, err := p.openWriter(ctx, at.dir, ledger.Options{RefusalsPerMinute: 1_000_000, AcceptClock: at.acceptClock}, f, nil)
	if err != nil {
		return nil, err
	}
	g.close, g.batch = l.store.Close, l.Batch
	g.events = func(ctx context.Context, types []string, after eventstore.Seq) iter.Seq2[eventstore.Event, error] {
		wanted := filter{after: after}
		wanted.Types = types
		return wantedOf(ctx, l.store, wanted)
	}
	return g, nil
}

// inTurn gives commands one by one.
func inTurn(ctx context.Context, r recorder, cmds iter.Seq[wire.Sealed]) iter.Seq2[ledger.Result, error] {
	return func(yield func(ledger.Result, error) bool) {
		for cmd := range cmds {
			receipt, err := r.Do(ctx, cmd)
			if !yield(ledger.Result{Command: cmd, Receipt: receipt, Err: err}, nil) {
				return
			}
		}
	}
}

// Record implements intake.Recorder.
func (g *gate) Record(ctx context.Context, commands iter.Seq[intake.Command]) iter.Seq2[intake.Answer, error] {
	return func(yield func(intake.Answer, error) bool) {
		var unsealed error
		sealed := func(yield func(wire.Sealed) bool) {
			for c := range commands {
				s, err := wire.Seal(c.Stream, c.Command)
				if err != nil {
					unsealed = err
					return
				}
				if !yield(s) {
					return
				}
			}
		}
		for r, err := range g.batch(ctx, sealed) {
			if err != nil {
				yield(intake.Answer{}, err)
				return
			}
			answer, err := answerOf(r)
			if !yield(answer, err) || err != nil {
				return
			}
		}
		if unsealed != nil {
			yield(intake.Answer{}, unsealed)
		}
	}
}

// answerOf is what a ledger's result means for an import.
func answerOf(r ledger.Result) (intake.Answer, error) {
	if refusal, ok := ledger.IsRefusal(r.Err); ok {
		return intake.Answer{Refusal: refusal}, nil
	}
	var reused *ledger.ReusedIDError
	if errors.As(r.Err, &reused) {
		return intake.Answer{Taken: true}, nil
	}
	if r.Err != nil {
		return intake.Answer{}, fmt.Errorf("%s (%s): %w", r.Command.Name, r.Command.Command.ID, r.Err)
	}
	a := intake.Answer{Replayed: r.Receipt.Replayed}
	for _, e := range r.Receipt.Events {
		a.Events = append(a.Events, e.Type)
	}
	return a, nil
}

// ICBs implements intake.Workforce. It folds what was recorded since it was
// asked last.
func (g *gate) ICBs(ctx context.Context) ([]string, error) {
	for e, err := range g.events(ctx, workforceTypes(), g.seen) {
		if err != nil {
			return nil, err
		}
		rec, _, err := wire.Read(e)
		if err != nil {
			return nil, err
		}
		_, icb, _ := wire.KindOf(string(e.Stream))
		state, known := g.censuses[icb]
		if !known {
			state = census.New(icb)
			g.censuses[icb] = state
		}
		state.Evolve(rec)
		g.seen = e.Seq
	}
	return slices.Sorted(maps.Keys(g.censuses)), nil
}

// PCNs implements intake.Workforce.
func (g *gate) PCNs(_ context.Context, icb string) ([]census.PCN, error) {
	state, known := g.censuses[icb]
	if !known {
		return nil, nil
	}
	return state.PCNs(), nil
}

// workforceTypes are the types of events of the workforce.
func workforceTypes() []string {
	var names []string
	for _, t := range wire.EventTypes() {
		if t.Kind == wire.KindWorkforce {
			names = append(names, t.Name)
		}
	}
	return names
}

var _ interface {
	intake.Recorder
	intake.Workforce
} = (*gate)(nil)
