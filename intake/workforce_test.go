package intake_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/hubledger/hubledger/domain/census"
	"github.com/hubledger/hubledger/intake"
)

func read(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// A file says the same in Windows-1252 and in UTF-8 with a byte order mark:
// only its hash is another.
func TestParseWorkforce(t *testing.T) {
	f, err := intake.ParseWorkforce("some/folder/workforce-cp1252.csv", read(t, "workforce-cp1252.csv"))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]map[string][]census.Row{
		"QHL": {"U00001": {
			{Row: 2, Source: "NWRS Staff", StaffGroup: "Other Direct Patient Care staff", StaffRole: "Pharmacists", DetailedRole: "Pharmacist", FTE: 986666667},
			{Row: 4, Source: "NWRS Staff", StaffGroup: "Other Admin/Non-clinical staff", StaffRole: "Other Admin/Non-clinical", DetailedRole: "Other", FTE: -26666667},
			{Row: 5, Source: "NWRS contracted services", StaffGroup: "Other Direct Patient Care staff", StaffRole: "Other Direct Patient Care", DetailedRole: "Other", FTE: 1500000000},
		}},
		"QUA": {"U00002": {
			{Row: 3, Source: "NWRS Staff", StaffGroup: "Directors", StaffRole: "Medical Clinical Director (GP)", DetailedRole: "Clinical Director – Medical", FTE: 200000000},
		}},
	}
	if !reflect.DeepEqual(f.Areas, want) {
		t.Errorf("got %v, want %v", f.Areas, want)
	}
	if f.File != "workforce-cp1252.csv" || f.Rows != 4 || f.Census != month(t, "2021-09") || f.PCNs() != 2 {
		t.Errorf("got file %s, %d rows, census %s, %d PCNs", f.File, f.Rows, f.Census, f.PCNs())
	}
	bom, err := intake.ParseWorkforce("workforce-bom.csv", read(t, "workforce-bom.csv"))
	if err != nil || !reflect.DeepEqual(bom.Areas, want) || bom.Hash == f.Hash {
		t.Errorf("with a byte order mark: got %v and %v, want the same rows and another hash", bom, err)
	}
}

