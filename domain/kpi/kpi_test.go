package kpi_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/kpi"
)

// nation is the room as an aggregate.
type nation struct{ *kpi.State }

func (n nation) Fork() domain.Aggregate  { return nation{n.State.Fork()} }
func (n nation) View(revision int64) any { return n.State.View(revision) }
func (n nation) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return n.State.Decide(refs, c, now, words{})
}

func newNation() domain.Aggregate { return nation{kpi.New()} }

// words are a vocabulary of version 1, in which nothing may be said of learners.
type words struct{}

func (words) Knows(version int) bool { return version == 1 }

func (words) Faults(version int, measures []domain.KPIMeasure) (faults []kpi.Fault) {
	for i, m := range measures {
		if version != 1 || m.Entity == "learner" {
			faults = append(faults, kpi.Fault{Pointer: fmt.Sprintf("/measures/%d/entity", i), Text: "should be post"})
		}
	}
	return faults
}

// with is a value with something changed.
func with[T any](v T, change func(*T)) T {
	change(&v)
	return v
}

var (
	posts = domain.KPIMeasure{
		Measure: "posts", Unit: "posts", Type: domain.KPISnapshot, Entity: "post", Each: "post.embedded", Amount: "1",
		By: []domain.KPIDimension{{Dimension: "roleType", Expression: "post.roleType"}},
	}
	rotating = domain.KPIMeasure{Measure: "rotating", Unit: "posts", Type: domain.KPISnapshot, Entity: "post", Each: "post.rotating", Where: "post.rotational", Amount: "1"}
	first    = domain.KPIDefinitionPublished{
		Code: "WP2", Version: 1, Title: "Posts embedded", Category: domain.KPIWorkforcePlanning, Function: "F5", Vocabulary: 1,
		Measures: []domain.KPIMeasure{posts, rotating}, Ratios: []domain.KPIRatio{{Measure: "share", Numerator: "rotating", Denominator: "posts"}},
		From: domain.MustHalfYear("2019H1"), Constructed: true, SourceDoc: "Indicators, 2019", PublishedOn: 20190401, CheckedAt: 17,
	}
	second = with(first, func(e *domain.KPIDefinitionPublished) {
		e.Version, e.Measures, e.Ratios, e.From, e.PublishedOn = 2, []domain.KPIMeasure{posts}, nil, domain.MustHalfYear("2022H1"), 20220301
	})
	other   = with(first, func(e *domain.KPIDefinitionPublished) { e.Code = "CR1" })
	adopted = domain.KPISetAdopted{
		Set: "TH-KPI", Version: 1, Members: []domain.KPIMember{{Code: "CR1", Version: 1}, {Code: "WP2", Version: 1}}, From: domain.MustHalfYear("2019H1"), On: 20190401,
	}
	renewed = domain.KPISetAdopted{
		Set: "TH-KPI", Version: 2, Members: []domain.KPIMember{{Code: "CR1", Version: 1}, {Code: "WP2", Version: 2}}, From: domain.MustHalfYear("2022H1"),
		AppliesToMaturity: 3, On: 20220301,
	}
	due = domain.ReturnCalendarPublished{
		Calendar: domaintest.Named("due"), Kind: domain.ReturnKPI, Period: domain.MustHalfYear("2024H1"), DueOn: 20241031,
	}
	later = with(due, func(e *domain.ReturnCalendarPublished) { e.Calendar, e.DueOn = domaintest.Named("later"), 20241115 })
)

