package role

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// SetRoleEntitlement records what a PCN may be reimbursed for additional roles
// in a year. The pence follow from the published rate.
type SetRoleEntitlement struct {
	Hub        domain.HubID         `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	PCN        string               `json:"pcn" jsonschema:"Code of the PCN, such as U12345."`
	FY         domain.FinancialYear `json:"fy" jsonschema:"The financial year, such as 2024/25."`
	Registered domain.Patients      `json:"registered" jsonschema:"Registered patients, a decimal in a string with up to two places; caps go by them."`
	Weighted   domain.Patients      `json:"weighted" jsonschema:"Weighted patients, a decimal in a string with up to two places; the entitlement goes by them."`
	PatientsOn domain.Date          `json:"patientsOn" jsonschema:"The day the patients are of, usually 1 January before the year, YYYY-MM-DD."`
	SourceDoc  string               `json:"sourceDoc" jsonschema:"The publication of the patients: title and number."`
}

// ClaimReimbursement records what a PCN claims for a post and some days. A
// second claim for the same days adds to the first, as after a rate that was
// raised backwards.
type ClaimReimbursement struct {
	Claim uuid.UUID    `json:"claim,omitzero" jsonschema:"The claim's id; made from the command's id where it is left out."`
	Post  uuid.UUID    `json:"post" jsonschema:"The post's id."`
	From  domain.Date  `json:"from" jsonschema:"The first day it is for, YYYY-MM-DD."`
	To    domain.Date  `json:"to" jsonschema:"The last day it is for, in the same financial year, YYYY-MM-DD."`
	Pence domain.Pence `json:"pence" jsonschema:"Salary and on-costs claimed, in pence."`
}

// CommandName implements domain.CommandData.
func (SetRoleEntitlement) CommandName() string { return "set-role-entitlement" }

// CommandName implements domain.CommandData.
func (ClaimReimbursement) CommandName() string { return "claim-reimbursement" }
