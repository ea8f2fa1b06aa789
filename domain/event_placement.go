package domain

import "github.com/google/uuid"

// The events of a hub's stream that say which learners are where, with whom,
// and what is paid for it.

// PlacementParty is who calls a placement off.
type PlacementParty string

// The parties to a placement.
const (
	PartyLearner     PlacementParty = "LEARNER"
	PartyEnvironment PlacementParty = "ENVIRONMENT"
	PartyProvider    PlacementParty = "EDUCATION_PROVIDER"
	PartyHub         PlacementParty = "HUB"
	PartySchool      PlacementParty = "SCHOOL"
)

// Valid reports whether p is one of the parties.
func (p PlacementParty) Valid() bool {
	switch p {
	case PartyLearner, PartyEnvironment, PartyProvider, PartyHub, PartySchool:
		return true
	}
	return false
}

// PaymentRoute is how money for a placement gets from the payer to the payee.
type PaymentRoute string

// The routes.
const (
	RouteDirect   PaymentRoute = "DIRECT"             // from the payer to the payee
	RouteHub      PaymentRoute = "HUB"                // by the hub's host
	RouteTrust    PaymentRoute = "TRUST"              // by an NHS trust
	RouteProvider PaymentRoute = "EDUCATION_PROVIDER" // by a university or college
)

// Valid reports whether r is one of the routes.
func (r PaymentRoute) Valid() bool {
	switch r {
	case RouteDirect, RouteHub, RouteTrust, RouteProvider:
		return true
	}
	return false
}

// PriceMeasure is what a placement is counted in to be priced.
type PriceMeasure string

// The measures.
const (
	MeasureDay          PriceMeasure = "DAY"           // a day that the learner attended
	MeasureQuarterMonth PriceMeasure = "QUARTER_MONTH" // of the calendar, whatever the learner attended: 4 of a whole month, and 1 of each week after the last whole one
)

// PlacementOffered says that a site of a learning environment has places for
// learners of a profession.
type PlacementOffered struct {
	Offer      uuid.UUID `json:"offer"`
	Hub        HubID     `json:"hub"`
	LE         uuid.UUID `json:"le"`
	Site       string    `json:"site"`
	Profession string    `json:"profession"`
	// Regulator is that of the profession; none where nobody regulates it.
	Regulator Regulator `json:"regulator,omitzero"`
	From      Date      `json:"from"`     // first day
	To        Date      `json:"to"`       // last day
	Capacity  int       `json:"capacity"` // learners at a time, 1 or more
}

// PlacementAllocated says that a place of an offer is a learner's.
type PlacementAllocated struct {
	Placement  uuid.UUID `json:"placement"`
	Offer      uuid.UUID `json:"offer"`
	Hub        HubID     `json:"hub"`
	LE         uuid.UUID `json:"le"`
	Site       string    `json:"site"`
	Profession string    `json:"profession"`
	Learner    uuid.UUID `json:"learner"` // person
	Supervisor uuid.UUID `json:"supervisor"`
	Assessor   uuid.UUID `json:"assessor,omitzero"`
	HEI        string    `json:"hei,omitzero"` // code of the university or college whose course it is part of
	// Shadowing says that the learner only watches.
	Shadowing bool `json:"shadowing,omitzero"`
	From      Date `json:"from"` // first day
	To        Date `json:"to"`   // last day
}

// PlacementStarted says that a learner came. What it repeats of the allocation
// is as it was when it started.
type PlacementStarted struct {
	Placement  uuid.UUID `json:"placement"`
	Hub        HubID     `json:"hub"`
	LE         uuid.UUID `json:"le"`
	Site       string    `json:"site"`
	Profession string    `json:"profession"`
	Supervisor uuid.UUID `json:"supervisor"`
	Assessor   uuid.UUID `json:"assessor,omitzero"`
	On         Date      `json:"on"` // first day
}

// PlacementDaysRecorded says how many days of a part of a month a learner
// attended.
type PlacementDaysRecorded struct {
	Placement uuid.UUID `json:"placement"`
	From      Date      `json:"from"` // first day of the part
	To        Date      `json:"to"`   // last day of it
	Days      int       `json:"days"` // attended, 0 or more
}