// The header is read by name: columns may stand in another order, be written
// in another case, and there may be others.
func TestWorkforceHeaderByName(t *testing.T) {
	f, err := intake.ParseWorkforce("x.csv", []byte("fte,Census Month,census-year,New Column,ICB_CODE,PCN code,detailed_staff_role, STAFF_ROLE,staff_group,DATA_SOURCE\n"+
		"0.5,12,2030,x,QE1,U12345,c,b,a,NWRS Staff\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := census.Row{Row: 2, Source: "NWRS Staff", StaffGroup: "a", StaffRole: "b", DetailedRole: "c", FTE: 500000000}
	if rows := f.Areas["QE1"]["U12345"]; len(rows) != 1 || rows[0] != want || f.Census != month(t, "2030-12") {
		t.Errorf("got %v of %s, want %v", rows, f.Census, want)
	}
}

// What is as large as it may be is taken in.
func TestWorkforceAtItsLimits(t *testing.T) {
	row := "NWRS Staff,2021,9,U00001,QHL," + strings.Repeat("é", census.MaxName) + ",b,c,-10000\n"
	f, err := intake.ParseWorkforce("x.csv", []byte("Data_source,CENSUS_YEAR,CENSUS_MONTH,PCN_CODE,ICB_CODE,STAFF_GROUP,STAFF_ROLE,DETAILED_STAFF_ROLE,FTE\n"+
		strings.Repeat(row, census.MaxRows)))
	if err != nil || len(f.Areas["QHL"]["U00001"]) != census.MaxRows {
		t.Errorf("got %v", err)
	}
}

// What is wrong is said with its line and column, what was found, and what
// would be right.
func TestWorkforceProblems(t *testing.T) {
	const header = "Data_source,CENSUS_YEAR,CENSUS_MONTH,PCN_CODE,ICB_CODE,STAFF_GROUP,STAFF_ROLE,DETAILED_STAFF_ROLE,FTE\n"
	const good = "NWRS Staff,2021,9,U00001,QHL,a,b,c,1\n"
	for name, c := range map[string]struct {
		bytes string
		want  []string
	}{
		"empty":                   {"", []string{"it is empty"}},
		"a workbook":              {"PK\x03\x04xxxx", []string{"workbook"}},
		"UTF-16":                  {"\xff\xfeD\x00a\x00", []string{"UTF-16"}},
		"no text":                 {header + "\x00", []string{"no text"}},
		"no rows":                 {header, []string{"no rows"}},
		"mixed encodings":         {"\xef\xbb\xbf" + header + good + "NWRS Staff,2021,9,U00001,QHL,a\x96,b,c,1\n", []string{"line 3", "0x96", "UTF-8 throughout"}},
		"a character lost before": {"\xef\xbb\xbf" + header + "\xef\xbf\xbd\n" + good + "\x96\n", []string{"line 4", "0x96"}},
		"no encoding":             {header + good + good + "a\x81\n", []string{"line 4", "0x81"}},
		"another kind":            {string(read(t, "payments-2022-23.csv")) + "\n", []string{"line 1", "of kind gp-payments", "of kind pcn-workforce"}},
		"no kind":                 {"a,b\n1,2\n", []string{"line 1", "CENSUS_MONTH", "FTE"}},
		"a column twice":          {"FTE," + header + "1," + good, []string{"line 1, column FTE", "2 times"}},
		"a short line":            {header + good + "NWRS Staff,2021\n", []string{"line 3", "2 columns", "9"}},
		"a long line":             {header + "x," + good, []string{"line 2", "10 columns", "9"}},
		"a quote":                 {header + "NWRS \"Staff,2021,9,U00001,QHL,a,b,c,1\n", []string{"line 2", "CSV"}},
		"a quote that stays":      {header + good + "\"NWRS Staff,2021,9,U00001,QHL,a,b,c,1\n", []string{"line 3", "CSV"}},
		"year":                    {header + "NWRS Staff,21,9,U00001,QHL,a,b,c,1\n", []string{"line 2, column CENSUS_YEAR", `"21"`}},
		"month":                   {header + "NWRS Staff,2021,13,U00001,QHL,a,b,c,1\n", []string{"line 2, column CENSUS_MONTH", `"13"`, "1 to 12"}},
		"no month":                {header + "NWRS Staff,2021,0,U00001,QHL,a,b,c,1\n", []string{"line 2, column CENSUS_MONTH", `"0"`}},
		"lines that are none":     {header + "\n\n\"NWRS\n Staff\",2021,9,U00001,QHL,a,b,c,1\n" + "NWRS Staff,2021,9,U00001,QHL,a,b,c,x\n", []string{"line 4, column Data_source", "control", "line 6, column FTE"}},
		"another census":          {header + good + "NWRS Staff,2021,10,U00001,QHL,a,b,c,1\n", []string{"line 3, column CENSUS_MONTH", "2021-10", "2021-09"}},
		"PCN":                     {header + "NWRS Staff,2021,9,Unknown,QHL,a,b,c,1\n", []string{"line 2, column PCN_CODE", `"Unknown"`, "U68696"}},
		"ICB":                     {header + "NWRS Staff,2021,9,U00001,Q,a,b,c,1\n", []string{"line 2, column ICB_CODE", `"Q"`, "QE1"}},
		"no source":               {header + " ,2021,9,U00001,QHL,a,b,c,1\n", []string{"line 2, column Data_source", "empty"}},
		"no role":                 {header + "NWRS Staff,2021,9,U00001,QHL,a,b,,1\n", []string{"line 2, column DETAILED_STAFF_ROLE", "empty"}},
		"a long role":             {header + "NWRS Staff,2021,9,U00001,QHL,a," + strings.Repeat("b", 121) + ",c,1\n", []string{"line 2, column STAFF_ROLE", "121", "120"}},
		"a control character":     {header + "NWRS Staff,2021,9,U00001,QHL,a\x07b,b,c,1\n", []string{"line 2, column STAFF_GROUP", "control character"}},
		"no FTE":                  {header + "NWRS Staff,2021,9,U00001,QHL,a,b,c,\n", []string{"line 2, column FTE", `""`, "such as 0.5"}},
		"ten decimals":            {header + "NWRS Staff,2021,9,U00001,QHL,a,b,c,0.1234567891\n", []string{"line 2, column FTE", "more than 9 decimals"}},
		"an exponent":             {header + "NWRS Staff,2021,9,U00001,QHL,a,b,c,1e-3\n", []string{"line 2, column FTE", `"1e-3"`}},
		"too much FTE":            {header + "NWRS Staff,2021,9,U00001,QHL,a,b,c,10001\n", []string{"line 2, column FTE", "10001", "10000"}},
		"too many rows":           {header + strings.Repeat(good, census.MaxRows+1), []string{"line 502, column PCN_CODE", "501 rows", "500"}},
		"several":                 {header + "NWRS Staff,2021,9,x,QHL,a,b,c,1\n" + good + "NWRS Staff,2021,9,U00001,QHL,a,b,c,y\n", []string{"line 2, column PCN_CODE", "line 4, column FTE"}},
		"very many":               {header + strings.Repeat("NWRS Staff,2021,9,x,QHL,a,b,c,1\n", 25), []string{"line 21, column PCN_CODE", "and 5 more"}},
		"cut off":                 {string(read(t, "workforce-truncated.csv")), []string{"line 5", "cut off", "end of a line"}},
		"cut off in its last":     {header + good[:len(good)-1], []string{"line 2", "cut off"}},
		"encoded twice":           {string(read(t, "workforce-twice-encoded.csv")), []string{"line 3", "another encoding"}},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := intake.ParseWorkforce("in/x.csv", []byte(c.bytes))
			var wrong *intake.FileError
			if f != nil || !errors.As(err, &wrong) || wrong.File != "in/x.csv" {
				t.Fatalf("got a file: %t, and %v; want none and a *FileError of in/x.csv", f != nil, err)
			}
			for _, want := range c.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("got  %s\nwant something with %q", err, want)
				}
			}
		})
	}
}
