package api

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Contract is a contract of an ICS hub with the body it accounts to.
type Contract struct {
	ID        uuid.UUID                 `json:"id" jsonschema:"The contract's id."`
	Hub       domain.HubID              `json:"hub" jsonschema:"The hub."`
	Status    string                    `json:"status" jsonschema:"FUTURE, IN_FORCE or ENDED, on the day asked for."`
	Parties   []string                  `json:"parties" jsonschema:"Codes of those who signed."`
	From      domain.Date               `json:"from" jsonschema:"First day."`
	To        domain.Date               `json:"to" jsonschema:"Last day, as far as variations and an early end are known."`
	Variation int                       `json:"variation" jsonschema:"Number of the variation in effect on the day asked for; 0 before the first."`
	Schedules []domain.ContractSchedule `json:"schedules" jsonschema:"What it says of each year on that day."`
	Duties    []domain.ReportingDuty    `json:"reportingDuties" jsonschema:"The reports it asks for on that day."`
	Reason    *string                   `json:"reason" jsonschema:"Why it ended before its last day."`
	Seqs      []eventstore.Seq          `json:"seqs" jsonschema:"The seqs of all events about it, in their order."`
}

// Need is a training need.
type Need struct {
	ID       uuid.UUID        `json:"id" jsonschema:"The need's id."`
	Hub      domain.HubID     `json:"hub" jsonschema:"The hub that identified it."`
	Status   string           `json:"status" jsonschema:"OPEN, MET or WITHDRAWN, on the day asked for."`
	Title    string           `json:"title" jsonschema:"What has to be learnt."`
	Audience string           `json:"audience" jsonschema:"By whom."`
	PCNs     []string         `json:"pcns" jsonschema:"Codes of the networks; none where it is that of all of the hub's."`
	Urgency  domain.Urgency   `json:"urgency" jsonschema:"LOW, MEDIUM or HIGH."`
	Evidence []uuid.UUID      `json:"evidenceRefs" jsonschema:"Ids of the intelligence, consultations and exercises that show it."`
	From     domain.Date      `json:"on" jsonschema:"First day it is open."`
	To       *domain.Date     `json:"to" jsonschema:"Last day it was open."`
	Ended    *string          `json:"ended" jsonschema:"How it was met, or why it was withdrawn."`
	Seqs     []eventstore.Seq `json:"seqs" jsonschema:"The seqs of all events about it, in their order."`
}

// Priority is what the Workforce Implementation Group of an ICS wants.
type Priority struct {
	ID            uuid.UUID            `json:"id" jsonschema:"The priority's id."`
	ICB           string               `json:"icb" jsonschema:"Code of the ICB whose group endorsed it."`
	Status        string               `json:"status" jsonschema:"FUTURE, IN_FORCE or ENDED, on the day asked for."`
	Title         string               `json:"title" jsonschema:"What it wants."`
	Beneficiaries []domain.Beneficiary `json:"beneficiaries" jsonschema:"Whom it is to help: PCN, GP or MDT."`
	From          domain.Date          `json:"from" jsonschema:"First day."`
	To            domain.Date          `json:"to" jsonschema:"Last day, as last endorsed."`
	Meeting       uuid.UUID            `json:"meeting" jsonschema:"Id of the meeting that last endorsed it."`
	Item          string               `json:"item" jsonschema:"The item of its agenda."`
	Seqs          []eventstore.Seq     `json:"seqs" jsonschema:"The seqs of all events about it, in their order."`
}

// Programme is a programme of a hub.
type Programme struct {
	ID            uuid.UUID             `json:"id" jsonschema:"The programme's id."`
	Hub           domain.HubID          `json:"hub" jsonschema:"Who runs it."`
	Status        string                `json:"status" jsonschema:"PROPOSED, LAUNCHED or CLOSED, on the day asked for."`
	Title         string                `json:"title" jsonschema:"What it is."`
	Mode          domain.ProgrammeMode  `json:"mode" jsonschema:"ADVISE, DEVELOP, DELIVER or PROCURE."`
	Category      string                `json:"category" jsonschema:"What sort of programme it is."`
	Class         domain.ProgrammeClass `json:"class" jsonschema:"FORMAL or INFORMAL; the quality of formal training is assured first."`
	Audience      string                `json:"audience" jsonschema:"For whom."`
	Function      string                `json:"function" jsonschema:"The core function of hubs that it belongs to."`
	AccountableTo string                `json:"accountableTo" jsonschema:"The body that the hub accounts to for it."`
	ResponsibleTo string                `json:"responsibleTo" jsonschema:"The ICS it is responsible to, by its ICB's code."`
	Priorities    []uuid.UUID           `json:"priorityRefs" jsonschema:"Ids of the priorities it is to serve."`
	AssuredTo     *domain.Date          `json:"assuredTo" jsonschema:"Last day of the quality assurance in force on the day asked for, with an accreditation or CPD points."`
	LaunchedOn    *domain.Date          `json:"launchedOn" jsonschema:"First day."`
	ClosedOn      *domain.Date          `json:"closedOn" jsonschema:"Last day."`
	Sessions      int                   `json:"sessions" jsonschema:"Sessions held by the day asked for."`
	Places        int                   `json:"places" jsonschema:"Places there were at those."`
	Attended      int                   `json:"attended" jsonschema:"People who came."`
	Completed     int                   `json:"completed" jsonschema:"Of those, the ones who completed."`
	Seqs          []eventstore.Seq      `json:"seqs" jsonschema:"The seqs of all events about it, in their order."`
}

