package charter_test

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/charter"
	"github.com/hubledger/hubledger/domain/domaintest"
)

const origin = "hubledger.invalid/a"

var (
	id      = uuid.MustParse("1b4e28ba-2fa1-41d2-883f-0016d3cca427")
	other   = uuid.MustParse("7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d")
	founded = domain.LedgerFounded{LedgerID: id, Origin: origin}
	root    = domain.Hash{1}
	key     = domain.SigningKeyIntroduced{Name: origin, PublicKey: verifierKey(origin, 7), From: 20240401}
	imp     = domain.ImportRecorded{Kind: "pcn-workforce", File: "2021-09.csv", Hash: domain.Hash{2}, Rows: 10730}
)

// verifierKey is the verifier key of an Ed25519 key of one repeated byte.
func verifierKey(name string, b byte) string {
	public := append([]byte{1}, []byte(strings.Repeat(string(rune(b)), 32))...)
	sum := sha256.Sum256(append([]byte(name+"\n"), public...))
	return fmt.Sprintf("%s+%x+%s", name, sum[:4], base64.StdEncoding.EncodeToString(public))
}

func given(events ...domain.Event) []domain.Event {
	return append([]domain.Event{founded}, events...)
}

func TestDecide(t *testing.T) {
	issued := domain.CheckpointIssued{Size: 10, Root: root}
	rolledBack := domain.RollbackAccepted{LostFrom: 20, Origin: origin + "/r1"}
	key1 := domain.SigningKeyIntroduced{Name: origin + "/r1", PublicKey: verifierKey(origin+"/r1", 7), From: 20240402}
	fault := domain.ClockFaultRecorded{FromSeq: 7, ToSeq: 9}
	found := domain.AnomalyRecorded{Kind: "HISTORY_REWRITTEN", Seqs: []domain.Seq{3, 4}}
	signedOff := domain.ReviewRowSignedOff{Decision: id, Person: other, Verdict: domain.VerdictUnmanaged, Reason: "discussed"}
	response := domain.FindingResponded{Finding: "coi:1", Response: "policy renewed", Owner: "host finance director", DueOn: 20240930}

	domaintest.Run(t, func() domain.Aggregate { return charter.New() }, nil, charter.Rules, []domaintest.Case{
		{
			Name: "a ledger is founded",
			When: charter.FoundLedger(founded), Then: []domain.Event{founded},
		},
		{
			Name: "a ledger is founded once", Given: given(),
			When: charter.FoundLedger{LedgerID: other, Origin: origin}, Refused: "I-LOG-1",
		},
		{
			Name: "synthetic is part of the founding", Given: given(),
			When: charter.FoundLedger{LedgerID: id, Origin: origin, Synthetic: true}, Refused: "I-LOG-1",
		},
		{
			Name: "nothing comes before the founding",
			When: charter.AdoptRules{Version: 1}, Refused: "I-LOG-1",
		},
		{
			Name: "no anomaly comes before the founding",
			When: charter.RecordAnomaly(found), Refused: "I-LOG-1",
		},
		{
			Name: "the first rules are version 1", Given: given(),
			When: charter.AdoptRules{Version: 1}, Then: []domain.Event{domain.RulesAdopted{Version: 1}},
		},
		{
			Name: "no version is left out", Given: given(),
			When: charter.AdoptRules{Version: 2}, Refused: "I-LOG-2",
		},
		{
			Name: "a version this program does not know is not adopted", Given: given(domain.RulesAdopted{Version: domain.CurrentRules}),
			When: charter.AdoptRules{Version: domain.CurrentRules + 1}, Refused: "I-LOG-2",
		},
		{
			Name: "rules do not go back", Given: given(domain.RulesAdopted{Version: 2}),
			When: charter.AdoptRules{Version: 1}, Refused: "I-LOG-2",
		},
		{
			Name: "an import is recorded", Given: given(),
			When: charter.RecordImport(imp), Then: []domain.Event{imp},
		},
		{
			Name: "the same file under another name is imported already", Given: given(imp),
			When: charter.RecordImport{Kind: imp.Kind, File: "copy.csv", Hash: imp.Hash, Rows: imp.Rows},
		},
		{
			Name: "the same bytes as another kind of file are another import", Given: given(imp),
			When: charter.RecordImport{Kind: "commands", File: imp.File, Hash: imp.Hash, Rows: 3},
			Then: []domain.Event{domain.ImportRecorded{Kind: "commands", File: imp.File, Hash: imp.Hash, Rows: 3}},
		},
		{
			Name: "a file has one number of rows", Given: given(imp),
			When: charter.RecordImport{Kind: imp.Kind, File: imp.File, Hash: imp.Hash, Rows: 10731}, Refused: "I-LOG-3",
		},
		{
			Name: "a rollback is accepted and begins the next origin", Given: given(key, issued),
			When: charter.AcceptRollback{LostFrom: 20}, Then: []domain.Event{rolledBack},
		},
		{
			Name: "a second rollback begins the one after", Given: given(rolledBack),
			When: charter.AcceptRollback{LostFrom: 21}, Then: []domain.Event{domain.RollbackAccepted{LostFrom: 21, Origin: origin + "/r2"}},
		},
		{
			Name: "what a rollback lost lies beyond what earlier ones lost", Given: given(rolledBack),
			When: charter.AcceptRollback{LostFrom: 19}, Refused: "I-LOG-4",
		},
		{
			Name: "what a checkpoint in the log covers is not lost", Given: given(key, issued),
			When: charter.AcceptRollback{LostFrom: 10}, Refused: "I-LOG-4",
		},
		{
			Name: "what follows the newest checkpoint may be lost", Given: given(key, issued),
			When: charter.AcceptRollback{LostFrom: 11}, Then: []domain.Event{domain.RollbackAccepted{LostFrom: 11, Origin: origin + "/r1"}},
		},
		{
			Name: "a clock fault is recorded", Given: given(),
			When: charter.RecordClockFault(fault), Then: []domain.Event{fault},
		},
		{
			Name: "another clock fault may overlap", Given: given(fault),
			When: charter.RecordClockFault{FromSeq: 7, ToSeq: 10}, Then: []domain.Event{domain.ClockFaultRecorded{FromSeq: 7, ToSeq: 10}},
		},
		{
			Name: "an anomaly is recorded", Given: given(),
			When: charter.RecordAnomaly(found), Then: []domain.Event{found},
		},
		{
			Name: "an anomaly of other events is another", Given: given(found),
			When: charter.RecordAnomaly{Kind: found.Kind, Seqs: []domain.Seq{34}},
			Then: []domain.Event{domain.AnomalyRecorded{Kind: found.Kind, Seqs: []domain.Seq{34}}},
		},
		{
			Name: "a key is introduced", Given: given(),
			When: charter.IntroduceSigningKey(key), Then: []domain.Event{key},
		},
		{
			Name: "a key bears the name of the origin", Given: given(),
			When: charter.IntroduceSigningKey{Name: "elsewhere.invalid", PublicKey: verifierKey("elsewhere.invalid", 7), From: 20240401}, Refused: "I-LOG-5",
		},
		{
			Name: "a key is introduced once", Given: given(key),
			When: charter.IntroduceSigningKey{Name: key.Name, PublicKey: key.PublicKey, From: 20240501}, Refused: "I-LOG-5",
		},
		{
			Name: "after a rollback a key bears the new origin", Given: given(key, rolledBack),
			When: charter.IntroduceSigningKey(key1), Then: []domain.Event{key1},
		},
		{
			Name: "after a rollback the old origin has no new keys", Given: given(rolledBack),
			When: charter.IntroduceSigningKey(key), Refused: "I-LOG-5",
		},
		{
			Name: "a checkpoint is issued", Given: given(key),
			When: charter.IssueCheckpoint{Size: 10, Root: root}, Then: []domain.Event{issued},
		},
		{
			Name: "no checkpoint is issued without a key", Given: given(),
			When: charter.IssueCheckpoint{Size: 10, Root: root}, Refused: "I-LOG-6",
		},
		{
			Name: "no checkpoint is issued before the key's first day", Given: given(key), Today: 20240331,
			When: charter.IssueCheckpoint{Size: 10, Root: root}, Refused: "I-LOG-6",
		},
		{
			Name: "a second key that begins later does not stop the first", Today: 20240401,
			Given: given(key, domain.SigningKeyIntroduced{Name: origin, PublicKey: verifierKey(origin, 8), From: 20250101}),
			When:  charter.IssueCheckpoint{Size: 10, Root: root}, Then: []domain.Event{issued},
		},
		{
			Name: "after a rollback a key of the new origin is needed", Given: given(key, issued, rolledBack),
			When: charter.IssueCheckpoint{Size: 20, Root: root, Previous: 10}, Refused: "I-LOG-6",
		},
		{
			Name: "with it checkpoints go on", Given: given(key, issued, rolledBack, key1),
			When: charter.IssueCheckpoint{Size: 20, Root: root, Previous: 10}, Then: []domain.Event{domain.CheckpointIssued{Size: 20, Root: root}},
		},
		{
			Name: "a checkpoint is compared with the newest one", Given: given(key, issued),
			When: charter.IssueCheckpoint{Size: 12, Root: root}, Refused: "I-LOG-7",
		},
		{
			Name: "a checkpoint grows", Given: given(key, issued),
			When: charter.IssueCheckpoint{Size: 10, Root: domain.Hash{9}, Previous: 10}, Refused: "I-LOG-7",
		},
		{
			Name: "a row of the review is signed off", Given: given(),
			When: charter.SignOffReviewRow(signedOff), By: id, Then: []domain.Event{signedOff},
		},
		{
			Name: "nobody signs off their own row", Given: given(),
			When: charter.SignOffReviewRow(signedOff), By: other, Refused: "I-LOG-8",
		},
		{
			Name: "another verdict is signed off anew", Given: given(signedOff),
			When: charter.SignOffReviewRow{Decision: id, Person: other, Verdict: domain.VerdictManagedVerified, Reason: "discussed"}, By: id,
			Then: []domain.Event{domain.ReviewRowSignedOff{Decision: id, Person: other, Verdict: domain.VerdictManagedVerified, Reason: "discussed"}},
		},
		{
			Name: "a finding is responded to", Given: given(),
			When: charter.RespondToFinding(response), Then: []domain.Event{response},
		},
		{
			Name: "a response may be replaced", Given: given(response),
			When: charter.RespondToFinding{Finding: "coi:1", Response: "policy renewed", Owner: "hub manager", DueOn: 20240930},
			Then: []domain.Event{domain.FindingResponded{Finding: "coi:1", Response: "policy renewed", Owner: "hub manager", DueOn: 20240930}},
		},
	})
}

