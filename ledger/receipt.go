package ledger

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// Receipt is what a command recorded. Seq and Revision are those of its last
// event; a command that had nothing to record has no events.
type Receipt struct {
	Seq      eventstore.Seq      `json:"seq"`
	Stream   string              `json:"stream"`
	Revision eventstore.Revision `json:"revision"`
	Events   []ReceiptEvent      `json:"events"`

	// Replayed: the command had recorded these events before.
	Replayed bool `json:"-"`
}

// ReceiptEvent is one of the events of a receipt.
type ReceiptEvent struct {
	Seq  eventstore.Seq `json:"seq"`
	Type string         `json:"type"`
	ID   uuid.UUID      `json:"id"`
}

// recorded looks up what a command has recorded before: its receipt, a
// *ReusedIDError where its content was another, or nil where nothing.
func (l *Ledger) recorded(ctx context.Context, c wire.Sealed) (*Receipt, error) {
	events, err := l.store.Find(ctx, eventstore.StreamID(c.Stream), c.Command.ID)
	if err != nil {
		return nil, fmt.Errorf("couldn't look up command %s: %w", c.Command.ID, err)
	}
	if len(events) == 0 {
		return nil, nil
	}
	env, err := eventstore.ParseEnvelope(events[0].Metadata)
	if err != nil {
		return nil, fmt.Errorf("couldn't read what command %s recorded: %w", c.Command.ID, err)
	}
	if env.Command == nil || env.Command.Hash != eventstore.Hash(c.Hash) {
		return nil, &ReusedIDError{Command: c.Command.ID, Stream: c.Stream}
	}
	r := &Receipt{Stream: c.Stream, Replayed: true}
	for _, e := range events {
		r.add(e.Seq, e.Revision, e.Type, e.ID)
	}
	return r, nil
}

func (r *Receipt) add(seq eventstore.Seq, rev eventstore.Revision, typ string, id uuid.UUID) {
	r.Seq, r.Revision = seq, rev
	r.Events = append(r.Events, ReceiptEvent{seq, typ, id})
}

// EventID is the id of the index-th event of a command: UUIDv5(ledger id;
// stream, command id, index), the name being "stream/command/index".
func EventID(ledger uuid.UUID, stream string, command uuid.UUID, index int) uuid.UUID {
	return uuid.NewSHA1(ledger, fmt.Appendf(nil, "%s/%s/%d", stream, command, index))
}
