package http

import (
	"errors"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
	"github.com/hubledger/hubledger/projections/journal"
)

var (
	fyOfLines = financialYear("The financial year of the fund lines. Without it, that of the day asked for, or else of the ledger's time at asOf.")
	fundIs    = param[domain.Fund]{paramSpec{
		name: "fund", in: inQuery, example: "OPERATIONAL",
		text:   "Only this fund.",
		schema: &jsonschema.Schema{Type: "string"},
	}, parseFund}
)

func parseFund(s string) (domain.Fund, error) {
	if f := domain.Fund(s); f.Valid() {
		return f, nil
	}
	return "", errors.New("should be a fund such as OPERATIONAL or PROGRAMME-CPD")
}

// budgetRoutes are the budgets of hubs.
func (s *Server) budgetRoutes() []*route {
	return []*route{
		{
			method: "GET", pattern: "/v1/hubs/{hub}/budget", id: "getBudget", group: groupMoney,
			summary: "Shows the money of a hub in a financial year by fund, in pence; each figure explains itself by its id.",
			params:  []parameter{hubPath, fyOfLines, countedTo, asOf, atLeast}, formats: listForms,
			replies: []reply{ok[api.Budget]("The budget.")}, problems: []*problemType{notFound}, handle: s.budget,
		},
		{
			method: "GET", pattern: "/v1/hubs/{hub}/journal", id: "listJournal", group: groupMoney,
			summary: "Lists every posting to the fund lines of a hub in a financial year: the full population, for an auditor's own tools.",
			params:  []parameter{hubPath, fyOfLines, countedTo, asOf, atLeast}, formats: listForms,
			replies: []reply{ok[api.JournalList]("The postings.")}, problems: []*problemType{notFound}, handle: s.journal,
		},
		{
			method: "GET", pattern: "/v1/hubs/{hub}/trial-balance", id: "getTrialBalance", group: groupMoney,
			summary: "Shows the balance of every account of a hub's fund lines in a financial year.",
			params:  []parameter{hubPath, fyOfLines, fundIs, countedTo, asOf, atLeast}, formats: listForms,
			replies: []reply{ok[api.TrialBalance]("The balances.")}, problems: []*problemType{notFound}, handle: s.trialBalance,
		},
		{
			method: "GET", pattern: "/v1/budgets", id: "listBudgets", group: groupMoney,
			summary: "Lists the budgets of all ICSs in a financial year side by side, with their sum.",
			params:  []parameter{fyOfLines, fundIs, region, countedTo, asOf, atLeast}, formats: listForms,
			replies: []reply{ok[api.BudgetList]("The budgets.")}, problems: []*problemType{notFound}, handle: s.budgets,
		},
	}
}

// books is a question about the fund lines of a year.
type books struct {
	m    *projections.Models
	name string // of the scope
	of   projections.Scope
	fy   domain.FinancialYear
	fund domain.Fund // empty for all
	on   domain.Date
	n    eventstore.Seq
}

// booksOf is the question of a call about the lines of a scope, whose name is
// known as known at c.at.
func booksOf(c *call, m *projections.Models, name string, of projections.Scope) books {
	b := books{m: m, name: name, of: of, n: c.at}
	b.on, _ = countedTo.of(c)
	var given bool
	if b.fy, given = fyOfLines.of(c); !given {
		b.fy = domain.YearOf(c.day(m))
	}
	return b
}

// ofHub asks about the lines of the hub that a call names.
func ofHub(c *call, ask func(b books)) error {
	id, _ := hubPath.of(c)
	known := false
	c.read(func(m *projections.Models) {
		if _, known = m.Hubs.Get(id, c.at); known {
			of, _ := m.Scope(string(id), c.at)
			ask(booksOf(c, m, string(id), of))
		}
	})
	if !known {
		return noHub(id, c.at)
	}
	return nil
}

// sums are the figures of a budget.
func (b books) sums() (s api.BudgetSums) {
	for _, f := range []struct {
		code projections.BudgetCode
		sum  *domain.Pence
		id   *string
	}{
		{projections.FigureAllocated, &s.Allocated, &s.Figures.Allocated},
		{projections.FigureVirement, &s.Virement, &s.Figures.Virement},
		{projections.FigureReturned, &s.Returned, &s.Figures.Returned},
		{projections.FigureCommitted, &s.Committed, &s.Figures.Committed},
		{projections.FigureIncurred, &s.Incurred, &s.Figures.Incurred},
		{projections.FigureRecovered, &s.Recovered, &s.Figures.Recovered},
		{projections.FigurePaid, &s.Paid, &s.Figures.Paid},
		{projections.FigureAvailable, &s.Available, &s.Figures.Available},
	} {
		id := projections.BudgetFigure(f.code, b.name, b.fy, b.fund)
		*f.id = id.String()
		*f.sum = b.m.Budgets.Sum(id, b.of, journal.Window{UpTo: b.n, To: b.on})
	}
	return s
}

