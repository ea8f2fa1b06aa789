package wire_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/funding"
)

// Samples of money that is promised, and of cost.

var (
	shareOfPay = domain.OverheadBasis{Kind: domain.OverheadShareOfPay, BasisPoints: 1000}
	aYear      = domain.OverheadBasis{Kind: domain.OverheadFixed, Pence: 1_200_000}
	half       = domain.Amount{Net: 1_800_000, VAT: 360_000, RecoverableVAT: 180_000}
	opsFylde   = domain.FundLine{Hub: "QE1~fylde-coast", Fund: "OPERATIONAL", FY: fy24}
)

var costEvents = []domain.Event{
	domain.CommitmentMade{
		Commitment: commitment, Line: cpd, Award: award, Decision: purchase, Payee: university, Pence: 3_960_000, Profile: profile,
		Purpose: "CPD", CostType: "COURSE", NeedRefs: []uuid.UUID{need}, PriorityRefs: []uuid.UUID{priority}, RequestedBy: manager},
	domain.CommitmentMade{Commitment: thing(0x51), Line: cpdFylde, Grant: grant, Pence: 600_000, Purpose: "CPD", CostType: "SALARY_SUPPORT", RequestedBy: manager},
	domain.CommitmentCharged{Commitment: commitment, Line: cpd25, Pence: 1_360_000},
	domain.CommitmentCharged{Commitment: thing(0x51), Line: cpdFylde, Pence: 200_000},
	domain.CommitmentReleased{Commitment: commitment, Line: cpd25, Pence: 360_000, Planned: true, Reason: "One place fewer is taken."},
	domain.CommitmentReleased{Commitment: thing(0x51), Line: cpdFylde, Pence: 50_000, Reason: "The fellow left."},
	domain.CostAccrued{
		Accrual: accrual, Commitment: commitment, Line: cpd, FromCommitted: 1_900_000, FromAvailable: 80_000, Amount: half, FromPrepaid: 200_000,
		Payee: university, PeriodFrom: date("2024-09-02"), PeriodTo: date("2024-11-29")},
	domain.CostAccrued{
		Accrual: thing(0x52), Line: cpdFylde, FromAvailable: 90_000, Amount: domain.Amount{Net: 90_000}, Payee: company, PeriodFrom: date("2024-07-04"), PeriodTo: date("2024-07-04")},
	domain.PayCharged{Accrual: pay, Line: operations, Post: "PROJECT_MANAGER", FTE: 1_600_000_000, PeriodFrom: date("2024-06-01"), PeriodTo: date("2024-06-30"), Pence: 712_350},
	domain.PayCharged{Accrual: thing(0x53), Line: opsFylde, Post: "PROJECT_MANAGER", FTE: domain.OneFTE, PeriodFrom: date("2024-06-01"), PeriodTo: date("2024-06-30"), Pence: 445_220},
	domain.OverheadBasisAgreed{FY: fy24, Basis: shareOfPay, Ref: "Hosting agreement, clause 9"},
	domain.OverheadBasisAgreed{Hub: "QE1~fylde-coast", FY: fy24, Basis: aYear, Ref: "Hosting agreement, clause 9"},
	domain.HostOverheadCharged{Accrual: thing(0x54), Line: operations, Basis: shareOfPay, PeriodFrom: date("2024-04-01"), PeriodTo: date("2024-06-30"), Pence: 213_705},
	domain.HostOverheadCharged{Accrual: thing(0x55), Line: opsFylde, Basis: aYear, PeriodFrom: date("2024-04-01"), PeriodTo: date("2024-06-30"), Pence: 300_000},
	domain.HostOverheadCharged{Accrual: thing(0x56), Line: operations, PeriodFrom: date("2024-07-01"), PeriodTo: date("2024-09-30"), Pence: 45_000},
	domain.AccrualReversed{
		Accrual: accrual, Commitment: commitment, Line: cpd, ToCommitted: 1_900_000, ToAvailable: 80_000, Amount: half, ToPrepaid: 200_000, Reason: "The sessions are in the next term."},
	domain.AccrualReversed{Accrual: thing(0x52), Line: cpdFylde, ToAvailable: 90_000, Amount: domain.Amount{Net: 90_000}, Reason: "It is another hub's."},
}

var costCommands = []domain.CommandData{
	funding.MakeCommitment{Commitment: commitment, Line: cpd, Award: award, Pence: 3_960_000, Profile: profile, Purpose: "CPD", CostType: "COURSE", RequestedBy: manager},
	funding.MakeCommitment{Line: cpdFylde, Award: award, Pence: 90_000, Purpose: "CPD", CostType: "COURSE"},
	funding.ReleaseCommitment{Commitment: commitment, Line: cpd25, Pence: 360_000, Reason: "One place fewer is taken."},
	funding.ReleaseCommitment{Commitment: thing(0x51), Line: cpdFylde, Pence: 50_000, Reason: "The fellow left."},
	funding.AccrueCost{Accrual: accrual, Commitment: commitment, Line: cpd, Amount: half, PeriodFrom: date("2024-09-02"), PeriodTo: date("2024-11-29")},
	funding.AccrueCost{Line: cpdFylde, Amount: domain.Amount{Net: 90_000}, Payee: company, PeriodFrom: date("2024-07-04"), PeriodTo: date("2024-07-04")},
	funding.ChargePay{Accrual: pay, Line: operations, Post: "PROJECT_MANAGER", FTE: 1_600_000_000, PeriodFrom: date("2024-06-01"), PeriodTo: date("2024-06-30"), Pence: 712_350},
	funding.ChargePay{Line: opsFylde, Post: "PROJECT_MANAGER", FTE: domain.OneFTE, PeriodFrom: date("2024-06-01"), PeriodTo: date("2024-06-30"), Pence: 445_220},
	funding.AgreeOverheadBasis{FY: fy24, Basis: shareOfPay, Ref: "Hosting agreement, clause 9"},
	funding.AgreeOverheadBasis{Hub: "QE1~fylde-coast", FY: fy24, Basis: aYear, Ref: "Hosting agreement, clause 9"},
	funding.ChargeHostOverhead{Accrual: thing(0x54), Line: operations, PeriodFrom: date("2024-04-01"), PeriodTo: date("2024-06-30"), Pence: 213_705},
	funding.ChargeHostOverhead{Line: opsFylde, PeriodFrom: date("2024-04-01"), PeriodTo: date("2024-06-30"), Pence: 300_000},
	funding.ReverseAccrual{Accrual: accrual, Reason: "The sessions are in the next term."},
}
