package environment

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// SubmitLEApplication records that an organisation asks to become a learning
// environment, or to stay one.
type SubmitLEApplication struct {
	Application    uuid.UUID               `json:"application,omitzero" jsonschema:"The application's id; made from the command's id where it is left out."`
	LE             uuid.UUID               `json:"le,omitzero" jsonschema:"The learning environment's id, of one that is known where it applies again; made from the command's id where it is left out."`
	Hub            domain.HubID            `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Applicant      string                  `json:"applicant" jsonschema:"Code of the organisation that applies, such as a PCN or a practice."`
	Sites          []string                `json:"sites" jsonschema:"Codes of the organisations where learners would be, each once."`
	Professions    []string                `json:"professions" jsonschema:"Professions of the learners, such as NURSING_STUDENT: each once, 2 to 40 capital letters, digits and underscores."`
	SelfAssessment []domain.SelfAssessment `json:"selfAssessment" jsonschema:"How the applicant rates itself in each of the six domains, each once."`
	On             domain.Date             `json:"on" jsonschema:"The day it was submitted, YYYY-MM-DD."`
}

// RecordLEVisit records that an applicant was looked at.
type RecordLEVisit struct {
	Visit       uuid.UUID          `json:"visit,omitzero" jsonschema:"The visit's id; made from the command's id where it is left out."`
	Application uuid.UUID          `json:"application" jsonschema:"The application's id."`
	Kind        domain.LEVisitKind `json:"kind" jsonschema:"VISIT or DESK_REVIEW."`
	On          domain.Date        `json:"on" jsonschema:"The day, YYYY-MM-DD."`
}

// RecommendLEApproval records what the hub recommends to the School.
type RecommendLEApproval struct {
	Application uuid.UUID            `json:"application" jsonschema:"The application's id."`
	Panel       []domain.PanelMember `json:"panel" jsonschema:"Who recommends, each person once: three or more, none of them from the applicant or its sites."`
	Outcome     domain.LEOutcome     `json:"outcome" jsonschema:"APPROVED, WITH_ACTIONS or NOT_APPROVED."`
	Reason      string               `json:"reason" jsonschema:"Why, at most 500 characters, no names."`
	On          domain.Date          `json:"on" jsonschema:"The day, YYYY-MM-DD."`
}

// DecideLEApproval records what the School decided on an application.
type DecideLEApproval struct {
	Application uuid.UUID         `json:"application" jsonschema:"The application's id."`
	School      string            `json:"school" jsonschema:"Code of the Primary Care School."`
	Outcome     domain.LEOutcome  `json:"outcome" jsonschema:"APPROVED, WITH_ACTIONS or NOT_APPROVED."`
	From        domain.Date       `json:"from,omitzero" jsonschema:"The first day of an approval, YYYY-MM-DD."`
	To          domain.Date       `json:"to,omitzero" jsonschema:"The last day of an approval, YYYY-MM-DD."`
	Professions []string          `json:"professions,omitempty" jsonschema:"The professions it is approved for, each once."`
	Sites       []string          `json:"sites,omitempty" jsonschema:"Codes of the sites it is approved for, each once."`
	Actions     []domain.LEAction `json:"actions,omitempty" jsonschema:"What is to be done, of an approval WITH_ACTIONS."`
	Framework   string            `json:"framework" jsonschema:"Version of the Quality Framework it goes by, such as 2021."`
	Reason      string            `json:"reason" jsonschema:"Why, at most 500 characters, no names."`
	On          domain.Date       `json:"on" jsonschema:"The day it was decided, YYYY-MM-DD."`
}

// CompleteLEAction records that an environment did what it was to do.
type CompleteLEAction struct {
	Action uuid.UUID   `json:"action" jsonschema:"The action's id."`
	On     domain.Date `json:"on" jsonschema:"The day, YYYY-MM-DD."`
}

// LapseLEApproval records that an approval holds no longer.
type LapseLEApproval struct {
	Application uuid.UUID   `json:"application" jsonschema:"Id of the application that was approved."`
	On          domain.Date `json:"on" jsonschema:"The last day the approval held, YYYY-MM-DD; the day before its first where it never did."`
	Reason      string      `json:"reason" jsonschema:"Why, such as that it ran out, at most 500 characters, no names."`
}

// SuspendLE records that no learner may begin in an environment.
type SuspendLE struct {
	Suspension      uuid.UUID   `json:"suspension,omitzero" jsonschema:"The suspension's id; made from the command's id where it is left out."`
	LE              uuid.UUID   `json:"le" jsonschema:"The learning environment's id."`
	By              string      `json:"by" jsonschema:"Code of the Primary Care School, or of the accountable body, that suspends it."`
	ISFCategory     int         `json:"isfCategory" jsonschema:"Category of the Intensive Support Framework, 0 to 4."`
	Reason          string      `json:"reason" jsonschema:"Why, at most 500 characters, no names."`
	From            domain.Date `json:"from" jsonschema:"The first day, YYYY-MM-DD."`
	IncludesRunning bool        `json:"includesRunning" jsonschema:"Whether placements that have begun stop too."`
}

// ReinstateLE records that a suspension is over.
type ReinstateLE struct {
	Suspension uuid.UUID   `json:"suspension" jsonschema:"The suspension's id."`
	On         domain.Date `json:"on" jsonschema:"The first day without it, YYYY-MM-DD."`
	Reason     string      `json:"reason" jsonschema:"Why, at most 500 characters, no names."`
}

// RaiseQualityConcern records that something may be wrong in an environment.
type RaiseQualityConcern struct {
	Concern uuid.UUID            `json:"concern,omitzero" jsonschema:"The concern's id; made from the command's id where it is left out."`
	LE      uuid.UUID            `json:"le" jsonschema:"The learning environment's id."`
	Domain  domain.QualityDomain `json:"domain" jsonschema:"The domain of the Quality Framework it is about."`
	Risk    domain.QualityRisk   `json:"risk" jsonschema:"LOW, MEDIUM or HIGH."`
	Subject string               `json:"subject" jsonschema:"What it is about, no names of persons."`
	On      domain.Date          `json:"on" jsonschema:"The day it was raised, YYYY-MM-DD."`
}

// CloseQualityConcern records what became of a concern.
type CloseQualityConcern struct {
	Concern uuid.UUID   `json:"concern" jsonschema:"The concern's id."`
	On      domain.Date `json:"on" jsonschema:"The day, YYYY-MM-DD."`
	Outcome string      `json:"outcome" jsonschema:"What became of it, at most 500 characters, no names."`
}

// CommandName implements domain.CommandData.
func (SubmitLEApplication) CommandName() string { return "submit-le-application" }

// CommandName implements domain.CommandData.
func (RecordLEVisit) CommandName() string { return "record-le-visit" }

// CommandName implements domain.CommandData.
func (RecommendLEApproval) CommandName() string { return "recommend-le-approval" }

// CommandName implements domain.CommandData.
func (DecideLEApproval) CommandName() string { return "decide-le-approval" }

// CommandName implements domain.CommandData.
func (CompleteLEAction) CommandName() string { return "complete-le-action" }

// CommandName implements domain.CommandData.
func (LapseLEApproval) CommandName() string { return "lapse-le-approval" }

// CommandName implements domain.CommandData.
func (SuspendLE) CommandName() string { return "suspend-le" }

// CommandName implements domain.CommandData.
func (ReinstateLE) CommandName() string { return "reinstate-le" }

// CommandName implements domain.CommandData.
func (RaiseQualityConcern) CommandName() string { return "raise-quality-concern" }

// CommandName implements domain.CommandData.
func (CloseQualityConcern) CommandName() string { return "close-quality-concern" }
