package domain

import "github.com/google/uuid"

// The events of the stream "national" that are published figures with days:
// rates, thresholds and bank holidays.

// RateKind is what a rate is for.
type RateKind string

// The kinds of rates. The list is closed.
const (
	RateARRSMax RateKind = "ARRS_MAX" // the most that is reimbursed for a role
	RateARRSSum RateKind = "ARRS_SUM" // what a PCN may be reimbursed in a year, by its patients
	RateTariff  RateKind = "TARIFF"   // what is paid for a placement
	RateGrant   RateKind = "GRANT"    // what is granted for an activity
)

// Valid reports whether k is one of the kinds.
func (k RateKind) Valid() bool {
	switch k {
	case RateARRSMax, RateARRSSum, RateTariff, RateGrant:
		return true
	}
	return false
}

// RateSet says what a rate is on some days, according to a publication. On a
// day that several publications speak of, the one published last counts.
type RateSet struct {
	Rate uuid.UUID `json:"rate"`
	Kind RateKind  `json:"refKind"`
	Key  string    `json:"key"`  // whose rate it is: a role, a group of learners, an activity
	Area string    `json:"area"` // such as ENGLAND, OUTER_LONDON or INNER_LONDON
	From Date      `json:"from"` // first day
	To   Date      `json:"to,omitzero"`
	// Pence are for one Unit.
	Pence       Pence     `json:"pence"`
	Unit        string    `json:"unit"` // such as FTE_YEAR, WEEK or THOUSAND_WEIGHTED_PATIENTS
	PublishedOn Date      `json:"publishedOn"`
	SourceDoc   string    `json:"sourceDoc"`
	Corrects    uuid.UUID `json:"corrects,omitzero"` // a rate that was recorded wrongly and no longer counts
}

// ThresholdUnit is what a threshold is counted in.
type ThresholdUnit string

// The units of thresholds. The list is closed.
const (
	UnitPence       ThresholdUnit = "PENCE"
	UnitDays        ThresholdUnit = "DAYS"
	UnitWorkingDays ThresholdUnit = "WORKING_DAYS"
	UnitMonths      ThresholdUnit = "MONTHS"
	UnitYears       ThresholdUnit = "YEARS"
)

// Valid reports whether u is one of the units.
func (u ThresholdUnit) Valid() bool {
	switch u {
	case UnitPence, UnitDays, UnitWorkingDays, UnitMonths, UnitYears:
		return true
	}
	return false
}

// Threshold is one limit of a scheme.
type Threshold struct {
	Key    string        `json:"key" jsonschema:"Which limit it is, 2 to 40 capital letters, digits and underscores, such as LIGHT_TOUCH."`
	Amount int64         `json:"amount" jsonschema:"How much, in the unit. Limits of procurement include VAT."`
	Unit   ThresholdUnit `json:"unit" jsonschema:"PENCE, DAYS, WORKING_DAYS, MONTHS or YEARS."`
}

// ThresholdsSet says what the limits of a scheme, such as a procurement regime
// or the policy on conflicts of interest, are on some days, according to a
// publication. It names all of them. On a day that several publications speak
// of, the one published last counts.
type ThresholdsSet struct {
	Set         uuid.UUID   `json:"set"`
	Scheme      string      `json:"scheme"`
	From        Date        `json:"from"` // first day
	To          Date        `json:"to,omitzero"`
	Thresholds  []Threshold `json:"thresholds"` // by key, ascending
	PublishedOn Date        `json:"publishedOn"`
	SourceDoc   string      `json:"sourceDoc"`
	Corrects    uuid.UUID   `json:"corrects,omitzero"` // a set that was recorded wrongly and no longer counts
}

// BankHolidaysPublished says which days of a calendar year are bank holidays
// in England: all of them. What is published later for a year replaces it.
type BankHolidaysPublished struct {
	Year        int    `json:"year"`
	Days        []Date `json:"days"` // ascending
	PublishedOn Date   `json:"publishedOn"`
	SourceDoc   string `json:"sourceDoc"`
}

func (RateSet) EventType() string               { return "RateSet" }
func (ThresholdsSet) EventType() string         { return "ThresholdsSet" }
func (BankHolidaysPublished) EventType() string { return "BankHolidaysPublished" }

func (RateSet) isEvent()               {}
func (ThresholdsSet) isEvent()         {}
func (BankHolidaysPublished) isEvent() {}
