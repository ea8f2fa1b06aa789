package rate

import (
	"fmt"

	"github.com/hubledger/hubledger/domain"
)

const maxThresholds = 100

// Validate implements domain.CommandData.
func (c SetRate) Validate(f *domain.FieldErrors) {
	f.Check(c.Kind.Valid(), "/refKind", "should be ARRS_MAX, ARRS_SUM, TARIFF or GRANT")
	key(f, c.Key, "/key")
	key(f, c.Area, "/area")
	days(f, c.From, c.To)
	f.Pence(c.Pence, "/pence", 1)
	key(f, c.Unit, "/unit")
	publication(f, c.PublishedOn, c.SourceDoc)
}

// Validate implements domain.CommandData.
func (c SetThresholds) Validate(f *domain.FieldErrors) {
	key(f, c.Scheme, "/scheme")
	days(f, c.From, c.To)
	f.Check(len(c.Thresholds) >= 1 && len(c.Thresholds) <= maxThresholds, "/thresholds",
		"has %d limits; it should have 1 to %d", len(c.Thresholds), maxThresholds)
	seen := make(map[string]bool, len(c.Thresholds))
	for i, t := range c.Thresholds {
		at := fmt.Sprintf("/thresholds/%d", i)
		key(f, t.Key, at+"/key")
		f.Check(!seen[t.Key], at+"/key", "names %s a second time", t.Key)
		seen[t.Key] = true
		f.Check(t.Amount >= 0 && t.Amount <= int64(domain.MaxPence), at+"/amount", "is %d; it should be 0 to %d", t.Amount, domain.MaxPence)
		f.Check(t.Unit.Valid(), at+"/unit", "should be PENCE, DAYS, WORKING_DAYS, MONTHS or YEARS")
	}
	publication(f, c.PublishedOn, c.SourceDoc)
}

func key(f *domain.FieldErrors, s, pointer string) {
	f.Check(domain.IsKey(s), pointer, "should be 2 to 40 capital letters, digits and underscores, the first a letter")
}

func days(f *domain.FieldErrors, from, to domain.Date) {
	f.Required(from, "/from")
	f.Check(to.IsZero() || to >= from, "/to", "should not be before from, %s", from)
}

func publication(f *domain.FieldErrors, on domain.Date, doc string) {
	f.Required(on, "/publishedOn")
	f.Text(doc, "/sourceDoc", 1, domain.MaxName)
}
