package placement_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/placement"
)

// priced is the days of April, 20 at £105 a week.
var priced = domain.PlacementPriced{
	Price: priceID, Placement: first, Kind: domain.RateTariff, Key: "NURSING_STUDENT", Area: "ENGLAND", From: 20240401, To: 20240430,
	Payer: "NHSE", Route: domain.RouteTrust, Via: "RXX", Payee: "A81001", Parts: weeks("tariff-2024", 20, 10_500, 42_000), Pence: 42_000,
}

// weeks is a part in days, of rates for a week.
func weeks(rate string, days int, perWeek, pence domain.Pence) []domain.PricePart {
	return []domain.PricePart{{Rate: domaintest.Named(rate), Measure: domain.MeasureDay, Units: days, PerRate: 5, RatePence: perWeek, Pence: pence}}
}

// months is a part in months of four weeks.
func months(rate string, quarters, perRate int, ratePence, pence domain.Pence) []domain.PricePart {
	return []domain.PricePart{{Rate: domaintest.Named(rate), Measure: domain.MeasureQuarterMonth, Units: quarters, PerRate: perRate, RatePence: ratePence, Pence: pence}}
}

// pay is the order that asks for a price.
func pay(e domain.PlacementPriced) placement.PricePlacement {
	return placement.PricePlacement{
		Price: e.Price, Placement: e.Placement, Kind: e.Kind, Key: e.Key, Area: e.Area, From: e.From, To: e.To,
		Payer: e.Payer, Route: e.Route, Via: e.Via, Payee: e.Payee,
	}
}

