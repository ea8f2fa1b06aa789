package governance

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// AppointTeamMember records that a person has a role in a hub's team.
type AppointTeamMember struct {
	Hub            domain.HubID `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Person         uuid.UUID    `json:"person" jsonschema:"Random id of the person."`
	Role           string       `json:"role" jsonschema:"CLINICAL_LEAD, AHP_LEAD, WORKFORCE_TRANSFORMATION_LEAD, MANAGEMENT_LEAD, PROJECT_MANAGER, ADMINISTRATOR, or another of 2 to 40 capital letters, digits and underscores."`
	FTE            domain.FTE   `json:"fte" jsonschema:"Full-time equivalents, a decimal above 0 and at most 1."`
	DecisionMaking bool         `json:"decisionMaking" jsonschema:"Whether the person takes or shapes decisions on money, and so declares interests."`
	From           domain.Date  `json:"from" jsonschema:"The first day, YYYY-MM-DD."`
}

// RecordTeamMemberLeft records that a person no longer has a role.
type RecordTeamMemberLeft struct {
	Hub    domain.HubID `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Person uuid.UUID    `json:"person" jsonschema:"Random id of the person."`
	Role   string       `json:"role" jsonschema:"The role."`
	On     domain.Date  `json:"on" jsonschema:"The last day, YYYY-MM-DD."`
}

// SetEstablishment records how much of a role is funded in a year.
type SetEstablishment struct {
	Hub  domain.HubID         `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Role string               `json:"role" jsonschema:"The role, 2 to 40 capital letters, digits and underscores."`
	FTE  domain.FTE           `json:"fte" jsonschema:"Full-time equivalents of all who have it together, a decimal of 0 or more."`
	FY   domain.FinancialYear `json:"fy" jsonschema:"The financial year, such as 2024/25."`
}

// GrantDelegation records how much a person, a body or a locality hub may
// decide on.
type GrantDelegation struct {
	Delegation uuid.UUID    `json:"delegation,omitzero" jsonschema:"The delegation's id; made from the command's id where it is left out."`
	Hub        domain.HubID `json:"hub,omitzero" jsonschema:"Of a delegation to a locality hub: its id. It may then decide on that much without the ICS hub."`
	Person     uuid.UUID    `json:"person,omitzero" jsonschema:"Random id of the person; left out where it is to a body or a locality hub."`
	Body       string       `json:"body,omitzero" jsonschema:"The body, as meetings name it; left out where it is to a person or a locality hub."`
	Limit      domain.Pence `json:"limitPence,omitzero" jsonschema:"The most of one decision, in pence with VAT; left out where it is reserved."`
	Reserved   bool         `json:"reserved,omitzero" jsonschema:"Whether decisions of any amount are reserved to the body."`
	From       domain.Date  `json:"from" jsonschema:"The first day, YYYY-MM-DD."`
	To         domain.Date  `json:"to,omitzero" jsonschema:"The last day, YYYY-MM-DD, where there is one."`
}

// RevokeDelegation records that a delegation ends before its last day.
type RevokeDelegation struct {
	Delegation uuid.UUID   `json:"delegation" jsonschema:"The delegation's id."`
	On         domain.Date `json:"on" jsonschema:"The last day, YYYY-MM-DD; the day before its first where it is not to begin."`
	Reason     string      `json:"reason" jsonschema:"Why, at most 500 characters, no names."`
}

// NamePCNLead records that a person leads something for a PCN.
type NamePCNLead struct {
	PCN    string      `json:"pcn" jsonschema:"Code of the PCN, such as U12345."`
	Person uuid.UUID   `json:"person" jsonschema:"Random id of the person."`
	Kind   string      `json:"kind" jsonschema:"What the person leads, such as CLINICAL_DIRECTOR or EDUCATION_LEAD: 2 to 40 capital letters, digits and underscores."`
	From   domain.Date `json:"from" jsonschema:"The first day, YYYY-MM-DD."`
}

// EndPCNLead records that a person no longer does.
type EndPCNLead struct {
	PCN    string      `json:"pcn" jsonschema:"Code of the PCN, such as U12345."`
	Person uuid.UUID   `json:"person" jsonschema:"Random id of the person."`
	Kind   string      `json:"kind" jsonschema:"What the person led."`
	On     domain.Date `json:"on" jsonschema:"The last day, YYYY-MM-DD."`
}

// CommandName implements domain.CommandData.
func (AppointTeamMember) CommandName() string { return "appoint-team-member" }

// CommandName implements domain.CommandData.
func (RecordTeamMemberLeft) CommandName() string { return "record-team-member-left" }

// CommandName implements domain.CommandData.
func (SetEstablishment) CommandName() string { return "set-establishment" }

// CommandName implements domain.CommandData.
func (GrantDelegation) CommandName() string { return "grant-delegation" }

// CommandName implements domain.CommandData.
func (RevokeDelegation) CommandName() string { return "revoke-delegation" }

// CommandName implements domain.CommandData.
func (NamePCNLead) CommandName() string { return "name-pcn-lead" }

// CommandName implements domain.CommandData.
func (EndPCNLead) CommandName() string { return "end-pcn-lead" }
