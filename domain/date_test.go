package domain_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
)

// days are dates of the calendar, drawn as days since 1900.
func days(t *rapid.T, label string) (domain.Date, time.Time) {
	at := time.Date(1900, 1, 1+rapid.IntRange(0, 109_571).Draw(t, label), 0, 0, 0, 0, time.UTC)
	d, ok := domain.DateOf(at.Year(), int(at.Month()), at.Day())
	if !ok {
		t.Fatalf("%s is no date", at)
	}
	return d, at
}

// A date agrees with the calendar of the time package, and is read back from
// its text.
func TestDateAgreesWithCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, at := days(t, "day")
		if got, want := d.String(), at.Format(time.DateOnly); got != want {
			t.Fatalf("got %s, want %s", got, want)
		}
		if back, err := domain.ParseDate(d.String()); err != nil || back != d {
			t.Fatalf("%s is read as %s, %v", d, back, err)
		}
		n := rapid.IntRange(-40_000, 40_000).Draw(t, "n")
		if got, want := d.AddDays(n).String(), at.AddDate(0, 0, n).Format(time.DateOnly); got != want {
			t.Fatalf("%s and %d days: got %s, want %s", d, n, got, want)
		}
		end := d.MonthEnd()
		if end < d || end.Month() != d.Month() || end.AddDays(1).Day() != 1 {
			t.Fatalf("the end of the month of %s is not %s", d, end)
		}
	})
}

// Dates compare as their days do.
func TestDatesCompareAsNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, at := days(t, "a")
		b, bt := days(t, "b")
		if (a < b) != at.Before(bt) || (a == b) != at.Equal(bt) {
			t.Fatalf("%s and %s compare otherwise than their days", a, b)
		}
	})
}

func TestParseDateRefuses(t *testing.T) {
	for _, s := range []string{
		"", "2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "2024-04-31", "1899-12-31", "2200-01-01",
		"2024-1-01", "24-01-01", "2024/01/01", "01-01-2024", "2024-01-01 ", "2024-01-0a", "2024-01-01T00:00:00Z", "-024-01-01", "２024-1-1",
	} {
		if d, err := domain.ParseDate(s); err == nil || d != 0 {
			t.Errorf("ParseDate(%q): got %s, %v, want an error", s, d, err)
		}
	}
	var d domain.Date
	if err := d.UnmarshalText(nil); err == nil {
		t.Error("an empty text should not be read as a date")
	}
}

func TestNoDate(t *testing.T) {
	var none domain.Date
	if none.String() != "" || !none.IsZero() || none.AddDays(3) != 0 || none.MonthEnd() != 0 {
		t.Errorf("no date should stay none: %q, %v, %s, %s", none, none.IsZero(), none.AddDays(3), none.MonthEnd())
	}
}

// The business day of an instant is its date in London, summer time included.
func TestBusinessDay(t *testing.T) {
	for instant, want := range map[string]string{
		"2024-01-31T23:59:59Z":      "2024-01-31",
		"2024-06-30T22:59:59Z":      "2024-06-30",
		"2024-06-30T23:00:00Z":      "2024-07-01",
		"2024-03-31T00:30:00Z":      "2024-03-31",
		"2024-10-27T00:30:00Z":      "2024-10-27",
		"2024-03-30T23:30:00-01:00": "2024-03-31",
	} {
		at, err := time.Parse(time.RFC3339, instant)
		if err != nil {
			t.Fatal(err)
		}
		if got := domain.BusinessDay(at).String(); got != want {
			t.Errorf("%s: got %s, want %s", instant, got, want)
		}
	}
}

func TestCensus(t *testing.T) {
	c, err := domain.ParseCensus("2024-02")
	if err != nil || c.String() != "2024-02" || c.Day() != domain.MustDate("2024-02-29") {
		t.Errorf("2024-02: got %s, taken on %s, %v", c, c.Day(), err)
	}
	for _, s := range []string{"", "2024", "2024-13", "2024-2", "2024-02-01", "2024-02-", "202402", "1899-01"} {
		if c, err := domain.ParseCensus(s); err == nil || c != 0 {
			t.Errorf("ParseCensus(%q): got %s, want an error", s, c)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		d, _ := days(t, "day")
		c, err := domain.ParseCensus(d.String()[:7])
		if err != nil || c.Day() != d.MonthEnd() {
			t.Fatalf("the census of %s: got %s taken on %s, %v", d, c, c.Day(), err)
		}
		var back domain.Census
		text, _ := c.MarshalText()
		if err := back.UnmarshalText(text); err != nil || back != c {
			t.Fatalf("%s is read as %s, %v", text, back, err)
		}
	})
	if none := domain.Census(0); none.String() != "" || !none.Day().IsZero() || !none.IsZero() {
		t.Errorf("no census should be none: %q, %s", none, none.Day())
	}
}

// A month later is the same day of the month, or the last where there is none.
func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from domain.Date
		n    int
		want domain.Date
	}{
		{20230831, 6, 20240229}, {20220831, 6, 20230228}, {20230228, 6, 20230828}, {20201201, 12, 20211201},
		{20240131, 1, 20240229}, {20241215, 1, 20250115}, {20240331, -1, 20240229}, {20240115, -1, 20231215}, {20240115, 0, 20240115}, {0, 5, 0},
	} {
		if got := c.from.AddMonths(c.n); got != c.want {
			t.Errorf("%s and %d months: got %s, want %s", c.from, c.n, got, c.want)
		}
	}
}
