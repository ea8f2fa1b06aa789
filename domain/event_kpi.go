package domain

import "github.com/google/uuid"

// The events of the national stream that say what indicators are: key
// performance indicators (KPI), the sets of them that hold for a period, and
// when returns are due.

// KPICategory is one of the four areas that hubs report on.
type KPICategory string

// The categories.
const (
	KPIWorkforcePlanning    KPICategory = "WORKFORCE_PLANNING"
	KPICareersAndRetention  KPICategory = "CAREERS_AND_RETENTION"
	KPIEducationalDesign    KPICategory = "EDUCATIONAL_DESIGN"
	KPILeadershipManagement KPICategory = "LEADERSHIP_AND_MANAGEMENT"
)

// Valid reports whether c is one of the categories.
func (c KPICategory) Valid() bool {
	switch c {
	case KPIWorkforcePlanning, KPICareersAndRetention, KPIEducationalDesign, KPILeadershipManagement:
		return true
	}
	return false
}

// KPIType is how a measure counts.
type KPIType string

// The types.
const (
	KPISnapshot KPIType = "SNAPSHOT" // what holds on a day: the last of a period
	KPIFlow     KPIType = "FLOW"     // what begins in a period
)

// Valid reports whether t is one of the types.
func (t KPIType) Valid() bool { return t == KPISnapshot || t == KPIFlow }

// KPIDimension is a dimension of a measure and the expression of its value.
type KPIDimension struct {
	Dimension  string `json:"dimension" jsonschema:"Its name, such as profession."`
	Expression string `json:"expression" jsonschema:"CEL over the thing and its span: a string."`
}

// KPIMeasure is something that an indicator counts.
type KPIMeasure struct {
	Measure string  `json:"measure" jsonschema:"Its name within the indicator, such as posts: letters of any case."`
	Unit    string  `json:"unit" jsonschema:"What it counts: posts, FTE, people, pence and the like. People are counted once."`
	Type    KPIType `json:"type" jsonschema:"SNAPSHOT (what holds on the last day of a period) or FLOW (what begins in it)."`
	Entity  string  `json:"entity" jsonschema:"The kind of thing that is looked at, such as post."`
	Each    string  `json:"each" jsonschema:"CEL over the thing: the list of its spans that are counted, such as post.embedded."`
	Where   string  `json:"where,omitzero" jsonschema:"CEL over the thing and span: whether one counts; all where it is left out."`
	Amount  string  `json:"amount" jsonschema:"CEL over the thing and span: how much it counts, a whole number."`
	// By are its dimensions, in their order.
	By []KPIDimension `json:"by,omitempty" jsonschema:"Its dimensions."`
}

// KPIRatio is the indicator as one measure over another.
type KPIRatio struct {
	Measure     string `json:"measure" jsonschema:"Its name, such as retention."`
	Numerator   string `json:"numerator" jsonschema:"The measure above."`
	Denominator string `json:"denominator" jsonschema:"The measure below. There is no ratio where it is 0."`
}

// KPIDefinitionPublished says what an indicator is, from a half-year on. A
// version is never edited.
type KPIDefinitionPublished struct {
	Code       string      `json:"code"`
	Version    int         `json:"version"` // 1, 2, …
	Title      string      `json:"title"`
	Category   KPICategory `json:"category"`
	Function   string      `json:"function"` // core function of hubs that it belongs to
	Vocabulary int         `json:"vocabulary"`
	// Measures are in their order; Ratios are made of them.
	Measures []KPIMeasure `json:"measures"`
	Ratios   []KPIRatio   `json:"ratios,omitempty"`
	From     HalfYear     `json:"from"` // first half-year it is for
	// Constructed says that it is made up here, and no published indicator.
	Constructed bool   `json:"constructed,omitzero"`
	SourceDoc   string `json:"sourceDoc"`
	PublishedOn Date   `json:"publishedOn"`
	// CheckedAt is the Seq up to which its rules were tried on everything
	// recorded, before it was published; 0 where nothing was.
	CheckedAt int64 `json:"checkedAt,omitzero"`
}

// KPIMember is a version of an indicator in a set.
type KPIMember struct {
	Code    string `json:"code" jsonschema:"The indicator's code, such as WP1."`
	Version int    `json:"version" jsonschema:"Its version."`
}

// KPISetAdopted says which indicators hubs return, from a half-year on, until
// another version of the set does.
type KPISetAdopted struct {
	Set     string      `json:"set"`
	Version int         `json:"version"` // 1, 2, …
	Members []KPIMember `json:"members"` // by code, ascending
	From    HalfYear    `json:"from"`
	// AppliesToMaturity is the least level of maturity of the hubs it is for;
	// 0 for all.
	AppliesToMaturity int  `json:"appliesToMaturity,omitzero"`
	On                Date `json:"on"` // it was adopted
}

// ReturnKind is a kind of return that hubs send.
type ReturnKind string

// The kinds of returns.
const (
	ReturnKPI       ReturnKind = "KPI"
	ReturnActivity  ReturnKind = "ACTIVITY"
	ReturnFinancial ReturnKind = "FINANCIAL"
)

// Valid reports whether k is one of the kinds.
func (k ReturnKind) Valid() bool {
	return k == ReturnKPI || k == ReturnActivity || k == ReturnFinancial
}

// ReturnCalendarPublished says when the return of a half-year is due.
type ReturnCalendarPublished struct {
	Calendar uuid.UUID  `json:"calendar"`
	Kind     ReturnKind `json:"kind"`
	Period   HalfYear   `json:"period"`
	DueOn    Date       `json:"dueOn"` // last day on which it is in time
}

func (KPIDefinitionPublished) EventType() string  { return "KPIDefinitionPublished" }
func (KPISetAdopted) EventType() string           { return "KPISetAdopted" }
func (ReturnCalendarPublished) EventType() string { return "ReturnCalendarPublished" }

func (KPIDefinitionPublished) isEvent()  {}
func (KPISetAdopted) isEvent()           {}
func (ReturnCalendarPublished) isEvent() {}
