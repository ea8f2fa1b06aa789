package http

import (
	"cmp"
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// roleOf is a post in a list.
func roleOf(l lister, r projections.Role) (api.Role, bool) {
	proposed, recruited := r.Proposed.Event, r.Recruited.Event
	status, there := r.StatusOn(l.day, l.m.Log.DayOf(cmp.Or(r.Proposed.Seq, r.Created.Seq)))
	row := api.Role{
		ID: r.ID, Hub: r.About.Hub, Status: string(status), PCN: orNull(r.PCN), PCNName: orNull(l.m.Organisations.NameOf(r.PCN, l.n)),
		RoleType: r.RoleType, RoleTypeVersion: r.RoleTypeVersion, Origin: r.Origin,
		Funding: orNull(cmp.Or(recruited.Funding, proposed.Funding)), Band: orNull(proposed.Band), Area: orNull(proposed.Area), Additional: proposed.Additional,
		Proposed: orNull(proposed.FTE), IntendedFrom: orNull(proposed.From), FTE: r.FTEOn(l.day), Claimed: r.ClaimedOn(l.day), Legs: legsOf(r, l.day), Seqs: r.Seqs,
	}
	if r.Recruited.Known() {
		row.Person, row.Employer, row.Start, row.Cover = orNull(recruited.Person), orNull(recruited.Employer), &recruited.Start, recruited.Cover
		row.IntendedMonths, row.TermEnds = orNull(recruited.IntendedMonths), orNull(r.TermEnd())
	}
	if f, ok := r.EmbeddedOn(l.day); ok {
		row.EmbeddedOn = &f.Event.On
	}
	if r.Ended.Known() {
		row.EndedOn, row.Reason = &r.Ended.Event.On, orNull(r.Ended.Event.Reason)
	}
	first, last := r.Days()
	pcn := l.pcn == "" || r.PCN == l.pcn
	return row, there && l.keeps(row.Status, first, last) && pcn && is(l.roleType, row.RoleType)
}

// legsOf are the legs of a rotational post, as planned and as they were.
func legsOf(r projections.Role, day domain.Date) []api.RotationLeg {
	rows := make([]api.RotationLeg, len(r.Created.Event.Legs))
	for i, leg := range r.Created.Event.Legs {
		rows[i] = api.RotationLeg{Leg: leg.Leg, Org: leg.Org, PrimaryCare: leg.PrimaryCare, FTE: leg.FTE, From: leg.From, To: leg.To}
		for _, one := range r.Legs {
			started, ended := one.Started.Event, one.Ended.Event
			if started.Leg != leg.Leg || started.On > day {
				continue
			}
			rows[i].Person, rows[i].StartedOn = orNull(started.Person), &started.On
			if one.Ended.Known() && ended.On <= day {
				rows[i].EndedOn = &ended.On
			}
		}
	}
	return rows
}

// supportOf is a support of a career in a list.
func supportOf(l lister, s projections.Support) (api.Support, bool) {
	e := s.Started.Event
	sessions, minutes := s.SessionsOn(l.day)
	row := api.Support{
		ID: s.ID, Hub: s.Hub, Status: string(s.StatusOn(l.day)), Kind: e.Kind, Person: e.Person, Profession: e.Profession, Supporter: orNull(e.Supporter),
		Employer: orNull(e.Employer), AppliedOn: e.AppliedOn, QualifiedOn: orNull(e.QualifiedOn), ContractMonths: orNull(e.ContractMonths), OpenEnded: e.OpenEnded,
		Rule: orNull(e.RuleRef), Payee: orNull(e.Payee), Start: e.Start, Until: e.Until, EndedOn: orNull(s.Last()), Reason: orNull(s.Withdrawn.Event.Reason),
		Sessions: sessions, Minutes: minutes, Seqs: s.Seqs,
	}
	if f, ok := l.m.Careers.EmployedOn(e.Person, l.day, l.n); ok {
		row.Employment = &api.Employment{On: f.Event.On, Employed: f.Event.Employed, InPrimaryCare: f.Event.InPrimaryCare, Seq: f.Seq}
	}
	there := e.AppliedOn <= l.day || e.Start <= l.day
	return row, there && l.keeps(row.Status, e.Start, cmp.Or(s.Last(), e.Until)) && is(l.kind, string(row.Kind)) && is(l.profession, row.Profession)
}

// entitlementOf is what a PCN may be reimbursed in a year, and has claimed.
func entitlementOf(e projections.PCNEntitlement) api.Entitlement {
	set := e.Set.Event
	row := api.Entitlement{ICB: e.ICB, FY: e.FY, Claimed: e.Claimed(), Claims: []api.Claim{}, Seqs: []eventstore.Seq{}}
	if e.Set.Known() {
		row.Pence, row.Registered, row.Weighted, row.PatientsOn, row.Rate = &set.Pence, &set.Registered, &set.Weighted, orNull(set.PatientsOn), orNull(set.RateRef)
		row.Seqs = append(row.Seqs, e.Set.Seq)
	}
	for _, c := range e.Claims {
		row.Claims = append(row.Claims, api.Claim{
			Claim: c.ID, Post: c.Post, From: c.From, To: c.To, Maximum: c.Maximum, Pence: c.Pence, Seq: c.Seq,
		})
		row.Seqs = append(row.Seqs, c.Seq)
	}
	slices.Sort(row.Seqs)
	return row
}
