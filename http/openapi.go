package http

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/jsonschema-go/jsonschema"

	"github.com/hubledger/hubledger/http/api"
)

// The parts of an OpenAPI 3.1 document that this one has.
type (
	document struct {
		OpenAPI    string                          `json:"openapi"`
		Info       info                            `json:"info"`
		Tags       []tag                           `json:"tags"`
		Paths      map[string]map[string]operation `json:"paths"`
		Components components                      `json:"components"`
	}
	info struct {
		Title       string `json:"title"`
		Version     string `json:"version"`
		Description string `json:"description"`
	}
	tag struct {
		Name string `json:"name"`
	}
	operation struct {
		ID          string              `json:"operationId"`
		Tags        []string            `json:"tags"`
		Summary     string              `json:"summary"`
		Parameters  []parameterDoc      `json:"parameters,omitempty"`
		RequestBody *bodyDoc            `json:"requestBody,omitempty"`
		Responses   map[string]response `json:"responses"`
	}
	parameterDoc struct {
		Name        string             `json:"name"`
		In          string             `json:"in"`
		Description string             `json:"description"`
		Required    bool               `json:"required,omitzero"`
		Schema      *jsonschema.Schema `json:"schema"`
		Example     jsontext.Value     `json:"example,omitzero"`
	}
	bodyDoc struct {
		Required bool                 `json:"required"`
		Content  map[string]mediaType `json:"content"`
	}
	mediaType struct {
		Schema *jsonschema.Schema `json:"schema,omitempty"`
	}
	response struct {
		Ref         string               `json:"$ref,omitzero"` // and nothing else
		Description string               `json:"description,omitzero"`
		Headers     map[string]headerDoc `json:"headers,omitempty"`
		Content     map[string]mediaType `json:"content,omitempty"`
	}
	headerDoc struct {
		Description string             `json:"description"`
		Schema      *jsonschema.Schema `json:"schema"`
	}
	components struct {
		Schemas   map[string]*jsonschema.Schema `json:"schemas"`
		Responses map[string]response           `json:"responses"`
	}
)

// openAPI makes the document from the table.
func (s *Server) openAPI() ([]byte, error) {
	doc := document{
		OpenAPI: "3.1.0",
		Info: info{
			Title: "hubledger", Version: "1",
			Description: "The ledger of NHS England Training Hubs: every decision is an event, and what was known at any moment can be asked for ever after.",
		},
		Paths:      make(map[string]map[string]operation),
		Components: components{Schemas: make(map[string]*jsonschema.Schema), Responses: make(map[string]response)},
	}
	for _, group := range groups {
		doc.Tags = append(doc.Tags, tag{group})
	}
	for _, rt := range s.routes {
		if rt.hidden {
			continue
		}
		op := doc.operation(rt)
		if !rt.takesCommand {
			doc.add(rt.pattern, rt.method, op)
			continue
		}
		// One path for each command, so that its schema stands where it is used,
		// and one for any. The answers are the same of all, and stand once.
		for status, answer := range op.Responses {
			name := "command." + status
			doc.Components.Responses[name] = answer
			op.Responses[status] = response{Ref: "#/components/responses/" + name}
		}
		for _, t := range publicCommands() {
			one := op
			one.ID, one.Summary = t.Name, t.Summary
			one.Parameters = one.Parameters[1:]
			doc.Components.Schemas["command."+t.Name] = commandSchema(t)
			one.RequestBody = commandBodyDoc(&jsonschema.Schema{Ref: "#/components/schemas/command." + t.Name})
			doc.add(strings.Replace(rt.pattern, "{name}", t.Name, 1), rt.method, one)
		}
		op.RequestBody = commandBodyDoc(&jsonschema.Schema{Type: "object", Description: "A command; GET /v1/commands has the schema of each."})
		doc.add(rt.pattern, rt.method, op)
	}
	out, err := json.Marshal(doc, json.Deterministic(true), jsontext.WithIndent("  "))
	if err != nil {
		return nil, fmt.Errorf("couldn't write the OpenAPI document: %w", err)
	}
	return append(out, '\n'), nil
}

func (d *document) add(pattern, method string, op operation) {
	if d.Paths[pattern] == nil {
		d.Paths[pattern] = make(map[string]operation)
	}
	d.Paths[pattern][strings.ToLower(method)] = op
}

func commandBodyDoc(schema *jsonschema.Schema) *bodyDoc {
	return &bodyDoc{Required: true, Content: map[string]mediaType{formatJSON.mediaType: {schema}}}
}

func (d *document) operation(rt *route) operation {
	op := operation{ID: rt.id, Tags: []string{rt.group}, Summary: rt.summary, Responses: make(map[string]response)}
	for _, p := range rt.params {
		s := p.spec()
		one := parameterDoc{Name: s.name, In: s.in, Description: s.text, Required: s.required, Schema: s.schema}
		switch {
		case s.many:
			one.Schema = &jsonschema.Schema{Type: "array", Items: s.schema}
		case s.example == "":
		case s.schema.Type == "integer" || s.schema.Type == "boolean":
			one.Example = jsontext.Value(s.example)
		default:
			one.Example, _ = jsontext.AppendQuote(nil, s.example)
		}
		op.Parameters = append(op.Parameters, one)
	}
	ledgerSeq := map[string]headerDoc{"Ledger-Seq": {"The seq that the answer is true at.", seqSchema()}}
	for _, r := range rt.replies {
		one := response{Description: r.text, Headers: ledgerSeq}
		if r.status != 304 {
			one.Content = make(map[string]mediaType)
			for _, f := range rt.formats {
				media := mediaType{}
				if f == formatJSON && r.body != nil {
					media.Schema = d.ref(r.body)
				}
				one.Content[f.mediaType] = media
			}
		}
		op.Responses[strconv.Itoa(r.status)] = one
	}
	problems := make(map[int][]string)
	for _, p := range rt.allProblems() {
		problems[p.status] = append(problems[p.status], p.title+" ("+p.uri()+").")
	}
	for _, status := range sortedKeys(problems) {
		code := strconv.Itoa(status)
		one, has := op.Responses[code]
		if !has {
			one = response{Headers: ledgerSeq, Content: make(map[string]mediaType)}
		}
		one.Description = strings.TrimSpace(one.Description + " " + strings.Join(problems[status], " "))
		one.Content["application/problem+json"] = mediaType{d.ref(reflect.TypeFor[api.Problem]())}
		op.Responses[code] = one
	}
	return op
}

// ref is a reference to the schema of a type, which stands in the components.
func (d *document) ref(t reflect.Type) *jsonschema.Schema {
	if t.Name() == "" { // a map: no type of ours
		return &jsonschema.Schema{Type: "object"}
	}
	if d.Components.Schemas[t.Name()] == nil {
		d.Components.Schemas[t.Name()] = withNulls(schemaOf(t))
	}
	return &jsonschema.Schema{Ref: "#/components/schemas/" + t.Name()}
}

// withNulls adds null to the values of closed lists that may be null: a list of
// values is all there is, whatever the types beside it allow.
func withNulls(s *jsonschema.Schema) *jsonschema.Schema {
	if s == nil {
		return nil
	}
	if len(s.Enum) > 0 && slices.Contains(s.Types, "null") {
		s.Enum = append(slices.Clip(s.Enum), nil)
	}
	withNulls(s.Items)
	for _, p := range s.Properties {
		withNulls(p)
	}
	return s
}

func (s *Server) showSpec(*call) (answer, error) {
	return answer{etag: fingerprint(s.spec), whole: bytesBody(s.spec)}, nil
}
