package http

import (
	"github.com/google/jsonschema-go/jsonschema"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// The parameters of the lists of a hub.
var (
	onStatus = param[domain.Date]{paramSpec{
		name: "on", in: inQuery, example: "2025-03-31",
		text:   "As it was on: a day, YYYY-MM-DD, that statuses are of. What was only decided, made, identified or submitted after it is left out. Without it, the business day (Europe/London) of the ledger's time at asOf.",
		schema: dateSchema(),
	}, domain.ParseDate}
	fyDecided  = financialYear("Only decisions made, or while undecided opened, in this financial year.")
	fyRuns     = financialYear("Only what runs on a day of this financial year.")
	fyPromised = financialYear("Only grants promised from money of this financial year.")
	fyPlanned  = financialYear("Only plans of this financial year.")
	fyOpen     = financialYear("Only needs that were open on a day of this financial year.")
)

func financialYear(text string) param[domain.FinancialYear] {
	return param[domain.FinancialYear]{paramSpec{
		name: "fy", in: inQuery, example: "2024/25", text: text, schema: &jsonschema.Schema{Type: "string", Pattern: `^[0-9]{4}/[0-9]{2}$`},
	}, domain.ParseFinancialYear}
}

// statusOf is the parameter that chooses by status.
func statusOf[S ~string](statuses []S) param[string] {
	names := make([]string, len(statuses))
	for i, s := range statuses {
		names[i] = string(s)
	}
	return param[string]{paramSpec{
		name: "status", in: inQuery, example: names[0],
		text:   "Only those with this status on the day.",
		schema: enumSchema(names...),
	}, oneOf(names...)}
}

// lister is a question for a list of a hub.
type lister struct {
	m      *projections.Models
	hub    domain.HubID
	day    domain.Date
	n      eventstore.Seq
	status string               // empty for all
	fy     domain.FinancialYear // 0 for all
}

// keeps reports whether a thing with a status is wanted, which runs from a
// first to a last day, or on where last is 0.
func (l lister) keeps(status string, first, last domain.Date) bool {
	return (l.status == "" || l.status == status) &&
		(l.fy == 0 || first <= l.fy.Last() && (last.IsZero() || l.fy.First() <= last))
}

// listing makes the handler of a list: all are the things of a hub, row is a
// thing in the list, and false where it is not wanted, and list is the answer.
func listing[T, R any](
	s *Server, status param[string], fy param[domain.FinancialYear],
	all func(*projections.Commissioning, domain.HubID, eventstore.Seq) []T, row func(lister, T) (R, bool), list func([]R, api.Listed) any,
) func(*call) (answer, error) {
	return func(c *call) (answer, error) {
		l := lister{n: c.at}
		l.hub, _ = hubPath.of(c)
		l.status, _ = status.of(c)
		l.fy, _ = fy.of(c)
		rows, known := []R{}, false
		c.read(func(m *projections.Models) {
			if _, known = m.Hubs.Get(l.hub, c.at); !known {
				return
			}
			l.m, l.day = m, c.day(m)
			for _, one := range all(m.Commissioning, l.hub, c.at) {
				if r, wanted := row(l, one); wanted {
					rows = append(rows, r)
				}
			}
		})
		if !known {
			return answer{}, noHub(l.hub, c.at)
		}
		a := answer{immutable: c.asked, whole: jsonBody{list(rows, api.Listed{Hub: l.hub, On: orNull(l.day), Seq: c.at})}}
		if c.format == formatCSV {
			a.whole = tableOf(rows)
		}
		return a, nil
	}
}

func noHub(id domain.HubID, n eventstore.Seq) error {
	return notFound.because("There is no hub %s as known at seq %d; GET /v1/hubs?level=ALL lists them.", clip(string(id)), n)
}

// listRoutes are the lists of a hub.
func (s *Server) listRoutes() []*route {
	row := func(name, id, summary string, status param[string], fy param[domain.FinancialYear], r reply, handle func(*call) (answer, error)) *route {
		return &route{
			method: "GET", pattern: "/v1/hubs/{hub}/" + name, id: id, group: groupDecisions, summary: summary,
			params: []parameter{hubPath, onStatus, fy, status, asOf, atLeast}, formats: listForms,
			replies: []reply{r}, problems: []*problemType{notFound}, handle: handle,
		}
	}
	var (
		decided  = statusOf(projections.DecisionStatuses)
		granted  = statusOf(projections.GrantStatuses)
		needed   = statusOf(projections.NeedStatuses)
		launched = statusOf(projections.ProgrammeStatuses)
		planned  = statusOf(projections.PlanStatuses)
		runs     = statusOf(projections.Terms)
	)
	type commissioning = projections.Commissioning
	return []*route{
		row("decisions", "listDecisions", "Lists the decisions of a hub.", decided, fyDecided, ok[api.DecisionList]("The decisions."),
			listing(s, decided, fyDecided, (*commissioning).Decisions, decisionOf, func(r []api.Decision, l api.Listed) any { return api.DecisionList{Items: r, Listed: l} })),
		row("awards", "listAwards", "Lists the contracts that were awarded for a hub.", runs, fyRuns, ok[api.AwardList]("The awards."),
			listing(s, runs, fyRuns, (*commissioning).Awards, awardOf, func(r []api.Award, l api.Listed) any { return api.AwardList{Items: r, Listed: l} })),
		row("grants", "listGrants", "Lists the grants that a hub has offered.", granted, fyPromised, ok[api.GrantList]("The grants."),
			listing(s, granted, fyPromised, (*commissioning).Grants, grantOf, func(r []api.Grant, l api.Listed) any { return api.GrantList{Items: r, Listed: l} })),
		row("contracts", "listContracts", "Lists the contracts of an ICS hub with the body it accounts to.", runs, fyRuns, ok[api.ContractList]("The contracts."),
			listing(s, runs, fyRuns, (*commissioning).Contracts, contractOf, func(r []api.Contract, l api.Listed) any { return api.ContractList{Items: r, Listed: l} })),
		row("needs", "listNeeds", "Lists the training needs that a hub has identified.", needed, fyOpen, ok[api.NeedList]("The training needs."),
			listing(s, needed, fyOpen, (*commissioning).Needs, needOf, func(r []api.Need, l api.Listed) any { return api.NeedList{Items: r, Listed: l} })),
		row("priorities", "listPriorities", "Lists what the Workforce Implementation Group of an ICS wants.", runs, fyRuns, ok[api.PriorityList]("The priorities."),
			listing(s, runs, fyRuns, (*commissioning).Priorities, priorityOf, func(r []api.Priority, l api.Listed) any { return api.PriorityList{Items: r, Listed: l} })),
		row("programmes", "listProgrammes", "Lists the programmes of a hub.", launched, fyRuns, ok[api.ProgrammeList]("The programmes."),
			listing(s, launched, fyRuns, (*commissioning).Programmes, programmeOf, func(r []api.Programme, l api.Listed) any { return api.ProgrammeList{Items: r, Listed: l} })),
		row("plans", "listPlans", "Lists the workforce plans of the networks of a hub.", planned, fyPlanned, ok[api.PlanList]("The workforce plans."),
			listing(s, planned, fyPlanned, (*commissioning).Plans, planOf, func(r []api.Plan, l api.Listed) any { return api.PlanList{Items: r, Listed: l} })),
		row("delegations", "listDelegations", "Lists how much persons and bodies may decide on for a hub.", runs, fyRuns, ok[api.DelegationList]("The delegations."),
			listing(s, runs, fyRuns, (*commissioning).Delegations, delegationOf, func(r []api.Delegation, l api.Listed) any { return api.DelegationList{Items: r, Listed: l} })),
	}
}
