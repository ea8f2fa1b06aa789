package commissioning

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// approve holds what only approvals have to keep.
func (o *order) approve(d decision, e domain.CommissioningDecisionMade, by forum, votes []domain.VoteRecorded) {
	o.k.Require(RuleContract, o.near.Contract.InForceOn(e.On), "%s should have a contract in force on %s, when something is approved", o.s.icb, e.On)
	approvers := by.alone
	if e.Authority.Kind == domain.AuthorityMeeting {
		approvers = o.carried(e, by, votes)
	}
	o.k.Require(RuleSeparate, len(approvers) == 0 || slices.ContainsFunc(approvers, func(p uuid.UUID) bool { return p != d.opened.Requester }),
		"%s asked for it; somebody else should approve it too", d.opened.Requester)
	o.k.Require(RuleLimit, !by.limited || e.Max <= by.limit, "those who decide may decide on %s pounds; %s should be decided by somebody who may", by.limit, e.Max)
	o.local(d, e)
	o.k.Require(RuleRecused, !slices.Contains(d.excluded, e.Candidate), "%s is excluded from decision %s; another candidate should be approved", e.Candidate, e.Decision)

	var before domain.Pence
	switch d.opened.Kind {
	case domain.DecisionPurchase, domain.DecisionGrant:
		o.candidate(e)
		o.k.Require(RuleApproved, d.may(e.Candidate), "%s should be a candidate of decision %s, or have quoted, to be approved", e.Candidate, e.Decision)
		p, _ := o.s.programmes.Get(d.opened.Programme)
		o.assured(p, e.On)
	case domain.DecisionVariation:
		o.candidate(e)
		a, _ := o.s.awards.Get(d.opened.Award)
		o.k.Require(RuleApproved, e.Candidate == a.made.Supplier, "award %s is with %s; its variation should be too, not with %s", d.opened.Award, a.made.Supplier, e.Candidate)
		before = a.value().Gross()
	}
	o.priorities(e)
	if e.Max > 0 {
		o.needs(e)
		o.funds(e, max(0, e.Max-before))
	}
	o.competed(d, e)
}

// candidate holds that an approval says whom it approves of, and a limit.
func (o *order) candidate(e domain.CommissioningDecisionMade) {
	o.k.Must(RuleApproved, e.Candidate != "", "the approval should say which candidate it approves of")
	o.k.Must(RuleLimit, e.Max > 0, "the approval should say the most that it may cost")
}

// carried holds that a meeting approved, and is who did.
func (o *order) carried(e domain.CommissioningDecisionMade, by forum, votes []domain.VoteRecorded) (approvers []uuid.UUID) {
	casting := false
	for _, v := range votes {
		if v.Vote == domain.VoteFor {
			approvers = append(approvers, v.Person)
			casting = casting || v.Person == by.chair
		}
	}
	o.k.Require(RuleQuorum, e.Votes.For > e.Votes.Against || e.Votes.For == e.Votes.Against && casting,
		"%d votes for it count and %d against; an approval should have more for it, or as many with that of the chair", e.Votes.For, e.Votes.Against)
	return approvers
}

func (o *order) priorities(e domain.CommissioningDecisionMade) {
	o.k.Require(RulePriority, len(e.Priorities) > 0 || e.NoPriority != "", "decision %s should serve a priority, or say why an exception is made", e.Decision)
	for _, p := range e.Priorities {
		current, known := o.near.Governance.PriorityOn(p, e.On)
		o.k.Must(RuleNamed, known, "priority %s should be endorsed first", p)
		o.k.Require(RulePriority, current, "priority %s should be current on %s", p, e.On)
	}
}

func (o *order) needs(e domain.CommissioningDecisionMade) {
	o.k.Require(RuleNeed, len(e.Needs) > 0, "decision %s should meet a training need", e.Decision)
	for _, n := range e.Needs {
		open, known := o.near.Planning.NeedOpenOn(n, e.On)
		o.k.Must(RuleNamed, known, "training need %s should be identified first", n)
		o.k.Require(RuleNeed, open, "training need %s should be open on %s", n, e.On)
	}
}

// funds holds that the money is there and may be spent so. Lines of years after
// the first wait for the money of their year, as promises do.
func (o *order) funds(e domain.CommissioningDecisionMade, pence domain.Pence) {
	var sum domain.Pence // of so few lines that it can be held
	var first domain.FinancialYear
	for _, p := range e.FundLines {
		sum += p.Pence
		if first.IsZero() || p.Line.FY < first {
			first = p.Line.FY
		}
	}
	o.k.Must(RuleNeed, sum == pence, "the fund lines sum to %s pounds; they should sum to what is new of the most, %s", sum, pence)
	for _, p := range e.FundLines {
		o.k.Require(RuleNeed, o.near.Funds.Serves(p.Line, e.Purpose), "the money of %s should be one that may be spent on %s", p.Line, e.Purpose)
		if p.Line.FY != first {
			continue
		}
		day := max(e.On, first.First())
		o.k.Require(RuleNeed, o.near.Funds.ValidOn(p.Line, day), "the money of %s should be valid on %s", p.Line, day)
		available := o.near.Funds.Available(p.Line)
		o.k.Require(RuleNeed, p.Pence <= available, "%s has %s pounds neither promised nor spent; decision %s should not take %s", p.Line, available, e.Decision, p.Pence)
	}
}
