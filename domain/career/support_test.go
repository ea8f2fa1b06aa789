package career_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/career"
	"github.com/hubledger/hubledger/domain/domaintest"
)

// fellow is a GP who applies on a day, so long after completing training.
func fellow(qualified, applied domain.Date) career.StartSupport {
	return career.StartSupport{
		Support: id1, Kind: domain.SupportFellowship, Person: doctor, Profession: "GP", Employer: "A81001", AppliedOn: applied, QualifiedOn: qualified,
		ContractMonths: 24, Payee: "A81001", Start: 20240401, Until: 20260331,
	}
}

// started is what a command says, under a rule.
func started(c career.StartSupport, rule uuid.UUID) domain.SupportStarted {
	return domain.SupportStarted{
		CareerSupport: domain.CareerSupport{Support: c.Support, Hub: "QE1", Kind: c.Kind, Person: c.Person, Profession: c.Profession},
		Supporter:     c.Supporter, Employer: c.Employer, AppliedOn: c.AppliedOn, QualifiedOn: c.QualifiedOn, ContractMonths: c.ContractMonths, OpenEnded: c.OpenEnded,
		RuleRef: rule, Payee: c.Payee, Start: c.Start, Until: c.Until,
	}
}

// preceptee is a nurse for a year from April 2023.
var preceptee = career.StartSupport{
	Support: id1, Kind: domain.SupportPreceptorship, Person: nurse, Profession: "NURSE", Supporter: senior, Employer: "A81001", AppliedOn: 20230301,
	Start: 20230401, Until: 20240331,
}

func mentee(from, until domain.Date) career.StartSupport {
	return career.StartSupport{Support: id1, Kind: domain.SupportMentoring, Person: doctor, Profession: "GP", Supporter: senior, AppliedOn: from, Start: from, Until: until}
}

