package calendar

import (
	"fmt"

	"github.com/hubledger/hubledger/domain"
)

const maxHolidays = 30

// Validate implements domain.CommandData.
func (c PublishBankHolidays) Validate(f *domain.FieldErrors) {
	f.Check(c.Year >= 1900 && c.Year <= 2199, "/year", "is %d; it should be 1900 to 2199", c.Year)
	f.Check(len(c.Days) >= 1 && len(c.Days) <= maxHolidays, "/days", "has %d days; it should have 1 to %d", len(c.Days), maxHolidays)
	seen := make(map[domain.Date]bool, len(c.Days))
	for i, day := range c.Days {
		at := fmt.Sprintf("/days/%d", i)
		f.Check(day.Year() == c.Year, at, "should be a day of %d, not %s", c.Year, day)
		f.Check(!seen[day], at, "names %s a second time", day)
		seen[day] = true
	}
	f.Required(c.PublishedOn, "/publishedOn")
	f.Text(c.SourceDoc, "/sourceDoc", 1, domain.MaxName)
}