func TestPrice(t *testing.T) {
	given := []domain.Event{offered, allocated, started, march, april}
	when := func(change func(*placement.PricePlacement)) placement.PricePlacement {
		return with(pay(priced), change)
	}
	days := func(from, to domain.Date) placement.PricePlacement {
		return when(func(c *placement.PricePlacement) { c.From, c.To = from, to })
	}
	by := func(key string) placement.PricePlacement {
		return when(func(c *placement.PricePlacement) { c.Key = key })
	}
	allocatedAs := func(change func(*domain.PlacementAllocated)) []domain.Event {
		return []domain.Event{offered, with(allocated, change), started, march, april}
	}
	short := domain.PlacementCompleted{Placement: first, LE: le, Profession: "NURSING_STUDENT", Days: 4, On: 20240307}
	four := domain.PlacementDaysRecorded{Placement: first, From: 20240304, To: 20240307, Days: 4}
	both := []domain.PricePart{weeks("tariff-2022", 18, 10_000, 36_000)[0], weeks("tariff-2024", 20, 10_500, 42_000)[0]}
	other := when(func(c *placement.PricePlacement) { c.Price = second })
	run(t, []domaintest.Case{
		{Name: "days are priced by the week", Given: given, When: pay(priced), Then: []domain.Event{priced}},
		{
			Name: "or by a student's year of 204 days, rounded half up", Given: given, When: by("CLINICAL_YEAR"), // 500000 × 20 ÷ 204 = 49019.6
			Then: []domain.Event{with(priced, func(e *domain.PlacementPriced) {
				e.Key, e.Pence = "CLINICAL_YEAR", 49_020
				e.Parts = []domain.PricePart{{Rate: domaintest.Named("student-year"), Measure: domain.MeasureDay, Units: 20, PerRate: 204, RatePence: 500_000, Pence: 49_020}}
			})},
		},
		{
			Name: "or by the day", Given: given, When: by("CLINICAL_DAY"),
			Then: []domain.Event{with(priced, func(e *domain.PlacementPriced) {
				e.Key, e.Pence = "CLINICAL_DAY", 40_020
				e.Parts = []domain.PricePart{{Rate: domaintest.Named("day"), Measure: domain.MeasureDay, Units: 20, PerRate: 1, RatePence: 2_001, Pence: 40_020}}
			})},
		},
		{
			Name: "its id comes from the command", Given: given, When: when(func(c *placement.PricePlacement) { c.Price = uuid.Nil }), Anew: true,
			Then: []domain.Event{with(priced, func(e *domain.PlacementPriced) { e.Price = domain.NewID(domaintest.CommandID, "price") })},
		},
		{Name: "as it was claimed", Given: given, When: when(func(c *placement.PricePlacement) { c.Pence = 42_000 }), Then: []domain.Event{priced}},
		{Name: "not otherwise", Given: given, When: when(func(c *placement.PricePlacement) { c.Pence = 42_001 }), Refused: "I-PLA-19", Prevents: true},
		{
			Name: "what was paid is written down", Given: given, When: when(func(c *placement.PricePlacement) { c.Pence = 42_001 }), Happened: 20240501,
			Then: []domain.Event{with(priced, func(e *domain.PlacementPriced) { e.Pence = 42_001 })}, Breaches: []domain.Rule{"I-PLA-19"},
		},
		{Name: "for ever so", Given: append(slices.Clip(given), priced), When: when(func(c *placement.PricePlacement) { c.Payee = "RXX" }), Refused: "I-PLA-2"},
		{Name: "also its amount", Given: append(slices.Clip(given), priced), When: when(func(c *placement.PricePlacement) { c.Pence = 41_999 }), Refused: "I-PLA-2"},
		{Name: "each day once", Given: append(slices.Clip(given), priced), When: other, Refused: "I-PLA-17", Prevents: true},
		{
			Name: "by a key", Given: append(slices.Clip(given), priced), When: with(other, func(c *placement.PricePlacement) { c.Key = "CLINICAL_DAY" }),
			Then: []domain.Event{with(priced, func(e *domain.PlacementPriced) {
				e.Price, e.Key, e.Pence = second, "CLINICAL_DAY", 40_020
				e.Parts = []domain.PricePart{{Rate: domaintest.Named("day"), Measure: domain.MeasureDay, Units: 20, PerRate: 1, RatePence: 2_001, Pence: 40_020}}
			})},
		},
		{
			Name: "the day before is another", Given: append(slices.Clip(given), priced), When: with(other, func(c *placement.PricePlacement) { c.From, c.To = 20240304, 20240331 }),
			Then: []domain.Event{with(priced, func(e *domain.PlacementPriced) {
				e.Price, e.From, e.To, e.Pence, e.Parts = second, 20240304, 20240331, 36_000, weeks("tariff-2022", 18, 10_000, 36_000)
			})},
		},
		{Name: "in one financial year", Given: given, When: days(20240304, 20240430), Refused: "I-PLA-16", Prevents: true},
		{
			Name: "a claim of two was paid by the rates of both", Given: given, When: days(20240304, 20240430), Happened: 20240501, Breaches: []domain.Rule{"I-PLA-16"},
			Then: []domain.Event{with(priced, func(e *domain.PlacementPriced) { e.From, e.Pence, e.Parts = 20240304, 78_000, both })},
		},
		{Name: "of days that it has", Given: given, When: days(20240501, 20240527), Refused: "I-PLA-14"},
		{Name: "not before it starts", Given: given, When: days(20240303, 20240331), Refused: "I-PLA-14"},
		{Name: "nor if it has not", Given: given[:2], When: pay(priced), Refused: "I-PLA-14"},
		{Name: "where the learner was there", Given: given, When: days(20240501, 20240526), Refused: "I-PLA-14"},
		{Name: "not in the future", Given: given, When: days(20240501, 20240526), Today: 20240430, Refused: "I-PLA-3"},
		{Name: "by a rate that is published", Given: given, When: by("MEDICAL_STUDENT"), Refused: "I-PLA-15"},
		{Name: "in the area", Given: given, When: when(func(c *placement.PricePlacement) { c.Area = "INNER_LONDON" }), Refused: "I-PLA-15"},
		{Name: "for something that is counted", Given: given, When: by("CLINICAL_FTE"), Refused: "I-PLA-15"},
		{Name: "a tariff is not for watching", Given: allocatedAs(func(e *domain.PlacementAllocated) { e.Shadowing = true }), When: pay(priced), Refused: "I-PLA-18", Prevents: true},
		{Name: "and for a course", Given: allocatedAs(func(e *domain.PlacementAllocated) { e.HEI = "" }), When: pay(priced), Refused: "I-PLA-18", Prevents: true},
		{Name: "of a week at least", Given: []domain.Event{offered, allocated, started, four, short}, When: days(20240304, 20240307), Refused: "I-PLA-18", Prevents: true},
		{
			Name: "which is five days", Given: []domain.Event{offered, allocated, started, four, with(short, func(e *domain.PlacementCompleted) { e.On = 20240308 })}, When: days(20240304, 20240307),
			Then: []domain.Event{with(priced, func(e *domain.PlacementPriced) {
				e.From, e.To, e.Pence, e.Parts = 20240304, 20240307, 8_000, weeks("tariff-2022", 4, 10_000, 8_000)
			})},
		},
		{Name: "by a payer that is registered", Given: given, When: when(func(c *placement.PricePlacement) { c.Payer = "HEE" }), Refused: "I-PLA-1"},
		{Name: "to a payee that is", Given: given, When: when(func(c *placement.PricePlacement) { c.Payee = "A81002" }), Refused: "I-PLA-1"},
		{Name: "by the way of who is", Given: given, When: when(func(c *placement.PricePlacement) { c.Via = "RYY" }), Refused: "I-PLA-1"},
		{Name: "to one that is open", Given: given, When: when(func(c *placement.PricePlacement) { c.Payee = "A81003" }), Refused: "I-PLA-5", Prevents: true},
		{Name: "of a placement", When: pay(priced), Refused: "I-PLA-1"},
	}, "I-PLA-1", "I-PLA-2", "I-PLA-3", "I-PLA-5", "I-PLA-14", "I-PLA-15", "I-PLA-16", "I-PLA-17", "I-PLA-18", "I-PLA-19")
}

