package educator

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// RecordEducatorTraining records that somebody did a course for educators.
type RecordEducatorTraining struct {
	Person uuid.UUID    `json:"person" jsonschema:"The educator's random id."`
	Hub    domain.HubID `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Course string       `json:"course" jsonschema:"Which course, such as GP_EDUCATIONAL_SUPERVISOR: 2 to 40 capital letters, digits and underscores."`
	On     domain.Date  `json:"on" jsonschema:"The last day of the course, YYYY-MM-DD."`
}

// ApproveEducator records that somebody may teach learners of some professions.
type ApproveEducator struct {
	Approval    uuid.UUID           `json:"approval,omitzero" jsonschema:"The approval's id; made from the command's id where it is left out."`
	Person      uuid.UUID           `json:"person" jsonschema:"The educator's random id."`
	Hub         domain.HubID        `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Kind        domain.EducatorKind `json:"kind" jsonschema:"EDUCATIONAL_SUPERVISOR, CLINICAL_SUPERVISOR, DUTY_SUPERVISOR, PRACTICE_SUPERVISOR, PRACTICE_ASSESSOR, ACADEMIC_ASSESSOR, DESIGNATED_SUPERVISOR, DESIGNATED_PRESCRIBING_PRACTITIONER, ROADMAP_SUPERVISOR, PRACTICE_EDUCATOR, PRECEPTOR, MENTOR or COACH."`
	Professions []string            `json:"professions" jsonschema:"Professions of the learners, such as NURSING_STUDENT: each once, 2 to 40 capital letters, digits and underscores."`
	From        domain.Date         `json:"from" jsonschema:"The first day, YYYY-MM-DD."`
	To          domain.Date         `json:"to" jsonschema:"The last day, YYYY-MM-DD."`
	By          string              `json:"by" jsonschema:"Code of who approves, such as a Primary Care School."`
	Regulator   domain.Regulator    `json:"regulator,omitzero" jsonschema:"Whose register the educator is on: GDC, GMC, GOC, GPHC, HCPC, NMC or SWE; required of all who supervise or assess."`
	On          domain.Date         `json:"on" jsonschema:"The day the approval was given, YYYY-MM-DD."`
}

// LapseEducatorApproval records that an approval holds no longer.
type LapseEducatorApproval struct {
	Approval uuid.UUID   `json:"approval" jsonschema:"The approval's id."`
	On       domain.Date `json:"on" jsonschema:"The last day the approval held, YYYY-MM-DD; the day before its first where it never did."`
	Reason   string      `json:"reason" jsonschema:"Why, such as that it ran out, at most 500 characters, no names."`
}

// WithdrawEducator records that somebody teaches no more.
type WithdrawEducator struct {
	Person uuid.UUID   `json:"person" jsonschema:"The educator's random id."`
	On     domain.Date `json:"on" jsonschema:"The last day, YYYY-MM-DD."`
	Reason string      `json:"reason" jsonschema:"Why, at most 500 characters, no names."`
}

// CommandName implements domain.CommandData.
func (RecordEducatorTraining) CommandName() string { return "record-educator-training" }

// CommandName implements domain.CommandData.
func (ApproveEducator) CommandName() string { return "approve-educator" }

// CommandName implements domain.CommandData.
func (LapseEducatorApproval) CommandName() string { return "lapse-educator-approval" }

// CommandName implements domain.CommandData.
func (WithdrawEducator) CommandName() string { return "withdraw-educator" }
