package charter

import (
	"fmt"

	"github.com/hubledger/hubledger/domain"
)

// Evolve implements domain.Aggregate.
func (s *State) Evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.LedgerFounded:
		s.head.founded = e
	case domain.RulesAdopted:
		s.head.rules = e.Version
	case domain.ImportRecorded:
		s.imports.Set(file{e.Kind, e.Hash}, e)
	case domain.RollbackAccepted:
		s.head.rollback = e
		s.head.rollbacks++
		s.head.signsFrom = 0
	case domain.ClockFaultRecorded:
		s.faults.Set(e, struct{}{})
	case domain.AnomalyRecorded:
		s.anomalies.Set(anomalyKey(e.Kind, e.Seqs), struct{}{})
	case domain.SigningKeyIntroduced:
		s.keys.Set(e.PublicKey, e)
		if s.head.signsFrom.IsZero() || e.From < s.head.signsFrom {
			s.head.signsFrom = e.From
		}
	case domain.CheckpointIssued:
		s.head.checkpoint = e
	case domain.ReviewRowSignedOff:
		s.signOffs.Set(row{e.Decision, e.Person, e.Interest}, e)
	case domain.FindingResponded:
		s.responses.Set(e.Finding, e)
	default:
		panic(fmt.Sprintf("charter: %s in the stream %s", r.Event.EventType(), Stream))
	}
}

func anomalyKey(kind string, seqs []domain.Seq) string { return fmt.Sprint(kind, seqs) }
