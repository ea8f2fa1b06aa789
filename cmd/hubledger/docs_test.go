package main

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var quoted = regexp.MustCompile(`'[^']*'|"[^"]*"|\S+`)

// Every command line in the README and the guides is one that the program
// takes: the command is there, its flags are, and so many arguments are right.
func TestDocsNameWhatThereIs(t *testing.T) {
	top := filepath.Join("..", "..")
	files, err := filepath.Glob(filepath.Join(top, "docs", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for _, file := range append(files, filepath.Join(top, "README.md")) {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		in := bufio.NewScanner(f)
		for n := 1; in.Scan(); n++ {
			line := strings.TrimPrefix(in.Text(), "$ ")
			line = strings.Replace(line, "go run ./cmd/hubledger", "hubledger", 1)
			args, ok := strings.CutPrefix(line, "hubledger ")
			if !ok || strings.HasPrefix(line, "hubledger is ") {
				continue
			}
			lines++
			args, _, _ = strings.Cut(args, " #")
			args, _, _ = strings.Cut(args, " > ")
			args, _, _ = strings.Cut(args, " | ")
			if err := understood(quoted.FindAllString(args, -1)); err != nil {
				t.Errorf("%s, line %d: %s\n%v", file, n, in.Text(), err)
			}
		}
	}
	if lines < 15 {
		t.Errorf("%d command lines were found; there are more", lines)
	}
}

// understood reports whether the program would take arguments, without doing
// what they ask.
func understood(args []string) error {
	p := newProgram(func(string) string { return "" }, strings.NewReader(""), io.Discard, io.Discard)
	cmd, rest, err := p.root().Find(args)
	if err != nil {
		return err
	}
	if err := cmd.ParseFlags(rest); err != nil {
		return err
	}
	return cmd.Args(cmd, cmd.Flags().Args())
}
