package api

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// PCN is a Primary Care Network.
type PCN struct {
	Code       string                `json:"code" jsonschema:"The PCN's code."`
	Name       *string               `json:"name" jsonschema:"Its name, where the register of organisations knows it."`
	Opened     *domain.Date          `json:"opened" jsonschema:"Its first day, where it is known."`
	Closed     *domain.Date          `json:"closed" jsonschema:"Its last day, where it is closed, by the register or else by its workforce."`
	Successors []string              `json:"successors" jsonschema:"Codes of the PCNs that followed it, where the register names them."`
	Streams    []eventstore.StreamID `json:"streams" jsonschema:"The streams that hold its workforce, one for each ICB under which it reported."`
	Areas      []AreaLink            `json:"areas" jsonschema:"The relationships that lead up from the PCN to sub-ICB, ICB and region, of every day."`
	Practices  []Practice            `json:"practices" jsonschema:"The practices in the PCN on the day asked for."`
	Patients   *Patients             `json:"patients" jsonschema:"Patients of those practices by their newest lists of that day or before; null where no list is known, which is not zero."`
	Censuses   []Census              `json:"censuses" jsonschema:"Every census recorded for its ICBs since the PCN was first seen, as published."`
	Records    []WorkforceRecord     `json:"records" jsonschema:"The published records of the newest census that it reported and that counts."`

	Hubs         []domain.HubID `json:"hubs" jsonschema:"The hubs that serve it on the day asked for."`
	Plans        []Plan         `json:"plans" jsonschema:"Its workforce plans by that day."`
	Roles        []Role         `json:"roles" jsonschema:"Its posts that were proposed by that day."`
	Environments []Environment  `json:"environments" jsonschema:"Learning environments of it or of its practices."`
	Placements   []Placement    `json:"placements" jsonschema:"Placements at it or at its practices that were allocated by that day."`
	Entitlements []Entitlement  `json:"entitlements" jsonschema:"What it may be reimbursed for additional roles, and what it has claimed, by financial year."`
	Grants       []Grant        `json:"grants" jsonschema:"Grants to it or to its practices that were offered by that day."`

	On  *domain.Date   `json:"on" jsonschema:"The day that practices, patients and statuses are of."`
	Seq eventstore.Seq `json:"seq" jsonschema:"The seq that the answer is true at."`
}

// AreaLink is one relationship on the way up from a PCN.
type AreaLink struct {
	Child    string                    `json:"child" jsonschema:"The PCN, or the body on the way."`
	Parent   string                    `json:"parent" jsonschema:"The body above it."`
	Name     *string                   `json:"name" jsonschema:"The parent's name."`
	Class    *domain.OrganisationClass `json:"class" jsonschema:"The parent's class, such as SUB_ICB."`
	Kind     domain.RelationshipKind   `json:"kind" jsonschema:"COMMISSIONED_BY or PARENT."`
	From     domain.Date               `json:"from" jsonschema:"The first day."`
	To       *domain.Date              `json:"to" jsonschema:"The last day, where it has ended."`
	StatedBy *string                   `json:"statedBy" jsonschema:"The register or publication that says so."`
	Seq      eventstore.Seq            `json:"seq" jsonschema:"The seq of the event that says so."`
}

// Practice is a practice of a PCN.
type Practice struct {
	Code     string       `json:"code" jsonschema:"The practice's code."`
	Name     *string      `json:"name" jsonschema:"Its name."`
	From     domain.Date  `json:"from" jsonschema:"Its first day in the PCN."`
	To       *domain.Date `json:"to" jsonschema:"Its last day in the PCN, where there is one."`
	Areas    []string     `json:"areas" jsonschema:"Codes of the bodies that commission it on the day asked for."`
	Patients *PatientList `json:"patients" jsonschema:"Its newest list of that day or before; null where none is known."`
}

// PatientList is a published number of patients.
type PatientList struct {
	On         domain.Date     `json:"on" jsonschema:"The day the figure is of."`
	Registered domain.Patients `json:"registered" jsonschema:"Registered patients, a decimal with up to two places."`
	Weighted   domain.Patients `json:"weighted" jsonschema:"Weighted patients."`
	Basis      *string         `json:"basis" jsonschema:"Which of several figures of a day it is."`
}

// Patients are sums of lists.
type Patients struct {
	Practices  int             `json:"practices" jsonschema:"How many practices with a list are in the sums."`
	Registered domain.Patients `json:"registered" jsonschema:"Registered patients."`
	Weighted   domain.Patients `json:"weighted" jsonschema:"Weighted patients."`
	ByArea     []AreaPatients  `json:"byArea" jsonschema:"The same by the body that commissions the practice: a PCN may lie in two."`
}

// AreaPatients are the patients of one area.
type AreaPatients struct {
	Area       *string         `json:"area" jsonschema:"Code of the body; null for practices whose commissioner is not known."`
	Practices  int             `json:"practices" jsonschema:"How many practices are in the sums."`
	Registered domain.Patients `json:"registered" jsonschema:"Registered patients."`
	Weighted   domain.Patients `json:"weighted" jsonschema:"Weighted patients."`
}

// Census is one census of a PCN under one ICB.
type Census struct {
	Census   domain.Census  `json:"census" jsonschema:"The month of the census."`
	ICB      string         `json:"icb" jsonschema:"Code of the ICB under which it stands."`
	Reported bool           `json:"reported" jsonschema:"Whether the PCN reported. Where it did not, nothing is known, which is not zero."`
	Records  *int           `json:"records" jsonschema:"The number of published records."`
	FTE      *domain.FTE    `json:"fte" jsonschema:"Their full-time equivalent."`
	Roles    []RoleTotal    `json:"roles" jsonschema:"The same by role, named as published."`
	Seq      eventstore.Seq `json:"seq" jsonschema:"The seq of the event that made the census count."`
}

// RoleTotal is one role in a census.
type RoleTotal struct {
	StaffGroup   string     `json:"staffGroup" jsonschema:"Staff group as published."`
	StaffRole    string     `json:"staffRole" jsonschema:"Staff role as published."`
	DetailedRole string     `json:"detailedRole" jsonschema:"Detailed staff role as published."`
	Records      int        `json:"records" jsonschema:"The number of published records."`
	FTE          domain.FTE `json:"fte" jsonschema:"Their full-time equivalent."`
}

// WorkforceRecord is a published record: a row, not a post and not a person.
type WorkforceRecord struct {
	ID           uuid.UUID           `json:"id" jsonschema:"The row's id from census to census."`
	ICB          string              `json:"icb" jsonschema:"Code of the ICB under which it stands."`
	StaffGroup   string              `json:"staffGroup" jsonschema:"Staff group as published."`
	StaffRole    string              `json:"staffRole" jsonschema:"Staff role as published."`
	DetailedRole string              `json:"detailedRole" jsonschema:"Detailed staff role as published."`
	Source       string              `json:"source" jsonschema:"The part of the collection it comes from."`
	FTE          domain.FTE          `json:"fte" jsonschema:"Full-time equivalent as published: 0, negative and above 1 occur."`
	Census       domain.Census       `json:"census" jsonschema:"The census that first shows this FTE."`
	Appeared     domain.Census       `json:"appeared" jsonschema:"The census that first shows the record."`
	Flags        []domain.RecordFlag `json:"flags" jsonschema:"What a reader must not take it for: ZERO_FTE, NEGATIVE_FTE, ABOVE_ONE_FTE, CONTRACTED_SERVICE."`
	Seq          eventstore.Seq      `json:"seq" jsonschema:"The seq of the event that says so."`
}
