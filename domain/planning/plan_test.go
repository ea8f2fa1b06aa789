package planning_test

import (
	"reflect"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/planning"
)

var (
	few = []domain.PlanLine{
		{RoleType: "CLINICAL_PHARMACIST", Baseline: domain.OneFTE, Target: 2 * domain.OneFTE},
		{RoleType: "PARAMEDIC", Target: domain.OneFTE / 2},
	}
	more = []domain.PlanLine{{RoleType: "PARAMEDIC", Target: domain.OneFTE}}

	submitted = domain.WorkforcePlanSubmitted{Plan: id1, Hub: "QE1", PCN: "U00002", FY: year("2022/23"), Lines: few, On: 20220501}
	revised   = domain.WorkforcePlanRevised{
		Plan: id1, Hub: "QE1", PCN: "U00002", FY: year("2022/23"), Revision: 2, Lines: more, On: 20220901, Reason: "a practice joined",
	}
)

func endorsed(revision int, day domain.Date) domain.WorkforcePlanEndorsed {
	return domain.WorkforcePlanEndorsed{Plan: id1, Hub: "QE1", PCN: "U00002", FY: year("2022/23"), Revision: revision, On: day}
}

func TestPlan(t *testing.T) {
	submit := planning.SubmitWorkforcePlan(submitted)
	submit.Lines = []domain.PlanLine{few[1], few[0]}
	revise := planning.ReviseWorkforcePlan{Plan: id1, Lines: more, On: 20220901, Reason: "a practice joined"}
	endorse := func(revision int, day domain.Date) planning.EndorseWorkforcePlan {
		return planning.EndorseWorkforcePlan{Plan: id1, Revision: revision, On: day}
	}
	unnamed := with(submit, func(c *planning.SubmitWorkforcePlan) { c.Plan = uuid.Nil })
	late := with(submit, func(c *planning.SubmitWorkforcePlan) { c.On = 20230401 })
	run(t, []domaintest.Case{
		{Name: "a PCN submits a plan", When: submit, Then: []domain.Event{submitted}},
		{Name: "with an id made for it", When: unnamed, Then: []domain.Event{
			with(submitted, func(e *domain.WorkforcePlanSubmitted) { e.Plan = domain.NewID(domaintest.CommandID, "plan") }),
		}},
		{Name: "that stands under its own", Given: []domain.Event{submitted}, When: unnamed},
		{Name: "one of a year", Given: []domain.Event{submitted}, When: with(submit, func(c *planning.SubmitWorkforcePlan) { c.Plan = id2 }), Refused: "I-PLN-9"},
		{Name: "with what it said", Given: []domain.Event{submitted}, When: with(submit, func(c *planning.SubmitWorkforcePlan) { c.Lines = more }), Refused: "I-PLN-9"},
		{Name: "the next year has another", Given: []domain.Event{submitted}, When: with(submit, func(c *planning.SubmitWorkforcePlan) { c.FY = year("2023/24") }), Refused: "I-PLN-2"},
		{Name: "and not that of something else", Given: []domain.Event{survey}, When: submit, Refused: "I-PLN-2"},
		{Name: "while the year lasts", When: late, Refused: "I-PLN-10", Prevents: true},
		{
			Name: "but if it came late it is written down", When: late, Happened: 20230401,
			Then: []domain.Event{with(submitted, func(e *domain.WorkforcePlanSubmitted) { e.On = 20230401 })}, Breaches: []domain.Rule{"I-PLN-10"},
		},
		{Name: "a PCN that is registered", When: with(submit, func(c *planning.SubmitWorkforcePlan) { c.PCN = "U00003" }), Refused: "I-PLN-1"},
		{Name: "and open", When: with(submit, func(c *planning.SubmitWorkforcePlan) { c.PCN, c.FY, c.On = "U00001", year("2023/24"), 20230401 }), Refused: "I-PLN-5", Prevents: true},
		{Name: "to a hub of the ICS", When: with(submit, func(c *planning.SubmitWorkforcePlan) { c.Hub = "QF7" }), Refused: "I-PLN-1"},
		{Name: "that is there", When: with(submit, func(c *planning.SubmitWorkforcePlan) { c.On = 20190331 }), Refused: "I-PLN-4", Prevents: true},
		{Name: "not tomorrow", When: with(submit, func(c *planning.SubmitWorkforcePlan) { c.FY, c.On = year("2024/25"), 20240604 }), Refused: "I-PLN-3"},

		{Name: "it is revised", Given: []domain.Event{submitted}, When: revise, Then: []domain.Event{revised}},
		{Name: "not before it was submitted", Given: []domain.Event{submitted}, When: with(revise, func(c *planning.ReviseWorkforcePlan) { c.On = 20220430 }), Refused: "I-PLN-11"},
		{Name: "nor after its year", Given: []domain.Event{submitted}, When: with(revise, func(c *planning.ReviseWorkforcePlan) { c.On = 20230401 }), Refused: "I-PLN-10", Prevents: true},
		{Name: "nor tomorrow", Given: []domain.Event{with(submitted, func(e *domain.WorkforcePlanSubmitted) { e.FY = year("2024/25") })}, When: with(revise, func(c *planning.ReviseWorkforcePlan) { c.On = 20240604 }), Refused: "I-PLN-3"},
		{Name: "nor if there is none", When: revise, Refused: "I-PLN-1"},

		{Name: "it is endorsed", Given: []domain.Event{submitted}, When: endorse(1, 20220501), Then: []domain.Event{endorsed(1, 20220501)}},
		{Name: "and again as revised", Given: []domain.Event{submitted, endorsed(1, 20220501), revised}, When: endorse(2, 20220901), Then: []domain.Event{endorsed(2, 20220901)}},
		{Name: "as it is", Given: []domain.Event{submitted, revised}, When: endorse(1, 20220901), Refused: "I-PLN-11"},
		{Name: "not as it may be", Given: []domain.Event{submitted}, When: endorse(2, 20220901), Refused: "I-PLN-11"},
		{Name: "once", Given: []domain.Event{submitted, endorsed(1, 20220501)}, When: endorse(1, 20220502), Refused: "I-PLN-11"},
		{Name: "not before it is so", Given: []domain.Event{submitted}, When: endorse(1, 20220430), Refused: "I-PLN-11"},
		{Name: "nor tomorrow either", Given: []domain.Event{submitted}, When: endorse(1, 20240604), Refused: "I-PLN-3"},
		{Name: "nor what is not there", When: endorse(1, 20220501), Refused: "I-PLN-1"},
	}, "I-PLN-1", "I-PLN-2", "I-PLN-3", "I-PLN-4", "I-PLN-5", "I-PLN-9", "I-PLN-10", "I-PLN-11")
}

