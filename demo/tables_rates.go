package demo

import (
	"fmt"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/career"
	"github.com/hubledger/hubledger/domain/educator"
	"github.com/hubledger/hubledger/domain/placement"
	"github.com/hubledger/hubledger/domain/rate"
	"github.com/hubledger/hubledger/domain/role"
)

// The areas of rates.
const (
	england     = "ENGLAND"
	outerLondon = "OUTER_LONDON"
)

// The sources of the most that is reimbursed for a role. What no source of ours
// says is invented, and says so.
const (
	des2023 = "Network Contract DES 2023/24"
	des2024 = "Network Contract DES 2024/25, from October"
	des2025 = "Network Contract DES 2025/26"
)

// rates are the published rates. Within a year those of roles change on 1 July
// 2023 and 1 October 2024, and are published after that.
var rates = func() (all []rate.SetRate) {
	years := func(key string, pounds ...domain.Pence) {
		for i, p := range pounds {
			fy := firstYear + domain.FinancialYear(i)
			all = append(all, most(key, england, fy.First(), fy.Last(), p, fmt.Sprintf("Invented figures for %s", fy)))
		}
	}
	// raised is a role whose maximum is changed within two years.
	raised := func(key string, first, april2023, july2023, april2024, october2024, last domain.Pence, source2024, source2025 string) {
		july, october := day(2023, 7, 1), day(2024, 10, 1)
		all = append(all,
			most(key, england, day(2022, 4, 1), day(2022, 3, 31), first, "Invented figures for 2022/23"),
			most(key, england, day(2023, 4, 1), july.AddDays(-1), april2023, des2023),
			most(key, england, july, day(2023, 3, 31), july2023, des2023),
			most(key, england, day(2024, 4, 1), october.AddDays(-1), april2024, "Invented figures for 2024/25"),
			most(key, england, october, day(2024, 3, 31), october2024, source2024),
			most(key, england, day(2025, 4, 1), day(2025, 3, 31), last, source2025),
		)
	}
	invented := "Invented figures for 2025/26"
	raised(pharmacist, 59_031, 59_312, 62_340, 62_840, 65_838, 68_200, des2024, invented)
	raised("FIRST_CONTACT_PHYSIO", 59_031, 59_312, 62_340, 62_840, 65_838, 68_200, des2024, invented)
	raised("PHARMACY_TECHNICIAN", 36_387, 38_187, 40_159, 40_490, 42_437, 43_900, des2024, invented)
	raised("SOCIAL_PRESCRIBER", 36_387, 38_187, 40_159, 40_490, 42_437, 43_900, "Invented figures for 2024/25", invented)
	raised("CARE_COORDINATOR", 30_354, 31_746, 33_396, 33_880, 35_090, 36_200, "Invented figures for 2024/25", invented)
	years("PARAMEDIC", 55_100, 58_200, 61_400, 63_600)
	years("PHYSICIAN_ASSOCIATE", 55_100, 58_200, 61_400, 63_600)
	years("DIGITAL_LEAD", 63_200, 66_700, 70_100, 72_800)
	years("ADVANCED_PRACTITIONER", 63_200, 66_700, 69_900, 74_800)
	all = append(all,
		most(pharmacist, outerLondon, day(2024, 10, 1), day(2024, 3, 31), 73_189, des2024),
		most(pharmacist, outerLondon, day(2025, 4, 1), day(2025, 3, 31), 75_700, invented),
		most("ADVANCED_PRACTITIONER", england, day(2024, 10, 1), day(2024, 3, 31), 72_141, des2024),
		most(newlyGP, england, day(2024, 10, 1), day(2024, 3, 31), 92_462, "Invented figures for 2024/25"),
		most(newlyGP, england, day(2025, 4, 1), day(2025, 3, 31), 105_882, des2025),
		most("NEW_PRACTICE_NURSE", england, day(2025, 4, 1), day(2025, 3, 31), 43_352, des2025),
		most("SUPPORT_WORKER", england, day(2025, 4, 1), day(2025, 3, 31), 32_159, des2025),
		entitlement(2022, 1_665_100, "Invented figures for 2022/23"), entitlement(2023, 2_267_100, des2023),
		entitlement(2024, 2_289_400, "Network Contract DES 2024/25"), entitlement(2025, 2_663_100, des2025),
		rate.SetRate{
			Kind: domain.RateGrant, Key: trainer, Area: england, From: domain.MustDate("2020-12-01"), Pence: 73_600,
			Unit: "MONTH", PublishedOn: domain.MustDate("2020-12-01"), SourceDoc: "Trainer grant 2020/21",
		},
	)
	for _, profession := range []string{"NURSE", "NURSING_ASSOCIATE", "AHP"} {
		all = append(all, rate.SetRate{
			Kind: domain.RateGrant, Key: career.CPDKey(profession), Area: career.CPDArea, From: schoolsOpen, Pence: 33_300,
			Unit: career.CPDUnit, PublishedOn: schoolsOpen, SourceDoc: "Personal budgets for professional development, 2020/21 to 2022/23, and renewed",
		})
	}
	return append(all, tariffs...)
}()

