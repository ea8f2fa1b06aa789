package verify

import (
	"context"
	"fmt"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/ledger"
)

// fold is what a stream's events mean: its state, as the rules see it, after
// the last event that was met.
type fold struct {
	aggregate domain.Aggregate // nil where the stream can't be folded any further

	// deciding: the command under way was decided again, and its events are
	// held against drafts, which are those that have not been met yet.
	deciding bool
	drafts   []domain.Draft

	// refused are the commands on this stream that were refused, in the order
	// of the revisions they were decided at; next is the first of those that
	// the stream has not moved on from.
	refused []refusedAt
	next    int
}

func (v *verifier) begin(ctx context.Context, s *stream) {
	if agg, err := ledger.NewAggregate(string(s.name)); err == nil {
		s.aggregate = agg // where there is none, its events can't be decoded, which is said of each
	}
	v.findRefused(ctx, s)
}

// mean folds an event into its stream, after the command it is the first of
// has been decided again on the state before it.
func (v *verifier) mean(ctx context.Context, s *stream, it *item) {
	first := it.st.HasCommand && it.st.N == 0
	if first {
		v.endCommand(s)
	}
	if !it.decoded || s.aggregate == nil {
		if first {
			v.report.Undecided++
		}
		s.aggregate, s.deciding = nil, false // no fold passes over an event
		return
	}
	if first {
		basis := v.basis(it)
		rules := v.rulesOf(it)
		kind, _, _ := wire.KindOf(string(s.name))
		switch {
		case kind == wire.KindRefusals:
			v.refusal(ctx, s, it, basis && rules)
		case !it.hasCmd || !basis || !rules:
			v.report.Undecided++
		default:
			v.decision(ctx, s, it)
		}
	} else if it.st.Command != s.command {
		s.deciding = false // it is said to stand in the wrong place
	}
	v.compare(s, it)
	v.evolve(s, it)
}

// endCommand closes the command under way: everything it decided should have
// been met by now.
func (v *verifier) endCommand(s *stream) {
	if s.deciding && len(s.drafts) > 0 {
		v.find(Finding{NotDecided, s.seq, s.name, fmt.Sprintf(
			"command %s ends here; the rules of its day record %d more events, first %s", s.command, len(s.drafts), s.drafts[0].Event.EventType())})
	}
	s.deciding, s.drafts = false, nil
}

func (v *verifier) evolve(s *stream, it *item) {
	if reason := caught(func() { s.aggregate.Evolve(it.rec) }); reason != "" {
		v.finder(it)(Undecodable, "the rules can't take it in: %s", reason)
		s.aggregate, s.deciding = nil, false
		return
	}
	if adopted, ok := it.rec.Event.(domain.RulesAdopted); ok {
		v.rules.adopt(adopted.Version, it.rec.RecordedAt)
	}
}

// finish says what only the end of the log shows.
func (v *verifier) finish() {
	for _, s := range v.streams {
		if s.revision == eventstore.NoStream {
			continue // only ever refused
		}
		v.report.Streams++
		v.endCommand(s)
	}
	for _, f := range v.clock.findings() {
		v.find(f)
	}
}

// caught calls f and says why it panicked: rules may, on what could not have
// been recorded.
func caught(f func()) (reason string) {
	defer func() {
		if r := recover(); r != nil {
			reason = fmt.Sprint(r)
		}
	}()
	f()
	return ""
}
