package role

import (
	"reflect"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) rotate(data CreateRotationalPost) (domain.Decision, error) {
	e := domain.RotationalPostCreated{
		RolePost: domain.RolePost{Post: domain.IDOf(data.Post, o.id, "post"), Hub: o.hubOf(data.Hub), PCN: data.PCN, RoleType: data.RoleType, Origin: data.Origin},
	}
	for i, l := range data.Legs {
		class, _ := o.orgs.Class(l.Org)
		e.Legs = append(e.Legs, domain.RotationLeg{
			Leg: i + 1, Org: l.Org, PrimaryCare: class == domain.ClassPractice || class == domain.ClassPCN, From: l.From, To: l.To, FTE: l.FTE,
		})
	}
	if before, known := o.s.rotations.Get(e.Post); known {
		e.RoleTypeVersion = before.RoleTypeVersion // in force when it was first said
		return o.again(reflect.DeepEqual(before, e), e.Post)
	}
	_, proposed := o.s.posts.Get(e.Post)
	o.k.Must(RuleIdentity, !proposed, "%s is a post that does not rotate; another should have an id of its own", e.Post)
	first := e.Legs[0].From
	var planned []span
	for _, l := range e.Legs {
		o.org(l.Org, l.From)
		planned = append(planned, span{l.From, l.To, l.FTE})
		first = min(first, l.From)
	}
	o.active(e.Hub, first)
	if e.PCN != "" {
		o.pcn(e.PCN)
		o.open(e.PCN, first)
	}
	e.RoleTypeVersion = o.roleType(e.RoleType, first, false).Version
	for _, l := range e.Legs { // the most is on the first day of some leg
		sum := on(planned, l.From)
		o.k.Require(RuleLegs, sum <= domain.OneFTE, "the legs come to %s full-time equivalents on %s; they should come to at most 1", sum, l.From)
	}
	return o.k.Decide(e)
}

// planned is the leg that a command names.
func (o *order) planned(id uuid.UUID, n int) (domain.RolePost, domain.RotationLeg) {
	r, known := o.s.rotations.Get(id)
	o.k.Must(RuleNamed, known && n <= len(r.Legs), "leg %d of post %s should be created first", n, id)
	if o.k.Refused() {
		return domain.RolePost{}, domain.RotationLeg{}
	}
	return r.RolePost, r.Legs[n-1]
}

func (o *order) startLeg(data StartRotationLeg) (domain.Decision, error) {
	of, planned := o.planned(data.Post, data.Leg)
	e := domain.RotationLegStarted{RolePost: of, RotationLeg: planned, Person: data.Person, On: data.On}
	j := job{data.Post, data.Leg}
	if before, begun := o.s.legs.Get(j); begun {
		o.k.Must(RuleIdentity, before.started == e, "leg %d of post %s began on %s with %s; it begins once", j.leg, j.post, before.started.On, before.started.Person)
		return o.k.Decide()
	}
	o.come(e.On)
	o.k.Must(RuleOrder, e.On <= e.To, "leg %d of post %s is planned until %s; it should begin by then, not on %s", j.leg, j.post, e.To, e.On)
	o.atMostOne(e.Person, j, span{e.On, e.To, e.FTE})
	return o.k.Decide(e)
}

func (o *order) endLeg(data EndRotationLeg) (domain.Decision, error) {
	of, planned := o.planned(data.Post, data.Leg)
	j := job{data.Post, data.Leg}
	known, begun := o.s.legs.Get(j)
	o.k.Must(RuleOrder, begun, "leg %d of post %s should begin before it ends", j.leg, j.post)
	e := domain.RotationLegEnded{RolePost: of, RotationLeg: planned, Person: known.started.Person, On: data.On, Reason: data.Reason}
	if before := known.ended; !before.On.IsZero() {
		o.k.Must(RuleOrder, before == e, "leg %d of post %s ended on %s; it ends once", j.leg, j.post, before.On)
		return o.k.Decide()
	}
	o.come(e.On)
	o.k.Must(RuleOrder, known.started.On <= e.On, "leg %d of post %s began on %s; it should not end before, on %s", j.leg, j.post, known.started.On, e.On)
	if e.On > e.To { // longer than planned
		o.atMostOne(e.Person, j, span{e.To.AddDays(1), e.On, e.FTE})
	}
	return o.k.Decide(e)
}
