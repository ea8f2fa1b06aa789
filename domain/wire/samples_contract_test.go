package wire_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/contract"
	"github.com/hubledger/hubledger/domain/governance"
)

// Samples of the footing a hub works on, and of who meets and who may decide.
// The samples of all rooms tell one story: the hub of QE1 in 2024/25.

var (
	chair      = uuid.MustParse("2f1c6b0e-4a57-4c7e-9d55-6d6a1f0b7c31")
	lay        = uuid.MustParse("8b9f4e52-0c1d-4f0a-8a3b-51c7e2d9f604")
	nurse      = uuid.MustParse("c4d1a7f3-92b6-4e8d-b0f5-3a6e8c175d29")
	conflicted = uuid.MustParse("5e7d2c90-b3a8-4196-8c4f-f2107b9ad6e3")
	officer    = uuid.MustParse("a90b3f64-d2e1-4b7c-95a8-0c8e64f1b372")
	manager    = id2

	hubContract = thing(0x01)
	agreement   = thing(0x02)
	meeting     = thing(0x03)
	delegation  = thing(0x04)
	reserved    = thing(0x05)
	priority    = thing(0x06)
	plan        = thing(0x07)

	fy24, fy25 = domain.MustYear("2024/25"), domain.MustYear("2025/26")
	paper      = domain.Hash{16, 32, 48, 31: 64}

	schedules = []domain.ContractSchedule{
		{FY: fy24, Requirements: []string{"WORKFORCE_PLANNING", "LEARNING_ENVIRONMENTS"}, Pence: 48_250_000, Ref: "Schedule 2, part A"},
		{FY: fy25, Requirements: []string{"WORKFORCE_PLANNING"}},
	}
	duties = []domain.ReportingDuty{
		{Report: "KPI_RETURN", Every: domain.EveryHalfYear, DueDays: 30},
		{Report: "FINANCIAL_REPORT", Every: domain.EveryQuarter, DueDays: 20},
	}
	musts = []domain.MustEvidence{
		{Must: domain.MustContract, Hash: paper}, {Must: domain.MustCOIPolicy, Hash: file}, {Must: domain.MustNotForProfit, Hash: domain.Hash{7}},
	}
	limits = []domain.PolicyThreshold{{Key: "ONE_QUOTE_BELOW", Pence: 1_000_000}, {Key: "TENDER_ABOVE", Pence: 5_000_000}}
	quorum = domain.Quorum{Number: 3, Categories: []string{"GP", "LAY"}, NonConflicted: 2}
)

var contractEvents = []domain.Event{
	domain.HubContractSigned{
		Contract: hubContract, Hub: "QE1", Parties: []string{"LA002", "NHSE"}, From: date("2024-04-01"), To: date("2027-03-31"),
		Schedules: schedules, ReportingDuties: duties},
	domain.HubContractVaried{
		Contract: hubContract, Hub: "QE1", Variation: 1, On: date("2025-04-01"), To: date("2027-03-31"),
		Schedules: schedules, ReportingDuties: duties, Ref: "Deed of variation 1"},
	domain.HubContractEnded{Contract: hubContract, Hub: "QE1", On: date("2026-03-31"), Reason: "The hub's ICB merges with another."},
	domain.GovernanceAgreementDrafted{Agreement: agreement, ICS: "QE1", Hub: "QE1", On: date("2024-03-04")},
	domain.GovernanceAgreementSigned{
		Agreement: agreement, ICS: "QE1", Hub: "QE1", From: date("2024-04-01"), To: date("2027-03-31"),
		EvidenceMusts: musts, Contract: hubContract, COIPolicy: "3.1"},
	domain.GovernanceAgreementSigned{Agreement: agreement, ICS: "QE1", Hub: "QE1", From: date("2024-04-01"), EvidenceMusts: musts},
	domain.GovernanceAgreementLapsed{Agreement: agreement, ICS: "QE1", Hub: "QE1", On: date("2026-03-31"), Reason: "It ends with the hub contract."},
	domain.PolicyAdopted{Hub: "QE1", Kind: domain.PolicySFI, Version: "2024", From: date("2024-04-01"), ReviewDue: date("2026-03-31"), Thresholds: limits},
	domain.PolicyAdopted{Hub: "QE1", Kind: domain.PolicyCOI, Version: "3.1", From: date("2024-04-01"), ReviewDue: date("2025-03-31")},
	domain.OperatingModelAdopted{Hub: "QE1", School: "SCH01", Version: "2024", On: date("2024-05-01")},
}

