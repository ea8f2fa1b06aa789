package wire_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
)

// Samples of programmes, and of the decisions on them.

const (
	university = "UKPRN-10007814"
	company    = "CH-01234567"
	trust      = "RXN"
)

var (
	course    = thing(0x20)
	purchase  = thing(0x21)
	urgent    = thing(0x22)
	clinic    = thing(0x23) // a decision under the Provider Selection Regime
	extension = thing(0x24)
	fellows   = thing(0x25) // a decision on a grant
	award     = thing(0x26)
	breach    = thing(0x27)
	interest1 = thing(0x30)

	cpd        = domain.FundLine{Fund: "PROGRAMME-CPD", FY: fy24}
	cpd25      = domain.FundLine{Fund: "PROGRAMME-CPD", FY: fy25}
	cpdFylde   = domain.FundLine{Hub: "QE1~fylde-coast", Fund: "PROGRAMME-CPD", FY: fy24}
	operations = domain.FundLine{Fund: "OPERATIONAL", FY: fy24}

	options = []domain.AppraisedOption{
		{Key: "NOTHING", Title: "Do nothing"}, {Key: "UNIVERSITY", Title: "Course of the university", Candidate: university}, {Key: "COMPANY", Title: "Course of a company", Candidate: company},
	}
	criteria = []domain.AppraisalCriterion{{Key: "QUALITY", Weight: 60, Most: 5}, {Key: "PRICE", Weight: 40, Most: 5}}
)

var programmeEvents = []domain.Event{
	domain.ProgrammeProposed{
		Programme: course, Hub: "QE1", Title: "Independent prescribing for practice nurses", Mode: domain.ModeProcure, Category: "CLINICAL", Class: domain.ClassFormal,
		Audience: "General practice nurses", Function: "WORKFORCE_DEVELOPMENT", Priorities: []uuid.UUID{priority}, AccountableTo: "NHSE", ResponsibleTo: "QE1",
		PlanObjectives: []string{"3.2"}, Tags: []string{"NURSING", "PRESCRIBING"}},
	domain.ProgrammeProposed{
		Programme: thing(0x28), Hub: "QE1~fylde-coast", Title: "Lunchtime network", Mode: domain.ModeDeliver, Category: "NETWORKING", Class: domain.ClassInformal,
		Audience: "Practice managers", Function: "RETENTION", AccountableTo: "NHSE", ResponsibleTo: "QE1"},
	domain.ProgrammeQualityAssured{
		Programme: course, By: "NMC", Standard: "Standards for prescribing programmes 2023", Accreditation: "NMC-V300-118", CPDPoints: 2650, On: date("2024-02-01"), ValidTo: date("2027-01-31")},
	domain.ProgrammeQualityAssured{Programme: course, By: "SCH01", Standard: "School checklist 2024", On: date("2024-02-12"), ValidTo: date("2025-02-11")},
	domain.ProgrammeLaunched{Programme: course, On: date("2024-09-02")},
	domain.ProgrammeSessionDelivered{Programme: course, Session: thing(0x29), On: date("2024-09-16"), Places: 14, Attended: 13, Completed: 12},
	domain.ProgrammeClosed{Programme: course, On: date("2025-03-31"), Reason: "All sessions were held."},
}

var programmeCommands = []domain.CommandData{
	commissioning.ProposeProgramme{
		Programme: course, Title: "Independent prescribing for practice nurses", Mode: domain.ModeProcure, Category: "CLINICAL", Class: domain.ClassFormal,
		Audience: "General practice nurses", Function: "WORKFORCE_DEVELOPMENT", Priorities: []uuid.UUID{priority}, AccountableTo: "NHSE",
		PlanObjectives: []string{"3.2"}, Tags: []string{"NURSING", "PRESCRIBING"}},
	commissioning.ProposeProgramme{
		Hub: "QE1~fylde-coast", Title: "Lunchtime network", Mode: domain.ModeDeliver, Category: "NETWORKING", Class: domain.ClassInformal, Audience: "Practice managers", Function: "RETENTION"},
	commissioning.AssureProgramme{
		Programme: course, By: "NMC", Standard: "Standards for prescribing programmes 2023", Accreditation: "NMC-V300-118", CPDPoints: 2650, On: date("2024-02-01"), ValidTo: date("2027-01-31")},
	commissioning.AssureProgramme{Programme: course, By: "SCH01", Standard: "School checklist 2024", On: date("2024-02-12"), ValidTo: date("2025-02-11")},
	commissioning.LaunchProgramme{Programme: course, On: date("2024-09-02")},
	commissioning.RecordSession{Programme: course, Session: thing(0x29), On: date("2024-09-16"), Places: 14, Attended: 13, Completed: 12},
	commissioning.RecordSession{Programme: course, On: date("2024-09-30"), Places: 14},
	commissioning.CloseProgramme{Programme: course, On: date("2025-03-31"), Reason: "All sessions were held."},
}

