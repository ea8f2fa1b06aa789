package main

import (
	"io"
	"os"

	"golang.org/x/term"
)

// isTerminal reports whether somebody reads what is written to w as it comes.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// coloured reports whether w shows colours and nobody asked for none.
func (p *program) coloured(w io.Writer) bool {
	return isTerminal(w) && p.getenv("NO_COLOR") == "" && p.getenv("TERM") != "dumb"
}

const (
	green = "\x1b[32m"
	red   = "\x1b[31m"
	plain = "\x1b[0m"
)

// paint gives text a colour where w shows it.
func (p *program) paint(w io.Writer, colour, text string) string {
	if !p.coloured(w) {
		return text
	}
	return colour + text + plain
}
