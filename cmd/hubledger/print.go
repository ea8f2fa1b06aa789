package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
)

// linePrinter prints an event a line, as the API does.
type linePrinter struct {
	w    io.Writer
	line []byte
}

func (*linePrinter) begin() error { return nil }

func (l *linePrinter) event(e eventstore.Event) error {
	l.line = append(api.AppendEvent(l.line[:0], e), '\n')
	_, err := l.w.Write(l.line)
	return err
}

// tablePrinter prints an event a line for people to read. The columns have
// fixed widths, as no one waits for the longest of ten million.
type tablePrinter struct{ w io.Writer }

const tableRow = "%8s  %-27s  %-10s  %-24s  %4s  %-32s  %s\n"

func (t *tablePrinter) begin() error {
	_, err := fmt.Fprintf(t.w, tableRow, "SEQ", "RECORDED", "EFFECTIVE", "STREAM", "REV", "TYPE", "DATA")
	return err
}

func (t *tablePrinter) event(e eventstore.Event) error {
	effective := e.EffectiveOn
	if effective == "" {
		effective = "-"
	}
	_, err := fmt.Fprintf(t.w, tableRow, strconv.FormatInt(int64(e.Seq), 10), recorded(e), effective,
		e.Stream, strconv.FormatInt(int64(e.Revision), 10), e.Type, shortened(e.Data, 100))
	return err
}

func recorded(e eventstore.Event) string {
	if e.RecordedAt.IsZero() {
		return "-"
	}
	return e.RecordedAt.UTC().Format(eventstore.InstantLayout)
}

// shortened is the beginning of a text, in bytes, cut between characters.
func shortened(b []byte, most int) string {
	if len(b) <= most {
		return string(b)
	}
	for most > 0 && b[most]&0xC0 == 0x80 {
		most--
	}
	return string(b[:most]) + "…"
}

// csvPrinter prints a table for a spreadsheet.
type csvPrinter struct{ w *csv.Writer }

func newCSVPrinter(w io.Writer) printer {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	return &csvPrinter{c}
}

func (c *csvPrinter) begin() error {
	return c.row("seq", "id", "stream", "revision", "type", "version", "recordedAt", "effectiveOn",
		"person", "role", "onBehalfOf", "command", "commandId", "data")
}

func (c *csvPrinter) event(e eventstore.Event) error {
	env, err := eventstore.ParseEnvelope(e.Metadata)
	if err != nil {
		env = eventstore.Envelope{} // an event from elsewhere states nothing
	}
	var person, role, behalf, command, id string
	if a := env.Actor; a != nil {
		person, role, behalf = a.Person.String(), a.Role, a.OnBehalfOf
	}
	if cmd := env.Command; cmd != nil {
		command, id = cmd.Name, cmd.ID.String()
	}
	return c.row(strconv.FormatInt(int64(e.Seq), 10), e.ID.String(), string(e.Stream), strconv.FormatInt(int64(e.Revision), 10),
		e.Type, strconv.Itoa(e.Version), recorded(e), e.EffectiveOn, person, role, behalf, command, id, string(e.Data))
}

// row writes one row. A cell that a spreadsheet would take for a formula gets
// an apostrophe before it.
func (c *csvPrinter) row(cells ...string) error {
	for i, cell := range cells {
		if cell != "" && (cell[0] == '=' || cell[0] == '+' || cell[0] == '-' || cell[0] == '@' || cell[0] == '\t' || cell[0] == '\r') && cell != "-" {
			cells[i] = "'" + cell
		}
	}
	if err := c.w.Write(cells); err != nil {
		return err
	}
	c.w.Flush()
	return c.w.Error()
}
