package http

import (
	"fmt"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/google/jsonschema-go/jsonschema"

	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/http/api"
)

// example is the example of a command, as the documents show it.
func example(t testing.TB, name string) string {
	t.Helper()
	b, err := files.ReadFile("examples/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Every example in the documents is a command that the ledger takes, in the
// form its schema says.
func TestEveryExampleIsACommand(t *testing.T) {
	for _, c := range publicCommands() {
		body := example(t, c.Name)
		if _, err := wire.ParseCommand(c.Name, []byte(body)); err != nil {
			t.Errorf("%s: %v", c.Name, err)
		}
		resolved, err := commandSchema(c).Resolve(nil)
		if err != nil {
			t.Fatalf("%s: %v", c.Name, err)
		}
		var v any
		if err := json.Unmarshal([]byte(body), &v); err != nil {
			t.Fatal(err)
		}
		if err := resolved.Validate(v); err != nil {
			t.Errorf("%s is not what its schema says: %v", c.Name, err)
		}
	}
}

// bad is one way in which a command is not right.
type bad struct {
	name    string
	body    string
	status  int
	pointer string // that has to be named; empty for none
}

// place is a field of a command's example, and how to put another value there.
type place struct {
	pointer  string
	schema   *jsonschema.Schema
	required bool
	set      func(any)
	remove   func()
	rename   func()
}

// places are all fields that an example has, by its schema.
func places(pointer string, s *jsonschema.Schema, v map[string]any) []place {
	var out []place
	for _, name := range s.PropertyOrder {
		inner, there := v[name]
		if !there {
			continue
		}
		p := s.Properties[name]
		at := pointer + "/" + name
		required := false
		for _, r := range s.Required {
			required = required || r == name
		}
		out = append(out, place{
			pointer: at, schema: p, required: required,
			set: func(to any) { v[name] = to }, remove: func() { delete(v, name) },
			rename: func() { delete(v, name); v[strings.ToUpper(name)] = inner },
		})
		switch inner := inner.(type) {
		case map[string]any:
			out = append(out, places(at, p, inner)...)
		case []any:
			for i := range inner {
				one := fmt.Sprintf("%s/%d", at, i)
				if object, ok := inner[i].(map[string]any); ok {
					out = append(out, places(one, p.Items, object)...)
				} else {
					out = append(out, place{pointer: one, schema: p.Items, set: func(to any) { inner[i] = to }})
				}
			}
		}
	}
	return out
}

// without makes a bad command by changing one place of the example.
func changed(t testing.TB, c wire.CommandType, i int, change func(place)) string {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal([]byte(example(t, c.Name)), &v); err != nil {
		t.Fatal(err)
	}
	change(places("", commandSchema(c), v)[i])
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// badOnes are the ways in which a command can be not right, each made from its
// example.
func badOnes(t testing.TB, c wire.CommandType) []bad {
	whole := strings.TrimSpace(example(t, c.Name))
	list := []bad{
		{"broken JSON", whole[:len(whole)-1], 400, ""},
		{"text after the object", whole + "{}", 400, ""},
		{"no object", "[" + whole + "]", 400, ""},
		{"nothing", "", 400, ""},
		{"bad UTF-8", strings.Replace(whole, `"role": "`, "\"role\": \"\xff", 1), 400, ""},
		{"a name twice", strings.Replace(whole, `{`, `{"data": {},`, 1), 400, "/data"},
		{"an unknown field", strings.Replace(whole, `{`, `{"nonsense": 1,`, 1), 400, "/nonsense"},
		{"an unknown field of data", strings.Replace(whole, `"data": {`, `"data": {"nonsense": 1,`, 1), 400, "/data/nonsense"},
		{"nested too deeply", strings.Replace(whole, `"data": {`, `"data": {"nonsense": `+strings.Repeat("[", 100)+strings.Repeat("]", 100)+`,`, 1), 400, ""},
		{"10 MB", strings.Replace(whole, `{`, `{"authority": "`+strings.Repeat("x", 10<<20)+`",`, 1), 413, ""},
	}
	var v map[string]any
	if err := json.Unmarshal([]byte(whole), &v); err != nil {
		t.Fatal(err)
	}
	for i, p := range places("", commandSchema(c), v) {
		put := func(name string, status int, value any) {
			list = append(list, bad{name + " at " + p.pointer, changed(t, c, i, func(p place) { p.set(value) }), status, p.pointer})
		}
		if p.required {
			list = append(list, bad{"nothing at " + p.pointer, changed(t, c, i, func(p place) { p.remove() }), 422, p.pointer})
		}
		if p.rename != nil {
			upper := p.pointer[:strings.LastIndex(p.pointer, "/")+1] + strings.ToUpper(p.pointer[strings.LastIndex(p.pointer, "/")+1:])
			list = append(list, bad{"another case of " + p.pointer, changed(t, c, i, func(p place) { p.rename() }), 400, upper})
		}
		switch kind := p.schema.Type; {
		case kind == "integer":
			put("a negative number", 422, -5)
			put("a text", 422, "5")
			put("a fraction", 422, 1.5)
			put("an overflow", 422, 1e300)
			put("a number beyond 2^53", 422, 9007199254740994)
		case kind == "boolean":
			put("a text", 422, "true")
		case kind == "array":
			put("a text", 422, "x")
		case kind == "object":
			put("a list", 422, []any{})
		case p.schema.Format == "date":
			put("a date that is none", 422, "2024-02-30")
			put("a date of another form", 422, "01/04/2024")
			put("a number", 422, 20240401)
		case p.schema.Format == "uuid":
			put("no UUID", 422, "0190a5a4")
		case kind == "string" && p.schema.Pattern != "":
			put("another form", 422, "not a code!")
			put("a number", 422, 7)
		case kind == "string" && len(p.schema.Enum) > 0:
			put("none of the list", 422, "PERHAPS")
		case kind == "string":
			put("a number", 422, 7)
			put("a control character", 422, "a\x00b")
			put("far too long a text", 422, strings.Repeat("x", 2000))
		}
	}
	return list
}

// Every command with bad input is answered with what is wrong and where, and
// nothing is recorded.
func TestBadInputIsNamedAndNotRecorded(t *testing.T) {
	w := serve(t)
	before := w.store.Head()
	cases := 0
	for _, c := range publicCommands() {
		for _, b := range badOnes(t, c) {
			cases++
			rec := w.ask("POST", "/v1/commands/"+c.Name, b.body)
			if rec.Code != b.status {
				t.Errorf("%s, %s: got %d, want %d: %s", c.Name, b.name, rec.Code, b.status, rec.Body)
				continue
			}
			var p api.Problem
			if err := json.Unmarshal(rec.Body.Bytes(), &p); err != nil {
				t.Errorf("%s, %s: %v", c.Name, b.name, err)
				continue
			}
			if b.pointer != "" && !named(p, b.pointer) {
				t.Errorf("%s, %s: %s is not named: %s", c.Name, b.name, b.pointer, rec.Body)
			}
			if rec.Body.Len() > 4096 {
				t.Errorf("%s, %s: the answer has %d bytes; it should not give back what was sent", c.Name, b.name, rec.Body.Len())
			}
		}
	}
	if cases < 10*len(publicCommands()) {
		t.Errorf("only %d cases were tried", cases)
	}
	if head := w.store.Head(); head != before {
		t.Errorf("%d events were recorded", head-before)
	}
}

func named(p api.Problem, pointer string) bool {
	for _, e := range p.Errors {
		if e.Pointer != nil && *e.Pointer == pointer && e.Detail != "" {
			return true
		}
	}
	return false
}
