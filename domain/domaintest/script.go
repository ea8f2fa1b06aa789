package domaintest

import (
	"bytes"
	"maps"
	"regexp"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Order is a command of a script: a line of a file that people can read. Ids
// stand in it as words behind an @, and are made of them.
type Order struct {
	// Step is how others name it.
	Step string `json:"step,omitzero"`
	Name string `json:"name,omitzero"` // of the command
	Hub  string `json:"hub,omitzero"`
	// Set, of an order that only names another's step, replaces members of its
	// data.
	Set      map[string]jsontext.Value `json:"set,omitempty"`
	Data     map[string]jsontext.Value `json:"data,omitempty"`
	Happened *domain.Happened          `json:"happened,omitzero"`
}

// Attempt is an order that a rule should refuse, after a script without some of
// its steps and with others before it.
type Attempt struct {
	Case   string      `json:"case"`
	Leave  []string    `json:"leave,omitempty"`
	Before []Order     `json:"before,omitempty"`
	Give   Order       `json:"give"`
	Rule   domain.Rule `json:"refused"`
	// LedgerAlone: the act takes place in the ledger alone, so it never has
	// happened.
	LedgerAlone bool `json:"ledgerAlone,omitzero"`
}

// Lines reads a file of orders, or of attempts: one on each line.
func Lines[T Order | Attempt](t testing.TB, file []byte) (list []T) {
	t.Helper()
	for line := range bytes.Lines(word.ReplaceAllFunc(file, func(w []byte) []byte {
		return []byte(Named(string(w[1:])).String())
	})) {
		var one T
		if err := json.Unmarshal(line, &one, json.RejectUnknownMembers(true)); err != nil {
			t.Fatalf("line %d: %v", len(list)+1, err)
		}
		list = append(list, one)
	}
	return list
}

var word = regexp.MustCompile(`@[a-z0-9-]+`)

// Named is the id that a word stands for in a script.
func Named(word string) uuid.UUID { return domain.NewID(uuid.NameSpaceOID, word) }

// Body is the order as a whole command, as people write it. Its id is made of
// the word.
func (o Order) Body(t testing.TB, word string) []byte {
	t.Helper()
	b, err := json.Marshal(struct {
		ID       uuid.UUID                 `json:"id"`
		Hub      string                    `json:"hub,omitzero"`
		Actor    domain.Actor              `json:"actor"`
		Happened *domain.Happened          `json:"happened,omitzero"`
		Data     map[string]jsontext.Value `json:"data"`
	}{Named(word), o.Hub, domain.Actor{Person: Named("manager"), Role: "hub manager"}, o.Happened, o.Data})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Until are the orders of a script that an attempt comes after, and the attempt
// itself.
func (a Attempt) Until(t testing.TB, script []Order) (before []Order, give Order) {
	t.Helper()
	left := make(map[string]bool)
	for _, step := range a.Leave {
		left[step] = true
	}
	for _, o := range script {
		if o.Step == a.Give.Step {
			give = o
			give.Data = maps.Clone(o.Data)
			maps.Copy(give.Data, a.Give.Set)
			break
		}
		if !left[o.Step] {
			before = append(before, o)
		}
		delete(left, o.Step)
	}
	if len(left) > 0 {
		t.Fatalf("%s: the script has no steps %v before", a.Case, left)
	}
	if a.Give.Name != "" {
		give = a.Give
	}
	if give.Name == "" {
		t.Fatalf("%s: the script has no step %s", a.Case, a.Give.Step)
	}
	return append(before, a.Before...), give
}
