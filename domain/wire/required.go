package wire

import (
	"encoding"
	"reflect"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/hubledger/hubledger/domain"
)

// missing reports every member that a Go type writes always and that stands
// not in the JSON. A decoder would take its absence for zero, and zero is a
// figure.
func missing(t reflect.Type, v jsontext.Value, pointer string, f *domain.FieldErrors) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case opaque(t):
	case t.Kind() == reflect.Struct && v.Kind() == '{':
		var members map[string]jsontext.Value
		if json.Unmarshal(v, &members) != nil {
			return // the strict decoder says what is wrong
		}
		for i := range t.NumField() {
			name, optional, ok := member(t.Field(i))
			if !ok {
				continue
			}
			at := pointer + "/" + name
			value, present := members[name]
			switch {
			case present:
				missing(t.Field(i).Type, value, at, f)
			case !optional:
				f.Add(at, "is required")
			}
		}
	case t.Kind() == reflect.Slice && v.Kind() == '[':
		var items []jsontext.Value
		if json.Unmarshal(v, &items) != nil {
			return
		}
		for i, item := range items {
			missing(t.Elem(), item, pointer+"/"+strconv.Itoa(i), f)
		}
	}
}

var textUnmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()

// opaque reports whether values of a type are one JSON string.
func opaque(t reflect.Type) bool { return reflect.PointerTo(t).Implements(textUnmarshaler) }

// member is the name of a field in JSON, and whether it may be left out.
func member(field reflect.StructField) (name string, optional, ok bool) {
	tag, ok := field.Tag.Lookup("json")
	if !ok || !field.IsExported() {
		return "", false, false
	}
	name, options, _ := strings.Cut(tag, ",")
	return name, strings.Contains(options, "omit"), name != "-"
}
