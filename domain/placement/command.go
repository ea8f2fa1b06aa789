package placement

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// OfferPlacement records that a site has places for learners of a profession.
type OfferPlacement struct {
	Offer      uuid.UUID        `json:"offer,omitzero" jsonschema:"The offer's id; made from the command's id where it is left out."`
	Hub        domain.HubID     `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	LE         uuid.UUID        `json:"le" jsonschema:"The learning environment's id."`
	Site       string           `json:"site" jsonschema:"Code of the organisation where the learners would be."`
	Profession string           `json:"profession" jsonschema:"Profession of the learners, such as NURSING_STUDENT: 2 to 40 capital letters, digits and underscores."`
	Regulator  domain.Regulator `json:"regulator,omitzero" jsonschema:"Who regulates the profession: GDC, GMC, GOC, GPHC, HCPC, NMC or SWE; left out where nobody does."`
	From       domain.Date      `json:"from" jsonschema:"The first day, YYYY-MM-DD."`
	To         domain.Date      `json:"to" jsonschema:"The last day, YYYY-MM-DD."`
	Capacity   int              `json:"capacity" jsonschema:"How many learners there may be at a time, 1 or more."`
}

// AllocatePlacement records that a place of an offer is a learner's.
type AllocatePlacement struct {
	Placement  uuid.UUID   `json:"placement,omitzero" jsonschema:"The placement's id; made from the command's id where it is left out."`
	Offer      uuid.UUID   `json:"offer" jsonschema:"The offer's id."`
	Learner    uuid.UUID   `json:"learner" jsonschema:"The learner's random id."`
	Supervisor uuid.UUID   `json:"supervisor" jsonschema:"The supervisor's random id."`
	Assessor   uuid.UUID   `json:"assessor,omitzero" jsonschema:"The assessor's random id; required where the NMC regulates the profession."`
	HEI        string      `json:"hei,omitzero" jsonschema:"Code of the university or college whose course it is part of; left out where it is part of none."`
	Shadowing  bool        `json:"shadowing,omitzero" jsonschema:"Whether the learner only watches."`
	From       domain.Date `json:"from" jsonschema:"The first day, YYYY-MM-DD."`
	To         domain.Date `json:"to" jsonschema:"The last day, YYYY-MM-DD."`
}

// StartPlacement records that a learner came.
type StartPlacement struct {
	Placement  uuid.UUID   `json:"placement" jsonschema:"The placement's id."`
	On         domain.Date `json:"on" jsonschema:"The first day, YYYY-MM-DD."`
	Supervisor uuid.UUID   `json:"supervisor,omitzero" jsonschema:"The supervisor's random id, where it is another than planned."`
	Assessor   uuid.UUID   `json:"assessor,omitzero" jsonschema:"The assessor's random id, where it is another than planned."`
}

// RecordPlacementDays records how many days of a part of a month a learner
// attended.
type RecordPlacementDays struct {
	Placement uuid.UUID   `json:"placement" jsonschema:"The placement's id."`
	From      domain.Date `json:"from" jsonschema:"The first day of the part, YYYY-MM-DD."`
	To        domain.Date `json:"to" jsonschema:"The last day of the part, in the same month, YYYY-MM-DD."`
	Days      int         `json:"days" jsonschema:"How many days the learner attended, 0 or more. Where a rate changes inside a month, record the days before and after it apart: a part is priced by the rate of its first day."`
}

// CompletePlacement records that a placement is over.
type CompletePlacement struct {
	Placement uuid.UUID   `json:"placement" jsonschema:"The placement's id."`
	On        domain.Date `json:"on" jsonschema:"The last day, YYYY-MM-DD."`
}

// CancelPlacement records that a placement did not begin, or was broken off.
type CancelPlacement struct {
	Placement uuid.UUID             `json:"placement" jsonschema:"The placement's id."`
	Party     domain.PlacementParty `json:"party" jsonschema:"Who called it off: LEARNER, ENVIRONMENT, EDUCATION_PROVIDER, HUB or SCHOOL."`
	Reason    string                `json:"reason" jsonschema:"Why, at most 500 characters, no names."`
	On        domain.Date           `json:"on" jsonschema:"The last day of one that had begun, else the day it was called off, YYYY-MM-DD."`
}

// PricePlacement records what a part of a placement is paid with.
type PricePlacement struct {
	Price     uuid.UUID           `json:"price,omitzero" jsonschema:"The price's id; made from the command's id where it is left out."`
	Placement uuid.UUID           `json:"placement" jsonschema:"The placement's id."`
	Kind      domain.RateKind     `json:"refKind" jsonschema:"TARIFF, which counts days that the learner attended, or GRANT, which counts months and weeks of the calendar."`
	Key       string              `json:"key" jsonschema:"Key of the rates, such as NURSING_STUDENT or GP_TRAINER."`
	Area      string              `json:"area" jsonschema:"Area of the rates, such as ENGLAND."`
	From      domain.Date         `json:"from" jsonschema:"The first day that is priced, YYYY-MM-DD."`
	To        domain.Date         `json:"to" jsonschema:"The last day, in the same financial year, YYYY-MM-DD."`
	Payer     string              `json:"payer" jsonschema:"Code of who pays."`
	Route     domain.PaymentRoute `json:"route" jsonschema:"How the money gets to the payee: DIRECT, HUB, TRUST or EDUCATION_PROVIDER."`
	Via       string              `json:"via,omitzero" jsonschema:"Code of who passes it on, such as the hub's host; left out where it comes DIRECT."`
	Payee     string              `json:"payee" jsonschema:"Code of who is paid."`
	Pence     domain.Pence        `json:"pence,omitzero" jsonschema:"Pence as claimed or paid, to be held against the rates; what the rates make it where it is left out."`
}

// RepricePlacement records that a price is another one by the rates that are
// published, and the days that are recorded, now.
type RepricePlacement struct {
	Price  uuid.UUID    `json:"price" jsonschema:"The price's id."`
	Reason string       `json:"reason" jsonschema:"Why, at most 500 characters, no names."`
	Pence  domain.Pence `json:"pence,omitzero" jsonschema:"Pence as claimed or paid, to be held against the rates; what the rates make it where it is left out."`
}

// RepriceTariff records it of all prices of a key that reach to a day or
// beyond, as when an uplift is published that takes effect before. It changes
// up to 500; where there are more, it is to be given again.
type RepriceTariff struct {
	Kind   domain.RateKind `json:"refKind" jsonschema:"TARIFF or GRANT."`
	Key    string          `json:"key" jsonschema:"Key of the rates, such as NURSING_STUDENT."`
	Area   string          `json:"area" jsonschema:"Area of the rates, such as ENGLAND."`
	From   domain.Date     `json:"from" jsonschema:"The first day that the rates have changed for, YYYY-MM-DD."`
	Reason string          `json:"reason" jsonschema:"Why, such as the publication, at most 500 characters, no names."`
}

// CommandName implements domain.CommandData.
func (OfferPlacement) CommandName() string { return "offer-placement" }

// CommandName implements domain.CommandData.
func (AllocatePlacement) CommandName() string { return "allocate-placement" }

// CommandName implements domain.CommandData.
func (StartPlacement) CommandName() string { return "start-placement" }

// CommandName implements domain.CommandData.
func (RecordPlacementDays) CommandName() string { return "record-placement-days" }

// CommandName implements domain.CommandData.
func (CompletePlacement) CommandName() string { return "complete-placement" }

// CommandName implements domain.CommandData.
func (CancelPlacement) CommandName() string { return "cancel-placement" }

// CommandName implements domain.CommandData.
func (PricePlacement) CommandName() string { return "price-placement" }

// CommandName implements domain.CommandData.
func (RepricePlacement) CommandName() string { return "reprice-placement" }

// CommandName implements domain.CommandData.
func (RepriceTariff) CommandName() string { return "reprice-tariff" }