// Who may be a fellow is held against the rule in force on the day of
// application: within 12 months of completing training, until 29 March 2024.
func startCases() []domaintest.Case {
	fine := fellow(20230330, 20240329)
	change := func(f func(*career.StartSupport)) career.StartSupport { return but(fine, f) }
	ok := func(c career.StartSupport) []domain.Event { return []domain.Event{started(c, fellowGP)} }
	until := func(day domain.Date) career.StartSupport {
		return change(func(c *career.StartSupport) { c.Until = day })
	}
	before := but(fellow(20220101, 20220301), func(c *career.StartSupport) { c.Support, c.Start, c.Until = id2, 20220401, 20240331 })
	beside := started(but(before, func(c *career.StartSupport) { c.Until = 20240401 }), fellowGP)
	left := domain.SupportWithdrawn{CareerSupport: beside.CareerSupport, On: 20240331, Reason: "moved"}
	unnamed := but(mentee(20230401, 20230930), func(c *career.StartSupport) { c.Support = uuid.Nil })
	derived := started(unnamed, uuid.Nil)
	derived.Support = domain.NewID(domaintest.CommandID, "support")
	coached := but(mentee(20230401, 20230930), func(c *career.StartSupport) { c.Kind = domain.SupportCoaching })

	return []domaintest.Case{
		{Name: "trained on 30 March 2023, applies on 29 March 2024: within 12 months, on the last day", When: fine, Then: ok(fine)},
		{Name: "a day later applications are closed", When: fellow(20230330, 20240330), Refused: "I-SUP-1", Prevents: true},
		{Name: "trained on 28 March 2023 it is more than 12 months", When: fellow(20230328, 20240329), Refused: "I-SUP-1", Prevents: true},
		{Name: "on 29 March 2023 just not", When: fellow(20230329, 20240329), Then: ok(fellow(20230329, 20240329))},
		{
			Name: "a fellow one day too late who began all the same is written down", When: fellow(20230328, 20240329), Happened: 20240401,
			Then: ok(fellow(20230328, 20240329)), Breaches: []domain.Rule{"I-SUP-1"},
		},
		{
			Name: "and one who applied when it was closed, by no rule", When: fellow(20230330, 20240330), Happened: 20240401,
			Then: []domain.Event{started(fellow(20230330, 20240330), uuid.Nil)}, Breaches: []domain.Rule{"I-SUP-1"},
		},
		{Name: "who does not say when is not eligible", When: fellow(0, 20240329), Refused: "I-SUP-1", Prevents: true},
		{Name: "nor who has not completed training on the first day", When: fellow(20240402, 20240329), Refused: "I-SUP-1", Prevents: true},
		{Name: "but may apply before", When: fellow(20240401, 20240329), Then: ok(fellow(20240401, 20240329))},
		{Name: "a contract of two years is needed", When: change(func(c *career.StartSupport) { c.ContractMonths = 23 }), Refused: "I-SUP-1", Prevents: true},
		{Name: "or one without an end", When: change(func(c *career.StartSupport) { c.ContractMonths, c.OpenEnded = 0, true }), Then: ok(change(func(c *career.StartSupport) { c.ContractMonths, c.OpenEnded = 0, true }))},
		{Name: "a profession without a rule has no fellowship", When: change(func(c *career.StartSupport) { c.Profession = "PODIATRIST" }), Refused: "I-SUP-1", Prevents: true},
		{Name: "it lasts two years at most", When: until(20260401), Refused: "I-SUP-3", Prevents: true},
		{Name: "or less", When: until(20241231), Then: ok(until(20241231))},
		{Name: "the money goes to the employer", When: change(func(c *career.StartSupport) { c.Payee = "A81002" }), Refused: "I-SUP-4", Prevents: true},
		{Name: "or nowhere", When: change(func(c *career.StartSupport) { c.Payee = "" }), Then: ok(change(func(c *career.StartSupport) { c.Payee = "" }))},
		{Name: "to one that is known", When: change(func(c *career.StartSupport) { c.Payee = "A81009" }), Refused: "I-SUP-7"},
		{Name: "an employer is known", When: change(func(c *career.StartSupport) { c.Employer, c.Payee = "A81009", "" }), Refused: "I-SUP-7"},
		{Name: "and open", When: change(func(c *career.StartSupport) { c.Employer, c.Payee = "A81002", "" }), Refused: "I-SUP-12", Prevents: true},
		{Name: "one fellowship after another", Given: []domain.Event{started(before, fellowGP)}, When: fine, Then: ok(fine)},
		{Name: "not beside another", Given: []domain.Event{beside}, When: fine, Refused: "I-SUP-2", Prevents: true},
		{Name: "that has not ended", Given: []domain.Event{beside, left}, When: fine, Then: ok(fine)},
		{Name: "nor before one", Given: []domain.Event{started(but(fine, func(c *career.StartSupport) { c.Support, c.Start = id2, 20240501 }), fellowGP)}, When: fine, Refused: "I-SUP-2", Prevents: true},
		{Name: "others have theirs", Given: []domain.Event{but(beside, func(e *domain.SupportStarted) { e.Person = nurse })}, When: fine, Then: ok(fine)},
		{Name: "it is said once", Given: ok(fine), When: until(20241231), Refused: "I-SUP-8"},
		{Name: "under an id of its own", Given: []domain.Event{domain.CareerSupportProvided{Provision: id1}}, When: fine, Refused: "I-SUP-8"},
		{Name: "when it has begun", When: change(func(c *career.StartSupport) { c.Start = 20240604 }), Refused: "I-SUP-10"},
		{Name: "by a hub of the ICS", When: change(func(c *career.StartSupport) { c.Hub = "QF7" }), Refused: "I-SUP-7"},
		{Name: "that is there", When: but(mentee(20230331, 20230930), func(c *career.StartSupport) { c.Hub = "QE1~fylde-coast" }), Refused: "I-SUP-11", Prevents: true},

		{Name: "a nurse has a preceptor", When: preceptee, Then: []domain.Event{started(preceptee, preceptNurse)}},
		{Name: "for a year at most", When: but(preceptee, func(c *career.StartSupport) { c.Until = 20240401 }), Refused: "I-SUP-3", Prevents: true},
		{Name: "who is somebody else", When: but(preceptee, func(c *career.StartSupport) { c.Supporter = nurse }), Refused: "I-SUP-6", Prevents: true},
		{Name: "a mentor needs no rule", When: unnamed, Then: []domain.Event{derived}, Anew: true},
		{Name: "a coach has one", When: coached, Refused: "I-SUP-1", Prevents: true},
	}
}

