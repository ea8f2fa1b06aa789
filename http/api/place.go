package api

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Environment is a learning environment (LE) of a hub.
type Environment struct {
	ID            uuid.UUID        `json:"id" jsonschema:"The environment's id."`
	Hub           domain.HubID     `json:"hub" jsonschema:"The hub it last applied to."`
	Status        string           `json:"status" jsonschema:"APPLIED, FUTURE (approved from a later day), APPROVED, SUSPENDED, EXPIRED (the approval ran out or was given up) or NOT_APPROVED, on the day asked for."`
	Applicant     string           `json:"applicant" jsonschema:"Code of the organisation that last applied."`
	Name          *string          `json:"applicantName" jsonschema:"Its name, where the register of organisations knows it."`
	Sites         []string         `json:"sites" jsonschema:"Codes of the sites that are approved, or else applied for."`
	Professions   []string         `json:"professions" jsonschema:"Of learners: those that are approved, or else applied for."`
	From          *domain.Date     `json:"from" jsonschema:"First day of the newest approval that has begun by the day asked for."`
	To            *domain.Date     `json:"to" jsonschema:"Last day of it, as it stands."`
	School        *string          `json:"school" jsonschema:"Code of the Primary Care School that gave it."`
	Framework     *string          `json:"framework" jsonschema:"The version of the Quality Framework it was held against."`
	Pending       *uuid.UUID       `json:"pendingApplication" jsonschema:"Id of the application that waits for a decision on that day."`
	SuspendedFrom *domain.Date     `json:"suspendedFrom" jsonschema:"First day of the suspension of that day."`
	ActionsOpen   int              `json:"actionsOpen" jsonschema:"What it is to do by decisions and has not done."`
	ConcernsOpen  int              `json:"concernsOpen" jsonschema:"Concerns about its quality that are open on that day."`
	Capacity      int              `json:"capacity" jsonschema:"Places there are for learners on that day, by all offers."`
	Taken         int              `json:"taken" jsonschema:"How many of those are taken, as planned or as it was."`
	Applications  []LEApplication  `json:"applications" jsonschema:"Its applications by that day, in their order."`
	Actions       []LEAction       `json:"actions" jsonschema:"What it is to do by decisions of that day or before."`
	Concerns      []QualityConcern `json:"concerns" jsonschema:"Concerns about its quality raised by that day."`
	Suspensions   []LESuspension   `json:"suspensions" jsonschema:"Its suspensions that have begun by that day."`
	Seqs          []eventstore.Seq `json:"seqs" jsonschema:"The seqs of all events about it, in their order."`
}

// LEApplication is an application of a learning environment and what came of it
// by the day asked for.
type LEApplication struct {
	Application   uuid.UUID         `json:"application" jsonschema:"The application's id."`
	On            domain.Date       `json:"on" jsonschema:"The day it was submitted."`
	VisitedOn     *domain.Date      `json:"visitedOn" jsonschema:"The day the applicant was first looked at."`
	RecommendedOn *domain.Date      `json:"recommendedOn" jsonschema:"The day the hub recommended."`
	Recommended   *domain.LEOutcome `json:"recommended" jsonschema:"What the hub recommended: APPROVED, WITH_ACTIONS or NOT_APPROVED."`
	DecidedOn     *domain.Date      `json:"decidedOn" jsonschema:"The day the School decided."`
	Decided       *domain.LEOutcome `json:"decided" jsonschema:"What the School decided: APPROVED, WITH_ACTIONS or NOT_APPROVED."`
	School        *string           `json:"school" jsonschema:"Code of the School."`
	Reason        *string           `json:"reason" jsonschema:"Why it decided so."`
	From          *domain.Date      `json:"from" jsonschema:"First day of the approval."`
	To            *domain.Date      `json:"to" jsonschema:"Last day of the approval, as it was given."`
	LapsedOn      *domain.Date      `json:"lapsedOn" jsonschema:"Last day it held, where its end is recorded."`
}

