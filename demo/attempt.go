package demo

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
)

// attempt is something that a rule refuses. Each is made in one hub a year, or
// every other year, and in another the next time.
type attempt struct {
	rule domain.Rule
	try  func(*trying)
}

// trying is a hub on the day on which it tries what it should not.
type trying struct {
	*hub
	fy   domain.FinancialYear
	d    domain.Date
	rule domain.Rule
}

// future is a day that has not come when something is recorded.
func (t *trying) future() domain.Date { return t.d.AddDays(400) }

// no gives a command that is refused.
func (t *trying) no(a domain.Actor, data domain.CommandData, hows ...how) {
	t.give(t.d, a, data, append(hows, refusedBy(t.rule))...)
}

// attempts are all that the hub tries in a year, and what has happened there
// that broke a rule.
func (h *hub) attempts(fy domain.FinancialYear) {
	h.attemptInGap(fy)
	if fy == firstYear && h.withoutPolicy() {
		h.attemptWithoutPolicy()
	}
	for i, a := range append(slices.Clone(tries), rareTries...) {
		if h.turn(i, fy) && (i < len(tries) || rare(i, fy)) {
			a.try(&trying{h, fy, tried(fy), a.rule})
		}
	}
	for i, f := range append(slices.Clone(facts), rareFacts...) {
		if h.turn(i+7, fy) && (i < len(facts) || rare(i, fy)) {
			f(&trying{h, fy, tried(fy).AddDays(1), ""})
		}
	}
}

// rare reports whether it is the year of the nth of something that comes every
// other year.
func rare(n int, fy domain.FinancialYear) bool { return (n+int(fy))%2 == 0 }

// turn reports whether it is the hub's turn with the nth of something.
func (h *hub) turn(n int, fy domain.FinancialYear) bool {
	return (n*5+int(fy-firstYear)*11)%len(h.n.hubs) == h.index
}

// tries are the attempts that come every year, by room, and rareTries those
// that come every other.
var (
	tries     = slices.Concat(contractTries, governanceTries, planningTries, commissioningTries, fundingTries, interestTries, voidTries)
	rareTries = slices.Concat(environmentTries, educatorTries, placementTries, roleTries, careerTries, assuranceTries, sharingTries)
)

// trial is a small purchase that is opened and quoted for, and that the manager,
// the lead and the clerk have declared for, but not decided on.
func (h *hub) trial(fy domain.FinancialYear, d domain.Date, requester domain.Actor, declaring ...domain.Actor) *matter {
	f := cpd
	c := &matter{
		h: h, kind: domain.DecisionPurchase, subject: "A workshop that was not bought", on: d, purpose: f.purpose, max: 250_000,
		lines: []domain.FundPart{{Line: line(f.name, fy), Pence: 250_000}},
	}
	c.route(-1)
	c.programme = domain.NewID(h.give(c.before(13), h.lead, commissioning.ProposeProgramme{
		Title: "Workshops", Mode: domain.ModeProcure, Category: "CPD", Class: domain.ClassInformal, Audience: "primary care teams", Function: "EDUCATION",
	}), "programme")
	c.id = domain.NewID(h.give(c.before(12), requester, commissioning.OpenDecision{
		Kind: c.kind, Subject: c.subject, Programme: c.programme, Candidates: c.orgs(), Estimate: c.max, Regime: c.regime, Route: c.by,
	}), "decision")
	c.quote()
	for _, a := range declaring {
		c.nothing(a, c.before(9))
	}
	return c
}

// trial is a trial on the attempt's day.
func (t *trying) trial() *matter {
	return t.hub.trial(t.fy, t.d, t.lead, t.manager, t.lead, t.clerk)
}

// approval is what would approve a matter if nothing were wrong with it.
func (c *matter) approval() commissioning.RecordDecision {
	h := c.h
	return commissioning.RecordDecision{
		Decision: c.id, Outcome: domain.OutcomeApprove, Candidate: c.chosen.code, Max: c.max, Purpose: c.purpose, FundLines: c.lines,
		Needs: h.needs[:1], Priorities: h.priorities[:1], Rationale: "it is needed before the end of the year",
		Authority: domain.DecisionAuthority{Kind: domain.AuthorityDelegated, Officer: h.manager.Person, Delegation: h.granted},
	}
}

// attemptInGap approves something on a day on which the hub has no contract.
func (h *hub) attemptInGap(fy domain.FinancialYear) {
	if h.seen.gap != fy.First() {
		return
	}
	d := h.seen.gap.AddDays(15)
	c := h.trial(fy, d, h.lead, h.manager, h.lead)
	h.give(d, h.manager, c.approval(), refusedBy(commissioning.RuleContract))
}

// attemptWithoutPolicy approves something before there is a policy on conflicts
// of interest.
func (h *hub) attemptWithoutPolicy() {
	d := day(firstYear, 8, 22)
	c := h.trial(firstYear, d, h.lead, h.manager, h.lead)
	h.give(d, h.manager, c.approval(), refusedBy(commissioning.RulePolicy))
	h.give(d.AddDays(2), h.manager, c.approval(), breaking(d, commissioning.RulePolicy))
	h.give(d.AddDays(30), h.clerk, commissioning.ReverseDecision{Decision: c.id, Reason: "it was decided without a policy on conflicts of interest", By: h.clerk.Person})
}

// nobody is an id that nothing has.
func (h *hub) nobody() uuid.UUID { return h.person() }
