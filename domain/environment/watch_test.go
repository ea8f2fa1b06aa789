package environment_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/environment"
)

func TestSuspend(t *testing.T) {
	suspend := environment.SuspendLE(suspended)
	reinstate := environment.ReinstateLE{Suspension: suspended.Suspension, On: 20240201, Reason: "supervisor found"}
	another := with(suspend, func(c *environment.SuspendLE) { c.Suspension, c.From = second, 20240201 })
	by := func(code string) environment.SuspendLE {
		return with(suspend, func(c *environment.SuspendLE) { c.By = code })
	}
	over := func(day domain.Date) environment.ReinstateLE {
		return with(reinstate, func(c *environment.ReinstateLE) { c.On = day })
	}
	run(t, []domaintest.Case{
		{Name: "an environment is suspended", Given: []domain.Event{applied}, When: suspend, Then: []domain.Event{suspended}},
		{Name: "by the accountable body too", Given: []domain.Event{applied}, When: by("NHSE"), Then: []domain.Event{with(suspended, func(e *domain.LESuspended) { e.By = "NHSE" })}},
		{Name: "by nobody else", Given: []domain.Event{applied}, When: by("U00001"), Refused: "I-LE-6"},
		{Name: "by who is registered", Given: []domain.Event{applied}, When: by("U00009"), Refused: "I-LE-1"},
		{Name: "one that has applied", When: suspend, Refused: "I-LE-1"},
		{Name: "under one id once", Given: []domain.Event{applied, suspended}, When: by("NHSE"), Refused: "I-LE-2"},
		{Name: "once at a time", Given: []domain.Event{applied, suspended}, When: another, Refused: "I-LE-12"},
		{Name: "again when that is over", Given: []domain.Event{applied, suspended, reinstated}, When: another, Then: []domain.Event{domain.LESuspended(another)}},
		{Name: "not a day before", Given: []domain.Event{applied, suspended, reinstated}, When: with(another, func(c *environment.SuspendLE) { c.From = 20240131 }), Refused: "I-LE-12"},
		{Name: "not tomorrow", Given: []domain.Event{applied}, When: with(suspend, func(c *environment.SuspendLE) { c.From = 20240604 }), Refused: "I-LE-3"},

		{Name: "it is reinstated", Given: []domain.Event{applied, suspended}, When: reinstate, Then: []domain.Event{reinstated}},
		{Name: "once", Given: []domain.Event{applied, suspended, reinstated}, When: over(20240301), Refused: "I-LE-12"},
		{Name: "not before", Given: []domain.Event{applied, suspended}, When: over(20231231), Refused: "I-LE-12"},
		{Name: "nor tomorrow", Given: []domain.Event{applied, suspended}, When: over(20240604), Refused: "I-LE-3"},
		{Name: "if it is suspended", Given: []domain.Event{applied}, When: reinstate, Refused: "I-LE-1"},
	}, "I-LE-1", "I-LE-2", "I-LE-3", "I-LE-6", "I-LE-12")

	all := with(suspended, func(e *domain.LESuspended) { e.IncludesRunning = true })
	for _, c := range []struct {
		given           []domain.Event
		day             domain.Date
		starts, running bool
	}{
		{[]domain.Event{applied}, 20240101, false, false},
		{[]domain.Event{applied, suspended}, 20231231, false, false},
		{[]domain.Event{applied, suspended}, 20240101, true, false},
		{[]domain.Event{applied, all}, 20240101, true, true},
		{[]domain.Event{applied, all}, 20250101, true, true},
		{[]domain.Event{applied, all, reinstated}, 20240131, true, true},
		{[]domain.Event{applied, all, reinstated}, 20240201, false, false},
	} {
		if starts, running := recorded(c.given...).SuspendedOn(le, c.day); starts != c.starts || running != c.running {
			t.Errorf("after %v on %s: got %t %t", c.given, c.day, starts, running)
		}
	}
}

func TestConcern(t *testing.T) {
	raise := environment.RaiseQualityConcern(raised)
	end := environment.CloseQualityConcern{Concern: raised.Concern, On: 20231201, Outcome: "held since"}
	on := func(day domain.Date) environment.CloseQualityConcern {
		return with(end, func(c *environment.CloseQualityConcern) { c.On = day })
	}
	run(t, []domaintest.Case{
		{Name: "a concern is raised", Given: []domain.Event{applied}, When: raise, Then: []domain.Event{raised}},
		{
			Name: "its id comes from the command", Given: []domain.Event{applied}, Anew: true,
			When: with(raise, func(c *environment.RaiseQualityConcern) { c.Concern = uuid.Nil }),
			Then: []domain.Event{with(raised, func(e *domain.QualityConcernRaised) { e.Concern = domain.NewID(domaintest.CommandID, "concern") })},
		},
		{Name: "of what has applied", When: raise, Refused: "I-LE-1"},
		{Name: "for ever so", Given: []domain.Event{applied, raised}, When: with(raise, func(c *environment.RaiseQualityConcern) { c.Risk = domain.RiskLow }), Refused: "I-LE-2"},
		{Name: "not tomorrow", Given: []domain.Event{applied}, When: with(raise, func(c *environment.RaiseQualityConcern) { c.On = 20240604 }), Refused: "I-LE-3"},
		{Name: "it is closed", Given: []domain.Event{applied, raised}, When: end, Then: []domain.Event{closed}},
		{Name: "once", Given: []domain.Event{applied, raised, closed}, When: on(20231202), Refused: "I-LE-13"},
		{Name: "not before", Given: []domain.Event{applied, raised}, When: on(20231031), Refused: "I-LE-13"},
		{Name: "nor tomorrow", Given: []domain.Event{applied, raised}, When: on(20240604), Refused: "I-LE-3"},
		{Name: "if it is raised", Given: []domain.Event{applied}, When: end, Refused: "I-LE-1"},
	}, "I-LE-1", "I-LE-2", "I-LE-3", "I-LE-13")
}
