package intake_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/topology"
	"github.com/hubledger/hubledger/intake"
)

func smallPayments(t testing.TB) *intake.PaymentsFile {
	t.Helper()
	f, err := intake.ParsePayments("payments-2022-23.csv", read(t, "payments-2022-23.csv"), 0)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Misleading headers are read for what they hold, and the year is in the name
// of the file unless it is given.
func TestParsePayments(t *testing.T) {
	f := smallPayments(t)
	if f.Year != domain.MustYear("2022/23") || len(f.Practices) != 4 {
		t.Fatalf("got %d practices of %s", len(f.Practices), f.Year)
	}
	want := intake.Practice{
		Row: 3, Code: "L82001", Name: "SECOND SURGERY", Opened: domain.MustDate("2022-09-01"), Closed: domain.MustDate("2022-11-30"),
		PCN: "U41591", PCNName: "HOLSWORTHY PCN", SubICB: "11N", SubICBName: "NHS CORNWALL AND THE ISLES OF SCILLY ICB - 11N",
		Region: "Y58", RegionName: "SOUTH WEST COMMISSIONING REGION", ICB: "QT6", Registered: 10000, Weighted: 9050,
	}
	if f.Practices[1] != want {
		t.Errorf("got  %+v\nwant %+v", f.Practices[1], want)
	}
	if got := f.Practices[0]; got.PCNName != "HOLSWORTHY PCN" || got.Name != "THE SURGERY, EAST" || got.Registered != 402925 {
		t.Errorf("got %q of %q with %s patients", got.Name, got.PCNName, got.Registered)
	}
	if got := f.Practices[3]; got.PCN != "" || got.PCNName != "" {
		t.Errorf("got PCN %q, %q, want none", got.PCN, got.PCNName)
	}
	given, err := intake.ParsePayments("payments-2022-23.csv", read(t, "payments-2022-23.csv"), domain.MustYear("2023/24"))
	if err != nil || given.Year != domain.MustYear("2023/24") {
		t.Errorf("got %v and %v, want the year that was given", given, err)
	}
}

// A practice may open on the last day of the year, and close on its first.
func TestPaymentsAtTheirLimits(t *testing.T) {
	b := strings.Replace(string(read(t, "payments-2022-23.csv")), "01/09/2022,30/11/2022", "31/03/2023,31/03/2023", 1)
	b = strings.Replace(b, "31/03/2022", "01/04/2022", 1)
	f, err := intake.ParsePayments("x-2022-23.csv", []byte(b), 0)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := f.Plan(importer)
	if err != nil {
		t.Fatal(err)
	}
	var links []string
	for _, c := range plan.Commands {
		if s := say(c.Data); strings.Contains(s, "PARTNER_TO") {
			links = append(links, s)
		}
	}
	if got, want := strings.Join(links, "; "), "relate L83001 PARTNER_TO U41591 2022-04-01 ; relate L82001 PARTNER_TO U41591 2023-03-31 2023-03-31; "+
		"relate L83002 PARTNER_TO U41591 2022-04-01 2022-04-01"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Of a PCN with as many patients in two places, the one with more practices
// commissions it, and then the one of the lower code.
func TestCommissionerWithoutMostPatients(t *testing.T) {
	for _, c := range []struct {
		practices []intake.Practice
		want      string
	}{
		{[]intake.Practice{{SubICB: "11N", ICB: "QT6"}, {SubICB: "15N", ICB: "QJK"}, {SubICB: "15N", ICB: "QJK"}}, "15N"},
		{[]intake.Practice{{SubICB: "15N", ICB: "QJK"}, {SubICB: "11N", ICB: "QT6"}}, "11N"},
		{[]intake.Practice{{SubICB: "11N", ICB: "QT6", Registered: 10}, {SubICB: "15N", ICB: "QJK", Registered: 6}, {SubICB: "15N", ICB: "QJK", Registered: 6}}, "15N"},
	} {
		f := smallPayments(t)
		f.Practices = nil
		for i, p := range c.practices {
			p.Row, p.Code, p.Name, p.Opened = i+2, fmt.Sprintf("L8300%d", i), "A SURGERY", domain.MustDate("1974-04-01")
			p.PCN, p.PCNName, p.SubICBName, p.Region, p.RegionName = "U41591", "A PCN", "A SUB-ICB", "Y58", "SOUTH WEST"
			f.Practices = append(f.Practices, p)
		}
		plan, err := f.Plan(importer)
		if err != nil {
			t.Fatal(err)
		}
		for _, command := range plan.Commands {
			if r, ok := command.Data.(organisation.RecordRelationship); ok && r.Kind == domain.RelationCommissionedBy && r.Child == "U41591" && r.Parent != c.want {
				t.Errorf("%v: got commissioned by %s, want %s", c.practices, r.Parent, c.want)
			}
		}
	}
}

// Until 2021/22 the same headers meant something else.
func TestParsePaymentsOfEarlierYears(t *testing.T) {
	f, err := intake.ParsePayments("nhs payments 2021-22.csv", []byte("NHS England (Region) code,NHS England (Region) Name,CCG Code,CCG NAME,PCN Code,PCN Name,"+
		"Practice Code,Practice Name,Practice Open Date,Practice Close Date,Number of Registered Patients (Last Known Figure),Number of Weighted Patients (Last Known Figure)\n"+
		"Y58,SOUTH WEST,15N,NHS DEVON CCG,U41591,A PCN,L83001,A SURGERY,01/04/1974,,1,1"), 0)
	if err != nil {
		t.Fatal(err)
	}
	if p := f.Practices[0]; f.Year != domain.MustYear("2021/22") || p.SubICBName != "NHS DEVON CCG" || p.PCN != "U41591" || p.PCNName != "A PCN" {
		t.Errorf("got %+v of %s", p, f.Year)
	}
}

func TestPaymentsProblems(t *testing.T) {
	const header = "NHS England (Region) code,NHS England (Region) Name,CCG Code,Sub ICB NAME,Code,CCG NAME,Practice Code,Practice Name," +
		"Practice Open Date,Practice Close Date,Number of Registered Patients (Last Known Figure),Number of Weighted Patients (Last Known Figure)\n"
	const good = "Y58,SOUTH WEST,15N,NHS DEVON ICB - 15N,U41591,A PCN,L83001,A SURGERY,01/04/1974,,1.25,1.5\n"
	but := func(old, new string) string { return header + strings.Replace(good, old, new, 1) }
	for name, c := range map[string]struct {
		file, bytes string
		want        []string
	}{
		"no year in the name":    {"x.csv", header + good, []string{"financial year", "--fy 2022/23"}},
		"a day in the name":      {"x-2022-09-30.csv", header + good, []string{"financial year"}},
		"a year of no ICBs":      {"x-2026-27.csv", header + good, []string{"2026/27", "2026-03-31"}},
		"another kind":           {"x-2022-23.csv", string(read(t, "workforce-cp1252.csv")), []string{"of kind pcn-workforce", "of kind gp-payments"}},
		"cut off":                {"x-2022-23.csv", header + good + good[:60], []string{"line 3", "columns", "12"}},
		"region":                 {"x-2022-23.csv", but("Y58", "South West"), []string{"line 2, column NHS England (Region) code", "Y62"}},
		"another region":         {"x-2022-23.csv", but("Y58", "Y63"), []string{"line 2, column NHS England (Region) code", "15N lies in QJK", "Y58", "Y63"}},
		"sub-ICB":                {"x-2022-23.csv", but("15N", "07M"), []string{"line 2, column CCG Code", `"07M"`, "2022"}},
		"PCN":                    {"x-2022-23.csv", but("U41591", "U4159"), []string{"line 2, column Code", `"U4159"`, "Unknown or no PCN"}},
		"no PCN name":            {"x-2022-23.csv", but("A PCN", ""), []string{"line 2, column CCG NAME", "empty"}},
		"practice":               {"x-2022-23.csv", but("L83001", "Q83001"), []string{"line 2, column Practice Code", "A81001"}},
		"a practice twice":       {"x-2022-23.csv", header + good + good, []string{"line 3, column Practice Code", "L83001", "line 2"}},
		"no opening":             {"x-2022-23.csv", but("01/04/1974", ""), []string{"line 2, column Practice Open Date", "DD/MM/YYYY"}},
		"an American date":       {"x-2022-23.csv", but("01/04/1974", "04/31/1974"), []string{"line 2, column Practice Open Date", "04/31/1974"}},
		"a date of another form": {"x-2022-23.csv", but("01/04/1974", "1974-04-01"), []string{"line 2, column Practice Open Date", "DD/MM/YYYY"}},
		"opened after the year":  {"x-2022-23.csv", but("01/04/1974", "01/04/2023"), []string{"line 2, column Practice Open Date", "2022/23", "another year"}},
		"closed before opening":  {"x-2022-23.csv", but("1974,,", "1974,31/03/1974,"), []string{"line 2, column Practice Close Date", "1974-03-31", "1974-04-01"}},
		"patients":               {"x-2022-23.csv", but("1.25", "1.255"), []string{"line 2, column Number of Registered Patients", "more than 2 decimals"}},
		"no patients":            {"x-2022-23.csv", but("1.5", ""), []string{"line 2, column Number of Weighted Patients", `""`}},
		"negative patients":      {"x-2022-23.csv", but("1.25", "-1"), []string{"line 2, column Number of Registered Patients", "below 0"}},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := intake.ParsePayments(c.file, []byte(c.bytes), 0)
			var wrong *intake.FileError
			if f != nil || !errors.As(err, &wrong) || wrong.File != c.file {
				t.Fatalf("got a file: %t, and %v; want none and a *FileError of %s", f != nil, err, c.file)
			}
			for _, want := range c.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("got  %s\nwant something with %q", err, want)
				}
			}
		})
	}
}

