package api

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Assurance is one thing that was assessed of a hub: a domain of a maturity
// matrix, or a consideration for a period.
type Assurance struct {
	Kind          string                  `json:"kind" jsonschema:"MATURITY (a domain of a matrix, by the newest assessment) or CONSIDERATION (a rating for a period)."`
	Hub           domain.HubID            `json:"hub" jsonschema:"The hub that was assessed."`
	Subject       string                  `json:"subject" jsonschema:"Code of the domain, or the consideration: GOVERNANCE, MATURITY, WORKFORCE_PLANS, FUNDING or ENGAGEMENT."`
	Title         *string                 `json:"title" jsonschema:"What the matrix calls the domain."`
	Matrix        *string                 `json:"matrix" jsonschema:"Code of the matrix, of a domain."`
	Version       *int                    `json:"version" jsonschema:"Version of the matrix that it was assessed by."`
	Level         *int                    `json:"level" jsonschema:"How far the hub is, by that version."`
	LevelTitle    *string                 `json:"levelTitle" jsonschema:"What the matrix calls the level."`
	Standing      *string                 `json:"standing" jsonschema:"What the level means by that version: NOT_MET, MET or EXCEEDED."`
	LevelBefore   *int                    `json:"levelBefore" jsonschema:"The level of the assessment before; null where this is the first in the domain."`
	VersionBefore *int                    `json:"versionBefore" jsonschema:"Version of the matrix that the one before was assessed by."`
	OnBefore      *domain.Date            `json:"onBefore" jsonschema:"The day of the assessment before."`
	Movement      *int                    `json:"movement" jsonschema:"Levels moved since, below 0 where it fell; null without an assessment before, or where that was by another version: levels of two versions are not the same measure."`
	Rating        *domain.AssuranceRating `json:"rating" jsonschema:"What was found, of a consideration: SUBSTANTIAL, MODERATE, LIMITED or UNSATISFACTORY."`
	PeriodFrom    *domain.Date            `json:"periodFrom" jsonschema:"First day of the period rated."`
	PeriodTo      *domain.Date            `json:"periodTo" jsonschema:"Last day of it."`
	Findings      *string                 `json:"findings" jsonschema:"What was found, in words."`
	Evidence      []domain.Hash           `json:"docHashes" jsonschema:"SHA-256 of the documents that show it."`
	Assessment    uuid.UUID               `json:"assessment" jsonschema:"The assessment's id."`
	Assessor      uuid.UUID               `json:"assessor" jsonschema:"Random id of the person who assessed."`
	Party         string                  `json:"party" jsonschema:"Code of whom they assessed for."`
	On            domain.Date             `json:"on" jsonschema:"The day of the assessment."`
	Seqs          []eventstore.Seq        `json:"seqs" jsonschema:"The seqs of the assessment, and of the one before that it is held against."`
}

// AssuranceList is how far a hub is.
type AssuranceList struct {
	Items []Assurance `json:"items" jsonschema:"By hub: maturity in the order of the matrix, then ratings by period and consideration."`
	Listed
}

// Shortfall is a requirement that a hub has declared not to meet.
type Shortfall struct {
	ID          uuid.UUID        `json:"id" jsonschema:"The shortfall's id; it may have several requirements."`
	Hub         domain.HubID     `json:"hub" jsonschema:"The hub that does not meet it."`
	Requirement string           `json:"requirement" jsonschema:"Code of the requirement."`
	Status      string           `json:"status" jsonschema:"UNCOVERED (nobody delivers it), COVERED (an interim arrangement holds), OVERDUE (one is past its last day and its end is not recorded) or CLOSED, on the day asked for."`
	From        domain.Date      `json:"from" jsonschema:"First day of the shortfall."`
	Contract    *uuid.UUID       `json:"contract" jsonschema:"Id of the contract whose schedule names the requirement; null where it is a core function."`
	Assessment  *uuid.UUID       `json:"assessment" jsonschema:"Id of the assessment that shows it; null where it is only declared."`
	Domains     []string         `json:"domains" jsonschema:"Domains of the matrix in which that assessment shows it."`
	Reason      *string          `json:"reason" jsonschema:"Why, in words."`
	ClosedOn    *domain.Date     `json:"closedOn" jsonschema:"First day without it, by the day asked for."`
	Outcome     *string          `json:"outcome" jsonschema:"What came of it."`
	Interim     *Interim         `json:"interim" jsonschema:"The arrangement that covers it on the day, or is overdue."`
	All         []Interim        `json:"arrangements" jsonschema:"All arrangements about it that were agreed by the day, in their order."`
	Seqs        []eventstore.Seq `json:"seqs" jsonschema:"The seqs of all events about the shortfall, in their order."`
}

// Interim is an arrangement by which others deliver for some days what a hub
// does not.
type Interim struct {
	ID           uuid.UUID                  `json:"id" jsonschema:"The arrangement's id."`
	ProviderKind domain.InterimProviderKind `json:"providerKind" jsonschema:"HUB, ACCOUNTABLE_BODY or OTHER."`
	Provider     string                     `json:"provider" jsonschema:"Id of the hub that delivers, or code of the organisation."`
	From         domain.Date                `json:"from" jsonschema:"First day."`
	Until        domain.Date                `json:"until" jsonschema:"Last day that was agreed."`
	EndedOn      *domain.Date               `json:"endedOn" jsonschema:"Last day that was, where its end is recorded by the day asked for."`
	Reason       *string                    `json:"reason" jsonschema:"Why it ended."`
	Overdue      int                        `json:"overdueDays" jsonschema:"How many days it is past its last with no end recorded; 0 where it is not."`
	Approver     uuid.UUID                  `json:"approver" jsonschema:"Random id of the person who approved it."`
	Office       string                     `json:"office" jsonschema:"Code of the local office they approved for."`
	ApprovedOn   domain.Date                `json:"approvedOn" jsonschema:"The day it was approved."`
}

// ShortfallList is what a hub does not deliver.
type ShortfallList struct {
	Items []Shortfall `json:"items" jsonschema:"One for each requirement, in the order they were declared."`
	Listed
}
