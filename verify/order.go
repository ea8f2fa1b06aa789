package verify

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// stream is what is known of one stream after its last event that was met.
type stream struct {
	name     eventstore.StreamID
	revision eventstore.Revision
	meta     eventstore.Hash // of the last event's metadata
	// recorded is the latest recordedAt, and recordedBy the event that has it.
	recorded   time.Time
	recordedBy eventstore.Seq

	// The command whose events are being met: its id, the index and Seq of
	// the newest, and the envelope of the first.
	command uuid.UUID
	n       int
	seq     eventstore.Seq
	first   eventstore.Envelope

	fold // what the events mean
}

// take looks at the next event of the log.
func (v *verifier) take(ctx context.Context, it *item, want eventstore.Seq) {
	e := it.e
	v.report.Events++
	v.report.Bytes += int64(len(e.Data) + len(e.Metadata))
	for _, f := range it.findings {
		v.find(f)
	}
	if e.Seq != want {
		v.find(Finding{SeqGap, e.Seq, e.Stream, fmt.Sprintf("event %d follows event %d; the next is %d", e.Seq, want-1, want)})
	}
	if want == 1 {
		v.founding(it)
	}
	s := v.stream(ctx, e.Stream)
	if !v.opts.HashesOnly {
		v.before(ctx, s, it)
	}
	v.order(s, it)
	v.commandOrder(s, it)
	if !v.opts.HashesOnly {
		v.mean(ctx, s, it)
	}
	s.revision, s.meta, s.seq = e.Revision, it.meta, e.Seq
	if it.st.HasCommand {
		s.command, s.n = it.st.Command, it.st.N
		if it.st.N == 0 {
			s.first = it.env
		}
	}
}

// stream is what is known of a stream, which begins where it is first named.
func (v *verifier) stream(ctx context.Context, name eventstore.StreamID) *stream {
	if s, known := v.streams[name]; known {
		return s
	}
	s := &stream{name: name, revision: eventstore.NoStream}
	v.streams[name] = s
	if !v.opts.HashesOnly {
		v.begin(ctx, s)
	}
	return s
}

// founding holds event 1 to what it has to be.
func (v *verifier) founding(it *item) {
	bad := func(format string, args ...any) {
		v.find(Finding{NotFounded, it.e.Seq, it.e.Stream, fmt.Sprintf(format, args...)})
	}
	e, err := wire.Event(it.e)
	if err != nil {
		bad("event 1 should be LedgerFounded: %v", err)
		return
	}
	switch founded, ok := e.(domain.LedgerFounded); {
	case !ok:
		bad("event 1 is %s; a ledger begins with LedgerFounded", it.e.Type)
	case founded.LedgerID != v.report.Ledger:
		bad("event 1 founds ledger %s; the store says it holds ledger %s", founded.LedgerID, v.report.Ledger)
	}
}

// order holds an event to those before it in its stream.
func (v *verifier) order(s *stream, it *item) {
	e, find := it.e, v.finder(it)
	if e.Revision != s.revision+1 {
		find(RevisionGap, "revision %d follows revision %d; the next is %d", e.Revision, s.revision, s.revision+1)
	}
	if it.st.Prev != s.meta {
		switch (eventstore.Hash{}) {
		case s.meta:
			find(Prev, "the first event of a stream has no prev; this one states %s", it.st.Prev)
		case it.st.Prev:
			find(Prev, "it states no prev; SHA-256 of the metadata before is %s", s.meta)
		default:
			find(Prev, "it continues metadata with the hash %s; that before it has %s", it.st.Prev, s.meta)
		}
	}
	at := it.st.RecordedAt
	if at.IsZero() {
		return // said already
	}
	if at.Before(s.recorded) && !v.clock.faulty(s.recordedBy) {
		find(TimeBackwards, "it was recorded at %s; event %d before it in the stream at %s",
			at.Format(eventstore.InstantLayout), s.recordedBy, s.recorded.Format(eventstore.InstantLayout))
	}
	if !at.Before(s.recorded) || v.clock.faulty(s.recordedBy) {
		s.recorded, s.recordedBy = at, e.Seq
	}
	v.clock.see(e.Seq, at)
	if e.Type == (domain.ClockFaultRecorded{}).EventType() {
		if fault, err := wire.Event(e); err == nil {
			f := fault.(domain.ClockFaultRecorded)
			v.clock.fault(eventstore.Seq(f.FromSeq), eventstore.Seq(f.ToSeq))
		}
	}
}

// commandOrder holds an event to those of its command: they follow one another
// in the log, count from 0, and say the same of the command.
func (v *verifier) commandOrder(s *stream, it *item) {
	if !it.st.HasCommand {
		return
	}
	find := v.finder(it)
	id, n := it.st.Command, it.st.N
	if n == 0 {
		v.once.add(id)
		return
	}
	switch {
	case id != s.command || n != s.n+1:
		find(SplitCommand, "it is event %d of command %s; before it in the stream stands event %d of command %s", n, id, s.n, s.command)
	case it.e.Seq != s.seq+1:
		find(SplitCommand, "it is event %d of command %s, whose event %d is event %d of the log; they should follow one another", n, id, s.n, s.seq)
	case it.decoded && !sameCommand(s.first, it.env):
		find(MixedCommand, "it says something else of command %s than the first event of that command", id)
	}
}

// sameCommand reports whether two events' envelopes say the same of the
// command, its circumstances and its decision. What belongs to one event alone
// may differ: version, source, hashes, index, and the command's data.
func sameCommand(a, b eventstore.Envelope) bool {
	return a.RecordedAt.Equal(b.RecordedAt.Time) && a.EffectiveOn == b.EffectiveOn &&
		same(a.Actor, b.Actor) && a.Authority == b.Authority && slices.Equal(a.Evidence, b.Evidence) &&
		sameHappened(a.Happened, b.Happened) && slices.Equal(a.Breaches, b.Breaches) &&
		a.Command != nil && b.Command != nil &&
		a.Command.Name == b.Command.Name && a.Command.V == b.Command.V &&
		a.Command.ID == b.Command.ID && a.Command.Hash == b.Command.Hash &&
		maps.Equal(a.Basis, b.Basis) && a.Rules == b.Rules &&
		a.Correlation == b.Correlation && a.Causation == b.Causation
}

func same[T comparable](a, b *T) bool { return a == b || a != nil && b != nil && *a == *b }

func sameHappened(a, b *eventstore.Happened) bool {
	return a == b || a != nil && b != nil && a.On == b.On && slices.Equal(a.Evidence, b.Evidence)
}

func (v *verifier) finder(it *item) func(Kind, string, ...any) {
	return func(kind Kind, format string, args ...any) {
		v.find(Finding{kind, it.e.Seq, it.e.Stream, fmt.Sprintf(format, args...)})
	}
}
