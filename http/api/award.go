package api

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Award is an award in a list.
type Award struct {
	ID            uuid.UUID                `json:"id" jsonschema:"The award's id."`
	Hub           domain.HubID             `json:"hub" jsonschema:"The hub whose decision it was made on."`
	Status        string                   `json:"status" jsonschema:"FUTURE, IN_FORCE or ENDED, on the day asked for."`
	Supplier      string                   `json:"supplier" jsonschema:"Code of the organisation it was made with."`
	Name          *string                  `json:"supplierName" jsonschema:"The supplier's name, where the register of organisations knows it."`
	Class         domain.OrganisationClass `json:"class" jsonschema:"What kind of body the supplier was when it was made."`
	Holder        *string                  `json:"holder" jsonschema:"Code of the organisation that made the contract for the hub."`
	DecisionID    *uuid.UUID               `json:"decision" jsonschema:"Id of the decision it was made on."`
	Programme     *uuid.UUID               `json:"programme" jsonschema:"Id of the programme it is for."`
	Route         *domain.Route            `json:"route" jsonschema:"How the supplier was found."`
	MadeOn        domain.Date              `json:"on" jsonschema:"The day it was made."`
	From          domain.Date              `json:"from" jsonschema:"First day of the contract."`
	To            domain.Date              `json:"to" jsonschema:"Last day of the contract, as varied by the day asked for, or as it ended."`
	Value         domain.Amount            `json:"value" jsonschema:"What it is worth over its whole life, as varied by the day asked for."`
	Gross         domain.Pence             `json:"grossPence" jsonschema:"That value with VAT, in pence."`
	Variations    int                      `json:"variationCount" jsonschema:"How often it was varied by then."`
	Delivered     int                      `json:"unitsDelivered" jsonschema:"Units accepted by then."`
	CarriedOnFrom *domain.HubID            `json:"carriedOnFrom" jsonschema:"The hub before this one, where a succession brought it here: it is then what is left of it, and the decision is that hub's."`
	Seqs          []eventstore.Seq         `json:"seqs" jsonschema:"The seqs of all events about it, in their order."`
}

// AwardDetail is an award with what became of it.
type AwardDetail struct {
	Award
	Made        Entry            `json:"made" jsonschema:"The event that made it."`
	Varied      []AwardVariation `json:"variations" jsonschema:"What it is from then on, by decisions of their own."`
	Deliveries  []Delivery       `json:"deliveries" jsonschema:"What the hub got."`
	Ended       *AwardEnd        `json:"ended" jsonschema:"That it is over."`
	Commitments []Commitment     `json:"commitments" jsonschema:"The money promised for it."`
}

// AwardVariation is what an award is from a day on.
type AwardVariation struct {
	Entry
	Variation int           `json:"variation" jsonschema:"Its number, from 1."`
	Decision  *uuid.UUID    `json:"decision" jsonschema:"Id of the decision that approved it."`
	To        domain.Date   `json:"to" jsonschema:"Last day of the contract."`
	Value     domain.Amount `json:"value" jsonschema:"What it is worth over its whole life, with all there was before."`
	Reason    string        `json:"reason" jsonschema:"Why."`
	On        domain.Date   `json:"on" jsonschema:"The day it was varied."`
}

// Delivery is what a hub got.
type Delivery struct {
	Entry
	ID    uuid.UUID   `json:"id" jsonschema:"The delivery's id."`
	What  string      `json:"what" jsonschema:"What it is."`
	Units int         `json:"units" jsonschema:"How many units."`
	On    domain.Date `json:"on" jsonschema:"The day it was accepted."`
}

// AwardEnd says that an award is over.
type AwardEnd struct {
	Entry
	On     domain.Date `json:"on" jsonschema:"Its last day."`
	Reason string      `json:"reason" jsonschema:"Why."`
}

// Commitment is money that is promised.
type Commitment struct {
	Entry
	ID    uuid.UUID       `json:"id" jsonschema:"The commitment's id."`
	Award *uuid.UUID      `json:"award" jsonschema:"Id of the award it is for."`
	Grant *uuid.UUID      `json:"grant" jsonschema:"Id of the grant it is for."`
	Line  domain.FundLine `json:"line" jsonschema:"The fund line."`
	Pence domain.Pence    `json:"pence" jsonschema:"Of all years, in pence, without VAT that can be recovered."`
}

// Grant is a grant in a list.
type Grant struct {
	ID            uuid.UUID             `json:"id" jsonschema:"The grant's id."`
	Hub           domain.HubID          `json:"hub" jsonschema:"The hub whose money it is."`
	Status        string                `json:"status" jsonschema:"OFFERED, ACCEPTED, COMPLETE (all milestones met) or TERMINATED, on the day asked for."`
	Payee         string                `json:"payee" jsonschema:"Code of the organisation it is for."`
	Name          *string               `json:"payeeName" jsonschema:"The payee's name, where the register of organisations knows it."`
	DecisionID    *uuid.UUID            `json:"decision" jsonschema:"Id of the decision it was offered on."`
	Programme     *uuid.UUID            `json:"programme" jsonschema:"Id of the programme it is for."`
	OfferedOn     *domain.Date          `json:"offeredOn" jsonschema:"The day: that its command names, or on which it was recorded."`
	AcceptedOn    *domain.Date          `json:"acceptedOn" jsonschema:"The day the payee agreed."`
	EndedOn       *domain.Date          `json:"terminatedOn" jsonschema:"The day it ended before its time."`
	Fund          *domain.Fund          `json:"fund" jsonschema:"The fund it is promised from."`
	FY            *domain.FinancialYear `json:"fy" jsonschema:"The first financial year it is promised from."`
	Purpose       *domain.FundPurpose   `json:"purpose" jsonschema:"What the money is spent for."`
	Pence         domain.Pence          `json:"pence" jsonschema:"How much, in pence."`
	Due           domain.Pence          `json:"duePence" jsonschema:"How much is due by the milestones that were met by the day asked for, in pence."`
	Milestones    int                   `json:"milestoneCount" jsonschema:"How many milestones it has."`
	Met           int                   `json:"milestonesMet" jsonschema:"How many of them were met."`
	Conditions    []string              `json:"conditions" jsonschema:"What it is given on."`
	CarriedOnFrom *domain.HubID         `json:"carriedOnFrom" jsonschema:"The hub before this one, where a succession brought it here: it is then what is left of it, and the decision is that hub's."`
	Seqs          []eventstore.Seq      `json:"seqs" jsonschema:"The seqs of all events about it, in their order."`
}
