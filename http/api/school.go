package api

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// School is a Primary Care School, and what it has to know of its hubs on a day.
// It names no persons.
type School struct {
	Code               string              `json:"code" jsonschema:"The School's code."`
	Name               *string             `json:"name" jsonschema:"Its name, where the register of organisations knows it."`
	OperatingModel     *string             `json:"operatingModel" jsonschema:"The version of its Operating Model that is to be followed on the day."`
	OperatingModelFrom *domain.Date        `json:"operatingModelFrom" jsonschema:"First day of that version."`
	Hubs               []SchoolHub         `json:"hubs" jsonschema:"The hubs it oversees that are active on the day."`
	Environments       []SchoolEnvironment `json:"environments" jsonschema:"The learning environments of those hubs."`
	Differently        []SchoolDecision    `json:"decidedDifferently" jsonschema:"Applications that the School decided otherwise than the hub recommended, by that day."`
	Concerns           []QualityConcern    `json:"concerns" jsonschema:"Concerns about their quality that are open."`
	NotApproved        []SchoolPlacement   `json:"placementsNotApproved" jsonschema:"Placements that started in an environment that was not approved for their site and profession, or go on in one that is not approved now."`
	Places             []SchoolPlaces      `json:"places" jsonschema:"Places that are offered on that day, and how many are not taken."`
	ByProfession       []ProfessionPlaces  `json:"placesByProfession" jsonschema:"Sums of those by profession, in approved environments alone."`
	On                 *domain.Date        `json:"on" jsonschema:"The day asked for."`
	Seq                eventstore.Seq      `json:"seq" jsonschema:"The seq that the answer is true at."`
}

// SchoolHub is a hub that a School oversees.
type SchoolHub struct {
	Hub            domain.HubID     `json:"hub" jsonschema:"The hub."`
	Name           string           `json:"name" jsonschema:"Its name."`
	Level          domain.HubLevel  `json:"level" jsonschema:"ICS or LOCALITY."`
	OperatingModel *string          `json:"operatingModel" jsonschema:"The version of the Operating Model it works by on the day; a locality hub that has adopted none, by that of the hub of its ICS."`
	AdoptedOn      *domain.Date     `json:"adoptedOn" jsonschema:"First day of that."`
	OnCurrent      bool             `json:"onCurrentModel" jsonschema:"It is the version to be followed; true where there is none."`
	Seqs           []eventstore.Seq `json:"seqs" jsonschema:"The seqs of the registration and of the adoption."`
}

// SchoolEnvironment is a learning environment, in short.
type SchoolEnvironment struct {
	ID        uuid.UUID        `json:"id" jsonschema:"The environment's id."`
	Hub       domain.HubID     `json:"hub" jsonschema:"The hub."`
	Status    string           `json:"status" jsonschema:"APPLIED, FUTURE, APPROVED, SUSPENDED, EXPIRED or NOT_APPROVED."`
	Applicant string           `json:"applicant" jsonschema:"Code of the organisation that last applied."`
	Name      *string          `json:"applicantName" jsonschema:"Its name, where the register of organisations knows it."`
	From      *domain.Date     `json:"from" jsonschema:"First day of the newest approval that has begun."`
	To        *domain.Date     `json:"to" jsonschema:"Last day of it, as it stands."`
	Pending   *uuid.UUID       `json:"pendingApplication" jsonschema:"Id of the application that waits for the School."`
	Learners  int              `json:"learnersInPlace" jsonschema:"Learners who are in place on the day."`
	Seqs      []eventstore.Seq `json:"seqs" jsonschema:"The seqs of all events about it."`
}

// SchoolDecision is an application that was decided otherwise than recommended.
type SchoolDecision struct {
	Application   uuid.UUID        `json:"application" jsonschema:"The application's id."`
	LE            uuid.UUID        `json:"le" jsonschema:"The environment's id."`
	Hub           domain.HubID     `json:"hub" jsonschema:"The hub that recommended."`
	Applicant     string           `json:"applicant" jsonschema:"Code of the applicant."`
	Recommended   domain.LEOutcome `json:"recommended" jsonschema:"What the hub recommended."`
	RecommendedOn domain.Date      `json:"recommendedOn" jsonschema:"The day."`
	Why           string           `json:"recommendedReason" jsonschema:"Why, as the hub says."`
	Decided       domain.LEOutcome `json:"decided" jsonschema:"What the School decided."`
	DecidedOn     domain.Date      `json:"decidedOn" jsonschema:"The day."`
	Reason        string           `json:"decidedReason" jsonschema:"Why, as the School says."`
	Seqs          []eventstore.Seq `json:"seqs" jsonschema:"The seqs of the application, the recommendation and the decision."`
}

// SchoolPlacement is a placement in an environment that was or is not approved.
type SchoolPlacement struct {
	Placement     uuid.UUID        `json:"placement" jsonschema:"The placement's id."`
	LE            uuid.UUID        `json:"le" jsonschema:"The environment's id."`
	Hub           domain.HubID     `json:"hub" jsonschema:"The hub."`
	Site          string           `json:"site" jsonschema:"Code of the site."`
	Profession    string           `json:"profession" jsonschema:"Of the learner."`
	StartedOn     domain.Date      `json:"startedOn" jsonschema:"The day it started."`
	AtStart       bool             `json:"approvedAtStart" jsonschema:"The environment was approved for its site and profession on that day."`
	InPlace       bool             `json:"inPlace" jsonschema:"The learner is there on the day asked for."`
	ApprovedOnDay bool             `json:"approvedOnDay" jsonschema:"The environment is approved for its site and profession on the day asked for."`
	Seqs          []eventstore.Seq `json:"seqs" jsonschema:"The seqs of the start, and of the newest decision about the environment that has begun."`
}

// SchoolPlaces are places of an offer on a day.
type SchoolPlaces struct {
	Offer      uuid.UUID        `json:"offer" jsonschema:"The offer's id."`
	LE         uuid.UUID        `json:"le" jsonschema:"The environment's id."`
	Hub        domain.HubID     `json:"hub" jsonschema:"The hub."`
	Site       string           `json:"site" jsonschema:"Code of the site."`
	Profession string           `json:"profession" jsonschema:"Of the learners."`
	Approved   bool             `json:"approved" jsonschema:"The environment is approved for the site and the profession, and not suspended."`
	From       domain.Date      `json:"from" jsonschema:"First day of the offer."`
	To         domain.Date      `json:"to" jsonschema:"Last day."`
	Capacity   int              `json:"capacity" jsonschema:"Places there are on the day."`
	Taken      int              `json:"taken" jsonschema:"How many are taken, as planned or as it was."`
	Unused     int              `json:"unused" jsonschema:"How many are not; 0 where more are taken than there are."`
	Seqs       []eventstore.Seq `json:"seqs" jsonschema:"The seq of the offer."`
}

// ProfessionPlaces are places for learners of a profession.
type ProfessionPlaces struct {
	Profession string `json:"profession" jsonschema:"The profession."`
	Capacity   int    `json:"capacity" jsonschema:"Places there are."`
	Taken      int    `json:"taken" jsonschema:"How many are taken."`
	Unused     int    `json:"unused" jsonschema:"How many are not."`
}
