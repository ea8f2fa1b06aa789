package projections

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"sync"
	"time"

	"github.com/hubledger/hubledger/eventstore"
)

// Options are how an engine works. The zero value is good.
type Options struct {
	// Workers is how many goroutines decode events during a rebuild; one for
	// each core if 0.
	Workers int
	// More makes models beside those of Models, for each copy its own; none if
	// nil.
	More func() []Model
	// Now is the clock, for ages and lags; time.Now if nil. No model knows it.
	Now func() time.Time
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
	Assurance     *Assurance
	Sharing       *Sharing
	Notifications *Notifications
	Ambitions     *Ambitions
	Budgets       *Budgets
	KPIs          *KPIs
}

// NewModels are the models of an empty log.
func NewModels() *Models {
	log := NewLog()
	return &Models{
		Log: log, Charter: NewCharter(), Hubs: NewHubs(),
		Organisations: NewOrganisations(), Workforce: NewWorkforce(),
		Commissioning: NewCommissioning(), Interests: NewInterests(), Guidance: NewGuidance(),
		Standards: NewStandards(), Footing: NewFooting(), Places: NewPlaces(), Roles: NewRoles(), Careers: NewCareers(),
		Assurance: NewAssurance(), Sharing: NewSharing(), Notifications: NewNotifications(), Ambitions: NewAmbitions(),
		Budgets: NewBudgets(log), KPIs: NewKPIs(log),
	}
}

// All are the models in the order in which an event is applied to them.
func (m *Models) All() []Model {
	return []Model{
		m.Log, m.Charter, m.Hubs, m.Organisations, m.Workforce, m.Commissioning, m.Interests, m.Guidance,
		m.Standards, m.Footing, m.Places, m.Roles, m.Careers,
		m.Assurance, m.Sharing, m.Notifications, m.Ambitions, m.Budgets, m.KPIs,
	}
}

// Engine keeps models at the end of a log. It begins at event 1 whenever it is
// made: a projection is nothing that has to be kept.
type Engine struct {
	store eventstore.Store
	opts  Options

	// applying guards the copy that answers: Run writes it, Read reads it, and
	// Rebuild puts another in its place. What is known up to a position stays
	// readable while later events are applied, because every answer is asked as
	// known at a Seq. The position moves while it is held.
	applying sync.RWMutex
	serving  *replica

	mu       sync.Mutex // guards what follows; taken after applying
	position eventstore.Seq
	err      error         // why Run stopped
	moved    chan struct{} // closed, and replaced, when position or err change
	built    time.Time     // when the copy that answers was begun
	rebuilds Rebuilds
}

// NewEngine makes an engine that has applied nothing yet.
func NewEngine(store eventstore.Store, opts Options) *Engine {
	opts.fill()
	return &Engine{
		store: store, opts: opts, serving: newReplica(opts), moved: make(chan struct{}), built: opts.Now(),
	}
}

func (o *Options) fill() {
	if o.Workers == 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.More == nil {
		o.More = func() []Model { return nil }
	}
	if o.Now == nil {
		o.Now = time.Now
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
		if err := pour(ctx, e.store, e.Position(), math.MaxInt64, e.opts.Workers, e.apply); err != nil {
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

// apply applies a run of events and moves the position behind it, or before
// the event that can't be applied.
func (e *Engine) apply(run []Record) error {
	e.applying.Lock()
	defer e.applying.Unlock()
	err := e.serving.apply(run)
	e.mu.Lock()
	defer e.mu.Unlock()
	e.position = e.serving.at
	e.wake()
	return err
}

// wake wakes whoever waits. The caller holds mu.
func (e *Engine) wake() {
	close(e.moved)
	e.moved = make(chan struct{})
}

// Read calls f with the models, which f must only read, and not keep: another
// copy may answer the next time. Everything is to be asked as known at a Seq no
// larger than Position was before the call.
func (e *Engine) Read(f func(*Models)) {
	e.applying.RLock()
	defer e.applying.RUnlock()
	f(e.serving.models)
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
	// Built is when the copy of the models that answers was begun, at event 1.
	Built    time.Time
	Rebuilds Rebuilds
}

// State is where the engine is now.
func (e *Engine) State() State {
	head := e.store.Head()
	e.mu.Lock()
	defer e.mu.Unlock()
	return State{Position: e.position, Head: max(head, e.position), Err: e.err, Built: e.built, Rebuilds: e.rebuilds}
}

// Lag is for how long the first event that is not applied yet has been in the
// log; 0 where all are. It reads that event.
func (e *Engine) Lag(ctx context.Context) (time.Duration, error) {
	first, ok, err := eventstore.Get(ctx, e.store, e.Position()+1)
	if err != nil {
		return 0, fmt.Errorf("couldn't read the first event that is not applied: %w", err)
	}
	if !ok || first.RecordedAt.IsZero() {
		return 0, nil
	}
	return max(0, e.opts.Now().Sub(first.RecordedAt)), nil
}

// Age is how long ago the copy of the models that answers was begun.
func (e *Engine) Age() time.Duration {
	return max(0, e.opts.Now().Sub(e.State().Built))
}

// Digests are those of the models that answer, as known at n, which is no larger
// than Position. Answers go on meanwhile.
func (e *Engine) Digests(n eventstore.Seq) Digests {
	e.applying.RLock()
	all := e.serving.all
	e.applying.RUnlock()
	return digestsOf(all, n, e.applying.RLocker())
}
