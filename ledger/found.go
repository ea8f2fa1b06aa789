package ledger

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/charter"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// The commands that are decided although no rules are in force yet.
var (
	foundLedger = charter.FoundLedger{}.CommandName()
	adoptRules  = charter.AdoptRules{}.CommandName()
)

// Founding is how a ledger is founded at an empty store.
type Founding struct {
	// Origin is the name its checkpoints will carry;
	// "hubledger.invalid/<ledger id>" if empty.
	Origin string
	// Synthetic says that nothing in the ledger is about the real world.
	Synthetic bool
}

// OpenOrFound opens the ledger a store holds, and founds one first where the
// store is empty. founded tells which.
func OpenOrFound(ctx context.Context, store eventstore.Store, opts Options, f Founding) (l *Ledger, founded bool, err error) {
	if store.Head() == 0 {
		founded = true
		if err := found(ctx, store, opts, f); err != nil {
			return nil, false, fmt.Errorf("couldn't found the ledger: %w", err)
		}
	}
	l, err = Open(ctx, store, opts)
	if err != nil {
		return nil, false, err
	}
	if l.Rules() == 0 { // the founding was cut off after its first event
		if err := l.give(ctx, charter.AdoptRules{Version: domain.CurrentRules}); err != nil {
			return nil, false, fmt.Errorf("couldn't adopt the rules: %w", err)
		}
	}
	return l, founded, nil
}

func found(ctx context.Context, store eventstore.Store, opts Options, f Founding) error {
	id := store.LedgerID()
	if f.Origin == "" {
		f.Origin = "hubledger.invalid/" + id.String()
	}
	l := newLedger(store, opts)
	return l.give(ctx, charter.FoundLedger{LedgerID: id, Origin: f.Origin, Synthetic: f.Synthetic})
}

// Self is who acts where the program itself does: the ledger.
func (l *Ledger) Self() domain.Actor {
	return domain.Actor{Person: l.ID(), Role: "ledger"}
}

// give decides a command of the program's own. Its id follows from its
// content, so that giving it twice records it once.
func (l *Ledger) give(ctx context.Context, data domain.CommandData) error {
	stream := string(wire.KindLedger)
	c, err := wire.Seal(stream, domain.Command{ID: l.ID(), Actor: l.Self(), Data: data})
	if err != nil {
		return err
	}
	c.Command.ID = uuid.NewSHA1(l.ID(), c.Hash[:])
	_, err = l.Do(ctx, c)
	return err
}

// AcceptRollback records that an operator goes on with a log whose events
// from lostFrom on were lost.
func (l *Ledger) AcceptRollback(ctx context.Context, lostFrom eventstore.Seq, actor domain.Actor) (Receipt, error) {
	c, err := wire.Seal(string(wire.KindLedger), domain.Command{
		ID: uuid.Must(uuid.NewV7()), Actor: actor, Data: charter.AcceptRollback{LostFrom: domain.Seq(lostFrom)},
	})
	if err != nil {
		return Receipt{}, err
	}
	return l.Do(ctx, c)
}

// adoptRules takes over the version in force after the stream "ledger" grew.
func (l *Ledger) adoptRules(a domain.Aggregate) {
	if c, ok := a.(*charter.State); ok {
		l.rules.Store(int64(c.Rules()))
	}
}
