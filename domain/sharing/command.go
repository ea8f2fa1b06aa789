package sharing

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// OfferResourceShare records that a hub shares what it has with another. Where
// both are of one ICS it records both sides.
type OfferResourceShare struct {
	Share       uuid.UUID          `json:"share,omitzero" jsonschema:"The share's id, a random UUID that the other hub names too; made from the command's id where it is left out."`
	Hub         domain.HubID       `json:"hub,omitzero" jsonschema:"The hub that gives: a locality hub's id; the ICS hub where it is left out."`
	Counterpart domain.HubID       `json:"counterpart" jsonschema:"The hub that gets, of any ICS, such as QHM or QE1~fylde-coast."`
	Resource    string             `json:"resource" jsonschema:"What is shared, in words, no names of persons."`
	Amount      domain.ShareAmount `json:"amount" jsonschema:"How much, above 0: one of fte, places and pence."`
	Credit      domain.KPICredit   `json:"credit" jsonschema:"Whose indicators count what comes of it: DELIVERER (the hub that gives) or BENEFICIARY (the hub that gets)."`
	ExceedsIn   string             `json:"exceedsIn,omitzero" jsonschema:"The domain of the maturity matrix that the hub exceeds in by its newest assessment, such as EDUCATORS."`
	Reason      string             `json:"reason,omitzero" jsonschema:"Why the hub can share, at most 500 characters, no names; needed where exceedsIn is left out."`
	From        domain.Date        `json:"from" jsonschema:"The first day, YYYY-MM-DD; of money the day it is given."`
	Until       domain.Date        `json:"until,omitzero" jsonschema:"The planned last day, YYYY-MM-DD, where there is one; not of money."`
	Transfer    uuid.UUID          `json:"transfer,omitzero" jsonschema:"Of money: id of the transfer by which it goes, or within an ICS of the virement."`
	On          domain.Date        `json:"on" jsonschema:"The day it was offered, YYYY-MM-DD."`
}

// AcceptResourceShare records the side of the hub that gets what a hub of
// another ICS shares.
type AcceptResourceShare struct {
	Share       uuid.UUID          `json:"share" jsonschema:"The share's id, as the other hub's stream names it."`
	Hub         domain.HubID       `json:"hub,omitzero" jsonschema:"The hub that gets: a locality hub's id; the ICS hub where it is left out."`
	Counterpart domain.HubID       `json:"counterpart" jsonschema:"The hub that gives, of another ICS."`
	Resource    string             `json:"resource" jsonschema:"What is shared, in words, no names of persons."`
	Amount      domain.ShareAmount `json:"amount" jsonschema:"How much, above 0, as offered: one of fte, places and pence."`
	Credit      domain.KPICredit   `json:"credit" jsonschema:"Whose indicators count what comes of it, as offered: DELIVERER (the hub that gives) or BENEFICIARY (the hub that gets)."`
	From        domain.Date        `json:"from" jsonschema:"The first day, YYYY-MM-DD, as offered."`
	Until       domain.Date        `json:"until,omitzero" jsonschema:"The planned last day, YYYY-MM-DD, as offered."`
	Transfer    uuid.UUID          `json:"transfer,omitzero" jsonschema:"Of money: id of the transfer by which it came."`
	On          domain.Date        `json:"on" jsonschema:"The day it was accepted, YYYY-MM-DD."`
}

// EndResourceShare records that a share ends: the side of it that is of this
// ICS, or both where both are. Money is given once: its share ends only as one
// that never began, before the money is sent.
type EndResourceShare struct {
	Share  uuid.UUID   `json:"share" jsonschema:"The share's id."`
	On     domain.Date `json:"on" jsonschema:"The last day, YYYY-MM-DD; the day before the first where it never began."`
	Reason string      `json:"reason" jsonschema:"Why it ends, at most 500 characters, no names."`
}

// CatalogueResource records that a hub points people to something to learn from.
type CatalogueResource struct {
	Resource uuid.UUID    `json:"resource,omitzero" jsonschema:"The resource's id; made from the command's id where it is left out."`
	Hub      domain.HubID `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Title    string       `json:"title" jsonschema:"The resource's published title."`
	Owner    string       `json:"owner" jsonschema:"Code of the organisation whose resource it is."`
	URI      string       `json:"uri" jsonschema:"Where it is found, beginning with https:// or http://."`
	Scope    domain.Scope `json:"scope" jsonschema:"Whom it was made for: LOCAL or NATIONAL."`
	Tags     []string     `json:"tags,omitempty" jsonschema:"Its topics, each once, in capital letters, digits and underscores, such as GP, PCN or VIDEO."`
	On       domain.Date  `json:"on" jsonschema:"The day from which people are pointed to it, YYYY-MM-DD."`
}

// PublishResource records that a hub has put a resource on a platform.
type PublishResource struct {
	Resource uuid.UUID    `json:"resource" jsonschema:"The resource's id."`
	Hub      domain.HubID `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Platform string       `json:"platform" jsonschema:"The platform, such as LEARNING_HUB or EDUCATOR_HUB: 2 to 40 capital letters, digits and underscores."`
	URI      string       `json:"uri,omitzero" jsonschema:"Where it is found there, beginning with https:// or http://."`
	On       domain.Date  `json:"on" jsonschema:"The day it was published, YYYY-MM-DD."`
}

// CommandName implements domain.CommandData.
func (OfferResourceShare) CommandName() string { return "offer-resource-share" }

// CommandName implements domain.CommandData.
func (AcceptResourceShare) CommandName() string { return "accept-resource-share" }

// CommandName implements domain.CommandData.
func (EndResourceShare) CommandName() string { return "end-resource-share" }

// CommandName implements domain.CommandData.
func (CatalogueResource) CommandName() string { return "catalogue-resource" }

// CommandName implements domain.CommandData.
func (PublishResource) CommandName() string { return "publish-resource" }
