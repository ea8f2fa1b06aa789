package funding_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
)

const afterYear = domain.Date(20250415)

var (
	letThrough = domain.DeferralAgreed{Line: cpd, Funder: england, Pence: 50_000, Ref: "WTE/25/1"}
	// What is left of £2,000.00 after the course: £500.00 deferred, £350.00 lapsed.
	closed = domain.YearEndDeclared{
		FY: cpd.FY, Outturn: 115_000, Deferred: []domain.LinePart{{Line: cpd, Pence: 50_000}}, Lapsed: []domain.LinePart{{Line: cpd, Pence: 35_000}},
	}
	reopened = domain.YearReopened{FY: cpd.FY, Restored: []domain.LinePart{{Line: cpd, Pence: 35_000}}, Reason: "a late invoice"}
	signed   = domain.AccountsSigned{FY: cpd.FY, By: manager, On: 20250410}
	inYear   = []domain.Event{given, promised, taught, letThrough}
)

var yearCases = []domaintest.Case{
	{
		Name: "a funder leaves unspent money to the hub", Given: []domain.Event{given}, When: funding.AgreeDeferral(letThrough), Then: []domain.Event{letThrough},
	},
	{
		Name: "but not CPD money", Given: []domain.Event{issued(cpd, 9, "CPD", domain.FundCondition{Kind: domain.ConditionNoCarryOver})},
		When: funding.AgreeDeferral(letThrough), Refused: funding.RulePurpose, Prevents: true,
	},
	{
		Name: "a year is closed: what is deferred goes on, the rest goes back", Given: inYear, Today: afterYear,
		When: funding.DeclareYearEnd{FY: cpd.FY}, Then: []domain.Event{closed},
	},
	{
		Name: "what the funder leaves is a ceiling", Today: afterYear, When: funding.DeclareYearEnd{FY: cpd.FY},
		Given: []domain.Event{issued(cpd, 120_000, "CPD"), promised, taught, letThrough},
		Then:  []domain.Event{domain.YearEndDeclared{FY: cpd.FY, Outturn: 115_000, Deferred: []domain.LinePart{{Line: cpd, Pence: 5_000}}}},
	},
	{
		Name: "an overspent line has nothing to give", Today: afterYear, When: funding.DeclareYearEnd{FY: cpd.FY},
		Given: []domain.Event{issued(cpd, 100_000, "CPD"), promised, taught, letThrough},
		Then:  []domain.Event{domain.YearEndDeclared{FY: cpd.FY, Outturn: 115_000}},
	},
	{
		Name: "all lines of the hub, and none of a locality hub", Today: afterYear, When: funding.DeclareYearEnd{FY: cpd.FY},
		Given: []domain.Event{operational, salary, given, domain.BudgetVired{Virement: id(4), From: cpd, To: west, Pence: 50_000}},
		Then: []domain.Event{domain.YearEndDeclared{FY: cpd.FY, Outturn: 400_000, Lapsed: []domain.LinePart{
			{Line: running, Pence: 600_000}, {Line: cpd, Pence: 150_000},
		}}},
	},
	{
		Name: "a locality hub has books of its own", Today: afterYear, When: funding.DeclareYearEnd{Hub: "QE1~west", FY: cpd.FY},
		Given: []domain.Event{given, domain.BudgetVired{Virement: id(4), From: cpd, To: west, Pence: 50_000}},
		Then:  []domain.Event{domain.YearEndDeclared{Hub: "QE1~west", FY: cpd.FY, Lapsed: []domain.LinePart{{Line: west, Pence: 50_000}}}},
	},
	{
		Name: "not on its last day", Given: inYear, Today: 20250331, When: funding.DeclareYearEnd{FY: cpd.FY}, Refused: funding.RuleClosed,
	},
	{
		Name: "not while something is promised", Given: []domain.Event{given, promised}, Today: afterYear, When: funding.DeclareYearEnd{FY: cpd.FY}, Refused: funding.RuleClosed,
	},
	{
		Name: "not into a closed year", Given: append(slices.Clip(inYear), domain.YearEndDeclared{FY: cpdNext.FY}), Today: 20260601, When: funding.DeclareYearEnd{FY: cpd.FY}, Refused: funding.RuleClosed,
	},
	{
		Name: "what was deferred can be spent next year", Given: append(slices.Clip(inYear), closed), Today: afterYear,
		When: with(func(c *funding.MakeCommitment) {
			c.Commitment, c.Award, c.Line, c.Pence = id(0x41), ofException, cpdNext, 50_000
		}),
		Then: []domain.Event{made(func(e *domain.CommitmentMade) {
			e.Commitment, e.Award, e.Decision, e.PriorityRefs, e.Line, e.Pence = id(0x41), ofException, exception, nil, cpdNext, 50_000
		})},
	},
	{
		Name: "on the terms it came with", Given: append(slices.Clip(inYear), closed), Today: afterYear, Refused: funding.RulePurpose, Prevents: true,
		When: with(func(c *funding.MakeCommitment) {
			c.Commitment, c.Award, c.Line, c.Pence, c.Purpose = id(0x41), ofException, cpdNext, 50_000, "FELLOWSHIP"
		}),
	},
	{
		Name: "closed books are reopened, and what lapsed is back", Given: append(slices.Clip(inYear), closed), Today: afterYear,
		When: funding.ReopenYear{FY: cpd.FY, Reason: "a late invoice"}, Then: []domain.Event{reopened},
	},
	{
		Name: "and closed again: what is deferred already is not deferred again", Given: append(slices.Clip(inYear), closed, reopened), Today: afterYear,
		When: funding.DeclareYearEnd{FY: cpd.FY},
		Then: []domain.Event{domain.YearEndDeclared{FY: cpd.FY, Outturn: 115_000, Lapsed: []domain.LinePart{{Line: cpd, Pence: 35_000}}}},
	},
	{
		Name: "accounts are signed", Given: append(slices.Clip(inYear), closed), Today: afterYear, When: funding.SignAccounts(signed), Then: []domain.Event{signed},
	},
	{
		Name: "after the books are closed", Given: inYear, Today: afterYear, When: funding.SignAccounts(signed), Refused: funding.RuleClosed,
	},
	{
		Name: "once", Given: append(slices.Clip(inYear), closed, signed), Today: afterYear, When: funding.SignAccounts{FY: cpd.FY, By: approver, On: afterYear}, Refused: funding.RuleOnce,
	},
	{
		Name: "not tomorrow", Given: append(slices.Clip(inYear), closed), Today: afterYear, When: funding.SignAccounts{FY: cpd.FY, By: approver, On: afterYear + 1}, Refused: funding.RuleFuture,
	},
	{
		Name: "and then the books are never reopened", Given: append(slices.Clip(inYear), closed, signed), Today: afterYear,
		When: funding.ReopenYear{FY: cpd.FY, Reason: "a late invoice"}, Refused: funding.RuleClosed,
	},
}

