package contract

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// SignHubContract records the contract of the ICS hub with the body it accounts
// to.
type SignHubContract struct {
	Contract        uuid.UUID                 `json:"contract,omitzero" jsonschema:"The contract's id; made from the command's id where it is left out."`
	Parties         []string                  `json:"parties" jsonschema:"Codes of the organisations that signed: the accountable body, the hub's host, and others."`
	From            domain.Date               `json:"from" jsonschema:"The first day, YYYY-MM-DD."`
	To              domain.Date               `json:"to" jsonschema:"The last day, YYYY-MM-DD."`
	Schedules       []domain.ContractSchedule `json:"schedules" jsonschema:"What it says of each financial year."`
	ReportingDuties []domain.ReportingDuty    `json:"reportingDuties" jsonschema:"The reports it asks for, each once."`
}

// VaryHubContract records a variation of a hub contract.
type VaryHubContract struct {
	Contract        uuid.UUID                 `json:"contract" jsonschema:"The contract's id."`
	On              domain.Date               `json:"on" jsonschema:"The first day of the variation, YYYY-MM-DD."`
	To              domain.Date               `json:"to,omitzero" jsonschema:"The contract's new last day, YYYY-MM-DD; left out where it stays."`
	Schedules       []domain.ContractSchedule `json:"schedules,omitempty" jsonschema:"The years of which it says something else or new; those left out stay."`
	ReportingDuties []domain.ReportingDuty    `json:"reportingDuties,omitempty" jsonschema:"All reports that it asks for from then on; left out where they stay."`
	Ref             string                    `json:"ref" jsonschema:"Reference of the deed of variation."`
}

// EndHubContract records that a hub contract ends before its last day.
type EndHubContract struct {
	Contract uuid.UUID   `json:"contract" jsonschema:"The contract's id."`
	On       domain.Date `json:"on" jsonschema:"The last day, YYYY-MM-DD."`
	Reason   string      `json:"reason" jsonschema:"Why it ends, at most 500 characters, no names."`
}

// DraftGovernanceAgreement records that the agreement between the ICS and its
// hub is drafted.
type DraftGovernanceAgreement struct {
	Agreement uuid.UUID   `json:"agreement,omitzero" jsonschema:"The agreement's id; made from the command's id where it is left out."`
	On        domain.Date `json:"on" jsonschema:"The day of the draft, YYYY-MM-DD."`
}

// SignGovernanceAgreement records that it is signed.
type SignGovernanceAgreement struct {
	Agreement     uuid.UUID             `json:"agreement" jsonschema:"The agreement's id."`
	From          domain.Date           `json:"from" jsonschema:"The first day, YYYY-MM-DD."`
	To            domain.Date           `json:"to,omitzero" jsonschema:"The last day, YYYY-MM-DD, where one is agreed."`
	EvidenceMusts []domain.MustEvidence `json:"evidenceMusts" jsonschema:"For each of the three musts the document that shows that it is kept."`
}

// LapseGovernanceAgreement records that an agreement, or a draft of one, is no
// more.
type LapseGovernanceAgreement struct {
	Agreement uuid.UUID   `json:"agreement" jsonschema:"The agreement's id."`
	On        domain.Date `json:"on" jsonschema:"The last day, YYYY-MM-DD."`
	Reason    string      `json:"reason" jsonschema:"Why, at most 500 characters, no names."`
}

// AdoptPolicy records that the hub works by a version of a policy.
type AdoptPolicy struct {
	Kind       domain.PolicyKind        `json:"kind" jsonschema:"COI (conflicts of interest), FINANCE, SFI (standing financial instructions) or IG (information governance)."`
	Version    string                   `json:"version" jsonschema:"How the document names this version, such as 2.1."`
	From       domain.Date              `json:"from" jsonschema:"The first day it is in force, YYYY-MM-DD."`
	ReviewDue  domain.Date              `json:"reviewDue" jsonschema:"The last day on which its review is in time, YYYY-MM-DD."`
	Thresholds []domain.PolicyThreshold `json:"thresholds,omitempty" jsonschema:"The limits that it sets, each key once."`
}

// AdoptOperatingModel records that a hub works by a version of its school's
// Operating Model.
type AdoptOperatingModel struct {
	Hub     domain.HubID `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	School  string       `json:"school" jsonschema:"Code of the Primary Care School."`
	Version string       `json:"version" jsonschema:"The version, as the school has published it."`
	On      domain.Date  `json:"on" jsonschema:"The first day the hub works by it, YYYY-MM-DD."`
}

// CommandName implements domain.CommandData.
func (SignHubContract) CommandName() string { return "sign-hub-contract" }

// CommandName implements domain.CommandData.
func (VaryHubContract) CommandName() string { return "vary-hub-contract" }

// CommandName implements domain.CommandData.
func (EndHubContract) CommandName() string { return "end-hub-contract" }

// CommandName implements domain.CommandData.
func (DraftGovernanceAgreement) CommandName() string { return "draft-governance-agreement" }

// CommandName implements domain.CommandData.
func (SignGovernanceAgreement) CommandName() string { return "sign-governance-agreement" }

// CommandName implements domain.CommandData.
func (LapseGovernanceAgreement) CommandName() string { return "lapse-governance-agreement" }

// CommandName implements domain.CommandData.
func (AdoptPolicy) CommandName() string { return "adopt-policy" }

// CommandName implements domain.CommandData.
func (AdoptOperatingModel) CommandName() string { return "adopt-operating-model" }
