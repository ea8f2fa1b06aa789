package funding

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// State is the money of one ICS and its hubs.
type State struct {
	icb string

	balances domain.Table[domain.FundLine, balances]
	terms    domain.Table[domain.FundLine, terms]
	years    domain.Table[books, year]
	// planned are parts of commitments that wait for the money of their year.
	planned domain.Table[domain.FundLine, []plannedPart]
	// lines are all that have had money, or that commitments wait for; the
	// commitments of a line follow one another back from its newest.
	lines    domain.Table[struct{}, []domain.FundLine]
	newest   domain.Table[domain.FundLine, uuid.UUID]
	previous domain.Table[chargedLine, uuid.UUID]

	allocations domain.Table[uuid.UUID, allocation]
	commitments domain.Table[uuid.UUID, commitment]
	charged     domain.Table[chargedLine, domain.Pence] // of a commitment, and not incurred
	prepaid     domain.Table[chargedLine, domain.Pence] // of a commitment, and not incurred; with VAT
	awards      domain.Table[uuid.UUID, award]
	granted     domain.Table[uuid.UUID, domain.Pence] // by decision
	accruals    domain.Table[uuid.UUID, accrual]
	incurred    domain.Table[lineMonth, domain.Pence] // received until the end of a month of the line's year
	paid        domain.Table[post, []paidPeriod]
	invoices    domain.Table[uuid.UUID, invoice]
	numbered    domain.Table[invoiceNumber, uuid.UUID] // the first of its number
	payments    domain.Table[uuid.UUID, domain.PaymentMade]
	recovered   domain.Table[debtOf, domain.Pence]
	grants      domain.Table[uuid.UUID, grant]
	clawbacks   domain.Table[uuid.UUID, clawback]
	agreed      domain.Table[clawbackLine, agreement]

	// events are things that are said once under their id, and the newest of
	// what may be said again.
	events domain.Table[said, domain.Event]
}

// balances are the pence on each account of a fund line.
type balances [len(domain.Accounts) + 1]domain.Pence

// terms are what the money of a fund line comes with. Slices are never written
// into.
type terms struct {
	allocated   bool        // confirmed money has come to it from outside
	expires     domain.Date // the latest of its money; 0 where none has come
	purposes    []domain.FundPurpose
	excludes    []domain.CostType
	noCarryOver bool
	ringFenced  bool
	carried     bool // they came with the money of a hub before this one
	overspend   domain.OverspendAuthorised
	deferrable  domain.Pence // agreed with the funder
	deferred    domain.Pence // gone to the next year
	recovered   domain.Pence // available again after a recovery
	byHost      domain.Pence // returned by the host, out of its own
}

// books are those of a hub, empty for the ICS hub, in a year.
type books struct {
	hub domain.HubID
	fy  domain.FinancialYear
}

func booksOf(line domain.FundLine) books { return books{line.Hub, line.FY} }

type year struct {
	lines    []domain.FundLine // in the order in which they had money first
	closed   bool
	declared domain.YearEndDeclared // the newest
	signed   domain.AccountsSigned
	basis    domain.OverheadBasisAgreed
	pay      domain.Pence
	overhead domain.Pence
}

type plannedPart struct {
	commitment uuid.UUID
	pence      domain.Pence
}

type allocation struct {
	issued    domain.AllocationIssued
	confirmed domain.AllocationConfirmed // of one that was indicative
	pence     domain.Pence               // as it stands
}

// status is how sure the allocation is now.
func (a allocation) status() domain.AllocationStatus {
	if a.confirmed.Allocation != uuid.Nil {
		return domain.StatusConfirmed
	}
	return a.issued.Status
}

type commitment struct {
	made  domain.CommitmentMade
	lines []domain.FundLine // that bear a part or are going to
}

type chargedLine struct {
	commitment uuid.UUID
	line       domain.FundLine
}

// award is what of an award is promised, and paid with VAT.
type award struct {
	committed, paid domain.Pence
	requesters      []uuid.UUID
}

// accrual is a cost, pay or overhead that was incurred.
type accrual struct {
	event      domain.Event // CostAccrued, PayCharged or HostOverheadCharged
	month      lineMonth
	commitment uuid.UUID
	line       domain.FundLine
	payee      string // empty for pay and overhead
	amount     domain.Amount
	committed  domain.Pence // consumed of the commitment
	prepaid    domain.Pence
	paid       domain.Pence // after it was incurred
	recovered  domain.Pence // VAT that the payee gave back
	reversed   domain.AccrualReversed
}

// lineMonth is a month, yyyymm, of a line's year.
type lineMonth struct {
	line  domain.FundLine
	month int32
}

// monthOf is the month of its line's year that something received until a day
// belongs to: the first or the last where the day lies outside.
func monthOf(line domain.FundLine, until domain.Date) lineMonth {
	return lineMonth{line, int32(min(max(until, line.FY.First()), line.FY.Last())) / 100}
}

