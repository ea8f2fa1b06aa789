package domain

import "fmt"

// Account is one of the accounts that each fund line has. The balances of all
// accounts of a ledger sum to zero. Money that a funder gives leaves Funder,
// and what payees and the tax authority are owed, or owe, leaves Clearing:
// these two stand below zero. All others are read as their name says.
type Account uint8

// The accounts.
const (
	_                  Account = iota
	AccountFunder              // given by funders, below zero
	AccountAvailable           // neither promised nor incurred
	AccountCommitted           // promised and not incurred yet
	AccountIncurred            // received goods and services, pay, overhead; never consumed
	AccountReturned            // given back to funders
	AccountInTransit           // sent to the hub of another ICS; below zero: received from one
	AccountDistributed         // given away against the rules
	AccountClearing            // counterpart of the accounts below
	AccountPayable             // owed to payees; below zero: prepaid
	AccountDebtor              // owed by the tax authority, and by the host after a clawback
	AccountPaid                // paid and not recovered
	AccountRecovered           // given back by payees
	AccountReceived            // cash from funders
)

// Accounts are all of them.
var Accounts = [...]Account{
	AccountFunder, AccountAvailable, AccountCommitted, AccountIncurred, AccountReturned, AccountInTransit,
	AccountDistributed, AccountClearing, AccountPayable, AccountDebtor, AccountPaid, AccountRecovered, AccountReceived,
}

var accountNames = [len(Accounts) + 1]string{
	AccountFunder: "FUNDER", AccountAvailable: "AVAILABLE", AccountCommitted: "COMMITTED", AccountIncurred: "INCURRED",
	AccountReturned: "RETURNED", AccountInTransit: "IN_TRANSIT", AccountDistributed: "DISTRIBUTED",
	AccountClearing: "CLEARING", AccountPayable: "PAYABLE", AccountDebtor: "DEBTOR", AccountPaid: "PAID",
	AccountRecovered: "RECOVERED", AccountReceived: "RECEIVED",
}

// String is the account's name: "AVAILABLE".
func (a Account) String() string {
	if int(a) < len(accountNames) {
		return accountNames[a]
	}
	return fmt.Sprintf("Account(%d)", uint8(a))
}

// AppendText implements encoding.TextAppender.
func (a Account) AppendText(b []byte) ([]byte, error) { return append(b, a.String()...), nil }

// MarshalText implements encoding.TextMarshaler.
func (a Account) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (a *Account) UnmarshalText(b []byte) error {
	for _, account := range Accounts {
		if string(b) == account.String() {
			*a = account
			return nil
		}
	}
	return fmt.Errorf("%q is not an account, such as AVAILABLE", b)
}

// Posting is what an event adds to one account of one fund line.
type Posting struct {
	Account Account
	Line    FundLine
	Delta   Pence // not 0
}

// Postings is what an event does to the accounts of fund lines: a function of
// that one event, which sums to zero. An event without money has none.
//
// Rules keep their balances by it, and so does every read model: what is
// available to a decision is what a report says is available.
func Postings(e Event) []Posting { return AppendPostings(nil, e) }

