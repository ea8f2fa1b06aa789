package assurance

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// DomainScore is how far a hub is in a domain, and what shows it.
type DomainScore struct {
	Domain  string      `json:"domain" jsonschema:"Code of the domain, as the matrix names it."`
	Level   int         `json:"level" jsonschema:"One of the matrix's levels. It may be below the one before."`
	DocHash domain.Hash `json:"docHash" jsonschema:"SHA-256 of the document that shows it, 43 characters of base64url."`
}

// AssessMaturity records how far a hub is by a version of a matrix.
type AssessMaturity struct {
	Assessment uuid.UUID     `json:"assessment,omitzero" jsonschema:"The assessment's id; made from the command's id where it is left out."`
	Hub        domain.HubID  `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Matrix     string        `json:"matrix" jsonschema:"The matrix's code."`
	Version    int           `json:"version" jsonschema:"Its version, the one that counts on the day."`
	Scores     []DomainScore `json:"scores" jsonschema:"How far the hub is in each domain of the matrix, each once."`
	Assessor   uuid.UUID     `json:"assessor" jsonschema:"Random id of the person who assessed."`
	Party      string        `json:"party" jsonschema:"Code of the organisation they assess for: the hub's host where it assesses itself."`
	On         domain.Date   `json:"on" jsonschema:"The day it was assessed, YYYY-MM-DD."`
}

// AssessAssurance records what was found of a hub in one consideration.
type AssessAssurance struct {
	Assessment uuid.UUID              `json:"assessment,omitzero" jsonschema:"The assessment's id; made from the command's id where it is left out."`
	Hub        domain.HubID           `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Item       domain.Consideration   `json:"item" jsonschema:"GOVERNANCE (appropriate governance is in place), MATURITY (the maturity of hubs is understood), WORKFORCE_PLANS (the hub supports the delivery of the ICS's plans), FUNDING (plans meet what the system needs and funding is targeted to priorities) or ENGAGEMENT (the hub takes part in discussions of the future workforce)."`
	PeriodFrom domain.Date            `json:"periodFrom" jsonschema:"The first day it is about, YYYY-MM-DD."`
	PeriodTo   domain.Date            `json:"periodTo" jsonschema:"The last day it is about, YYYY-MM-DD."`
	Rating     domain.AssuranceRating `json:"rating" jsonschema:"SUBSTANTIAL, MODERATE, LIMITED or UNSATISFACTORY."`
	Findings   string                 `json:"findings" jsonschema:"What was found, at most 500 characters, no names."`
	DocHashes  []domain.Hash          `json:"docHashes" jsonschema:"SHA-256 of each document that shows it, each once: one or more."`
	Assessor   uuid.UUID              `json:"assessor" jsonschema:"Random id of the person who assessed."`
	Party      string                 `json:"party" jsonschema:"Code of the organisation they assess for."`
	On         domain.Date            `json:"on" jsonschema:"The day it was assessed, YYYY-MM-DD, not before the period begins."`
}

// Unmet is a requirement that a hub is not able to deliver, and why.
type Unmet struct {
	Requirement string    `json:"requirement" jsonschema:"Its code, as the hub's contract lists it; a core function where it lists none."`
	Assessment  uuid.UUID `json:"assessment,omitzero" jsonschema:"Id of the assessment of the hub's maturity that shows it; left out where it is only declared."`
	Reason      string    `json:"reason,omitzero" jsonschema:"Why, at most 500 characters, no names; needed where no assessment shows it."`
}

