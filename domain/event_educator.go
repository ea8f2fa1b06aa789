package domain

import "github.com/google/uuid"

// The events of a hub's stream that say who may teach learners.

// EducatorKind is what sort of educator somebody is approved as.
type EducatorKind string

// The kinds of educators. The list is closed.
const (
	EducatorEducationalSupervisor EducatorKind = "EDUCATIONAL_SUPERVISOR" // overall progress; a GP trainer is one
	EducatorClinicalSupervisor    EducatorKind = "CLINICAL_SUPERVISOR"
	EducatorDutySupervisor        EducatorKind = "DUTY_SUPERVISOR" // on the day
	EducatorPracticeSupervisor    EducatorKind = "PRACTICE_SUPERVISOR"
	EducatorPracticeAssessor      EducatorKind = "PRACTICE_ASSESSOR"
	EducatorAcademicAssessor      EducatorKind = "ACADEMIC_ASSESSOR"
	EducatorDesignatedSupervisor  EducatorKind = "DESIGNATED_SUPERVISOR" // of pharmacists in training
	EducatorDesignatedPrescriber  EducatorKind = "DESIGNATED_PRESCRIBING_PRACTITIONER"
	EducatorRoadmapSupervisor     EducatorKind = "ROADMAP_SUPERVISOR" // first contact and advanced practitioners
	EducatorPracticeEducator      EducatorKind = "PRACTICE_EDUCATOR"
	EducatorPreceptor             EducatorKind = "PRECEPTOR"
	EducatorMentor                EducatorKind = "MENTOR"
	EducatorCoach                 EducatorKind = "COACH"
)

// Valid reports whether k is one of the kinds.
func (k EducatorKind) Valid() bool {
	switch k {
	case EducatorPreceptor, EducatorMentor, EducatorCoach:
		return true
	}
	return k.Supervises() || k.Assesses()
}

// Supervises reports whether educators of the kind supervise learners on
// placements.
func (k EducatorKind) Supervises() bool {
	switch k {
	case EducatorEducationalSupervisor, EducatorClinicalSupervisor, EducatorDutySupervisor, EducatorPracticeSupervisor,
		EducatorDesignatedSupervisor, EducatorDesignatedPrescriber, EducatorRoadmapSupervisor, EducatorPracticeEducator:
		return true
	}
	return false
}

// Assesses reports whether educators of the kind assess learners on
// placements.
func (k EducatorKind) Assesses() bool {
	switch k {
	case EducatorEducationalSupervisor, EducatorPracticeAssessor, EducatorAcademicAssessor, EducatorDesignatedPrescriber,
		EducatorRoadmapSupervisor, EducatorPracticeEducator:
		return true
	}
	return false
}

// EducatorTrained says that somebody did a course for educators.
type EducatorTrained struct {
	Person uuid.UUID `json:"person"`
	Hub    HubID     `json:"hub"`
	Course string    `json:"course"`
	On     Date      `json:"on"` // last day of the course
}

// EducatorApproved says that somebody may teach learners of some professions,
// as one kind of educator.
type EducatorApproved struct {
	Approval    uuid.UUID    `json:"approval"`
	Person      uuid.UUID    `json:"person"`
	Hub         HubID        `json:"hub"`
	Kind        EducatorKind `json:"kind"`
	Professions []string     `json:"professions"` // of learners, ascending
	From        Date         `json:"from"`        // first day
	To          Date         `json:"to"`          // last day
	By          string       `json:"by"`          // code of who approves
	// Regulator is whose register the educator is on; none where nobody
	// regulates what they do.
	Regulator Regulator `json:"regulator,omitzero"`
	CheckedOn Date      `json:"checkedOn,omitzero"` // day of the check of that register it stands on
	On        Date      `json:"on"`
}

// EducatorApprovalLapsed says that an approval holds no longer: it ran out, or
// was given up before.
type EducatorApprovalLapsed struct {
	Approval uuid.UUID    `json:"approval"`
	Person   uuid.UUID    `json:"person"`
	Kind     EducatorKind `json:"kind"`
	On       Date         `json:"on"` // last day it held
	Reason   string       `json:"reason"`
}

// EducatorWithdrawn says that somebody teaches no more: none of their approvals
// holds after the day.
type EducatorWithdrawn struct {
	Person uuid.UUID `json:"person"`
	On     Date      `json:"on"` // last day
	Reason string    `json:"reason"`
}

func (EducatorTrained) EventType() string        { return "EducatorTrained" }
func (EducatorApproved) EventType() string       { return "EducatorApproved" }
func (EducatorApprovalLapsed) EventType() string { return "EducatorApprovalLapsed" }
func (EducatorWithdrawn) EventType() string      { return "EducatorWithdrawn" }

func (EducatorTrained) isEvent()        {}
func (EducatorApproved) isEvent()       {}
func (EducatorApprovalLapsed) isEvent() {}
func (EducatorWithdrawn) isEvent()      {}
