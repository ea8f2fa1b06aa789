package projections

import (
	"iter"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/projections/journal"
)

// England is the scope of the whole nation, as statistics name it.
const England = "ENGLAND"

// BudgetCode is a figure of a budget.
type BudgetCode string

// The figures of a budget. Available is allocated and virement, less returned,
// committed and incurred, and recovered again.
const (
	FigureAllocated BudgetCode = "allocated" // confirmed by funders, and fees of projects
	FigureVirement  BudgetCode = "virement"  // moved here: between lines, between ICSs, from year to year
	FigureReturned  BudgetCode = "returned"  // lapsed or clawed back, less what was restored
	FigureCommitted BudgetCode = "committed" // promised and not incurred yet
	FigureIncurred  BudgetCode = "incurred"  // goods and services received, pay, overhead, and money given away
	FigureRecovered BudgetCode = "recovered" // given back by payees, as far as the budget has it again
	FigurePaid      BudgetCode = "paid"      // gross, and not recovered
	FigureAvailable BudgetCode = "available" // what can still be promised
)

// BudgetCodes are all of them, in the order of the formula.
var BudgetCodes = []BudgetCode{
	FigureAllocated, FigureVirement, FigureReturned, FigureCommitted, FigureIncurred, FigureRecovered, FigurePaid, FigureAvailable,
}

// budgetVersion is the version of what the figures of a budget count.
const budgetVersion = 1

// sign is 1 where a cell counts for a figure, −1 where what leaves the account
// does, and 0 where it has no part in it.
func (f BudgetCode) sign(c cell) int64 {
	available := c.account == domain.AccountAvailable
	switch f {
	case FigureAllocated:
		return signed(c.account == domain.AccountFunder, -1)
	case FigureVirement:
		switch c.act {
		case "BudgetVired", "TransferSent", "TransferReceived", yearEndDeferred:
			return signed(available, 1)
		}
	case FigureReturned:
		switch c.act {
		case "ClawbackAgreed", "YearReopened", yearEnd:
			return signed(available, -1)
		}
	case FigureRecovered:
		return signed(available && c.act == "PaymentRecovered", 1)
	case FigureCommitted:
		return signed(c.account == domain.AccountCommitted, 1)
	case FigureIncurred:
		return signed(c.account == domain.AccountIncurred || c.account == domain.AccountDistributed, 1)
	case FigurePaid:
		return signed(c.account == domain.AccountPaid, 1)
	case FigureAvailable:
		return signed(available, 1)
	}
	return 0
}

func signed(counts bool, sign int64) int64 {
	if counts {
		return sign
	}
	return 0
}

// Scope is whose lines are asked about.
type Scope struct {
	// ICBs are the ICSs whose lines all count; Hub is the locality hub whose
	// own alone do, where there is one.
	ICBs []string
	Hub  domain.HubID
}

// Scope is the lines that a scope's name stands for as known at n, and false
// where there is no such hub or region then. A region's hubs are those that are
// registered in it.
func (m *Models) Scope(name string, n eventstore.Seq) (Scope, bool) {
	if id := domain.HubID(name); name != England && id.Valid() {
		if _, known := m.Hubs.Get(id, n); known {
			if id.IsLocality() {
				return Scope{ICBs: []string{id.ICB()}, Hub: id}, true
			}
			return Scope{ICBs: []string{name}}, true
		}
	}
	var s Scope
	for _, hub := range m.Hubs.All(n) {
		if hub.Level == domain.LevelICS && (name == England || hub.Region == name) {
			s.ICBs = append(s.ICBs, hub.ICB)
		}
	}
	return s, len(s.ICBs) > 0 || name == England
}

