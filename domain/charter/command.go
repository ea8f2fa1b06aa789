package charter

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// FoundLedger begins a ledger.
type FoundLedger struct {
	LedgerID  uuid.UUID `json:"ledgerId" jsonschema:"The ledger's id, a random UUID."`
	Origin    string    `json:"origin" jsonschema:"The name its checkpoints carry, without scheme, such as hubledger.invalid/1b4e28ba-2fa1-41d2-883f-0016d3cca427."`
	Synthetic bool      `json:"synthetic,omitzero" jsonschema:"True where nothing in the ledger is about the real world."`
}

// AdoptRules puts the next version of the rules in force.
type AdoptRules struct {
	Version domain.RulesVersion `json:"version" jsonschema:"The version of the rules, one more than that in force."`
}

// RecordImport records that the rows of a file were taken in.
type RecordImport struct {
	Kind string      `json:"kind" jsonschema:"What kind of file it is, such as pcn-workforce."`
	File string      `json:"file" jsonschema:"The file's base name, without folders."`
	Hash domain.Hash `json:"hash" jsonschema:"SHA-256 of the file's bytes, in base64url without padding."`
	Rows int         `json:"rows" jsonschema:"The number of data rows, without the header."`
}

// AcceptRollback goes on with a log that has lost acknowledged events.
type AcceptRollback struct {
	LostFrom domain.Seq `json:"lostFrom" jsonschema:"The seq of the first event that was lost."`
}

// RecordClockFault takes events out of the ledger's time.
type RecordClockFault struct {
	FromSeq domain.Seq `json:"fromSeq" jsonschema:"The seq of the first event recorded by a wrong clock."`
	ToSeq   domain.Seq `json:"toSeq" jsonschema:"The seq of the last event recorded by a wrong clock."`
}

// RecordAnomaly records what a check of the log or of a copy has found.
type RecordAnomaly struct {
	Kind string       `json:"kind" jsonschema:"What was found, in capital letters and underscores, such as HISTORY_REWRITTEN."`
	Seqs []domain.Seq `json:"seqs" jsonschema:"The seqs of the events concerned, ascending, at most 1000."`
}

// IntroduceSigningKey names a key before checkpoints are signed with it.
type IntroduceSigningKey struct {
	Name      string      `json:"name" jsonschema:"The key's name, equal to the ledger's origin."`
	PublicKey string      `json:"publicKey" jsonschema:"The verifier key as signed notes have it: name, plus sign, 8 hex digits, plus sign, base64 of 0x01 and the Ed25519 key."`
	From      domain.Date `json:"from" jsonschema:"The first day the key signs, YYYY-MM-DD."`
}

// IssueCheckpoint records a checkpoint before it is published.
type IssueCheckpoint struct {
	Size    int64       `json:"size" jsonschema:"The number of events the checkpoint covers."`
	Root    domain.Hash `json:"root" jsonschema:"The root of the tree over them, in base64url without padding."`
	MapRoot domain.Hash `json:"mapRoot,omitzero" jsonschema:"The root of the map, where one is kept."`
	// Previous makes the newest checkpoint a lock: who signs says which one
	// their tree was compared with, and is refused when another came between.
	Previous int64 `json:"previous" jsonschema:"The size of the newest checkpoint issued, which this one was compared with; 0 for the first."`
}

// SignOffReviewRow accepts the verdict of a row of the review of conflicts of
// interest.
type SignOffReviewRow struct {
	Decision uuid.UUID      `json:"decision" jsonschema:"The decision of the row."`
	Person   uuid.UUID      `json:"person" jsonschema:"The person of the row, by the random id."`
	Interest uuid.UUID      `json:"interest,omitzero" jsonschema:"The interest of the row, where it has one."`
	Verdict  domain.Verdict `json:"verdict" jsonschema:"The verdict that is signed off, such as MANAGED_UNVERIFIED."`
	Reason   string         `json:"reason" jsonschema:"Why the verdict is accepted, at most 500 characters, no names."`
}

// RespondToFinding says what is going to be done about a finding.
type RespondToFinding struct {
	Finding  string      `json:"finding" jsonschema:"The finding's id."`
	Response string      `json:"response" jsonschema:"What is going to be done, at most 500 characters, no names."`
	Owner    string      `json:"owner" jsonschema:"The role that answers for it, such as host finance director; no names."`
	DueOn    domain.Date `json:"dueOn" jsonschema:"The day it is to be done by, YYYY-MM-DD."`
}

// CommandName implements domain.CommandData.
func (FoundLedger) CommandName() string { return "found-ledger" }

// CommandName implements domain.CommandData.
func (AdoptRules) CommandName() string { return "adopt-rules" }

// CommandName implements domain.CommandData.
func (RecordImport) CommandName() string { return "record-import" }

// CommandName implements domain.CommandData.
func (AcceptRollback) CommandName() string { return "accept-rollback" }

// CommandName implements domain.CommandData.
func (RecordClockFault) CommandName() string { return "record-clock-fault" }

// CommandName implements domain.CommandData.
func (RecordAnomaly) CommandName() string { return "record-anomaly" }

// CommandName implements domain.CommandData.
func (IntroduceSigningKey) CommandName() string { return "introduce-signing-key" }

// CommandName implements domain.CommandData.
func (IssueCheckpoint) CommandName() string { return "issue-checkpoint" }

// CommandName implements domain.CommandData.
func (SignOffReviewRow) CommandName() string { return "sign-off-review-row" }

// CommandName implements domain.CommandData.
func (RespondToFinding) CommandName() string { return "respond-to-finding" }
