package domaintest

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Case is one row of a table.
type Case struct {
	Name  string // a sentence
	Given []domain.Event
	When  domain.CommandData
	By    uuid.UUID   // who gives the command
	Today domain.Date // 3 June 2024 if 0
	// Happened is the day on which what the command says has happened; 0 where
	// it asks.
	Happened domain.Date

	// Then are the events decided. None, where nothing is refused, means that
	// it is so already.
	Then []domain.Event
	// Source is what every event says of its row of a file.
	Source *domain.Source
	// Breaches are the rules broken by what happened.
	Breaches []domain.Rule
	// Refused is the rule that refuses. Where the same has happened it refuses
	// too, or, with Prevents, the events are recorded and the rule is broken.
	Refused  domain.Rule
	Prevents bool
	// Anew says that the same order again, under another id, is a new one.
	Anew bool
}

// CommandID is the id that a case's command comes with.
var CommandID = uuid.UUID{15: 1}

// Streams are the views that decisions may read, by stream.
type Streams map[string]any

// Run holds an aggregate against cases, and every rule against them: each is
// to refuse at least once.
func Run(t *testing.T, empty func() domain.Aggregate, streams Streams, rules map[domain.Rule]string, cases []Case) {
	t.Helper()
	refusing := make(map[domain.Rule]bool)
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			t.Helper()
			c.run(t, empty, streams)
			for _, rule := range append([]domain.Rule{c.Refused}, c.Breaches...) {
				if _, ok := rules[rule]; !ok && rule != "" {
					t.Errorf("%s is not in the list of rules", rule)
				}
			}
		})
		refusing[c.Refused] = true
	}
	for rule, says := range rules {
		if !refusing[rule] {
			t.Errorf("no case is refused by %s: %s", rule, says)
		}
	}
}

func (c Case) run(t *testing.T, empty func() domain.Aggregate, streams Streams) {
	t.Helper()
	var f domain.FieldErrors
	c.When.Validate(&f)
	if len(f.List) > 0 {
		t.Fatalf("the command would not come to a decision: %+v", f.List)
	}
	whole := empty()
	c.fold(whole, 0, c.Given)
	want := c.decide(whole, streams, CommandID)
	c.compare(t, want)

	// Whatever part of the events is in a fork, merged or not, the decision is
	// the same.
	for cut := range len(c.Given) + 1 {
		below := empty()
		c.fold(below, 0, c.Given[:cut])
		fork := below.Fork()
		c.fold(fork, cut, c.Given[cut:])
		above := fork.Fork()
		same(t, fmt.Sprintf("on a fork at event %d", cut), c.decide(above, streams, CommandID), want)
		c.fold(above, len(c.Given), want.events()) // and dropped
		same(t, fmt.Sprintf("below a dropped fork at event %d", cut), c.decide(fork, streams, CommandID), want)
		fork.Merge()
		same(t, fmt.Sprintf("after a merge at event %d", cut), c.decide(below, streams, CommandID), want)
		same(t, fmt.Sprintf("on a merged fork at event %d", cut), c.decide(fork, streams, CommandID), want)
	}

	if want.err != nil {
		c.compareHappened(t, whole, streams)
		return
	}
	if len(want.decision.Drafts) == 0 || c.Anew {
		return
	}
	fork := whole.Fork()
	c.fold(fork, len(c.Given), want.events())
	if again := c.decide(fork, streams, uuid.UUID{15: 2}); again.err != nil || len(again.decision.Drafts) > 0 {
		t.Errorf("the same order again: got %s, want nothing to record", again)
	}
}

func (c Case) today() time.Time {
	d := c.Today
	if d.IsZero() {
		d = 20240603
	}
	return time.Date(d.Year(), time.Month(d.Month()), d.Day(), 10, 0, 0, 0, time.UTC)
}

func (c Case) fold(a domain.Aggregate, from int, events []domain.Event) {
	for i, e := range events {
		a.Evolve(domain.Recorded{
			ID: domain.NewID(uuid.NameSpaceOID, fmt.Sprint(from+i)), Revision: int64(from + i), RecordedAt: c.today(), Event: e,
		})
	}
}

