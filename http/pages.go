package http

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"time"

	"github.com/hubledger/hubledger/domain"
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
	p := pages{style: style}
	if p.docs, err = page("docs.html", s.describe()); err != nil {
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
