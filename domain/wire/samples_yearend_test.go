package wire_test

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/funding"
)

// Samples of money that goes back, and of the end of a year.

var (
	clawback = thing(0x70)

	parts      = []domain.LinePart{{Line: cpd, Pence: 600_000}, {Line: cpdFylde, Pence: 40_000}}
	treatments = []domain.TreatedSurplus{
		{Treatment: domain.SurplusReturned, Pence: 90_000}, {Treatment: domain.SurplusReinvested, Pence: 60_000, Purpose: "Library of simulation equipment"},
	}
	explained = []domain.ExplainedDifference{{Reason: "An invoice was posted a month late.", Pence: -45_000}}
)

var yearEndEvents = []domain.Event{
	domain.ClawbackDemanded{Clawback: clawback, Line: cpd, Funder: "NHSE", Pence: 700_000, Reason: domain.ClawbackUnspent, Ref: "WTE/NW/2025/004"},
	domain.ClawbackDemanded{Clawback: thing(0x71), Line: cpdFylde, Funder: "QE1", Pence: 40_000, Reason: domain.ClawbackIneligible},
	domain.ClawbackAgreed{Clawback: clawback, Line: cpd, FromAvailable: 600_000, FromHost: 50_000, Ref: "Letter of 12 June 2025"},
	domain.ClawbackAgreed{Clawback: thing(0x71), Line: cpdFylde, FromAvailable: 40_000},
	domain.ClawbackSettled{Clawback: clawback, Line: cpd, Pence: 650_000, FromHost: 50_000, On: date("2025-07-15")},
	domain.ClawbackSettled{Clawback: thing(0x71), Line: cpdFylde, Pence: 40_000, On: date("2025-07-15")},
	domain.DeferralAgreed{Line: cpd, Funder: "NHSE", Pence: 600_000, Ref: "WTE/NW/2025/002"},
	domain.DeferralAgreed{Line: cpdFylde, Funder: "QE1", Pence: 40_000, Ref: "ICB/2025/9"},
	domain.YearEndDeclared{FY: fy24, Outturn: 76_480_000, Deferred: parts, Lapsed: parts},
	domain.YearEndDeclared{Hub: "QE1~fylde-coast", FY: fy24, Outturn: 3_820_000},
	domain.YearReopened{FY: fy24, Restored: parts, Reason: "The auditor found two invoices of March."},
	domain.YearReopened{Hub: "QE1~fylde-coast", FY: fy24, Reason: "The auditor found an invoice of March."},
	domain.AccountsSigned{FY: fy24, By: officer, On: date("2025-06-27")},
	domain.AccountsSigned{Hub: "QE1~fylde-coast", FY: fy24, By: officer, On: date("2025-06-27")},
	domain.LedgerReconciled{
		Line: cpd, PeriodEnd: date("2024-09-30"), HostBalance: 11_955_000, Ledger: 12_010_000, Difference: -55_000, Explained: explained, Unexplained: -10_000},
	domain.LedgerReconciled{Line: cpdFylde, PeriodEnd: date("2024-09-30"), HostBalance: 90_000, Ledger: 90_000},
	domain.FunderBalanceAgreed{Line: cpd, Funder: "NHSE", AsAt: date("2025-03-31"), Pence: -600_000, Ledger: -600_000, Ref: "Agreement of balances 2024/25"},
	domain.FunderBalanceAgreed{Line: cpdFylde, Funder: "QE1", AsAt: date("2025-03-31"), Ref: "Agreement of balances 2024/25"},
	domain.SurplusDetermined{FY: fy24, Income: 49_100_000, Incurred: 48_950_000, Pence: 150_000, Treatments: treatments},
	domain.SurplusDetermined{Hub: "QE1~fylde-coast", FY: fy24, Income: 3_800_000, Incurred: 3_820_000, Pence: -20_000},
	domain.DistributionMade{Distribution: thing(0x72), Line: operations, Payee: "LA002", Pence: 250_000, On: date("2025-03-28")},
	domain.DistributionMade{Distribution: thing(0x73), Line: opsFylde, Payee: "LA002", Pence: 10_000, On: date("2025-03-28")},
}

var yearEndCommands = []domain.CommandData{
	funding.RecordClawbackDemand{Clawback: clawback, Line: cpd, Funder: "NHSE", Pence: 700_000, Reason: domain.ClawbackUnspent, Ref: "WTE/NW/2025/004"},
	funding.RecordClawbackDemand{Line: cpdFylde, Funder: "QE1", Pence: 40_000, Reason: domain.ClawbackIneligible},
	funding.AgreeClawback{Clawback: clawback, Line: cpd, Pence: 650_000, Ref: "Letter of 12 June 2025"},
	funding.AgreeClawback{Clawback: thing(0x71), Line: cpdFylde, Pence: 40_000},
	funding.SettleClawback{Clawback: clawback, Line: cpd, Pence: 650_000, On: date("2025-07-15")},
	funding.SettleClawback{Clawback: thing(0x71), Line: cpdFylde, Pence: 40_000, On: date("2025-07-15")},
	funding.AgreeDeferral{Line: cpd, Funder: "NHSE", Pence: 600_000, Ref: "WTE/NW/2025/002"},
	funding.AgreeDeferral{Line: cpdFylde, Funder: "QE1", Pence: 40_000, Ref: "ICB/2025/9"},
	funding.DeclareYearEnd{FY: fy24},
	funding.DeclareYearEnd{Hub: "QE1~fylde-coast", FY: fy24},
	funding.ReopenYear{FY: fy24, Reason: "The auditor found two invoices of March."},
	funding.ReopenYear{Hub: "QE1~fylde-coast", FY: fy24, Reason: "The auditor found an invoice of March."},
	funding.SignAccounts{FY: fy24, By: officer, On: date("2025-06-27")},
	funding.SignAccounts{Hub: "QE1~fylde-coast", FY: fy24, By: officer, On: date("2025-06-27")},
	funding.ReconcileLedger{Line: cpd, PeriodEnd: date("2024-09-30"), HostBalance: 11_955_000, Explained: explained},
	funding.ReconcileLedger{Line: cpdFylde, PeriodEnd: date("2024-09-30"), HostBalance: 90_000},
	funding.AgreeFunderBalance{Line: cpd, Funder: "NHSE", AsAt: date("2025-03-31"), Pence: -600_000, Ref: "Agreement of balances 2024/25"},
	funding.AgreeFunderBalance{Line: cpdFylde, Funder: "QE1", AsAt: date("2025-03-31"), Ref: "Agreement of balances 2024/25"},
	funding.DetermineSurplus{FY: fy24, Treatments: treatments},
	funding.DetermineSurplus{Hub: "QE1~fylde-coast", FY: fy24},
	funding.RecordDistribution{Distribution: thing(0x72), Line: operations, Payee: "LA002", Pence: 250_000, On: date("2025-03-28")},
	funding.RecordDistribution{Line: opsFylde, Payee: "LA002", Pence: 10_000, On: date("2025-03-28")},
}
