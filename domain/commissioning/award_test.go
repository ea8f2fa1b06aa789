package commissioning_test

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/domaintest"
)

// under is everything until the approval, under another regime, made on a day.
func under(regime domain.Regime, route domain.Route, on domain.Date) []domain.Event {
	events := otherwise(approved, func(e *domain.DecisionOpened) { e.Regime, e.Route = regime, route })
	events[len(events)-1] = but(made, func(e *domain.CommissioningDecisionMade) { e.On = on })
	return events
}

func notice(kind domain.NoticeKind, on domain.Date) domain.NoticePublished {
	return domain.NoticePublished{Decision: purchase, Kind: kind, Ref: "2024/S 000-" + string(kind), On: on}
}

func standstillCases() []domaintest.Case {
	publish := commissioning.RecordNotice(notice(domain.NoticeIntent, 20240322))
	intent := and(under(domain.RegimePSR, domain.RouteCompetitive, 20240320), domain.NoticePublished(publish))
	start := commissioning.StartStandstill{Decision: purchase, On: 20240322}
	started := domain.StandstillStarted{Decision: purchase, On: 20240322, Until: 20240405}
	standing := and(intent, started)
	object := commissioning.RecordRepresentation{Decision: purchase, Representation: id(0x70), From: rival, Subject: "The weights", On: 20240405}
	objected := domain.RepresentationReceived(object)
	end := commissioning.EndStandstill{Decision: purchase, On: 20240405}
	over := domain.StandstillEnded(end)
	reply := func(replied, on domain.Date) commissioning.EndStandstill {
		return commissioning.EndStandstill{Decision: purchase, On: on, RepliedOn: replied}
	}

	return []domaintest.Case{
		{Name: "a notice is published", Given: intent[:len(intent)-1], When: publish, Then: []domain.Event{domain.NoticePublished(publish)}},
		{Name: "once under its reference", Given: intent, When: but(publish, func(c *commissioning.RecordNotice) { c.On = 20240323 }), Refused: commissioning.RuleOnce},
		{Name: "not tomorrow", Given: intent[:3], When: but(publish, func(c *commissioning.RecordNotice) { c.On = 20240604 }), Refused: commissioning.RuleFuture},

		{Name: "golden vector 7: over Easter a standstill lasts until 5 April", Given: intent, When: start, Then: []domain.Event{started}},
		{
			Name: "golden vector 7: over Christmas until 2 January", Today: 20241218,
			Given: and(under(domain.RegimePSR, domain.RouteCompetitive, 20241210), notice(domain.NoticeIntent, 20241218)),
			When:  commissioning.StartStandstill{Decision: purchase, On: 20241218},
			Then:  []domain.Event{domain.StandstillStarted{Decision: purchase, On: 20241218, Until: 20250102}},
		},
		{
			Name: "its days can't be told before the bank holidays are published", Given: intent, Today: 20251230, Refused: commissioning.RuleStandstill,
			When: commissioning.StartStandstill{Decision: purchase, On: 20251229},
		},
		{Name: "it starts once", Given: standing, When: but(start, func(c *commissioning.StartStandstill) { c.On = 20240325 }), Refused: commissioning.RuleOnce},
		{Name: "after an approval", Given: and(ready, notice(domain.NoticeIntent, 20240322)), When: start, Refused: commissioning.RuleStandstill, Prevents: true},
		{Name: "and with a notice", Given: intent[:len(intent)-1], When: start, Refused: commissioning.RuleStandstill, Prevents: true},
		{
			Name: "of the intent to award", Given: and(intent[:len(intent)-1], notice(domain.NoticeTender, 20240301)), When: start,
			Refused: commissioning.RuleStandstill, Prevents: true,
		},

		{Name: "a provider objects", Given: standing, When: object, Then: []domain.Event{objected}},
		{Name: "once under an id", Given: and(standing, objected), When: but(object, func(c *commissioning.RecordRepresentation) { c.Subject = "All" }), Refused: commissioning.RuleOnce},
		{Name: "in the standstill", Given: intent, When: object, Refused: commissioning.RuleStandstill, Prevents: true},
		{Name: "who is registered", Given: standing, When: but(object, func(c *commissioning.RecordRepresentation) { c.From = "CH-9" }), Refused: commissioning.RuleNamed},

		{Name: "a standstill is over", Given: standing, When: end, Then: []domain.Event{over}},
		{Name: "once", Given: and(standing, over), When: reply(0, 20240408), Refused: commissioning.RuleOnce},
		{Name: "not a day early", Given: standing, When: reply(0, 20240404), Refused: commissioning.RuleStandstill, Prevents: true},
		{Name: "not on its last day", Given: standing, When: end, Today: 20240405, Refused: commissioning.RuleStandstill},
		{Name: "if it has started", Given: intent, When: end, Refused: commissioning.RuleStandstill},
		{Name: "not without an answer to who objected", Given: and(standing, objected), When: end, Refused: commissioning.RuleStandstill, Prevents: true},
		{Name: "nor one from before", Given: and(standing, objected), When: reply(20240404, 20240430), Refused: commissioning.RuleStandstill, Prevents: true},
		{
			Name: "but five working days after it", Given: and(standing, objected), When: reply(20240408, 20240415),
			Then: []domain.Event{domain.StandstillEnded{Decision: purchase, On: 20240415, RepliedOn: 20240408}},
		},
		{Name: "and not four", Given: and(standing, objected), When: reply(20240408, 20240414), Refused: commissioning.RuleStandstill, Prevents: true},
		{
			Name: "who objected too late need no answer", Given: and(standing, but(objected, func(e *domain.RepresentationReceived) { e.On = 20240406 })),
			When: end, Then: []domain.Event{over},
		},
	}
}