// decided is what became of a command.
type decided struct {
	decision domain.Decision
	err      error
}

func (d decided) events() []domain.Event {
	var out []domain.Event
	for _, draft := range d.decision.Drafts {
		out = append(out, draft.Event)
	}
	return out
}

func (d decided) String() string {
	if d.err != nil {
		return d.err.Error()
	}
	return fmt.Sprintf("%+v with breaches %v", d.events(), d.decision.Breaches)
}

func (c Case) decide(a domain.Aggregate, streams Streams, id uuid.UUID) decided {
	cmd := domain.Command{ID: id, Actor: domain.Actor{Person: c.By, Role: "hub manager"}, Data: c.When}
	if !c.Happened.IsZero() {
		cmd.Happened = &domain.Happened{On: c.Happened}
	}
	refs := references{streams, a.Reads(cmd)}
	d, err := a.Decide(refs, cmd, c.today(), domain.CurrentRules)
	return decided{d, err}
}

func (c Case) compare(t *testing.T, got decided) {
	t.Helper()
	var refusal *domain.Refusal
	switch {
	case got.err != nil && !errors.As(got.err, &refusal):
		t.Fatalf("the decision failed: %v", got.err)
	case refusal != nil && (refusal.Rule != c.Refused || refusal.Sentence == ""):
		t.Fatalf("got %s, want %s", got, c.want())
	case refusal == nil && c.Refused != "":
		t.Fatalf("got %s, want %s", got, c.want())
	case refusal != nil:
		return
	}
	if events := got.events(); !reflect.DeepEqual(events, c.Then) {
		t.Fatalf("got  %s\nwant %s", got, c.want())
	}
	for _, draft := range got.decision.Drafts {
		if !reflect.DeepEqual(draft.Source, c.Source) {
			t.Errorf("source: got %+v, want %+v", draft.Source, c.Source)
		}
	}
	var broken []domain.Rule
	for _, b := range got.decision.Breaches {
		broken = append(broken, b.Rule)
	}
	if !slices.Equal(broken, c.Breaches) {
		t.Errorf("breaches: got %v, want %v", got.decision.Breaches, c.Breaches)
	}
}

// compareHappened holds what is refused against the same having happened.
func (c Case) compareHappened(t *testing.T, whole domain.Aggregate, streams Streams) {
	t.Helper()
	if !c.Happened.IsZero() {
		return
	}
	c.Happened = domain.BusinessDay(c.today())
	got := c.decide(whole, streams, CommandID)
	var refusal *domain.Refusal
	switch refused := errors.As(got.err, &refusal); {
	case c.Prevents && (refused || len(got.decision.Drafts) == 0 || !slices.ContainsFunc(got.decision.Breaches, c.broken)):
		t.Errorf("the same, happened: got %s, want events with a breach of %s", got, c.Refused)
	case !c.Prevents && (!refused || refusal.Rule != c.Refused):
		t.Errorf("the same, happened: got %s, want %s", got, c.want())
	}
}

func (c Case) broken(b domain.Breach) bool { return b.Rule == c.Refused }

func (c Case) want() string {
	if c.Refused != "" {
		return "a refusal by " + string(c.Refused)
	}
	return fmt.Sprintf("%+v with breaches %v", c.Then, c.Breaches)
}

func same(t *testing.T, where string, got, want decided) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: got %s, want %s", where, got, want)
	}
}

// references gives out what the aggregate said it reads, and nothing else.
type references struct {
	streams Streams
	reads   []string
}

func (r references) View(stream string) any {
	if !slices.Contains(r.reads, stream) {
		panic("the decision reads " + stream + ", which Reads does not name")
	}
	return r.streams[stream]
}

// Fields holds the problems of a command's fields against the pointers they
// should be told at, in order.
func Fields(t *testing.T, data domain.CommandData, want ...string) {
	t.Helper()
	var f domain.FieldErrors
	data.Validate(&f)
	var got []string
	for _, e := range f.List {
		got = append(got, e.Pointer)
		if e.Detail == "" {
			t.Errorf("%s: nothing is said", e.Pointer)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("%+v:\ngot problems at %v, want %v", data, f.List, want)
	}
}
