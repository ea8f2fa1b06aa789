package http

import (
	"errors"
	"net/http"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// The parameters of questions about assurance, sharing and ambitions.
var (
	assuredKind      = kindOf(assuredMaturity, assuredConsideration)
	shareDirection   = renamed(kindOf(domain.ShareOut, domain.ShareIn), "direction", "Only what the hub gives (OUT) or gets (IN).")
	intelligenceKind = kindOf(domain.KindIntelligence, domain.KindGuidance, domain.KindStatistic, domain.KindFeedback)
	shareFinding     = renamed(kindOf(projections.ShareFindings...), "finding", "Only shares of which this does not fit.")
	reliedOn         = yesOrNo("reliedOn", "Only what decisions relied on, or did not rely on, by the day.")
	passedOn         = yesOrNo("passed", "Only what was passed on to hubs, or was not, by the day.")
	ambitionPath     = param[string]{paramSpec{
		name: "code", in: inPath, required: true, example: "STAFF_26000",
		text:   "The ambition's code.",
		schema: &jsonschema.Schema{Type: "string"},
	}, asIs}
	definitionIs = param[string]{paramSpec{
		name: "definition", in: inQuery, example: "ARRS",
		text:   "By which definition of who counts. It has to be said: without it the answer is a 400 that names the definitions there are.",
		schema: &jsonschema.Schema{Type: "string"},
	}, asIs}
	asAtFrom = param[domain.Date]{paramSpec{
		name: "from", in: inQuery, example: "2022-04-01",
		text: "Only progress as at this day or later.", schema: dateSchema(),
	}, domain.ParseDate}
	asAtTo = param[domain.Date]{paramSpec{
		name: "to", in: inQuery, example: "2024-03-31",
		text: "Only progress as at this day or before.", schema: dateSchema(),
	}, domain.ParseDate}
)

// renamed is a parameter under another name.
func renamed(p param[string], name, text string) param[string] {
	p.name, p.text = name, text
	return p
}

// yesOrNo is a parameter that is true or false.
func yesOrNo(name, text string) param[bool] {
	return param[bool]{paramSpec{
		name: name, in: inQuery, example: "false", text: text, schema: enumSchema("true", "false"),
	}, func(s string) (bool, error) {
		if s != "true" && s != "false" {
			return false, errors.New("should be true or false")
		}
		return s == "true", nil
	}}
}

// assuranceRoutes are the questions about how far hubs are, what they share and
// know, and what is aimed at.
func (s *Server) assuranceRoutes() []*route {
	row := func(name, id, summary string, filters []parameter, r reply, handle func(*call) (answer, error)) *route {
		return listRow(groupAssurance, name, id, summary, filters, r, handle)
	}
	return []*route{
		row("assurance", "listAssurance", "Lists how mature a hub and its locality hubs are, domain by domain, with the level before, and what was found of them in each consideration and period.",
			[]parameter{assuredKind}, ok[api.AssuranceList]("What was assessed."),
			listing(assuredHub, assuranceOf, func(r []api.Assurance, l api.Listed) any { return api.AssuranceList{Items: r, Listed: l} })),
		row("shortfalls", "listShortfalls", "Lists the requirements that a hub does not meet, and who delivers instead, until when, approved by whom.",
			[]parameter{statusOf(projections.UnmetStatuses)}, ok[api.ShortfallList]("The requirements."),
			listing(func(l lister) []projections.Unmet { return l.m.Assurance.Unmet(l.hub, l.n) }, shortfallOf,
				func(r []api.Shortfall, l api.Listed) any { return api.ShortfallList{Items: r, Listed: l} })),
		row("shares", "listShares", "Lists what a hub gives to others and gets from them, held against what those tell of it.",
			[]parameter{statusOf(projections.ShareStatuses), shareDirection, shareFinding}, ok[api.ShareList]("The shares."),
			listing(func(l lister) []projections.ShareBetween { return l.m.Sharing.Shares(l.hub, l.n) }, shareOf,
				func(r []api.Share, l api.Listed) any { return api.ShareList{Items: r, Listed: l} })),
		row("resources", "listResources", "Lists what a hub points people to, and the platforms it has put it on.",
			nil, ok[api.ResourceList]("The resources."),
			listing(func(l lister) []projections.Resource { return l.m.Sharing.Resources(l.hub, l.n) }, resourceOf,
				func(r []api.Resource, l api.Listed) any { return api.ResourceList{Items: r, Listed: l} })),
		row("intelligence", "listIntelligence", "Lists what a hub came to know, and which decisions relied on it.",
			[]parameter{intelligenceKind, reliedOn}, ok[api.IntelligenceList]("What was received."),
			listing(knowledge, intelligenceOf, func(r []api.Intelligence, l api.Listed) any { return api.IntelligenceList{Items: r, Listed: l} })),
		{
			method: http.MethodGet, pattern: "/v1/notifications", id: "listNotifications", group: groupAssurance,
			summary: "Lists what the body that hubs account to was told, and to which hubs it passed it on, or that it did not.",
			params:  []parameter{passedOn, on, asOf, atLeast}, formats: listForms,
			replies: []reply{ok[api.NotificationList]("The notifications.")}, handle: s.notifications,
		},
		{
			method: http.MethodGet, pattern: "/v1/ambitions", id: "listAmbitions", group: groupAssurance,
			summary: "Lists the national ambitions by all definitions of who counts, side by side.",
			params:  []parameter{on, asOf, atLeast}, formats: listForms,
			replies: []reply{ok[api.AmbitionList]("The definitions.")}, handle: s.ambitions,
		},
		{
			method: http.MethodGet, pattern: "/v1/ambitions/{code}/progress", id: "getAmbitionProgress", group: groupAssurance,
			summary: "Shows the published progress to an ambition by one definition, which has to be named: definitions give different figures of one day.",
			params:  []parameter{ambitionPath, definitionIs, asAtFrom, asAtTo, on, asOf, atLeast}, formats: listForms,
			replies: []reply{ok[api.AmbitionProgress]("The progress.")}, problems: []*problemType{notFound}, handle: s.progress,
		},
	}
}
