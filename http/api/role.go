package api

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Role is a post that a hub proposed. A record of a workforce census is none.
type Role struct {
	ID              uuid.UUID           `json:"id" jsonschema:"The post's id."`
	Hub             domain.HubID        `json:"hub" jsonschema:"The hub."`
	Status          string              `json:"status" jsonschema:"PROPOSED, RECRUITED (somebody works in it), EMBEDDED (every condition holds) or ENDED, on the day asked for; on its last day it is still there."`
	PCN             *string             `json:"pcn" jsonschema:"Code of the network; null of a rotational post that none leads."`
	PCNName         *string             `json:"pcnName" jsonschema:"Its name, where the register of organisations knows it."`
	RoleType        string              `json:"roleType" jsonschema:"The type of role."`
	RoleTypeVersion int                 `json:"roleTypeVersion" jsonschema:"The version of the type that the newest event about the post names."`
	Origin          domain.RoleOrigin   `json:"origin" jsonschema:"EXISTING, NEW or PCN_DES."`
	Funding         *domain.RoleFunding `json:"funding" jsonschema:"Whose money pays: ARRS, PRACTICE, TRUST, HUB or OTHER."`
	Band            *string             `json:"band" jsonschema:"Of Agenda for Change."`
	Area            *string             `json:"area" jsonschema:"Of the rates it is reimbursed by."`
	Additional      bool                `json:"additional" jsonschema:"The network asserts it to be above what there was on 31 March 2019."`
	Proposed        *domain.FTE         `json:"proposedFTE" jsonschema:"Full-time equivalent that was proposed."`
	IntendedFrom    *domain.Date        `json:"intendedFrom" jsonschema:"The first day that was proposed."`
	Person          *uuid.UUID          `json:"person" jsonschema:"Random id of who works in it."`
	Employer        *string             `json:"employer" jsonschema:"Code of the employer."`
	FTE             domain.FTE          `json:"fte" jsonschema:"How much somebody works in it on the day asked for, in all of its legs; 0 where nobody does."`
	Start           *domain.Date        `json:"start" jsonschema:"First day on which somebody works in it."`
	IntendedMonths  *int                `json:"intendedMonths" jsonschema:"For how many months it was intended when somebody was recruited."`
	TermEnds        *domain.Date        `json:"termEnds" jsonschema:"The last day of those."`
	Cover           bool                `json:"cover" jsonschema:"Temporary cover for somebody in such a post."`
	EmbeddedOn      *domain.Date        `json:"embeddedOn" jsonschema:"First day of the embedding that holds on the day asked for."`
	EndedOn         *domain.Date        `json:"endedOn" jsonschema:"Last day, where its end is recorded."`
	Reason          *string             `json:"reason" jsonschema:"Why it ended."`
	Claimed         domain.Pence        `json:"claimedPence" jsonschema:"What was claimed for it, for days up to the one asked for, in pence."`
	Legs            []RotationLeg       `json:"legs" jsonschema:"Of a rotational post: its legs, as planned and as they were."`
	Seqs            []eventstore.Seq    `json:"seqs" jsonschema:"The seqs of all events about it, in their order."`
}

// RotationLeg is a part of a rotational post: some days at one place.
type RotationLeg struct {
	Leg         int          `json:"leg" jsonschema:"Its number, from 1."`
	Org         string       `json:"org" jsonschema:"Code of the place."`
	PrimaryCare bool         `json:"primaryCare" jsonschema:"The place is a practice or a network."`
	FTE         domain.FTE   `json:"fte" jsonschema:"How much somebody works there."`
	From        domain.Date  `json:"from" jsonschema:"Planned first day."`
	To          domain.Date  `json:"to" jsonschema:"Planned last day."`
	Person      *uuid.UUID   `json:"person" jsonschema:"Random id of who works there."`
	StartedOn   *domain.Date `json:"startedOn" jsonschema:"First day that was, by the day asked for."`
	EndedOn     *domain.Date `json:"endedOn" jsonschema:"Last day that was, by the day asked for."`
}

