package placement_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/placement"
)

// crowd is a hub where learners ask for places at random: a few learners, two
// offers, and forty days, so that they meet.
type crowd struct {
	domain.Aggregate
	r          *rand.Rand
	placements []uuid.UUID
	history    []domain.Event
	recorded   map[string]int
	refused    map[domain.Rule]int
}

var (
	offersOf  = map[uuid.UUID]int{domaintest.Named("small-offer"): 1, domaintest.Named("large-offer"): 3}
	offerIDs  = []uuid.UUID{domaintest.Named("small-offer"), domaintest.Named("large-offer")}
	learners  = []uuid.UUID{domaintest.Named("a"), domaintest.Named("b"), domaintest.Named("c"), domaintest.Named("d"), domaintest.Named("e")}
	firstDay  = domain.Date(20240205)
	crowdDays = 40
)

func newCrowd(seed uint64, recorded map[string]int, refused map[domain.Rule]int) *crowd {
	c := &crowd{Aggregate: newHub(), r: rand.New(rand.NewPCG(seed, 0)), recorded: recorded, refused: refused}
	for _, id := range offerIDs {
		c.Evolve(domain.Recorded{Event: domain.PlacementOffered{
			Offer: id, Hub: "QE1", LE: le, Site: "A81001", Profession: "NURSING_STUDENT", Regulator: domain.RegulatorNMC,
			From: firstDay, To: firstDay.AddDays(crowdDays - 1), Capacity: offersOf[id],
		}})
	}
	return c
}

func pick[T any](r *rand.Rand, all []T) T { return all[r.IntN(len(all))] }

// order is some order of what is possible.
func (c *crowd) order() domain.CommandData {
	day := firstDay.AddDays(c.r.IntN(crowdDays))
	if len(c.placements) == 0 || c.r.IntN(5) < 2 {
		return placement.AllocatePlacement{
			Placement: domain.NewID(le, string(rune(len(c.history)))), Offer: pick(c.r, offerIDs), Learner: pick(c.r, learners),
			Supervisor: supervisor, Assessor: assessor, From: day, To: day.AddDays(c.r.IntN(15)),
		}
	}
	of := pick(c.r, c.placements)
	switch c.r.IntN(4) {
	case 0:
		return placement.CompletePlacement{Placement: of, On: day}
	case 1:
		return placement.CancelPlacement{Placement: of, Party: domain.PartyHub, Reason: "a", On: day}
	}
	return placement.StartPlacement{Placement: of, On: day}
}

func (c *crowd) do(t *rapid.T, data domain.CommandData) {
	d, err := c.Decide(views(streams()), domain.Command{ID: uuid.UUID{1}, Data: data}, noon(20240603), domain.CurrentRules)
	var refusal *domain.Refusal
	if errors.As(err, &refusal) {
		c.refused[refusal.Rule]++
	} else if err != nil {
		t.Fatal(err)
	}
	for _, draft := range d.Drafts {
		c.Evolve(domain.Recorded{Event: draft.Event})
		c.recorded[draft.Event.EventType()]++
		c.history = append(c.history, draft.Event)
		if e, ok := draft.Event.(domain.PlacementAllocated); ok {
			c.placements = append(c.placements, e.Placement)
		}
	}
}

// taken is who is where on a day, told from the events alone: a placement takes
// a place from its first to its last day, as planned until it started or ended.
func (c *crowd) taken(day domain.Date) (byOffer, byLearner map[uuid.UUID]int) {
	byOffer, byLearner = make(map[uuid.UUID]int), make(map[uuid.UUID]int)
	for _, e := range c.history {
		a, ok := e.(domain.PlacementAllocated)
		if !ok {
			continue
		}
		from, to, there := a.From, a.To, true
		for _, later := range c.history {
			switch e := later.(type) {
			case domain.PlacementStarted:
				if e.Placement == a.Placement {
					from = e.On
				}
			case domain.PlacementCompleted:
				if e.Placement == a.Placement {
					to = e.On
				}
			case domain.PlacementCancelled:
				if e.Placement == a.Placement {
					to, there = e.On, e.Started
				}
			}
		}
		if there && from <= day && day <= to {
			byOffer[a.Offer]++
			byLearner[a.Learner]++
		}
	}
	return byOffer, byLearner
}