var decisionEvents = []domain.Event{
	domain.DecisionOpened{
		Decision: purchase, Hub: "QE1", Kind: domain.DecisionPurchase, Subject: "Twelve places on a course in independent prescribing", Programme: course,
		Candidates: []string{company, university}, Estimate: 4_500_000, Regime: domain.RegimeBelowThreshold, Route: domain.RouteQuotation, Threshold: "LIGHT_TOUCH", Requester: manager, On: date("2024-05-20")},
	domain.DecisionOpened{
		Decision: extension, Hub: "QE1", Kind: domain.DecisionVariation, Subject: "Four more places", Award: award, Estimate: 5_900_000, Requester: manager, On: date("2024-10-01")},
	domain.ConflictDeclaredForDecision{Decision: purchase, Person: conflicted, Interests: []uuid.UUID{interest1}},
	domain.ConflictDeclaredForDecision{Decision: purchase, Person: chair, Nil: true},
	domain.ConflictManaged{Decision: purchase, Person: conflicted, Mitigation: domain.MitigationLeaves, DecidedBy: chair, Reason: "The member holds shares in a candidate."},
	domain.ConflictManaged{Decision: purchase, Person: nurse, Mitigation: domain.MitigationSupplierOut, Candidate: company, DecidedBy: chair, Reason: "It wrote the specification."},
	domain.MitigationVerified{Decision: purchase, Person: conflicted, Kept: true, By: lay},
	domain.CommissioningOptionsAppraised{Decision: purchase, Options: options, Criteria: criteria, Assessors: []uuid.UUID{lay, nurse}},
	domain.ScoreRecorded{Decision: purchase, Assessor: lay, Option: "UNIVERSITY", Criterion: "QUALITY", Score: 4},
	domain.QuotationReceived{Decision: purchase, Quotation: thing(0x2a), Supplier: university, Gross: 4_320_000, On: date("2024-05-28")},
	domain.WaiverApproved{Decision: urgent, Reason: "Only one body awards this qualification.", By: chair},
	domain.VoteRecorded{Decision: purchase, Person: lay, Vote: domain.VoteFor},
	domain.CommissioningDecisionMade{
		Decision: purchase, Outcome: domain.OutcomeApprove, Candidate: university, Max: 4_320_000, Purpose: "CPD", FundLines: []domain.FundPart{{Line: cpd, Pence: 4_320_000}},
		Needs: []uuid.UUID{need}, Priorities: []uuid.UUID{priority}, Rationale: "It scores best, and the places are needed this year.",
		Authority: domain.DecisionAuthority{Kind: domain.AuthorityMeeting, Meeting: meeting, Item: "7.2"},
		Participants: []domain.Participant{
			{Person: manager, Role: domain.ParticipantAuthor}, {Person: chair, Role: domain.ParticipantChair}, {Person: chair, Role: domain.ParticipantVoter},
			{Person: lay, Role: domain.ParticipantScorer}, {Person: lay, Role: domain.ParticipantVoter}, {Person: nurse, Role: domain.ParticipantVoter}},
		ReliedOn: []domain.Reliance{{Intelligence: intelligence}, {Guidance: "TH_OPERATING_FRAMEWORK", Version: "2.1"}}, On: date("2024-06-13"),
		Votes: domain.Votes{For: 2, Against: 1}, Recused: []uuid.UUID{conflicted}, COIPolicy: "3.1"},
	domain.CommissioningDecisionMade{
		Decision: extension, Outcome: domain.OutcomeApprove, Candidate: university, Max: 5_760_000, Purpose: "CPD", FundLines: []domain.FundPart{{Line: cpdFylde, Pence: 1_440_000}},
		NoPriority: "The places would otherwise be lost.", Rationale: "Four nurses are waiting.",
		Authority:    domain.DecisionAuthority{Kind: domain.AuthorityDelegated, Officer: officer, Delegation: delegation},
		Participants: []domain.Participant{{Person: officer, Role: domain.ParticipantVoter}}, On: date("2024-10-08"), COIPolicy: "3.1", PastReview: true},
	domain.CommissioningDecisionMade{
		Decision: urgent, Outcome: domain.OutcomeApprove, Candidate: company, Rationale: "Places that cost nothing are kept until tomorrow.",
		Authority: domain.DecisionAuthority{Kind: domain.AuthorityUrgent, Chair: chair, Second: lay}, Participants: []domain.Participant{}, On: date("2024-07-04")},
	domain.CommissioningDecisionMade{
		Decision: clinic, Outcome: domain.OutcomeDefer, Rationale: "There is no agreement on where it would be.",
		Authority:    domain.DecisionAuthority{Kind: domain.AuthorityMeeting, Meeting: meeting, Item: "8"},
		Participants: []domain.Participant{{Person: chair, Role: domain.ParticipantChair}}, On: date("2024-06-13"), Votes: domain.Votes{Against: 2, Abstain: 1}},
	domain.DecisionRatified{Decision: urgent, Meeting: thing(0x2f), Item: "3", On: date("2024-07-11")},
	domain.DecisionReversed{Decision: purchase, Reason: "The supplier has withdrawn.", By: chair},
	domain.DecisionAmended{Decision: purchase, Max: 4_000_000, Reason: "One place fewer is needed.", By: chair},
	domain.BreachSuspected{Breach: breach, Decision: purchase, Person: conflicted, What: "A member may have had the papers before leaving the room.", On: date("2024-06-20")},
	domain.BreachSuspected{Breach: thing(0x2b), Decision: purchase, What: "A score may have been shown to a candidate.", On: date("2024-06-21")},
	domain.BreachUpheld{Breach: breach, Impact: "The member did not vote; the outcome stands.", By: lay, On: date("2024-07-11")},
	domain.BreachClosed{Breach: breach, Upheld: true, Action: "Papers are sent after declarations are checked.", Lessons: "Check declarations a week before.", Published: "https://hub.example/breaches/2024", On: date("2024-08-01")},
	domain.BreachClosed{Breach: thing(0x2b), Action: "Nothing was found.", On: date("2024-08-01")},
}

