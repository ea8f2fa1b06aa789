package wire_test

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/funding"
)

// Samples of money that comes, and of what it is promised and used for.

var (
	allocation = thing(0x40)
	commitment = thing(0x41)
	accrual    = thing(0x42)
	pay        = thing(0x43)

	population = &domain.PopulationBasis{Population: 182_567_450, Source: "Patients registered at a GP practice, weighted", AsAt: date("2024-01-01")}
	approval   = &domain.FunderApproval{By: domain.SourceHEE, Ref: "WTE/NW/2024/118"}
	conditions = []domain.FundCondition{
		{Kind: domain.ConditionRingFenced}, {Kind: domain.ConditionExcludes, CostType: "MANDATORY_TRAINING"},
		{Kind: domain.ConditionOther, Text: "Unspent money is told by 31 January."},
	}
	profile = []domain.YearPart{{FY: fy24, Pence: 2_600_000}, {FY: fy25, Pence: 1_360_000}}
)

var budgetEvents = []domain.Event{
	domain.AllocationIssued{
		Allocation: allocation, Line: cpd, Pence: 30_500_000, Basis: population, Purpose: "CPD", Status: domain.StatusConfirmed, Recurrent: true,
		Source: domain.SourceHEE, Funder: "NHSE", Expires: date("2025-03-31"), Conditions: conditions},
	domain.AllocationIssued{
		Allocation: thing(0x44), Line: cpdFylde, Pence: 2_000_000, Purpose: "CPD", Status: domain.StatusIndicative, Capital: true, Source: domain.SourceICS, Expires: date("2025-03-31")},
	domain.AllocationConfirmed{Allocation: allocation, Line: cpd, Pence: 30_000_000, Ref: "WTE/NW/2024/090"},
	domain.AllocationConfirmed{Allocation: thing(0x44), Line: cpdFylde, Pence: 2_000_000},
	domain.AllocationVaried{Allocation: allocation, Line: cpd, Status: domain.StatusConfirmed, Pence: -500_000, Reason: "The national budget was cut.", Ref: "WTE/NW/2024/101"},
	domain.AllocationVaried{Allocation: thing(0x44), Line: cpdFylde, Status: domain.StatusIndicative, Pence: 250_000, Reason: "More places are wanted."},
	domain.OverspendAuthorised{Line: operations, Pence: 150_000, Approval: *approval, Until: date("2025-03-31")},
	domain.OverspendAuthorised{Line: opsFylde, Pence: 20_000, Approval: *approval, Until: date("2025-03-31")},
	domain.ForecastRecorded{Line: cpd, AsAt: date("2024-09-30"), Outturn: 29_100_000, Reason: "Two courses start a term late."},
	domain.ForecastRecorded{Line: cpd, AsAt: date("2024-06-30"), Outturn: 30_000_000},
	domain.ForecastRecorded{Line: cpdFylde, AsAt: date("2024-06-30"), Outturn: 2_000_000},
	domain.FundReceived{Receipt: thing(0x45), Line: cpd, Pence: 15_000_000, On: date("2024-05-15"), Payer: "NHSE"},
	domain.FundReceived{Receipt: thing(0x4e), Line: cpdFylde, Pence: 1_000_000, On: date("2024-05-20"), Payer: "QE1"},
	domain.BudgetVired{Virement: thing(0x46), From: operations, To: cpd, Pence: 400_000, Reason: "A post is vacant until October.", Approval: approval},
	domain.BudgetVired{Virement: thing(0x47), From: cpd, To: cpdFylde, Pence: 1_500_000, Reason: "The locality hub runs two of the courses."},
	domain.BudgetVired{Virement: thing(0x4d), From: cpdFylde, To: cpd, Pence: 100_000, Reason: "One of them is not held."},
	domain.TransferSent{Transfer: thing(0x48), Line: cpd, To: "QYG", Pence: 300_000, Reason: "Two hubs share a course.", Approval: approval},
	domain.TransferSent{Transfer: thing(0x49), Line: cpdFylde, To: "QYG", Pence: 120_000, Reason: "Places taken over."},
	domain.TransferReceived{Transfer: thing(0x4a), Line: cpd, From: "QOP", Pence: 220_000},
	domain.TransferReceived{Transfer: thing(0x4c), Line: cpdFylde, From: "QOP", Pence: 80_000},
	domain.ProjectCommissionedFromHub{
		Project: thing(0x4b), Line: domain.FundLine{Fund: "PROJECT_INCOME-COUNTY", FY: fy24}, Commissioner: "LA001", Fee: 850_000, Terms: "Training of care home staff, letter of 3 June 2024."},
	domain.ProjectCommissionedFromHub{
		Project: thing(0x4f), Line: domain.FundLine{Hub: "QE1~fylde-coast", Fund: "PROJECT_INCOME", FY: fy24}, Commissioner: "LA001", Fee: 90_000, Terms: "Two days of facilitation."},
}

