package domain

import (
	"fmt"
	"time"
	_ "time/tzdata" // the business day must not depend on the machine's zones
)

// Date is a civil date without a zone: the integer yyyymmdd, so that dates
// compare as numbers. 0 is no date. Its text is YYYY-MM-DD.
type Date int32

// DateOf makes a date, and false where the calendar has none such. Years are
// 1900 to 2199: what lies outside is a slip of the hand.
func DateOf(year, month, day int) (Date, bool) {
	if year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 {
		return 0, false
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day || int(t.Month()) != month {
		return 0, false
	}
	return Date(year*10000 + month*100 + day), true
}

// ParseDate reads YYYY-MM-DD.
func ParseDate(s string) (Date, error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, fmt.Errorf("%q is not a date of the form YYYY-MM-DD", s)
	}
	n := 0
	for i, c := range []byte(s) {
		if i == 4 || i == 7 {
			continue
		}
		if c < '0' || c > '9' {
			return 0, fmt.Errorf("%q is not a date of the form YYYY-MM-DD", s)
		}
		n = n*10 + int(c-'0')
	}
	d, ok := DateOf(n/10000, n/100%100, n%100)
	if !ok {
		return 0, fmt.Errorf("%q is not a day of the calendar between 1900 and 2199", s)
	}
	return d, nil
}

// MustDate is ParseDate for dates that stand in code.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

var london = func() *time.Location {
	l, err := time.LoadLocation("Europe/London")
	if err != nil {
		panic(err)
	}
	return l
}()

// BusinessDay is the date of an instant in Europe/London.
func BusinessDay(t time.Time) Date {
	y, m, d := t.In(london).Date()
	return Date(y*10000 + int(m)*100 + d)
}

// Year, Month and Day are the date's parts.
func (d Date) Year() int  { return int(d) / 10000 }
func (d Date) Month() int { return int(d) / 100 % 100 }
func (d Date) Day() int   { return int(d) % 100 }

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == 0 }

// AddDays is the date n days later; of no date there is none. It may lie
// outside the years that ParseDate takes.
func (d Date) AddDays(n int) Date {
	if d == 0 {
		return 0
	}
	t := time.Date(d.Year(), time.Month(d.Month()), d.Day()+n, 0, 0, 0, 0, time.UTC)
	return Date(t.Year()*10000 + int(t.Month())*100 + t.Day())
}

// AddMonths is the same day of the month n months later, or the last day of
// that month where it has no such day: 31 August and 6 months are 28 or 29
// February, 28 February and 6 months 28 August. n may be negative; of no date
// there is none.
func (d Date) AddMonths(n int) Date {
	if d == 0 {
		return 0
	}
	months := d.Year()*12 + d.Month() - 1 + n
	first := Date(months/12*10000 + (months%12+1)*100 + 1)
	return first + Date(min(d.Day(), first.MonthEnd().Day())-1)
}

// MonthEnd is the last day of the date's month; of no date there is none.
func (d Date) MonthEnd() Date {
	if d == 0 {
		return 0
	}
	t := time.Date(d.Year(), time.Month(d.Month())+1, 0, 0, 0, 0, 0, time.UTC)
	return Date(t.Year()*10000 + int(t.Month())*100 + t.Day())
}

func (d Date) String() string {
	b, _ := d.AppendText(nil)
	return string(b)
}

// AppendText implements encoding.TextAppender.
func (d Date) AppendText(b []byte) ([]byte, error) {
	if d == 0 {
		return b, nil
	}
	y, m, day := d.Year(), d.Month(), d.Day()
	return append(b, byte('0'+y/1000), byte('0'+y/100%10), byte('0'+y/10%10), byte('0'+y%10), '-',
		byte('0'+m/10), byte('0'+m%10), '-', byte('0'+day/10), byte('0'+day%10)), nil
}

// MarshalText implements encoding.TextMarshaler.
func (d Date) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *Date) UnmarshalText(b []byte) (err error) {
	*d, err = ParseDate(string(b))
	return err
}

// Census is the month of a workforce census, yyyymm. 0 is none. Its text is
// YYYY-MM.
type Census int32

// ParseCensus reads YYYY-MM.
func ParseCensus(s string) (Census, error) {
	d, err := ParseDate(s + "-01")
	if err != nil {
		return 0, fmt.Errorf("%q is not a month of the form YYYY-MM", s)
	}
	return Census(d / 100), nil
}

// Day is the day the census is taken: the last of its month.
func (c Census) Day() Date {
	if c == 0 {
		return 0
	}
	return Date(int32(c)*100 + 1).MonthEnd()
}

// IsZero reports whether there is no census.
func (c Census) IsZero() bool { return c == 0 }

func (c Census) String() string {
	if c == 0 {
		return ""
	}
	return Date(int32(c)*100 + 1).String()[:7]
}

// AppendText implements encoding.TextAppender.
func (c Census) AppendText(b []byte) ([]byte, error) { return append(b, c.String()...), nil }

// MarshalText implements encoding.TextMarshaler.
func (c Census) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (c *Census) UnmarshalText(b []byte) (err error) {
	*c, err = ParseCensus(string(b))
	return err
}
