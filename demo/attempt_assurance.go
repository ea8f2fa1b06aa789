package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/assurance"
)

var assuranceTries = []attempt{
	{assurance.RuleNamed, func(t *trying) {
		t.no(t.manager, assurance.CloseShortfall{Shortfall: t.nobody(), On: t.d, Outcome: "it is over"})
	}},
	{assurance.RuleIdentity, func(t *trying) {
		a := t.assessment(t.d)
		a.Assessment = t.newest
		t.no(t.manager, a)
	}},
	{assurance.RuleFuture, func(t *trying) {
		a := t.assessment(t.d)
		a.On = t.future()
		t.no(t.manager, a)
	}},
	{assurance.RuleHub, func(t *trying) { t.no(t.manager, t.assessment(beforeHubs)) }},
	{assurance.RuleOpen, func(t *trying) { t.no(t.manager, t.assessedByTheCollege()) }},
	{assurance.RuleMatrix, func(t *trying) { t.no(t.manager, t.leftOut()) }},
	{assurance.RuleOnce, func(t *trying) {
		t.give(t.d.AddDays(-1), t.manager, t.assessment(t.d.AddDays(-1)))
		t.no(t.manager, t.assessment(t.d.AddDays(-1)))
	}},
	{assurance.RuleUnderstood, func(t *trying) { t.no(t.clerk, t.understood()) }},
	{assurance.RuleContracted, func(t *trying) { t.no(t.manager, t.unable("", "RESEARCH", uuid.Nil)) }},
	{assurance.RuleShown, func(t *trying) { t.no(t.manager, t.notShown("")) }},
	{assurance.RuleShort, func(t *trying) {
		t.short("")
		t.no(t.manager, t.unable("", planned, uuid.Nil))
	}},
	{assurance.RuleClosed, func(t *trying) {
		t.no(t.manager, assurance.CloseShortfall{Shortfall: t.short(""), On: t.d.AddDays(-60), Outcome: "it was never there"})
	}},
	{assurance.RuleArranged, func(t *trying) { t.no(t.manager, t.tooEarlyHelp("")) }},
	{assurance.RuleOneProvider, func(t *trying) {
		a := t.help(t.short(""))
		t.end(domain.NewID(t.give(t.d.AddDays(-8), t.manager, a), "arrangement"))
		t.no(t.manager, a)
	}},
	{assurance.RuleProvider, func(t *trying) { t.no(t.manager, t.helpOfTheRegulator("")) }},
	{assurance.RuleApproved, func(t *trying) { t.no(t.manager, t.approvedLate("")) }},
	{assurance.RuleApproved, func(t *trying) {
		a := t.help(t.short(""))
		a.Office = school(t.icb.Region)
		t.no(t.manager, a)
	}},
	{assurance.RuleEnded, func(t *trying) { t.no(t.manager, t.wentOn("")) }},
	{assurance.RuleOthers, func(t *trying) {
		t.no(t.lead, assurance.ShareGoodPractice{Title: practicesThatWork[0], Audience: "the hub", WithHubs: []domain.HubID{domain.HubID(t.icb.Code)}, On: t.d})
	}},
}

// planned is a requirement of all contracts.
const planned = "WORKFORCE_PLANNING"

func (t *trying) assessment(on domain.Date) assurance.AssessMaturity {
	return t.matured("", t.fy, on)
}

func (t *trying) assessedByTheCollege() assurance.AssessMaturity {
	a := t.assessment(beforeCollege)
	a.Party = t.suppliers[0].code
	return a
}

// leftOut is an assessment that leaves a domain out.
func (t *trying) leftOut() assurance.AssessMaturity {
	a := t.assessment(t.d.AddDays(-4))
	a.Scores = a.Scores[1:]
	return a
}

// understood says that the maturity of the hub is understood, when it had never
// been assessed.
func (t *trying) understood() assurance.AssessAssurance {
	first := firstYear.First()
	until := first.AddDays(4*int(t.fy-firstYear) + t.d.Day()%4) // one of its own
	return assurance.AssessAssurance{
		Item: domain.ConsiderMaturity, PeriodFrom: first, PeriodTo: until, Rating: domain.AssuranceModerate, Findings: "talked about",
		DocHashes: []domain.Hash{hashOf(t.icb.Code, "talk")}, Assessor: t.clerk.Person, Party: office(t.icb.Region), On: first.AddDays(30),
	}
}

