package placement_test

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/placement"
)

func allocate(e domain.PlacementAllocated) placement.AllocatePlacement {
	return placement.AllocatePlacement{
		Placement: e.Placement, Offer: e.Offer, Learner: e.Learner, Supervisor: e.Supervisor, Assessor: e.Assessor,
		HEI: e.HEI, Shadowing: e.Shadowing, From: e.From, To: e.To,
	}
}

func TestOffer(t *testing.T) {
	offer := with(placement.OfferPlacement(offered), func(c *placement.OfferPlacement) { c.Hub = "" })
	changed := func(change func(*placement.OfferPlacement)) placement.OfferPlacement { return with(offer, change) }
	run(t, []domaintest.Case{
		{Name: "places are offered", When: offer, Then: []domain.Event{offered}},
		{
			Name: "their id comes from the command", When: changed(func(c *placement.OfferPlacement) { c.Offer = uuid.Nil }), Anew: true,
			Then: []domain.Event{with(offered, func(e *domain.PlacementOffered) { e.Offer = domain.NewID(domaintest.CommandID, "offer") })},
		},
		{Name: "for ever so", Given: []domain.Event{offered}, When: changed(func(c *placement.OfferPlacement) { c.Capacity = 2 }), Refused: "I-PLA-2"},
		{Name: "in an environment that has applied", When: changed(func(c *placement.OfferPlacement) { c.LE = first }), Refused: "I-PLA-1"},
		{Name: "at a site that is registered", When: changed(func(c *placement.OfferPlacement) { c.Site = "A81002" }), Refused: "I-PLA-1"},
		{Name: "and open", When: changed(func(c *placement.OfferPlacement) { c.Site = "A81003" }), Refused: "I-PLA-5", Prevents: true},
		{Name: "by a hub of the ICS", When: changed(func(c *placement.OfferPlacement) { c.Hub = "QF7" }), Refused: "I-PLA-1"},
		{Name: "that is there", When: changed(func(c *placement.OfferPlacement) { c.From = 20190331 }), Refused: "I-PLA-4", Prevents: true},
	}, "I-PLA-1", "I-PLA-2", "I-PLA-4", "I-PLA-5")
}