var decisionCommands = []domain.CommandData{
	commissioning.OpenDecision{
		Decision: purchase, Kind: domain.DecisionPurchase, Subject: "Twelve places on a course in independent prescribing", Programme: course,
		Candidates: []string{company, university}, Estimate: 4_500_000, Regime: domain.RegimeBelowThreshold, Route: domain.RouteQuotation, Threshold: "LIGHT_TOUCH", Requester: manager},
	commissioning.OpenDecision{Hub: "QE1~fylde-coast", Kind: domain.DecisionVariation, Subject: "Four more places", Award: award, Estimate: 5_900_000},
	commissioning.DeclareConflict{Decision: purchase, Person: conflicted, Interests: []uuid.UUID{interest1}},
	commissioning.DeclareConflict{Decision: purchase, Person: chair, Nil: true},
	commissioning.ManageConflict{Decision: purchase, Person: conflicted, Mitigation: domain.MitigationLeaves, DecidedBy: chair, Reason: "The member holds shares in a candidate."},
	commissioning.ManageConflict{Decision: purchase, Person: nurse, Mitigation: domain.MitigationSupplierOut, Candidate: company, DecidedBy: chair, Reason: "It wrote the specification."},
	commissioning.VerifyMitigation{Decision: purchase, Person: conflicted, Kept: true, By: lay},
	commissioning.VerifyMitigation{Decision: purchase, Person: conflicted},
	commissioning.AppraiseOptions{Decision: purchase, Options: options, Criteria: criteria, Assessors: []uuid.UUID{lay, nurse}},
	commissioning.RecordScore{Decision: purchase, Assessor: lay, Option: "UNIVERSITY", Criterion: "QUALITY", Score: 4},
	commissioning.RecordQuotation{Decision: purchase, Quotation: thing(0x2a), Supplier: university, Gross: 4_320_000, On: date("2024-05-28")},
	commissioning.RecordQuotation{Decision: purchase, Supplier: company, Gross: 4_480_000, On: date("2024-05-29")},
	commissioning.ApproveWaiver{Decision: urgent, Reason: "Only one body awards this qualification.", By: chair},
	commissioning.ApproveWaiver{Decision: urgent, Reason: "Only one body awards this qualification."},
	commissioning.RecordVote{Decision: purchase, Person: lay, Vote: domain.VoteFor},
	commissioning.RecordDecision{
		Decision: purchase, Outcome: domain.OutcomeApprove, Candidate: university, Max: 4_320_000, Purpose: "CPD", FundLines: []domain.FundPart{{Line: cpd, Pence: 4_320_000}},
		Needs: []uuid.UUID{need}, Priorities: []uuid.UUID{priority}, Rationale: "It scores best, and the places are needed this year.",
		Authority:    domain.DecisionAuthority{Kind: domain.AuthorityMeeting, Meeting: meeting, Item: "7.2"},
		Participants: []domain.Participant{{Person: manager, Role: domain.ParticipantAuthor}},
		ReliedOn:     []domain.Reliance{{Intelligence: intelligence}, {Guidance: "TH_OPERATING_FRAMEWORK", Version: "2.1"}}},
	commissioning.RecordDecision{
		Decision: extension, Outcome: domain.OutcomeApprove, Candidate: university, Max: 5_760_000, Purpose: "CPD", FundLines: []domain.FundPart{{Line: cpdFylde, Pence: 1_440_000}},
		NoPriority: "The places would otherwise be lost.", Rationale: "Four nurses are waiting.",
		Authority: domain.DecisionAuthority{Kind: domain.AuthorityDelegated, Officer: officer, Delegation: delegation}},
	commissioning.RecordDecision{
		Decision: urgent, Outcome: domain.OutcomeApprove, Candidate: company, Rationale: "Places that cost nothing are kept until tomorrow.", Authority: domain.DecisionAuthority{Kind: domain.AuthorityUrgent, Chair: chair, Second: lay}},
	commissioning.RecordDecision{
		Decision: clinic, Outcome: domain.OutcomeDefer, Rationale: "There is no agreement on where it would be.", Authority: domain.DecisionAuthority{Kind: domain.AuthorityMeeting, Meeting: meeting, Item: "8"}},
	commissioning.RatifyDecision{Decision: urgent, Meeting: thing(0x2f), Item: "3"},
	commissioning.ReverseDecision{Decision: purchase, Reason: "The supplier has withdrawn.", By: chair},
	commissioning.ReverseDecision{Decision: purchase, Reason: "The supplier has withdrawn."},
	commissioning.AmendDecision{Decision: purchase, Max: 4_000_000, Reason: "One place fewer is needed.", By: chair},
	commissioning.AmendDecision{Decision: purchase, Max: 4_000_000, Reason: "One place fewer is needed."},
	commissioning.SuspectBreach{Breach: breach, Decision: purchase, Person: conflicted, What: "A member may have had the papers before leaving the room.", On: date("2024-06-20")},
	commissioning.SuspectBreach{Decision: purchase, What: "A score may have been shown to a candidate.", On: date("2024-06-21")},
	commissioning.UpholdBreach{Breach: breach, Impact: "The member did not vote; the outcome stands.", By: lay, On: date("2024-07-11")},
	commissioning.UpholdBreach{Breach: breach, Impact: "The member did not vote; the outcome stands.", On: date("2024-07-11")},
	commissioning.CloseBreach{Breach: breach, Action: "Papers are sent after declarations are checked.", Lessons: "Check declarations a week before.", Published: "https://hub.example/breaches/2024", On: date("2024-08-01")},
	commissioning.CloseBreach{Breach: thing(0x2b), Action: "Nothing was found.", On: date("2024-08-01")},
}
