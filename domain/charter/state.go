package charter

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Stream is the name of the stream of what the ledger records about itself.
const Stream = "ledger"

// State is the aggregate of the stream "ledger". It implements
// domain.Aggregate.
type State struct {
	below *State // what this is a fork of; nil where it is none
	head  head

	imports   domain.Table[file, domain.ImportRecorded]
	faults    domain.Table[domain.ClockFaultRecorded, struct{}]
	anomalies domain.Table[string, struct{}]
	keys      domain.Table[string, domain.SigningKeyIntroduced] // by public key
	signOffs  domain.Table[row, domain.ReviewRowSignedOff]      // the newest
	responses domain.Table[string, domain.FindingResponded]     // the newest, by finding
}

// head is what is assigned as a whole.
type head struct {
	founded    domain.LedgerFounded
	rules      domain.RulesVersion
	rollback   domain.RollbackAccepted // the newest
	rollbacks  int
	checkpoint domain.CheckpointIssued // the newest
	signsFrom  domain.Date             // first day of a key of the origin in force; 0 where none is introduced
}

type file struct {
	kind string
	hash domain.Hash
}

type row struct{ decision, person, interest uuid.UUID }

// New is a ledger of which nothing is recorded.
func New() *State { return &State{} }

// Founded is how the ledger was founded, and false where it was not yet.
func (s *State) Founded() (domain.LedgerFounded, bool) {
	return s.head.founded, s.head.founded.LedgerID != uuid.Nil
}

// Rules is the version of the rules in force, 0 before the first is adopted.
func (s *State) Rules() domain.RulesVersion { return s.head.rules }

// Origin is the name that checkpoints carry now: that of the founding, with
// "/r1" behind it after the first rollback.
func (s *State) Origin() string {
	if s.head.rollbacks > 0 {
		return s.head.rollback.Origin
	}
	return s.head.founded.Origin
}

// Checkpoint is the newest one issued, and false where there is none.
func (s *State) Checkpoint() (domain.CheckpointIssued, bool) {
	return s.head.checkpoint, s.head.checkpoint.Size > 0
}

// nextOrigin is the origin after one more rollback.
func (s *State) nextOrigin() string {
	return fmt.Sprintf("%s/r%d", s.head.founded.Origin, s.head.rollbacks+1)
}

// Fork implements domain.Aggregate.
func (s *State) Fork() domain.Aggregate {
	return &State{
		below: s, head: s.head,
		imports: s.imports.Fork(), faults: s.faults.Fork(), anomalies: s.anomalies.Fork(),
		keys: s.keys.Fork(), signOffs: s.signOffs.Fork(), responses: s.responses.Fork(),
	}
}

// Merge implements domain.Aggregate.
func (s *State) Merge() {
	s.imports.Merge()
	s.faults.Merge()
	s.anomalies.Merge()
	s.keys.Merge()
	s.signOffs.Merge()
	s.responses.Merge()
	s.below.head = s.head
}

// Reads implements domain.Aggregate: the ledger decides about itself alone.
func (s *State) Reads(domain.Command) []string { return nil }

// View implements domain.Aggregate: no other stream's decision reads this one.
func (s *State) View(int64) any { return nil }
