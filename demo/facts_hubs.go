package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/assurance"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/sharing"
)

// hubFacts are what was found of hubs, shared between them, or decided by those
// of localities, although a rule is against it. What can be found once only is
// found of the second locality hub.
var hubFacts = []func(*trying){
	func(t *trying) { t.yes(t.manager, t.assessment(beforeHubs), assurance.RuleHub) },
	func(t *trying) { t.yes(t.manager, t.assessedByTheCollege(), assurance.RuleOpen) },
	func(t *trying) { t.yes(t.manager, t.leftOut(), assurance.RuleMatrix) },
	func(t *trying) { t.yes(t.clerk, t.understood(), assurance.RuleUnderstood) },
	func(t *trying) {
		s := t.unable(t.localities[1], "RESEARCH", uuid.Nil)
		id := domain.NewID(t.yes(t.manager, s, assurance.RuleContracted), "shortfall")
		t.give(t.d.AddDays(7), t.manager, assurance.CloseShortfall{Shortfall: id, On: t.d.AddDays(7), Outcome: "nobody had asked for it"})
	},
	func(t *trying) {
		id := domain.NewID(t.yes(t.manager, t.notShown(t.localities[1]), assurance.RuleShown), "shortfall")
		t.give(t.d.AddDays(7), t.manager, assurance.CloseShortfall{Shortfall: id, On: t.d.AddDays(7), Outcome: "there was none"})
	},
	func(t *trying) { t.yes(t.manager, t.closedTooSoon(t.localities[1]), assurance.RuleClosed) },
	func(t *trying) {
		t.end(domain.NewID(t.yes(t.manager, t.tooEarlyHelp(t.localities[1]), assurance.RuleArranged), "arrangement"))
	},
	func(t *trying) {
		t.end(domain.NewID(t.yes(t.manager, t.helpOfTheRegulator(t.localities[1]), assurance.RuleProvider), "arrangement"))
	},
	func(t *trying) {
		t.end(domain.NewID(t.yes(t.manager, t.approvedLate(t.localities[1]), assurance.RuleApproved), "arrangement"))
	},
	func(t *trying) { t.yes(t.manager, t.wentOn(t.localities[1]), assurance.RuleEnded) },

	func(t *trying) { t.yes(t.manager, t.lending(beforeHubs), sharing.RuleHub) },
	func(t *trying) { t.yes(t.manager, t.lending(icbsOpen.AddDays(-15)), sharing.RuleOpen) },
	func(t *trying) { t.yes(t.manager, t.boasting(), sharing.RuleExceeds) },
	func(t *trying) { t.yes(t.manager, t.notReceived(), sharing.RuleMoney) },

	func(t *trying) {
		t.decideAs(t.trial(), func(d *commissioning.RecordDecision) { d.FundLines = t.ofTheLocality(d.Max) }, commissioning.RuleLocality)
	},
}

// ofTheLocality is money of a locality hub, beyond what it decides on alone.
func (t *trying) ofTheLocality(pence domain.Pence) []domain.FundPart {
	return []domain.FundPart{{Line: domain.FundLine{Hub: t.localities[1], Fund: cpd.name, FY: t.fy}, Pence: pence}}
}
