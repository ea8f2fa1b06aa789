package demo

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/contract"
	"github.com/hubledger/hubledger/domain/topology"
)

var contractTries = []attempt{
	{contract.RuleDays, func(t *trying) { t.no(t.manager, t.signing(t.d, t.d.AddDays(-1))) }},
	{contract.RuleIdentity, func(t *trying) {
		c := t.signing(t.fy.First(), t.fy.Last())
		c.Contract = t.seen.contract
		t.no(t.manager, c)
	}},
	{contract.RuleNamed, func(t *trying) {
		t.no(t.manager, contract.VaryHubContract{Contract: t.nobody(), On: t.d, To: t.fy.Last(), Ref: "VAR-0"})
	}},
	{contract.RuleParties, func(t *trying) {
		c := t.signing(t.fy.First(), t.fy.Last())
		c.Parties[1] = school(t.icb.Region)
		t.no(t.manager, c)
	}},
	{contract.RuleHub, func(t *trying) { t.no(t.manager, t.tooEarly()) }},
	{contract.RuleEnd, func(t *trying) {
		t.no(t.manager, contract.EndHubContract{Contract: t.seen.contract, On: t.fy.Last().AddDays(5), Reason: "a mistake"})
	}},
	{contract.RuleAgreement, func(t *trying) {
		t.no(t.clerk, contract.SignGovernanceAgreement{Agreement: t.seen.agreement, From: t.d, EvidenceMusts: musts(t.icb.Code, domain.MustContract, domain.MustCOIPolicy, domain.MustNotForProfit)})
	}},
	{contract.RulePolicy, func(t *trying) {
		t.no(t.clerk, contract.AdoptPolicy{Kind: domain.PolicyCOI, Version: "1.0", From: t.d, ReviewDue: t.d.AddDays(365)})
	}},
	{contract.RuleModel, func(t *trying) { t.no(t.manager, t.otherModel()) }},
	{contract.RuleFuture, func(t *trying) { t.no(t.clerk, contract.DraftGovernanceAgreement{On: t.future()}) }},
}

// signing is a contract of the year.
func (t *trying) signing(from, to domain.Date) contract.SignHubContract {
	return contract.SignHubContract{
		Parties: []string{accountable(from), t.hostOn(from)}, From: from, To: to,
		Schedules:       []domain.ContractSchedule{{FY: domain.YearOf(from), Requirements: []string{"PLACEMENTS"}}},
		ReportingDuties: []domain.ReportingDuty{{Report: "ACTIVITY_REPORT", Every: domain.EveryYear, DueDays: 60}},
	}
}

// hostOn is the host on a day: the contract of the year in which it changes is
// still with the one before.
func (h *hub) hostOn(d domain.Date) string {
	if h.hostChanges() && d >= hostsChange {
		return h.nextHost()
	}
	return "DEMO-HOST-" + h.icb.Code
}

// tooEarly is a contract from before the hub's first day.
func (t *trying) tooEarly() contract.SignHubContract {
	return t.signing(domain.MustDate("2021-03-01"), domain.MustDate("2021-03-31"))
}

// otherModel adopts the Operating Model of another region's school.
func (t *trying) otherModel() contract.AdoptOperatingModel {
	other := "Y56"
	if t.icb.Region == other {
		other = "Y58"
	}
	return contract.AdoptOperatingModel{School: school(other), Version: "2021", On: t.d}
}

// agreementAttempts sign the agreement on evidence that lacks one of the musts.
func (h *hub) agreementAttempts(signed domain.Date) {
	all := []domain.Must{domain.MustContract, domain.MustCOIPolicy, domain.MustNotForProfit}
	for i, rule := range []domain.Rule{contract.RuleInForce, contract.RuleCOIPolicy, contract.RuleNotForProfit} {
		if h.index%14 == 2*i {
			shown := append(append([]domain.Must(nil), all[:i]...), all[i+1:]...)
			h.give(signed.AddDays(-2), h.clerk, contract.SignGovernanceAgreement{Agreement: h.seen.agreement, From: signed, EvidenceMusts: musts(h.icb.Code, shown...)}, refusedBy(rule))
		}
	}
}

// hubAttempts register the hub as what it is not, before it is registered.
func (h *hub) hubAttempts() {
	if h.n.opts.Years == 0 || h.index%14 > 1 {
		return
	}
	region := "Y56"
	if h.icb.Region == region {
		region = "Y58"
	}
	r := topology.RegisterHub{Name: short(h.icb.Name) + " Training Hub (synthetic)", Region: region, From: icbsOpen, Basis: domain.BasisImplied}
	if h.index%14 == 0 {
		h.give(hubsOpen, h.manager, r, refusedBy(topology.RuleRegion), on(icbsOpen))
	} else { // a file said so
		h.give(hubsOpen, h.manager, r, breaking(icbsOpen, topology.RuleRegion))
	}
}

// localityAttempts are about hubs, localities and partners.
func (h *hub) localityAttempts() {
	if h.n.opts.Years == 0 {
		return
	}
	d := domain.MustDate("2022-06-20")
	foreign := h.n.icbs[(h.index+1)%len(h.n.icbs)].Code
	early, soon := hubsOpen.AddDays(-31), collegeOpen.AddDays(-12)
	second := topology.EstablishLocalityHub{Hub: domain.HubID(h.icb.Code + "~second-try"), Area: h.pcns[:1], Name: "Second Try (synthetic)", From: d}
	beyond := second
	beyond.Hub = domain.HubID(foreign + "~second-try")
	tooSoon := second
	tooSoon.From = early
	college := topology.AgreePartnership{Party: h.suppliers[0].code, Purpose: purposes[3], From: soon}
	before := topology.AgreePartnership{Party: h.suppliers[1].code, Purpose: purposes[0], From: early}
	recorded := collegeOpen.AddDays(3)
	switch h.index % 14 {
	case 2:
		h.give(d, h.manager, topology.RegisterHub{Name: "Another Training Hub (synthetic)", Region: h.icb.Region, From: hubsOpen, Basis: domain.BasisRegistered}, refusedBy(topology.RuleOneHub))
	case 3:
		h.give(d, h.manager, beyond, refusedBy(topology.RuleParent))
	case 4:
		h.give(d, h.manager, second, refusedBy(topology.RuleOneLocality))
	case 5:
		h.give(d, h.manager, tooSoon, breaking(early, topology.RuleParent, topology.RuleOneLocality))
	case 6:
		h.give(d, h.manager, topology.EndPartnership{Partnership: h.nobody(), On: d, Reason: "a mistake"}, refusedBy(topology.RuleNamed))
	case 7:
		h.give(recorded, h.manager, college, refusedBy(topology.RuleOpen), on(soon))
	case 8:
		h.give(recorded, h.manager, college, breaking(soon, topology.RuleOpen))
	case 9:
		h.give(recorded, h.manager, topology.ChangeHubHost{To: h.nextHost(), On: recorded}, refusedBy(topology.RuleHost))
	case 10:
		h.give(d, h.manager, before, refusedBy(topology.RulePartnership), on(early))
	case 11:
		h.give(d, h.manager, before, breaking(early, topology.RulePartnership))
	}
}