// Incurred is what a line has incurred for what was received from the beginning
// of its year to the end of a month, in pence.
func (s *State) Incurred(line domain.FundLine, monthEnd domain.Date) (sum domain.Pence) {
	for first := line.FY.First(); first <= monthEnd && first <= line.FY.Last(); first = first.MonthEnd().AddDays(1) {
		incurred, _ := s.incurred.Get(monthOf(line, first))
		sum += incurred
	}
	return sum
}

// post is a post of the establishment in a year.
type post struct {
	books
	role string
}

type paidPeriod struct {
	accrual  uuid.UUID
	from, to domain.Date
	fte      domain.FTE
}

type invoice struct {
	received  domain.InvoiceReceived
	approvers []uuid.UUID
	paid      domain.Pence
}

type invoiceNumber struct {
	payee, number string
	gross         domain.Pence
}

// debt is a cost that was incurred, or a part of a commitment that is prepaid.
type debt struct {
	accrual, commitment uuid.UUID
	line                domain.FundLine // of a prepayment
}

// debtOf is a debt that a payment was for.
type debtOf struct {
	payment uuid.UUID
	debt
}

type grant struct {
	offered    domain.GrantOffered
	commitment uuid.UUID
	accepted   domain.GrantAccepted
	met        []domain.GrantMilestoneMet
	terminated domain.GrantTerminated
	incurred   domain.Pence
}

type clawback struct {
	demanded domain.ClawbackDemanded
	agreed   domain.Pence
}

type clawbackLine struct {
	clawback uuid.UUID
	line     domain.FundLine
}

// agreement is what of a clawback a line was agreed to give back.
type agreement struct{ fromAvailable, fromHost, settled, settledByHost domain.Pence }

// said is what kind of event was recorded of what.
type said struct {
	kind string // type of event
	id   uuid.UUID
	line domain.FundLine
	on   domain.Date
}

// New is the money of an ICS of which nothing is recorded.
func New(icb string) *State { return &State{icb: icb} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State {
	return &State{
		icb:      s.icb,
		balances: s.balances.Fork(), terms: s.terms.Fork(), years: s.years.Fork(), planned: s.planned.Fork(),
		lines: s.lines.Fork(), newest: s.newest.Fork(), previous: s.previous.Fork(),
		allocations: s.allocations.Fork(), commitments: s.commitments.Fork(), charged: s.charged.Fork(), prepaid: s.prepaid.Fork(),
		awards: s.awards.Fork(), granted: s.granted.Fork(), accruals: s.accruals.Fork(), incurred: s.incurred.Fork(), paid: s.paid.Fork(),
		invoices: s.invoices.Fork(), numbered: s.numbered.Fork(), payments: s.payments.Fork(), recovered: s.recovered.Fork(),
		grants: s.grants.Fork(), clawbacks: s.clawbacks.Fork(), agreed: s.agreed.Fork(), events: s.events.Fork(),
	}
}

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() {
	s.balances.Merge()
	s.terms.Merge()
	s.years.Merge()
	s.planned.Merge()
	s.lines.Merge()
	s.newest.Merge()
	s.previous.Merge()
	s.allocations.Merge()
	s.commitments.Merge()
	s.charged.Merge()
	s.prepaid.Merge()
	s.awards.Merge()
	s.granted.Merge()
	s.accruals.Merge()
	s.incurred.Merge()
	s.paid.Merge()
	s.invoices.Merge()
	s.numbered.Merge()
	s.payments.Merge()
	s.recovered.Merge()
	s.grants.Merge()
	s.clawbacks.Merge()
	s.agreed.Merge()
	s.events.Merge()
}

// Balance is what stands on an account of a fund line, in pence.
func (s *State) Balance(line domain.FundLine, account domain.Account) domain.Pence {
	b, _ := s.balances.Get(line)
	return b[account]
}

// Available is what of a fund line is neither promised nor incurred, in pence;
// below 0 where it is overspent.
func (s *State) Available(line domain.FundLine) domain.Pence {
	return s.Balance(line, domain.AccountAvailable)
}

// ValidOn reports whether the money of a fund line may pay for what is received
// on a day: there is some, the day lies in its year and not after it expires,
// and the year is not closed.
func (s *State) ValidOn(line domain.FundLine, day domain.Date) bool {
	t, _ := s.terms.Get(line)
	return line.FY.Contains(day) && day <= t.expires && !s.Closed(line)
}

// Serves reports whether the money of a fund line may be spent on a purpose.
func (s *State) Serves(line domain.FundLine, purpose domain.FundPurpose) bool {
	t, _ := s.terms.Get(line)
	return t.serves(purpose)
}

// Closed reports whether the books of a fund line's year are closed.
func (s *State) Closed(line domain.FundLine) bool {
	y, _ := s.years.Get(booksOf(line))
	return y.closed
}
