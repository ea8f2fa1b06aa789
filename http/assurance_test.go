package http

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/hubledger/hubledger/http/api"
)

// How many rows the lists have of what the examples record, by the day and by
// what is chosen; as a table they are the same rows, each with its seqs.
func TestListsOfAssuranceAndSharing(t *testing.T) {
	w, _ := withExamples(t)
	for list, wants := range map[string]map[string]int{
		"hubs/QE1/assurance": {
			"": 9, "?kind=MATURITY": 8, "?kind=CONSIDERATION": 1, "?on=2024-10-13": 8, "?on=2024-09-15": 0, "?asOf=1": -404,
		},
		"hubs/QE1~fylde-coast/assurance": {"": 8},
		"hubs/QE1/shortfalls": {
			"": 2, "?on=2024-09-30": 0, "?on=2024-10-01&status=UNCOVERED": 2, "?on=2024-11-04&status=COVERED": 1, "?on=2024-11-03&status=COVERED": 0, "?status=CLOSED": 2,
		},
		"hubs/QE1/shares": {
			"": 2, "?direction=OUT": 1, "?finding=ONE_SIDED": 2, "?finding=MISMATCHED": 0, "?on=2024-10-01": 1, "?on=2024-09-30": 0,
			"?status=OFFERED&on=2024-12-01": 1, "?status=FUTURE&on=2024-12-01": 1, "?status=ENDED": 2,
		},
		"hubs/QE1/resources":    {"": 1, "?on=2024-04-14": 0},
		"hubs/QE1/intelligence": {"": 1, "?on=2024-04-25": 0, "?kind=STATISTIC": 1, "?kind=FEEDBACK": 0, "?reliedOn=true": 1, "?reliedOn=false": 0},
		"notifications":         {"": 1, "?on=2024-06-02": 0, "?passed=true": 1, "?passed=false": 0, "?passed=false&on=2024-06-09": 1, "?passed=true&on=2024-06-09": 0, "?asOf=1": 0},
		"ambitions":             {"": 1, "?on=2023-05-17": 0},
		"ambitions/STAFF_26000/progress": {
			"?definition=ARRS": 1, "?definition=ARRS&from=2023-03-31&to=2023-03-31": 1, "?definition=ARRS&from=2023-04-01": 0, "?definition=ARRS&to=2023-03-30": 0,
		},
	} {
		for query, want := range wants {
			target := "/v1/" + list + query
			if want < 0 {
				w.must(t, -want, "GET", target, "")
				continue
			}
			var got struct {
				Items []jsontext.Value `json:"items"`
			}
			if err := json.Unmarshal(w.must(t, 200, "GET", target, "").Body.Bytes(), &got); err != nil {
				t.Fatal(err)
			}
			if len(got.Items) != want {
				t.Errorf("%s: got %d, want %d: %s", target, len(got.Items), want, got.Items)
			}
			rows, err := csv.NewReader(w.must(t, 200, "GET", target, "", "Accept", "text/csv").Body).ReadAll()
			if err != nil || len(rows) != want+1 {
				t.Errorf("%s as a table: got %d rows, %v", target, len(rows), err)
				continue
			}
			seqs := slices.Index(rows[0], "seqs")
			for _, row := range rows[1:] {
				if seqs < 0 || row[seqs] == "" {
					t.Errorf("%s as a table: a row has no seqs: %v", target, row)
				}
			}
		}
	}
}

// A parameter that is not right is refused, and so is what the list has not.
func TestWhatListsOfAssuranceAndSharingRefuse(t *testing.T) {
	w := withHub(t)
	for _, target := range []string{
		"hubs/QE1/assurance?kind=ASSURANCE", "hubs/QE1/shortfalls?status=OPEN", "hubs/QE1/shares?direction=BOTH", "hubs/QE1/shares?finding=ODD",
		"hubs/QE1/resources?kind=X", "hubs/QE1/intelligence?reliedOn=yes", "notifications?passed=1", "ambitions?definition=ARRS",
		"ambitions/STAFF_26000/progress?definition=ARRS&from=2024-04-01&to=2024-03-31", "ambitions/STAFF_26000/progress?from=2024",
	} {
		w.must(t, 400, "GET", "/v1/"+target, "")
	}
	for _, list := range []string{"assurance", "shortfalls", "shares", "resources", "intelligence"} {
		w.must(t, 404, "GET", "/v1/hubs/QE2/"+list, "")
		w.must(t, 200, "GET", "/v1/hubs/QE1/"+list, "")
	}
	w.must(t, 404, "GET", "/v1/ambitions/STAFF_26000/progress?definition=ARRS", "")
}

// Golden vector 13: as at 31 March 2023 there were 26,103, 26,877 or 29,103 more
// by definition; without one the answer is a 400 that names the three.
func TestVector13AmbitionsAreByDefinition(t *testing.T) {
	w := withHub(t)
	w.do(t, 201, "register-organisation", org(900, "NHSE", "ACCOUNTABLE_BODY", "NHS England"))
	figures := map[string]string{"ADDITIONAL_STAFF": "26103", "ARRS": "26877", "DIRECT_PATIENT_CARE": "29103"}
	names := sortedKeys(figures)
	for i, name := range names {
		for j, command := range []string{"set-ambition", "report-ambition-progress"} {
			v := exampleValue(t, command)
			data := map[string]any{"definitionVersion": name}
			if j == 1 {
				data["value"], data["report"] = figures[name], fmt.Sprintf("0190a5a4-7d2c-7b6e-8f05-%012d", i)
			}
			merge(v, map[string]any{"id": fmt.Sprintf("0190a5a4-7d2c-7b6e-8f04-%012d", 2*i+j), "data": data})
			b, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			w.do(t, 201, command, string(b))
		}
	}
	const target = "/v1/ambitions/STAFF_26000/progress"
	for name, want := range figures {
		var got api.AmbitionProgress
		if err := json.Unmarshal(w.must(t, 200, "GET", target+"?definition="+name, "").Body.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		if len(got.Items) != 1 || got.Items[0].Value.String() != want || got.Items[0].AsAt.String() != "2023-03-31" || got.Definition.Definition != name {
			t.Errorf("by %s: got %+v, want %s", name, got.Items, want)
		}
	}
	for _, query := range []string{"", "?definition=", "?definition=ARRS+2", "?from=2023-03-31"} {
		text := w.must(t, 400, "GET", target+query, "").Body.String()
		for _, name := range names {
			if !strings.Contains(text, name) {
				t.Errorf("%q: the answer does not name %s: %s", query, name, text)
			}
		}
	}
	var all api.AmbitionList
	if err := json.Unmarshal(w.must(t, 200, "GET", "/v1/ambitions", "").Body.Bytes(), &all); err != nil {
		t.Fatal(err)
	}
	for _, a := range all.Items {
		if a.Newest == nil || a.Newest.String() != figures[a.Definition] || a.Target.String() != "26000" {
			t.Errorf("side by side: got %+v", a)
		}
	}
	if len(all.Items) != len(figures) {
		t.Errorf("side by side: got %d definitions", len(all.Items))
	}
}
