package projections

import (
	"maps"
	"reflect"
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/projections/journal"
)

// Budgets is the money of every fund line: all postings of the double entry,
// each in the account that the rules have it in, apart by the act that moved
// it.
type Budgets struct {
	log     *Log               `digest:"-"` // for the day of an event that names none; applied before
	journal journal.Journal    `digest:"own"`
	lines   map[Line]*line     `digest:"-"`   // those of the cells
	byICB   map[string][]*line `digest:"-"`   // the same, in the order in which they first had money
	cells   []cell             `digest:"own"` // by the number of their account in the journal

	forecasts  table[Line, domain.ForecastRecorded]
	reconciled table[Line, domain.LedgerReconciled]
	scratch    []domain.Posting `digest:"-"` // of one event, used again
}

// Line is a fund line of the nation: that of an ICS's stream.
type Line struct {
	ICB string
	domain.FundLine
}

// HubID is the hub whose line it is.
func (l Line) HubID() domain.HubID { return l.HubIn(l.ICB) }

// line is the accounts of a fund line.
type line struct {
	Line
	cells []cell
}

// cell is one account of the journal: one of a fund line's, by one act.
type cell struct {
	line    *line
	account domain.Account
	act     act
	number  journal.Account
}

// act is what moved money: the type of an event, or a part of one that does two
// things.
type act string

// yearEndDeferred is the part of YearEndDeclared that takes money to the next
// year; its other part gives it back.
const (
	yearEnd         act = "YearEndDeclared"
	yearEndDeferred act = "YearEndDeclared, deferred"
)

// eventType is the type of the event that acted.
func (a act) eventType() string {
	if a == yearEndDeferred {
		return string(yearEnd)
	}
	return string(a)
}

// NewBudgets is that of an empty log.
func NewBudgets(log *Log) *Budgets {
	return &Budgets{
		log: log, lines: make(map[Line]*line), byICB: make(map[string][]*line),
		forecasts: make(table[Line, domain.ForecastRecorded]), reconciled: make(table[Line, domain.LedgerReconciled]),
	}
}

// Name implements Model.
func (*Budgets) Name() string { return "budgets" }

// Apply implements Model.
func (b *Budgets) Apply(r Record) error {
	switch e := r.Event.(type) {
	case domain.ForecastRecorded:
		b.forecasts.add(Line{icbOf(r.Stream), e.Line}, r.Seq, e)
	case domain.LedgerReconciled:
		b.reconciled.add(Line{icbOf(r.Stream), e.Line}, r.Seq, e)
	}
	b.scratch = domain.AppendPostings(b.scratch[:0], r.Event)
	if len(b.scratch) == 0 {
		return nil
	}
	icb := icbOf(r.Stream)
	deferred := 0
	if e, ok := r.Event.(domain.YearEndDeclared); ok {
		deferred = 2 * len(e.Deferred) // its first postings: out of one year, into the next
	}
	day := dayOfMoney(r.Event)
	if day.IsZero() {
		day = b.log.DayOf(r.Seq)
	}
	for i, p := range b.scratch {
		by := act(r.Type)
		if i < deferred {
			by = yearEndDeferred
		}
		account := b.line(Line{icb, p.Line}).cell(b, p.Account, by)
		if err := b.journal.Add(journal.Posting{Account: account, Seq: r.Seq, Day: day, Delta: int64(p.Delta)}); err != nil {
			return err
		}
	}
	return nil
}

// digest implements digester: the accounts in the order in which they were first
// posted to, each with its postings.
func (b *Budgets) digest(c *canon) {
	for number, cell := range b.cells {
		postings := b.journal.Postings([]journal.Account{journal.Account(number)}, journal.Window{UpTo: c.n})
		if len(postings) == 0 {
			continue // opened later, as are all that follow
		}
		c.value(reflect.ValueOf(cell.line.Line))
		c.int(int64(cell.account))
		c.text(string(cell.act))
		c.count(len(postings))
		for _, p := range postings {
			c.uint(uint64(p.Seq))
			c.int(int64(p.Day))
			c.int(p.Delta)
			c.breathe()
		}
	}
}

// line is a fund line, made where it has had no money yet.
func (b *Budgets) line(key Line) *line {
	l := b.lines[key]
	if l == nil {
		l = &line{Line: key}
		b.lines[key] = l
		b.byICB[key.ICB] = append(b.byICB[key.ICB], l)
	}
	return l
}

func (l *line) cell(b *Budgets, account domain.Account, by act) journal.Account {
	for _, c := range l.cells {
		if c.account == account && c.act == by {
			return c.number
		}
	}
	c := cell{line: l, account: account, act: by, number: b.journal.Open()}
	l.cells = append(l.cells, c)
	b.cells = append(b.cells, c)
	return c.number
}