func awardCases() []domaintest.Case {
	make := commissioning.AwardContract{
		Award: award, Decision: purchase, Holder: trust, Supplier: teacher, From: awarded.From, To: awarded.To, Value: price, On: awarded.On,
	}
	after := func(route domain.Route, regime domain.Regime, events ...domain.Event) []domain.Event {
		return and(under(regime, route, 20240320), events...)
	}
	by := func(route domain.Route) []domain.Event {
		return []domain.Event{but(awarded, func(e *domain.ContractAwarded) { e.Route = route })}
	}
	started := domain.StandstillStarted{Decision: purchase, On: 20240517, Until: 20240530}
	over := domain.StandstillEnded{Decision: purchase, On: 20240530}
	vary := commissioning.VaryAward{
		Award: award, Decision: extension, To: 20250731, Value: domain.Amount{Net: 125_000, VAT: 25_000}, Reason: "More evenings", On: 20240603,
	}
	varied := domain.AwardVaried{Award: award, Variation: 1, Decision: extension, To: vary.To, Value: vary.Value, Reason: vary.Reason, On: vary.On}
	extending := and(again(150_000), extended(150_000))
	end := commissioning.EndAward{Award: award, On: 20240602, Reason: "The college closed"}
	ended := domain.AwardEnded(end)
	accept := commissioning.AcceptDelivery{Award: award, Delivery: id(0x41), What: "The first evening", Units: 1, On: 20240601}
	accepted := domain.DeliveryAccepted(accept)
	running := and(approved, awarded)

	return []domaintest.Case{
		{Name: "what was approved is awarded", Given: approved, When: make, Then: []domain.Event{awarded}},
		{Name: "one id is one award", Given: running, When: but(make, func(c *commissioning.AwardContract) { c.To = 20250101 }), Refused: commissioning.RuleOnce},
		{
			Name: "nothing is awarded that was not decided", Given: approved, Refused: commissioning.RuleApproved, Prevents: true,
			When: but(make, func(c *commissioning.AwardContract) { c.Decision = uuid.Nil }),
		},
		{Name: "or not yet", Given: ready, When: make, Refused: commissioning.RuleApproved, Prevents: true},
		{Name: "or not by then", Given: approved, When: but(make, func(c *commissioning.AwardContract) { c.On = 20240529 }), Refused: commissioning.RuleApproved, Prevents: true},
		{Name: "or rejected", Given: and(ready, refused(domain.OutcomeReject)), When: make, Refused: commissioning.RuleApproved, Prevents: true},
		{Name: "or reversed", Given: and(approved, domain.DecisionReversed{Decision: purchase}), When: make, Refused: commissioning.RuleApproved, Prevents: true},
		{Name: "or to somebody else", Given: approved, When: but(make, func(c *commissioning.AwardContract) { c.Supplier = rival }), Refused: commissioning.RuleApproved, Prevents: true},
		{
			Name: "or a penny more, with its VAT", Given: approved, Refused: commissioning.RuleApproved, Prevents: true,
			When: but(make, func(c *commissioning.AwardContract) { c.Value.VAT++ }),
		},
		{
			Name: "in parts, too", Given: running, Refused: commissioning.RuleApproved, Prevents: true,
			When: but(make, func(c *commissioning.AwardContract) { c.Award, c.Value = id(0x42), domain.Amount{Net: 1} }),
		},
		{
			Name: "nor can what is awarded be more than can be held", Refused: commissioning.RuleApproved, When: make,
			Given: and(approved, but(awarded, func(e *domain.ContractAwarded) { e.Award, e.Value = id(0x42), domain.Amount{Net: math.MaxInt64} })),
		},
		{
			Name: "or more than is left after it was amended", Given: and(approved, domain.DecisionAmended{Decision: purchase, Max: 119_999}),
			When: make, Refused: commissioning.RuleApproved, Prevents: true,
		},
		{Name: "to a supplier that is registered", Given: approved, When: but(make, func(c *commissioning.AwardContract) { c.Supplier = "CH-9" }), Refused: commissioning.RuleNamed},
		{Name: "not tomorrow", Given: approved, When: but(make, func(c *commissioning.AwardContract) { c.On = 20240604 }), Refused: commissioning.RuleFuture},

		{Name: "some regimes ask for a standstill", Given: after(domain.RouteCompetitive, domain.RegimePSR), When: make, Refused: commissioning.RuleStandstill, Prevents: true},
		{Name: "that is over", Given: after(domain.RouteCompetitive, domain.RegimePSR, started), When: make, Refused: commissioning.RuleStandstill, Prevents: true},
		{Name: "and then there may be an award", Given: after(domain.RouteCompetitive, domain.RegimePSR, started, over), When: make, Then: by(domain.RouteCompetitive)},
		{
			Name: "on the day after", Given: after(domain.RouteCompetitive, domain.RegimePSR, started, over), Refused: commissioning.RuleStandstill, Prevents: true,
			When: but(make, func(c *commissioning.AwardContract) { c.On = 20240530 }),
		},
		{Name: "some ask for none", Given: after(domain.RouteDirectA, domain.RegimePSR), When: make, Then: by(domain.RouteDirectA)},
		{Name: "but one that runs is kept", Given: after(domain.RouteDirectA, domain.RegimePSR, started), When: make, Refused: commissioning.RuleStandstill, Prevents: true},
		{
			Name: "education is bought without one", Given: after(domain.RouteTender, domain.RegimeProcurementAct), When: make, Then: by(domain.RouteTender),
		},
		{
			Name: "other things are not", Refused: commissioning.RuleStandstill, Prevents: true, When: make,
			Given: slices.Concat([]domain.Event{informal, but(opened, func(e *domain.DecisionOpened) {
				e.Regime, e.Route, e.Threshold = domain.RegimeProcurementAct, domain.RouteTender, "SUB_CENTRAL"
			})}, approved[2:]),
		},
		{Name: "a direct award needs a notice", Given: after(domain.RouteDirectAward, domain.RegimeProcurementAct), When: make, Refused: commissioning.RuleCompeted, Prevents: true},
		{
			Name: "of transparency, before", Given: after(domain.RouteDirectAward, domain.RegimeProcurementAct, notice(domain.NoticeTransparency, 20240502)),
			When: make, Then: by(domain.RouteDirectAward),
		},
		{
			Name: "not after", Given: after(domain.RouteDirectAward, domain.RegimeProcurementAct, notice(domain.NoticeTransparency, 20240601)),
			When: make, Refused: commissioning.RuleCompeted, Prevents: true,
		},

		{Name: "an award is varied on a decision of its own", Given: extending, When: vary, Then: []domain.Event{varied}},
		{Name: "not on that which made it", Given: extending, When: but(vary, func(c *commissioning.VaryAward) { c.Decision = purchase }), Refused: commissioning.RuleVariation, Prevents: true},
		{Name: "nor on none", Given: running, When: but(vary, func(c *commissioning.VaryAward) { c.Decision = uuid.Nil }), Refused: commissioning.RuleVariation, Prevents: true},
		{Name: "nor on one that is open", Given: again(150_000), When: vary, Refused: commissioning.RuleVariation, Prevents: true},
		{Name: "nor to a penny more", Given: extending, When: but(vary, func(c *commissioning.VaryAward) { c.Value.Net++ }), Refused: commissioning.RuleApproved, Prevents: true},
		{Name: "nor to end before it begins", Given: extending, When: but(vary, func(c *commissioning.VaryAward) { c.To = 20240531 }), Refused: commissioning.RuleAward},
		{Name: "nor when it has run out", Given: extending, When: but(vary, func(c *commissioning.VaryAward) { c.On = 20250101 }), Today: 20250101, Refused: commissioning.RuleAward, Prevents: true},
		{Name: "nor after its end", Given: and(extending, ended), When: vary, Refused: commissioning.RuleAward},

		{Name: "an award ends", Given: running, When: end, Then: []domain.Event{ended}},
		{Name: "once", Given: and(running, ended), When: but(end, func(c *commissioning.EndAward) { c.On = 20240603 }), Refused: commissioning.RuleAward},
		{Name: "not before it was made", Given: running, When: but(end, func(c *commissioning.EndAward) { c.On = 20240530 }), Refused: commissioning.RuleAward},
		{Name: "if it was", Given: approved, When: end, Refused: commissioning.RuleNamed},

		{Name: "a delivery is accepted", Given: running, When: accept, Then: []domain.Event{accepted}},
		{Name: "one id is one delivery", Given: and(running, accepted), When: but(accept, func(c *commissioning.AcceptDelivery) { c.Units = 2 }), Refused: commissioning.RuleOnce},
		{Name: "not before the award begins", Given: running, When: but(accept, func(c *commissioning.AcceptDelivery) { c.On = 20240531 }), Refused: commissioning.RuleAward, Prevents: true},
		{Name: "nor after its end", Given: and(running, ended), When: but(accept, func(c *commissioning.AcceptDelivery) { c.On = 20240603 }), Refused: commissioning.RuleAward, Prevents: true},
		{
			Name: "until the last day as varied", Given: and(extending, varied), Today: 20250731, When: but(accept, func(c *commissioning.AcceptDelivery) { c.On = 20250731 }),
			Then: []domain.Event{but(accepted, func(e *domain.DeliveryAccepted) { e.On = 20250731 })},
		},
	}
}

