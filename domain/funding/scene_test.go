package funding_test

import (
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
)

// The scene: the hub of QE1 with a locality hub, in June 2024. A course of
// £1,000.00 with £200.00 VAT, of which £50.00 can be recovered, is awarded to a
// supplier on the decision to buy it from CPD money; the same decision would
// let that supplier have a grant. Someone asks, someone approves, someone pays.
var (
	cpd     = line("PROGRAMME-CPD")
	cpdNext = cpd.InYear(domain.MustYear("2025/26"))
	west    = domain.FundLine{Hub: "QE1~west", Fund: cpd.Fund, FY: cpd.FY}
	running = line("OPERATIONAL")
	tariff  = line("TARIFF-NURSING")
	icsOwn  = line("ICS_PROGRAMME")
	earned  = line("PROJECT_INCOME-ANYTOWN")

	asker, approver, payer, manager = person(1), person(2), person(3), person(4)

	need, priority = id(0x10), id(0x11)
	decision       = id(0x20) // approves the supplier, up to £1,500.00 gross
	rejected       = id(0x21) // approves nothing
	aimless        = id(0x22) // cites a need and neither a priority nor why not
	exception      = id(0x23) // cites a need and why there is no priority
	course         = id(0x30) // the award, £1,200.00 gross
	pending        = id(0x31) // an award in its standstill
	undecided      = id(0x32) // an award that nobody decided
	ofRejected     = id(0x33)
	ofAimless      = id(0x34)
	ofException    = id(0x35)
	variation      = id(0x24) // approves ICS money
	varied         = id(0x36) // an award that was varied on it
)

const (
	supplier domain.OrganisationClass = "COMPANY"
	teacher                           = "CH-01234567"
	trust                             = "RXX"
	england                           = "ENGLAND"
	today                             = domain.Date(20240603)
)

// price is what the course costs: the budget bears £1,150.00 of £1,200.00.
var price = domain.Amount{Net: 100_000, VAT: 20_000, RecoverableVAT: 5_000}

func line(fund domain.Fund) domain.FundLine {
	return domain.FundLine{Fund: fund, FY: domain.MustYear("2024/25")}
}

func id(n byte) uuid.UUID     { return uuid.UUID{0: 0xaa, 15: n} }
func person(n byte) uuid.UUID { return uuid.UUID{0: 0xbb, 15: n} }

// neighbours are what the other rooms say in the scene.
type neighbours struct{}

func (neighbours) ActiveOn(hub domain.HubID, day domain.Date) bool {
	return (hub == "QE1" || hub == "QE1~west") && day >= 20190401
}

// Succession: QE1 has no successors here. It follows QHM from May 2024, and QOP
// from the next year on.
func (neighbours) Succession() (domain.HubSucceeded, bool) { return domain.HubSucceeded{}, false }

func (neighbours) Follows(predecessor domain.HubID) (domain.Date, bool) {
	switch predecessor {
	case "QHM":
		return 20240501, true
	case "QOP":
		return 20250401, true
	}
	return 0, false
}

func (neighbours) Award(award uuid.UUID) (funding.Award, bool) {
	a := funding.Award{Supplier: teacher, Value: price, InForce: true}
	switch award {
	case course:
		a.Decisions = []uuid.UUID{decision}
	case pending:
		a.Decisions, a.InForce = []uuid.UUID{decision}, false
	case undecided:
	case ofRejected:
		a.Decisions = []uuid.UUID{rejected}
	case ofAimless:
		a.Decisions = []uuid.UUID{aimless}
	case ofException:
		a.Decisions = []uuid.UUID{exception}
	case varied:
		a.Decisions = []uuid.UUID{decision, variation, rejected}
	default:
		return funding.Award{}, false
	}
	return a, true
}

func (neighbours) Approval(of uuid.UUID) (funding.Approval, bool) {
	a := funding.Approval{
		Approved: true, Candidate: teacher, Max: 150_000, Needs: []uuid.UUID{need}, Priorities: []uuid.UUID{priority},
		Lines: []domain.FundLine{cpd, tariff, running, west, cpdNext, line("PROGRAMME-CPD").InYear(2023)},
	}
	switch of {
	case decision:
	case rejected:
		a.Approved = false
	case aimless:
		a.Priorities = nil
	case exception:
		a.Priorities, a.NoPriority = nil, true
	case variation:
		a.Lines = []domain.FundLine{icsOwn}
	default:
		return funding.Approval{}, false
	}
	return a, true
}

