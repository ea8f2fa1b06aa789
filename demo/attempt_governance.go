package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/governance"
	"github.com/hubledger/hubledger/domain/planning"
)

var governanceTries = []attempt{
	{governance.RuleNamed, func(t *trying) { t.no(t.clerk, t.wish(t.nobody())) }},
	{governance.RuleIdentity, func(t *trying) {
		m := t.gathering(t.members[:4], "Other business")
		m.Meeting = t.meetings[0].id
		t.no(t.clerk, m)
	}},
	{governance.RuleFuture, func(t *trying) {
		t.no(t.manager, governance.RecordEngagement{Forum: forums[0], On: t.future(), Attendees: []uuid.UUID{t.manager.Person}})
	}},
	{governance.RuleHub, func(t *trying) { t.no(t.manager, t.volunteer()) }},
	{governance.RuleWIG, func(t *trying) { t.no(t.clerk, t.observer()) }},
	{governance.RuleOnce, func(t *trying) {
		t.no(t.clerk, governance.AppointWIGMember{Person: t.members[0].person, Capacity: "LAY", Voting: true, From: t.d})
	}},
	{governance.RuleTerms, func(t *trying) { t.no(t.clerk, t.withStranger()) }},
	{governance.RuleChair, func(t *trying) { t.no(t.clerk, t.withoutChair()) }},
	{governance.RuleEndorsed, func(t *trying) { t.no(t.clerk, t.wish(t.inquorate())) }},
	{governance.RuleEstablishment, func(t *trying) { t.no(t.manager, t.surplusLead()) }},
	{governance.RuleOpen, func(t *trying) { t.no(t.clerk, t.earlyLead()) }},
	{governance.RuleDelegation, func(t *trying) {
		t.no(t.clerk, governance.RevokeDelegation{Delegation: t.granted, On: domain.MustDate("2022-01-01"), Reason: "a mistake"})
	}},
	{governance.RuleOwn, func(t *trying) { t.no(t.lead, t.ownDelegation()) }},
}

// wish is a priority that item 1 of a meeting endorses.
func (t *trying) wish(meeting uuid.UUID) governance.EndorsePriority {
	return governance.EndorsePriority{Title: "A wish of few", Beneficiaries: []domain.Beneficiary{domain.BenefitGP}, From: t.d, To: t.d.AddDays(300), Meeting: meeting, Item: "1"}
}

// gathering is a meeting of some members, with one item.
func (t *trying) gathering(there []*member, item string) governance.RecordMeeting {
	m := governance.RecordMeeting{Body: domain.BodyWIG, On: t.d.AddDays(-1), Chair: there[0].person}
	i := governance.AgendaItem{Item: "1", Title: item}
	for _, one := range there {
		i.Attendees = append(i.Attendees, governance.Attendee{Person: one.person, Capacity: one.capacity})
	}
	m.Items = []governance.AgendaItem{i}
	return m
}

// inquorate records a meeting of too few.
func (t *trying) inquorate() uuid.UUID {
	return domain.NewID(t.give(t.d.AddDays(-1), t.clerk, t.gathering(t.members[:2], "What the few wish")), "meeting")
}

func (t *trying) withStranger() governance.RecordMeeting {
	m := t.gathering(t.members[:5], "Extraordinary meeting")
	m.Items[0].Attendees = append(m.Items[0].Attendees, governance.Attendee{Person: t.nobody(), Capacity: "GP"})
	return m
}

func (t *trying) withoutChair() governance.RecordMeeting {
	m := t.gathering(t.members[:6], "Extraordinary meeting")
	m.Items[0].Attendees[0].Out = "15:05"
	return m
}

func (t *trying) volunteer() governance.AppointTeamMember {
	return governance.AppointTeamMember{Person: t.nobody(), Role: "VOLUNTEER", FTE: domain.OneFTE / 5, From: domain.MustDate("2021-01-10")}
}

