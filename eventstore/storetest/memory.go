package storetest

import (
	"bytes"
	"context"
	"iter"
	"slices"
	"sync"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// Memory is a store in memory, for tests. Nothing of it is on stable storage;
// in all else it keeps the contract of eventstore.Store. It also copies the
// bytes it is handed.
type Memory struct {
	ledger uuid.UUID

	// mu guards what follows. It gives every append a turn of its own, so that
	// Seqs are assigned and become visible in one order. No reader holds it
	// while its consumer runs.
	mu       sync.RWMutex
	log      []eventstore.Event // in the order of Seq; only ever appended to
	streams  map[eventstore.StreamID][]eventstore.Seq
	commands map[commandKey][]eventstore.Seq
	grown    chan struct{} // closed, and replaced, when the log is longer
	closed   bool
}

type commandKey struct {
	stream  eventstore.StreamID
	command uuid.UUID
}

var _ eventstore.Store = (*Memory)(nil)

// NewMemory opens an empty store.
func NewMemory(ledger uuid.UUID) *Memory {
	return &Memory{
		ledger:   ledger,
		streams:  make(map[eventstore.StreamID][]eventstore.Seq),
		commands: make(map[commandKey][]eventstore.Seq),
		grown:    make(chan struct{}),
	}
}

// Reopen closes the store and opens what it recorded, as a process finds it
// that starts anew. Stores that are opened so share nothing that grows: what one
// appends no other has.
func (m *Memory) Reopen() *Memory {
	m.Close()
	m.mu.Lock()
	defer m.mu.Unlock()
	return &Memory{
		ledger:   m.ledger,
		log:      slices.Clip(m.log),
		streams:  clipped(m.streams),
		commands: clipped(m.commands),
		grown:    make(chan struct{}),
	}
}

// clipped is a map with the same lists, which grow apart.
func clipped[K comparable](lists map[K][]eventstore.Seq) map[K][]eventstore.Seq {
	apart := make(map[K][]eventstore.Seq, len(lists))
	for k, list := range lists {
		apart[k] = slices.Clip(list)
	}
	return apart
}

// LedgerID implements eventstore.Store.
func (m *Memory) LedgerID() uuid.UUID { return m.ledger }

// Append implements eventstore.Store. A context that has ended by then records
// nothing.
func (m *Memory) Append(ctx context.Context, stream eventstore.StreamID, expected eventstore.Revision, events []eventstore.NewEvent) (eventstore.Seq, error) {
	if err := eventstore.CheckAppend(stream, expected, events); err != nil {
		return 0, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return 0, eventstore.ErrClosed
	}
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	for _, e := range events {
		st := e.Stated()
		if _, taken := m.commands[commandKey{stream, st.Command}]; taken && st.HasCommand {
			return 0, &eventstore.DuplicateError{Stream: stream, Command: st.Command}
		}
	}
	if last := m.last(stream); last != expected {
		return 0, &eventstore.ConflictError{Stream: stream, Expected: expected, Actual: last}
	}
	first := m.head() + 1
	for _, e := range events {
		m.record(stream, e)
	}
	close(m.grown)
	m.grown = make(chan struct{})
	return first, nil
}

// record puts one event at the end. The caller holds mu.
func (m *Memory) record(stream eventstore.StreamID, e eventstore.NewEvent) {
	st := e.Stated()
	seq := m.head() + 1
	m.log = append(m.log, eventstore.Event{
		ID:          e.ID,
		Stream:      stream,
		Revision:    m.last(stream) + 1,
		Seq:         seq,
		Type:        e.Type,
		Version:     st.Version,
		RecordedAt:  st.RecordedAt,
		EffectiveOn: st.EffectiveOn,
		Data:        bytes.Clone(e.Data),
		Metadata:    bytes.Clone(e.Metadata),
	})
	m.streams[stream] = append(m.streams[stream], seq)
	if st.HasCommand {
		k := commandKey{stream, st.Command}
		m.commands[k] = append(m.commands[k], seq)
	}
}

// head is the last Seq. The caller holds mu.
func (m *Memory) head() eventstore.Seq { return eventstore.Seq(len(m.log)) }

// last is the last revision of a stream. The caller holds mu.
func (m *Memory) last(stream eventstore.StreamID) eventstore.Revision {
	return eventstore.Revision(len(m.streams[stream])) - 1
}

// ReadStream implements eventstore.Store.
func (m *Memory) ReadStream(ctx context.Context, stream eventstore.StreamID, after eventstore.Revision, parts eventstore.Parts) iter.Seq2[eventstore.Event, error] {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.closed {
		return failed(eventstore.ErrClosed)
	}
	// The log and the lists only ever grow at their ends: what they are now
	// stays as it is when the lock is gone.
	log, seqs := m.log, m.streams[stream]
	skip := min(max(after, eventstore.NoStream), m.last(stream)) + 1
	return func(yield func(eventstore.Event, error) bool) {
		for _, seq := range seqs[skip:] {
			if !hand(ctx, log[seq-1], parts, yield) {
				return
			}
		}
	}
}

// ReadAll implements eventstore.Store.
func (m *Memory) ReadAll(ctx context.Context, after eventstore.Seq, parts eventstore.Parts) iter.Seq2[eventstore.Event, error] {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.closed {
		return failed(eventstore.ErrClosed)
	}
	log := m.log[min(max(after, 0), m.head()):]
	return func(yield func(eventstore.Event, error) bool) {
		for _, e := range log {
			if !hand(ctx, e, parts, yield) {
				return
			}
		}
	}
}

// hand yields a copy of e, or the error of an ended context, and reports
// whether to go on.
func hand(ctx context.Context, e eventstore.Event, parts eventstore.Parts, yield func(eventstore.Event, error) bool) bool {
	if err := ctx.Err(); err != nil {
		yield(eventstore.Event{}, err)
		return false
	}
	return yield(cloned(e, parts), nil)
}

// failed is a read that failed before its first event.
func failed(err error) iter.Seq2[eventstore.Event, error] {
	return func(yield func(eventstore.Event, error) bool) { yield(eventstore.Event{}, err) }
}

// cloned is an event whose bytes belong to the caller.
func cloned(e eventstore.Event, parts eventstore.Parts) eventstore.Event {
	e.Data = bytes.Clone(e.Data)
	if parts == eventstore.WithoutMetadata {
		e.Metadata = nil
	} else {
		e.Metadata = bytes.Clone(e.Metadata)
	}
	return e
}

// Last implements eventstore.Store.
func (m *Memory) Last(ctx context.Context, stream eventstore.StreamID) (eventstore.Event, bool, error) {
	events, err := m.pick(ctx, func() []eventstore.Seq {
		seqs := m.streams[stream]
		return seqs[max(0, len(seqs)-1):]
	})
	if err != nil || len(events) == 0 {
		return eventstore.Event{}, false, err
	}
	return events[0], true, nil
}

// Find implements eventstore.Store.
func (m *Memory) Find(ctx context.Context, stream eventstore.StreamID, command uuid.UUID) ([]eventstore.Event, error) {
	return m.pick(ctx, func() []eventstore.Seq { return m.commands[commandKey{stream, command}] })
}

// pick copies the events that which names, which is called under the lock.
func (m *Memory) pick(ctx context.Context, which func() []eventstore.Seq) ([]eventstore.Event, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.closed {
		return nil, eventstore.ErrClosed
	}
	var events []eventstore.Event
	for _, seq := range which() {
		events = append(events, cloned(m.log[seq-1], eventstore.Whole))
	}
	return events, nil
}

// Head implements eventstore.Store.
func (m *Memory) Head() eventstore.Seq {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.head()
}

// Wait implements eventstore.Store.
func (m *Memory) Wait(ctx context.Context, after eventstore.Seq) (eventstore.Seq, error) {
	for {
		m.mu.RLock()
		head, grown, closed := m.head(), m.grown, m.closed
		m.mu.RUnlock()
		switch {
		case closed:
			return 0, eventstore.ErrClosed
		case head > after:
			return head, nil
		}
		select {
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-grown:
		}
	}
}

// Close implements eventstore.Store. It wakes whoever waits.
func (m *Memory) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.closed {
		m.closed = true
		close(m.grown)
	}
	return nil
}
