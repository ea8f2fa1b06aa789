package eventstore

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"
)

// ErrClosed is what a closed store answers.
var ErrClosed = errors.New("the store is closed")

// ErrReadOnly is what a store opened for reading answers to an append.
var ErrReadOnly = errors.New("the store is open for reading only")

// ConflictError says that a stream is not at the revision an append expected.
type ConflictError struct {
	Stream           StreamID
	Expected, Actual Revision
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("stream %s is at revision %d, not at %d", e.Stream, e.Actual, e.Expected)
}

// DuplicateError says that a command has already recorded events in a stream.
// Store.Find tells which.
type DuplicateError struct {
	Stream  StreamID
	Command uuid.UUID
}

func (e *DuplicateError) Error() string {
	return fmt.Sprintf("command %s has already recorded events in stream %s", e.Command, e.Stream)
}

// TooLargeError says that an append is larger than every store takes.
type TooLargeError struct {
	Size, Limit int // bytes of type, data and metadata
}

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("an append of %d bytes is larger than the limit of %d", e.Size, e.Limit)
}

// InvalidError says why an append can't be one.
type InvalidError struct{ Reason string }

func (e *InvalidError) Error() string { return "the append is not valid: " + e.Reason }

// LostError says that a store does not hold what it acknowledged, or holds
// something else in its place. Such a store does not open.
type LostError struct {
	// From and To are the acknowledged events that are missing or are not
	// those that were acknowledged, both inclusive.
	From, To Seq
	Reason   string
}

func (e *LostError) Error() string {
	return fmt.Sprintf("acknowledged events %d to %d are missing or changed: %s", e.From, e.To, e.Reason)
}

// LockedError says that another process writes to the store.
type LockedError struct{ Path string }

func (e *LockedError) Error() string {
	return fmt.Sprintf("another process has %s open for writing", e.Path)
}

// CorruptError says that stored bytes are not those that were written.
type CorruptError struct {
	Seq    Seq    // 0 where it is not known
	Reason string // what was found, where
}

func (e *CorruptError) Error() string {
	if e.Seq == 0 {
		return "the store is damaged: " + e.Reason
	}
	return fmt.Sprintf("the store is damaged at event %d: %s", e.Seq, e.Reason)
}

// CheckAppend is what every store asks of an append before anything else:
// a stream name that may be one, at least one event, types that every store can
// carry and count (UTF-8 without NUL, not empty, not beginning with $),
// no more than MaxAppend bytes, and no command twice.
func CheckAppend(stream StreamID, expected Revision, events []NewEvent) error {
	switch {
	case !stream.Valid():
		return &InvalidError{fmt.Sprintf("%q can't be the name of a stream", stream)}
	case expected < NoStream:
		return &InvalidError{fmt.Sprintf("expected revision %d is below %d", expected, NoStream)}
	case len(events) == 0:
		return &InvalidError{"it holds no event"}
	}
	size := 0
	type slot struct {
		command uuid.UUID
		n       int
	}
	seen := make(map[slot]struct{}, len(events))
	for i, e := range events {
		switch {
		case e.Type == "":
			return &InvalidError{fmt.Sprintf("event %d has no type", i)}
		case e.Type[0] == '$':
			return &InvalidError{fmt.Sprintf("event %d has type %q; those that begin with $ are a cluster's own and take no Seq", i, e.Type)}
		case !utf8.ValidString(e.Type) || strings.ContainsRune(e.Type, 0):
			return &InvalidError{fmt.Sprintf("event %d has type %q; it should be UTF-8 without NUL", i, e.Type)}
		}
		size += e.Size()
		st := e.Stated()
		if !st.HasCommand {
			continue
		}
		at := slot{st.Command, st.N}
		if _, twice := seen[at]; twice {
			return &InvalidError{fmt.Sprintf("it holds event %d of command %s twice", st.N, st.Command)}
		}
		seen[at] = struct{}{}
	}
	if size > MaxAppend {
		return &TooLargeError{Size: size, Limit: MaxAppend}
	}
	return nil
}