// InForceOn: the contract has a gap in May 2024.
func (neighbours) InForceOn(day domain.Date) bool { return day < 20240501 || day > 20240531 }

func (neighbours) Established(hub domain.HubID, post string, fy domain.FinancialYear) (domain.FTE, bool) {
	return 2 * domain.OneFTE, hub == "QE1" && post == "project manager" && fy == cpd.FY
}

// LimitOn: the manager may move £500.00 in 2024.
func (neighbours) LimitOn(person uuid.UUID, day domain.Date) (domain.Pence, bool) {
	if person != manager || day.Year() != 2024 {
		return 0, false
	}
	return 50_000, true
}

// organisations is the register of the scene.
type organisations struct{}

func (organisations) Class(code string) (domain.OrganisationClass, bool) {
	switch code {
	case teacher, trust, "CLOSED":
		return supplier, true
	case "QE1", "QHM":
		return domain.ClassICB, true
	}
	return "", false
}

func (organisations) OpenOn(code string, _ domain.Date) bool { return code != "CLOSED" }

// room is the room as an aggregate of its own, among these neighbours.
type room struct{ *funding.State }

func empty() domain.Aggregate { return room{funding.New("QE1")} }

func (r room) Fork() domain.Aggregate { return room{r.State.Fork()} }
func (r room) View(int64) any         { return nil }

func (r room) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return r.State.Decide(refs, c, now, funding.Neighbours{
		Hubs: neighbours{}, Commissioning: neighbours{}, Contract: neighbours{}, Governance: neighbours{},
	})
}

var streams = domaintest.Streams{funding.OrganisationsStream: organisations{}}

// The events that most cases begin with.

func issued(to domain.FundLine, pence domain.Pence, purpose domain.FundPurpose, conditions ...domain.FundCondition) domain.AllocationIssued {
	return domain.AllocationIssued{
		Allocation: domain.NewID(uuid.NameSpaceOID, to.String()), Line: to, Pence: pence, Purpose: purpose, Status: domain.StatusConfirmed,
		Source: domain.SourceHEE, Expires: to.FY.Last(), Conditions: conditions,
	}
}

// given is £2,000.00 for CPD.
var given = issued(cpd, 200_000, "CPD")

// promised is the course, promised from CPD money.
var promised = domain.CommitmentMade{
	Commitment: id(0x40), Line: cpd, Award: course, Decision: decision, Payee: teacher, Pence: 115_000, Purpose: "CPD", CostType: "COURSE",
	NeedRefs: []uuid.UUID{need}, PriorityRefs: []uuid.UUID{priority}, RequestedBy: asker,
}

// order is the command that makes it.
var order = funding.MakeCommitment{
	Commitment: promised.Commitment, Line: cpd, Award: course, Pence: 115_000, Purpose: "CPD", CostType: "COURSE", RequestedBy: asker,
}

// taught is the course received in May.
var taught = domain.CostAccrued{
	Accrual: id(0x50), Commitment: promised.Commitment, Line: cpd, FromCommitted: 115_000, Amount: price, Payee: teacher,
	PeriodFrom: 20240501, PeriodTo: 20240531,
}

// billed is the supplier's invoice for it, and accepted its approval.
var (
	billed   = domain.InvoiceReceived{Invoice: id(0x60), Payee: teacher, Number: "2024-17", Dated: 20240601, Amount: price, Award: course}
	accepted = domain.InvoiceApproved{Invoice: billed.Invoice, By: approver}
)

// settled is its payment.
var settled = domain.PaymentMade{
	Payment: id(0x70), Payee: teacher, On: today, ApprovedBy: approver, PaidBy: payer,
	Allocations: []domain.PaymentAllocation{{Line: cpd, For: domain.PaymentForAward, Accrual: taught.Accrual, Invoice: billed.Invoice, Pence: 120_000}},
}

// neighboursOf are those of the scene, whose decision approves £10,000.00 of one
// line.
func neighboursOf(of domain.FundLine) funding.Commissioning { return approving{line: of} }

type approving struct {
	neighbours
	line domain.FundLine
}

func (a approving) Approval(of uuid.UUID) (funding.Approval, bool) {
	found, ok := a.neighbours.Approval(of)
	found.Lines, found.Max = []domain.FundLine{a.line}, 1_000_000
	return found, ok
}
