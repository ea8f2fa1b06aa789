package http

import (
	"fmt"
	"slices"
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
	left    bool   // the example leaves it out: to name what it lies in is enough
}

// place is a field of a command, and how to put another value there.
type place struct {
	pointer  string
	schema   *jsonschema.Schema
	there    bool // in the example; otherwise it is put there with a value that is not right
	required bool
	set      func(any)
	remove   func()
	rename   func()
}

// places are all fields that a command may have by its schema: those of its
// example, and those that the example leaves out. attach puts v where it
// belongs, if it is not there.
func places(pointer string, s *jsonschema.Schema, v map[string]any, attach func()) []place {
	var out []place
	for _, name := range s.PropertyOrder {
		p := s.Properties[name]
		at := pointer + "/" + name
		value, there := v[name]
		one := place{pointer: at, schema: p, there: there, set: func(to any) { attach(); v[name] = to }}
		if there {
			one.required = slices.Contains(s.Required, name)
			one.remove = func() { delete(v, name) }
			one.rename = func() { delete(v, name); v[strings.ToUpper(name)] = value }
		}
		out = append(out, one)
		switch {
		case p.Items != nil:
			list, _ := value.([]any)
			out = append(out, items(at, p.Items, list, func(all []any) { attach(); v[name] = all })...)
		case len(p.Properties) > 0:
			inner, _ := value.(map[string]any)
			if inner == nil {
				inner = make(map[string]any)
			}
			out = append(out, places(at, p, inner, func() { attach(); v[name] = inner })...)
		}
	}
	return out
}

// items are the fields of a list's items, or of one that is put there.
func items(pointer string, s *jsonschema.Schema, list []any, put func([]any)) []place {
	var out []place
	there := len(list) > 0
	if !there {
		list = []any{nil}
		if len(s.Properties) > 0 {
			list[0] = make(map[string]any)
		}
	}
	for i := range list {
		at := fmt.Sprintf("%s/%d", pointer, i)
		if object, ok := list[i].(map[string]any); ok {
			out = append(out, places(at, s, object, func() { put(list) })...)
		} else {
			out = append(out, place{pointer: at, schema: s, there: there, set: func(to any) { list[i] = to; put(list) }})
		}
	}
	return out
}

