package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/educator"
	"github.com/hubledger/hubledger/domain/registration"
)

var educatorTries = []attempt{
	{educator.RuleNamed, func(t *trying) {
		t.no(t.lead, educator.LapseEducatorApproval{Approval: t.nobody(), On: t.d, Reason: "a mistake"})
	}},
	{educator.RuleIdentity, func(t *trying) {
		a := t.approvalOf(t.nobody(), t.d)
		a.Approval = t.steady().teachers[0].approval
		t.no(t.clinical, a)
	}},
	{educator.RuleFuture, func(t *trying) { t.no(t.lead, t.course(t.future())) }},
	{educator.RuleHub, func(t *trying) { t.no(t.lead, t.course(beforeHubs)) }},
	{educator.RuleOpen, func(t *trying) { t.no(t.clinical, t.byTheCollege()) }},
	{educator.RuleChecked, func(t *trying) { t.no(t.clinical, t.approvalOf(t.nobody(), t.d)) }},
	{educator.RuleChecked, func(t *trying) { t.no(t.clinical, t.checkedLongAgo()) }},
	{educator.RuleOnce, func(t *trying) { t.no(t.clinical, t.approvalOf(t.steady().teachers[0].person, t.d)) }},
	{educator.RuleBegin, func(t *trying) { t.no(t.clinical, t.approvalOf(t.checked(t.d.AddDays(-5)), t.d.AddDays(-3))) }},
	{educator.RuleLapse, func(t *trying) {
		of := t.steady().teachers[0]
		t.no(t.lead, educator.LapseEducatorApproval{Approval: of.approval, On: of.last().AddDays(1), Reason: "a mistake"})
	}},
	{educator.RuleWithdrawn, func(t *trying) {
		t.no(t.lead, educator.WithdrawEducator{Person: t.steady().teachers[0].person, On: domain.MustDate("2022-01-10"), Reason: "a mistake"})
	}},
}

func (t *trying) course(on domain.Date) educator.RecordEducatorTraining {
	return educator.RecordEducatorTraining{Person: t.nobody(), Course: tracks[0].course, On: on}
}

// checked is somebody who was found on the register on a day.
func (t *trying) checked(on domain.Date) uuid.UUID {
	p := t.nobody()
	t.give(on, t.clerk, registration.RecordRegistrationCheck{Person: p, Regulator: domain.RegulatorNMC, Result: domain.RegistrationCurrent, On: on})
	return p
}

func (t *trying) approvalOf(p uuid.UUID, from domain.Date) educator.ApproveEducator {
	return educator.ApproveEducator{
		Person: p, Kind: domain.EducatorPracticeSupervisor, Professions: []string{nursing}, From: from, To: t.d.AddDays(365), By: school(t.icb.Region),
		Regulator: domain.RegulatorNMC, On: t.d,
	}
}

// checkedLongAgo is an approval on a check that is a day too old.
func (t *trying) checkedLongAgo() educator.ApproveEducator {
	return t.approvalOf(t.checked(t.d.AddMonths(-12).AddDays(-1)), t.d)
}

// byTheCollege is an approval by a college that was not open yet.
func (t *trying) byTheCollege() educator.ApproveEducator {
	a := t.approvalOf(t.checked(beforeCollege.AddDays(-5)), beforeCollege)
	a.By, a.On = t.suppliers[0].code, beforeCollege
	return a
}