// most is the most that is reimbursed for a role, in pounds. Part of a year is
// published when it has begun.
func most(key, area string, from, to domain.Date, pounds domain.Pence, source string) rate.SetRate {
	return rate.SetRate{
		Kind: domain.RateARRSMax, Key: key, Area: area, From: from, To: to, Pence: pounds * 100, Unit: role.MaximumUnit,
		PublishedOn: from.AddDays(25), SourceDoc: source,
	}
}

func entitlement(fy domain.FinancialYear, perThousand domain.Pence, source string) rate.SetRate {
	return rate.SetRate{
		Kind: domain.RateARRSSum, Key: role.EntitlementKey, Area: role.EntitlementArea, From: fy.First(), To: fy.Last(), Pence: perThousand,
		Unit: role.EntitlementUnit, PublishedOn: fy.First().AddDays(-4), SourceDoc: source,
	}
}

// uplifts are the tariffs of students that were raised within a year, back to
// its beginning.
var uplifts = []rate.SetRate{
	uplift(nursing, "WEEK", "2023-10-20", 10_400), uplift(nursing, "WEEK", "2024-12-05", 10_900), uplift(nursing, "WEEK", "2025-07-15", 11_300),
	uplift(medical, "STUDENT_YEAR", "2024-12-05", 3_224_000),
}

func uplift(key, unit, published string, pence domain.Pence) rate.SetRate {
	d := domain.MustDate(published)
	fy := domain.YearOf(d)
	return rate.SetRate{
		Kind: domain.RateTariff, Key: key, Area: england, From: fy.First(), Pence: pence, Unit: unit, PublishedOn: d,
		SourceDoc: fmt.Sprintf("Invented tariff %s, revised", fy),
	}
}

var tariffs = append([]rate.SetRate{
	{
		Kind: domain.RateTariff, Key: nursing, Area: england, From: domain.MustDate("2022-04-01"), Pence: 10_000,
		Unit: "WEEK", PublishedOn: domain.MustDate("2022-03-20"), SourceDoc: "Invented tariff 2022/23",
	},
	{
		Kind: domain.RateTariff, Key: medical, Area: england, From: domain.MustDate("2022-04-01"), Pence: 3_075_000,
		Unit: "STUDENT_YEAR", PublishedOn: domain.MustDate("2022-03-20"), SourceDoc: "Invented tariff 2022/23",
	},
	{
		Kind: domain.RateTariff, Key: clinical, Area: england, From: domain.MustDate("2022-04-01"), Pence: 500_000,
		Unit: "STUDENT_YEAR", PublishedOn: domain.MustDate("2022-03-20"), SourceDoc: "Invented tariff 2022/23",
	},
}, uplifts...)

// limits are what holds for people and posts.
var limits = []rate.SetThresholds{
	limit(educator.Scheme, schoolsOpen, 0, months(educator.KeyCheckedWithin, 12)),
	limit(role.Scheme, pcnsOpen, 0, months(role.KeyEmbeddedAtLeast, 6)),
	limit(placement.StudentYear, schoolsOpen, 0,
		domain.Threshold{Key: clinical, Amount: 204, Unit: domain.UnitDays}, domain.Threshold{Key: medical, Amount: 185, Unit: domain.UnitDays}),
	limit("FELLOWSHIP_GP", schoolsOpen, lastApplication, months(career.KeyQualifiedWithin, 12), months(career.KeyContractAtLeast, 24), months(career.KeyLongest, 24)),
	limit("FELLOWSHIP_NURSE", schoolsOpen, lastApplication, months(career.KeyQualifiedWithin, 12), months(career.KeyContractAtLeast, 24), months(career.KeyLongest, 24)),
	limit("PRECEPTORSHIP_NURSE", schoolsOpen, 0, months(career.KeyQualifiedWithin, 12), months(career.KeyShortest, 6), months(career.KeyLongest, 12)),
	limit("PRECEPTORSHIP_PHYSICIAN_ASSOCIATE", schoolsOpen, 0, months(career.KeyContractAtLeast, 12), months(career.KeyShortest, 12), months(career.KeyLongest, 24)),
	limit("COACHING_GP", schoolsOpen, 0, months(career.KeyLongest, 12)),
}

// lastApplication is the last day on which one could apply for a fellowship.
var lastApplication = domain.MustDate("2024-03-29")

func limit(scheme string, from, to domain.Date, all ...domain.Threshold) rate.SetThresholds {
	return rate.SetThresholds{Scheme: scheme, From: from, To: to, Thresholds: all, PublishedOn: from, SourceDoc: "Rules of " + scheme + " (invented edition)"}
}

func months(key string, n int64) domain.Threshold {
	return domain.Threshold{Key: key, Amount: n, Unit: domain.UnitMonths}
}