// Support is support for a person's career.
type Support struct {
	ID             uuid.UUID          `json:"id" jsonschema:"The support's id."`
	Hub            domain.HubID       `json:"hub" jsonschema:"The hub."`
	Status         string             `json:"status" jsonschema:"FUTURE, RUNNING, COMPLETED or WITHDRAWN, on the day asked for; it runs until its end is recorded."`
	Kind           domain.SupportKind `json:"kind" jsonschema:"FELLOWSHIP, PRECEPTORSHIP, MENTORING or COACHING."`
	Person         uuid.UUID          `json:"person" jsonschema:"Random id of who is supported."`
	Profession     string             `json:"profession" jsonschema:"Their profession."`
	Supporter      *uuid.UUID         `json:"supporter" jsonschema:"Random id of the mentor, coach or preceptor."`
	Employer       *string            `json:"employer" jsonschema:"Code of the employer."`
	AppliedOn      domain.Date        `json:"appliedOn" jsonschema:"The day of application, whose rule decides who is eligible."`
	QualifiedOn    *domain.Date       `json:"qualifiedOn" jsonschema:"The day the person qualified, where it was asked."`
	ContractMonths *int               `json:"contractMonths" jsonschema:"Length of the contract of employment."`
	OpenEnded      bool               `json:"openEnded" jsonschema:"That contract has no end."`
	Rule           *uuid.UUID         `json:"ruleRef" jsonschema:"Id of the published limits that eligibility was held against."`
	Payee          *string            `json:"payee" jsonschema:"Code of who is paid for it."`
	Start          domain.Date        `json:"start" jsonschema:"First day."`
	Until          domain.Date        `json:"until" jsonschema:"Planned last day."`
	EndedOn        *domain.Date       `json:"endedOn" jsonschema:"Last day, where its end is recorded."`
	Reason         *string            `json:"reason" jsonschema:"Why it ended early."`
	Sessions       int                `json:"sessions" jsonschema:"Sessions by the day asked for."`
	Minutes        int                `json:"minutes" jsonschema:"Minutes of those."`
	Employment     *Employment        `json:"employment" jsonschema:"Whether the person works, as last confirmed by the day asked for."`
	Seqs           []eventstore.Seq   `json:"seqs" jsonschema:"The seqs of all events about it, in their order."`
}

// Employment is whether a person works, as confirmed on a day.
type Employment struct {
	On            domain.Date    `json:"on" jsonschema:"The day it is of."`
	Employed      bool           `json:"employed" jsonschema:"The person works."`
	InPrimaryCare bool           `json:"inPrimaryCare" jsonschema:"In primary care."`
	Seq           eventstore.Seq `json:"seq" jsonschema:"The seq of the event that says so."`
}

// Entitlement is what a PCN may be reimbursed for additional roles in a year,
// and what it has claimed.
type Entitlement struct {
	ICB        string               `json:"icb" jsonschema:"Code of the ICB in whose hub's stream it is."`
	FY         domain.FinancialYear `json:"fy" jsonschema:"The financial year."`
	Pence      *domain.Pence        `json:"pence" jsonschema:"The most it may be reimbursed, in pence; null where that is not set, which is not zero."`
	Claimed    domain.Pence         `json:"claimedPence" jsonschema:"What it has claimed, in pence."`
	Registered *domain.Patients     `json:"registered" jsonschema:"Registered patients that caps go by."`
	Weighted   *domain.Patients     `json:"weighted" jsonschema:"Weighted patients that the sum is of."`
	PatientsOn *domain.Date         `json:"patientsOn" jsonschema:"The day the patients are of."`
	Rate       *uuid.UUID           `json:"rateRef" jsonschema:"Id of the published rate."`
	Claims     []Claim              `json:"claims" jsonschema:"Its claims of the year, post by post."`
	Seqs       []eventstore.Seq     `json:"seqs" jsonschema:"The seq of the event that sets it, and of its claims."`
}

// Claim is what a PCN claims for a post and some days.
type Claim struct {
	Claim   uuid.UUID      `json:"claim" jsonschema:"The claim's id."`
	Post    uuid.UUID      `json:"post" jsonschema:"Id of the post."`
	From    domain.Date    `json:"from" jsonschema:"First day."`
	To      domain.Date    `json:"to" jsonschema:"Last day."`
	Maximum domain.Pence   `json:"maximumPence" jsonschema:"The most that the rates make for those days, in pence."`
	Pence   domain.Pence   `json:"pence" jsonschema:"What is claimed, in pence."`
	Seq     eventstore.Seq `json:"seq" jsonschema:"The seq of the event that says so."`
}

// RoleList is the posts of a hub.
type RoleList struct {
	Items []Role `json:"items" jsonschema:"The posts, in the order they were proposed."`
	Listed
}

// SupportList is the support for careers of a hub.
type SupportList struct {
	Items []Support `json:"items" jsonschema:"The supports, in the order they were recorded."`
	Listed
}
