package wire_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/career"
	"github.com/hubledger/hubledger/domain/employment"
)

// Samples of support for careers, and of whether people work.

var (
	fellow = uuid.MustParse("30e6f8b2-95d7-4a14-8c3b-7f02d9e4a561")

	gpFellowship = thing(0xc0)
	mentoring    = thing(0xc1)
	session      = thing(0xc2)
	provision    = thing(0xc3)
	headUse      = thing(0xc4)
	perHead      = thing(0xc5) // a rate
	fellowRule   = thing(0xc6) // a set of limits

	newGP    = domain.CareerSupport{Support: gpFellowship, Hub: "QE1", Kind: domain.SupportFellowship, Person: fellow, Profession: "GP"}
	mentored = domain.CareerSupport{Support: mentoring, Hub: "QE1~fylde-coast", Kind: domain.SupportMentoring, Person: nurse, Profession: "NURSE"}
)

var careerEvents = []domain.Event{
	domain.SupportStarted{
		CareerSupport: newGP, Employer: "A81001", AppliedOn: date("2024-03-29"), QualifiedOn: date("2023-03-30"), ContractMonths: 24,
		RuleRef: fellowRule, Payee: "A81001", Start: date("2024-04-30"), Until: date("2026-04-29")},
	domain.SupportStarted{
		CareerSupport: newGP, Employer: "A81001", AppliedOn: date("2024-03-28"), QualifiedOn: date("2023-06-30"), OpenEnded: true,
		RuleRef: fellowRule, Start: date("2024-04-30"), Until: date("2026-04-29")},
	domain.SupportStarted{CareerSupport: mentored, Supporter: mentor, AppliedOn: date("2024-09-02"), Start: date("2024-09-16"), Until: date("2025-03-15")},
	domain.SupportSessionRecorded{CareerSupport: mentored, Session: session, On: date("2024-09-24"), Minutes: 60},
	domain.SupportCompleted{CareerSupport: mentored, On: date("2025-03-15")},
	domain.SupportWithdrawn{CareerSupport: newGP, On: date("2025-08-31"), Reason: "The fellow moved to another area."},
	domain.CareerSupportProvided{Provision: provision, Hub: "QE1", Stage: domain.StageRetention, Profession: "GP", Contacts: 14, On: date("2024-10-17")},
	domain.CPDFundingUsed{
		Use: headUse, Hub: "QE1", Person: nurse, Profession: "NURSE", FY: fy24, Pence: 30_000, Purpose: domain.CPDCourse, RateRef: perHead, On: date("2024-11-05")},
	domain.CPDFundingUsed{
		Use: thing(0xc7), Hub: "QE1~fylde-coast", Person: nurse, Profession: "NURSE", FY: fy24, Pence: 12_000, Purpose: domain.CPDBackfill, On: date("2024-11-06")},
	domain.EmploymentStatusConfirmed{Person: fellow, On: date("2025-04-30"), Employed: true, InPrimaryCare: true, Source: "Survey of fellows after 12 months"},
	domain.EmploymentStatusConfirmed{Person: fellow, On: date("2026-04-30"), Source: "Survey of fellows after 24 months"},
}

var careerCommands = []domain.CommandData{
	career.StartSupport{
		Support: gpFellowship, Kind: domain.SupportFellowship, Person: fellow, Profession: "GP", Employer: "A81001", AppliedOn: date("2024-03-29"),
		QualifiedOn: date("2023-03-30"), ContractMonths: 24, Payee: "A81001", Start: date("2024-04-30"), Until: date("2026-04-29")},
	career.StartSupport{
		Kind: domain.SupportPreceptorship, Person: paramedic, Profession: "PARAMEDIC", Supporter: mentor, Employer: "A81001", AppliedOn: date("2024-03-28"),
		QualifiedOn: date("2023-06-30"), OpenEnded: true, Start: date("2024-04-30"), Until: date("2025-04-29")},
	career.StartSupport{
		Support: mentoring, Hub: "QE1~fylde-coast", Kind: domain.SupportMentoring, Person: nurse, Profession: "NURSE", Supporter: mentor,
		AppliedOn: date("2024-09-02"), Start: date("2024-09-16"), Until: date("2025-03-15")},
	career.RecordSupportSession{Session: session, Support: mentoring, On: date("2024-09-24"), Minutes: 60},
	career.RecordSupportSession{Support: mentoring, On: date("2024-11-19"), Minutes: 45},
	career.CompleteSupport{Support: mentoring, On: date("2025-03-15")},
	career.WithdrawSupport{Support: gpFellowship, On: date("2025-08-31"), Reason: "The fellow moved to another area."},
	career.RecordCareerSupport{Provision: provision, Stage: domain.StageRetention, Profession: "GP", Contacts: 14, On: date("2024-10-17")},
	career.RecordCareerSupport{Hub: "QE1~fylde-coast", Stage: domain.StageNewToPractice, Profession: "NURSE", Contacts: 6, On: date("2024-10-18")},
	career.UseCPDFunding{Use: headUse, Person: nurse, Profession: "NURSE", Pence: 30_000, Purpose: domain.CPDCourse, On: date("2024-11-05")},
	career.UseCPDFunding{Hub: "QE1~fylde-coast", Person: nurse, Profession: "NURSE", Pence: 12_000, Purpose: domain.CPDBackfill, On: date("2024-11-06")},
	employment.ConfirmEmploymentStatus{On: date("2025-04-30"), Employed: true, InPrimaryCare: true, Source: "Survey of fellows after 12 months"},
	employment.ConfirmEmploymentStatus{On: date("2026-04-30"), Source: "Survey of fellows after 24 months"},
}
