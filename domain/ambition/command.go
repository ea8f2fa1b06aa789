package ambition

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// SetAmbition records an ambition under one definition of who counts.
type SetAmbition struct {
	Ambition    string              `json:"ambition" jsonschema:"The ambition's code: 2 to 40 capital letters, digits and underscores, such as STAFF_26000."`
	Version     string              `json:"definitionVersion" jsonschema:"How the definition is named, such as ARRS or 2023.1: what progress is reported by."`
	Title       string              `json:"title" jsonschema:"The ambition's title."`
	Unit        domain.AmbitionUnit `json:"unit" jsonschema:"FTE."`
	Target      domain.FTE          `json:"target" jsonschema:"How many more than at the baseline, above 0: a decimal in a string."`
	Baseline    domain.FTE          `json:"baselineValue" jsonschema:"How many there were at the baseline, 0 or more: a decimal in a string."`
	BaselineOn  domain.Date         `json:"baselineDate" jsonschema:"The day of the baseline, YYYY-MM-DD."`
	Deadline    domain.Date         `json:"deadline" jsonschema:"The last day on which it is reached in time, YYYY-MM-DD, after the baseline."`
	Definition  string              `json:"definition" jsonschema:"Who counts, in words, at most 500 characters."`
	Source      string              `json:"source" jsonschema:"The publication that says so: title and number."`
	Supersedes  string              `json:"supersedes,omitzero" jsonschema:"The definition of the same ambition in whose place this one stands; left out where they stand side by side."`
	PublishedOn domain.Date         `json:"publishedOn" jsonschema:"The day of the publication, YYYY-MM-DD."`
}

// ReportAmbitionProgress records published progress to an ambition.
type ReportAmbitionProgress struct {
	Report      uuid.UUID   `json:"report,omitzero" jsonschema:"The report's id; made from the command's id where it is left out."`
	Ambition    string      `json:"ambition" jsonschema:"The ambition's code."`
	Version     string      `json:"definitionVersion" jsonschema:"The definition that the figure is by. There is no progress without one."`
	AsAt        domain.Date `json:"asAt" jsonschema:"The day the figure is of, YYYY-MM-DD."`
	Value       domain.FTE  `json:"value" jsonschema:"How many more than at the baseline, below 0 where there were fewer: a decimal in a string."`
	Source      string      `json:"source" jsonschema:"The publication: title and number."`
	PublishedOn domain.Date `json:"publishedOn" jsonschema:"The day of the publication, YYYY-MM-DD. Of several figures for a definition and day the one published last counts."`
	Corrects    uuid.UUID   `json:"corrects,omitzero" jsonschema:"Id of a report that was recorded wrongly from its publication: it no longer counts, and this one stands in its place."`
}

// CommandName implements domain.CommandData.
func (SetAmbition) CommandName() string { return "set-ambition" }

// CommandName implements domain.CommandData.
func (ReportAmbitionProgress) CommandName() string { return "report-ambition-progress" }
