package verify

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// decision decides a command again, on what the log says it was decided on.
func (v *verifier) decision(ctx context.Context, s *stream, it *item) {
	find := v.finder(it)
	decided, err := v.decide(ctx, s, it, it.cmd.Command, it.env.Basis)
	var refusal *domain.Refusal
	var unfit *unfitError
	switch {
	case errors.As(err, &unfit):
		find(BasisWrong, "%s", unfit.reason)
		v.report.Undecided++
		return
	case errors.As(err, &refusal):
		v.report.Decisions++
		find(NotDecided, "command %s was recorded; the rules of its day refuse it by %s: %s", it.cmd.Name, refusal.Rule, refusal.Sentence)
		return
	case err != nil:
		v.report.Undecided++
		find(NotDecided, "command %s can't be decided again: %v", it.cmd.Name, err)
		return
	}
	v.report.Decisions++
	if len(decided.Drafts) == 0 {
		find(NotDecided, "command %s was recorded; the rules of its day find nothing to record", it.cmd.Name)
		return
	}
	if a, b := broken(it.env.Breaches), brokenAnew(decided.Breaches); !slices.Equal(a, b) {
		find(NotDecided, "command %s was recorded with the breaches [%s]; the rules of its day find [%s]", it.cmd.Name, strings.Join(a, "; "), strings.Join(b, "; "))
	}
	s.deciding, s.drafts = true, decided.Drafts
}

// unfitError says that a basis is not what a decision reads.
type unfitError struct{ reason string }

func (e *unfitError) Error() string { return e.reason }

// decide asks the rules. The error is the *domain.Refusal, an *unfitError, or
// says why they can't be asked.
func (v *verifier) decide(ctx context.Context, s *stream, it *item, c domain.Command, basis map[eventstore.StreamID]eventstore.Revision) (d domain.Decision, err error) {
	now, rules := it.rec.RecordedAt, domain.RulesVersion(it.env.Rules)
	reason := caught(func() {
		var refs references
		if refs, err = v.references(ctx, s.aggregate.Reads(c), basis); err == nil {
			d, err = s.aggregate.Decide(refs, c, now, rules)
		}
	})
	if reason != "" {
		return domain.Decision{}, errors.New(reason)
	}
	return d, err
}

// references gives a decision the views of other streams, as they were at the
// revisions of its basis.
type references map[string]any

// View implements domain.References.
func (r references) View(stream string) any {
	view, ok := r[stream]
	if !ok {
		panic("the decision reads " + stream + ", which it does not name as a basis")
	}
	return view
}

func (v *verifier) references(ctx context.Context, reads []string, basis map[eventstore.StreamID]eventstore.Revision) (references, error) {
	if len(reads) == 0 && len(basis) == 0 {
		return nil, nil
	}
	refs := make(references, len(reads))
	for _, name := range reads {
		revision, named := basis[eventstore.StreamID(name)]
		if !named {
			return nil, &unfitError{fmt.Sprintf("the decision reads %s, which its basis does not name", name)}
		}
		other := v.stream(ctx, eventstore.StreamID(name))
		if other.aggregate == nil {
			return nil, fmt.Errorf("it reads %s, which can't be folded", name)
		}
		refs[name] = other.aggregate.View(int64(revision))
	}
	for _, name := range slices.Sorted(maps.Keys(basis)) {
		if _, read := refs[string(name)]; !read {
			return nil, &unfitError{fmt.Sprintf("the basis names %s, which such a decision does not read", name)}
		}
	}
	return refs, nil
}

// compare holds an event against the draft that deciding again has made.
func (v *verifier) compare(s *stream, it *item) {
	if !s.deciding {
		return
	}
	find := v.finder(it)
	if len(s.drafts) == 0 {
		find(NotDecided, "it is one event more than the rules of its day record for command %s", it.env.Command.ID)
		s.deciding = false
		return
	}
	draft := s.drafts[0]
	s.drafts = s.drafts[1:]
	if !sameSource(draft.Source, it.env.Source) {
		find(NotDecided, "it states another source than the command does")
	}
	version, data, err := wire.EncodeEvent(draft.Event)
	if err != nil {
		find(NotDecided, "what the rules of its day record can't be written: %v", err)
		return
	}
	if it.e.Type == draft.Event.EventType() && it.e.Version == version && bytes.Equal(data, it.e.Data) {
		return
	}
	// An event of an older schema, or written otherwise, may mean the same.
	_, recorded, err := wire.EncodeEvent(it.rec.Event)
	if err != nil || it.e.Type != draft.Event.EventType() || !bytes.Equal(data, recorded) {
		find(NotDecided, "recorded is %s %s; the rules of its day record %s %s", it.e.Type, clip(it.e.Data), draft.Event.EventType(), clip(data))
	}
}

func sameSource(a *domain.Source, b *eventstore.Source) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	return eventstore.Hash(a.FileHash) == b.FileHash && a.Row == b.Row
}

func broken(list []eventstore.Breach) []string {
	var out []string
	for _, b := range list {
		out = append(out, b.Rule+": "+b.Sentence)
	}
	return out
}

func brokenAnew(list []domain.Breach) []string {
	var out []string
	for _, b := range list {
		out = append(out, string(b.Rule)+": "+b.Sentence)
	}
	return out
}

// clip shortens what a finding quotes, in bytes.
func clip(b []byte) string {
	const most = 300
	if len(b) > most {
		return string(b[:most]) + "…"
	}
	return string(b)
}
