package wire_test

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/funding"
)

// Samples of invoices, payments and grants.

var (
	invoice = thing(0x60)
	payment = thing(0x61)
	grant   = thing(0x62)

	fellowship = domain.FundLine{Fund: "PROGRAMME-FELLOWSHIP", FY: fy24}
	prepaid    = &domain.Prepayment{From: date("2025-01-06"), To: date("2025-03-14"), Reason: "The university enrols against payment of the fee."}
	milestones = []domain.GrantMilestone{{Milestone: "Fellow in post", Pence: 400_000}, {Milestone: "Six months in post", Pence: 800_000}}
	years      = []domain.YearPart{{FY: fy24, Pence: 400_000}, {FY: fy25, Pence: 800_000}}
)

var paymentEvents = []domain.Event{
	domain.InvoiceReceived{Invoice: invoice, Payee: university, Number: "SI-20419", Dated: date("2024-12-02"), Amount: half, Award: award},
	domain.InvoiceReceived{Invoice: thing(0x63), Payee: university, Number: "SI-20419", Dated: date("2024-12-02"), Amount: half, Award: award, DuplicateOf: invoice},
	domain.InvoiceReceived{Invoice: thing(0x64), Payee: "A81001", Number: "7", Dated: date("2024-10-31"), Amount: domain.Amount{Net: 400_000}, Grant: grant},
	domain.InvoiceApproved{Invoice: invoice, By: officer},
	domain.PaymentMade{
		Payment: payment, Payee: university, On: date("2024-12-20"), ApprovedBy: officer, PaidBy: lay, Allocations: []domain.PaymentAllocation{
			{Line: cpd, For: domain.PaymentForAward, Accrual: accrual, Invoice: invoice, Pence: 2_160_000},
			{Line: cpdFylde, For: domain.PaymentForPrepayment, Commitment: commitment, Pence: 500_000, Prepaid: prepaid}}},
	domain.PaymentRecovered{
		Recovery: thing(0x65), Payment: payment, Line: cpd, Accrual: accrual, Pence: 120_000, ToAvailable: 110_000, RecoverableVAT: 10_000, Reason: "One session was not held."},
	domain.PaymentRecovered{Recovery: thing(0x66), Payment: payment, Line: cpdFylde, Commitment: commitment, Pence: 500_000, Reason: "The place was given up before the term."},
	domain.GrantOffered{
		Grant: grant, Payee: "A81001", Programme: course, Decision: fellows, Pence: 1_200_000, Conditions: []string{"The fellow has a session of learning a week."}, Milestones: milestones},
	domain.GrantOffered{Grant: thing(0x67), Payee: "A81001", Pence: 300_000},
	domain.GrantAccepted{Grant: grant, On: date("2024-08-15")},
	domain.GrantMilestoneMet{Grant: grant, Milestone: "Fellow in post", Pence: 400_000, On: date("2024-10-01")},
	domain.GrantTerminated{Grant: grant, On: date("2025-02-28"), Reason: "The fellow left the practice."},
}

var paymentCommands = []domain.CommandData{
	funding.ReceiveInvoice{Invoice: invoice, Payee: university, Number: "SI-20419", Dated: date("2024-12-02"), Amount: half, Award: award},
	funding.ReceiveInvoice{Payee: "A81001", Number: "7", Dated: date("2024-10-31"), Amount: domain.Amount{Net: 400_000}, Grant: grant},
	funding.ApproveInvoice{Invoice: invoice, By: officer},
	funding.ApproveInvoice{Invoice: invoice},
	funding.RecordPayment{
		Payment: payment, Payee: university, On: date("2024-12-20"), ApprovedBy: officer, PaidBy: lay, Debts: []funding.PaidDebt{
			{Accrual: accrual, Invoice: invoice, Pence: 2_160_000},
			{Commitment: commitment, Line: cpd, Pence: 500_000, Prepaid: prepaid}}},
	funding.RecordPayment{
		Payee: university, On: date("2025-01-10"), ApprovedBy: officer, PaidBy: lay, Debts: []funding.PaidDebt{{Commitment: commitment, Line: cpdFylde, Pence: 50_000, Prepaid: prepaid}}},
	funding.RecordRecovery{Recovery: thing(0x65), Payment: payment, Accrual: accrual, Pence: 120_000, RecoverableVAT: 10_000, Reason: "One session was not held."},
	funding.RecordRecovery{Payment: payment, Commitment: commitment, Line: cpd, Pence: 500_000, Reason: "The place was given up before the term."},
	funding.RecordRecovery{Payment: payment, Commitment: commitment, Line: cpdFylde, Pence: 50_000, Reason: "The place was given up before the term."},
	funding.OfferGrant{
		Grant: grant, Commitment: thing(0x51), Payee: "A81001", Programme: course, Decision: fellows, Line: fellowship, Pence: 1_200_000, Profile: years,
		Purpose: "FELLOWSHIP", CostType: "SALARY_SUPPORT", Conditions: []string{"The fellow has a session of learning a week."}, Milestones: milestones, RequestedBy: manager},
	funding.OfferGrant{Payee: "A81001", Decision: fellows, Line: cpdFylde, Pence: 300_000, Purpose: "CPD", CostType: "SALARY_SUPPORT"},
	funding.AcceptGrant{Grant: grant, On: date("2024-08-15")},
	funding.MeetGrantMilestone{Grant: grant, Milestone: "Fellow in post", On: date("2024-10-01")},
	funding.TerminateGrant{Grant: grant, On: date("2025-02-28"), Reason: "The fellow left the practice."},
}
