package guidance

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// IssueGuidance issues a version of a guidance.
type IssueGuidance struct {
	Code          string      `json:"code" jsonschema:"The guidance's code: 2 to 40 capital letters, digits and underscores."`
	Version       string      `json:"version" jsonschema:"How the document names this version, such as 2.1."`
	Title         string      `json:"title" jsonschema:"The document's title."`
	EffectiveFrom domain.Date `json:"effectiveFrom" jsonschema:"The first day it is to be followed, YYYY-MM-DD."`
	Supersedes    string      `json:"supersedes,omitzero" jsonschema:"The version that it supersedes, the newest so far; left out for the first."`
}

// PublishOperatingModel publishes a version of a school's Operating Model.
type PublishOperatingModel struct {
	School        string      `json:"school" jsonschema:"Code of the Primary Care School."`
	Version       string      `json:"version" jsonschema:"How the document names this version, such as 2023."`
	EffectiveFrom domain.Date `json:"effectiveFrom" jsonschema:"The first day it is to be followed, YYYY-MM-DD."`
}

// RecordEndorsement records that a body endorses the approval process.
type RecordEndorsement struct {
	Body           string      `json:"body" jsonschema:"Code of the endorsing body, such as a regulator."`
	ProcessVersion string      `json:"processVersion" jsonschema:"The version of the process that is endorsed, as its document names it."`
	On             domain.Date `json:"on" jsonschema:"The day of the endorsement, YYYY-MM-DD."`
}

// RecordNotification records that the accountable body received a notification.
type RecordNotification struct {
	Notification uuid.UUID                `json:"notification,omitzero" jsonschema:"The notification's id; made from the command's id where it is left out."`
	Source       string                   `json:"source" jsonschema:"The published name of the organisation or work programme that sent it, never a person's name."`
	SourceClass  domain.OrganisationClass `json:"sourceClass" jsonschema:"What kind of body that is, such as HEALTH_INNOVATION_NETWORK, VCSE, CHARITY, EVENT_COMPANY or ACCOUNTABLE_BODY for a national work programme."`
	Subject      string                   `json:"subject" jsonschema:"What it is about, at most 500 characters, no names."`
	DocHash      domain.Hash              `json:"docHash,omitzero" jsonschema:"SHA-256 of the document's bytes, where there is a document."`
	On           domain.Date              `json:"on" jsonschema:"The day it was received, YYYY-MM-DD."`
}

// PassNotification passes a notification on to hubs.
type PassNotification struct {
	Notification uuid.UUID      `json:"notification" jsonschema:"The notification's id."`
	Hubs         []domain.HubID `json:"hubs" jsonschema:"Ids of the hubs it is passed to, such as QE1 or QE1~fylde-coast."`
	DecidedBy    uuid.UUID      `json:"decidedBy,omitzero" jsonschema:"Random id of the person who decided to pass it on; the actor where it is left out."`
	On           domain.Date    `json:"on" jsonschema:"The day it is passed on, YYYY-MM-DD."`
}

// NameAccountableBody names the body that hubs account to.
type NameAccountableBody struct {
	Party string      `json:"party" jsonschema:"Code of the body, registered as an organisation of class ACCOUNTABLE_BODY."`
	From  domain.Date `json:"from" jsonschema:"The first day, YYYY-MM-DD. The same body from the same day with a last day ends it."`
	To    domain.Date `json:"to,omitzero" jsonschema:"The last day, YYYY-MM-DD, where it has ended; otherwise it is the body until the next one's first day."`
}

// CommandName implements domain.CommandData.
func (IssueGuidance) CommandName() string { return "issue-guidance" }

// CommandName implements domain.CommandData.
func (PublishOperatingModel) CommandName() string { return "publish-operating-model" }

// CommandName implements domain.CommandData.
func (RecordEndorsement) CommandName() string { return "record-endorsement" }

// CommandName implements domain.CommandData.
func (RecordNotification) CommandName() string { return "record-notification" }

// CommandName implements domain.CommandData.
func (PassNotification) CommandName() string { return "pass-notification" }

// CommandName implements domain.CommandData.
func (NameAccountableBody) CommandName() string { return "name-accountable-body" }
