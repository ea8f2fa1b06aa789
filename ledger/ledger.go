package ledger

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/charter"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// Options are how a ledger is opened. The zero value is good.
type Options struct {
	// Now is the clock; time.Now if nil.
	Now func() time.Time
	// AcceptClock lets the ledger write although the clock is more than 7 days
	// beyond the ledger's time.
	AcceptClock bool
	// MaxRetries is how often a command is decided anew because its stream
	// moved on; 10 if 0. Then it fails with *BusyError.
	MaxRetries int
	// RefusalsPerMinute is how many refusals of one actor are recorded in a
	// minute; beyond it commands that would be refused fail with
	// *ThrottledError and nothing is recorded. 120 if 0.
	RefusalsPerMinute int
	// Observe is told what happened, for metrics. Its functions may be nil and
	// must not block.
	Observe Observer
	// Log gets what an operator should know; slog.Default() if nil.
	Log *slog.Logger
}

// Observer is told what the ledger does.
type Observer struct {
	// Command: one command was answered. Outcome is one of Outcomes.
	Command func(name, outcome string)
	// Refusal: a rule refused a command.
	Refusal func(rule domain.Rule)
	// Conflict: a stream had moved on; its commands are decided anew.
	Conflict func()
}

// Outcomes are what can become of a command, for metrics.
var Outcomes = []string{OutcomeRecorded, OutcomeReplayed, OutcomeNoEffect, OutcomeRefused, OutcomeFailed}

// What became of a command.
const (
	OutcomeRecorded = "recorded"
	OutcomeReplayed = "replayed"
	OutcomeNoEffect = "no-effect"
	OutcomeRefused  = "refused"
	OutcomeFailed   = "failed"
)

// Ledger decides commands on a store. It must be the only one that decides on
// it. All methods may be called at once.
type Ledger struct {
	store eventstore.Store
	opts  Options
	// rules is the version in force, as the last RulesAdopted says.
	rules atomic.Int64
	// time is the largest recordedAt known, in microseconds since 1970.
	time atomic.Int64
	// behind is true while the clock lags that time, which is told once.
	behind atomic.Bool

	refusals limiter

	mu      sync.Mutex
	streams map[string]*stream // guarded by mu; a stream once here stays
}

// Open makes a ledger of a store that holds one. A store without events is
// founded first, with Found.
func Open(ctx context.Context, store eventstore.Store, opts Options) (*Ledger, error) {
	l := newLedger(store, opts)
	first, ok, err := eventstore.Get(ctx, store, 1)
	if err != nil {
		return nil, fmt.Errorf("couldn't read event 1: %w", err)
	}
	if !ok {
		return nil, ErrNotFounded
	}
	e, err := wire.Event(first)
	if err != nil {
		return nil, fmt.Errorf("couldn't read event 1: %w", err)
	}
	founded, ok := e.(domain.LedgerFounded)
	if !ok {
		return nil, fmt.Errorf("event 1 is %s; in a ledger it is LedgerFounded", first.Type)
	}
	if founded.LedgerID != store.LedgerID() {
		return nil, fmt.Errorf("the store says it is ledger %s, event 1 says it is %s", store.LedgerID(), founded.LedgerID)
	}
	if err := l.prepare(ctx); err != nil {
		return nil, err
	}
	return l, nil
}

func newLedger(store eventstore.Store, opts Options) *Ledger {
	if opts.Now == nil {
		opts.Now = time.Now
	}
	if opts.MaxRetries == 0 {
		opts.MaxRetries = 10
	}
	if opts.RefusalsPerMinute == 0 {
		opts.RefusalsPerMinute = 120
	}
	if opts.Log == nil {
		opts.Log = slog.Default()
	}
	l := &Ledger{store: store, opts: opts, streams: make(map[string]*stream)}
	l.refusals.perMinute = opts.RefusalsPerMinute
	return l
}

// prepare reads what every decision needs: the rules in force, and the
// ledger's time.
func (l *Ledger) prepare(ctx context.Context) error {
	err := l.Read(ctx, string(wire.KindLedger), func(a domain.Aggregate) error {
		l.rules.Store(int64(a.(*charter.State).Rules()))
		return nil
	})
	if err != nil {
		return err
	}
	// The newest events hold the newest times but for what one batch reorders.
	const tail = 4096
	for e, err := range l.store.ReadAll(ctx, max(0, l.store.Head()-tail), eventstore.WithoutMetadata) {
		if err != nil {
			return fmt.Errorf("couldn't read the end of the log: %w", err)
		}
		l.sawTime(e.RecordedAt)
	}
	return nil
}

// ID is the ledger's identity.
func (l *Ledger) ID() uuid.UUID { return l.store.LedgerID() }

// Store is the log the ledger decides on, for reading.
func (l *Ledger) Store() eventstore.Store { return l.store }

// Rules is the version of the rules in force.
func (l *Ledger) Rules() domain.RulesVersion { return domain.RulesVersion(l.rules.Load()) }

// Read calls f with the acknowledged state of a stream, which f must only
// read, and not keep.
func (l *Ledger) Read(ctx context.Context, name string, f func(domain.Aggregate) error) error {
	s, err := l.stream(name)
	if err != nil {
		return err
	}
	if err := s.load(ctx); err != nil {
		return err
	}
	s.state.RLock()
	defer s.state.RUnlock()
	return f(s.aggregate)
}

func (l *Ledger) stream(name string) (*stream, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if s, ok := l.streams[name]; ok {
		return s, nil
	}
	agg, err := NewAggregate(name)
	if err != nil {
		return nil, err
	}
	s := &stream{ledger: l, name: name, aggregate: agg, revision: eventstore.NoStream, wake: make(chan struct{}, 1)}
	l.streams[name] = s
	return s, nil
}
