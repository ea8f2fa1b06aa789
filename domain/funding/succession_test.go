package funding_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
)

// after is QE1 when two others have followed it on 1 June 2024: two thirds of
// its CPD money go to QX1 and one third to QX2, the course goes to QX2 alone,
// and the same of a commitment of the next year to QX1.
type after struct{ neighbours }

func shares(first, second int64) []domain.SuccessorShare {
	return []domain.SuccessorShare{{Successor: "QX1", Weight: first}, {Successor: "QX2", Weight: second}}
}

var succession = domain.HubSucceeded{
	Predecessors: []domain.HubID{"QE1"}, Successors: []domain.HubID{"QX1", "QX2"}, On: 20240601,
	BudgetSplit: []domain.BudgetSplit{
		{Line: cpd, Shares: shares(2, 1)}, {Line: cpdNext, Shares: shares(1, 1)}, {Line: cpd.InYear(2023), Shares: shares(1, 1)},
		{Commitment: id(0x40), Shares: shares(0, 1)},
	},
	KPIRule: domain.KPIRule{Rule: domain.SeriesBreak}, Ref: "SI 2024/1",
}

func (after) Succession() (domain.HubSucceeded, bool) { return succession, true }

// succeeded is the room among these neighbours.
type succeeded struct{ *funding.State }

func (r succeeded) Fork() domain.Aggregate { return succeeded{r.State.Fork()} }
func (r succeeded) View(int64) any         { return nil }

func (r succeeded) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return r.State.Decide(refs, c, now, funding.Neighbours{Hubs: after{}, Commissioning: neighbours{}, Contract: neighbours{}, Governance: neighbours{}})
}

const handed = "handed over on the succession of 2024-06-01"

func sentTo(to string, line domain.FundLine, of uuid.UUID, pence domain.Pence) domain.TransferSent {
	return domain.TransferSent{
		Transfer: domain.NewID(domaintest.CommandID, line.String()+" "+of.String()+" "+to), Line: line, To: to, Pence: pence, Reason: handed,
	}
}

// shared is a promise of two years, and next what waits for the second.
var (
	shared = but(promised, func(e *domain.CommitmentMade) {
		e.Commitment, e.Pence = id(0x41), 50_001
		e.Profile = []domain.YearPart{{FY: cpd.FY, Pence: 30_000}, {FY: cpdNext.FY, Pence: 20_001}}
	})
	partly = but(taught, func(e *domain.CostAccrued) {
		e.FromCommitted, e.Amount = 40_000, domain.Amount{Net: 40_000}
	})
)

func but[C any](c C, change func(*C)) C {
	change(&c)
	return c
}

func released(of uuid.UUID, line domain.FundLine, pence domain.Pence, planned bool) domain.CommitmentReleased {
	return domain.CommitmentReleased{Commitment: of, Line: line, Pence: pence, Planned: planned, Reason: handed}
}

func handedTo(to domain.HubID, of uuid.UUID, line domain.FundLine, pence domain.Pence, sent domain.TransferSent) domain.CommitmentHandedOver {
	return domain.CommitmentHandedOver{
		Commitment: of, Line: line, To: to, As: domain.CarriedID(of, to, line), Pence: pence, Transfer: sent.Transfer,
	}
}

