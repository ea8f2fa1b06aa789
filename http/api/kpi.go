package api

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// KPIList is the indicators that a hub is to return of a period.
type KPIList struct {
	Hub    domain.HubID   `json:"hub" jsonschema:"The hub asked for. The hub of an ICS has its locality hubs' figures too, a locality hub only its own."`
	Period string         `json:"period" jsonschema:"The period: a half-year, a financial year or a day."`
	Items  []KPIFigure    `json:"items" jsonschema:"A figure for each measure and ratio of each indicator, by code; none where no set is in force."`
	Next   *string        `json:"next" jsonschema:"Always null: the list stands on one page."`
	Seq    eventstore.Seq `json:"seq" jsonschema:"The seq that the answer is true at."`
}

// KPIFigure is a figure of an indicator among others.
type KPIFigure struct {
	Title   string `json:"title" jsonschema:"The indicator's title."`
	Measure string `json:"measure" jsonschema:"Which of its measures or ratios it is."`
	Figure
	Parts []KPIPart `json:"parts" jsonschema:"The same by the measure's dimensions; none where it has none. People who stand in several parts count once in the whole."`
}

// KPIPart is a figure by the values of dimensions.
type KPIPart struct {
	ID         string         `json:"id" jsonschema:"The figure's id."`
	Dimensions []KPIDimension `json:"dimensions" jsonschema:"The dimensions and their values."`
	Value      *Number        `json:"value" jsonschema:"The figure in the unit of the whole."`
}

// KPIDimension is a dimension and a value of it.
type KPIDimension struct {
	Name  string `json:"name" jsonschema:"The dimension, such as roleType."`
	Value string `json:"value" jsonschema:"Its value, such as PHARMACIST."`
}

// KPIComparison is one measure of an indicator, all hubs side by side.
type KPIComparison struct {
	Code     string         `json:"code" jsonschema:"The indicator's code."`
	Version  int            `json:"version" jsonschema:"The version asked for, or else the one in force for the period; the highest where hubs return different ones."`
	Title    string         `json:"title" jsonschema:"The indicator's title."`
	Measure  string         `json:"measure" jsonschema:"Which of its measures or ratios it is."`
	Unit     string         `json:"unit" jsonschema:"What it counts."`
	Period   string         `json:"period" jsonschema:"The period: a half-year, a financial year or a day."`
	Items    []KPIOfHub     `json:"items" jsonschema:"The hubs of ICSs, by id: those there on the period's last day, and others that have recorded something by then."`
	Regions  []KPIOfRegion  `json:"regions" jsonschema:"Each region, by code."`
	National KPIOfNation    `json:"national" jsonschema:"All of England."`
	Next     *string        `json:"next" jsonschema:"Always null: the list stands on one page."`
	Seq      eventstore.Seq `json:"seq" jsonschema:"The seq that the answer is true at."`
}

// KPIOfHub is the figure of one ICS.
type KPIOfHub struct {
	Hub    domain.HubID `json:"hub" jsonschema:"The hub of the ICS; its locality hubs' figures are in it."`
	Region string       `json:"region" jsonschema:"Code of its region."`
	KPIOfNation
}

// KPIOfRegion is the figure of a region.
type KPIOfRegion struct {
	Region string `json:"region" jsonschema:"Code of the region."`
	KPIOfNation
}

// KPIOfNation is a figure without what all of a comparison have in common.
type KPIOfNation struct {
	ID         string     `json:"id" jsonschema:"The figure's id, to be explained by GET /v1/figures/{id}/explain; empty where there is none."`
	Value      *Number    `json:"value" jsonschema:"The figure in its unit; null where there is none, and reason says why. 0 is a value."`
	Reason     *string    `json:"reason" jsonschema:"Why there is no value: as of every figure, or DIFFERENT_DEFINITIONS where hubs return different versions, or NOT_IN_FORCE where the hub is to return none; null where there is one."`
	Coverage   *Coverage  `json:"coverage" jsonschema:"Which hubs have recorded something of it by then; null where the definition failed or there is none."`
	Definition Definition `json:"definition" jsonschema:"The version that it counts by."`
}

// KPIDefinitionList is the indicators that are published, and the sets of them.
type KPIDefinitionList struct {
	Items []KPIDefinition `json:"items" jsonschema:"The versions of all indicators, by code and version."`
	Sets  []KPISet        `json:"sets" jsonschema:"The versions of all sets, in the ledger's order."`
	Next  *string         `json:"next" jsonschema:"Always null: the list stands on one page."`
	Seq   eventstore.Seq  `json:"seq" jsonschema:"The seq that the answer is true at."`
}

// KPIDefinition is a version of an indicator.
type KPIDefinition struct {
	Code        string              `json:"code" jsonschema:"The indicator's code, such as WP2."`
	Version     int                 `json:"version" jsonschema:"Its version, from 1."`
	Title       string              `json:"title" jsonschema:"What it is called."`
	Category    domain.KPICategory  `json:"category" jsonschema:"The area that it belongs to."`
	Function    string              `json:"function" jsonschema:"Code of the core function of hubs."`
	Vocabulary  int                 `json:"vocabulary" jsonschema:"Version of the words that its expressions use."`
	Measures    []domain.KPIMeasure `json:"measures" jsonschema:"What it counts."`
	Ratios      []domain.KPIRatio   `json:"ratios" jsonschema:"Its ratios."`
	From        string              `json:"from" jsonschema:"The first half-year it is for."`
	Constructed bool                `json:"constructed" jsonschema:"Whether it is made up, and no published indicator."`
	SourceDoc   string              `json:"sourceDoc" jsonschema:"The publication."`
	PublishedOn domain.Date         `json:"publishedOn" jsonschema:"The day of the publication."`
	CheckedAt   int64               `json:"checkedAt" jsonschema:"The seq up to which its rules were tried; 0 where they were not."`
	Failed      bool                `json:"failed" jsonschema:"Whether a rule of it has failed, so that its figures are null."`
	Seq         eventstore.Seq      `json:"seq" jsonschema:"The seq of its publication."`
}

// KPISet is a version of a set of indicators.
type KPISet struct {
	Set               string             `json:"set" jsonschema:"The set's name."`
	Version           int                `json:"version" jsonschema:"Its version, from 1."`
	Members           []domain.KPIMember `json:"members" jsonschema:"The versions of indicators in it, by code."`
	From              string             `json:"from" jsonschema:"The first half-year it is for."`
	AppliesToMaturity int                `json:"appliesToMaturity" jsonschema:"The least level of maturity of the hubs it is for; 0 for all."`
	On                domain.Date        `json:"on" jsonschema:"The day on which it was adopted."`
	Seq               eventstore.Seq     `json:"seq" jsonschema:"The seq of the event."`
}
