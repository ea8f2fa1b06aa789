package role_test

import (
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/rate"
	"github.com/hubledger/hubledger/domain/role"
)

// views gives out every stream that there is.
type views domaintest.Streams

func (v views) View(stream string) any { return v[stream] }

// world is a room in which random things happen.
type world struct {
	aggregate domain.Aggregate
	state     *role.State
	refs      views
	history   []domain.Event
	n         int64
}

// do gives an order, as a permission or as what happened, on a fork that is
// then merged.
func (w *world) do(t *rapid.T, data domain.CommandData, happened bool) (refused domain.Rule) {
	t.Helper()
	w.n++
	c := domain.Command{ID: uuid.UUID{0: 0xcc, 14: byte(w.n >> 8), 15: byte(w.n)}, Data: data}
	if happened {
		c.Happened = &domain.Happened{On: 20240603}
	}
	fork := w.aggregate.Fork()
	d, err := fork.Decide(w.refs, c, time.Date(2024, 6, 3, 10, 0, 0, 0, time.UTC), domain.CurrentRules)
	var refusal *domain.Refusal
	if errors.As(err, &refusal) {
		return refusal.Rule
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, draft := range d.Drafts {
		fork.Evolve(domain.Recorded{Revision: int64(len(w.history)), Event: draft.Event})
		w.history = append(w.history, draft.Event)
	}
	fork.Merge()
	return ""
}

// days are those on which something may happen, few enough to meet.
var days = func() (all []domain.Date) {
	for day := domain.Date(20230401); day <= 20230520; day = day.AddDays(1) {
		all = append(all, day)
	}
	return all
}()

// random is an order about one of a few posts, legs and persons.
func random(r *rand.Rand) domain.CommandData {
	day := func() domain.Date { return days[r.IntN(len(days))] }
	fte := domain.FTE(1+r.IntN(10)) * domain.OneFTE / 10
	id := uuid.UUID{0: 0xaa, 15: byte(r.IntN(8))}
	rotates := uuid.UUID{0: 0xbb, 15: byte(r.IntN(4))}
	person := []uuid.UUID{pharmacist, lapsed}[r.IntN(2)]
	switch r.IntN(10) {
	case 0, 1:
		return but(propose, func(c *role.ProposeRolePost) { c.Post, c.FTE, c.From = id, fte, day() })
	case 2, 3:
		return but(recruit, func(c *role.RecruitRolePost) { c.Post, c.Person, c.Start = id, person, day() })
	case 4:
		return role.ChangeRoleFTE{Post: id, FTE: fte, From: day()}
	case 5:
		return role.EndRolePost{Post: id, On: day(), Reason: "left"}
	case 6:
		c := rotate
		c.Post, c.Legs = rotates, nil
		for range 2 + r.IntN(3) {
			from := r.IntN(len(days))
			c.Legs = append(c.Legs, role.Leg{Org: "RXX01", From: days[from], To: days[min(from+r.IntN(15), len(days)-1)], FTE: fte})
		}
		return c
	case 7, 8:
		return role.StartRotationLeg{Post: rotates, Leg: 1 + r.IntN(4), Person: person, On: day()}
	}
	return role.EndRotationLeg{Post: rotates, Leg: 1 + r.IntN(4), On: day()}
}

// worked is how much a person works on a day, told again from the events alone:
// for each post and leg the last that says something of the day.
func worked(history []domain.Event, person uuid.UUID, day domain.Date) (sum domain.FTE) {
	type part struct {
		post uuid.UUID
		leg  int
	}
	now := make(map[part]domain.FTE)
	for _, e := range history {
		switch e := e.(type) {
		case domain.RolePostRecruited:
			if e.Person == person && e.Start <= day {
				now[part{e.Post, 0}] = e.FTE
			}
		case domain.RolePostFTEChanged:
			if _, works := now[part{e.Post, 0}]; works && e.From <= day {
				now[part{e.Post, 0}] = e.FTE
			}
		case domain.RolePostEnded:
			if e.On < day {
				delete(now, part{e.Post, 0})
			}
		case domain.RotationLegStarted:
			if e.Person == person && e.On <= day && day <= e.To {
				now[part{e.Post, e.Leg}] = e.FTE
			}
		case domain.RotationLegEnded:
			if e.Person != person {
				continue
			}
			delete(now, part{e.Post, e.Leg})
			for _, s := range history {
				if s, ok := s.(domain.RotationLegStarted); ok && s.Post == e.Post && s.Leg == e.Leg && s.On <= day && day <= e.On {
					now[part{e.Post, e.Leg}] = e.FTE
				}
			}
		}
	}
	for _, fte := range now {
		sum += fte
	}
	return sum
}

// A person's full-time equivalents over posts and legs are on every day what
// the events say, and no permission takes them above one. What happened in the
// world may, and is counted.
func TestAPersonsFTEOnEveryDay(t *testing.T) {
	recorded, refused := make(map[string]int), make(map[domain.Rule]int)
	var above int
	refs := views(streams())
	rapid.Check(t, func(t *rapid.T) {
		w := &world{aggregate: newHub(), refs: refs}
		w.state = w.aggregate.(hub).State
		facts := rapid.Bool().Draw(t, "facts too")
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		for range 80 {
			refused[w.do(t, random(r), facts && r.IntN(4) == 0)]++
		}
		for _, e := range w.history {
			recorded[e.EventType()]++
		}
		for _, person := range []uuid.UUID{pharmacist, lapsed} {
			for _, day := range append(days, 20230331, 20230521, 20240603) {
				got, want := w.state.FTEOn(person, day), worked(w.history, person, day)
				if got != want {
					t.Fatalf("%s works for %s full-time equivalents on %s, and by the events %s:\n%+v", person, got, day, want, w.history)
				}
				if got > domain.OneFTE {
					above++
					if !facts {
						t.Fatalf("%s works for %s full-time equivalents on %s:\n%+v", person, got, day, w.history)
					}
				}
			}
		}
	})
	// The test means nothing if people did not work, and too much.
	for _, name := range []string{"RolePostRecruited", "RolePostFTEChanged", "RolePostEnded", "RotationLegStarted", "RotationLegEnded"} {
		if recorded[name] == 0 {
			t.Errorf("no %s was recorded, among %v", name, recorded)
		}
	}
	if refused[role.RulePerson] == 0 || above == 0 {
		t.Errorf("%d were refused for working too much, and on %d days somebody did", refused[role.RulePerson], above)
	}
}

// maximumOf is what may be claimed for some days of a post at some full-time
// equivalents, from 1 May 2023 on.
func maximumOf(t *rapid.T, refs views, fte domain.FTE, from, to domain.Date) domain.Pence {
	a := newHub()
	for _, e := range []domain.Event{
		but(proposed, func(e *domain.RolePostProposed) { e.FTE = fte }), but(recruited, func(e *domain.RolePostRecruited) { e.FTE = fte }),
	} {
		a.Evolve(domain.Recorded{Event: e})
	}
	c := domain.Command{ID: id4, Happened: &domain.Happened{On: to}, Data: role.ClaimReimbursement{Post: id1, From: from, To: to, Pence: 1}}
	d, err := a.Decide(refs, c, time.Date(2024, 6, 3, 10, 0, 0, 0, time.UTC), domain.CurrentRules)
	if err != nil {
		t.Fatal(err)
	}
	return d.Drafts[0].Event.(domain.ReimbursementClaimed).Maximum
}

// What may be claimed month by month differs from what may be claimed at once by
// no more than half a penny for each claim, whatever the hours: it is rounded once
// for each. Whole months at one rate are what the rate makes for months.
func TestMonthsMakeTheWhole(t *testing.T) {
	refs := views(streams())
	rapid.Check(t, func(t *rapid.T) {
		fte := domain.FTE(rapid.Int64Range(1, int64(domain.OneFTE)).Draw(t, "fte"))
		var sum domain.Pence
		n := 0
		for month := domain.Date(20230501); month <= 20240301; month = month.AddMonths(1) {
			sum += maximumOf(t, refs, fte, month, month.MonthEnd())
			n++
		}
		if whole := maximumOf(t, refs, fte, 20230501, 20240331); 2*max(whole-sum, sum-whole) > domain.Pence(n+1) {
			t.Errorf("%d months come to %s pounds, at once to %s: at %s", n, sum, whole, fte)
		}
		want, _ := rate.ForMonths(62_340_00, fte, 9)
		if got := maximumOf(t, refs, fte, 20230701, 20240331); got != want {
			t.Errorf("nine months at %s: got %s pounds, want %s", fte, got, want)
		}
	})
}

// An entitlement is what its rate makes for the patients.
func TestEntitlementByTheRate(t *testing.T) {
	refs := views(streams())
	rapid.Check(t, func(t *rapid.T) {
		weighted := domain.Patients(rapid.Int64Range(0, 1_000_000_000).Draw(t, "patients"))
		data := role.SetRoleEntitlement{PCN: "U00001", FY: domain.MustYear("2023/24"), Weighted: weighted, PatientsOn: 20230101, SourceDoc: "lists"}
		d, err := newHub().Decide(refs, domain.Command{ID: id4, Data: data}, time.Date(2024, 6, 3, 10, 0, 0, 0, time.UTC), domain.CurrentRules)
		if err != nil {
			t.Fatal(err)
		}
		want, _ := rate.ForPatients(2_267_100, weighted)
		if got := d.Drafts[0].Event.(domain.RoleEntitlementSet).Pence; got != want {
			t.Errorf("%s patients: got %s pounds, want %s", weighted, got, want)
		}
	})
}
