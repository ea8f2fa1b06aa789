package eventstore

import (
	"fmt"
	"time"
)

// Instant is a moment in UTC with microseconds. Its text is always
// "2006-01-02T15:04:05.000000Z", 27 characters.
type Instant struct{ time.Time }

// InstantLayout is the one text of an instant in an envelope.
const InstantLayout = "2006-01-02T15:04:05.000000Z"

// InstantOf is t in UTC, cut to microseconds.
func InstantOf(t time.Time) Instant { return Instant{t.UTC().Truncate(time.Microsecond)} }

// AppendText implements encoding.TextAppender.
func (i Instant) AppendText(b []byte) ([]byte, error) {
	t := i.UTC()
	if y := t.Year(); y < 1 || y > 9999 {
		return nil, fmt.Errorf("year %d can't be written as one of 0001 to 9999", y)
	}
	return t.AppendFormat(b, InstantLayout), nil
}

// MarshalText implements encoding.TextMarshaler.
func (i Instant) MarshalText() ([]byte, error) { return i.AppendText(nil) }

// MarshalJSON keeps time.Time's own encoding out.
func (i Instant) MarshalJSON() ([]byte, error) {
	b, err := i.AppendText([]byte{'"'})
	return append(b, '"'), err
}

// UnmarshalText implements encoding.TextUnmarshaler.
func (i *Instant) UnmarshalText(text []byte) error {
	t, ok := parseInstant(text)
	if !ok {
		return fmt.Errorf("%q is not an instant of the form %s", text, InstantLayout)
	}
	i.Time = t
	return nil
}

// UnmarshalJSON keeps time.Time's own decoding out.
func (i *Instant) UnmarshalJSON(b []byte) error {
	if len(b) < 2 || b[0] != '"' {
		return fmt.Errorf("an instant is a string of the form %s", InstantLayout)
	}
	return i.UnmarshalText(b[1 : len(b)-1])
}

// parseInstant reads the one text of an instant.
func parseInstant(s []byte) (time.Time, bool) {
	if len(s) != len(InstantLayout) || !isDate(s[:10]) ||
		s[10] != 'T' || s[13] != ':' || s[16] != ':' || s[19] != '.' || s[26] != 'Z' {
		return time.Time{}, false
	}
	hour, minute, second, micro := decimal(s[11:13]), decimal(s[14:16]), decimal(s[17:19]), decimal(s[20:26])
	if uint(hour) > 23 || uint(minute) > 59 || uint(second) > 59 || micro < 0 {
		return time.Time{}, false
	}
	return time.Date(decimal(s[:4]), time.Month(decimal(s[5:7])), decimal(s[8:10]), hour, minute, second, micro*1000, time.UTC), true
}

// isDate reports whether s is a civil date, YYYY-MM-DD, of the years 0001 to
// 9999.
func isDate[S []byte | string](s S) bool {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return false
	}
	year, month, day := decimal(s[:4]), decimal(s[5:7]), decimal(s[8:10])
	if year < 1 || month < 1 || month > 12 || day < 1 {
		return false
	}
	switch month {
	case 4, 6, 9, 11:
		return day <= 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return day <= 29
		}
		return day <= 28
	}
	return day <= 31
}

// decimal is the number that a few digits write, -1 where they are not digits.
func decimal[S []byte | string](s S) int {
	n := 0
	for i := range len(s) {
		c := s[i] - '0'
		if c > 9 {
			return -1
		}
		n = 10*n + int(c)
	}
	return n
}
