package reference

import (
	"strings"
	"testing"
)

func TestParseSaysWhatIsWrong(t *testing.T) {
	const (
		header = "icb_ods,icb_name,region_ods,region,registered_patients_2022_23,practices_with_patients,pcns_with_practices,pcns_reporting_nwrs_sep2022,pcn_dpc_fte_sep2022,sub_icb_codes\n"
		good   = "QE1,NHS One ICB,Y62,North West,5,4,3,2,1.5,00R 00Q\n"
	)
	g, err := parse(strings.NewReader(header + good))
	if err != nil || len(g.icbs) != 1 || strings.Join(g.icbs[0].SubICBs, " ") != "00Q 00R" {
		t.Fatalf("a good file: got %+v, %v", g, err)
	}
	for _, c := range []struct{ file, says string }{
		{"", "should have a header"},
		{header, "and rows"},
		{good + good, "should have a header"},
		{header + good + "QE2,NHS Two ICB\n", "wrong number of fields"},
		{header + good + good, "QE1 stands there twice"},
		{header + good + "QE2,NHS Two ICB,Y62,North West,5,4,3,2,1.5,00R\n", "sub-ICB 00R stands there twice"},
		{header + good + "QE2,NHS Two ICB,Y62,South West,5,4,3,2,1.5,00X\n", "line 3: region Y62 is South West there and North West before"},
		{header + strings.Replace(good, "QE1", "E1", 1), `line 2: "E1" is not the code of an ICB`},
		{header + strings.Replace(good, "Y62", "62", 1), `"62" is not the code of a region`},
		{header + strings.Replace(good, "NHS One ICB", "", 1), "has no name"},
		{header + strings.Replace(good, "00R 00Q", " ", 1), "QE1 has no sub-ICB"},
		{header + strings.Replace(good, "00Q", "QE1", 1), `"QE1" is not the code of a sub-ICB`},
		{header + strings.Replace(good, ",5,", ",5.25,", 1), "not a number of patients"},
		{header + strings.Replace(good, ",5,", ",0,", 1), "not a number of patients"},
		{header + strings.Replace(good, ",3,", ",-3,", 1), `pcns_with_practices is "-3"`},
		{header + strings.Replace(good, "1.5", "-1.5", 1), "not an FTE of 0 or more"},
		{header + strings.Replace(good, "1.5", "NULL", 1), "not an FTE of 0 or more"},
	} {
		if _, err := parse(strings.NewReader(c.file)); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q: got %v, want an error that says %q", c.file, err, c.says)
		}
	}
}
