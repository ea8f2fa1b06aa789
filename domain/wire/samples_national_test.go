package wire_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/calendar"
	"github.com/hubledger/hubledger/domain/guidance"
	"github.com/hubledger/hubledger/domain/interest"
	"github.com/hubledger/hubledger/domain/rate"
)

// Samples of what persons declare, and of what holds for the whole nation.

var (
	gift         = thing(0x31)
	hospitality  = thing(0x32)
	interest2    = thing(0x33)
	notification = thing(0x80)
	rate24       = thing(0x81)
	limits24     = thing(0x82)

	shares = domain.DeclaredInterest{Category: domain.InterestFinancial, Nature: "Shares in a training company", Org: company, Arose: date("2022-06-01"), Ends: date("2026-05-31")}
	spouse = domain.DeclaredInterest{Category: domain.InterestIndirect, Nature: "Employed by a university that gives courses", Arose: date("2023-01-09"), Relation: domain.RelatedSpouse}

	voucher = domain.Offer{From: company, Supplier: true, Kind: domain.GiftVoucher, Value: 2_500, On: date("2024-12-12"), Accepted: true, OnBehalf: true, ApprovedBy: chair}
	flowers = domain.Offer{From: "9c2d5f10-7a3b-4e68-b1d4-0f5e9a2c8b76", Kind: domain.GiftOther, Value: 1_800, On: date("2024-12-18")}
	lunch   = domain.Offer{From: company, Supplier: true, Kind: domain.HospitalityMeal, Value: 3_200, On: date("2024-11-21"), Accepted: true, OnBehalf: true, ApprovedBy: chair}
	travel  = domain.Offer{From: university, Kind: domain.HospitalityTravel, Value: 14_500, On: date("2024-09-05")}

	tenders = []domain.Threshold{
		{Key: "LIGHT_TOUCH", Amount: 66_354_000, Unit: domain.UnitPence}, {Key: "SUB_CENTRAL", Amount: 21_490_400, Unit: domain.UnitPence},
	}
	holidays = []domain.Date{
		date("2024-01-01"), date("2024-03-29"), date("2024-04-01"), date("2024-05-06"), date("2024-05-27"), date("2024-08-26"), date("2024-12-25"), date("2024-12-26"),
	}
)

var personEvents = []domain.Event{
	domain.InterestDeclared{Person: conflicted, Interest: interest1, DeclaredInterest: shares},
	domain.InterestDeclared{Person: conflicted, Interest: interest2, DeclaredInterest: spouse},
	domain.InterestAmended{Person: conflicted, Interest: interest1, DeclaredInterest: shares, Reason: "The shares are to be sold."},
	domain.InterestAmended{Person: conflicted, Interest: interest2, DeclaredInterest: spouse, Reason: "Another employer."},
	domain.InterestEnded{Person: conflicted, Interest: interest1, On: date("2026-05-31")},
	domain.NilReturnMade{Person: lay, On: date("2024-04-15")},
	domain.DeclarationRefreshed{Person: conflicted, On: date("2025-04-14"), Interests: []uuid.UUID{interest1, interest2}},
	domain.GiftOffered{Person: manager, Gift: gift, Offer: voucher, Total: 4_900, Treatment: domain.TreatDecline},
	domain.GiftOffered{Person: manager, Gift: thing(0x34), Offer: flowers},
	domain.HospitalityRecorded{Person: manager, Hospitality: hospitality, Offer: lunch, Treatment: domain.TreatDeclare},
	domain.HospitalityRecorded{Person: manager, Hospitality: thing(0x35), Offer: travel, Modest: true},
}

