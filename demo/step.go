package demo

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/ledger"
)

// Step is one command of a nation, and when it is recorded.
type Step struct {
	At      time.Time
	Command wire.Sealed
	Refused domain.Rule   // that refuses it, empty where none does
	Broken  []domain.Rule // that what happened breaks, as far as they are foreseen
}

// Steps are a nation, in the order in which it comes about, as they are given to
// a ledger of an id: where they name an event, that holds it. The options should
// be valid.
func Steps(opts Options, ledgerID uuid.UUID) iter.Seq[Step] {
	return func(yield func(Step) bool) {
		n := newNation(opts)
		for s := range n.sessions {
			at := s.at
			for _, i := range s.diary.take(domain.BusinessDay(s.at)) {
				c, err := wire.Seal(i.stream, i.in(ledgerID))
				if err != nil {
					panic(err) // a slip of the programmer's: every command here is in the table
				}
				if !yield(Step{At: at, Command: c, Refused: i.refused, Broken: i.broken}) {
					return
				}
				at = at.Add(pace / time.Duration(n.opts.Scale))
			}
		}
	}
}

// Summary is what making a nation came to.
type Summary struct {
	Hubs      int // ICS hubs, those that follow others included
	Commands  int // that were given
	Refused   int // of which a rule refused
	Events    int // that were recorded, refusals included
	Broke     int // commands that reported what had broken a rule
	Allocated domain.Pence
}

// UnexpectedError says that a command met with another answer than it should:
// the nation's story and the rules do not agree.
type UnexpectedError struct {
	Step Step
	Err  error // nil where it should have been refused and was not
}

func (e *UnexpectedError) Error() string {
	what := fmt.Sprintf("%s (%s, of %s)", e.Step.Command.Name, e.Step.Command.Command.ID, e.Step.Command.Stream)
	if e.Err == nil {
		return fmt.Sprintf("%s should be refused by %s, and was not", what, e.Step.Refused)
	}
	return fmt.Sprintf("%s should be answered otherwise (refused by %q): %v", what, e.Step.Refused, e.Err)
}

func (e *UnexpectedError) Unwrap() error { return e.Err }

// Make gives a nation's commands to a ledger that was founded at Began and holds
// nothing else. progress may be nil; it is told the instants of the commands
// that were answered.
func Make(ctx context.Context, l *ledger.Ledger, opts Options, progress func(at time.Time)) (Summary, error) {
	sum := Summary{Hubs: opts.hubs()}
	if err := opts.Validate(); err != nil {
		return sum, err
	}
	var given []Step // and not answered yet
	for r, err := range l.BatchAt(ctx, func(yield func(wire.Sealed, time.Time) bool) {
		for s := range ahead(Steps(opts, l.ID())) {
			given = append(given, s)
			if !yield(s.Command, s.At) {
				return
			}
		}
	}) {
		if err != nil {
			return sum, fmt.Errorf("couldn't make the nation: %w", err)
		}
		step := given[0]
		given = slices.Delete(given, 0, 1)
		if err := sum.add(step, r); err != nil {
			return sum, fmt.Errorf("couldn't make the nation: %w", err)
		}
		if progress != nil {
			progress(step.At)
		}
	}
	return sum, nil
}

func (s *Summary) add(step Step, r ledger.Result) error {
	refusal, refused := ledger.IsRefusal(r.Err)
	if r.Err != nil && !refused || refused && refusal.Rule != step.Refused || !refused && step.Refused != "" {
		return &UnexpectedError{step, r.Err}
	}
	s.Commands++
	s.Events += len(r.Receipt.Events)
	if refused {
		s.Refused++
		s.Events++
	}
	if len(step.Broken) > 0 {
		s.Broke++
	}
	if !refused {
		s.Allocated += allocated(step.Command.Command.Data)
	}
	return nil
}

// allocated is what a command says that a funder gives.
func allocated(data domain.CommandData) domain.Pence {
	switch c := data.(type) {
	case funding.IssueAllocation:
		if c.Status == domain.StatusConfirmed {
			return c.Pence
		}
	case funding.ConfirmAllocation:
		return c.Pence
	case funding.VaryAllocation:
		return c.Pence
	}
	return 0
}
