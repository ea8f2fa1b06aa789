package commissioning

import (
	"reflect"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// forum is who decides, as far as an authority says.
type forum struct {
	day   domain.Date
	chair uuid.UUID
	alone []uuid.UUID // persons who decide without a meeting

	present []uuid.UUID  // persons at the meeting
	limit   domain.Pence // most that they may decide on
	limited bool
}

func (o *order) decide(data RecordDecision) (domain.Decision, error) {
	d := o.decision(data.Decision)
	e := domain.CommissioningDecisionMade{
		Decision: data.Decision, Outcome: data.Outcome, Candidate: data.Candidate, Max: data.Max, Purpose: data.Purpose,
		FundLines: domain.CopyList(data.FundLines), Needs: domain.CopyList(data.Needs), Priorities: domain.CopyList(data.Priorities), NoPriority: data.NoPriority,
		Rationale: data.Rationale, Authority: data.Authority, Participants: domain.CopyList(data.Participants), ReliedOn: domain.CopyList(data.ReliedOn),
	}
	if same(d.made, e) {
		return o.k.Decide()
	}
	o.k.Must(RuleDecided, !d.decided(), "decision %s was made on %s; another should be opened, or this one reversed", e.Decision, d.made.On)
	by := o.forum(d, e.Authority)
	if o.k.Refused() {
		return o.k.Decide()
	}
	e.On = by.day
	o.come(e.On, "it was made")
	o.relied(e.ReliedOn)
	o.policy(&e)
	votes := d.counted(by)
	e.Recused = domain.CopyList(d.recused)
	e.Votes = tally(votes)
	e.Participants = participants(e.Participants, d, by, votes)
	for _, p := range e.Participants {
		o.k.Require(RuleDeclared, o.s.before(d, p.Person), "%s should have declared an interest in decision %s, or that there is none, before taking part as %s", p.Person, e.Decision, p.Role)
		o.k.Require(RuleRecused, !p.Role.Decides() || !d.isRecused(p.Person), "%s is recused from decision %s and should not take part as %s", p.Person, e.Decision, p.Role)
	}
	if e.Outcome != domain.OutcomeDefer {
		o.quorate(d, e.Authority, by)
	}
	if e.Outcome == domain.OutcomeApprove {
		o.approve(d, e, by, votes)
	}
	return o.k.Decide(e)
}

// same reports whether a decision says what was decided already, as far as
// commands say it.
func same(before, now domain.CommissioningDecisionMade) bool {
	if len(before.Participants) < len(now.Participants) {
		return false
	}
	before.Participants = domain.CopyList(before.Participants[:len(now.Participants)])
	before.On, before.Votes, before.Recused, before.COIPolicy, before.PastReview = 0, domain.Votes{}, nil, "", false
	return reflect.DeepEqual(before, now)
}

// forum finds out who decides.
func (o *order) forum(d decision, a domain.DecisionAuthority) forum {
	switch a.Kind {
	case domain.AuthorityMeeting:
		item := o.item(a.Meeting, a.Item)
		return forum{day: item.On, chair: item.Chair, present: item.Present, limit: item.Limit, limited: item.Limited}
	case domain.AuthorityDelegated:
		of, known := o.near.Governance.Delegation(a.Delegation)
		o.k.Must(RuleNamed, known, "delegation %s should be granted first", a.Delegation)
		o.k.Require(RuleDelegation, !known || of.Person == a.Officer, "delegation %s is to %s; %s should not decide by it", a.Delegation, of.Person, a.Officer)
		o.k.Require(RuleDelegation, !known || of.covers(o.on), "delegation %s should be in force on %s, when decision %s is made by it", a.Delegation, o.on, d.opened.Decision)
		return forum{day: o.on, alone: []uuid.UUID{a.Officer}, limit: of.Limit, limited: true}
	}
	o.k.Require(RuleUrgent, a.Second != uuid.Nil && a.Second != a.Chair, "an urgent decision should be taken by the chair and a second person")
	by := forum{day: o.on, chair: a.Chair, alone: []uuid.UUID{a.Chair}}
	if a.Second != uuid.Nil {
		by.alone = append(by.alone, a.Second)
	}
	return by
}

// item is an item of a meeting that was held.
func (o *order) item(meeting uuid.UUID, item string) Item {
	i, known := o.near.Governance.Item(meeting, item)
	o.k.Must(RuleNamed, known, "meeting %s with an item %s should be recorded first", meeting, item)
	return i
}

// counted are the votes that count: of those who were there for the item and
// are not recused.
func (d decision) counted(by forum) (votes []domain.VoteRecorded) {
	for _, v := range d.votes {
		if v.Vote != domain.VoteRecused && slices.Contains(by.present, v.Person) && !d.isRecused(v.Person) {
			votes = append(votes, v)
		}
	}
	return votes
}

func tally(votes []domain.VoteRecorded) (t domain.Votes) {
	for _, v := range votes {
		switch v.Vote {
		case domain.VoteFor:
			t.For++
		case domain.VoteAgainst:
			t.Against++
		case domain.VoteAbstain:
			t.Abstain++
		}
	}
	return t
}

// participants adds to those that a command names who took part by what is
// recorded: nobody can be left out.
func participants(named []domain.Participant, d decision, by forum, votes []domain.VoteRecorded) []domain.Participant {
	all := named
	if by.chair != uuid.Nil {
		all = with(all, domain.Participant{Person: by.chair, Role: domain.ParticipantChair})
	}
	for _, person := range by.alone {
		if person != by.chair {
			all = with(all, domain.Participant{Person: person, Role: domain.ParticipantVoter})
		}
	}
	for _, person := range d.scorers {
		if !d.isRecused(person) {
			all = with(all, domain.Participant{Person: person, Role: domain.ParticipantScorer})
		}
	}
	for _, v := range votes {
		all = with(all, domain.Participant{Person: v.Person, Role: domain.ParticipantVoter})
	}
	return all
}

// relied holds that what was relied on is recorded.
func (o *order) relied(on []domain.Reliance) {
	for _, r := range on {
		if r.Intelligence != uuid.Nil {
			o.k.Must(RuleNamed, o.near.Planning.Received(r.Intelligence), "intelligence %s should be received before it is relied on", r.Intelligence)
		} else {
			_, issued := o.national.Guidance(r.Guidance, r.Version)
			o.k.Must(RuleNamed, issued, "guidance %s, version %s, should be issued before it is relied on", r.Guidance, r.Version)
		}
	}
}

// policy holds that there is a policy on conflicts of interest. One whose
// review is overdue is still a policy.
func (o *order) policy(e *domain.CommissioningDecisionMade) {
	p, past, inForce := o.near.Contract.PolicyOn(domain.PolicyCOI, e.On)
	o.k.Require(RulePolicy, inForce, "a policy on conflicts of interest should be in force on %s, when decision %s is made", e.On, e.Decision)
	e.COIPolicy, e.PastReview = p.Version, past
}

// quorate holds that those who are left at a meeting are enough.
func (o *order) quorate(d decision, a domain.DecisionAuthority, by forum) {
	if a.Kind != domain.AuthorityMeeting {
		return
	}
	o.enough(d, a.Meeting, a.Item, by.present)
}

// enough holds that a meeting is quorate without those who are recused, and
// that as many of the others as its terms ask for have no conflict.
func (o *order) enough(d decision, meeting uuid.UUID, item string, present []uuid.UUID) {
	left := slices.DeleteFunc(slices.Clone(present), d.isRecused)
	o.k.Require(RuleQuorum, o.near.Governance.Quorate(meeting, item, left),
		"%d persons were there for item %s and %d of them are not recused; that should be a quorum", len(present), item, len(left))
	terms, _ := o.near.Governance.Terms(meeting)
	clear := 0
	for _, person := range left {
		if one, _ := o.s.declared.Get(member{d.opened.Decision, person}); one.newest.Nil {
			clear++
		}
	}
	o.k.Require(RuleQuorum, clear >= terms.NonConflicted, "%d persons who were there for item %s and are not recused declared that they have no conflict; %d should have none", clear, item, terms.NonConflicted)
}
