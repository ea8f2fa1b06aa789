package http

import (
	"encoding"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/hubledger/hubledger/domain"
)

// constants are the texts that package domain names, by their type.
func constants(t *testing.T) map[string][]string {
	t.Helper()
	all := make(map[string][]string)
	names, err := filepath.Glob(filepath.Join("..", "domain", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			kind, named := spec.Type.(*ast.Ident)
			value, literal := spec.Values[0].(*ast.BasicLit)
			if named && literal && value.Kind == token.STRING {
				text, err := strconv.Unquote(value.Value)
				if err != nil {
					t.Fatal(err)
				}
				all[kind.Name] = append(all[kind.Name], text)
			}
			return true
		})
	}
	return all
}

// A closed list in the documents has the values that the language has, all of
// them and no others.
func TestClosedListsAreThoseOfTheLanguage(t *testing.T) {
	named := constants(t)
	for typ, schema := range closedLists {
		var got []string
		for _, v := range schema.Enum {
			got = append(got, fmt.Sprint(v))
		}
		want := slices.Clone(named[typ.Name()])
		slices.Sort(got)
		if slices.Sort(want); !slices.Equal(got, want) {
			t.Errorf("%s is %v in the documents, and %v in the language", typ, got, want)
		}
	}
}

// Every text of a command that has a type of its own has its form in the
// documents, and nothing in a command may be null.
func TestTextsOfCommandsHaveTheirForm(t *testing.T) {
	free := map[reflect.Type]bool{
		reflect.TypeFor[domain.OfferKind](): true, // two lists: of gifts and of hospitality
	}
	missing := make(map[reflect.Type]bool)
	var walk func(reflect.Type)
	walk = func(typ reflect.Type) {
		switch {
		case typeSchemas[typ] != nil || free[typ]:
		case typ.Implements(reflect.TypeFor[encoding.TextMarshaler]()):
			missing[typ] = true
		case typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice:
			walk(typ.Elem())
		case typ.Kind() == reflect.Struct:
			for i := range typ.NumField() {
				walk(typ.Field(i).Type)
			}
		case typ.Kind() == reflect.String && typ.PkgPath() != "":
			missing[typ] = true
		}
	}
	for _, c := range publicCommands() {
		walk(c.Data)
		for path, s := range everySchema("", commandSchema(c)) {
			if slices.Contains(s.Types, "null") || s.Type == "null" {
				t.Errorf("%s: %s may be null", c.Name, path)
			}
		}
	}
	for typ := range missing {
		t.Errorf("%s has no form in the documents", typ)
	}
}

// everySchema are a schema and all in it, by their paths.
func everySchema(path string, s *jsonschema.Schema) map[string]*jsonschema.Schema {
	all := map[string]*jsonschema.Schema{path: s}
	for name, p := range s.Properties {
		maps.Copy(all, everySchema(path+"/"+name, p))
	}
	if s.Items != nil {
		maps.Copy(all, everySchema(path+"/0", s.Items))
	}
	return all
}
