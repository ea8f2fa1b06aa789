package domain

import "fmt"

// HalfYear is half a financial year: 2024H1 is April to September 2024, 2024H2
// October 2024 to March 2025. It counts half-years, so that they compare as
// numbers; 0 is none. Its text is 2024H1.
type HalfYear int16

// HalfYearOf is the half-year a date lies in; of no date there is none.
func HalfYearOf(d Date) HalfYear {
	y := YearOf(d)
	if y.IsZero() {
		return 0
	}
	if m := d.Month(); m >= 4 && m <= 9 {
		return HalfYear(int(y) * 2)
	}
	return HalfYear(int(y)*2 + 1)
}

// ParseHalfYear reads a half-year such as "2024H1".
func ParseHalfYear(s string) (HalfYear, error) {
	if len(s) == 6 && s[4] == 'H' && (s[5] == '1' || s[5] == '2') && allDigits(s[:4]) {
		n := 0
		for _, c := range []byte(s[:4]) {
			n = n*10 + int(c-'0')
		}
		if n >= 1900 && n < 2199 {
			return HalfYear(n*2 + int(s[5]-'1')), nil
		}
	}
	return 0, fmt.Errorf("%q is not a half-year of the form 2024H1", s)
}

// MustHalfYear is ParseHalfYear for half-years that stand in code.
func MustHalfYear(s string) HalfYear {
	h, err := ParseHalfYear(s)
	if err != nil {
		panic(err)
	}
	return h
}

// IsZero reports whether there is no half-year.
func (h HalfYear) IsZero() bool { return h == 0 }

// FY is the financial year it is half of.
func (h HalfYear) FY() FinancialYear { return FinancialYear(h / 2) }

// First is its first day, 1 April or 1 October; of no half-year there is none.
func (h HalfYear) First() Date {
	switch {
	case h == 0:
		return 0
	case h%2 == 0:
		return h.FY().First()
	}
	return h.FY().First().AddMonths(6)
}

// Last is its last day, 30 September or 31 March; of no half-year there is none.
func (h HalfYear) Last() Date {
	if h == 0 {
		return 0
	}
	return h.First().AddMonths(6).AddDays(-1)
}

// Next is the half-year after it.
func (h HalfYear) Next() HalfYear { return h + 1 }

// String is the half-year as 2024H1, and empty for none.
func (h HalfYear) String() string {
	if h == 0 {
		return ""
	}
	return fmt.Sprintf("%04dH%d", int(h/2), h%2+1)
}

// MarshalText implements encoding.TextMarshaler.
func (h HalfYear) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (h *HalfYear) UnmarshalText(b []byte) (err error) {
	*h, err = ParseHalfYear(string(b))
	return err
}
