package sqlite

import (
	"errors"
	"fmt"

	"github.com/ncruces/go-sqlite3"

	"github.com/hubledger/hubledger/eventstore"
)

// FailedError says that the store takes no more events since an error of its
// disk. What was acknowledged before is safe and can be read. Opening the store
// again checks it against its mark and, if all is there, takes events again.
type FailedError struct{ Cause error }

func (e *FailedError) Error() string {
	return fmt.Sprintf("the store takes no more events until it is opened again: %v", e.Cause)
}

func (e *FailedError) Unwrap() error { return e.Cause }

// FormatError says that a file is of a format that a later program made, or of
// an earlier one that is to be opened for writing first. It is not damaged.
type FormatError struct {
	Path  string
	Found int // 0 where only a later program can tell
	Known int // the latest that this program knows
}

func (e *FormatError) Error() string {
	found := "a later format"
	if e.Found > 0 {
		found = fmt.Sprintf("format %d", e.Found)
	}
	if e.Found > 0 && e.Found < e.Known {
		return fmt.Sprintf("%s is of %s: open it for writing once, which brings it to format %d", e.Path, found, e.Known)
	}
	return fmt.Sprintf("%s is of %s, newer than this program, which knows format %d: use a later version of it", e.Path, found, e.Known)
}

// RollbackError says that a restore would give up acknowledged events: the mark
// of the target is beyond the backup.
type RollbackError struct {
	Backup eventstore.Seq // the last event of the backup
	Mark   eventstore.Seq // the last event acknowledged by the target
}

func (e *RollbackError) Error() string {
	return fmt.Sprintf("the backup ends at event %d, but events up to %d were acknowledged here: restoring it gives up events %d to %d, which must be accepted",
		e.Backup, e.Mark, e.Backup+1, e.Mark)
}

// readError tells damage, which has a type of its own, from other errors.
func readError(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, sqlite3.IOERR_DATA):
		return &eventstore.CorruptError{Reason: "a page of ledger.db does not have its checksum: " + err.Error()}
	case errors.Is(err, sqlite3.CORRUPT), errors.Is(err, sqlite3.NOTADB), errors.Is(err, sqlite3.IOERR_CORRUPTFS),
		errors.Is(err, sqlite3.IOERR_SHORT_READ):
		return &eventstore.CorruptError{Reason: "ledger.db: " + err.Error()}
	}
	return err
}

func damaged(seq eventstore.Seq, format string, args ...any) error {
	return &eventstore.CorruptError{Seq: seq, Reason: fmt.Sprintf(format, args...)}
}
