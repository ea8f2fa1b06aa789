package role_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/role"
)

// entitlement is what U00001 is entitled to, with a list of some patients.
func entitlement(fy string, rate uuid.UUID, registered domain.Patients, pence domain.Pence) domain.RoleEntitlementSet {
	return domain.RoleEntitlementSet{PCN: "U00001", Hub: "QE1", FY: domain.MustYear(fy), Registered: registered, Weighted: 50_000_00, PatientsOn: 20230101, RateRef: rate, Pence: pence, SourceDoc: "lists"}
}

func proposeCases() []domaintest.Case {
	change := func(f func(*role.ProposeRolePost)) role.ProposeRolePost { return but(propose, f) }
	advanced := func(post uuid.UUID, from domain.Date) role.ProposeRolePost {
		return change(func(c *role.ProposeRolePost) {
			c.Post, c.RoleType, c.Band, c.From = post, "ADVANCED_PRACTITIONER", "8a", from
		})
	}
	is := func(c role.ProposeRolePost, version int) domain.RolePostProposed {
		return domain.RolePostProposed{
			RolePost: domain.RolePost{Post: c.Post, Hub: "QE1", PCN: c.PCN, RoleType: c.RoleType, RoleTypeVersion: version, Origin: c.Origin},
			FTE:      c.FTE, Band: c.Band, Funding: c.Funding, Area: c.Area, Additional: c.Additional, From: c.From,
		}
	}
	small, large := entitlement("2023/24", sum2023, 99999_00, 113_355_000), entitlement("2023/24", sum2023, 99999_01, 113_355_000)
	digital := func(post uuid.UUID, from domain.Date) role.ProposeRolePost {
		return change(func(c *role.ProposeRolePost) { c.Post, c.RoleType, c.Band, c.From = post, "DIGITAL_LEAD", "8a", from })
	}
	over := func(p domain.RolePostProposed, on domain.Date) domain.RolePostEnded {
		return domain.RolePostEnded{RolePost: p.RolePost, FTE: p.FTE, On: on, Reason: "not found"}
	}
	unnamed := change(func(c *role.ProposeRolePost) { c.Post = uuid.Nil })
	derived := is(propose, 1)
	derived.Post = domain.NewID(domaintest.CommandID, "post")
	receptionist := change(func(c *role.ProposeRolePost) {
		c.RoleType, c.Band, c.Funding, c.Area, c.Additional = "RECEPTIONIST", "", domain.FundingPractice, "", false
	})

	return []domaintest.Case{
		{Name: "a post is proposed", When: propose, Then: []domain.Event{proposed}},
		{Name: "with an id of the command's", When: unnamed, Then: []domain.Event{derived}, Anew: true},
		{Name: "once", Given: []domain.Event{proposed}, When: change(func(c *role.ProposeRolePost) { c.Band = "8a" }), Refused: "I-POST-11"},
		{Name: "under an id that no rotational post has", Given: []domain.Event{rotational}, When: propose, Refused: "I-POST-11"},
		{Name: "by a hub of the ICS", When: change(func(c *role.ProposeRolePost) { c.Hub = "QF7" }), Refused: "I-POST-10"},
		{Name: "that is there", When: change(func(c *role.ProposeRolePost) { c.Hub, c.From = "QE1~fylde-coast", 20200331 }), Refused: "I-POST-14", Prevents: true},
		{Name: "in a PCN", When: change(func(c *role.ProposeRolePost) { c.PCN = "U00009" }), Refused: "I-POST-10"},
		{Name: "that is open", When: change(func(c *role.ProposeRolePost) { c.PCN, c.From = "U00002", 20240101 }), Refused: "I-POST-15", Prevents: true},
		{Name: "on its last day", When: change(func(c *role.ProposeRolePost) { c.PCN, c.From = "U00002", 20231231 }), Then: []domain.Event{
			is(change(func(c *role.ProposeRolePost) { c.PCN, c.From = "U00002", 20231231 }), 1),
		}},
		{Name: "of a type that is defined", When: change(func(c *role.ProposeRolePost) { c.RoleType = "ASTROLOGER" }), Refused: "I-POST-10"},
		{Name: "and holds", When: change(func(c *role.ProposeRolePost) { c.From = 20190630 }), Refused: "I-POST-3", Prevents: true},
		{
			Name: "but if it did not it is written down", When: change(func(c *role.ProposeRolePost) { c.From = 20190630 }), Happened: 20190630,
			Then: []domain.Event{is(change(func(c *role.ProposeRolePost) { c.From = 20190630 }), 1)}, Breaches: []domain.Rule{"I-POST-3"},
		},
		{Name: "that the scheme pays for", When: change(func(c *role.ProposeRolePost) { c.RoleType, c.Band = "RECEPTIONIST", "" }), Refused: "I-POST-3", Prevents: true},
		{Name: "if it is to", When: receptionist, Then: []domain.Event{is(receptionist, 1)}},
		{Name: "at a band of the type", When: change(func(c *role.ProposeRolePost) { c.Band = "6" }), Refused: "I-POST-16", Prevents: true},
		{Name: "at any, where it has some", When: change(func(c *role.ProposeRolePost) { c.Band = "" }), Refused: "I-POST-16", Prevents: true},
		{Name: "above the baseline", When: change(func(c *role.ProposeRolePost) { c.Additional = false }), Refused: "I-POST-8", Prevents: true},

		{Name: "one of a kind", Given: []domain.Event{is(digital(id2, 20230601), 1)}, When: digital(id1, 20230701), Refused: "I-POST-4", Prevents: true},
		{Name: "nor before the other begins", Given: []domain.Event{is(digital(id2, 20230601), 1)}, When: digital(id1, 20230501), Refused: "I-POST-4", Prevents: true},
		{
			Name: "but after it ended", Given: []domain.Event{is(digital(id2, 20230601), 1), over(is(digital(id2, 20230601), 1), 20230630)},
			When: digital(id1, 20230701), Then: []domain.Event{is(digital(id1, 20230701), 1)},
		},
		{
			Name: "not on its last day", Given: []domain.Event{is(digital(id2, 20230601), 1), over(is(digital(id2, 20230601), 1), 20230701)},
			When: digital(id1, 20230701), Refused: "I-POST-4", Prevents: true,
		},
		{Name: "the cap goes by the list", When: advanced(id1, 20230401), Refused: "I-POST-22", Prevents: true},
		{Name: "of the year", Given: []domain.Event{small}, When: advanced(id1, 20230401), Then: []domain.Event{is(advanced(id1, 20230401), 1)}},
		{Name: "one for a small one", Given: []domain.Event{small, is(advanced(id2, 20230401), 1)}, When: advanced(id1, 20230401), Refused: "I-POST-4", Prevents: true},
		{Name: "two for a large one", Given: []domain.Event{large, is(advanced(id2, 20230401), 1)}, When: advanced(id1, 20230401), Then: []domain.Event{is(advanced(id1, 20230401), 1)}},
		{
			Name: "not three", Given: []domain.Event{large, is(advanced(id2, 20230401), 1), is(advanced(id3, 20230501), 1)},
			When: advanced(id1, 20230401), Refused: "I-POST-4", Prevents: true,
		},
		{Name: "and caps are lifted", Given: []domain.Event{small, is(advanced(id2, 20230401), 1)}, When: advanced(id1, 20240401), Then: []domain.Event{is(advanced(id1, 20240401), 2)}},
	}
}

