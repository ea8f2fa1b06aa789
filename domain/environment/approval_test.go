package environment_test

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/environment"
)

func TestApply(t *testing.T) {
	apply := environment.SubmitLEApplication(applied)
	apply.Sites = []string{"A81002", "A81001"}
	apply.SelfAssessment = slices.Clone(applied.SelfAssessment)
	slices.Reverse(apply.SelfAssessment)
	apply.Hub = ""
	unnamed := with(apply, func(c *environment.SubmitLEApplication) { c.Application, c.LE = uuid.Nil, uuid.Nil })
	visit := environment.RecordLEVisit{Visit: visited.Visit, Application: first, Kind: domain.LEVisit, On: 20230515}
	run(t, []domaintest.Case{
		{Name: "an environment applies, its sites and ratings in order", When: apply, Then: []domain.Event{applied}},
		{
			Name: "ids come from the command", When: unnamed, Anew: true,
			Then: []domain.Event{with(applied, func(e *domain.LEApplicationSubmitted) {
				e.Application, e.LE = domain.NewID(domaintest.CommandID, "application"), domain.NewID(domaintest.CommandID, "le")
			})},
		},
		{Name: "it applies again under another id", Given: []domain.Event{applied, decided}, When: with(apply, func(c *environment.SubmitLEApplication) { c.Application, c.On = second, 20240301 }),
			Then: []domain.Event{with(applied, func(e *domain.LEApplicationSubmitted) { e.Application, e.On = second, 20240301 })}},
		{Name: "for ever so", Given: []domain.Event{applied}, When: with(apply, func(c *environment.SubmitLEApplication) { c.On = 20230502 }), Refused: "I-LE-2"},
		{Name: "at a hub of the ICS", When: with(apply, func(c *environment.SubmitLEApplication) { c.Hub = "QF7" }), Refused: "I-LE-1"},
		{Name: "that is there", When: with(apply, func(c *environment.SubmitLEApplication) { c.Hub = "QE1~fylde-coast" }), Refused: "I-LE-4", Prevents: true},
		{Name: "by who is registered", When: with(apply, func(c *environment.SubmitLEApplication) { c.Applicant = "U00009" }), Refused: "I-LE-1"},
		{Name: "with sites that are open", When: with(apply, func(c *environment.SubmitLEApplication) { c.Sites = []string{"A81003"} }), Refused: "I-LE-5", Prevents: true},
		{Name: "not tomorrow", When: with(apply, func(c *environment.SubmitLEApplication) { c.On = 20240604 }), Refused: "I-LE-3"},

		{Name: "it is visited", Given: []domain.Event{applied}, When: visit, Then: []domain.Event{visited}},
		{Name: "under one id once", Given: []domain.Event{applied, visited}, When: with(visit, func(c *environment.RecordLEVisit) { c.Kind = domain.LEDeskReview }), Refused: "I-LE-2"},
		{Name: "if it has applied", When: visit, Refused: "I-LE-1"},
		{Name: "and not before", Given: []domain.Event{applied}, When: with(visit, func(c *environment.RecordLEVisit) { c.On = 20230430 }), Refused: "I-LE-8", Prevents: true},
		{Name: "nor tomorrow too", Given: []domain.Event{applied}, When: with(visit, func(c *environment.RecordLEVisit) { c.On = 20240604 }), Refused: "I-LE-3"},
	}, "I-LE-1", "I-LE-2", "I-LE-3", "I-LE-4", "I-LE-5", "I-LE-8")
}

