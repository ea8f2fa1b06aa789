package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestConversations plays the conversations in testdata: what an operator types
// and what the program answers, in one process, through run. A conversation is
// made of
//
//	# a remark
//	$ hubledger ARGS        run; what follows is what is printed, up to the next step
//	$ hubledger ARGS < FILE with FILE as stdin
//	& hubledger ARGS        run beside what follows; $URL is where it serves
//	& stop                  end that, as a signal does
//	! TEXT                  a line on stderr
//	= CODE                  the exit code, where it is not 0
//	-- FILE --              a file in $DIR, up to the next such line
//
// In what is printed, … stands for any text within a line, and a line of …
// alone for any number of lines. $DIR is a folder of the conversation's own,
// $DATA the published data, without which a conversation that needs it is left
// out.
func TestConversations(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("there is no conversation in testdata: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			play(t, string(text))
		})
	}
}

// published is the folder of the published data.
func published(t *testing.T) string {
	dir := os.Getenv("HUBLEDGER_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("the published data is not in %s, nor does $HUBLEDGER_DATA say where it is", dir)
	}
	return dir
}

// conversation is one that is being played.
type conversation struct {
	t    *testing.T
	vars []string // pairs of what is written in it and what it stands for
	dir  string

	stop   context.CancelFunc // of what runs beside; nil where nothing does
	beside chan answered
}

type step struct {
	line int
	text string   // after $ or &
	kind byte     // $ or &
	out  []string // what is expected on stdout
	err  []string // on stderr
	code int
}

// answered is what the program printed and ended with.
type answered struct {
	out, err string
	code     int
}

func play(t *testing.T, text string) {
	c := &conversation{t: t, dir: t.TempDir()}
	c.vars = []string{"$DIR", c.dir}
	if strings.Contains(text, "$DATA") {
		c.vars = append(c.vars, "$DATA", published(t))
	}
	script, files, _ := strings.Cut(text, "\n-- ")
	if files != "" {
		c.write("-- " + files)
	}
	defer c.end()
	for _, s := range steps(t, script) {
		c.step(s)
	}
}

// write makes the files of a conversation.
func (c *conversation) write(text string) {
	header := regexp.MustCompile(`(?m)^-- (\S+) --\n`)
	at := header.FindAllStringSubmatchIndex(text, -1)
	for i, m := range at {
		end := len(text)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		if err := os.WriteFile(filepath.Join(c.dir, text[m[2]:m[3]]), []byte(text[m[1]:end]), 0o600); err != nil {
			c.t.Fatal(err)
		}
	}
}

func steps(t *testing.T, script string) []step {
	t.Helper()
	var list []step
	for i, line := range strings.Split(script, "\n") {
		kind, rest, _ := strings.Cut(line, " ")
		last := len(list) - 1
		switch {
		case line == "" || kind == "#":
		case kind == "$" || kind == "&":
			list = append(list, step{line: i + 1, kind: line[0], text: rest})
		case last < 0:
			t.Fatalf("line %d stands before the first step", i+1)
		case kind == "!":
			list[last].err = append(list[last].err, rest)
		case kind == "=":
			if _, err := fmt.Sscan(rest, &list[last].code); err != nil {
				t.Fatalf("line %d: %v", i+1, err)
			}
		default:
			list[last].out = append(list[last].out, line)
		}
	}
	return list
}

func (c *conversation) step(s step) {
	c.t.Helper()
	text := strings.NewReplacer(c.vars...).Replace(s.text)
	var got answered
	switch {
	case s.kind == '$':
		got = c.run(c.t.Context(), text, io2{})
	case text == "stop":
		c.stop()
		got = <-c.beside
		c.stop = nil
	default:
		c.start(s, text)
		return
	}
	c.compare(s, "stdout", s.out, got.out)
	c.compare(s, "stderr", s.err, got.err)
	if got.code != s.code {
		c.t.Errorf("line %d: hubledger ended with %d, want %d\nstdout: %s\nstderr: %s", s.line, got.code, s.code, got.out, got.err)
	}
}

// io2 are the two streams a program prints to.
type io2 struct{ out, err *watched }

func (c *conversation) run(ctx context.Context, text string, to io2) answered {
	text, stdin, _ := strings.Cut(text, " < ")
	args := strings.Fields(text)
	if len(args) == 0 || args[0] != "hubledger" {
		c.t.Fatalf("%q does not begin with hubledger", text)
	}
	if to.out == nil {
		to = io2{newWatched(), newWatched()}
	}
	env := func(name string) string { return "" }
	p := newProgram(env, strings.NewReader(""), to.out, to.err)
	if stdin != "" {
		f, err := os.Open(stdin)
		if err != nil {
			c.t.Fatal(err)
		}
		defer f.Close()
		p.stdin = f
	}
	err := p.run(ctx, args[1:])
	code := exitCode(err, to.err)
	return answered{to.out.String(), to.err.String(), code}
}

// start runs the program beside what follows, once it says where it serves.
func (c *conversation) start(s step, text string) {
	c.t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	to := io2{newWatched(), newWatched()}
	c.stop, c.beside = stop, make(chan answered, 1)
	go func() { c.beside <- c.run(ctx, text, to) }()
	at := regexp.MustCompile(`Serving ledger \S+ at (\S+)\n`)
	deadline := time.After(60 * time.Second)
	for {
		if m := at.FindStringSubmatch(to.out.String()); m != nil {
			c.set("$URL", m[1])
			return
		}
		select {
		case got := <-c.beside:
			c.t.Fatalf("line %d: it ended with %d before it served: %s%s", s.line, got.code, got.out, got.err)
		case <-deadline:
			c.t.Fatalf("line %d: it does not serve after a minute", s.line)
		case <-to.out.written:
		}
	}
}

func (c *conversation) set(name, value string) {
	for i := 0; i < len(c.vars); i += 2 {
		if c.vars[i] == name {
			c.vars[i+1] = value
			return
		}
	}
	c.vars = append(c.vars, name, value)
}

func (c *conversation) end() {
	if c.stop != nil {
		c.stop()
		<-c.beside
	}
}

// compare holds what was printed against what is expected.
func (c *conversation) compare(s step, what string, want []string, got string) {
	c.t.Helper()
	pattern := "^"
	for _, line := range want {
		if line == "…" {
			pattern += `(?:.*\n)*?`
			continue
		}
		line = strings.NewReplacer(c.vars...).Replace(line)
		parts := strings.Split(line, "…")
		for i := range parts {
			parts[i] = regexp.QuoteMeta(parts[i])
		}
		pattern += strings.Join(parts, ".*") + "\n"
	}
	got = strings.ReplaceAll(got, "\r\n", "\n") // of CSV
	if !regexp.MustCompile(pattern + "$").MatchString(got) {
		c.t.Errorf("line %d, %s: %s\ngot:\n%s\nwant:\n%s", s.line, s.text, what, got, strings.Join(want, "\n"))
	}
}

// watched keeps what is written, and tells that something was.
type watched struct {
	mu      sync.Mutex
	b       bytes.Buffer
	written chan struct{} // gets a value after a write, if nobody has taken the last
}

func newWatched() *watched { return &watched{written: make(chan struct{}, 1)} }

func (w *watched) Write(b []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	select {
	case w.written <- struct{}{}:
	default:
	}
	return w.b.Write(b)
}

func (w *watched) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.b.String()
}
