package career

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// StartSupport records that a person's career is supported.
type StartSupport struct {
	Support        uuid.UUID          `json:"support,omitzero" jsonschema:"The support's id; made from the command's id where it is left out."`
	Hub            domain.HubID       `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Kind           domain.SupportKind `json:"kind" jsonschema:"FELLOWSHIP, PRECEPTORSHIP, MENTORING or COACHING."`
	Person         uuid.UUID          `json:"person" jsonschema:"Random id of the person who is supported."`
	Profession     string             `json:"profession" jsonschema:"The person's profession, 2 to 26 capital letters, digits and underscores, such as GP or NURSE. The rule is the scheme of limits KIND_PROFESSION, such as FELLOWSHIP_GP."`
	Supporter      uuid.UUID          `json:"supporter,omitzero" jsonschema:"Random id of the mentor, coach or preceptor; not of a fellowship."`
	Employer       string             `json:"employer,omitzero" jsonschema:"Code of the organisation that employs the person; required of a fellowship and a preceptorship."`
	AppliedOn      domain.Date        `json:"appliedOn" jsonschema:"The day of the application, YYYY-MM-DD: the rule in force on it counts."`
	QualifiedOn    domain.Date        `json:"qualifiedOn,omitzero" jsonschema:"The day that being new counts from, where the rule asks for it, YYYY-MM-DD: completed training, registration, or the first day in general practice."`
	ContractMonths int                `json:"contractMonths,omitzero" jsonschema:"How many months the person's contract with the employer lasts, where the rule asks for it."`
	OpenEnded      bool               `json:"openEnded,omitzero" jsonschema:"Whether the contract has no end."`
	Payee          string             `json:"payee,omitzero" jsonschema:"Code of the organisation that any funding goes to: the employer."`
	Start          domain.Date        `json:"start" jsonschema:"The first day, YYYY-MM-DD."`
	Until          domain.Date        `json:"until" jsonschema:"The planned last day, YYYY-MM-DD."`
}

// RecordSupportSession records that a session of support took place.
type RecordSupportSession struct {
	Session uuid.UUID   `json:"session,omitzero" jsonschema:"The session's id; made from the command's id where it is left out."`
	Support uuid.UUID   `json:"support" jsonschema:"The support's id."`
	On      domain.Date `json:"on" jsonschema:"The day, YYYY-MM-DD."`
	Minutes int         `json:"minutes" jsonschema:"How long it was, 1 to 1440."`
}

// CompleteSupport records that support has reached its end.
type CompleteSupport struct {
	Support uuid.UUID   `json:"support" jsonschema:"The support's id."`
	On      domain.Date `json:"on" jsonschema:"The last day, YYYY-MM-DD."`
}

// WithdrawSupport records that support ended early.
type WithdrawSupport struct {
	Support uuid.UUID   `json:"support" jsonschema:"The support's id."`
	On      domain.Date `json:"on" jsonschema:"The last day, YYYY-MM-DD; the day before the first where it never began."`
	Reason  string      `json:"reason" jsonschema:"Why, no names of persons."`
}

// RecordCareerSupport records support for people at a stage of their career,
// counted and not named.
type RecordCareerSupport struct {
	Provision  uuid.UUID          `json:"provision,omitzero" jsonschema:"The provision's id; made from the command's id where it is left out."`
	Hub        domain.HubID       `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Stage      domain.CareerStage `json:"stage" jsonschema:"NEW_TO_PRACTICE, MID_CAREER or RETENTION."`
	Profession string             `json:"profession" jsonschema:"The profession, 2 to 26 capital letters, digits and underscores."`
	Contacts   int                `json:"contacts" jsonschema:"How many contacts, 1 to 100000."`
	On         domain.Date        `json:"on" jsonschema:"The day, YYYY-MM-DD."`
}

// UseCPDFunding records that money for continuing professional development was
// used for a person.
type UseCPDFunding struct {
	Use        uuid.UUID         `json:"use,omitzero" jsonschema:"The use's id; made from the command's id where it is left out."`
	Hub        domain.HubID      `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Person     uuid.UUID         `json:"person" jsonschema:"The person's random id."`
	Profession string            `json:"profession" jsonschema:"The profession, 2 to 26 capital letters, digits and underscores, such as NURSE. What a head has in a year is the rate GRANT of CPD_NURSE in ENGLAND for HEAD_YEAR."`
	Pence      domain.Pence      `json:"pence" jsonschema:"Pence used: the whole price, or a part of it."`
	Purpose    domain.CPDPurpose `json:"purpose" jsonschema:"COURSE, QUALIFICATION or EVENT; or, of what it is not for, BACKFILL, MANDATORY_TRAINING, EQUIPMENT or OTHER."`
	On         domain.Date       `json:"on" jsonschema:"The day, YYYY-MM-DD; its financial year's money is used."`
}

// CommandName implements domain.CommandData.
func (StartSupport) CommandName() string { return "start-support" }

// CommandName implements domain.CommandData.
func (RecordSupportSession) CommandName() string { return "record-support-session" }

// CommandName implements domain.CommandData.
func (CompleteSupport) CommandName() string { return "complete-support" }

// CommandName implements domain.CommandData.
func (WithdrawSupport) CommandName() string { return "withdraw-support" }

// CommandName implements domain.CommandData.
func (RecordCareerSupport) CommandName() string { return "record-career-support" }

// CommandName implements domain.CommandData.
func (UseCPDFunding) CommandName() string { return "use-cpd-funding" }
