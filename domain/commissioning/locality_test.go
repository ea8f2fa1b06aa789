package commissioning_test

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/domaintest"
)

// The locality hub in the west decides on £1,000.00 by itself; the evenings cost
// £1,200.00.
func localityCases() []domaintest.Case {
	ofWest := func(e *domain.DecisionOpened) { e.Hub = "QE1~west" }
	agreeing := domain.ICSAgreement{Meeting: meeting, Item: "7"}
	west := otherwise(ready, ofWest)
	agree := commissioning.ApproveLocalityDecision{Decision: purchase, Max: 120_000, By: agreeing}
	agreed := domain.LocalityDecisionApproved{Decision: purchase, Max: 120_000, By: agreeing, On: met30}
	alone := func(max domain.Pence) commissioning.ApproveLocalityDecision {
		return commissioning.ApproveLocalityDecision{
			Decision: purchase, Max: max, By: domain.ICSAgreement{Officer: officer, Delegation: delegation},
		}
	}
	fromWest := func(line domain.FundLine, pence domain.Pence) commissioning.RecordDecision {
		return deciding(func(c *commissioning.RecordDecision) {
			c.FundLines = []domain.FundPart{{Line: cpd, Pence: c.Max - pence}, {Line: line, Pence: pence}}
		})
	}
	lineOfWest := domain.FundLine{Hub: "QE1~west", Fund: cpd.Fund, FY: cpdNext.FY} // of a year that waits for its money

	return []domaintest.Case{
		{Name: "a locality hub does not decide above its limit", Given: west, When: decide, Refused: commissioning.RuleLocality, Prevents: true},
		{
			Name: "what the ICS hub has agreed to it does", Given: and(west, agreed), When: decide,
			Then: []domain.Event{made},
		},
		{
			Name: "and no more than that", Given: and(west, but(agreed, func(e *domain.LocalityDecisionApproved) { e.Max = 119_999 })), When: decide,
			Refused: commissioning.RuleLocality, Prevents: true,
		},
		{
			Name: "within its limit it decides by itself", Given: west,
			When: deciding(func(c *commissioning.RecordDecision) {
				c.Max, c.FundLines = 100_000, []domain.FundPart{{Line: cpd, Pence: 100_000}}
			}),
			Then: []domain.Event{but(made, func(e *domain.CommissioningDecisionMade) {
				e.Max, e.FundLines = 100_000, []domain.FundPart{{Line: cpd, Pence: 100_000}}
			})},
		},
		{
			Name: "a hub that nothing was delegated to has no limit", Given: otherwise(ready, func(e *domain.DecisionOpened) { e.Hub = "QE1~east" }), When: decide,
			Then: []domain.Event{made},
		},
		{
			Name: "its money has the limit whoever decides", Given: ready, When: fromWest(lineOfWest, 100_001),
			Refused: commissioning.RuleLocality, Prevents: true,
		},
		{
			Name: "of its money only its part counts", Given: ready, When: fromWest(lineOfWest, 100_000),
			Then: []domain.Event{but(made, func(e *domain.CommissioningDecisionMade) { e.FundLines = fromWest(lineOfWest, 100_000).FundLines })},
		},

		{Name: "the ICS hub agrees in a meeting", Given: west, When: agree, Then: []domain.Event{agreed}},
		{
			Name: "or by an officer", Given: and(west, none(officer)), When: alone(100_000),
			Then: []domain.Event{domain.LocalityDecisionApproved{Decision: purchase, Max: 100_000, By: alone(0).By, On: today}},
		},
		{Name: "who may decide on as much", Given: and(west, none(officer)), When: alone(100_001), Refused: commissioning.RuleLimit, Prevents: true},
		{Name: "and has declared", Given: west, When: alone(100_000), Refused: commissioning.RuleDeclared, Prevents: true},
		{
			Name: "and is not recused", Given: and(west, none(officer), domain.VoteRecorded{Decision: purchase, Person: officer, Vote: domain.VoteRecused}),
			When: alone(100_000), Refused: commissioning.RuleRecused, Prevents: true,
		},
		{
			Name: "and did not ask for it", Given: otherwise(and(ready, none(officer)), func(e *domain.DecisionOpened) { e.Hub, e.Requester = "QE1~west", officer }),
			When: alone(100_000), Refused: commissioning.RuleSeparate, Prevents: true,
		},
		{
			Name: "the meeting is quorate", Given: west, Refused: commissioning.RuleQuorum, Prevents: true,
			When: but(agree, func(c *commissioning.ApproveLocalityDecision) { c.By.Item = "9" }),
		},
		{
			Name: "and has been held", Given: west, Refused: commissioning.RuleFuture,
			When: but(agree, func(c *commissioning.ApproveLocalityDecision) { c.By.Item = "13" }),
		},
		{Name: "before the decision", Given: and(otherwise(approved, ofWest)), When: agree, Refused: commissioning.RuleDecided, Prevents: true},
		{
			Name: "again only to more", Given: and(west, agreed), Refused: commissioning.RuleOnce,
			When: but(agree, func(c *commissioning.ApproveLocalityDecision) { c.Max = 119_999 }),
		},
		{
			Name: "of a decision that is open", When: agree, Refused: commissioning.RuleNamed,
		},
	}
}