func TestRecommend(t *testing.T) {
	recommend := environment.RecommendLEApproval{Application: first, Panel: slices.Clone(recommended.Panel), Outcome: domain.LEWithActions, Reason: "all data agree", On: 20230601}
	slices.Reverse(recommend.Panel)
	given := []domain.Event{applied, visited}
	of := func(p ...any) environment.RecommendLEApproval {
		return with(recommend, func(c *environment.RecommendLEApproval) { c.Panel = panel(p...) })
	}
	on := func(day domain.Date) environment.RecommendLEApproval {
		return with(recommend, func(c *environment.RecommendLEApproval) { c.On = day })
	}
	two := of(anna, "NHSE", ben, "UKPRN-10007814")
	run(t, []domaintest.Case{
		{Name: "a panel recommends", Given: given, When: recommend, Then: []domain.Event{recommended}},
		{Name: "of three", Given: given, When: two, Refused: "I-LE-7", Prevents: true},
		{
			Name: "that two did is written down", Given: given, When: two, Happened: 20230601, Breaches: []domain.Rule{"I-LE-7"},
			Then: []domain.Event{with(recommended, func(e *domain.LEApprovalRecommended) { e.Panel = two.Panel })},
		},
		{Name: "nobody from the applicant", Given: given, When: of(anna, "NHSE", ben, "UKPRN-10007814", cleo, "U00001"), Refused: "I-LE-7", Prevents: true},
		{Name: "nobody from a site", Given: given, When: of(anna, "NHSE", ben, "UKPRN-10007814", cleo, "A81001"), Refused: "I-LE-7", Prevents: true},
		{Name: "nobody who works at a site, whoever they speak for", Given: given, When: of(anna, "NHSE", ben, "UKPRN-10007814", dan, "SCHOOL-NW"), Refused: "I-LE-7", Prevents: true},
		{
			Name:  "nobody from a practice of the PCN that applies",
			Given: []domain.Event{with(applied, func(e *domain.LEApplicationSubmitted) { e.Sites = []string{"A81001"} }), visited},
			When:  of(anna, "NHSE", ben, "UKPRN-10007814", cleo, "A81002"), Refused: "I-LE-7", Prevents: true,
		},
		{Name: "from organisations that are registered", Given: given, When: of(anna, "NHSE", ben, "UKPRN-10007815", cleo, "SCHOOL-NW"), Refused: "I-LE-1"},
		{Name: "once it is looked at", Given: given[:1], When: recommend, Refused: "I-LE-8", Prevents: true},
		{Name: "not before that", Given: given, When: on(20230514), Refused: "I-LE-8", Prevents: true},
		{Name: "nor before it applies", Given: given, When: on(20230430), Refused: "I-LE-9"},
		{Name: "once", Given: []domain.Event{applied, visited, recommended}, When: on(20230602), Refused: "I-LE-9"},
		{Name: "not tomorrow", Given: given, When: on(20240604), Refused: "I-LE-3"},
		{Name: "of what has applied", When: recommend, Refused: "I-LE-1"},
		{
			Name:  "by a hub that is there",
			Given: []domain.Event{with(applied, func(e *domain.LEApplicationSubmitted) { e.Hub = "QE1~morecambe" }), visited}, When: recommend, Refused: "I-LE-4", Prevents: true,
		},
	}, "I-LE-1", "I-LE-3", "I-LE-4", "I-LE-7", "I-LE-8", "I-LE-9")
}

