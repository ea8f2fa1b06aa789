package charter

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"regexp"
	"strings"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

var (
	// An origin is a URL without scheme, port, query and fragment. Spaces and
	// plus signs can't be in the name of a key of a signed note.
	origin     = regexp.MustCompile(`^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(/[A-Za-z0-9._~-]+)*$`)
	ofRollback = regexp.MustCompile(`/r[0-9]+$`)
	importKind = regexp.MustCompile(`^[a-z][a-z0-9-]{1,39}$`)
	baseName   = regexp.MustCompile(`^[^/\\]+$`)
	anomaly    = regexp.MustCompile(`^[A-Z][A-Z_]{2,39}$`)
)

const (
	maxOrigin = 200
	maxSeqs   = 1000
)

// Validate implements domain.CommandData.
func (c FoundLedger) Validate(f *domain.FieldErrors) {
	f.Check(c.LedgerID != uuid.Nil, "/ledgerId", "is required, a random UUID")
	f.Check(len(c.Origin) <= maxOrigin && origin.MatchString(c.Origin), "/origin",
		"should be a host and a path without scheme, at most %d characters, such as hubledger.invalid/<ledger id>", maxOrigin)
	f.Check(!ofRollback.MatchString(c.Origin), "/origin", "should not end in /r and a number: such are the origins after a rollback")
}

// Validate implements domain.CommandData.
func (c AdoptRules) Validate(f *domain.FieldErrors) {
	f.Check(c.Version >= 1, "/version", "should be 1 or more")
}

// Validate implements domain.CommandData.
func (c RecordImport) Validate(f *domain.FieldErrors) {
	f.Check(importKind.MatchString(c.Kind), "/kind", "should be small letters, digits and hyphens, such as pcn-workforce")
	f.Check(baseName.MatchString(c.File) && c.File != "." && c.File != "..", "/file", "should be the file's base name, without folders")
	f.Text(c.File, "/file", 0, 200)
	f.Check(!c.Hash.IsZero(), "/hash", "is required, the SHA-256 of the file's bytes")
	f.Check(c.Rows >= 0, "/rows", "should be 0 or more")
}

// Validate implements domain.CommandData.
func (c AcceptRollback) Validate(f *domain.FieldErrors) {
	f.Check(c.LostFrom >= 2, "/lostFrom", "should be 2 or more: without its first event there is no ledger")
}

// Validate implements domain.CommandData.
func (c RecordClockFault) Validate(f *domain.FieldErrors) {
	f.Check(c.FromSeq >= 1, "/fromSeq", "should be 1 or more")
	f.Check(c.ToSeq >= c.FromSeq, "/toSeq", "should not be before fromSeq, %d", c.FromSeq)
}

// Validate implements domain.CommandData.
func (c RecordAnomaly) Validate(f *domain.FieldErrors) {
	f.Check(anomaly.MatchString(c.Kind), "/kind", "should be 3 to 40 capital letters and underscores, such as HISTORY_REWRITTEN")
	f.Check(len(c.Seqs) >= 1 && len(c.Seqs) <= maxSeqs, "/seqs", "has %d seqs; it should have 1 to %d", len(c.Seqs), maxSeqs)
	before := domain.Seq(0)
	for _, s := range c.Seqs {
		if s <= before {
			f.Add("/seqs", "should be ascending seqs from 1, each once; %d follows %d", s, before)
			return
		}
		before = s
	}
}

// Validate implements domain.CommandData.
func (c IntroduceSigningKey) Validate(f *domain.FieldErrors) {
	f.Text(c.Name, "/name", 1, maxOrigin+20)
	f.Check(verifierKey(c.Name, c.PublicKey), "/publicKey",
		"should be <name>+<8 hex digits>+<base64 of 0x01 and the 32 bytes of an Ed25519 key>, the digits being the start of SHA-256(name, line feed, those bytes)")
	f.Required(c.From, "/from")
}

// Validate implements domain.CommandData.
func (c IssueCheckpoint) Validate(f *domain.FieldErrors) {
	f.Check(c.Size >= 1, "/size", "should be 1 or more")
	f.Check(!c.Root.IsZero(), "/root", "is required, the root of the tree over the first %d events", c.Size)
	f.Check(c.Previous >= 0, "/previous", "should be 0 or more")
}

// Validate implements domain.CommandData.
func (c SignOffReviewRow) Validate(f *domain.FieldErrors) {
	f.Check(c.Decision != uuid.Nil, "/decision", "is required, the decision's id")
	f.Check(c.Person != uuid.Nil, "/person", "is required, the person's random id")
	f.Check(c.Verdict.Valid(), "/verdict", "should be one of %s", verdicts())
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c RespondToFinding) Validate(f *domain.FieldErrors) {
	f.Text(c.Finding, "/finding", 1, 200)
	f.Text(c.Response, "/response", 1, domain.MaxFreeText)
	f.Text(c.Owner, "/owner", 1, 100)
	f.Required(c.DueOn, "/dueOn")
}

func verdicts() string {
	all := make([]string, len(domain.Verdicts))
	for i, v := range domain.Verdicts {
		all[i] = string(v)
	}
	return strings.Join(all, ", ")
}

// verifierKey reports whether key is the verifier key of a name, as signed
// notes have it, for Ed25519 (signature type 1).
func verifierKey(name, key string) bool {
	rest, ok := strings.CutPrefix(key, name+"+")
	if !ok {
		return false
	}
	id, encoded, _ := strings.Cut(rest, "+")
	public, err := base64.StdEncoding.Strict().DecodeString(encoded)
	if err != nil || len(public) != 33 || public[0] != 1 || base64.StdEncoding.EncodeToString(public) != encoded {
		return false
	}
	sum := sha256.Sum256(append([]byte(name+"\n"), public...))
	want, err := hex.DecodeString(id)
	return err == nil && bytes.Equal(want, sum[:4]) && id == strings.ToLower(id)
}
