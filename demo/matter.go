package demo

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
)

// matter is something that is to be decided: by the group at a meeting, or by the
// manager or the chair between meetings.
type matter struct {
	h         *hub
	kind      domain.DecisionKind
	of        domain.HubID // a locality hub
	subject   string
	need      int // of the year, that it meets
	programme uuid.UUID
	award     uuid.UUID // that is to be varied
	meeting   *meeting
	on        domain.Date // without a meeting
	urgent    bool        // without a meeting: by the chair and a second
	lines     []domain.FundPart
	purpose   domain.FundPurpose
	max       domain.Pence

	regime     domain.Regime
	by         domain.Route
	candidates []supplier
	chosen     supplier
	waived     bool // quotations are

	id   uuid.UUID
	made domain.Date
}

// route says how candidates are found, and which: n counts those that the group
// decides on, -1 is something small.
func (c *matter) route(n int) {
	h := c.h
	c.regime, c.by = domain.RegimeBelowThreshold, domain.RouteQuotation
	pool := h.suppliers[1:]
	at := h.rand.IntN(len(pool))
	for i := range 3 {
		c.candidates = append(c.candidates, pool[(at+i*2)%len(pool)])
	}
	switch {
	case n < 0:
		c.candidates = c.candidates[:1]
	case c.max > 5_000_000 && n%2 == 0:
		c.by = domain.RouteTender
	case c.max > 5_000_000:
		c.by = domain.RouteFramework
	case n%4 == 3: // the host bids too
		c.candidates[2] = supplier{code: h.host}
	}
	if n >= 0 && h.index%8 == 5 && c.day() > domain.MustDate("2024-01-01") && c.programme != uuid.Nil {
		c.regime, c.by = domain.RegimePSR, domain.RouteMostSuitable
	}
	if n >= 0 && h.index%8 == 6 && c.day() > domain.MustDate("2025-02-24") && c.max > 2_000_000 {
		c.regime, c.by = domain.RegimeProcurementAct, domain.RouteDirectAward
	}
	c.chosen = c.candidates[0]
}

func (c *matter) day() domain.Date {
	if c.meeting != nil {
		return c.meeting.day
	}
	return c.on
}

// decide is the way of a case from the paper to the decision, and whether it was
// approved.
func (c *matter) decide() bool {
	c.open()
	c.quote()
	if c.meeting == nil {
		return c.alone()
	}
	out := c.declare(c.h.members, c.day().AddDays(-9))
	c.score()
	return c.vote(out)
}

// before is some days before the decision.
func (c *matter) before(days int) domain.Date { return c.day().AddDays(-days) }

func (c *matter) open() {
	h := c.h
	data := commissioning.OpenDecision{
		Hub: c.of, Kind: c.kind, Subject: c.subject, Programme: c.programme, Award: c.award, Estimate: c.max, Regime: c.regime, Route: c.by,
	}
	if c.kind == domain.DecisionVariation {
		data.Regime, data.Route = "", ""
	}
	for _, s := range c.candidates {
		data.Candidates = append(data.Candidates, s.code)
	}
	ahead := 30
	if c.meeting == nil {
		ahead = 12
	}
	c.id = domain.NewID(h.give(c.before(ahead), h.lead, data), "decision")
}

// quote receives quotations, or tenders.
func (c *matter) quote() {
	if c.kind != domain.DecisionPurchase {
		if c.waived {
			c.waive("the award was made on a waiver")
		}
		return
	}
	if c.by == domain.RouteTender {
		d := c.before(28)
		c.h.give(d, c.h.lead, commissioning.RecordNotice{Decision: c.id, Kind: domain.NoticeTender, Ref: ref("T", d, c.h.given), On: d})
	}
	if c.by == domain.RouteQuotation && c.meeting != nil && c.max >= 1_000_000 && c.h.rand.IntN(9) == 0 {
		c.candidates, c.waived = c.candidates[:1], true
		c.waive("only one supplier has the accreditation")
	}
	for i, s := range c.candidates {
		d := min(c.before(10), c.day()).AddDays(-i)
		gross := c.max + domain.Pence(i)*c.max/20
		c.h.give(d, c.h.lead, commissioning.RecordQuotation{Decision: c.id, Supplier: s.code, Gross: gross, On: d})
	}
}

func (c *matter) waive(reason string) {
	c.h.give(c.before(12), c.h.manager, commissioning.ApproveWaiver{Decision: c.id, Reason: reason})
}

func (c *matter) orgs() (codes []string) {
	for _, s := range c.candidates {
		codes = append(codes, s.code)
	}
	return codes
}

// declare has the members declare, and deals with their conflicts: it is who is
// out of the room.
func (c *matter) declare(members []*member, d domain.Date) (out []uuid.UUID) {
	h := c.h
	by := members[0]
	if len(by.conflicted(c.orgs(), d)) > 0 {
		by = members[1]
	}
	for _, m := range members {
		data := commissioning.DeclareConflict{Decision: c.id, Person: m.person, Interests: m.conflicted(c.orgs(), d)}
		data.Nil = len(data.Interests) == 0
		h.give(d, domain.Actor{Person: m.person, Role: "member"}, data)
		if data.Nil {
			continue
		}
		mitigation, reason := domain.MitigationLeaves, "a partner in a candidate"
		switch h.rand.IntN(8) {
		case 0:
			mitigation, reason = domain.MitigationStays, "the interest is small and shared by all practices"
		case 1: // nobody does anything about it
			continue
		}
		h.give(d.AddDays(5), h.clerk, commissioning.ManageConflict{Decision: c.id, Person: m.person, Mitigation: mitigation, DecidedBy: by.person, Reason: reason})
		if mitigation.Recuses() {
			out = append(out, m.person)
		}
		if h.rand.IntN(3) > 0 {
			h.give(c.day().AddDays(12), h.clerk, commissioning.VerifyMitigation{Decision: c.id, Person: m.person, Kept: h.rand.IntN(15) > 0, By: h.clinical.Person})
		}
	}
	return out
}