// dayOfMoney is the day that an event of money names: when it was paid, or the
// last day of the period that a cost is of. 0 where it names none.
func dayOfMoney(e domain.Event) domain.Date {
	switch e := e.(type) {
	case domain.FundReceived:
		return e.On
	case domain.CostAccrued:
		return e.PeriodTo
	case domain.PayCharged:
		return e.PeriodTo
	case domain.HostOverheadCharged:
		return e.PeriodTo
	case domain.PaymentMade:
		return e.On
	case domain.ClawbackSettled:
		return e.On
	case domain.DistributionMade:
		return e.On
	}
	return 0
}

// Funds are the funds that some ICSs have had money of in a year, as known at
// n, by name.
func (b *Budgets) Funds(of Scope, fy domain.FinancialYear, n eventstore.Seq) []domain.Fund {
	funds := make(map[domain.Fund]bool)
	for l := range b.in(of, fy, "") {
		if !funds[l.Fund] && b.known(l, n) {
			funds[l.Fund] = true
		}
	}
	return slices.Sorted(maps.Keys(funds))
}

// Years are the financial years that some ICSs have had money of, as known at
// n, ascending.
func (b *Budgets) Years(of Scope, n eventstore.Seq) []domain.FinancialYear {
	years := make(map[domain.FinancialYear]bool)
	for l := range b.in(of, 0, "") {
		if !years[l.FY] && b.known(l, n) {
			years[l.FY] = true
		}
	}
	return slices.Sorted(maps.Keys(years))
}

// Known reports whether some ICSs have had money in a year, of one fund or of any
// where it is empty, as known at n.
func (b *Budgets) Known(of Scope, fy domain.FinancialYear, fund domain.Fund, n eventstore.Seq) bool {
	for l := range b.in(of, fy, fund) {
		if b.known(l, n) {
			return true
		}
	}
	return false
}

// known reports whether a line has a posting as known at n.
func (b *Budgets) known(l *line, n eventstore.Seq) bool {
	for _, c := range l.cells {
		if first, any := b.journal.First(c.number); any && first <= n {
			return true
		}
	}
	return false
}

// Reconciliation is how far the books of some lines were held against those of
// the host.
type Reconciliation struct {
	// To is the last day to which all lines that cost anything were; 0 where
	// one never was.
	To domain.Date
	// Unexplained is what nobody has explained of the differences then.
	Unexplained domain.Pence
	// Complete says that this covers all cost known, and nothing is
	// unexplained. Lines without cost need nothing.
	Complete bool
	Seqs     []eventstore.Seq // of the newest reconciliation of each line, ascending
}

// Reconciled is how far some ICSs' lines of a year, of one fund or of all where
// it is empty, are reconciled as known at n.
func (b *Budgets) Reconciled(of Scope, fy domain.FinancialYear, fund domain.Fund, n eventstore.Seq) Reconciliation {
	r := Reconciliation{Complete: true}
	first := true
	for l := range b.in(of, fy, fund) {
		cost := b.lastCost(l, n)
		if cost.IsZero() {
			continue
		}
		var to domain.Date
		if seq, e, ok := b.reconciled[l.Line].newest(n); ok {
			to = e.PeriodEnd
			r.Unexplained += e.Unexplained
			r.Complete = r.Complete && e.Unexplained == 0
			r.Seqs = append(r.Seqs, seq)
		}
		r.Complete = r.Complete && to >= cost
		if first || to < r.To {
			r.To = to
		}
		first = false
	}
	slices.Sort(r.Seqs)
	return r
}

// lastCost is the last day that a line has incurred anything on, as known at n;
// 0 where it has incurred nothing.
func (b *Budgets) lastCost(l *line, n eventstore.Seq) domain.Date {
	var last domain.Date
	for _, c := range l.cells {
		if c.account == domain.AccountIncurred {
			last = max(last, b.journal.LastDay(c.number, n))
		}
	}
	return last
}

// Forecast is the sum of the newest forecasts of outturn of some lines as known
// at n, with their Seqs, and false where a line that has had money has none.
func (b *Budgets) Forecast(of Scope, fy domain.FinancialYear, fund domain.Fund, n eventstore.Seq) (domain.Pence, []eventstore.Seq, bool) {
	var sum domain.Pence
	var seqs []eventstore.Seq
	all := true
	for l := range b.in(of, fy, fund) {
		if !b.known(l, n) {
			continue
		}
		seq, e, found := b.forecasts[l.Line].newest(n)
		if found {
			sum += e.Outturn
			seqs = append(seqs, seq)
		}
		all = all && found
	}
	slices.Sort(seqs)
	return sum, seqs, all && len(seqs) > 0
}
