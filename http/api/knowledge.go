package api

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Intelligence is something that a hub came to know, and what stands on it.
type Intelligence struct {
	ID         uuid.UUID               `json:"id" jsonschema:"Its id."`
	Hub        domain.HubID            `json:"hub" jsonschema:"The hub that received it."`
	Source     string                  `json:"source" jsonschema:"Published name of who says so."`
	Scope      domain.Scope            `json:"scope" jsonschema:"LOCAL or NATIONAL."`
	NHS        bool                    `json:"nhs" jsonschema:"The source is of the NHS."`
	Kind       domain.IntelligenceKind `json:"kind" jsonschema:"INTELLIGENCE, GUIDANCE, STATISTIC or FEEDBACK."`
	Channel    domain.Channel          `json:"channel" jsonschema:"How it came: SURVEY, MEETING, SOCIAL, NETWORK, STAT_RELEASE or NOTIFICATION."`
	Documented bool                    `json:"documented" jsonschema:"What comes on the channel is a document; what was only said or seen is of a lower grade."`
	Subject    string                  `json:"subject" jsonschema:"What it is about."`
	DocHash    *domain.Hash            `json:"docHash" jsonschema:"SHA-256 of the document, where there is one."`
	On         domain.Date             `json:"on" jsonschema:"The day it was received."`
	Decisions  []uuid.UUID             `json:"decisionRefs" jsonschema:"Ids of the decisions made by the day asked for that relied on it, in the order they were opened."`
	Needs      []uuid.UUID             `json:"needRefs" jsonschema:"Ids of the training needs identified by then that it shows."`
	Seqs       []eventstore.Seq        `json:"seqs" jsonschema:"The seqs of its receipt, and of the decisions and needs that stand on it."`
}

// IntelligenceList is what a hub knows.
type IntelligenceList struct {
	Items []Intelligence `json:"items" jsonschema:"What was received, in the order it was recorded."`
	Listed
}

// Notification is something that the body that hubs account to was told.
type Notification struct {
	ID          uuid.UUID                `json:"id" jsonschema:"Its id."`
	Source      string                   `json:"source" jsonschema:"Published name of who sent it."`
	SourceClass domain.OrganisationClass `json:"sourceClass" jsonschema:"What sort of organisation that is."`
	Subject     string                   `json:"subject" jsonschema:"What it is about."`
	DocHash     *domain.Hash             `json:"docHash" jsonschema:"SHA-256 of the document, where there is one."`
	On          domain.Date              `json:"on" jsonschema:"The day it was received."`
	Passed      bool                     `json:"passed" jsonschema:"It was passed on to a hub by the day asked for. Whether it is passed on is a decision, not a duty."`
	Hubs        []domain.HubID           `json:"hubs" jsonschema:"The hubs that it was passed on to, in that order."`
	Times       []NotificationPassed     `json:"passedOn" jsonschema:"Each time it was passed on."`
	Seqs        []eventstore.Seq         `json:"seqs" jsonschema:"The seqs of all events about it, in their order."`
}

// NotificationPassed is a notification passed on to hubs.
type NotificationPassed struct {
	Hubs      []domain.HubID `json:"hubs" jsonschema:"The hubs."`
	DecidedBy uuid.UUID      `json:"decidedBy" jsonschema:"Random id of the person who decided it."`
	On        domain.Date    `json:"on" jsonschema:"The day."`
	Seq       eventstore.Seq `json:"seq" jsonschema:"The seq of the event."`
}

// Nationally is what the lists of the nation say beside their items.
type Nationally struct {
	On   *domain.Date   `json:"on" jsonschema:"The day that the list is of; null where nothing was recorded yet."`
	Next *string        `json:"next" jsonschema:"Always null: the list stands on one page."`
	Seq  eventstore.Seq `json:"seq" jsonschema:"The seq that the answer is true at."`
}

// NotificationList is what that body was told.
type NotificationList struct {
	Items []Notification `json:"items" jsonschema:"The notifications, in the order they were recorded."`
	Nationally
}

// Ambition is an ambition under one definition of who counts.
type Ambition struct {
	Ambition    string              `json:"ambition" jsonschema:"Code of the ambition; several definitions of one stand side by side."`
	Definition  string              `json:"definition" jsonschema:"Names the definition."`
	Title       string              `json:"title" jsonschema:"What the ambition is called."`
	Counts      string              `json:"counts" jsonschema:"Who counts by the definition, in words."`
	Unit        domain.AmbitionUnit `json:"unit" jsonschema:"FTE: full-time equivalents."`
	Target      domain.FTE          `json:"target" jsonschema:"How many more than at the baseline, a decimal."`
	Baseline    domain.FTE          `json:"baselineValue" jsonschema:"How many there were, a decimal."`
	BaselineOn  domain.Date         `json:"baselineDate" jsonschema:"The day they were counted."`
	Deadline    domain.Date         `json:"deadline" jsonschema:"The last day on which it is reached in time."`
	Source      string              `json:"source" jsonschema:"The publication that says so."`
	PublishedOn domain.Date         `json:"publishedOn" jsonschema:"The day of the publication."`
	Superseded  *string             `json:"supersededBy" jsonschema:"The definition that stands in its place by the day asked for, where there is one."`
	NewestAsAt  *domain.Date        `json:"newestAsAt" jsonschema:"The last day that progress by this definition is published as at; null where none is."`
	Newest      *domain.FTE         `json:"newestValue" jsonschema:"That progress: how many more than at the baseline, as published."`
	Seqs        []eventstore.Seq    `json:"seqs" jsonschema:"The seqs of the definition, and of the newest progress."`
}

// AmbitionList is all ambitions by all definitions.
type AmbitionList struct {
	Items []Ambition `json:"items" jsonschema:"The definitions, those of an ambition together in the order they were set."`
	Nationally
}

// AmbitionFigure is how many more there were than at the baseline, as at a day.
type AmbitionFigure struct {
	AsAt        domain.Date      `json:"asAt" jsonschema:"The day it is as at."`
	Value       domain.FTE       `json:"value" jsonschema:"How many more than at the baseline, as published, a decimal; below 0 where there were fewer."`
	Report      uuid.UUID        `json:"report" jsonschema:"The report's id."`
	Source      string           `json:"source" jsonschema:"The publication that says so."`
	PublishedOn domain.Date      `json:"publishedOn" jsonschema:"The day of the publication."`
	Seqs        []eventstore.Seq `json:"seqs" jsonschema:"The seqs of the report, and of the definition it is by."`
}

// AmbitionProgress is the progress to an ambition by one definition.
type AmbitionProgress struct {
	Definition Ambition         `json:"definition" jsonschema:"What is counted, and from where to where."`
	Items      []AmbitionFigure `json:"items" jsonschema:"Progress by the day it is as at. Of several publications of a day the newest counts; one that was corrected does not."`
	Nationally
}
