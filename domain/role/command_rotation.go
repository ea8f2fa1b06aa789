package role

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Leg is a part of a rotational post as it is planned.
type Leg struct {
	Org  string      `json:"org" jsonschema:"Code of the organisation where it is."`
	From domain.Date `json:"from" jsonschema:"The planned first day, YYYY-MM-DD."`
	To   domain.Date `json:"to" jsonschema:"The planned last day, YYYY-MM-DD."`
	FTE  domain.FTE  `json:"fte" jsonschema:"Full-time equivalents, a decimal above 0 and at most 1."`
}

// CreateRotationalPost creates a post that rotates between places.
type CreateRotationalPost struct {
	Post     uuid.UUID         `json:"post,omitzero" jsonschema:"The post's id; made from the command's id where it is left out."`
	Hub      domain.HubID      `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	PCN      string            `json:"pcn,omitzero" jsonschema:"Code of the PCN that leads it, such as U12345, where one does."`
	RoleType string            `json:"roleType" jsonschema:"The type of role, as defined nationally, such as PARAMEDIC."`
	Origin   domain.RoleOrigin `json:"origin" jsonschema:"EXISTING, NEW or PCN_DES (introduced through the PCN contract)."`
	Legs     []Leg             `json:"legs" jsonschema:"The legs, numbered from 1 in this order; together at most one full-time equivalent on any day."`
}

// StartRotationLeg records that somebody works in a leg.
type StartRotationLeg struct {
	Post   uuid.UUID   `json:"post" jsonschema:"The post's id."`
	Leg    int         `json:"leg" jsonschema:"The leg's number, from 1."`
	Person uuid.UUID   `json:"person" jsonschema:"The person's random id."`
	On     domain.Date `json:"on" jsonschema:"The first day, YYYY-MM-DD."`
}

// EndRotationLeg records on which day they last did.
type EndRotationLeg struct {
	Post   uuid.UUID   `json:"post" jsonschema:"The post's id."`
	Leg    int         `json:"leg" jsonschema:"The leg's number, from 1."`
	On     domain.Date `json:"on" jsonschema:"The last day, YYYY-MM-DD."`
	Reason string      `json:"reason,omitzero" jsonschema:"Why, where it is not as planned; no names of persons."`
}

// CommandName implements domain.CommandData.
func (CreateRotationalPost) CommandName() string { return "create-rotational-post" }

// CommandName implements domain.CommandData.
func (StartRotationLeg) CommandName() string { return "start-rotation-leg" }

// CommandName implements domain.CommandData.
func (EndRotationLeg) CommandName() string { return "end-rotation-leg" }
