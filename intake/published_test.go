package intake_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/census"
	"github.com/hubledger/hubledger/domain/reference"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/intake"
)

// published is a published file of the data beside the repository, or where
// HUBLEDGER_DATA says.
func published(t testing.TB, name string) []byte {
	t.Helper()
	dir := os.Getenv("HUBLEDGER_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "data")
	}
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Skipf("skipped without the published data: %v; set HUBLEDGER_DATA to the folder with it", err)
	}
	return b
}

func publishedWorkforce(t testing.TB, census string) *intake.WorkforceFile {
	t.Helper()
	f, err := intake.ParseWorkforce(census+".csv", published(t, filepath.Join("pcn-workforce", census+".csv")))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

var censuses = []struct {
	census                            string
	rows, pcns, icbs                  int
	zero, negative, above, contracted int
}{
	{"2020-03", 534, 188, 39, 10, 0, 8, 31},
	{"2020-06", 2044, 497, 42, 0, 0, 35, 118},
	{"2020-09", 3159, 632, 42, 0, 0, 51, 193},
	{"2021-03", 7371, 855, 42, 0, 0, 103, 455},
	{"2021-09", 10730, 984, 42, 0, 2, 178, 1113},
}

// After each of five published censuses, what stands of every PCN that
// reported is the file's, by role and FTE exactly; what stands of a PCN that
// did not is what it last reported; and each ICB's sums are the file's.
func TestPublishedCensuses(t *testing.T) {
	b, last := newBooks(), map[string][]string{}
	for _, c := range censuses {
		f := publishedWorkforce(t, c.census)
		if f.Rows != c.rows || f.PCNs() != c.pcns || len(f.Areas) != c.icbs {
			t.Errorf("%s: got %d rows of %d PCNs in %d ICBs, want %d, %d, %d", c.census, f.Rows, f.PCNs(), len(f.Areas), c.rows, c.pcns, c.icbs)
		}
		s := imported(t, b, f)[0]
		t.Logf("%s: %v, %d had nothing to record", c.census, s.Events, s.Nothing)
		home := map[string]string{}
		for icb, pcns := range f.Areas {
			sum, records := domain.FTE(0), 0
			for pcn, rows := range pcns {
				last[icb+" "+pcn], home[pcn] = said(rows), icb
				for _, r := range rows {
					sum += r.FTE
					records++
				}
			}
			e, _ := b.workforce(icb).Newest()
			if e.Census != f.Census || e.Records != records || e.FTE != sum || len(e.ReportingPCNs) != len(pcns) {
				t.Errorf("%s of %s: got %d records and %s FTE of %d PCNs, want %d, %s, %d", c.census, icb, e.Records, e.FTE, len(e.ReportingPCNs), records, sum, len(pcns))
			}
		}
		for key := range last {
			icb, pcn, _ := strings.Cut(key, " ")
			if to, reports := home[pcn]; reports && to != icb { // it moved
				last[key] = nil
			}
		}
		total := 0
		for _, icb := range reference.ICBs2022().ICBs() {
			for _, p := range b.workforce(icb.Code).PCNs() {
				var got []string
				for _, r := range b.workforce(icb.Code).Records(p.Code) {
					got = append(got, role(r.CensusRole, r.FTE))
				}
				slices.Sort(got)
				if want := last[icb.Code+" "+p.Code]; !slices.Equal(got, want) {
					t.Fatalf("%s: %s of %s has %q, want %q", c.census, p.Code, icb.Code, got, want)
				}
				total += len(got)
			}
		}
		want := 0
		for _, records := range last {
			want += len(records)
		}
		if total != want {
			t.Errorf("%s: %d records stand, want %d", c.census, total, want)
		}
	}
	if n := len(eventsOf[domain.CensusRecorded](b)); n != 5*42 {
		t.Errorf("got %d censuses of ICBs, want 210", n)
	}
	checkMerger(t, b)
	checkFlags(t, b)
	checkSizes(t, b)
}

// said is what rows say, sorted.
func said(rows []census.Row) []string {
	var out []string
	for _, r := range rows {
		out = append(out, role(r.Role(), r.FTE))
	}
	slices.Sort(out)
	return out
}

func role(r domain.CensusRole, f domain.FTE) string {
	return strings.Join([]string{r.StaffGroup, r.StaffRole, r.DetailedRole, r.Source, f.String()}, "|")
}

// North Solihull South and North, U19037 and U27032, are absent when U93165
// appears: their records stand, neither ended nor counted, until somebody says
// that they closed.
func checkMerger(t *testing.T, b *books) {
	t.Helper()
	const want = "U19037 2021-03 11, U27032 2021-03 11, U54229 2021-03 3"
	if got := absent(b.workforce("QHL")); got != want {
		t.Errorf("absent in September 2021 are %s, want %s", got, want)
	}
	if len(b.workforce("QHL").Records("U93165")) == 0 {
		t.Error("U93165 does not report")
	}
	for i, pcn := range []string{"U19037", "U27032"} {
		a, err := b.decide(intake.Command{Stream: census.Stream("QHL"), Command: domain.Command{ID: uuid.UUID{byte(i)}, Data: census.ClosePCN{
			PCN: pcn, On: domain.MustDate("2021-06-30"), Successors: []string{"U93165"},
		}}})
		if err != nil || a.Refusal != nil || len(a.Events) != 1+11 {
			t.Fatalf("%s closes: got %v and %v, want its closure and the end of 11 records", pcn, a, err)
		}
	}
	if got := absent(b.workforce("QHL")); got != "U54229 2021-03 3" {
		t.Errorf("after two closures absent are %s, want U54229 alone", got)
	}
}

// absent are the PCNs with records that did not report last, since when, and
// with how many records.
func absent(s *census.State) string {
	newest, _ := s.Newest()
	var out []string
	for _, p := range s.PCNs() {
		if !slices.Contains(newest.ReportingPCNs, p.Code) && p.Records > 0 {
			out = append(out, fmt.Sprintf("%s %s %d", p.Code, p.Census, p.Records))
		}
	}
	return strings.Join(out, ", ")
}

// Rows that are nobody's whole post are there, each with its flag.
func checkFlags(t *testing.T, b *books) {
	t.Helper()
	flagged := map[domain.Census]map[domain.RecordFlag]int{}
	count := func(c domain.Census, flags []domain.RecordFlag) {
		if flagged[c] == nil {
			flagged[c] = map[domain.RecordFlag]int{}
		}
		for _, f := range flags {
			flagged[c][f]++
		}
	}
	var negative []string
	for _, e := range eventsOf[domain.CensusRecordAppeared](b) {
		count(e.Census, e.Flags)
		if e.FTE < 0 {
			negative = append(negative, fmt.Sprintf("%s line %d", e.FTE, e.Row))
		}
	}
	for _, e := range eventsOf[domain.CensusRecordChanged](b) {
		count(e.Census, e.Flags)
		if e.FTE < 0 {
			negative = append(negative, fmt.Sprintf("%s line %d", e.FTE, e.Row))
		}
	}
	slices.Sort(negative)
	if got := fmt.Sprint(negative); got != "[-0.026666667 line 10226 -0.026666667 line 1674]" {
		t.Errorf("got negative rows %s", got)
	}
	first := flagged[month(t, "2020-03")] // of which every row appeared
	if first[domain.ZeroFTE] != 10 || first[domain.AboveOneFTE] != 8 || first[domain.ContractedService] != 31 {
		t.Errorf("got flags %v in March 2020, want 10 zero, 8 above one, 31 contracted", first)
	}
}

// checkSizes holds the mean of an event's data below what the ledger's stores
// are measured with.
func checkSizes(t *testing.T, b *books) {
	t.Helper()
	bytes, n := 0, 0
	for stream, k := range b.streams {
		if !strings.HasPrefix(stream, "workforce-") {
			continue
		}
		for _, e := range k.events {
			_, data, err := wire.EncodeEvent(e)
			if err != nil {
				t.Fatal(err)
			}
			bytes += len(data)
			n++
		}
	}
	t.Logf("%d events, %d bytes of data each", n, bytes/n)
	if bytes/n > 350 {
		t.Errorf("the data of an event has %d bytes, want at most 350", bytes/n)
	}
}

// What every file holds of rows that are easily taken for something else.
func TestPublishedFlags(t *testing.T) {
	for _, c := range censuses {
		counts := map[domain.RecordFlag]int{}
		for _, pcns := range publishedWorkforce(t, c.census).Areas {
			for _, rows := range pcns {
				for _, r := range rows {
					for _, f := range census.Flags(r.Source, r.FTE) {
						counts[f]++
					}
				}
			}
		}
		if counts[domain.ZeroFTE] != c.zero || counts[domain.NegativeFTE] != c.negative || counts[domain.AboveOneFTE] != c.above || counts[domain.ContractedService] != c.contracted {
			t.Errorf("%s: got %v, want %+v", c.census, counts, c)
		}
	}
}

// The five files given a second time record nothing, and are not refused.
func TestPublishedCensusesAgain(t *testing.T) {
	b := newBooks()
	var files []*intake.WorkforceFile
	for _, c := range censuses {
		files = append(files, publishedWorkforce(t, c.census))
	}
	imported(t, b, files...)
	for _, s := range imported(t, b, files...) {
		if s.Recorded() != 0 {
			t.Errorf("%s again: got %v", s.File, s.Events)
		}
	}
}

// What the practices of 2022/23 make of the register of organisations.
func TestPublishedPayments(t *testing.T) {
	f, err := intake.ParsePayments("gp-payments-2022-23.csv", published(t, "gp-payments-2022-23.csv"), 0)
	if err != nil {
		t.Fatal(err)
	}
	b := newBooks()
	s, err := b.importer().GPPayments(context.Background(), f)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%v, %d had nothing to record", s.Events, s.Nothing)
	for _, n := range s.Notes {
		t.Log(n)
	}
	if s.Practices != 6669 || s.PCNs != 1272 || s.SubICBs != 106 || s.ICBs != 42 {
		t.Errorf("got %d practices, %d PCNs, %d sub-ICBs, %d ICBs; want 6669, 1272, 106, 42", s.Practices, s.PCNs, s.SubICBs, s.ICBs)
	}
	if got := fmt.Sprint(s.Events); got != "map[HubRegistered:42 ImportRecorded:1 OrganisationClosed:176 OrganisationRegistered:8096 OrganisationRelationshipRecorded:14390 PatientListRecorded:6669]" {
		t.Errorf("got %s", got)
	}
	left := map[string]int{}
	for _, l := range s.LeftOut {
		left[l.Reason] = len(l.Rows)
	}
	if left["the practice had closed before the year began, so it is not linked to the PCN it names"] != 55 ||
		left["the practice had closed before there were ICBs, so it is not commissioned by the sub-ICB location it names"] != 135 ||
		left["the practice names no PCN, so it is linked to none"] != 178 || len(left) != 3 {
		t.Errorf("got left out %v, want 55 closed before the year, 135 before there were ICBs, and 178 without PCN", left)
	}
	var total, unknown domain.Patients
	with := map[string]bool{}
	for _, p := range f.Practices {
		total += p.Registered
		if p.PCN == "" {
			unknown += p.Registered
		} else if p.Registered > 0 {
			with[p.PCN] = true
		}
	}
	if total.String() != "62134644.75" || unknown/100 != 793346 || len(with) != 1266 {
		t.Errorf("got %s patients, %s without PCN, %d PCNs with patients", total, unknown, len(with))
	}
	for _, e := range eventsOf[domain.OrganisationRelationshipRecorded](b) {
		if e.Child == "U41591" && (e.Parent != "15N" || e.Kind != domain.RelationCommissionedBy) {
			t.Errorf("U41591 is %s %s, want commissioned by 15N, in Devon", e.Kind, e.Parent)
		}
	}
	if len(s.Notes) != 10 || !slices.ContainsFunc(s.Notes, func(n string) bool { return strings.HasPrefix(n, "U41591, ") }) {
		t.Errorf("got %d notes, want one for each of 10 PCNs in several sub-ICBs, U41591 among them", len(s.Notes))
	}
}