// The plan of a day is its revision of then, and endorsed if that was.
func TestPlanOn(t *testing.T) {
	s := recorded(submitted, endorsed(1, 20220601), revised, endorsed(2, 20221001))
	for _, c := range []struct {
		day  domain.Date
		want planning.Plan
	}{
		{20220430, planning.Plan{}},
		{20220501, planning.Plan{ID: id1, Revision: 1, Lines: few}},
		{20220601, planning.Plan{ID: id1, Revision: 1, Lines: few, Endorsed: true}},
		{20220831, planning.Plan{ID: id1, Revision: 1, Lines: few, Endorsed: true}},
		{20220901, planning.Plan{ID: id1, Revision: 2, Lines: more}},
		{20221001, planning.Plan{ID: id1, Revision: 2, Lines: more, Endorsed: true}},
	} {
		got, ok := s.PlanOn("U00002", year("2022/23"), c.day)
		if !reflect.DeepEqual(got, c.want) || ok != (c.want.ID != uuid.Nil) {
			t.Errorf("on %s: got %+v %t, want %+v", c.day, got, ok, c.want)
		}
	}
	if _, ok := s.PlanOn("U00002", year("2023/24"), 20221001); ok {
		t.Error("the plan of one year was given for another")
	}
	if !s.Submitted(id1) || s.Submitted(id2) {
		t.Error("a plan is there when it is submitted, and only then")
	}
}

func TestSpeak(t *testing.T) {
	held := domain.WorkforceConversationHeld{Conversation: id1, Hub: "QE1", PCN: "U00001", On: 20220601, Topics: []string{"ARRS_ROLES", "RETENTION"}}
	speak := planning.RecordWorkforceConversation(held)
	speak.Topics = []string{"RETENTION", "ARRS_ROLES"}
	run(t, []domaintest.Case{
		{Name: "the hub speaks with a PCN", When: speak, Then: []domain.Event{held}},
		{Name: "for ever so", Given: []domain.Event{held}, When: with(speak, func(c *planning.RecordWorkforceConversation) { c.Topics = c.Topics[:1] }), Refused: "I-PLN-2"},
		{Name: "one that is registered as such", When: with(speak, func(c *planning.RecordWorkforceConversation) { c.PCN = "U00003" }), Refused: "I-PLN-1"},
		{Name: "and open", When: with(speak, func(c *planning.RecordWorkforceConversation) { c.On = 20230401 }), Refused: "I-PLN-5", Prevents: true},
		{Name: "not tomorrow", When: with(speak, func(c *planning.RecordWorkforceConversation) { c.PCN, c.On = "U00002", 20240604 }), Refused: "I-PLN-3"},
		{Name: "a hub of the ICS", When: with(speak, func(c *planning.RecordWorkforceConversation) { c.Hub = "QF7" }), Refused: "I-PLN-1"},
		{Name: "that is there", When: with(speak, func(c *planning.RecordWorkforceConversation) { c.On = 20190331 }), Refused: "I-PLN-4", Prevents: true},
	}, "I-PLN-1", "I-PLN-2", "I-PLN-3", "I-PLN-4", "I-PLN-5")
}