func endCases() []domaintest.Case {
	begun := []domain.Event{started(preceptee, preceptNurse)}
	of := begun[0].(domain.SupportStarted).CareerSupport
	session := func(id uuid.UUID, day domain.Date) career.RecordSupportSession {
		return career.RecordSupportSession{Session: id, Support: id1, On: day, Minutes: 60}
	}
	held := func(day domain.Date) domain.SupportSessionRecorded {
		return domain.SupportSessionRecorded{CareerSupport: of, Session: id2, On: day, Minutes: 60}
	}
	complete := func(day domain.Date) career.CompleteSupport { return career.CompleteSupport{Support: id1, On: day} }
	completed := func(day domain.Date) domain.SupportCompleted {
		return domain.SupportCompleted{CareerSupport: of, On: day}
	}
	withdraw := func(day domain.Date) career.WithdrawSupport {
		return career.WithdrawSupport{Support: id1, On: day, Reason: "moved"}
	}
	withdrawn := func(day domain.Date) domain.SupportWithdrawn {
		return domain.SupportWithdrawn{CareerSupport: of, On: day, Reason: "moved"}
	}
	and := func(e ...domain.Event) []domain.Event { return append(append([]domain.Event(nil), begun...), e...) }
	// Two fellowships: the first was to end before the second began.
	first := started(but(fellow(20210301, 20210301), func(c *career.StartSupport) { c.Start, c.Until = 20210401, 20220930 }), fellowGP)
	second := started(but(fellow(20220301, 20220801), func(c *career.StartSupport) { c.Support, c.Start, c.Until = id2, 20221001, 20240331 }), fellowGP)
	done := func(day domain.Date) domain.SupportCompleted {
		return domain.SupportCompleted{CareerSupport: first.CareerSupport, On: day}
	}

	return []domaintest.Case{
		{Name: "a session takes place", Given: begun, When: session(id2, 20230401), Then: []domain.Event{held(20230401)}},
		{Name: "and another", Given: and(held(20230401)), When: session(id3, 20230401), Then: []domain.Event{but(held(20230401), func(e *domain.SupportSessionRecorded) { e.Session = id3 })}},
		{Name: "which says one thing", Given: and(held(20230401)), When: session(id2, 20230402), Refused: "I-SUP-8"},
		{Name: "of support that has begun", When: session(id2, 20230401), Refused: "I-SUP-7"},
		{Name: "not before its first day", Given: begun, When: session(id2, 20230331), Refused: "I-SUP-9"},
		{Name: "nor after its last", Given: and(completed(20230930)), When: session(id2, 20231001), Refused: "I-SUP-9"},
		{Name: "but on it", Given: and(completed(20230930)), When: session(id2, 20230930), Then: []domain.Event{held(20230930)}},
		{Name: "and when its day has come", Given: begun, When: session(id2, 20240604), Refused: "I-SUP-10"},

		{Name: "a preceptorship is completed after six months", Given: begun, When: complete(20230930), Then: []domain.Event{completed(20230930)}},
		{Name: "and not a day before", Given: begun, When: complete(20230929), Refused: "I-SUP-5", Prevents: true},
		{Name: "but if it was it is written down", Given: begun, When: complete(20230929), Happened: 20230929, Then: []domain.Event{completed(20230929)}, Breaches: []domain.Rule{"I-SUP-5"}},
		{Name: "nor after a year", Given: begun, When: complete(20240401), Refused: "I-SUP-3", Prevents: true},
		{Name: "once", Given: and(completed(20230930)), When: complete(20231001), Refused: "I-SUP-9"},
		{Name: "and not withdrawn before", Given: and(withdrawn(20230930)), When: complete(20230930), Refused: "I-SUP-9"},
		{Name: "once it has begun", When: complete(20230930), Refused: "I-SUP-7"},
		{Name: "on a day that has come", Given: begun, When: complete(20240604), Refused: "I-SUP-10"},
		{Name: "a fellowship may take longer than planned", Given: []domain.Event{first, second}, When: complete(20220930), Then: []domain.Event{done(20220930)}},
		{Name: "not beside the next", Given: []domain.Event{first, second}, When: complete(20221001), Refused: "I-SUP-2", Prevents: true},

		{Name: "support is withdrawn", Given: begun, When: withdraw(20230515), Then: []domain.Event{withdrawn(20230515)}},
		{Name: "before it began", Given: begun, When: withdraw(20230331), Then: []domain.Event{withdrawn(20230331)}},
		{Name: "not earlier", Given: begun, When: withdraw(20230330), Refused: "I-SUP-9"},
		{Name: "nor later than planned", Given: begun, When: withdraw(20240401), Refused: "I-SUP-9"},
		{Name: "once", Given: and(withdrawn(20230515)), When: withdraw(20230516), Refused: "I-SUP-9"},
		{Name: "of what has begun", When: withdraw(20230515), Refused: "I-SUP-7"},
		{Name: "on a day that has come", Given: []domain.Event{but(begun[0].(domain.SupportStarted), func(e *domain.SupportStarted) { e.Until = 20250331 })}, When: withdraw(20240604), Refused: "I-SUP-10"},
	}
}

