package http

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/go-chi/chi/v5"
	"github.com/google/jsonschema-go/jsonschema"

	"github.com/hubledger/hubledger/http/api"
)

// Where a parameter stands.
const (
	inQuery  = "query"
	inPath   = "path"
	inHeader = "header"
)

// parameter is something a request may carry beside its body.
type parameter interface {
	spec() paramSpec
	// read makes a value of what the request carries: one text, or several
	// where the parameter may stand several times.
	read(texts []string) (any, error)
}

// paramSpec is what the documents say of a parameter.
type paramSpec struct {
	name, in string
	text     string // what it means
	example  string
	schema   *jsonschema.Schema
	required bool
	many     bool // it may stand several times
}

// param is a parameter whose value is a T.
type param[T any] struct {
	paramSpec
	parse func(string) (T, error)
}

func (p param[T]) spec() paramSpec { return p.paramSpec }

func (p param[T]) read(texts []string) (any, error) {
	if len(texts) > 1 {
		return nil, fmt.Errorf("stands %d times; it should stand once", len(texts))
	}
	return p.parse(texts[0])
}

// of is the parameter's value in a call, and false where the request has none.
// A route that does not list the parameter can't ask for it.
func (p param[T]) of(c *call) (v T, given bool) {
	c.route.mustHave(p.name)
	raw, given := c.values[p.name]
	if !given {
		return v, false
	}
	return raw.(T), true
}

// params is a parameter that may stand several times.
type params[T any] struct{ param[T] }

func (p params[T]) spec() paramSpec {
	s := p.paramSpec
	s.many = true
	return s
}

func (p params[T]) read(texts []string) (any, error) {
	out := make([]T, len(texts))
	for i, text := range texts {
		v, err := p.parse(text)
		if err != nil {
			return nil, err
		}
		out[i] = v
	}
	return out, nil
}

func (p params[T]) of(c *call) []T {
	c.route.mustHave(p.name)
	v, _ := c.values[p.name].([]T)
	return v
}

// readParams reads what a route's table row lists, and refuses what it does
// not: a filter that is misspelt and passed over would answer another question.
func readParams(rt *route, r *http.Request) (map[string]any, []api.FieldError) {
	values := make(map[string]any, len(rt.params))
	var bad []api.FieldError
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		bad = append(bad, api.FieldError{Detail: "the query string is not well-formed: each % should be followed by two hex digits, and ; should be %3B"})
	}
	for _, p := range rt.params {
		s := p.spec()
		var texts []string
		switch s.in {
		case inQuery:
			texts = query[s.name]
			delete(query, s.name)
		case inHeader:
			texts = r.Header.Values(s.name)
		case inPath:
			text, err := url.PathUnescape(chi.URLParam(r, s.name))
			if err != nil {
				bad = append(bad, api.FieldError{Parameter: s.name, Detail: "is not well-formed"})
				continue
			}
			if text == "" { // as in /v1/hubs//awards, which is no address of the document
				bad = append(bad, api.FieldError{Parameter: s.name, Detail: "is empty"})
				continue
			}
			texts = []string{text}
		}
		if len(texts) == 0 {
			continue
		}
		v, err := p.read(texts)
		if err != nil {
			bad = append(bad, api.FieldError{Parameter: s.name, Detail: err.Error()})
			continue
		}
		values[s.name] = v
	}
	for _, name := range sortedKeys(query) {
		bad = append(bad, api.FieldError{Parameter: clip(name), Detail: "is not a parameter here; " + known(rt)})
	}
	return values, bad
}

// known says which parameters of the query a route has.
func known(rt *route) string {
	var names []string
	for _, p := range rt.params {
		if s := p.spec(); s.in == inQuery {
			names = append(names, s.name)
		}
	}
	if len(names) == 0 {
		return "there are none"
	}
	return "there are " + strings.Join(names, ", ")
}

// clip shortens what is shown back, and makes text of what is none.
func clip(s string) string {
	const most = 40
	if len(s) > most {
		s = s[:most] + "…"
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}
