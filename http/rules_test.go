package http

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"path/filepath"
	"reflect"
	"strconv"
	"testing"

	"github.com/hubledger/hubledger/domain"
)

// Every rule of every room whose commands can be given has its page and its
// metric.
func TestEveryRuleOfARoomIsKnown(t *testing.T) {
	seen := make(map[string]bool)
	for _, c := range publicCommands() {
		room := path.Base(c.Data.PkgPath())
		if c.Data.Kind() != reflect.Struct || seen[room] {
			continue
		}
		seen[room] = true
		found := 0
		files, err := filepath.Glob(filepath.Join("..", "domain", room, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			p, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(p, func(n ast.Node) bool {
				spec, ok := n.(*ast.ValueSpec)
				if !ok {
					return true
				}
				kind, ok := spec.Type.(*ast.SelectorExpr)
				if !ok || kind.Sel.Name != "Rule" {
					return true
				}
				for _, v := range spec.Values {
					rule, err := strconv.Unquote(v.(*ast.BasicLit).Value)
					if err != nil {
						t.Fatal(err)
					}
					found++
					if rules[domain.Rule(rule)] == "" {
						t.Errorf("rule %s of room %s is not in rules.go", rule, room)
					}
				}
				return true
			})
		}
		if found == 0 {
			t.Errorf("found no rule in room %s", room)
		}
	}
}