// trainee is a placement of a GP trainee on some days, started on its first.
func trainee(from, to domain.Date) []domain.Event {
	return []domain.Event{
		domain.PlacementOffered{Offer: offerID, Hub: "QE1", LE: le, Site: "A81001", Profession: "GP_TRAINEE", Regulator: domain.RegulatorGMC, From: from, To: to, Capacity: 1},
		domain.PlacementAllocated{Placement: first, Offer: offerID, Hub: "QE1", LE: le, Site: "A81001", Profession: "GP_TRAINEE", Learner: student, Supervisor: supervisor, From: from, To: to},
		domain.PlacementStarted{Placement: first, Hub: "QE1", LE: le, Site: "A81001", Profession: "GP_TRAINEE", Supervisor: supervisor, On: from},
	}
}

// Golden vector 2: the grant for GP trainers, £8,832 a year, £736 a month, £184
// a week, whatever the hours. Last days are inclusive here: 1 December to 1
// December ends on 30 November.
func TestTrainerGrant(t *testing.T) {
	grant := with(priced, func(e *domain.PlacementPriced) {
		e.Kind, e.Key, e.Route, e.Via = domain.RateGrant, "GP_TRAINER", domain.RouteDirect, ""
	})
	claim := func(from, to domain.Date, key string, parts []domain.PricePart) domain.PlacementPriced {
		return with(grant, func(e *domain.PlacementPriced) {
			e.From, e.To, e.Key, e.Parts, e.Pence = from, to, key, parts, parts[0].Pence
		})
	}
	year := trainee(20201201, 20211130)
	before := claim(20201201, 20210331, "GP_TRAINER", months("trainer-grant", 16, 4, 73_600, 294_400))
	after := claim(20210401, 20211130, "GP_TRAINER", months("trainer-grant", 32, 4, 73_600, 588_800))
	after.Price = second
	half := claim(20210405, 20211004, "GP_TRAINER", months("trainer-grant", 24, 4, 73_600, 441_600))
	fifth := claim(20210401, 20220304, "GP_TRAINER", months("trainer-grant", 44, 4, 73_600, 809_600))
	spring := claim(20210315, 20210331, "GP_TRAINER", months("trainer-grant", 4, 4, 73_600, 73_600))
	winter := claim(20210131, 20210330, "GP_TRAINER", months("trainer-grant", 8, 4, 73_600, 147_200))
	run(t, []domaintest.Case{
		{Name: "a year from December: four months before 31 March", Given: year, When: pay(before), Today: 20210320, Then: []domain.Event{before}},
		{Name: "and eight after", Given: append(slices.Clip(year), before), When: pay(after), Then: []domain.Event{after}},
		{Name: "not twelve at once", Given: year, When: pay(with(before, func(e *domain.PlacementPriced) { e.To = 20211130 })), Refused: "I-PLA-16", Prevents: true},
		{Name: "six months of one year", Given: trainee(20210405, 20211004), When: pay(half), Then: []domain.Event{half}},
		{
			Name: "a week is a quarter of a month", Given: trainee(20210405, 20210411), When: pay(claim(20210405, 20210411, "GP_TRAINER", months("trainer-grant", 1, 4, 73_600, 18_400))),
			Then: []domain.Event{claim(20210405, 20210411, "GP_TRAINER", months("trainer-grant", 1, 4, 73_600, 18_400))},
		},
		{
			Name: "as it is by the rate for a week", Given: trainee(20210405, 20210411), When: pay(claim(20210405, 20210411, "GP_TRAINER_WEEK", months("trainer-week", 1, 1, 18_400, 18_400))),
			Then: []domain.Event{claim(20210405, 20210411, "GP_TRAINER_WEEK", months("trainer-week", 1, 1, 18_400, 18_400))},
		},
		{
			Name: "and by that for a year", Given: trainee(20210405, 20211004), When: pay(claim(20210405, 20211004, "GP_TRAINER_YEAR", months("trainer-year", 24, 48, 883_200, 441_600))),
			Then: []domain.Event{claim(20210405, 20211004, "GP_TRAINER_YEAR", months("trainer-year", 24, 48, 883_200, 441_600))},
		},
		{Name: "less is none", Given: trainee(20210405, 20210410), When: pay(with(half, func(e *domain.PlacementPriced) { e.To = 20210410 })), Refused: "I-PLA-14"},
		{Name: "months count from the first day: eleven begin after 31 March", Given: trainee(20210305, 20220304), When: pay(fifth), Then: []domain.Event{fifth}},
		{Name: "one that begins in March goes to March", Given: trainee(20210315, 20210414), When: pay(spring), Then: []domain.Event{spring}},
		{Name: "from the last day of January to that of February, and not a day of March", Given: trainee(20210131, 20210429), When: pay(winter), Then: []domain.Event{winter}},
		{
			Name: "the rest of a month in weeks", Given: trainee(20210405, 20210518), When: pay(claim(20210405, 20210518, "GP_TRAINER", months("trainer-grant", 6, 4, 73_600, 110_400))),
			Then: []domain.Event{claim(20210405, 20210518, "GP_TRAINER", months("trainer-grant", 6, 4, 73_600, 110_400))},
		},
	}, "I-PLA-14", "I-PLA-16")
}

