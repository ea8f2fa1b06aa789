package placement_test

import (
	"slices"
	"testing"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/placement"
)

func TestAttend(t *testing.T) {
	given := []domain.Event{offered, allocated, started}
	days := placement.RecordPlacementDays(march)
	part := func(from, to domain.Date) placement.RecordPlacementDays {
		return placement.RecordPlacementDays{Placement: first, From: from, To: to, Days: 1}
	}
	stopped := domain.LESuspended{Suspension: second, LE: le, From: 20240320, IncludesRunning: true}
	starts := with(stopped, func(e *domain.LESuspended) { e.IncludesRunning = false })
	run(t, []domaintest.Case{
		{Name: "days are recorded", Given: given, When: days, Then: []domain.Event{march}},
		{Name: "and of the next month", Given: append(slices.Clip(given), march), When: placement.RecordPlacementDays(april), Then: []domain.Event{april}},
		{Name: "or of one before", Given: append(slices.Clip(given), april), When: days, Then: []domain.Event{march}},
		{Name: "each once", Given: append(slices.Clip(given), march, april), When: part(20240331, 20240331), Refused: "I-PLA-14"},
		{Name: "not before it starts", Given: given, When: part(20240303, 20240303), Refused: "I-PLA-14"},
		{Name: "nor if it has not", Given: given[:2], When: days, Refused: "I-PLA-14"},
		{Name: "nor after it is over", Given: append(slices.Clip(given), cancelled), When: part(20240501, 20240502), Refused: "I-PLA-14"},
		{Name: "nor after it should be", Given: given, When: part(20240526, 20240527), Refused: "I-PLA-12", Prevents: true},
		{Name: "nor tomorrow", Given: given, When: part(20240603, 20240604), Refused: "I-PLA-3"},
		{Name: "nor if it is not allocated", When: days, Refused: "I-PLA-1"},
		{Name: "a suspension leaves alone what has begun", Given: append(slices.Clip(given), starts), When: days, Then: []domain.Event{march}},
		{Name: "unless it says otherwise", Given: append(slices.Clip(given), stopped), When: days, Refused: "I-PLA-7", Prevents: true},
		{
			Name: "which is written down once", Given: append(slices.Clip(given), stopped), When: days, Happened: 20240331,
			Then: []domain.Event{march}, Breaches: []domain.Rule{"I-PLA-7"},
		},
		{
			Name: "that nobody came is no breach", Given: append(slices.Clip(given), stopped), When: with(days, func(c *placement.RecordPlacementDays) { c.Days = 0 }),
			Then: []domain.Event{with(march, func(e *domain.PlacementDaysRecorded) { e.Days = 0 })},
		},
	}, "I-PLA-1", "I-PLA-3", "I-PLA-7", "I-PLA-12", "I-PLA-14")
}