func TestAllocate(t *testing.T) {
	given := []domain.Event{offered}
	taken := []domain.Event{offered, allocated}
	when := func(change func(*placement.AllocatePlacement)) placement.AllocatePlacement {
		return with(allocate(allocated), change)
	}
	elsewhere := with(offered, func(e *domain.PlacementOffered) { e.Offer, e.Capacity = second, 5 })
	twice := with(on(second, student, 20240526, 20240630), func(e *domain.PlacementAllocated) { e.Offer = second })
	pharmacy := with(elsewhere, func(e *domain.PlacementOffered) { e.Profession, e.Regulator = "PHARMACY_TRAINEE", domain.RegulatorGPhC })
	run(t, []domaintest.Case{
		{Name: "a place is a learner's", Given: given, When: allocate(allocated), Then: []domain.Event{allocated}},
		{
			Name: "its id comes from the command", Given: given, When: when(func(c *placement.AllocatePlacement) { c.Placement = uuid.Nil }),
			Then: []domain.Event{with(allocated, func(e *domain.PlacementAllocated) { e.Placement = domain.NewID(domaintest.CommandID, "placement") })}, Anew: true,
		},
		{Name: "for ever so", Given: taken, When: when(func(c *placement.AllocatePlacement) { c.HEI = "" }), Refused: "I-PLA-2"},
		{Name: "of an offer that is there", When: allocate(allocated), Refused: "I-PLA-1"},
		{Name: "of a provider that is there", Given: given, When: when(func(c *placement.AllocatePlacement) { c.HEI = "UKPRN-10007815" }), Refused: "I-PLA-1"},
		{Name: "within the offer's days", Given: given, When: when(func(c *placement.AllocatePlacement) { c.To = 20240801 }), Refused: "I-PLA-12", Prevents: true},
		{Name: "from the first of them", Given: given, When: when(func(c *placement.AllocatePlacement) { c.From = 20231231 }), Refused: "I-PLA-12", Prevents: true},
		{Name: "a student nurse has an assessor", Given: given, When: when(func(c *placement.AllocatePlacement) { c.Assessor = uuid.Nil }), Refused: "I-PLA-9", Prevents: true},
		{Name: "who is not the supervisor", Given: given, When: when(func(c *placement.AllocatePlacement) { c.Assessor = supervisor }), Refused: "I-PLA-9", Prevents: true},
		{
			Name: "which other regulators do not ask", Given: []domain.Event{pharmacy}, When: when(func(c *placement.AllocatePlacement) { c.Offer, c.Assessor = second, supervisor }),
			Then: []domain.Event{with(allocated, func(e *domain.PlacementAllocated) {
				e.Offer, e.Assessor, e.Profession = second, supervisor, "PHARMACY_TRAINEE"
			})},
		},

		{Name: "one place is one learner's", Given: taken, When: allocate(on(second, another, 20240526, 20240630)), Refused: "I-PLA-10", Prevents: true},
		{Name: "until the day after", Given: taken, When: allocate(on(second, another, 20240527, 20240630)), Then: []domain.Event{on(second, another, 20240527, 20240630)}},
		{Name: "and from the day before", Given: taken, When: allocate(on(second, another, 20240101, 20240303)), Then: []domain.Event{on(second, another, 20240101, 20240303)}},
		{Name: "not around it", Given: taken, When: allocate(on(second, another, 20240101, 20240731)), Refused: "I-PLA-10", Prevents: true},
		{
			Name: "what has happened is written down", Given: taken, When: allocate(on(second, another, 20240526, 20240630)), Happened: 20240526,
			Then: []domain.Event{on(second, another, 20240526, 20240630)}, Breaches: []domain.Rule{"I-PLA-10"},
		},
		{
			Name: "a placement that is called off leaves its place", Given: []domain.Event{offered, allocated, with(cancelled, func(e *domain.PlacementCancelled) { e.Started = false })},
			When: allocate(on(second, another, 20240304, 20240526)), Then: []domain.Event{on(second, another, 20240304, 20240526)},
		},
		{
			Name: "one that is broken off does from the next day", Given: []domain.Event{offered, allocated, started, cancelled},
			When: allocate(on(second, another, 20240501, 20240526)), Then: []domain.Event{on(second, another, 20240501, 20240526)},
		},
		{Name: "not on that day", Given: []domain.Event{offered, allocated, started, cancelled}, When: allocate(on(second, another, 20240430, 20240526)), Refused: "I-PLA-10", Prevents: true},

		{Name: "a learner is not in two places", Given: []domain.Event{offered, elsewhere, allocated}, When: allocate(twice), Refused: "I-PLA-11", Prevents: true},
		{
			Name: "that one was is written down", Given: []domain.Event{offered, elsewhere, allocated}, When: allocate(twice), Happened: 20240526,
			Then: []domain.Event{twice}, Breaches: []domain.Rule{"I-PLA-11"},
		},
		{
			Name: "but may be on the next day", Given: []domain.Event{offered, elsewhere, allocated}, When: allocate(with(twice, func(e *domain.PlacementAllocated) { e.From = 20240527 })),
			Then: []domain.Event{with(twice, func(e *domain.PlacementAllocated) { e.From = 20240527 })},
		},
	}, "I-PLA-1", "I-PLA-2", "I-PLA-9", "I-PLA-10", "I-PLA-11", "I-PLA-12")
}

