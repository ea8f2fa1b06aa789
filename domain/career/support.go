package career

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) start(data StartSupport) (domain.Decision, error) {
	e := domain.SupportStarted{
		CareerSupport: domain.CareerSupport{
			Support: domain.IDOf(data.Support, o.id, "support"), Hub: o.hubOf(data.Hub), Kind: data.Kind, Person: data.Person, Profession: data.Profession,
		},
		Supporter: data.Supporter, Employer: data.Employer, AppliedOn: data.AppliedOn, QualifiedOn: data.QualifiedOn,
		ContractMonths: data.ContractMonths, OpenEnded: data.OpenEnded, Payee: data.Payee, Start: data.Start, Until: data.Until,
	}
	if before, known := o.s.supports.Get(e.Support); known {
		e.RuleRef = before.started.RuleRef // in force when it was first said
		return o.again(before.started == e, e.Support)
	}
	_, other := o.s.facts.Get(e.Support)
	o.k.Must(RuleIdentity, !other, "%s is recorded as something else; support should have an id of its own", e.Support)
	o.come(e.Start)
	o.active(e.Hub, e.Start)
	if e.Employer != "" {
		o.registered(e.Employer)
		o.k.Require(RuleOpen, o.orgs.OpenOn(e.Employer, e.Start), "%s should be open on %s", e.Employer, e.Start)
	}
	if e.Payee != "" {
		o.registered(e.Payee)
		o.k.Require(RuleEmployer, e.Payee == e.Employer, "funding should go to the employer, %q, not to %s", e.Employer, e.Payee)
	}
	o.k.Require(RuleSupporter, e.Supporter != e.Person, "%s is supported; somebody else should be mentor, coach or preceptor", e.Person)
	rule, ok := o.rule(e)
	e.RuleRef = rule.ref
	o.k.Require(RuleEligible, ok || !e.Kind.Programme(), "no rule %s is in force on %s, the day of application; applications are closed, or not yet open", RuleScheme(e.Kind, e.Profession), e.AppliedOn)
	o.eligible(rule, e)
	o.k.Require(RuleLongest, rule.longest == 0 || e.Until <= lastOf(e.Start, rule.longest), "support from %s should last at most %d months, until %s, not until %s",
		e.Start, rule.longest, lastOf(e.Start, rule.longest), e.Until)
	if e.Kind == domain.SupportFellowship {
		o.oneFellowship(e.CareerSupport, e.Start, e.Until)
	}
	return o.k.Decide(e)
}

func (o *order) registered(code string) {
	_, known := o.orgs.Class(code)
	o.k.Must(RuleNamed, known, "%s should be registered as an organisation first", code)
}

// eligible holds who applied against the rule.
func (o *order) eligible(r rule, e domain.SupportStarted) {
	if n := r.qualifiedWithin; n > 0 {
		o.k.Require(RuleEligible, !e.QualifiedOn.IsZero() && e.AppliedOn <= e.QualifiedOn.AddMonths(n) && e.QualifiedOn <= e.Start,
			"who applies on %s should have qualified, or come to general practice, at most %d months before, and by the first day; the day recorded is %q", e.AppliedOn, n, e.QualifiedOn)
	}
	if n := r.contractAtLeast; n > 0 {
		o.k.Require(RuleEligible, e.OpenEnded || e.ContractMonths >= n, "who applies on %s should have a contract of %d months or more, not of %d", e.AppliedOn, n, e.ContractMonths)
	}
}

// oneFellowship holds that a person has no other fellowship on some days.
func (o *order) oneFellowship(of domain.CareerSupport, from, to domain.Date) {
	all, _ := o.s.fellowships.Get(of.Person)
	for _, id := range all {
		if other, _ := o.s.supports.Get(id); id != of.Support {
			o.k.Require(RuleFellowship, other.last() < from || to < other.started.Start, "%s has the fellowship %s from %s to %s; another should not be on those days",
				of.Person, id, other.started.Start, other.last())
		}
	}
}

// running is the support that a command names.
func (o *order) running(id uuid.UUID) support {
	s, known := o.s.supports.Get(id)
	o.k.Must(RuleNamed, known, "support %s should begin first", id)
	return s
}

func (o *order) session(data RecordSupportSession) (domain.Decision, error) {
	s := o.running(data.Support)
	e := domain.SupportSessionRecorded{CareerSupport: s.started.CareerSupport, Session: domain.IDOf(data.Session, o.id, "session"), On: data.On, Minutes: data.Minutes}
	if before, known := o.s.facts.Get(e.Session); known {
		return o.again(before == domain.Event(e), e.Session)
	}
	o.come(e.On)
	o.k.Must(RuleOrder, s.started.Start <= e.On, "support %s begins on %s; a session should not be before, on %s", e.Support, s.started.Start, e.On)
	o.k.Must(RuleOrder, !s.over() || e.On <= s.last(), "support %s ended on %s; a session should not be after, on %s", e.Support, s.last(), e.On)
	return o.k.Decide(e)
}

func (o *order) complete(data CompleteSupport) (domain.Decision, error) {
	s := o.running(data.Support)
	if o.k.Refused() {
		return o.k.Decide()
	}
	e := domain.SupportCompleted{CareerSupport: s.started.CareerSupport, On: data.On}
	if s.completed == e {
		return o.k.Decide()
	}
	o.ends(s, e.On, s.started.Start)
	rule, _ := o.rule(s.started)
	o.k.Require(RuleShortest, rule.shortest == 0 || e.On >= lastOf(s.started.Start, rule.shortest), "support %s should last %d months or more to be completed, until %s, not until %s",
		e.Support, rule.shortest, lastOf(s.started.Start, rule.shortest), e.On)
	o.k.Require(RuleLongest, rule.longest == 0 || e.On <= lastOf(s.started.Start, rule.longest), "support %s should last at most %d months, until %s, not until %s",
		e.Support, rule.longest, lastOf(s.started.Start, rule.longest), e.On)
	if e.Kind == domain.SupportFellowship {
		o.oneFellowship(e.CareerSupport, s.started.Start, e.On)
	}
	return o.k.Decide(e)
}

func (o *order) withdraw(data WithdrawSupport) (domain.Decision, error) {
	s := o.running(data.Support)
	if o.k.Refused() {
		return o.k.Decide()
	}
	e := domain.SupportWithdrawn{CareerSupport: s.started.CareerSupport, On: data.On, Reason: data.Reason}
	if s.withdrawn == e {
		return o.k.Decide()
	}
	o.ends(s, e.On, s.started.Start.AddDays(-1))
	o.k.Must(RuleOrder, e.On <= s.started.Until, "support %s is planned until %s; it should be withdrawn by then, not on %s", e.Support, s.started.Until, e.On)
	return o.k.Decide(e)
}

// ends holds that support ends once, on a day that has come.
func (o *order) ends(s support, on, first domain.Date) {
	o.k.Must(RuleOrder, !s.over(), "support %s ended on %s; it ends once", s.started.Support, s.last())
	o.k.Must(RuleOrder, first <= on, "support %s begins on %s; it should not end before, on %s", s.started.Support, s.started.Start, on)
	o.come(on)
}
