package role

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) propose(data ProposeRolePost) (domain.Decision, error) {
	e := domain.RolePostProposed{
		RolePost: domain.RolePost{Post: domain.IDOf(data.Post, o.id, "post"), Hub: o.hubOf(data.Hub), PCN: data.PCN, RoleType: data.RoleType, Origin: data.Origin},
		FTE:      data.FTE, Band: data.Band, Funding: data.Funding, Area: data.Area, Additional: data.Additional, From: data.From,
	}
	if before, known := o.s.posts.Get(e.Post); known {
		e.RoleTypeVersion = before.proposed.RoleTypeVersion // in force when it was first said
		return o.again(before.proposed == e, e.Post)
	}
	o.unused(e.Post)
	o.active(e.Hub, e.From)
	o.pcn(e.PCN)
	o.open(e.PCN, e.From)
	scheme := e.Funding == domain.FundingARRS
	of := o.roleType(e.RoleType, e.From, scheme)
	e.RoleTypeVersion = of.Version
	o.k.Require(RuleBand, len(of.Bands) == 0 && e.Band == "" || slices.Contains(of.Bands, e.Band),
		"the band of a post of %s should be one of %v, by version %d of the type; it is %q", e.RoleType, of.Bands, of.Version, e.Band)
	o.k.Require(RuleAdditional, !scheme || e.Additional, "a post that the scheme pays for should be asserted to be additional to what there was on 31 March 2019")
	if scheme {
		o.cap(e.RolePost, e.From)
	}
	return o.k.Decide(e)
}

// again answers an order for what is recorded: nothing where it says the same.
func (o *order) again(same bool, id uuid.UUID) (domain.Decision, error) {
	o.k.Must(RuleIdentity, same, "%s is recorded otherwise already; what differs should have an id of its own", id)
	return o.k.Decide()
}

// unused holds that an id is no rotational post's.
func (o *order) unused(id uuid.UUID) {
	_, rotates := o.s.rotations.Get(id)
	o.k.Must(RuleIdentity, !rotates, "%s is a rotational post; another post should have an id of its own", id)
}

// cap holds that a post that the scheme pays for leaves the PCN within the cap
// of its type: on its first day, and on the later days on which another begins.
func (o *order) cap(of domain.RolePost, from domain.Date) {
	all, _ := o.s.scheme.Get(place{of.PCN, of.RoleType})
	days := []domain.Date{from}
	for _, id := range all {
		if p, _ := o.s.posts.Get(id); p.from() > from {
			days = append(days, p.from())
		}
	}
	slices.Sort(days)
	for _, day := range slices.Compact(days) {
		version, valid := o.national.RoleTypeOn(of.RoleType, day)
		if !valid || len(version.Caps) == 0 {
			continue
		}
		fy := domain.YearOf(day)
		known, _ := o.s.years.Get(year{of.PCN, fy})
		set := known.set.PCN != ""
		o.k.Require(RuleEntitlement, set || len(version.Caps) == 1,
			"the cap of %s goes by the list of the PCN; the entitlement of %s for %s, with its patients, should be set first", of.RoleType, of.PCN, fy)
		most, _ := version.CapFor(known.set.Registered)
		n := 1
		for _, id := range all {
			if p, _ := o.s.posts.Get(id); id != of.Post && p.standsOn(day) {
				n++
			}
		}
		o.k.Require(RuleCap, n <= most || !set && len(version.Caps) > 1,
			"%s would have %d posts of %s on %s that the scheme is to pay for; it should have at most %d, by version %d of the type", of.PCN, n, of.RoleType, day, most, version.Version)
	}
}
