// Package hubledger_test holds the whole program to its plan: which room may
// import which, and what keeps the rules repeatable.
package hubledger_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/hubledger/hubledger"

type row struct {
	room string
	may  []string
}

// rooms is the table of which room may import which of ours. A pattern that
// ends in /** means a room and all below it, one that begins with ! takes away
// from the others; the first row that matches a room is its row.
var rooms = []row{
	{".", nil},
	{"cmd/**", []string{"**"}},
	{"demo", []string{"domain/**", "ledger"}},
	{"domain", nil},
	// Aggregates hold the rooms of one kind of stream.
	{"domain/hub", []string{"domain", "domain/*", "!domain/wire"}},
	{"domain/national", []string{"domain", "domain/ambition", "domain/calendar", "domain/guidance", "domain/kpi", "domain/maturity", "domain/measure", "domain/rate", "domain/roletype"}},
	{"domain/person", []string{"domain", "domain/employment", "domain/interest"}},
	{"domain/wire", []string{"domain/**", "eventstore"}},
	{"domain/*", []string{"domain"}},
	{"eventstore", nil},
	{"eventstore/esdb", []string{"eventstore", "eventstore/sqlite"}},
	{"eventstore/*", []string{"eventstore"}},
	{"http/**", []string{"http/**", "demo", "domain/**", "eventstore", "intake", "ledger", "projections/**", "proof", "vault", "verify"}},
	{"intake", []string{"domain/**", "ledger"}},
	{"ledger", []string{"domain/**", "eventstore"}},
	{"projections/**", []string{"projections/**", "domain", "domain/measure", "domain/wire", "eventstore"}},
	{"proof", []string{"eventstore"}},
	{"vault", nil},
	{"verify", []string{"domain/**", "eventstore", "ledger", "projections/**", "proof"}},
}

// outside is which rooms alone may import a package that is not ours.
var outside = []struct {
	pkg   string
	rooms []string
}{
	{"encoding/json", nil}, // reads a name in any case and the last of two
	{"net/http", []string{"http/**"}},
	{"github.com/EventStore/**", []string{"eventstore/kurrent", "eventstore/esdb"}},
	{"google.golang.org/**", []string{"eventstore/kurrent", "eventstore/esdb"}},
	{"github.com/ncruces/**", []string{"eventstore/sqlite"}},
	{"github.com/go-chi/**", []string{"http/**"}},
	{"github.com/prometheus/**", []string{"http/**", "cmd/**"}},
	{"github.com/schollz/**", []string{"cmd/**"}},
	{"github.com/spf13/**", []string{"cmd/**"}},
	{"golang.org/x/term", []string{"cmd/**"}},
	{"pgregory.net/**", []string{"eventstore/storetest"}},
	{"testing", []string{"domain/domaintest", "eventstore/storetest"}},
}

// forTests are rooms that only tests import.
var forTests = []string{"domain/domaintest", "eventstore/storetest"}

// source is one Go file.
type source struct {
	room string // the package's folder, from the top
	name string // the file, from the top
	test bool
	file *ast.File
}

// Every room imports only what the table lets it.
func TestRoomsImportOnlyWhatTheyMay(t *testing.T) {
	seen := make(map[string]bool)
	for _, s := range sources(t) {
		at := slices.IndexFunc(rooms, func(r row) bool { return matches(r.room, s.room) })
		if at < 0 {
			t.Errorf("%s: the table has no row for %s", s.name, s.room)
			continue
		}
		seen[s.room] = true
		if s.test {
			continue // a test may use any store, and the suites made for tests
		}
		for _, imported := range imports(t, s) {
			ours, ok := strings.CutPrefix(imported, module+"/")
			if !ok || ours == s.room {
				continue
			}
			if !allowed(rooms[at].may, ours) {
				t.Errorf("%s imports %s; %s may import %v", s.name, ours, s.room, rooms[at].may)
			}
			if slices.Contains(forTests, ours) {
				t.Errorf("%s imports %s, which is for tests", s.name, ours)
			}
		}
	}
	for _, room := range []string{"domain", "eventstore", "ledger", "cmd/hubledger"} {
		if !seen[room] {
			t.Errorf("no file of %s was looked at", room)
		}
	}
}

