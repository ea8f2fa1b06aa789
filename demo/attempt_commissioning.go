package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
)

// variant is an attempt to approve a trial that has something wrong with it.
func variant(rule domain.Rule, wrong func(*trying, *commissioning.RecordDecision)) attempt {
	return attempt{rule, func(t *trying) {
		c := t.trial()
		data := c.approval()
		wrong(t, &data)
		t.no(t.manager, data)
		t.reject(c)
	}}
}

// reject ends a trial.
func (t *trying) reject(c *matter) {
	data := c.approval()
	t.give(t.d.AddDays(2), t.manager, commissioning.RecordDecision{
		Decision: c.id, Outcome: domain.OutcomeReject, Rationale: "there is no time left in the year", Authority: data.Authority,
	}, on(t.d))
}

// onTrial is an attempt that is about a trial, and has a member who declared
// nothing.
func onTrial(rule domain.Rule, try func(t *trying, c *matter, m *member)) attempt {
	return attempt{rule, func(t *trying) {
		c := t.trial()
		try(t, c, t.members[4])
		t.reject(c)
	}}
}

// bought is an attempt that is about the last purchase of the year.
func bought(rule domain.Rule, try func(t *trying, p purchase)) attempt {
	return attempt{rule, func(t *trying) {
		if p := t.seen.bought; p.of(t.fy) {
			try(t, p)
		}
	}}
}

var commissioningTries = []attempt{
	variant(commissioning.RuleNeed, func(_ *trying, d *commissioning.RecordDecision) { d.Needs = nil }),
	variant(commissioning.RuleNeed, func(t *trying, d *commissioning.RecordDecision) { // no budget
		d.FundLines = []domain.FundPart{{Line: line("OTHER-LEGACY", t.fy), Pence: d.Max}}
	}),
	variant(commissioning.RulePriority, func(_ *trying, d *commissioning.RecordDecision) { d.Priorities = nil }),
	variant(commissioning.RuleLimit, func(_ *trying, d *commissioning.RecordDecision) {
		d.Max = 6_000_000
		d.FundLines = []domain.FundPart{{Line: d.FundLines[0].Line, Pence: d.Max}}
	}),
	variant(commissioning.RuleCompeted, func(_ *trying, d *commissioning.RecordDecision) {
		d.Max = 1_200_000
		d.FundLines = []domain.FundPart{{Line: d.FundLines[0].Line, Pence: d.Max}}
	}),
	variant(commissioning.RuleLocality, func(t *trying, d *commissioning.RecordDecision) { d.FundLines = t.ofTheLocality(d.Max) }),
	variant(commissioning.RuleDelegation, func(t *trying, d *commissioning.RecordDecision) { d.Authority.Officer = t.lead.Person }),
	variant(commissioning.RuleUrgent, func(t *trying, d *commissioning.RecordDecision) {
		d.Authority = domain.DecisionAuthority{Kind: domain.AuthorityUrgent, Chair: t.manager.Person}
	}),
	onTrial(commissioning.RuleDeclared, func(t *trying, c *matter, m *member) { t.no(t.clerk, c.voteOf(m, domain.VoteFor)) }),
	onTrial(commissioning.RuleRecused, func(t *trying, c *matter, m *member) {
		c.nothing(domain.Actor{Person: m.person, Role: "member"}, t.d.AddDays(-4))
		t.give(t.d.AddDays(-3), t.clerk, c.recusal(m, t.members[0].person))
		t.no(t.clerk, c.voteOf(m, domain.VoteFor))
	}),
	onTrial(commissioning.RuleManaged, func(t *trying, c *matter, m *member) { t.no(t.clerk, c.recusal(m, m.person)) }),
	onTrial(commissioning.RuleOnce, func(t *trying, c *matter, m *member) {
		c.nothing(domain.Actor{Person: m.person, Role: "member"}, t.d.AddDays(-4))
		t.give(t.d.AddDays(-1), t.clerk, c.voteOf(m, domain.VoteFor))
		t.no(t.clerk, c.voteOf(m, domain.VoteAgainst))
	}),
	onTrial(commissioning.RuleScored, func(t *trying, c *matter, _ *member) {
		t.no(t.lead, commissioning.RecordScore{Decision: c.id, Assessor: t.lead.Person, Option: "OPTION_A", Criterion: "QUALITY", Score: 7})
	}),
	onTrial(commissioning.RuleSeparate, func(t *trying, c *matter, _ *member) {
		t.no(t.lead, commissioning.ApproveWaiver{Decision: c.id, Reason: "it is urgent"})
	}),
	onTrial(commissioning.RuleQuorum, func(t *trying, c *matter, _ *member) {
		m := t.inquorate()
		c.nothing(domain.Actor{Person: t.members[0].person, Role: "member"}, t.d.AddDays(-4))
		t.no(t.clerk, c.rejectedAt(m))
	}),
	onTrial(commissioning.RuleStandstill, func(t *trying, c *matter, _ *member) {
		t.no(t.lead, commissioning.RecordRepresentation{Decision: c.id, From: t.suppliers[2].code, Subject: "how it was bought", On: t.d})
	}),
	{commissioning.RuleAssured, func(t *trying) { t.no(t.lead, commissioning.LaunchProgramme{Programme: t.unassured(), On: t.d}) }},
	{commissioning.RuleProgramme, func(t *trying) { t.no(t.lead, t.sessionOf(t.unassured())) }},
	{commissioning.RuleFuture, func(t *trying) {
		t.no(t.lead, commissioning.LaunchProgramme{Programme: t.seen.programme, On: t.future()})
	}},
	{commissioning.RuleNamed, func(t *trying) {
		t.no(t.lead, commissioning.RecordNotice{Decision: t.nobody(), Kind: domain.NoticeTender, Ref: "T-0", On: t.d})
	}},
	bought(commissioning.RuleDecided, func(t *trying, p purchase) {
		c := t.trial()
		data := c.approval()
		data.Decision = p.decision
		t.no(t.manager, data)
		t.reject(c)
	}),
	bought(commissioning.RuleApproved, func(t *trying, p purchase) { t.no(t.manager, t.otherAward(p)) }),
	bought(commissioning.RuleBreach, func(t *trying, p purchase) {
		id := domain.NewID(t.give(t.d.AddDays(-9), t.clerk, commissioning.SuspectBreach{Decision: p.decision, What: "a scorer may know a bidder", On: t.d.AddDays(-9)}), "breach")
		t.give(t.d.AddDays(-2), t.clerk, commissioning.CloseBreach{Breach: id, Action: "looked into; there was nothing in it", On: t.d.AddDays(-2)})
		t.no(t.clerk, commissioning.UpholdBreach{Breach: id, Impact: "none", On: t.d})
	}),
	bought(commissioning.RuleAward, func(t *trying, p purchase) { t.no(t.lead, t.earlyDelivery(p)) }),
	{commissioning.RuleCarried, func(t *trying) {
		t.no(t.manager, commissioning.CarryOnAward{
			Of: t.nobody(), Predecessor: domain.HubID(t.n.icbs[(t.index+1)%len(t.n.icbs)].Code), Supplier: t.suppliers[1].code, From: t.d, To: t.fy.Last(), Value: domain.Amount{Net: 100},
		})
	}},
	bought(commissioning.RuleVariation, func(t *trying, p purchase) { t.no(t.manager, t.undecidedVariation(p)) }),
}

