package domain

import "fmt"

// FinancialYear is a year of the books, 1 April to 31 March: the calendar year
// it begins in. 0 is none. Its text is "2024/25".
type FinancialYear int16

// YearOf is the financial year a date lies in; of no date there is none.
func YearOf(d Date) FinancialYear {
	switch {
	case d.IsZero():
		return 0
	case d.Month() < 4:
		return FinancialYear(d.Year() - 1)
	}
	return FinancialYear(d.Year())
}

// ParseFinancialYear reads a year such as "2024/25". Both of its days lie
// between 1900 and 2199.
func ParseFinancialYear(s string) (FinancialYear, error) {
	if len(s) == 7 && s[4] == '/' && allDigits(s[:4]) && allDigits(s[5:]) {
		n := 0
		for _, c := range []byte(s[:4]) {
			n = n*10 + int(c-'0')
		}
		if y := FinancialYear(n); n >= 1900 && n < 2199 && y.String() == s {
			return y, nil
		}
	}
	return 0, fmt.Errorf("%q is not a financial year of the form 2024/25", s)
}

// MustYear is ParseFinancialYear for years that stand in code.
func MustYear(s string) FinancialYear {
	y, err := ParseFinancialYear(s)
	if err != nil {
		panic(err)
	}
	return y
}

// IsZero reports whether there is no year.
func (y FinancialYear) IsZero() bool { return y == 0 }

// First is 1 April, the first day of the year; of no year there is none.
func (y FinancialYear) First() Date {
	if y == 0 {
		return 0
	}
	return Date(int32(y)*10000 + 401)
}

// Last is 31 March, the last day of the year; of no year there is none.
func (y FinancialYear) Last() Date {
	if y == 0 {
		return 0
	}
	return Date(int32(y+1)*10000 + 331)
}

// Contains reports whether a date lies in the year.
func (y FinancialYear) Contains(d Date) bool { return y != 0 && YearOf(d) == y }

// Next is the year after; of no year there is none.
func (y FinancialYear) Next() FinancialYear {
	if y == 0 {
		return 0
	}
	return y + 1
}

func (y FinancialYear) String() string {
	if y == 0 {
		return ""
	}
	return fmt.Sprintf("%04d/%02d", int(y), (int(y)+1)%100)
}

// AppendText implements encoding.TextAppender.
func (y FinancialYear) AppendText(b []byte) ([]byte, error) { return append(b, y.String()...), nil }

// MarshalText implements encoding.TextMarshaler.
func (y FinancialYear) MarshalText() ([]byte, error) { return []byte(y.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (y *FinancialYear) UnmarshalText(b []byte) (err error) {
	*y, err = ParseFinancialYear(string(b))
	return err
}
