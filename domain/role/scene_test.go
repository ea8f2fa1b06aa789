package role_test

import (
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/rate"
	"github.com/hubledger/hubledger/domain/registration"
	"github.com/hubledger/hubledger/domain/role"
	"github.com/hubledger/hubledger/domain/roletype"
	"github.com/hubledger/hubledger/domain/topology"
)

// Persons, by what they are in the cases.
var (
	pharmacist = uuid.MustParse("0c0c39b0-58d6-4d2a-93a5-6ac0f9a1c001") // on the register
	lapsed     = uuid.MustParse("1a4b77f2-6b0e-4d4b-8f0a-5f6f4a5bc002") // not on it since 2024
	linkWorker = uuid.MustParse("2d9e7c54-1f6d-4a7e-9a3d-0d7b1f8ec003") // needs no register
	lead       = uuid.MustParse("3e8f1d26-7c3b-4e58-b2c1-7f4a6e9dc004") // finds roles to be embedded
)

var (
	id1 = uuid.MustParse("1b4e28ba-2fa1-41d2-883f-0016d3cca427")
	id2 = uuid.MustParse("7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d")
	id3 = uuid.MustParse("e1c5b3ee-1f4e-4c5e-9d0c-94a40d0fbe6a")
	id4 = uuid.MustParse("9b2f8d0a-5c58-4f0e-9a53-3f0a7c1d2e4b")
)

// What the room asks of others is what they answer.
var (
	_ role.Organisations = organisation.View{}
	_ role.Hubs          = (*topology.State)(nil)
	_ role.National      = national{}
	_ role.Registrations = (*registration.State)(nil)
)

type (
	types = roletype.View
	rates = rate.View
)

// national is what holds for the nation.
type national struct {
	types
	rates
}

// hub is the room as an aggregate, among others.
type hub struct {
	*role.State
	near role.Neighbours
}

func (h hub) Fork() domain.Aggregate { return hub{h.State.Fork(), h.near} }
func (h hub) View(int64) any         { return nil }
func (h hub) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return h.State.Decide(refs, c, now, h.near)
}

// newHub is QE1 from April 2019 and a locality hub from April 2020, which knows
// who is on a register.
func newHub() domain.Aggregate {
	hubs := topology.New("QE1")
	for _, e := range []domain.Event{
		domain.HubRegistered{Hub: "QE1", Level: domain.LevelICS, ICB: "QE1", From: 20190401},
		domain.HubRegistered{Hub: "QE1~fylde-coast", Level: domain.LevelLocality, Parent: "QE1", ICB: "QE1", From: 20200401},
	} {
		hubs.Evolve(domain.Recorded{Event: e})
	}
	checks := registration.New("QE1")
	for _, e := range []domain.RegistrationChecked{
		{Person: pharmacist, Regulator: domain.RegulatorGPhC, Result: domain.RegistrationCurrent, On: 20190601},
		{Person: lapsed, Regulator: domain.RegulatorGPhC, Result: domain.RegistrationCurrent, On: 20190601},
		{Person: lapsed, Regulator: domain.RegulatorGPhC, Result: domain.RegistrationNone, On: 20240101},
	} {
		checks.Evolve(domain.Recorded{Event: e})
	}
	return hub{role.New("QE1"), role.Neighbours{Hubs: hubs, Registrations: checks}}
}

// defined are the types of role of the cases.
var defined = []domain.Event{
	domain.RoleTypeDefined{Code: "CLINICAL_PHARMACIST", Version: 1, Bands: []string{"7", "8a"}, Regulators: []domain.Regulator{domain.RegulatorGPhC}, ARRS: true, From: 20190701},
	domain.RoleTypeDefined{Code: "SOCIAL_PRESCRIBER", Version: 1, Bands: []string{"5"}, ARRS: true, From: 20190701},
	domain.RoleTypeDefined{Code: "DIGITAL_LEAD", Version: 1, Bands: []string{"8a"}, ARRS: true, From: 20221001, Caps: []domain.RoleCap{{Posts: 1}}},
	domain.RoleTypeDefined{
		Code: "ADVANCED_PRACTITIONER", Version: 1, Bands: []string{"8a"}, Regulators: []domain.Regulator{domain.RegulatorGPhC, domain.RegulatorNMC}, ARRS: true,
		From: 20230401, To: 20240331, Caps: []domain.RoleCap{{ListUpTo: 99999 * 100, Posts: 1}, {Posts: 2}},
	},
	domain.RoleTypeDefined{Code: "ADVANCED_PRACTITIONER", Version: 2, Bands: []string{"8a"}, Regulators: []domain.Regulator{domain.RegulatorGPhC, domain.RegulatorNMC}, ARRS: true, From: 20240401},
	domain.RoleTypeDefined{Code: "GP", Version: 1, ARRS: true, From: 20241001, To: 20260331, QualifiedWithinMonths: 24},
	domain.RoleTypeDefined{Code: "PRACTICE_NURSE", Version: 1, ARRS: true, From: 20240401, NotEmployedMonths: 12},
	domain.RoleTypeDefined{Code: "RECEPTIONIST", Version: 1, From: 20190401},
}

