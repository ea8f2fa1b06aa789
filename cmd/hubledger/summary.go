package main

import (
	"fmt"

	"github.com/hubledger/hubledger/intake"
)

// summarise says what became of files.
func (p *program) summarise(list []intake.Summary) {
	for _, s := range list {
		of := ""
		if !s.Census.IsZero() {
			of = fmt.Sprintf(" of %s", s.Census)
		}
		fmt.Fprintf(p.stdout, "%s%s: %d rows, %d PCNs, %d ICBs; %d events recorded, %d commands recorded before, %d with nothing to record\n",
			s.File, of, s.Rows, s.PCNs, s.ICBs, s.Recorded(), s.Replayed, s.Nothing)
		for _, typ := range s.EventTypes() {
			fmt.Fprintf(p.stdout, "  %8d  %s\n", s.Events[typ], typ)
		}
		if s.Taken > 0 {
			fmt.Fprintf(p.stdout, "  %d commands were imported before by somebody else, and are left as they were\n", s.Taken)
		}
		for _, l := range s.LeftOut {
			fmt.Fprintf(p.stdout, "  %d rows: %s (lines %s)\n", len(l.Rows), l.Reason, some(l.Rows))
		}
		for _, r := range s.Refused {
			fmt.Fprintf(p.stdout, "  refused: %v\n", &r)
		}
		for _, note := range s.Notes {
			fmt.Fprintf(p.stdout, "  %s\n", note)
		}
	}
}

// some are the first few lines.
func some(rows []int) string {
	const most = 5
	text := ""
	for i, row := range rows {
		if i == most {
			return text + fmt.Sprintf(" and %d more", len(rows)-most)
		}
		if i > 0 {
			text += ", "
		}
		text += fmt.Sprint(row)
	}
	return text
}
