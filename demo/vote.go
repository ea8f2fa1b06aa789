package demo

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
)

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
			h.seen.review = review{c.id, m.person, data.Interests[0], domain.VerdictUnmanaged}
			continue
		}
		h.give(d.AddDays(5), h.clerk, commissioning.ManageConflict{Decision: c.id, Person: m.person, Mitigation: mitigation, DecidedBy: by.person, Reason: reason})
		if mitigation.Recuses() {
			out = append(out, m.person)
		}
		if h.rand.IntN(3) > 0 {
			v := commissioning.VerifyMitigation{Decision: c.id, Person: m.person, Kept: h.rand.IntN(15) > 0, By: h.clinical.Person}
			h.give(c.day().AddDays(12), h.clerk, v)
			if v.Kept {
				h.seen.review = review{c.id, m.person, data.Interests[0], domain.VerdictManagedVerified}
			}
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
	if c.agreed {
		h.give(c.on, h.manager, commissioning.ApproveLocalityDecision{Decision: c.id, Max: c.max, By: domain.ICSAgreement{Officer: a.Officer, Delegation: a.Delegation}})
	}
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