var personCommands = []domain.CommandData{
	interest.DeclareInterest{Interest: interest1, Category: shares.Category, Nature: shares.Nature, Org: shares.Org, Arose: shares.Arose, Ends: shares.Ends},
	interest.DeclareInterest{Category: spouse.Category, Nature: spouse.Nature, Arose: spouse.Arose, Relation: spouse.Relation},
	interest.AmendInterest{Interest: interest1, Category: shares.Category, Nature: shares.Nature, Org: shares.Org, Arose: shares.Arose, Ends: shares.Ends, Reason: "The shares are to be sold."},
	interest.AmendInterest{Interest: interest2, Category: spouse.Category, Nature: spouse.Nature, Arose: spouse.Arose, Relation: spouse.Relation, Reason: "Another employer."},
	interest.EndInterest{Interest: interest1, On: date("2026-05-31")},
	interest.MakeNilReturn{On: date("2024-04-15")},
	interest.RefreshDeclaration{On: date("2025-04-14")},
	interest.RecordGift{
		Gift: gift, From: voucher.From, Supplier: true, Kind: voucher.Kind, Value: voucher.Value, On: voucher.On, Accepted: true, OnBehalf: true, ApprovedBy: chair},
	interest.RecordGift{From: flowers.From, Kind: flowers.Kind, Value: flowers.Value, On: flowers.On},
	interest.RecordHospitality{
		Hospitality: hospitality, From: lunch.From, Supplier: true, Kind: lunch.Kind, Value: lunch.Value, On: lunch.On, Accepted: true, OnBehalf: true, ApprovedBy: chair},
	interest.RecordHospitality{From: travel.From, Kind: travel.Kind, Value: travel.Value, Modest: true, On: travel.On},
}

var nationalEvents = []domain.Event{
	domain.GuidanceIssued{Code: "TH_OPERATING_FRAMEWORK", Version: "2.1", Title: "Training Hub operating framework", EffectiveFrom: date("2024-04-01"), Supersedes: "2.0"},
	domain.GuidanceIssued{Code: "SUPERVISION", Version: "1", Title: "Supervision of learners in general practice", EffectiveFrom: date("2024-04-01")},
	domain.OperatingModelPublished{School: "SCH01", Version: "2024", EffectiveFrom: date("2024-05-01")},
	domain.EndorsementRecorded{Body: "NMC", ProcessVersion: "1.2", On: date("2024-03-11")},
	domain.NotificationReceivedByHEE{
		Notification: notification, Source: "Health Innovation North West Coast", SourceClass: "HEALTH_INNOVATION_NETWORK", Subject: "A free course on long-term conditions", DocHash: paper, On: date("2024-06-03")},
	domain.NotificationReceivedByHEE{Notification: thing(0x83), Source: "Community Futures", SourceClass: "VCSE", Subject: "Volunteers for link workers", On: date("2024-06-05")},
	domain.NotificationPassedToHub{Notification: notification, Hubs: []domain.HubID{"QE1", "QE1~fylde-coast"}, DecidedBy: officer, On: date("2024-06-10")},
	domain.AccountableBodyNamed{Party: "NHSE", From: date("2023-04-01")},
	domain.AccountableBodyNamed{Party: "HEE", From: date("2013-04-01"), To: date("2023-03-31")},
	domain.RateSet{
		Rate: rate24, Kind: domain.RateARRSMax, Key: "CLINICAL_PHARMACIST", Area: "ENGLAND", From: date("2024-10-01"), To: date("2025-03-31"), Pence: 6_583_800, Unit: "FTE_YEAR",
		PublishedOn: date("2024-10-01"), SourceDoc: "Network Contract DES 2024/25, annex on reimbursement", Corrects: thing(0x84)},
	domain.RateSet{
		Rate: thing(0x84), Kind: domain.RateARRSSum, Key: "PCN_SUM", Area: "ENGLAND", From: date("2024-04-01"), Pence: 2_289_400, Unit: "THOUSAND_WEIGHTED_PATIENTS",
		PublishedOn: date("2024-03-28"), SourceDoc: "Network Contract DES 2024/25"},
	domain.ThresholdsSet{
		Set: limits24, Scheme: "PROCUREMENT_ACT_2023", From: date("2025-02-24"), To: date("2025-12-31"), Thresholds: tenders,
		PublishedOn: date("2025-02-24"), SourceDoc: "Procurement thresholds 2024-25", Corrects: thing(0x85)},
	domain.ThresholdsSet{
		Set: thing(0x85), Scheme: "COI", From: date("2024-04-01"), Thresholds: []domain.Threshold{{Key: "DECLARE_WITHIN", Amount: 28, Unit: domain.UnitDays}},
		PublishedOn: date("2024-03-01"), SourceDoc: "Managing conflicts of interest in the NHS"},
	domain.BankHolidaysPublished{Year: 2024, Days: holidays, PublishedOn: date("2023-11-01"), SourceDoc: "UK bank holidays, England and Wales"},
}