// LEAction is something that an environment is to do by a decision.
type LEAction struct {
	Action      uuid.UUID      `json:"action" jsonschema:"The action's id."`
	What        string         `json:"what" jsonschema:"What is to be done."`
	Due         domain.Date    `json:"due" jsonschema:"The last day on which it is done in time."`
	CompletedOn *domain.Date   `json:"completedOn" jsonschema:"The day it was done."`
	Seq         eventstore.Seq `json:"seq" jsonschema:"The seq of the decision that set it."`
}

// QualityConcern is a concern about the quality of an environment.
type QualityConcern struct {
	Concern  uuid.UUID            `json:"concern" jsonschema:"The concern's id."`
	LE       uuid.UUID            `json:"le" jsonschema:"The environment's id."`
	Hub      domain.HubID         `json:"hub" jsonschema:"The hub it last applied to."`
	Domain   domain.QualityDomain `json:"domain" jsonschema:"The domain of the Quality Framework."`
	Risk     domain.QualityRisk   `json:"risk" jsonschema:"LOW, MEDIUM or HIGH."`
	Subject  string               `json:"subject" jsonschema:"What it is about."`
	On       domain.Date          `json:"on" jsonschema:"The day it was raised."`
	ClosedOn *domain.Date         `json:"closedOn" jsonschema:"The day it was closed, by the day asked for."`
	Outcome  *string              `json:"outcome" jsonschema:"What came of it."`
	Seqs     []eventstore.Seq     `json:"seqs" jsonschema:"The seqs of the events about it."`
}

// LESuspension is some days on which no learner begins in an environment.
type LESuspension struct {
	Suspension      uuid.UUID        `json:"suspension" jsonschema:"The suspension's id."`
	By              string           `json:"by" jsonschema:"Code of who suspended it."`
	ISFCategory     int              `json:"isfCategory" jsonschema:"Category of the Intensive Support Framework, 0 to 4."`
	From            domain.Date      `json:"from" jsonschema:"First day."`
	ReinstatedOn    *domain.Date     `json:"reinstatedOn" jsonschema:"First day without it, by the day asked for."`
	IncludesRunning bool             `json:"includesRunning" jsonschema:"Placements that have begun stop too."`
	Reason          string           `json:"reason" jsonschema:"Why."`
	Seqs            []eventstore.Seq `json:"seqs" jsonschema:"The seqs of the events about it."`
}

// Educator is an approval of a person as an educator, or a person who was
// trained as one and has none.
type Educator struct {
	Person       uuid.UUID                  `json:"person" jsonschema:"The person's random id."`
	Hub          domain.HubID               `json:"hub" jsonschema:"The hub."`
	Status       string                     `json:"status" jsonschema:"TRAINED (did a course and has no approval), FUTURE, APPROVED, LAPSED (ran out or was given up) or WITHDRAWN (the person teaches no more), on the day asked for."`
	Approval     *uuid.UUID                 `json:"approval" jsonschema:"The approval's id."`
	Kind         *domain.EducatorKind       `json:"kind" jsonschema:"What sort of educator, such as PRACTICE_SUPERVISOR."`
	Professions  []string                   `json:"professions" jsonschema:"Of learners."`
	From         *domain.Date               `json:"from" jsonschema:"First day."`
	To           *domain.Date               `json:"to" jsonschema:"Last day, as it stands."`
	By           *string                    `json:"by" jsonschema:"Code of who approved."`
	Regulator    *domain.Regulator          `json:"regulator" jsonschema:"Whose register the educator is on."`
	CheckedOn    *domain.Date               `json:"checkedOn" jsonschema:"The day of the newest check of that register by the day asked for."`
	Registration *domain.RegistrationResult `json:"registration" jsonschema:"What that check found: REGISTERED, REGISTERED_WITH_CONDITIONS, SUSPENDED or NOT_REGISTERED."`
	Courses      []string                   `json:"courses" jsonschema:"Codes of the courses for educators that the person did by that day."`
	Reason       *string                    `json:"reason" jsonschema:"Why it lapsed or the person withdrew."`
	Seqs         []eventstore.Seq           `json:"seqs" jsonschema:"The seqs of the events that make the row, in their order."`
}

