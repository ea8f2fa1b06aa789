package http

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// Why an indicator among others has no value.
const (
	differentDefinitions = "DIFFERENT_DEFINITIONS"
	notInForce           = "NOT_IN_FORCE"
)

// version is a version of an indicator, as WP2@2 names it.
type version struct {
	code   string
	number int
}

var (
	periodOf = param[projections.Period]{paramSpec{
		name: "period", in: inQuery, example: "2024H1",
		text:   "The half-year (2024H1 is April to September 2024), the financial year (2024-25) or the day. Without it, the half-year of the ledger's time at asOf.",
		schema: &jsonschema.Schema{Type: "string"},
	}, projections.ParsePeriod}
	onDay = param[domain.Date]{paramSpec{
		name: "on", in: inQuery, example: "2024-09-30",
		text:   "The day that is asked about, in place of a period.",
		schema: dateSchema(),
	}, domain.ParseDate}
	countedBy = param[version]{paramSpec{
		name: "definition", in: inQuery, example: "WP2@2",
		text:   "Count by this version of an indicator, in place of the one in force for the period.",
		schema: &jsonschema.Schema{Type: "string", Pattern: `^[A-Z][A-Z0-9_-]*@[1-9][0-9]*$`},
	}, parseVersion}
	measureIs = param[string]{paramSpec{
		name: "measure", in: inQuery, example: "posts",
		text:   "Which of its measures or ratios. Without it, the first.",
		schema: &jsonschema.Schema{Type: "string"},
	}, asIs}
	kpiPath = param[string]{paramSpec{
		name: "code", in: inPath, required: true, example: "WP2",
		text:   "The indicator's code.",
		schema: &jsonschema.Schema{Type: "string"},
	}, asIs}
)

func parseVersion(s string) (version, error) {
	code, number, _ := strings.Cut(s, "@")
	n, err := strconv.Atoi(number)
	if code == "" || err != nil || n < 1 || number != strconv.Itoa(n) {
		return version{}, errors.New("should be a version of an indicator such as WP2@2")
	}
	return version{code, n}, nil
}

// kpiRoutes are the indicators.
func (s *Server) kpiRoutes() []*route {
	return []*route{
		{
			method: "GET", pattern: "/v1/hubs/{hub}/kpis", id: "listHubKPIs", group: groupMoney,
			summary: "Lists the indicators of the set in force for a hub and a period; each figure explains itself by its id.",
			params:  []parameter{hubPath, periodOf, countedBy, asOf, atLeast}, formats: listForms,
			replies: []reply{ok[api.KPIList]("The figures.")}, problems: []*problemType{notFound}, handle: s.hubKPIs,
		},
		{
			method: "GET", pattern: "/v1/kpis", id: "listKPIs", group: groupMoney,
			summary: "Lists the definitions of all indicators, and the sets that are adopted.",
			params:  []parameter{asOf, atLeast}, formats: listForms,
			replies: []reply{ok[api.KPIDefinitionList]("The definitions.")}, handle: s.kpis,
		},
		{
			method: "GET", pattern: "/v1/kpis/{code}", id: "compareKPI", group: groupMoney,
			summary: "Shows an indicator of all hubs side by side, with regions and the nation.",
			params:  []parameter{kpiPath, periodOf, onDay, measureIs, countedBy, asOf, atLeast}, formats: listForms,
			replies: []reply{ok[api.KPIComparison]("The figures.")}, problems: []*problemType{notFound}, handle: s.compareKPI,
		},
	}
}

func noVersion(code string, number int) error {
	return notFound.because("No indicator %s@%d is published; GET /v1/kpis lists those that are.", clip(code), number)
}

// period is the one that a call asks about.
func (c *call) period(m *projections.Models) (projections.Period, error) {
	p, given := periodOf.of(c)
	if c.route.has(onDay) {
		if day, on := onDay.of(c); on {
			if given {
				return p, badParameter.because("period and on are both given; one of them should say what is asked about.")
			}
			return projections.DayPeriod(day), nil
		}
	}
	if !given {
		t := m.Log.LedgerTime(c.at)
		if t.IsZero() {
			return p, notFound.because("Nothing is recorded as known at seq %d; period should say which one is asked about.", c.at)
		}
		p = projections.HalfPeriod(domain.HalfYearOf(domain.BusinessDay(t)))
	}
	return p, nil
}

// indicate is the figure of an indicator as known at n.
func (q asked) indicate(m *projections.Models, n eventstore.Seq, f *api.Figure) {
	q.tell(m, m.HubsOn(q.of, q.id.Period.Last, n), n, f)
	if !inForce(m, q, n) {
		f.Definition.Restated, f.Definition.Published = true, q.version.Published()
	}
}

// inForce reports whether some hub of the figure's scope is to return its
// version of the period, as known at n.
func inForce(m *projections.Models, q asked, n eventstore.Seq) bool {
	return slices.ContainsFunc(q.of.ICBs, func(icb string) bool {
		v, known := m.KPIs.VersionInForce(q.id.Code, domain.HubID(icb), q.id.Period.Half(), n)
		return known && v == q.version
	})
}

