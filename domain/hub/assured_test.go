package hub_test

import (
	"errors"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/assurance"
	"github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/national"
	"github.com/hubledger/hubledger/domain/organisation"
)

// What a hub is to deliver is in its contract's schedule of the year, as varied
// by then; where there is none, it is what the matrix of the day names.
func TestShortfallsOfWhatIsContracted(t *testing.T) {
	year := func(fy string, requirements ...string) domain.ContractSchedule {
		return domain.ContractSchedule{FY: domain.MustYear(fy), Requirements: requirements}
	}
	signed, nation := named("contract"), national.New()
	nation.Evolve(domain.Recorded{Event: domain.MaturityMatrixPublished{
		Matrix: "TRAINING_HUB", Version: 1, From: 20190401, Domains: []domain.MaturityDomain{{Domain: "NEW_ROLES", Requirements: []string{"NEW_ROLES"}}},
	}})
	a := hub.New("QE1")
	for i, e := range []domain.Event{
		domain.HubRegistered{Hub: "QE1", Level: domain.LevelICS, ICB: "QE1", From: 20190401},
		domain.HubContractSigned{Contract: signed, Hub: "QE1", From: 20210401, To: 20240331, Schedules: []domain.ContractSchedule{year("2021/22", "PLACEMENTS"), year("2023/24", "PLACEMENTS")}},
		domain.HubContractVaried{
			Contract: signed, Hub: "QE1", Variation: 1, On: 20231001, To: 20240331, Schedules: []domain.ContractSchedule{year("2021/22", "PLACEMENTS"), year("2023/24", "EDUCATORS")},
		},
	} {
		a.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	refs := references{national.Stream: nation.View(0), organisation.Stream: organisation.New().View(-1)}
	for _, c := range []struct {
		requirement string
		on          domain.Date
		want        uuid.UUID // the contract
		refused     bool
	}{
		{"PLACEMENTS", 20230930, signed, false},
		{"PLACEMENTS", 20231001, signed, true},
		{"EDUCATORS", 20231001, signed, false},
		{"NEW_ROLES", 20231001, signed, true},
		{"PLACEMENTS", 20220401, uuid.Nil, true}, // the contract says nothing of the year
		{"NEW_ROLES", 20220401, uuid.Nil, false},
		{"NEW_ROLES", 20210331, uuid.Nil, false}, // and is not in force
		{"NEW_ROLES", 20240401, uuid.Nil, false},
	} {
		order := assurance.DeclareShortfall{Requirements: []assurance.Unmet{{Requirement: c.requirement, Reason: "Nobody to do it"}}, On: c.on}
		d, err := a.Decide(refs, domain.Command{Data: order}, now, domain.CurrentRules)
		var refusal *domain.Refusal
		switch {
		case c.refused && (!errors.As(err, &refusal) || refusal.Rule != assurance.RuleContracted):
			t.Errorf("%s on %s: got %+v, %v, want a refusal by %s", c.requirement, c.on, d, err, assurance.RuleContracted)
		case !c.refused && err != nil:
			t.Errorf("%s on %s: got %v", c.requirement, c.on, err)
		case !c.refused:
			if got := d.Drafts[0].Event.(domain.DeliveryShortfallDeclared).Contract; got != c.want {
				t.Errorf("%s on %s: contract %s, want %s", c.requirement, c.on, got, c.want)
			}
		}
	}
}

// A practice comes from a programme of the hub, and what is recorded in a fork
// of the hub's state is there after it is merged, not before.
func TestAssuranceForks(t *testing.T) {
	a := hub.New("QE1")
	for _, e := range []domain.Event{
		domain.HubRegistered{Hub: "QE1", Level: domain.LevelICS, ICB: "QE1", From: 20190401},
		domain.ProgrammeProposed{Programme: named("course"), Hub: "QE1", Title: "Supervision skills"},
	} {
		a.Evolve(domain.Recorded{Event: e})
	}
	orgs := organisation.New()
	orgs.Evolve(domain.Recorded{Event: domain.OrganisationRegistered{Org: "SCHOOL-NW", Name: "School", Class: domain.ClassPrimaryCareSchool}})
	refs := references{organisation.Stream: orgs.View(0)}
	order := assurance.ShareGoodPractice{
		Practice: named("practice"), Title: "Group supervision", Programme: named("course"), Audience: "educators", WithParties: []string{"SCHOOL-NW"}, On: 20240501,
	}
	told := func(of domain.Aggregate) int {
		t.Helper()
		d, err := of.Decide(refs, domain.Command{Data: order}, now, domain.CurrentRules)
		if err != nil {
			t.Fatal(err)
		}
		return len(d.Drafts)
	}
	d, err := a.Decide(refs, domain.Command{Data: order}, now, domain.CurrentRules)
	if err != nil || len(d.Drafts) != 1 {
		t.Fatalf("got %+v, %v, want the practice", d, err)
	}
	fork := a.Fork()
	fork.Evolve(domain.Recorded{Revision: 2, Event: d.Drafts[0].Event})
	if told(fork) != 0 || told(a) != 1 {
		t.Error("what is in a fork should be known there, and not below")
	}
	fork.Merge()
	if told(a) != 0 {
		t.Error("what was merged should be known")
	}
}
