package domain

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Pence is an amount of money in pence sterling.
type Pence int64

// Add is p + q, and false where it can't be held.
func (p Pence) Add(q Pence) (Pence, bool) {
	s := p + q
	return s, (s > p) == (q > 0)
}

// String is the amount in pounds: "1234.50".
func (p Pence) String() string { return formatFixed(int64(p), 2, false) }

// FTE is a full-time equivalent in units of 10⁻⁹, the precision of the
// published workforce files. Its text is a decimal without trailing zeros:
// "0.986666667", "1", "-0.026666667".
type FTE int64

// OneFTE is one full-time equivalent.
const OneFTE FTE = 1_000_000_000

// ParseFTE reads a decimal with up to nine places.
func ParseFTE(s string) (FTE, error) {
	n, err := parseFixed(s, 9)
	if err != nil {
		return 0, fmt.Errorf("%q is not an FTE: %w", s, err)
	}
	return FTE(n), nil
}

// Add is f + g, and false where it can't be held.
func (f FTE) Add(g FTE) (FTE, bool) {
	s := f + g
	return s, (s > f) == (g > 0)
}

func (f FTE) String() string { return formatFixed(int64(f), 9, true) }

// AppendText implements encoding.TextAppender.
func (f FTE) AppendText(b []byte) ([]byte, error) { return append(b, f.String()...), nil }

// MarshalText implements encoding.TextMarshaler.
func (f FTE) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (f *FTE) UnmarshalText(b []byte) (err error) {
	*f, err = ParseFTE(string(b))
	return err
}

// Patients is a number of patients in hundredths: a list is counted on four
// quarter days and published as their mean, and weighted lists have two
// decimals. Its text is a decimal without trailing zeros: "4029.25".
type Patients int64

// ParsePatients reads a decimal with up to two places.
func ParsePatients(s string) (Patients, error) {
	n, err := parseFixed(s, 2)
	if err != nil {
		return 0, fmt.Errorf("%q is not a number of patients: %w", s, err)
	}
	return Patients(n), nil
}

func (p Patients) String() string { return formatFixed(int64(p), 2, true) }

// AppendText implements encoding.TextAppender.
func (p Patients) AppendText(b []byte) ([]byte, error) { return append(b, p.String()...), nil }

// MarshalText implements encoding.TextMarshaler.
func (p Patients) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (p *Patients) UnmarshalText(b []byte) (err error) {
	*p, err = ParsePatients(string(b))
	return err
}

var (
	errNoDecimal = errors.New("it should be a decimal number such as 0.5")
	errTooLarge  = errors.New("it is too large")
)

// parseFixed reads an optional minus, digits, and up to places decimals, and
// returns the value in units of 10^-places. Nothing is rounded.
func parseFixed(s string, places int) (int64, error) {
	rest, negative := strings.CutPrefix(s, "-")
	whole, frac, point := strings.Cut(rest, ".")
	if !allDigits(whole) || point && !allDigits(frac) {
		return 0, errNoDecimal
	}
	if trimmed := strings.TrimRight(frac, "0"); len(trimmed) > places {
		return 0, fmt.Errorf("it has more than %d decimals", places)
	}
	var n uint64
	for i := range len(whole) + places {
		digit := byte('0')
		if i < len(whole) {
			digit = whole[i]
		} else if j := i - len(whole); j < len(frac) {
			digit = frac[j]
		}
		if n > (math.MaxUint64-9)/10 {
			return 0, errTooLarge
		}
		n = n*10 + uint64(digit-'0')
	}
	limit := uint64(math.MaxInt64)
	if negative {
		limit++
	}
	if n > limit {
		return 0, errTooLarge
	}
	if negative {
		return -int64(n), nil // of -2^63 too: it is its own negative
	}
	return int64(n), nil
}

// allDigits reports whether s is one decimal digit or more.
func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func formatFixed(n int64, places int, trim bool) string {
	u, sign := uint64(n), ""
	if n < 0 {
		u, sign = -u, "-"
	}
	s := strconv.FormatUint(u, 10)
	for len(s) <= places {
		s = "0" + s
	}
	whole, frac := s[:len(s)-places], s[len(s)-places:]
	if trim {
		for len(frac) > 0 && frac[len(frac)-1] == '0' {
			frac = frac[:len(frac)-1]
		}
	}
	if frac == "" {
		return sign + whole
	}
	return sign + whole + "." + frac
}
