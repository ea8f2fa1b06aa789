package ambition

import "github.com/hubledger/hubledger/domain"

// maxFTE is far above the whole workforce of the NHS: more is a slip of the
// hand.
const maxFTE = 10_000_000 * domain.OneFTE

// Validate implements domain.CommandData.
func (c SetAmbition) Validate(f *domain.FieldErrors) {
	definition(f, c.Ambition, c.Version)
	f.Text(c.Title, "/title", 1, domain.MaxName)
	f.Check(c.Unit.Valid(), "/unit", "should be FTE")
	f.Check(c.Target > 0 && c.Target <= maxFTE, "/target", "should be above 0 and at most %s", maxFTE)
	f.Check(c.Baseline >= 0 && c.Baseline <= maxFTE, "/baselineValue", "should be 0 to %s", maxFTE)
	f.Required(c.BaselineOn, "/baselineDate")
	f.Required(c.Deadline, "/deadline")
	f.Check(c.Deadline.IsZero() || c.Deadline > c.BaselineOn, "/deadline", "should be after the day of the baseline, %s", c.BaselineOn)
	f.Text(c.Definition, "/definition", 1, domain.MaxFreeText)
	f.Text(c.Source, "/source", 1, domain.MaxName)
	if c.Supersedes != "" {
		version(f, c.Supersedes, "/supersedes")
		f.Check(c.Supersedes != c.Version, "/supersedes", "should be another definition than %s itself", c.Version)
	}
	f.Required(c.PublishedOn, "/publishedOn")
}

// Validate implements domain.CommandData.
func (c ReportAmbitionProgress) Validate(f *domain.FieldErrors) {
	definition(f, c.Ambition, c.Version)
	f.Required(c.AsAt, "/asAt")
	f.Check(c.Value >= -maxFTE && c.Value <= maxFTE, "/value", "should be %s to %s", -maxFTE, maxFTE)
	f.Text(c.Source, "/source", 1, domain.MaxName)
	f.Required(c.PublishedOn, "/publishedOn")
	f.Check(c.PublishedOn.IsZero() || c.PublishedOn >= c.AsAt, "/publishedOn", "should not be before asAt, %s", c.AsAt)
}

func definition(f *domain.FieldErrors, ambition, of string) {
	f.Check(domain.IsKey(ambition), "/ambition", "should be 2 to 40 capital letters, digits and underscores, such as STAFF_26000")
	version(f, of, "/definitionVersion")
}

func version(f *domain.FieldErrors, s, pointer string) {
	f.Check(domain.IsVersion(s), pointer, "should name a definition, such as ARRS or 2023.1: 1 to 40 letters, digits, spaces, full stops, slashes, underscores and hyphens")
}
