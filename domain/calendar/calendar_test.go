package calendar_test

import (
	"errors"
	"testing"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/calendar"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/national"
)

// The bank holidays of England.
var (
	in2024 = domain.BankHolidaysPublished{
		Year: 2024, PublishedOn: 20220701, SourceDoc: "UK bank holidays",
		Days: []domain.Date{20240101, 20240329, 20240401, 20240506, 20240527, 20240826, 20241225, 20241226},
	}
	in2025 = domain.BankHolidaysPublished{
		Year: 2025, PublishedOn: 20230701, SourceDoc: "UK bank holidays",
		Days: []domain.Date{20250101, 20250418, 20250421, 20250505, 20250526, 20250825, 20251225, 20251226},
	}
)

func TestDecide(t *testing.T) {
	unsorted := calendar.PublishBankHolidays(in2024)
	unsorted.Days = []domain.Date{20240401, 20240329, 20240101, 20240506, 20240527, 20240826, 20241226, 20241225}
	// A holiday is added.
	more := in2024
	more.PublishedOn = 20230101
	more.Days = append([]domain.Date{20240101, 20240102}, in2024.Days[1:]...)
	other := in2024
	other.SourceDoc, other.PublishedOn = "a diary", 20210101
	older := more
	older.PublishedOn = 20220630

	domaintest.Run(t, func() domain.Aggregate { return national.New() }, nil, calendar.Rules, []domaintest.Case{
		{
			Name: "the holidays of a year are published, in any order",
			When: unsorted, Then: []domain.Event{in2024},
		},
		{
			Name: "another paper that says the same changes nothing", Given: []domain.Event{in2024},
			When: calendar.PublishBankHolidays(other),
		},
		{
			Name: "one published later replaces them", Given: []domain.Event{in2024, in2025},
			When: calendar.PublishBankHolidays(more), Then: []domain.Event{more},
		},
		{
			Name: "one published before does not", Given: []domain.Event{in2024},
			When: calendar.PublishBankHolidays(older), Refused: "I-NAT-12",
		},
		{
			Name:  "and none before it is published",
			Today: 20220630, When: calendar.PublishBankHolidays(in2024), Refused: "I-NAT-13",
		},
	})
}

func view(revision int64, events ...domain.Event) calendar.View {
	a := national.New()
	for i, e := range events {
		a.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return a.View(revision).(national.View).CalendarView
}

// Golden vector 7: a standstill ends with the 8th working day after it starts.
func TestStandstill(t *testing.T) {
	v := view(1, in2024, in2025)
	for _, c := range []struct {
		name       string
		start, end domain.Date
	}{
		{"over Easter", 20240322, 20240405},
		{"over Christmas and New Year", 20241218, 20250102},
		{"without a holiday", 20240603, 20240613},
		{"starting on a Saturday", 20240601, 20240612},
	} {
		if got, err := v.WorkingDayAfter(c.start, 8); got != c.end || err != nil {
			t.Errorf("%s, from %s: got %s %v, want %s", c.name, c.start, got, err, c.end)
		}
	}
}

// Working days of a year whose holidays are not published, or were not at the
// revision, can't be told.
func TestUnpublishedYear(t *testing.T) {
	for _, revision := range []int64{0, 1} {
		got, err := view(revision, in2024, in2025).WorkingDayAfter(20241218, 8)
		var unpublished *calendar.UnpublishedYearError
		switch {
		case revision == 0 && (!errors.As(err, &unpublished) || unpublished.Year != 2025):
			t.Errorf("before 2025 is published: got %s %v, want an error about 2025", got, err)
		case revision == 1 && err != nil:
			t.Errorf("after 2025 is published: %v", err)
		}
	}
	// Up to its last day nothing of the next year is needed.
	if got, err := view(0, in2024, in2025).WorkingDayAfter(20241218, 7); got != 20241231 || err != nil {
		t.Errorf("got %s %v, want 2024-12-31", got, err)
	}
}

// A holiday that is added later makes a period longer for who knows of it.
func TestAddedHoliday(t *testing.T) {
	more := in2024
	more.Days = []domain.Date{20240101, 20240329, 20240401, 20240506, 20240527, 20240604, 20240826, 20241225, 20241226}
	for revision, want := range map[int64]domain.Date{0: 20240604, 1: 20240605} {
		if got, err := view(revision, in2024, more).WorkingDayAfter(20240603, 1); got != want || err != nil {
			t.Errorf("at revision %d: got %s %v, want %s", revision, got, err, want)
		}
	}
}

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, calendar.PublishBankHolidays{}, "/year", "/days", "/publishedOn", "/sourceDoc")
	c := calendar.PublishBankHolidays(in2024)
	c.Days = []domain.Date{20240101, 20250101, 20240101}
	domaintest.Fields(t, c, "/days/1", "/days/2")
}