var bookCases = []domaintest.Case{
	{
		Name: "the host's books hold a late journal", Given: inYear, Today: afterYear,
		When: funding.ReconcileLedger{
			Line: cpd, PeriodEnd: 20250331, HostBalance: 116_000, Explained: []domain.ExplainedDifference{{Reason: "a journal of April", Pence: 900}},
		},
		Then: []domain.Event{domain.LedgerReconciled{
			Line: cpd, PeriodEnd: 20250331, HostBalance: 116_000, Ledger: 115_000, Difference: 1_000,
			Explained: []domain.ExplainedDifference{{Reason: "a journal of April", Pence: 900}}, Unexplained: 100,
		}},
	},
	{
		Name: "at the end of June only what was received by then counts, without what was reversed", Today: 20240801,
		Given: append(slices.Clip(inYear),
			received(func(e *domain.CostAccrued) {
				e.Accrual, e.FromCommitted, e.FromAvailable, e.Amount, e.PeriodTo = id(0x51), 0, 700, domain.Amount{Net: 700}, 20240630
			}),
			received(func(e *domain.CostAccrued) {
				e.Accrual, e.FromCommitted, e.FromAvailable, e.Amount, e.PeriodTo = id(0x58), 0, 50, domain.Amount{Net: 50}, 20240701
			}),
			received(func(e *domain.CostAccrued) {
				e.Accrual, e.FromCommitted, e.FromAvailable, e.Amount, e.PeriodFrom, e.PeriodTo = id(0x59), 0, 4, domain.Amount{Net: 4}, 20240301, 20240331
			}),
			domain.AccrualReversed{Accrual: taught.Accrual, Commitment: promised.Commitment, Line: cpd, ToCommitted: 115_000, Amount: price},
		),
		When: funding.ReconcileLedger{Line: cpd, PeriodEnd: 20240630, HostBalance: 704},
		Then: []domain.Event{domain.LedgerReconciled{Line: cpd, PeriodEnd: 20240630, HostBalance: 704, Ledger: 704}},
	},
	{
		Name: "a period that has not ended", Given: inYear, When: funding.ReconcileLedger{Line: cpd, PeriodEnd: 20250331}, Refused: funding.RuleFuture,
	},
	{
		Name: "the funder's books agree on what it owes", Today: afterYear,
		Given: append(slices.Clip(inYear), domain.FundReceived{Receipt: id(2), Line: cpd, Pence: 100_000, On: today, Payer: england}, closed),
		When:  funding.AgreeFunderBalance{Line: cpd, Funder: england, AsAt: 20250331, Pence: 65_000, Ref: "AOB M12"},
		Then:  []domain.Event{domain.FunderBalanceAgreed{Line: cpd, Funder: england, AsAt: 20250331, Pence: 65_000, Ledger: 65_000, Ref: "AOB M12"}},
	},
	{
		Name: "a balance of tomorrow", Given: inYear, Today: afterYear, When: funding.AgreeFunderBalance{Line: cpd, Funder: england, AsAt: afterYear + 1, Ref: "AOB M1"}, Refused: funding.RuleFuture,
	},
	{
		Name: "what is left is deferred and returned", Given: append(slices.Clip(inYear), closed), Today: afterYear,
		When: funding.DetermineSurplus{FY: cpd.FY, Treatments: []domain.TreatedSurplus{
			{Treatment: domain.SurplusDeferred, Pence: 50_000}, {Treatment: domain.SurplusReturned, Pence: 35_000},
		}},
		Then: []domain.Event{domain.SurplusDetermined{FY: cpd.FY, Income: 200_000, Incurred: 115_000, Pence: 85_000, Treatments: []domain.TreatedSurplus{
			{Treatment: domain.SurplusDeferred, Pence: 50_000}, {Treatment: domain.SurplusReturned, Pence: 35_000},
		}}},
	},
	{
		Name: "all of it", Given: append(slices.Clip(inYear), closed), Today: afterYear, Refused: funding.RuleNoProfit,
		When: funding.DetermineSurplus{FY: cpd.FY, Treatments: []domain.TreatedSurplus{{Treatment: domain.SurplusDeferred, Pence: 50_000}}},
	},
	{
		Name: "without what is only passed on, with what came back, and without what the host gave", Today: afterYear,
		Given: append(slices.Clip(paidUp), gotBack, issued(tariff, 70_000, "TARIFF"),
			demanded, domain.ClawbackAgreed{Clawback: demanded.Clawback, Line: cpd, FromHost: 9_000},
			domain.ClawbackSettled{Clawback: demanded.Clawback, Line: cpd, Pence: 9_000, FromHost: 9_000}, domain.YearEndDeclared{FY: cpd.FY}),
		When: funding.DetermineSurplus{FY: cpd.FY, Treatments: []domain.TreatedSurplus{{Treatment: domain.SurplusReinvested, Pence: 96_500, Purpose: "courses"}}},
		Then: []domain.Event{domain.SurplusDetermined{FY: cpd.FY, Income: 200_000, Incurred: 103_500, Pence: 96_500, Treatments: []domain.TreatedSurplus{
			{Treatment: domain.SurplusReinvested, Pence: 96_500, Purpose: "courses"},
		}}},
	},
	{
		Name: "a loss has no treatment", Given: []domain.Event{issued(cpd, 100_000, "CPD"), promised, taught, domain.YearEndDeclared{FY: cpd.FY}}, Today: afterYear,
		When: funding.DetermineSurplus{FY: cpd.FY}, Then: []domain.Event{domain.SurplusDetermined{FY: cpd.FY, Income: 100_000, Incurred: 115_000, Pence: -15_000}},
	},
	{
		Name: "before the books are closed", Given: inYear, Today: afterYear, When: funding.DetermineSurplus{FY: cpd.FY}, Refused: funding.RuleClosed,
	},
	{
		Name: "a distribution is never asked for", Given: []domain.Event{given}, When: funding.RecordDistribution{Distribution: id(6), Line: cpd, Payee: trust, Pence: 9, On: today},
		Refused: funding.RuleNoProfit, Prevents: true,
	},
	{
		Name: "where it has happened it is a breach", Given: []domain.Event{given}, Happened: today,
		When: funding.RecordDistribution{Distribution: id(6), Line: cpd, Payee: trust, Pence: 9, On: today},
		Then: []domain.Event{domain.DistributionMade{Distribution: id(6), Line: cpd, Payee: trust, Pence: 9, On: today}}, Breaches: []domain.Rule{funding.RuleNoProfit},
	},
}

