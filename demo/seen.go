package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/funding"
)

// seen are things of a hub's that attempts to break a rule are about, the last
// of each kind; of the money, what was over before the attempts of its year.
type seen struct {
	contract, agreement   uuid.UUID
	gap                   domain.Date // first day without a contract
	need, exercise, intel uuid.UUID
	plan                  uuid.UUID
	planned               string // PCN whose plan it is
	programme, allocation uuid.UUID
	bought                purchase
	done                  promise // that is delivered in full
	granted               promise // that waits for its next milestone
	paid                  paid
	review                review
}

// review is a row of the review of conflicts of interest.
type review struct {
	decision, person, interest uuid.UUID
	verdict                    domain.Verdict
}

// purchase is one that the group approved.
type purchase struct {
	decision, award, commitment uuid.UUID
	line                        domain.FundLine
	supplier                    supplier
	waived                      bool
	gross                       domain.Pence
	on, from                    domain.Date // decided, and delivered from
}

// of reports whether there is one of a year.
func (p purchase) of(fy domain.FinancialYear) bool { return p.line.FY == fy }

type promise struct {
	commitment uuid.UUID
	line       domain.FundLine
}

func (p promise) of(fy domain.FinancialYear) bool { return p.line.FY == fy }

// paid is a cost that was paid on an invoice.
type paid struct {
	accrual uuid.UUID
	cost    uuid.UUID // command that accrued it
	invoice funding.ReceiveInvoice
	line    domain.FundLine
}

func (p paid) of(fy domain.FinancialYear) bool { return p.line.FY == fy }

// tried is the day of a year on which attempts are made: after what they are
// about, and before the year's last sessions.
func tried(fy domain.FinancialYear) domain.Date { return day(fy, 2, 26) }
