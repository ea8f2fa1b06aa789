package funding

import (
	"reflect"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) offer(data OfferGrant) (domain.Decision, error) {
	e := domain.GrantOffered{
		Grant: domain.IDOf(data.Grant, o.id, "grant"), Payee: data.Payee, Programme: data.Programme, Decision: data.Decision,
		Pence: data.Pence, Conditions: domain.CopyList(data.Conditions), Milestones: domain.CopyList(data.Milestones),
	}
	c := domain.CommitmentMade{
		Commitment: domain.IDOf(data.Commitment, o.id, "commitment"), Line: data.Line, Grant: e.Grant, Decision: data.Decision, Payee: data.Payee,
		Pence: data.Pence, Profile: domain.CopyList(data.Profile), Purpose: data.Purpose, CostType: data.CostType, RequestedBy: o.person(data.RequestedBy),
	}
	if before, known := o.s.grants.Get(e.Grant); known {
		if data.Commitment == uuid.Nil {
			c.Commitment = before.commitment
		}
		made, _ := o.s.commitments.Get(before.commitment)
		o.k.Must(RuleOnce, reflect.DeepEqual(made.made, asBefore(c, made.made, data.RequestedBy)), "grant %s is offered already, with another promise; another should have an id of its own", e.Grant)
		return o.again(before.offered, e, e.Grant)
	}
	_, taken := o.s.commitments.Get(c.Commitment)
	o.k.Must(RuleOnce, !taken, "commitment %s is made already; another should have an id of its own", c.Commitment)
	o.registered(e.Payee, "payee")
	approval := o.cite(&c)
	granted, _ := o.s.granted.Get(e.Decision)
	o.k.Require(RuleCovered, o.sum(granted, e.Pence) <= approval.Max,
		"decision %s approved %s pounds and %s are granted; %s more should not be", e.Decision, approval.Max, granted, e.Pence)
	o.milestones(e)
	return o.record(append([]domain.Event{e}, o.promise(c, approval)...)...)
}

func (o *order) milestones(e domain.GrantOffered) {
	if len(e.Milestones) == 0 {
		return
	}
	var sum domain.Pence
	for _, m := range e.Milestones {
		sum = o.sum(sum, m.Pence)
	}
	o.k.Must(RuleParts, sum == e.Pence, "the milestones sum to %s pounds; they should sum to the grant, %s", sum, e.Pence)
}

func (o *order) accept(data AcceptGrant) (domain.Decision, error) {
	g := o.grant(data.Grant)
	e := domain.GrantAccepted(data)
	if g.accepted.Grant == e.Grant {
		return o.again(g.accepted, e, e.Grant)
	}
	o.come(e.On, "it was accepted")
	o.running(g, e.On)
	return o.record(e)
}

func (o *order) meet(data MeetGrantMilestone) (domain.Decision, error) {
	g := o.grant(data.Grant)
	e := domain.GrantMilestoneMet{Grant: data.Grant, Milestone: data.Milestone, On: data.On}
	i := slices.IndexFunc(g.offered.Milestones, func(m domain.GrantMilestone) bool { return m.Milestone == e.Milestone })
	o.k.Must(RuleNamed, i >= 0, "grant %s has no milestone %q", e.Grant, e.Milestone)
	if i >= 0 {
		e.Pence = g.offered.Milestones[i].Pence
	}
	if j := slices.IndexFunc(g.met, func(m domain.GrantMilestoneMet) bool { return m.Milestone == e.Milestone }); j >= 0 {
		return o.again(g.met[j], e, e.Grant)
	}
	o.come(e.On, "the milestone was met")
	o.k.Require(RuleGrant, g.accepted.Grant == e.Grant, "grant %s should be accepted before a milestone is met", e.Grant)
	o.running(g, e.On)
	return o.record(e)
}

func (o *order) terminate(data TerminateGrant) (domain.Decision, error) {
	g := o.grant(data.Grant)
	e := domain.GrantTerminated(data)
	if g.terminated.Grant == e.Grant {
		return o.again(g.terminated, e, e.Grant)
	}
	o.come(e.On, "the grant ended")
	c, _ := o.s.commitments.Get(g.commitment)
	events := []domain.Event{e}
	for _, line := range c.lines {
		prepaid, _ := o.s.prepaid.Get(chargedLine{g.commitment, line})
		o.k.Must(RuleCovered, prepaid == 0, "%s pounds of grant %s are prepaid on %s; they should be recovered before it ends", prepaid, e.Grant, line)
		if r, some := o.rest(g.commitment, line, e.Reason); some {
			events = append(events, r)
		}
	}
	return o.record(events...)
}

func (o *order) grant(id uuid.UUID) grant {
	g, known := o.s.grants.Get(id)
	o.k.Must(RuleNamed, known, "grant %s should be offered first", id)
	return g
}

// running holds that a grant was not terminated before a day.
func (o *order) running(g grant, on domain.Date) {
	o.k.Require(RuleGrant, g.terminated.On.IsZero() || on <= g.terminated.On, "grant %s ended on %s; this should have been by then, not on %s", g.offered.Grant, g.terminated.On, on)
}

// terminated reports whether a grant has ended before its time; no grant never
// has.
func (s *State) terminated(id uuid.UUID) bool {
	g, _ := s.grants.Get(id)
	return !g.terminated.On.IsZero()
}

// grantDue holds that the cost of a grant, if it is one, is due: it is
// accepted, runs, and its milestones are met.
func (o *order) grantDue(id uuid.UUID, e domain.CostAccrued) {
	if id == uuid.Nil {
		return
	}
	g, _ := o.s.grants.Get(id)
	o.k.Require(RuleGrant, g.accepted.Grant == id, "grant %s should be accepted before it costs anything", id)
	o.running(g, e.PeriodTo)
	if len(g.offered.Milestones) == 0 {
		return
	}
	var met domain.Pence
	for _, m := range g.met {
		met += m.Pence
	}
	o.k.Require(RuleGrant, o.sum(g.incurred, e.Amount.Budget()) <= met, "milestones of %s pounds are met and %s are incurred; %s more should wait for the next one", met, g.incurred, e.Amount.Budget())
}
