package wire_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/educator"
	"github.com/hubledger/hubledger/domain/registration"
)

// Samples of who may teach learners, and of what regulators' registers say.

var (
	supervisor = uuid.MustParse("b6e0c9d4-3f17-4a82-9b5d-0e7f2a61c834")
	assessor   = uuid.MustParse("f3a7d215-86c9-4be0-a14f-95d03c7e2b68")
	mentor     = uuid.MustParse("17c8e4b0-d25a-4f39-8e61-b4a90f3d7c52")

	supervises = thing(0x9a) // an approval
	mentors    = thing(0x9b) // another
)

var educatorEvents = []domain.Event{
	domain.EducatorTrained{Person: supervisor, Hub: "QE1", Course: "PRACTICE_SUPERVISOR", On: date("2024-03-22")},
	domain.EducatorApproved{
		Approval: supervises, Person: supervisor, Hub: "QE1", Kind: domain.EducatorPracticeSupervisor, Professions: []string{"NURSING_ASSOCIATE_STUDENT", "NURSING_STUDENT"},
		From: date("2024-05-01"), To: date("2027-04-30"), By: "SCH01", Regulator: domain.RegulatorNMC, CheckedOn: date("2024-04-08"), On: date("2024-04-25")},
	domain.EducatorApproved{
		Approval: mentors, Person: mentor, Hub: "QE1~fylde-coast", Kind: domain.EducatorMentor, Professions: []string{"GP"},
		From: date("2024-05-01"), To: date("2026-04-30"), By: "SCH01", On: date("2024-04-25")},
	domain.EducatorApprovalLapsed{Approval: supervises, Person: supervisor, Kind: domain.EducatorPracticeSupervisor, On: date("2027-04-30"), Reason: "It ran out."},
	domain.EducatorWithdrawn{Person: mentor, On: date("2025-12-31"), Reason: "Retirement."},
	domain.RegistrationChecked{Hub: "QE1", Person: supervisor, Regulator: domain.RegulatorNMC, Result: domain.RegistrationCurrent, On: date("2024-04-08")},
	domain.RegistrationChecked{Hub: "QE1~fylde-coast", Person: assessor, Regulator: domain.RegulatorNMC, Result: domain.RegistrationConditions, On: date("2024-04-09")},
}

var educatorCommands = []domain.CommandData{
	educator.RecordEducatorTraining{Person: supervisor, Course: "PRACTICE_SUPERVISOR", On: date("2024-03-22")},
	educator.RecordEducatorTraining{Person: mentor, Hub: "QE1~fylde-coast", Course: "MENTORING", On: date("2024-03-15")},
	educator.ApproveEducator{
		Approval: supervises, Person: supervisor, Kind: domain.EducatorPracticeSupervisor, Professions: []string{"NURSING_STUDENT", "NURSING_ASSOCIATE_STUDENT"},
		From: date("2024-05-01"), To: date("2027-04-30"), By: "SCH01", Regulator: domain.RegulatorNMC, On: date("2024-04-25")},
	educator.ApproveEducator{
		Person: mentor, Hub: "QE1~fylde-coast", Kind: domain.EducatorMentor, Professions: []string{"GP"},
		From: date("2024-05-01"), To: date("2026-04-30"), By: "SCH01", On: date("2024-04-25")},
	educator.LapseEducatorApproval{Approval: supervises, On: date("2027-04-30"), Reason: "It ran out."},
	educator.WithdrawEducator{Person: mentor, On: date("2025-12-31"), Reason: "Retirement."},
	registration.RecordRegistrationCheck{Person: supervisor, Regulator: domain.RegulatorNMC, Result: domain.RegistrationCurrent, On: date("2024-04-08")},
	registration.RecordRegistrationCheck{Hub: "QE1~fylde-coast", Person: assessor, Regulator: domain.RegulatorNMC, Result: domain.RegistrationConditions, On: date("2024-04-09")},
}
