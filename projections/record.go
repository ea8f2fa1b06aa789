package projections

import (
	"fmt"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// Record is an event as a model meets it.
type Record struct {
	Seq         eventstore.Seq
	Stream      eventstore.StreamID
	Revision    eventstore.Revision
	Type        string
	RecordedAt  time.Time   // zero where the metadata states none
	EffectiveOn domain.Date // 0 where the command named none
	Event       domain.Event
}

// Model is a projection of the log. The engine calls Apply with every event,
// in order, and with nothing else at the same time.
type Model interface {
	// Name is the model's in metrics.
	Name() string
	// Apply takes in one event. An error stops the engine for good: the event
	// does not follow from those before it.
	Apply(Record) error
}

// MaxSeq is how far models count: they keep a Seq in 4 bytes.
const MaxSeq eventstore.Seq = 1<<32 - 2

// decode makes a record of a stored event. Its error names the event.
func decode(e eventstore.Event) (Record, error) {
	r := Record{
		Seq: e.Seq, Stream: e.Stream, Revision: e.Revision, Type: e.Type, RecordedAt: e.RecordedAt,
	}
	var err error
	if r.Event, err = wire.Event(e); err == nil && e.EffectiveOn != "" {
		r.EffectiveOn, err = domain.ParseDate(e.EffectiveOn)
	}
	if err == nil && e.Seq > MaxSeq {
		err = fmt.Errorf("the models count up to event %d", MaxSeq)
	}
	if err != nil {
		return Record{}, &PoisonError{Seq: e.Seq, Stream: e.Stream, Revision: e.Revision, Type: e.Type, Err: err}
	}
	return r, nil
}

// PoisonError says which event the models can't take in. They stay as they
// were before it: skipping it would make every later figure a guess.
type PoisonError struct {
	Seq      eventstore.Seq
	Stream   eventstore.StreamID
	Revision eventstore.Revision
	Type     string
	Model    string // that refused it; empty where it could not even be read
	Err      error
}

func (e *PoisonError) Error() string {
	by := "couldn't read"
	if e.Model != "" {
		by = "model " + e.Model + " couldn't take in"
	}
	return fmt.Sprintf("%s event %d (%s, revision %d of %s): %v", by, e.Seq, e.Type, e.Revision, e.Stream, e.Err)
}

func (e *PoisonError) Unwrap() error { return e.Err }
