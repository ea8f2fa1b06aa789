package demo

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/role"
)

var roleTries = []attempt{
	{role.RulePerson, func(t *trying) { t.no(t.lead, t.secondJob()) }},
	{role.RuleType, func(t *trying) { t.no(t.lead, t.notOfTheScheme()) }},
	{role.RuleCap, func(t *trying) { t.no(t.lead, t.secondDigital()) }},
	{role.RuleRecruited, func(t *trying) { t.no(t.manager, t.embed(t.opening("CARE_COORDINATOR"))) }},
	{role.RuleTerm, func(t *trying) {
		id := t.opening("CARE_COORDINATOR")
		r := t.recruiting(id, t.nobody())
		r.IntendedMonths = 5
		t.give(r.Start, t.lead, r)
		t.no(t.manager, t.embed(id))
	}},
	{role.RuleReimbursed, func(t *trying) { t.no(t.finance, t.claiming(t.filled(), t.d.AddDays(-60), 90_000)) }},
	{role.RuleAdditional, func(t *trying) { t.no(t.lead, t.replacing()) }},
	{role.RuleConditions, func(t *trying) { // one is short
		e := t.embed(t.filled())
		e.Tests[2].Holds = false
		t.no(t.manager, e)
	}},
	{role.RuleNamed, func(t *trying) { t.no(t.manager, t.embed(t.nobody())) }},
	{role.RuleIdentity, func(t *trying) {
		p := t.proposal("CARE_COORDINATOR")
		p.Post = t.opening("CARE_COORDINATOR")
		p.FTE = domain.OneFTE / 4
		t.no(t.lead, p)
	}},
	{role.RuleOrder, func(t *trying) {
		id := t.opening("CARE_COORDINATOR")
		t.give(t.d.AddDays(-2), t.lead, role.EndRolePost{Post: id, On: t.d.AddDays(-2), Reason: "not needed"})
		t.no(t.lead, t.recruiting(id, t.nobody()))
	}},
	{role.RuleFuture, func(t *trying) {
		r := t.recruiting(t.opening("CARE_COORDINATOR"), t.nobody())
		r.Start = t.future()
		t.no(t.lead, r)
	}},
	{role.RuleHub, func(t *trying) { t.no(t.lead, t.beforeThere()) }},
	{role.RuleOpen, func(t *trying) { t.no(t.lead, t.employedByTheCollege()) }},
	{role.RuleBand, func(t *trying) { t.no(t.lead, t.paidTooMuch()) }},
	{role.RuleRegistered, func(t *trying) { t.no(t.lead, t.recruiting(t.opening(pharmacist), t.nobody())) }},
	{role.RuleEligible, func(t *trying) {
		if t.fy >= 2024 {
			t.no(t.lead, t.longQualified())
		}
	}},
	{role.RuleLegs, func(t *trying) { t.no(t.lead, t.twoLegsAtOnce()) }},
	{role.RulePublished, func(t *trying) {
		t.no(t.finance, role.SetRoleEntitlement{PCN: t.pcns[0], FY: firstYear - 1, Registered: 1, Weighted: 1, PatientsOn: beforeHubs, SourceDoc: "Invented lists"})
	}},
	{role.RulePublished, func(t *trying) { t.no(t.finance, t.inInnerLondon()) }},
	{role.RuleMaximum, func(t *trying) { t.no(t.finance, t.claiming(t.filled(), t.d.AddDays(-20), 900_000)) }},
	{role.RuleEntitlement, func(t *trying) { t.no(t.lead, t.nextYears()) }},
	{role.RuleClaimedPeriod, func(t *trying) {
		id := t.filled()
		t.give(t.d, t.finance, t.claiming(id, t.d.AddDays(-20), 20_000))
		t.no(t.finance, t.claiming(id, t.d.AddDays(-15), 20_000))
	}},
	{role.RuleFunding, func(t *trying) { t.no(t.finance, t.paidByThePractice()) }},
}

// proposal is a post of a type in the first PCN, from a month before the day.
func (t *trying) proposal(code string) role.ProposeRolePost {
	p := role.ProposeRolePost{
		PCN: t.pcns[0], RoleType: code, Origin: domain.OriginPCNDES, FTE: domain.OneFTE, Funding: domain.FundingARRS, Area: england, Additional: true, From: t.d.AddDays(-25),
	}
	if of, _ := typeOn(code, p.From); len(of.Bands) > 0 {
		p.Band = of.Bands[0]
	}
	return p
}

func (t *trying) opening(code string) uuid.UUID {
	return domain.NewID(t.give(t.d.AddDays(-30), t.lead, t.proposal(code)), "post")
}

// recruiting is somebody who begins a month before the day.
func (t *trying) recruiting(post, person uuid.UUID) role.RecruitRolePost {
	return role.RecruitRolePost{Post: post, Person: person, Employer: t.host, Start: t.d.AddDays(-25), IntendedMonths: 12}
}

