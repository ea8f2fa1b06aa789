package projections

import (
	"fmt"
	"strings"

	"github.com/hubledger/hubledger/domain"
)

// Period is the business time that a figure is of: a financial year, a
// half-year or a day. The zero value is none.
type Period struct {
	First, Last domain.Date // both inclusive
}

// YearPeriod is a financial year.
func YearPeriod(fy domain.FinancialYear) Period { return Period{fy.First(), fy.Last()} }

// HalfPeriod is a half-year.
func HalfPeriod(h domain.HalfYear) Period { return Period{h.First(), h.Last()} }

// DayPeriod is a day.
func DayPeriod(day domain.Date) Period { return Period{day, day} }

// ParsePeriod reads a half-year such as 2024H1, a financial year such as 2024-25
// or 2024/25, or a day such as 2024-09-30.
func ParsePeriod(s string) (Period, error) {
	if h, err := domain.ParseHalfYear(s); err == nil {
		return HalfPeriod(h), nil
	}
	if fy, err := domain.ParseFinancialYear(strings.Replace(s, "-", "/", 1)); err == nil {
		return YearPeriod(fy), nil
	}
	if day, err := domain.ParseDate(s); err == nil {
		return DayPeriod(day), nil
	}
	return Period{}, fmt.Errorf("%q is not a period: a half-year 2024H1, a financial year 2024-25 or a day 2024-09-30", s)
}

// FY is the financial year that the period is, and false where it is none.
func (p Period) FY() (domain.FinancialYear, bool) {
	fy := domain.YearOf(p.Last)
	return fy, p == YearPeriod(fy)
}

// Half is the half-year that the period's last day lies in: whose indicators
// are asked for.
func (p Period) Half() domain.HalfYear { return domain.HalfYearOf(p.Last) }

// String is the period as it stands in the id of a figure.
func (p Period) String() string {
	if fy, is := p.FY(); is {
		return strings.Replace(fy.String(), "/", "-", 1)
	}
	if p == HalfPeriod(p.Half()) {
		return p.Half().String()
	}
	return p.Last.String()
}

// MarshalText implements encoding.TextMarshaler.
func (p Period) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (p *Period) UnmarshalText(b []byte) (err error) {
	*p, err = ParsePeriod(string(b))
	return err
}
