package http

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"time"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
	"github.com/hubledger/hubledger/projections/journal"
)

// unitPence is the unit of all money.
const unitPence = "pence"

// notSupplied is the reason of a figure of which nothing is recorded.
const notSupplied = "NOT_SUPPLIED"

var (
	figurePath = param[projections.FigureID]{paramSpec{
		name: "id", in: inPath, required: true, example: "available@1:QE1:2024-25:fund=OPERATIONAL",
		text:   "The figure's id: code@version:scope:period and dimensions. The scope is a hub, a region or ENGLAND. A budget's is of a financial year, 2024-25, and may have :fund=FUND; an indicator's of a half-year, 2024H1, a financial year or a day, with :measure=NAME and the measure's dimensions.",
		schema: &jsonschema.Schema{Type: "string"},
	}, projections.ParseFigureID}
	countedTo = param[domain.Date]{paramSpec{
		name: "on", in: inQuery, example: "2025-03-31",
		text:   "As it was on: a day, YYYY-MM-DD. Postings that count from a later day are left out. Without it, all that are recorded count.",
		schema: dateSchema(),
	}, domain.ParseDate}
	changedFrom = param[moment]{paramSpec{
		name: "from", in: inQuery, example: "1000",
		text:   "As known at this moment first: a seq, or an instant (RFC 3339). Without it, before the first event.",
		schema: &jsonschema.Schema{Type: "string"},
	}, parseMoment}
	changedTo = param[moment]{paramSpec{
		name: "to", in: inQuery, example: "2000",
		text:   "As known at this moment then: a seq, or an instant (RFC 3339). Without it, what is known now.",
		schema: &jsonschema.Schema{Type: "string"},
	}, parseMoment}
	firstOnly = param[int]{paramSpec{
		name: "limit", in: inQuery, example: "100",
		text:   "Only the first so many postings. Without it, all.",
		schema: &jsonschema.Schema{Type: "integer", Minimum: ptr(1.0)},
	}, parseCount}
	withSummary = param[bool]{paramSpec{
		name: "summary", in: inQuery, example: "true",
		text:   "Put the postings together by type, account and line as well.",
		schema: &jsonschema.Schema{Type: "boolean"},
	}, parseBool}
)

func parseCount(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || s[0] == '+' {
		return 0, errors.New("should be a whole number, 1 or more")
	}
	return n, nil
}

func parseBool(s string) (bool, error) {
	if s != "true" && s != "false" {
		return false, errors.New("should be true or false")
	}
	return s == "true", nil
}

// figureRoutes are the figures by their ids.
func (s *Server) figureRoutes() []*route {
	return []*route{
		{
			method: "GET", pattern: "/v1/figures/{id}", id: "getFigure", group: groupMoney,
			summary: "Shows a figure by its id, as known at any moment.",
			params:  []parameter{figurePath, countedTo, asOf, atLeast}, formats: jsonOnly,
			replies: []reply{ok[api.Figure]("The figure.")}, problems: []*problemType{notFound}, handle: s.figure,
		},
		{
			method: "GET", pattern: "/v1/figures/{id}/explain", id: "explainFigure", group: groupMoney,
			summary: "Shows every posting that makes a figure; their sum is the figure, and each cites one event.",
			params:  []parameter{figurePath, countedTo, firstOnly, withSummary, asOf, atLeast}, formats: listForms,
			replies: []reply{ok[api.Explanation]("The postings.")}, problems: []*problemType{notFound}, handle: s.explain,
		},
		{
			method: "GET", pattern: "/v1/figures/{id}/restatement", id: "restateFigure", group: groupMoney,
			summary: "Shows how a figure has changed between two moments, and by which postings.",
			params:  []parameter{figurePath, countedTo, changedFrom, changedTo, atLeast}, formats: jsonOnly,
			replies: []reply{ok[api.Restatement]("What changed it.")}, problems: []*problemType{notFound, notYet}, handle: s.restatement,
		},
	}
}

// asked is a figure that is asked for, found in the models.
type asked struct {
	id projections.FigureID
	of projections.Scope
	on domain.Date
	// version is that of an indicator; nil of a budget.
	version *projections.KPIVersion
}

// figureOf is the figure as known at n.
func (q asked) figureOf(m *projections.Models, n eventstore.Seq) api.Figure {
	f := api.Figure{
		ID: q.id.String(), Unit: unitPence, Definition: api.Definition{Code: q.id.Code, Version: q.id.Version},
		On: orNull(q.on), Seq: n, AsOf: orNull(m.Log.LedgerTime(n)),
	}
	if q.version != nil {
		q.indicate(m, n, &f)
		return f
	}
	fy, _ := q.id.Period.FY()
	if !m.Budgets.Known(q.of, fy, q.id.Fund, n) {
		f.Reason = ptr(notSupplied)
		return f
	}
	f.Value = ptr(api.Whole(m.Budgets.Sum(q.id, q.of, journal.Window{UpTo: n, To: q.on})))
	return f
}

// entries are the postings of the figure between two Seqs, after the one and up
// to the other.
func (q asked) entries(m *projections.Models, after, n eventstore.Seq) []entry {
	var all []entry
	if q.version != nil {
		for _, e := range m.KPIs.Explain(q.version, q.id, q.of, q.on, after, n) {
			all = append(all, indicated(e))
		}
		return all
	}
	for _, e := range m.Budgets.Explain(q.id, q.of, journal.Window{After: after, UpTo: n, To: q.on}) {
		all = append(all, entry{unitPence, int64(e.Pence), api.Posting{
			Seq: e.Seq, Type: e.Type, EffectiveOn: orNull(e.Day), Delta: api.Whole(e.Pence), Account: e.Account.String(),
			Hub: e.Line.HubID(), Fund: e.Line.Fund, FY: e.Line.FY.String(),
		}})
	}
	return all
}