// Nothing is recorded of a hub that is not there, even where no account changes.
func TestUnknownHubs(t *testing.T) {
	east := domain.FundLine{Hub: "QE1~east", Fund: cpd.Fund, FY: cpd.FY}
	for _, data := range []domain.CommandData{
		ask(func() domain.AllocationIssued { e := unconfirmed; e.Line = east; return e }()),
		ask(issued(east, 1, "CPD")),
		funding.AuthoriseOverspend{Line: east, Pence: 1, Approval: hee, Until: today},
		funding.RecordForecast{Line: east, AsAt: today, Outturn: 1},
		funding.VireBudget{From: cpd, To: east, Pence: 1, Reason: "theirs"},
		funding.ReceiveTransfer{Transfer: id(8), Line: east, From: "QHM", Pence: 1},
		funding.AgreeOverheadBasis{Hub: east.Hub, FY: east.FY, Basis: tenPercent, Ref: "x"},
		funding.RecordClawbackDemand{Line: east, Funder: england, Pence: 1, Reason: domain.ClawbackUnspent},
		funding.AgreeDeferral{Line: east, Funder: england, Pence: 1, Ref: "x"},
		funding.DeclareYearEnd{Hub: east.Hub, FY: east.FY},
		funding.ReconcileLedger{Line: east, PeriodEnd: 20240430},
		funding.AgreeFunderBalance{Line: east, Funder: england, AsAt: today, Ref: "x"},
	} {
		s := funding.New("QE1")
		s.Evolve(domain.Recorded{Event: given})
		cmd := domain.Command{Actor: domain.Actor{Person: manager}, Happened: &domain.Happened{On: today}, Data: data}
		near := funding.Neighbours{Hubs: neighbours{}, Commissioning: neighbours{}, Contract: neighbours{}, Governance: neighbours{}}
		_, err := s.Decide(register{}, cmd, fixed, near)
		var refusal *domain.Refusal
		if !errors.As(err, &refusal) || refusal.Rule != funding.RuleNamed {
			t.Errorf("%s: got %v, want a refusal by %s", data.CommandName(), err, funding.RuleNamed)
		}
	}
}

