package ledger

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// batch is what is decided of one stream's line and appended in one call, on
// top of what is in flight.
type batch struct {
	s    *stream
	fork domain.Aggregate // the state when events are recorded

	expected  eventstore.Revision // where the stream has to be
	events    []eventstore.NewEvent
	recs      []domain.Recorded // the same events
	recording []*request        // those with events, in order
	size      int               // bytes of events
	commands  map[uuid.UUID]struct{}

	// Where the stream will be when events are recorded.
	revision eventstore.Revision
	prev     eventstore.Hash
	recorded time.Time
}

// newBatch begins a batch on a stream's tip.
func newBatch(s *stream) *batch {
	t := s.tip
	return &batch{
		s: s, fork: t.aggregate, commands: make(map[uuid.UUID]struct{}),
		expected: t.revision, revision: t.revision, prev: t.prev, recorded: t.recorded,
	}
}

// decide decides one request on the fork and keeps what it said in the
// request. It reports false where the request has to wait for the next append.
func (b *batch) decide(ctx context.Context, r *request) bool {
	if _, twice := b.commands[r.cmd.Command.ID]; twice {
		return false // a retry beside its original: the next append tells
	}
	r.receipt, r.err, r.basis = Receipt{Stream: b.s.name, Revision: b.revision, Events: []ReceiptEvent{}}, nil, nil
	l := b.s.ledger
	now, err := l.clock(l.now(r), b.recorded)
	if err != nil {
		r.err = err
		return true
	}
	if refusal, ok := r.cmd.Command.Data.(refused); ok {
		// A refusal is recorded with the instant it was decided at, so that it
		// can be decided again: a rule may turn on the day.
		now = latest(refusal.at, b.recorded)
	}
	r.decidedAt = now
	rules := l.Rules()
	if r.cmd.Name == foundLedger || r.cmd.Name == adoptRules {
		rules = domain.CurrentRules // nothing is in force yet, or it is about to change
	} else if rules > domain.CurrentRules || rules < 1 {
		r.err = &RulesError{InForce: rules, Known: domain.CurrentRules}
		return true
	}
	if r.expect != nil && *r.expect != b.revision {
		r.err = &RevisionError{Stream: b.s.name, Wanted: *r.expect, Actual: b.revision}
		return true
	}
	refs, err := l.reference(ctx, b.s.name, b.fork.Reads(r.cmd.Command))
	if err != nil {
		r.err = err
		return true
	}
	decision, err := b.fork.Decide(refs, r.cmd.Command, now, rules)
	basis := refs.release()
	if err != nil {
		r.err = err
		r.basis = withOwn(basis, b.s.name, b.revision)
		return true
	}
	if len(decision.Drafts) == 0 {
		return true
	}
	events, recs, prev, err := b.seal(r.cmd, decision, now, rules, basis)
	if err != nil {
		r.err = err
		return true
	}
	size := 0
	for _, e := range events {
		size += e.Size()
	}
	if size > eventstore.MaxAppend {
		r.err = &eventstore.TooLargeError{Size: size, Limit: eventstore.MaxAppend}
		return true
	}
	if b.size+size > eventstore.MaxAppend {
		return false
	}
	b.size += size
	b.events = append(b.events, events...)
	b.recs = append(b.recs, recs...)
	b.commands[r.cmd.Command.ID] = struct{}{}
	for i, rec := range recs {
		b.fork.Evolve(rec)
		r.receipt.add(0, eventstore.Revision(rec.Revision), events[i].Type, rec.ID)
	}
	b.revision += eventstore.Revision(len(events))
	b.prev = prev
	b.recorded = now
	b.recording = append(b.recording, r)
	return true
}

// seal writes the events of a decision: their data, and the envelope around
// each. prev is the hash of the last one's metadata.
func (b *batch) seal(cmd wire.Sealed, d domain.Decision, now time.Time, rules domain.RulesVersion, basis map[eventstore.StreamID]eventstore.Revision) (events []eventstore.NewEvent, recs []domain.Recorded, prev eventstore.Hash, err error) {
	events = make([]eventstore.NewEvent, 0, len(d.Drafts))
	recs = make([]domain.Recorded, 0, len(d.Drafts))
	if refusal, ok := cmd.Command.Data.(refused); ok {
		basis = refusal.basis
	}
	prev = b.prev
	var breaches []eventstore.Breach
	for _, br := range d.Breaches {
		breaches = append(breaches, eventstore.Breach{Rule: string(br.Rule), Sentence: br.Sentence})
	}
	for i, draft := range d.Drafts {
		version, data, err := wire.EncodeEvent(draft.Event)
		if err != nil {
			return nil, nil, prev, err
		}
		env := cmd.Envelope(i)
		env.V, env.RecordedAt, env.Rules, env.Basis = version, eventstore.InstantOf(now), int(rules), basis
		env.Breaches, env.Prev = breaches, prev
		if draft.Source != nil {
			env.Source = &eventstore.Source{FileHash: eventstore.Hash(draft.Source.FileHash), Row: draft.Source.Row}
		}
		id := EventID(b.s.ledger.ID(), b.s.name, cmd.Command.ID, i)
		e, err := eventstore.Seal(id, draft.Event.EventType(), data, env)
		if err != nil {
			return nil, nil, prev, err
		}
		prev = eventstore.HashOf(e.Metadata)
		events = append(events, e)
		recs = append(recs, domain.Recorded{
			ID: id, Revision: int64(b.revision) + 1 + int64(i), RecordedAt: now, EffectiveOn: cmd.Command.EffectiveOn,
			Actor: cmd.Command.Actor, Happened: cmd.Command.Happened, Breaches: d.Breaches, Event: draft.Event,
		})
	}
	return events, recs, prev, nil
}

// references is what one decision reads of other streams, held still while it
// reads.
type references struct {
	views map[string]any
	held  []*stream
	basis map[eventstore.StreamID]eventstore.Revision
}

// reference takes the views that a decision on a stream needs. The caller
// releases them when it has decided.
func (l *Ledger) reference(ctx context.Context, own string, names []string) (*references, error) {
	refs := &references{}
	if len(names) == 0 {
		return refs, nil
	}
	names = slices.Clone(names)
	slices.Sort(names) // one order of locking for all
	names = slices.Compact(names)
	streams := make([]*stream, len(names))
	for i, name := range names {
		if name == own {
			return nil, fmt.Errorf("a decision on %s can't have it as a basis: it is the state itself", own)
		}
		s, err := l.stream(name)
		if err != nil {
			return nil, err
		}
		if err := s.load(ctx); err != nil {
			return nil, err
		}
		streams[i] = s
	}
	refs.views = make(map[string]any, len(streams))
	refs.basis = make(map[eventstore.StreamID]eventstore.Revision, len(streams))
	for _, s := range streams {
		s.state.RLock()
		refs.held = append(refs.held, s)
		refs.views[s.name] = s.aggregate.View(int64(s.revision))
		refs.basis[eventstore.StreamID(s.name)] = s.revision
	}
	return refs, nil
}

// View implements domain.References.
func (r *references) View(stream string) any {
	v, ok := r.views[stream]
	if !ok {
		panic("ledger: a decision reads " + stream + ", which it did not name as a basis")
	}
	return v
}

func (r *references) release() map[eventstore.StreamID]eventstore.Revision {
	for _, s := range r.held {
		s.state.RUnlock()
	}
	r.held = nil
	return r.basis
}