func TestKPI(t *testing.T) {
	type publishing = kpi.PublishKPIDefinition
	type adopting = kpi.AdoptKPISet
	type scheduling = kpi.PublishReturnCalendar
	publish, adopt, schedule := publishing(first), adopting(adopted), scheduling(due)
	published := []domain.Event{first, second, other}
	domaintest.Run(t, newNation, nil, kpi.Rules, []domaintest.Case{
		{Name: "an indicator is published", When: publish, Then: []domain.Event{first}},
		{Name: "and again, tried on more", Given: []domain.Event{first}, When: with(publish, func(c *publishing) { c.CheckedAt = 99 })},
		{Name: "an empty list is none", When: with(publishing(other), func(c *publishing) {
			c.Measures, c.Ratios = []domain.KPIMeasure{with(rotating, func(m *domain.KPIMeasure) { m.By = []domain.KPIDimension{} })}, []domain.KPIRatio{}
		}), Then: []domain.Event{with(other, func(e *domain.KPIDefinitionPublished) { e.Measures, e.Ratios = []domain.KPIMeasure{rotating}, nil })}},
		{Name: "with a version after it", Given: []domain.Event{first}, When: publishing(second), Then: []domain.Event{second}},
		{Name: "the first is 1", When: publishing(second), Refused: "I-KPI-1"},
		{Name: "and none is left out", Given: []domain.Event{first}, When: with(publishing(second), func(c *publishing) { c.Version = 3 }), Refused: "I-KPI-1"},
		{Name: "each is counted by its own code", Given: []domain.Event{first}, When: with(publishing(other), func(c *publishing) { c.Version = 2 }), Refused: "I-KPI-1"},
		{Name: "a version is never edited", Given: []domain.Event{first, second}, When: with(publish, func(c *publishing) { c.Title = "Posts" }), Refused: "I-KPI-1"},
		{Name: "nor what it counts", Given: []domain.Event{first}, When: with(publish, func(c *publishing) {
			c.Measures = []domain.KPIMeasure{posts, with(rotating, func(m *domain.KPIMeasure) { m.Where = "" })}
		}), Refused: "I-KPI-1"},
		{Name: "on the day it is out", When: with(publish, func(c *publishing) { c.PublishedOn = 20240603 }), Then: []domain.Event{with(first, func(e *domain.KPIDefinitionPublished) { e.PublishedOn = 20240603 })}},
		{Name: "and not before", When: with(publish, func(c *publishing) { c.PublishedOn = 20240604 }), Refused: "I-KPI-2"},
		{Name: "in words that there are", When: with(publish, func(c *publishing) { c.Vocabulary = 2 }), Refused: "I-KPI-3"},
		{Name: "of things that there are", When: with(publish, func(c *publishing) {
			c.Measures = []domain.KPIMeasure{posts, with(rotating, func(m *domain.KPIMeasure) { m.Entity = "learner" })}
		}), Refused: "I-KPI-4"},

		{Name: "a set is adopted", Given: published, When: adopt, Then: []domain.Event{adopted}},
		{Name: "in the order of codes", Given: published, When: with(adopt, func(c *adopting) {
			c.Members = []domain.KPIMember{{Code: "WP2", Version: 1}, {Code: "CR1", Version: 1}}
		}), Then: []domain.Event{adopted}},
		{Name: "another version of it, for some", Given: append(published, adopted), When: adopting(renewed), Then: []domain.Event{renewed}},
		{Name: "which is the next", Given: published, When: adopting(renewed), Refused: "I-KPI-5"},
		{Name: "of the same set", Given: append(published, adopted), When: with(adopting(renewed), func(c *adopting) { c.Set = "LOCAL" }), Refused: "I-KPI-5"},
		{Name: "and says the same for ever", Given: append(published, adopted), When: with(adopt, func(c *adopting) { c.AppliesToMaturity = 2 }), Refused: "I-KPI-5"},
		{Name: "of indicators that there are", Given: []domain.Event{first}, When: adopt, Refused: "I-KPI-6"},
		{Name: "in versions that there are", Given: []domain.Event{first, other, adopted}, When: adopting(renewed), Refused: "I-KPI-6"},
		{Name: "from where they are for", Given: append(published, adopted), When: with(adopting(renewed), func(c *adopting) { c.From-- }), Refused: "I-KPI-7", Prevents: true},
		{
			Name: "or before, where it was so", Given: append(published, adopted), Happened: 20220301, When: with(adopting(renewed), func(c *adopting) { c.From-- }),
			Then: []domain.Event{with(renewed, func(e *domain.KPISetAdopted) { e.From-- })}, Breaches: []domain.Rule{"I-KPI-7"},
		},
		{Name: "when it is", Given: published, When: with(adopt, func(c *adopting) { c.On = 20240604 }), Refused: "I-KPI-8"},

		{Name: "a return is due", When: schedule, Then: []domain.Event{due}},
		{
			Name: "under an id of the command", When: with(schedule, func(c *scheduling) { c.Calendar = uuid.Nil }), Anew: true,
			Then: []domain.Event{with(due, func(e *domain.ReturnCalendarPublished) { e.Calendar = domain.NewID(domaintest.CommandID, "calendar") })},
		},
		{Name: "and the same again", Given: []domain.Event{due}, When: with(schedule, func(c *scheduling) { c.Calendar = uuid.Nil })},
		{Name: "under another id it is said once more", Given: []domain.Event{due}, When: with(schedule, func(c *scheduling) { c.Calendar = domaintest.Named("third") }),
			Then: []domain.Event{with(due, func(e *domain.ReturnCalendarPublished) { e.Calendar = domaintest.Named("third") })}},
		{Name: "later than it was", Given: []domain.Event{due}, When: scheduling(later), Then: []domain.Event{later}},
		{Name: "which saying the first again can't undo", Given: []domain.Event{due, later}, When: schedule},
		{Name: "but another publication can", Given: []domain.Event{due, later}, When: with(schedule, func(c *scheduling) { c.Calendar = domaintest.Named("third") }),
			Then: []domain.Event{with(due, func(e *domain.ReturnCalendarPublished) { e.Calendar = domaintest.Named("third") })}},
		{Name: "an id says the same for ever", Given: []domain.Event{due}, When: with(schedule, func(c *scheduling) { c.DueOn++ }), Refused: "I-KPI-9"},
		{Name: "of one return", Given: []domain.Event{due}, When: with(schedule, func(c *scheduling) { c.Kind = domain.ReturnActivity }), Refused: "I-KPI-9"},
		{Name: "each kind has its own", Given: []domain.Event{due}, When: with(scheduling(later), func(c *scheduling) { c.Kind = domain.ReturnFinancial }),
			Then: []domain.Event{with(later, func(e *domain.ReturnCalendarPublished) { e.Kind = domain.ReturnFinancial })}},
	})
}

