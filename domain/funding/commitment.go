package funding

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) commit(data MakeCommitment) (domain.Decision, error) {
	award, known := o.near.Commissioning.Award(data.Award)
	o.k.Must(RuleNamed, known, "award %s should be made before its money is promised", data.Award)
	e := domain.CommitmentMade{
		Commitment: domain.IDOf(data.Commitment, o.id, "commitment"), Line: data.Line, Award: data.Award, Decision: o.deciding(award, data.Line), Payee: award.Supplier,
		Pence: data.Pence, Profile: domain.CopyList(data.Profile), Purpose: data.Purpose, CostType: data.CostType, RequestedBy: o.person(data.RequestedBy),
	}
	approval := o.cite(&e)
	if before, known := o.s.commitments.Get(e.Commitment); known {
		return o.again(before.made, asBefore(e, before.made, data.RequestedBy), e.Commitment)
	}
	o.k.Require(RuleCites, award.InForce, "award %s should be in force when its money is promised", e.Award)
	promised, _ := o.s.awards.Get(e.Award)
	o.k.Require(RuleCovered, o.sum(promised.committed, e.Pence) <= award.Value.Budget(),
		"award %s is worth %s pounds to the budget and %s are promised; %s more should not be", e.Award, award.Value.Budget(), promised.committed, e.Pence)
	return o.record(o.promise(e, approval)...)
}

// asBefore is an order again, with what it left to others when it was first
// given: to the award, to the decision, and to who gave it.
func asBefore(now, before domain.CommitmentMade, requestedBy uuid.UUID) domain.CommitmentMade {
	now.NeedRefs, now.PriorityRefs = before.NeedRefs, before.PriorityRefs
	now.Decision, now.Payee = before.Decision, before.Payee
	if requestedBy == uuid.Nil {
		now.RequestedBy = before.RequestedBy
	}
	return now
}

// deciding is the decision that money of a line is promised on: of those of the
// award and its variations the newest that approved money of the line, or that
// of the award.
func (o *order) deciding(a Award, line domain.FundLine) uuid.UUID {
	for _, d := range slices.Backward(a.Decisions) {
		if approval, _ := o.near.Commissioning.Approval(d); approval.Approved && slices.Contains(approval.Lines, line) {
			return d
		}
	}
	if len(a.Decisions) == 0 {
		return uuid.Nil
	}
	return a.Decisions[0]
}

// cite writes what the decision of a commitment says into it.
func (o *order) cite(e *domain.CommitmentMade) Approval {
	if e.Decision == uuid.Nil {
		return Approval{}
	}
	approval, known := o.near.Commissioning.Approval(e.Decision)
	o.k.Must(RuleNamed, known, "decision %s should be recorded first", e.Decision)
	e.NeedRefs, e.PriorityRefs = domain.CopyList(approval.Needs), domain.CopyList(approval.Priorities)
	return approval
}

// promise holds what all commitments have in common, and is their events.
func (o *order) promise(e domain.CommitmentMade, approval Approval) []domain.Event {
	o.approved(e, approval)
	o.whole(e.Pence, e.Profile)
	o.open(e.Line)
	o.k.Require(RuleContract, o.near.Contract.InForceOn(o.on), "%s should have a contract in force on %s, when money is promised", o.s.icb, o.on)
	t, _ := o.s.terms.Get(e.Line)
	o.k.Require(RuleValidity, t.expires.IsZero() || o.on <= t.expires, "the money of %s expired on %s; it should not be promised on %s", e.Line, t.expires, o.on)
	o.k.Require(RulePurpose, t.serves(e.Purpose), "the money of %s is for %v; it should not be spent on %s", e.Line, t.purposes, e.Purpose)
	o.buys(e.Line, e.CostType)
	events := []domain.Event{e}
	for _, p := range later(e) {
		line := e.Line.InYear(p.FY)
		if t, _ := o.s.terms.Get(line); t.allocated {
			events = append(events, domain.CommitmentCharged{Commitment: e.Commitment, Line: line, Pence: p.Pence})
		}
	}
	return events
}

// approved holds that a decision approved of a commitment.
func (o *order) approved(e domain.CommitmentMade, a Approval) {
	o.k.Require(RuleCites, a.Approved, "a decision should have approved what is promised to %s, and stand", e.Payee)
	o.k.Require(RuleCites, !a.Approved || a.Candidate == e.Payee, "decision %s approved %s; money should not be promised to %s", e.Decision, a.Candidate, e.Payee)
	o.k.Require(RuleCites, !a.Approved || slices.Contains(a.Lines, e.Line), "decision %s approved money of %v; %s should be among them", e.Decision, a.Lines, e.Line)
	o.k.Require(RuleCites, !a.Approved || len(a.Needs) > 0 && (len(a.Priorities) > 0 || a.NoPriority),
		"decision %s should cite a need, and a priority or why there is none", e.Decision)
}

// whole holds that the years of a commitment sum to it.
func (o *order) whole(pence domain.Pence, profile []domain.YearPart) {
	if len(profile) == 0 {
		return
	}
	var sum domain.Pence
	for _, p := range profile {
		sum = o.sum(sum, p.Pence)
	}
	o.k.Must(RuleParts, sum == pence, "the years sum to %s pounds; they should sum to %s", sum, pence)
}

func (o *order) release(data ReleaseCommitment) (domain.Decision, error) {
	c, known := o.s.commitments.Get(data.Commitment)
	o.k.Must(RuleNamed, known, "commitment %s should be made before it is released", data.Commitment)
	o.k.Must(RuleNamed, !known || slices.Contains(c.lines, data.Line), "commitment %s is on %v, not on %s", data.Commitment, c.lines, data.Line)
	e := domain.CommitmentReleased{Commitment: data.Commitment, Line: data.Line, Pence: data.Pence, Reason: data.Reason}
	waiting := o.s.waiting(e.Commitment, e.Line)
	e.Planned = waiting > 0
	left := waiting
	if !e.Planned {
		open, _ := o.s.charged.Get(chargedLine{e.Commitment, e.Line})
		prepaid, _ := o.s.prepaid.Get(chargedLine{e.Commitment, e.Line})
		left = max(0, open-prepaid)
	}
	o.k.Must(RuleCovered, e.Pence <= left, "%s pounds of commitment %s are open on %s and not prepaid; %s can't be released", left, e.Commitment, e.Line, e.Pence)
	return o.record(e)
}

// waiting is the part of a commitment that waits for a line's money.
func (s *State) waiting(id uuid.UUID, line domain.FundLine) domain.Pence {
	all, _ := s.planned.Get(line)
	for _, p := range all {
		if p.commitment == id {
			return p.pence
		}
	}
	return 0
}
