package commissioning_test

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/domaintest"
)

var (
	alone  = domain.DecisionAuthority{Kind: domain.AuthorityDelegated, Officer: officer, Delegation: delegation}
	urgent = domain.DecisionAuthority{Kind: domain.AuthorityUrgent, Chair: chair, Second: second}
)

// deciding is the command that approves, otherwise.
func deciding(f func(*commissioning.RecordDecision)) commissioning.RecordDecision {
	return but(decide, f)
}

// item is the command that approves, at another item of the meeting.
func item(n string) commissioning.RecordDecision {
	return deciding(func(c *commissioning.RecordDecision) { c.Authority.Item = n })
}

// costing is the command that approves, up to something else.
func costing(pence domain.Pence) commissioning.RecordDecision {
	return deciding(func(c *commissioning.RecordDecision) {
		c.Max, c.FundLines = pence, []domain.FundPart{{Line: cpd, Pence: pence}}
	})
}

// refusing approves nothing.
func refusing(outcome domain.Outcome) commissioning.RecordDecision {
	return deciding(func(c *commissioning.RecordDecision) {
		c.Outcome, c.Candidate, c.Max, c.Purpose, c.FundLines, c.Needs, c.Priorities = outcome, "", 0, "", nil, nil, nil
	})
}

// refused is what comes of it.
func refused(outcome domain.Outcome) domain.CommissioningDecisionMade {
	return but(made, func(e *domain.CommissioningDecisionMade) {
		e.Outcome, e.Candidate, e.Max, e.Purpose, e.FundLines, e.Needs, e.Priorities = outcome, "", 0, "", nil, nil, nil
	})
}

func participants(roles ...domain.Participant) []domain.Participant { return roles }