// A refusal says what is wrong with a definition, and where; of much, the first.
func TestFaultsAreTold(t *testing.T) {
	const of = "/measures/%d/entity should be post"
	told := make([]string, 5)
	for i := range told {
		told[i] = fmt.Sprintf(of, i)
	}
	for n, want := range map[int]string{2: strings.Join(told[:2], "; "), 5: strings.Join(told, "; "), 7: strings.Join(told, "; ") + "; and 2 more"} {
		c := kpi.PublishKPIDefinition(first)
		c.Measures = nil
		for range n {
			c.Measures = append(c.Measures, with(posts, func(m *domain.KPIMeasure) { m.Entity = "learner" }))
		}
		_, err := kpi.New().Decide(nil, domain.Command{Data: c}, time.Date(2024, 6, 3, 10, 0, 0, 0, time.UTC), words{})
		var refusal *domain.Refusal
		if !errors.As(err, &refusal) || refusal.Sentence != want {
			t.Errorf("%d faults: got %v, want %q", n, err, want)
		}
	}
}

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, kpi.PublishKPIDefinition{}, "/code", "/version", "/title", "/category", "/function", "/vocabulary", "/measures", "/from", "/sourceDoc", "/publishedOn")
	publish := func(change func(*kpi.PublishKPIDefinition)) domain.CommandData {
		return with(kpi.PublishKPIDefinition(first), change)
	}
	domaintest.Fields(t, publish(func(c *kpi.PublishKPIDefinition) { c.Measures[0] = posts })) // all of it right
	domaintest.Fields(t, publish(func(c *kpi.PublishKPIDefinition) {
		c.Code, c.Category, c.Function, c.CheckedAt = "WP_2", "WORKFORCE", "f5", -1
	}), "/code", "/category", "/function", "/checkedAt")
	domaintest.Fields(t, publish(func(c *kpi.PublishKPIDefinition) { c.Measures, c.Ratios = []domain.KPIMeasure{{}}, nil }),
		"/measures/0/measure", "/measures/0/unit", "/measures/0/type", "/measures/0/entity", "/measures/0/each", "/measures/0/amount")
	long := strings.Repeat("x", 501)
	domaintest.Fields(t, publish(func(c *kpi.PublishKPIDefinition) {
		m := posts
		m.Unit, m.Each, m.Where, m.Amount = kpi.People, long, long, "span.amount"
		m.By = []domain.KPIDimension{{Dimension: "measure", Expression: "1"}, {Dimension: "role_type"}, {Dimension: "stage", Expression: long}, {Dimension: "stage", Expression: "2"}}
		c.Measures, c.Ratios = []domain.KPIMeasure{m}, nil
	}), "/measures/0/each", "/measures/0/where", "/measures/0/amount",
		"/measures/0/by/0/dimension", "/measures/0/by/1/dimension", "/measures/0/by/1/expression", "/measures/0/by/2/expression", "/measures/0/by/3/dimension")
	domaintest.Fields(t, publish(func(c *kpi.PublishKPIDefinition) {
		m := posts
		m.By = make([]domain.KPIDimension, 6)
		for i := range m.By {
			m.By[i] = domain.KPIDimension{Dimension: strings.Repeat("d", i+1), Expression: "post.pcn"}
		}
		c.Measures, c.Ratios = []domain.KPIMeasure{m}, nil
	}), "/measures/0/by")
	domaintest.Fields(t, publish(func(c *kpi.PublishKPIDefinition) { c.Measures, c.Ratios = []domain.KPIMeasure{posts, posts}, nil }), "/measures/1/measure")
	ratio := func(name, above, below string, change func(*domain.KPIMeasure)) domain.CommandData {
		return publish(func(c *kpi.PublishKPIDefinition) {
			c.Measures = []domain.KPIMeasure{posts, with(rotating, change)}
			c.Ratios = []domain.KPIRatio{{Measure: name, Numerator: above, Denominator: below}}
		})
	}
	same := func(*domain.KPIMeasure) {}
	domaintest.Fields(t, ratio("share", "rotating", "posts", same))
	domaintest.Fields(t, ratio("posts", "rotating", "posts", same), "/ratios/0/measure")
	domaintest.Fields(t, ratio("", "spend", "given", same), "/ratios/0/measure", "/ratios/0/numerator", "/ratios/0/denominator")
	domaintest.Fields(t, ratio("share", "posts", "posts", same), "/ratios/0/denominator")
	domaintest.Fields(t, ratio("share", "rotating", "posts", func(m *domain.KPIMeasure) { m.Unit = "FTE" }), "/ratios/0/denominator")
	domaintest.Fields(t, ratio("share", "rotating", "posts", func(m *domain.KPIMeasure) { m.Type = domain.KPIFlow }), "/ratios/0/denominator")

	domaintest.Fields(t, kpi.AdoptKPISet{AppliesToMaturity: -1}, "/set", "/version", "/members", "/from", "/appliesToMaturity", "/on")
	domaintest.Fields(t, with(kpi.AdoptKPISet(adopted), func(c *kpi.AdoptKPISet) {
		c.Members = []domain.KPIMember{{Code: "wp2", Version: 1}, {Code: "CR1"}, {Code: "CR1", Version: 2}}
		c.AppliesToMaturity = 11
	}), "/members/0/code", "/members/1/version", "/members/2/code", "/appliesToMaturity")
	domaintest.Fields(t, kpi.PublishReturnCalendar{}, "/kind", "/period", "/dueOn")
	domaintest.Fields(t, with(kpi.PublishReturnCalendar(due), func(c *kpi.PublishReturnCalendar) { c.DueOn = 20240930 }), "/dueOn")
	domaintest.Fields(t, with(kpi.PublishReturnCalendar(due), func(c *kpi.PublishReturnCalendar) { c.DueOn = 20241001 }))
}

