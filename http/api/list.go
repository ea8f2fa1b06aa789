package api

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// EventList is a page of events.
type EventList struct {
	Items []Event        `json:"items" jsonschema:"The events, in the ledger's order."`
	Next  *string        `json:"next" jsonschema:"Cursor of the next page, to be sent as cursor with the same filter; null where there is no more for now."`
	Seq   eventstore.Seq `json:"seq" jsonschema:"The seq that the answer is true at."`
}

// HubList is the directory of hubs, on one page.
type HubList struct {
	Items []Hub          `json:"items" jsonschema:"The hubs, by id; a locality hub follows the hub of its ICS."`
	Next  *string        `json:"next" jsonschema:"Always null: all hubs stand on one page."`
	Seq   eventstore.Seq `json:"seq" jsonschema:"The seq that the answer is true at."`
	On    *domain.Date   `json:"on" jsonschema:"The day that the hubs are active on; null where nothing was recorded yet."`
}

// CommandList is every command there is.
type CommandList struct {
	Items []Command      `json:"items" jsonschema:"The commands, by name."`
	Next  *string        `json:"next" jsonschema:"Always null: all commands stand on one page."`
	Seq   eventstore.Seq `json:"seq" jsonschema:"The seq that the answer is true at."`
}

// Command is a command that the ledger takes.
type Command struct {
	Name            string `json:"name" jsonschema:"The command's name, such as register-hub."`
	Version         int    `json:"version" jsonschema:"Version of the schema of its data."`
	Summary         string `json:"summary" jsonschema:"What it does."`
	Path            string `json:"path" jsonschema:"Where it is posted to."`
	Stream          string `json:"stream" jsonschema:"The stream that it is decided on, such as hub-{hub}."`
	MayHaveHappened bool   `json:"mayHaveHappened" jsonschema:"Its act takes place outside the ledger, so it may be reported with happened after the fact."`
	Schema          any    `json:"schema" jsonschema:"JSON Schema of the command."`
}

// Receipt is what a command recorded.
type Receipt struct {
	Seq      eventstore.Seq      `json:"seq" jsonschema:"The seq of the command's last event; 0 where nothing had to be recorded."`
	Stream   string              `json:"stream" jsonschema:"The stream that the command was decided on."`
	Revision eventstore.Revision `json:"revision" jsonschema:"The stream's revision after the command; -1 where it holds nothing."`
	Events   []ReceiptEvent      `json:"events" jsonschema:"The events recorded, in their order; none where nothing had to be recorded."`
}

// ReceiptEvent is one of the events of a receipt.
type ReceiptEvent struct {
	Seq  eventstore.Seq `json:"seq" jsonschema:"The event's ordinal in the ledger."`
	Type string         `json:"type" jsonschema:"The event's type."`
	ID   uuid.UUID      `json:"id" jsonschema:"The event's id."`
}

// Health is whether the server can do its work.
type Health struct {
	Status   string         `json:"status" jsonschema:"ready, or why not: starting, behind, failed, diverged, store or stopping."`
	Position eventstore.Seq `json:"position" jsonschema:"The seq up to which questions are answered."`
	Head     eventstore.Seq `json:"head" jsonschema:"The seq of the newest event."`
	Reason   string         `json:"reason,omitzero" jsonschema:"What is wrong, in a sentence."`
}
