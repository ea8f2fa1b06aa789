package commissioning_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/domaintest"
)

func conflictCases() []domaintest.Case {
	declare := commissioning.DeclareConflict{Decision: purchase, Person: conflicted, Interests: []uuid.UUID{interest}}
	declared := domain.ConflictDeclaredForDecision{Decision: purchase, Person: conflicted, Interests: []uuid.UUID{interest}}
	manage := commissioning.ManageConflict(left)
	verify := commissioning.VerifyMitigation{Decision: purchase, Person: conflicted, Kept: true, By: officer}
	verified := domain.MitigationVerified(verify)
	open := []domain.Event{informal, opened, quoted}

	return []domaintest.Case{
		{Name: "an interest is declared for a decision", Given: open, When: declare, Then: []domain.Event{declared}},
		{
			Name: "or that there is none, whatever the register says", Given: open,
			When: commissioning.DeclareConflict{Decision: purchase, Person: conflicted, Nil: true}, Then: []domain.Event{none(conflicted)},
		},
		{Name: "and another than before", Given: and(open, none(conflicted)), When: declare, Then: []domain.Event{declared}},
		{Name: "a declaration after the decision is evidence", Given: approved, When: declare, Then: []domain.Event{declared}},
		{
			Name: "an interest is on the person's register", Given: open, Refused: commissioning.RuleNamed,
			When: but(declare, func(c *commissioning.DeclareConflict) { c.Interests = []uuid.UUID{unknown} }),
		},
		{Name: "a decision is opened before", When: declare, Refused: commissioning.RuleNamed},

		{Name: "a conflict is managed, declared or not", Given: open, When: manage, Then: []domain.Event{left}},
		{
			Name: "more than once", Given: and(open, left), When: commissioning.ManageConflict(managed(domain.MitigationNoPapers)),
			Then: []domain.Event{managed(domain.MitigationNoPapers)},
		},
		{
			Name: "not by whose it is", Given: open, Refused: commissioning.RuleManaged, Prevents: true,
			When: but(manage, func(c *commissioning.ManageConflict) { c.DecidedBy = conflicted }),
		},
		{
			Name: "nor by who is recused", Given: and(open, voted(chair, domain.VoteRecused)), When: manage, Refused: commissioning.RuleManaged, Prevents: true,
		},
		{Name: "nor after the decision", Given: approved, When: manage, Refused: commissioning.RuleDecided, Prevents: true},
		{
			Name: "a supplier is excluded that is a candidate", Given: open, Refused: commissioning.RuleNamed,
			When: but(manage, func(c *commissioning.ManageConflict) { c.Mitigation, c.Candidate = domain.MitigationSupplierOut, trust }),
		},

		{Name: "a mitigation is verified", Given: and(approved[:3], left), When: verify, Then: []domain.Event{verified}},
		{
			Name: "again, and found otherwise", Given: and(approved[:3], left, verified),
			When: but(verify, func(c *commissioning.VerifyMitigation) { c.Kept = false }),
			Then: []domain.Event{but(verified, func(e *domain.MitigationVerified) { e.Kept = false })},
		},
		{Name: "that there is", Given: open, When: verify, Refused: commissioning.RuleNamed},
		{
			Name: "by somebody else", Given: and(open, left), Refused: commissioning.RuleManaged, Prevents: true,
			When: but(verify, func(c *commissioning.VerifyMitigation) { c.By = conflicted }),
		},
	}
}

func voteCases() []domaintest.Case {
	yes := commissioning.RecordVote(voted(conflicted, domain.VoteFor))
	open := and(before, none(conflicted))

	return []domaintest.Case{
		{Name: "who has declared votes", Given: open, When: yes, Then: []domain.Event{voted(conflicted, domain.VoteFor)}},
		{
			Name: "whatever they declared, where nothing was done about it", Given: and(before, domain.ConflictDeclaredForDecision{Decision: purchase, Person: conflicted, Interests: []uuid.UUID{interest}}),
			When: yes, Then: []domain.Event{voted(conflicted, domain.VoteFor)},
		},
		{Name: "and not who has not", Given: before, When: yes, Refused: commissioning.RuleDeclared, Prevents: true},
		{
			Name: "a declaration after the vote does not let a person vote in its time", Given: and(before, voted(conflicted, domain.VoteFor), none(conflicted)),
			When: but(decide, func(c *commissioning.RecordDecision) {
				c.Outcome, c.Candidate, c.Max, c.Purpose, c.FundLines = domain.OutcomeReject, "", 0, "", nil
			}),
			Refused: commissioning.RuleDeclared, Prevents: true,
		},
		{Name: "who leaves has no vote", Given: and(open, left), When: yes, Refused: commissioning.RuleRecused, Prevents: true},
		{Name: "nor who discusses only", Given: and(open, managed(domain.MitigationDiscuss)), When: yes, Refused: commissioning.RuleRecused, Prevents: true},
		{Name: "nor who said to have none", Given: and(open, voted(conflicted, domain.VoteRecused)), When: yes, Refused: commissioning.RuleRecused, Prevents: true},
		{Name: "who stays has one", Given: and(open, managed(domain.MitigationStays)), When: yes, Then: []domain.Event{voted(conflicted, domain.VoteFor)}},
		{
			Name: "anybody may say to have none, even after a vote", Given: and(before, voted(conflicted, domain.VoteFor)),
			When: commissioning.RecordVote(voted(conflicted, domain.VoteRecused)), Then: []domain.Event{voted(conflicted, domain.VoteRecused)},
		},
		{Name: "a member votes once", Given: and(open, voted(conflicted, domain.VoteAgainst)), When: yes, Refused: commissioning.RuleOnce},
		{Name: "not after the decision", Given: and(approved, none(conflicted)), When: yes, Refused: commissioning.RuleDecided, Prevents: true},
		{
			Name: "what broke every rule is recorded with all of them", Given: and(approved, left), Happened: met30, When: yes,
			Then:     []domain.Event{voted(conflicted, domain.VoteFor)},
			Breaches: []domain.Rule{commissioning.RuleDecided, commissioning.RuleDeclared, commissioning.RuleRecused},
		},
	}
}
