package funding_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
)

// receipt is the command that records the course as received.
var receipt = funding.AccrueCost{
	Accrual: taught.Accrual, Commitment: promised.Commitment, Line: cpd, Amount: price, PeriodFrom: taught.PeriodFrom, PeriodTo: taught.PeriodTo,
}

func receiving(f func(*funding.AccrueCost)) funding.AccrueCost {
	c := receipt
	f(&c)
	return c
}

func received(f func(*domain.CostAccrued)) domain.CostAccrued {
	e := taught
	f(&e)
	return e
}

// dearer is a course that cost £1,400.00 net, VAT £280.00 of which nothing is
// recovered: £530.00 beyond what was promised.
var dearer = domain.Amount{Net: 140_000, VAT: 28_000}

var costCases = []domaintest.Case{
	{
		Name: "a cost consumes its commitment, without the VAT that is recovered", Given: []domain.Event{given, promised}, When: receipt, Then: []domain.Event{taught},
	},
	{
		Name: "on an overspent line too: it takes nothing more", Given: []domain.Event{issued(cpd, 100_000, "CPD"), promised}, When: receipt, Then: []domain.Event{taught},
	},
	{
		Name: "a cost recorded before its commitment was released is still so", When: receipt,
		Given: []domain.Event{given, promised, taught, domain.CommitmentReleased{Commitment: promised.Commitment, Line: cpd, Pence: 0}},
	},
	{
		Name: "a cost is recorded once under its id", Given: []domain.Event{given, promised, taught},
		When: receiving(func(c *funding.AccrueCost) { c.Amount.Net = 1 }), Refused: funding.RuleOnce,
	},
	{
		Name: "more than was promised", Given: []domain.Event{given, promised}, When: receiving(func(c *funding.AccrueCost) { c.Amount = dearer }), Refused: funding.RuleCovered, Prevents: true,
	},
	{
		Name: "more than was promised was received: the excess is taken from what is available", Given: []domain.Event{given, promised}, Happened: 20240531,
		When:     receiving(func(c *funding.AccrueCost) { c.Amount = dearer }),
		Then:     []domain.Event{received(func(e *domain.CostAccrued) { e.Amount, e.FromAvailable = dearer, 53_000 })},
		Breaches: []domain.Rule{funding.RuleCovered},
	},
	{
		Name: "more than there was was received", Given: []domain.Event{issued(cpd, 120_000, "CPD"), promised}, Happened: 20240531,
		When:     receiving(func(c *funding.AccrueCost) { c.Amount = dearer }),
		Then:     []domain.Event{received(func(e *domain.CostAccrued) { e.Amount, e.FromAvailable = dearer, 53_000 })},
		Breaches: []domain.Rule{funding.RuleCovered, funding.RuleAvailable},
	},
	{
		Name: "a cost that nothing was promised for", Given: []domain.Event{given},
		When: receiving(func(c *funding.AccrueCost) { c.Commitment, c.Payee = uuid.Nil, teacher }), Refused: funding.RuleCites, Prevents: true,
	},
	{
		Name: "is recorded where it is there", Given: []domain.Event{given}, Happened: 20240531,
		When: receiving(func(c *funding.AccrueCost) { c.Commitment, c.Payee = uuid.Nil, teacher }),
		Then: []domain.Event{received(func(e *domain.CostAccrued) {
			e.Commitment, e.FromCommitted, e.FromAvailable = uuid.Nil, 0, 115_000
		})},
		Breaches: []domain.Rule{funding.RuleCites},
	},
	{
		Name: "a commitment that is not there", Given: []domain.Event{given}, Happened: 20240531, When: receipt, Refused: funding.RuleNamed,
	},
	{
		Name: "what is received in another year", Given: []domain.Event{given, promised}, When: receiving(func(c *funding.AccrueCost) { c.PeriodFrom = 20240331 }), Refused: funding.RuleValidity, Prevents: true,
	},
	{
		Name: "what was received in another year", Given: []domain.Event{given, promised}, Happened: 20240531,
		When: receiving(func(c *funding.AccrueCost) { c.PeriodFrom = 20240331 }),
		Then: []domain.Event{received(func(e *domain.CostAccrued) { e.PeriodFrom = 20240331 })}, Breaches: []domain.Rule{funding.RuleValidity},
	},
	{
		Name:  "what is received after the money expires",
		Given: []domain.Event{func() domain.Event { e := given; e.Expires = 20240530; return e }(), promised}, When: receipt, Refused: funding.RuleValidity, Prevents: true,
	},
	{
		Name: "what will be received", Given: []domain.Event{given, promised}, Happened: today, When: receiving(func(c *funding.AccrueCost) { c.PeriodTo = today + 1 }), Refused: funding.RuleFuture,
	},
	{
		Name: "a cost of a closed year", Given: []domain.Event{given, promised, domain.YearEndDeclared{FY: cpd.FY}}, Today: 20250601, When: receipt, Refused: funding.RuleClosed, Prevents: true,
	},
	{
		Name: "a cost of a closed year turns up", Given: []domain.Event{given, promised, domain.YearEndDeclared{FY: cpd.FY}}, Today: 20250601, Happened: 20240531,
		When: receipt, Then: []domain.Event{taught}, Breaches: []domain.Rule{funding.RuleClosed},
	},
	{
		Name: "what was prepaid is not owed again",
		Given: []domain.Event{given, promised, domain.PaymentMade{
			Payment: id(0x71), Payee: teacher, Allocations: []domain.PaymentAllocation{{Line: cpd, Commitment: promised.Commitment, Pence: 117_000}},
		}},
		When: receipt, Then: []domain.Event{received(func(e *domain.CostAccrued) { e.FromPrepaid = 117_000 })},
	},
	{
		Name: "a cost is reversed, and everything is as before", Given: []domain.Event{given, promised, taught},
		When: funding.ReverseAccrual{Accrual: taught.Accrual, Reason: "it was cancelled"},
		Then: []domain.Event{domain.AccrualReversed{
			Accrual: taught.Accrual, Commitment: promised.Commitment, Line: cpd, ToCommitted: 115_000, Amount: price, Reason: "it was cancelled",
		}},
	},
	{
		Name: "it can be received again afterwards",
		Given: []domain.Event{given, promised, taught, domain.AccrualReversed{
			Accrual: taught.Accrual, Commitment: promised.Commitment, Line: cpd, ToCommitted: 115_000, Amount: price, Reason: "it was cancelled",
		}},
		When: receiving(func(c *funding.AccrueCost) { c.Accrual = id(0x51) }), Then: []domain.Event{received(func(e *domain.CostAccrued) { e.Accrual = id(0x51) })},
	},
	{
		Name: "a cost is reversed once", Given: []domain.Event{given, promised, taught, domain.AccrualReversed{
			Accrual: taught.Accrual, Commitment: promised.Commitment, Line: cpd, ToCommitted: 115_000, Amount: price, Reason: "it was cancelled",
		}},
		When: funding.ReverseAccrual{Accrual: taught.Accrual, Reason: "another reason"}, Refused: funding.RuleReversal,
	},
	{
		Name: "what was paid is not reversed", Given: []domain.Event{given, promised, taught, billed, accepted, settled}, Happened: today,
		When: funding.ReverseAccrual{Accrual: taught.Accrual, Reason: "it was cancelled"}, Refused: funding.RuleReversal,
	},
	{
		Name: "what was never incurred", When: funding.ReverseAccrual{Accrual: id(0xff), Reason: "it was cancelled"}, Refused: funding.RuleNamed,
	},
	{
		Name: "a reversal in a closed year leaves nothing promised", Given: []domain.Event{given, promised, taught, domain.YearEndDeclared{FY: cpd.FY}}, Today: 20250601,
		When: funding.ReverseAccrual{Accrual: taught.Accrual, Reason: "it was cancelled"},
		Then: []domain.Event{domain.AccrualReversed{
			Accrual: taught.Accrual, Commitment: promised.Commitment, Line: cpd, ToAvailable: 115_000, Amount: price, Reason: "it was cancelled",
		}},
	},
	{
		Name: "and is dated in an open one", Given: []domain.Event{given, promised, taught, domain.YearEndDeclared{FY: cpd.FY}}, Today: 20250331,
		When: funding.ReverseAccrual{Accrual: taught.Accrual, Reason: "it was cancelled"}, Refused: funding.RuleClosed,
	},
	{
		Name:  "signed accounts are not corrected",
		Given: []domain.Event{given, promised, taught, domain.YearEndDeclared{FY: cpd.FY}, domain.AccountsSigned{FY: cpd.FY, By: manager}}, Today: 20250601,
		When: funding.ReverseAccrual{Accrual: taught.Accrual, Reason: "it was cancelled"}, Refused: funding.RuleClosed,
	},
}