// An uplift that is published in November and takes effect on 1 April prices
// everything since then again, and nothing before.
func TestUpliftRepricesBackTo1April(t *testing.T) {
	uplift := tariff("tariff-2024-revised", 20240401, 108, 20241120)
	before := with(priced, func(e *domain.PlacementPriced) {
		e.Price, e.From, e.To, e.Pence, e.Parts = second, 20240304, 20240331, 36_000, weeks("tariff-2022", 18, 10_000, 36_000)
	})
	given := []domain.Event{offered, allocated, started, march, april, completed, before, priced}
	all := placement.RepriceTariff{Kind: domain.RateTariff, Key: "NURSING_STUDENT", Area: "ENGLAND", From: 20240401, Reason: "uplift of November 2024"}
	one := placement.RepricePlacement{Price: priceID, Reason: "uplift of November 2024"}
	repriced := domain.PlacementRepriced{
		Price: priceID, Placement: first, Revision: 2, Parts: weeks("tariff-2024-revised", 20, 10_800, 43_200), Pence: 43_200, Difference: 1_200,
		Payer: "NHSE", Payee: "A81001", Reason: "uplift of November 2024",
	}
	rules := map[domain.Rule]string{"I-PLA-1": "", "I-PLA-19": ""}
	domaintest.Run(t, newHub, streams(uplift), rules, []domaintest.Case{
		{Name: "all prices of the key", Given: given, When: all, Today: 20241125, Then: []domain.Event{repriced}},
		{Name: "none of before", Given: given[:7], When: all, Today: 20241125},
		{Name: "none that reaches to another day", Given: given, When: with(all, func(c *placement.RepriceTariff) { c.From = 20240501 }), Today: 20241125},
		{Name: "none of another key", Given: given, When: with(all, func(c *placement.RepriceTariff) { c.Key = "CLINICAL_DAY" }), Today: 20241125},
		{Name: "one price", Given: given, When: one, Today: 20241125, Then: []domain.Event{repriced}},
		{Name: "one that is right", Given: given, When: with(one, func(c *placement.RepricePlacement) { c.Price = second }), Today: 20241125},
		{Name: "one that is there", Given: given, When: with(one, func(c *placement.RepricePlacement) { c.Price = le }), Refused: "I-PLA-1"},
		{Name: "to what the rates make it", Given: given, When: with(one, func(c *placement.RepricePlacement) { c.Pence = 43_000 }), Refused: "I-PLA-19", Prevents: true},
		{
			Name: "what was paid instead is written down", Given: given, When: with(one, func(c *placement.RepricePlacement) { c.Pence = 43_000 }), Happened: 20241125,
			Then: []domain.Event{with(repriced, func(e *domain.PlacementRepriced) { e.Pence, e.Difference = 43_000, 1_000 })}, Breaches: []domain.Rule{"I-PLA-19"},
		},
		{
			Name: "and left alone by the next change of rates that changes nothing", When: all, Today: 20241126,
			Given: append(slices.Clip(given), with(repriced, func(e *domain.PlacementRepriced) { e.Pence, e.Difference = 43_000, 1_000 })),
		},
		{
			Name: "a second change follows the first", When: one, Today: 20241126,
			Given: append(slices.Clip(given), with(repriced, func(e *domain.PlacementRepriced) { e.Pence, e.Difference = 43_000, 1_000 })),
			Then:  []domain.Event{with(repriced, func(e *domain.PlacementRepriced) { e.Revision, e.Difference = 3, 200 })},
		},
	})

	// Before the uplift is published nothing changes.
	d, err := newHubAfter(given...).Decide(views(streams()), domain.Command{Data: all}, noon(20241125), domain.CurrentRules)
	if err != nil || len(d.Drafts) > 0 {
		t.Errorf("before the uplift: got %+v and %v, want nothing to record", d.Drafts, err)
	}
}

