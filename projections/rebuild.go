package projections

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/hubledger/hubledger/eventstore"
)

// Progress is told how far a fold of the log is.
type Progress func(done, of eventstore.Seq)

// Folded is a copy of the models of its own, folded from event 1.
type Folded struct {
	Models *Models
	Seq    eventstore.Seq // that it has got to
	all    []Model
}

// Fold folds the first upTo events of a log, or all there are where there are
// fewer. An event that can't be applied is a *PoisonError. Progress may be nil.
func Fold(ctx context.Context, store eventstore.Store, upTo eventstore.Seq, opts Options, progress Progress) (*Folded, error) {
	opts.fill()
	c := newReplica(opts)
	err := c.fold(ctx, store, min(upTo, store.Head()), opts.Workers, progress)
	if err != nil {
		return nil, err
	}
	return &Folded{Models: c.models, Seq: c.at, all: c.all}, nil
}

// Digests are those of the copy at the Seq it has got to.
func (f *Folded) Digests() Digests { return digestsOf(f.all, f.Seq, unlocked{}) }

// fold applies the log up to and with a Seq.
func (c *replica) fold(ctx context.Context, store eventstore.Store, upTo eventstore.Seq, workers int, progress Progress) error {
	return pour(ctx, store, c.at, upTo, workers, func(run []Record) error {
		err := c.apply(run)
		if progress != nil {
			progress(c.at, upTo)
		}
		return err
	})
}

// Rebuilds are what became of rebuilds.
type Rebuilds struct {
	// Running says that one is under way; At is the event it has got to, of Of.
	Running bool
	At, Of  eventstore.Seq
	// How many ended with the new copy in the place of the old, with two copies
	// that differ, and with an error before they could be compared.
	Swapped, Diverged, Failed int
	Took                      time.Duration // by the last that swapped
	// Divergence is what the last comparison found, nil where the copies were
	// equal.
	Divergence *DivergedError
}

// ErrRebuilding says that a rebuild is under way.
var ErrRebuilding = errors.New("a rebuild is under way; one is enough")

// DivergedError says that two folds of one log differ. One of them is wrong, and
// nobody knows which: nothing is swapped.
type DivergedError struct {
	Seq    eventstore.Seq // at which they were compared
	Models []Differing
}

// Differing is a model of which two copies are not the same.
type Differing struct {
	Model            string
	Serving, Rebuilt eventstore.Hash
}

func (e *DivergedError) Error() string {
	parts := make([]string, len(e.Models))
	for i, m := range e.Models {
		parts[i] = fmt.Sprintf("%s answers from %s and was rebuilt as %s", m.Model, m.Serving, m.Rebuilt)
	}
	return fmt.Sprintf("as known at event %d, the models that answer differ from a rebuild: %s", e.Seq, strings.Join(parts, "; "))
}

// Rebuild folds the log from event 1 into a copy of its own, beside the one that
// answers; compares the digests of both as known at the Seq it has got to; and
// puts the new copy in the other's place. It returns what they have in common.
// Answers go on all the while; memory doubles. Progress may be nil.
//
// *DivergedError: the copies differ, and the old one stays. ErrRebuilding: one
// is under way. Any other error, a *PoisonError among them: there is no new copy
// to compare, and the old one stays.
func (e *Engine) Rebuild(ctx context.Context, progress Progress) (Digests, error) {
	begun := e.opts.Now()
	if !e.beginRebuild() {
		return Digests{}, ErrRebuilding
	}
	digests, err := e.rebuild(ctx, begun, progress)
	e.endRebuild(err, e.opts.Now().Sub(begun))
	return digests, err
}

func (e *Engine) beginRebuild() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.rebuilds.Running {
		return false
	}
	e.rebuilds.Running = true
	return true
}

func (e *Engine) endRebuild(err error, took time.Duration) {
	e.mu.Lock()
	defer e.mu.Unlock()
	r := &e.rebuilds
	r.Running, r.At, r.Of = false, 0, 0
	var diverged *DivergedError
	switch {
	case err == nil:
		r.Swapped++
		r.Took, r.Divergence = took, nil
	case errors.As(err, &diverged):
		r.Diverged++
		r.Divergence = diverged
	default:
		r.Failed++
	}
}

func (e *Engine) rebuild(ctx context.Context, begun time.Time, progress Progress) (Digests, error) {
	anew := newReplica(e.opts)
	err := anew.fold(ctx, e.store, e.store.Head(), e.opts.Workers, func(done, of eventstore.Seq) {
		e.mu.Lock()
		e.rebuilds.At, e.rebuilds.Of = done, of
		e.mu.Unlock()
		if progress != nil {
			progress(done, of)
		}
	})
	if err != nil {
		return Digests{}, err
	}
	if _, err := e.Wait(ctx, anew.at); err != nil {
		return Digests{}, err
	}
	rebuilt := digestsOf(anew.all, anew.at, unlocked{})
	if models := e.Digests(anew.at).differing(rebuilt); len(models) > 0 {
		return Digests{}, &DivergedError{Seq: anew.at, Models: models}
	}
	return rebuilt, e.swap(ctx, anew, begun)
}

// swap brings a copy to where the one that answers is, and puts it in its place.
// Both move on by the same events, so what was equal stays so.
func (e *Engine) swap(ctx context.Context, anew *replica, begun time.Time) error {
	for {
		// All but the last few, while answers go on.
		if err := anew.fold(ctx, e.store, e.Position(), e.opts.Workers, nil); err != nil {
			return err
		}
		done, err := e.takeOver(ctx, anew, begun)
		if done || err != nil {
			return err
		}
	}
}

// takeOver applies the last events with answers held up, and swaps. It reports
// false where there are too many of them: the log has grown faster.
func (e *Engine) takeOver(ctx context.Context, anew *replica, begun time.Time) (bool, error) {
	e.applying.Lock()
	defer e.applying.Unlock()
	if e.serving.at-anew.at > chunk {
		return false, nil
	}
	if err := anew.fold(ctx, e.store, e.serving.at, e.opts.Workers, nil); err != nil {
		return false, err
	}
	e.serving = anew
	e.mu.Lock()
	defer e.mu.Unlock()
	e.built = begun
	return true, nil
}
