package funding_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
)

var hee = domain.FunderApproval{By: domain.SourceHEE, Ref: "WTE/24/7"}

// indicative is money to plan with.
var indicative = func() domain.AllocationIssued {
	e := given
	e.Status = domain.StatusIndicative
	return e
}()

func ask(e domain.AllocationIssued) funding.IssueAllocation {
	return funding.IssueAllocation{
		Allocation: e.Allocation, Line: e.Line, Pence: e.Pence, Basis: e.Basis, Purpose: e.Purpose, Status: e.Status,
		Source: e.Source, Expires: e.Expires, Conditions: e.Conditions,
	}
}

// ahead is a promise of £900.00, of which £600.00 are next year's.
var ahead = func() domain.CommitmentMade {
	e := promised
	e.Pence, e.Profile = 90_000, []domain.YearPart{{FY: cpd.FY, Pence: 30_000}, {FY: cpdNext.FY, Pence: 60_000}}
	return e
}()

var budgetCases = []domaintest.Case{
	{
		Name: "a funder gives money, by population and with conditions",
		When: funding.IssueAllocation{
			Allocation: id(1), Line: running, Pence: 29_395_337, Purpose: "HUB_RUNNING", Status: domain.StatusConfirmed, Recurrent: true, Source: domain.SourceHEE,
			Basis:      &domain.PopulationBasis{Population: 182_614_000, Source: "Patients registered at a GP practice", AsAt: 20240401},
			Conditions: []domain.FundCondition{{Kind: domain.ConditionExcludes, CostType: "BACKFILL"}},
		},
		Then: []domain.Event{domain.AllocationIssued{
			Allocation: id(1), Line: running, Pence: 29_395_337, Purpose: "HUB_RUNNING", Status: domain.StatusConfirmed, Recurrent: true, Source: domain.SourceHEE,
			Basis:      &domain.PopulationBasis{Population: 182_614_000, Source: "Patients registered at a GP practice", AsAt: 20240401},
			Conditions: []domain.FundCondition{{Kind: domain.ConditionExcludes, CostType: "BACKFILL"}}, Expires: 20250331,
		}},
	},
	{
		Name: "an allocation without an id gets one from the command", Anew: true,
		When: funding.IssueAllocation{Line: cpd, Pence: 1, Purpose: "CPD", Status: domain.StatusConfirmed, Source: domain.SourceHEE},
		Then: []domain.Event{domain.AllocationIssued{
			Allocation: domain.NewID(domaintest.CommandID, "allocation"), Line: cpd, Pence: 1, Purpose: "CPD", Status: domain.StatusConfirmed,
			Source: domain.SourceHEE, Expires: 20250331,
		}},
	},
	{
		Name: "an id is given once", Given: []domain.Event{given},
		When:    ask(func() domain.AllocationIssued { e := given; e.Pence++; return e }()),
		Refused: funding.RuleOnce,
	},
	{
		Name: "a hub that nobody registered gets nothing", When: ask(issued(domain.FundLine{Hub: "QE1~east", Fund: cpd.Fund, FY: cpd.FY}, 1, "CPD")), Refused: funding.RuleNamed,
	},
	{
		Name: "a locality hub gets its money from the ICS hub", When: ask(issued(west, 1, "CPD")), Refused: funding.RuleParent, Prevents: true,
	},
	{
		Name: "but where a funder has given it directly, that is recorded", Happened: today,
		When: ask(issued(west, 1, "CPD")), Then: []domain.Event{issued(west, 1, "CPD")}, Breaches: []domain.Rule{funding.RuleParent},
	},
	{
		Name: "money for a closed year", Given: []domain.Event{domain.YearEndDeclared{FY: cpd.FY}}, Today: 20250501,
		When: ask(given), Refused: funding.RuleClosed, Prevents: true,
	},
	{
		Name: "money for a closed year that has come", Given: []domain.Event{domain.YearEndDeclared{FY: cpd.FY}}, Today: 20250501, Happened: 20250430,
		When: ask(given), Then: []domain.Event{given}, Breaches: []domain.Rule{funding.RuleClosed},
	},
	{
		Name: "indicative money", When: ask(indicative), Then: []domain.Event{indicative},
	},
	{
		Name: "indicative money can't be promised", Given: []domain.Event{indicative}, When: order, Refused: funding.RuleAvailable, Prevents: true,
	},
	{
		Name: "until it is confirmed", Given: []domain.Event{indicative},
		When: funding.ConfirmAllocation{Allocation: given.Allocation, Pence: 150_000, Ref: "WTE/24/1"},
		Then: []domain.Event{domain.AllocationConfirmed{Allocation: given.Allocation, Line: cpd, Pence: 150_000, Ref: "WTE/24/1"}},
	},
	{
		Name: "then it can", Given: []domain.Event{indicative, domain.AllocationConfirmed{Allocation: given.Allocation, Line: cpd, Pence: 150_000}},
		When: order, Then: []domain.Event{promised},
	},
	{
		Name: "it is confirmed once", Given: []domain.Event{indicative, domain.AllocationConfirmed{Allocation: given.Allocation, Line: cpd, Pence: 150_000}},
		When: funding.ConfirmAllocation{Allocation: given.Allocation, Pence: 150_001}, Refused: funding.RuleOnce,
	},
	{
		Name: "what is confirmed already", Given: []domain.Event{given}, When: funding.ConfirmAllocation{Allocation: given.Allocation, Pence: 200_000}, Refused: funding.RuleOnce,
	},
	{
		Name: "what was never issued", When: funding.ConfirmAllocation{Allocation: id(1), Pence: 1}, Refused: funding.RuleNamed,
	},
	{
		Name: "a funder gives more", Given: []domain.Event{given}, Anew: true,
		When: funding.VaryAllocation{Allocation: given.Allocation, Pence: 5_000, Reason: "pay award", Ref: "WTE/24/2"},
		Then: []domain.Event{domain.AllocationVaried{Allocation: given.Allocation, Line: cpd, Status: domain.StatusConfirmed, Pence: 5_000, Reason: "pay award", Ref: "WTE/24/2"}},
	},
	{
		Name: "a funder takes what is still available", Given: []domain.Event{given, promised}, Anew: true,
		When: funding.VaryAllocation{Allocation: given.Allocation, Pence: -85_000, Reason: "savings"},
		Then: []domain.Event{domain.AllocationVaried{Allocation: given.Allocation, Line: cpd, Status: domain.StatusConfirmed, Pence: -85_000, Reason: "savings"}},
	},
	{
		Name: "a funder takes what is promised", Given: []domain.Event{given, promised},
		When: funding.VaryAllocation{Allocation: given.Allocation, Pence: -85_001, Reason: "savings"}, Refused: funding.RuleAvailable, Prevents: true,
	},
	{
		Name: "a funder has taken what is promised", Given: []domain.Event{given, promised}, Happened: today, Anew: true,
		When:     funding.VaryAllocation{Allocation: given.Allocation, Pence: -85_001, Reason: "savings"},
		Then:     []domain.Event{domain.AllocationVaried{Allocation: given.Allocation, Line: cpd, Status: domain.StatusConfirmed, Pence: -85_001, Reason: "savings"}},
		Breaches: []domain.Rule{funding.RuleAvailable},
	},
	{
		Name: "an indicative allocation is never less than nothing", Given: []domain.Event{indicative}, Happened: today,
		When: funding.VaryAllocation{Allocation: given.Allocation, Pence: -200_001, Reason: "savings"}, Refused: funding.RuleAvailable,
	},
	{
		Name: "a funder lets a line be overspent", Given: []domain.Event{given},
		When: funding.AuthoriseOverspend{Line: cpd, Pence: 10_000, Approval: hee, Until: 20240630},
		Then: []domain.Event{domain.OverspendAuthorised{Line: cpd, Pence: 10_000, Approval: hee, Until: 20240630}},
	},
	{
		Name:  "so it is, up to that",
		Given: []domain.Event{issued(cpd, 105_000, "CPD"), domain.OverspendAuthorised{Line: cpd, Pence: 10_000, Approval: hee, Until: today}},
		When:  order, Then: []domain.Event{promised},
	},
	{
		Name:  "and not beyond",
		Given: []domain.Event{issued(cpd, 104_999, "CPD"), domain.OverspendAuthorised{Line: cpd, Pence: 10_000, Approval: hee, Until: today}},
		When:  order, Refused: funding.RuleAvailable, Prevents: true,
	},
	{
		Name:  "nor after the last day",
		Given: []domain.Event{issued(cpd, 105_000, "CPD"), domain.OverspendAuthorised{Line: cpd, Pence: 10_000, Approval: hee, Until: today - 1}},
		When:  order, Refused: funding.RuleAvailable, Prevents: true,
	},
	{
		Name: "a forecast", Given: []domain.Event{given},
		When: funding.RecordForecast{Line: cpd, AsAt: 20240531, Outturn: 190_000, Reason: "two courses fewer"},
		Then: []domain.Event{domain.ForecastRecorded{Line: cpd, AsAt: 20240531, Outturn: 190_000, Reason: "two courses fewer"}},
	},
	{
		Name: "another forecast of the same day", Given: []domain.Event{given, domain.ForecastRecorded{Line: cpd, AsAt: 20240531, Outturn: 190_000}},
		When: funding.RecordForecast{Line: cpd, AsAt: 20240531, Outturn: 180_000},
		Then: []domain.Event{domain.ForecastRecorded{Line: cpd, AsAt: 20240531, Outturn: 180_000}},
	},
	{
		Name: "a forecast of tomorrow", When: funding.RecordForecast{Line: cpd, AsAt: today + 1}, Refused: funding.RuleFuture,
	},
	{
		Name: "cash comes in", Given: []domain.Event{given},
		When: funding.RecordFundReceipt{Receipt: id(2), Line: cpd, Pence: 100_000, On: 20240430, Payer: england},
		Then: []domain.Event{domain.FundReceived{Receipt: id(2), Line: cpd, Pence: 100_000, On: 20240430, Payer: england}},
	},
	{
		Name: "a fee for a project", When: funding.RecordProjectCommission{Project: id(3), Line: earned, Commissioner: trust, Fee: 700_000, Terms: "training plan for Anytown"},
		Then: []domain.Event{domain.ProjectCommissionedFromHub{Project: id(3), Line: earned, Commissioner: trust, Fee: 700_000, Terms: "training plan for Anytown"}},
	},
	{
		Name: "a fee of somebody unknown", When: funding.RecordProjectCommission{Line: earned, Commissioner: "NOBODY", Fee: 1, Terms: "work"}, Refused: funding.RuleNamed,
	},
	{
		Name: "a balance beyond what can be held", Given: []domain.Event{domain.AllocationIssued{Line: cpd, Pence: 1 << 60, Status: domain.StatusConfirmed}},
		When: ask(given), Refused: funding.RuleWhole,
	},
	{
		Name: "next year's money bears what was promised of it", Given: []domain.Event{given, ahead}, Today: 20250301,
		When: ask(issued(cpdNext, 100_000, "CPD")),
		Then: []domain.Event{issued(cpdNext, 100_000, "CPD"), domain.CommitmentCharged{Commitment: promised.Commitment, Line: cpdNext, Pence: 60_000}},
	},
	{
		Name: "next year's money should cover what was promised of it", Given: []domain.Event{given, ahead}, Today: 20250301,
		When: ask(issued(cpdNext, 59_999, "CPD")), Refused: funding.RuleAvailable, Prevents: true,
	},
	{
		Name: "next year's money that does not is recorded where it has come", Given: []domain.Event{given, ahead}, Today: 20250301, Happened: 20250228,
		When:     ask(issued(cpdNext, 59_999, "CPD")),
		Then:     []domain.Event{issued(cpdNext, 59_999, "CPD"), domain.CommitmentCharged{Commitment: promised.Commitment, Line: cpdNext, Pence: 60_000}},
		Breaches: []domain.Rule{funding.RuleAvailable},
	},
}

