package placement_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/educator"
	"github.com/hubledger/hubledger/domain/environment"
	"github.com/hubledger/hubledger/domain/national"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/placement"
	"github.com/hubledger/hubledger/domain/topology"
)

// What the room asks of others is what they answer.
var (
	_ placement.Environments  = (*environment.State)(nil)
	_ placement.Educators     = (*educator.State)(nil)
	_ placement.Hubs          = (*topology.State)(nil)
	_ placement.Organisations = organisation.View{}
	_ placement.National      = national.View{}
)

var (
	le         = domaintest.Named("environment")
	offerID    = domaintest.Named("offer")
	first      = domaintest.Named("first-placement")
	second     = domaintest.Named("second-placement")
	student    = domaintest.Named("student-nurse")
	another    = domaintest.Named("another-student")
	supervisor = domaintest.Named("practice-supervisor")
	assessor   = domaintest.Named("practice-assessor")
	pharmacist = domaintest.Named("pharmacist-supervisor")
	priceID    = domaintest.Named("price")
)

// hub is the room as an aggregate, with the rooms it asks.
type hub struct {
	*placement.State
	hubs         *topology.State
	environments *environment.State
	educators    *educator.State
}

func (h hub) Fork() domain.Aggregate {
	return hub{h.State.Fork(), h.hubs.Fork(), h.environments.Fork(), h.educators.Fork()}
}

func (h hub) Merge() {
	h.State.Merge()
	h.hubs.Merge()
	h.environments.Merge()
	h.educators.Merge()
}

func (h hub) Evolve(r domain.Recorded) {
	for _, room := range []interface {
		Takes(domain.Event) bool
		Evolve(domain.Recorded)
	}{h.State, h.hubs, h.environments, h.educators} {
		if room.Takes(r.Event) {
			room.Evolve(r)
		}
	}
}

func (h hub) View(int64) any { return nil }

func (h hub) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return h.State.Decide(refs, c, now, placement.Neighbours{Hubs: h.hubs, Environments: h.environments, Educators: h.educators})
}

// newHub is QE1 from April 2019, where an environment is approved for student
// nurses and GP trainees at one site, and some people may teach.
func newHub() domain.Aggregate {
	h := hub{placement.New("QE1"), topology.New("QE1"), environment.New("QE1"), educator.New("QE1")}
	for _, e := range []domain.Event{
		domain.HubRegistered{Hub: "QE1", Level: domain.LevelICS, ICB: "QE1", From: 20190401},
		domain.LEApplicationSubmitted{Application: le, LE: le, Hub: "QE1", On: 20190501},
		domain.LEApprovalDecided{
			Application: le, LE: le, Outcome: domain.LEApproved, From: 20190901, To: 20240531,
			Sites: []string{"A81001"}, Professions: []string{"GP_TRAINEE", "NURSING_STUDENT"},
		},
		approval(supervisor, domain.EducatorPracticeSupervisor, "NURSING_STUDENT"), approval(assessor, domain.EducatorPracticeAssessor, "NURSING_STUDENT"),
		approval(supervisor, domain.EducatorEducationalSupervisor, "GP_TRAINEE"),
		approval(pharmacist, domain.EducatorDesignatedSupervisor, "PHARMACY_TRAINEE"),
	} {
		h.Evolve(domain.Recorded{Event: e})
	}
	return h
}

func approval(person uuid.UUID, kind domain.EducatorKind, profession string) domain.Event {
	return domain.EducatorApproved{
		Approval: domain.NewID(person, string(kind)), Person: person, Kind: kind, Professions: []string{profession}, From: 20190901, To: 20250831,
	}
}

// tariff is what a week of a student nurse is paid with, in pounds.
func tariff(name string, from domain.Date, pounds int64, published domain.Date) domain.RateSet {
	return rate(name, domain.RateTariff, "NURSING_STUDENT", "WEEK", from, domain.Pence(pounds*100), published)
}

func rate(name string, kind domain.RateKind, key, unit string, from domain.Date, pence domain.Pence, published domain.Date) domain.RateSet {
	return domain.RateSet{Rate: domaintest.Named(name), Kind: kind, Key: key, Area: "ENGLAND", From: from, Pence: pence, Unit: unit, PublishedOn: published}
}

