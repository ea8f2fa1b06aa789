package http

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"
	"unicode"
)

// tableOf is a table of rows, one column for each field, named as in JSON. What
// a field holds stands in columns of its own, with the field's name before
// theirs. A list stands in one cell, with spaces between; a list of things that
// have fields of their own is in the JSON alone.
func tableOf[R any](rows []R) tableBody {
	t := tableBody{header: columns("", reflect.TypeFor[R]())}
	for _, r := range rows {
		t.rows = append(t.rows, cells(nil, reflect.ValueOf(r)))
	}
	return t
}

// tabled is an answer that is a value as JSON, and its rows as a table.
func tabled[R any](c *call, value any, rows []R) answer {
	a := answer{immutable: c.asked, whole: jsonBody{value}}
	if c.format == formatCSV {
		a.whole = tableOf(rows)
	}
	return a
}

// shape is how a type of field stands in a table.
type shape int

const (
	inOneCell shape = iota
	inColumns
	inNoCell
)

func shapeOf(t reflect.Type) shape {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case t.Implements(reflect.TypeFor[encoding.TextMarshaler]()):
		return inOneCell
	case t.Kind() == reflect.Struct:
		return inColumns
	case t.Kind() == reflect.Slice && shapeOf(t.Elem()) != inOneCell:
		return inNoCell
	}
	return inOneCell
}

func columns(before string, t reflect.Type) (names []string) {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if before != "" {
			name = before + string(unicode.ToUpper(rune(name[0]))) + name[1:]
		}
		switch shapeOf(f.Type) {
		case inOneCell:
			names = append(names, name)
		case inColumns:
			names = append(names, columns(name, f.Type)...)
		}
	}
	return names
}

func cells(row []string, v reflect.Value) []string {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() { // as many cells, with nothing in them
			return append(row, make([]string, len(columns("", v.Type())))...)
		}
		v = v.Elem()
	}
	for i := range v.NumField() {
		switch f := v.Field(i); shapeOf(f.Type()) {
		case inOneCell:
			row = append(row, cell(f))
		case inColumns:
			row = cells(row, f)
		}
	}
	return row
}

func cell(v reflect.Value) string {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return ""
		}
		v = v.Elem()
	}
	if text, ok := v.Interface().(encoding.TextMarshaler); ok {
		b, err := text.MarshalText()
		if err != nil {
			return "" // none of our types fails
		}
		return string(b)
	}
	switch v.Kind() {
	case reflect.Slice:
		parts := make([]string, v.Len())
		for i := range parts {
			parts[i] = cell(v.Index(i))
		}
		return strings.Join(parts, " ")
	case reflect.Int, reflect.Int64:
		return fmt.Sprintf("%d", v.Int()) // pence, whatever they print as
	}
	return fmt.Sprint(v.Interface())
}