// known reports whether anything is recorded of the budget.
func (b books) known() bool { return b.m.Budgets.Known(b.of, b.fy, b.fund, b.n) }

// total is the sums, or nil where nothing is recorded.
func (b books) total() *api.BudgetSums {
	if !b.known() {
		return nil
	}
	return ptr(b.sums())
}

func (b books) reconciled() projections.Reconciliation {
	return b.m.Budgets.Reconciled(b.of, b.fy, b.fund, b.n)
}

func (s *Server) budget(c *call) (answer, error) {
	out := api.Budget{Funds: []api.FundBudget{}, Seq: c.at}
	err := ofHub(c, func(b books) {
		out.Hub, out.FY, out.On = domain.HubID(b.name), b.fy, orNull(b.on)
		out.Reconciled, out.Total = b.reconciled().Complete, b.total()
		for _, b.fund = range b.m.Budgets.Funds(b.of, b.fy, b.n) {
			r := b.reconciled()
			row := api.FundBudget{
				Fund: b.fund, BudgetSums: b.sums(), Reconciled: r.Complete, ReconciledTo: orNull(r.To), Unexplained: r.Unexplained,
			}
			if outturn, _, all := b.m.Budgets.Forecast(b.of, b.fy, b.fund, b.n); all {
				row.Forecast = &outturn
			}
			out.Funds = append(out.Funds, row)
		}
	})
	if err != nil {
		return answer{}, err
	}
	return tabled(c, out, out.Funds), nil
}

func (s *Server) journal(c *call) (answer, error) {
	out := api.JournalList{Items: []api.JournalEntry{}, Seq: c.at}
	err := ofHub(c, func(b books) {
		out.Hub, out.FY, out.On = domain.HubID(b.name), b.fy, orNull(b.on)
		for _, e := range b.m.Budgets.Entries(b.of, b.fy, journal.Window{UpTo: b.n, To: b.on}) {
			row := api.JournalEntry{
				Seq: e.Seq, Type: e.Type, RecordedAt: recorded(b.m, e.Seq), EffectiveOn: orNull(e.Day),
				Hub: e.Line.HubID(), Fund: e.Line.Fund, Account: e.Account.String(),
			}
			row.Debit, row.Credit = sides(e.Pence)
			out.Items = append(out.Items, row)
		}
	})
	if err != nil {
		return answer{}, err
	}
	return tabled(c, out, out.Items), nil
}

// sides are an amount as a debit or a credit.
func sides(p domain.Pence) (debit, credit domain.Pence) {
	if p < 0 {
		return 0, -p
	}
	return p, 0
}

func (s *Server) trialBalance(c *call) (answer, error) {
	out := api.TrialBalance{Items: []api.AccountBalance{}, Seq: c.at}
	err := ofHub(c, func(b books) {
		b.fund, _ = fundIs.of(c)
		out.Hub, out.FY, out.Fund, out.On = domain.HubID(b.name), b.fy, orNull(b.fund), orNull(b.on)
		for _, a := range b.m.Budgets.Trial(b.of, b.fy, b.fund, b.on, b.n) {
			row := api.AccountBalance{Account: a.Account.String(), Opening: a.Opening, Closing: a.Closing}
			row.Debit, row.Credit = sides(a.Moved)
			out.Moved += a.Closing
			out.Items = append(out.Items, row)
		}
	})
	if err != nil {
		return answer{}, err
	}
	return tabled(c, out, out.Items), nil
}

func (s *Server) budgets(c *call) (answer, error) {
	out := api.BudgetList{Items: []api.HubBudget{}, Seq: c.at}
	name, inRegion := region.of(c)
	if !inRegion {
		name = projections.England
	}
	known := false
	c.read(func(m *projections.Models) {
		var of projections.Scope
		if of, known = m.Scope(name, c.at); !known {
			return
		}
		all := booksOf(c, m, name, of)
		all.fund, _ = fundIs.of(c)
		out.FY, out.Fund, out.On, out.National = all.fy, orNull(all.fund), orNull(all.on), all.total()
		for _, icb := range of.ICBs {
			one := all
			one.name, one.of = icb, projections.Scope{ICBs: []string{icb}}
			if !one.known() {
				continue
			}
			hub, _ := m.Hubs.Get(domain.HubID(icb), c.at)
			out.Items = append(out.Items, api.HubBudget{Hub: hub.Hub, Region: hub.Region, BudgetSums: one.sums(), Reconciled: one.reconciled().Complete})
		}
	})
	if !known {
		return answer{}, notFound.because("There is no hub in a region %s as known at seq %d.", clip(name), c.at)
	}
	return tabled(c, out, out.Items), nil
}