// Whatever is asked for, on no day are more learners placed than there are
// places, and on no day is a learner in two.
func TestCapacityHoldsOnEveryDay(t *testing.T) {
	recorded, refused := make(map[string]int), make(map[domain.Rule]int)
	full := 0
	rapid.Check(t, func(t *rapid.T) {
		c := newCrowd(rapid.Uint64().Draw(t, "seed"), recorded, refused)
		for range rapid.IntRange(1, 60).Draw(t, "orders") {
			c.do(t, c.order())
		}
		for n := range crowdDays {
			day := firstDay.AddDays(n)
			byOffer, byLearner := c.taken(day)
			for id, places := range offersOf {
				if byOffer[id] > places {
					t.Fatalf("offer of %d places has %d learners on %s after %+v", places, byOffer[id], day, c.history)
				}
				if got := c.Aggregate.(hub).PlacedOn(id, day); got != byOffer[id] {
					t.Fatalf("PlacedOn on %s: got %d, want %d, after %+v", day, got, byOffer[id], c.history)
				}
				if byOffer[id] == places {
					full++
				}
			}
			for _, learner := range learners {
				if byLearner[learner] > 1 || len(c.Aggregate.(hub).PlacementsOn(learner, day)) != byLearner[learner] {
					t.Fatalf("a learner is on %d placements on %s after %+v", byLearner[learner], day, c.history)
				}
			}
		}
	})
	// The test means nothing if the places were not full, or nobody was refused.
	for _, rule := range []domain.Rule{placement.RuleCapacity, placement.RuleLearner} {
		if refused[rule] == 0 {
			t.Errorf("nothing was refused by %s", rule)
		}
	}
	for _, name := range []string{"PlacementAllocated", "PlacementStarted", "PlacementCompleted", "PlacementCancelled"} {
		if recorded[name] == 0 {
			t.Errorf("no %s was recorded", name)
		}
	}
	if full == 0 {
		t.Error("no offer was ever full")
	}
}

// Wherever a grant is cut into claims, the claims have the months and weeks of
// the whole.
func TestClaimsSumToTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := domain.Date(20210405).AddDays(rapid.IntRange(0, 200).Draw(t, "first day"))
		to := from.AddDays(rapid.IntRange(7, 360).Draw(t, "days"))
		a := newHubAfter(trainee(from, to)...)
		units := func(first, last domain.Date) (n int) {
			data := pay(with(priced, func(e *domain.PlacementPriced) {
				e.Kind, e.Key, e.From, e.To = domain.RateGrant, "GP_TRAINER", first, last
			}))
			c := domain.Command{Data: data, Happened: &domain.Happened{On: first}} // also over two years
			d, err := a.Decide(views(streams()), c, noon(20240603), domain.CurrentRules)
			var refusal *domain.Refusal
			if errors.As(err, &refusal) && refusal.Rule == placement.RuleAttended {
				return 0 // nothing begins in these days
			} else if err != nil {
				t.Fatal(err)
			}
			for _, p := range d.Drafts[0].Event.(domain.PlacementPriced).Parts {
				n += p.Units
			}
			return n
		}
		cuts := rapid.SliceOfN(rapid.IntRange(0, 360), 1, 4).Draw(t, "cuts")
		slices.Sort(cuts)
		sum, first := 0, from
		for _, n := range cuts {
			if cut := from.AddDays(n); first <= cut && cut < to {
				sum += units(first, cut)
				first = cut.AddDays(1)
			}
		}
		if sum += units(first, to); sum != units(from, to) {
			t.Fatalf("from %s to %s, cut after %v days: got %d quarter months, want %d", from, to, cuts, sum, units(from, to))
		}
	})
}
