package http

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
)

// jsonBody is a value as JSON.
type jsonBody struct{ value any }

func (b jsonBody) render(*call) ([]byte, error) {
	out, err := json.Marshal(b.value, json.Deterministic(true))
	if err != nil {
		return nil, fmt.Errorf("couldn't write the answer: %w", err)
	}
	return append(out, '\n'), nil
}

// bytesBody is what it is.
type bytesBody []byte

func (b bytesBody) render(*call) ([]byte, error) { return b, nil }

// tableBody is a table as CSV (RFC 4180).
type tableBody struct {
	header []string
	rows   [][]string
}

func (t tableBody) render(*call) ([]byte, error) {
	var b bytes.Buffer
	out := csv.NewWriter(&b)
	out.UseCRLF = true
	for _, row := range append([][]string{t.header}, t.rows...) {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = harmless(cell)
		}
		if err := out.Write(cells); err != nil {
			return nil, fmt.Errorf("couldn't write the table: %w", err)
		}
	}
	out.Flush()
	return b.Bytes(), out.Error()
}

// harmless puts an apostrophe before a cell that a spreadsheet would take for a
// formula: one whose first character, spaces and invisible ones aside, is one
// of those below. A number is none, with or without a minus.
func harmless(cell string) string {
	bare := strings.TrimLeftFunc(cell, func(r rune) bool {
		return r != '\t' && r != '\r' && r != '\n' && (unicode.IsSpace(r) || unicode.Is(unicode.Cf, r))
	})
	first, _ := utf8.DecodeRuneInString(bare)
	if bare == "" || !strings.ContainsRune("=+-@\t\r\n\x00|＝＋－＠", first) || isNumber(cell) {
		return cell
	}
	return "'" + cell
}

func isNumber(s string) bool {
	digits, point := 0, false
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '.' && !point && digits > 0:
			point = true
		case r == '-' && i == 0:
		default:
			return false
		}
	}
	return digits > 0
}
