package ledger

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// refuse answers a command that a rule refused: a retry of one that was
// recorded gets its receipt; otherwise the refusal is recorded before it is
// told.
func (s *stream) refuse(ctx context.Context, r *request, refusal *domain.Refusal) {
	receipt, err := s.ledger.recorded(ctx, r.cmd)
	switch {
	case err != nil:
		r.finish(Receipt{}, err)
		return
	case receipt != nil:
		r.finish(*receipt, nil)
		return
	}
	if wait, ok := s.ledger.refusals.take(r.cmd.Command.Actor.Person, s.ledger.now(r)); !ok {
		r.finish(Receipt{}, &ThrottledError{RetryAfter: wait})
		return
	}
	// The refusals' stream is served by a goroutine of its own, so that this
	// stream goes on. Refusals stand in it in the order in which they were
	// decided.
	record, err := s.ledger.submitRefusal(ctx, r, refusal)
	if err != nil {
		r.finish(Receipt{}, fmt.Errorf("couldn't record that rule %s refused the command: %w", refusal.Rule, err))
		return
	}
	go func() {
		<-record.done
		var reused *ReusedIDError
		if record.err != nil && !errors.As(record.err, &reused) {
			r.finish(Receipt{}, fmt.Errorf("couldn't record that rule %s refused the command: %w", refusal.Rule, record.err))
			return
		}
		// Where the id is taken, another command under it was refused by this
		// rule: that is recorded.
		r.finish(Receipt{}, refusal)
	}()
}

// RefusalID is the id of the command that a refusal is recorded by:
// UUIDv5(command id, rule). So there is at most one per command and rule.
func RefusalID(command uuid.UUID, rule domain.Rule) uuid.UUID {
	return uuid.NewSHA1(command, []byte(rule))
}

// submitRefusal puts the command that records a refusal in line.
func (l *Ledger) submitRefusal(ctx context.Context, r *request, refusal *domain.Refusal) (*request, error) {
	c := r.cmd
	c.Stream = wire.Stream(wire.KindRefusals, r.cmd.Stream)
	c.Command.ID = RefusalID(r.cmd.Command.ID, refusal.Rule)
	c.Command.Data = refused{
		event: domain.CommandRefused{
			Command: r.cmd.Command.ID, Name: r.cmd.Name, Rule: refusal.Rule, Sentence: refusal.Sentence,
		},
		basis: r.basis,
		at:    r.decidedAt,
	}
	s, err := l.stream(c.Stream)
	if err != nil {
		return nil, err
	}
	record := &request{ctx: ctx, cmd: c, at: r.at, done: make(chan struct{})}
	s.submit(record)
	return record, nil
}

// refused is the data of the command that records a refusal. Its envelope
// holds the command that was refused.
type refused struct {
	event domain.CommandRefused
	basis map[eventstore.StreamID]eventstore.Revision
	at    time.Time // when it was decided
}

// CommandName implements domain.CommandData.
func (r refused) CommandName() string { return r.event.Name }

// Validate implements domain.CommandData.
func (refused) Validate(*domain.FieldErrors) {}

// refusals is the aggregate of the streams of refusals: everything is
// recorded, nothing is decided on.
type refusals struct{}

func (refusals) Evolve(domain.Recorded)        {}
func (r refusals) Fork() domain.Aggregate      { return r }
func (refusals) Merge()                        {}
func (refusals) Reads(domain.Command) []string { return nil }
func (refusals) View(int64) any                { return nil }

func (refusals) Decide(_ domain.References, c domain.Command, _ time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	r, ok := c.Data.(refused)
	if !ok {
		return domain.Decision{}, fmt.Errorf("command %s can't be given to a stream of refusals", c.Data.CommandName())
	}
	return domain.Decision{Drafts: []domain.Draft{{Event: r.event}}}, nil
}

// withOwn is a basis with the stream itself in it: a refusal is recorded
// elsewhere and has to say what it was decided on.
func withOwn(basis map[eventstore.StreamID]eventstore.Revision, stream string, rev eventstore.Revision) map[eventstore.StreamID]eventstore.Revision {
	out := make(map[eventstore.StreamID]eventstore.Revision, len(basis)+1)
	maps.Copy(out, basis)
	out[eventstore.StreamID(stream)] = rev
	return out
}