func (t *trying) observer() governance.AppointWIGMember {
	return governance.AppointWIGMember{Person: t.nobody(), Capacity: "OBSERVER", From: domain.MustDate("2022-03-01")}
}

func (t *trying) surplusLead() governance.AppointTeamMember {
	return governance.AppointTeamMember{Person: t.nobody(), Role: "CLINICAL_LEAD", FTE: domain.OneFTE, DecisionMaking: true, From: t.d}
}

func (t *trying) earlyLead() governance.NamePCNLead {
	return governance.NamePCNLead{PCN: t.pcns[0], Person: t.nobody(), Kind: "EDUCATION_LEAD", From: pcnsOpen.AddDays(-30)}
}

func (t *trying) ownDelegation() governance.GrantDelegation {
	return governance.GrantDelegation{Person: t.lead.Person, Limit: 100_000, From: t.d}
}

var planningTries = []attempt{
	{planning.RuleNamed, func(t *trying) { t.no(t.lead, t.needShownBy(t.nobody(), t.d)) }},
	{planning.RuleIdentity, func(t *trying) {
		k := t.knowing(t.d)
		k.Intelligence = t.seen.intel
		t.no(t.lead, k)
	}},
	{planning.RuleFuture, func(t *trying) {
		t.no(t.lead, planning.RecordWorkforceConversation{PCN: t.pcns[0], On: t.future(), Topics: topics[:1]})
	}},
	{planning.RuleHub, func(t *trying) { t.no(t.lead, t.knowing(domain.MustDate("2021-01-05"))) }},
	{planning.RuleOpen, func(t *trying) { t.no(t.lead, t.collegeTalk()) }},
	{planning.RuleEvidence, func(t *trying) { t.no(t.lead, t.needShownBy(t.seen.exercise, t.fy.First())) }},
	{planning.RuleExercise, func(t *trying) {
		t.no(t.lead, planning.CloseTrainingNeedsExercise{Exercise: t.seen.exercise, On: t.d, Asked: 10, Responses: 9})
	}},
	{planning.RuleNeed, func(t *trying) {
		t.no(t.lead, planning.MeetTrainingNeed{Need: t.seen.need, On: t.fy.First(), How: "by a course"})
	}},
	{planning.RulePlan, func(t *trying) { t.no(t.lead, t.planOf(t.seen.planned, t.fy)) }},
	{planning.RuleInTime, func(t *trying) { t.no(t.lead, t.planOf(t.pcns[0], firstYear-1)) }},
	{planning.RuleRevisions, func(t *trying) {
		t.no(t.manager, planning.EndorseWorkforcePlan{Plan: t.seen.plan, Revision: 9, On: t.d})
	}},
}

func (t *trying) needShownBy(evidence uuid.UUID, on domain.Date) planning.IdentifyTrainingNeed {
	return planning.IdentifyTrainingNeed{Title: "Spirometry", Audience: "practice nurses", Evidence: []uuid.UUID{evidence}, Urgency: domain.UrgencyLow, On: on}
}

func (t *trying) knowing(on domain.Date) planning.ReceiveIntelligence {
	return planning.ReceiveIntelligence{Source: "A forum", Scope: domain.ScopeLocal, Kind: domain.KindIntelligence, Channel: domain.ChannelSocial, Subject: "Hearsay on a practice that closes", On: on}
}

// collegeTalk is a consultation with the college before it opened.
func (t *trying) collegeTalk() planning.RecordConsultation {
	return planning.RecordConsultation{Parties: []string{t.suppliers[0].code}, On: collegeOpen.AddDays(-9), Subject: "What the college could teach"}
}

func (t *trying) planOf(pcn string, fy domain.FinancialYear) planning.SubmitWorkforcePlan {
	return planning.SubmitWorkforcePlan{PCN: pcn, FY: fy, Lines: []domain.PlanLine{{RoleType: "PODIATRIST", Target: domain.OneFTE}}, On: t.d}
}
