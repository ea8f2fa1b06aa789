package ledger

import (
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// ErrNotFounded says that the store holds no event yet.
var ErrNotFounded = errors.New("the store holds no ledger yet")

// A command is answered with a Receipt, with a *domain.Refusal, or with one of
// the errors below. After those marked "nothing was recorded" nothing of the
// command is in the log.

// ReusedIDError says that a command's id has recorded other content in its
// stream. Nothing was recorded.
type ReusedIDError struct {
	Command uuid.UUID
	Stream  string
}

func (e *ReusedIDError) Error() string {
	return fmt.Sprintf("command id %s has already recorded something else in %s; a new command needs a new id", e.Command, e.Stream)
}

// BusyError says that a stream kept moving on while a command was decided.
// Nothing was recorded; a retry may help.
type BusyError struct {
	Stream string
	Tries  int
}

func (e *BusyError) Error() string {
	return fmt.Sprintf("stream %s moved on %d times while the command was decided; try again", e.Stream, e.Tries)
}

// RevisionError says that a stream is not at the revision that whoever gave
// the command had seen. Nothing was recorded.
type RevisionError struct {
	Stream         string
	Wanted, Actual eventstore.Revision
}

func (e *RevisionError) Error() string {
	return fmt.Sprintf("stream %s is at revision %d, not at %d", e.Stream, e.Actual, e.Wanted)
}

// ThrottledError says that an actor's commands were refused so often that no
// more refusals are recorded for now. Nothing was recorded.
type ThrottledError struct{ RetryAfter time.Duration }

func (e *ThrottledError) Error() string {
	return fmt.Sprintf("too many of this actor's commands were refused; try again in %s", e.RetryAfter.Round(time.Second))
}

// ClockError says that the clock is further beyond the ledger's time than an
// idle ledger explains. Nothing was recorded.
type ClockError struct{ Clock, LedgerTime time.Time }

func (e *ClockError) Error() string {
	return fmt.Sprintf("the clock says %s, more than 7 days beyond the ledger's time %s; if the clock is right, start with --accept-clock",
		e.Clock.UTC().Format(time.RFC3339), e.LedgerTime.UTC().Format(time.RFC3339))
}

// RulesError says that the rules in force are newer than this program.
// Nothing was recorded.
type RulesError struct{ InForce, Known domain.RulesVersion }

func (e *RulesError) Error() string {
	return fmt.Sprintf("rules version %d is in force and this program knows up to %d; a newer one is needed to write", e.InForce, e.Known)
}

// UncertainError says that an append failed in a way that leaves open whether
// it was recorded. A retry with the same command id tells.
type UncertainError struct{ Err error }

func (e *UncertainError) Error() string {
	return "it is not known whether the command was recorded; a retry with the same id tells: " + e.Err.Error()
}

func (e *UncertainError) Unwrap() error { return e.Err }

// IsRefusal reports whether an answer is a refusal, and which.
func IsRefusal(err error) (*domain.Refusal, bool) {
	var r *domain.Refusal
	ok := errors.As(err, &r)
	return r, ok
}
