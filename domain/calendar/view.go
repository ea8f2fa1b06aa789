package calendar

import (
	"fmt"
	"slices"
	"time"

	"github.com/hubledger/hubledger/domain"
)

// View is the calendar as it was known at a revision of the stream.
type View struct {
	state    *State
	revision int64
}

// View is the state as it was at a revision.
func (s *State) View(revision int64) View { return View{s, revision} }

// UnpublishedYearError says that working days of a year can't be told, as its
// bank holidays are not published.
type UnpublishedYearError struct{ Year int }

func (e *UnpublishedYearError) Error() string {
	return fmt.Sprintf("the bank holidays of %d should be published before working days of that year are counted", e.Year)
}

// IsWorkingDay reports whether a day is one from Monday to Friday and no bank
// holiday. Its error is an *UnpublishedYearError.
func (v View) IsWorkingDay(day domain.Date) (bool, error) {
	published, ok := v.state.years.At(day.Year(), v.revision)
	if !ok {
		return false, &UnpublishedYearError{day.Year()}
	}
	switch weekday(day) {
	case time.Saturday, time.Sunday:
		return false, nil
	}
	_, holiday := slices.BinarySearch(published.Days, day)
	return !holiday, nil
}

// WorkingDayAfter is the nth working day after a day, which itself does not
// count; n is 1 or more. A period of n working days that starts on a day ends
// at midnight at the end of it. Its error is an *UnpublishedYearError.
func (v View) WorkingDayAfter(day domain.Date, n int) (domain.Date, error) {
	for n > 0 {
		day = day.AddDays(1)
		working, err := v.IsWorkingDay(day)
		if err != nil {
			return 0, err
		}
		if working {
			n--
		}
	}
	return day, nil
}

// weekday is the day of the week of a date.
func weekday(d domain.Date) time.Weekday {
	return time.Date(d.Year(), time.Month(d.Month()), d.Day(), 0, 0, 0, 0, time.UTC).Weekday()
}