// What a revision knows, and which set counts for whom.
func TestView(t *testing.T) {
	s := kpi.New()
	local := with(adopted, func(e *domain.KPISetAdopted) { e.Set = "LOCAL" })
	for i, e := range []domain.Event{first, second, adopted, renewed, local, due, later} {
		s.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	if _, ok := s.View(0).KPIDefinition("WP2", 2); ok {
		t.Error("version 2 is known before it is published")
	}
	if d, ok := s.View(1).KPIDefinition("WP2", 2); !ok || d.PublishedOn != 20220301 {
		t.Errorf("version 2: got %+v, %t", d, ok)
	}
	for _, v := range []int{0, 3} {
		if _, ok := s.View(9).KPIDefinition("WP2", v); ok {
			t.Errorf("there is a version %d", v)
		}
	}
	for _, c := range []struct {
		revision int64
		period   string
		maturity int
		want     string
	}{
		{9, "2018H2", 3, ""}, {1, "2024H1", 3, ""}, {2, "2024H1", 3, "TH-KPI 1 "}, {3, "2024H1", 3, "TH-KPI 2 "}, {3, "2024H1", 2, "TH-KPI 1 "},
		{3, "2021H2", 3, "TH-KPI 1 "}, {4, "2022H1", 5, "LOCAL 1 TH-KPI 2 "},
	} {
		got := ""
		for _, e := range s.View(c.revision).KPISets(domain.MustHalfYear(c.period), c.maturity) {
			got += fmt.Sprintf("%s %d ", e.Set, e.Version)
		}
		if got != c.want {
			t.Errorf("at revision %d, for %s at level %d: got %q, want %q", c.revision, c.period, c.maturity, got, c.want)
		}
	}
	for revision, want := range map[int64]domain.Date{4: 0, 5: 20241031, 6: 20241115} {
		got, ok := s.View(revision).ReturnDue(domain.ReturnKPI, due.Period)
		if got.DueOn != want || ok != (want != 0) {
			t.Errorf("at revision %d: due on %s, want %s", revision, got.DueOn, want)
		}
	}
}

// Every command and every event of the room is one that it handles and takes,
// and is the same when it is read back.
func TestRoom(t *testing.T) {
	s := kpi.New()
	for _, c := range []domain.CommandData{kpi.PublishKPIDefinition{}, kpi.AdoptKPISet{}, kpi.PublishReturnCalendar{}} {
		if !s.Handles(c) {
			t.Errorf("%s is not handled", c.CommandName())
		}
	}
	for _, e := range []domain.Event{first, second, adopted, renewed, due} {
		if !s.Takes(e) {
			t.Errorf("%s is not taken", e.EventType())
		}
		text, err := json.Marshal(e)
		back := reflect.New(reflect.TypeOf(e))
		if err := errors.Join(err, json.Unmarshal(text, back.Interface(), json.RejectUnknownMembers(true))); err != nil || !reflect.DeepEqual(back.Elem().Interface(), e) {
			t.Errorf("%s is read back as %+v (%v), want %+v", text, back.Elem(), err, e)
		}
	}
	if s.Takes(domain.RateSet{}) || s.Handles(another{}) || s.Reads(domain.Command{Data: another{}}) != nil {
		t.Error("what is of another room was taken")
	}
	var refusal *domain.Refusal
	if _, err := s.Decide(nil, domain.Command{Data: another{}}, time.Time{}, words{}); err == nil || errors.As(err, &refusal) {
		t.Errorf("a command of another room: got %v, want a failure", err)
	}
}

type another struct{}

func (another) CommandName() string          { return "another-room" }
func (another) Validate(*domain.FieldErrors) {}
