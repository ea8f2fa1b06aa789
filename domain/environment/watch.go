package environment

import "github.com/hubledger/hubledger/domain"

func (o *order) suspend(data SuspendLE) (domain.Decision, error) {
	e := domain.LESuspended(data)
	e.Suspension = domain.IDOf(data.Suspension, o.id, "suspension")
	before, known := o.s.suspensions.Get(e.Suspension)
	if before.suspended == e {
		return o.k.Decide()
	}
	o.new(e.Suspension, known)
	o.known(e.LE)
	o.come(e.From)
	class := o.party(e.By)
	o.k.Must(RuleSchool, class == domain.ClassPrimaryCareSchool || class == domain.ClassAccountableBody,
		"%s should be a Primary Care School or the accountable body, to suspend", e.By)
	le, _ := o.s.environments.Get(e.LE)
	for _, id := range le.suspensions {
		one, _ := o.s.suspensions.Get(id)
		o.k.Must(RuleSuspended, !one.reinstated.On.IsZero() && one.reinstated.On <= e.From,
			"%s is suspended from %s by %s; a suspension from %s should begin after that is over", e.LE, one.suspended.From, id, e.From)
	}
	return o.k.Decide(e)
}

func (o *order) reinstate(data ReinstateLE) (domain.Decision, error) {
	one, known := o.s.suspensions.Get(data.Suspension)
	e := domain.LEReinstated{Suspension: data.Suspension, LE: one.suspended.LE, On: data.On, Reason: data.Reason}
	if one.reinstated == e {
		return o.k.Decide()
	}
	o.k.Must(RuleNamed, known, "suspension %s should be recorded before it is over", e.Suspension)
	o.k.Must(RuleSuspended, one.reinstated.On.IsZero(), "suspension %s was over on %s; that is so once", e.Suspension, one.reinstated.On)
	o.k.Must(RuleSuspended, one.suspended.From <= e.On, "suspension %s begins on %s; it should not be over before, on %s", e.Suspension, one.suspended.From, e.On)
	o.come(e.On)
	return o.k.Decide(e)
}

func (o *order) raise(data RaiseQualityConcern) (domain.Decision, error) {
	e := domain.QualityConcernRaised(data)
	e.Concern = domain.IDOf(data.Concern, o.id, "concern")
	before, known := o.s.concerns.Get(e.Concern)
	if before.raised == e {
		return o.k.Decide()
	}
	o.new(e.Concern, known)
	o.known(e.LE)
	o.come(e.On)
	return o.k.Decide(e)
}

func (o *order) close(data CloseQualityConcern) (domain.Decision, error) {
	c, known := o.s.concerns.Get(data.Concern)
	e := domain.QualityConcernClosed{Concern: data.Concern, LE: c.raised.LE, On: data.On, Outcome: data.Outcome}
	if c.closed == e {
		return o.k.Decide()
	}
	o.k.Must(RuleNamed, known, "concern %s should be raised before it is closed", e.Concern)
	o.k.Must(RuleClosed, c.closed.On.IsZero(), "concern %s was closed on %s; that is so once", e.Concern, c.closed.On)
	o.k.Must(RuleClosed, c.raised.On <= e.On, "concern %s was raised on %s; it should not be closed before, on %s", e.Concern, c.raised.On, e.On)
	o.come(e.On)
	return o.k.Decide(e)
}