func recruitCases() []domaintest.Case {
	change := func(f func(*role.RecruitRolePost)) role.RecruitRolePost { return but(recruit, f) }
	of := func(roleType string, from domain.Date) domain.RolePostProposed {
		return but(proposed, func(e *domain.RolePostProposed) { e.RoleType, e.Band, e.From = roleType, "", from })
	}
	is := func(roleType string, c role.RecruitRolePost) domain.RolePostRecruited {
		return domain.RolePostRecruited{
			RolePost: but(post, func(p *domain.RolePost) { p.RoleType = roleType }), Person: c.Person, FTE: sixTenths, Funding: domain.FundingARRS, Employer: c.Employer,
			Start: c.Start, IntendedMonths: c.IntendedMonths, Cover: c.Cover, QualifiedOn: c.QualifiedOn, LastEmployedOn: c.LastEmployedOn, Promoted: c.Promoted,
		}
	}
	gp := func(qualified, start domain.Date) role.RecruitRolePost {
		return change(func(c *role.RecruitRolePost) { c.QualifiedOn, c.Start = qualified, start })
	}
	nurse := func(last, start domain.Date, promoted bool) role.RecruitRolePost {
		return change(func(c *role.RecruitRolePost) { c.LastEmployedOn, c.Start, c.Promoted = last, start, promoted })
	}
	fourTenths := func(person uuid.UUID, start domain.Date, fte domain.FTE) []domain.Event {
		other := but(post, func(p *domain.RolePost) { p.Post = id2 })
		return []domain.Event{
			proposed,
			domain.RolePostProposed{RolePost: other, FTE: fte, Band: "7", Funding: domain.FundingARRS, Area: "ENGLAND", Additional: true, From: start},
			domain.RolePostRecruited{RolePost: other, Person: person, FTE: fte, Funding: domain.FundingARRS, Employer: "RXX01", Start: start, IntendedMonths: 12},
		}
	}
	gone := func(on domain.Date) domain.RolePostEnded {
		return domain.RolePostEnded{RolePost: but(post, func(p *domain.RolePost) { p.Post = id2 }), Person: pharmacist, FTE: domain.OneFTE / 2, On: on, Reason: "left"}
	}
	digital := but(proposed, func(e *domain.RolePostProposed) { e.RoleType, e.From = "DIGITAL_LEAD", 20230401 })
	other := but(digital, func(e *domain.RolePostProposed) { e.Post, e.From = id2, 20230601 })

	return []domaintest.Case{
		{Name: "somebody is recruited", Given: []domain.Event{proposed}, When: recruit, Then: []domain.Event{recruited}},
		{Name: "to a post that is proposed", When: recruit, Refused: "I-POST-10"},
		{Name: "once", Given: working, When: change(func(c *role.RecruitRolePost) { c.Person = lapsed }), Refused: "I-POST-11"},
		{Name: "when the day has come", Given: []domain.Event{proposed}, When: change(func(c *role.RecruitRolePost) { c.Start = 20240604 }), Refused: "I-POST-13"},
		{Name: "before it ended", Given: []domain.Event{proposed, but(ended, func(e *domain.RolePostEnded) { e.Person = uuid.Nil })}, When: recruit, Refused: "I-POST-12"},
		{Name: "by an employer that is known", Given: []domain.Event{proposed}, When: change(func(c *role.RecruitRolePost) { c.Employer = "RXX09" }), Refused: "I-POST-10"},
		{Name: "and open", Given: []domain.Event{proposed}, When: change(func(c *role.RecruitRolePost) { c.Employer, c.Start = "U00002", 20240101 }), Refused: "I-POST-15", Prevents: true},
		{Name: "who is on the register", Given: []domain.Event{proposed}, When: change(func(c *role.RecruitRolePost) { c.Person = linkWorker }), Refused: "I-POST-17", Prevents: true},
		{Name: "on the first day", Given: []domain.Event{proposed}, When: change(func(c *role.RecruitRolePost) { c.Person, c.Start = lapsed, 20240101 }), Refused: "I-POST-17", Prevents: true},
		{
			Name: "as far as is known of that day", Given: []domain.Event{proposed}, When: change(func(c *role.RecruitRolePost) { c.Person, c.Start = lapsed, 20231231 }),
			Then: []domain.Event{is("CLINICAL_PHARMACIST", change(func(c *role.RecruitRolePost) { c.Person, c.Start = lapsed, 20231231 }))},
		},
		{
			Name: "any of several", Given: []domain.Event{of("ADVANCED_PRACTITIONER", 20240401)}, When: change(func(c *role.RecruitRolePost) { c.Start = 20240401 }),
			Then: []domain.Event{but(is("ADVANCED_PRACTITIONER", change(func(c *role.RecruitRolePost) { c.Start = 20240401 })), func(e *domain.RolePostRecruited) { e.RoleTypeVersion = 2 })},
		},
		{Name: "where there is one", Given: []domain.Event{of("SOCIAL_PRESCRIBER", 20230401)}, When: change(func(c *role.RecruitRolePost) { c.Person = linkWorker }), Then: []domain.Event{
			is("SOCIAL_PRESCRIBER", change(func(c *role.RecruitRolePost) { c.Person = linkWorker })),
		}},
		{Name: "to a type that holds", Given: []domain.Event{of("DIGITAL_LEAD", 20221001)}, When: change(func(c *role.RecruitRolePost) { c.Start = 20220930 }), Refused: "I-POST-3", Prevents: true},
		{Name: "a doctor of two years", Given: []domain.Event{of("GP", 20241001)}, Today: 20250603, When: gp(20221001, 20241001), Then: []domain.Event{is("GP", gp(20221001, 20241001))}},
		{Name: "and not a day more", Given: []domain.Event{of("GP", 20241001)}, Today: 20250603, When: gp(20220930, 20241001), Refused: "I-POST-18", Prevents: true},
		{Name: "as far as is said", Given: []domain.Event{of("GP", 20241001)}, Today: 20250603, When: gp(0, 20241001), Refused: "I-POST-18", Prevents: true},
		{Name: "nor tomorrow", Given: []domain.Event{of("GP", 20241001)}, Today: 20250603, When: gp(20241002, 20241001), Refused: "I-POST-18", Prevents: true},
		{Name: "a nurse from elsewhere", Given: []domain.Event{of("PRACTICE_NURSE", 20240401)}, When: nurse(0, 20240401, false), Then: []domain.Event{is("PRACTICE_NURSE", nurse(0, 20240401, false))}},
		{Name: "or a year ago", Given: []domain.Event{of("PRACTICE_NURSE", 20240401)}, When: nurse(20230331, 20240401, false), Then: []domain.Event{is("PRACTICE_NURSE", nurse(20230331, 20240401, false))}},
		{Name: "and not a day less", Given: []domain.Event{of("PRACTICE_NURSE", 20240401)}, When: nurse(20230401, 20240401, false), Refused: "I-POST-18", Prevents: true},
		{Name: "unless promoted", Given: []domain.Event{of("PRACTICE_NURSE", 20240401)}, When: nurse(20240331, 20240401, true), Then: []domain.Event{is("PRACTICE_NURSE", nurse(20240331, 20240401, true))}},
		{Name: "within the cap", Given: []domain.Event{digital, other}, When: change(func(c *role.RecruitRolePost) { c.Start = 20230601 }), Refused: "I-POST-4", Prevents: true},
		{Name: "for a whole in two posts", Given: fourTenths(pharmacist, 20230401, domain.OneFTE-sixTenths), When: recruit, Then: []domain.Event{recruited}},
		{Name: "not for more", Given: fourTenths(pharmacist, 20230401, domain.OneFTE-sixTenths+1), When: recruit, Refused: "I-POST-2", Prevents: true},
		{
			Name: "but if it was so it is written down", Given: fourTenths(pharmacist, 20230401, domain.OneFTE/2), When: recruit, Happened: 20230501,
			Then: []domain.Event{recruited}, Breaches: []domain.Rule{"I-POST-2"},
		},
		{Name: "nor later on", Given: fourTenths(pharmacist, 20240101, domain.OneFTE/2), When: recruit, Refused: "I-POST-2", Prevents: true},
		{Name: "others have theirs", Given: fourTenths(lapsed, 20230401, domain.OneFTE), When: recruit, Then: []domain.Event{recruited}},
		{Name: "after the other ended", Given: with(fourTenths(pharmacist, 20230401, domain.OneFTE/2), gone(20230430)), When: recruit, Then: []domain.Event{recruited}},
		{Name: "not on its last day", Given: with(fourTenths(pharmacist, 20230401, domain.OneFTE/2), gone(20230501)), When: recruit, Refused: "I-POST-2", Prevents: true},
	}
}