func decisionCases() []domaintest.Case {
	author := domain.Participant{Person: asker, Role: domain.ParticipantAuthor}
	scored := []domain.Event{appraised, domain.ScoreRecorded{Decision: purchase, Assessor: second, Option: "COLLEGE", Criterion: "PRICE", Score: 3}}
	byOfficer := deciding(func(c *commissioning.RecordDecision) { c.Authority = alone })
	byOfficer.Max, byOfficer.FundLines = 100_000, []domain.FundPart{{Line: cpd, Pence: 100_000}}
	byTwo := deciding(func(c *commissioning.RecordDecision) { c.Authority = urgent })
	opened := before[:3]

	return []domaintest.Case{
		{Name: "a meeting approves, and all who voted took part", Given: ready, When: decide, Then: []domain.Event{made}},
		{Name: "it has", Given: approved, When: decide},
		{Name: "once", Given: approved, When: refusing(domain.OutcomeReject), Refused: commissioning.RuleDecided},
		{Name: "nor again after it is reversed", Given: and(approved, domain.DecisionReversed{Decision: purchase, Reason: "No"}), When: costing(1), Refused: commissioning.RuleDecided},
		{Name: "a meeting rejects, and no need is asked of it", Given: ready, When: refusing(domain.OutcomeReject), Then: []domain.Event{refused(domain.OutcomeReject)}},
		{
			Name:  "what is deferred is decided later, and voted on anew",
			Given: and(ready, refused(domain.OutcomeDefer), voted(chair, domain.VoteFor), voted(third, domain.VoteFor), voted(second, domain.VoteAbstain)), When: decide,
			Then: []domain.Event{but(made, func(e *domain.CommissioningDecisionMade) {
				e.Participants = participants(made.Participants[0], made.Participants[1], made.Participants[3], made.Participants[2])
				e.Votes = domain.Votes{For: 2, Abstain: 1}
			})},
		},
		{
			Name:  "who declared after a vote that was deferred has declared before the next",
			Given: and(before, voted(conflicted, domain.VoteFor), none(conflicted), refused(domain.OutcomeDefer)),
			When:  commissioning.RecordVote(voted(conflicted, domain.VoteFor)), Then: []domain.Event{voted(conflicted, domain.VoteFor)},
		},
		{Name: "a decision is opened first", When: decide, Refused: commissioning.RuleNamed},
		{Name: "an item is recorded first", Given: ready, When: item("99"), Refused: commissioning.RuleNamed},
		{Name: "not of tomorrow", Given: ready, When: item("13"), Refused: commissioning.RuleFuture},

		{
			Name: "who wrote the papers takes part, and those who scored", Given: and(ready, append(scored, none(asker))...),
			When: deciding(func(c *commissioning.RecordDecision) { c.Participants = participants(author) }),
			Then: []domain.Event{but(made, func(e *domain.CommissioningDecisionMade) {
				e.Participants = participants(author, made.Participants[0], domain.Participant{Person: second, Role: domain.ParticipantScorer},
					made.Participants[1], made.Participants[2], made.Participants[3])
			})},
		},
		{
			Name: "and has declared", Given: ready, Refused: commissioning.RuleDeclared, Prevents: true,
			When: deciding(func(c *commissioning.RecordDecision) { c.Participants = participants(author) }),
		},
		{
			Name:  "golden vector 9: a form dated before the vote, recorded after it, is no declaration before it",
			Given: slices.Concat(before, ready[6:8], []domain.Event{voted(conflicted, domain.VoteFor), none(conflicted)}), When: decide, Happened: met30,
			Then: []domain.Event{but(made, func(e *domain.CommissioningDecisionMade) {
				e.Participants = slices.Clone(e.Participants)
				e.Participants[3].Person, e.Votes = conflicted, domain.Votes{For: 3}
			})},
			Breaches: []domain.Rule{commissioning.RuleDeclared},
		},
		{
			Name: "the chair has declared, too", Given: slices.Concat(before[:3], before[4:], ready[7:]), When: decide,
			Refused: commissioning.RuleDeclared, Prevents: true,
		},
		{Name: "and is not recused", Given: and(ready, none(conflicted), left), When: item("10"), Refused: commissioning.RuleRecused, Prevents: true},
		{
			Name: "nor is a voter that the command names", Given: and(ready, none(conflicted), left), Refused: commissioning.RuleRecused, Prevents: true,
			When: deciding(func(c *commissioning.RecordDecision) {
				c.Participants = participants(domain.Participant{Person: conflicted, Role: domain.ParticipantVoter})
			}),
		},
		{
			Name: "a recused person may have advised", Given: and(ready, none(conflicted), left),
			When: deciding(func(c *commissioning.RecordDecision) {
				c.Participants = participants(domain.Participant{Person: conflicted, Role: domain.ParticipantAdviser})
			}),
			Then: []domain.Event{but(made, func(e *domain.CommissioningDecisionMade) {
				e.Participants = append(participants(domain.Participant{Person: conflicted, Role: domain.ParticipantAdviser}), made.Participants...)
				e.Recused = []uuid.UUID{conflicted}
			})},
		},
		{
			Name: "the vote of who was recused after it does not count", Given: and(ready, none(conflicted), voted(conflicted, domain.VoteFor), voted(conflicted, domain.VoteRecused)),
			When: decide, Then: []domain.Event{but(made, func(e *domain.CommissioningDecisionMade) { e.Recused = []uuid.UUID{conflicted} })},
		},
		{Name: "a meeting is a quorum", Given: ready, When: item("9"), Refused: commissioning.RuleQuorum, Prevents: true},
		{
			Name: "without those who are recused", Given: and(ready, left, voted(third, domain.VoteRecused)), When: decide,
			Refused: commissioning.RuleQuorum, Prevents: true,
		},
		{
			Name: "and with enough who have no conflict", Refused: commissioning.RuleQuorum, Prevents: true, When: decide,
			Given: and(ready, domain.ConflictDeclaredForDecision{Decision: purchase, Person: second, Interests: []uuid.UUID{interest}},
				domain.ConflictDeclaredForDecision{Decision: purchase, Person: third, Interests: []uuid.UUID{interest}}),
		},
		{
			Name: "to reject, too", Given: ready, Refused: commissioning.RuleQuorum, Prevents: true,
			When: but(refusing(domain.OutcomeReject), func(c *commissioning.RecordDecision) { c.Authority.Item = "9" }),
		},
		{
			Name: "but not to defer", Given: before, When: but(refusing(domain.OutcomeDefer), func(c *commissioning.RecordDecision) { c.Authority.Item = "9" }),
			Then: []domain.Event{but(refused(domain.OutcomeDefer), func(e *domain.CommissioningDecisionMade) {
				e.Authority.Item, e.Votes, e.Participants = "9", domain.Votes{}, made.Participants[:1]
			})},
		},
		{
			Name: "who was not there has no vote that counts", Given: and(before, none(officer), voted(officer, domain.VoteFor)), When: decide,
			Refused: commissioning.RuleQuorum, Prevents: true,
		},
		{
			Name: "as many against it as for it are too few", Given: and(before, voted(second, domain.VoteFor), voted(third, domain.VoteAgainst)), When: decide,
			Refused: commissioning.RuleQuorum, Prevents: true,
		},
		{
			Name: "unless the chair is for it", Given: and(before, voted(chair, domain.VoteFor), voted(third, domain.VoteAgainst)), When: decide,
			Then: []domain.Event{but(made, func(e *domain.CommissioningDecisionMade) {
				e.Participants, e.Votes = slices.Delete(slices.Clone(e.Participants), 2, 3), domain.Votes{For: 1, Against: 1}
			})},
		},

		{Name: "there is a policy on conflicts of interest", Given: ready, When: item("12"), Refused: commissioning.RulePolicy, Prevents: true},
		{
			Name: "to reject, too", Given: ready, Refused: commissioning.RulePolicy, Prevents: true,
			When: but(refusing(domain.OutcomeReject), func(c *commissioning.RecordDecision) { c.Authority.Item = "12" }),
		},
		{Name: "and a contract", Given: ready, When: item("11"), Refused: commissioning.RuleContract, Prevents: true},

		{
			Name: "an officer approves by a delegation", Given: and(opened, none(officer)), When: byOfficer,
			Then: []domain.Event{but(made, func(e *domain.CommissioningDecisionMade) {
				e.Max, e.FundLines, e.Authority, e.On, e.Votes = 100_000, byOfficer.FundLines, alone, today, domain.Votes{}
				e.Participants = participants(domain.Participant{Person: officer, Role: domain.ParticipantVoter})
			})},
		},
		{
			Name: "not beyond it", Given: and(opened, none(officer)), Refused: commissioning.RuleLimit, Prevents: true,
			When: deciding(func(c *commissioning.RecordDecision) { c.Authority = alone }),
		},
		{Name: "not after it", Given: and(opened, none(officer)), When: byOfficer, Today: 20240701, Refused: commissioning.RuleDelegation, Prevents: true},
		{
			Name: "nor by somebody else's", Given: and(opened, none(second)), Refused: commissioning.RuleDelegation, Prevents: true,
			When: but(byOfficer, func(c *commissioning.RecordDecision) { c.Authority.Officer = second }),
		},
		{
			Name: "that is granted", Given: and(opened, none(officer)), Refused: commissioning.RuleNamed,
			When: but(byOfficer, func(c *commissioning.RecordDecision) { c.Authority.Delegation = unknown }),
		},
		{Name: "an officer declares, too", Given: opened, When: byOfficer, Refused: commissioning.RuleDeclared, Prevents: true},
		{Name: "a body has a limit, too", Given: ready, When: item("8"), Refused: commissioning.RuleLimit, Prevents: true},

		{
			Name: "the chair and a second person approve what is urgent", Given: before, When: byTwo,
			Then: []domain.Event{but(made, func(e *domain.CommissioningDecisionMade) {
				e.Authority, e.On, e.Votes = urgent, today, domain.Votes{}
				e.Participants = participants(made.Participants[0], domain.Participant{Person: second, Role: domain.ParticipantVoter})
			})},
		},
		{
			Name: "not the chair alone", Given: before, Refused: commissioning.RuleUrgent, Prevents: true,
			When: but(byTwo, func(c *commissioning.RecordDecision) { c.Authority.Second = uuid.Nil }),
		},
		{
			Name: "nor twice the chair", Given: before, Refused: commissioning.RuleUrgent, Prevents: true,
			When: but(byTwo, func(c *commissioning.RecordDecision) { c.Authority.Second = chair }),
		},
		{
			Name: "nor with one who is recused", Given: and(before, voted(second, domain.VoteRecused)), When: byTwo,
			Refused: commissioning.RuleRecused, Prevents: true,
		},

		{
			Name: "what is relied on is recorded", Given: ready,
			When: deciding(func(c *commissioning.RecordDecision) {
				c.ReliedOn = []domain.Reliance{{Intelligence: heard}, {Guidance: "HUB_FUNCTIONS", Version: "2"}}
			}),
			Then: []domain.Event{but(made, func(e *domain.CommissioningDecisionMade) {
				e.ReliedOn = []domain.Reliance{{Intelligence: heard}, {Guidance: "HUB_FUNCTIONS", Version: "2"}}
			})},
		},
		{
			Name: "no other intelligence", Given: ready, Refused: commissioning.RuleNamed,
			When: deciding(func(c *commissioning.RecordDecision) { c.ReliedOn = []domain.Reliance{{Intelligence: unknown}} }),
		},
		{
			Name: "no other version of a guidance", Given: ready, Refused: commissioning.RuleNamed,
			When: deciding(func(c *commissioning.RecordDecision) {
				c.ReliedOn = []domain.Reliance{{Guidance: "HUB_FUNCTIONS", Version: "3"}}
			}),
		},
	}
}
