package hub_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/educator"
	"github.com/hubledger/hubledger/domain/environment"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/placement"
	"github.com/hubledger/hubledger/domain/rate"
	"github.com/hubledger/hubledger/domain/registration"
	"github.com/hubledger/hubledger/domain/role"
	"github.com/hubledger/hubledger/domain/roletype"
	"github.com/hubledger/hubledger/domain/topology"
)

// What the scenes about people and places have in common.
const (
	nation     = "X24" // the accountable body
	school     = "SCHOOL-NW"
	network    = "U00001"
	mill       = "A81001" // two practices of the network
	bridge     = "A81002"
	university = "UKPRN-10007814"
	hospital   = "RXX"
	pharmacist = "CLINICAL_PHARMACIST"
)

// newPeople is a hub with a School over it, a network of two practices, and
// nothing published, on a day.
func newPeople(t testing.TB, day domain.Date) *people {
	t.Helper()
	p := &people{scene: newScene()}
	p.on(day)
	register := func(code, name string, class domain.OrganisationClass) domain.CommandData {
		return organisation.RegisterOrganisation{Org: code, Name: name, Class: class}
	}
	p.given(t,
		register(nation, "NHS England", domain.ClassAccountableBody), register("Y62", "North West", domain.ClassRegion), register("QE1", "NHS One ICB", domain.ClassICB),
		register("RXN", "The Host Trust", "NHS_TRUST"), register(hospital, "A Hospital Trust", "NHS_TRUST"), register(school, "Primary Care School", domain.ClassPrimaryCareSchool),
		register(network, "A Network", domain.ClassPCN), register(mill, "Mill Lane", domain.ClassPractice), register(bridge, "Bridge Street", domain.ClassPractice),
		register(university, "A University", "UNIVERSITY"),
		organisation.RecordRelationship{Child: mill, Parent: network, Kind: domain.RelationPartnerTo, From: 20190701},
		organisation.RecordRelationship{Child: bridge, Parent: network, Kind: domain.RelationPartnerTo, From: 20190701},
		topology.RegisterHub{Name: "Training Hub", Host: "RXN", Region: "Y62", School: school, From: 20190401, Basis: domain.BasisRegistered},
	)
	return p
}

// limits are the published limits of a scheme, in months, from a day to a day.
func limits(scheme string, from, to domain.Date, months ...domain.Threshold) rate.SetThresholds {
	return rate.SetThresholds{Scheme: scheme, From: from, To: to, Thresholds: months, PublishedOn: from, SourceDoc: "Guidance of " + from.String()}
}

func months(key string, n int64) domain.Threshold {
	return domain.Threshold{Key: key, Amount: n, Unit: domain.UnitMonths}
}

// pays is a published rate for a unit of something in England.
func pays(kind domain.RateKind, key string, pence domain.Pence, unit string, from, published domain.Date) rate.SetRate {
	return rate.SetRate{Kind: kind, Key: key, Area: "ENGLAND", From: from, Pence: pence, Unit: unit, PublishedOn: published, SourceDoc: "Rates of " + published.String()}
}

// environmentOf is a learning environment of both practices that is approved
// for learners of some professions on some days. The School decides on the day
// before the first, three weeks after it is submitted.
func (p *people) environmentOf(t testing.TB, name string, from, to domain.Date, professions ...string) uuid.UUID {
	t.Helper()
	le, application := named(name), named(name+" applies")
	submit := environment.SubmitLEApplication{
		Application: application, LE: le, Applicant: network, Sites: []string{mill, bridge}, Professions: professions, On: from.AddDays(-22),
	}
	for _, d := range domain.QualityDomains {
		submit.SelfAssessment = append(submit.SelfAssessment, domain.SelfAssessment{Domain: d, Rating: domain.RatingMet})
	}
	p.given(t, submit,
		environment.RecordLEVisit{Application: application, Kind: domain.LEVisit, On: from.AddDays(-15)},
		environment.RecommendLEApproval{
			Application: application, Outcome: domain.LEApproved, Reason: "All data agree", On: from.AddDays(-8),
			Panel: []domain.PanelMember{{Person: named("hub lead"), Party: "RXN"}, {Person: named("lecturer"), Party: university}, {Person: named("dean"), Party: school}},
		},
		environment.DecideLEApproval{
			Application: application, School: school, Outcome: domain.LEApproved, From: from, To: to, Professions: professions, Sites: []string{mill, bridge},
			Framework: "2021", Reason: "As recommended", On: from.AddDays(-1),
		},
	)
	return le
}

