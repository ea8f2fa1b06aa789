package domain_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
)

func TestHalfYear(t *testing.T) {
	for text, want := range map[string][3]string{ // first and last day, and its year
		"2024H1": {"2024-04-01", "2024-09-30", "2024/25"},
		"2024H2": {"2024-10-01", "2025-03-31", "2024/25"},
		"1999H2": {"1999-10-01", "2000-03-31", "1999/00"},
	} {
		h, err := domain.ParseHalfYear(text)
		if err != nil || h.String() != text || h.First().String() != want[0] || h.Last().String() != want[1] || h.FY().String() != want[2] {
			t.Errorf("%s: got %s from %s to %s of %s, %v", text, h, h.First(), h.Last(), h.FY(), err)
		}
	}
	for _, text := range []string{"", "2024", "2024H0", "2024H3", "2024h1", "24H1", "2024-H1", "1899H1", "2199H1", "2024H11"} {
		if h, err := domain.ParseHalfYear(text); err == nil {
			t.Errorf("%q is read as %s", text, h)
		}
	}
	var none domain.HalfYear
	if none.String() != "" || none.First() != 0 || none.Last() != 0 || !none.IsZero() || domain.HalfYearOf(0) != 0 {
		t.Error("no half-year should have no text and no days")
	}
}

// Every day lies in the half-year of the day, and half-years follow one another.
func TestHalfYearsFollowOneAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day, ok := domain.DateOf(rapid.IntRange(1901, 2190).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day"))
		h := domain.HalfYearOf(day)
		if !ok || day < h.First() || day > h.Last() || h.Last().AddDays(1) != h.Next().First() {
			t.Fatalf("%s lies in %s, from %s to %s", day, h, h.First(), h.Last())
		}
	})
}
