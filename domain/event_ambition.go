package domain

import "github.com/google/uuid"

// The events of the stream "national" about how many more people are to work in
// general practice, and how many more do.

// AmbitionUnit is what an ambition is counted in.
type AmbitionUnit string

// UnitFTE counts full-time equivalents. The list is closed.
const UnitFTE AmbitionUnit = "FTE"

// Valid reports whether u is one of the units.
func (u AmbitionUnit) Valid() bool { return u == UnitFTE }

// AmbitionSet says what is aimed at, under one definition of who counts. Several
// definitions of an ambition stand side by side, each with its own figures.
type AmbitionSet struct {
	Ambition   string       `json:"ambition"`          // code
	Version    string       `json:"definitionVersion"` // names the definition
	Title      string       `json:"title"`
	Unit       AmbitionUnit `json:"unit"`
	Target     FTE          `json:"target"`        // how many more than at the baseline
	Baseline   FTE          `json:"baselineValue"` // how many there were
	BaselineOn Date         `json:"baselineDate"`
	Deadline   Date         `json:"deadline"`   // last day on which it is reached in time
	Definition string       `json:"definition"` // who counts, in words
	Source     string       `json:"source"`     // the publication that says so
	// Supersedes is the definition in whose place this one stands, where there
	// is one.
	Supersedes  string `json:"supersedes,omitzero"`
	PublishedOn Date   `json:"publishedOn"`
}

// AmbitionProgressReported says how many more there were than at the baseline,
// as at a day, by one definition and according to a publication. Of several for
// a definition and day the one published last counts.
type AmbitionProgressReported struct {
	Report      uuid.UUID `json:"report"`
	Ambition    string    `json:"ambition"`
	Version     string    `json:"definitionVersion"`
	AsAt        Date      `json:"asAt"`
	Value       FTE       `json:"value"` // below 0 where there were fewer
	Source      string    `json:"source"`
	PublishedOn Date      `json:"publishedOn"`
	Corrects    uuid.UUID `json:"corrects,omitzero"` // a report that was recorded wrongly and no longer counts
}

func (AmbitionSet) EventType() string              { return "AmbitionSet" }
func (AmbitionProgressReported) EventType() string { return "AmbitionProgressReported" }

func (AmbitionSet) isEvent()              {}
func (AmbitionProgressReported) isEvent() {}