var budgetCommands = []domain.CommandData{
	funding.IssueAllocation{
		Allocation: allocation, Line: cpd, Pence: 30_500_000, Basis: population, Purpose: "CPD", Status: domain.StatusConfirmed, Recurrent: true,
		Source: domain.SourceHEE, Funder: "NHSE", Expires: date("2025-03-31"), Conditions: conditions},
	funding.IssueAllocation{Line: cpdFylde, Pence: 2_000_000, Purpose: "CPD", Status: domain.StatusIndicative, Capital: true, Source: domain.SourceICS},
	funding.ConfirmAllocation{Allocation: thing(0x44), Pence: 2_000_000, Ref: "ICB/2024/17"},
	funding.ConfirmAllocation{Allocation: thing(0x44), Pence: 2_000_000},
	funding.VaryAllocation{Allocation: allocation, Pence: -500_000, Reason: "The national budget was cut.", Ref: "WTE/NW/2024/101"},
	funding.VaryAllocation{Allocation: thing(0x44), Pence: 250_000, Reason: "More places are wanted."},
	funding.AuthoriseOverspend{Line: operations, Pence: 150_000, Approval: *approval, Until: date("2025-03-31")},
	funding.AuthoriseOverspend{Line: opsFylde, Pence: 20_000, Approval: *approval, Until: date("2025-03-31")},
	funding.RecordForecast{Line: cpd, AsAt: date("2024-09-30"), Outturn: 29_100_000, Reason: "Two courses start a term late."},
	funding.RecordForecast{Line: cpdFylde, AsAt: date("2024-06-30"), Outturn: 2_000_000},
	funding.RecordFundReceipt{Receipt: thing(0x45), Line: cpd, Pence: 15_000_000, On: date("2024-05-15"), Payer: "NHSE"},
	funding.RecordFundReceipt{Line: cpdFylde, Pence: 1_000_000, On: date("2024-05-20"), Payer: "QE1"},
	funding.VireBudget{Virement: thing(0x46), From: operations, To: cpd, Pence: 400_000, Reason: "A post is vacant until October.", Approval: approval},
	funding.VireBudget{From: cpd, To: cpdFylde, Pence: 1_500_000, Reason: "The locality hub runs two of the courses."},
	funding.VireBudget{From: cpdFylde, To: cpd, Pence: 100_000, Reason: "One of them is not held."},
	funding.SendTransfer{Transfer: thing(0x48), Line: cpd, To: "QYG", Pence: 300_000, Reason: "Two hubs share a course.", Approval: approval},
	funding.SendTransfer{Line: cpdFylde, To: "QYG", Pence: 120_000, Reason: "Places taken over."},
	funding.ReceiveTransfer{Transfer: thing(0x4a), Line: cpd, From: "QOP", Pence: 220_000},
	funding.ReceiveTransfer{Transfer: thing(0x4c), Line: cpdFylde, From: "QOP", Pence: 80_000},
	funding.RecordProjectCommission{
		Project: thing(0x4b), Line: domain.FundLine{Fund: "PROJECT_INCOME-COUNTY", FY: fy24}, Commissioner: "LA001", Fee: 850_000, Terms: "Training of care home staff, letter of 3 June 2024."},
	funding.RecordProjectCommission{
		Line: domain.FundLine{Hub: "QE1~fylde-coast", Fund: "PROJECT_INCOME", FY: fy24}, Commissioner: "LA001", Fee: 90_000, Terms: "Two days of facilitation."},
}
