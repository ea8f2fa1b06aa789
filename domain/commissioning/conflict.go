package commissioning

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// declare records a declaration whenever it is made: one that comes too late
// is evidence too.
func (o *order) declare(data DeclareConflict) (domain.Decision, error) {
	o.decision(data.Decision)
	e := domain.ConflictDeclaredForDecision{Decision: data.Decision, Person: data.Person, Interests: domain.CopyList(data.Interests), Nil: data.Nil}
	one, known := o.s.declared.Get(member{e.Decision, e.Person})
	if known && one.newest.Nil == e.Nil && slices.Equal(one.newest.Interests, e.Interests) {
		return o.k.Decide()
	}
	for _, id := range e.Interests {
		_, known := o.interests.Interest(id)
		o.k.Must(RuleNamed, known, "interest %s should be on the register of %s first", id, e.Person)
	}
	return o.k.Decide(e)
}

func (o *order) manage(data ManageConflict) (domain.Decision, error) {
	d := o.decision(data.Decision)
	e := domain.ConflictManaged(data)
	before, _ := o.s.managed.Get(member{e.Decision, e.Person})
	if slices.Contains(before, e) {
		return o.k.Decide()
	}
	o.undecided(d)
	o.k.Must(RuleNamed, e.Candidate == "" || d.may(e.Candidate), "%s should be a candidate of decision %s to be excluded from it", e.Candidate, e.Decision)
	o.somebodyElse(d, e.DecidedBy, e.Person, "decide what is done about it")
	return o.k.Decide(e)
}

func (o *order) verify(data VerifyMitigation) (domain.Decision, error) {
	d := o.decision(data.Decision)
	e := domain.MitigationVerified{Decision: data.Decision, Person: data.Person, Kept: data.Kept, By: o.person(data.By)}
	if before, known := o.s.verified.Get(member{e.Decision, e.Person}); known && before == e {
		return o.k.Decide()
	}
	_, managed := o.s.managed.Get(member{e.Decision, e.Person})
	o.k.Must(RuleNamed, managed, "what is done about the conflict of %s in decision %s should be recorded before it is verified", e.Person, e.Decision)
	o.somebodyElse(d, e.By, e.Person, "verify it")
	return o.k.Decide(e)
}

// somebodyElse holds that a conflict is dealt with by a person who has no part
// in it.
func (o *order) somebodyElse(d decision, by, conflicted uuid.UUID, does string) {
	o.k.Require(RuleManaged, by != conflicted, "the conflict is that of %s; somebody else should %s", conflicted, does)
	o.k.Require(RuleManaged, by == conflicted || !d.isRecused(by), "%s is recused from decision %s; somebody else should %s", by, d.opened.Decision, does)
}

// free holds that a person may take a part in a decision: they have declared,
// and are not recused.
func (o *order) free(d decision, person uuid.UUID, does string) {
	o.k.Require(RuleDeclared, o.s.before(d, person), "%s should declare an interest in decision %s, or that there is none, before they %s", person, d.opened.Decision, does)
	o.k.Require(RuleRecused, !d.isRecused(person), "%s is recused from decision %s and should not %s", person, d.opened.Decision, does)
}

func (o *order) vote(data RecordVote) (domain.Decision, error) {
	d := o.decision(data.Decision)
	e := domain.VoteRecorded(data)
	if slices.Contains(d.votes, e) {
		return o.k.Decide()
	}
	o.undecided(d)
	if e.Vote == domain.VoteRecused {
		return o.k.Decide(e)
	}
	o.k.Must(RuleOnce, !d.voted(e.Person), "%s has voted on decision %s already, and otherwise; a member votes once", e.Person, e.Decision)
	o.free(d, e.Person, "vote")
	return o.k.Decide(e)
}