// filled is a post in which somebody works.
func (t *trying) filled() uuid.UUID {
	id := t.opening("CARE_COORDINATOR")
	r := t.recruiting(id, t.nobody())
	t.give(r.Start, t.lead, r)
	return id
}

func (t *trying) embed(post uuid.UUID) role.EmbedRole {
	return t.embedding(&job{id: post}, t.d)
}

func (t *trying) claiming(post uuid.UUID, from domain.Date, pence domain.Pence) role.ClaimReimbursement {
	return role.ClaimReimbursement{Post: post, From: from, To: t.d, Pence: pence}
}

// secondJob is another whole post for somebody who has one.
func (t *trying) secondJob() role.RecruitRolePost {
	person := t.nobody()
	first := t.recruiting(t.opening("CARE_COORDINATOR"), person)
	t.give(first.Start, t.lead, first)
	return t.recruiting(t.opening("CARE_COORDINATOR"), person)
}

// notOfTheScheme is a post that the scheme is to pay for and does not.
func (t *trying) notOfTheScheme() role.ProposeRolePost {
	return t.proposal("PRACTICE_NURSE")
}

// secondDigital is one more post of a type of which there is one in a PCN.
func (t *trying) secondDigital() role.ProposeRolePost {
	p := t.proposal("DIGITAL_LEAD")
	p.PCN = t.pcns[slices.IndexFunc(t.pcns, func(pcn string) bool { return !t.has(pcn, "DIGITAL_LEAD") })]
	first := domain.NewID(t.give(t.d.AddDays(-30), t.lead, p), "post")
	t.give(t.d.AddDays(3), t.lead, role.EndRolePost{Post: first, On: t.d.AddDays(3), Reason: "the neighbours have one for both"})
	return p
}

// replacing is a post that is not additional.
func (t *trying) replacing() role.ProposeRolePost {
	p := t.proposal("CARE_COORDINATOR")
	p.Additional = false
	return p
}

func (t *trying) beforeThere() role.ProposeRolePost {
	p := t.proposal("CARE_COORDINATOR")
	p.From = beforeHubs
	return p
}

func (t *trying) employedByTheCollege() role.RecruitRolePost {
	r := t.recruiting(t.opening("CARE_COORDINATOR"), t.nobody())
	r.Employer, r.Start = t.suppliers[0].code, beforeCollege
	return r
}

func (t *trying) paidTooMuch() role.ProposeRolePost {
	p := t.proposal("CARE_COORDINATOR")
	p.Band = "9"
	return p
}

// longQualified is a general practitioner who qualified three years ago.
func (t *trying) longQualified() role.RecruitRolePost {
	id := t.opening(newlyGP)
	r := t.recruiting(id, t.nobody())
	t.check(r.Person, domain.RegulatorGMC, r.Start.AddDays(-4))
	r.QualifiedOn = r.Start.AddMonths(-36)
	return r
}

// twoLegsAtOnce is a rotation whose legs are at the same time.
func (t *trying) twoLegsAtOnce() role.CreateRotationalPost {
	leg := role.Leg{Org: t.pcns[0], From: t.d, To: t.d.AddDays(90), FTE: domain.OneFTE * 3 / 5}
	other := leg
	other.Org = t.nextHost()
	return role.CreateRotationalPost{PCN: t.pcns[0], RoleType: "PARAMEDIC", Origin: domain.OriginNew, Legs: []role.Leg{leg, other}}
}

// inInnerLondon is a claim by a rate that nobody has published.
func (t *trying) inInnerLondon() role.ClaimReimbursement {
	p := t.proposal("CARE_COORDINATOR")
	p.Area = "INNER_LONDON"
	id := domain.NewID(t.give(t.d.AddDays(-30), t.lead, p), "post")
	r := t.recruiting(id, t.nobody())
	t.give(r.Start, t.lead, r)
	return t.claiming(id, r.Start, 50_000)
}

// nextYears is a post of a year for which nobody knows the list of the PCN yet,
// by which its cap goes.
func (t *trying) nextYears() role.ProposeRolePost {
	p := t.proposal("ADVANCED_PRACTITIONER")
	p.From = day(t.fy.Next(), 5, 1)
	return p
}

// paidByThePractice is a claim for a post that a practice pays for.
func (t *trying) paidByThePractice() role.ClaimReimbursement {
	p := t.proposal("CARE_COORDINATOR")
	p.Funding, p.Area = domain.FundingPractice, ""
	id := domain.NewID(t.give(t.d.AddDays(-30), t.lead, p), "post")
	r := t.recruiting(id, t.nobody())
	t.give(r.Start, t.lead, r)
	return t.claiming(id, r.Start, 10_000)
}
