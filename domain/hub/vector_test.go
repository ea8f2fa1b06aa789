package hub_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/career"
	"github.com/hubledger/hubledger/domain/educator"
	"github.com/hubledger/hubledger/domain/placement"
	"github.com/hubledger/hubledger/domain/rate"
	"github.com/hubledger/hubledger/domain/role"
)

// The golden vectors of people and places, through all the rooms they touch and
// a ledger. Last days are inclusive: a year from 1 December ends on 30 November.

// trainer is a hub where GP trainees learn, and the grant for their trainers:
// £8,832 a year, for a month £736.
func trainer(t *testing.T) *people {
	p := newPeople(t, 20201101)
	p.given(t,
		limits(educator.Scheme, 20190401, 0, months(educator.KeyCheckedWithin, 12)),
		pays(domain.RateGrant, "GP_TRAINER", 883_200, "YEAR", 20200401, 20200401),
	)
	le := p.environmentOf(t, "environment", 20201101, 20221031, "GP_TRAINEE")
	p.educatorFor(t, "trainer", domain.EducatorEducationalSupervisor, domain.RegulatorGMC, 20201101, 20221031, "GP_TRAINEE")
	p.given(t, placement.OfferPlacement{
		Offer: named("offer"), LE: le, Site: mill, Profession: "GP_TRAINEE", Regulator: domain.RegulatorGMC, From: 20201101, To: 20221031, Capacity: 3,
	})
	return p
}

// trainee is a placement that starts on its first day.
func (p *people) trainee(t *testing.T, name string, from, to domain.Date) uuid.UUID {
	t.Helper()
	p.given(t, placement.AllocatePlacement{
		Placement: named(name), Offer: named("offer"), Learner: named("learner of " + name), Supervisor: named("trainer"), From: from, To: to,
	})
	p.on(from)
	p.given(t, placement.StartPlacement{Placement: named(name), On: from})
	return named(name)
}

// grant is a claim for some days of a placement.
func grant(of uuid.UUID, from, to domain.Date) placement.PricePlacement {
	return placement.PricePlacement{
		Placement: of, Kind: domain.RateGrant, Key: "GP_TRAINER", Area: "ENGLAND", From: from, To: to, Payer: nation, Route: domain.RouteDirect, Payee: mill,
	}
}

// Golden vector 2: a year of a GP trainee from 1 December 2020 is claimed in two
// parts, £2,944.00 for the four months before 31 March and £5,888.00 for the
// eight after.
func TestVector2TrainerGrantAcrossTheYearEnd(t *testing.T) {
	p := trainer(t)
	year := p.trainee(t, "a year", 20201201, 20211130)

	p.on(20210320)
	p.refuses(t, placement.RuleYear, grant(year, 20201201, 20211130))
	before := first[domain.PlacementPriced](t, p.given(t, grant(year, 20201201, 20210331)))

	p.on(20211201)
	// Part-time: two days a week. The grant counts the calendar all the same.
	p.given(t,
		placement.RecordPlacementDays{Placement: year, From: 20211101, To: 20211130, Days: 9},
		placement.CompletePlacement{Placement: year, On: 20211130},
	)
	after := first[domain.PlacementPriced](t, p.given(t, grant(year, 20210401, 20211130)))

	if before.Pence != 294_400 || after.Pence != 588_800 || before.Pence+after.Pence != 883_200 {
		t.Errorf("got £%s and £%s, want £2944.00 and £5888.00, of £8832.00", before.Pence, after.Pence)
	}
	if before.Payer != nation || before.Route != domain.RouteDirect || before.Payee != mill {
		t.Errorf("paid by %s, %s to %s; want by %s, DIRECT to %s", before.Payer, before.Route, before.Payee, nation, mill)
	}
	p.inALedger(t)
}

