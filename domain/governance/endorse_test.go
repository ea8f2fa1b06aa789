package governance_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/governance"
)

var (
	quorate   = met(id1, true, stay(chair, "GP", true), stay(lay, "LAY", true))
	inquorate = met(id1, false, stay(chair, "GP", true))
)

// ofBoard is a quorate meeting of another body.
func ofBoard() domain.MeetingHeld {
	m := quorate
	m.Body = "BOARD"
	return m
}

func TestEndorse(t *testing.T) {
	priority := domain.PriorityEndorsed{
		Priority: id2, ICB: "QE1", Title: "retain nurses", Beneficiaries: []domain.Beneficiary{domain.BenefitGP, domain.BenefitPCN},
		From: 20220601, To: 20230331, Meeting: id1, Item: "7",
	}
	of := func(change func(*governance.EndorsePriority)) governance.EndorsePriority {
		c := governance.EndorsePriority{
			Priority: id2, Title: "retain nurses", Beneficiaries: []domain.Beneficiary{domain.BenefitPCN, domain.BenefitGP},
			From: 20220601, To: 20230331, Meeting: id1, Item: "7",
		}
		change(&c)
		return c
	}
	asIs := of(func(*governance.EndorsePriority) {})
	until := of(func(c *governance.EndorsePriority) { c.To = 20220601 })
	ended := priority
	ended.To = 20220601
	derived := priority
	derived.Priority = domain.NewID(domaintest.CommandID, "priority")
	before := of(func(c *governance.EndorsePriority) { c.From = 20220531 })
	later := quorate
	later.On, later.Meeting = 20230101, id3
	laterEnd := of(func(c *governance.EndorsePriority) { c.Meeting, c.To = id3, 20221231 })

	run(t, []domaintest.Case{
		{Name: "the group endorses a priority", Given: []domain.Event{quorate}, When: asIs, Then: []domain.Event{priority}},
		{Name: "with an id made for it", Given: []domain.Event{quorate}, When: of(func(c *governance.EndorsePriority) { c.Priority = uuid.Nil }), Then: []domain.Event{derived}, Anew: true},
		{Name: "and ends it", Given: []domain.Event{quorate, priority}, When: until, Then: []domain.Event{ended}},
		{Name: "not before it decides that", Given: []domain.Event{quorate, priority, later}, When: laterEnd, Refused: "I-GOV-9", Prevents: true},
		{Name: "nor what it begins", Given: []domain.Event{quorate}, When: before, Refused: "I-GOV-9", Prevents: true},
		{Name: "its title stays", Given: []domain.Event{quorate, priority}, When: of(func(c *governance.EndorsePriority) { c.Title = "x" }), Refused: "I-GOV-2"},
		{Name: "and whom it helps", Given: []domain.Event{quorate, priority}, When: of(func(c *governance.EndorsePriority) { c.Beneficiaries = c.Beneficiaries[:1] }), Refused: "I-GOV-2"},
		{Name: "and its first day", Given: []domain.Event{quorate, priority}, When: of(func(c *governance.EndorsePriority) { c.From = 20220701 }), Refused: "I-GOV-2"},
		{Name: "what has the id of something else is none", Given: []domain.Event{quorate}, When: of(func(c *governance.EndorsePriority) { c.Priority = id1 }), Refused: "I-GOV-2"},
		{Name: "another body can't", Given: []domain.Event{ofBoard()}, When: asIs, Refused: "I-GOV-9", Prevents: true},
		{Name: "nor too few", Given: []domain.Event{inquorate}, When: asIs, Refused: "I-GOV-9", Prevents: true},
		{
			Name: "but if they did it is written down", Given: []domain.Event{inquorate}, When: asIs, Happened: 20220601,
			Then: []domain.Event{priority}, Breaches: []domain.Rule{"I-GOV-9"},
		},
		{Name: "nor a meeting that is not recorded", When: asIs, Refused: "I-GOV-1"},
		{Name: "nor one without the item", Given: []domain.Event{quorate}, When: of(func(c *governance.EndorsePriority) { c.Item = "8" }), Refused: "I-GOV-1"},
	}, "I-GOV-1", "I-GOV-2", "I-GOV-9")

	for _, c := range []struct {
		given          []domain.Event
		day            domain.Date
		current, known bool
	}{
		{nil, 20220601, false, false},
		{[]domain.Event{priority}, 20220531, false, true},
		{[]domain.Event{priority}, 20220601, true, true},
		{[]domain.Event{priority}, 20230331, true, true},
		{[]domain.Event{priority}, 20230401, false, true},
		{[]domain.Event{priority, ended}, 20220602, false, true},
	} {
		if current, known := recorded(c.given...).PriorityOn(id2, c.day); current != c.current || known != c.known {
			t.Errorf("after %v on %s: got %t %t", c.given, c.day, current, known)
		}
	}
}

