package demo

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/environment"
)

// beforeHubs is a day on which there were no hubs yet.
var beforeHubs = domain.MustDate("2021-03-01")

// beforeCollege is a day on which the college was not open.
var beforeCollege = collegeOpen.AddDays(-9)

var environmentTries = []attempt{
	{environment.RuleNamed, func(t *trying) { t.no(t.clinical, t.look(t.nobody(), t.d)) }},
	{environment.RuleIdentity, func(t *trying) {
		a := t.asking(t.d)
		a.Application = t.steady().application
		t.no(t.lead, a)
	}},
	{environment.RuleFuture, func(t *trying) { t.no(t.lead, t.asking(t.future())) }},
	{environment.RuleHub, func(t *trying) { t.no(t.lead, t.asking(beforeHubs)) }},
	{environment.RuleOpen, func(t *trying) { t.no(t.lead, t.atTheCollege()) }},
	{environment.RuleSchool, func(t *trying) { t.no(t.clinical, t.decidedBy(t.advised(), t.otherSchool())) }},
	{environment.RuleSchool, func(t *trying) { t.no(t.clinical, t.decidedBy(t.advised(), t.host)) }},
	{environment.RulePanel, func(t *trying) { t.no(t.clinical, t.advice(t.seenApplication(), t.hub.panel[:2])) }},
	{environment.RulePanel, func(t *trying) { t.no(t.clinical, t.advice(t.seenApplication(), t.ownPanel())) }},
	{environment.RuleSteps, func(t *trying) { t.no(t.clinical, t.decidedBy(t.seenApplication(), school(t.icb.Region))) }},
	{environment.RuleOnce, func(t *trying) { t.no(t.clinical, t.advice(t.steady().application, t.hub.panel)) }},
	{environment.RuleScope, func(t *trying) { t.no(t.clinical, t.tooMuch(t.advised())) }},
	{environment.RuleLapse, func(t *trying) {
		t.no(t.lead, environment.LapseLEApproval{Application: t.steady().application, On: t.steady().last().AddDays(1), Reason: "a mistake"})
	}},
	{environment.RuleSuspended, func(t *trying) {
		s := t.suspended(t.approvedUntil(t.d.AddDays(200)), false)
		t.no(t.clinical, environment.ReinstateLE{Suspension: s, On: t.d.AddDays(-20), Reason: "a mistake"})
		t.give(t.d.AddDays(1), t.clinical, environment.ReinstateLE{Suspension: s, On: t.d.AddDays(1), Reason: "put right"})
	}},
	{environment.RuleClosed, func(t *trying) {
		id := domain.NewID(t.give(t.d.AddDays(-8), t.clinical, environment.RaiseQualityConcern{
			LE: t.steady().id, Domain: domain.QualityEducators, Risk: domain.RiskLow, Subject: concerns[3], On: t.d.AddDays(-8),
		}), "concern")
		t.give(t.d.AddDays(-1), t.clinical, environment.CloseQualityConcern{Concern: id, On: t.d.AddDays(-1), Outcome: "there was nothing in it"})
		t.no(t.clinical, environment.CloseQualityConcern{Concern: id, On: t.d, Outcome: "there was something in it"})
	}},
}

// steady is the environment of the hub in which nothing goes wrong.
func (h *hub) steady() *setting { return h.settings[0] }

// asking is an application of a practice that is no environment.
func (t *trying) asking(on domain.Date) environment.SubmitLEApplication {
	a := environment.SubmitLEApplication{Applicant: t.pcns[1], Sites: t.practices[t.pcns[1]][:1], Professions: []string{nursing}, On: on}
	for i, r := range ratings[0] {
		a.SelfAssessment = append(a.SelfAssessment, domain.SelfAssessment{Domain: domain.QualityDomains[i], Rating: r})
	}
	return a
}

