package demo_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// statements is how many statements the source page makes: the rows of the table.
const statements = 68

// nextIssue are the statements about reports to HEE and what comes back of them.
var nextIssue = []int{26, 39, 41, 42, 43}

// covered is a row of the table.
type covered struct {
	row              int
	says             string
	commands, events []string
	readAt           string
}

var (
	code = regexp.MustCompile("`([^`]+)`")
	line = regexp.MustCompile(`(?m)^\| *([0-9]+) *\|(.*)\|$`)
)

// coverage reads the table of docs/coverage.md.
func coverage(t *testing.T) (rows []covered) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "docs", "coverage.md"))
	if err != nil {
		t.Fatal(err)
	}
	named := func(cell string) (all []string) {
		for _, m := range code.FindAllStringSubmatch(cell, -1) {
			all = append(all, m[1])
		}
		return all
	}
	for _, m := range line.FindAllStringSubmatch(string(b), -1) {
		cells := strings.Split(m[2], "|")
		if len(cells) != 4 {
			t.Fatalf("row %s has %d columns; it should have five", m[1], len(cells)+1)
		}
		n, _ := strconv.Atoi(m[1]) // the pattern has digits only
		rows = append(rows, covered{n, strings.TrimSpace(cells[0]), named(cells[1]), named(cells[2]), cells[3]})
	}
	return rows
}

// Every statement of the source page has its row, and what a row names there is.
func TestCoverage(t *testing.T) {
	var numbers, all, later []int
	for _, r := range coverage(t) {
		numbers = append(numbers, r.row)
		for _, name := range r.commands {
			if _, ok := wire.LookupCommand(name); !ok {
				t.Errorf("row %d names the command %s, which there is not", r.row, name)
			}
		}
		for _, name := range r.events {
			if _, ok := wire.KindOfEvent(name); !ok {
				t.Errorf("row %d names the event %s, which there is not", r.row, name)
			}
		}
		if strings.Contains(r.readAt, "*next issue*") {
			later = append(later, r.row)
		} else if len(r.commands) == 0 || len(r.events) == 0 {
			t.Errorf("row %d names no command or no event, and is not of the next issue", r.row)
		}
		if r.says == "" || !strings.Contains(r.readAt, "GET /v1/") && !slices.Contains(nextIssue, r.row) {
			t.Errorf("row %d does not say what the page says, or where that is read: %+v", r.row, r)
		}
	}
	for n := range statements {
		all = append(all, n+1)
	}
	if !slices.Equal(numbers, all) {
		t.Errorf("the table has the rows %v, want 1 to %d, each once and in order", numbers, statements)
	}
	if !slices.Equal(later, nextIssue) {
		t.Errorf("of the next issue are the rows %v, want %v", later, nextIssue)
	}
}

// What a row says is carried by its events is so in the nation: each occurs, and
// is recorded by a command of the row; and each command records one of them.
func TestCoverageInTheNation(t *testing.T) {
	type pair struct{ command, event string }
	recorded, occurs := make(map[pair]bool), make(map[string]int)
	each(t, func(e eventstore.Event, _ domain.Recorded, env eventstore.Envelope) {
		occurs[e.Type]++
		if env.Command != nil {
			recorded[pair{env.Command.Name, e.Type}] = true
		}
	})
	for _, r := range coverage(t) {
		if slices.Contains(nextIssue, r.row) {
			continue
		}
		for _, event := range r.events {
			by := func(command string) bool { return recorded[pair{command, event}] }
			switch {
			case occurs[event] == 0:
				t.Errorf("row %d: the nation has no %s", r.row, event)
			case !slices.ContainsFunc(r.commands, by):
				t.Errorf("row %d: no command of %v records %s", r.row, r.commands, event)
			}
		}
		for _, command := range r.commands {
			of := func(event string) bool { return recorded[pair{command, event}] }
			if !slices.ContainsFunc(r.events, of) {
				t.Errorf("row %d: %s records none of %v", r.row, command, r.events)
			}
		}
	}
}
