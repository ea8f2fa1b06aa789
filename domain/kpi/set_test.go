package kpi_test

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/kpi"
	"github.com/hubledger/hubledger/domain/measure"
)

// on is a day by an amount, and from one that has not ended.
func on(day, amount int64) []measure.Span {
	return []measure.Span{{First: day, Last: day, Amount: amount}}
}

func from(day, amount int64) []measure.Span { return []measure.Span{{First: day, Amount: amount}} }

// counted is what a rule makes of one span.
func counted(first, last domain.Date, amount int64, by ...string) []measure.Counted {
	return []measure.Counted{{First: first, Last: last, Amount: amount, By: by}}
}

// counts are things, and what every measure of the set makes of them: each
// counts what it is for, and not its like.
var counts = []struct {
	of    string // code and measure
	thing measure.Entity
	want  []measure.Counted
}{
	{"WP1 plans", &measure.Plan{Endorsed: []measure.Span{{First: 20230501, Last: 20240331, Amount: 1}}}, counted(20230501, 20240331, 1)},
	{"WP1 plans", &measure.Plan{First: 20230401, Last: 20240331}, nil}, // not endorsed
	{"WP2 posts", &measure.Post{Origin: "PCN_DES", RoleType: "PARAMEDIC", Embedded: from(20230701, 500_000_000)}, counted(20230701, 0, 1, "PARAMEDIC")},
	{"WP2 posts", &measure.Post{Origin: "NEW", RoleType: "PARAMEDIC", Recruited: from(20230701, 500_000_000)}, nil}, // recruited, not embedded
	{"WP2 posts", &measure.Post{Origin: "EXISTING", Funding: "PRACTICE", Embedded: from(20230701, 500_000_000)}, nil},
	{"WP2 posts", &measure.Post{Origin: "EXISTING", Funding: "ARRS", RoleType: "PARAMEDIC", Embedded: from(20230701, 500_000_000)}, counted(20230701, 0, 1, "PARAMEDIC")},
	{"WP2 fte", &measure.Post{Origin: "NEW", RoleType: "PARAMEDIC", Embedded: from(20230701, 500_000_000)}, counted(20230701, 0, 500_000_000, "PARAMEDIC")},
	{"WP2 fte", &measure.Post{Origin: "EXISTING", Funding: "PRACTICE", Embedded: from(20230701, 500_000_000)}, nil},
	{"WP3 conversations", &measure.Conversation{On: 20240601, Held: on(20240601, 1)}, counted(20240601, 20240601, 1)},
	{"WP4 posts", &measure.Post{RoleType: "PARAMEDIC", Rotational: true, PrimaryCare: from(20230701, 500_000_000), Rotating: from(20230701, 1)}, counted(20230701, 0, 1, "PARAMEDIC")},
	{"WP4 posts", &measure.Post{RoleType: "PARAMEDIC", Rotational: true}, nil}, // no leg has begun
	{"WP4 posts", &measure.Post{RoleType: "PARAMEDIC", Embedded: from(20230701, 500_000_000)}, nil},

	{"CR1 inProgramme", fellow, counted(20230401, 20240331, 1, "GP")},
	{"CR1 started", fellow, counted(20230401, 20230401, 1, "GP")},
	{"CR1 completed", fellow, counted(20240331, 20240331, 1, "GP")},
	{"CR1 withdrawn", fellow, nil},
	{"CR1 withdrawn", &measure.Support{Type: "FELLOWSHIP", Profession: "GP", Withdrawn: on(20231031, 1)}, counted(20231031, 20231031, 1, "GP")},
	{"CR1 inProgramme", preceptee, nil}, {"CR1 started", preceptee, nil}, {"CR1 completed", preceptee, nil},
	{"CR1 withdrawn", &measure.Support{Type: "PRECEPTORSHIP", Withdrawn: on(20231031, 1)}, nil},
	{"CR2 started", preceptee, counted(20230401, 20230401, 1, "NURSE")},
	{"CR2 completed", preceptee, counted(20240331, 20240331, 1, "NURSE")},
	{"CR2 started", fellow, nil}, {"CR2 completed", fellow, nil},
	{"CR3 contacts", &measure.CareerSupport{Stage: "MID_CAREER", Contacts: 12, Provided: on(20240501, 12)}, counted(20240501, 20240501, 12, "MID_CAREER")},
	{"CR4 matches", supported("MENTORING", "NURSE"), counted(20230401, 20240331, 1, "MENTORING")},
	{"CR4 matches", supported("COACHING", "GP"), counted(20230401, 20240331, 1, "COACHING")},
	{"CR4 matches", fellow, nil}, {"CR4 matches", preceptee, nil},
	{"CR5 due", supported("COACHING", "GP"), counted(20240401, 20240401, 1)},
	{"CR5 confirmed", supported("COACHING", "GP"), counted(20240401, 20240401, 1)},
	{"CR5 retained", supported("COACHING", "GP"), nil}, // they left
	{"CR5 retained", &measure.Support{Type: "MENTORING", Due: on(20240401, 1), Retained: on(20240401, 1)}, counted(20240401, 20240401, 1)},

	{"ED1 started", &measure.Placement{Profession: "NURSE", Approved: true, Started: on(20240408, 1)}, counted(20240408, 20240408, 1, "NURSE")},
	{"ED1 started", &measure.Placement{Profession: "NURSE", Started: on(20240408, 1)}, nil}, // the host was not approved
	{"ED2 weeks", &measure.Placement{Profession: "NURSE", Attended: on(20240430, 12)}, counted(20240430, 20240430, 24, "NURSE")},
	{"ED3 approved", &measure.Environment{Approved: from(20240101, 1)}, counted(20240101, 0, 1)},
	{"ED3 approved", &measure.Environment{Approved: from(20240101, 3)}, counted(20240101, 0, 1)},
	{"ED3 multiProfessional", &measure.Environment{Approved: from(20240101, 3)}, counted(20240101, 0, 1)},
	{"ED3 multiProfessional", &measure.Environment{Approved: from(20240101, 1)}, nil},
	{"ED4 new", &measure.Environment{First: on(20240101, 3), Decided: append(on(20240101, 3), on(20260101, 3)...)}, counted(20240101, 20240101, 1)},
	{"ED4 approvals", &measure.Environment{First: on(20240101, 3), Decided: append(on(20240101, 3), on(20260101, 3)...)}, append(counted(20240101, 20240101, 1), counted(20260101, 20260101, 1)...)},
	{"ED5 educators", teacher, counted(20240101, 0, 1)},
	{"ED5 teaching", teacher, append(counted(20240101, 0, 1, "NURSE"), counted(20240601, 0, 1, "PARAMEDIC")...)},
	{"ED6 programmes", &measure.Programme{Class: "FORMAL", Category: "CPD", Running: from(20240101, 1), Accredited: from(20240201, 1)}, counted(20240201, 0, 1, "CPD")},
	{"ED6 programmes", &measure.Programme{Class: "FORMAL", Category: "CPD", Running: from(20240101, 1)}, nil}, // nothing is gained by it
	{"ED6 programmes", &measure.Programme{Class: "INFORMAL", Category: "CPD", Accredited: from(20240201, 1)}, nil},
	{"ED7 spend", &measure.Cost{Fund: "PROGRAMME-CPD", Purpose: "CPD", Incurred: on(20240930, 550)}, counted(20240930, 20240930, 550, "PROGRAMME-CPD")},
	{"ED7 spend", &measure.Cost{Fund: "OPERATIONAL", Incurred: on(20240930, 550)}, nil},
	{"ED7 allocation", &measure.Allocation{Fund: "PROGRAMME-CPD", Purpose: "CPD", Given: on(20240428, 900)}, counted(20240428, 20240428, 900, "PROGRAMME-CPD")},
	{"ED7 allocation", &measure.Allocation{Fund: "OPERATIONAL", Purpose: "OPERATION", Given: on(20240428, 900)}, nil},

	{"LM1 places", finished("LEADERSHIP"), counted(20240601, 20240601, 13)}, {"LM1 places", finished("CPD"), nil},
	{"LM2 places", finished("EDUCATOR_DEVELOPMENT"), counted(20240601, 20240601, 13)}, {"LM2 places", finished("LEADERSHIP"), nil},
	{"LM3 places", finished("MGMT"), counted(20240601, 20240601, 13, "MGMT")}, {"LM3 places", finished("ADMIN"), counted(20240601, 20240601, 13, "ADMIN")},
	{"LM3 places", finished("LEADERSHIP"), nil},
	{"LM4 education", &measure.Lead{Type: "EDUCATION_LEAD", Named: from(20240101, 1)}, counted(20240101, 0, 1)},
	{"LM4 environment", &measure.Lead{Type: "LE_LEAD", Named: from(20240101, 1)}, counted(20240101, 0, 1)},
	{"LM4 education", &measure.Lead{Type: "CLINICAL_DIRECTOR", Named: from(20240101, 1)}, nil},
	{"LM4 environment", &measure.Lead{Type: "CLINICAL_DIRECTOR", Named: from(20240101, 1)}, nil},
}