// Golden vector 2, the rest: six months are £4,416 and a week £184, and a
// placement from 5 April to 5 October 2021 lies in one year, so it is one claim.
func TestVector2TrainerGrantOfAPart(t *testing.T) {
	p := trainer(t)
	half, week := p.trainee(t, "six months", 20210405, 20211004), p.trainee(t, "a week", 20211004, 20211010)
	p.on(20211011)
	for _, c := range []struct {
		of       uuid.UUID
		from, to domain.Date
		want     domain.Pence
	}{
		{half, 20210405, 20211004, 441_600},
		{week, 20211004, 20211010, 18_400},
	} {
		if got := first[domain.PlacementPriced](t, p.given(t, grant(c.of, c.from, c.to))); got.Pence != c.want {
			t.Errorf("from %s to %s: got £%s, want £%s", c.from, c.to, got.Pence, c.want)
		}
	}
	p.inALedger(t)
}

// entitle is the entitlement of the network for a year: that of 50,000 weighted
// patients.
func entitle(fy string) role.SetRoleEntitlement {
	year := domain.MustYear(fy)
	return role.SetRoleEntitlement{
		PCN: network, FY: year, Registered: 49_000_00, Weighted: 50_000_00, PatientsOn: domain.Date(year.First().Year()*10000 + 101), SourceDoc: "Lists at 1 January",
	}
}

// perPatient is what a PCN is entitled to in a year: pounds and mills for each
// weighted patient are so many pence for a thousand.
func perPatient(perThousand domain.Pence, fy string) rate.SetRate {
	year := domain.MustYear(fy)
	r := pays(domain.RateARRSSum, role.EntitlementKey, perThousand, role.EntitlementUnit, year.First(), year.First())
	r.To = year.Last()
	return r
}

// Golden vector 3: a PCN of 50,000 weighted patients may be reimbursed
// £1,133,550.00 in 2023/24, at £22.671, and £1,331,550.00 in 2025/26, at £26.631.
func TestVector3EntitlementOfAPCN(t *testing.T) {
	p := roles(t, 20250402)
	p.given(t, perPatient(2_267_100, "2023/24"), perPatient(2_663_100, "2025/26"))
	for fy, want := range map[string]domain.Pence{"2023/24": 113_355_000, "2025/26": 133_155_000} {
		if got := first[domain.RoleEntitlementSet](t, p.given(t, entitle(fy))); got.Pence != want {
			t.Errorf("%s: got £%s, want £%s", fy, got.Pence, want)
		}
	}
	p.refuses(t, role.RulePublished, entitle("2024/25")) // no rate of another year stands in

	// The entitlement is what can be claimed: not a penny more.
	p.given(t, pays(domain.RateARRSMax, pharmacist, domain.MaxPence/100, role.MaximumUnit, 20230401, 20230401))
	post := p.works(t, "post", "pharmacist", domain.OneFTE, 20230401)
	p.given(t, role.ClaimReimbursement{Post: post, From: 20230401, To: 20230430, Pence: 113_355_000 - 1})
	p.refuses(t, role.RuleEntitlement, role.ClaimReimbursement{Post: post, From: 20230501, To: 20230531, Pence: 2})
	p.given(t, role.ClaimReimbursement{Post: post, From: 20230501, To: 20230531, Pence: 1})
	p.inALedger(t)
}