// A claim made in advance becomes less when the learner leaves.
func TestRepriceWhatWasBrokenOff(t *testing.T) {
	claim := with(priced, func(e *domain.PlacementPriced) {
		e.Kind, e.Key, e.From, e.To, e.Parts, e.Pence = domain.RateGrant, "GP_TRAINER", 20210405, 20211004, months("trainer-grant", 24, 4, 73_600, 441_600), 441_600
	})
	off := domain.PlacementCancelled{Placement: first, LE: le, Profession: "GP_TRAINEE", Party: domain.PartyLearner, Reason: "moved", Started: true, On: 20210620}
	run(t, []domaintest.Case{
		{
			Name: "two months and two weeks are left", Given: append(trainee(20210405, 20211004), claim, off), When: placement.RepricePlacement{Price: priceID, Reason: "broken off"},
			Then: []domain.Event{domain.PlacementRepriced{
				Price: priceID, Placement: first, Revision: 2, Parts: months("trainer-grant", 10, 4, 73_600, 184_000), Pence: 184_000, Difference: -257_600,
				Payer: "NHSE", Payee: "A81001", Reason: "broken off",
			}},
		},
	})
}

// An uplift of more prices than one command may change takes several.
func TestRepriceInSteps(t *testing.T) {
	given := []domain.Event{offered, allocated, started, april}
	const n = 1_001
	for i := range n {
		given = append(given, with(priced, func(e *domain.PlacementPriced) { e.Price = domain.NewID(priceID, time.Duration(i).String()) }))
	}
	all := placement.RepriceTariff{Kind: domain.RateTariff, Key: "NURSING_STUDENT", Area: "ENGLAND", From: 20240401, Reason: "uplift"}
	a := newHubAfter(given...)
	var steps []int
	for range 4 {
		d, err := a.Decide(views(streams(tariff("uplift", 20240401, 108, 20241120))), domain.Command{Data: all}, noon(20241125), domain.CurrentRules)
		if err != nil {
			t.Fatal(err)
		}
		for _, draft := range d.Drafts {
			a.Evolve(domain.Recorded{Event: draft.Event})
		}
		steps = append(steps, len(d.Drafts))
	}
	if want := []int{500, 500, 1, 0}; !reflect.DeepEqual(steps, want) {
		t.Errorf("got %v prices changed, want %v", steps, want)
	}
}

func newHubAfter(events ...domain.Event) domain.Aggregate {
	a := newHub()
	for _, e := range events {
		a.Evolve(domain.Recorded{Event: e})
	}
	return a
}

func noon(d domain.Date) time.Time {
	return time.Date(d.Year(), time.Month(d.Month()), d.Day(), 12, 0, 0, 0, time.UTC)
}

// views gives out streams.
type views domaintest.Streams

func (v views) View(stream string) any { return v[stream] }
