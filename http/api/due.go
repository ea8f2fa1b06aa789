package api

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Due is something that is due for a hub, or overdue.
type Due struct {
	Rule    string           `json:"rule" jsonschema:"What sort of thing is due, such as ENVIRONMENT_APPROVAL_ENDS."`
	Hub     domain.HubID     `json:"hub" jsonschema:"The hub it is due for."`
	ID      *uuid.UUID       `json:"id" jsonschema:"Id of what it is about: an environment, an action, a concern, a placement, a post, a support, a decision, a grant, a contract or an agreement, or of the person; null where it is about the hub itself."`
	What    string           `json:"what" jsonschema:"What is due, in a sentence."`
	On      *domain.Date     `json:"due" jsonschema:"The last day on which it is in time; null where no day is set."`
	Overdue int              `json:"overdueDays" jsonschema:"How many days it has been overdue on the day asked for; 0 where it is not, or no day is set."`
	Seqs    []eventstore.Seq `json:"seqs" jsonschema:"The seqs of the events that it rests on, in their order."`
}

// DueList is what is due for a hub.
type DueList struct {
	Items  []Due `json:"items" jsonschema:"What is due: what has no day first, then by day."`
	Within int   `json:"withinDays" jsonschema:"How far ahead was asked, in days."`
	Listed
}
