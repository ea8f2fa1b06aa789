package demo

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/contract"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/governance"
	domainhub "github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/topology"
)

// heir is a hub that follows others: of an ICB that is created, or one that was
// there and takes a part.
type heir struct {
	*diary
	n            *nation
	code, name   string
	region       string
	predecessors []*hub
	host         string
	staff
	rand *rand.Rand
}

// inherit finds who follows whom. Of the new ones it keeps a diary.
func (n *nation) inherit() {
	for _, e := range heirs {
		x := &heir{n: n, code: e.code, name: e.name, region: e.region, rand: n.random(e.code)}
		for _, s := range e.of {
			h := n.hub(s.from)
			h.heirs = append(h.heirs, inheritance{e.code, s.patients})
			x.predecessors = append(x.predecessors, h)
		}
		if e.name == "" {
			h := n.hub(e.code)
			x.diary, x.staff, x.host, x.region = &h.diary, h.staff, h.hostOn(merged), h.icb.Region
		} else {
			x.diary = &diary{space: n.space, stream: domainhub.Stream(e.code)}
			x.host = x.predecessors[0].hostOn(merged)
			actor := func(role string) domain.Actor { return domain.Actor{Person: randomID(x.rand), Role: role} }
			x.manager, x.lead, x.clerk, x.finance = actor("hub manager"), actor("workforce lead"), actor("governance officer"), actor("finance officer")
			n.abolish(x, e.subs)
		}
		n.heirs = append(n.heirs, x)
	}
	for _, h := range n.hubs {
		if h.succeeded() {
			n.tell(organisation.Stream, merged, n.actor("registrar"), organisation.CloseOrganisation{Org: h.icb.Code, On: merged.AddDays(-1), Successors: codes(h.heirs)})
		}
	}
}

func codes(heirs []inheritance) (all []string) {
	for _, i := range heirs {
		all = append(all, i.code)
	}
	return all
}

func (n *nation) hub(code string) *hub {
	return n.hubs[slices.IndexFunc(n.hubs, func(h *hub) bool { return h.icb.Code == code })]
}

// abolish registers an ICB that is created, known before its first day, with
// what belonged to those that are abolished.
func (n *nation) abolish(x *heir, subs []string) {
	name, registrar := "NHS "+x.name+" ICB (code invented)", n.actor("registrar")
	known := domain.MustDate("2026-02-24")
	n.tell(organisation.Stream, known, registrar, organisation.RegisterOrganisation{Org: x.code, Name: name, Class: domain.ClassICB})
	n.register(x.code, name, domain.ClassICB, merged)
	n.relate(x.code, x.region, domain.RelationParent, merged)
	for _, sub := range subs {
		for _, h := range n.hubs {
			if slices.Contains(h.icb.SubICBs, sub) {
				n.tell(organisation.Stream, merged, registrar, organisation.RecordRelationship{
					Child: sub, Parent: h.icb.Code, Kind: domain.RelationParent, From: icbsOpen, To: merged.AddDays(-1), StatedBy: "invented",
				})
			}
		}
		n.relate(sub, x.code, domain.RelationParent, merged)
	}
}

// begin is the first months of a hub that follows others.
func (x *heir) begin() {
	if x.name != "" {
		x.found()
	}
	r := topology.RecordPredecessors{On: merged, KPIRule: domain.KPIRule{Rule: domain.SeriesBreak}, Ref: order}
	for _, h := range x.predecessors {
		r.Predecessors = append(r.Predecessors, domain.HubID(h.icb.Code))
	}
	x.give(merged.AddDays(1), x.manager, r)
	for _, h := range x.predecessors {
		x.goOn(h)
		x.takeOver(h)
	}
}