// What money asks of an award and its decision changes with what follows.
func TestAnswers(t *testing.T) {
	s := commissioning.New("QE1")
	fold := func(events ...domain.Event) {
		for _, e := range events {
			s.Evolve(domain.Recorded{Event: e})
		}
	}
	wantAward := func(when string, value domain.Amount, inForce bool, decisions ...uuid.UUID) {
		t.Helper()
		a, ok := s.Award(award)
		if want := (commissioning.Award{Decisions: decisions, Supplier: teacher, Value: value, InForce: inForce}); !ok || !reflect.DeepEqual(a, want) {
			t.Errorf("%s: got %+v, want %+v", when, a, want)
		}
	}
	wantApproval := func(when string, approved bool, max domain.Pence, lines int) {
		t.Helper()
		a, ok := s.Approval(purchase)
		if !ok || a.Approved != approved || a.Max != max || len(a.Lines) != lines || approved && a.Candidate != teacher {
			t.Errorf("%s: got %+v, want approved %t of %s on %d lines", when, a, approved, max, lines)
		}
	}
	if _, ok := s.Award(award); ok {
		t.Error("an award that was not made is answered")
	}
	if _, ok := s.Approval(purchase); ok {
		t.Error("a decision that was not opened is answered")
	}
	fold(ready...)
	wantApproval("open", false, 0, 0)
	fold(made)
	wantApproval("approved", true, 120_000, 1)
	fold(domain.StandstillStarted{Decision: purchase, On: 20240531, Until: 20240612}, awarded)
	wantAward("awarded in its standstill", price, false, purchase)
	fold(domain.StandstillEnded{Decision: purchase, On: 20240612})
	wantAward("after it", price, true, purchase)

	more := domain.Amount{Net: 125_000, VAT: 25_000}
	fold(again(150_000)[len(approved)+1:]...)
	fold(extended(150_000))
	fold(domain.AwardVaried{Award: award, Variation: 1, Decision: extension, To: 20250731, Value: more})
	wantAward("varied", more, true, purchase, extension)
	wantApproval("varied", true, 120_000, 1)
	fold(domain.DecisionAmended{Decision: purchase, Max: 119_000})
	wantApproval("amended", true, 119_000, 1)
	fold(domain.AwardEnded{Award: award, On: 20240801}, domain.DecisionReversed{Decision: purchase})
	wantAward("ended", more, false, purchase, extension)
	wantApproval("reversed", false, 119_000, 1)
	if p, ok := s.Programme(networking); !ok || p.AccountableTo != "NHSE" || p.ResponsibleTo != "QE1" {
		t.Errorf("the programme: got %+v", p)
	}
}
