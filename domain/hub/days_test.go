package hub_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/placement"
	"github.com/hubledger/hubledger/domain/role"
)

// What holds on every day, whatever is asked about people and places: told from
// the events alone, and held against what the hub would still allow.

// placed are the placements that take a place on a day: as planned until they
// start or end, and as they were from then on.
func (s *scene) placed(day domain.Date) (there []domain.PlacementAllocated) {
	for _, a := range every[domain.PlacementAllocated](s) {
		from, to, some := a.From, a.To, true
		for _, r := range s.log {
			switch e := r.Event.(type) {
			case domain.PlacementStarted:
				if e.Placement == a.Placement {
					from, to = e.On, max(e.On, to)
				}
			case domain.PlacementCompleted:
				if e.Placement == a.Placement {
					to = e.On
				}
			case domain.PlacementCancelled:
				if e.Placement == a.Placement {
					to, some = e.On, e.Started
				}
			}
		}
		if some && from <= day && day <= to {
			there = append(there, a)
		}
	}
	return there
}

// broke reports whether something that happened to a thing broke a rule.
func (s *scene) broke(rule domain.Rule, things ...uuid.UUID) bool {
	return slices.ContainsFunc(s.log, func(r domain.Recorded) bool {
		return slices.Contains(things, thingOf(r.Event)) && slices.ContainsFunc(r.Breaches, func(b domain.Breach) bool { return b.Rule == rule })
	})
}

// since is what was recorded after a scene that this one goes on from, an event on
// each line.
func (s *scene) since(base *scene) string {
	var b strings.Builder
	for _, r := range s.log[len(base.log):] {
		fmt.Fprintf(&b, "%s %+v breaks %v\n", r.Event.EventType(), r.Event, r.Breaches)
	}
	return b.String()
}

// thingOf is the placement or the post that an event is about.
func thingOf(e domain.Event) uuid.UUID {
	switch e := e.(type) {
	case domain.PlacementAllocated:
		return e.Placement
	case domain.PlacementStarted:
		return e.Placement
	case domain.PlacementCompleted:
		return e.Placement
	case domain.PlacementCancelled:
		return e.Placement
	case domain.RolePostRecruited:
		return e.Post
	case domain.RolePostFTEChanged:
		return e.Post
	case domain.RotationLegStarted:
		return e.Post
	case domain.RotationLegEnded:
		return e.Post
	}
	return uuid.Nil
}

// Capacity holds on every day: no permission places more learners by an offer
// than it has places, or a learner in two; where something that happened did, it
// says so. And as many more as there are places left the hub allows, on each day.
func TestCapacityOnEveryDay(t *testing.T) {
	base := crowd(t)
	full, above, refused := 0, 0, make(map[domain.Rule]int)
	rapid.Check(t, func(t *rapid.T) {
		s := base.copy()
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		facts := rapid.Bool().Draw(t, "facts too")
		for range 60 - rapid.IntRange(0, 50).Draw(t, "fewer orders") {
			refused[s.asks(t, s.aboutLearners(r), facts && r.IntN(5) == 0)]++
		}
		for n := range someDays {
			day := firstDay.AddDays(n)
			there := s.placed(day)
			byOffer, byLearner := make(map[uuid.UUID][]uuid.UUID), make(map[uuid.UUID][]uuid.UUID)
			for _, a := range there {
				byOffer[a.Offer] = append(byOffer[a.Offer], a.Placement)
				byLearner[a.Learner] = append(byLearner[a.Learner], a.Placement)
			}
			for offer, places := range offers {
				on := byOffer[offer]
				if len(on) > places {
					above++
					if !facts || !s.broke(placement.RuleCapacity, on...) {
						t.Fatalf("%d learners have %d places on %s, and nothing says that it breaks the rule:\n%s", len(on), places, day, s.since(base))
					}
				}
				if len(on) == places {
					full++
				}
				one := place("one more", "newcomer", day, day)
				one.Offer = offer
				if got, want := s.allows(t, placement.RuleCapacity, one), len(on) < places; got != want {
					t.Fatalf("with %d learners in %d places on %s one more is allowed: %t\n%s", len(on), places, day, got, s.since(base))
				}
			}
			for _, on := range byLearner {
				if len(on) > 1 && (!facts || !s.broke(placement.RuleLearner, on...)) {
					t.Fatalf("a learner is in %d places on %s, and nothing says that it breaks the rule:\n%s", len(on), day, s.since(base))
				}
			}
		}
	})
	// The test means nothing if places were not full, or nobody was turned away.
	if full == 0 || above == 0 || refused[placement.RuleCapacity] == 0 || refused[placement.RuleLearner] == 0 || refused[placement.RuleSuspended] == 0 {
		t.Errorf("offers were full on %d days and above on %d; refused: %v", full, above, refused)
	}
}

