package wire_test

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/environment"
)

// Samples of where learners may learn. A PCN and two of its practices apply.

var (
	application = thing(0x90)
	refused     = thing(0x91) // another application
	le          = thing(0x92)
	looked      = thing(0x93)
	action      = thing(0x94)
	suspension  = thing(0x95)
	concern     = thing(0x96)

	sites      = []string{"A81001", "A81002"}
	learners   = []string{"GP_SPECIALTY_TRAINEE", "NURSING_STUDENT"}
	assessment = []domain.SelfAssessment{
		{Domain: domain.QualityEnvironment, Rating: domain.RatingMet}, {Domain: domain.QualityGovernance, Rating: domain.RatingMet},
		{Domain: domain.QualityLearners, Rating: domain.RatingPartlyMet}, {Domain: domain.QualityEducators, Rating: domain.RatingMet},
		{Domain: domain.QualityProgrammes, Rating: domain.RatingMet}, {Domain: domain.QualityWorkforce, Rating: domain.RatingNotMet},
	}
	panel = []domain.PanelMember{{Person: chair, Party: "LA002"}, {Person: nurse, Party: university}, {Person: officer, Party: "QE1"}}
	tasks = []domain.LEAction{{Action: action, What: "Give learners of the branch surgery access to the records system", Due: date("2024-09-30")}}
)

var environmentEvents = []domain.Event{
	domain.LEApplicationSubmitted{
		Application: application, LE: le, Hub: "QE1~fylde-coast", Applicant: "U68696", Sites: sites, Professions: learners,
		SelfAssessment: assessment, On: date("2024-04-15")},
	domain.LEVisitHeld{Visit: looked, Application: application, LE: le, Kind: domain.LEVisit, On: date("2024-05-09")},
	domain.LEVisitHeld{Visit: thing(0x97), Application: refused, LE: thing(0x98), Kind: domain.LEDeskReview, On: date("2024-05-10")},
	domain.LEApprovalRecommended{
		Application: application, LE: le, Hub: "QE1~fylde-coast", Panel: panel, Outcome: domain.LEWithActions,
		Reason: "Learners speak well of it; one site lacks access to records.", On: date("2024-05-16")},
	domain.LEApprovalDecided{
		Application: application, LE: le, School: "SCH01", Outcome: domain.LEWithActions, From: date("2024-06-01"), To: date("2026-05-31"),
		Professions: learners, Sites: sites, Actions: tasks, Framework: "2021", Reason: "As recommended.", On: date("2024-05-28")},
	domain.LEApprovalDecided{
		Application: refused, LE: thing(0x98), School: "SCH01", Outcome: domain.LENotApproved, Framework: "2021",
		Reason: "There is nobody to supervise.", On: date("2024-05-28")},
	domain.LEActionCompleted{Action: action, Application: application, LE: le, Due: date("2024-09-30"), On: date("2024-09-12")},
	domain.LEApprovalLapsed{Application: application, LE: le, On: date("2026-05-31"), Reason: "It ran out."},
	domain.LESuspended{
		Suspension: suspension, LE: le, By: "SCH01", ISFCategory: 3, Reason: "No supervisor was on site for two weeks.", From: date("2025-02-03"), IncludesRunning: true},
	domain.LESuspended{Suspension: thing(0x99), LE: le, By: "NHSE", Reason: "While a concern is looked into.", From: date("2025-06-02")},
	domain.LEReinstated{Suspension: suspension, LE: le, On: date("2025-03-03"), Reason: "A second supervisor is approved."},
	domain.QualityConcernRaised{
		Concern: concern, LE: le, Domain: domain.QualityEducators, Risk: domain.RiskHigh, Subject: "Learners without a supervisor on site", On: date("2025-01-27")},
	domain.QualityConcernClosed{Concern: concern, LE: le, On: date("2025-03-10"), Outcome: "The rota names a supervisor for each day."},
}

var environmentCommands = []domain.CommandData{
	environment.SubmitLEApplication{
		Application: application, LE: le, Hub: "QE1~fylde-coast", Applicant: "U68696", Sites: sites, Professions: learners,
		SelfAssessment: assessment, On: date("2024-04-15")},
	environment.SubmitLEApplication{
		Applicant: "A81003", Sites: []string{"A81003"}, Professions: []string{"NURSING_STUDENT"}, SelfAssessment: assessment, On: date("2024-04-16")},
	environment.RecordLEVisit{Visit: looked, Application: application, Kind: domain.LEVisit, On: date("2024-05-09")},
	environment.RecordLEVisit{Application: refused, Kind: domain.LEDeskReview, On: date("2024-05-10")},
	environment.RecommendLEApproval{
		Application: application, Panel: panel, Outcome: domain.LEWithActions,
		Reason: "Learners speak well of it; one site lacks access to records.", On: date("2024-05-16")},
	environment.DecideLEApproval{
		Application: application, School: "SCH01", Outcome: domain.LEWithActions, From: date("2024-06-01"), To: date("2026-05-31"),
		Professions: learners, Sites: sites, Actions: tasks, Framework: "2021", Reason: "As recommended.", On: date("2024-05-28")},
	environment.DecideLEApproval{
		Application: refused, School: "SCH01", Outcome: domain.LENotApproved, Framework: "2021", Reason: "There is nobody to supervise.", On: date("2024-05-28")},
	environment.CompleteLEAction{Action: action, On: date("2024-09-12")},
	environment.LapseLEApproval{Application: application, On: date("2026-05-31"), Reason: "It ran out."},
	environment.SuspendLE{
		Suspension: suspension, LE: le, By: "SCH01", ISFCategory: 3, Reason: "No supervisor was on site for two weeks.", From: date("2025-02-03"), IncludesRunning: true},
	environment.SuspendLE{LE: le, By: "NHSE", Reason: "While a concern is looked into.", From: date("2025-06-02")},
	environment.ReinstateLE{Suspension: suspension, On: date("2025-03-03"), Reason: "A second supervisor is approved."},
	environment.RaiseQualityConcern{
		Concern: concern, LE: le, Domain: domain.QualityEducators, Risk: domain.RiskHigh, Subject: "Learners without a supervisor on site", On: date("2025-01-27")},
	environment.RaiseQualityConcern{LE: le, Domain: domain.QualityGovernance, Risk: domain.RiskLow, Subject: "Minutes came late", On: date("2025-04-07")},
	environment.CloseQualityConcern{Concern: concern, On: date("2025-03-10"), Outcome: "The rota names a supervisor for each day."},
}
