package demo

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/calendar"
	"github.com/hubledger/hubledger/domain/guidance"
	"github.com/hubledger/hubledger/domain/interest"
	"github.com/hubledger/hubledger/domain/rate"
)

var guidances = []guidance.IssueGuidance{
	{Code: "TH_FRAMEWORK", Version: "1", Title: "Training Hubs: core functions (invented edition)", EffectiveFrom: hubsOpen},
	{Code: "QUALITY_FRAMEWORK", Version: "2021", Title: "Quality framework for learning environments (invented edition)", EffectiveFrom: hubsOpen},
	{Code: "TH_FRAMEWORK", Version: "2", Title: "Training Hubs: core functions (invented edition)", EffectiveFrom: nhseTakes, Supersedes: "1"},
	{Code: "QUALITY_FRAMEWORK", Version: "2024", Title: "Quality framework for learning environments (invented edition)", EffectiveFrom: domain.MustDate("2024-04-01"), Supersedes: "2021"},
}

// models are the versions of the schools' Operating Models.
var models = []struct {
	version string
	from    domain.Date
}{{"2021", hubsOpen}, {"2023", domain.MustDate("2023-07-01")}}

// holidays are the bank holidays of England: in 2022 and 2023 one was added.
var holidays = []calendar.PublishBankHolidays{
	holidaysOf(2022, "2021-06-01", 103, 415, 418, 502, 602, 603, 829, 1226, 1227),
	holidaysOf(2023, "2022-06-01", 102, 407, 410, 501, 529, 828, 1225, 1226),
	holidaysOf(2022, "2022-09-11", 103, 415, 418, 502, 602, 603, 829, 919, 1226, 1227),
	holidaysOf(2023, "2022-11-06", 102, 407, 410, 501, 508, 529, 828, 1225, 1226),
	holidaysOf(2024, "2022-12-01", 101, 329, 401, 506, 527, 826, 1225, 1226),
	holidaysOf(2025, "2023-12-01", 101, 418, 421, 505, 526, 825, 1225, 1226),
	holidaysOf(2026, "2024-12-01", 101, 403, 406, 504, 525, 831, 1225, 1228),
}

// coiThresholds are the national policy on conflicts of interest.
var coiThresholds = []domain.Threshold{
	{Key: interest.KeyDeclareWithin, Amount: 28, Unit: domain.UnitDays},
	{Key: interest.KeyStateAgainWithin, Amount: 12, Unit: domain.UnitMonths},
	{Key: interest.KeyPublicFor, Amount: 6, Unit: domain.UnitMonths},
	{Key: interest.KeyPrivateFor, Amount: 6, Unit: domain.UnitYears},
	{Key: interest.KeyGiftBrandedAid, Amount: 600, Unit: domain.UnitPence},
	{Key: interest.KeyGift, Amount: 5000, Unit: domain.UnitPence},
	{Key: interest.KeyGiftsAddUp, Amount: 12, Unit: domain.UnitMonths},
	{Key: interest.KeyMealDeclaredFrom, Amount: 2500, Unit: domain.UnitPence},
	{Key: interest.KeyMealApprovedAbove, Amount: 7500, Unit: domain.UnitPence},
}

// procurement are the thresholds of procurement law, with VAT.
var procurement = []rate.SetThresholds{
	{
		Scheme: string(domain.RegimePCR2015), From: domain.MustDate("2022-01-01"), To: domain.MustDate("2025-02-23"),
		Thresholds:  []domain.Threshold{{Key: "LIGHT_TOUCH", Amount: 66_354_000, Unit: domain.UnitPence}, {Key: "SUB_CENTRAL", Amount: 21_347_700, Unit: domain.UnitPence}},
		PublishedOn: domain.MustDate("2021-11-15"), SourceDoc: "Procurement thresholds 2022",
	},
	{
		Scheme: string(domain.RegimeProcurementAct), From: domain.MustDate("2025-02-24"), To: domain.MustDate("2025-12-31"),
		Thresholds:  []domain.Threshold{{Key: "LIGHT_TOUCH", Amount: 66_354_000, Unit: domain.UnitPence}, {Key: "SUB_CENTRAL", Amount: 21_490_400, Unit: domain.UnitPence}},
		PublishedOn: domain.MustDate("2024-12-10"), SourceDoc: "Procurement Act 2023 thresholds",
	},
	{
		Scheme: string(domain.RegimeProcurementAct), From: domain.MustDate("2026-01-01"),
		Thresholds:  []domain.Threshold{{Key: "LIGHT_TOUCH", Amount: 66_354_000, Unit: domain.UnitPence}, {Key: "SUB_CENTRAL", Amount: 20_772_000, Unit: domain.UnitPence}},
		PublishedOn: domain.MustDate("2025-11-20"), SourceDoc: "Procurement Act 2023 thresholds from 2026",
	},
}

var notifiers = []struct {
	name  string
	class domain.OrganisationClass
}{
	{"Invented Health Innovation Network", "HEALTH_INNOVATION_NETWORK"}, {"Invented Royal College", "ROYAL_COLLEGE"},
	{"Invented Charity for Carers", "CHARITY"}, {"National work programme on retention", domain.ClassAccountableBody},
	{"Invented Events Company", "EVENT_COMPANY"}, {"Invented Alliance of the Third Sector", "VCSE"},
}

var notifications = []string{
	"Free places on a course in health coaching", "New module on personalised care", "Call for pilots of rotational posts",
	"Conference on careers in primary care", "Toolkit for supervision of new roles", "Survey of practice managers",
	"Webinar on digital skills", "Bursaries for nursing associates", "Revised competences for care coordinators",
}
