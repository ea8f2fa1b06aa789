package demo_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/ambition"
	"github.com/hubledger/hubledger/domain/assurance"
	"github.com/hubledger/hubledger/domain/calendar"
	"github.com/hubledger/hubledger/domain/career"
	"github.com/hubledger/hubledger/domain/census"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/contract"
	"github.com/hubledger/hubledger/domain/educator"
	"github.com/hubledger/hubledger/domain/employment"
	"github.com/hubledger/hubledger/domain/environment"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/governance"
	"github.com/hubledger/hubledger/domain/guidance"
	domainhub "github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/interest"
	"github.com/hubledger/hubledger/domain/kpi"
	"github.com/hubledger/hubledger/domain/maturity"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/placement"
	"github.com/hubledger/hubledger/domain/planning"
	"github.com/hubledger/hubledger/domain/rate"
	"github.com/hubledger/hubledger/domain/registration"
	"github.com/hubledger/hubledger/domain/role"
	"github.com/hubledger/hubledger/domain/roletype"
	"github.com/hubledger/hubledger/domain/sharing"
	"github.com/hubledger/hubledger/domain/topology"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// rooms are the rooms whose rules the nation meets with, by folder.
var rooms = map[string]map[domain.Rule]string{
	"ambition": ambition.Rules, "assurance": assurance.Rules, "calendar": calendar.Rules, "career": career.Rules, "census": census.Rules, "commissioning": commissioning.Rules,
	"contract": contract.Rules, "educator": educator.Rules, "employment": employment.Rules, "environment": environment.Rules, "funding": funding.Rules,
	"governance": governance.Rules, "guidance": guidance.Rules, "hub": domainhub.Rules, "interest": interest.Rules, "kpi": kpi.Rules, "maturity": maturity.Rules,
	"organisation": organisation.Rules, "placement": placement.Rules, "planning": planning.Rules, "rate": rate.Rules, "registration": registration.Rules,
	"role": role.Rules, "roletype": roletype.Rules, "sharing": sharing.Rules, "topology": topology.Rules,
}

// neverRefused are rules that no command of a reasonable size can meet with.
var neverRefused = map[domain.Rule]string{
	funding.RuleWhole: "a balance would have to pass 10^16 pounds; one amount is at most 10^12, so ten thousand of the largest would be needed on one line",
}

// Every rule of the rooms has refused something in the nation, and every rule
// that can be broken in the world has been broken by something that happened.
func TestEveryRule(t *testing.T) {
	refused, broken := make(map[domain.Rule]int), make(map[domain.Rule]int)
	each(t, func(_ eventstore.Event, rec domain.Recorded, env eventstore.Envelope) {
		if r, ok := rec.Event.(domain.CommandRefused); ok {
			refused[r.Rule]++
		}
		if env.Command != nil && env.Command.N == 0 {
			for _, b := range env.Breaches {
				broken[domain.Rule(b.Rule)]++
			}
		}
	})
	breakable := required(t)
	for _, room := range slices.Sorted(maps.Keys(rooms)) {
		for _, rule := range slices.Sorted(maps.Keys(rooms[room])) {
			if _, allowed := neverRefused[rule]; refused[rule] == 0 != allowed {
				t.Errorf("%s %s refused %d commands (allowed never to: %v): %s", room, rule, refused[rule], allowed, rooms[room][rule])
			}
			if breakable[room][rule] && broken[rule] == 0 {
				t.Errorf("%s %s was never broken by what happened: %s", room, rule, rooms[room][rule])
			}
		}
	}
	t.Logf("refused by %d rules, broken %d", len(refused), len(broken))
}

// Every command of the rooms is given in the nation, and taken.
func TestEveryCommand(t *testing.T) {
	taken := make(map[string]int)
	for _, s := range whole(t).steps {
		if s.Refused == "" {
			taken[s.Command.Name]++
		}
	}
	for _, c := range wire.CommandTypes() {
		if _, known := rooms[filepath.Base(c.Data.PkgPath())]; known && taken[c.Name] == 0 {
			t.Errorf("nobody gives %s", c.Name)
		}
	}
}

// What a step foresees is what became of it.
func TestForeseen(t *testing.T) {
	m := whole(t)
	foreseen := 0
	each(t, func(e eventstore.Event, _ domain.Recorded, env eventstore.Envelope) {
		if env.Command == nil || env.Command.N > 0 {
			return
		}
		for _, rule := range m.steps[env.Command.ID].Broken {
			foreseen++
			if !slices.ContainsFunc(env.Breaches, func(b eventstore.Breach) bool { return b.Rule == string(rule) }) {
				t.Errorf("event %d, %s of %s, should break %s; it breaks %v", e.Seq, e.Type, e.Stream, rule, env.Breaches)
			}
		}
		if len(m.steps[env.Command.ID].Broken) == 0 && len(env.Breaches) > 0 {
			t.Errorf("event %d, %s of %s, breaks %v, which nobody foresaw", e.Seq, e.Type, e.Stream, env.Breaches)
		}
	})
	if foreseen < 100 {
		t.Errorf("only %d breaches are foreseen", foreseen)
	}
}

// required are the rules that some room requires, and not always demands, by the
// room whose they are: the rooms' sources tell.
func required(t *testing.T) map[string]map[domain.Rule]bool {
	t.Helper()
	names, ids := make(map[string]map[string]bool), make(map[string]map[string]domain.Rule)
	for room := range rooms {
		names[room], ids[room] = make(map[string]bool), make(map[string]domain.Rule)
	}
	for room := range rooms {
		for _, f := range sources(t, room) {
			ast.Inspect(f, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CallExpr:
					if s, ok := n.Fun.(*ast.SelectorExpr); ok && s.Sel.Name == "Require" {
						switch rule := n.Args[0].(type) {
						case *ast.Ident:
							names[room][rule.Name] = true
						case *ast.SelectorExpr: // of another room
							names[rule.X.(*ast.Ident).Name][rule.Sel.Name] = true
						}
					}
				case *ast.ValueSpec:
					for i, v := range n.Values {
						if lit, ok := v.(*ast.BasicLit); ok && strings.HasPrefix(n.Names[i].Name, "Rule") {
							id, _ := strconv.Unquote(lit.Value)
							ids[room][n.Names[i].Name] = domain.Rule(id)
						}
					}
				}
				return true
			})
		}
	}
	out := make(map[string]map[domain.Rule]bool)
	for room := range rooms {
		out[room] = make(map[domain.Rule]bool)
		for name := range names[room] {
			id, known := ids[room][name]
			if !known {
				t.Fatalf("%s is required, which is no rule of %s", name, room)
			}
			out[room][id] = true
		}
	}
	return out
}

// sources are the files of a room, without tests.
func sources(t *testing.T, room string) (all []*ast.File) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "domain", room, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("there is no source of %s: %v", room, err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, f)
	}
	return all
}