// What four practices of one PCN in two ICBs make the ledger record.
func TestPlanPayments(t *testing.T) {
	plan, err := smallPayments(t).Plan(importer)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range plan.Commands {
		got = append(got, fmt.Sprintf("%d %s %s %s", c.Row, c.Stream, c.EffectiveOn, say(c.Data)))
	}
	want := []string{
		"2 organisations  register Y58 REGION SOUTH WEST COMMISSIONING REGION ",
		"2 organisations 2022-07-01 register QJK ICB NHS Devon ICB 2022-07-01",
		"2 organisations 2022-07-01 relate QJK PARENT Y58 2022-07-01 ",
		"2 organisations  register 15N SUB_ICB NHS DEVON ICB - 15N ",
		"2 organisations 2022-07-01 relate 15N PARENT QJK 2022-07-01 ",
		"3 organisations 2022-07-01 register QT6 ICB NHS Cornwall and the Isles of Scilly ICB 2022-07-01",
		"3 organisations 2022-07-01 relate QT6 PARENT Y58 2022-07-01 ",
		"3 organisations  register 11N SUB_ICB NHS CORNWALL AND THE ISLES OF SCILLY ICB - 11N ",
		"3 organisations 2022-07-01 relate 11N PARENT QT6 2022-07-01 ",
		"2 organisations  register U41591 PCN HOLSWORTHY PCN ",
		"2 organisations 2022-07-01 relate U41591 COMMISSIONED_BY 15N 2022-07-01 ",
		"2 organisations 1974-04-01 register L83001 GP_PRACTICE THE SURGERY, EAST 1974-04-01",
		"2 organisations 2022-04-01 relate L83001 PARTNER_TO U41591 2022-04-01 ",
		"2 organisations 2022-07-01 relate L83001 COMMISSIONED_BY 15N 2022-07-01 ",
		"2 organisations 2023-03-31 patients L83001 2023-03-31 4029.25 4579.78",
		"3 organisations 2022-09-01 register L82001 GP_PRACTICE SECOND SURGERY 2022-09-01",
		"3 organisations 2022-09-01 relate L82001 PARTNER_TO U41591 2022-09-01 2022-11-30",
		"3 organisations 2022-09-01 relate L82001 COMMISSIONED_BY 11N 2022-09-01 2022-11-30",
		"3 organisations 2023-03-31 patients L82001 2023-03-31 100 90.5",
		"3 organisations 2022-11-30 close L82001 2022-11-30",
		"4 organisations 1974-04-01 register L83002 GP_PRACTICE CLOSED SURGERY 1974-04-01",
		"4 organisations 2023-03-31 patients L83002 2023-03-31 0 0",
		"4 organisations 2022-03-31 close L83002 2022-03-31",
		"5 organisations 1974-04-01 register L83003 GP_PRACTICE SURGERY OF NO PCN 1974-04-01",
		"5 organisations 2022-07-01 relate L83003 COMMISSIONED_BY 15N 2022-07-01 ",
		"5 organisations 2023-03-31 patients L83003 2023-03-31 10.5 11",
		"2 hub-QJK 2019-04-01 hub Devon Training Hub Y58 IMPLIED",
		"3 hub-QT6 2019-04-01 hub Cornwall and the Isles of Scilly Training Hub Y58 IMPLIED",
	}
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || !strings.EqualFold(got[i], want[i]) {
			t.Fatalf("from command %d on:\ngot  %s\nwant %s", i, strings.Join(got[min(i, len(got)):], "\n     "), strings.Join(want[min(i, len(want)):], "\n     "))
		}
	}
	if plan.Done.Data.CommandName() != "record-import" || plan.Done.Stream != "ledger" {
		t.Errorf("got %s of %s at the end", plan.Done.Data.CommandName(), plan.Done.Stream)
	}
	if got := fmt.Sprint(plan.LeftOut); !strings.Contains(got, "had closed before the year began, so it is not linked to the PCN it names [4]") ||
		!strings.Contains(got, "not commissioned by the sub-ICB location it names [4]") ||
		!strings.Contains(got, "names no PCN, so it is linked to none [5]") || len(plan.LeftOut) != 3 {
		t.Errorf("got left out %s", got)
	}
	if len(plan.Notes) != 1 || !strings.Contains(plan.Notes[0], "15N (QJK, 4029.25 patients) and 11N (QT6, 100 patients); 15N, with most patients") {
		t.Errorf("got notes %q", plan.Notes)
	}
}