func TestDecide(t *testing.T) {
	decide := environment.DecideLEApproval{
		Application: first, School: "SCHOOL-NW", Outcome: domain.LEWithActions, From: 20230701, To: 20240531, Professions: decided.Professions,
		Sites: []string{"A81002", "A81001"}, Actions: []domain.LEAction{todo}, Framework: "2021", Reason: "as recommended", On: 20230620,
	}
	given := []domain.Event{applied, visited, recommended}
	changed := func(change func(*environment.DecideLEApproval)) environment.DecideLEApproval {
		return with(decide, change)
	}
	no := environment.DecideLEApproval{Application: first, School: "SCHOOL-NW", Outcome: domain.LENotApproved, Framework: "2021", Reason: "not yet", On: 20230620}
	backdated := changed(func(c *environment.DecideLEApproval) { c.From = 20230619 })
	run(t, []domaintest.Case{
		{Name: "the School decides", Given: given, When: decide, Then: []domain.Event{decided}},
		{
			Name: "also against the hub", Given: given, When: no,
			Then: []domain.Event{domain.LEApprovalDecided{Application: first, LE: le, School: "SCHOOL-NW", Outcome: domain.LENotApproved, Framework: "2021", Reason: "not yet", On: 20230620}},
		},
		{Name: "not the hub, nor the accountable body", Given: given, When: changed(func(c *environment.DecideLEApproval) { c.School = "NHSE" }), Refused: "I-LE-6"},
		{Name: "nor another School", Given: given, When: changed(func(c *environment.DecideLEApproval) { c.School = "SCHOOL-NE" }), Refused: "I-LE-6", Prevents: true},
		{Name: "nor one that is not registered", Given: given, When: changed(func(c *environment.DecideLEApproval) { c.School = "SCHOOL-SW" }), Refused: "I-LE-1"},
		{Name: "after the recommendation", Given: given[:2], When: decide, Refused: "I-LE-8", Prevents: true},
		{Name: "not before it", Given: given, When: changed(func(c *environment.DecideLEApproval) { c.On = 20230531 }), Refused: "I-LE-8", Prevents: true},
		{Name: "nor before it applies", Given: given, When: changed(func(c *environment.DecideLEApproval) { c.On = 20230430 }), Refused: "I-LE-9"},
		{Name: "once", Given: append(slices.Clip(given), decided), When: no, Refused: "I-LE-9"},
		{Name: "of what has applied", When: decide, Refused: "I-LE-1"},
		{Name: "not tomorrow", Given: given, When: changed(func(c *environment.DecideLEApproval) { c.On, c.From, c.To = 20240604, 20240604, 20250604 }), Refused: "I-LE-3"},
		{Name: "for sites that applied", Given: given, When: changed(func(c *environment.DecideLEApproval) { c.Sites = []string{"A81001", "A81003"} }), Refused: "I-LE-10", Prevents: true},
		{Name: "for professions that were applied for", Given: given, When: changed(func(c *environment.DecideLEApproval) { c.Professions = []string{"PHARMACY_TRAINEE"} }), Refused: "I-LE-10", Prevents: true},
		{Name: "not for days before", Given: given, When: backdated, Refused: "I-LE-10", Prevents: true},
		{
			Name: "a backdated approval is written down as one", Given: given, When: backdated, Happened: 20230620, Breaches: []domain.Rule{"I-LE-10"},
			Then: []domain.Event{with(decided, func(e *domain.LEApprovalDecided) { e.From = 20230619 })},
		},
		{
			Name: "an action has an id of its own", Given: append(slices.Clip(given), decided, with(applied, func(e *domain.LEApplicationSubmitted) { e.Application = second })),
			When: changed(func(c *environment.DecideLEApproval) { c.Application = second }), Refused: "I-LE-2",
		},
	}, "I-LE-1", "I-LE-2", "I-LE-3", "I-LE-6", "I-LE-8", "I-LE-9", "I-LE-10")
}

func TestActionsAndLapse(t *testing.T) {
	complete := environment.CompleteLEAction{Action: todo.Action, On: 20230930}
	lapse := environment.LapseLEApproval{Application: first, On: 20240531, Reason: "ran out"}
	given := []domain.Event{applied, visited, recommended, decided}
	refusal := with(decided, func(e *domain.LEApprovalDecided) {
		*e = domain.LEApprovalDecided{Application: first, LE: le, Outcome: domain.LENotApproved, On: 20230620}
	})
	done := func(day domain.Date) environment.CompleteLEAction {
		return with(complete, func(c *environment.CompleteLEAction) { c.On = day })
	}
	over := func(day domain.Date) environment.LapseLEApproval {
		return with(lapse, func(c *environment.LapseLEApproval) { c.On = day })
	}
	run(t, []domaintest.Case{
		{Name: "an action is completed", Given: given, When: complete, Then: []domain.Event{completed}},
		{Name: "also too late", Given: given, When: done(20231002), Then: []domain.Event{with(completed, func(e *domain.LEActionCompleted) { e.On = 20231002 })}},
		{Name: "once", Given: append(slices.Clip(given), completed), When: done(20231002), Refused: "I-LE-9"},
		{Name: "not before it is set", Given: given, When: done(20230619), Refused: "I-LE-9"},
		{Name: "nor tomorrow", Given: given, When: done(20240604), Refused: "I-LE-3"},
		{Name: "if it is set", Given: given[:3], When: complete, Refused: "I-LE-1"},

		{Name: "an approval runs out", Given: given, When: lapse, Then: []domain.Event{lapsed}},
		{Name: "or is given up", Given: given, When: over(20240101), Then: []domain.Event{with(lapsed, func(e *domain.LEApprovalLapsed) { e.On = 20240101 })}},
		{Name: "before it begins", Given: given, When: over(20230630), Then: []domain.Event{with(lapsed, func(e *domain.LEApprovalLapsed) { e.On = 20230630 })}},
		{Name: "not earlier", Given: given, When: over(20230629), Refused: "I-LE-11"},
		{Name: "nor after its last day", Given: given, When: over(20240601), Refused: "I-LE-11"},
		{Name: "once only", Given: append(slices.Clip(given), lapsed), When: over(20240101), Refused: "I-LE-11"},
		{Name: "if there is one", Given: []domain.Event{applied, visited, recommended, refusal}, When: lapse, Refused: "I-LE-11"},
		{Name: "of an application", When: lapse, Refused: "I-LE-1"},
		{
			Name:  "not in the future",
			Given: []domain.Event{applied, with(decided, func(e *domain.LEApprovalDecided) { e.To = 20250531 })}, When: over(20240604), Refused: "I-LE-3",
		},
	}, "I-LE-1", "I-LE-3", "I-LE-9", "I-LE-11")
}