// Placement is a placement of a learner.
type Placement struct {
	ID          uuid.UUID              `json:"id" jsonschema:"The placement's id."`
	Hub         domain.HubID           `json:"hub" jsonschema:"The hub that offered the place."`
	Status      string                 `json:"status" jsonschema:"ALLOCATED, STARTED, COMPLETED or CANCELLED, on the day asked for; on its last day it still runs."`
	Offer       uuid.UUID              `json:"offer" jsonschema:"Id of the offer."`
	LE          uuid.UUID              `json:"le" jsonschema:"Id of the learning environment."`
	Site        string                 `json:"site" jsonschema:"Code of the site."`
	SiteName    *string                `json:"siteName" jsonschema:"Its name, where the register of organisations knows it."`
	Profession  string                 `json:"profession" jsonschema:"Of the learner."`
	Learner     uuid.UUID              `json:"learner" jsonschema:"Random id of the learner."`
	Supervisor  uuid.UUID              `json:"supervisor" jsonschema:"Random id of who supervises: as planned until it starts."`
	Assessor    *uuid.UUID             `json:"assessor" jsonschema:"Random id of who assesses."`
	HEI         *string                `json:"hei" jsonschema:"Code of the education provider whose course it is part of."`
	Shadowing   bool                   `json:"shadowing" jsonschema:"The learner only watches."`
	PlannedFrom domain.Date            `json:"plannedFrom" jsonschema:"Planned first day."`
	PlannedTo   domain.Date            `json:"plannedTo" jsonschema:"Planned last day."`
	StartedOn   *domain.Date           `json:"startedOn" jsonschema:"The day it started, by the day asked for."`
	EndedOn     *domain.Date           `json:"endedOn" jsonschema:"The last day of one that was completed or broken off, or the day on which one that had not begun was called off, by the day asked for."`
	CancelledBy *domain.PlacementParty `json:"cancelledBy" jsonschema:"Who called it off."`
	Reason      *string                `json:"reason" jsonschema:"Why."`
	Days        int                    `json:"daysAttended" jsonschema:"Days that the learner attended, of the parts that were over by the day asked for."`
	Pence       domain.Pence           `json:"pricePence" jsonschema:"What its prices come to as they stand, in pence."`
	Prices      []PlacementPrice       `json:"prices" jsonschema:"Its prices, in the order they were made."`
	Seqs        []eventstore.Seq       `json:"seqs" jsonschema:"The seqs of all events about it, in their order."`
}

// PlacementPrice is what a part of a placement is paid with.
type PlacementPrice struct {
	Price    uuid.UUID           `json:"price" jsonschema:"The price's id."`
	Kind     domain.RateKind     `json:"refKind" jsonschema:"TARIFF or GRANT."`
	Key      string              `json:"key" jsonschema:"Of the rates it goes by."`
	Area     string              `json:"area" jsonschema:"Of the rates it goes by."`
	From     domain.Date         `json:"from" jsonschema:"First day that is priced."`
	To       domain.Date         `json:"to" jsonschema:"Last day."`
	Payer    string              `json:"payer" jsonschema:"Code of who pays."`
	Route    domain.PaymentRoute `json:"route" jsonschema:"How the money gets there: DIRECT, HUB, TRUST or EDUCATION_PROVIDER."`
	Via      *string             `json:"via" jsonschema:"Code of who passes it on."`
	Payee    string              `json:"payee" jsonschema:"Code of who is paid."`
	Pence    domain.Pence        `json:"pence" jsonschema:"Of the newest revision, in pence."`
	Revision int                 `json:"revision" jsonschema:"1 as first priced; one more each time it was priced again."`
}

// EnvironmentList is the learning environments of a hub.
type EnvironmentList struct {
	Items []Environment `json:"items" jsonschema:"The environments, in the order they first applied."`
	Listed
}

// EducatorList is the educators of a hub.
type EducatorList struct {
	Items []Educator `json:"items" jsonschema:"The approvals of educators, person by person in the order they were first met; who has none on a row of their own."`
	Listed
}

// PlacementList is the placements of a hub.
type PlacementList struct {
	Items []Placement `json:"items" jsonschema:"The placements, in the order they were allocated."`
	Listed
}
