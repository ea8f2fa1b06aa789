package domain_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
)

// A financial year begins on 1 April and ends on 31 March, leap years or not.
func TestYearOf(t *testing.T) {
	for day, want := range map[string]string{
		"2024-03-31": "2023/24", "2024-04-01": "2024/25", "2024-12-31": "2024/25",
		"2025-01-01": "2024/25", "2025-03-31": "2024/25", "2024-02-29": "2023/24", "2099-04-01": "2099/00",
	} {
		y := domain.YearOf(domain.MustDate(day))
		if y.String() != want || !y.Contains(domain.MustDate(day)) {
			t.Errorf("%s lies in %s, want %s", day, y, want)
		}
	}
	y := domain.MustYear("2023/24")
	if y.First() != domain.MustDate("2023-04-01") || y.Last() != domain.MustDate("2024-03-31") || y.Next() != domain.MustYear("2024/25") {
		t.Errorf("%s runs from %s to %s and is followed by %s", y, y.First(), y.Last(), y.Next())
	}
}

// The day after a year's last is the first of the next, and no day is in two.
func TestYearsFollowOneAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := domain.FinancialYear(rapid.IntRange(1900, 2197).Draw(t, "year"))
		if got := y.Last().AddDays(1); got != y.Next().First() || y.Contains(got) || !y.Next().Contains(got) {
			t.Errorf("the day after %s is %s, want the first of %s", y, got, y.Next())
		}
		if back, err := domain.ParseFinancialYear(y.String()); err != nil || back != y {
			t.Errorf("%s is read as %s, %v", y, back, err)
		}
	})
}

func TestNoYearHasNoDays(t *testing.T) {
	var none domain.FinancialYear
	if none.First() != 0 || none.Last() != 0 || none.Next() != 0 || none.String() != "" || none.Contains(0) || domain.YearOf(0) != 0 {
		t.Error("no year should have no days, no text and no year after it")
	}
}

func TestParseFinancialYearRefuses(t *testing.T) {
	for _, s := range []string{"", "2024", "2024/24", "2024/26", "2024-25", "24/25", "2024/2025", "1899/00", "2199/00", "2024/2５", "+024/25", "2024/25 "} {
		if y, err := domain.ParseFinancialYear(s); err == nil {
			t.Errorf("%q is read as %s, want an error", s, y)
		}
	}
}