func TestEnd(t *testing.T) {
	given := []domain.Event{offered, allocated, started, march, april}
	complete := placement.CompletePlacement{Placement: first, On: 20240526}
	cancel := placement.CancelPlacement{Placement: first, Party: domain.PartyLearner, Reason: "ill", On: 20240430}
	done := func(day domain.Date) placement.CompletePlacement {
		return with(complete, func(c *placement.CompletePlacement) { c.On = day })
	}
	off := func(day domain.Date) placement.CancelPlacement {
		return with(cancel, func(c *placement.CancelPlacement) { c.On = day })
	}
	unbegun := with(cancelled, func(e *domain.PlacementCancelled) { e.Started, e.On = false, 20240101 })
	run(t, []domaintest.Case{
		{Name: "a placement is completed", Given: given, When: complete, Then: []domain.Event{completed}},
		{Name: "also early", Given: given, When: done(20240430), Then: []domain.Event{with(completed, func(e *domain.PlacementCompleted) { e.On = 20240430 })}},
		{Name: "not before the days it had", Given: given, When: done(20240429), Refused: "I-PLA-13"},
		{Name: "nor before it started", Given: given[:3], When: done(20240303), Refused: "I-PLA-13"},
		{Name: "nor late", Given: given, When: done(20240527), Refused: "I-PLA-12", Prevents: true},
		{Name: "nor tomorrow", Given: given, When: done(20240604), Refused: "I-PLA-3"},
		{Name: "nor without having started", Given: given[:2], When: complete, Refused: "I-PLA-13"},
		{Name: "once", Given: append(slices.Clip(given), completed), When: done(20240525), Refused: "I-PLA-13"},
		{Name: "not when it is broken off", Given: append(slices.Clip(given), cancelled), When: complete, Refused: "I-PLA-13"},
		{Name: "if it is allocated", When: complete, Refused: "I-PLA-1"},

		{Name: "it is broken off", Given: given, When: cancel, Then: []domain.Event{cancelled}},
		{Name: "not before the days that it had", Given: given, When: off(20240429), Refused: "I-PLA-13"},
		{Name: "nor after its last", Given: given, When: off(20240527), Refused: "I-PLA-12", Prevents: true},
		{Name: "or called off", Given: given[:2], When: off(20240101), Then: []domain.Event{unbegun}},
		{Name: "once only", Given: []domain.Event{offered, allocated, unbegun}, When: off(20240102), Refused: "I-PLA-13"},
		{Name: "not when it is over", Given: append(slices.Clip(given), completed), When: off(20240526), Refused: "I-PLA-13"},
		{Name: "nor tomorrow too", Given: given, When: off(20240604), Refused: "I-PLA-3"},
	}, "I-PLA-1", "I-PLA-3", "I-PLA-12", "I-PLA-13")
}

// Who takes more days than planned needs a place on them, as anybody does.
func TestMoreDaysNeedAPlace(t *testing.T) {
	start := placement.StartPlacement{Placement: first, On: 20240303}
	before, after := on(second, another, 20240101, 20240303), on(second, another, 20240527, 20240630)
	begun := func(day domain.Date) domain.Event {
		return with(started, func(e *domain.PlacementStarted) { e.On = day })
	}
	planned := []domain.Event{offered, allocated}
	both := []domain.Rule{"I-PLA-12", "I-PLA-10"}
	run(t, []domaintest.Case{
		{Name: "a place is one learner's", Given: append(slices.Clip(planned), before), When: allocate(on(le, assessor, 20240303, 20240303)), Refused: "I-PLA-10", Prevents: true},
		{Name: "nobody starts before their days", Given: planned, When: start, Refused: "I-PLA-12", Prevents: true},
		{Name: "that they did is one breach", Given: planned, When: start, Happened: 20240303, Then: []domain.Event{begun(20240303)}, Breaches: both[:1]},
		{Name: "and another where somebody is there", Given: append(slices.Clip(planned), before), When: start, Happened: 20240303, Then: []domain.Event{begun(20240303)}, Breaches: both},
		{
			Name: "so it is after their days", Given: append(slices.Clip(planned), after), When: with(start, func(c *placement.StartPlacement) { c.On = 20240527 }), Happened: 20240527,
			Then: []domain.Event{begun(20240527)}, Breaches: both,
		},
		{
			Name: "and when they stay", Given: append(slices.Clip(planned), after, started), When: placement.CompletePlacement{Placement: first, On: 20240527}, Happened: 20240527,
			Then: []domain.Event{with(completed, func(e *domain.PlacementCompleted) { e.Days, e.On = 0, 20240527 })}, Breaches: both,
		},
		{
			Name:  "a breach of before is not told again",
			Given: []domain.Event{offered, allocated, on(second, another, 20240304, 20240526), started}, When: placement.CompletePlacement{Placement: first, On: 20240526},
			Then: []domain.Event{with(completed, func(e *domain.PlacementCompleted) { e.Days = 0 })},
		},
	}, "I-PLA-10", "I-PLA-12")
}