var contractCommands = []domain.CommandData{
	contract.SignHubContract{
		Contract: hubContract, Parties: []string{"NHSE", "LA002"}, From: date("2024-04-01"), To: date("2027-03-31"),
		Schedules: schedules, ReportingDuties: duties},
	contract.SignHubContract{Parties: []string{"NHSE", "LA002"}, From: date("2024-04-01"), To: date("2025-03-31"), Schedules: schedules, ReportingDuties: duties},
	contract.VaryHubContract{
		Contract: hubContract, On: date("2025-04-01"), Ref: "Deed of variation 1",
		Schedules: []domain.ContractSchedule{{FY: fy25, Requirements: []string{"WORKFORCE_PLANNING", "LEARNING_ENVIRONMENTS"}, Pence: 49_000_000, Ref: "Schedule 2, part B"}}},
	contract.VaryHubContract{Contract: hubContract, On: date("2025-04-01"), To: date("2028-03-31"), Ref: "Deed of variation 2",
		Schedules: []domain.ContractSchedule{{FY: fy25, Requirements: []string{"WORKFORCE_PLANNING"}}}, ReportingDuties: duties},
	contract.VaryHubContract{Contract: hubContract, On: date("2025-04-01"), To: date("2026-03-31"), Ref: "Deed of variation 3"},
	contract.EndHubContract{Contract: hubContract, On: date("2026-03-31"), Reason: "The hub's ICB merges with another."},
	contract.DraftGovernanceAgreement{Agreement: agreement, On: date("2024-03-04")},
	contract.DraftGovernanceAgreement{On: date("2024-03-04")},
	contract.SignGovernanceAgreement{Agreement: agreement, From: date("2024-04-01"), To: date("2027-03-31"), EvidenceMusts: musts},
	contract.SignGovernanceAgreement{Agreement: agreement, From: date("2024-04-01"), EvidenceMusts: musts},
	contract.LapseGovernanceAgreement{Agreement: agreement, On: date("2026-03-31"), Reason: "It ends with the hub contract."},
	contract.AdoptPolicy{Kind: domain.PolicySFI, Version: "2024", From: date("2024-04-01"), ReviewDue: date("2026-03-31"), Thresholds: limits},
	contract.AdoptPolicy{Kind: domain.PolicyCOI, Version: "3.1", From: date("2024-04-01"), ReviewDue: date("2025-03-31")},
	contract.AdoptOperatingModel{School: "SCH01", Version: "2024", On: date("2024-05-01")},
	contract.AdoptOperatingModel{Hub: "QE1~fylde-coast", School: "SCH01", Version: "2024", On: date("2024-05-01")},
}

