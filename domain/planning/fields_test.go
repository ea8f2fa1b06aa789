package planning_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/planning"
)

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, planning.ReceiveIntelligence{Hub: "x"}, "/hub", "/source", "/scope", "/kind", "/channel", "/subject", "/on")
	domaintest.Fields(t, planning.ReceiveIntelligence{
		Source: "a", Scope: domain.ScopeLocal, Kind: domain.KindFeedback, Channel: domain.ChannelSurvey, Subject: "b", On: 20220401,
	}, "/docHash")
	for _, c := range []domain.Channel{domain.ChannelMeeting, domain.ChannelSocial, domain.ChannelNetwork} { // no document is asked for
		domaintest.Fields(t, planning.ReceiveIntelligence{Source: "a", Scope: domain.ScopeLocal, Kind: domain.KindFeedback, Channel: c, Subject: "b", On: 20220401})
	}
	domaintest.Fields(t, planning.RecordConsultation{}, "/parties", "/on", "/subject")
	domaintest.Fields(t, planning.RecordConsultation{
		Hub: "x", Parties: []string{"LA001", "?", "LA001"}, On: 20220401, Subject: "a", Needs: []uuid.UUID{id1, {}, id1},
	}, "/hub", "/parties/1", "/parties/2", "/needRefs/1", "/needRefs/2")
	domaintest.Fields(t, planning.OpenTrainingNeedsExercise{Hub: "x"}, "/hub", "/title", "/method", "/on")
	domaintest.Fields(t, planning.CloseTrainingNeedsExercise{Asked: -1, Responses: -1}, "/exercise", "/on", "/asked", "/responses")
	domaintest.Fields(t, planning.CloseTrainingNeedsExercise{Exercise: id1, On: 20220401, Asked: 3, Responses: 4}, "/responses")
	domaintest.Fields(t, planning.CloseTrainingNeedsExercise{Exercise: id1, On: 20220401, Responses: 4}) // it is not known how many were asked
	domaintest.Fields(t, planning.IdentifyTrainingNeed{Hub: "x", PCNs: []string{"A81001"}}, "/hub", "/title", "/audience", "/pcns/0", "/evidenceRefs", "/urgency", "/on")
	domaintest.Fields(t, planning.MeetTrainingNeed{}, "/need", "/on", "/how")
	domaintest.Fields(t, planning.WithdrawTrainingNeed{}, "/need", "/on", "/reason")
	domaintest.Fields(t, planning.SubmitWorkforcePlan{Hub: "x"}, "/hub", "/pcn", "/fy", "/lines", "/on")
	domaintest.Fields(t, planning.SubmitWorkforcePlan{PCN: "U00001", FY: year("2022/23"), On: 20220401, Lines: []domain.PlanLine{
		{RoleType: "PARAMEDIC", Baseline: -1, Target: -1}, {RoleType: "paramedic"}, {RoleType: "PARAMEDIC", Baseline: 10_001 * domain.OneFTE},
	}}, "/lines/0/baselineFTE", "/lines/0/targetFTE", "/lines/1/roleType", "/lines/2/roleType", "/lines/2/baselineFTE")
	domaintest.Fields(t, planning.ReviseWorkforcePlan{}, "/plan", "/lines", "/on", "/reason")
	domaintest.Fields(t, planning.EndorseWorkforcePlan{}, "/plan", "/revision", "/on")
	domaintest.Fields(t, planning.RecordWorkforceConversation{Hub: "x"}, "/hub", "/pcn", "/on", "/topics")
	domaintest.Fields(t, planning.RecordWorkforceConversation{PCN: "U00001", On: 20220401, Topics: []string{"RETENTION", "x", "RETENTION"}}, "/topics/1", "/topics/2")
}

// Every command and every event of the room is one that it handles and takes.
func TestRoom(t *testing.T) {
	s := planning.New("QE1")
	for _, c := range []domain.CommandData{
		planning.ReceiveIntelligence{}, planning.RecordConsultation{}, planning.OpenTrainingNeedsExercise{}, planning.CloseTrainingNeedsExercise{},
		planning.IdentifyTrainingNeed{}, planning.MeetTrainingNeed{}, planning.WithdrawTrainingNeed{}, planning.SubmitWorkforcePlan{},
		planning.ReviseWorkforcePlan{}, planning.EndorseWorkforcePlan{}, planning.RecordWorkforceConversation{},
	} {
		if !s.Handles(c) {
			t.Errorf("%s is not handled", c.CommandName())
		}
	}
	for _, e := range []domain.Event{
		domain.IntelligenceReceived{}, domain.ConsultationRecorded{}, domain.TrainingNeedsExerciseOpened{}, domain.TrainingNeedsExerciseClosed{},
		domain.TrainingNeedIdentified{}, domain.TrainingNeedMet{}, domain.TrainingNeedWithdrawn{}, domain.WorkforcePlanSubmitted{},
		domain.WorkforcePlanRevised{}, domain.WorkforcePlanEndorsed{}, domain.WorkforceConversationHeld{},
	} {
		if !s.Takes(e) {
			t.Errorf("%s is not taken", e.EventType())
		}
	}
	if s.Takes(domain.HubRegistered{}) || s.Handles(another{}) {
		t.Error("what is of another room was taken")
	}
}

type another struct{}

func (another) CommandName() string          { return "another-room" }
func (another) Validate(*domain.FieldErrors) {}