// Golden vector 4: for a clinical pharmacist of 0.6 FTE at £65,838 a year a PCN
// may claim £19,751.40 from October to March, or £3,291.90 in each month. In
// September another rate held.
func TestVector4ClaimOfSixMonths(t *testing.T) {
	p := roles(t, 20250401)
	p.given(t, perPatient(2_289_400, "2024/25"), entitle("2024/25"))
	older := first[domain.RateSet](t, p.given(t, pays(domain.RateARRSMax, pharmacist, 6_234_000, role.MaximumUnit, 20230701, 20230701)))
	newer := first[domain.RateSet](t, p.given(t, pays(domain.RateARRSMax, pharmacist, 6_583_800, role.MaximumUnit, 20241001, 20241001)))
	const fte = 600_000_000 // 0.6
	atOnce, byMonth := p.works(t, "one post", "one pharmacist", fte, 20240901), p.works(t, "another post", "another pharmacist", fte, 20240901)

	claim := func(post uuid.UUID, from, to domain.Date, pence domain.Pence, at domain.RateSet) {
		t.Helper()
		p.refuses(t, role.RuleMaximum, role.ClaimReimbursement{Post: post, From: from, To: to, Pence: pence + 1})
		e := first[domain.ReimbursementClaimed](t, p.given(t, role.ClaimReimbursement{Post: post, From: from, To: to, Pence: pence}))
		if e.Maximum != pence || len(e.RateRefs) != 1 || e.RateRefs[0] != at.Rate {
			t.Errorf("from %s to %s: at most £%s by %v, want £%s by %s", from, to, e.Maximum, e.RateRefs, pence, at.Rate)
		}
	}
	claim(atOnce, 20241001, 20250331, 1_975_140, newer)
	var sum domain.Pence
	for month := domain.Date(20241001); month <= 20250301; month = month.AddMonths(1) {
		claim(byMonth, month, month.MonthEnd(), 329_190, newer)
		sum += 329_190
	}
	if sum != 1_975_140 {
		t.Errorf("the months come to £%s", sum)
	}
	claim(byMonth, 20240901, 20240930, 311_700, older) // 0.6 of £62,340 ÷ 12
	p.refuses(t, role.RuleClaimedPeriod, role.ClaimReimbursement{Post: atOnce, From: 20241001, To: 20241031, Pence: 1})
	p.inALedger(t)
}

// fellows is a hub on a day, after the rule of fellowships for GPs: within 12
// months of completing training, for two years, by 29 March 2024.
func fellows(t *testing.T, day domain.Date) (*people, domain.ThresholdsSet) {
	p := newPeople(t, day)
	rule := p.given(t, limits(career.RuleScheme(domain.SupportFellowship, "GP"), 20200401, 20240329,
		months(career.KeyQualifiedWithin, 12), months(career.KeyContractAtLeast, 24), months(career.KeyLongest, 24)))
	return p, first[domain.ThresholdsSet](t, rule)
}

// fellow is a fellowship of a GP who completed training on a day and applied on
// another.
func fellow(name string, qualified, applied domain.Date) career.StartSupport {
	return career.StartSupport{
		Kind: domain.SupportFellowship, Person: named(name), Profession: "GP", Employer: mill, AppliedOn: applied, QualifiedOn: qualified, OpenEnded: true, Payee: mill,
		Start: 20240422, Until: 20260421,
	}
}

// Golden vector 10: the rule in force on the day of application counts.
func TestVector10EligibilityByDate(t *testing.T) {
	p, rule := fellows(t, 20240422)
	for _, c := range []struct {
		name               string
		qualified, applied domain.Date
		eligible           bool
	}{
		{"within 12 months and on the last day", 20230330, 20240329, true},
		{"a day later it is closed", 20230330, 20240330, false},
		{"more than 12 months after training", 20230328, 20240329, false},
		{"12 months to the day", 20230329, 20240329, true},
	} {
		order := fellow(c.name, c.qualified, c.applied)
		if !c.eligible {
			p.refuses(t, career.RuleEligible, order)
			continue
		}
		if e := first[domain.SupportStarted](t, p.given(t, order)); e.RuleRef != rule.Set {
			t.Errorf("%s: held against rule %s, want %s", c.name, e.RuleRef, rule.Set)
		}
	}
	// A rule that holds from today on lets nobody in who applied before, and keeps
	// nobody out.
	p.given(t, limits(career.RuleScheme(domain.SupportFellowship, "GP"), 20240422, 0, months(career.KeyQualifiedWithin, 1)))
	p.refuses(t, career.RuleEligible, fellow("a day later it is closed, still", 20230330, 20240330))
	p.given(t, fellow("on the last day, recorded later", 20230330, 20240329))
	p.inALedger(t)
}
