package demo

import (
	"time"

	"github.com/hubledger/hubledger/domain"
)

// day is a day of a month of a financial year: months 1 to 3 are those of the
// calendar year after its first.
func day(fy domain.FinancialYear, month, of int) domain.Date {
	year := int(fy)
	if month < 4 {
		year++
	}
	return domain.Date(year*10000 + month*100 + of)
}

// workday is a day, or the Monday after it where it is of a weekend.
func workday(d domain.Date) domain.Date {
	switch instant(d).Weekday() {
	case time.Saturday:
		return d.AddDays(2)
	case time.Sunday:
		return d.AddDays(1)
	}
	return d
}

// instant is midnight UTC at the beginning of a day.
func instant(d domain.Date) time.Time {
	return time.Date(d.Year(), time.Month(d.Month()), d.Day(), 0, 0, 0, 0, time.UTC)
}

// session is when somebody sits down to record what has happened: at an
// instant, everything up to that day.
type session struct {
	at    time.Time
	diary *diary
}

// The national bodies record at the beginning of each day; a hub sends what it
// has once a month, on a day and at a time of its own, so that no week is
// without a session: a ledger does not trust a clock that is more than seven
// days ahead of it. A session is over within seconds, as a program sends it: what
// a rule refused stands behind the rest, with the instant it was refused at.
const (
	nationalHour = 7 * time.Hour
	hubHour      = 9 * time.Hour
	betweenHubs  = 40 * time.Minute
	sameDay      = 9 // hubs that may come on one day: Monday has the weekend's
	pace         = 5 * time.Millisecond
)

// monthly is the instant of a hub's session of a month.
func monthly(index, hubs int, first domain.Date) time.Time {
	d := workday(first.AddDays(index * 26 / hubs))
	return instant(d).Add(hubHour + time.Duration(index%sameDay)*betweenHubs)
}
