package verify

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// Kind is what kind of thing was found.
type Kind string

// The kinds of findings.
const (
	// The log as bytes and order.

	Unreadable    Kind = "UNREADABLE"     // the store can't read its own log any further
	LogShort      Kind = "LOG_SHORT"      // the log ends before its head
	SeqGap        Kind = "SEQ_GAP"        // an event does not have the next Seq
	RevisionGap   Kind = "REVISION_GAP"   // an event does not have the next revision of its stream
	NotFounded    Kind = "NOT_FOUNDED"    // event 1 does not found this ledger
	Metadata      Kind = "METADATA"       // the metadata is no envelope of a decided event
	Column        Kind = "COLUMN"         // a column says something else than the metadata
	EventID       Kind = "EVENT_ID"       // the id does not follow from ledger, stream and command
	DataHash      Kind = "DATA_HASH"      // the data are not those the metadata was written for
	Prev          Kind = "PREV"           // the metadata does not continue that of the event before
	TimeBackwards Kind = "TIME_BACKWARDS" // recorded before the event before in its stream
	ClockBehind   Kind = "CLOCK_BEHIND"   // recorded by a clock that lagged; worth knowing, nothing is broken
	ReusedID      Kind = "REUSED_ID"      // a command id has recorded events twice
	SplitCommand  Kind = "SPLIT_COMMAND"  // the events of a command don't follow one another
	MixedCommand  Kind = "MIXED_COMMAND"  // the events of a command disagree about it

	// What the log means.

	Undecodable Kind = "UNDECODABLE"  // the event can't be read as one of the ledger's
	CommandHash Kind = "COMMAND_HASH" // the command is not the one that was hashed
	NoCommand   Kind = "NO_COMMAND"   // the first event of a command does not hold it
	BasisLater  Kind = "BASIS_LATER"  // the basis names what was not recorded yet
	BasisWrong  Kind = "BASIS_WRONG"  // the basis is not what such a decision reads
	Rules       Kind = "RULES"        // not the rules that were in force, or unknown ones
	NotDecided  Kind = "NOT_DECIDED"  // the rules of its day decide otherwise
	NotRefused  Kind = "NOT_REFUSED"  // the rules of its day don't refuse it so
)

// Finding is one thing that is not as it should be, and where.
type Finding struct {
	Kind   Kind
	Seq    eventstore.Seq      // the event concerned
	Stream eventstore.StreamID // its stream; empty where none is concerned
	Detail string              // what is there, and what would be right
}

func (f Finding) String() string {
	if f.Stream == "" {
		return fmt.Sprintf("%s at event %d: %s", f.Kind, f.Seq, f.Detail)
	}
	return fmt.Sprintf("%s at event %d (%s): %s", f.Kind, f.Seq, f.Stream, f.Detail)
}

// Note reports whether the finding is only worth knowing: the ledger is not
// broken by it.
func (f Finding) Note() bool { return f.Kind == ClockBehind }

// Report is what a verification has looked at and found.
type Report struct {
	Ledger    uuid.UUID
	Head      eventstore.Seq // the log was looked at up to here
	Events    int64          // that were read
	Bytes     int64          // of their data and metadata
	Streams   int
	Decisions int64 // taken again, with the recorded outcome or another
	Refusals  int64 // likewise
	Undecided int64 // that could not be taken again; findings say why

	// Findings are in order of Seq, at most Options.MaxFindings; Found is how
	// many there are in all, without the notes.
	Findings []Finding
	Found    int64
}

// OK reports whether the ledger is whole.
func (r Report) OK() bool { return r.Found == 0 }
