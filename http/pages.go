package http

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"strings"
	"time"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

//go:embed pages examples
var files embed.FS

var templates = template.Must(template.ParseFS(files, "pages/*.html"))

// pages are those that are the same for as long as the server runs.
type pages struct{ docs, problems, style []byte }

func (s *Server) makePages() (pages, error) {
	style, err := files.ReadFile("pages/style.css")
	if err != nil {
		return pages{}, fmt.Errorf("couldn't read the style sheet: %w", err)
	}
	docs, err := s.describe()
	if err != nil {
		return pages{}, err
	}
	p := pages{style: style}
	if p.docs, err = page("docs.html", docs); err != nil {
		return pages{}, err
	}
	p.problems, err = page("problems.html", listProblems())
	return p, err
}

func page(name string, data any) ([]byte, error) {
	var b bytes.Buffer
	if err := templates.ExecuteTemplate(&b, name, data); err != nil {
		return nil, fmt.Errorf("couldn't write page %s: %w", name, err)
	}
	return b.Bytes(), nil
}

func (s *Server) docsPage(*call) (answer, error) {
	return answer{etag: fingerprint(s.docs.docs), whole: bytesBody(s.docs.docs)}, nil
}

func (s *Server) problemsPage(*call) (answer, error) {
	return answer{etag: fingerprint(s.docs.problems), whole: bytesBody(s.docs.problems)}, nil
}

func (s *Server) stylesheet(*call) (answer, error) {
	return answer{etag: fingerprint(s.docs.style), whole: bytesBody(s.docs.style)}, nil
}

// problemDoc is what the pages say of a problem.
type problemDoc struct {
	Name, URI, Title, Text string
	Status                 int
	Demand                 string // of a rule
}

func docOf(t *problemType) problemDoc {
	return problemDoc{Name: t.name, URI: t.uri(), Title: t.title, Text: t.text, Status: t.status}
}

func listProblems() any {
	var list struct{ Problems, Rules []problemDoc }
	for _, t := range problemTypes {
		list.Problems = append(list.Problems, docOf(t))
	}
	for _, rule := range sortedKeys(rules) {
		list.Rules = append(list.Rules, problemDoc{Name: string(rule), URI: ruleURI(rule), Text: rules[rule]})
	}
	return list
}

func (s *Server) problemPage(c *call) (answer, error) {
	name, _ := problemPath.of(c)
	for _, t := range problemTypes {
		if t.name == name {
			b, err := page("problem.html", docOf(t))
			return answer{whole: bytesBody(b)}, err
		}
	}
	return answer{}, notFound.because("There is no such problem; /problems lists them.")
}

func (s *Server) rulePage(c *call) (answer, error) {
	name, _ := rulePath.of(c)
	demand, known := rules[domain.Rule(name)]
	if !known {
		return answer{}, notFound.because("There is no such rule; /problems lists them.")
	}
	doc := docOf(refused)
	doc.Name, doc.Title, doc.Demand = name, "Rule "+name+" refuses the command", demand
	b, err := page("problem.html", doc)
	return answer{whole: bytesBody(b)}, err
}

// indexPage says what this is.
func (s *Server) indexPage(c *call) (answer, error) {
	data := struct {
		Founded, Synthetic bool
		ID, Origin, Time   string
		Seq                any
		Rules              domain.RulesVersion
		Hubs               int
		Health             api.Health
		Version            string
	}{ID: s.ledger.ID().String(), Seq: c.at, Health: s.health(), Version: s.cfg.Version}
	c.read(func(m *projections.Models) {
		var founded domain.LedgerFounded
		founded, data.Founded = m.Charter.Founded(c.at)
		data.Synthetic, data.Origin, data.Rules = founded.Synthetic, m.Charter.Origin(c.at), m.Charter.Rules(c.at)
		now := m.Log.LedgerTime(c.at)
		data.Time = now.Format(time.RFC3339)
		for _, h := range m.Hubs.All(c.at) {
			if h.Level == domain.LevelICS && h.ActiveOn(domain.BusinessDay(now)) {
				data.Hubs++
			}
		}
	})
	b, err := page("index.html", data)
	return answer{whole: bytesBody(b)}, err
}

// docs is what the page about the API says.
type docs struct {
	Groups   []docGroup
	Commands []docCommand
	Events   []string
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

func (s *Server) describe() (docs, error) {
	d := docs{Events: eventTypeNames()}
	for _, name := range []string{groupCommands, groupEvents, groupHubs, groupService} {
		group := docGroup{Name: name, Anchor: strings.ReplaceAll(strings.ToLower(name), " ", "-")}
		for _, rt := range s.routes {
			if rt.group == name && !rt.hidden {
				group.Operations = append(group.Operations, operationDoc(rt))
			}
		}
		d.Groups = append(d.Groups, group)
	}
	for _, t := range publicCommands() {
		example, err := files.ReadFile("examples/" + t.Name + ".json")
		if err != nil {
			return docs{}, fmt.Errorf("command %s has no example: %w", t.Name, err)
		}
		one := docCommand{Name: t.Name, Summary: t.Summary, Stream: streamOf(t), MayHaveHappened: t.MayHaveHappened}
		one.Fields = fields("", commandSchema(t))
		one.Curl = fmt.Sprintf("curl \"$HUBLEDGER/v1/commands/%s\" -H 'Content-Type: application/json' -d '%s'", t.Name, strings.TrimSpace(string(example)))
		d.Commands = append(d.Commands, one)
	}
	return d, nil
}

// streamOf is the stream that a command is decided on, with what is put in.
func streamOf(t wire.CommandType) string {
	switch t.Kind {
	case wire.KindHub:
		return "hub-{hub}"
	case wire.KindWorkforce:
		return "workforce-{icb}"
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
		for _, r := range s.Required {
			f.Required = f.Required || r == name
		}
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