func changeCases() []domaintest.Case {
	to := func(fte domain.FTE, from domain.Date) role.ChangeRoleFTE {
		return role.ChangeRoleFTE{Post: id1, FTE: fte, From: from}
	}
	changed := func(before, fte domain.FTE, from domain.Date) domain.RolePostFTEChanged {
		return domain.RolePostFTEChanged{RolePost: post, Person: pharmacist, FTE: fte, Before: before, From: from}
	}
	half := domain.OneFTE / 2
	more := changed(sixTenths, domain.OneFTE, 20231001)
	end := func(on domain.Date) role.EndRolePost { return role.EndRolePost{Post: id1, On: on, Reason: "left"} }
	// Elsewhere half until the end of September.
	elsewhere := []domain.Event{
		but(proposed, func(e *domain.RolePostProposed) { e.Post, e.FTE = id2, domain.OneFTE-sixTenths }),
		but(recruited, func(e *domain.RolePostRecruited) { e.Post, e.FTE, e.Start = id2, domain.OneFTE-sixTenths, 20230501 }),
		but(ended, func(e *domain.RolePostEnded) { e.Post, e.FTE, e.On = id2, domain.OneFTE-sixTenths, 20230930 }),
	}
	claimed := domain.ReimbursementClaimed{RolePost: post, Claim: id3, FY: domain.MustYear("2023/24"), From: 20230501, To: 20240131, Maximum: 1, Pence: 1}

	return []domaintest.Case{
		{Name: "somebody works more", Given: working, When: to(domain.OneFTE, 20231001), Then: []domain.Event{more}},
		{Name: "as before is no change", Given: working, When: to(sixTenths, 20231001)},
		{Name: "in a post that is proposed", When: to(half, 20231001), Refused: "I-POST-10"},
		{Name: "and recruited to", Given: []domain.Event{proposed}, When: to(half, 20231001), Refused: "I-POST-5"},
		{Name: "from then on", Given: working, When: to(half, 20230430), Refused: "I-POST-5"},
		{Name: "after the first day", Given: working, When: to(half, 20230501), Refused: "I-POST-12"},
		{Name: "after the change before", Given: with(working, more), When: to(half, 20231001), Refused: "I-POST-12"},
		{Name: "until the end", Given: with(working, ended), When: to(half, 20240401), Refused: "I-POST-12"},
		{Name: "told late", Given: with(working, ended), When: to(half, 20240331), Then: []domain.Event{changed(sixTenths, half, 20240331)}},
		{Name: "when the day has come", Given: working, When: to(half, 20240604), Refused: "I-POST-13"},
		{Name: "as far as the day is long", Given: with(working, elsewhere...), When: to(domain.OneFTE, 20230930), Refused: "I-POST-2", Prevents: true},
		{Name: "which it is the day after", Given: with(working, elsewhere...), When: to(domain.OneFTE, 20231001), Then: []domain.Event{more}},

		{Name: "a post ends", Given: working, When: end(20240331), Then: []domain.Event{ended}},
		{Name: "at what it was last", Given: with(working, more), When: end(20240331), Then: []domain.Event{but(ended, func(e *domain.RolePostEnded) { e.FTE = domain.OneFTE })}},
		{Name: "once", Given: with(working, ended), When: end(20240401), Refused: "I-POST-12"},
		{Name: "not before it begins", Given: working, When: end(20230430), Refused: "I-POST-12"},
		{Name: "or changes", Given: with(working, more), When: end(20230930), Refused: "I-POST-12"},
		{Name: "or is embedded", Given: with(working, embedded), When: end(20230630), Refused: "I-POST-12"},
		{Name: "when the day has come", Given: working, When: end(20240604), Refused: "I-POST-13"},
		{Name: "one that is proposed", When: end(20240331), Refused: "I-POST-10"},
		{Name: "and never came to be", Given: []domain.Event{proposed}, When: end(20230331), Then: []domain.Event{
			domain.RolePostEnded{RolePost: post, FTE: sixTenths, On: 20230331, Reason: "left"},
		}},
		{Name: "after what is claimed for it", Given: with(working, claimed), When: end(20240131), Then: []domain.Event{but(ended, func(e *domain.RolePostEnded) { e.On = 20240131 })}},
		{Name: "not before", Given: with(working, claimed), When: end(20240130), Refused: "I-POST-7", Prevents: true},
		{
			Name: "but if it did it is written down", Given: with(working, claimed), When: end(20240130), Happened: 20240130,
			Then: []domain.Event{but(ended, func(e *domain.RolePostEnded) { e.On = 20240130 })}, Breaches: []domain.Rule{"I-POST-7"},
		},
	}
}
