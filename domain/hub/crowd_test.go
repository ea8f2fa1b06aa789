package hub_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/career"
	"github.com/hubledger/hubledger/domain/educator"
	"github.com/hubledger/hubledger/domain/environment"
	"github.com/hubledger/hubledger/domain/placement"
	"github.com/hubledger/hubledger/domain/registration"
	"github.com/hubledger/hubledger/domain/role"
	"github.com/hubledger/hubledger/domain/roletype"
)

// A hub of which anything about people and places is asked at random.

const (
	firstDay = domain.Date(20240408)
	someDays = 40
	lastDay  = domain.Date(20240630) // by which all of it has come
)

var (
	offers   = map[uuid.UUID]int{named("offer"): 2, named("small offer"): 1} // places
	learners = []string{"anna", "ben", "cleo", "dan"}
	workers  = []string{"pharmacist", "technician"}
)

// crowd is a hub in which everybody is approved: what is left to chance is who is
// where, and works how much.
func crowd(t testing.TB) *scene {
	p := nurses(t, 20240301, 20250228)
	le := p.environmentOf(t, "second environment", 20240301, 20250228, "NURSING_STUDENT")
	p.given(t,
		placement.OfferPlacement{
			Offer: named("small offer"), LE: le, Site: bridge, Profession: "NURSING_STUDENT", Regulator: domain.RegulatorNMC, From: 20240401, To: 20240930, Capacity: 1,
		},
		roletype.DefineRoleType{
			Code: pharmacist, Version: 1, Title: "Clinical pharmacist", Bands: []string{"7"}, Regulators: []domain.Regulator{domain.RegulatorGPhC},
			From: 20190701, PublishedOn: 20190701, SourceDoc: "Roles",
		},
	)
	p.given(t,
		limits(career.RuleScheme(domain.SupportFellowship, "GP"), 20200401, 0, months(career.KeyContractAtLeast, 24), months(career.KeyLongest, 24)),
		pays(domain.RateGrant, career.CPDKey("NURSE"), 33_300, career.CPDUnit, 20200401, 20200401),
	)
	for _, person := range workers {
		p.given(t, registration.RecordRegistrationCheck{Person: named(person), Regulator: domain.RegulatorGPhC, Result: domain.RegistrationCurrent, On: 20240301})
	}
	p.on(lastDay)
	return p.scene
}

// aboutPeople is an order about who is where, works how much, may teach or is
// supported.
func (s *scene) aboutPeople(r *rand.Rand) domain.CommandData {
	switch r.IntN(4) {
	case 0:
		return s.aboutLearners(r)
	case 1:
		return s.aboutPosts(r)
	case 2:
		return s.aboutEducators(r)
	}
	return s.aboutCareers(r)
}

func someDay(r *rand.Rand) domain.Date { return firstDay.AddDays(r.IntN(someDays)) }

func (s *scene) aboutLearners(r *rand.Rand) domain.CommandData {
	day, all := someDay(r), every[domain.PlacementAllocated](s)
	if len(all) == 0 || r.IntN(5) < 2 {
		c := place("placement "+string(rune('a'+len(all))), pick(r, learners), day, day.AddDays(r.IntN(15)))
		c.Offer = pick(r, []uuid.UUID{named("offer"), named("small offer")})
		return c
	}
	of := pick(r, all).Placement
	switch r.IntN(9) {
	case 0:
		return placement.CompletePlacement{Placement: of, On: day}
	case 1:
		return placement.CancelPlacement{Placement: of, Party: domain.PartyHub, Reason: "Not any more", On: day}
	case 2:
		return placement.RecordPlacementDays{Placement: of, From: day, To: day, Days: 1}
	case 3:
		return environment.SuspendLE{LE: named("environment"), By: school, ISFCategory: 3, Reason: "No supervisor", From: day, IncludesRunning: r.IntN(2) == 0}
	case 4:
		return environment.ReinstateLE{Suspension: pick(r, every[domain.LESuspended](s)).Suspension, On: day, Reason: "Supervisor found"}
	}
	return placement.StartPlacement{Placement: of, On: day}
}