func (c *matter) voteOf(m *member, v domain.Vote) commissioning.RecordVote {
	return commissioning.RecordVote{Decision: c.id, Person: m.person, Vote: v}
}

func (c *matter) recusal(m *member, by uuid.UUID) commissioning.ManageConflict {
	return commissioning.ManageConflict{Decision: c.id, Person: m.person, Mitigation: domain.MitigationLeaves, DecidedBy: by, Reason: "a relative may apply"}
}

func (c *matter) rejectedAt(meeting uuid.UUID) commissioning.RecordDecision {
	return commissioning.RecordDecision{
		Decision: c.id, Outcome: domain.OutcomeReject, Rationale: "the few who were there did not like it",
		Authority: domain.DecisionAuthority{Kind: domain.AuthorityMeeting, Meeting: meeting, Item: "1"},
	}
}

// unassured proposes formal training whose quality nobody has assured.
func (t *trying) unassured() uuid.UUID {
	return domain.NewID(t.give(t.d.AddDays(-6), t.lead, commissioning.ProposeProgramme{
		Title: "Diploma in a hurry", Mode: domain.ModeDevelop, Category: "MGMT", Class: domain.ClassFormal, Audience: "practice managers", Function: "EDUCATION",
	}), "programme")
}

func (t *trying) sessionOf(programme uuid.UUID) commissioning.RecordSession {
	return commissioning.RecordSession{Programme: programme, On: t.d, Places: 12, Attended: 9, Completed: 9}
}

func (t *trying) otherAward(p purchase) commissioning.AwardContract {
	other := t.suppliers[1]
	if other.code == p.supplier.code {
		other = t.suppliers[2]
	}
	return commissioning.AwardContract{Decision: p.decision, Supplier: other.code, From: t.d, To: t.fy.Last(), Value: domain.Amount{Net: 40_000}, On: t.d}
}

func (t *trying) earlyDelivery(p purchase) commissioning.AcceptDelivery {
	return commissioning.AcceptDelivery{Award: p.award, What: "a session before the contract began", Units: 1, On: p.from.AddDays(-2)}
}

func (t *trying) undecidedVariation(p purchase) commissioning.VaryAward {
	return commissioning.VaryAward{Award: p.award, To: t.fy.Last(), Value: t.amount(p.gross, p.supplier.taxed), Reason: "agreed by telephone", On: t.d}
}

// standstillAttempts award before the standstill is over.
func (h *hub) standstillAttempts(c *matter, end domain.Date) {
	d := end.AddDays(-4)
	h.give(d, h.manager, commissioning.AwardContract{
		Decision: c.id, Holder: h.host, Supplier: c.chosen.code, From: d, To: domain.YearOf(d).Last(), Value: h.amount(c.max, c.chosen.taxed), On: d,
	}, refusedBy(commissioning.RuleStandstill))
}
