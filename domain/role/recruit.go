package role

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// proposed is the post that a command names.
func (o *order) proposed(id uuid.UUID) post {
	p, known := o.s.posts.Get(id)
	o.k.Must(RuleNamed, known, "post %s should be proposed first", id)
	return p
}

func (o *order) recruit(data RecruitRolePost) (domain.Decision, error) {
	p := o.proposed(data.Post)
	if o.k.Refused() {
		return o.k.Decide()
	}
	e := domain.RolePostRecruited{
		RolePost: p.proposed.RolePost, Person: data.Person, FTE: p.proposed.FTE, Funding: p.proposed.Funding, Employer: data.Employer,
		Start: data.Start, IntendedMonths: data.IntendedMonths, Cover: data.Cover,
		QualifiedOn: data.QualifiedOn, LastEmployedOn: data.LastEmployedOn, Promoted: data.Promoted,
	}
	scheme := e.Funding == domain.FundingARRS
	if before := p.recruited; before.Person != uuid.Nil {
		e.RoleTypeVersion = before.RoleTypeVersion
		o.k.Must(RuleIdentity, before == e, "%s is recruited to post %s from %s; who follows has a post of their own, and what differs is recorded otherwise already", before.Person, e.Post, before.Start)
		return o.k.Decide()
	}
	o.k.Must(RuleOrder, p.ended.On.IsZero(), "post %s ended on %s; nobody is recruited to it after that", e.Post, p.ended.On)
	o.come(e.Start)
	of := o.roleType(e.RoleType, e.Start, scheme)
	e.RoleTypeVersion = of.Version
	o.org(e.Employer, e.Start)
	o.registered(of, e)
	if scheme {
		o.eligible(of, e)
		o.cap(e.RolePost, e.Start)
	}
	o.atMostOne(e.Person, job{post: e.Post}, span{from: e.Start, fte: e.FTE})
	return o.k.Decide(e)
}

// registered holds that a regulator of the role has the person on its register.
func (o *order) registered(of domain.RoleTypeDefined, e domain.RolePostRecruited) {
	fine := len(of.Regulators) == 0
	for _, r := range of.Regulators {
		_, registered := o.near.Registrations.Checked(e.Person, r, e.Start)
		fine = fine || registered
	}
	o.k.Require(RuleRegistered, fine, "%s should be on a register of %v on %s, by the newest check; version %d of %s asks for it",
		e.Person, of.Regulators, e.Start, of.Version, of.Code)
}

// eligible holds who is recruited against what the type of role asks of people
// whom the scheme pays for.
func (o *order) eligible(of domain.RoleTypeDefined, e domain.RolePostRecruited) {
	if n := of.QualifiedWithinMonths; n > 0 {
		o.k.Require(RuleEligible, !e.QualifiedOn.IsZero() && e.QualifiedOn <= e.Start && e.Start <= e.QualifiedOn.AddMonths(n),
			"who is recruited as %s on %s should have qualified in the %d months before; the day recorded is %q", of.Code, e.Start, n, e.QualifiedOn)
	}
	if n := of.NotEmployedMonths; n > 0 {
		o.k.Require(RuleEligible, e.Promoted || e.LastEmployedOn.IsZero() || e.LastEmployedOn.AddMonths(n) < e.Start,
			"who is recruited as %s on %s should, unless promoted, not have worked for the PCN or its practices in the %d months before; the last day recorded is %s", of.Code, e.Start, n, e.LastEmployedOn)
	}
}

// atMostOne holds that some days of a job leave a person at one full-time
// equivalent on every day.
func (o *order) atMostOne(person uuid.UUID, j job, days span) {
	others, day := o.s.most(person, j, days)
	o.k.Require(RulePerson, others+days.fte <= domain.OneFTE, "%s works for %s full-time equivalents in other posts and legs on %s; with %s more it should be at most 1",
		person, others, day, days.fte)
}

// changes is a post that somebody works in, with the spans of that: what a
// change, and a test of embedding, needs.
func (o *order) changes(id uuid.UUID, day domain.Date) (post, []span) {
	p := o.proposed(id)
	o.k.Must(RuleRecruited, p.recruited.Person != uuid.Nil, "somebody should be recruited to post %s first", id)
	o.k.Must(RuleRecruited, p.recruited.Start <= day, "somebody works in post %s from %s on, not yet on %s", id, p.recruited.Start, day)
	o.k.Must(RuleOrder, p.ended.On.IsZero() || day <= p.ended.On, "post %s ended on %s; nothing should follow that, on %s", id, p.ended.On, day)
	all, _ := o.s.work.Get(job{post: id})
	return p, all
}

// current is what a post's events say of it once somebody works in it.
func (p post) current() domain.RolePost {
	if p.recruited.Person == uuid.Nil {
		return p.proposed.RolePost
	}
	return p.recruited.RolePost
}