// Commands are the same whenever and by whomever a file is read, so that to
// give them again is to retry.
func TestCommandIDs(t *testing.T) {
	census := workforce(t, "f", "2020-03", "QHL U00001 a 1, QUA U00001 a 1, QUA U00002 a 1")
	for _, plan := range []func(by domain.Actor) (*intake.Plan, error){
		smallPayments(t).Plan,
		func(by domain.Actor) (*intake.Plan, error) { return census.Plan(t.Context(), newBooks(), by) },
	} {
		first, err := plan(importer)
		if err != nil {
			t.Fatal(err)
		}
		again, err := plan(domain.Actor{Role: "somebody else"})
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]intake.Command{}
		for i, c := range append(first.Commands, first.Done) {
			if other, twice := seen[c.ID.String()]; twice {
				t.Errorf("%s and %s have one id", say(c.Data), say(other.Data))
			}
			seen[c.ID.String()] = c
			if want := append(again.Commands, again.Done)[i].ID; c.ID != want || c.ID.Version() != 5 {
				t.Errorf("%s: got id %s and %s", say(c.Data), c.ID, want)
			}
		}
	}
}

// say is a command in short.
func say(data domain.CommandData) string {
	switch c := data.(type) {
	case organisation.RegisterOrganisation:
		return fmt.Sprintf("register %s %s %s %s", c.Org, c.Class, c.Name, c.Opened)
	case organisation.RecordRelationship:
		return fmt.Sprintf("relate %s %s %s %s %s", c.Child, c.Kind, c.Parent, c.From, c.To)
	case organisation.RecordPatientList:
		return fmt.Sprintf("patients %s %s %s %s", c.Org, c.On, c.Registered, c.Weighted)
	case organisation.CloseOrganisation:
		return fmt.Sprintf("close %s %s", c.Org, c.On)
	case topology.RegisterHub:
		return fmt.Sprintf("hub %s %s %s", c.Name, c.Region, c.Basis)
	}
	return data.CommandName()
}
