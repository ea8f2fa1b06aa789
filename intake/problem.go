package intake

import (
	"fmt"
	"strings"
)

// Problem is something in a file that can't be right.
type Problem struct {
	Line   int    // of the file, the first is 1; 0 where it is the file as a whole
	Column string // as the file's header names it; empty where it is the line as a whole
	Text   string // what is wrong, and what would be right
}

func (p Problem) String() string {
	switch {
	case p.Line == 0:
		return p.Text
	case p.Column == "":
		return fmt.Sprintf("line %d: %s", p.Line, p.Text)
	}
	return fmt.Sprintf("line %d, column %s: %s", p.Line, p.Column, p.Text)
}

// FileError says why a file can't be taken in. Nothing of it was.
type FileError struct {
	File     string
	Problems []Problem // the first of them, in the order of the file
	More     int       // how many there are beyond those
}

func (e *FileError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "couldn't read %s: ", e.File)
	for i, p := range e.Problems {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(p.String())
	}
	if e.More > 0 {
		fmt.Fprintf(&b, "; and %d more", e.More)
	}
	return b.String()
}

// problems collects what is wrong with one file.
type problems struct {
	file string
	list []Problem
	more int
}

// maxProblems is how many problems of a file are told. The first few say what
// kind of mistake it is.
const maxProblems = 20

func (p *problems) add(line int, column, format string, args ...any) {
	if len(p.list) == maxProblems {
		p.more++
		return
	}
	p.list = append(p.list, Problem{line, column, fmt.Sprintf(format, args...)})
}

// err is a *FileError, or nil where nothing is wrong.
func (p *problems) err() error {
	if len(p.list) == 0 {
		return nil
	}
	return &FileError{p.file, p.list, p.more}
}
