package projections

import (
	"cmp"
	"maps"
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Definitions are the versions of all indicators that are published as known at
// n, by code and version.
func (k *KPIs) Definitions(n eventstore.Seq) []*KPIVersion {
	var all []*KPIVersion
	for _, v := range k.versions {
		if v.published <= n {
			all = append(all, v)
		}
	}
	slices.SortFunc(all, func(a, b *KPIVersion) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.Version, b.Version))
	})
	return all
}

// Sets are the sets that are adopted as known at n, in the order of the log.
func (k *KPIs) Sets(n eventstore.Seq) []Fact[domain.KPISetAdopted] {
	var all []Fact[domain.KPISetAdopted]
	for seq, e := range k.sets.known(n) {
		all = append(all, fact(seq, e))
	}
	return all
}

// Maturity is the level that a hub has reached in every domain by a day, as
// known at n, by the newest assessment of that day or before; 0 without one.
func (k *KPIs) Maturity(hub domain.HubID, day domain.Date, n eventstore.Seq) int {
	var newest domain.MaturityAssessed
	found := false
	for _, e := range k.mature[hub].known(n) {
		if e.On <= day && (!found || e.On >= newest.On) {
			newest, found = e, true
		}
	}
	least := 0
	for i, s := range newest.Scores {
		if i == 0 || s.Level < least {
			least = s.Level
		}
	}
	return least
}

// InForce are the indicators that a hub is to return of a half-year, as known
// at n, by code: those of each set's highest version that is for that half-year
// and for hubs of its maturity. A code in several sets has its highest version. An ICS's
// maturity is its hub's; a locality hub is held to that of its ICS's.
func (k *KPIs) InForce(hub domain.HubID, h domain.HalfYear, n eventstore.Seq) []domain.KPIMember {
	maturity := k.Maturity(domain.HubID(hub.ICB()), h.Last(), n)
	sets := make(map[string]domain.KPISetAdopted)
	for _, e := range k.sets.known(n) {
		if e.From <= h && e.AppliesToMaturity <= maturity && e.Version > sets[e.Set].Version {
			sets[e.Set] = e
		}
	}
	versions := make(map[string]int)
	for _, set := range sets {
		for _, m := range set.Members {
			versions[m.Code] = max(versions[m.Code], m.Version)
		}
	}
	var members []domain.KPIMember
	for _, code := range slices.Sorted(maps.Keys(versions)) {
		members = append(members, domain.KPIMember{Code: code, Version: versions[code]})
	}
	return members
}

// VersionInForce is the version of an indicator that a hub is to return of a
// half-year, as known at n, and false where it is to return none.
func (k *KPIs) VersionInForce(code string, hub domain.HubID, h domain.HalfYear, n eventstore.Seq) (*KPIVersion, bool) {
	for _, m := range k.InForce(hub, h, n) {
		if m.Code == code {
			v, known := k.Version(code, m.Version)
			return v, known && v.published <= n
		}
	}
	return nil, false
}
