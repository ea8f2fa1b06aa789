package planning

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// ReceiveIntelligence records that the hub came to know something that
// decisions may rely on.
type ReceiveIntelligence struct {
	Intelligence uuid.UUID               `json:"intelligence,omitzero" jsonschema:"The intelligence's id; made from the command's id where it is left out."`
	Hub          domain.HubID            `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Source       string                  `json:"source" jsonschema:"Published name of who says so, no names of persons."`
	Scope        domain.Scope            `json:"scope" jsonschema:"LOCAL or NATIONAL."`
	NHS          bool                    `json:"nhs" jsonschema:"Whether the source is of the NHS."`
	Kind         domain.IntelligenceKind `json:"kind" jsonschema:"INTELLIGENCE, GUIDANCE, STATISTIC or FEEDBACK."`
	Channel      domain.Channel          `json:"channel" jsonschema:"How it came: SURVEY, MEETING, SOCIAL, NETWORK, STAT_RELEASE or NOTIFICATION."`
	Subject      string                  `json:"subject" jsonschema:"What it is about, no names of persons."`
	DocHash      domain.Hash             `json:"docHash,omitzero" jsonschema:"SHA-256 of the document; required of a survey, a release of statistics and a notification."`
	On           domain.Date             `json:"on" jsonschema:"The day it was received, YYYY-MM-DD."`
}

// RecordConsultation records with whom something was discussed.
type RecordConsultation struct {
	Consultation uuid.UUID    `json:"consultation,omitzero" jsonschema:"The consultation's id; made from the command's id where it is left out."`
	Hub          domain.HubID `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Parties      []string     `json:"parties" jsonschema:"Codes of the organisations, each once."`
	On           domain.Date  `json:"on" jsonschema:"The day, YYYY-MM-DD."`
	Subject      string       `json:"subject" jsonschema:"What was discussed, no names of persons."`
	Needs        []uuid.UUID  `json:"needRefs,omitempty" jsonschema:"Ids of the training needs that were discussed."`
}

// OpenTrainingNeedsExercise records that the hub begins to ask what is needed.
type OpenTrainingNeedsExercise struct {
	Exercise uuid.UUID    `json:"exercise,omitzero" jsonschema:"The exercise's id; made from the command's id where it is left out."`
	Hub      domain.HubID `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Title    string       `json:"title" jsonschema:"What it is called."`
	Method   string       `json:"method" jsonschema:"How it asks, such as SURVEY, INTERVIEWS or WORKSHOP: 2 to 40 capital letters, digits and underscores."`
	On       domain.Date  `json:"on" jsonschema:"The first day, YYYY-MM-DD."`
}

// CloseTrainingNeedsExercise records how many answered.
type CloseTrainingNeedsExercise struct {
	Exercise  uuid.UUID   `json:"exercise" jsonschema:"The exercise's id."`
	On        domain.Date `json:"on" jsonschema:"The last day, YYYY-MM-DD."`
	Asked     int         `json:"asked" jsonschema:"How many were asked, 0 where that is not known."`
	Responses int         `json:"responses" jsonschema:"How many answered."`
}

// IdentifyTrainingNeed records that something has to be learnt.
type IdentifyTrainingNeed struct {
	Need     uuid.UUID      `json:"need,omitzero" jsonschema:"The need's id; made from the command's id where it is left out."`
	Hub      domain.HubID   `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Title    string         `json:"title" jsonschema:"What has to be learnt."`
	Audience string         `json:"audience" jsonschema:"By whom, no names of persons."`
	PCNs     []string       `json:"pcns,omitempty" jsonschema:"Codes of the PCNs, each once; left out where it is all of the hub's."`
	Evidence []uuid.UUID    `json:"evidenceRefs" jsonschema:"Ids of the intelligence, consultations and exercises that show it."`
	Urgency  domain.Urgency `json:"urgency" jsonschema:"LOW, MEDIUM or HIGH."`
	On       domain.Date    `json:"on" jsonschema:"The day it was identified, YYYY-MM-DD."`
}

// MeetTrainingNeed records that it has been learnt.
type MeetTrainingNeed struct {
	Need uuid.UUID   `json:"need" jsonschema:"The need's id."`
	On   domain.Date `json:"on" jsonschema:"The last day it was open, YYYY-MM-DD."`
	How  string      `json:"how" jsonschema:"How it was met, at most 500 characters, no names."`
}

