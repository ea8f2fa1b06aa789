package projections

import (
	"context"
	"errors"
	"fmt"

	"github.com/hubledger/hubledger/eventstore"
)

// replica is one copy of all models, and how far it has got.
type replica struct {
	models *Models
	all    []Model // those, and what the options add
	at     eventstore.Seq
}

func newReplica(opts Options) *replica {
	models := NewModels()
	return &replica{models: models, all: append(models.All(), opts.More()...)}
}

// apply applies a run of events, up to the first that can't be. Models that took
// that event in beforehand stay as they are: nobody asks beyond at.
func (c *replica) apply(run []Record) error {
	for _, r := range run {
		if r.Seq != c.at+1 {
			return fmt.Errorf("event %d follows event %d; an event is missing", r.Seq, c.at)
		}
		if err := applyTo(c.all, r); err != nil {
			return err
		}
		c.at = r.Seq
	}
	return nil
}

// applyTo gives an event to every model. A panic is a model's way of saying
// that it met what can't be.
func applyTo(models []Model, r Record) (err error) {
	name := ""
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("it panicked: %v", p)
		}
		if err != nil {
			err = &PoisonError{Seq: r.Seq, Stream: r.Stream, Revision: r.Revision, Type: r.Type, Model: name, Err: err}
		}
	}()
	for _, m := range models {
		name = m.Name()
		if err := m.Apply(r); err != nil {
			return err
		}
	}
	return nil
}

// pour gives what the log holds after one Seq, and up to and with another, to
// apply: decoded by several workers, in order and in runs.
func pour(ctx context.Context, store eventstore.Store, after, upTo eventstore.Seq, workers int, apply func([]Record) error) error {
	for run, err := range records(ctx, store, after, upTo, workers) {
		if err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			var poison *PoisonError
			if errors.As(err, &poison) {
				return err
			}
			return fmt.Errorf("couldn't read the log after event %d: %w", after, err)
		}
		if err := apply(run); err != nil {
			return err
		}
		if ctx.Err() != nil { // a store may not have noticed yet
			return ctx.Err()
		}
		after = run[len(run)-1].Seq
	}
	return nil
}
