package commissioning

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// ProposeProgramme records what a programme is to be. The hub is responsible
// for it to its own ICS.
type ProposeProgramme struct {
	Programme      uuid.UUID             `json:"programme,omitzero" jsonschema:"Id of the programme, a random UUID; made from the command's id where left out."`
	Hub            domain.HubID          `json:"hub,omitzero" jsonschema:"The locality hub that runs it; the ICS hub where left out."`
	Title          string                `json:"title" jsonschema:"What it is called, no names of persons."`
	Mode           domain.ProgrammeMode  `json:"mode" jsonschema:"What the hub does: ADVISE, DEVELOP, DELIVER or PROCURE."`
	Category       string                `json:"category" jsonschema:"What it is about: 2 to 40 capital letters, digits and underscores, such as LEADERSHIP."`
	Class          domain.ProgrammeClass `json:"class" jsonschema:"FORMAL (courses and formal training, which need quality assurance) or INFORMAL (events, networking, resources)."`
	Audience       string                `json:"audience" jsonschema:"Whom it is for, no names."`
	Function       string                `json:"function" jsonschema:"Code of the core function of hubs that it belongs to."`
	Priorities     []uuid.UUID           `json:"priorityRefs,omitempty" jsonschema:"Ids of the priorities it is to serve."`
	AccountableTo  string                `json:"accountableTo,omitzero" jsonschema:"Code of the body that the hub accounts to for it; the one named nationally for the day where left out."`
	PlanObjectives []string              `json:"planObjectives,omitempty" jsonschema:"Objectives of the ICS workforce plan that it serves, as the plan numbers them."`
	Tags           []string              `json:"tags,omitempty" jsonschema:"Words to find it by, in capital letters, digits and underscores."`
}

// AssureProgramme records that somebody found a programme good enough.
type AssureProgramme struct {
	Programme     uuid.UUID        `json:"programme" jsonschema:"Id of the programme."`
	By            string           `json:"by" jsonschema:"Code of the organisation that found so."`
	Standard      string           `json:"standard" jsonschema:"By which standard, with its version."`
	Accreditation string           `json:"accreditation,omitzero" jsonschema:"Reference of its formal accreditation, where it has one."`
	CPDPoints     domain.CPDPoints `json:"cpdPoints,omitzero" jsonschema:"CPD points it gives, a decimal in a string with up to two places."`
	On            domain.Date      `json:"on" jsonschema:"First day, YYYY-MM-DD."`
	ValidTo       domain.Date      `json:"validTo" jsonschema:"Last day, YYYY-MM-DD."`
}

// LaunchProgramme records that a programme begins.
type LaunchProgramme struct {
	Programme uuid.UUID   `json:"programme" jsonschema:"Id of the programme."`
	On        domain.Date `json:"on" jsonschema:"First day, YYYY-MM-DD."`
}

// RecordSession records that a session of a programme was held.
type RecordSession struct {
	Programme uuid.UUID   `json:"programme" jsonschema:"Id of the programme."`
	Session   uuid.UUID   `json:"session,omitzero" jsonschema:"Id of the session, a random UUID; made from the command's id where left out."`
	On        domain.Date `json:"on" jsonschema:"The day, YYYY-MM-DD."`
	Places    int         `json:"places" jsonschema:"Places there were, 0 or more."`
	Attended  int         `json:"attended" jsonschema:"People who came, 0 or more."`
	Completed int         `json:"completed" jsonschema:"Of those the ones who completed it."`
}

// CloseProgramme records that a programme is over.
type CloseProgramme struct {
	Programme uuid.UUID   `json:"programme" jsonschema:"Id of the programme."`
	On        domain.Date `json:"on" jsonschema:"Last day, YYYY-MM-DD."`
	Reason    string      `json:"reason" jsonschema:"Why, at most 500 characters, no names."`
}

// CommandName implements domain.CommandData.
func (ProposeProgramme) CommandName() string { return "propose-programme" }

// CommandName implements domain.CommandData.
func (AssureProgramme) CommandName() string { return "assure-programme" }

// CommandName implements domain.CommandData.
func (LaunchProgramme) CommandName() string { return "launch-programme" }

// CommandName implements domain.CommandData.
func (RecordSession) CommandName() string { return "record-programme-session" }

// CommandName implements domain.CommandData.
func (CloseProgramme) CommandName() string { return "close-programme" }