// What comes from elsewhere is known only to the rooms it is for.
func TestPackagesFromElsewhereStayInTheirRooms(t *testing.T) {
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		for _, imported := range imports(t, s) {
			for _, rule := range outside {
				if matches(rule.pkg, imported) && !slices.ContainsFunc(rule.rooms, func(p string) bool { return matches(p, s.room) }) {
					t.Errorf("%s imports %s; only %v may", s.name, imported, rule.rooms)
				}
			}
		}
	}
}

// impure is what would make a decision come out otherwise the second time.
var impure = map[string][]string{
	"time":                   {"Now", "Since", "Until", "After", "Tick", "Sleep", "NewTimer", "NewTicker"},
	"github.com/google/uuid": {"New", "NewString", "NewRandom", "NewV6", "NewV7", "NewUUID"},
	"os":                     nil, // nil: nothing of it at all
	"io/fs":                  nil,
	"net":                    nil,
	"log":                    nil,
	"log/slog":               nil,
	"math/rand":              nil,
	"math/rand/v2":           nil,
	"crypto/rand":            nil,
	"sync":                   {"Mutex", "RWMutex", "Cond", "WaitGroup"},
}

// The rules know no clock, no file, no network and no random number.
func TestRulesAreRepeatable(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || !matches("domain/**", s.room) {
			continue
		}
		local := make(map[string]string) // name in this file → package
		for _, imported := range imports(t, s) {
			if names, banned := impure[imported]; banned && names == nil {
				t.Errorf("%s imports %s; a rule may not", s.name, imported)
			}
			local[path.Base(imported)] = imported
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := sel.X.(*ast.Ident); ok && slices.Contains(impure[local[x.Name]], sel.Sel.Name) {
					t.Errorf("%s uses %s.%s; a rule may not", s.name, x.Name, sel.Sel.Name)
				}
			}
			return true
		})
	}
}

// The table itself finds what breaks it.
func TestPatterns(t *testing.T) {
	for _, c := range []struct {
		pattern, room string
		want          bool
	}{
		{"**", "eventstore/sqlite", true},
		{"domain", "domain", true},
		{"domain", "domain/hub", false},
		{"domain/*", "domain/hub", true},
		{"domain/*", "domain", false},
		{"domain/*", "domain/hub/deep", false},
		{"domain/**", "domain", true},
		{"domain/**", "domain/hub/deep", true},
		{"domain/**", "domains", false},
	} {
		if got := matches(c.pattern, c.room); got != c.want {
			t.Errorf("matches(%q, %q) = %v, want %v", c.pattern, c.room, got, c.want)
		}
	}
}

func allowed(patterns []string, room string) bool {
	ok := false
	for _, p := range patterns {
		if not, taken := strings.CutPrefix(p, "!"); taken && matches(not, room) {
			return false
		}
		ok = ok || matches(p, room)
	}
	return ok
}

func matches(pattern, room string) bool {
	if pattern == "**" {
		return true
	}
	if whole, ok := strings.CutSuffix(pattern, "/**"); ok {
		return room == whole || strings.HasPrefix(room, whole+"/")
	}
	ok, err := path.Match(pattern, room)
	return ok && err == nil
}

func imports(t *testing.T, s source) []string {
	t.Helper()
	var list []string
	for _, i := range s.file.Imports {
		p, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		list = append(list, p)
	}
	return list
}

// sources parses every Go file of the module, but for other modules inside it.
func sources(t *testing.T) []source {
	t.Helper()
	var list []source
	fset := token.NewFileSet()
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "tools"):
			return filepath.SkipDir
		case d.IsDir() || filepath.Ext(name) != ".go":
			return nil
		}
		file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		list = append(list, source{
			room: path.Dir(name), name: name, file: file, test: strings.HasSuffix(name, "_test.go"),
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}