// Plan is a workforce plan of a PCN.
type Plan struct {
	ID         uuid.UUID            `json:"id" jsonschema:"The plan's id."`
	Hub        domain.HubID         `json:"hub" jsonschema:"The hub it was submitted to."`
	Status     string               `json:"status" jsonschema:"SUBMITTED, REVISED or ENDORSED, on the day asked for; a revision has to be endorsed anew."`
	PCN        string               `json:"pcn" jsonschema:"Code of the network."`
	Name       *string              `json:"pcnName" jsonschema:"Its name, where the register of organisations knows it."`
	FY         domain.FinancialYear `json:"fy" jsonschema:"The financial year."`
	Revision   int                  `json:"revision" jsonschema:"The revision of the day asked for, from 1."`
	Submitted  domain.Date          `json:"submittedOn" jsonschema:"The day it was first submitted."`
	EndorsedOn *domain.Date         `json:"endorsedOn" jsonschema:"The day that revision was endorsed."`
	AlignedOn  *domain.Date         `json:"alignedOn" jsonschema:"The day the Workforce Implementation Group last found it to be in line with the wider system."`
	Baseline   domain.FTE           `json:"baselineFTE" jsonschema:"Full-time equivalents of all its lines there are."`
	Target     domain.FTE           `json:"targetFTE" jsonschema:"Full-time equivalents of all its lines there should be."`
	Lines      []domain.PlanLine    `json:"lines" jsonschema:"What it says of each type of role."`
	Seqs       []eventstore.Seq     `json:"seqs" jsonschema:"The seqs of all events about it, in their order."`
}

// Delegation is a row of the Scheme of Reservation and Delegation.
type Delegation struct {
	ID       uuid.UUID        `json:"id" jsonschema:"The delegation's id."`
	Hub      domain.HubID     `json:"hub" jsonschema:"The hub."`
	Status   string           `json:"status" jsonschema:"FUTURE, IN_FORCE or ENDED, on the day asked for."`
	Person   *uuid.UUID       `json:"person" jsonschema:"Random id of the person it is to."`
	Body     *string          `json:"body" jsonschema:"The body it is to."`
	Limit    *domain.Pence    `json:"limitPence" jsonschema:"The most they may decide on, gross, in pence; null where it is reserved to the body, without a limit."`
	Reserved bool             `json:"reserved" jsonschema:"Reserved to the body, without a limit."`
	From     domain.Date      `json:"from" jsonschema:"First day."`
	To       *domain.Date     `json:"to" jsonschema:"Last day, where there is one."`
	Revoked  *string          `json:"revoked" jsonschema:"Why it was revoked."`
	Seqs     []eventstore.Seq `json:"seqs" jsonschema:"The seqs of all events about it, in their order."`
}

// Listed is what the lists of a hub say beside their items.
type Listed struct {
	Hub  domain.HubID   `json:"hub" jsonschema:"The hub asked for. The hub of an ICS has its locality hubs' too, a locality hub only its own."`
	On   *domain.Date   `json:"on" jsonschema:"The day that the statuses are of; null where nothing was recorded yet."`
	Next *string        `json:"next" jsonschema:"Always null: the list stands on one page."`
	Seq  eventstore.Seq `json:"seq" jsonschema:"The seq that the answer is true at."`
}

// DecisionList is the decisions of a hub.
type DecisionList struct {
	Items []Decision `json:"items" jsonschema:"The decisions, in the order they were opened."`
	Listed
}

// AwardList is the awards of a hub.
type AwardList struct {
	Items []Award `json:"items" jsonschema:"The awards, in the order they were recorded."`
	Listed
}

// GrantList is the grants of a hub.
type GrantList struct {
	Items []Grant `json:"items" jsonschema:"The grants, in the order they were offered."`
	Listed
}

// ContractList is the contracts of a hub.
type ContractList struct {
	Items []Contract `json:"items" jsonschema:"The contracts, in the order they were recorded."`
	Listed
}

// NeedList is the training needs of a hub.
type NeedList struct {
	Items []Need `json:"items" jsonschema:"The training needs, in the order they were recorded."`
	Listed
}

// PriorityList is the priorities of a hub's ICS.
type PriorityList struct {
	Items []Priority `json:"items" jsonschema:"The priorities, in the order they were first endorsed."`
	Listed
}

// ProgrammeList is the programmes of a hub.
type ProgrammeList struct {
	Items []Programme `json:"items" jsonschema:"The programmes, in the order they were proposed."`
	Listed
}

// PlanList is the workforce plans of a hub.
type PlanList struct {
	Items []Plan `json:"items" jsonschema:"The workforce plans, in the order they were submitted."`
	Listed
}

// DelegationList is the delegations of a hub.
type DelegationList struct {
	Items []Delegation `json:"items" jsonschema:"The delegations, in the order they were granted."`
	Listed
}