// An environment is approved for its sites and professions from the first to
// the last day of its newest approval.
func TestApprovedOn(t *testing.T) {
	again := with(decided, func(e *domain.LEApprovalDecided) {
		e.Application, e.From, e.To, e.Sites = second, 20240401, 20250331, []string{"A81001"}
	})
	lapse := func(application uuid.UUID, day domain.Date) domain.Event {
		return domain.LEApprovalLapsed{Application: application, LE: le, On: day}
	}
	for _, c := range []struct {
		name    string
		given   []domain.Event
		site    string
		of      string
		day     domain.Date
		want    bool
		unknown bool
	}{
		{"on its first day", []domain.Event{applied, decided}, "A81002", "NURSING_STUDENT", 20230701, true, false},
		{"not the day before", []domain.Event{applied, decided}, "A81002", "NURSING_STUDENT", 20230630, false, false},
		{"on its last day", []domain.Event{applied, decided}, "A81002", "NURSING_STUDENT", 20240531, true, false},
		{"not the day after", []domain.Event{applied, decided}, "A81002", "NURSING_STUDENT", 20240601, false, false},
		{"not another profession", []domain.Event{applied, decided}, "A81002", "PARAMEDIC_STUDENT", 20230701, false, false},
		{"not another site", []domain.Event{applied, decided}, "A81003", "NURSING_STUDENT", 20230701, false, false},
		{"not before it is decided", []domain.Event{applied}, "A81002", "NURSING_STUDENT", 20230701, false, false},
		{"a new approval holds", []domain.Event{applied, decided, again}, "A81001", "NURSING_STUDENT", 20250331, true, false},
		{"in the place of the old one", []domain.Event{applied, decided, again}, "A81002", "NURSING_STUDENT", 20240401, false, false},
		{"which holds until then", []domain.Event{applied, decided, again}, "A81002", "NURSING_STUDENT", 20240331, true, false},
		{"whatever is recorded first", []domain.Event{applied, again, decided}, "A81002", "NURSING_STUDENT", 20240401, false, false},
		{"a lapse ends it", []domain.Event{applied, decided, lapse(first, 20240101)}, "A81001", "NURSING_STUDENT", 20240102, false, false},
		{"after its last day", []domain.Event{applied, decided, lapse(first, 20240101)}, "A81001", "NURSING_STUDENT", 20240101, true, false},
		{"one that never began leaves the old one", []domain.Event{applied, decided, again, lapse(second, 20240331)}, "A81002", "NURSING_STUDENT", 20240401, true, false},
		{"nothing is known of others", nil, "A81002", "NURSING_STUDENT", 20230701, false, true},
	} {
		s := recorded(c.given...)
		if got := s.ApprovedOn(le, c.site, c.of, c.day); got != c.want || s.Known(le) == c.unknown {
			t.Errorf("%s: got %t, known %t", c.name, got, s.Known(le))
		}
	}
}
