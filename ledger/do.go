package ledger

import (
	"context"
	"errors"
	"iter"
	"time"

	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// Do decides a command and records what was decided. When it returns a receipt
// its events are on stable storage.
//
// A *domain.Refusal is recorded as evidence before it is returned. Where ctx
// ends first, the command may still be recorded; a retry tells.
func (l *Ledger) Do(ctx context.Context, cmd wire.Sealed) (Receipt, error) {
	return l.do(ctx, cmd, nil)
}

// DoAt is Do for a giver who has seen the stream at a revision: where it is not
// there any more, nothing is recorded and the error is a *RevisionError. A
// retry of a command that was recorded gets its receipt all the same.
func (l *Ledger) DoAt(ctx context.Context, cmd wire.Sealed, rev eventstore.Revision) (Receipt, error) {
	receipt, err := l.do(ctx, cmd, &rev)
	var moved *RevisionError
	if errors.As(err, &moved) {
		if earlier, ferr := l.recorded(ctx, cmd); ferr != nil || earlier != nil {
			if ferr != nil {
				return Receipt{}, ferr
			}
			return *earlier, nil
		}
	}
	return receipt, err
}

func (l *Ledger) do(ctx context.Context, cmd wire.Sealed, expect *eventstore.Revision) (Receipt, error) {
	s, err := l.stream(cmd.Stream)
	if err != nil {
		return Receipt{}, err
	}
	r := &request{ctx: ctx, cmd: cmd, expect: expect, done: make(chan struct{})}
	s.submit(r)
	select {
	case <-r.done:
	case <-ctx.Done():
		return Receipt{}, &UncertainError{ctx.Err()}
	}
	l.observe(r)
	return r.receipt, r.err
}

// Result is what became of one command of a batch.
type Result struct {
	Command wire.Sealed
	Receipt Receipt
	Err     error // a *domain.Refusal or one of the errors of this package
}

// Batch decides commands in the order given, as imports, migrations and
// benchmarks do. Commands that follow one another on one stream are decided
// and appended together, many in one append; the next stream's wait until
// those are acknowledged, so that each command sees all before it. Results
// come in order. Where the consumer stops, what was handed in last may be
// recorded or not.
func (l *Ledger) Batch(ctx context.Context, cmds iter.Seq[wire.Sealed]) iter.Seq2[Result, error] {
	return l.BatchAt(ctx, func(yield func(wire.Sealed, time.Time) bool) {
		for cmd := range cmds {
			if !yield(cmd, time.Time{}) {
				return
			}
		}
	})
}

// BatchAt is Batch for commands that come with the instant to decide them at,
// in place of the ledger's clock: what is made up, or replayed, is so the same
// every time. The zero instant is the ledger's clock. Instants should not
// decrease; one before the last event of its stream becomes that event's.
func (l *Ledger) BatchAt(ctx context.Context, cmds iter.Seq2[wire.Sealed, time.Time]) iter.Seq2[Result, error] {
	return func(yield func(Result, error) bool) {
		var run []*request
		flush := func() bool {
			if len(run) == 0 {
				return true
			}
			s, err := l.stream(run[0].cmd.Stream)
			if err != nil {
				yield(Result{Command: run[0].cmd}, err)
				return false
			}
			s.submit(run...)
			for _, r := range run {
				<-r.done // a batch's context is looked at when it is decided
				l.observe(r)
				if !yield(Result{Command: r.cmd, Receipt: r.receipt, Err: r.err}, nil) {
					return false
				}
			}
			run = run[:0]
			return true
		}
		for cmd, at := range cmds {
			if err := ctx.Err(); err != nil {
				yield(Result{Command: cmd}, err)
				return
			}
			if len(run) > 0 && (run[0].cmd.Stream != cmd.Stream || len(run) >= maxRun) {
				if !flush() {
					return
				}
			}
			run = append(run, &request{ctx: ctx, cmd: cmd, at: at, done: make(chan struct{})})
		}
		flush()
	}
}

// maxRun bounds how many commands of one stream a batch hands in at once.
const maxRun = 2048

func (l *Ledger) observe(r *request) {
	outcome := OutcomeRecorded
	refusal, refused := IsRefusal(r.err)
	switch {
	case refused:
		outcome = OutcomeRefused
		if l.opts.Observe.Refusal != nil {
			l.opts.Observe.Refusal(refusal.Rule)
		}
	case r.err != nil:
		outcome = OutcomeFailed
	case r.receipt.Replayed:
		outcome = OutcomeReplayed
	case len(r.receipt.Events) == 0:
		outcome = OutcomeNoEffect
	}
	if l.opts.Observe.Command != nil {
		l.opts.Observe.Command(r.cmd.Name, outcome)
	}
}

func (l *Ledger) observeConflict() {
	if l.opts.Observe.Conflict != nil {
		l.opts.Observe.Conflict()
	}
}