// AppendPostings is Postings for callers that have a slice to put them in.
func AppendPostings(to []Posting, e Event) []Posting {
	j := journal{to}
	switch e := e.(type) {
	case AllocationIssued:
		if e.Status == StatusConfirmed {
			j.move(e.Line, AccountFunder, AccountAvailable, e.Pence)
		}
	case AllocationConfirmed:
		j.move(e.Line, AccountFunder, AccountAvailable, e.Pence)
	case AllocationVaried:
		if e.Status == StatusConfirmed {
			j.move(e.Line, AccountFunder, AccountAvailable, e.Pence)
		}
	case ProjectCommissionedFromHub:
		j.move(e.Line, AccountFunder, AccountAvailable, e.Fee)
	case FundReceived:
		j.move(e.Line, AccountClearing, AccountReceived, e.Pence)
	case BudgetVired:
		j.post(AccountAvailable, e.From, -e.Pence)
		j.post(AccountAvailable, e.To, e.Pence)
	case TransferSent:
		j.move(e.Line, AccountAvailable, AccountInTransit, e.Pence)
	case TransferReceived:
		j.move(e.Line, AccountInTransit, AccountAvailable, e.Pence)

	case CommitmentMade:
		j.move(e.Line, AccountAvailable, AccountCommitted, e.Charge())
	case CommitmentCharged:
		j.move(e.Line, AccountAvailable, AccountCommitted, e.Pence)
	case CommitmentReleased:
		if !e.Planned {
			j.move(e.Line, AccountCommitted, AccountAvailable, e.Pence)
		}
	case CostAccrued:
		j.incur(e.Line, e.FromCommitted, e.FromAvailable, e.Amount)
	case PayCharged:
		j.incur(e.Line, 0, e.Pence, Amount{Net: e.Pence})
	case HostOverheadCharged:
		j.incur(e.Line, 0, e.Pence, Amount{Net: e.Pence})
	case AccrualReversed:
		j.incur(e.Line, -e.ToCommitted, -e.ToAvailable,
			Amount{Net: -e.Amount.Net, VAT: -e.Amount.VAT, RecoverableVAT: -e.Amount.RecoverableVAT})

	case PaymentMade:
		for _, a := range e.Allocations {
			j.move(a.Line, AccountPayable, AccountPaid, a.Pence)
		}
	case PaymentReversed:
		for _, a := range e.Allocations {
			j.move(a.Line, AccountPaid, AccountPayable, a.Pence)
		}
	case PaymentRecovered:
		j.move(e.Line, AccountPaid, AccountRecovered, e.Pence)
		j.move(e.Line, AccountClearing, AccountAvailable, e.ToAvailable)
		j.move(e.Line, AccountDebtor, AccountClearing, e.RecoverableVAT)
		j.move(e.Line, AccountClearing, AccountPayable, e.Pence-e.ToAvailable-e.RecoverableVAT)

	case ClawbackAgreed:
		j.move(e.Line, AccountAvailable, AccountReturned, e.FromAvailable)
		j.move(e.Line, AccountClearing, AccountDebtor, e.FromHost)
	case ClawbackSettled:
		j.move(e.Line, AccountDebtor, AccountReturned, e.FromHost)
	case YearEndDeclared:
		for _, d := range e.Deferred {
			j.post(AccountAvailable, d.Line, -d.Pence)
			j.post(AccountAvailable, d.Line.InYear(d.Line.FY.Next()), d.Pence)
		}
		for _, l := range e.Lapsed {
			j.move(l.Line, AccountAvailable, AccountReturned, l.Pence)
		}
	case YearReopened:
		for _, r := range e.Restored {
			j.move(r.Line, AccountReturned, AccountAvailable, r.Pence)
		}
	case DistributionMade:
		j.move(e.Line, AccountAvailable, AccountDistributed, e.Pence)
	}
	return j.postings
}

// journal collects the postings of an event.
type journal struct{ postings []Posting }

func (j *journal) post(a Account, line FundLine, delta Pence) {
	if delta != 0 {
		j.postings = append(j.postings, Posting{a, line, delta})
	}
}

// move takes pence from one account of a line to another.
func (j *journal) move(line FundLine, from, to Account, pence Pence) {
	j.post(from, line, -pence)
	j.post(to, line, pence)
}

// incur consumes what was committed and then what is available, and makes the
// payee a creditor of the gross amount and the tax authority a debtor of the
// VAT that can be recovered.
func (j *journal) incur(line FundLine, fromCommitted, fromAvailable Pence, a Amount) {
	j.move(line, AccountCommitted, AccountIncurred, fromCommitted)
	j.move(line, AccountAvailable, AccountIncurred, fromAvailable)
	j.move(line, AccountClearing, AccountPayable, a.Gross())
	j.move(line, AccountClearing, AccountDebtor, a.RecoverableVAT)
}