func TestState(t *testing.T) {
	s := charter.New()
	if _, ok := s.Founded(); ok || s.Rules() != 0 || s.Origin() != "" {
		t.Errorf("before the founding: got %v, rules %d, origin %q", ok, s.Rules(), s.Origin())
	}
	for i, e := range given(domain.RulesAdopted{Version: 1}, key, domain.CheckpointIssued{Size: 10, Root: root}) {
		s.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	if got, ok := s.Founded(); !ok || got != founded {
		t.Errorf("founded: got %+v, %v", got, ok)
	}
	if got, ok := s.Checkpoint(); !ok || got.Size != 10 || s.Rules() != 1 || s.Origin() != origin {
		t.Errorf("got checkpoint %+v, rules %d, origin %s", got, s.Rules(), s.Origin())
	}
	s.Evolve(domain.Recorded{Revision: 4, Event: domain.RollbackAccepted{LostFrom: 20, Origin: origin + "/r1"}})
	if s.Origin() != origin+"/r1" {
		t.Errorf("after a rollback: got origin %s", s.Origin())
	}
	if d, err := s.Decide(nil, domain.Command{Data: foreign{}}, time.Now(), 1); err == nil {
		t.Errorf("a command of another room should not be decided, got %+v", d)
	}
}

// foreign is a command of another room.
type foreign struct{}

func (foreign) CommandName() string          { return "do-something-else" }
func (foreign) Validate(*domain.FieldErrors) {}

func TestFields(t *testing.T) {
	domaintest.Fields(t, charter.FoundLedger{}, "/ledgerId", "/origin")
	for _, bad := range []string{
		"https://hubledger.invalid/a", "a b.invalid", "a+b.invalid", "a.invalid/", "/a", "A.invalid", "a.invalid/r1", "a.invalid?x",
		strings.Repeat("a", 201),
	} {
		domaintest.Fields(t, charter.FoundLedger{LedgerID: id, Origin: bad}, "/origin")
	}
	domaintest.Fields(t, charter.FoundLedger{LedgerID: id, Origin: "hubledger.invalid/" + id.String()})
	domaintest.Fields(t, charter.AdoptRules{}, "/version")
	domaintest.Fields(t, charter.RecordImport{Rows: -1}, "/kind", "/file", "/hash", "/rows")
	for _, bad := range []string{"a/b.csv", `a\b.csv`, "..", strings.Repeat("a", 201)} {
		domaintest.Fields(t, charter.RecordImport{Kind: "commands", File: bad, Hash: root}, "/file")
	}
	domaintest.Fields(t, charter.AcceptRollback{LostFrom: 1}, "/lostFrom")
	domaintest.Fields(t, charter.RecordClockFault{}, "/fromSeq")
	domaintest.Fields(t, charter.RecordClockFault{FromSeq: 5, ToSeq: 4}, "/toSeq")
	domaintest.Fields(t, charter.RecordClockFault{FromSeq: 5, ToSeq: 5})
	domaintest.Fields(t, charter.RecordAnomaly{}, "/kind", "/seqs")
	domaintest.Fields(t, charter.RecordAnomaly{Kind: "ABC", Seqs: []domain.Seq{0}}, "/seqs")
	domaintest.Fields(t, charter.RecordAnomaly{Kind: "ABC", Seqs: []domain.Seq{2, 2}}, "/seqs")
	domaintest.Fields(t, charter.RecordAnomaly{Kind: "ABC", Seqs: make([]domain.Seq, 1001)}, "/seqs", "/seqs")
	domaintest.Fields(t, charter.IntroduceSigningKey{}, "/name", "/publicKey", "/from")
	for _, bad := range []string{
		verifierKey("b.invalid", 7), strings.Replace(key.PublicKey, "+", "+0", 1), key.PublicKey + "A", key.PublicKey[:len(key.PublicKey)-4],
		origin + "+00000000+" + key.PublicKey[len(key.PublicKey)-44:], key.PublicKey + "\n", strings.ToUpper(key.PublicKey),
	} {
		domaintest.Fields(t, charter.IntroduceSigningKey{Name: origin, PublicKey: bad, From: 20240401}, "/publicKey")
	}
	// A key of the world: that of the Go checksum database.
	domaintest.Fields(t, charter.IntroduceSigningKey{
		Name: "sum.golang.org", PublicKey: "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8", From: 20240401,
	})
	domaintest.Fields(t, charter.IssueCheckpoint{Previous: -1}, "/size", "/root", "/previous")
	domaintest.Fields(t, charter.SignOffReviewRow{}, "/decision", "/person", "/verdict", "/reason")
	domaintest.Fields(t, charter.RespondToFinding{}, "/finding", "/response", "/owner", "/dueOn")
}
