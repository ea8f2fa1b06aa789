package demo

import (
	"context"
	"encoding/binary"
	"fmt"
	"iter"
	"math/rand/v2"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain/reference"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/ledger"
)

// Commands are a nation, in the order in which they have to be given.
func Commands(opts Options) iter.Seq[wire.Sealed] {
	opts.Scale = max(1, opts.Scale)
	return func(yield func(wire.Sealed) bool) {
		seed := binary.BigEndian.AppendUint64(nil, opts.Seed)
		n := &nation{
			opts: opts, rand: rand.New(rand.NewPCG(opts.Seed, 0)), take: yield,
			space: uuid.NewSHA1(uuid.NameSpaceURL, append([]byte("https://hubledger.invalid/demo/"), seed...)),
		}
		g := reference.ICBs2022()
		n.geography(g)
		for _, icb := range g.ICBs() {
			n.ics(icb)
		}
	}
}

// Summary is what making a nation came to.
type Summary struct {
	Commands int // that were given
	Refused  int // of which a rule refused
	Events   int // that were recorded for them, or had been before
	Hubs     int // ICS hubs
}

// Make gives a nation's commands to a ledger. Made again, it records nothing
// new. progress may be nil; it is told after each command how many were given.
func Make(ctx context.Context, l *ledger.Ledger, opts Options, progress func(done int)) (Summary, error) {
	sum := Summary{Hubs: len(reference.ICBs2022().ICBs())}
	for r, err := range l.Batch(ctx, Commands(opts)) {
		if err != nil {
			return sum, fmt.Errorf("couldn't make the nation: %w", err)
		}
		sum.Commands++
		if _, refused := ledger.IsRefusal(r.Err); refused {
			sum.Refused++
		} else if r.Err != nil {
			return sum, fmt.Errorf("couldn't make the nation at %s (%s): %w", r.Command.Name, r.Command.Stream, r.Err)
		}
		sum.Events += len(r.Receipt.Events)
		if progress != nil {
			progress(sum.Commands)
		}
	}
	return sum, nil
}
