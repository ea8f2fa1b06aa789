package charter

import (
	"fmt"
	"slices"
	"time"

	"github.com/hubledger/hubledger/domain"
)

// Decide implements domain.Aggregate.
func (s *State) Decide(_ domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	k := domain.Check(c)
	if data, ok := c.Data.(FoundLedger); ok {
		return s.found(k, data)
	}
	_, founded := s.Founded()
	k.Must(RuleFounded, founded, "the ledger should be founded before anything else is recorded about it")
	switch data := c.Data.(type) {
	case AdoptRules:
		return s.adopt(k, data)
	case RecordImport:
		return s.imported(k, data)
	case AcceptRollback:
		return s.rollBack(k, data)
	case RecordClockFault:
		return s.clockFault(k, data)
	case RecordAnomaly:
		return s.anomaly(k, data)
	case IntroduceSigningKey:
		return s.introduce(k, data)
	case IssueCheckpoint:
		return s.issue(k, data, domain.BusinessDay(now))
	case SignOffReviewRow:
		return s.signOff(k, data, c.Actor)
	case RespondToFinding:
		return s.respond(k, data)
	}
	return domain.Decision{}, fmt.Errorf("the stream %s decides no %s", Stream, c.Data.CommandName())
}

func (s *State) found(k *domain.Checks, data FoundLedger) (domain.Decision, error) {
	e := domain.LedgerFounded(data)
	before, founded := s.Founded()
	if before == e {
		return k.Decide()
	}
	k.Must(RuleFounded, !founded, "the ledger is founded already, with id %s and origin %s", before.LedgerID, before.Origin)
	return k.Decide(e)
}

func (s *State) adopt(k *domain.Checks, data AdoptRules) (domain.Decision, error) {
	if data.Version == s.head.rules {
		return k.Decide()
	}
	k.Must(RuleVersion, data.Version == s.head.rules+1,
		"version %d of the rules is in force, so the next to adopt is %d, not %d", s.head.rules, s.head.rules+1, data.Version)
	k.Must(RuleVersion, data.Version <= domain.CurrentRules,
		"this program knows the rules up to version %d; a newer program should adopt version %d", domain.CurrentRules, data.Version)
	return k.Decide(domain.RulesAdopted(data))
}

func (s *State) imported(k *domain.Checks, data RecordImport) (domain.Decision, error) {
	before, again := s.imports.Get(file{data.Kind, data.Hash})
	k.Must(RuleImport, !again || before.Rows == data.Rows,
		"the file with this hash is recorded as %s with %d rows; it can't have %d", before.File, before.Rows, data.Rows)
	if again {
		return k.Decide()
	}
	return k.Decide(domain.ImportRecorded(data))
}

func (s *State) rollBack(k *domain.Checks, data AcceptRollback) (domain.Decision, error) {
	if data.LostFrom == s.head.rollback.LostFrom {
		return k.Decide()
	}
	k.Must(RuleRollback, data.LostFrom > s.head.rollback.LostFrom,
		"a rollback from event %d was accepted; what is lost now should lie beyond it, not begin at %d", s.head.rollback.LostFrom, data.LostFrom)
	k.Must(RuleRollback, int64(data.LostFrom) > s.head.checkpoint.Size,
		"the newest checkpoint in this log covers %d events, so they are not lost; lostFrom should be larger than %d", s.head.checkpoint.Size, s.head.checkpoint.Size)
	return k.Decide(domain.RollbackAccepted{LostFrom: data.LostFrom, Origin: s.nextOrigin()})
}

func (s *State) clockFault(k *domain.Checks, data RecordClockFault) (domain.Decision, error) {
	e := domain.ClockFaultRecorded(data)
	if _, again := s.faults.Get(e); again {
		return k.Decide()
	}
	return k.Decide(e)
}

func (s *State) anomaly(k *domain.Checks, data RecordAnomaly) (domain.Decision, error) {
	if _, again := s.anomalies.Get(anomalyKey(data.Kind, data.Seqs)); again {
		return k.Decide()
	}
	return k.Decide(domain.AnomalyRecorded{Kind: data.Kind, Seqs: slices.Clone(data.Seqs)})
}

func (s *State) introduce(k *domain.Checks, data IntroduceSigningKey) (domain.Decision, error) {
	e := domain.SigningKeyIntroduced(data)
	before, again := s.keys.Get(data.PublicKey)
	if again && before == e {
		return k.Decide()
	}
	k.Must(RuleKey, !again, "this key is introduced already, from %s", before.From)
	k.Must(RuleKey, data.Name == s.Origin(), "the key's name should be the origin in force, %s, not %s", s.Origin(), data.Name)
	return k.Decide(e)
}

func (s *State) issue(k *domain.Checks, data IssueCheckpoint, today domain.Date) (domain.Decision, error) {
	e := domain.CheckpointIssued{Size: data.Size, Root: data.Root, MapRoot: data.MapRoot}
	newest := s.head.checkpoint
	if e == newest {
		return k.Decide()
	}
	k.Must(RuleSigned, !s.head.signsFrom.IsZero(), "a signing key named %s should be introduced before the first checkpoint", s.Origin())
	k.Must(RuleSigned, s.head.signsFrom <= today, "the first key named %s signs from %s, and today is %s", s.Origin(), s.head.signsFrom, today)
	k.Must(RuleCheckpoint, data.Previous == newest.Size,
		"the newest checkpoint covers %d events; this one was compared with one of %d and should be compared with that", newest.Size, data.Previous)
	k.Must(RuleCheckpoint, data.Size > newest.Size, "a checkpoint of %d events is issued; the next should cover more, not %d", newest.Size, data.Size)
	return k.Decide(e)
}

func (s *State) signOff(k *domain.Checks, data SignOffReviewRow, by domain.Actor) (domain.Decision, error) {
	e := domain.ReviewRowSignedOff(data)
	if before, _ := s.signOffs.Get(row{e.Decision, e.Person, e.Interest}); before == e {
		return k.Decide()
	}
	k.Must(RuleSignOff, by.Person != data.Person, "the row is about an interest of %s and should be signed off by somebody else", data.Person)
	return k.Decide(e)
}

func (s *State) respond(k *domain.Checks, data RespondToFinding) (domain.Decision, error) {
	e := domain.FindingResponded(data)
	if before, _ := s.responses.Get(e.Finding); before == e {
		return k.Decide()
	}
	return k.Decide(e)
}
