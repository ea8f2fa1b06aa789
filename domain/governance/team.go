package governance

import (
	"fmt"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) appoint(data AppointTeamMember) (domain.Decision, error) {
	e := domain.HubTeamMemberAppointed{
		Hub: o.hubOf(data.Hub), Person: data.Person, Role: data.Role, FTE: data.FTE, DecisionMaking: data.DecisionMaking, From: data.From,
	}
	before, _ := o.s.team.Get(part{post{e.Hub, e.Role}, e.Person})
	if begins(o, before, e, e.From, fmt.Sprintf("%s is %s in the team of %s", e.Person, e.Role, e.Hub)) {
		return o.k.Decide()
	}
	o.active(e.Hub, e.From)
	sum := e.FTE
	for _, m := range o.s.TeamOn(e.Hub, e.Role, e.From) {
		sum += m.FTE // at most 1 of each
	}
	fy := domain.YearOf(e.From)
	funded, set := o.s.Established(e.Hub, e.Role, fy)
	o.k.Require(RuleEstablishment, !set || sum <= funded, "%s is funded for %s full-time equivalents of %s in %s; with %s from %s its team would have %s",
		e.Hub, funded, e.Role, fy, e.Person, e.From, sum)
	return o.k.Decide(e)
}

func (o *order) left(data RecordTeamMemberLeft) (domain.Decision, error) {
	e := domain.HubTeamMemberLeft{Hub: o.hubOf(data.Hub), Person: data.Person, Role: data.Role, On: data.On}
	before, _ := o.s.team.Get(part{post{e.Hub, e.Role}, e.Person})
	if ends(o, before, e.On, fmt.Sprintf("%s is %s in the team of %s", e.Person, e.Role, e.Hub)) {
		return o.k.Decide()
	}
	return o.k.Decide(e)
}

func (o *order) establish(data SetEstablishment) (domain.Decision, error) {
	e := domain.EstablishmentSet{Hub: o.hubOf(data.Hub), Role: data.Role, FTE: data.FTE, FY: data.FY}
	if fte, set := o.s.Established(e.Hub, e.Role, e.FY); set && fte == e.FTE {
		return o.k.Decide()
	}
	return o.k.Decide(e)
}

func (o *order) lead(data NamePCNLead) (domain.Decision, error) {
	e := domain.PCNLeadNamed(data)
	before, _ := o.s.leads.Get(leading{e.PCN, e.Kind, e.Person})
	if begins(o, before, e, e.From, fmt.Sprintf("%s is %s of %s", e.Person, e.Kind, e.PCN)) {
		return o.k.Decide()
	}
	class, registered := o.orgs.Class(e.PCN)
	o.k.Must(RuleNamed, registered && class == domain.ClassPCN, "%s should be registered as a PCN first", e.PCN)
	o.k.Require(RuleOpen, o.orgs.OpenOn(e.PCN, e.From), "%s should be open on %s, the first day of its lead", e.PCN, e.From)
	return o.k.Decide(e)
}

func (o *order) endLead(data EndPCNLead) (domain.Decision, error) {
	e := domain.PCNLeadEnded(data)
	before, _ := o.s.leads.Get(leading{e.PCN, e.Kind, e.Person})
	if ends(o, before, e.On, fmt.Sprintf("%s is %s of %s", e.Person, e.Kind, e.PCN)) {
		return o.k.Decide()
	}
	return o.k.Decide(e)
}