// salary is a month of a project manager, £4,000.00.
var salary = domain.PayCharged{
	Accrual: id(0x52), Line: running, Post: "project manager", FTE: domain.OneFTE, PeriodFrom: 20240401, PeriodTo: 20240430, Pence: 400_000,
}

func month(f func(*funding.ChargePay)) funding.ChargePay {
	c := funding.ChargePay(salary)
	f(&c)
	return c
}

var (
	operational = issued(running, 1_000_000, "HUB_RUNNING")
	tenPercent  = domain.OverheadBasis{Kind: domain.OverheadShareOfPay, BasisPoints: 1_000}
	basis       = domain.OverheadBasisAgreed{FY: cpd.FY, Basis: tenPercent, Ref: "host agreement, schedule 3"}
	overhead    = domain.HostOverheadCharged{Accrual: id(0x53), Line: running, Basis: tenPercent, PeriodFrom: 20240401, PeriodTo: 20240430, Pence: 40_000}
	charge      = funding.ChargeHostOverhead{Accrual: id(0x53), Line: running, PeriodFrom: 20240401, PeriodTo: 20240430, Pence: 40_000}
)

var payCases = []domaintest.Case{
	{
		Name: "pay of an established post", Given: []domain.Event{operational}, When: funding.ChargePay(salary), Then: []domain.Event{salary},
	},
	{
		Name: "of no established post", Given: []domain.Event{operational}, When: month(func(c *funding.ChargePay) { c.Post = "director" }), Refused: funding.RulePay, Prevents: true,
	},
	{
		Name: "somebody was paid all the same", Given: []domain.Event{operational}, Happened: 20240430,
		When:     month(func(c *funding.ChargePay) { c.Post = "director" }),
		Then:     []domain.Event{func() domain.Event { e := salary; e.Post = "director"; return e }()},
		Breaches: []domain.Rule{funding.RulePay},
	},
	{
		Name: "two of two posts", Given: []domain.Event{operational, salary}, When: month(func(c *funding.ChargePay) { c.Accrual = id(0x54) }),
		Then: []domain.Event{func() domain.Event { e := salary; e.Accrual = id(0x54); return e }()},
	},
	{
		Name: "no more than the establishment on any day", Given: []domain.Event{operational, salary, domain.PayCharged{
			Accrual: id(0x55), Line: running, Post: "project manager", FTE: domain.OneFTE, PeriodFrom: 20240430, PeriodTo: 20240531, Pence: 1,
		}},
		When: month(func(c *funding.ChargePay) { c.Accrual, c.FTE = id(0x54), 1 }), Refused: funding.RulePay, Prevents: true,
	},
	{
		Name: "posts that follow one another are one", Given: []domain.Event{operational, salary, domain.PayCharged{
			Accrual: id(0x55), Line: running, Post: "project manager", FTE: domain.OneFTE, PeriodFrom: 20240501, PeriodTo: 20240531, Pence: 1,
		}},
		When: month(func(c *funding.ChargePay) { c.Accrual, c.PeriodTo = id(0x54), 20240531 }),
		Then: []domain.Event{func() domain.Event { e := salary; e.Accrual, e.PeriodTo = id(0x54), 20240531; return e }()},
	},
	{
		Name: "pay that was reversed is not paid", Given: []domain.Event{
			operational, salary, func() domain.Event { e := salary; e.Accrual = id(0x55); return e }(),
			domain.AccrualReversed{Accrual: salary.Accrual, Line: running, ToAvailable: 400_000, Amount: domain.Amount{Net: 400_000}},
		},
		When: month(func(c *funding.ChargePay) { c.Accrual = id(0x54) }), Then: []domain.Event{func() domain.Event { e := salary; e.Accrual = id(0x54); return e }()},
	},
	{
		Name: "pay is charged once under its id", Given: []domain.Event{operational, salary}, When: month(func(c *funding.ChargePay) { c.Pence++ }), Refused: funding.RuleOnce,
	},
	{
		Name: "the money of others does not pay the hub's team", Given: []domain.Event{issued(tariff, 400_000, "TARIFF")},
		When: month(func(c *funding.ChargePay) { c.Line = tariff }), Refused: funding.RuleAgent, Prevents: true,
	},
	{
		Name: "but it did", Given: []domain.Event{issued(tariff, 400_000, "TARIFF")}, Happened: 20240430,
		When: month(func(c *funding.ChargePay) { c.Line = tariff }),
		Then: []domain.Event{func() domain.Event { e := salary; e.Line = tariff; return e }()}, Breaches: []domain.Rule{funding.RuleAgent},
	},
	{
		Name: "pay is reversed", Given: []domain.Event{operational, salary}, When: funding.ReverseAccrual{Accrual: salary.Accrual, Reason: "paid twice"},
		Then: []domain.Event{domain.AccrualReversed{
			Accrual: salary.Accrual, Line: running, ToAvailable: 400_000, Amount: domain.Amount{Net: 400_000}, Reason: "paid twice",
		}},
	},
	{
		Name: "the basis of the host's overhead", When: funding.AgreeOverheadBasis(basis), Then: []domain.Event{basis},
	},
	{
		Name: "overhead on the agreed basis", Given: []domain.Event{operational, basis, salary}, When: charge, Then: []domain.Event{overhead},
	},
	{
		Name: "overhead without a basis", Given: []domain.Event{operational, salary}, When: charge, Refused: funding.RuleOverhead, Prevents: true,
	},
	{
		Name: "overhead without a basis was charged", Given: []domain.Event{operational, salary}, Happened: 20240430, When: charge,
		Then: []domain.Event{func() domain.Event { e := overhead; e.Basis = domain.OverheadBasis{}; return e }()}, Breaches: []domain.Rule{funding.RuleOverhead},
	},
	{
		Name: "overhead beyond the basis", Given: []domain.Event{operational, basis, salary, func() domain.Event { e := overhead; e.Accrual, e.Pence = id(0x56), 1; return e }()},
		When: charge, Refused: funding.RuleOverhead, Prevents: true,
	},
	{
		Name: "overhead on pay that was reversed", When: charge, Refused: funding.RuleOverhead, Prevents: true,
		Given: []domain.Event{
			operational, basis, salary, domain.AccrualReversed{Accrual: salary.Accrual, Line: running, ToAvailable: 400_000, Amount: domain.Amount{Net: 400_000}},
		},
	},
	{
		Name: "overhead after overhead was reversed", When: charge, Then: []domain.Event{overhead},
		Given: []domain.Event{
			operational, basis, salary, func() domain.Event { e := overhead; e.Accrual = id(0x56); return e }(),
			domain.AccrualReversed{Accrual: id(0x56), Line: running, ToAvailable: 40_000, Amount: domain.Amount{Net: 40_000}},
		},
	},
	{
		Name: "overhead that was charged before its basis changed is still so", When: charge,
		Given: []domain.Event{operational, basis, salary, overhead, domain.OverheadBasisAgreed{FY: cpd.FY, Basis: domain.OverheadBasis{Kind: domain.OverheadFixed, Pence: 1}}},
	},
}
