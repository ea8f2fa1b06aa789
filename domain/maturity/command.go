package maturity

import (
	"fmt"

	"github.com/hubledger/hubledger/domain"
)

const (
	maxDomains      = 50
	maxLevels       = 20
	maxRequirements = 100
)

// PublishMatrix records a version of a matrix.
type PublishMatrix struct {
	Matrix      string                  `json:"matrix" jsonschema:"The matrix's code: 2 to 40 capital letters, digits and underscores, such as TRAINING_HUB."`
	Version     int                     `json:"version" jsonschema:"1 for the first, and one more for each that follows. On a day that several speak of, the highest counts."`
	Title       string                  `json:"title" jsonschema:"What the matrix is called."`
	Domains     []domain.MaturityDomain `json:"domains" jsonschema:"What hubs are assessed in, in the publication's order, each once."`
	Levels      []domain.MaturityLevel  `json:"levels" jsonschema:"How far a hub can be in a domain, ascending: two levels or more."`
	MeetsFrom   int                     `json:"meetsFrom" jsonschema:"The lowest level at which a hub meets what a domain is about. Below it, a hub is not able to."`
	ExceedsFrom int                     `json:"exceedsFrom" jsonschema:"The lowest level at which a hub exceeds it."`
	From        domain.Date             `json:"from" jsonschema:"The first day this version holds, YYYY-MM-DD."`
	To          domain.Date             `json:"to,omitzero" jsonschema:"The last day, YYYY-MM-DD, where one is published."`
	PublishedOn domain.Date             `json:"publishedOn" jsonschema:"The day of the publication, YYYY-MM-DD."`
	SourceDoc   string                  `json:"sourceDoc" jsonschema:"The publication: title and number."`
}

// CommandName implements domain.CommandData.
func (PublishMatrix) CommandName() string { return "publish-maturity-matrix" }

// Validate implements domain.CommandData.
func (c PublishMatrix) Validate(f *domain.FieldErrors) {
	key(f, c.Matrix, "/matrix")
	f.Check(c.Version >= 1, "/version", "should be 1 or more")
	f.Text(c.Title, "/title", 1, domain.MaxName)
	c.domains(f)
	c.levels(f)
	f.Required(c.From, "/from")
	f.Check(c.To.IsZero() || c.To >= c.From, "/to", "should not be before from, %s", c.From)
	f.Required(c.PublishedOn, "/publishedOn")
	f.Text(c.SourceDoc, "/sourceDoc", 1, domain.MaxName)
}

func (c PublishMatrix) domains(f *domain.FieldErrors) {
	f.Check(len(c.Domains) >= 1 && len(c.Domains) <= maxDomains, "/domains", "has %d; it should have 1 to %d", len(c.Domains), maxDomains)
	seen := make(map[string]bool, len(c.Domains))
	for i, d := range c.Domains {
		at := fmt.Sprintf("/domains/%d", i)
		key(f, d.Domain, at+"/domain")
		f.Check(!seen[d.Domain], at+"/domain", "names %s a second time", d.Domain)
		seen[d.Domain] = true
		f.Text(d.Title, at+"/title", 1, domain.MaxName)
		f.Check(len(d.Requirements) <= maxRequirements, at+"/requirements", "has %d; it should have at most %d", len(d.Requirements), maxRequirements)
		named := make(map[string]bool, len(d.Requirements))
		for j, r := range d.Requirements {
			at := fmt.Sprintf("%s/requirements/%d", at, j)
			key(f, r, at)
			f.Check(!named[r], at, "names %s a second time", r)
			named[r] = true
		}
	}
}

// levels checks that they ascend, and that there are those from which on hubs
// meet and exceed.
func (c PublishMatrix) levels(f *domain.FieldErrors) {
	f.Check(len(c.Levels) >= 2 && len(c.Levels) <= maxLevels, "/levels", "has %d; it should have 2 to %d", len(c.Levels), maxLevels)
	known := make(map[int]bool, len(c.Levels))
	for i, l := range c.Levels {
		at := fmt.Sprintf("/levels/%d", i)
		f.Check(l.Level >= 0, at+"/level", "should be 0 or more")
		f.Check(i == 0 || l.Level > c.Levels[i-1].Level, at+"/level", "should be above the one before")
		f.Text(l.Title, at+"/title", 1, domain.MaxName)
		known[l.Level] = true
	}
	f.Check(known[c.MeetsFrom], "/meetsFrom", "should be one of the levels")
	f.Check(known[c.ExceedsFrom], "/exceedsFrom", "should be one of the levels")
	f.Check(c.ExceedsFrom >= c.MeetsFrom, "/exceedsFrom", "should not be below meetsFrom, %d: who exceeds meets", c.MeetsFrom)
}

func key(f *domain.FieldErrors, s, pointer string) {
	f.Check(domain.IsKey(s), pointer, "should be 2 to 40 capital letters, digits and underscores, the first a letter")
}