func (s *scene) aboutPosts(r *rand.Rand) domain.CommandData {
	day, fte, person := someDay(r), domain.FTE(1+r.IntN(10))*domain.OneFTE/10, named(pick(r, workers))
	post, rotates := pick(r, every[domain.RolePostProposed](s)).Post, pick(r, every[domain.RotationalPostCreated](s)).Post
	switch r.IntN(10) {
	case 0, 1:
		return role.ProposeRolePost{PCN: network, RoleType: pharmacist, Origin: domain.OriginNew, FTE: fte, Band: "7", Funding: domain.FundingPractice, From: day}
	case 2, 3, 4:
		return role.RecruitRolePost{Post: post, Person: person, Employer: mill, Start: day, IntendedMonths: 12}
	case 5:
		return role.ChangeRoleFTE{Post: post, FTE: fte, From: day}
	case 6:
		return role.EndRolePost{Post: post, On: day, Reason: "Left"}
	case 7:
		return role.CreateRotationalPost{PCN: network, RoleType: pharmacist, Origin: domain.OriginNew, Legs: []role.Leg{
			{Org: mill, From: day, To: day.AddDays(r.IntN(10)), FTE: min(fte, domain.OneFTE/2)}, {Org: hospital, From: day.AddDays(5), To: day.AddDays(5 + r.IntN(10)), FTE: domain.OneFTE / 2},
		}}
	case 8:
		return role.StartRotationLeg{Post: rotates, Leg: 1 + r.IntN(2), Person: person, On: day}
	}
	return role.EndRotationLeg{Post: rotates, Leg: 1 + r.IntN(2), On: day}
}

// asks gives an order, as a permission or as what has happened, and says which
// rule refused it.
func (s *scene) asks(t *rapid.T, data domain.CommandData, happened bool) domain.Rule {
	var f domain.FieldErrors
	if data.Validate(&f); len(f.List) > 0 {
		return "" // there is nothing yet of what it is about
	}
	var as *domain.Happened
	if happened {
		as = &domain.Happened{On: lastDay}
	}
	_, err := s.order(data, as)
	rule := refusedBy(err)
	if err != nil && rule == "" {
		t.Fatal(err)
	}
	return rule
}

// allows reports whether the hub would permit orders, one after another, and
// records none of them.
func (s *scene) allows(t *rapid.T, rule domain.Rule, orders ...domain.CommandData) bool {
	c := s.copy()
	for i, data := range orders {
		switch refused := c.asks(t, data, false); {
		case refused == rule && i == len(orders)-1:
			return false
		case refused != "":
			t.Fatalf("%+v is refused by %s, which is not what is asked", data, refused)
		}
	}
	return true
}

func (s *scene) aboutEducators(r *rand.Rand) domain.CommandData {
	day, person := someDay(r), named(pick(r, []string{"supervisor", "assessor", "newcomer"}))
	switch r.IntN(8) {
	case 0:
		result := pick(r, []domain.RegistrationResult{domain.RegistrationCurrent, domain.RegistrationCurrent, domain.RegistrationNone})
		return registration.RecordRegistrationCheck{Person: person, Regulator: domain.RegulatorNMC, Result: result, On: day}
	case 1:
		return educator.RecordEducatorTraining{Person: person, Course: "PRACTICE_SUPERVISOR", On: day}
	case 2:
		return educator.LapseEducatorApproval{Approval: pick(r, every[domain.EducatorApproved](s)).Approval, On: day, Reason: "Moved"}
	case 3:
		return educator.WithdrawEducator{Person: person, On: day, Reason: "Retired"}
	case 4:
		return environment.RaiseQualityConcern{LE: named("environment"), Domain: domain.QualityLearners, Risk: domain.RiskHigh, Subject: "No induction", On: day}
	case 5:
		return environment.CloseQualityConcern{Concern: pick(r, every[domain.QualityConcernRaised](s)).Concern, On: day, Outcome: "Held since"}
	}
	kind := pick(r, []domain.EducatorKind{domain.EducatorPracticeSupervisor, domain.EducatorPracticeAssessor})
	return educator.ApproveEducator{
		Person: person, Kind: kind, Professions: []string{"NURSING_STUDENT"}, From: day, To: day.AddDays(r.IntN(60)), By: school, Regulator: domain.RegulatorNMC, On: day,
	}
}

func (s *scene) aboutCareers(r *rand.Rand) domain.CommandData {
	day, person, support := someDay(r), named(pick(r, workers)), pick(r, every[domain.SupportStarted](s)).Support
	switch r.IntN(8) {
	case 0:
		return career.RecordSupportSession{Support: support, On: day, Minutes: 60}
	case 1:
		return career.CompleteSupport{Support: support, On: day}
	case 2:
		return career.WithdrawSupport{Support: support, On: day, Reason: "Moved"}
	case 3:
		return career.UseCPDFunding{Person: person, Profession: "NURSE", Pence: domain.Pence(1 + r.IntN(20_000)), Purpose: domain.CPDCourse, On: day}
	case 4:
		return career.RecordCareerSupport{Stage: domain.StageMidCareer, Profession: "NURSE", Contacts: 3, On: day}
	case 5:
		return career.StartSupport{
			Kind: domain.SupportMentoring, Person: person, Profession: "GP", Supporter: named(pick(r, workers)), AppliedOn: day, Start: day, Until: day.AddDays(r.IntN(60)),
		}
	}
	return career.StartSupport{
		Kind: domain.SupportFellowship, Person: person, Profession: "GP", Employer: mill, AppliedOn: day, ContractMonths: 23 + r.IntN(3), Payee: mill, Start: day, Until: day.AddDays(r.IntN(60)),
	}
}
