package wire_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/planning"
)

// Samples of what a hub knows and what is needed.

var (
	intelligence = thing(0x10)
	exercise     = thing(0x11)
	consultation = thing(0x12)
	need         = thing(0x13)
	supervision  = thing(0x16) // another need

	planLines = []domain.PlanLine{
		{RoleType: "CLINICAL_PHARMACIST", Baseline: 2_600_000_000, Target: 4 * domain.OneFTE},
		{RoleType: "GP", Baseline: 21_500_000_000, Target: 22_250_000_000},
	}
)

var planningEvents = []domain.Event{
	domain.IntelligenceReceived{
		Intelligence: intelligence, Hub: "QE1", Source: "NHS England: General Practice Workforce, 31 March 2024", Scope: domain.ScopeNational, NHS: true,
		Kind: domain.KindStatistic, Channel: domain.ChannelStatRelease, Subject: "Practice nurses who may prescribe", DocHash: paper, On: date("2024-04-26")},
	domain.IntelligenceReceived{
		Intelligence: thing(0x14), Hub: "QE1~fylde-coast", Source: "Local Medical Committee", Scope: domain.ScopeLocal,
		Kind: domain.KindFeedback, Channel: domain.ChannelNetwork, Subject: "Practices can't release nurses on Mondays", On: date("2024-05-02")},
	domain.ConsultationRecorded{Consultation: consultation, Hub: "QE1", Parties: []string{"QE1", "U68696"}, On: date("2024-05-09"), Subject: "Nurse prescribing", Needs: []uuid.UUID{need}},
	domain.ConsultationRecorded{Consultation: thing(0x15), Hub: "QE1", Parties: []string{"UKPRN-10007814"}, On: date("2024-05-14"), Subject: "Places on courses next year"},
	domain.TrainingNeedsExerciseOpened{Exercise: exercise, Hub: "QE1", Title: "Training needs of practice nurses 2024", Method: "SURVEY", On: date("2024-04-08")},
	domain.TrainingNeedsExerciseClosed{Exercise: exercise, On: date("2024-05-03"), Asked: 412, Responses: 187},
	domain.TrainingNeedIdentified{
		Need: need, Hub: "QE1", Title: "Independent prescribing", Audience: "General practice nurses", PCNs: []string{"U68696", "U93165"},
		Evidence: []uuid.UUID{intelligence, exercise}, Urgency: domain.UrgencyHigh, On: date("2024-05-10")},
	domain.TrainingNeedIdentified{
		Need: supervision, Hub: "QE1", Title: "Supervision of learners", Audience: "All clinical staff", Evidence: []uuid.UUID{consultation}, Urgency: domain.UrgencyLow, On: date("2024-05-15")},
	domain.TrainingNeedMet{Need: need, On: date("2025-03-14"), How: "Twelve nurses completed the course."},
	domain.TrainingNeedWithdrawn{Need: supervision, On: date("2024-08-30"), Reason: "A national programme now offers it."},
	domain.WorkforcePlanSubmitted{Plan: plan, Hub: "QE1", PCN: "U68696", FY: fy24, Lines: planLines, On: date("2024-05-31")},
	domain.WorkforcePlanRevised{Plan: plan, Hub: "QE1", PCN: "U68696", FY: fy24, Revision: 2, Lines: planLines[:1], On: date("2024-09-30"), Reason: "A pharmacist moved to another PCN."},
	domain.WorkforcePlanEndorsed{Plan: plan, Hub: "QE1", PCN: "U68696", FY: fy24, Revision: 2, On: date("2024-10-10")},
	domain.WorkforceConversationHeld{Conversation: thing(0x17), Hub: "QE1", PCN: "U68696", On: date("2024-05-22"), Topics: []string{"ARRS_ROLES", "RETENTION"}},
}

var planningCommands = []domain.CommandData{
	planning.ReceiveIntelligence{
		Intelligence: intelligence, Source: "NHS England: General Practice Workforce, 31 March 2024", Scope: domain.ScopeNational, NHS: true,
		Kind: domain.KindStatistic, Channel: domain.ChannelStatRelease, Subject: "Practice nurses who may prescribe", DocHash: paper, On: date("2024-04-26")},
	planning.ReceiveIntelligence{
		Hub: "QE1~fylde-coast", Source: "Local Medical Committee", Scope: domain.ScopeLocal,
		Kind: domain.KindFeedback, Channel: domain.ChannelNetwork, Subject: "Practices can't release nurses on Mondays", On: date("2024-05-02")},
	planning.RecordConsultation{Consultation: consultation, Parties: []string{"QE1", "U68696"}, On: date("2024-05-09"), Subject: "Nurse prescribing", Needs: []uuid.UUID{need}},
	planning.RecordConsultation{Hub: "QE1~fylde-coast", Parties: []string{"UKPRN-10007814"}, On: date("2024-05-14"), Subject: "Places on courses next year"},
	planning.OpenTrainingNeedsExercise{Exercise: exercise, Title: "Training needs of practice nurses 2024", Method: "SURVEY", On: date("2024-04-08")},
	planning.OpenTrainingNeedsExercise{Hub: "QE1~fylde-coast", Title: "Reception teams", Method: "WORKSHOP", On: date("2024-04-15")},
	planning.CloseTrainingNeedsExercise{Exercise: exercise, On: date("2024-05-03"), Asked: 412, Responses: 187},
	planning.IdentifyTrainingNeed{
		Need: need, Title: "Independent prescribing", Audience: "General practice nurses", PCNs: []string{"U68696", "U93165"},
		Evidence: []uuid.UUID{intelligence, exercise}, Urgency: domain.UrgencyHigh, On: date("2024-05-10")},
	planning.IdentifyTrainingNeed{Hub: "QE1~fylde-coast", Title: "Supervision of learners", Audience: "All clinical staff", Evidence: []uuid.UUID{consultation}, Urgency: domain.UrgencyLow, On: date("2024-05-15")},
	planning.MeetTrainingNeed{Need: need, On: date("2025-03-14"), How: "Twelve nurses completed the course."},
	planning.WithdrawTrainingNeed{Need: supervision, On: date("2024-08-30"), Reason: "A national programme now offers it."},
	planning.SubmitWorkforcePlan{Plan: plan, PCN: "U68696", FY: fy24, Lines: planLines, On: date("2024-05-31")},
	planning.SubmitWorkforcePlan{Hub: "QE1~fylde-coast", PCN: "U93165", FY: fy24, Lines: planLines, On: date("2024-05-31")},
	planning.ReviseWorkforcePlan{Plan: plan, Lines: planLines[:1], On: date("2024-09-30"), Reason: "A pharmacist moved to another PCN."},
	planning.EndorseWorkforcePlan{Plan: plan, Revision: 2, On: date("2024-10-10")},
	planning.RecordWorkforceConversation{Conversation: thing(0x17), PCN: "U68696", On: date("2024-05-22"), Topics: []string{"ARRS_ROLES", "RETENTION"}},
	planning.RecordWorkforceConversation{Hub: "QE1~fylde-coast", PCN: "U93165", On: date("2024-05-23"), Topics: []string{"SUPERVISION"}},
}
