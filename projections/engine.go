package projections

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"github.com/hubledger/hubledger/eventstore"
)

// Options are how an engine works. The zero value is good.
type Options struct {
	// Workers is how many goroutines decode events during a rebuild; one for
	// each core if 0.
	Workers int
	// More are models beside those of Models.
	More []Model
}

// Models are what the engine keeps.
type Models struct {
	Log           *Log
	Charter       *Charter
	Hubs          *Hubs
	Organisations *Organisations
	Workforce     *Workforce
	Commissioning *Commissioning
	Interests     *Interests
	Guidance      *Guidance
	Standards     *Standards
	Footing       *Footing
	Places        *Places
	Roles         *Roles
	Careers       *Careers
	Budgets       *Budgets
}

// NewModels are the models of an empty log.
func NewModels() *Models {
	log := NewLog()
	return &Models{
		Log: log, Charter: NewCharter(), Hubs: NewHubs(),
		Organisations: NewOrganisations(), Workforce: NewWorkforce(),
		Commissioning: NewCommissioning(), Interests: NewInterests(), Guidance: NewGuidance(),
		Standards: NewStandards(), Footing: NewFooting(), Places: NewPlaces(), Roles: NewRoles(), Careers: NewCareers(),
		Budgets: NewBudgets(log),
	}
}

// All are the models in the order in which an event is applied to them.
func (m *Models) All() []Model {
	return []Model{
		m.Log, m.Charter, m.Hubs, m.Organisations, m.Workforce, m.Commissioning, m.Interests, m.Guidance,
		m.Standards, m.Footing, m.Places, m.Roles, m.Careers, m.Budgets,
	}
}

// Engine keeps models at the end of a log. It begins at event 1 whenever it is
// made: a projection is nothing that has to be kept.
type Engine struct {
	store   eventstore.Store
	workers int
	models  *Models
	all     []Model

	// applying guards the models: Run writes them, Read reads them. What is
	// known up to a position stays readable while later events are applied,
	// because every answer is asked as known at a Seq.
	applying sync.RWMutex

	mu       sync.Mutex // guards what follows
	position eventstore.Seq
	err      error         // why Run stopped
	moved    chan struct{} // closed, and replaced, when position or err change
}

// NewEngine makes an engine that has applied nothing yet.
func NewEngine(store eventstore.Store, opts Options) *Engine {
	if opts.Workers == 0 {
		opts.Workers = runtime.GOMAXPROCS(0)
	}
	models := NewModels()
	return &Engine{
		store: store, workers: opts.Workers, models: models,
		all: append(models.All(), opts.More...), moved: make(chan struct{}),
	}
}

// Run applies the log from event 1 and follows it until ctx ends, or until an
// event can't be applied: a *PoisonError. It is called once. What it returned
// is in State from then on.
func (e *Engine) Run(ctx context.Context) error {
	err := e.follow(ctx)
	e.mu.Lock()
	defer e.mu.Unlock()
	e.err = err
	e.wake()
	return err
}

func (e *Engine) follow(ctx context.Context) error {
	for {
		if err := e.catchUp(ctx); err != nil {
			return err
		}
		if _, err := e.store.Wait(ctx, e.Position()); err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			return fmt.Errorf("couldn't wait for the log to grow: %w", err)
		}
	}
}

// catchUp applies what the log holds beyond the position.
func (e *Engine) catchUp(ctx context.Context) error {
	for run, err := range records(ctx, e.store, e.Position(), e.workers) {
		if err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			var poison *PoisonError
			if errors.As(err, &poison) {
				return err
			}
			return fmt.Errorf("couldn't read the log after event %d: %w", e.Position(), err)
		}
		if err := e.apply(run); err != nil {
			return err
		}
	}
	return nil
}

// apply applies a run of events and moves the position behind it, or before
// the event that can't be applied. Models that took that event in beforehand
// stay as they are: nobody asks beyond the position.
func (e *Engine) apply(run []Record) (err error) {
	position := e.Position()
	e.applying.Lock()
	for _, r := range run {
		if r.Seq != position+1 {
			err = fmt.Errorf("event %d follows event %d; an event is missing", r.Seq, position)
			break
		}
		if err = applyTo(e.all, r); err != nil {
			break
		}
		position = r.Seq
	}
	e.applying.Unlock()
	e.mu.Lock()
	defer e.mu.Unlock()
	e.position = position
	e.wake()
	return err
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

// wake wakes whoever waits. The caller holds mu.
func (e *Engine) wake() {
	close(e.moved)
	e.moved = make(chan struct{})
}

// Read calls f with the models, which f must only read. Everything is to be
// asked as known at a Seq no larger than Position was before the call.
func (e *Engine) Read(f func(*Models)) {
	e.applying.RLock()
	defer e.applying.RUnlock()
	f(e.models)
}

// Position is the Seq of the last event that all models have applied.
func (e *Engine) Position() eventstore.Seq {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.position
}

// Wait blocks until the position is seq or more, and returns it. It fails when
// ctx ends or the engine has stopped before.
func (e *Engine) Wait(ctx context.Context, seq eventstore.Seq) (eventstore.Seq, error) {
	for {
		e.mu.Lock()
		position, err, moved := e.position, e.err, e.moved
		e.mu.Unlock()
		switch {
		case position >= seq:
			return position, nil
		case err != nil:
			return position, fmt.Errorf("the projections have stopped at event %d: %w", position, err)
		}
		select {
		case <-ctx.Done():
			return position, ctx.Err()
		case <-moved:
		}
	}
}

// State is where an engine is.
type State struct {
	Position eventstore.Seq // of the last event that all models have applied
	Head     eventstore.Seq // of the log
	// Err is why it has stopped, nil while it runs.
	Err error
}

// State is where the engine is now.
func (e *Engine) State() State {
	head := e.store.Head()
	e.mu.Lock()
	defer e.mu.Unlock()
	return State{Position: e.position, Head: max(head, e.position), Err: e.err}
}
