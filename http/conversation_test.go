package http

import (
	"bytes"
	"flag"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
)

var update = flag.Bool("update", false, "write what the server answers into testdata/*.txt")

// shown are the headers of an answer that a conversation shows.
var shown = []string{
	"Content-Type", "Location", "Ledger-Seq", "Ledger-Revision", "Idempotency-Replayed", "ETag", "Cache-Control",
	"Retry-After", "Allow", "Link",
}

// exchange is one question and its answer, as they stand in a script: lines of
// the question begin with >, those of the answer with <, and comments with #.
type exchange struct {
	comment, question []string
	answer            []string
	line              int
}

func readScript(t *testing.T, path string) []exchange {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var list []exchange
	var one exchange
	for i, line := range append(strings.Split(string(b), "\n"), "") {
		rest := strings.TrimPrefix(line[min(1, len(line)):], " ")
		switch {
		case strings.HasPrefix(line, "#"):
			one.comment = append(one.comment, rest)
		case strings.HasPrefix(line, ">"):
			if one.question == nil {
				one.line = i + 1
			}
			one.question = append(one.question, rest)
		case strings.HasPrefix(line, "<"):
			one.answer = append(one.answer, rest)
		case line == "" && one.question != nil:
			list = append(list, one)
			one = exchange{}
		case line == "" && one.comment != nil:
			list = append(list, exchange{comment: one.comment})
			one = exchange{}
		case line != "":
			t.Fatalf("%s:%d: a line should begin with #, > or <", path, i+1)
		}
	}
	return list
}

// say asks an exchange's question. Its first line is method and target, then
// come headers, an empty line and the body.
func (w *world) say(t *testing.T, e exchange) *httptest.ResponseRecorder {
	t.Helper()
	method, target, _ := strings.Cut(e.question[0], " ")
	var header []string
	i := 1
	for ; i < len(e.question) && e.question[i] != ""; i++ {
		name, value, _ := strings.Cut(e.question[i], ": ")
		header = append(header, name, value)
	}
	body := strings.Join(e.question[min(i+1, len(e.question)):], "\n")
	rec := w.ask(method, target, body, header...)
	w.waitFor(t, w.store.Head())
	return rec
}

// lines are an answer as a script shows it: JSON is laid out for reading.
func lines(rec *httptest.ResponseRecorder) []string {
	out := []string{fmt.Sprint(rec.Code)}
	for _, name := range shown {
		if v := rec.Header().Get(name); v != "" {
			out = append(out, name+": "+v)
		}
	}
	body := rec.Body.Bytes()
	if strings.HasSuffix(rec.Header().Get("Content-Type"), "json") && !bytes.Contains(bytes.TrimSpace(body), []byte("\n")) {
		v := jsontext.Value(bytes.Clone(body))
		if v.Indent(jsontext.WithIndent("  ")) == nil {
			body = v
		}
	}
	text := strings.TrimRight(strings.ReplaceAll(string(body), "\r\n", "\n"), "\n")
	if text == "" {
		return out
	}
	return append(append(out, ""), strings.Split(text, "\n")...)
}

// Whole conversations with a server, each on a new ledger, as an operator can
// read them in testdata.
func TestConversations(t *testing.T) {
	scripts, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("found no conversation in testdata: %v", err)
	}
	for _, path := range scripts {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			w := serve(t)
			var written bytes.Buffer
			for _, e := range readScript(t, path) {
				for _, c := range e.comment {
					fmt.Fprintf(&written, "# %s\n", c)
				}
				if e.question == nil {
					written.WriteString("\n")
					continue
				}
				got := lines(w.say(t, e))
				if !*update && !slices.Equal(got, e.answer) {
					t.Errorf("%s:%d: %s\n got:\n%s\nwant:\n%s", path, e.line, e.question[0], strings.Join(got, "\n"), strings.Join(e.answer, "\n"))
				}
				put := func(mark string, lines []string) {
					for _, l := range lines {
						written.WriteString(strings.TrimRight(mark+" "+l, " ") + "\n")
					}
				}
				put(">", e.question)
				put("<", got)
				written.WriteString("\n")
			}
			if *update {
				if err := os.WriteFile(path, written.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}
