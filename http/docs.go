package http

import (
	"fmt"
	"slices"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/hubledger/hubledger/domain/wire"
)

// docs is what the page about the API says.
type docs struct {
	Groups []docGroup
	// Around are the fields that every command has, and Rooms the commands by
	// what they are about.
	Around []docField
	Rooms  []docRoom
	Events []string
}

type docRoom struct {
	Name, Anchor, Stream string
	Commands             []docCommand
}

type docGroup struct {
	Name, Anchor string
	Operations   []docOperation
}

type docOperation struct {
	ID, Method, Path, Summary, Curl string
	Parameters                      []docParameter
	Answers                         []docAnswer
}

type docParameter struct{ Name, In, Text string }

type docAnswer struct {
	Status   int
	Text     string
	Problems []problemDoc
}

type docCommand struct {
	Name, Summary, Stream, Curl string
	MayHaveHappened             bool
	Fields                      []docField
}

type docField struct {
	Name, Form, Text string
	Required         bool
}

func (s *Server) describe() docs {
	d := docs{Events: eventTypeNames()}
	for _, rt := range s.routes {
		if rt.hidden {
			continue
		}
		i := slices.IndexFunc(d.Groups, func(g docGroup) bool { return g.Name == rt.group })
		if i < 0 {
			i = len(d.Groups)
			d.Groups = append(d.Groups, docGroup{Name: rt.group, Anchor: anchor(rt.group)})
		}
		d.Groups[i].Operations = append(d.Groups[i].Operations, operationDoc(rt))
	}
	d.Around = around()
	for _, r := range rooms {
		room := docRoom{Name: r.name, Anchor: "commands-" + anchor(r.name)}
		for _, t := range publicCommands() {
			if r.holds(t) {
				room.Stream = streamOf(t)
				room.Commands = append(room.Commands, commandDoc(t))
			}
		}
		d.Rooms = append(d.Rooms, room)
	}
	return d
}

func anchor(name string) string {
	return strings.NewReplacer(" ", "-", ",", "").Replace(strings.ToLower(name))
}

func commandDoc(t wire.CommandType) docCommand {
	one := docCommand{Name: t.Name, Summary: t.Summary, Stream: streamOf(t), MayHaveHappened: t.MayHaveHappened}
	one.Fields = fields("", commandSchema(t).Properties["data"])
	body := "@command.json"
	if example, err := files.ReadFile("examples/" + t.Name + ".json"); err == nil {
		body = strings.TrimSpace(string(example))
	}
	one.Curl = fmt.Sprintf("curl \"$HUBLEDGER/v1/commands/%s\" -H 'Content-Type: application/json' -d '%s'", t.Name, body)
	return one
}

// around are the fields around the data of a command, of whatever stream.
func around() []docField {
	all := &jsonschema.Schema{Properties: make(map[string]*jsonschema.Schema)}
	for _, name := range []string{"id", "hub", "icb", "person", "actor", "effectiveOn", "authority", "evidence", "happened"} {
		everywhere := true
		for _, t := range publicCommands() {
			s := commandSchema(t)
			if p := s.Properties[name]; p != nil {
				all.Properties[name] = p
			}
			everywhere = everywhere && slices.Contains(s.Required, name)
		}
		all.PropertyOrder = append(all.PropertyOrder, name)
		if everywhere {
			all.Required = append(all.Required, name)
		}
	}
	return fields("", all)
}

// streamOf is the stream that a command is decided on, with what is put in.
func streamOf(t wire.CommandType) string {
	switch t.Kind {
	case wire.KindHub:
		return "hub-{hub}"
	case wire.KindWorkforce:
		return "workforce-{icb}"
	case wire.KindPerson:
		return "person-{person}"
	}
	return string(t.Kind)
}

func operationDoc(rt *route) docOperation {
	op := docOperation{ID: rt.id, Method: rt.method, Path: rt.pattern, Summary: rt.summary, Curl: curl(rt)}
	for _, p := range rt.params {
		s := p.spec()
		op.Parameters = append(op.Parameters, docParameter{s.name, s.in, s.text})
	}
	for _, r := range rt.replies {
		op.Answers = append(op.Answers, docAnswer{Status: r.status, Text: r.text})
	}
	byStatus := make(map[int][]problemDoc)
	for _, t := range rt.allProblems() {
		byStatus[t.status] = append(byStatus[t.status], docOf(t))
	}
	for _, status := range sortedKeys(byStatus) {
		op.Answers = append(op.Answers, docAnswer{Status: status, Problems: byStatus[status]})
	}
	return op
}

// curl is an example of a route that can be tried as it stands.
func curl(rt *route) string {
	path, query := rt.pattern, ""
	for _, p := range rt.params {
		switch s := p.spec(); {
		case s.in == inPath:
			path = strings.Replace(path, "{"+s.name+"}", s.example, 1)
		case s.in == inQuery && query == "" && s.example != "" && s.name != "atLeast" && s.name != "stream":
			query = "?" + s.name + "=" + s.example
		}
	}
	out := `curl "$HUBLEDGER` + path + query + `"`
	switch {
	case rt.takesCommand:
		out += " -H 'Content-Type: application/json' -d @command.json"
	case rt.formats[0] == formatSSE:
		out = strings.Replace(out, "curl", "curl -N", 1)
	}
	return out
}

// fields are the fields of an object and of what it holds, by their paths.
func fields(path string, s *jsonschema.Schema) []docField {
	var out []docField
	for _, name := range s.PropertyOrder {
		p := s.Properties[name]
		f := docField{Name: path + name, Form: form(p), Text: p.Description}
		f.Required = slices.Contains(s.Required, name)
		out = append(out, f)
		switch {
		case len(p.Properties) > 0:
			out = append(out, fields(path+name+".", p)...)
		case p.Items != nil && len(p.Items.Properties) > 0:
			out = append(out, fields(path+name+"[].", p.Items)...)
		}
	}
	return out
}

// form says in words what a field looks like.
func form(s *jsonschema.Schema) string {
	kind := s.Type
	if kind == "" {
		kind = strings.Join(s.Types, " or ")
	}
	if kind == "" {
		kind = "any"
	}
	switch {
	case len(s.Enum) > 0:
		var names []string
		for _, v := range s.Enum {
			names = append(names, fmt.Sprint(v))
		}
		return "one of " + strings.Join(names, ", ")
	case s.Format != "":
		return kind + ", " + s.Format
	case s.MaxLength != nil:
		return fmt.Sprintf("%s, at most %d characters", kind, *s.MaxLength)
	case s.Items != nil:
		return "list of " + form(s.Items)
	}
	return kind
}
