package api

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Entry is an event by its envelope: when it was recorded, who acted, by what
// right, what shows it, and which rules it broke.
type Entry struct {
	Seq         eventstore.Seq      `json:"seq" jsonschema:"The seq of the event that says so."`
	RecordedAt  *eventstore.Instant `json:"recordedAt" jsonschema:"When it was recorded, UTC with microseconds."`
	EffectiveOn *domain.Date        `json:"effectiveOn" jsonschema:"The day it takes effect, where its command named one."`
	Actor       *domain.Actor       `json:"actor" jsonschema:"Who gave the command: a person by a random id, in a role, for somebody."`
	Authority   *string             `json:"authority" jsonschema:"By which authority, as the command says."`
	Evidence    []Evidence          `json:"evidence" jsonschema:"Documents that show it, by their hashes: papers, minutes."`
	Happened    *Happened           `json:"happened" jsonschema:"Where it reports what could no longer be prevented: when that was, and what shows it."`
	Breaches    []Breach            `json:"breaches" jsonschema:"The rules that it broke."`
}

// Evidence is a document by the SHA-256 of its bytes.
type Evidence struct {
	Hash  domain.Hash  `json:"hash" jsonschema:"SHA-256 of the document's bytes, base64url."`
	Kind  string       `json:"kind" jsonschema:"What kind of document it is."`
	Dated *domain.Date `json:"dated" jsonschema:"The document's date, where it is known."`
}

// Happened is when something happened in the world, and what shows it.
type Happened struct {
	On       domain.Date `json:"on" jsonschema:"The day it happened."`
	Evidence []Evidence  `json:"evidence" jsonschema:"What shows it."`
}

// Breach is a rule that an event broke.
type Breach struct {
	Seq      eventstore.Seq `json:"seq" jsonschema:"The seq of the event that broke it."`
	Rule     domain.Rule    `json:"rule" jsonschema:"Which rule; /problems/rules/{rule} says what it demands."`
	Sentence string         `json:"sentence" jsonschema:"What should have been true."`
}
