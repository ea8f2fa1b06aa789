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
	Until      *domain.Date    `json:"until" jsonschema:"The hub's last day, where others follow it; the hub of an ICS ends with its locality hubs."`
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
	Status       domain.HubStatus    `json:"status" jsonschema:"On the day asked for: FUTURE, ACTIVE, SUCCEEDED (others have followed it) or ENDED (a locality hub that none goes on with)."`
	Succeeded    *Succession         `json:"succeeded" jsonschema:"How it is followed by others; null where it is not."`
	Follows      []Succession        `json:"follows" jsonschema:"The hubs that it follows, as its own stream says."`
	Partnerships []Partnership       `json:"partnerships" jsonschema:"Partnerships of the hub, in the order agreed, ended ones included."`
	PCNs         []PCNRef            `json:"pcns" jsonschema:"The Primary Care Networks of the hub's area on the day asked for."`
	On           *domain.Date        `json:"on" jsonschema:"The day that host, localities and PCNs are of."`
	Seq          eventstore.Seq      `json:"seq" jsonschema:"The seq that the answer is true at."`
}

// Succession is how hubs of ICSs are followed by others.
type Succession struct {
	Predecessors []domain.HubID    `json:"predecessors" jsonschema:"The hubs before."`
	Successors   []domain.HubID    `json:"successors" jsonschema:"The hubs after."`
	On           domain.Date       `json:"on" jsonschema:"The first day with the successors."`
	Series       domain.SeriesRule `json:"series" jsonschema:"CONTINUES (one successor carries the series of figures on) or BREAK."`
	Continues    *domain.HubID     `json:"continues" jsonschema:"The hub on the other side whose series it is then."`
	GoesOn       *domain.HubID     `json:"goesOn" jsonschema:"Of a locality hub: the successor that goes on with it."`
	Ref          string            `json:"ref" jsonschema:"Of the order."`
	Seq          eventstore.Seq    `json:"seq" jsonschema:"The seq of the event that says so."`
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
