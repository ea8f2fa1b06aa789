package hub_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/national"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/person"
	"github.com/hubledger/hubledger/domain/wire"
)

// script is what the tests of this package begin with: a hub, what it works on,
// and a course that it buys, from the need to the payment.
func script(t testing.TB) []domaintest.Order {
	return domaintest.Lines[domaintest.Order](t, file(t, "purchase.ndjson"))
}

func file(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// open is noon of the day on which all of it is recorded.
var open = time.Date(2025, 4, 1, 11, 0, 0, 0, time.UTC)

var theHub = hub.Stream("QE1")

// scene is a hub with all that its decisions read.
type scene struct {
	streams map[string]domain.Aggregate
	heads   map[string]int64
	now     time.Time
	given   int
	by      uuid.UUID // who gives orders; the manager, if nobody
	// log are the events of the hub.
	log []domain.Recorded
}

func newScene() *scene {
	return &scene{
		now: open,
		streams: map[string]domain.Aggregate{
			organisation.Stream: organisation.New(), national.Stream: national.New(), theHub: hub.New("QE1"),
		},
		heads: map[string]int64{organisation.Stream: -1, national.Stream: -1, theHub: -1},
	}
}

// bought is a scene after the script, or after its beginning: until is the step
// that is not given any more.
func bought(t testing.TB, until string) *scene {
	t.Helper()
	s := newScene()
	for _, o := range script(t) {
		if o.Step == until {
			return s
		}
		s.must(t, o)
	}
	if until != "" {
		t.Fatalf("the script has no step %s", until)
	}
	return s
}

// View implements domain.References.
func (s *scene) View(stream string) any { return s.streams[stream].View(s.heads[stream]) }

// give gives an order of a script.
func (s *scene) give(t testing.TB, o domaintest.Order) ([]domain.Recorded, error) {
	t.Helper()
	s.given++
	c, err := wire.ParseCommand(o.Name, o.Body(t, "command "+o.Step+time.Duration(s.given).String()))
	if err != nil {
		t.Fatalf("%s %s: %v", o.Step, o.Name, err)
	}
	return s.decide(c.Stream, c.Command)
}

// order gives data to the hub.
func (s *scene) order(data domain.CommandData, happened *domain.Happened) ([]domain.Recorded, error) {
	s.given++
	by := s.by
	if by == uuid.Nil {
		by = domaintest.Named("manager")
	}
	return s.decide(theHub, domain.Command{
		ID: domaintest.Named("command " + time.Duration(s.given).String()), Actor: domain.Actor{Person: by, Role: "hub manager"},
		Data: data, Happened: happened,
	})
}

// decide decides as the ledger does: on a fork, which has what is recorded and
// is merged.
func (s *scene) decide(stream string, c domain.Command) ([]domain.Recorded, error) {
	at := s.stream(stream).Fork()
	d, err := at.Decide(s.reading(at.Reads(c)), c, s.now, domain.CurrentRules)
	if err != nil {
		return nil, err
	}
	var recorded []domain.Recorded
	for i, draft := range d.Drafts {
		s.heads[stream]++
		r := domain.Recorded{
			ID: domain.NewID(c.ID, time.Duration(i).String()), Revision: s.heads[stream], RecordedAt: s.now, EffectiveOn: c.EffectiveOn,
			Actor: c.Actor, Happened: c.Happened, Breaches: d.Breaches, Event: draft.Event,
		}
		at.Evolve(r)
		recorded = append(recorded, r)
	}
	at.Merge()
	if stream == theHub {
		s.log = append(s.log, recorded...)
	}
	return recorded, nil
}

// must is give, for what should be recorded.
func (s *scene) must(t testing.TB, o domaintest.Order) []domain.Recorded {
	t.Helper()
	recorded, err := s.give(t, o)
	if err != nil || len(recorded) == 0 {
		t.Fatalf("%s %s: got %d events and %v", o.Step, o.Name, len(recorded), err)
	}
	return recorded
}

// refusedBy is the rule that refused, and empty where none did.
func refusedBy(err error) domain.Rule {
	var refusal *domain.Refusal
	if errors.As(err, &refusal) {
		return refusal.Rule
	}
	return ""
}

// event is the newest event of the hub of a type.
func event[E domain.Event](s *scene) (e E, id uuid.UUID) {
	for _, r := range s.log {
		if of, ok := r.Event.(E); ok {
			e, id = of, r.ID
		}
	}
	return e, id
}

// reading gives out the streams that a decision said it reads.
func (s *scene) reading(names []string) references {
	views := make(references)
	for _, name := range names {
		s.stream(name)
		views[name] = s.View(name)
	}
	return views
}

// stream is a stream's state: that of a person is there once it is asked for.
func (s *scene) stream(name string) domain.Aggregate {
	if _, ok := s.streams[name]; !ok {
		s.streams[name], s.heads[name] = person.New(uuid.MustParse(strings.TrimPrefix(name, "person-"))), -1
	}
	return s.streams[name]
}
