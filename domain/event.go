package domain

import (
	"time"

	"github.com/google/uuid"
)

// Event is one of the closed set of events of the ledger: the types of this
// package that have an EventType. Its name is past tense and stable for ever.
type Event interface {
	EventType() string
	isEvent()
}

// Recorded is an event as a fold meets it. It states no Seq: what a stream's
// rules decide must not depend on other streams' order.
type Recorded struct {
	ID          uuid.UUID
	Revision    int64 // place in the stream, from 0
	RecordedAt  time.Time
	EffectiveOn Date // 0 where the command named none
	Actor       Actor
	Happened    *Happened
	Breaches    []Breach
	Event       Event
}

// Actor is who acts: a person by a random id, in a role, for somebody.
type Actor struct {
	Person     uuid.UUID `json:"person"`
	Role       string    `json:"role"`
	OnBehalfOf string    `json:"onBehalfOf,omitzero"`
}

// Evidence is a document by the SHA-256 of its bytes.
type Evidence struct {
	Hash  Hash   `json:"hash"`
	Kind  string `json:"kind"`
	Dated Date   `json:"dated,omitzero"`
}

// Happened says that a command reports what has happened in the world and can
// no longer be prevented, when, and what shows it.
type Happened struct {
	On       Date       `json:"on"`
	Evidence []Evidence `json:"evidence,omitempty"`
}

// Source is the row of a file that an event came from. Rows are lines of the
// file, the first is 1.
type Source struct {
	FileHash Hash `json:"fileHash"`
	Row      int  `json:"row"`
}
