package hub_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/wire"
)

// answer is what an aggregate says to a command.
type answer struct {
	decision domain.Decision
	err      error
}

func (s *scene) answer(of domain.Aggregate, c domain.Command) answer {
	d, err := of.Decide(s.reading(of.Reads(c)), c, s.now, domain.CurrentRules)
	return answer{d, err}
}

// take evolves an aggregate by events as they are read from a log: decoded from
// the bytes that are stored of them.
func take(t *rapid.T, into domain.Aggregate, events []domain.Recorded) {
	for _, r := range events {
		version, data, err := wire.EncodeEvent(r.Event)
		if err != nil {
			t.Fatal(err)
		}
		if r.Event, err = wire.DecodeEvent(r.Event.EventType(), version, data); err != nil {
			t.Fatal(err)
		}
		into.Evolve(r)
	}
}

// Asking in parts changes nothing. A hub that has been asked all along, one that
// is rebuilt from the log, and one of which any part lies on forks, merged or
// not, give the same answers to the same command; and what was decided on a fork
// and dropped leaves no trace.
func TestAskedInParts(t *testing.T) {
	for _, c := range []struct {
		name  string
		types int // of events, at least
		base  *scene
		order func(*scene, *rand.Rand) (domain.CommandData, *domain.Happened)
	}{
		{"people and places", 20, crowd(t), func(s *scene, r *rand.Rand) (domain.CommandData, *domain.Happened) {
			if data := s.aboutPeople(r); r.IntN(5) > 0 {
				return data, nil
			} else {
				return data, &domain.Happened{On: lastDay}
			}
		}},
		{"decisions and money", 9, ready(t), (*scene).random},
	} {
		t.Run(c.name, func(t *testing.T) {
			answers, refusals, recorded := 0, 0, make(map[string]bool)
			rapid.Check(t, func(t *rapid.T) {
				s := c.base.copy()
				r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
				for n := range 60 - rapid.IntRange(0, 50).Draw(t, "fewer orders") {
					data, happened := c.order(s, r)
					var f domain.FieldErrors
					if data.Validate(&f); len(f.List) > 0 {
						continue
					}
					whole := s.streams[theHub]
					command := domain.Command{ID: domaintest.Named("asked"), Actor: domain.Actor{Person: clerk, Role: "hub manager"}, Data: data, Happened: happened}
					want := s.answer(whole, command)
					if n%5 == 0 {
						s.compare(t, command, want, r.IntN(len(s.log)+1), r.IntN(len(s.log)+1))
						answers++
					}
					if want.err != nil {
						refusals++
					}
					if _, err := s.order(data, happened); (err == nil) != (want.err == nil) {
						t.Fatalf("%+v: got %v, and before %v", data, err, want.err)
					}
				}
				for _, r := range s.log[len(c.base.log):] {
					recorded[r.Event.EventType()] = true
				}
			})
			if answers < 100 || refusals < 100 || len(recorded) < c.types {
				t.Errorf("%d answers were compared, %d orders refused and %d types of events recorded, %v; that shows too little", answers, refusals, len(recorded), recorded)
			}
		})
	}
}

// compare holds the answer of the scene's hub against those of hubs that have the
// same log in other parts.
func (s *scene) compare(t *rapid.T, c domain.Command, want answer, cuts ...int) {
	same := func(how string, of domain.Aggregate) {
		t.Helper()
		if got := s.answer(of, c); !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v, %s: got %+v, want %+v", c.Data, how, got, want)
		}
	}
	one, two := min(cuts[0], cuts[1]), max(cuts[0], cuts[1])
	below := hub.New("QE1")
	take(t, below, s.log[:one])
	middle := below.Fork()
	take(t, middle, s.log[one:two])
	above := middle.Fork()
	take(t, above, s.log[two:])
	same("on a fork of a fork", above)

	dropped := above.Fork()
	for i, d := range want.decision.Drafts {
		dropped.Evolve(domain.Recorded{ID: domain.NewID(c.ID, string(rune('0'+i))), Revision: int64(len(s.log) + i), RecordedAt: s.now, Event: d.Event})
	}
	same("under what was dropped", above)

	above.Merge()
	same("on a fork that has taken another in", middle)
	middle.Merge()
	same("when all is merged", below)

	rebuilt := hub.New("QE1")
	take(t, rebuilt, s.log)
	same("rebuilt", rebuilt)
	if again := s.answer(rebuilt, c); !reflect.DeepEqual(again, want) {
		t.Fatalf("%+v, asked twice: got %+v, want %+v", c.Data, again, want)
	}
}