// DeclareShortfall records that a hub is not able to deliver all that it is to.
type DeclareShortfall struct {
	Shortfall    uuid.UUID    `json:"shortfall,omitzero" jsonschema:"The shortfall's id; made from the command's id where it is left out."`
	Hub          domain.HubID `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Requirements []Unmet      `json:"requirements" jsonschema:"What it is not able to deliver, each once."`
	On           domain.Date  `json:"on" jsonschema:"The first day, YYYY-MM-DD."`
}

// CloseShortfall records that a hub delivers again what it is to.
type CloseShortfall struct {
	Shortfall uuid.UUID   `json:"shortfall" jsonschema:"The shortfall's id."`
	On        domain.Date `json:"on" jsonschema:"The first day without it, YYYY-MM-DD."`
	Outcome   string      `json:"outcome" jsonschema:"What became of it, at most 500 characters, no names."`
}

// AgreeInterimArrangement records who delivers in the place of a hub.
type AgreeInterimArrangement struct {
	Arrangement  uuid.UUID              `json:"arrangement,omitzero" jsonschema:"The arrangement's id; made from the command's id where it is left out."`
	Shortfall    uuid.UUID              `json:"shortfall" jsonschema:"The shortfall's id."`
	Requirements []string               `json:"requirements" jsonschema:"Codes of what is provided, each once: all or some of the shortfall's."`
	Provider     domain.InterimProvider `json:"provider" jsonschema:"Who delivers it."`
	From         domain.Date            `json:"from" jsonschema:"The first day, YYYY-MM-DD."`
	Until        domain.Date            `json:"until" jsonschema:"The last day, YYYY-MM-DD. An arrangement that goes on is agreed anew."`
	Approver     uuid.UUID              `json:"approver" jsonschema:"Random id of the person who approves it."`
	Office       string                 `json:"office" jsonschema:"Code of the local office of the accountable body that they approve for, of class HEE_LOCAL_OFFICE."`
	On           domain.Date            `json:"on" jsonschema:"The day of the approval, YYYY-MM-DD."`
}

// EndInterimArrangement records that an arrangement is over.
type EndInterimArrangement struct {
	Arrangement uuid.UUID   `json:"arrangement" jsonschema:"The arrangement's id."`
	On          domain.Date `json:"on" jsonschema:"The last day, YYYY-MM-DD; the day before the first where it never began."`
	Reason      string      `json:"reason" jsonschema:"Why, such as that it ran out, at most 500 characters, no names."`
}

// ShareGoodPractice records that a hub told others of something that works.
type ShareGoodPractice struct {
	Practice    uuid.UUID      `json:"practice,omitzero" jsonschema:"The practice's id; made from the command's id where it is left out."`
	Hub         domain.HubID   `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Title       string         `json:"title" jsonschema:"What works, no names of persons."`
	Programme   uuid.UUID      `json:"programme,omitzero" jsonschema:"Id of the programme that it comes from, where it comes from one."`
	Audience    string         `json:"audience" jsonschema:"Whom it is for, such as practice managers."`
	WithHubs    []domain.HubID `json:"withHubs,omitempty" jsonschema:"Ids of the hubs that were told, such as QOP or QE1~fylde-coast, each once."`
	WithParties []string       `json:"withParties,omitempty" jsonschema:"Codes of other organisations that were told, such as a Primary Care School, each once. Hubs and organisations together are one or more."`
	On          domain.Date    `json:"on" jsonschema:"The day, YYYY-MM-DD."`
}

// CommandName implements domain.CommandData.
func (AssessMaturity) CommandName() string { return "assess-maturity" }

// CommandName implements domain.CommandData.
func (AssessAssurance) CommandName() string { return "assess-assurance" }

// CommandName implements domain.CommandData.
func (DeclareShortfall) CommandName() string { return "declare-delivery-shortfall" }

// CommandName implements domain.CommandData.
func (CloseShortfall) CommandName() string { return "close-delivery-shortfall" }

// CommandName implements domain.CommandData.
func (AgreeInterimArrangement) CommandName() string { return "agree-interim-arrangement" }

// CommandName implements domain.CommandData.
func (EndInterimArrangement) CommandName() string { return "end-interim-arrangement" }

// CommandName implements domain.CommandData.
func (ShareGoodPractice) CommandName() string { return "share-good-practice" }
