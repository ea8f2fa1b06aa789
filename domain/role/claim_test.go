package role_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/role"
)

// What a PCN with 50,000 weighted patients is entitled to: £22.671 each in
// 2023/24, £26.631 in 2025/26.
func entitleCases() []domaintest.Case {
	set := func(fy string) role.SetRoleEntitlement {
		return role.SetRoleEntitlement{PCN: "U00001", FY: domain.MustYear(fy), Registered: 48_000_00, Weighted: 50_000_00, PatientsOn: 20230101, SourceDoc: "lists"}
	}
	is := func(fy string, rate uuid.UUID, pence domain.Pence) domain.RoleEntitlementSet {
		return entitlement(fy, rate, 48_000_00, pence)
	}
	odd := but(set("2023/24"), func(c *role.SetRoleEntitlement) { c.Weighted = 50_000_22 }) // 113,355,498.762 pence
	before := is("2023/24", sum2023, 113_355_000)
	return []domaintest.Case{
		{Name: "£1,133,550.00 in 2023/24", When: set("2023/24"), Then: []domain.Event{before}},
		{Name: "£1,331,550.00 in 2025/26", When: set("2025/26"), Then: []domain.Event{is("2025/26", sum2025, 133_155_000)}},
		{Name: "rounded once", When: odd, Then: []domain.Event{
			but(is("2023/24", sum2023, 113_355_499), func(e *domain.RoleEntitlementSet) { e.Weighted = 50_000_22 }),
		}},
		{Name: "the newest counts", Given: []domain.Event{is("2023/24", sum2023, 1)}, When: set("2023/24"), Then: []domain.Event{before}},
		{Name: "by a rate that is published", When: set("2022/23"), Refused: "I-POST-20"},
		{Name: "for patients that were counted", When: but(set("2023/24"), func(c *role.SetRoleEntitlement) { c.PatientsOn = 20240604 }), Refused: "I-POST-13"},
		{Name: "of a PCN", When: but(set("2023/24"), func(c *role.SetRoleEntitlement) { c.PCN = "U00009" }), Refused: "I-POST-10"},
		{Name: "by a hub of the ICS", When: but(set("2023/24"), func(c *role.SetRoleEntitlement) { c.Hub = "QF7" }), Refused: "I-POST-10"},
	}
}

