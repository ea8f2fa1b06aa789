package role

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// ProposeRolePost proposes a post in a PCN.
type ProposeRolePost struct {
	Post       uuid.UUID          `json:"post,omitzero" jsonschema:"The post's id; made from the command's id where it is left out."`
	Hub        domain.HubID       `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	PCN        string             `json:"pcn" jsonschema:"Code of the PCN, such as U12345."`
	RoleType   string             `json:"roleType" jsonschema:"The type of role, as defined nationally, such as CLINICAL_PHARMACIST."`
	Origin     domain.RoleOrigin  `json:"origin" jsonschema:"EXISTING, NEW or PCN_DES (introduced through the PCN contract)."`
	FTE        domain.FTE         `json:"fte" jsonschema:"Full-time equivalents, a decimal above 0 and at most 1."`
	Band       string             `json:"band,omitzero" jsonschema:"The band of Agenda for Change, such as 7 or 8a, where it is paid by one."`
	Funding    domain.RoleFunding `json:"funding" jsonschema:"Who pays: ARRS, PRACTICE, TRUST, HUB or OTHER."`
	Area       string             `json:"area,omitzero" jsonschema:"Of a post that the scheme pays for: the area of its rates, ENGLAND, OUTER_LONDON or INNER_LONDON."`
	Additional bool               `json:"additional" jsonschema:"Whether the PCN asserts that the post is additional to what there was on 31 March 2019."`
	From       domain.Date        `json:"from" jsonschema:"The intended first day, YYYY-MM-DD."`
}

// RecruitRolePost records that somebody works in a post.
type RecruitRolePost struct {
	Post           uuid.UUID   `json:"post" jsonschema:"The post's id."`
	Person         uuid.UUID   `json:"person" jsonschema:"The person's random id."`
	Employer       string      `json:"employer" jsonschema:"Code of the organisation that employs the person."`
	Start          domain.Date `json:"start" jsonschema:"The first day, YYYY-MM-DD."`
	IntendedMonths int         `json:"intendedMonths" jsonschema:"How many months the employment or contract is intended to last, 1 to 600."`
	Cover          bool        `json:"cover,omitzero" jsonschema:"Whether it is temporary cover for somebody in a post that the scheme pays for."`
	QualifiedOn    domain.Date `json:"qualifiedOn,omitzero" jsonschema:"The day the person qualified, YYYY-MM-DD, where the type of role asks for it."`
	LastEmployedOn domain.Date `json:"lastEmployedOn,omitzero" jsonschema:"The person's last day with the PCN or one of its practices before, YYYY-MM-DD, where there was one."`
	Promoted       bool        `json:"promoted,omitzero" jsonschema:"Whether the post is a promotion from there."`
}

// TestResult is whether a condition of embedding holds, and what shows it.
type TestResult struct {
	Condition domain.EmbeddingCondition `json:"condition" jsonschema:"TEAM (in the practices and integrated in the multi-disciplinary team), ACCESS (to professionals, records systems, support, training), SUPERVISION (clinical, with administrative support) or TERM (intended for long enough)."`
	Holds     bool                      `json:"holds" jsonschema:"Whether it holds."`
	DocHash   domain.Hash               `json:"docHash" jsonschema:"SHA-256 of the document that shows it, 43 characters of base64url."`
}

// EmbedRole records that a role is embedded.
type EmbedRole struct {
	Post  uuid.UUID    `json:"post" jsonschema:"The post's id."`
	Tests []TestResult `json:"tests" jsonschema:"All four conditions, each once."`
	By    uuid.UUID    `json:"by" jsonschema:"Random id of the person who found so."`
	On    domain.Date  `json:"on" jsonschema:"The first day on which all hold, YYYY-MM-DD."`
}

// LapseRoleEmbedding records that a role is no longer embedded, though somebody
// still works in it.
type LapseRoleEmbedding struct {
	Post      uuid.UUID                 `json:"post" jsonschema:"The post's id."`
	Condition domain.EmbeddingCondition `json:"condition" jsonschema:"The condition that does not hold any more: TEAM, ACCESS, SUPERVISION or TERM."`
	On        domain.Date               `json:"on" jsonschema:"The last day on which all held, YYYY-MM-DD."`
	Reason    string                    `json:"reason" jsonschema:"Why, no names of persons."`
}

// ChangeRoleFTE records that somebody works more or less in a post.
type ChangeRoleFTE struct {
	Post uuid.UUID   `json:"post" jsonschema:"The post's id."`
	FTE  domain.FTE  `json:"fte" jsonschema:"Full-time equivalents from then on, a decimal above 0 and at most 1."`
	From domain.Date `json:"from" jsonschema:"The first day, YYYY-MM-DD."`
}

// EndRolePost records that a post is no more, or, where nobody was recruited,
// is not to be.
type EndRolePost struct {
	Post   uuid.UUID   `json:"post" jsonschema:"The post's id."`
	On     domain.Date `json:"on" jsonschema:"The last day, YYYY-MM-DD."`
	Reason string      `json:"reason" jsonschema:"Why, no names of persons."`
}

// CommandName implements domain.CommandData.
func (ProposeRolePost) CommandName() string { return "propose-role-post" }

// CommandName implements domain.CommandData.
func (RecruitRolePost) CommandName() string { return "recruit-role-post" }

// CommandName implements domain.CommandData.
func (EmbedRole) CommandName() string { return "embed-role" }

// CommandName implements domain.CommandData.
func (LapseRoleEmbedding) CommandName() string { return "lapse-role-embedding" }

// CommandName implements domain.CommandData.
func (ChangeRoleFTE) CommandName() string { return "change-role-fte" }

// CommandName implements domain.CommandData.
func (EndRolePost) CommandName() string { return "end-role-post" }
