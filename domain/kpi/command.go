package kpi

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// PublishKPIDefinition records a version of an indicator.
type PublishKPIDefinition struct {
	Code        string              `json:"code" jsonschema:"The indicator's code: 2 to 40 capital letters, digits and hyphens, the first a letter, such as WP1."`
	Version     int                 `json:"version" jsonschema:"1 for the first, and one more for each that follows. A version is never edited."`
	Title       string              `json:"title" jsonschema:"What the indicator is called."`
	Category    domain.KPICategory  `json:"category" jsonschema:"WORKFORCE_PLANNING, CAREERS_AND_RETENTION, EDUCATIONAL_DESIGN or LEADERSHIP_AND_MANAGEMENT."`
	Function    string              `json:"function" jsonschema:"Code of the core function of hubs that it belongs to: 2 to 40 capital letters, digits and underscores."`
	Vocabulary  int                 `json:"vocabulary" jsonschema:"Version of the vocabulary that its expressions are written in, such as 1."`
	Measures    []domain.KPIMeasure `json:"measures" jsonschema:"What it counts, in their order, 1 to 20. Each is a figure of its own."`
	Ratios      []domain.KPIRatio   `json:"ratios,omitempty" jsonschema:"Its ratios, each of two of its measures of one type and unit."`
	From        domain.HalfYear     `json:"from" jsonschema:"The first half-year it is for, such as 2024H1, April to September 2024."`
	Constructed bool                `json:"constructed,omitzero" jsonschema:"Whether it is made up, and no published indicator."`
	SourceDoc   string              `json:"sourceDoc" jsonschema:"The publication: title and number."`
	PublishedOn domain.Date         `json:"publishedOn" jsonschema:"The day of the publication, YYYY-MM-DD."`
	CheckedAt   int64               `json:"checkedAt,omitzero" jsonschema:"The seq up to which its expressions were tried on everything recorded; left out where they were not."`
}

// AdoptKPISet records a version of a set of indicators.
type AdoptKPISet struct {
	Set               string             `json:"set" jsonschema:"The set's name: 2 to 40 capital letters, digits and hyphens, the first a letter, such as TH-KPI."`
	Version           int                `json:"version" jsonschema:"1 for the first, and one more for each that follows. For a half-year and a hub, the highest that speaks of both counts."`
	Members           []domain.KPIMember `json:"members" jsonschema:"Which indicators it has, each code once, by published versions."`
	From              domain.HalfYear    `json:"from" jsonschema:"The first half-year it is for, such as 2024H1."`
	AppliesToMaturity int                `json:"appliesToMaturity,omitzero" jsonschema:"The least level of maturity of the hubs it is for, 1 to 10; left out for all hubs."`
	On                domain.Date        `json:"on" jsonschema:"The day on which it was adopted, YYYY-MM-DD."`
}

// PublishReturnCalendar records when a return of a half-year is due.
type PublishReturnCalendar struct {
	Calendar uuid.UUID         `json:"calendar,omitzero" jsonschema:"The publication's id; made from the command's id where it is left out."`
	Kind     domain.ReturnKind `json:"kind" jsonschema:"KPI, ACTIVITY or FINANCIAL."`
	Period   domain.HalfYear   `json:"period" jsonschema:"The half-year that is reported on, such as 2024H1."`
	DueOn    domain.Date       `json:"dueOn" jsonschema:"The last day on which it is in time, YYYY-MM-DD, after the half-year. What is published later for it replaces it."`
}

// CommandName implements domain.CommandData.
func (PublishKPIDefinition) CommandName() string { return "publish-kpi-definition" }

// CommandName implements domain.CommandData.
func (AdoptKPISet) CommandName() string { return "adopt-kpi-set" }

// CommandName implements domain.CommandData.
func (PublishReturnCalendar) CommandName() string { return "publish-return-calendar" }