// What each line has goes to the successors by the split, to the penny, and
// what is promised with it.
func TestHandOver(t *testing.T) {
	alone := sentTo("QX2", cpd, promised.Commitment, 75_000)
	first, second := sentTo("QX1", cpd, shared.Commitment, 20_000), sentTo("QX2", cpd, shared.Commitment, 10_000)
	ofCPD := []domain.Event{
		released(promised.Commitment, cpd, 75_000, false), alone, handedTo("QX2", promised.Commitment, cpd, 75_000, alone),
		released(shared.Commitment, cpd, 30_000, false),
		first, handedTo("QX1", shared.Commitment, cpd, 20_000, first), second, handedTo("QX2", shared.Commitment, cpd, 10_000, second),
		// Of £2,000.00 the promises leave £550.00.
		sentTo("QX1", cpd, uuid.Nil, 36_667), sentTo("QX2", cpd, uuid.Nil, 18_333),
	}
	ofNext := []domain.Event{
		released(shared.Commitment, cpdNext, 20_001, true),
		handedTo("QX1", shared.Commitment, cpdNext, 10_001, domain.TransferSent{}), handedTo("QX2", shared.Commitment, cpdNext, 10_000, domain.TransferSent{}),
	}
	before := cpd.InYear(2023)
	old := but(promised, func(e *domain.CommitmentMade) { e.Commitment, e.Line, e.Pence = id(0x42), before, 900 })
	rules := map[domain.Rule]string{funding.RuleSuccession: funding.Rules[funding.RuleSuccession]}
	domaintest.Run(t, func() domain.Aggregate { return succeeded{funding.New("QE1")} }, streams, rules, []domaintest.Case{
		{
			Name: "all lines, of the year of the succession and later", Given: []domain.Event{given, promised, shared, partly},
			When: funding.HandOverBudget{}, Then: append(ofCPD, ofNext...),
		},
		{
			Name: "one line", Given: []domain.Event{given, promised, shared, partly},
			When: funding.HandOverBudget{Line: cpdNext}, Then: ofNext,
		},
		{
			Name: "what is left to hand over is nothing", Given: []domain.Event{promised, taught},
			When: funding.HandOverBudget{Line: cpd},
		},
		{
			Name: "what comes back later goes the same way", Given: append([]domain.Event{given, promised, shared, partly}, append(ofCPD, domain.AccrualReversed{
				Accrual: taught.Accrual, Commitment: promised.Commitment, Line: cpd, ToCommitted: 40_000, Amount: partly.Amount, Reason: "No show",
			})...),
			When: funding.HandOverBudget{Line: cpd},
			Then: []domain.Event{
				released(promised.Commitment, cpd, 40_000, false), sentTo("QX2", cpd, promised.Commitment, 40_000),
				handedTo("QX2", promised.Commitment, cpd, 40_000, sentTo("QX2", cpd, promised.Commitment, 40_000)),
			},
		},
		{
			Name: "the money of a year before stays, and what is promised from it goes", Given: []domain.Event{issued(before, 1_000, "CPD"), old},
			When: funding.HandOverBudget{Line: before},
			Then: []domain.Event{
				released(old.Commitment, before, 900, false),
				handedTo("QX1", old.Commitment, before, 450, domain.TransferSent{}), handedTo("QX2", old.Commitment, before, 450, domain.TransferSent{}),
			},
		},
		{
			Name: "all of it has somewhere to go", Given: []domain.Event{given, issued(icsOwn, 500, "ANY")},
			When: funding.HandOverBudget{}, Refused: "M23",
		},
		{
			Name: "not before the day", Given: []domain.Event{given}, Today: 20240531,
			When: funding.HandOverBudget{}, Refused: "M23",
		},
		{
			Name: "what is prepaid is received or recovered first", When: funding.HandOverBudget{}, Refused: "M23",
			Given: []domain.Event{given, promised, domain.PaymentMade{
				Payment: id(0x71), Payee: teacher, On: today, ApprovedBy: approver, PaidBy: payer,
				Allocations: []domain.PaymentAllocation{{Line: cpd, For: domain.PaymentForPrepayment, Commitment: promised.Commitment, Pence: 5_000}},
			}},
		},
		{
			Name: "the books are not closed while money is left", Given: []domain.Event{given}, Today: 20250402,
			When: funding.DeclareYearEnd{FY: cpd.FY}, Refused: "M23",
		},
		{
			Name: "those of a year before are, and money lapses", Given: []domain.Event{issued(before, 1_000, "CPD")},
			When: funding.DeclareYearEnd{FY: before.FY},
			Then: []domain.Event{domain.YearEndDeclared{FY: before.FY, Lapsed: []domain.LinePart{{Line: before, Pence: 1_000}}}},
		},
	})
}

var (
	carriedCourse = domain.CommitmentMade{
		Commitment: domain.CarriedID(id(0x90), "QE1", cpd), Line: cpd, Award: course, Decision: id(0x91), Payee: teacher, Pence: 75_000,
		Purpose: "CPD", CostType: "COURSE", NeedRefs: []uuid.UUID{need}, RequestedBy: asker,
	}
	carriedGrant = domain.GrantCarriedOn{
		Grant: domain.CarriedID(id(0x92), "QE1", cpd), Of: id(0x92), Predecessor: "QHM", Payee: trust, Decision: id(0x91), Pence: 5_000,
		Conditions: []string{"Open to all"}, Milestones: []domain.GrantMilestone{{Milestone: "Report", Pence: 5_000}}, AcceptedOn: 20240401,
	}
	carriedPromise = domain.CommitmentMade{
		Commitment: domain.CarriedID(id(0x93), "QE1", cpd), Line: cpd, Grant: carriedGrant.Grant, Decision: id(0x91), Payee: trust, Pence: 5_000,
		Purpose: "CPD", CostType: "COURSE", NeedRefs: []uuid.UUID{need}, RequestedBy: asker,
	}
	taken = domain.TransferReceived{Transfer: id(0x94), Line: cpd, From: "QHM", Pence: 80_000}
	terms = domain.FundTermsCarriedOn{
		Line: cpd, Predecessor: "QHM", Purposes: []domain.FundPurpose{"CPD"}, Conditions: []domain.FundCondition{{Kind: domain.ConditionRingFenced}}, Expires: 20241231,
	}
	takeOver = funding.TakeOverBudget{
		Predecessor: "QHM", Of: cpd, Transfers: []funding.TakenTransfer{{Transfer: taken.Transfer, Pence: taken.Pence}},
		Terms: &funding.CarriedTerms{Purposes: terms.Purposes, Conditions: terms.Conditions, Expires: terms.Expires},
		Commitments: []funding.CarriedCommitment{
			{Of: id(0x90), Pence: 75_000, Award: course, Decision: id(0x91), Purpose: "CPD", CostType: "COURSE", NeedRefs: []uuid.UUID{need}, RequestedBy: asker},
			{
				Of: id(0x93), Pence: 5_000, Decision: id(0x91), Purpose: "CPD", CostType: "COURSE", NeedRefs: []uuid.UUID{need}, RequestedBy: asker,
				Grant: &funding.CarriedGrant{Of: id(0x92), Payee: trust, Conditions: carriedGrant.Conditions, Milestones: carriedGrant.Milestones, AcceptedOn: 20240401},
			},
		},
	}
	tookOver = []domain.Event{terms, taken, carriedCourse, carriedGrant, carriedPromise}
)