// PlacementCompleted says that a placement is over.
type PlacementCompleted struct {
	Placement  uuid.UUID `json:"placement"`
	LE         uuid.UUID `json:"le"`
	Profession string    `json:"profession"`
	Days       int       `json:"days"` // attended in all, as recorded
	On         Date      `json:"on"`   // last day
}

// PlacementCancelled says that a placement did not begin, or was broken off.
// Nothing follows it but prices.
type PlacementCancelled struct {
	Placement  uuid.UUID      `json:"placement"`
	LE         uuid.UUID      `json:"le"`
	Profession string         `json:"profession"`
	Party      PlacementParty `json:"party"`
	Reason     string         `json:"reason"`
	Started    bool           `json:"started"` // it had begun
	On         Date           `json:"on"`      // of one that had begun the last day, else that on which it was called off
}

// PricePart is what is paid at one rate.
type PricePart struct {
	Rate      uuid.UUID    `json:"rateRef"`
	Measure   PriceMeasure `json:"measure"`
	Units     int          `json:"units"`        // of the measure, 1 or more
	PerRate   int          `json:"unitsPerRate"` // how many of them the rate is for
	RatePence Pence        `json:"ratePence"`    // what the rate is for that many
	// Pence are ratePence × units ÷ unitsPerRate, rounded once, half up.
	Pence Pence `json:"pence"`
}

// PlacementPriced says what a part of a placement is paid with, by whom, by
// which way and to whom.
type PlacementPriced struct {
	Price     uuid.UUID    `json:"price"`
	Placement uuid.UUID    `json:"placement"`
	Kind      RateKind     `json:"refKind"` // TARIFF or GRANT
	Key       string       `json:"key"`     // of the rates
	Area      string       `json:"area"`    // of the rates
	From      Date         `json:"from"`    // first day that is priced
	To        Date         `json:"to"`      // last day
	Payer     string       `json:"payer"`
	Route     PaymentRoute `json:"route"`
	Via       string       `json:"via,omitzero"` // who passes it on; none where it comes directly
	Payee     string       `json:"payee"`
	Parts     []PricePart  `json:"parts,omitempty"` // each of one rate, in the order of the days
	// Pence are those of all parts; of a price that was paid otherwise, what
	// was paid.
	Pence Pence `json:"pence"`
}

// PlacementRepriced says that a price is another one now: rates were published
// later, or days recorded. It has all parts, and replaces the price before.
type PlacementRepriced struct {
	Price     uuid.UUID   `json:"price"`
	Placement uuid.UUID   `json:"placement"`
	Revision  int         `json:"revision"` // 2, 3, …
	Parts     []PricePart `json:"parts,omitempty"`
	Pence     Pence       `json:"pence"`
	// Difference is Pence less those of the price before.
	Difference Pence  `json:"difference"`
	Payer      string `json:"payer"`
	Payee      string `json:"payee"`
	Reason     string `json:"reason"`
}

func (PlacementOffered) EventType() string      { return "PlacementOffered" }
func (PlacementAllocated) EventType() string    { return "PlacementAllocated" }
func (PlacementStarted) EventType() string      { return "PlacementStarted" }
func (PlacementDaysRecorded) EventType() string { return "PlacementDaysRecorded" }
func (PlacementCompleted) EventType() string    { return "PlacementCompleted" }
func (PlacementCancelled) EventType() string    { return "PlacementCancelled" }
func (PlacementPriced) EventType() string       { return "PlacementPriced" }
func (PlacementRepriced) EventType() string     { return "PlacementRepriced" }

func (PlacementOffered) isEvent()      {}
func (PlacementAllocated) isEvent()    {}
func (PlacementStarted) isEvent()      {}
func (PlacementDaysRecorded) isEvent() {}
func (PlacementCompleted) isEvent()    {}
func (PlacementCancelled) isEvent()    {}
func (PlacementPriced) isEvent()       {}
func (PlacementRepriced) isEvent()     {}