func TestStart(t *testing.T) {
	start := placement.StartPlacement{Placement: first, On: 20240304}
	given := []domain.Event{offered, allocated}
	at := func(day domain.Date) placement.StartPlacement {
		return with(start, func(c *placement.StartPlacement) { c.On = day })
	}
	of := func(change func(*placement.StartPlacement)) placement.StartPlacement { return with(start, change) }
	june := []domain.Event{offered, on(first, student, 20240527, 20240630)}
	begun := func(day domain.Date) domain.Event {
		return with(started, func(e *domain.PlacementStarted) { e.On = day })
	}
	suspended := domain.LESuspended{Suspension: second, LE: le, From: 20240301}
	lapsed := domain.EducatorApprovalLapsed{Approval: domain.NewID(supervisor, string(domain.EducatorPracticeSupervisor)), Person: supervisor, On: 20240303}
	closed := with(offered, func(e *domain.PlacementOffered) { e.Site = "A81003" })
	run(t, []domaintest.Case{
		{Name: "a placement starts", Given: given, When: start, Then: []domain.Event{started}},
		{Name: "on the last day of the approval", Given: june, When: at(20240531), Then: []domain.Event{begun(20240531)}, Today: 20240601},
		{Name: "not in an environment whose approval ran out the day before", Given: june, When: at(20240601), Today: 20240601, Refused: "I-PLA-6", Prevents: true},
		{
			Name: "that it did is written down", Given: june, When: at(20240601), Today: 20240601, Happened: 20240601,
			Then: []domain.Event{begun(20240601)}, Breaches: []domain.Rule{"I-PLA-6"},
		},
		{
			Name:  "not at a site that is not approved, and closed",
			Given: []domain.Event{closed, with(allocated, func(e *domain.PlacementAllocated) { e.Site = "A81003" })}, When: start, Refused: "I-PLA-5", Prevents: true,
		},
		{
			Name:  "nor of a profession that is not",
			Given: []domain.Event{offered, with(allocated, func(e *domain.PlacementAllocated) { e.Profession = "PARAMEDIC_STUDENT" })}, When: start, Refused: "I-PLA-6", Prevents: true,
		},
		{Name: "nor in one that is suspended", Given: append(slices.Clip(given), suspended), When: start, Refused: "I-PLA-7", Prevents: true},
		{
			Name: "but when that is over", Given: append(slices.Clip(given), suspended, domain.LEReinstated{Suspension: second, LE: le, On: 20240304}),
			When: start, Then: []domain.Event{started},
		},
		{Name: "with a supervisor approved for another profession", Given: given, When: of(func(c *placement.StartPlacement) { c.Supervisor = pharmacist }), Refused: "I-PLA-8", Prevents: true},
		{
			Name: "which is written down", Given: given, When: of(func(c *placement.StartPlacement) { c.Supervisor = pharmacist }), Happened: 20240304,
			Then: []domain.Event{with(started, func(e *domain.PlacementStarted) { e.Supervisor = pharmacist })}, Breaches: []domain.Rule{"I-PLA-8"},
		},
		{Name: "with one whose approval lapsed the day before", Given: append(slices.Clip(given), lapsed), When: start, Refused: "I-PLA-8", Prevents: true},
		{Name: "with an assessor who may only supervise", Given: given, When: of(func(c *placement.StartPlacement) { c.Supervisor, c.Assessor = assessor, supervisor }), Refused: "I-PLA-8", Prevents: true},
		{Name: "with one person as both", Given: append(slices.Clip(given), approval(assessor, domain.EducatorPracticeSupervisor, "NURSING_STUDENT")), When: of(func(c *placement.StartPlacement) { c.Supervisor = assessor }), Refused: "I-PLA-9", Prevents: true},
		{Name: "once", Given: append(slices.Clip(given), started), When: at(20240305), Refused: "I-PLA-13"},
		{Name: "not when it is called off", Given: append(slices.Clip(given), with(cancelled, func(e *domain.PlacementCancelled) { e.Started = false })), When: start, Refused: "I-PLA-13"},
		{Name: "if it is allocated", When: start, Refused: "I-PLA-1"},
		{Name: "not tomorrow", Given: june, When: at(20240604), Refused: "I-PLA-3"},
		{Name: "not before its days", Given: given, When: at(20240303), Refused: "I-PLA-12", Prevents: true},
		{Name: "nor after them", Given: given, When: at(20240527), Refused: "I-PLA-12", Prevents: true},
	}, "I-PLA-1", "I-PLA-3", "I-PLA-5", "I-PLA-6", "I-PLA-7", "I-PLA-8", "I-PLA-9", "I-PLA-12", "I-PLA-13")
}
