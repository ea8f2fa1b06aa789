package domain

import (
	"slices"

	"github.com/google/uuid"
)

// The events of the stream "ledger": what the ledger records about itself.

// Seq is the ordinal of an event in the ledger's order, from 1. No event states
// its own; only what the ledger says about itself names those of others.
type Seq int64

// LedgerFounded is the first event of every ledger.
type LedgerFounded struct {
	LedgerID uuid.UUID `json:"ledgerId"`
	// Origin is the name that checkpoints carry, such as
	// "hubledger.invalid/1b4e28ba-2fa1-41d2-883f-0016d3cca427".
	Origin string `json:"origin"`
	// Synthetic says that nothing in this ledger is about the real world.
	Synthetic bool `json:"synthetic"`
}

// RulesAdopted says by which version of the rules decisions are taken from
// here on.
type RulesAdopted struct {
	Version RulesVersion `json:"version"`
}

// ImportRecorded says that the rows of a file were taken in.
type ImportRecorded struct {
	Kind string `json:"kind"` // such as "pcn-workforce"
	File string `json:"file"` // base name, without folders
	Hash Hash   `json:"hash"` // of the file's bytes
	Rows int    `json:"rows"` // data rows, without the header
}

// RollbackAccepted says that an operator goes on with a log whose events from
// LostFrom on were lost. It begins the next origin.
type RollbackAccepted struct {
	LostFrom Seq `json:"lostFrom"`
	// Origin is what checkpoints carry from here on: that of the founding with
	// "/r1" behind it, "/r2" after the second rollback.
	Origin string `json:"origin"`
}

// ClockFaultRecorded takes a range of events, both ends inclusive, out of the
// ledger's time: they were recorded by a clock that was wrong.
type ClockFaultRecorded struct {
	FromSeq Seq `json:"fromSeq"`
	ToSeq   Seq `json:"toSeq"`
}

// AnomalyRecorded is what only a check of the whole log, or a comparison with
// another copy of it, can find.
type AnomalyRecorded struct {
	Kind string `json:"kind"` // such as "HISTORY_REWRITTEN"
	Seqs []Seq  `json:"seqs"` // ascending
}

// SigningKeyIntroduced names a key that checkpoints are signed with.
type SigningKeyIntroduced struct {
	Name string `json:"name"` // equals the origin
	// PublicKey is a verifier key as signed notes have it:
	// <name>+<8 hex digits>+<base64 of 0x01 and the 32 bytes of Ed25519>.
	PublicKey string `json:"publicKey"`
	From      Date   `json:"from"`
}

// CheckpointIssued is a signed head of the tree over the first Size events.
type CheckpointIssued struct {
	Size    int64 `json:"size"`
	Root    Hash  `json:"root"`
	MapRoot Hash  `json:"mapRoot,omitzero"`
}

// ReviewRowSignedOff says that somebody has looked at one row of the review of
// conflicts of interest and accepts its verdict. It stands for that verdict
// only: a row whose verdict changes afterwards is open again.
type ReviewRowSignedOff struct {
	Decision uuid.UUID `json:"decision"`
	Person   uuid.UUID `json:"person"`
	Interest uuid.UUID `json:"interest,omitzero"`
	Verdict  Verdict   `json:"verdict"`
	Reason   string    `json:"reason"`
}

// FindingResponded is what is going to be done about a finding, who answers
// for it, and by when.
type FindingResponded struct {
	Finding  string `json:"finding"`
	Response string `json:"response"`
	Owner    string `json:"owner"` // a role, not a name
	DueOn    Date   `json:"dueOn"`
}

// CommandRefused is a command that a rule refused, as evidence. It stands in
// the stream "refusals-<stream>".
type CommandRefused struct {
	Command  uuid.UUID `json:"command"`
	Name     string    `json:"name"`
	Rule     Rule      `json:"rule"`
	Sentence string    `json:"sentence"`
}

// Verdict is what the review says of one person's interest in one decision.
type Verdict string

// The verdicts, in the order in which the first that matches applies.
const (
	VerdictSubsequent           Verdict = "SUBSEQUENT"
	VerdictHistoric             Verdict = "HISTORIC"
	VerdictClassInterest        Verdict = "CLASS_INTEREST"
	VerdictMitigationBreached   Verdict = "MITIGATION_BREACHED"
	VerdictFalseNil             Verdict = "FALSE_NIL"
	VerdictMinutedRecordedLate  Verdict = "MINUTED_RECORDED_LATE"
	VerdictUndeclaredAtDecision Verdict = "UNDECLARED_AT_DECISION"
	VerdictUnmanaged            Verdict = "UNMANAGED"
	VerdictManagedVerified      Verdict = "MANAGED_VERIFIED"
	VerdictManagedUnverified    Verdict = "MANAGED_UNVERIFIED"
)

// Verdicts are all of them, in that order.
var Verdicts = [...]Verdict{
	VerdictSubsequent, VerdictHistoric, VerdictClassInterest, VerdictMitigationBreached, VerdictFalseNil,
	VerdictMinutedRecordedLate, VerdictUndeclaredAtDecision, VerdictUnmanaged,
	VerdictManagedVerified, VerdictManagedUnverified,
}

// Valid reports whether v is one of the verdicts.
func (v Verdict) Valid() bool { return slices.Contains(Verdicts[:], v) }

func (LedgerFounded) EventType() string        { return "LedgerFounded" }
func (RulesAdopted) EventType() string         { return "RulesAdopted" }
func (ImportRecorded) EventType() string       { return "ImportRecorded" }
func (RollbackAccepted) EventType() string     { return "RollbackAccepted" }
func (ClockFaultRecorded) EventType() string   { return "ClockFaultRecorded" }
func (AnomalyRecorded) EventType() string      { return "AnomalyRecorded" }
func (SigningKeyIntroduced) EventType() string { return "SigningKeyIntroduced" }
func (CheckpointIssued) EventType() string     { return "CheckpointIssued" }
func (ReviewRowSignedOff) EventType() string   { return "ReviewRowSignedOff" }
func (FindingResponded) EventType() string     { return "FindingResponded" }
func (CommandRefused) EventType() string       { return "CommandRefused" }

func (LedgerFounded) isEvent()        {}
func (RulesAdopted) isEvent()         {}
func (ImportRecorded) isEvent()       {}
func (RollbackAccepted) isEvent()     {}
func (ClockFaultRecorded) isEvent()   {}
func (AnomalyRecorded) isEvent()      {}
func (SigningKeyIntroduced) isEvent() {}
func (CheckpointIssued) isEvent()     {}
func (ReviewRowSignedOff) isEvent()   {}
func (FindingResponded) isEvent()     {}
func (CommandRefused) isEvent()       {}
