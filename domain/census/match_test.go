package census_test

import (
	"strings"
	"testing"

	"github.com/hubledger/hubledger/domain/census"
)

// What a PCN's second census records, given its first. Rows are written
// "role fte", the first of a census is line 2.
func TestRowsAreFoundAgain(t *testing.T) {
	for name, c := range map[string]struct{ first, second, want string }{
		"an unchanged PCN records nothing":                       {"a 1, a 0.5", "a 1, a 0.5", ""},
		"the order of rows means nothing":                        {"a 1, a 0.5, b 1", "b 1, a 0.5, a 1", ""},
		"a new row appears":                                      {"a 1", "a 1, a 1", "appeared 1 row 3"},
		"a row that is not there is no longer seen":              {"a 1, a 0.5", "a 1", "ended 0.5"},
		"what remains of a role has changed":                     {"a 1", "a 0.8", "changed 1 to 0.8 row 2"},
		"equal FTE goes before what has changed":                 {"a 1, a 0.5", "a 0.5, a 0.9", "changed 1 to 0.9 row 3"},
		"the largest goes with the largest":                      {"a 0.4, a 0.9", "a 0.5, a 1", "changed 0.4 to 0.5 row 2; changed 0.9 to 1 row 3"},
		"more records than rows: the smallest is no longer seen": {"a 0.2, a 0.9", "a 0.5", "changed 0.9 to 0.5 row 2; ended 0.2"},
		"more rows than records: the smallest appears":           {"a 0.4", "a 0.3, a 0.8", "appeared 0.3 row 2; changed 0.4 to 0.8 row 3"},
		"another role is another record":                         {"a 1", "b 1", "appeared 1 row 2; ended 1"},
		"spaces around a name mean nothing":                      {"a 1", "a_ 1", ""},
		"negative, zero and large FTE are records like others":   {"a -0.5, a 0, a 14", "a 0, a 14, a -0.5, a 0", "appeared 0 row 5"},
		"of two equal rows the upper one is the old record":      {"a 1", "a 1, a 1, a 1", "appeared 1 row 3; appeared 1 row 4"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newScene(t)
			s.do(record("2021-03", "f1", "U00001", rows(c.first)...))
			n := len(rows(c.first))
			total := sumOf(rows(c.first))
			s.do(closing("2021-03", "f1", n, total, "U00001"))
			wantBrief(t, s.do(record("2021-09", "f2", "U00001", rows(c.second)...)), c.want)
			s.do(closing("2021-09", "f2", len(rows(c.second)), sumOf(rows(c.second)), "U00001"))
		})
	}
}

// The upper of two rows is the old record in whatever order they are given.
func TestRowsInAnyOrder(t *testing.T) {
	s := newScene(t)
	s.do(record("2021-03", "f1", "U00001", row(2, "1")))
	s.do(closing("2021-03", "f1", 1, "1", "U00001"))
	wantBrief(t, s.do(record("2021-09", "f2", "U00001", row(9, "1"), row(8, "1"))), "appeared 1 row 9")
}

func rows(s string) []census.Row {
	var out []census.Row
	for i, part := range strings.Split(s, ", ") {
		role, f, _ := strings.Cut(part, " ")
		out = append(out, roleRow(i+2, strings.ReplaceAll(role, "_", " "), f))
	}
	return out
}

func sumOf(rows []census.Row) string {
	total := fte("0")
	for _, r := range rows {
		total += r.FTE
	}
	return total.String()
}
