package assurance_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/assurance"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/national"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/topology"
)

// What the room asks of others is what they answer.
var (
	_ assurance.Organisations = organisation.View{}
	_ assurance.National      = national.View{}
	_ assurance.Hubs          = (*topology.State)(nil)
	_ assurance.Programmes    = (*commissioning.State)(nil)
)

const coast domain.HubID = "QE1~fylde-coast"

var (
	anna     = domaintest.Named("assessor")
	olga     = domaintest.Named("lead-of-local-office")
	first    = domaintest.Named("first")
	second   = domaintest.Named("second")
	contract = domaintest.Named("contract")
	course   = domaintest.Named("programme")
)

// hub is the room as an aggregate, among its neighbours.
type hub struct {
	*assurance.State
	near assurance.Neighbours
}

func (h hub) Fork() domain.Aggregate { return hub{h.State.Fork(), h.near} }
func (h hub) View(int64) any         { return nil }
func (h hub) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return h.State.Decide(refs, c, now, h.near)
}

// schedules are what a contract asks for: in 2023/24 placements and educators,
// and nothing is said of other years. One is in force from 1 April 2023 on.
type schedules struct{}

func (schedules) RequirementsOn(day domain.Date) (uuid.UUID, []string) {
	switch domain.YearOf(day) {
	case 2023:
		return contract, []string{"PLACEMENTS", "EDUCATORS"}
	case 2024:
		return contract, nil
	}
	return uuid.Nil, nil
}

// newHub is QE1 from April 2019 and a locality hub from April 2023, with one
// programme.
func newHub() domain.Aggregate {
	hubs, programmes := topology.New("QE1"), commissioning.New("QE1")
	for _, e := range []domain.Event{
		domain.HubRegistered{Hub: "QE1", Level: domain.LevelICS, ICB: "QE1", From: 20190401},
		domain.HubRegistered{Hub: coast, Level: domain.LevelLocality, Parent: "QE1", ICB: "QE1", From: 20230401},
	} {
		hubs.Evolve(domain.Recorded{Event: e})
	}
	programmes.Evolve(domain.Recorded{Event: domain.ProgrammeProposed{Programme: course, Hub: "QE1", Title: "Supervision skills"}})
	return hub{assurance.New("QE1"), assurance.Neighbours{Hubs: hubs, Contract: schedules{}, Programmes: programmes}}
}

// matrix is a version of the matrix of the cases: met from 2, exceeded from 4.
func matrix(version int, from, to domain.Date) domain.MaturityMatrixPublished {
	return domain.MaturityMatrixPublished{
		Matrix: "TRAINING_HUB", Version: version, Title: "Maturity of Training Hubs", From: from, To: to, PublishedOn: from, SourceDoc: "Annex on maturity",
		Domains: []domain.MaturityDomain{
			{Domain: "GOVERNANCE", Title: "Governance"}, {Domain: "LEARNING_ENVIRONMENTS", Title: "Learning environments", Requirements: []string{"PLACEMENTS"}},
			{Domain: "EDUCATORS", Title: "Educators", Requirements: []string{"EDUCATORS", "PLACEMENTS"}},
		},
		Levels: []domain.MaturityLevel{
			{Level: 0, Title: "absent"}, {Level: 1, Title: "emerging"}, {Level: 2, Title: "developing"}, {Level: 3, Title: "established"}, {Level: 4, Title: "leading"},
		},
		MeetsFrom: 2, ExceedsFrom: 4,
	}
}

