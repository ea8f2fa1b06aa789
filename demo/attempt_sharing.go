package demo

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/sharing"
	"github.com/hubledger/hubledger/domain/topology"
)

var sharingTries = []attempt{
	{sharing.RuleNamed, func(t *trying) {
		t.no(t.manager, sharing.EndResourceShare{Share: t.nobody(), On: t.d, Reason: "a mistake"})
	}},
	{sharing.RuleIdentity, func(t *trying) {
		o := t.lending(t.d)
		o.Share = domain.NewID(t.give(t.d.AddDays(-1), t.manager, t.lending(t.d.AddDays(-1))), "share")
		t.no(t.manager, o)
	}},
	{sharing.RuleFuture, func(t *trying) { t.no(t.manager, t.lending(t.future())) }},
	{sharing.RuleHub, func(t *trying) { t.no(t.manager, t.lending(beforeHubs)) }},
	{sharing.RuleOpen, func(t *trying) { t.no(t.manager, t.lending(icbsOpen.AddDays(-15))) }},
	{sharing.RuleSides, func(t *trying) {
		o := t.lending(t.d)
		o.Counterpart = domain.HubID(t.icb.Code)
		t.no(t.manager, o)
	}},
	{sharing.RuleExceeds, func(t *trying) { t.no(t.manager, t.boasting()) }},
	{sharing.RuleMoney, func(t *trying) { t.no(t.manager, t.notReceived()) }},
	{sharing.RuleEnd, func(t *trying) {
		id := domain.NewID(t.give(t.d.AddDays(-1), t.manager, t.lending(t.d.AddDays(-1))), "share")
		t.no(t.manager, sharing.EndResourceShare{Share: id, On: t.d.AddDays(-9), Reason: "a mistake"})
		t.give(t.d.AddDays(2), t.manager, sharing.EndResourceShare{Share: id, On: t.d, Reason: "there is nobody to send"})
	}},
	{sharing.RulePublished, func(t *trying) {
		p := sharing.PublishResource{Platform: "LEARNING_HUB", On: t.d.AddDays(-1)}
		p.Resource = domain.NewID(t.give(t.d.AddDays(-2), t.lead, t.pointing(resources[1].title, "PCN", domain.ScopeLocal, t.d.AddDays(-2))), "resource")
		t.give(t.d.AddDays(-1), t.lead, p)
		p.On = t.d
		t.no(t.lead, p)
	}},
	{topology.RuleSuccession, func(t *trying) {
		t.no(t.manager, topology.RecordPredecessors{
			Predecessors: []domain.HubID{domain.HubID(t.icb.Code)}, On: t.d, KPIRule: domain.KPIRule{Rule: domain.SeriesBreak}, Ref: "a mistake",
		})
	}},
	{topology.RuleSplit, func(t *trying) {
		next := domain.HubID(t.n.icbs[(t.index+1)%len(t.n.icbs)].Code)
		t.no(t.manager, topology.RecordHubSuccession{
			Successors: []domain.HubID{next}, On: t.d, KPIRule: domain.KPIRule{Rule: domain.SeriesBreak}, Ref: "an idea",
		})
	}},
}

// lending is a share with the next hub from a day on.
func (t *trying) lending(from domain.Date) sharing.OfferResourceShare {
	o := t.offering(t.n.hubs[(t.index+1)%len(t.n.hubs)], from)
	o.Until = from.AddDays(60)
	return o
}

// boasting is a share by a hub that is to exceed in what it does not exceed in.
func (t *trying) boasting() sharing.OfferResourceShare {
	o := t.lending(t.d)
	o.ExceedsIn = matrices[0].Domains[t.index%2].Domain // level 2 or 3 in all years
	return o
}

// notReceived is money of another hub that has not come.
func (t *trying) notReceived() sharing.AcceptResourceShare {
	other := t.n.hubs[(t.index+1)%len(t.n.hubs)]
	o := other.offering(t.hub, t.d)
	o.Share, o.Amount, o.Transfer = t.nobody(), domain.ShareAmount{Pence: 50_000}, t.nobody()
	return accepting(other, o, t.d)
}