// job is a post, or a leg of one, that somebody works in on a day.
type job struct {
	post uuid.UUID
	leg  int
}

// worked is how much a person works in each job on a day: by what was said of it
// last, of those days.
func (s *scene) worked(person uuid.UUID, day domain.Date) (now map[job]domain.FTE, sum domain.FTE) {
	now = make(map[job]domain.FTE)
	begun := make(map[job]domain.Date)
	for _, r := range s.log {
		switch e := r.Event.(type) {
		case domain.RolePostRecruited:
			if e.Person == person && e.Start <= day {
				now[job{e.Post, 0}] = e.FTE
			}
		case domain.RolePostFTEChanged:
			if e.Person == person && e.From <= day { // which may be told after the end
				now[job{e.Post, 0}] = e.FTE
			}
		case domain.RotationLegStarted:
			if j := (job{e.Post, e.Leg}); e.Person == person {
				if begun[j] = e.On; e.On <= day && day <= e.To {
					now[j] = e.FTE
				}
			}
		case domain.RotationLegEnded:
			if j := (job{e.Post, e.Leg}); e.Person == person {
				if delete(now, j); begun[j] <= day && day <= e.On {
					now[j] = e.FTE
				}
			}
		}
	}
	for _, e := range every[domain.RolePostEnded](s) {
		if e.On < day {
			delete(now, job{e.Post, 0})
		}
	}
	for _, fte := range now {
		sum += fte
	}
	return now, sum
}

// one is a rotation that a person begins on a day, of so much.
func one(person uuid.UUID, day domain.Date, fte domain.FTE) []domain.CommandData {
	post := named("one more post")
	return []domain.CommandData{
		role.CreateRotationalPost{Post: post, PCN: network, RoleType: pharmacist, Origin: domain.OriginNew, Legs: []role.Leg{
			{Org: mill, From: day, To: day, FTE: fte}, {Org: hospital, From: 20300101, To: 20300101, FTE: domain.OneFTE},
		}},
		role.StartRotationLeg{Post: post, Leg: 1, Person: person, On: day},
	}
}

// A person's full-time equivalents over posts and legs are right on every day: no
// permission takes them above one, and where something that happened did, it says
// so. What is left to one by the events is what the hub allows on the day, to the
// last billionth, and no more.
func TestFTEOnEveryDay(t *testing.T) {
	base := crowd(t)
	busy, above, refused := 0, 0, make(map[domain.Rule]int)
	rapid.Check(t, func(t *rapid.T) {
		s := base.copy()
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		facts := rapid.Bool().Draw(t, "facts too")
		for range 80 - rapid.IntRange(0, 70).Draw(t, "fewer orders") {
			refused[s.asks(t, s.aboutPosts(r), facts && r.IntN(5) == 0)]++
		}
		for n := range someDays + 20 { // legs may reach beyond the days on which things begin
			day := firstDay.AddDays(n)
			for _, name := range workers {
				person := named(name)
				jobs, sum := s.worked(person, day)
				if len(jobs) > 1 {
					busy++
				}
				if sum > domain.OneFTE {
					above++
					var things []uuid.UUID
					for j := range jobs {
						things = append(things, j.post)
					}
					if !facts || !s.broke(role.RulePerson, things...) {
						t.Fatalf("%s works for %s on %s, and nothing says that it breaks the rule:\n%s", name, sum, day, s.since(base))
					}
				}
				left := domain.OneFTE - sum
				if left > 0 && !s.allows(t, role.RulePerson, one(person, day, left)...) {
					t.Fatalf("%s works for %s on %s, and %s more is refused:\n%s", name, sum, day, left, s.since(base))
				}
				if left < domain.OneFTE && s.allows(t, role.RulePerson, one(person, day, max(left, 0)+1)...) {
					t.Fatalf("%s works for %s on %s, and more than is left is allowed:\n%s", name, sum, day, s.since(base))
				}
			}
		}
	})
	// The test means nothing if nobody worked in two jobs, or too much.
	if busy == 0 || above == 0 || refused[role.RulePerson] == 0 {
		t.Errorf("somebody had several jobs on %d days and too many on %d; refused: %v", busy, above, refused)
	}
}