// tell fills in what a figure of an indicator is.
func (q asked) tell(m *projections.Models, hubs projections.HubsOn, n eventstore.Seq, f *api.Figure) {
	v := m.KPIs.Value(q.version, q.id, q.of, hubs, q.on, n)
	f.Unit, f.Value, f.Reason = v.Unit, valueOf(v), orNull(v.Reason)
	if v.Reason == projections.DefinitionFailed {
		return
	}
	f.Coverage = &api.Coverage{
		Reporting: v.Coverage.Reporting, Known: v.Coverage.Known, Outside: v.Coverage.Outside,
		Directory: "hubs active on " + q.id.Period.Last.String(),
	}
	if v.Numerator == nil {
		return
	}
	for _, r := range q.version.Ratios {
		if r.Measure == q.id.Measure {
			part := func(measure string, v *projections.KPIValue) api.Part {
				id := q.id
				id.Measure = measure
				return api.Part{ID: id.String(), Value: valueOf(*v), Unit: v.Unit}
			}
			f.Ratio = &api.Ratio{Numerator: part(r.Numerator, v.Numerator), Denominator: part(r.Denominator, v.Denominator)}
		}
	}
}

// valueOf is the value of an indicator, nil where there is none.
func valueOf(v projections.KPIValue) *api.Number {
	switch {
	case v.Reason != "":
		return nil
	case projections.Decimal(v.Unit):
		return ptr(api.Decimal(v.Value))
	}
	return ptr(api.Whole(v.Sum))
}

// indicated is a posting of an indicator as it is told.
func indicated(e projections.KPIEntry) entry {
	account := projections.KPIFigure("", 0, "", projections.Period{}, "", e.By...).By
	p := api.Posting{Seq: e.Seq, Type: e.Type, EffectiveOn: orNull(e.Day), Delta: numberOf(e.Unit, e.Delta), Account: strings.TrimSuffix(e.Measure+":"+account, ":")}
	if hub := domain.HubID(e.Scope); hub.Valid() && e.Scope != projections.England && !domain.IsRegion(e.Scope) {
		p.Hub = hub
	}
	return entry{e.Unit, e.Delta, p}
}

func (s *Server) hubKPIs(c *call) (answer, error) {
	out := api.KPIList{Items: []api.KPIFigure{}, Seq: c.at}
	id, _ := hubPath.of(c)
	var err error
	c.read(func(m *projections.Models) {
		if _, known := m.Hubs.Get(id, c.at); !known {
			err = noHub(id, c.at)
			return
		}
		of, _ := m.Scope(string(id), c.at)
		var p projections.Period
		if p, err = c.period(m); err != nil {
			return
		}
		out.Hub, out.Period = id, p.String()
		members := m.KPIs.InForce(id, p.Half(), c.at)
		if other, given := countedBy.of(c); given {
			if _, known := m.KPIs.Version(other.code, other.number); !known {
				err = noVersion(other.code, other.number)
				return
			}
			members = slices.DeleteFunc(members, func(k domain.KPIMember) bool { return k.Code == other.code })
			members = append(members, domain.KPIMember{Code: other.code, Version: other.number})
			slices.SortFunc(members, func(a, b domain.KPIMember) int { return strings.Compare(a.Code, b.Code) })
		}
		for _, k := range members {
			if v, known := m.KPIs.Version(k.Code, k.Version); known {
				names, _ := v.Units()
				for _, name := range names {
					q := asked{id: projections.KPIFigure(k.Code, k.Version, string(id), p, name), of: of, version: v}
					out.Items = append(out.Items, q.withParts(m, c.at))
				}
			}
		}
	})
	if err != nil {
		return answer{}, err
	}
	return tabled(c, out, out.Items), nil
}

// withParts is a figure with the same by its dimensions.
func (q asked) withParts(m *projections.Models, n eventstore.Seq) api.KPIFigure {
	f := api.KPIFigure{Title: q.version.Title, Measure: q.id.Measure, Figure: q.figureOf(m, n), Parts: []api.KPIPart{}}
	if f.Value == nil {
		return f
	}
	hubs := m.HubsOn(q.of, q.id.Period.Last, n)
	for _, by := range m.KPIs.Parts(q.version, q.id, q.of, n) {
		id := projections.KPIFigure(q.id.Code, q.id.Version, q.id.Scope, q.id.Period, q.id.Measure, by...)
		part := api.KPIPart{ID: id.String(), Value: valueOf(m.KPIs.Value(q.version, id, q.of, hubs, q.on, n))}
		for _, d := range by {
			part.Dimensions = append(part.Dimensions, api.KPIDimension{Name: d.Name, Value: d.Value})
		}
		f.Parts = append(f.Parts, part)
	}
	return f
}

func (s *Server) kpis(c *call) (answer, error) {
	out := api.KPIDefinitionList{Items: []api.KPIDefinition{}, Sets: []api.KPISet{}, Seq: c.at}
	c.read(func(m *projections.Models) {
		for _, v := range m.KPIs.Definitions(c.at) {
			out.Items = append(out.Items, api.KPIDefinition{
				Code: v.Code, Version: v.Version, Title: v.Title, Category: v.Category, Function: v.Function, Vocabulary: v.Vocabulary,
				Measures: append([]domain.KPIMeasure{}, v.Measures...), Ratios: append([]domain.KPIRatio{}, v.Ratios...), From: v.From.String(),
				Constructed: v.Constructed, SourceDoc: v.SourceDoc, PublishedOn: v.PublishedOn, CheckedAt: v.CheckedAt,
				Failed: v.FailedAt(c.at), Seq: v.Published(),
			})
		}
		for _, e := range m.KPIs.Sets(c.at) {
			out.Sets = append(out.Sets, api.KPISet{
				Set: e.Event.Set, Version: e.Event.Version, Members: append([]domain.KPIMember{}, e.Event.Members...), From: e.Event.From.String(),
				AppliesToMaturity: e.Event.AppliesToMaturity, On: e.Event.On, Seq: e.Seq,
			})
		}
	})
	return tabled(c, out, out.Items), nil
}
