package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/hubledger/hubledger/domain"
)

// sheet prints an answer as a table for people: what it is about, the rows, the
// sums, and how its figures are explained.
func (p *program) sheet(v view, answer map[string]jsontext.Value, rows []jsontext.Value) error {
	fmt.Fprintln(p.stdout, aboutAnswer(answer))
	g := newGrid(v.columns)
	for _, row := range rows {
		var fields map[string]jsontext.Value
		if err := json.Unmarshal(row, &fields); err != nil {
			return fmt.Errorf("couldn't read a row of the answer: %w", err)
		}
		g.add(v.columns, fields)
	}
	var total map[string]jsontext.Value
	if v.total != "" && answer[v.total] != nil {
		if err := json.Unmarshal(answer[v.total], &total); err != nil {
			return fmt.Errorf("couldn't read the %s of the answer: %w", v.total, err)
		}
	}
	if total != nil {
		g.add(v.columns, total)
		last := g.rows[len(g.rows)-1]
		last[0] = "TOTAL"
		for i, c := range v.columns[1:] {
			if total[c.field] == nil {
				last[i+1] = ""
			}
		}
	}
	if len(rows) == 0 {
		fmt.Fprintln(p.stdout, "Nothing of this is recorded.")
		return nil
	}
	if err := g.print(p.stdout); err != nil {
		return err
	}
	if id := member(total, "figures.available"); v.explain && id != "-" {
		fmt.Fprintf(p.stdout, "hubledger explain %s tells what is available, event by event; so for the others.\n", id)
	}
	if moved := answer["movedPence"]; moved != nil {
		fmt.Fprintf(p.stdout, "The closing balances sum to %s: what other lines and years gave to these, less what they got.\n", written(moved, asMoney))
	}
	return nil
}

// aboutAnswer says what an answer is about, and at which moments.
func aboutAnswer(answer map[string]jsontext.Value) string {
	var parts []string
	for _, part := range []struct{ field, text string }{
		{"hub", "hub %s"}, {"fy", "financial year %s"}, {"fund", "fund %s"}, {"on", "as it was on %s"}, {"seq", "as known at event %s"},
	} {
		if value := written(answer[part.field], asText); value != "-" {
			parts = append(parts, fmt.Sprintf(part.text, value))
		}
	}
	return strings.ToUpper(parts[0][:1]) + strings.Join(parts, ", ")[1:]
}

// member is a member of an object as text; a dot in its name leads into it.
func member(fields map[string]jsontext.Value, name string) string {
	return written(memberValue(fields, name), asText)
}

func memberValue(fields map[string]jsontext.Value, name string) jsontext.Value {
	name, inner, deeper := strings.Cut(name, ".")
	value := fields[name]
	if !deeper || value.Kind() != '{' {
		return value
	}
	var object map[string]jsontext.Value
	if json.Unmarshal(value, &object) != nil {
		return nil
	}
	return memberValue(object, inner)
}

// written is a value for people; - where there is none.
func written(v jsontext.Value, as form) string {
	switch v.Kind() {
	case '"':
		var s string
		if json.Unmarshal(v, &s) != nil || s == "" {
			return "-"
		}
		return s
	case 't':
		return "yes"
	case 'f':
		return "no"
	case '0':
		n, err := strconv.ParseInt(string(v), 10, 64)
		switch {
		case err != nil || as != asMoney && as != asSide:
			return string(v)
		case n == 0 && as == asSide:
			return ""
		}
		return pounds(domain.Pence(n))
	case '[':
		var list []jsontext.Value
		if json.Unmarshal(v, &list) != nil || len(list) == 0 {
			return "-"
		}
		texts := make([]string, len(list))
		for i, one := range list {
			texts[i] = written(one, as)
		}
		return strings.Join(texts, " ")
	}
	return "-"
}

// pounds is an amount of money as people write it: £1,234.56, -£0.05.
func pounds(p domain.Pence) string {
	sign, pence := "", uint64(p)
	if p < 0 {
		sign, pence = "-", -pence // also right for the least there is
	}
	return fmt.Sprintf("%s£%s.%02d", sign, thousands(int64(pence/100)), pence%100)
}

// grid is a table whose columns are as wide as what stands in them.
type grid struct {
	right []bool // of each column: it stands at the right
	rows  [][]string
}

func newGrid(columns []viewColumn) *grid {
	g := &grid{}
	var head []string
	for _, c := range columns {
		g.right = append(g.right, c.form != asText)
		head = append(head, c.heading)
	}
	g.rows = append(g.rows, head)
	return g
}

// add adds a row of an object's members.
func (g *grid) add(columns []viewColumn, fields map[string]jsontext.Value) {
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = visible(written(memberValue(fields, c.field), c.form))
	}
	g.rows = append(g.rows, row)
}

// widest is how many characters of a text a cell shows at most.
const widest = 72

// visible is a text that stands in one cell: on one line, without what a
// terminal would obey, and no longer than a line bears.
func visible(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return ' '
		}
		return r
	}, s)
	if utf8.RuneCountInString(s) > widest {
		s = string([]rune(s)[:widest-1]) + "…"
	}
	return s
}

func (g *grid) print(w io.Writer) error {
	widths := make([]int, len(g.right))
	for _, row := range g.rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for _, row := range g.rows {
		var line strings.Builder
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if g.right[i] {
				line.WriteString(pad + cell)
			} else {
				line.WriteString(cell + pad)
			}
			line.WriteString("  ")
		}
		if _, err := fmt.Fprintln(w, strings.TrimRight(line.String(), " ")); err != nil {
			return err
		}
	}
	return nil
}