func TestConfirm(t *testing.T) {
	confirm := governance.ConfirmPlanAlignment{Confirmation: id2, Plans: []uuid.UUID{id3}, Meeting: id1, Item: "7"}
	confirmed := domain.PlanAlignmentConfirmed{Confirmation: id2, Hub: "QE1", Plans: []uuid.UUID{id3}, Meeting: id1, Item: "7", On: 20220601}
	unknown := confirm
	unknown.Plans = []uuid.UUID{id3, id2}
	run(t, []domaintest.Case{
		{Name: "the group finds plans aligned", Given: []domain.Event{quorate}, When: confirm, Then: []domain.Event{confirmed}},
		{Name: "that stays so", Given: []domain.Event{inquorate, confirmed}, When: confirm},
		{Name: "for ever", Given: []domain.Event{quorate, confirmed}, When: unknown, Refused: "I-GOV-2"},
		{Name: "if they are submitted", Given: []domain.Event{quorate}, When: unknown, Refused: "I-GOV-1"},
		{Name: "not another body", Given: []domain.Event{ofBoard()}, When: confirm, Refused: "I-GOV-9", Prevents: true},
		{Name: "in a meeting", When: confirm, Refused: "I-GOV-1"},
	}, "I-GOV-1", "I-GOV-2", "I-GOV-9")
}

func TestReviewAndEngage(t *testing.T) {
	review := governance.RecordOversightReview{Review: id1, Hub: "QE1~fylde-coast", On: 20220601, Findings: "on plan", Actions: []string{"share places"}}
	reviewed := domain.OversightReviewHeld{Review: id1, Hub: "QE1~fylde-coast", On: 20220601, Findings: "on plan", Actions: []string{"share places"}}
	ofReview := func(hub domain.HubID, day domain.Date) governance.RecordOversightReview {
		return governance.RecordOversightReview{Hub: hub, On: day, Findings: "on plan"}
	}
	engage := governance.RecordEngagement{Engagement: id2, Forum: "People Summit", On: 20220601, Attendees: []uuid.UUID{lay, chair}}
	engaged := domain.EngagementRecorded{Engagement: id2, Hub: "QE1", Forum: "People Summit", On: 20220601, Attendees: []uuid.UUID{chair, lay}}
	ofEngage := func(hub domain.HubID, day domain.Date) governance.RecordEngagement {
		return governance.RecordEngagement{Hub: hub, Forum: "People Summit", On: day, Attendees: []uuid.UUID{lay}}
	}
	other := engage
	other.Forum = "x"
	run(t, []domaintest.Case{
		{Name: "a locality hub is reviewed", When: review, Then: []domain.Event{reviewed}},
		{Name: "of the ICS", When: ofReview("QF7~north", 20220601), Refused: "I-GOV-1"},
		{Name: "when it is there", When: ofReview("QE1~fylde-coast", 20200331), Refused: "I-GOV-4", Prevents: true},
		{Name: "not tomorrow", When: ofReview("QE1~fylde-coast", 20240604), Refused: "I-GOV-3"},
		{Name: "once so", Given: []domain.Event{reviewed}, When: governance.RecordOversightReview{Review: id1, Hub: "QE1~fylde-coast", On: 20220601, Findings: "late"}, Refused: "I-GOV-2"},
		{Name: "a hub takes part", When: engage, Then: []domain.Event{engaged}},
		{Name: "once so too", Given: []domain.Event{engaged}, When: other, Refused: "I-GOV-2"},
		{Name: "one of the ICS", When: ofEngage("QF7", 20220601), Refused: "I-GOV-1"},
		{Name: "that is there", When: ofEngage("", 20190331), Refused: "I-GOV-4", Prevents: true},
		{Name: "today", When: ofEngage("", 20240604), Refused: "I-GOV-3"},
	}, "I-GOV-1", "I-GOV-2", "I-GOV-3", "I-GOV-4")
}