var governanceEvents = []domain.Event{
	domain.WIGConstituted{Hub: "QE1", Name: "Primary Care Workforce Steering Group", TermsRef: "Terms of reference, version 4", Quorum: quorum, From: date("2024-04-01")},
	domain.WIGConstituted{Hub: "QE1", Name: "Workforce Implementation Group", TermsRef: "Terms of reference, version 1", Quorum: domain.Quorum{Number: 3}, From: date("2019-04-01")},
	domain.WIGMemberAppointed{Hub: "QE1", Person: chair, Capacity: "GP", Voting: true, From: date("2024-04-01")},
	domain.WIGMemberLeft{Hub: "QE1", Person: nurse, On: date("2024-12-31")},
	domain.MeetingHeld{
		Meeting: meeting, Hub: "QE1", Body: domain.BodyWIG, On: date("2024-06-13"), Chair: chair, Quorum: quorum, Quorate: true,
		Items: []domain.MeetingItem{{Item: "7.2", Title: "Course in independent prescribing", Chair: chair, Quorate: true, Attendees: []domain.MeetingAttendee{
			{Person: chair, Capacity: "GP", Votes: true}, {Person: lay, Capacity: "LAY", Votes: true}, {Person: nurse, Capacity: "NURSE", In: "14:20", Votes: true},
			{Person: conflicted, Capacity: "GP", Out: "14:05", Votes: true}, {Person: manager, Capacity: domain.CapacityInAttendance},
		}}}},
	domain.MeetingHeld{
		Meeting: thing(0x08), Hub: "QE1", Body: "FINANCE_COMMITTEE", On: date("2024-06-20"), Chair: chair, Quorum: domain.Quorum{Number: 2},
		Items: []domain.MeetingItem{{Item: "1", Title: "Month 2 report", Chair: chair, Attendees: []domain.MeetingAttendee{{Person: chair, Capacity: "CHAIR", Votes: true}}}}},
	domain.OversightReviewHeld{Review: thing(0x09), Hub: "QE1~fylde-coast", On: date("2024-09-18"), Findings: "Placements are below plan.", Actions: []string{"Visit two practices that could host learners."}},
	domain.OversightReviewHeld{Review: thing(0x0a), Hub: "QE1~fylde-coast", On: date("2025-03-19"), Findings: "Placements are as planned."},
	domain.PlanAlignmentConfirmed{Confirmation: thing(0x0b), Hub: "QE1", Plans: []uuid.UUID{plan}, Meeting: meeting, Item: "9", On: date("2024-06-13")},
	domain.EngagementRecorded{Engagement: thing(0x0c), Hub: "QE1", Forum: "ICS People Board", On: date("2024-10-02"), Attendees: []uuid.UUID{manager, officer}},
	domain.PriorityEndorsed{Priority: priority, ICB: "QE1", Title: "More practice nurses who may prescribe",
		Beneficiaries: []domain.Beneficiary{domain.BenefitMDT, domain.BenefitPCN}, From: date("2024-04-01"), To: date("2026-03-31"), Meeting: meeting, Item: "5"},
	domain.HubTeamMemberAppointed{Hub: "QE1", Person: manager, Role: "MANAGEMENT_LEAD", FTE: 800_000_000, DecisionMaking: true, From: date("2024-04-01")},
	domain.HubTeamMemberLeft{Hub: "QE1", Person: officer, Role: "PROJECT_MANAGER", On: date("2025-01-31")},
	domain.EstablishmentSet{Hub: "QE1", Role: "PROJECT_MANAGER", FTE: 1_600_000_000, FY: fy24},
	domain.DelegationGranted{Delegation: delegation, Hub: "QE1", Person: officer, Limit: 500_000, From: date("2024-04-01"), To: date("2025-03-31")},
	domain.DelegationGranted{Delegation: reserved, Hub: "QE1", Body: domain.BodyWIG, Reserved: true, From: date("2024-04-01")},
	domain.DelegationRevoked{Delegation: delegation, Hub: "QE1", On: date("2025-01-31"), Reason: "The post is vacant."},
	domain.PCNLeadNamed{PCN: "U68696", Person: nurse, Kind: "EDUCATION_LEAD", From: date("2024-04-01")},
	domain.PCNLeadEnded{PCN: "U68696", Person: nurse, Kind: "EDUCATION_LEAD", On: date("2024-12-31")},
	domain.DelegationGranted{Delegation: thing(0xfd), Hub: "QE1~fylde-coast", Limit: 2_000_000, From: date("2024-04-01")},
}