// An award of QHM, which QE1 follows from April 2024.
func carriedCases() []domaintest.Case {
	carry := commissioning.CarryOnAward{
		Award: award, Of: id(0x80), Predecessor: "QHM", Decision: id(0x81), Holder: trust, Supplier: teacher, From: 20240401, To: 20250331, Value: price,
		Regime: domain.RegimeBelowThreshold, Route: domain.RouteQuotation, Threshold: "LIGHT_TOUCH",
	}
	carried := domain.AwardCarriedOn{
		Award: award, Of: id(0x80), Predecessor: "QHM", Decision: id(0x81), Holder: trust, Supplier: teacher, Class: "COMPANY", From: 20240401, To: 20250331, Value: price,
		Regime: domain.RegimeBelowThreshold, Route: domain.RouteQuotation, Threshold: "LIGHT_TOUCH",
	}
	vary := commissioning.OpenDecision{Decision: extension, Kind: domain.DecisionVariation, Subject: "Until summer", Award: award, Estimate: 150_000, Requester: asker}
	return []domaintest.Case{
		{Name: "an award is carried on without a decision", When: carry, Then: []domain.Event{carried}},
		{Name: "one of a hub that this one follows", When: but(carry, func(c *commissioning.CarryOnAward) { c.Predecessor = "QYG" }), Refused: commissioning.RuleCarried},
		{Name: "not before it does", When: but(carry, func(c *commissioning.CarryOnAward) { c.From = 20240331 }), Refused: commissioning.RuleCarried},
		{Name: "once", Given: []domain.Event{carried}, When: but(carry, func(c *commissioning.CarryOnAward) { c.Award = id(0x82) }), Refused: commissioning.RuleCarried},
		{Name: "an id is that of one award", Given: []domain.Event{carried}, When: but(carry, func(c *commissioning.CarryOnAward) { c.Of = id(0x82) }), Refused: commissioning.RuleOnce},
		{Name: "the supplier is registered", When: but(carry, func(c *commissioning.CarryOnAward) { c.Supplier = "CH-9" }), Refused: commissioning.RuleNamed},
		{Name: "and open", When: but(carry, func(c *commissioning.CarryOnAward) { c.Supplier = closed }), Refused: commissioning.RuleNamed, Prevents: true},
		{Name: "so is who goes on with it", When: but(carry, func(c *commissioning.CarryOnAward) { c.Holder = "CH-9" }), Refused: commissioning.RuleNamed},
		{
			Name: "it is varied under the regime it was bought under", Given: []domain.Event{carried}, When: vary,
			Then: []domain.Event{domain.DecisionOpened{
				Decision: extension, Hub: "QE1", Kind: domain.DecisionVariation, Subject: "Until summer", Award: award, Candidates: []string{teacher}, Estimate: 150_000,
				Regime: domain.RegimeBelowThreshold, Route: domain.RouteQuotation, Threshold: "LIGHT_TOUCH", Requester: asker, On: today,
			}},
		},
		{
			Name: "what is delivered under it is accepted", Given: []domain.Event{carried},
			When: commissioning.AcceptDelivery{Award: award, Delivery: id(0x83), What: "Evening 1", Units: 1, On: 20240531},
			Then: []domain.Event{domain.DeliveryAccepted{Award: award, Delivery: id(0x83), What: "Evening 1", Units: 1, On: 20240531}},
		},
		{
			Name: "but not before it was here", Given: []domain.Event{carried}, Refused: commissioning.RuleAward, Prevents: true,
			When: commissioning.AcceptDelivery{Award: award, Delivery: id(0x83), What: "Evening 1", Units: 1, On: 20240331},
		},
	}
}