// supported is somebody who was supported for a year, and has left since.
func supported(by, profession string) *measure.Support {
	return &measure.Support{
		Type: by, Profession: profession, Active: []measure.Span{{First: 20230401, Last: 20240331, Amount: 1}},
		Started: on(20230401, 1), Completed: on(20240331, 1), Due: on(20240401, 1), Confirmed: on(20240401, 1),
	}
}

var (
	fellow    = supported("FELLOWSHIP", "GP")
	preceptee = supported("PRECEPTORSHIP", "NURSE")
	teacher   = &measure.Educator{
		Approved: from(20240101, 1),
		Teaching: []measure.Span{{First: 20240101, Amount: 1, Label: "NURSE"}, {First: 20240601, Amount: 1, Label: "PARAMEDIC"}},
	}
)

// finished is a programme that people have completed.
func finished(category string) *measure.Programme {
	return &measure.Programme{Category: category, Attended: on(20240601, 14), Finished: on(20240601, 13)}
}

// Every measure of the set counts what its indicator is about, and lets go by
// what it is not.
func TestTheSetCounts(t *testing.T) {
	rules := make(map[string]*measure.Rule)
	for _, c := range kpi.Founding() {
		d, ok := c.(kpi.PublishKPIDefinition)
		if !ok {
			continue
		}
		for _, m := range d.Measures {
			r, errs := measure.Compile(measure.ExpressionsOf(m))
			if errs != nil {
				t.Fatalf("%s %s: %v", d.Code, m.Measure, errs)
			}
			rules[d.Code+" "+m.Measure] = r
		}
	}
	tried := make(map[string]bool)
	for _, c := range counts {
		r := rules[c.of]
		if r == nil {
			t.Errorf("there is no %s", c.of)
			continue
		}
		got, err := r.Spans(c.thing)
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s of %+v: got %v (%v), want %v", c.of, c.thing, got, err, c.want)
		}
		tried[c.of] = tried[c.of] || len(c.want) > 0
	}
	for of := range rules {
		if !tried[of] {
			t.Errorf("%s counts nothing that is tried", of)
		}
	}
}