// most is the most that is reimbursed for a year of a clinical pharmacist.
func most(id uuid.UUID, pounds domain.Pence, from, to domain.Date) domain.RateSet {
	return domain.RateSet{Rate: id, Kind: domain.RateARRSMax, Key: "CLINICAL_PHARMACIST", Area: "ENGLAND", From: from, To: to, Pence: pounds * 100, Unit: role.MaximumUnit, PublishedOn: from}
}

// entitled is the entitlement of a PCN for a thousand weighted patients.
func entitled(id uuid.UUID, pence domain.Pence, fy string) domain.RateSet {
	y := domain.MustYear(fy)
	return domain.RateSet{
		Rate: id, Kind: domain.RateARRSSum, Key: role.EntitlementKey, Area: role.EntitlementArea, From: y.First(), To: y.Last(), Pence: pence, Unit: role.EntitlementUnit, PublishedOn: y.First(),
	}
}

// Ids of the rates.
var (
	rateApril2023 = uuid.MustParse("a0000000-0000-4000-8000-000000000001")
	rateJuly2023  = uuid.MustParse("a0000000-0000-4000-8000-000000000002")
	rateOctober   = uuid.MustParse("a0000000-0000-4000-8000-000000000003")
	sum2023       = uuid.MustParse("a0000000-0000-4000-8000-000000000004")
	sum2024       = uuid.MustParse("a0000000-0000-4000-8000-000000000005")
	sum2025       = uuid.MustParse("a0000000-0000-4000-8000-000000000006")
)

var published = []domain.Event{
	most(rateApril2023, 59_312, 20230401, 20230630),
	most(rateJuly2023, 62_340, 20230701, 20240331),
	most(rateOctober, 65_838, 20241001, 20250331),
	domain.RateSet{Rate: id1, Kind: domain.RateARRSMax, Key: "SOCIAL_PRESCRIBER", Area: "ENGLAND", From: 20230401, Pence: 40_159_00, Unit: "HOUR", PublishedOn: 20230401},
	entitled(sum2023, 2_267_100, "2023/24"),
	entitled(sum2024, 2_289_400, "2024/25"),
	entitled(sum2025, 2_663_100, "2025/26"),
	domain.ThresholdsSet{
		Set: id1, Scheme: role.Scheme, From: 20190701, To: 20300331, PublishedOn: 20190701,
		Thresholds: []domain.Threshold{{Key: role.KeyEmbeddedAtLeast, Amount: 6, Unit: domain.UnitMonths}},
	},
}

// nation is the nation of the cases.
func nation() national {
	t, r := roletype.New(), rate.New()
	for i, e := range defined {
		t.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	for i, e := range published {
		r.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return national{t.View(100), r.View(100)}
}

// streams know two PCNs, one of which closed at the end of 2023, a practice and
// a trust.
func streams() domaintest.Streams {
	orgs := organisation.New()
	for i, e := range []domain.Event{
		domain.OrganisationRegistered{Org: "U00001", Class: domain.ClassPCN},
		domain.OrganisationRegistered{Org: "U00002", Class: domain.ClassPCN},
		domain.OrganisationRegistered{Org: "A81001", Class: domain.ClassPractice},
		domain.OrganisationRegistered{Org: "RXX01", Class: "NHS_TRUST"},
		domain.OrganisationClosed{Org: "U00002", On: 20231231},
	} {
		orgs.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return domaintest.Streams{organisation.Stream: orgs.View(100), role.NationalStream: nation()}
}

// recorded is a room with events behind it, for asking.
func recorded(events ...domain.Event) *role.State {
	s := role.New("QE1")
	for i, e := range events {
		s.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return s
}

// but is a value with a change.
func but[T any](v T, change func(*T)) T {
	change(&v)
	return v
}

// with are events and others behind them.
func with(events []domain.Event, more ...domain.Event) []domain.Event {
	return append(append([]domain.Event(nil), events...), more...)
}

const sixTenths = domain.OneFTE / 10 * 6

// post is a post of a clinical pharmacist, as every event of it says.
var post = domain.RolePost{Post: id1, Hub: "QE1", PCN: "U00001", RoleType: "CLINICAL_PHARMACIST", RoleTypeVersion: 1, Origin: domain.OriginPCNDES}

var (
	propose = role.ProposeRolePost{
		Post: id1, PCN: "U00001", RoleType: "CLINICAL_PHARMACIST", Origin: domain.OriginPCNDES, FTE: sixTenths, Band: "7",
		Funding: domain.FundingARRS, Area: "ENGLAND", Additional: true, From: 20230401,
	}
	proposed = domain.RolePostProposed{RolePost: post, FTE: sixTenths, Band: "7", Funding: domain.FundingARRS, Area: "ENGLAND", Additional: true, From: 20230401}

	recruit   = role.RecruitRolePost{Post: id1, Person: pharmacist, Employer: "A81001", Start: 20230501, IntendedMonths: 24}
	recruited = domain.RolePostRecruited{
		RolePost: post, Person: pharmacist, FTE: sixTenths, Funding: domain.FundingARRS, Employer: "A81001", Start: 20230501, IntendedMonths: 24,
	}
	working = []domain.Event{proposed, recruited}

	ended = domain.RolePostEnded{RolePost: post, Person: pharmacist, FTE: sixTenths, On: 20240331, Reason: "left"}
)
