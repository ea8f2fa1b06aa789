package kpi

import (
	"fmt"
	"regexp"

	"github.com/hubledger/hubledger/domain"
)

const (
	maxMeasures   = 20
	maxDimensions = 5
	maxRatios     = 10
	maxMembers    = 200
	maxLevel      = 10
)

// People is the unit of measures that count everybody once.
const People = "people"

// measured is the dimension by which the measures of an indicator are told
// apart.
const measured = "measure"

var (
	code = regexp.MustCompile(`^[A-Z][A-Z0-9-]{1,39}$`)
	name = regexp.MustCompile(`^[A-Za-z]{1,40}$`)
	unit = regexp.MustCompile(`^[A-Za-z]([A-Za-z0-9 .]{0,38}[A-Za-z0-9])?$`)
)

// Validate implements domain.CommandData.
func (c PublishKPIDefinition) Validate(f *domain.FieldErrors) {
	coded(f, c.Code, "/code", "WP1")
	f.Check(c.Version >= 1, "/version", "should be 1 or more")
	f.Text(c.Title, "/title", 1, domain.MaxName)
	f.Check(c.Category.Valid(), "/category", "should be WORKFORCE_PLANNING, CAREERS_AND_RETENTION, EDUCATIONAL_DESIGN or LEADERSHIP_AND_MANAGEMENT")
	f.Check(domain.IsKey(c.Function), "/function", "should be 2 to 40 capital letters, digits and underscores, the first a letter, such as F1")
	f.Check(c.Vocabulary >= 1, "/vocabulary", "should be 1 or more")
	f.Check(len(c.Measures) >= 1 && len(c.Measures) <= maxMeasures, "/measures", "has %d measures; it should have 1 to %d", len(c.Measures), maxMeasures)
	f.Check(len(c.Ratios) <= maxRatios, "/ratios", "has %d ratios; it should have at most %d", len(c.Ratios), maxRatios)
	figures := make(map[string]bool)
	measures := make(map[string]domain.KPIMeasure)
	for i, m := range c.Measures {
		at := fmt.Sprintf("/measures/%d", i)
		named(f, figures, m.Measure, at+"/measure")
		measures[m.Measure] = m
		validMeasure(f, m, at)
	}
	for i, r := range c.Ratios {
		at := fmt.Sprintf("/ratios/%d", i)
		named(f, figures, r.Measure, at+"/measure")
		validRatio(f, measures, r, at)
	}
	half(f, c.From, "/from")
	f.Text(c.SourceDoc, "/sourceDoc", 1, domain.MaxName)
	f.Required(c.PublishedOn, "/publishedOn")
	f.Check(c.CheckedAt >= 0, "/checkedAt", "should be a seq, 1 or more, or left out")
}

// validMeasure checks the form of a measure. Whether its expressions mean
// something is for the vocabulary.
func validMeasure(f *domain.FieldErrors, m domain.KPIMeasure, at string) {
	f.Check(unit.MatchString(m.Unit), at+"/unit", "should be 1 to 40 letters, digits, spaces and full stops, the first a letter, such as posts")
	f.Check(m.Type.Valid(), at+"/type", "should be SNAPSHOT or FLOW")
	f.Text(m.Entity, at+"/entity", 1, domain.MaxName)
	f.Text(m.Each, at+"/each", 1, domain.MaxFreeText)
	f.Text(m.Where, at+"/where", 0, domain.MaxFreeText)
	f.Text(m.Amount, at+"/amount", 1, domain.MaxFreeText)
	f.Check(m.Unit != People || m.Amount == "" || m.Amount == "1", at+"/amount", "should be 1 where people are counted: each of them counts once")
	f.Check(len(m.By) <= maxDimensions, at+"/by", "has %d dimensions; it should have at most %d", len(m.By), maxDimensions)
	seen := map[string]bool{measured: true}
	for i, by := range m.By {
		one := fmt.Sprintf("%s/by/%d", at, i)
		named(f, seen, by.Dimension, one+"/dimension")
		f.Text(by.Expression, one+"/expression", 1, domain.MaxFreeText)
	}
}

// validRatio checks that a ratio is of two measures that go by one another.
func validRatio(f *domain.FieldErrors, measures map[string]domain.KPIMeasure, r domain.KPIRatio, at string) {
	above, hasAbove := measures[r.Numerator]
	below, hasBelow := measures[r.Denominator]
	f.Check(hasAbove, at+"/numerator", "should be one of the measures of the indicator")
	f.Check(hasBelow, at+"/denominator", "should be one of the measures of the indicator")
	if !hasAbove || !hasBelow {
		return
	}
	f.Check(r.Numerator != r.Denominator, at+"/denominator", "should be another measure than the numerator")
	f.Check(above.Type == below.Type && above.Unit == below.Unit, at+"/denominator", "should be of the type and unit of %s, %s in %s; it is %s in %s",
		r.Numerator, above.Type, above.Unit, below.Type, below.Unit)
}

// Validate implements domain.CommandData.
func (c AdoptKPISet) Validate(f *domain.FieldErrors) {
	coded(f, c.Set, "/set", "TH-KPI")
	f.Check(c.Version >= 1, "/version", "should be 1 or more")
	f.Check(len(c.Members) >= 1 && len(c.Members) <= maxMembers, "/members", "has %d indicators; it should have 1 to %d", len(c.Members), maxMembers)
	seen := make(map[string]bool)
	for i, m := range c.Members {
		at := fmt.Sprintf("/members/%d", i)
		coded(f, m.Code, at+"/code", "WP1")
		f.Check(!seen[m.Code], at+"/code", "should be a code that the set does not name yet: it has one version of an indicator")
		f.Check(m.Version >= 1, at+"/version", "should be 1 or more")
		seen[m.Code] = true
	}
	half(f, c.From, "/from")
	f.Check(c.AppliesToMaturity >= 0 && c.AppliesToMaturity <= maxLevel, "/appliesToMaturity", "should be a level of maturity, 1 to %d, or left out for all hubs", maxLevel)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c PublishReturnCalendar) Validate(f *domain.FieldErrors) {
	f.Check(c.Kind.Valid(), "/kind", "should be KPI, ACTIVITY or FINANCIAL")
	half(f, c.Period, "/period")
	f.Required(c.DueOn, "/dueOn")
	f.Check(c.DueOn.IsZero() || c.DueOn > c.Period.Last(), "/dueOn", "should be after the last day of the half-year, %s", c.Period.Last())
}

func coded(f *domain.FieldErrors, s, pointer, such string) {
	f.Check(code.MatchString(s), pointer, "should be 2 to 40 capital letters, digits and hyphens, the first a letter, such as %s", such)
}

// named checks a name that stands in the id of a figure, and is there once.
func named(f *domain.FieldErrors, seen map[string]bool, s, pointer string) {
	f.Check(name.MatchString(s), pointer, "should be 1 to 40 letters, such as posts")
	f.Check(!seen[s], pointer, "should be a name that is not taken yet")
	seen[s] = true
}

func half(f *domain.FieldErrors, h domain.HalfYear, pointer string) {
	f.Check(!h.IsZero(), pointer, "is required, a half-year of the form 2024H1")
}
