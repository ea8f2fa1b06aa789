package demo_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// elsewhere are the types of events that do not come from what people do in a
// nation: from the ledger about itself, and from what has gone wrong with it.
var elsewhere = map[string]string{
	"CheckpointIssued": "the ledger", "SigningKeyIntroduced": "the ledger",
	"RollbackAccepted": "a fault", "ClockFaultRecorded": "a fault", "AnomalyRecorded": "a fault",
}

// Every type of event occurs.
func TestEveryType(t *testing.T) {
	seen := make(map[string]int)
	each(t, func(e eventstore.Event, _ domain.Recorded, _ eventstore.Envelope) { seen[e.Type]++ })
	for _, row := range wire.EventTypes() {
		if _, not := elsewhere[row.Name]; seen[row.Name] == 0 && !not {
			t.Errorf("no %s occurs", row.Name)
		}
	}
}

// What one hub sends to another comes there, to the penny, and what a hub hands
// over its successors take over: over all of a succession nothing is lost.
func TestTransfers(t *testing.T) {
	sent, received := make(map[uuid.UUID]domain.TransferSent), make(map[uuid.UUID]domain.TransferReceived)
	handed, carried := make(map[uuid.UUID]domain.Pence), make(map[uuid.UUID]domain.Pence)
	var left, right int
	each(t, func(e eventstore.Event, rec domain.Recorded, _ eventstore.Envelope) {
		switch e := rec.Event.(type) {
		case domain.TransferSent:
			sent[e.Transfer] = e
		case domain.TransferReceived:
			received[e.Transfer] = e
		case domain.CommitmentHandedOver:
			handed[e.As] = e.Pence
		case domain.CommitmentMade:
			carried[e.Commitment] = e.Pence
		case domain.HubSucceeded:
			if e.BudgetSplit != nil {
				left++
			} else {
				right++
			}
		}
	})
	for id, s := range sent {
		if r := received[id]; r.Pence != s.Pence || r.Line != s.Line {
			t.Errorf("transfer %s is %s pounds of %s, and received as %s of %s", id, s.Pence, s.Line, r.Pence, r.Line)
		}
	}
	for id, r := range received {
		if _, there := sent[id]; !there {
			t.Errorf("transfer %s, %s pounds of %s from %s, is received and nobody sent it", id, r.Pence, r.Line, r.From)
		}
	}
	for id, pence := range handed {
		if carried[id] != pence {
			t.Errorf("commitment %s is handed over with %s pounds, and carried on with %s", id, pence, carried[id])
		}
	}
	if len(received) != len(sent) || len(handed) < 2 || left < 12 || right < 7 {
		t.Errorf("%d transfers are sent and %d received, %d promises handed over, %d hubs succeeded and %d follow", len(sent), len(received), len(handed), left, right)
	}
	t.Logf("%d transfers, %d promises handed over; for one, %v", len(sent), len(handed), slices.Sorted(maps.Values(handed))[0])
}