// streams know two versions of a matrix, another matrix that a version of which
// has run out, and the bodies that hubs accounted to; two ICBs, a host that has
// closed, an office of each body, and a company.
func streams() domaintest.Streams {
	nation, orgs := national.New(), organisation.New()
	old := matrix(1, 20190401, 20200331)
	old.Matrix, old.Domains = "COMMUNITY_PROVIDER", []domain.MaturityDomain{{Domain: "LEADERSHIP", Title: "Leadership", Requirements: []string{"LEADERSHIP"}}}
	for i, e := range []domain.Event{
		matrix(1, 20220401, 0), matrix(2, 20231001, 0), old,
		domain.AccountableBodyNamed{Party: "HEE", From: 20190401, To: 20230331}, domain.AccountableBodyNamed{Party: "NHSE", From: 20230401},
	} {
		nation.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	for i, e := range []domain.Event{
		domain.OrganisationRegistered{Org: "QE1", Name: "One ICB", Class: domain.ClassICB},
		domain.OrganisationRegistered{Org: "QOP", Name: "Another ICB", Class: domain.ClassICB},
		domain.OrganisationRegistered{Org: "QHM", Name: "Third ICB", Class: domain.ClassICB},
		domain.OrganisationClosed{Org: "QHM", On: 20230930},
		domain.OrganisationRegistered{Org: "Q99", Name: "Not an ICB", Class: "COMPANY"},
		domain.OrganisationRegistered{Org: "HOST", Name: "Federation", Class: "GP_FEDERATION"},
		domain.OrganisationRegistered{Org: "GONE", Name: "Former host", Class: "GP_FEDERATION"},
		domain.OrganisationClosed{Org: "GONE", On: 20230331},
		domain.OrganisationRegistered{Org: "HEE", Name: "Health Education England", Class: domain.ClassAccountableBody},
		domain.OrganisationRegistered{Org: "NHSE", Name: "NHS England", Class: domain.ClassAccountableBody},
		domain.OrganisationRegistered{Org: "OFFICE-NW", Name: "North West", Class: domain.ClassLocalOffice},
		domain.OrganisationRegistered{Org: "OFFICE-OLD", Name: "North West before", Class: domain.ClassLocalOffice},
		domain.OrganisationRegistered{Org: "OFFICE-SHUT", Name: "North West, shut", Class: domain.ClassLocalOffice},
		domain.OrganisationClosed{Org: "OFFICE-SHUT", On: 20230930},
		domain.OrganisationRegistered{Org: "CH-01234567", Name: "Training company", Class: "TRAINING_COMPANY"},
		domain.OrganisationRegistered{Org: "SCHOOL-NW", Name: "School", Class: domain.ClassPrimaryCareSchool},
		domain.OrganisationRelationshipRecorded{Child: "OFFICE-NW", Parent: "HEE", Kind: domain.RelationParent, From: 20190401, To: 20230331},
		domain.OrganisationRelationshipRecorded{Child: "OFFICE-NW", Parent: "NHSE", Kind: domain.RelationParent, From: 20230401},
		domain.OrganisationRelationshipRecorded{Child: "OFFICE-OLD", Parent: "HEE", Kind: domain.RelationParent, From: 20190401},
		domain.OrganisationRelationshipRecorded{Child: "OFFICE-SHUT", Parent: "NHSE", Kind: domain.RelationParent, From: 20230401},
	} {
		orgs.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return domaintest.Streams{national.Stream: nation.View(100), organisation.Stream: orgs.View(100)}
}

// run runs cases, each rule of which is to refuse in one.
func run(t *testing.T, cases []domaintest.Case, rules ...domain.Rule) {
	t.Helper()
	of := make(map[domain.Rule]string)
	for _, rule := range rules {
		of[rule] = assurance.Rules[rule]
		if of[rule] == "" {
			t.Errorf("the table of rules does not say what %s demands", rule)
		}
	}
	domaintest.Run(t, newHub, streams(), of, cases)
}

// recorded is a room with events behind it, for asking.
func recorded(events ...domain.Event) *assurance.State {
	s := assurance.New("QE1")
	for i, e := range events {
		s.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return s
}

// with is an order, or an event, with something changed.
func with[C any](c C, change func(*C)) C {
	change(&c)
	return c
}

func doc(n byte) domain.Hash { return domain.Hash{n} }

// scores are levels in the domains of the matrix, with what each means.
func scores(governance, environments, educators int) []domain.MaturityScore {
	m := matrix(1, 20220401, 0)
	var all []domain.MaturityScore
	for i, level := range []int{governance, environments, educators} {
		meaning := []domain.MaturityStanding{domain.StandingNotMet, domain.StandingNotMet, domain.StandingMet, domain.StandingMet, domain.StandingExceeded}[level]
		all = append(all, domain.MaturityScore{Domain: m.Domains[i].Domain, Level: level, Standing: meaning, DocHash: doc(byte(i + 1))})
	}
	return all
}

// given are scores as an order has them, in another order.
func given(all []domain.MaturityScore) []assurance.DomainScore {
	var list []assurance.DomainScore
	for _, s := range slices.Backward(all) {
		list = append(list, assurance.DomainScore{Domain: s.Domain, Level: s.Level, DocHash: s.DocHash})
	}
	return list
}

// What is recorded of a hub, in the order in which it comes.
var (
	assessed = domain.MaturityAssessed{
		Assessment: first, Hub: "QE1", Matrix: "TRAINING_HUB", Version: 1, Scores: scores(4, 1, 2), Assessor: anna, Party: "HOST", On: 20230601,
	}
	rated = domain.AssuranceAssessed{
		Assessment: domaintest.Named("rating"), Hub: "QE1", Item: domain.ConsiderGovernance, PeriodFrom: 20230401, PeriodTo: 20230930, Rating: domain.AssuranceModerate,
		Findings: "Terms of reference are in place", DocHashes: []domain.Hash{doc(9), doc(4)}, Assessor: anna, Party: "NHSE", On: 20231010,
	}
	short = domain.DeliveryShortfallDeclared{
		Shortfall: domaintest.Named("shortfall"), Hub: "QE1", Contract: contract, On: 20230701,
		Requirements: []domain.UnmetRequirement{
			{Requirement: "EDUCATORS", Reason: "The lead post is vacant"},
			{Requirement: "PLACEMENTS", Assessment: first, Domains: []string{"LEARNING_ENVIRONMENTS"}},
		},
	}
	agreed = domain.InterimArrangementAgreed{
		Arrangement: domaintest.Named("arrangement"), Shortfall: short.Shortfall, Hub: "QE1", Requirements: []string{"EDUCATORS", "PLACEMENTS"},
		Provider: domain.InterimProvider{Kind: domain.ProviderHub, Code: "QOP"}, From: 20230801, Until: 20240331, Approver: olga, Office: "OFFICE-NW", On: 20230715,
	}
	ended = domain.InterimArrangementEnded{
		Arrangement: agreed.Arrangement, Shortfall: short.Shortfall, Hub: "QE1", Until: 20240331, On: 20240331, Reason: "ran out",
	}
	closed    = domain.DeliveryShortfallClosed{Shortfall: short.Shortfall, Hub: "QE1", On: 20240401, Outcome: "The post is filled"}
	practised = domain.GoodPracticeShared{
		Practice: domaintest.Named("practice"), Hub: "QE1", Title: "Group supervision at lunch", Programme: course, Audience: "educators",
		WithHubs: []domain.HubID{coast, "QOP"}, WithParties: []string{"HOST", "SCHOOL-NW"}, On: 20240201,
	}
)