// A closed year takes no money and no cost, of whatever sort, from anybody.
func TestClosedYearsTakeNothing(t *testing.T) {
	shut := []domain.Event{
		given, operational, issued(icsOwn, 9, "CPD"), unconfirmed, basis, salary, promised,
		domain.YearEndDeclared{FY: cpd.FY}, domain.YearEndDeclared{Hub: west.Hub, FY: cpd.FY},
	}
	for _, c := range []struct {
		data     domain.CommandData
		prevents bool
	}{
		{ask(func() domain.AllocationIssued { e := given; e.Allocation = id(7); return e }()), true},
		{funding.ConfirmAllocation{Allocation: unconfirmed.Allocation, Pence: 1}, true},
		{funding.VaryAllocation{Allocation: given.Allocation, Pence: 1, Reason: "more"}, true},
		{funding.AuthoriseOverspend{Line: cpd, Pence: 1, Approval: hee, Until: afterYear}, true},
		{funding.VireBudget{From: cpd, To: west, Pence: 1, Reason: "theirs"}, false},
		{funding.VireBudget{From: west, To: cpd, Pence: 1, Reason: "ours"}, false},
		{funding.SendTransfer{Line: cpd, To: "QHM", Pence: 1, Reason: "theirs"}, true},
		{funding.ReceiveTransfer{Transfer: id(8), Line: cpd, From: "QHM", Pence: 1}, true},
		{funding.RecordProjectCommission{Line: earned, Commissioner: trust, Fee: 1, Terms: "work"}, true},
		{with(func(c *funding.MakeCommitment) { c.Commitment, c.Pence = id(9), 1 }), true},
		{offering(func(c *funding.OfferGrant) { c.Commitment = id(9) }), true},
		{receipt, true},
		{month(func(c *funding.ChargePay) { c.Accrual = id(10) }), true},
		{funding.AgreeOverheadBasis{FY: cpd.FY, Basis: domain.OverheadBasis{Kind: domain.OverheadFixed, Pence: 1}, Ref: "x"}, true},
		{charge, true},
		{funding.AgreeDeferral(letThrough), true},
		{funding.RecordDistribution{Line: cpd, Payee: trust, Pence: 1, On: today}, true},
	} {
		got := c.data.CommandName()
		s := funding.New("QE1")
		for _, e := range shut {
			s.Evolve(domain.Recorded{Event: e})
		}
		cmd := domain.Command{Actor: domain.Actor{Person: manager}, Happened: &domain.Happened{On: 20240603}, Data: c.data}
		near := funding.Neighbours{Hubs: neighbours{}, Commissioning: neighbours{}, Contract: neighbours{}, Governance: neighbours{}}
		d, err := s.Decide(register{}, cmd, on("2025-04-15"), near)
		broken := slices.ContainsFunc(d.Breaches, func(b domain.Breach) bool { return b.Rule == funding.RuleClosed })
		var refusal *domain.Refusal
		refused := errors.As(err, &refusal) && refusal.Rule == funding.RuleClosed
		if broken != c.prevents || refused == c.prevents {
			t.Errorf("%s: got %v, %v, want it held against %s", got, d.Breaches, err, funding.RuleClosed)
		}
	}
}

// unconfirmed is an allocation that was never confirmed.
var unconfirmed = func() domain.AllocationIssued {
	e := indicative
	e.Allocation = id(0x0b)
	return e
}()
