package census_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/census"
)

var noon = time.Date(2022, 1, 10, 12, 0, 0, 0, time.UTC)

// tester is what *testing.T and *rapid.T have in common.
type tester interface {
	Helper()
	Fatalf(format string, args ...any)
}

// scene plays commands against one ICB's workforce, each on a fork that is
// merged when its events are there, as the write path does.
type scene struct {
	tester
	state    *census.State
	events   []domain.Event
	commands int
	happened *domain.Happened
}

func newScene(t tester) *scene { return &scene{tester: t, state: census.New("QHL")} }

func (s *scene) decide(data domain.CommandData) (domain.Decision, error) {
	s.Helper()
	var fields domain.FieldErrors
	if data.Validate(&fields); len(fields.List) > 0 {
		s.Fatalf("%s is not valid: %v", data.CommandName(), fields.List)
	}
	s.commands++
	id := uuid.NewSHA1(uuid.NameSpaceOID, fmt.Append(nil, s.commands))
	return s.state.Decide(nil, domain.Command{ID: id, Data: data, Happened: s.happened}, noon, domain.CurrentRules)
}

// do is what a command that is not refused records.
func (s *scene) do(data domain.CommandData) []domain.Event {
	s.Helper()
	d, err := s.decide(data)
	if err != nil {
		s.Fatalf("%s: %v", data.CommandName(), err)
	}
	fork := s.state.Fork()
	var out []domain.Event
	for _, draft := range d.Drafts {
		fork.Evolve(domain.Recorded{Revision: int64(len(s.events)), Event: draft.Event})
		s.events = append(s.events, draft.Event)
		out = append(out, draft.Event)
	}
	fork.Merge()
	return out
}

// refused checks that a rule refuses a command, with a sentence that holds
// what the caller asks for.
func (s *scene) refused(rule domain.Rule, sentence string, data domain.CommandData) {
	s.Helper()
	_, err := s.decide(data)
	var r *domain.Refusal
	if !errors.As(err, &r) || r.Rule != rule || !strings.Contains(r.Sentence, sentence) {
		s.Fatalf("%s: got %v, want a refusal by %s that says %q", data.CommandName(), err, rule, sentence)
	}
}

func file(name string) domain.Hash { return sha256.Sum256([]byte(name)) }

func month(s string) domain.Census {
	c, err := domain.ParseCensus(s)
	if err != nil {
		panic(err)
	}
	return c
}

func fte(s string) domain.FTE {
	f, err := domain.ParseFTE(s)
	if err != nil {
		panic(err)
	}
	return f
}

// row is a row of a pharmacist.
func row(line int, f string) census.Row { return roleRow(line, "Pharmacist", f) }

func roleRow(line int, detailed, f string) census.Row {
	return census.Row{Row: line, Source: "NWRS Staff", StaffGroup: "Other Direct Patient Care staff",
		StaffRole: "Pharmacists", DetailedRole: detailed, FTE: fte(f)}
}

func record(c, name, pcn string, rows ...census.Row) census.RecordPCNCensus {
	return census.RecordPCNCensus{Census: month(c), PCN: pcn, FileHash: file(name), Rows: rows}
}

func closing(c, name string, records int, f string, pcns ...string) census.CloseCensus {
	return census.CloseCensus{Census: month(c), FileHash: file(name), ReportingPCNs: pcns, Records: records, FTE: fte(f)}
}

// brief is what happened, on one line an event: its kind, record by FTE, row.
func brief(events []domain.Event) string {
	var lines []string
	for _, e := range events {
		switch e := e.(type) {
		case domain.CensusRecordAppeared:
			lines = append(lines, fmt.Sprintf("appeared %s row %d", e.FTE, e.Row))
		case domain.CensusRecordChanged:
			lines = append(lines, fmt.Sprintf("changed %s to %s row %d", e.Was, e.FTE, e.Row))
		case domain.CensusRecordNoLongerSeen:
			lines = append(lines, fmt.Sprintf("ended %s", e.Was))
		case domain.CensusRecorded:
			lines = append(lines, fmt.Sprintf("recorded %s %s %d %s", e.Census, e.Status, e.Records, e.FTE))
		case domain.PCNClosed:
			lines = append(lines, "closed "+e.PCN)
		}
	}
	return strings.Join(lines, "; ")
}

func wantBrief(t *testing.T, got []domain.Event, want string) {
	t.Helper()
	if b := brief(got); b != want {
		t.Fatalf("got  %s\nwant %s", b, want)
	}
}
