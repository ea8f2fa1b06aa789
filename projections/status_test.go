package projections

import (
	"slices"
	"testing"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// The status of a thing on the days around those that its events name.
func TestTheStatusOfADay(t *testing.T) {
	l := tell(t)
	hub := func(e domain.Event) eventstore.Seq { return l.say("hub-QE1", e) }
	it := id(1)
	type days = map[domain.Date]string
	check := func(what string, want days, status func(domain.Date) (string, bool)) {
		t.Helper()
		for day, want := range want {
			got, there := status(day)
			if !there {
				got = "-"
			}
			if got != want {
				t.Errorf("%s on %s: got %s, want %s", what, day, got, want)
			}
		}
	}

	hub(domain.DecisionOpened{Decision: it, Hub: "QE1", On: 20240110})
	hub(domain.CommissioningDecisionMade{Decision: it, Outcome: domain.OutcomeDefer, On: 20240120})
	hub(domain.CommissioningDecisionMade{Decision: it, Outcome: domain.OutcomeApprove, Max: 500, On: 20240220})
	hub(domain.DecisionAmended{Decision: it, Max: 300})
	hub(domain.DecisionReversed{Decision: it})
	d, _ := l.Commissioning.Decision("QE1", it, l.head())
	check("a decision", days{20240109: "-", 20240110: "OPEN", 20240119: "OPEN", 20240120: "DEFERRED", 20240219: "DEFERRED", 20240220: "APPROVED", 20240229: "APPROVED", 20240301: "REVERSED"},
		func(day domain.Date) (string, bool) { s, ok := d.StatusOn(day, 20240301); return string(s), ok })
	amended := func(eventstore.Seq) domain.Date { return 20240225 }
	if a, b, c := d.MaxOn(20240120, amended), d.MaxOn(20240220, amended), d.MaxOn(20240225, amended); a != 0 || b != 500 || c != 300 {
		t.Errorf("the most: got %d, %d and %d, want 0, 500 and, amended, 300", a, b, c)
	}

	void := domain.EventVoided{Type: domain.CommissioningDecisionMade{}.EventType(), Of: it, ReversedBy: []int{0}, Reason: "it was less"}
	hub(void)
	d, _ = l.Commissioning.Decision("QE1", it, l.head())
	voided := func(day domain.Date) (string, bool) { s, ok := d.StatusOn(day, 20240301); return string(s), ok }
	check("a decision that was recorded wrongly", days{20240120: "DEFERRED", 20240220: "DEFERRED", 20240301: "DEFERRED"}, voided)
	if v := d.Voided; len(v) != 1 || v[0].Made.Event.Max != 500 || len(v[0].Amended) != 1 || !v[0].Reversed.Known() || v[0].Voided.Event.Reason != void.Reason {
		t.Errorf("what is voided: got %+v", v)
	}
	hub(domain.CommissioningDecisionMade{Decision: it, Outcome: domain.OutcomeApprove, Max: 400, On: 20240220})
	d, _ = l.Commissioning.Decision("QE1", it, l.head())
	check("and made again", days{20240219: "DEFERRED", 20240220: "APPROVED", 20240301: "APPROVED"}, voided)
	if most := d.MaxOn(20240301, amended); most != 400 {
		t.Errorf("the most of what is made again: got %d, want 400: nothing has amended it", most)
	}

	hub(domain.ContractAwarded{Award: it, From: 20240401, To: 20240930, Value: domain.Amount{Net: 100}, On: 20240301})
	hub(domain.AwardVaried{Award: it, Variation: 1, To: 20241231, Value: domain.Amount{Net: 150}, On: 20240901})
	a, _ := l.Commissioning.Award("QE1", it, l.head())
	award := func(day domain.Date) (string, bool) { s, ok := a.StatusOn(day); return string(s), ok }
	check("an award", days{20240228: "-", 20240301: "FUTURE", 20240331: "FUTURE", 20240401: "IN_FORCE", 20240930: "IN_FORCE", 20241231: "IN_FORCE", 20250101: "ENDED"}, award)
	if value, last := a.On(20240831); value.Net != 100 || last != 20240930 {
		t.Errorf("before it is varied: got %+v until %s", value, last)
	}
	hub(domain.AwardEnded{Award: it, On: 20241031})
	a, _ = l.Commissioning.Award("QE1", it, l.head())
	check("an award that ended", days{20241031: "IN_FORCE", 20241101: "ENDED"}, award)

	hub(domain.GrantOffered{Grant: it, Pence: 200, Milestones: []domain.GrantMilestone{{Milestone: "a", Pence: 100}, {Milestone: "b", Pence: 100}}})
	hub(domain.GrantAccepted{Grant: it, On: 20240501})
	hub(domain.GrantMilestoneMet{Grant: it, Milestone: "a", Pence: 100, On: 20240601})
	hub(domain.GrantMilestoneMet{Grant: it, Milestone: "b", Pence: 100, On: 20240701})
	g, _ := l.Commissioning.Grant("QE1", it, l.head())
	grant := func(day domain.Date) (string, bool) { s, ok := g.StatusOn(day, 20240401); return string(s), ok }
	check("a grant", days{20240331: "-", 20240401: "OFFERED", 20240501: "ACCEPTED", 20240601: "ACCEPTED", 20240701: "COMPLETE"}, grant)
	hub(domain.GrantTerminated{Grant: it, On: 20240615})
	g, _ = l.Commissioning.Grant("QE1", it, l.head())
	check("a grant that was terminated", days{20240614: "ACCEPTED", 20240615: "TERMINATED", 20240701: "TERMINATED"}, grant)

	hub(domain.ProgrammeProposed{Programme: it, Hub: "QE1"})
	hub(domain.ProgrammeLaunched{Programme: it, On: 20240501})
	hub(domain.ProgrammeClosed{Programme: it, On: 20240601})
	p, _ := l.Commissioning.Programme("QE1", it, l.head())
	check("a programme", days{20240331: "-", 20240401: "PROPOSED", 20240501: "LAUNCHED", 20240601: "LAUNCHED", 20240602: "CLOSED"},
		func(day domain.Date) (string, bool) { s, ok := p.StatusOn(day, 20240401); return string(s), ok })

	hub(domain.TrainingNeedIdentified{Need: it, Hub: "QE1", On: 20240401})
	hub(domain.TrainingNeedMet{Need: it, On: 20240501})
	n, _ := l.Commissioning.Need("QE1", it, l.head())
	check("a need", days{20240331: "-", 20240401: "OPEN", 20240501: "OPEN", 20240502: "MET"},
		func(day domain.Date) (string, bool) { s, ok := n.StatusOn(day); return string(s), ok })

	hub(domain.WorkforcePlanSubmitted{Plan: it, Hub: "QE1", On: 20240401})
	hub(domain.WorkforcePlanEndorsed{Plan: it, Revision: 1, On: 20240501})
	hub(domain.WorkforcePlanRevised{Plan: it, Revision: 2, On: 20240601})
	hub(domain.WorkforcePlanEndorsed{Plan: it, Revision: 2, On: 20240701})
	plan, _ := l.Commissioning.Plan("QE1", it, l.head())
	check("a plan", days{20240331: "-", 20240401: "SUBMITTED", 20240501: "ENDORSED", 20240601: "REVISED", 20240701: "ENDORSED"},
		func(day domain.Date) (string, bool) { s, ok := plan.StatusOn(day); return string(s), ok })

	hub(domain.HubContractSigned{Contract: it, Hub: "QE1", From: 20240401, To: 20250331})
	hub(domain.HubContractVaried{Contract: it, Hub: "QE1", Variation: 1, On: 20241001, To: 20260331})
	c, _ := l.Commissioning.Contract("QE1", it, l.head())
	contract := func(day domain.Date) (string, bool) { return string(c.StatusOn(day)), true }
	check("a contract", days{20240331: "FUTURE", 20240401: "IN_FORCE", 20260331: "IN_FORCE", 20260401: "ENDED"}, contract)
	if _, _, before := c.On(20240930); before != 0 {
		t.Errorf("before it is varied: got variation %d", before)
	}
	hub(domain.HubContractEnded{Contract: it, Hub: "QE1", On: 20241231})
	c, _ = l.Commissioning.Contract("QE1", it, l.head())
	check("a contract that ended", days{20241231: "IN_FORCE", 20250101: "ENDED"}, contract)

	hub(domain.DelegationGranted{Delegation: it, Hub: "QE1", From: 20240401})
	g1, _ := l.Commissioning.Delegation("QE1", it, l.head())
	hub(domain.DelegationRevoked{Delegation: it, Hub: "QE1", On: 20240331}) // it never began
	g2, _ := l.Commissioning.Delegation("QE1", it, l.head())
	check("a delegation", days{20240331: "FUTURE", 20240401: "IN_FORCE", 20990101: "IN_FORCE"}, func(day domain.Date) (string, bool) { return string(g1.StatusOn(day)), true })
	check("a delegation that never began", days{20240331: "ENDED", 20240401: "ENDED"}, func(day domain.Date) (string, bool) { return string(g2.StatusOn(day)), true })
}

// The hub of an ICS has what its locality hubs have, a locality hub only its
// own, and another ICS nothing of it.
func TestWhoseThingsAre(t *testing.T) {
	l := tell(t)
	for i, hub := range []domain.HubID{"QE1", "QE1~fylde-coast", "QE1~lancaster", "QHM"} {
		stream := eventstore.StreamID("hub-" + hub.ICB())
		l.say(stream, domain.DecisionOpened{Decision: id(i), Hub: hub, On: 20240101})
		l.say(stream, domain.ContractAwarded{Award: id(i), Decision: id(i), On: 20240101})
		line := domain.FundLine{Fund: "OPERATIONAL", FY: 2024}
		if hub.IsLocality() {
			line.Hub = hub
		}
		l.say(stream, domain.GrantOffered{Grant: id(i), Pence: 1})
		l.say(stream, domain.CommitmentMade{Commitment: id(10 + i), Grant: id(i), Line: line, Pence: 1})
		l.say(stream, domain.PriorityEndorsed{Priority: id(i), ICB: hub.ICB()})
	}
	for hub, want := range map[domain.HubID][]int{"QE1": {0, 1, 2}, "QE1~fylde-coast": {1}, "QHM": {3}, "QHM~x": nil} {
		var decisions, awards, grants []int
		number := func(about About) int {
			return slices.IndexFunc([]int{0, 1, 2, 3}, func(i int) bool { return id(i) == about.ID })
		}
		for _, d := range l.Commissioning.Decisions(hub, l.head()) {
			decisions = append(decisions, number(d.About))
		}
		for _, a := range l.Commissioning.Awards(hub, l.head()) {
			awards = append(awards, number(a.About))
		}
		for _, g := range l.Commissioning.Grants(hub, l.head()) {
			grants = append(grants, number(g.About))
		}
		if !slices.Equal(decisions, want) || !slices.Equal(awards, want) || !slices.Equal(grants, want) {
			t.Errorf("%s: got decisions %v, awards %v, grants %v, want %v of each", hub, decisions, awards, grants, want)
		}
		// Priorities are the ICS's: a locality hub has none of its own.
		if got := len(l.Commissioning.Priorities(hub, l.head())); hub.IsLocality() && got != 0 || !hub.IsLocality() && got != len(want) {
			t.Errorf("%s: got %d priorities", hub, got)
		}
	}
}
