package http

import (
	"net/http"
	"reflect"
	"slices"

	"github.com/hubledger/hubledger/http/api"
)

// The groups that routes stand in, in the documents.
const (
	groupCommands  = "Commands"
	groupEvents    = "Events"
	groupHubs      = "Hubs and networks"
	groupPlaces    = "People and places"
	groupAssurance = "Assurance, sharing and ambitions"
	groupDecisions = "Decisions and awards"
	groupMoney     = "Money and figures"
	groupService   = "Service"
)

// groups are they, in their order.
var groups = []string{groupCommands, groupEvents, groupHubs, groupPlaces, groupAssurance, groupDecisions, groupMoney, groupService}

var (
	jsonOnly  = []format{formatJSON}
	pageOnly  = []format{formatHTML}
	textOnly  = []format{formatText}
	listForms = []format{formatJSON, formatCSV}
)

// table is what there is: routing, reading of parameters, the OpenAPI document
// and the pages are made from it.
func (s *Server) table() []*route {
	eventFilter := []parameter{streamIs, hubIs, typeIs, after}
	rows := []*route{
		{
			method: http.MethodPost, pattern: "/v1/commands/{name}", id: "doCommand", group: groupCommands,
			summary:      "Gives a command. When it is answered with 200 or 201, its events and all before them are on stable storage.",
			params:       []parameter{commandPath, idempotencyKey, ifMatch},
			formats:      jsonOnly,
			takesCommand: true,
			replies: []reply{
				{http.StatusCreated, "Recorded. Location is the first of its events.", reflect.TypeFor[api.Receipt]()},
				{http.StatusOK, "Recorded before, with Idempotency-Replayed: true; or nothing had to be recorded, because it is so already.", reflect.TypeFor[api.Receipt]()},
			},
			problems: []*problemType{
				notStrictJSON, crossOrigin, unknownCommand, idReused, revisionMoved, tooLarge, unsupportedMediaType,
				badCommand, keyIsAnother, refused, throttled, busy, uncertain, clockWrong, rulesNewer, notWritable,
			},
			handle: s.doCommand,
		},
		{
			method: http.MethodGet, pattern: "/v1/commands", id: "listCommands", group: groupCommands,
			summary: "Lists every command with its JSON Schema.",
			formats: jsonOnly,
			replies: []reply{ok[api.CommandList]("The commands.")},
			handle:  s.commands,
		},
		{
			method: http.MethodGet, pattern: "/v1/events", id: "listEvents", group: groupEvents,
			summary: "Lists events in the ledger's order: a page as JSON, or all that match as NDJSON. All filters hold together; days and instants are inclusive at both ends.",
			params: append(eventFilter[:len(eventFilter):len(eventFilter)],
				effectiveFrom, effectiveTo, recordedFrom, recordedTo, asOf, limit, cursorIs, atLeast),
			formats: []format{formatJSON, formatNDJSON},
			replies: []reply{ok[api.EventList]("A page of events; or, as NDJSON, every event that matches, one a line.")},
			handle:  s.events,
		},
		{
			method: http.MethodGet, pattern: "/v1/events/{seq}", id: "getEvent", group: groupEvents,
			summary:  "Shows one event. It never changes.",
			params:   []parameter{seqPath, atLeast},
			formats:  jsonOnly,
			replies:  []reply{ok[api.Event]("The event."), {http.StatusNotModified, "It is what If-None-Match names.", nil}},
			problems: []*problemType{notFound},
			handle:   s.event,
		},
		{
			method: http.MethodGet, pattern: "/v1/events/live", id: "liveEvents", group: groupEvents,
			summary:  "Sends events as they are recorded, as server-sent events whose id is the seq. It begins after the seq named, or now. A feed that breaks off goes on where it was.",
			params:   append(eventFilter[:len(eventFilter):len(eventFilter)], lastEventID),
			formats:  []format{formatSSE},
			replies:  []reply{{http.StatusOK, "The feed; each message's data is an event as JSON.", nil}},
			problems: []*problemType{notYet},
			handle:   s.liveEvents,
			plain:    true,
		},
		{
			method: http.MethodGet, pattern: "/v1/hubs", id: "listHubs", group: groupHubs,
			summary: "Lists the Training Hubs that are active on a day, with their contacts, on one page.",
			params:  []parameter{on, level, region, asOf, atLeast},
			formats: listForms,
			replies: []reply{ok[api.HubList]("The hubs.")},
			handle:  s.hubs,
		},
		{
			method: http.MethodGet, pattern: "/v1/hubs/{hub}", id: "getHub", group: groupHubs,
			summary:  "Shows a hub with its hosts, locality hubs, partnerships and Primary Care Networks.",
			params:   []parameter{hubPath, on, asOf, atLeast},
			formats:  jsonOnly,
			replies:  []reply{ok[api.HubDetail]("The hub.")},
			problems: []*problemType{notFound},
			handle:   s.hub,
		},
		{
			method: http.MethodGet, pattern: "/v1/pcns/{code}", id: "getPCN", group: groupHubs,
			summary:  "Shows a Primary Care Network with its areas, practices, patients and published workforce.",
			params:   []parameter{pcnPath, on, asOf, atLeast},
			formats:  jsonOnly,
			replies:  []reply{ok[api.PCN]("The network.")},
			problems: []*problemType{notFound},
			handle:   s.pcn,
		},
		{
			method: http.MethodGet, pattern: "/v1/decisions/{id}", id: "getDecision", group: groupDecisions,
			summary:  "Shows everything about one decision: who declared what, what was done about it, who was in the room, what was decided knowing what, and what followed.",
			params:   []parameter{decisionPath, decidedIn, on, asOf, atLeast},
			formats:  jsonOnly,
			replies:  []reply{ok[api.DecisionDetail]("The decision.")},
			problems: []*problemType{notFound},
			handle:   s.decision,
		},
		{
			method: http.MethodGet, pattern: "/v1/decisions/{id}/eligible", id: "getEligible", group: groupDecisions,
			summary:  "Says who may sit for a decision on a day or at a meeting: what conflicts, what they may decide on, what they have still to declare, and whether those who may are a quorum.",
			params:   []parameter{decisionPath, decidedIn, meetingIs, on, asOf, atLeast},
			formats:  jsonOnly,
			replies:  []reply{ok[api.Eligibility]("Who may, and who may not.")},
			problems: []*problemType{notFound},
			handle:   s.eligible,
		},
		{
			method: http.MethodGet, pattern: "/livez", id: "livez", group: groupService,
			summary: "Says that the process runs.",
			formats: textOnly,
			replies: []reply{{http.StatusOK, "It does.", nil}},
			handle:  s.livez,
		},
		{
			method: http.MethodGet, pattern: "/readyz", id: "readyz", group: groupService,
			summary: "Says whether the server can do its work, and if not, why.",
			formats: jsonOnly,
			replies: []reply{ok[api.Health]("It can."), {http.StatusServiceUnavailable, "It can't.", reflect.TypeFor[api.Health]()}},
			handle:  s.readyz,
		},
		{
			method: http.MethodGet, pattern: "/metrics", id: "metrics", group: groupService,
			summary: "Shows the metrics, for Prometheus.",
			formats: textOnly,
			replies: []reply{{http.StatusOK, "The metrics.", nil}},
			handle:  s.metricsText,
		},
		{
			method: http.MethodGet, pattern: "/openapi.json", id: "openAPI", group: groupService,
			summary: "Shows this document.",
			formats: jsonOnly,
			replies: []reply{{http.StatusOK, "The OpenAPI document, 3.1.", reflect.TypeFor[map[string]any]()}},
			handle:  s.showSpec,
		},
		{method: http.MethodGet, pattern: "/", id: "index", formats: pageOnly, handle: s.indexPage, hidden: true},
		{method: http.MethodGet, pattern: "/docs", id: "docs", formats: pageOnly, handle: s.docsPage, hidden: true},
		{method: http.MethodGet, pattern: "/style.css", id: "style", formats: []format{formatCSS}, handle: s.stylesheet, hidden: true},
		{method: http.MethodGet, pattern: "/problems", id: "problems", formats: pageOnly, handle: s.problemsPage, hidden: true},
		{method: http.MethodGet, pattern: "/problems/{problem}", id: "problem", params: []parameter{problemPath}, formats: pageOnly, handle: s.problemPage, hidden: true},
		{method: http.MethodGet, pattern: "/problems/rules/{rule}", id: "rule", params: []parameter{rulePath}, formats: pageOnly, handle: s.rulePage, hidden: true},
	}
	rows = slices.Concat(rows, listRoutes(), s.placeRoutes(), s.assuranceRoutes())
	rows = append(rows, s.budgetRoutes()...)
	rows = append(rows, s.figureRoutes()...)
	rows = append(rows, s.kpiRoutes()...)
	for _, rt := range rows {
		if len(rt.formats) > 1 {
			rt.params = append(rt.params, formatOf(rt.formats))
		}
	}
	return rows
}
