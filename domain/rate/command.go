package rate

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// SetRate records a published rate.
type SetRate struct {
	Rate        uuid.UUID       `json:"rate,omitzero" jsonschema:"The rate's id; made from the command's id where it is left out."`
	Kind        domain.RateKind `json:"refKind" jsonschema:"ARRS_MAX (the most reimbursed for a role), ARRS_SUM (what a PCN may be reimbursed in a year), TARIFF (paid for a placement) or GRANT (granted for an activity)."`
	Key         string          `json:"key" jsonschema:"Whose rate it is: a role, a group of learners or an activity; 2 to 40 capital letters, digits and underscores, such as CLINICAL_PHARMACIST."`
	Area        string          `json:"area" jsonschema:"Where it holds, such as ENGLAND, OUTER_LONDON or INNER_LONDON."`
	From        domain.Date     `json:"from" jsonschema:"The first day it holds, YYYY-MM-DD; often before it was published."`
	To          domain.Date     `json:"to,omitzero" jsonschema:"The last day it holds, YYYY-MM-DD, where one is published."`
	Pence       domain.Pence    `json:"pence" jsonschema:"Pence for one unit."`
	Unit        string          `json:"unit" jsonschema:"What the pence are for, such as FTE_YEAR, STUDENT_YEAR, MONTH, WEEK, HEAD_YEAR or THOUSAND_WEIGHTED_PATIENTS."`
	PublishedOn domain.Date     `json:"publishedOn" jsonschema:"The day of the publication, YYYY-MM-DD. On a day that several publications speak of, the one published last counts."`
	SourceDoc   string          `json:"sourceDoc" jsonschema:"The publication: title and number."`
	Corrects    uuid.UUID       `json:"corrects,omitzero" jsonschema:"Id of a rate that was recorded wrongly from its publication: it no longer counts, and this one stands in its place."`
}

// SetThresholds records the published limits of a scheme.
type SetThresholds struct {
	Set         uuid.UUID          `json:"set,omitzero" jsonschema:"The set's id; made from the command's id where it is left out."`
	Scheme      string             `json:"scheme" jsonschema:"Whose limits they are, 2 to 40 capital letters, digits and underscores: COI, PCR_2015, PROCUREMENT_ACT_2023, PSR_2023, or another."`
	From        domain.Date        `json:"from" jsonschema:"The first day they hold, YYYY-MM-DD."`
	To          domain.Date        `json:"to,omitzero" jsonschema:"The last day they hold, YYYY-MM-DD, where one is published."`
	Thresholds  []domain.Threshold `json:"thresholds" jsonschema:"All limits of the scheme, each key once."`
	PublishedOn domain.Date        `json:"publishedOn" jsonschema:"The day of the publication, YYYY-MM-DD. On a day that several publications speak of, the one published last counts."`
	SourceDoc   string             `json:"sourceDoc" jsonschema:"The publication: title and number."`
	Corrects    uuid.UUID          `json:"corrects,omitzero" jsonschema:"Id of a set that was recorded wrongly from its publication: it no longer counts, and this one stands in its place."`
}

// CommandName implements domain.CommandData.
func (SetRate) CommandName() string { return "set-rate" }

// CommandName implements domain.CommandData.
func (SetThresholds) CommandName() string { return "set-thresholds" }