// educatorFor is somebody who is approved as a kind of educator, for learners of
// some professions on some days, after a check of a register.
func (p *people) educatorFor(t testing.TB, name string, kind domain.EducatorKind, regulator domain.Regulator, from, to domain.Date, professions ...string) uuid.UUID {
	t.Helper()
	person := named(name)
	p.given(t,
		registration.RecordRegistrationCheck{Person: person, Regulator: regulator, Result: domain.RegistrationCurrent, On: from.AddDays(-10)},
		educator.ApproveEducator{Person: person, Kind: kind, Professions: professions, From: from, To: to, By: school, Regulator: regulator, On: from.AddDays(-1)},
	)
	return person
}

// nurses is a hub where student nurses learn on some days: an environment, a
// supervisor, an assessor, and two places from April to September 2024.
func nurses(t testing.TB, from, to domain.Date) *people {
	t.Helper()
	p := newPeople(t, from)
	p.given(t, limits(educator.Scheme, 20190401, 0, months(educator.KeyCheckedWithin, 12)))
	le := p.environmentOf(t, "environment", from, to, "NURSING_STUDENT")
	p.educatorFor(t, "supervisor", domain.EducatorPracticeSupervisor, domain.RegulatorNMC, from, 20291231, "NURSING_STUDENT")
	p.educatorFor(t, "assessor", domain.EducatorPracticeAssessor, domain.RegulatorNMC, from, 20291231, "NURSING_STUDENT")
	p.given(t, placement.OfferPlacement{
		Offer: named("offer"), LE: le, Site: mill, Profession: "NURSING_STUDENT", Regulator: domain.RegulatorNMC, From: 20240401, To: 20240930, Capacity: 2,
	})
	return p
}

// place is a placement of a student nurse in one of the places.
func place(name, learner string, from, to domain.Date) placement.AllocatePlacement {
	return placement.AllocatePlacement{
		Placement: named(name), Offer: named("offer"), Learner: named(learner), Supervisor: named("supervisor"), Assessor: named("assessor"),
		HEI: university, From: from, To: to,
	}
}

// roles is a hub where the network may have pharmacists reimbursed, on a day.
func roles(t testing.TB, day domain.Date) *people {
	t.Helper()
	p := newPeople(t, day)
	p.given(t,
		roletype.DefineRoleType{
			Code: pharmacist, Version: 1, Title: "Clinical pharmacist", Bands: []string{"7", "8a"}, Regulators: []domain.Regulator{domain.RegulatorGPhC}, ARRS: true,
			From: 20190701, PublishedOn: 20190701, SourceDoc: "Network Contract 2019/20",
		},
		limits(role.Scheme, 20190701, 0, months(role.KeyEmbeddedAtLeast, 6)),
	)
	return p
}

// works is a post of a clinical pharmacist in the network, and somebody in it
// from its first day on, for two years unless it is changed.
func (p *people) works(t testing.TB, post, person string, fte domain.FTE, from domain.Date, change ...func(*role.RecruitRolePost)) uuid.UUID {
	t.Helper()
	recruit := role.RecruitRolePost{Post: named(post), Person: named(person), Employer: network, Start: from, IntendedMonths: 24}
	for _, f := range change {
		f(&recruit)
	}
	p.given(t,
		registration.RecordRegistrationCheck{Person: named(person), Regulator: domain.RegulatorGPhC, Result: domain.RegistrationCurrent, On: from},
		role.ProposeRolePost{
			Post: named(post), PCN: network, RoleType: pharmacist, Origin: domain.OriginPCNDES, FTE: fte, Band: "7", Funding: domain.FundingARRS, Area: "ENGLAND",
			Additional: true, From: from,
		},
		recruit,
	)
	return named(post)
}