// found registers a hub, with its contract, policies, group and money.
func (x *heir) found() {
	fy := domain.YearOf(merged)
	x.give(merged, x.manager, topology.RegisterHub{
		Name: x.name + " Training Hub (synthetic)", Host: x.host, Region: x.region, School: school(x.region), From: merged, Contacts: contacts(x.code, ""), Basis: domain.BasisRegistered,
	})
	for _, p := range []domain.PolicyKind{domain.PolicyCOI, domain.PolicyFinance, domain.PolicySFI, domain.PolicyIG} {
		x.give(merged, x.clerk, contract.AdoptPolicy{Kind: p, Version: "1.0", From: merged, ReviewDue: fy.Next().Last()})
	}
	x.give(merged, x.manager, contract.SignHubContract{
		Parties: []string{accountable(merged), x.host}, From: merged, To: fy.Last(),
		Schedules:       []domain.ContractSchedule{{FY: fy, Requirements: []string{"WORKFORCE_PLANNING", "PLACEMENTS", "RETENTION", "EDUCATORS"}, Pence: x.money(operational)}},
		ReportingDuties: []domain.ReportingDuty{{Report: "ACTIVITY_REPORT", Every: domain.EveryQuarter, DueDays: 28}, {Report: "FINANCIAL_REPORT", Every: domain.EveryQuarter, DueDays: 28}},
	})
	x.give(merged, x.manager, contract.AdoptOperatingModel{School: school(x.region), Version: "2023", On: merged})
	agreement := domain.NewID(x.give(merged.AddDays(6), x.clerk, contract.DraftGovernanceAgreement{On: merged.AddDays(6)}), "agreement")
	x.give(merged.AddDays(40), x.clerk, contract.SignGovernanceAgreement{
		Agreement: agreement, From: merged.AddDays(40), EvidenceMusts: musts(x.code, domain.MustContract, domain.MustCOIPolicy, domain.MustNotForProfit),
	})
	x.give(merged, x.clerk, governance.ConstituteWIG{Name: x.name + " Workforce Implementation Group", TermsRef: "ToR 2026", Quorum: quorum, From: merged})
	for _, h := range x.predecessors {
		for _, m := range h.members[:3] {
			x.give(merged, x.clerk, governance.AppointWIGMember{Person: m.person, Capacity: m.capacity, Voting: true, From: merged})
		}
	}
	x.give(merged, x.clerk, governance.GrantDelegation{Body: domain.BodyWIG, Reserved: true, From: merged})
	x.give(merged, x.clerk, governance.GrantDelegation{Person: x.manager.Person, Limit: 5_000_000, From: merged})
	x.give(merged, x.manager, governance.SetEstablishment{Role: "MANAGEMENT_LEAD", FTE: domain.OneFTE, FY: fy})
	x.give(merged, x.manager, governance.AppointTeamMember{Person: x.manager.Person, Role: "MANAGEMENT_LEAD", FTE: domain.OneFTE, DecisionMaking: true, From: merged})
	for _, f := range []fund{operational, expansion, fellowship} {
		x.give(merged.AddDays(9), x.finance, funding.IssueAllocation{
			Line: line(f.name, fy), Pence: x.money(f), Purpose: f.purpose, Status: domain.StatusConfirmed, Recurrent: f.recurrent, Source: f.source, Funder: accountable(merged), Conditions: f.conditions,
		})
	}
}

// money is what comes of a fund: the parts of those it follows.
func (x *heir) money(f fund) (sum domain.Pence) {
	for _, h := range x.predecessors {
		sum += h.part(x.code, h.share(f, domain.YearOf(merged)))
	}
	return sum
}

// goOn establishes locality hubs in the place of those that are passed on.
func (x *heir) goOn(h *hub) {
	for _, l := range h.succession().Localities {
		if string(l.Successor) != x.code {
			continue
		}
		_, name, _ := strings.Cut(string(l.Hub), "~")
		slug := strings.ToLower(h.icb.Code) + "-" + name
		x.give(merged.AddDays(3), x.manager, topology.EstablishLocalityHub{
			Hub: domain.HubID(x.code + "~" + slug), Area: h.areas[l.Hub], Name: title(name) + " Locality Hub (synthetic)", Host: x.host, From: merged.AddDays(3), Contacts: contacts(x.code, slug),
		})
	}
}

// takeOver takes over what comes from a hub: its contracts, its money, and what
// is promised.
func (x *heir) takeOver(h *hub) {
	d := merged.AddDays(52) // when the money of the year is there
	l := line(expansion.name, domain.YearOf(merged))
	data := funding.TakeOverBudget{Predecessor: domain.HubID(h.icb.Code), Of: l}
	if pence := h.part(x.code, h.purse(l).left); pence > 0 {
		data.Transfers = []funding.TakenTransfer{{Transfer: h.transferred(l, x.code), Pence: pence}}
		data.Terms = &funding.CarriedTerms{Purposes: []domain.FundPurpose{expansion.purpose}}
	}
	for _, c := range h.carry {
		pence := h.part(x.code, c.pence)
		award := domain.NewID(x.give(d, x.manager, commissioning.CarryOnAward{
			Of: c.award, Predecessor: data.Predecessor, Decision: c.decision, Holder: x.host, Supplier: c.supplier.code, From: merged, To: c.to,
			Value: h.worthOf(pence, c.supplier.taxed), Regime: c.regime, Route: c.by,
		}), "award")
		data.Commitments = append(data.Commitments, funding.CarriedCommitment{
			Of: c.commitment, Pence: pence, Award: award, Decision: c.decision, Purpose: c.purpose, CostType: "COURSE",
			NeedRefs: c.needs, PriorityRefs: c.priorities, RequestedBy: h.lead.Person,
		})
	}
	if len(data.Transfers)+len(data.Commitments) > 0 {
		x.give(d, x.finance, data)
	}
	for _, g := range h.grants {
		one, left := g.terms, *g.terms.Grant
		one.Pence = h.part(x.code, one.Pence)
		left.Milestones = []domain.GrantMilestone{{Milestone: left.Milestones[0].Milestone, Pence: one.Pence}}
		one.Grant = &left
		x.give(d, x.finance, funding.TakeOverBudget{Predecessor: data.Predecessor, Of: g.line, FY: l.FY, Commitments: []funding.CarriedCommitment{one}})
	}
}

// worthOf is an amount that costs the budget so much.
func (h *hub) worthOf(pence domain.Pence, taxed bool) domain.Amount {
	switch {
	case !taxed:
		return domain.Amount{Net: pence}
	case h.recovers:
		return domain.Amount{Net: pence, VAT: pence / 5, RecoverableVAT: pence / 5}
	}
	return domain.Amount{Net: pence - pence/6, VAT: pence / 6}
}
