package funding

import (
	"fmt"
	"reflect"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// handOver hands what is left and promised to the successors. What was in doubt
// then and turns up later is handed over by the same order again.
func (o *order) handOver(data HandOverBudget) (domain.Decision, error) {
	e, known := o.near.Hubs.Succession()
	o.k.Must(RuleSuccession, known, "%s should have successors before it hands anything over", o.s.icb)
	if o.k.Refused() {
		return o.k.Decide()
	}
	o.k.Must(RuleSuccession, e.On <= o.today, "%s is succeeded on %s; it should hand nothing over before, on %s", o.s.icb, e.On, o.today)
	first := domain.YearOf(e.On)
	holdings := o.s.Left(first)
	if !data.Line.IsZero() {
		holdings = o.s.leftOn(data.Line, data.Line.FY >= first)
	}
	missing := e.Uncovered(holdings)
	o.k.Must(RuleSuccession, missing == "", "the split of the succession should say which successors get %s", missing)
	var events []domain.Event
	for _, h := range holdings {
		if !o.k.Refused() {
			events = append(events, o.pass(e, h, h.Line.FY >= first && !h.Planned)...)
		}
	}
	return o.record(events...)
}

// pass hands one thing over. The money, where there is some, leaves by a
// transfer to each successor that gets a part.
func (o *order) pass(e domain.HubSucceeded, h domain.Holding, money bool) (events []domain.Event) {
	reason := fmt.Sprintf("handed over on the succession of %s", e.On)
	if h.Commitment != uuid.Nil {
		prepaid, _ := o.s.prepaid.Get(chargedLine{h.Commitment, h.Line})
		o.k.Must(RuleSuccession, prepaid <= 0, "%s pounds of commitment %s are prepaid on %s; they should be received or recovered before the rest is handed over", prepaid, h.Commitment, h.Line)
		events = append(events, domain.CommitmentReleased{
			Commitment: h.Commitment, Line: h.Line, Pence: h.Pence, Planned: h.Planned, Reason: reason,
		})
	}
	shares := e.SharesOf(h.Line, h.Commitment)
	for i, part := range domain.Divide(h.Pence, shares) {
		if part == 0 {
			continue
		}
		to := shares[i].Successor
		transfer := uuid.Nil
		if money {
			transfer = domain.NewID(o.id, fmt.Sprintf("%s %s %s", h.Line, h.Commitment, to))
			events = append(events, domain.TransferSent{
				Transfer: transfer, Line: h.Line, To: to.ICB(), Pence: part, Reason: reason,
			})
		}
		if h.Commitment != uuid.Nil {
			events = append(events, domain.CommitmentHandedOver{
				Commitment: h.Commitment, Line: h.Line, To: to, As: domain.CarriedID(h.Commitment, to, h.Line), Pence: part, Transfer: transfer,
			})
		}
	}
	return events
}

// takeOver takes over what a predecessor handed over. What is taken over
// already is passed over, so that an order may be given again with more.
func (o *order) takeOver(data TakeOverBudget) (domain.Decision, error) {
	on, follows := o.near.Hubs.Follows(data.Predecessor)
	o.k.Must(RuleSuccession, follows, "%s should name %s as a predecessor before it takes anything over from it", o.s.icb, data.Predecessor)
	o.k.Must(RuleSuccession, !follows || on <= o.today, "%s follows %s from %s; it should take nothing over before, on %s", o.s.icb, data.Predecessor, on, o.today)
	o.open(data.Line())
	var received []domain.Event
	for _, t := range data.Transfers {
		r := domain.TransferReceived{Transfer: t.Transfer, Line: data.Line(), From: data.Predecessor.ICB(), Pence: t.Pence}
		before, known := o.s.events.Get(said{kind: r.EventType(), id: r.Transfer})
		o.k.Must(RuleTransfer, !known || before == domain.Event(r), "transfer %s is received already, and otherwise; it is received once, as it was sent", r.Transfer)
		if !known {
			received = append(received, r)
		}
	}
	var events []domain.Event
	if len(received) > 0 && data.Terms != nil {
		events = append(events, carriedTerms(data)) // before the money, so that it is valid as they say
	}
	events = append(events, received...)
	awards := make(map[uuid.UUID]domain.Pence)
	for _, c := range data.Commitments {
		events = append(events, o.carry(data, c, awards)...)
	}
	return o.record(events...)
}

func carriedTerms(data TakeOverBudget) domain.FundTermsCarriedOn {
	t := domain.FundTermsCarriedOn{
		Line: data.Line(), Predecessor: data.Predecessor, Purposes: domain.CopyList(data.Terms.Purposes), Conditions: domain.CopyList(data.Terms.Conditions), Expires: data.Terms.Expires,
	}
	if t.Expires.IsZero() {
		t.Expires = data.Line().FY.Last()
	}
	return t
}

// carry makes a promise again that a predecessor had made. It stays in force by
// law: nothing is decided again, and what was decided is cited.
func (o *order) carry(data TakeOverBudget, c CarriedCommitment, awards map[uuid.UUID]domain.Pence) (events []domain.Event) {
	own := domain.HubID(o.s.icb)
	e := domain.CommitmentMade{
		Commitment: domain.CarriedID(c.Of, own, data.Of), Line: data.Line(), Award: c.Award, Decision: c.Decision, Pence: c.Pence,
		Purpose: c.Purpose, CostType: c.CostType, NeedRefs: domain.CopyList(c.NeedRefs), PriorityRefs: domain.CopyList(c.PriorityRefs), RequestedBy: c.RequestedBy,
	}
	award, known := o.near.Commissioning.Award(c.Award)
	e.Payee = award.Supplier
	if c.Grant != nil {
		g := domain.GrantCarriedOn{
			Grant: domain.CarriedID(c.Grant.Of, own, data.Of), Of: c.Grant.Of, Predecessor: data.Predecessor, Payee: c.Grant.Payee, Decision: c.Decision,
			Pence: c.Pence, Conditions: domain.CopyList(c.Grant.Conditions), Milestones: domain.CopyList(c.Grant.Milestones), AcceptedOn: c.Grant.AcceptedOn,
		}
		e.Grant, e.Payee = g.Grant, g.Payee
		events = append(events, g)
	}
	if before, made := o.s.commitments.Get(e.Commitment); made {
		o.k.Must(RuleOnce, reflect.DeepEqual(before.made, e), "commitment %s is taken over already, as %s, and otherwise; it is taken over once", c.Of, e.Commitment)
		return nil
	}
	if c.Grant != nil {
		o.registered(e.Payee, "payee")
		o.milestones(domain.GrantOffered{Pence: c.Pence, Milestones: c.Grant.Milestones})
	} else {
		o.k.Must(RuleNamed, known, "award %s should be carried on before its money is promised", e.Award)
		o.k.Require(RuleCites, award.InForce, "award %s should be in force when its money is promised", e.Award)
		before, _ := o.s.awards.Get(e.Award)
		promised := o.sum(before.committed, awards[e.Award])
		o.k.Require(RuleCovered, o.sum(promised, e.Pence) <= award.Value.Budget(),
			"award %s is worth %s pounds to the budget and %s are promised; %s more should not be", e.Award, award.Value.Budget(), promised, e.Pence)
		awards[e.Award] += e.Pence
	}
	o.k.Require(RuleCites, e.Decision != uuid.Nil && len(e.NeedRefs) > 0, "commitment %s should cite the decision that approved it, and a need", c.Of)
	return append(events, e)
}

// carriedGrant is a grant that goes on here.
func carriedGrant(e domain.GrantCarriedOn) grant {
	g := grant{offered: domain.GrantOffered{
		Grant: e.Grant, Payee: e.Payee, Decision: e.Decision, Pence: e.Pence, Conditions: e.Conditions, Milestones: e.Milestones,
	}}
	if !e.AcceptedOn.IsZero() {
		g.accepted = domain.GrantAccepted{Grant: e.Grant, On: e.AcceptedOn}
	}
	return g
}