func provideCases() []domaintest.Case {
	provide := career.RecordCareerSupport{Provision: id1, Stage: domain.StageMidCareer, Profession: "GP", Contacts: 12, On: 20230501}
	provided := domain.CareerSupportProvided{Provision: id1, Hub: "QE1", Stage: domain.StageMidCareer, Profession: "GP", Contacts: 12, On: 20230501}
	early := func(day domain.Date) career.RecordCareerSupport {
		return but(provide, func(c *career.RecordCareerSupport) { c.Hub, c.On = "QE1~fylde-coast", day })
	}
	// £333 a head and year, whatever the hours.
	use := func(id uuid.UUID, pence domain.Pence, day domain.Date) career.UseCPDFunding {
		return career.UseCPDFunding{Use: id, Person: nurse, Profession: "NURSE", Pence: pence, Purpose: domain.CPDCourse, On: day}
	}
	used := func(id uuid.UUID, pence domain.Pence, day domain.Date) domain.CPDFundingUsed {
		return domain.CPDFundingUsed{
			Use: id, Hub: "QE1", Person: nurse, Profession: "NURSE", FY: domain.YearOf(day), Pence: pence, Purpose: domain.CPDCourse, RateRef: headNurse, On: day,
		}
	}
	backfill := but(use(id1, 333_00, 20230501), func(c *career.UseCPDFunding) { c.Purpose = domain.CPDBackfill })
	doctors := but(use(id1, 1, 20230501), func(c *career.UseCPDFunding) { c.Profession = "GP" })
	midwives := but(use(id1, 1, 20230501), func(c *career.UseCPDFunding) { c.Profession = "MIDWIFE" })
	elsewhere := func(day domain.Date) career.UseCPDFunding {
		return but(use(id1, 1, day), func(c *career.UseCPDFunding) { c.Hub = "QE1~fylde-coast" })
	}
	return []domaintest.Case{
		{Name: "people have support", When: provide, Then: []domain.Event{provided}},
		{Name: "which says one thing", Given: []domain.Event{provided}, When: but(provide, func(c *career.RecordCareerSupport) { c.Contacts++ }), Refused: "I-SUP-8"},
		{Name: "when its day has come", When: early(20240604), Refused: "I-SUP-10"},
		{Name: "by a hub that is there", When: early(20230331), Refused: "I-SUP-11", Prevents: true},
		{Name: "of the ICS", When: but(provide, func(c *career.RecordCareerSupport) { c.Hub = "QF7" }), Refused: "I-SUP-7"},

		{Name: "a head has £333 a year", When: use(id1, 333_00, 20230501), Then: []domain.Event{used(id1, 333_00, 20230501)}},
		{Name: "and not a penny more", When: use(id1, 333_01, 20230501), Refused: "I-SUP-14", Prevents: true},
		{Name: "in several uses", Given: []domain.Event{used(id2, 100_00, 20230401)}, When: use(id1, 233_00, 20240331), Then: []domain.Event{used(id1, 233_00, 20240331)}},
		{Name: "that add up", Given: []domain.Event{used(id2, 100_00, 20230401)}, When: use(id1, 233_01, 20240331), Refused: "I-SUP-14", Prevents: true},
		{
			Name: "but what was used is written down", Given: []domain.Event{used(id2, 100_00, 20230401)}, When: use(id1, 233_01, 20240331), Happened: 20240331,
			Then: []domain.Event{used(id1, 233_01, 20240331)}, Breaches: []domain.Rule{"I-SUP-14"},
		},
		{Name: "and ends with the year", Given: []domain.Event{used(id2, 100_00, 20240331)}, When: use(id1, 333_00, 20240401), Then: []domain.Event{used(id1, 333_00, 20240401)}},
		{Name: "each head its own", Given: []domain.Event{but(used(id2, 333_00, 20230401), func(e *domain.CPDFundingUsed) { e.Person = doctor })}, When: use(id1, 333_00, 20230501), Then: []domain.Event{used(id1, 333_00, 20230501)}},
		{Name: "a use says one thing", Given: []domain.Event{used(id1, 100_00, 20230501)}, When: use(id1, 100_01, 20230501), Refused: "I-SUP-8"},
		{Name: "not for backfill", When: backfill, Refused: "I-SUP-13", Prevents: true},
		{Name: "for professions that have some", When: doctors, Refused: "I-SUP-15", Prevents: true},
		{Name: "by the head", When: midwives, Refused: "I-SUP-15", Prevents: true},
		{
			Name: "and what others used is written down, by no rate", When: doctors, Happened: 20230501, Breaches: []domain.Rule{"I-SUP-15"},
			Then: []domain.Event{but(used(id1, 1, 20230501), func(e *domain.CPDFundingUsed) { e.Profession, e.RateRef = "GP", uuid.Nil })},
		},
		{Name: "when the day has come", When: use(id1, 1, 20240604), Refused: "I-SUP-10"},
		{Name: "by a hub that is there", When: elsewhere(20230331), Refused: "I-SUP-11", Prevents: true},
	}
}
