package intake_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/census"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/intake"
)

// workforce makes a file of rows "ICB PCN role FTE", one a line.
func workforce(t testing.TB, name, census, rows string) *intake.WorkforceFile {
	t.Helper()
	year, month, _ := strings.Cut(census, "-")
	var b strings.Builder
	b.WriteString("Data_source,CENSUS_YEAR,CENSUS_MONTH,PCN_CODE,ICB_CODE,STAFF_GROUP,STAFF_ROLE,DETAILED_STAFF_ROLE,FTE\n")
	for _, row := range strings.Split(rows, ", ") {
		f := strings.Fields(row)
		fmt.Fprintf(&b, "NWRS Staff,%s,%s,%s,%s,group,role,%s,%s\n", year, strings.TrimPrefix(month, "0"), f[1], f[0], f[2], f[3])
	}
	w, err := intake.ParseWorkforce(name, []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func imported(t testing.TB, b *books, files ...*intake.WorkforceFile) []intake.Summary {
	t.Helper()
	s, err := b.importer().PCNWorkforce(context.Background(), files...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// standing are the records of an ICB, "PCN role FTE", sorted.
func standing(b *books, icb string) string {
	var out []string
	for _, p := range b.workforce(icb).PCNs() {
		for _, r := range b.workforce(icb).Records(p.Code) {
			out = append(out, fmt.Sprintf("%s %s %s", p.Code, r.DetailedRole, r.FTE))
		}
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func wantStanding(t *testing.T, b *books, icb, want string) {
	t.Helper()
	if got := standing(b, icb); got != want {
		t.Errorf("%s: got %s; want %s", icb, got, want)
	}
}

// Files are recorded in the order of their censuses, each row with its file
// and line, and a summary says what was done.
func TestImportWorkforce(t *testing.T) {
	b := newBooks()
	var told []string
	im := b.importer()
	im.Progress = func(done, total int, file string) { told = append(told, fmt.Sprint(done, "/", total, " ", file)) }
	march := workforce(t, "march.csv", "2020-03", "QHL U00001 a 1, QHL U00001 b 0.5, QUA U00002 a 0")
	june := workforce(t, "june.csv", "2020-06", "QHL U00001 a 1, QHL U00001 b 0.6")
	s, err := im.PCNWorkforce(context.Background(), june, march)
	if err != nil {
		t.Fatal(err)
	}
	wantStanding(t, b, "QHL", "U00001 a 1, U00001 b 0.6")
	wantStanding(t, b, "QUA", "U00002 a 0")
	if s[0].File != "march.csv" || s[0].Rows != 3 || s[0].PCNs != 2 || s[0].ICBs != 2 || s[0].Census != month(t, "2020-03") {
		t.Errorf("got %+v", s[0])
	}
	if got := fmt.Sprint(s[0].Events, s[1].Events); got != "map[CensusRecordAppeared:3 CensusRecorded:42 ImportRecorded:1] map[CensusRecordChanged:1 CensusRecorded:42 ImportRecorded:1]" {
		t.Errorf("got events %s", got)
	}
	if len(told) != 2+42+1+1+42+1 || told[0] != "1/45 march.csv" || told[44] != "45/45 march.csv" {
		t.Errorf("got progress %q", told)
	}
	plan, err := june.Plan(context.Background(), b, importer)
	if err != nil || plan.Commands[0].EffectiveOn != domain.MustDate("2020-06-30") {
		t.Errorf("got effective on %s and %v, want the day of the census", plan.Commands[0].EffectiveOn, err)
	}
	hub := b.book("workforce-QHL")
	want := []domain.Source{{FileHash: march.Hash, Row: 2}, {FileHash: march.Hash, Row: 3}, {FileHash: march.Hash}, {FileHash: june.Hash, Row: 3}, {FileHash: june.Hash}}
	for i, source := range hub.sources {
		if *source != want[i] {
			t.Errorf("event %d, %s: got source %v, want %v", i, hub.events[i].EventType(), *source, want[i])
		}
	}

	// All of England is closed, and who has no row has supplied nothing.
	closed := eventsOf[domain.CensusRecorded](b)
	if len(closed) != 2*42 {
		t.Errorf("got %d censuses of ICBs, want 84", len(closed))
	}
	for _, e := range closed {
		supplied := e.ICB == "QHL" || e.ICB == "QUA" && e.Census == month(t, "2020-03")
		if (e.Status == domain.CensusSupplied) != supplied {
			t.Errorf("%s of %s is %s", e.ICB, e.Census, e.Status)
		}
	}
	if n := len(s[1].Notes); n != 41 {
		t.Errorf("got %d notes on June, want one for each of 41 ICBs without rows", n)
	}

	// The same files again record nothing, in whatever order, and cost no refusal.
	again := imported(t, b, march, june)
	for _, s := range again {
		if s.Recorded() != 0 || s.Taken != 0 || s.Replayed+s.Nothing == 0 {
			t.Errorf("%s again: got %+v", s.File, s)
		}
	}
}

// A PCN that changed ICB ends in the one and appears in the other; where it
// only does not report, nothing ends.
func TestImportMoves(t *testing.T) {
	b := newBooks()
	imported(t, b,
		workforce(t, "f1", "2020-03", "QHL U00001 a 1, QHL U00002 a 1, QUA U00003 a 1"),
		workforce(t, "f2", "2020-06", "QHL U00002 a 1, QUA U00003 a 1"),
		workforce(t, "f3", "2020-09", "QUA U00001 a 1, QHL U00002 a 1"))
	wantStanding(t, b, "QHL", "U00002 a 1")
	wantStanding(t, b, "QUA", "U00001 a 1, U00003 a 1")
	ended := eventsOf[domain.CensusRecordNoLongerSeen](b)
	if len(ended) != 1 || ended[0].MovedTo != "QUA" || ended[0].Between.After != month(t, "2020-03") {
		t.Errorf("got ended %+v", ended)
	}

	// Another file of September has it where it was.
	imported(t, b, workforce(t, "f4", "2020-09", "QHL U00001 a 1, QHL U00002 a 1"))
	wantStanding(t, b, "QHL", "U00001 a 1, U00002 a 1")
	wantStanding(t, b, "QUA", "U00003 a 1")
	if _, err := b.importer().PCNWorkforce(context.Background(), workforce(t, "f5", "2020-12", "QHL U00001 a 1")); err != nil {
		t.Error(err)
	}
}

// A PCN with rows under two ICBs counts in both.
func TestImportPCNInTwoICBs(t *testing.T) {
	b := newBooks()
	s := imported(t, b, workforce(t, "f1", "2020-03", "QUA U00001 a 1, QHL U00001 a 1, QHL U00001 b 1"))
	imported(t, b, workforce(t, "f2", "2020-06", "QUA U00001 a 1, QHL U00001 a 1, QHL U00001 b 1"))
	wantStanding(t, b, "QHL", "U00001 a 1, U00001 b 1")
	wantStanding(t, b, "QUA", "U00001 a 1")
	if s[0].PCNs != 1 || !slices.Contains(s[0].Notes, "U00001 has rows under QHL and under QUA; each counts where it stands") {
		t.Errorf("got %d PCNs, notes %q", s[0].PCNs, s[0].Notes)
	}
}

// A restating file takes a PCN out of the census, and another one in.
func TestImportRestatement(t *testing.T) {
	b := newBooks()
	imported(t, b, workforce(t, "f1", "2020-03", "QHL U00001 a 1, QHL U00002 a 1"))
	imported(t, b, workforce(t, "f2", "2020-06", "QHL U00001 a 0.5, QHL U00002 b 1, QHL U00003 a 1"))
	imported(t, b, workforce(t, "f3", "2020-06", "QHL U00002 b 1, QHL U00004 a 1"))
	wantStanding(t, b, "QHL", "U00001 a 1, U00002 b 1, U00004 a 1")
	last, _ := b.workforce("QHL").Newest()
	if got := fmt.Sprint(last.ReportingPCNs, last.Records, last.FTE); got != "[U00002 U00004] 2 2" {
		t.Errorf("got %s", got)
	}
	if last.Restates.IsZero() {
		t.Error("the census names no file that it restates")
	}
}

// An import that broke off anywhere is taken up again by giving the file
// again, and ends as if it had not.
func TestImportBrokenOff(t *testing.T) {
	for name, files := range map[string][]*intake.WorkforceFile{
		"a PCN that moves": {
			workforce(t, "f1", "2020-03", "QHL U00001 a 1, QHL U00002 a 1, QUA U00003 a 1"),
			workforce(t, "f2", "2020-06", "QHL U00001 a 1, QUA U00002 a 1, QUA U00003 a 0.5"),
		},
		"an ICB that a restatement does not hold": {
			workforce(t, "f1", "2026-06", "A1B2C U00001 a 1, Z1B2C U00002 a 1"),
			workforce(t, "f2", "2026-06", "Z1B2C U00002 a 0.5"),
		},
	} {
		t.Run(name, func(t *testing.T) {
			all := func(b *books) error {
				for _, f := range files {
					if _, err := b.importer().PCNWorkforce(context.Background(), f); err != nil {
						return err
					}
				}
				return nil
			}
			whole := newBooks()
			if err := all(whole); err != nil {
				t.Fatal(err)
			}
			for n := 1; n < whole.given; n++ {
				b := newBooks()
				b.breakOff = n
				if err := all(b); !errors.Is(err, errBrokenOff) {
					t.Fatalf("broken off after %d: got %v", n, err)
				}
				b.breakOff = 0
				if err := all(b); err != nil {
					t.Fatalf("broken off after %d: %v", n, err)
				}
				for stream, want := range whole.streams {
					if got := fmt.Sprint(b.book(stream).events); got != fmt.Sprint(want.events) {
						t.Fatalf("broken off after %d: %s has\n%s\nwant\n%s", n, stream, got, fmt.Sprint(want.events))
					}
				}
			}
		})
	}
}

// An ICB that there is no geography of, and that a restating file does not
// hold, supplied nothing, and what the first file said of it is taken back.
func TestImportRestatementWithoutAnICB(t *testing.T) {
	b := newBooks()
	first := workforce(t, "f1", "2026-06", "A1B2C U00001 a 1, Z1B2C U00002 a 1")
	imported(t, b, first)
	imported(t, b, workforce(t, "f2", "2026-06", "Z1B2C U00002 a 0.5"))
	wantStanding(t, b, "A1B2C", "")
	if last, _ := b.workforce("A1B2C").Newest(); last.Status != domain.CensusNotSupplied || last.Restates != first.Hash {
		t.Errorf("got %+v, want nothing supplied, in the place of the first file", last)
	}
}

// A recorder that stops answering is a failure, not the end of the file.
func TestRecorderStopsAnswering(t *testing.T) {
	b := newBooks()
	im := b.importer()
	im.Recorder = silent{}
	if _, err := im.PCNWorkforce(context.Background(), workforce(t, "f1", "2020-03", "QHL U00001 a 1")); err == nil || !strings.Contains(err.Error(), "0 of 43 commands were answered") {
		t.Errorf("got %v", err)
	}
}

type silent struct{}

func (silent) Record(context.Context, iter.Seq[intake.Command]) iter.Seq2[intake.Answer, error] {
	return func(func(intake.Answer, error) bool) {}
}

// What the ledger could not take is said before anything is given.
func TestNothingIsGivenOfAWrongPlan(t *testing.T) {
	b := newBooks()
	_, err := b.importer().PCNWorkforce(context.Background(), workforce(t, "a\\name.csv", "2020-03", "QHL U00001 a 1"))
	if err == nil || !strings.Contains(err.Error(), "/file") || b.given > 0 {
		t.Errorf("got %v after %d commands", err, b.given)
	}
}

// A census that a rule refuses stops there, says where, and is not recorded as
// imported.
func TestImportRefused(t *testing.T) {
	b := newBooks()
	imported(t, b, workforce(t, "f2", "2020-06", "QHL U00001 a 1"))
	s, err := b.importer().PCNWorkforce(context.Background(), workforce(t, "f1", "2020-03", "QHL U00001 a 1"))
	var refused *intake.RefusedError
	if !errors.As(err, &refused) || refused.Refusal.Rule != census.RuleOrder || refused.File != "f1" {
		t.Fatalf("got %v, want a refusal by %s", err, census.RuleOrder)
	}
	if len(s) != 1 || len(s[0].Refused) != 1 || len(eventsOf[domain.ImportRecorded](b)) != 1 {
		t.Errorf("got %d refusals and %d imports", len(s[0].Refused), len(eventsOf[domain.ImportRecorded](b)))
	}
}

// Of two files of one census nobody knows which restates which.
func TestImportTwoFilesOfOneCensus(t *testing.T) {
	b := newBooks()
	_, err := b.importer().PCNWorkforce(context.Background(), workforce(t, "f1", "2020-03", "QHL U00001 a 1"), workforce(t, "f2", "2020-03", "QHL U00001 a 2"))
	if err == nil || !strings.Contains(err.Error(), "f1 and f2 are both of the census of 2020-03") || b.given > 0 {
		t.Errorf("got %v after %d commands", err, b.given)
	}
}

// After the geography that is known, the ICBs are those of the file and those
// whose records stand.
func TestImportOfLaterICBs(t *testing.T) {
	b := newBooks()
	f1 := workforce(t, "f1", "2026-03", "QHL U00001 a 1, QUA U00002 a 1")
	imported(t, b, f1)
	if n := len(eventsOf[domain.CensusRecorded](b)); n != 42 {
		t.Errorf("in March 2026 %d ICBs are closed, want 42", n)
	}
	imported(t, b, workforce(t, "f2", "2026-06", "A1B2C U00001 a 1"))
	var got []string
	for _, e := range eventsOf[domain.CensusRecorded](b) {
		if e.Census == month(t, "2026-06") {
			got = append(got, e.ICB+" "+string(e.Status))
		}
	}
	if fmt.Sprint(got) != "[A1B2C SUPPLIED QHL NOT_SUPPLIED QUA NOT_SUPPLIED]" {
		t.Errorf("got %v", got)
	}
	wantStanding(t, b, "QHL", "")
	imported(t, b, workforce(t, "f3", "2026-09", "A1B2C U00001 a 1"))
	if last, _ := b.workforce("QHL").Newest(); last.Census != month(t, "2026-06") {
		t.Errorf("QHL, without records, was closed at %s", last.Census)
	}
	// March again is not of an ICB that there was not then.
	if s := imported(t, b, f1)[0]; s.Recorded() > 0 {
		t.Errorf("March again recorded %v", s.Events)
	}
}

// What a whole year of practices makes, and that it is there once.
func TestImportPayments(t *testing.T) {
	b := newBooks()
	s, err := b.importer().GPPayments(context.Background(), smallPayments(t))
	if err != nil {
		t.Fatal(err)
	}
	if s.Rows != 4 || s.Practices != 4 || s.PCNs != 1 || s.SubICBs != 2 || s.ICBs != 2 {
		t.Errorf("got %+v", s)
	}
	if got := fmt.Sprint(s.Events); got != "map[HubRegistered:2 ImportRecorded:1 OrganisationClosed:2 OrganisationRegistered:10 OrganisationRelationshipRecorded:10 PatientListRecorded:4]" {
		t.Errorf("got %s", got)
	}
	again, err := b.importer().GPPayments(context.Background(), smallPayments(t))
	if err != nil || again.Recorded() != 0 || again.Replayed != 28+1 {
		t.Errorf("again: got %+v and %v", again, err)
	}
}

// A refused row of a year is told, the others are recorded, and the file is
// not recorded as imported.
func TestImportPaymentsRefused(t *testing.T) {
	b := newBooks()
	if _, err := b.decide(intake.Command{Stream: organisation.Stream, Command: domain.Command{ID: uuid.New(), Data: organisation.RegisterOrganisation{
		Org: "L83003", Name: "ANOTHER", Class: domain.ClassPractice, Opened: domain.MustDate("1980-01-01"),
	}}}); err != nil {
		t.Fatal(err)
	}
	s, err := b.importer().GPPayments(context.Background(), smallPayments(t))
	var refused *intake.RefusedError
	if !errors.As(err, &refused) || refused.Row != 5 || len(s.Refused) != 1 || !strings.Contains(err.Error(), "payments-2022-23.csv, line 5: register-organisation of organisations was refused by I-ORG-1: ") {
		t.Fatalf("got %v and %d refusals, want one of line 5", err, len(s.Refused))
	}
	if len(eventsOf[domain.HubRegistered](b)) != 2 || len(eventsOf[domain.ImportRecorded](b)) != 0 {
		t.Errorf("got %d hubs and %d imports", len(eventsOf[domain.HubRegistered](b)), len(eventsOf[domain.ImportRecorded](b)))
	}
}

// A command whose id is taken is counted, and is no failure: somebody else
// imported the file.
func TestImportByAnother(t *testing.T) {
	b := newBooks()
	f := workforce(t, "f1", "2020-03", "QHL U00001 a 1")
	imported(t, b, f)
	im := b.importer()
	im.Recorder, im.Actor = taken{b}, domain.Actor{Person: uuid.New(), Role: "auditor"}
	s, err := im.PCNWorkforce(context.Background(), f)
	if err != nil || s[0].Taken != 44 || s[0].Recorded() != 0 {
		t.Errorf("got %+v and %v", s, err)
	}
}