var governanceCommands = []domain.CommandData{
	governance.ConstituteWIG{Name: "Primary Care Workforce Steering Group", TermsRef: "Terms of reference, version 4", Quorum: quorum, From: date("2024-04-01")},
	governance.ConstituteWIG{Name: "Workforce Implementation Group", TermsRef: "Terms of reference, version 1", Quorum: domain.Quorum{Number: 3}, From: date("2019-04-01")},
	governance.AppointWIGMember{Person: chair, Capacity: "GP", Voting: true, From: date("2024-04-01")},
	governance.RecordWIGMemberLeft{Person: nurse, On: date("2024-12-31")},
	governance.RecordMeeting{
		Meeting: meeting, Body: domain.BodyWIG, On: date("2024-06-13"), Chair: chair,
		Items: []governance.AgendaItem{{Item: "7.2", Title: "Course in independent prescribing", Attendees: []governance.Attendee{
			{Person: chair, Capacity: "GP"}, {Person: lay, Capacity: "LAY"}, {Person: nurse, Capacity: "NURSE", In: "14:20"},
			{Person: conflicted, Capacity: "GP", Out: "14:05"}, {Person: manager, Capacity: domain.CapacityInAttendance},
		}}}},
	governance.RecordMeeting{
		Body: "FINANCE_COMMITTEE", On: date("2024-06-20"), Chair: chair, Quorum: domain.Quorum{Number: 2, Categories: []string{"LAY"}, NonConflicted: 1},
		Items: []governance.AgendaItem{{Item: "1", Title: "Month 2 report", Chair: lay, Attendees: []governance.Attendee{{Person: lay, Capacity: "LAY"}}}}},
	governance.RecordMeeting{
		Body: "FINANCE_COMMITTEE", On: date("2024-07-18"), Chair: chair, Quorum: domain.Quorum{Number: 2},
		Items: []governance.AgendaItem{{Item: "1", Title: "Month 3 report", Attendees: []governance.Attendee{{Person: chair, Capacity: "CHAIR"}}}}},
	governance.RecordOversightReview{Review: thing(0x09), Hub: "QE1~fylde-coast", On: date("2024-09-18"), Findings: "Placements are below plan.", Actions: []string{"Visit two practices that could host learners."}},
	governance.RecordOversightReview{Hub: "QE1~fylde-coast", On: date("2025-03-19"), Findings: "Placements are as planned."},
	governance.ConfirmPlanAlignment{Confirmation: thing(0x0b), Plans: []uuid.UUID{plan}, Meeting: meeting, Item: "9"},
	governance.ConfirmPlanAlignment{Plans: []uuid.UUID{plan}, Meeting: meeting, Item: "9"},
	governance.RecordEngagement{Engagement: thing(0x0c), Forum: "ICS People Board", On: date("2024-10-02"), Attendees: []uuid.UUID{manager, officer}},
	governance.RecordEngagement{Hub: "QE1~fylde-coast", Forum: "Place-based workforce forum", On: date("2024-10-09"), Attendees: []uuid.UUID{officer}},
	governance.EndorsePriority{Priority: priority, Title: "More practice nurses who may prescribe",
		Beneficiaries: []domain.Beneficiary{domain.BenefitMDT, domain.BenefitPCN}, From: date("2024-04-01"), To: date("2026-03-31"), Meeting: meeting, Item: "5"},
	governance.EndorsePriority{Title: "GP retention", Beneficiaries: []domain.Beneficiary{domain.BenefitGP}, From: date("2024-04-01"), To: date("2025-03-31"), Meeting: meeting, Item: "6"},
	governance.AppointTeamMember{Person: manager, Role: "MANAGEMENT_LEAD", FTE: 800_000_000, DecisionMaking: true, From: date("2024-04-01")},
	governance.AppointTeamMember{Hub: "QE1~fylde-coast", Person: officer, Role: "PROJECT_MANAGER", FTE: domain.OneFTE, From: date("2024-04-01")},
	governance.RecordTeamMemberLeft{Person: officer, Role: "PROJECT_MANAGER", On: date("2025-01-31")},
	governance.RecordTeamMemberLeft{Hub: "QE1~fylde-coast", Person: officer, Role: "PROJECT_MANAGER", On: date("2025-01-31")},
	governance.SetEstablishment{Role: "PROJECT_MANAGER", FTE: 1_600_000_000, FY: fy24},
	governance.SetEstablishment{Hub: "QE1~fylde-coast", Role: "PROJECT_MANAGER", FTE: domain.OneFTE, FY: fy24},
	governance.GrantDelegation{Delegation: delegation, Person: officer, Limit: 500_000, From: date("2024-04-01"), To: date("2025-03-31")},
	governance.GrantDelegation{Body: domain.BodyWIG, Reserved: true, From: date("2024-04-01")},
	governance.RevokeDelegation{Delegation: delegation, On: date("2025-01-31"), Reason: "The post is vacant."},
	governance.NamePCNLead{PCN: "U68696", Person: nurse, Kind: "EDUCATION_LEAD", From: date("2024-04-01")},
	governance.EndPCNLead{PCN: "U68696", Person: nurse, Kind: "EDUCATION_LEAD", On: date("2024-12-31")},
	governance.GrantDelegation{Hub: "QE1~fylde-coast", Limit: 2_000_000, From: date("2024-04-01")},
}