var movedCases = []domaintest.Case{
	{
		Name: "money goes to a locality hub", By: manager, Given: []domain.Event{given},
		When: funding.VireBudget{Virement: id(4), From: cpd, To: west, Pence: 50_000, Reason: "their share"},
		Then: []domain.Event{domain.BudgetVired{Virement: id(4), From: cpd, To: west, Pence: 50_000, Reason: "their share"}},
	},
	{
		Name: "no more than the manager may move", By: manager, Given: []domain.Event{given},
		When: funding.VireBudget{From: cpd, To: west, Pence: 50_001, Reason: "their share"}, Refused: funding.RuleDelegation,
	},
	{
		Name: "nobody else may", By: asker, Given: []domain.Event{given},
		When: funding.VireBudget{From: cpd, To: west, Pence: 1, Reason: "their share"}, Refused: funding.RuleDelegation,
	},
	{
		Name: "no more than there is", By: manager, Given: []domain.Event{issued(cpd, 40_000, "CPD")},
		When: funding.VireBudget{From: cpd, To: west, Pence: 40_001, Reason: "their share"}, Refused: funding.RuleAvailable,
	},
	{
		Name: "a locality hub has no funds of its own", By: manager, Given: []domain.Event{given},
		When: funding.VireBudget{From: cpd, To: domain.FundLine{Hub: "QE1~west", Fund: "ICS_PROGRAMME", FY: cpd.FY}, Pence: 1, Reason: "their share"}, Refused: funding.RuleParent,
	},
	{
		Name: "ring-fenced money stays in its fund", By: manager, Given: []domain.Event{issued(cpd, 9, "CPD", domain.FundCondition{Kind: domain.ConditionRingFenced})},
		When: funding.VireBudget{From: cpd, To: icsOwn, Pence: 9, Reason: "more urgent"}, Refused: funding.RulePurpose,
	},
	{
		Name: "unless its funder agrees", By: manager, Given: []domain.Event{issued(cpd, 9, "CPD", domain.FundCondition{Kind: domain.ConditionRingFenced})},
		When: funding.VireBudget{Virement: id(4), From: cpd, To: icsOwn, Pence: 9, Reason: "more urgent", Approval: &domain.FunderApproval{By: domain.SourceICS, Ref: "7"}},
		Then: []domain.Event{domain.BudgetVired{Virement: id(4), From: cpd, To: icsOwn, Pence: 9, Reason: "more urgent", Approval: &domain.FunderApproval{By: domain.SourceICS, Ref: "7"}}},
	},
	{
		Name: "operational money runs the hub", By: manager, Given: []domain.Event{issued(running, 9, "HUB_RUNNING")},
		When: funding.VireBudget{From: running, To: cpd, Pence: 9, Reason: "unspent", Approval: &domain.FunderApproval{By: domain.SourceICS, Ref: "7"}}, Refused: funding.RuleOperations,
	},
	{
		Name: "unless HEE agrees", By: manager, Given: []domain.Event{issued(running, 9, "HUB_RUNNING")},
		When: funding.VireBudget{Virement: id(4), From: running, To: cpd, Pence: 9, Reason: "unspent", Approval: &hee},
		Then: []domain.Event{domain.BudgetVired{Virement: id(4), From: running, To: cpd, Pence: 9, Reason: "unspent", Approval: &hee}},
	},
	{
		Name: "money that is passed on is nobody's to move", By: manager, Given: []domain.Event{issued(tariff, 9, "TARIFF")},
		When: funding.VireBudget{From: tariff, To: cpd, Pence: 9, Reason: "unspent"}, Refused: funding.RuleAgent,
	},
	{
		Name: "money goes to another ICS", Given: []domain.Event{given},
		When: funding.SendTransfer{Transfer: id(5), Line: cpd, To: "QHM", Pence: 70_000, Reason: "they teach our nurses"},
		Then: []domain.Event{domain.TransferSent{Transfer: id(5), Line: cpd, To: "QHM", Pence: 70_000, Reason: "they teach our nurses"}},
	},
	{
		Name: "no more than there is to another ICS", Given: []domain.Event{given},
		When: funding.SendTransfer{Line: cpd, To: "QHM", Pence: 200_001, Reason: "they teach our nurses"}, Refused: funding.RuleAvailable, Prevents: true,
	},
	{
		Name: "more than there was has gone to another ICS", Given: []domain.Event{given}, Happened: today,
		When:     funding.SendTransfer{Transfer: id(5), Line: cpd, To: "QHM", Pence: 200_001, Reason: "they teach our nurses"},
		Then:     []domain.Event{domain.TransferSent{Transfer: id(5), Line: cpd, To: "QHM", Pence: 200_001, Reason: "they teach our nurses"}},
		Breaches: []domain.Rule{funding.RuleAvailable},
	},
	{
		Name: "operational money to another ICS", Given: []domain.Event{issued(running, 9, "HUB_RUNNING")},
		When: funding.SendTransfer{Line: running, To: "QHM", Pence: 9, Reason: "unspent"}, Refused: funding.RuleOperations, Prevents: true,
	},
	{
		Name: "operational and ring-fenced money has gone to another ICS", Happened: today,
		Given:    []domain.Event{issued(running, 9, "HUB_RUNNING", domain.FundCondition{Kind: domain.ConditionRingFenced})},
		When:     funding.SendTransfer{Transfer: id(5), Line: running, To: "QHM", Pence: 9, Reason: "unspent"},
		Then:     []domain.Event{domain.TransferSent{Transfer: id(5), Line: running, To: "QHM", Pence: 9, Reason: "unspent"}},
		Breaches: []domain.Rule{funding.RulePurpose, funding.RuleOperations},
	},
	{
		Name: "a transfer to the own ICS", Given: []domain.Event{given}, Happened: today,
		When: funding.SendTransfer{Line: cpd, To: "QE1", Pence: 1, Reason: "none"}, Refused: funding.RuleTransfer,
	},
	{
		Name: "a transfer to no ICB", Given: []domain.Event{given}, Happened: today,
		When: funding.SendTransfer{Line: cpd, To: "QZZ", Pence: 1, Reason: "none"}, Refused: funding.RuleNamed,
	},
	{
		Name: "money comes from another ICS",
		When: funding.ReceiveTransfer{Transfer: id(5), Line: cpd, From: "QHM", Pence: 70_000},
		Then: []domain.Event{domain.TransferReceived{Transfer: id(5), Line: cpd, From: "QHM", Pence: 70_000}},
	},
	{
		Name: "once", Given: []domain.Event{domain.TransferReceived{Transfer: id(5), Line: cpd, From: "QHM", Pence: 70_000}},
		When: funding.ReceiveTransfer{Transfer: id(5), Line: cpd, From: "QHM", Pence: 70_001}, Refused: funding.RuleTransfer,
	},
	{
		Name: "what came from another ICS can be spent", Given: []domain.Event{domain.TransferReceived{Transfer: id(5), Line: cpd, From: "QHM", Pence: 115_000}},
		When: order, Then: []domain.Event{promised},
	},
	{
		Name: "what a locality hub was moved is on the terms of the fund", By: manager,
		Given: []domain.Event{given, domain.BudgetVired{Virement: uuid.UUID{1}, From: cpd, To: west, Pence: 150_000}},
		When: func() funding.MakeCommitment {
			c := order
			c.Line, c.Purpose = west, "FELLOWSHIP"
			return c
		}(),
		Refused: funding.RulePurpose, Prevents: true,
	},
}
