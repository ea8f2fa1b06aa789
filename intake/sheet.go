package intake

import (
	"encoding/csv"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
)

// Kind is a kind of published file.
type Kind string

// The kinds of files that can be taken in.
const (
	PCNWorkforce Kind = "pcn-workforce"
	GPPayments   Kind = "gp-payments"
)

// field names what a column holds, whatever the file's header calls it.
type field string

// layout says under which header a file has each field. Headers are compared
// without regard to case, and spaces, hyphens and underscores are one.
type layout map[field]string

// layouts are the known forms of each kind, the newest first. The order of
// columns means nothing, and columns that nobody reads may be there or not.
var layouts = map[Kind][]layout{
	PCNWorkforce: {workforceLayout},
	GPPayments:   {paymentsLayout2022, paymentsLayout2019},
}

// sheet is a file as a table of cells.
type sheet struct {
	problems
	header []string // as published
	column map[field]int
	rows   []sheetRow
}

type sheetRow struct {
	line  int // where it begins; the first line of a file is 1
	cells []string
}

// readSheet reads a CSV file of a kind: its header by name, and rows that are
// as wide as the header. Where ended is true every published file of the kind
// ends with the end of a line, so one that does not was cut off.
func readSheet(kind Kind, file string, b []byte, ended bool) (*sheet, error) {
	s := &sheet{problems: problems{file: file}}
	text := decode(b, &s.problems)
	if err := s.err(); err != nil {
		return nil, err
	}
	if ended && !strings.HasSuffix(text, "\n") {
		s.add(1+strings.Count(text, "\n"), "", "the file ends within a line; it was cut off, and should end with the end of a line")
	}
	in := csv.NewReader(strings.NewReader(text))
	in.FieldsPerRecord = -1 // counted here, to say it in our words
	for {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			var syntax *csv.ParseError
			if errors.As(err, &syntax) {
				s.add(syntax.StartLine, "", "it is no line of a CSV file: %v", syntax.Err)
			} else {
				s.add(0, "", "%v", err)
			}
			break
		}
		line, _ := in.FieldPos(0)
		if s.header == nil {
			s.header = cells
			if !s.find(kind) {
				break
			}
			continue
		}
		if len(cells) != len(s.header) {
			s.add(line, "", "it has %d columns; it should have %d, as the header has", len(cells), len(s.header))
			continue
		}
		s.rows = append(s.rows, sheetRow{line, cells})
	}
	if len(s.list) == 0 && len(s.rows) == 0 {
		s.add(0, "", "it has no rows below its header; it should have one a record")
	}
	return s, s.err()
}

// find looks for the fields of a kind in the header.
func (s *sheet) find(kind Kind) bool {
	var missing []string
	for _, l := range layouts[kind] {
		if s.column, missing = locate(l, s.header); len(missing) == 0 {
			return s.once(l)
		}
	}
	for other, ls := range layouts {
		for _, l := range ls {
			if _, m := locate(l, s.header); len(m) == 0 {
				s.add(1, "", "it is a file of kind %s; it should be one of kind %s", other, kind)
				return false
			}
		}
	}
	_, missing = locate(layouts[kind][0], s.header)
	s.add(1, "", "the header has no column %s; a file of kind %s should have it", strings.Join(missing, ", "), kind)
	return false
}

func locate(l layout, header []string) (column map[field]int, missing []string) {
	column = make(map[field]int, len(l))
	for f, name := range l {
		i := slices.IndexFunc(header, func(h string) bool { return plain(h) == plain(name) })
		if i < 0 {
			missing = append(missing, name)
		}
		column[f] = i
	}
	slices.Sort(missing)
	return column, missing
}

// once holds that no column which is read stands there twice.
func (s *sheet) once(l layout) bool {
	ok := true
	for _, name := range slices.Sorted(maps.Values(l)) {
		n := 0
		for _, h := range s.header {
			if plain(h) == plain(name) {
				n++
			}
		}
		if n > 1 {
			s.add(1, name, "the header has it %d times; it should be there once", n)
			ok = false
		}
	}
	return ok
}

var space = strings.NewReplacer("_", " ", "-", " ")

func plain(header string) string {
	return strings.ToUpper(strings.Join(strings.Fields(space.Replace(header)), " "))
}

// text is a cell without the spaces around it.
func (s *sheet) text(r sheetRow, f field) string { return strings.TrimSpace(r.cells[s.column[f]]) }

// wrong reports a cell.
func (s *sheet) wrong(r sheetRow, f field, format string, args ...any) {
	s.add(r.line, s.header[s.column[f]], format, args...)
}

// name is a cell that holds a name: not empty, not too long, printable.
func (s *sheet) name(r sheetRow, f field, most int) string {
	text := s.text(r, f)
	switch n := len([]rune(text)); {
	case n == 0:
		s.wrong(r, f, "it is empty; it should hold a name")
	case n > most:
		s.wrong(r, f, "it has %d characters; it should have at most %d", n, most)
	case strings.ContainsFunc(text, func(c rune) bool { return c < 0x20 || c == 0x7f }):
		s.wrong(r, f, "it holds a control character; it should be one line of text")
	}
	return text
}