// atTheCollege is an application for a college that was not open yet.
func (t *trying) atTheCollege() environment.SubmitLEApplication {
	a := t.asking(beforeCollege)
	a.Sites = []string{t.suppliers[0].code}
	return a
}

func (t *trying) otherSchool() string {
	if t.icb.Region == "Y56" {
		return school("Y58")
	}
	return school("Y56")
}

func (t *trying) look(application uuid.UUID, on domain.Date) environment.RecordLEVisit {
	return environment.RecordLEVisit{Application: application, Kind: domain.LEDeskReview, On: on}
}

// applied is an application that is submitted.
func (t *trying) applied() uuid.UUID {
	return domain.NewID(t.give(t.d.AddDays(-40), t.lead, t.asking(t.d.AddDays(-40))), "application")
}

// seenApplication is one that was looked at too.
func (t *trying) seenApplication() uuid.UUID {
	id := t.applied()
	t.give(t.d.AddDays(-34), t.clinical, t.look(id, t.d.AddDays(-34)))
	return id
}

// advised is one that the hub has recommended too.
func (t *trying) advised() uuid.UUID {
	id := t.seenApplication()
	a := t.advice(id, t.hub.panel)
	a.On = t.d.AddDays(-32)
	t.give(a.On, t.clinical, a)
	return id
}

func (t *trying) advice(id uuid.UUID, panel []domain.PanelMember) environment.RecommendLEApproval {
	return environment.RecommendLEApproval{Application: id, Panel: panel, Outcome: domain.LEApproved, Reason: adviceOn[domain.LEApproved], On: t.d}
}

// ownPanel is a panel in which somebody of the applicant's sits.
func (t *trying) ownPanel() []domain.PanelMember {
	return append([]domain.PanelMember{{Person: t.nobody(), Party: t.practices[t.pcns[1]][0]}}, t.hub.panel[:2]...)
}

func (t *trying) decidedBy(id uuid.UUID, by string) environment.DecideLEApproval {
	return environment.DecideLEApproval{
		Application: id, School: by, Outcome: domain.LEApproved, From: t.d, To: t.d.AddDays(700), Sites: t.practices[t.pcns[1]][:1], Professions: []string{nursing},
		Framework: framework(t.d), Reason: adviceOn[domain.LEApproved], On: t.d,
	}
}

// tooMuch is an approval of a site that nobody applied for.
func (t *trying) tooMuch(id uuid.UUID) environment.DecideLEApproval {
	d := t.decidedBy(id, school(t.icb.Region))
	d.Sites = append(slices.Clone(d.Sites), t.practices[t.pcns[0]][0])
	return d
}

// approvedUntil is an environment that is approved from a month before the day.
func (t *trying) approvedUntil(last domain.Date) *setting {
	a := t.asking(t.d.AddDays(-40))
	a.Application, a.LE = t.newcomer(), t.newcomer()
	t.give(a.On, t.lead, a)
	t.give(t.d.AddDays(-34), t.clinical, t.look(a.Application, t.d.AddDays(-34)))
	advice := t.advice(a.Application, t.hub.panel)
	advice.On = t.d.AddDays(-32)
	t.give(advice.On, t.clinical, advice)
	d := t.decidedBy(a.Application, school(t.icb.Region))
	d.On, d.From, d.To = t.d.AddDays(-30), t.d.AddDays(-30), last
	t.give(d.On, t.clinical, d)
	return &setting{id: a.LE, pcn: a.Applicant, sites: a.Sites, teachers: t.steady().teachers}
}

// suspended suspends an environment, from ten days before the day.
func (t *trying) suspended(s *setting, running bool) uuid.UUID {
	from := t.d.AddDays(-10)
	return domain.NewID(t.give(from, t.clinical, environment.SuspendLE{
		LE: s.id, By: school(t.icb.Region), ISFCategory: 2, Reason: "learners were left alone with patients", From: from, IncludesRunning: running,
	}), "suspension")
}