// other is the order with another list of commitments.
func other(change func(*funding.CarriedCommitment)) funding.TakeOverBudget {
	c := takeOver
	one := c.Commitments[0]
	change(&one)
	c.Commitments = []funding.CarriedCommitment{one}
	return c
}

var takeOverCases = []domaintest.Case{
	{Name: "a hub without successors hands nothing over", Given: []domain.Event{given}, When: funding.HandOverBudget{}, Refused: "M23"},
	{Name: "money, its terms and what is promised from it are taken over", When: takeOver, Then: tookOver},
	{
		Name: "what is there already is passed over", Given: []domain.Event{terms, taken}, When: takeOver,
		Then: []domain.Event{carriedCourse, carriedGrant, carriedPromise},
	},
	{Name: "all of it is there", Given: tookOver, When: takeOver},
	{Name: "nothing is taken over from a stranger", When: but(takeOver, func(c *funding.TakeOverBudget) { c.Predecessor = "QYG" }), Refused: "M23"},
	{Name: "nothing is taken over before the day", When: but(takeOver, func(c *funding.TakeOverBudget) { c.Predecessor = "QOP" }), Refused: "M23"},
	{
		Name: "a transfer is received once", Given: []domain.Event{but(taken, func(e *domain.TransferReceived) { e.Pence++ })},
		When: takeOver, Refused: "M7",
	},
	{
		Name: "a promise is taken over once", Given: tookOver,
		When: other(func(c *funding.CarriedCommitment) { c.Pence-- }), Refused: "M15",
	},
	{
		Name: "an award is carried on first",
		When: other(func(c *funding.CarriedCommitment) { c.Award = id(0x99) }), Refused: "M14",
	},
	{
		Name: "an award in its standstill is not in force", Prevents: true,
		When: other(func(c *funding.CarriedCommitment) { c.Award = pending }), Refused: "M9",
	},
	{
		Name: "promises stay within their award", Given: []domain.Event{given}, Prevents: true,
		When: other(func(c *funding.CarriedCommitment) { c.Pence = 115_001 }), Refused: "M6",
	},
	{
		Name: "what was decided is cited", Prevents: true,
		When: other(func(c *funding.CarriedCommitment) { c.Decision = uuid.Nil }), Refused: "M9",
	},
	{
		Name: "so is what it is for", Prevents: true,
		When: other(func(c *funding.CarriedCommitment) { c.NeedRefs = nil }), Refused: "M9",
	},
	{
		Name: "what is promised has its money", Prevents: true,
		When: but(takeOver, func(c *funding.TakeOverBudget) { c.Transfers, c.Terms = nil, nil }), Refused: "M2",
	},
	{
		Name: "the payee of a grant is registered",
		When: other(func(c *funding.CarriedCommitment) {
			c.Award, c.Grant = uuid.Nil, &funding.CarriedGrant{Of: id(0x92), Payee: "RZZ"}
		}), Refused: "M14",
	},
	{
		Name: "milestones sum to what is left of a grant",
		When: other(func(c *funding.CarriedCommitment) {
			c.Award, c.Grant = uuid.Nil, &funding.CarriedGrant{Of: id(0x92), Payee: trust, Milestones: carriedGrant.Milestones}
		}), Refused: "M10",
	},
	{
		Name: "a carried grant is due when its milestones are met", Given: tookOver, Prevents: true,
		When: funding.AccrueCost{Commitment: carriedPromise.Commitment, Line: cpd, Amount: domain.Amount{Net: 5_000}, PeriodFrom: 20240501, PeriodTo: 20240531}, Refused: "M21",
	},
	{
		Name: "the terms of carried money hold", Given: tookOver, Prevents: true,
		When: funding.SendTransfer{Line: cpd, To: "QHM", Pence: 1, Reason: "Courses there"}, Refused: "M4",
	},
	{
		Name: "carried money expires when it did", Given: tookOver, Today: 20250115, Prevents: true,
		When: funding.AccrueCost{Commitment: carriedCourse.Commitment, Line: cpd, Amount: domain.Amount{Net: 1}, PeriodFrom: 20250101, PeriodTo: 20250102}, Refused: "M3",
	},
}
