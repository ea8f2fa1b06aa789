package api

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Hub is a Training Hub in the directory.
type Hub struct {
	ID         domain.HubID    `json:"id" jsonschema:"The hub's id: the ICB's code, with ~ and a name behind it for a locality hub."`
	Name       string          `json:"name" jsonschema:"The hub's name."`
	Level      domain.HubLevel `json:"level" jsonschema:"ICS or LOCALITY."`
	ICB        string          `json:"icb" jsonschema:"Code of the Integrated Care Board."`
	Region     string          `json:"region" jsonschema:"Code of the region."`
	RegionName *string         `json:"regionName" jsonschema:"The region's name, where the register of organisations knows it."`
	Parent     *domain.HubID   `json:"parent" jsonschema:"Of a locality hub, the hub of its ICS."`
	Host       *string         `json:"host" jsonschema:"Code of the organisation that hosts the hub on the day asked for, where one is recorded."`
	School     *string         `json:"school" jsonschema:"Code of the Primary Care School, where one is recorded."`
	Contacts   domain.Contacts `json:"contacts" jsonschema:"How the office is reached."`
	From       domain.Date     `json:"from" jsonschema:"The hub's first day."`
	Basis      domain.HubBasis `json:"basis" jsonschema:"REGISTERED by somebody who knows the hub, or IMPLIED by a published file."`
	Since      Since           `json:"since" jsonschema:"Since when the ledger knows the hub like this."`
}

// Since is the event that made something what it is.
type Since struct {
	Seq eventstore.Seq `json:"seq" jsonschema:"The seq of the newest event about it."`
}

// HubDetail is one hub with what belongs to it.
type HubDetail struct {
	Hub
	Stream       eventstore.StreamID `json:"stream" jsonschema:"The stream that holds everything of the hub."`
	Revision     eventstore.Revision `json:"revision" jsonschema:"The last revision of that stream: what If-Match of a command is held against."`
	Hosts        []HostTerm          `json:"hosts" jsonschema:"Who has hosted the hub, from which day, by day."`
	Area         *Area               `json:"area" jsonschema:"The PCNs that a locality hub serves; null for the hub of an ICS."`
	Localities   []Locality          `json:"localities" jsonschema:"The locality hubs under the hub that are active on the day asked for."`
	Partnerships []Partnership       `json:"partnerships" jsonschema:"Partnerships of the hub, in the order agreed, ended ones included."`
	PCNs         []PCNRef            `json:"pcns" jsonschema:"The Primary Care Networks of the hub's area on the day asked for."`
	On           *domain.Date        `json:"on" jsonschema:"The day that host, localities and PCNs are of."`
	Seq          eventstore.Seq      `json:"seq" jsonschema:"The seq that the answer is true at."`
}

// HostTerm is a host and its first day.
type HostTerm struct {
	Host string      `json:"host" jsonschema:"Code of the organisation."`
	Name *string     `json:"name" jsonschema:"Its name, where the register knows it."`
	From domain.Date `json:"from" jsonschema:"Its first day as host."`
}

// Area is what a locality hub serves.
type Area struct {
	PCNs []string    `json:"pcns" jsonschema:"Codes of the PCNs."`
	From domain.Date `json:"from" jsonschema:"The first day."`
}

// Locality is a locality hub with its area.
type Locality struct {
	Hub
	Area         *Area         `json:"area" jsonschema:"The PCNs it serves."`
	Partnerships []Partnership `json:"partnerships" jsonschema:"Its partnerships."`
}

// Partnership is one of a hub's partnerships.
type Partnership struct {
	ID      uuid.UUID      `json:"id" jsonschema:"The partnership's id."`
	Party   string         `json:"party" jsonschema:"Code of the other organisation."`
	Name    *string        `json:"name" jsonschema:"Its name, where the register knows it."`
	Purpose string         `json:"purpose" jsonschema:"What the partnership is for."`
	From    domain.Date    `json:"from" jsonschema:"The first day."`
	Until   *domain.Date   `json:"until" jsonschema:"The last day agreed, where there is one."`
	Ended   *domain.Date   `json:"ended" jsonschema:"The last day, where it has ended."`
	Reason  *string        `json:"reason" jsonschema:"Why it ended."`
	Seq     eventstore.Seq `json:"seq" jsonschema:"The seq of the event that agreed it."`
}

// PCNRef names a Primary Care Network, and who says that it belongs here.
type PCNRef struct {
	Code string   `json:"code" jsonschema:"The PCN's code."`
	Name *string  `json:"name" jsonschema:"Its name, where the register knows it."`
	By   []string `json:"by" jsonschema:"Who places it here: locality, register, practices (of the area are in it), workforce (reported here)."`
}
