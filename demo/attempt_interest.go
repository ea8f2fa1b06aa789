package demo

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/interest"
)

var interestTries = []attempt{
	{interest.RuleCategory, func(t *trying) {
		d := t.stakeIn(domain.InterestIndirect)
		t.selfNo(t.members[1], d)
	}},
	{interest.RuleDays, func(t *trying) {
		d := t.stakeIn(domain.InterestPersonal)
		d.Ends = d.Arose.AddDays(-1)
		t.selfNo(t.members[1], d)
	}},
	{interest.RuleOnce, func(t *trying) {
		d := t.stakeIn(domain.InterestPersonal)
		d.Interest = t.members[2].stakes[0].interest
		t.selfNo(t.members[2], d)
	}},
	{interest.RuleNil, func(t *trying) { t.selfNo(t.members[2], interest.MakeNilReturn{On: t.d}) }},
	{interest.RuleNamed, func(t *trying) {
		t.selfNo(t.members[1], interest.EndInterest{Interest: t.nobody(), On: t.d})
	}},
	{interest.RuleFuture, func(t *trying) { t.selfNo(t.members[1], interest.MakeNilReturn{On: t.future()}) }},
	{interest.RuleOffer, func(t *trying) { t.selfNo(t.members[1], t.cash()) }},
	{interest.RuleApprover, func(t *trying) { t.selfNo(t.members[1], t.approvedByOneself(t.members[1])) }},
	{interest.RuleRefresh, func(t *trying) { t.selfNo(t.members[4], interest.RefreshDeclaration{On: t.d}) }},
	{interest.RuleEnd, func(t *trying) {
		d := t.stakeIn(domain.InterestPersonal)
		d.Ends = t.d.AddDays(-20)
		id := domain.NewID(t.own(t.members[1].person, t.d.AddDays(-2), d), "interest")
		t.selfNo(t.members[1], interest.EndInterest{Interest: id, On: t.d.AddDays(-1)})
	}},
}

// selfNo is something that a member says of themselves, and that is refused.
func (t *trying) selfNo(m *member, data domain.CommandData) {
	t.own(m.person, t.d, data, refusedBy(t.rule))
}

func (t *trying) stakeIn(c domain.InterestCategory) interest.DeclareInterest {
	return interest.DeclareInterest{Category: c, Nature: "Sat on its committee", Org: t.suppliers[2].code, Arose: t.d.AddDays(-90 - int(t.fy-firstYear))}
}

func (t *trying) cash() interest.RecordGift {
	return interest.RecordGift{From: t.suppliers[4].code, Supplier: true, Kind: domain.GiftCash, Value: 5_000, On: t.d, Accepted: true}
}

func (t *trying) approvedByOneself(m *member) interest.RecordHospitality {
	return interest.RecordHospitality{From: t.suppliers[5].code, Supplier: true, Kind: domain.HospitalityMeal, Value: 9_000, On: t.d, Accepted: true, ApprovedBy: m.person}
}
