package eventstore

import (
	"context"
	"iter"
	"regexp"
	"time"

	"github.com/google/uuid"
)

// Seq is the ordinal of an event in the ledger's order: 1, 2, 3, without gaps,
// the same on every store. 0 is before the first event. Every "after" is
// exclusive.
type Seq int64

// Revision is the place of an event in its stream, counted from 0.
type Revision int64

// NoStream is the revision of a stream that has no events.
const NoStream Revision = -1

// StreamID names a stream: 1 to 200 of the characters A-Z a-z 0-9 ~ . _ -.
// It never holds personal data.
type StreamID string

var streamID = regexp.MustCompile(`^[A-Za-z0-9~._-]{1,200}$`)

// Valid reports whether the name may be that of a stream.
func (s StreamID) Valid() bool { return streamID.MatchString(string(s)) }

// MaxAppend is how much one append may hold in bytes, counted as the sum of
// type, data and metadata of its events. It is the limit of the strictest
// store, held by all.
const MaxAppend = 1 << 20

// Event is one recorded event.
type Event struct {
	ID       uuid.UUID
	Stream   StreamID
	Revision Revision
	Seq      Seq
	Type     string

	// Version is the schema version of Data as the metadata states it, 0 where
	// it states none.
	Version int
	// RecordedAt is UTC with microseconds, as the metadata states it; zero
	// where it states none.
	RecordedAt time.Time
	// EffectiveOn is a civil date, YYYY-MM-DD, or empty.
	EffectiveOn string

	// Data and Metadata are the bytes as they were appended. Metadata is nil
	// where the read was asked to leave it out.
	Data, Metadata []byte
}

// NewEvent is an event about to be appended. Make one with Seal; one made by
// hand is parsed by the store that takes it.
type NewEvent struct {
	ID             uuid.UUID
	Type           string
	Data, Metadata []byte

	stated *Stated
}

// Size is what the event counts towards MaxAppend, in bytes.
func (e NewEvent) Size() int { return len(e.Type) + len(e.Data) + len(e.Metadata) }

// Stated are the columns that a store keeps beside an event, parsed from its
// metadata.
func (e NewEvent) Stated() Stated {
	if e.stated != nil {
		return *e.stated
	}
	return ParseStated(e.Metadata)
}

// Parts says what a read brings back of each event.
type Parts int

const (
	// Whole events: data and metadata.
	Whole Parts = iota
	// WithoutMetadata leaves Event.Metadata nil: a fold that needs only what
	// happened reads half the bytes.
	WithoutMetadata
)

// Store is a log with Seq: the embedded store, or a copy of a cluster's log.
//
// Order becomes visible only in order: no reader ever sees n+1 before n, and
// nothing a reader has seen can disappear. All methods may be called at once
// from many goroutines. Byte slices handed in must not be changed afterwards;
// byte slices handed out belong to the caller.
type Store interface {
	// LedgerID is the identity that every leaf of this log holds.
	LedgerID() uuid.UUID

	// Append records events at the end of stream, all or none, if the
	// stream's last revision is expected (NoStream for a new one), and returns
	// the Seq of the first. They have consecutive Seqs and revisions, and are
	// on stable storage when it returns.
	//
	// *ConflictError: the stream has moved on; nothing was recorded.
	// *DuplicateError: a command id among them is taken in this stream; it
	// comes before a conflict; nothing was recorded.
	// *TooLargeError, *InvalidError: nothing was recorded.
	// Any other error, that of an ended context included: maybe recorded.
	Append(ctx context.Context, stream StreamID, expected Revision, events []NewEvent) (Seq, error)

	// ReadStream yields the events of one stream after a revision, in order,
	// up to the head at the time of the call. A stream without events yields
	// nothing. After an error nothing more is yielded.
	ReadStream(ctx context.Context, stream StreamID, after Revision, parts Parts) iter.Seq2[Event, error]

	// ReadAll yields the events after a Seq, in order and without gaps, up to
	// the head at the time of the call.
	ReadAll(ctx context.Context, after Seq, parts Parts) iter.Seq2[Event, error]

	// Last is the last event of a stream, whole; ok is false where there is
	// none.
	Last(ctx context.Context, stream StreamID) (e Event, ok bool, err error)

	// Find is what a command recorded in a stream, whole and in order; nil if
	// nothing.
	Find(ctx context.Context, stream StreamID, command uuid.UUID) ([]Event, error)

	// Head is the Seq of the last visible event, 0 for an empty log.
	Head() Seq

	// Wait blocks until the log is longer than after, and returns its head.
	Wait(ctx context.Context, after Seq) (Seq, error)

	// Close lets appends under way finish and releases the store.
	// Later calls fail with ErrClosed.
	Close() error
}

// Get reads one event whole. ok is false where the log does not reach seq.
func Get(ctx context.Context, s Store, seq Seq) (e Event, ok bool, err error) {
	if seq < 1 || seq > s.Head() {
		return Event{}, false, nil
	}
	for e, err := range s.ReadAll(ctx, seq-1, Whole) {
		return e, err == nil, err
	}
	return Event{}, false, nil
}

// Subscribe yields every event after a Seq and goes on as the log grows, until
// ctx ends (its error is the last thing yielded) or a read fails.
func Subscribe(ctx context.Context, s Store, after Seq, parts Parts) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		after := after // its own: the sequence may be ranged over again
		for {
			for e, err := range s.ReadAll(ctx, after, parts) {
				if !yield(e, err) || err != nil {
					return
				}
				after = e.Seq
			}
			if _, err := s.Wait(ctx, after); err != nil {
				yield(Event{}, err)
				return
			}
		}
	}
}
