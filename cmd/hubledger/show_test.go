package main

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/http/api"
)

// Money is written as people write it.
func TestPounds(t *testing.T) {
	for pence, want := range map[domain.Pence]string{
		0: "£0.00", 5: "£0.05", -5: "-£0.05", 99999: "£999.99", 100000: "£1,000.00", 123456789: "£1,234,567.89", -123456: "-£1,234.56",
		math.MinInt64: "-£92,233,720,368,547,758.08",
	} {
		if got := pounds(pence); got != want {
			t.Errorf("%d: got %s, want %s", pence, got, want)
		}
	}
}

// rowsOf are what the rows of each view are in the API.
var rowsOf = map[string]reflect.Type{
	"budget": reflect.TypeFor[api.FundBudget](), "budgets": reflect.TypeFor[api.HubBudget](), "trial-balance": reflect.TypeFor[api.AccountBalance](),
	"journal": reflect.TypeFor[api.JournalEntry](), "hubs": reflect.TypeFor[api.Hub](), "hub": reflect.TypeFor[api.HubDetail](),
	"decisions": reflect.TypeFor[api.Decision](), "awards": reflect.TypeFor[api.Award](), "grants": reflect.TypeFor[api.Grant](),
	"contracts": reflect.TypeFor[api.Contract](), "needs": reflect.TypeFor[api.Need](), "priorities": reflect.TypeFor[api.Priority](),
	"programmes": reflect.TypeFor[api.Programme](), "plans": reflect.TypeFor[api.Plan](), "delegations": reflect.TypeFor[api.Delegation](),
	"placements": reflect.TypeFor[api.Placement](), "environments": reflect.TypeFor[api.Environment](), "educators": reflect.TypeFor[api.Educator](),
	"roles": reflect.TypeFor[api.Role](), "due": reflect.TypeFor[api.Due](),
}

// has reports whether rows of a type have a member of a name.
func has(t reflect.Type, field string) bool {
	field, inner, deeper := strings.Cut(field, ".")
	for _, f := range reflect.VisibleFields(t) {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name == field {
			return !deeper || has(f.Type, inner)
		}
	}
	return false
}

// Every view is told of in the help, has columns that the API has, and can be
// shown of a ledger in which there is nothing of it.
func TestViewsStandOnTheAPI(t *testing.T) {
	text, err := os.ReadFile("testdata/show.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, commands, _ := strings.Cut(string(text), "-- commands.ndjson --\n")
	dir := t.TempDir()
	file := filepath.Join(dir, "commands.ndjson")
	if err := os.WriteFile(file, []byte(commands), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := played(t, nil, "do", "--dir", dir, file); got.code != 0 {
		t.Fatal(got.err)
	}
	help := played(t, nil, "show", "--help").out
	for name, v := range views {
		if !strings.Contains(help, fmt.Sprintf("  %-15s%s\n", name, v.about)) {
			t.Errorf("the help does not tell of %s", name)
		}
		for _, c := range v.columns {
			if rowsOf[name] == nil || !has(rowsOf[name], c.field) {
				t.Errorf("%s: rows have no %s", name, c.field)
			}
		}
		args := []string{"show", name, "--dir", dir}
		if strings.Contains(v.path, "{hub}") {
			args = append(args, "--hub", "QE1")
		}
		for _, flag := range v.takes {
			value := map[string]string{"fy": "2024/25", "on": "2024-06-01", "fund": "PROGRAMME-CPD", "region": "Y62", "level": "ALL", "within": "30"}[flag]
			if value != "" {
				args = append(args, "--"+flag, value)
			}
		}
		if got := played(t, nil, args...); got.code != 0 || !strings.Contains(got.out, "as known at event 7\n") {
			t.Errorf("%v ended with %d: %s%s", args, got.code, got.out, got.err)
		}
	}
}

// An explanation that does not sum to its figure is an error, and no answer.
func TestAnExplanationThatDoesNotAddUp(t *testing.T) {
	var out bytes.Buffer
	p := newProgram(func(string) string { return "" }, nil, &out, &out)
	value := api.Whole(100)
	err := p.explained(api.Explanation{Figure: api.Figure{ID: "paid@1:QE1:2024-25", Unit: unitPence, Value: &value}, Items: []api.Posting{{Seq: 1, Delta: api.Whole(99)}}, Count: 1}, false)
	if err == nil || err.Error() != "figure paid@1:QE1:2024-25 is £1.00, and its postings sum to £0.99; they should be the same" {
		t.Errorf("got %v", err)
	}
}

// An explanation of FTE adds up in FTE.
func TestAnExplanationOfFTE(t *testing.T) {
	var out bytes.Buffer
	p := newProgram(func(string) string { return "" }, nil, &out, &out)
	value := api.Decimal("0.8")
	err := p.explained(api.Explanation{
		Figure: api.Figure{ID: "WP2@1:QE1:2024H2:measure=fte", Unit: "FTE", Value: &value},
		Items:  []api.Posting{{Seq: 1, Delta: api.Decimal("0.6")}, {Seq: 2, Delta: api.Decimal("0.2")}}, Count: 2,
	}, false)
	if err != nil || !strings.HasSuffix(out.String(), "WP2@1:QE1:2024H2:measure=fte is 0.8: the sum of 2 postings.\n") {
		t.Errorf("got %v, %s", err, out.String())
	}
}

// What stands in a cell stands on one line, and moves no cursor.
func TestCellsAreHarmless(t *testing.T) {
	if got := visible("a\x1b[2Jb\nc"); got != "a [2Jb c" {
		t.Errorf("got %q", got)
	}
	if got := []rune(visible(strings.Repeat("é", 100))); len(got) != widest || got[widest-1] != '…' {
		t.Errorf("got %d characters", len(got))
	}
}
