package assurance

import (
	"cmp"
	"reflect"
	"slices"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) agree(data AgreeInterimArrangement) (domain.Decision, error) {
	one := o.shortfall(data.Shortfall)
	e := domain.InterimArrangementAgreed{
		Arrangement: domain.IDOf(data.Arrangement, o.id, "arrangement"), Shortfall: data.Shortfall, Hub: one.declared.Hub,
		Requirements: slices.Sorted(slices.Values(data.Requirements)), Provider: data.Provider, From: data.From, Until: data.Until,
		Approver: data.Approver, Office: data.Office, On: data.On,
	}
	before, known := o.s.arrangements.Get(e.Arrangement)
	if known && reflect.DeepEqual(before.agreed, e) {
		return o.k.Decide()
	}
	o.new(e.Arrangement, known)
	o.come(e.On)
	for _, r := range e.Requirements {
		o.k.Must(RuleNamed, one.of(r), "shortfall %s should be of %s, which is to be provided", e.Shortfall, r)
	}
	o.k.Require(RuleArranged, one.open(e.From), "shortfall %s is from %s%s; an arrangement should begin while it is open, not on %s",
		e.Shortfall, one.declared.On, until(one.closed.On), e.From)
	o.alone(e, e.From, e.Until)
	o.provides(e)
	o.approved(e)
	return o.k.Decide(e)
}

// until says when a shortfall was closed, where it was.
func until(closed domain.Date) string {
	if closed.IsZero() {
		return ""
	}
	return " and was closed on " + closed.String()
}

// alone holds that nobody else provides the same on some days of an
// arrangement.
func (o *order) alone(e domain.InterimArrangementAgreed, from, to domain.Date) {
	other, some := o.s.provided(e.Hub, e.Requirements, from, to, e.Arrangement)
	o.k.Must(RuleOneProvider, !some, "interim arrangement %s provides for %v of %s from %s until %s; another should have no day in common with it", other.agreed.Arrangement, other.agreed.Requirements, e.Hub, other.agreed.From, other.last())
}

// provides holds that the provider is who it is said to be.
func (o *order) provides(e domain.InterimArrangementAgreed) {
	code := e.Provider.Code
	if e.Provider.Kind == domain.ProviderHub {
		o.k.Must(RuleProvider, domain.HubID(code) != e.Hub, "%s has the shortfall; another should provide", code)
		o.another(domain.HubID(code), e.From)
		return
	}
	o.party(code, e.From)
	if e.Provider.Kind == domain.ProviderAccountableBody {
		body, _ := o.national.AccountableBodyOn(e.From)
		o.k.Require(RuleProvider, body == code, "%s should be the body that hubs account to on %s, %s", code, e.From, cmp.Or(body, "which is not named"))
	}
}

// approved holds that an arrangement is approved by who may, before it begins.
func (o *order) approved(e domain.InterimArrangementAgreed) {
	class := o.party(e.Office, e.On)
	o.k.Must(RuleApproved, class == domain.ClassLocalOffice, "%s should be of class %s, to approve; it is registered as %s", e.Office, domain.ClassLocalOffice, class)
	body, named := o.national.AccountableBodyOn(e.On)
	of := o.orgs.Parents(e.Office, domain.RelationParent, e.On)
	o.k.Require(RuleApproved, named && slices.Contains(of, body), "%s should be an office of the body that hubs account to on %s, %s", e.Office, e.On, cmp.Or(body, "which is not named"))
	o.k.Require(RuleApproved, e.On <= e.From, "an arrangement from %s should be approved by then, not on %s", e.From, e.On)
}

func (o *order) end(data EndInterimArrangement) (domain.Decision, error) {
	a, known := o.s.arrangements.Get(data.Arrangement)
	o.k.Must(RuleNamed, known, "interim arrangement %s should be agreed first", data.Arrangement)
	e := domain.InterimArrangementEnded{
		Arrangement: data.Arrangement, Shortfall: a.agreed.Shortfall, Hub: a.agreed.Hub, Until: a.agreed.Until, On: data.On, Reason: data.Reason,
	}
	if a.ended == e {
		return o.k.Decide()
	}
	o.k.Must(RuleEnded, a.ended.On.IsZero(), "interim arrangement %s ended on %s; that is so once", e.Arrangement, a.ended.On)
	o.k.Must(RuleEnded, a.agreed.From.AddDays(-1) <= e.On, "interim arrangement %s is from %s; its last day should not be %s", e.Arrangement, a.agreed.From, e.On)
	o.come(e.On)
	o.k.Require(RuleEnded, e.On <= e.Until, "interim arrangement %s was agreed until %s; it should not go on until %s, but be agreed anew", e.Arrangement, e.Until, e.On)
	if e.On > e.Until {
		o.alone(a.agreed, e.Until.AddDays(1), e.On)
	}
	return o.k.Decide(e)
}