// published are the rates before any uplift: a tariff of each financial year,
// and the grant for GP trainers of 2020/21, £8,832 a year.
var published = []domain.Event{
	tariff("tariff-2022", 20220401, 100, 20220320),
	tariff("tariff-2024", 20240401, 105, 20240320),
	rate("trainer-grant", domain.RateGrant, "GP_TRAINER", "MONTH", 20200401, 73_600, 20200401),
	rate("trainer-week", domain.RateGrant, "GP_TRAINER_WEEK", "WEEK", 20200401, 18_400, 20200401),
	rate("trainer-year", domain.RateGrant, "GP_TRAINER_YEAR", "YEAR", 20200401, 883_200, 20200401),
	rate("student-year", domain.RateTariff, "CLINICAL_YEAR", "STUDENT_YEAR", 20220401, 500_000, 20220401),
	rate("day", domain.RateTariff, "CLINICAL_DAY", "DAY", 20220401, 2_001, 20220401),
	rate("fte", domain.RateTariff, "CLINICAL_FTE", "FTE_YEAR", 20220401, 2_001, 20220401),
	domain.ThresholdsSet{
		Set: le, Scheme: placement.StudentYear, From: 20220401, PublishedOn: 20220401,
		Thresholds: []domain.Threshold{{Key: "CLINICAL_YEAR", Amount: 204, Unit: domain.UnitDays}},
	},
}

// streams know the site, of which a part closed, a university, a payer, a trust
// and a PCN; and what is published nationally, with more.
func streams(more ...domain.Event) domaintest.Streams {
	orgs, nation := organisation.New(), national.New()
	for i, e := range []domain.Event{
		domain.OrganisationRegistered{Org: "A81001", Name: "Mill Lane", Class: domain.ClassPractice},
		domain.OrganisationRegistered{Org: "A81003", Name: "Old Road", Class: domain.ClassPractice},
		domain.OrganisationClosed{Org: "A81003", On: 20230331},
		domain.OrganisationRegistered{Org: "UKPRN-10007814", Name: "University", Class: "UNIVERSITY"},
		domain.OrganisationRegistered{Org: "NHSE", Name: "NHS England", Class: domain.ClassAccountableBody},
		domain.OrganisationRegistered{Org: "RXX", Name: "Trust", Class: "NHS_TRUST"},
	} {
		orgs.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	for i, e := range append(append([]domain.Event(nil), published...), more...) {
		nation.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return domaintest.Streams{organisation.Stream: orgs.View(100), national.Stream: nation.View(100)}
}

// run runs cases, each rule of which is to refuse in one.
func run(t *testing.T, cases []domaintest.Case, rules ...domain.Rule) {
	t.Helper()
	of := make(map[domain.Rule]string)
	for _, rule := range rules {
		of[rule] = placement.Rules[rule]
		if of[rule] == "" {
			t.Errorf("the table of rules does not say what %s demands", rule)
		}
	}
	domaintest.Run(t, newHub, streams(), of, cases)
}

// with is an order with something changed.
func with[C any](c C, change func(*C)) C {
	change(&c)
	return c
}

// The way of a placement: each step in the order in which it is taken.
var (
	offered = domain.PlacementOffered{
		Offer: offerID, Hub: "QE1", LE: le, Site: "A81001", Profession: "NURSING_STUDENT", Regulator: domain.RegulatorNMC, From: 20240101, To: 20240731, Capacity: 1,
	}
	allocated = domain.PlacementAllocated{
		Placement: first, Offer: offerID, Hub: "QE1", LE: le, Site: "A81001", Profession: "NURSING_STUDENT",
		Learner: student, Supervisor: supervisor, Assessor: assessor, HEI: "UKPRN-10007814", From: 20240304, To: 20240526,
	}
	started = domain.PlacementStarted{
		Placement: first, Hub: "QE1", LE: le, Site: "A81001", Profession: "NURSING_STUDENT", Supervisor: supervisor, Assessor: assessor, On: 20240304,
	}
	march     = domain.PlacementDaysRecorded{Placement: first, From: 20240304, To: 20240331, Days: 18}
	april     = domain.PlacementDaysRecorded{Placement: first, From: 20240401, To: 20240430, Days: 20}
	completed = domain.PlacementCompleted{Placement: first, LE: le, Profession: "NURSING_STUDENT", Days: 38, On: 20240526}
	cancelled = domain.PlacementCancelled{Placement: first, LE: le, Profession: "NURSING_STUDENT", Party: domain.PartyLearner, Reason: "ill", Started: true, On: 20240430}
)

// on is an allocation of another learner on other days.
func on(id, learner uuid.UUID, from, to domain.Date) domain.PlacementAllocated {
	return with(allocated, func(e *domain.PlacementAllocated) { e.Placement, e.Learner, e.From, e.To = id, learner, from, to })
}
