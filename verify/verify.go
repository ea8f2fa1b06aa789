package verify

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"

	"github.com/hubledger/hubledger/eventstore"
)

// Options are how a ledger is verified. The zero value verifies everything.
type Options struct {
	// HashesOnly leaves out what the events mean: nothing is decoded and no
	// decision is taken again.
	HashesOnly bool
	// Workers decode and hash; as many as there are processors if 0.
	Workers int
	// MaxFindings bounds what is listed, not what is counted; 1000 if 0.
	MaxFindings int
	// Progress is told now and then how far the verification is; may be nil.
	Progress func(done, head eventstore.Seq)
}

// Ledger verifies the ledger a store holds, up to its head at the time of the
// call. It may run beside the ledger's own appends. The error is only ever that
// of ctx: what the store can't read is a finding.
func Ledger(ctx context.Context, store eventstore.Store, opts Options) (Report, error) {
	if opts.Workers == 0 {
		opts.Workers = runtime.GOMAXPROCS(0)
	}
	if opts.MaxFindings == 0 {
		opts.MaxFindings = 1000
	}
	v := &verifier{
		store: store, opts: opts,
		report:  Report{Ledger: store.LedgerID(), Head: store.Head()},
		streams: make(map[eventstore.StreamID]*stream),
		once:    newCommandSet(),
		early:   make(map[eventstore.Seq]eventstore.Hash),
	}
	if err := v.run(ctx); err != nil {
		return v.report, fmt.Errorf("couldn't verify the ledger to its end: %w", err)
	}
	slices.SortStableFunc(v.report.Findings, func(a, b Finding) int { return int(a.Seq - b.Seq) })
	return v.report, nil
}

// verifier walks the log once, in order. Only the goroutine of run touches it.
type verifier struct {
	store   eventstore.Store
	opts    Options
	report  Report
	streams map[eventstore.StreamID]*stream
	once    *commandSet
	clock   ledgerClock
	rules   rulesInForce
	// early are the refusals that were decided again before the log came to
	// them, with the hash of their metadata.
	early map[eventstore.Seq]eventstore.Hash
}

func (v *verifier) run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	next := eventstore.Seq(1)
	for b := range v.checked(ctx) {
		for i := range b.items {
			it := &b.items[i]
			v.take(ctx, it, next)
			next = it.e.Seq + 1
		}
		if b.err != nil {
			if err := ctx.Err(); err != nil {
				return err
			}
			v.unreadable(next, b.err)
		}
		if v.opts.Progress != nil {
			v.opts.Progress(next-1, v.report.Head)
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if next <= v.report.Head && v.report.Found == 0 {
		v.find(Finding{LogShort, next, "", fmt.Sprintf("the log ends after event %d; its head is %d", next-1, v.report.Head)})
	}
	if v.report.Head == 0 {
		v.find(Finding{NotFounded, 1, "", "the store holds no event; a ledger begins with LedgerFounded"})
	}
	v.finish()
	return v.reused(ctx)
}

// unreadable is what a store says that can't read on.
func (v *verifier) unreadable(next eventstore.Seq, err error) {
	at := next
	var corrupt *eventstore.CorruptError
	if errors.As(err, &corrupt) && corrupt.Seq > 0 {
		at = corrupt.Seq
	}
	v.find(Finding{Unreadable, at, "", fmt.Sprintf("the log can't be read on from event %d: %v", next, err)})
}

func (v *verifier) find(f Finding) {
	if !f.Note() {
		v.report.Found++
	}
	if len(v.report.Findings) < v.opts.MaxFindings {
		v.report.Findings = append(v.report.Findings, f)
	}
}
