package api

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Share is one side of something that a hub shares with another, as its hub
// tells it, held against what the other tells.
type Share struct {
	ID             uuid.UUID          `json:"id" jsonschema:"The share's id, the same in both hubs' streams."`
	Hub            domain.HubID       `json:"hub" jsonschema:"The hub whose side it is."`
	Direction      string             `json:"direction" jsonschema:"OUT where the hub gives, IN where it gets."`
	Counterpart    domain.HubID       `json:"counterpart" jsonschema:"The hub on the other side."`
	Status         string             `json:"status" jsonschema:"OFFERED (given, and not accepted by the other hub), FUTURE, RUNNING, GIVEN (money, which is given once), ENDED or WITHDRAWN (it never began), on the day asked for."`
	Findings       []string           `json:"findings" jsonschema:"What does not fit: ONE_SIDED (the other hub tells nothing of it by the day), MISMATCHED (the two tell different things) and TRANSFER_NOT_SENT (it names a transfer or virement that was never recorded)."`
	Differs        []string           `json:"differs" jsonschema:"What the two tell differently: amount, credit, from, until, transfer, or ended."`
	Resource       string             `json:"resource" jsonschema:"What is shared, in words."`
	Amount         domain.ShareAmount `json:"amount" jsonschema:"How much: of one sort, the others are left out; below 0 where the hub gives."`
	Credit         domain.KPICredit   `json:"credit" jsonschema:"Whose indicators count what comes of it: DELIVERER (the hub that gives) or BENEFICIARY (the hub that gets)."`
	From           domain.Date        `json:"from" jsonschema:"First day; of money, the day it is given."`
	Until          *domain.Date       `json:"until" jsonschema:"Planned last day, where there is one."`
	EndedOn        *domain.Date       `json:"endedOn" jsonschema:"Last day, where its end is recorded; the day before its first where it never began."`
	EndReason      *string            `json:"endReason" jsonschema:"Why it ended."`
	ToldOn         domain.Date        `json:"toldOn" jsonschema:"The day it was offered, of what goes OUT, or accepted, of what comes IN."`
	ExceedsIn      *string            `json:"exceedsIn" jsonschema:"The domain of the maturity matrix that the hub that gives exceeds in."`
	Reason         *string            `json:"reason" jsonschema:"Why it can share, where it is another reason."`
	Transfer       *uuid.UUID         `json:"transfer" jsonschema:"Id of the transfer by which money goes; between hubs of one ICS the virement."`
	TransferStatus *string            `json:"transferStatus" jsonschema:"NOT_SENT, SENT or RECEIVED; null where no transfer is named."`
	Seqs           []eventstore.Seq   `json:"seqs" jsonschema:"The seqs of all events about either side, and of those that move the money, in their order."`
}

// ShareList is what a hub gives and gets.
type ShareList struct {
	Items []Share `json:"items" jsonschema:"The sides, in the order they were first told."`
	Listed
}

// Resource is something to learn from that a hub points people to.
type Resource struct {
	ID        uuid.UUID             `json:"id" jsonschema:"The resource's id."`
	Hub       domain.HubID          `json:"hub" jsonschema:"The hub that points to it."`
	Title     string                `json:"title" jsonschema:"What it is called."`
	Owner     string                `json:"owner" jsonschema:"Code of the organisation whose it is."`
	OwnerName *string               `json:"ownerName" jsonschema:"Its name, where the register of organisations knows it."`
	URI       string                `json:"uri" jsonschema:"Where it is."`
	Scope     domain.Scope          `json:"scope" jsonschema:"LOCAL or NATIONAL: whom it was made for."`
	Tags      []string              `json:"tags" jsonschema:"Topics, ascending."`
	On        domain.Date           `json:"on" jsonschema:"The day it was catalogued."`
	Platforms []string              `json:"platforms" jsonschema:"Platforms that the hub has put it on by the day asked for, such as LEARNING_HUB."`
	Published []ResourcePublication `json:"published" jsonschema:"Where and when it was published, in that order."`
	Seqs      []eventstore.Seq      `json:"seqs" jsonschema:"The seqs of all events about it, in their order."`
}

// ResourcePublication says that a hub has put a resource on a platform.
type ResourcePublication struct {
	Platform string         `json:"platform" jsonschema:"The platform."`
	URI      *string        `json:"uri" jsonschema:"Where it is there."`
	On       domain.Date    `json:"on" jsonschema:"The day it was put there."`
	Seq      eventstore.Seq `json:"seq" jsonschema:"The seq of the event."`
}

// ResourceList is the resources of a hub.
type ResourceList struct {
	Items []Resource `json:"items" jsonschema:"The resources, in the order they were catalogued."`
	Listed
}