// in are the lines of a scope, in the order in which they first had money: those
// of a year, or of all where it is 0, and of a fund, or of all where it is empty.
func (b *Budgets) in(of Scope, fy domain.FinancialYear, fund domain.Fund) iter.Seq[*line] {
	return func(yield func(*line) bool) {
		for _, icb := range of.ICBs {
			for _, l := range b.byICB[icb] {
				asked := (of.Hub == "" || l.FundLine.Hub == of.Hub) && (fy.IsZero() || l.FY == fy) && (fund == "" || l.Fund == fund)
				if asked && !yield(l) {
					return
				}
			}
		}
	}
}

// Sum is a figure of a scope within a window.
func (b *Budgets) Sum(id FigureID, of Scope, w journal.Window) domain.Pence {
	sum := int64(0)
	fy, _ := id.Period.FY()
	for l := range b.in(of, fy, id.Fund) {
		for _, c := range l.cells {
			if sign := BudgetCode(id.Code).sign(c); sign != 0 {
				sum += sign * b.journal.Sum(c.number, w)
			}
		}
	}
	return domain.Pence(sum)
}

// Entry is a posting of money as it is explained.
type Entry struct {
	Seq     eventstore.Seq
	Type    string // of the event
	Day     domain.Date
	Line    Line
	Account domain.Account
	Pence   domain.Pence
}

// Explain are the postings whose sum is a figure within a window, in the order
// of the log. Their signs are the figure's.
func (b *Budgets) Explain(id FigureID, of Scope, w journal.Window) []Entry {
	fy, _ := id.Period.FY()
	return b.entries(b.in(of, fy, id.Fund), w, BudgetCode(id.Code).sign)
}

// Entries are all postings to the lines of a year within a window, in the order
// of the log. They sum to zero but for what is moved to other lines or years.
func (b *Budgets) Entries(of Scope, fy domain.FinancialYear, w journal.Window) []Entry {
	return b.entries(b.in(of, fy, ""), w, func(cell) int64 { return 1 })
}

// entries are the postings to some lines, each with its sign; those of 0 are
// left out.
func (b *Budgets) entries(lines iter.Seq[*line], w journal.Window, sign func(cell) int64) []Entry {
	var accounts []journal.Account
	for l := range lines {
		for _, c := range l.cells {
			if sign(c) != 0 {
				accounts = append(accounts, c.number)
			}
		}
	}
	postings := b.journal.Postings(accounts, w)
	entries := make([]Entry, len(postings))
	for i, p := range postings {
		c := b.cells[p.Account]
		entries[i] = Entry{
			Seq: p.Seq, Type: c.act.eventType(), Day: p.Day, Line: c.line.Line, Account: c.account, Pence: domain.Pence(sign(c) * p.Delta),
		}
	}
	return entries
}

// Balance is an account over the lines of a year.
type Balance struct {
	Account domain.Account
	Opening domain.Pence // of postings dated before the year
	Moved   domain.Pence // of postings dated in it, or after it
	Closing domain.Pence
}

// Trial is the balance of every account of the lines of a year and of one fund,
// or of all where it is empty, as known at n and as it was on a day, which may
// be 0 for all days. Its sums are what other lines and years have had from these,
// or these from them: zero but for virements, transfers and deferrals, which
// stand in AVAILABLE and nowhere else.
func (b *Budgets) Trial(of Scope, fy domain.FinancialYear, fund domain.Fund, on domain.Date, n eventstore.Seq) []Balance {
	balances := make([]Balance, len(domain.Accounts))
	for i, a := range domain.Accounts {
		balances[i].Account = a
	}
	before := fy.First().AddDays(-1)
	if !on.IsZero() {
		before = min(before, on)
	}
	for l := range b.in(of, fy, fund) {
		for _, c := range l.cells {
			at := &balances[c.account-1]
			at.Opening += domain.Pence(b.journal.Sum(c.number, journal.Window{UpTo: n, To: before}))
			at.Closing += domain.Pence(b.journal.Sum(c.number, journal.Window{UpTo: n, To: on}))
			at.Moved = at.Closing - at.Opening
		}
	}
	return balances
}