// unable says that a hub is not able to deliver something.
func (t *trying) unable(of domain.HubID, requirement string, shown uuid.UUID) assurance.DeclareShortfall {
	u := assurance.Unmet{Requirement: requirement, Assessment: shown}
	if shown == uuid.Nil {
		u.Reason = "two of three planners have left"
	}
	return assurance.DeclareShortfall{Hub: of, Requirements: []assurance.Unmet{u}, On: t.d}
}

// notShown is a shortfall that an assessment is to show and does not.
func (t *trying) notShown(of domain.HubID) assurance.DeclareShortfall {
	a := t.assessment(t.d.AddDays(-2))
	a.Hub = of
	return t.unable(of, planned, domain.NewID(t.give(a.On, t.manager, a), "assessment"))
}

// short is a shortfall of a hub, declared ten days before the day and closed
// some days after.
func (t *trying) short(of domain.HubID) uuid.UUID {
	s := t.unable(of, planned, uuid.Nil)
	s.On = t.d.AddDays(-10)
	id := domain.NewID(t.give(s.On, t.manager, s), "shortfall")
	t.give(t.d.AddDays(9), t.manager, assurance.CloseShortfall{Shortfall: id, On: t.d.AddDays(9), Outcome: "the posts are filled"})
	return id
}

// help is that the next hub plans in the place of this one, for some days.
func (t *trying) help(shortfall uuid.UUID) assurance.AgreeInterimArrangement {
	a := t.interim(shortfall, t.d.AddDays(-9))
	a.Requirements, a.From, a.Until = []string{planned}, t.d.AddDays(-5), t.d.AddDays(4)
	return a
}

// end ends an arrangement before its shortfall is closed.
func (t *trying) end(arrangement uuid.UUID) {
	t.give(t.d.AddDays(5), t.manager, assurance.EndInterimArrangement{Arrangement: arrangement, On: t.d.AddDays(4), Reason: "it ran out"})
}

// tooEarlyHelp begins before the shortfall.
func (t *trying) tooEarlyHelp(of domain.HubID) assurance.AgreeInterimArrangement {
	a := t.help(t.short(of))
	a.On, a.From = t.d.AddDays(-20), t.d.AddDays(-14)
	return a
}

// helpOfTheRegulator is by a body that hubs do not account to.
func (t *trying) helpOfTheRegulator(of domain.HubID) assurance.AgreeInterimArrangement {
	a := t.help(t.short(of))
	a.Provider = domain.InterimProvider{Kind: domain.ProviderAccountableBody, Code: "GMC"}
	return a
}

// approvedLate is approved when it has begun.
func (t *trying) approvedLate(of domain.HubID) assurance.AgreeInterimArrangement {
	a := t.help(t.short(of))
	a.On = t.d.AddDays(-1)
	return a
}

// wentOn is an arrangement that ends later than agreed.
func (t *trying) wentOn(of domain.HubID) assurance.EndInterimArrangement {
	a := t.help(t.short(of))
	a.Until = t.d.AddDays(-2)
	id := domain.NewID(t.give(t.d.AddDays(-8), t.manager, a), "arrangement")
	if of == "" {
		t.give(t.d.AddDays(1), t.manager, assurance.EndInterimArrangement{Arrangement: id, On: a.Until, Reason: "it ran out"})
	}
	return assurance.EndInterimArrangement{Arrangement: id, On: t.d, Reason: "nobody looked at the day"}
}

// closedTooSoon is a shortfall that is closed while somebody stands in.
func (t *trying) closedTooSoon(of domain.HubID) assurance.CloseShortfall {
	s := t.unable(of, planned, uuid.Nil)
	s.On = t.d.AddDays(-10)
	id := domain.NewID(t.give(s.On, t.manager, s), "shortfall")
	t.end(domain.NewID(t.give(t.d.AddDays(-8), t.manager, t.help(id)), "arrangement"))
	return assurance.CloseShortfall{Shortfall: id, On: t.d, Outcome: "the posts are filled"}
}