// The set has the indicators that were constructed, all of them valid commands
// in the order of their codes, and says that it is constructed.
func TestFounding(t *testing.T) {
	s := newNation()
	want := []string{"WP1", "WP2", "WP3", "WP4", "CR1", "CR2", "CR3", "CR4", "CR5", "ED1", "ED2", "ED3", "ED4", "ED5", "ED6", "ED7", "LM1", "LM2", "LM3", "LM4"}
	var got []string
	var set domain.KPISetAdopted
	for i, c := range kpi.Founding() {
		domaintest.Fields(t, c)
		decided, err := s.Decide(nil, domain.Command{Data: c}, time.Date(2019, 4, 1, 10, 0, 0, 0, time.UTC), domain.CurrentRules)
		if err != nil {
			t.Fatal(err)
		}
		e := decided.Drafts[0].Event
		s.Evolve(domain.Recorded{Revision: int64(i), Event: e})
		switch e := e.(type) {
		case domain.KPIDefinitionPublished:
			got = append(got, e.Code)
			if !e.Constructed || e.SourceDoc == "" || e.From != domain.MustHalfYear("2019H1") || e.Version != 1 {
				t.Errorf("%s: got %+v", e.Code, e)
			}
		case domain.KPISetAdopted:
			set = e
		}
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if len(set.Members) != len(want) || set.Set != "TH-KPI" || set.Version != 1 || set.From != domain.MustHalfYear("2019H1") {
		t.Errorf("the set: got %+v", set)
	}
	first := func() *domain.KPIMeasure { return &kpi.Founding()[0].(kpi.PublishKPIDefinition).Measures[0] }
	if one, other := first(), first(); one == other {
		t.Error("two calls share a list, which one may change")
	}
}

// Each kind of return is due a month after its half-year.
func TestCalendar(t *testing.T) {
	var got []string
	for _, c := range kpi.Calendar(domain.MustHalfYear("2019H2")) {
		domaintest.Fields(t, c)
		one := c.(kpi.PublishReturnCalendar)
		got = append(got, fmt.Sprint(one.Kind, " ", one.Period, " ", one.DueOn))
	}
	want := []string{
		"KPI 2019H1 2019-10-31", "ACTIVITY 2019H1 2019-10-31", "FINANCIAL 2019H1 2019-10-31",
		"KPI 2019H2 2020-04-30", "ACTIVITY 2019H2 2020-04-30", "FINANCIAL 2019H2 2020-04-30",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if before := kpi.Calendar(domain.MustHalfYear("2018H2")); before != nil {
		t.Errorf("before it begins: got %v", before)
	}
}
