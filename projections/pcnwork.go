package projections

import (
	"maps"
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// PCNWork is what hubs do with a PCN and its practices: plans, posts, learning
// environments, placements, and money. Its lists are by ICS, then in the order
// of the log.
type PCNWork struct {
	Hubs         []domain.HubID // that serve it on the day, ascending
	Plans        []Plan
	Roles        []Role
	Environments []EnvironmentOn
	Placements   []Placement // at it or a practice of it, on the day
	Entitlements []PCNEntitlement
	Grants       []Grant // to it or a practice of it, on the day
}

// PCNEntitlement is what a PCN may be reimbursed for additional roles in a year,
// as set in the stream of an ICS, and what is claimed of it there.
type PCNEntitlement struct {
	ICB    string
	FY     domain.FinancialYear
	Set    Fact[domain.RoleEntitlementSet] // unknown where it is only claimed
	Claims []RoleClaim
}

// Claimed is the sum of the claims, in pence.
func (e PCNEntitlement) Claimed() (pence domain.Pence) {
	for _, c := range e.Claims {
		pence += c.Pence
	}
	return pence
}

// PCNWork is what hubs do with a PCN on a day as known at n. A practice is one
// of the PCN's as on that day.
func (m *Models) PCNWork(p PCN, day domain.Date, n eventstore.Seq) (w PCNWork) {
	codes := []string{p.Code}
	for _, practice := range p.Practices {
		codes = append(codes, practice.Code)
	}
	w.Hubs = m.serving(p, day, n)
	icbs := slices.Concat(m.Commissioning.named.of(codes, n), m.Places.named.of(codes, n), m.Roles.named.of(codes, n))
	slices.Sort(icbs)
	for _, icb := range slices.Compact(icbs) {
		w.in(m, icb, p.Code, codes, day, n)
	}
	return w
}

// serving are the hubs that serve a PCN on a day: a locality hub in whose area it
// is, and the hub of each ICS that the register, practices or a census place it
// in.
func (m *Models) serving(p PCN, day domain.Date, n eventstore.Seq) (hubs []domain.HubID) {
	var icbs []string // that may be one of the PCN's
	for _, a := range p.Areas {
		icbs = append(icbs, a.Org)
	}
	for _, r := range p.Workforce.Records {
		icbs = append(icbs, r.ICB)
	}
	for _, practice := range p.Practices {
		for _, area := range practice.Areas {
			icbs = append(icbs, area)
			org, _ := m.Organisations.Get(area, n)
			for _, r := range org.Parents {
				icbs = append(icbs, r.Org)
			}
		}
	}
	for _, h := range m.Hubs.All(n) {
		if !h.ActiveOn(day) {
			continue
		}
		serves := slices.Contains(h.Area, p.Code)
		if !h.Hub.IsLocality() {
			serves = slices.Contains(icbs, h.ICB) && slices.ContainsFunc(m.PCNsOf(h.ICB, day, n), func(r PCNRef) bool { return r.Code == p.Code })
		}
		if serves {
			hubs = append(hubs, h.Hub)
		}
	}
	return hubs
}

// in takes in what the hubs of one ICS do.
func (w *PCNWork) in(m *Models, icb, pcn string, codes []string, day domain.Date, n eventstore.Seq) {
	hub := domain.HubID(icb)
	for _, plan := range m.Commissioning.Plans(hub, n) {
		if plan.Submitted.Event.PCN == pcn {
			w.Plans = append(w.Plans, plan)
		}
	}
	for _, g := range m.Commissioning.Grants(hub, n) {
		if slices.Contains(codes, g.Offered.Event.Payee) {
			w.Grants = append(w.Grants, g)
		}
	}
	for _, e := range m.EnvironmentsOn(hub, day, n) {
		if e.IsOf(codes) {
			w.Environments = append(w.Environments, e)
		}
	}
	for _, p := range m.Places.Placements(hub, n) {
		if slices.Contains(codes, p.Allocated.Event.Site) {
			w.Placements = append(w.Placements, p)
		}
	}
	years := make(map[domain.FinancialYear]*PCNEntitlement)
	of := func(fy domain.FinancialYear) *PCNEntitlement {
		if years[fy] == nil {
			years[fy] = &PCNEntitlement{ICB: icb, FY: fy}
		}
		return years[fy]
	}
	for _, set := range m.Roles.Entitlements(icb, pcn, n) {
		of(set.Event.FY).Set = set
	}
	for _, r := range m.Roles.Roles(hub, n) {
		if r.PCN != pcn {
			continue
		}
		w.Roles = append(w.Roles, r)
		for _, c := range r.Claims {
			one := of(c.FY)
			one.Claims = append(one.Claims, c)
		}
	}
	for _, fy := range slices.Sorted(maps.Keys(years)) {
		w.Entitlements = append(w.Entitlements, *years[fy])
	}
}

// IsOf reports whether an environment is one of some organisations': the newest
// applicant or a site of it is one of them.
func (e Environment) IsOf(codes []string) bool {
	a := e.Newest().Submitted.Event
	return slices.ContainsFunc(append([]string{a.Applicant}, a.Sites...), func(code string) bool { return slices.Contains(codes, code) })
}
