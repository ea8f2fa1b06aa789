package organisation

import "github.com/hubledger/hubledger/domain"

// RegisterOrganisation gives a code its organisation.
type RegisterOrganisation struct {
	Org    string                   `json:"org" jsonschema:"The organisation's code: of the ODS, or another register's number behind the register's letters, such as UKPRN-10007814 or CH-01234567."`
	Name   string                   `json:"name" jsonschema:"The published name of the organisation."`
	Class  domain.OrganisationClass `json:"class" jsonschema:"What kind of body it is. An open list, in capital letters and underscores: ACCOUNTABLE_BODY, REGION, HEE_LOCAL_OFFICE, PRIMARY_CARE_SCHOOL, ICB, SUB_ICB, WORKFORCE_GROUP, HUB_HOST, PCN, GP_PRACTICE, GP_FEDERATION, OTHER_PC_PROVIDER, LMC, NHS_TRUST, COMMUNITY_TRUST, UNIVERSITY, COLLEGE, GP_SCHOOL, TRAINING_COMPANY, COMPANY, CHARITY, ROYAL_COLLEGE, ALB, VCSE, LOCAL_AUTHORITY, HEALTH_INNOVATION_NETWORK, EVENT_COMPANY, REGULATOR, COUNCIL_OF_DEANS, AUDITOR, or another."`
	Opened domain.Date              `json:"opened,omitzero" jsonschema:"Its first day, YYYY-MM-DD, where it is known."`
	Source *domain.Source           `json:"source,omitzero" jsonschema:"The row of the file that says so."`
}

// CloseOrganisation records that an organisation is no more.
type CloseOrganisation struct {
	Org        string         `json:"org" jsonschema:"The organisation's code."`
	On         domain.Date    `json:"on" jsonschema:"The last day it was open, YYYY-MM-DD."`
	Successors []string       `json:"successors,omitempty" jsonschema:"Codes of the organisations that follow it."`
	Source     *domain.Source `json:"source,omitzero" jsonschema:"The row of the file that says so."`
}

// RecordRelationship records what one organisation, or person, is to another.
type RecordRelationship struct {
	Child    string                  `json:"child" jsonschema:"The child's code; for OWNER, DIRECTOR, PARTNER, EMPLOYEE and MEMBER it may be a person's random id."`
	Parent   string                  `json:"parent" jsonschema:"The parent's code."`
	Kind     domain.RelationshipKind `json:"kind" jsonschema:"COMMISSIONED_BY (the parent commissions the child), PARTNER_TO (the child, a practice, is in the parent, a PCN), OWNER, DIRECTOR, PARTNER, EMPLOYEE, MEMBER, SUBCONTRACTOR (the child is that of the parent), PARENT (the child lies in the parent) or HOSTS (the parent hosts the child)."`
	From     domain.Date             `json:"from" jsonschema:"The first day, YYYY-MM-DD. The same relationship from the same day with a last day ends it."`
	To       domain.Date             `json:"to,omitzero" jsonschema:"The last day, YYYY-MM-DD, where it has ended."`
	StatedBy string                  `json:"statedBy,omitzero" jsonschema:"The register or publication that says so, such as ODS or Companies House."`
	Source   *domain.Source          `json:"source,omitzero" jsonschema:"The row of the file that says so."`
}

// RecordLegalStatus records what an organisation is in law.
type RecordLegalStatus struct {
	Org                  string      `json:"org" jsonschema:"The organisation's code."`
	Status               string      `json:"status" jsonschema:"Its legal form, in capital letters and underscores: STATUTORY_BODY, COMPANY_LIMITED_BY_SHARES, COMPANY_LIMITED_BY_GUARANTEE, COMMUNITY_INTEREST_COMPANY, PARTNERSHIP, SOLE_TRADER, CHARITY, ROYAL_CHARTER_BODY, UNINCORPORATED, or another."`
	ContractingAuthority bool        `json:"contractingAuthority" jsonschema:"Whether procurement law binds what it buys."`
	From                 domain.Date `json:"from" jsonschema:"The first day of this status, YYYY-MM-DD."`
}

// RecordPatientList records a published number of patients.
type RecordPatientList struct {
	Org        string          `json:"org" jsonschema:"The organisation's code."`
	On         domain.Date     `json:"on" jsonschema:"The day the figure is of, YYYY-MM-DD."`
	Registered domain.Patients `json:"registered" jsonschema:"Registered patients, a decimal in a string with up to two places, such as 4029.25."`
	Weighted   domain.Patients `json:"weighted" jsonschema:"Weighted patients, a decimal in a string with up to two places."`
	Basis      string          `json:"basis,omitzero" jsonschema:"Which of several figures of a day it is, such as last known figure 2022/23."`
	Source     *domain.Source  `json:"source,omitzero" jsonschema:"The row of the file that says so."`
}

// RecordPartySuccession records that by law a party stands where another stood.
type RecordPartySuccession struct {
	Party     string      `json:"party" jsonschema:"Code of the party that is succeeded."`
	Successor string      `json:"successor" jsonschema:"Code of the party that stands in its place."`
	On        domain.Date `json:"on" jsonschema:"The successor's first day in its place, YYYY-MM-DD."`
}

// CommandName implements domain.CommandData.
func (RegisterOrganisation) CommandName() string { return "register-organisation" }

// CommandName implements domain.CommandData.
func (CloseOrganisation) CommandName() string { return "close-organisation" }

// CommandName implements domain.CommandData.
func (RecordRelationship) CommandName() string { return "record-relationship" }

// CommandName implements domain.CommandData.
func (RecordLegalStatus) CommandName() string { return "record-legal-status" }

// CommandName implements domain.CommandData.
func (RecordPatientList) CommandName() string { return "record-patient-list" }

// CommandName implements domain.CommandData.
func (RecordPartySuccession) CommandName() string { return "record-party-succession" }
