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
	"github.com/hubledger/hubledger/domain/environment"
	"github.com/hubledger/hubledger/domain/placement"
	"github.com/hubledger/hubledger/domain/registration"
	"github.com/hubledger/hubledger/domain/role"
	"github.com/hubledger/hubledger/domain/roletype"
)

// What holds on every day, whatever is asked about people and places: told from
// the events alone, and held against what the hub would still allow.

const (
	firstDay = domain.Date(20240408)
	someDays = 40
	lastDay  = domain.Date(20240630) // by which all of it has come
)

var (
	offers   = map[uuid.UUID]int{someone("offer"): 2, someone("small offer"): 1} // places
	learners = []string{"anna", "ben", "cleo", "dan"}
	workers  = []string{"pharmacist", "technician"}
)

// crowd is a hub in which everybody is approved: what is left to chance is who is
// where, and works how much.
func crowd(t testing.TB) *scene {
	p := nurses(t, 20240301, 20250228)
	le := p.environmentOf(t, "second environment", 20240301, 20250228, "NURSING_STUDENT")
	p.given(t,
		placement.OfferPlacement{
			Offer: someone("small offer"), LE: le, Site: bridge, Profession: "NURSING_STUDENT", Regulator: domain.RegulatorNMC, From: 20240401, To: 20240930, Capacity: 1,
		},
		roletype.DefineRoleType{
			Code: pharmacist, Version: 1, Title: "Clinical pharmacist", Bands: []string{"7"}, Regulators: []domain.Regulator{domain.RegulatorGPhC},
			From: 20190701, PublishedOn: 20190701, SourceDoc: "Roles",
		},
	)
	for _, person := range workers {
		p.given(t, registration.RecordRegistrationCheck{Person: someone(person), Regulator: domain.RegulatorGPhC, Result: domain.RegistrationCurrent, On: 20240301})
	}
	p.on(lastDay)
	return p.scene
}

// aboutPeople is an order about who is where, or works how much.
func (s *scene) aboutPeople(r *rand.Rand) domain.CommandData {
	if r.IntN(2) == 0 {
		return s.aboutLearners(r)
	}
	return s.aboutPosts(r)
}

func someDay(r *rand.Rand) domain.Date { return firstDay.AddDays(r.IntN(someDays)) }

func (s *scene) aboutLearners(r *rand.Rand) domain.CommandData {
	day, all := someDay(r), every[domain.PlacementAllocated](s)
	if len(all) == 0 || r.IntN(5) < 2 {
		c := place("placement "+string(rune('a'+len(all))), pick(r, learners), day, day.AddDays(r.IntN(15)))
		c.Offer = pick(r, []uuid.UUID{someone("offer"), someone("small offer")})
		return c
	}
	of := pick(r, all).Placement
	switch r.IntN(9) {
	case 0:
		return placement.CompletePlacement{Placement: of, On: day}
	case 1:
		return placement.CancelPlacement{Placement: of, Party: domain.PartyHub, Reason: "Not any more", On: day}
	case 2:
		return placement.RecordPlacementDays{Placement: of, From: day, To: day, Days: 1}
	case 3:
		return environment.SuspendLE{LE: someone("environment"), By: school, ISFCategory: 3, Reason: "No supervisor", From: day, IncludesRunning: r.IntN(2) == 0}
	case 4:
		return environment.ReinstateLE{Suspension: pick(r, every[domain.LESuspended](s)).Suspension, On: day, Reason: "Supervisor found"}
	}
	return placement.StartPlacement{Placement: of, On: day}
}

func (s *scene) aboutPosts(r *rand.Rand) domain.CommandData {
	day, fte, person := someDay(r), domain.FTE(1+r.IntN(10))*domain.OneFTE/10, someone(pick(r, workers))
	post, rotates := pick(r, every[domain.RolePostProposed](s)).Post, pick(r, every[domain.RotationalPostCreated](s)).Post
	switch r.IntN(10) {
	case 0, 1:
		return role.ProposeRolePost{PCN: network, RoleType: pharmacist, Origin: domain.OriginNew, FTE: fte, Band: "7", Funding: domain.FundingPractice, From: day}
	case 2, 3, 4:
		return role.RecruitRolePost{Post: post, Person: person, Employer: mill, Start: day, IntendedMonths: 12}
	case 5:
		return role.ChangeRoleFTE{Post: post, FTE: fte, From: day}
	case 6:
		return role.EndRolePost{Post: post, On: day, Reason: "Left"}
	case 7:
		return role.CreateRotationalPost{PCN: network, RoleType: pharmacist, Origin: domain.OriginNew, Legs: []role.Leg{
			{Org: mill, From: day, To: day.AddDays(r.IntN(10)), FTE: min(fte, domain.OneFTE/2)}, {Org: hospital, From: day.AddDays(5), To: day.AddDays(5 + r.IntN(10)), FTE: domain.OneFTE / 2},
		}}
	case 8:
		return role.StartRotationLeg{Post: rotates, Leg: 1 + r.IntN(2), Person: person, On: day}
	}
	return role.EndRotationLeg{Post: rotates, Leg: 1 + r.IntN(2), On: day}
}

// asks gives an order, as a permission or as what has happened, and says which
// rule refused it.
func (s *scene) asks(t *rapid.T, data domain.CommandData, happened bool) domain.Rule {
	var f domain.FieldErrors
	if data.Validate(&f); len(f.List) > 0 {
		return "" // there is nothing yet of what it is about
	}
	var as *domain.Happened
	if happened {
		as = &domain.Happened{On: lastDay}
	}
	_, err := s.order(data, as)
	rule := refusedBy(err)
	if err != nil && rule == "" {
		t.Fatal(err)
	}
	return rule
}

// allows reports whether the hub would permit orders, one after another, and
// records none of them.
func (s *scene) allows(t *rapid.T, rule domain.Rule, orders ...domain.CommandData) bool {
	c := s.copy()
	for i, data := range orders {
		switch refused := c.asks(t, data, false); {
		case refused == rule && i == len(orders)-1:
			return false
		case refused != "":
			t.Fatalf("%+v is refused by %s, which is not what is asked", data, refused)
		}
	}
	return true
}

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
		for range rapid.IntRange(5, 60).Draw(t, "orders") {
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
	post := someone("one more post")
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
		for range rapid.IntRange(5, 80).Draw(t, "orders") {
			refused[s.asks(t, s.aboutPosts(r), facts && r.IntN(5) == 0)]++
		}
		for n := range someDays + 20 { // legs may reach beyond the days on which things begin
			day := firstDay.AddDays(n)
			for _, name := range workers {
				person := someone(name)
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