// entry is a posting, with what it adds in the unit of its account.
type entry struct {
	unit    string
	amount  int64
	posting api.Posting
}

// findFigure is the figure that a call asks for, as known at n.
func findFigure(c *call, m *projections.Models, n eventstore.Seq) (asked, error) {
	var q asked
	q.id, _ = figurePath.of(c)
	q.on, _ = countedTo.of(c)
	if !q.id.IsBudget() {
		var known bool
		if q.version, known = m.KPIs.Version(q.id.Code, q.id.Version); !known {
			return q, noVersion(q.id.Code, q.id.Version)
		}
		if !q.version.Has(q.id) {
			names, _ := q.version.Units()
			return q, notFound.because("Indicator %s@%d has no figure with these dimensions; it has the measures %s, and what each is counted by stands at /v1/kpis.", q.id.Code, q.id.Version, orList(names))
		}
	}
	var known bool
	if q.of, known = m.Scope(q.id.Scope, n); !known {
		return q, notFound.because("There is no hub or region %s as known at seq %d; a figure's scope is one of these, or %s.", clip(q.id.Scope), n, projections.England)
	}
	return q, nil
}

func (s *Server) figure(c *call) (answer, error) {
	var out api.Figure
	var err error
	c.read(func(m *projections.Models) {
		var q asked
		if q, err = findFigure(c, m, c.at); err == nil {
			out = q.figureOf(m, c.at)
		}
	})
	return answer{immutable: c.asked, whole: jsonBody{out}}, err
}

func (s *Server) explain(c *call) (answer, error) {
	out := api.Explanation{Items: []api.Posting{}}
	var err error
	c.read(func(m *projections.Models) {
		var q asked
		if q, err = findFigure(c, m, c.at); err != nil {
			return
		}
		out.Figure = q.figureOf(m, c.at)
		entries := q.entries(m, 0, c.at)
		out.Count = len(entries)
		if sum, _ := withSummary.of(c); sum {
			out.Summary = summaryOf(entries)
		}
		if n, given := firstOnly.of(c); given {
			entries = entries[:min(n, len(entries))]
		}
		for _, e := range entries {
			out.Items = append(out.Items, e.posting)
		}
	})
	if err != nil {
		return answer{}, err
	}
	return tabled(c, out, out.Items), nil
}

// summaryOf puts postings together, in the order of their lines and accounts.
func summaryOf(entries []entry) []api.PostingSummary {
	var all []api.PostingSummary
	var sums []int64
	at := make(map[api.PostingSummary]int)
	for _, e := range entries {
		key := api.PostingSummary{Type: e.posting.Type, Account: e.posting.Account, Hub: e.posting.Hub, Fund: e.posting.Fund}
		i, known := at[key]
		if !known {
			i, at[key] = len(all), len(all)
			all, sums = append(all, key), append(sums, 0)
		}
		sums[i] += e.amount
		all[i].Count++
		all[i].Delta = numberOf(e.unit, sums[i])
	}
	slices.SortStableFunc(all, func(a, b api.PostingSummary) int {
		return cmp.Or(cmp.Compare(a.Hub, b.Hub), cmp.Compare(a.Fund, b.Fund), cmp.Compare(a.Account, b.Account), cmp.Compare(a.Type, b.Type))
	})
	return all
}

// numberOf is an amount in a unit.
func numberOf(unit string, amount int64) api.Number {
	if projections.Decimal(unit) {
		return api.Decimal(projections.InUnit(unit, amount))
	}
	return api.Whole(amount)
}

func (s *Server) restatement(c *call) (answer, error) {
	from, _ := changedFrom.of(c)
	to, given := changedTo.of(c)
	if !given {
		to = moment{seq: c.now}
	}
	out := api.Restatement{Items: []api.Posting{}}
	var err error
	c.read(func(m *projections.Models) {
		var first, last eventstore.Seq
		if first, err = c.seqOf(m, from); err != nil {
			return
		}
		if last, err = c.seqOf(m, to); err != nil {
			return
		}
		if last < first {
			err = badParameter.because("from is seq %d and to is seq %d; from should not be later.", first, last)
			return
		}
		var q asked
		if q, err = findFigure(c, m, last); err != nil {
			return
		}
		out.ID = q.id.String()
		out.From, out.To = q.figureOf(m, first), q.figureOf(m, last)
		out.Unit = out.To.Unit
		sum := int64(0)
		for _, e := range q.entries(m, first, last) {
			out.Items = append(out.Items, e.posting)
			sum += e.amount
		}
		if out.To.Ratio == nil { // what changes a ratio has no sum
			out.Difference = ptr(numberOf(out.Unit, sum))
		}
		c.at = last
	})
	return answer{immutable: given && !to.isAt && !from.isAt, whole: jsonBody{out}}, err
}

// seqOf is the seq of a moment.
func (c *call) seqOf(m *projections.Models, t moment) (eventstore.Seq, error) {
	if t.isAt {
		return min(m.Log.Resolve(t.at), c.now), nil
	}
	if t.seq > c.now {
		return 0, notYet.because("The ledger is known up to seq %d; seq %d is not recorded yet, or not known yet: atLeast=%d waits for it.", c.now, t.seq, t.seq)
	}
	return t.seq, nil
}

// recorded is when an event was recorded, nil where it states no instant.
func recorded(m *projections.Models, seq eventstore.Seq) *time.Time {
	return orNull(m.Log.RecordedAt(seq))
}
