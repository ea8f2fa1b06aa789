package contract

import (
	"cmp"
	"reflect"
	"slices"

	"github.com/hubledger/hubledger/domain"
)

func (s *State) adopt(d decision, data AdoptPolicy) (domain.Decision, error) {
	e := domain.PolicyAdopted{
		Hub: s.hub, Kind: data.Kind, Version: data.Version, From: data.From, ReviewDue: data.ReviewDue,
		Thresholds: slices.SortedFunc(slices.Values(data.Thresholds), func(a, b domain.PolicyThreshold) int { return cmp.Compare(a.Key, b.Key) }),
	}
	adopted, _ := s.policies.Get(e.Kind)
	for _, p := range adopted {
		if reflect.DeepEqual(p, e) {
			return d.Decide()
		}
		d.Must(RulePolicy, p.Version != e.Version, "version %s of the policy %s is adopted from %s; what differs should have a version of its own", p.Version, p.Kind, p.From)
		d.Must(RulePolicy, p.From != e.From, "version %s of the policy %s is in force from %s; version %s should be so from another day", p.Version, p.Kind, p.From, e.Version)
	}
	return d.Decide(e)
}

func (s *State) adoptModel(d decision, data AdoptOperatingModel) (domain.Decision, error) {
	hub := cmp.Or(data.Hub, s.hub)
	e := domain.OperatingModelAdopted{Hub: hub, School: data.School, Version: data.Version, On: data.On}
	adopted, _ := s.models.Get(hub)
	for _, m := range adopted {
		if m == e {
			return d.Decide()
		}
		d.Must(RuleModel, m.On != e.On, "%s has adopted version %s of the Operating Model of %s on %s; it can't adopt another on that day", hub, m.Version, m.School, m.On)
	}
	from, published := d.national.OperatingModel(e.School, e.Version)
	d.Must(RuleNamed, published, "version %s of the Operating Model of %s should be published before a hub adopts it", e.Version, e.School)
	d.come(e.On, "of the adoption")
	d.Require(RuleModel, from <= e.On, "version %s of the Operating Model of %s takes effect on %s; it should not be adopted before, on %s", e.Version, e.School, from, e.On)
	school := d.hubs.School(hub)
	d.Require(RuleModel, school == "" || school == e.School, "%s is overseen by the school %s; it should adopt the Operating Model of that, not of %s", hub, school, e.School)
	d.Require(RuleHub, d.hubs.ActiveOn(hub, e.On), "%s should be active on %s, when it adopts the Operating Model", hub, e.On)
	return d.Decide(e)
}