// A pharmacist at 0.6, and what may be claimed for the work.
func claimCases() []domaintest.Case {
	const pounds = 100
	year2023, year2024 := entitlement("2023/24", sum2023, 48_000_00, 113_355_000), entitlement("2024/25", sum2024, 48_000_00, 114_470_000)
	given := func(more ...domain.Event) []domain.Event {
		return with(with([]domain.Event{year2023, year2024}, working...), more...)
	}
	claim := func(id uuid.UUID, from, to domain.Date, pence domain.Pence) role.ClaimReimbursement {
		return role.ClaimReimbursement{Claim: id, Post: id1, From: from, To: to, Pence: pence}
	}
	is := func(c role.ClaimReimbursement, maximum domain.Pence, rates ...uuid.UUID) domain.ReimbursementClaimed {
		return domain.ReimbursementClaimed{
			RolePost: post, Claim: c.Claim, FY: domain.YearOf(c.From), From: c.From, To: c.To, RateRefs: rates, Maximum: maximum, Pence: c.Pence,
		}
	}
	// £65,838 a year from October 2024: a half of it, at 0.6, is £19,751.40.
	winter := claim(id2, 20241001, 20250331, 19_751_40)
	// £59,312 until June 2023, £62,340 from July: at 0.6, a month is £2,965.60
	// and then £3,117.00.
	across := claim(id2, 20230601, 20230731, 6_082_60)
	summer := claim(id2, 20230701, 20230930, 9_351_00)
	// Ten days of a June of thirty: £2,965.60 ÷ 3 = £988.53⅓.
	part := claim(id2, 20230611, 20230620, 988_53)
	// To the full time on 16 July: fifteen days of July at 0.6 and sixteen at 1.
	// £5,195 × (0.6 × 15 + 16) ÷ 31 = £4,189.5161….
	raised := domain.RolePostFTEChanged{RolePost: post, Person: pharmacist, FTE: domain.OneFTE, Before: sixTenths, From: 20230716}
	july := claim(id2, 20230701, 20230731, 4_189_52)
	leftMidJune := but(ended, func(e *domain.RolePostEnded) { e.On = 20230615 })
	unfunded := []domain.Event{year2023, but(proposed, func(e *domain.RolePostProposed) { e.Funding, e.Area = domain.FundingPractice, "" }), recruited}
	slip := claim(uuid.Nil, 20230701, 20230930, 1)
	social := []domain.Event{
		year2023, but(proposed, func(e *domain.RolePostProposed) { e.RoleType = "SOCIAL_PRESCRIBER" }), but(recruited, func(e *domain.RolePostRecruited) { e.RoleType = "SOCIAL_PRESCRIBER" }),
	}
	poor := entitlement("2023/24", sum2023, 48_000_00, 10_000*pounds)

	out := []domaintest.Case{
		{Name: "six months at 0.6 are £19,751.40", Given: given(), Today: 20250401, When: winter, Then: []domain.Event{is(winter, 19_751_40, rateOctober)}},
		{Name: "and not a penny more", Given: given(), Today: 20250401, When: but(winter, func(c *role.ClaimReimbursement) { c.Pence++ }), Refused: "I-POST-21", Prevents: true},
		{
			Name: "but if it was claimed it is written down", Given: given(), Today: 20250401, When: but(winter, func(c *role.ClaimReimbursement) { c.Pence++ }), Happened: 20250401,
			Then: []domain.Event{but(is(winter, 19_751_40, rateOctober), func(e *domain.ReimbursementClaimed) { e.Pence++ })}, Breaches: []domain.Rule{"I-POST-21"},
		},
		{Name: "the rate of 30 September is another, and not published", Given: given(), Today: 20250401, When: claim(id2, 20240930, 20250331, 1), Refused: "I-POST-20", Prevents: true},
		{Name: "across a change of rates each day has its own", Given: given(), When: across, Then: []domain.Event{is(across, 6_082_60, rateApril2023, rateJuly2023)}},
		{Name: "and not a penny more", Given: given(), When: but(across, func(c *role.ClaimReimbursement) { c.Pence++ }), Refused: "I-POST-21", Prevents: true},
		{Name: "a part of a month is its days over its length", Given: given(), When: part, Then: []domain.Event{is(part, 988_53, rateApril2023)}},
		{Name: "not rounded up", Given: given(), When: but(part, func(c *role.ClaimReimbursement) { c.Pence++ }), Refused: "I-POST-21", Prevents: true},
		{Name: "a change of hours counts from its day", Given: given(raised), When: july, Then: []domain.Event{is(july, 4_189_52, rateJuly2023)}},
		{Name: "to the penny", Given: given(raised), When: but(july, func(c *role.ClaimReimbursement) { c.Pence++ }), Refused: "I-POST-21", Prevents: true},
		{Name: "less may be claimed", Given: given(), When: slip, Anew: true, Then: []domain.Event{
			but(is(slip, 9_351_00, rateJuly2023), func(e *domain.ReimbursementClaimed) { e.Claim = domain.NewID(domaintest.CommandID, "claim") }),
		}},
		{Name: "and the rest later", Given: given(is(claim(id3, 20230701, 20230930, 1), 9_351_00, rateJuly2023)), When: but(summer, func(c *role.ClaimReimbursement) { c.Pence-- }), Then: []domain.Event{
			but(is(summer, 9_351_00, rateJuly2023), func(e *domain.ReimbursementClaimed) { e.Pence-- }),
		}},
		{Name: "not more together", Given: given(is(claim(id3, 20230701, 20230930, 1), 9_351_00, rateJuly2023)), When: summer, Refused: "I-POST-21", Prevents: true},
		{Name: "other days apart", Given: given(is(claim(id3, 20230601, 20230630, 2_965_60), 2_965_60, rateApril2023)), When: summer, Then: []domain.Event{is(summer, 9_351_00, rateJuly2023)}},
		{Name: "and not some days of both", Given: given(is(claim(id3, 20230601, 20230701, 1), 1)), When: summer, Refused: "I-POST-23"},
		{Name: "nor some days within", Given: given(is(claim(id3, 20230801, 20230801, 1), 1)), When: summer, Refused: "I-POST-23"},
		{Name: "a claim says one thing", Given: given(is(claim(id2, 20230701, 20230930, 1), 9_351_00, rateJuly2023)), When: summer, Refused: "I-POST-11"},
		{Name: "for a post that is proposed", When: summer, Refused: "I-POST-10"},
		{Name: "and recruited to", Given: []domain.Event{year2023, proposed}, When: summer, Refused: "I-POST-5"},
		{Name: "from the first day", Given: given(), When: claim(id2, 20230430, 20230531, 1), Refused: "I-POST-7", Prevents: true},
		{Name: "until the last", Given: given(leftMidJune), When: claim(id2, 20230601, 20230615, 1_482_80), Then: []domain.Event{is(claim(id2, 20230601, 20230615, 1_482_80), 1_482_80, rateApril2023)}},
		{Name: "which stops it", Given: given(leftMidJune), When: claim(id2, 20230601, 20230616, 1), Refused: "I-POST-7", Prevents: true},
		{
			Name: "and if it does not the days after make nothing", Given: given(leftMidJune), When: claim(id2, 20230601, 20230616, 1_482_81), Happened: 20230701,
			Then: []domain.Event{is(claim(id2, 20230601, 20230616, 1_482_81), 1_482_80, rateApril2023)}, Breaches: []domain.Rule{"I-POST-7", "I-POST-21"},
		},
		{Name: "when the days have come", Given: given(), When: claim(id2, 20240501, 20240604, 1), Refused: "I-POST-13"},
		{Name: "for what the scheme pays", Given: unfunded, When: summer, Refused: "I-POST-24", Prevents: true},
		{Name: "by a rate for a year of a full-time equivalent", Given: social, When: summer, Refused: "I-POST-20", Prevents: true},
		{Name: "once the entitlement is set", Given: working, When: summer, Refused: "I-POST-22", Prevents: true},
		{Name: "all of it", Given: with(with([]domain.Event{poor}, working...), is(claim(id3, 20230601, 20230630, 649_00), 2_965_60, rateApril2023)), When: summer, Then: []domain.Event{is(summer, 9_351_00, rateJuly2023)}},
		{
			Name: "and not a penny more", Given: with(with([]domain.Event{poor}, working...), is(claim(id3, 20230601, 20230630, 649_01), 2_965_60, rateApril2023)),
			When: summer, Refused: "I-POST-22", Prevents: true,
		},
		{
			Name: "whatever the entitlement was before", Given: with(with([]domain.Event{poor}, working...), is(claim(id3, 20230601, 20230630, 649_01), 2_965_60, rateApril2023), year2023),
			When: summer, Then: []domain.Event{is(summer, 9_351_00, rateJuly2023)},
		},
	}
	// Each of six months is £3,291.90, as long as the month may be.
	for _, month := range []domain.Date{20241001, 20241101, 20241201, 20250101, 20250201, 20250301} {
		c := claim(id2, month, month.MonthEnd(), 3_291_90)
		out = append(out, domaintest.Case{
			Name: month.String()[:7] + " is £3,291.90", Given: given(), Today: 20250401, When: c, Then: []domain.Event{is(c, 3_291_90, rateOctober)},
		})
	}
	return out
}