func (c *matter) nothing(a domain.Actor, d domain.Date) {
	c.h.give(d, a, commissioning.DeclareConflict{Decision: c.id, Person: a.Person, Nil: true})
}

// score has a tender appraised by two who have declared.
func (c *matter) score() {
	h := c.h
	if c.by != domain.RouteTender {
		c.nothing(h.lead, c.before(9))
		return
	}
	options := []domain.AppraisedOption{{Key: "NOTHING", Title: "Do nothing"}}
	keys := []string{"OPTION_A", "OPTION_B", "OPTION_C"}
	for i, s := range c.candidates {
		options = append(options, domain.AppraisedOption{Key: keys[i], Title: "Tender " + keys[i][7:], Candidate: s.code})
	}
	assessors := []domain.Actor{h.lead, h.clinical}
	h.give(c.before(11), h.lead, commissioning.AppraiseOptions{
		Decision: c.id, Options: options, Assessors: []uuid.UUID{h.lead.Person, h.clinical.Person},
		Criteria: []domain.AppraisalCriterion{{Key: "QUALITY", Weight: 60, Most: 10}, {Key: "PRICE", Weight: 40, Most: 10}},
	})
	for _, a := range assessors {
		c.nothing(a, c.before(10))
		for i := range c.candidates {
			for _, criterion := range []string{"QUALITY", "PRICE"} {
				h.give(c.before(8), a, commissioning.RecordScore{Decision: c.id, Assessor: a.Person, Option: keys[i], Criterion: criterion, Score: max(0, 9-2*i-h.rand.IntN(2))})
			}
		}
	}
}

// vote is the item of a meeting: those who are left vote, and what was decided
// is recorded.
func (c *matter) vote(out []uuid.UUID) bool {
	h, m := c.h, c.meeting
	item := m.item(c.subject, out...)
	d := m.after()
	outcome := domain.OutcomeApprove
	switch h.rand.IntN(14) {
	case 0:
		outcome = domain.OutcomeReject
	case 1:
		if next := slices.Index(h.meetings, m) + 1; next < 3 {
			c.record(domain.OutcomeDefer, item, d)
			c.meeting = h.meetings[next]
			return c.vote(out)
		}
	}
	against := h.rand.IntN(12)
	for i, one := range m.there {
		v := domain.VoteFor
		switch {
		case slices.Contains(out, one.person):
			v = domain.VoteRecused
		case outcome == domain.OutcomeReject && i > 1, i == against:
			v = domain.VoteAgainst
		case i == against-1:
			v = domain.VoteAbstain
		}
		h.give(d, h.clerk, commissioning.RecordVote{Decision: c.id, Person: one.person, Vote: v})
	}
	c.record(outcome, item, d)
	return outcome == domain.OutcomeApprove
}

// alone is a decision between two meetings.
func (c *matter) alone() bool {
	h := c.h
	a := domain.DecisionAuthority{Kind: domain.AuthorityDelegated, Officer: h.manager.Person, Delegation: h.granted}
	d := c.before(9)
	if c.urgent {
		a = domain.DecisionAuthority{Kind: domain.AuthorityUrgent, Chair: h.members[0].person, Second: h.members[1].person}
		c.declare(h.members, d)
	} else {
		c.nothing(h.manager, d)
	}
	c.nothing(h.lead, d)
	c.conclude(domain.OutcomeApprove, a, c.on)
	if c.urgent {
		for _, m := range h.meetings {
			if m.day > c.on {
				item := m.item("Ratification: " + c.subject)
				h.give(m.after(), h.clerk, commissioning.RatifyDecision{Decision: c.id, Meeting: m.id, Item: item})
				break
			}
		}
	}
	return true
}

func (c *matter) record(outcome domain.Outcome, item string, d domain.Date) {
	c.conclude(outcome, domain.DecisionAuthority{Kind: domain.AuthorityMeeting, Meeting: c.meeting.id, Item: item}, d)
}

func (c *matter) conclude(outcome domain.Outcome, a domain.DecisionAuthority, d domain.Date) {
	h := c.h
	data := commissioning.RecordDecision{
		Decision: c.id, Outcome: outcome, Rationale: pick(h.rand, rationales), Authority: a,
		Participants: []domain.Participant{{Person: h.lead.Person, Role: domain.ParticipantAuthor}},
	}
	if outcome == domain.OutcomeApprove {
		data.Candidate, data.Max, data.Purpose, data.FundLines = c.chosen.code, c.max, c.purpose, c.lines
		n, p := c.need%len(h.needs), c.need%len(h.priorities)
		data.Needs, data.Priorities = h.needs[n:n+1], h.priorities[p:p+1]
		if h.rand.IntN(3) == 0 {
			data.ReliedOn = []domain.Reliance{{Intelligence: h.intelligence[0]}, {Guidance: "TH_FRAMEWORK", Version: "1"}}
		}
	} else {
		data.Rationale = "the case does not say enough of what it would change"
	}
	h.give(d, h.clerk, data, on(c.day()), shown("paper", c.before(7)))
	c.made = c.day()
}
