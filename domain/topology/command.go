package topology

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// RegisterHub registers the hub of an ICS: the one whose stream it is.
type RegisterHub struct {
	Name     string          `json:"name" jsonschema:"The hub's name."`
	Host     string          `json:"host,omitzero" jsonschema:"Code of the organisation that employs the staff and signs contracts, where there is one."`
	Region   string          `json:"region" jsonschema:"Code of the region, such as Y62."`
	School   string          `json:"school,omitzero" jsonschema:"Code of the Primary Care School that oversees the hub."`
	From     domain.Date     `json:"from" jsonschema:"The hub's first day, YYYY-MM-DD."`
	Contacts domain.Contacts `json:"contacts,omitzero" jsonschema:"How the office is reached; functional contacts only, never a person's."`
	Basis    domain.HubBasis `json:"basis" jsonschema:"REGISTERED by somebody who knows the hub, or IMPLIED by a published file."`
}

// EstablishLocalityHub registers a locality hub and the PCNs it serves.
type EstablishLocalityHub struct {
	Hub      domain.HubID    `json:"hub" jsonschema:"The locality hub's id: the ICB's code, a tilde and a name, such as QE1~fylde-coast."`
	Parent   domain.HubID    `json:"parent,omitzero" jsonschema:"The ICS hub it is under; the hub of the same ICB where it is left out."`
	Area     []string        `json:"area" jsonschema:"Codes of the PCNs it serves."`
	Name     string          `json:"name" jsonschema:"The hub's name."`
	Host     string          `json:"host,omitzero" jsonschema:"Code of the organisation that employs the staff, where there is one."`
	School   string          `json:"school,omitzero" jsonschema:"Code of the Primary Care School; the ICS hub's where it is left out."`
	From     domain.Date     `json:"from" jsonschema:"The hub's first day, YYYY-MM-DD."`
	Contacts domain.Contacts `json:"contacts,omitzero" jsonschema:"How the office is reached; functional contacts only, never a person's."`
}

// ChangeHubHost records that another organisation hosts a hub.
type ChangeHubHost struct {
	Hub         domain.HubID `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	To          string       `json:"to" jsonschema:"Code of the new host."`
	On          domain.Date  `json:"on" jsonschema:"The first day with the new host, YYYY-MM-DD."`
	NovationRef string       `json:"novationRef,omitzero" jsonschema:"Reference of the novation of the contracts; needed where there was a host before."`
}

// AgreePartnership records that a hub and another organisation work together.
type AgreePartnership struct {
	Partnership uuid.UUID    `json:"partnership,omitzero" jsonschema:"The partnership's id; made from the command's id where it is left out."`
	Hub         domain.HubID `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Party       string       `json:"party" jsonschema:"Code of the other organisation."`
	Purpose     string       `json:"purpose" jsonschema:"What the partnership is for, at most 500 characters, no names."`
	From        domain.Date  `json:"from" jsonschema:"The first day, YYYY-MM-DD."`
	Until       domain.Date  `json:"until,omitzero" jsonschema:"The last day, YYYY-MM-DD, where one is agreed."`
}

// EndPartnership records that a partnership ends.
type EndPartnership struct {
	Partnership uuid.UUID   `json:"partnership" jsonschema:"The partnership's id."`
	On          domain.Date `json:"on" jsonschema:"The last day, YYYY-MM-DD."`
	Reason      string      `json:"reason" jsonschema:"Why it ends, at most 500 characters, no names."`
}

// CommandName implements domain.CommandData.
func (RegisterHub) CommandName() string { return "register-hub" }

// CommandName implements domain.CommandData.
func (EstablishLocalityHub) CommandName() string { return "establish-locality-hub" }

// CommandName implements domain.CommandData.
func (ChangeHubHost) CommandName() string { return "change-hub-host" }

// CommandName implements domain.CommandData.
func (AgreePartnership) CommandName() string { return "agree-partnership" }

// CommandName implements domain.CommandData.
func (EndPartnership) CommandName() string { return "end-partnership" }
