package assurance

import (
	"cmp"
	"reflect"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) declare(data DeclareShortfall) (domain.Decision, error) {
	e := domain.DeliveryShortfallDeclared{Shortfall: domain.IDOf(data.Shortfall, o.id, "shortfall"), Hub: o.hub(data.Hub), On: data.On}
	for _, u := range data.Requirements {
		e.Requirements = append(e.Requirements, domain.UnmetRequirement{Requirement: u.Requirement, Assessment: u.Assessment, Reason: u.Reason})
	}
	slices.SortFunc(e.Requirements, func(a, b domain.UnmetRequirement) int { return cmp.Compare(a.Requirement, b.Requirement) })
	before, known := o.s.shortfalls.Get(e.Shortfall)
	if known && reflect.DeepEqual(said(before.declared), e) {
		return o.k.Decide()
	}
	o.new(e.Shortfall, known)
	o.come(e.On)
	o.active(e.Hub, e.On)
	var contracted []string
	e.Contract, contracted = o.near.Contract.RequirementsOn(e.On)
	if len(contracted) == 0 {
		e.Contract = uuid.Nil
	}
	for i, u := range e.Requirements {
		o.contracted(u.Requirement, contracted, e.On)
		o.shortOnce(e.Hub, u.Requirement, e.On)
		if u.Assessment != uuid.Nil {
			e.Requirements[i].Domains = o.shown(e.Hub, u, e.On)
		}
	}
	return o.k.Decide(e)
}

// said is a shortfall without what deciding added to it, which may have been
// decided on what is no longer so.
func said(e domain.DeliveryShortfallDeclared) domain.DeliveryShortfallDeclared {
	e.Contract, e.Requirements = uuid.Nil, slices.Clone(e.Requirements)
	for i := range e.Requirements {
		e.Requirements[i].Domains = nil
	}
	return e
}

// contracted holds that something is what a hub is to deliver on a day.
func (o *order) contracted(requirement string, contracted []string, day domain.Date) {
	if len(contracted) == 0 {
		o.k.Require(RuleContracted, o.national.CoreFunctionOn(requirement, day),
			"no contract in force on %s has a schedule of the year, so %s should be a core function, which a maturity matrix that counts on the day names", day, requirement)
		return
	}
	o.k.Require(RuleContracted, slices.Contains(contracted, requirement), "the contract in force on %s should ask for %s in the year; it asks for %v", day, requirement, contracted)
}

// shortOnce holds that no shortfall of a requirement is open from a day on.
func (o *order) shortOnce(hub domain.HubID, requirement string, day domain.Date) {
	h, _ := o.s.hubs.Get(hub)
	for _, id := range h.shortfalls {
		one, _ := o.s.shortfalls.Get(id)
		over := !one.closed.On.IsZero() && one.closed.On <= day
		o.k.Must(RuleShort, over || !one.of(requirement), "%s is in shortfall %s of %s, from %s; that should be closed before the next, from %s", requirement, id, hub, one.declared.On, day)
	}
}

// shown are the domains in which an assessment shows that a hub does not meet a
// requirement. It should be the newest there is.
func (o *order) shown(hub domain.HubID, u domain.UnmetRequirement, day domain.Date) (below []string) {
	a, known := o.s.maturity.Get(u.Assessment)
	o.k.Must(RuleNamed, known, "assessment %s should be recorded first", u.Assessment)
	o.k.Must(RuleNamed, !known || a.Hub == hub, "assessment %s is of %s; it should be one of %s", u.Assessment, a.Hub, hub)
	newest, _ := o.s.MaturityOn(hub, a.Matrix, day)
	o.k.Require(RuleShown, newest.Assessment == u.Assessment, "assessment %s, of %s, should be the newest of %s by %s on %s", u.Assessment, a.On, hub, a.Matrix, day)
	matrix, _ := o.national.MaturityMatrix(a.Matrix, a.Version)
	for _, d := range matrix.Domains {
		notMet := func(score domain.MaturityScore) bool {
			return score.Domain == d.Domain && score.Standing == domain.StandingNotMet
		}
		if slices.Contains(d.Requirements, u.Requirement) && slices.ContainsFunc(a.Scores, notMet) {
			below = append(below, d.Domain)
		}
	}
	o.k.Require(RuleShown, len(below) > 0, "assessment %s should be below level %d in a domain that is about %s, to show that it is not met", u.Assessment, matrix.MeetsFrom, u.Requirement)
	return below
}

func (o *order) close(data CloseShortfall) (domain.Decision, error) {
	one := o.shortfall(data.Shortfall)
	e := domain.DeliveryShortfallClosed{Shortfall: data.Shortfall, Hub: one.declared.Hub, On: data.On, Outcome: data.Outcome}
	if one.closed == e {
		return o.k.Decide()
	}
	o.k.Must(RuleClosed, one.closed.On.IsZero(), "shortfall %s was closed on %s; that is so once", e.Shortfall, one.closed.On)
	o.k.Must(RuleClosed, one.declared.On <= e.On, "shortfall %s was declared from %s; it should not be closed before, on %s", e.Shortfall, one.declared.On, e.On)
	o.come(e.On)
	for _, id := range one.arrangements {
		a, _ := o.s.arrangements.Get(id)
		o.k.Require(RuleClosed, !a.ended.On.IsZero() && a.ended.On < e.On, "interim arrangement %s, until %s, should have ended before shortfall %s is closed on %s", id, a.agreed.Until, e.Shortfall, e.On)
	}
	return o.k.Decide(e)
}
