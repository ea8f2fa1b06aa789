package wire_test

import (
	"encoding"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"github.com/hubledger/hubledger/domain/wire"
)

// Samples freeze what they hold. So every member of today's version is set in
// one of them, and one that may be left out is left out in one.
func TestSamplesHoldEveryMember(t *testing.T) {
	for _, typ := range wire.EventTypes() {
		seen := make(members)
		for _, e := range eventSamples[version(typ.Name, typ.Version)] {
			seen.look(reflect.ValueOf(e), "")
		}
		seen.report(t, typ.Name)
	}
	for _, typ := range wire.CommandTypes() {
		seen := make(members)
		for _, c := range commandSamples[version(typ.Name, typ.Version)] {
			seen.look(reflect.ValueOf(c), "")
		}
		seen.report(t, typ.Name)
	}
}

// members is what samples of one type do with its members, by their paths.
type members map[string]*struct{ optional, set, unset bool }

// look walks a value with all that it holds.
func (m members) look(v reflect.Value, path string) {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if !v.IsValid() || v.Type().Implements(reflect.TypeFor[encoding.TextMarshaler]()) {
		return
	}
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			m.look(v.Index(i), path+"[]")
		}
	case reflect.Struct:
		for i := range v.NumField() {
			field, inner := v.Type().Field(i), v.Field(i)
			if field.Anonymous {
				m.look(inner, path)
				continue
			}
			name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
			at := path + "." + name
			if m[at] == nil {
				m[at] = &struct{ optional, set, unset bool }{}
			}
			empty := inner.IsZero() || inner.Kind() == reflect.Slice && inner.Len() == 0
			m[at].optional = strings.Contains(options, "omit")
			m[at].set, m[at].unset = m[at].set || !empty, m[at].unset || empty
			if !empty {
				m.look(inner, at)
			}
		}
	}
}

func (m members) report(t *testing.T, typ string) {
	for _, path := range slices.Sorted(maps.Keys(m)) {
		switch one := m[path]; {
		case !one.set:
			t.Errorf("%s: no sample sets %s", typ, path[1:])
		case one.optional && !one.unset:
			t.Errorf("%s: no sample leaves %s out", typ, path[1:])
		}
	}
}

// Names in JSON are camelCase, and what is written holds no null.
func TestSamplesAreWrittenByTheRules(t *testing.T) {
	for name, list := range eventSamples {
		for _, e := range list {
			_, data, err := wire.EncodeEvent(e)
			if err != nil {
				t.Fatal(err)
			}
			holdNames(t, name, data)
		}
	}
	for name, list := range commandSamples {
		for _, c := range list {
			data, err := json.Marshal(c)
			if err != nil {
				t.Fatal(err)
			}
			holdNames(t, name, data)
		}
	}
}

func holdNames(t *testing.T, typ string, data []byte) {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case nil:
			t.Errorf("%s holds null: %s", typ, data)
		case float64:
			if v != float64(int64(v)) {
				t.Errorf("%s holds the number %v, which is no integer: %s", typ, v, data)
			}
		case []any:
			for _, one := range v {
				walk(one)
			}
		case map[string]any:
			for name, one := range v {
				if !camelCase(name) {
					t.Errorf("%s: %q is not camelCase", typ, name)
				}
				walk(one)
			}
		}
	}
	walk(v)
}

func camelCase(name string) bool {
	for i, r := range name {
		letter := r >= 'a' && r <= 'z' || i > 0 && (r >= 'A' && r <= 'Z' || r >= '0' && r <= '9')
		if !letter {
			return false
		}
	}
	return name != ""
}
