package verify

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/ledger"
)

// A refusal is recorded after it was decided, in a stream of its own. By then
// the stream that was asked may have moved on, so its state at the revision of
// the decision is gone when the refusal is met. Therefore each stream knows
// beforehand at which revisions commands on it were refused, and the refusals
// are decided again just before it moves on from there. That is never too
// early: what else the refused decision read was recorded before the stream
// moved on.

// refusedAt is where a command was refused, and where that was recorded.
type refusedAt struct {
	revision eventstore.Revision
	seq      eventstore.Seq
}

// findRefused lists the refusals of commands on a stream.
func (v *verifier) findRefused(ctx context.Context, s *stream) {
	if kind, _, ok := wire.KindOf(string(s.name)); !ok || kind == wire.KindRefusals {
		return
	}
	name := eventstore.StreamID(wire.Stream(wire.KindRefusals, string(s.name)))
	for e, err := range v.store.ReadStream(ctx, name, eventstore.NoStream, eventstore.Whole) {
		if err != nil || e.Seq > v.report.Head {
			break // what can't be read is said where the log comes to it
		}
		env, err := eventstore.ParseEnvelope(e.Metadata)
		if err != nil {
			continue
		}
		if revision, ok := env.Basis[s.name]; ok {
			s.refused = append(s.refused, refusedAt{revision, e.Seq})
		}
	}
	slices.SortFunc(s.refused, func(a, b refusedAt) int {
		return cmp.Or(cmp.Compare(a.revision, b.revision), cmp.Compare(a.seq, b.seq))
	})
}

// before decides again, before a stream moves on with an event, what was
// refused at the revision it is at and is recorded further on.
func (v *verifier) before(ctx context.Context, s *stream, it *item) {
	for s.next < len(s.refused) && s.refused[s.next].revision <= s.revision {
		r := s.refused[s.next]
		s.next++
		if r.seq < it.e.Seq || r.revision < s.revision {
			continue
		}
		e, ok, err := eventstore.Get(ctx, v.store, r.seq)
		if err != nil || !ok {
			continue // said when the log comes to it
		}
		ahead := item{e: e, meta: eventstore.HashOf(e.Metadata)}
		checker{ledger: v.report.Ledger}.meaning(&ahead)
		if ahead.hasCmd {
			v.refusedAgain(ctx, s, &ahead)
			v.early[r.seq] = ahead.meta
		}
	}
}

// refusal takes a recorded refusal: it is what it says, and the rules refuse
// the command again.
func (v *verifier) refusal(ctx context.Context, s *stream, it *item, decidable bool) {
	find := v.finder(it)
	s.deciding = true // its one event is all there is to its command
	s.drafts = []domain.Draft{{Event: it.rec.Event}}
	refused, ok := it.rec.Event.(domain.CommandRefused)
	if !ok || !it.hasCmd {
		v.report.Undecided++
		return
	}
	if want := ledger.RefusalID(refused.Command, refused.Rule); it.env.Command.ID != want {
		find(NotRefused, "it is recorded by command %s; from command %s and rule %s follows %s", it.env.Command.ID, refused.Command, refused.Rule, want)
	}
	if it.cmd.Name != refused.Name {
		find(NotRefused, "it says that command %s was refused and holds command %s", refused.Name, it.cmd.Name)
	}
	asked := eventstore.StreamID(it.cmd.Stream)
	revision, named := it.env.Basis[asked]
	if !named {
		find(BasisWrong, "its basis does not name %s, the stream that was asked", asked)
	}
	if !named || !decidable {
		v.report.Undecided++
		return
	}
	other := v.stream(ctx, asked)
	if meta, early := v.early[it.e.Seq]; early && meta == it.meta {
		return
	}
	if other.revision != revision {
		find(NotRefused, "it was decided at revision %d of %s, which is not in the log where it should be", revision, asked)
		v.report.Undecided++
		return
	}
	v.refusedAgain(ctx, other, it)
}

// refusedAgain asks the rules, on the state of the stream that was asked,
// whether they refuse the command of a refusal again.
func (v *verifier) refusedAgain(ctx context.Context, asked *stream, it *item) {
	find := v.finder(it)
	refused, ok := it.rec.Event.(domain.CommandRefused)
	if !ok || asked.aggregate == nil {
		v.report.Undecided++
		return
	}
	c := it.cmd.Command
	c.ID = refused.Command // the envelope has the id of the refusal
	basis := maps.Clone(it.env.Basis)
	delete(basis, asked.name)
	_, err := v.decide(ctx, asked, it, c, basis)
	var refusal *domain.Refusal
	var unfit *unfitError
	switch {
	case errors.As(err, &unfit):
		v.report.Undecided++
		find(BasisWrong, "%s", unfit.reason)
		return
	case errors.As(err, &refusal) && refusal.Rule == refused.Rule && refusal.Sentence == refused.Sentence:
	case errors.As(err, &refusal):
		find(NotRefused, "recorded is that %s refused it: %s; the rules of its day refuse it by %s: %s", refused.Rule, refused.Sentence, refusal.Rule, refusal.Sentence)
	case err != nil:
		v.report.Undecided++
		find(NotRefused, "command %s can't be decided again: %v", refused.Name, err)
		return
	default:
		find(NotRefused, "recorded is that %s refused it: %s; the rules of its day do not refuse it", refused.Rule, refused.Sentence)
	}
	v.report.Refusals++
}
