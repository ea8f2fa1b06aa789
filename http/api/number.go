package api

import (
	"bytes"
	"errors"
	"strconv"

	"github.com/hubledger/hubledger/domain"
)

// Number is a value in its unit: a whole JSON number, or a decimal in a string
// where the unit has decimals, such as FTE and per cent. Its text is the same
// in both.
type Number struct {
	text    string
	decimal bool
}

// Whole is a whole number.
func Whole[T ~int | ~int64](n T) Number { return Number{strconv.FormatInt(int64(n), 10), false} }

// Decimal is a decimal by its text, such as 0.6.
func Decimal(text string) Number { return Number{text, true} }

// Int is a whole number, and false where it is a decimal.
func (n Number) Int() (int64, bool) {
	i, err := strconv.ParseInt(n.text, 10, 64)
	return i, err == nil && !n.decimal
}

func (n Number) String() string { return n.text }

// MarshalText implements encoding.TextMarshaler, for tables.
func (n Number) MarshalText() ([]byte, error) { return []byte(n.text), nil }

// MarshalJSON writes a number, or a string of a decimal.
func (n Number) MarshalJSON() ([]byte, error) {
	if n.decimal {
		return []byte(strconv.Quote(n.text)), nil
	}
	return []byte(n.text), nil
}

var errNoNumber = errors.New("should be a whole number, or a decimal in a string")

// UnmarshalJSON reads what MarshalJSON writes.
func (n *Number) UnmarshalJSON(b []byte) error {
	text, decimal := bytes.CutPrefix(b, []byte(`"`))
	if decimal {
		text = bytes.TrimSuffix(text, []byte(`"`))
	}
	_, wrong := strconv.ParseInt(string(text), 10, 64)
	if decimal {
		_, wrong = domain.ParseFTE(string(text)) // nine decimals are the most that there are
	}
	if wrong != nil {
		return errNoNumber
	}
	*n = Number{string(text), decimal}
	return nil
}