// WithdrawTrainingNeed records that it does not have to be learnt after all.
type WithdrawTrainingNeed struct {
	Need   uuid.UUID   `json:"need" jsonschema:"The need's id."`
	On     domain.Date `json:"on" jsonschema:"The last day it was open, YYYY-MM-DD."`
	Reason string      `json:"reason" jsonschema:"Why, at most 500 characters, no names."`
}

// SubmitWorkforcePlan records what workforce a PCN plans for a year.
type SubmitWorkforcePlan struct {
	Plan  uuid.UUID            `json:"plan,omitzero" jsonschema:"The plan's id; made from the command's id where it is left out."`
	Hub   domain.HubID         `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	PCN   string               `json:"pcn" jsonschema:"Code of the PCN, such as U12345."`
	FY    domain.FinancialYear `json:"fy" jsonschema:"The financial year, such as 2024/25."`
	Lines []domain.PlanLine    `json:"lines" jsonschema:"What it says of each type of role, each once."`
	On    domain.Date          `json:"on" jsonschema:"The day, YYYY-MM-DD."`
}

// ReviseWorkforcePlan records what a PCN plans instead.
type ReviseWorkforcePlan struct {
	Plan   uuid.UUID         `json:"plan" jsonschema:"The plan's id."`
	Lines  []domain.PlanLine `json:"lines" jsonschema:"What it now says of each type of role: all of them, each once."`
	On     domain.Date       `json:"on" jsonschema:"The day, YYYY-MM-DD."`
	Reason string            `json:"reason" jsonschema:"Why, at most 500 characters, no names."`
}

// EndorseWorkforcePlan records that the hub stands by a revision of a plan.
type EndorseWorkforcePlan struct {
	Plan     uuid.UUID   `json:"plan" jsonschema:"The plan's id."`
	Revision int         `json:"revision" jsonschema:"Its newest revision: 1 as submitted, then 2, 3, …"`
	On       domain.Date `json:"on" jsonschema:"The day, YYYY-MM-DD."`
}

// RecordWorkforceConversation records that the hub spoke with a PCN about its
// workforce.
type RecordWorkforceConversation struct {
	Conversation uuid.UUID    `json:"conversation,omitzero" jsonschema:"The conversation's id; made from the command's id where it is left out."`
	Hub          domain.HubID `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	PCN          string       `json:"pcn" jsonschema:"Code of the PCN, such as U12345."`
	On           domain.Date  `json:"on" jsonschema:"The day, YYYY-MM-DD."`
	Topics       []string     `json:"topics" jsonschema:"What it was about, such as ARRS_ROLES or RETENTION: each once, 2 to 40 capital letters, digits and underscores."`
}

// CommandName implements domain.CommandData.
func (ReceiveIntelligence) CommandName() string { return "receive-intelligence" }

// CommandName implements domain.CommandData.
func (RecordConsultation) CommandName() string { return "record-consultation" }

// CommandName implements domain.CommandData.
func (OpenTrainingNeedsExercise) CommandName() string { return "open-training-needs-exercise" }

// CommandName implements domain.CommandData.
func (CloseTrainingNeedsExercise) CommandName() string { return "close-training-needs-exercise" }

// CommandName implements domain.CommandData.
func (IdentifyTrainingNeed) CommandName() string { return "identify-training-need" }

// CommandName implements domain.CommandData.
func (MeetTrainingNeed) CommandName() string { return "meet-training-need" }

// CommandName implements domain.CommandData.
func (WithdrawTrainingNeed) CommandName() string { return "withdraw-training-need" }

// CommandName implements domain.CommandData.
func (SubmitWorkforcePlan) CommandName() string { return "submit-workforce-plan" }

// CommandName implements domain.CommandData.
func (ReviseWorkforcePlan) CommandName() string { return "revise-workforce-plan" }

// CommandName implements domain.CommandData.
func (EndorseWorkforcePlan) CommandName() string { return "endorse-workforce-plan" }

// CommandName implements domain.CommandData.
func (RecordWorkforceConversation) CommandName() string { return "record-workforce-conversation" }
