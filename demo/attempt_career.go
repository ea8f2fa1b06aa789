package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/career"
	"github.com/hubledger/hubledger/domain/employment"
	"github.com/hubledger/hubledger/domain/person"
	"github.com/hubledger/hubledger/domain/registration"
)

var careerTries = []attempt{
	{career.RuleEligible, func(t *trying) { t.no(t.lead, t.aDayTooLate()) }},
	{career.RuleFellowship, func(t *trying) {
		if t.fy.Last() <= lastApplication.AddDays(2) {
			t.no(t.lead, t.secondFellowship())
		}
	}},
	{career.RuleLongest, func(t *trying) { t.no(t.lead, t.tooLong()) }},
	{career.RuleEmployer, func(t *trying) { t.no(t.lead, t.paidToTheHost()) }},
	{career.RuleShortest, func(t *trying) { t.no(t.lead, t.overTooSoon()) }},
	{career.RuleSupporter, func(t *trying) { t.no(t.lead, t.ownMentor()) }},
	{career.RuleNamed, func(t *trying) { t.no(t.lead, career.CompleteSupport{Support: t.nobody(), On: t.d}) }},
	{career.RuleIdentity, func(t *trying) {
		s := t.mentored(t.d.AddDays(-5))
		s.Support = domain.NewID(t.give(t.d.AddDays(-5), t.lead, s), "support")
		s.Profession = "NURSE"
		t.no(t.lead, s)
	}},
	{career.RuleOrder, func(t *trying) {
		id := domain.NewID(t.give(t.d.AddDays(-5), t.lead, t.mentored(t.d.AddDays(-5))), "support")
		t.no(t.lead, career.RecordSupportSession{Support: id, On: t.d.AddDays(-9), Minutes: 45})
	}},
	{career.RuleFuture, func(t *trying) {
		id := domain.NewID(t.give(t.d.AddDays(-5), t.lead, t.mentored(t.d.AddDays(-5))), "support")
		t.no(t.lead, career.RecordSupportSession{Support: id, On: t.future(), Minutes: 45})
	}},
	{career.RuleHub, func(t *trying) { t.no(t.lead, t.contactsOn(beforeHubs)) }},
	{career.RuleOpen, func(t *trying) { t.no(t.lead, t.nurseOfTheCollege()) }},
	{career.RulePurpose, func(t *trying) { t.no(t.lead, t.money("NURSE", domain.CPDBackfill, 10_000)) }},
	{career.RuleHead, func(t *trying) { t.no(t.lead, t.money("NURSE", domain.CPDCourse, 33_301)) }},
	{career.RulePublished, func(t *trying) { t.no(t.lead, t.money("DENTIST", domain.CPDCourse, 10_000)) }},
	{registration.RuleNamed, func(t *trying) {
		c := t.finding(t.nobody(), domain.RegistrationCurrent, t.d)
		c.Hub = domain.HubID(t.n.icbs[(t.index+1)%len(t.n.icbs)].Code)
		t.no(t.clerk, c)
	}},
	{registration.RuleFuture, func(t *trying) { t.no(t.clerk, t.finding(t.nobody(), domain.RegistrationCurrent, t.future())) }},
	{registration.RuleOnce, func(t *trying) {
		p := t.nobody()
		t.give(t.d, t.clerk, t.finding(p, domain.RegistrationSuspended, t.d))
		t.no(t.clerk, t.finding(p, domain.RegistrationNone, t.d))
	}},
	{employment.RuleFuture, func(t *trying) {
		t.tell(person.Stream(t.nobody()), t.d, t.lead, t.working(t.future()), refusedBy(t.rule))
	}},
	{employment.RuleOnce, func(t *trying) {
		p := t.nobody()
		t.tell(person.Stream(p), t.d, t.lead, t.working(t.d))
		again := t.working(t.d)
		again.InPrimaryCare = false
		t.tell(person.Stream(p), t.d, t.lead, again, refusedBy(t.rule))
	}},
}

// aDayTooLate is a fellow who completed training a year and a day before
// applying.
func (t *trying) aDayTooLate() career.StartSupport {
	applied := t.d.AddDays(-10)
	return t.fellowship(applied, applied.AddMonths(-12).AddDays(-1))
}

func (t *trying) secondFellowship() career.StartSupport {
	applied := t.d.AddDays(-10)
	first := t.fellowship(applied, applied.AddDays(-90))
	t.give(t.d, t.lead, first)
	second := t.fellowship(applied, applied.AddDays(-90))
	second.Person = first.Person
	return second
}

// tooLong is coaching for more than a year.
func (t *trying) tooLong() career.StartSupport {
	s := t.mentored(t.d)
	s.Kind, s.Until = domain.SupportCoaching, t.d.AddMonths(13)
	return s
}

// nurse is a preceptorship of a nurse, from a day on.
func (t *trying) nurse(from domain.Date) career.StartSupport {
	return career.StartSupport{
		Kind: domain.SupportPreceptorship, Person: t.nobody(), Profession: "NURSE", Supporter: t.supporter(), Employer: t.surgery(), AppliedOn: from.AddDays(-8),
		QualifiedOn: from.AddDays(-60), OpenEnded: true, Start: from, Until: from.AddMonths(12).AddDays(-1),
	}
}

func (t *trying) paidToTheHost() career.StartSupport {
	s := t.nurse(t.d)
	s.Payee = t.host
	return s
}

// overTooSoon is a preceptorship of five months.
func (t *trying) overTooSoon() career.CompleteSupport {
	s := t.nurse(t.d.AddMonths(-5))
	return career.CompleteSupport{Support: domain.NewID(t.give(s.Start, t.lead, s), "support"), On: t.d}
}

func (t *trying) mentored(from domain.Date) career.StartSupport {
	return career.StartSupport{Kind: domain.SupportMentoring, Person: t.nobody(), Profession: "GP", Supporter: t.supporter(), AppliedOn: from, Start: from, Until: from.AddMonths(6)}
}

func (t *trying) ownMentor() career.StartSupport {
	s := t.mentored(t.d)
	s.Supporter = s.Person
	return s
}

func (t *trying) contactsOn(d domain.Date) career.RecordCareerSupport {
	return career.RecordCareerSupport{Stage: domain.StageMidCareer, Profession: "GP", Contacts: 12, On: d}
}

// nurseOfTheCollege is a preceptee of a college that was not open yet.
func (t *trying) nurseOfTheCollege() career.StartSupport {
	s := t.nurse(beforeCollege)
	s.Employer = t.suppliers[0].code
	return s
}

func (t *trying) money(profession string, purpose domain.CPDPurpose, pence domain.Pence) career.UseCPDFunding {
	return career.UseCPDFunding{Person: t.nobody(), Profession: profession, Pence: pence, Purpose: purpose, On: t.d}
}

func (t *trying) finding(p uuid.UUID, result domain.RegistrationResult, on domain.Date) registration.RecordRegistrationCheck {
	return registration.RecordRegistrationCheck{Person: p, Regulator: domain.RegulatorNMC, Result: result, On: on}
}

func (t *trying) working(on domain.Date) employment.ConfirmEmploymentStatus {
	return employment.ConfirmEmploymentStatus{On: on, Employed: true, InPrimaryCare: true, Source: "survey of mentees"}
}
