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
	m   *projections.Models
	hub domain.HubID
	day domain.Date
	n   eventstore.Seq
	// What follows chooses among the things of the list: what is empty lets all
	// through, and so does what the list has no parameter for.
	status     string
	fy         domain.FinancialYear
	kind       string
	profession string
	roleType   string
	pcn        string
	codes      []string // of that PCN, and of the practices in it on the day
	direction  string
	finding    string
	reliedOn   *bool
}

// keeps reports whether a thing with a status is wanted, which runs from a
// first to a last day, or on where last is 0.
func (l lister) keeps(status string, first, last domain.Date) bool {
	return (l.status == "" || l.status == status) &&
		(l.fy == 0 || first <= l.fy.Last() && (last.IsZero() || l.fy.First() <= last))
}

// is reports whether a thing has what was chosen, if anything was.
func is(chosen, has string) bool { return chosen == "" || chosen == has }

// chosen is the value of a filter in a call, or the zero value where it is not
// given or the route has no such filter.
func chosen[T any](c *call, name string) T {
	v, _ := c.values[name].(T)
	return v
}

// lister is the question of a call.
func (c *call) lister(m *projections.Models, hub domain.HubID) lister {
	l := lister{
		m: m, hub: hub, day: c.day(m), n: c.at, status: chosen[string](c, "status"), fy: chosen[domain.FinancialYear](c, "fy"),
		kind: chosen[string](c, "kind"), profession: chosen[string](c, "profession"), roleType: chosen[string](c, "roleType"), pcn: chosen[string](c, "pcn"),
	}
	l.direction, l.finding = chosen[string](c, "direction"), chosen[string](c, "finding")
	if relied, given := c.values["reliedOn"].(bool); given {
		l.reliedOn = &relied
	}
	if l.pcn != "" {
		l.codes = []string{l.pcn}
		pcn, _ := m.PCN(l.pcn, l.day, l.n)
		for _, practice := range pcn.Practices {
			l.codes = append(l.codes, practice.Code)
		}
	}
	return l
}

// listing makes the handler of a list: all are the things of a hub, row is a
// thing in the list, and false where it is not wanted, and list is the answer.
func listing[T, R any](all func(lister) []T, row func(lister, T) (R, bool), list func([]R, api.Listed) any) func(*call) (answer, error) {
	return func(c *call) (answer, error) {
		hub, _ := hubPath.of(c)
		items, known := []R{}, false
		var day domain.Date
		c.read(func(m *projections.Models) {
			if _, known = m.Hubs.Get(hub, c.at); !known {
				return
			}
			l := c.lister(m, hub)
			day = l.day
			items = rows(l, all(l), row)
		})
		if !known {
			return answer{}, noHub(hub, c.at)
		}
		return tabled(c, list(items, api.Listed{Hub: hub, On: orNull(day), Seq: c.at}), items), nil
	}
}

// rows are the things that are wanted, as they stand in a list.
func rows[T, R any](l lister, all []T, row func(lister, T) (R, bool)) []R {
	items := []R{}
	for _, one := range all {
		if r, wanted := row(l, one); wanted {
			items = append(items, r)
		}
	}
	return items
}

// decided are the things of a hub that the model of commissioning has.
func decided[T any](all func(*projections.Commissioning, domain.HubID, eventstore.Seq) []T) func(lister) []T {
	return func(l lister) []T { return all(l.m.Commissioning, l.hub, l.n) }
}

func noHub(id domain.HubID, n eventstore.Seq) error {
	return notFound.because("There is no hub %s as known at seq %d; GET /v1/hubs?level=ALL lists them.", clip(string(id)), n)
}

// listRow is the route of a list of a hub.
func listRow(group, name, id, summary string, filters []parameter, r reply, handle func(*call) (answer, error)) *route {
	params := append([]parameter{hubPath, onStatus}, filters...)
	return &route{
		method: "GET", pattern: "/v1/hubs/{hub}/" + name, id: id, group: group, summary: summary,
		params: append(params, asOf, atLeast), formats: listForms,
		replies: []reply{r}, problems: []*problemType{notFound}, handle: handle,
	}
}

// listRoutes are the lists of what a hub decides, buys, grants and plans.
func listRoutes() []*route {
	row := func(name, id, summary string, fy param[domain.FinancialYear], status param[string], r reply, handle func(*call) (answer, error)) *route {
		return listRow(groupDecisions, name, id, summary, []parameter{fy, status}, r, handle)
	}
	var (
		decides  = statusOf(projections.DecisionStatuses)
		granted  = statusOf(projections.GrantStatuses)
		needed   = statusOf(projections.NeedStatuses)
		launched = statusOf(projections.ProgrammeStatuses)
		planned  = statusOf(projections.PlanStatuses)
		runs     = statusOf(projections.Terms)
	)
	type commissioning = projections.Commissioning
	return []*route{
		row("decisions", "listDecisions", "Lists the decisions of a hub.", fyDecided, decides, ok[api.DecisionList]("The decisions."),
			listing(decided((*commissioning).Decisions), decisionOf, func(r []api.Decision, l api.Listed) any { return api.DecisionList{Items: r, Listed: l} })),
		row("awards", "listAwards", "Lists the contracts that were awarded for a hub.", fyRuns, runs, ok[api.AwardList]("The awards."),
			listing(decided((*commissioning).Awards), awardOf, func(r []api.Award, l api.Listed) any { return api.AwardList{Items: r, Listed: l} })),
		row("grants", "listGrants", "Lists the grants that a hub has offered.", fyPromised, granted, ok[api.GrantList]("The grants."),
			listing(decided((*commissioning).Grants), grantOf, func(r []api.Grant, l api.Listed) any { return api.GrantList{Items: r, Listed: l} })),
		row("contracts", "listContracts", "Lists the contracts of an ICS hub with the body it accounts to.", fyRuns, runs, ok[api.ContractList]("The contracts."),
			listing(decided((*commissioning).Contracts), contractOf, func(r []api.Contract, l api.Listed) any { return api.ContractList{Items: r, Listed: l} })),
		row("needs", "listNeeds", "Lists the training needs that a hub has identified.", fyOpen, needed, ok[api.NeedList]("The training needs."),
			listing(decided((*commissioning).Needs), needOf, func(r []api.Need, l api.Listed) any { return api.NeedList{Items: r, Listed: l} })),
		row("priorities", "listPriorities", "Lists what the Workforce Implementation Group of an ICS wants.", fyRuns, runs, ok[api.PriorityList]("The priorities."),
			listing(decided((*commissioning).Priorities), priorityOf, func(r []api.Priority, l api.Listed) any { return api.PriorityList{Items: r, Listed: l} })),
		row("programmes", "listProgrammes", "Lists the programmes of a hub.", fyRuns, launched, ok[api.ProgrammeList]("The programmes."),
			listing(decided((*commissioning).Programmes), programmeOf, func(r []api.Programme, l api.Listed) any { return api.ProgrammeList{Items: r, Listed: l} })),
		row("plans", "listPlans", "Lists the workforce plans of the networks of a hub.", fyPlanned, planned, ok[api.PlanList]("The workforce plans."),
			listing(decided((*commissioning).Plans), planOf, func(r []api.Plan, l api.Listed) any { return api.PlanList{Items: r, Listed: l} })),
		row("delegations", "listDelegations", "Lists how much persons and bodies may decide on for a hub.", fyRuns, runs, ok[api.DelegationList]("The delegations."),
			listing(decided((*commissioning).Delegations), delegationOf, func(r []api.Delegation, l api.Listed) any { return api.DelegationList{Items: r, Listed: l} })),
	}
}