// changed is a command's example with another value at its place i.
func changed(t testing.TB, c wire.CommandType, s *jsonschema.Schema, i int, change func(place)) string {
	t.Helper()
	v := exampleValue(t, c.Name)
	change(places("", s, v, func() {})[i])
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func exampleValue(t testing.TB, name string) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal([]byte(example(t, name)), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

var tenMB = `{"authority": "` + strings.Repeat("x", 10<<20) + `"}`

// badOnes are the ways in which a command can be not right, each made from its
// example.
func badOnes(t testing.TB, c wire.CommandType) []bad {
	whole := strings.TrimSpace(example(t, c.Name))
	list := []bad{
		{"broken JSON", whole[:len(whole)-1], 400, "", false},
		{"text after the object", whole + "{}", 400, "", false},
		{"no object", "[" + whole + "]", 400, "", false},
		{"nothing", "", 400, "", false},
		{"bad UTF-8", strings.Replace(whole, `"role": "`, "\"role\": \"\xff", 1), 400, "", false},
		{"a name twice", strings.Replace(whole, `{`, `{"data": {},`, 1), 400, "/data", false},
		{"an unknown field", strings.Replace(whole, `{`, `{"nonsense": 1,`, 1), 400, "/nonsense", false},
		{"an unknown field of data", strings.Replace(whole, `"data": {`, `"data": {"nonsense": 1,`, 1), 400, "/data/nonsense", false},
		{"nested too deeply", strings.Replace(whole, `"data": {`, `"data": {"nonsense": `+strings.Repeat("[", 100)+strings.Repeat("]", 100)+`,`, 1), 400, "", false},
		{"10 MB", tenMB, 413, "", false},
	}
	schema := commandSchema(c)
	for i, p := range places("", schema, exampleValue(t, c.Name), func() {}) {
		put := func(name string, status int, value any) {
			list = append(list, bad{name + " at " + p.pointer, changed(t, c, schema, i, func(p place) { p.set(value) }), status, p.pointer, !p.there})
		}
		if p.required {
			list = append(list, bad{"nothing at " + p.pointer, changed(t, c, schema, i, func(p place) { p.remove() }), 422, p.pointer, false})
		}
		if p.rename != nil {
			upper := p.pointer[:strings.LastIndex(p.pointer, "/")+1] + strings.ToUpper(p.pointer[strings.LastIndex(p.pointer, "/")+1:])
			list = append(list, bad{"another case of " + p.pointer, changed(t, c, schema, i, func(p place) { p.rename() }), 400, upper, false})
		}
		switch kind := p.schema.Type; {
		case kind == "integer":
			put("a text", 422, "5")
			put("a fraction", 422, 1.5)
			put("an overflow", 422, 1e300)
			put("a number beyond 2^53", 422, 9007199254740994)
			if p.there && !mayBeNegative[c.Name+p.pointer] {
				put("a negative number", 422, -5)
			}
		case kind == "boolean":
			put("a text", 422, "true")
		case kind == "array":
			put("a text", 422, "x")
		case kind == "object":
			put("a list", 422, []any{})
		case kind != "string":
			t.Fatalf("%s: %s has type %q, which this test has no bad value for", c.Name, p.pointer, kind)
		default:
			put("a number", 422, 20240401)
			for name, text := range badTexts(p) {
				put(name, 422, text)
			}
		}
	}
	return list
}

// mayBeNegative are the amounts that can be below 0: what is given is
// different, or owed the other way.
var mayBeNegative = map[string]bool{
	"vary-allocation/data/pence": true, "agree-funder-balance/data/pence": true,
	"reconcile-ledger/data/hostBalance": true, "reconcile-ledger/data/explained/0/pence": true,
}

// badTexts are texts that can't be right at a place, whatever else stands in
// the command.
func badTexts(p place) map[string]string {
	switch {
	case p.schema.Format == "date":
		return map[string]string{"a date that is none": "2024-02-30", "a date of another form": "01/04/2024"}
	case p.schema.Format == "uuid":
		return map[string]string{"no UUID": "0190a5a4"}
	case p.schema.Pattern != "":
		return map[string]string{"another form": "not a code!"}
	case len(p.schema.Enum) > 0:
		return map[string]string{"none of the list": "PERHAPS"}
	}
	return map[string]string{"a control character": "a\x00b", "far too long a text": strings.Repeat("x", 2000)}
}

// Every command with bad input is answered with what is wrong and where, and
// nothing is recorded.
func TestBadInputIsNamedAndNotRecorded(t *testing.T) {
	w := serve(t)
	before := w.store.Head()
	cases := 0
	for _, c := range publicCommands() {
		documented := make(map[int]bool) // one answer of each status is held against the document
		for _, b := range badOnes(t, c) {
			cases++
			r, rec := w.send("POST", "/v1/commands/"+c.Name, b.body)
			if !documented[rec.Code] {
				check(t, r, rec)
				documented[rec.Code] = true
			}
			if rec.Code != b.status {
				t.Errorf("%s, %s: got %d, want %d: %s", c.Name, b.name, rec.Code, b.status, rec.Body)
				continue
			}
			var p api.Problem
			if err := json.Unmarshal(rec.Body.Bytes(), &p); err != nil {
				t.Errorf("%s, %s: %v", c.Name, b.name, err)
				continue
			}
			if b.pointer != "" && !named(p, b) {
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

// named reports whether a problem says what is wrong with the place of a bad
// command. Where the example leaves the place out, it may say of what the place
// lies in that it should be left out.
func named(p api.Problem, b bad) bool {
	return slices.ContainsFunc(p.Errors, func(e api.FieldError) bool {
		return e.Pointer != nil && e.Detail != "" &&
			(*e.Pointer == b.pointer || b.left && *e.Pointer != "/data" && strings.HasPrefix(b.pointer, *e.Pointer+"/"))
	})
}
