package commissioning

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// RecordNotice records that a notice was published.
type RecordNotice struct {
	Decision uuid.UUID         `json:"decision" jsonschema:"Id of the decision."`
	Kind     domain.NoticeKind `json:"kind" jsonschema:"TRANSPARENCY (before a direct award), TENDER, INTENT (to award) or AWARD."`
	Ref      string            `json:"ref" jsonschema:"Reference of the publication."`
	On       domain.Date       `json:"on" jsonschema:"The day, YYYY-MM-DD."`
}

// StartStandstill records that no contract is made for some days.
type StartStandstill struct {
	Decision uuid.UUID   `json:"decision" jsonschema:"Id of the decision."`
	On       domain.Date `json:"on" jsonschema:"The day it starts, YYYY-MM-DD; it lasts for eight working days after."`
}

// RecordRepresentation records that a provider objects.
type RecordRepresentation struct {
	Decision       uuid.UUID   `json:"decision" jsonschema:"Id of the decision."`
	Representation uuid.UUID   `json:"representation,omitzero" jsonschema:"Id of the representation, a random UUID; made from the command's id where left out."`
	From           string      `json:"from" jsonschema:"Code of the organisation that objects."`
	Subject        string      `json:"subject" jsonschema:"To what, at most 500 characters, no names."`
	On             domain.Date `json:"on" jsonschema:"The day it was received, YYYY-MM-DD."`
}

// EndStandstill records that a standstill is over.
type EndStandstill struct {
	Decision  uuid.UUID   `json:"decision" jsonschema:"Id of the decision."`
	On        domain.Date `json:"on" jsonschema:"Its last day, YYYY-MM-DD."`
	RepliedOn domain.Date `json:"repliedOn,omitzero" jsonschema:"The day the last answer was given to who objected, YYYY-MM-DD."`
}

// AwardContract records that a contract was made with a supplier.
type AwardContract struct {
	Award    uuid.UUID     `json:"award,omitzero" jsonschema:"Id of the award, a random UUID; made from the command's id where left out."`
	Decision uuid.UUID     `json:"decision,omitzero" jsonschema:"Id of the decision that approved it."`
	Holder   string        `json:"holder,omitzero" jsonschema:"Code of the organisation that makes the contract: the hub's host, or a national body."`
	Supplier string        `json:"supplier" jsonschema:"Code of the supplier."`
	From     domain.Date   `json:"from" jsonschema:"First day of the contract, YYYY-MM-DD."`
	To       domain.Date   `json:"to" jsonschema:"Last day of the contract, YYYY-MM-DD."`
	Value    domain.Amount `json:"value" jsonschema:"What it is worth over its whole life, with options."`
	On       domain.Date   `json:"on" jsonschema:"The day it was made, YYYY-MM-DD."`
}

// VaryAward records what an award is from here on.
type VaryAward struct {
	Award    uuid.UUID     `json:"award" jsonschema:"Id of the award."`
	Decision uuid.UUID     `json:"decision,omitzero" jsonschema:"Id of the decision that approved the variation."`
	To       domain.Date   `json:"to" jsonschema:"Last day of the contract as varied, YYYY-MM-DD."`
	Value    domain.Amount `json:"value" jsonschema:"What it is worth over its whole life as varied, with all there was before."`
	Reason   string        `json:"reason" jsonschema:"Why, at most 500 characters, no names."`
	On       domain.Date   `json:"on" jsonschema:"The day it was varied, YYYY-MM-DD."`
}

// EndAward records that an award is over.
type EndAward struct {
	Award  uuid.UUID   `json:"award" jsonschema:"Id of the award."`
	On     domain.Date `json:"on" jsonschema:"Its last day, YYYY-MM-DD."`
	Reason string      `json:"reason" jsonschema:"Why, at most 500 characters, no names."`
}

// AcceptDelivery records that the hub has what it was to get.
type AcceptDelivery struct {
	Award    uuid.UUID   `json:"award" jsonschema:"Id of the award."`
	Delivery uuid.UUID   `json:"delivery,omitzero" jsonschema:"Id of the delivery, a random UUID; made from the command's id where left out."`
	What     string      `json:"what" jsonschema:"What was delivered, at most 500 characters, no names."`
	Units    int         `json:"units" jsonschema:"How many, 1 or more."`
	On       domain.Date `json:"on" jsonschema:"The day, YYYY-MM-DD."`
}

// SuspectBreach records that the rules on conflicts of interest may have been
// broken. Who raised it is never recorded.
type SuspectBreach struct {
	Breach   uuid.UUID   `json:"breach,omitzero" jsonschema:"Id of the breach, a random UUID; made from the command's id where left out."`
	Decision uuid.UUID   `json:"decision" jsonschema:"Id of the decision."`
	Person   uuid.UUID   `json:"person,omitzero" jsonschema:"Random id of the person who may have broken them, where it is known."`
	What     string      `json:"what" jsonschema:"What may have happened, at most 500 characters, no names."`
	On       domain.Date `json:"on" jsonschema:"The day it was raised, YYYY-MM-DD."`
}

// UpholdBreach records that it was so.
type UpholdBreach struct {
	Breach uuid.UUID   `json:"breach" jsonschema:"Id of the breach."`
	Impact string      `json:"impact" jsonschema:"What it led to, at most 500 characters, no names."`
	By     uuid.UUID   `json:"by,omitzero" jsonschema:"Random id of the person who investigated; who gives the command where left out."`
	On     domain.Date `json:"on" jsonschema:"The day, YYYY-MM-DD."`
}

// CloseBreach records what was done about a suspected breach.
type CloseBreach struct {
	Breach    uuid.UUID   `json:"breach" jsonschema:"Id of the breach."`
	Action    string      `json:"action" jsonschema:"What was done, at most 500 characters, no names."`
	Lessons   string      `json:"lessons,omitzero" jsonschema:"What was learned, at most 500 characters, no names."`
	Published string      `json:"published,omitzero" jsonschema:"Where the report of it, without names, was published."`
	On        domain.Date `json:"on" jsonschema:"The day, YYYY-MM-DD."`
}

// CommandName implements domain.CommandData.
func (RecordNotice) CommandName() string { return "record-notice" }

// CommandName implements domain.CommandData.
func (StartStandstill) CommandName() string { return "start-standstill" }

// CommandName implements domain.CommandData.
func (RecordRepresentation) CommandName() string { return "record-representation" }

// CommandName implements domain.CommandData.
func (EndStandstill) CommandName() string { return "end-standstill" }

// CommandName implements domain.CommandData.
func (AwardContract) CommandName() string { return "award-contract" }

// CommandName implements domain.CommandData.
func (VaryAward) CommandName() string { return "vary-award" }

// CommandName implements domain.CommandData.
func (EndAward) CommandName() string { return "end-award" }

// CommandName implements domain.CommandData.
func (AcceptDelivery) CommandName() string { return "accept-delivery" }

// CommandName implements domain.CommandData.
func (SuspectBreach) CommandName() string { return "suspect-breach" }

// CommandName implements domain.CommandData.
func (UpholdBreach) CommandName() string { return "uphold-breach" }

// CommandName implements domain.CommandData.
func (CloseBreach) CommandName() string { return "close-breach" }