var nationalCommands = []domain.CommandData{
	guidance.IssueGuidance{Code: "TH_OPERATING_FRAMEWORK", Version: "2.1", Title: "Training Hub operating framework", EffectiveFrom: date("2024-04-01"), Supersedes: "2.0"},
	guidance.IssueGuidance{Code: "SUPERVISION", Version: "1", Title: "Supervision of learners in general practice", EffectiveFrom: date("2024-04-01")},
	guidance.PublishOperatingModel{School: "SCH01", Version: "2024", EffectiveFrom: date("2024-05-01")},
	guidance.RecordEndorsement{Body: "NMC", ProcessVersion: "1.2", On: date("2024-03-11")},
	guidance.RecordNotification{
		Notification: notification, Source: "Health Innovation North West Coast", SourceClass: "HEALTH_INNOVATION_NETWORK", Subject: "A free course on long-term conditions", DocHash: paper, On: date("2024-06-03")},
	guidance.RecordNotification{Source: "Community Futures", SourceClass: "VCSE", Subject: "Volunteers for link workers", On: date("2024-06-05")},
	guidance.PassNotification{Notification: notification, Hubs: []domain.HubID{"QE1", "QE1~fylde-coast"}, DecidedBy: officer, On: date("2024-06-10")},
	guidance.PassNotification{Notification: notification, Hubs: []domain.HubID{"QOP"}, On: date("2024-06-11")},
	guidance.NameAccountableBody{Party: "NHSE", From: date("2023-04-01")},
	guidance.NameAccountableBody{Party: "HEE", From: date("2013-04-01"), To: date("2023-03-31")},
	rate.SetRate{
		Rate: rate24, Kind: domain.RateARRSMax, Key: "CLINICAL_PHARMACIST", Area: "ENGLAND", From: date("2024-10-01"), Pence: 6_583_800, Unit: "FTE_YEAR",
		PublishedOn: date("2024-10-01"), SourceDoc: "Network Contract DES 2024/25, annex on reimbursement"},
	rate.SetRate{
		Kind: domain.RateARRSSum, Key: "PCN_SUM", Area: "ENGLAND", From: date("2024-04-01"), To: date("2025-03-31"), Pence: 2_289_400, Unit: "THOUSAND_WEIGHTED_PATIENTS",
		PublishedOn: date("2024-03-28"), SourceDoc: "Network Contract DES 2024/25", Corrects: thing(0x84)},
	rate.SetThresholds{
		Set: limits24, Scheme: "PROCUREMENT_ACT_2023", From: date("2025-02-24"), To: date("2025-12-31"), Thresholds: tenders,
		PublishedOn: date("2025-02-24"), SourceDoc: "Procurement thresholds 2024-25"},
	rate.SetThresholds{
		Scheme: "COI", From: date("2024-04-01"), Thresholds: []domain.Threshold{{Key: "DECLARE_WITHIN", Amount: 28, Unit: domain.UnitDays}},
		PublishedOn: date("2024-03-01"), SourceDoc: "Managing conflicts of interest in the NHS", Corrects: thing(0x85)},
	calendar.PublishBankHolidays{Year: 2024, Days: holidays, PublishedOn: date("2023-11-01"), SourceDoc: "UK bank holidays, England and Wales"},
}
