package projections

import (
	"fmt"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// anyPlaceEvent is any event about people and places, or about what is due of
// them.
func anyPlaceEvent(t *rapid.T) (eventstore.StreamID, domain.Event) {
	pick := func(name string) uuid.UUID { return rapid.SampledFrom(someIDs).Draw(t, name) }
	code := func(name string, of []string) string { return rapid.SampledFrom(of).Draw(t, name) }
	day := func(name string) domain.Date { return rapid.SampledFrom(someDays[1:]).Draw(t, name) }
	person, other := rapid.SampledFrom(somePeople).Draw(t, "person"), rapid.SampledFrom(somePeople).Draw(t, "other person")
	hub := rapid.SampledFrom(someHubs).Draw(t, "hub")
	org, pcn, school := code("org", someOrgs), code("pcn", somePCNs), code("school", someSchools)
	on, from, to := day("on"), day("from"), day("to")
	small := rapid.IntRange(1, 4).Draw(t, "small")
	odd := small%2 == 1
	it := pick("id")
	professions := []string{"NURSING", "PHARMACY"}[:1+small%2]
	profession := professions[len(professions)-1]
	outcome := rapid.SampledFrom([]domain.LEOutcome{domain.LEApproved, domain.LEWithActions, domain.LENotApproved}).Draw(t, "outcome")
	kind := rapid.SampledFrom([]domain.EducatorKind{domain.EducatorPracticeSupervisor, domain.EducatorPracticeAssessor, domain.EducatorPracticeEducator}).Draw(t, "kind")
	regulator := []domain.Regulator{"", domain.RegulatorNMC}[small%2]
	result := []domain.RegistrationResult{domain.RegistrationCurrent, domain.RegistrationNone}[small%2]
	post := domain.RolePost{Post: it, Hub: hub, PCN: pcn, RoleType: "CLINICAL_PHARMACIST", RoleTypeVersion: small, Origin: domain.OriginPCNDES}
	leg := domain.RotationLeg{Leg: small, Org: org, PrimaryCare: odd, From: from, To: to, FTE: domain.OneFTE / domain.FTE(small)}
	support := domain.CareerSupport{Support: it, Hub: hub, Kind: domain.SupportFellowship, Person: person, Profession: profession}
	parts := []domain.PricePart{{Rate: it, Measure: domain.MeasureDay, Units: small, PerRate: 1, RatePence: 100, Pence: domain.Pence(small) * 100}}
	application := pick("application")
	le := pick("le")
	fy := domain.FinancialYear(2022 + small%2)

	events := []domain.Event{
		domain.LEApplicationSubmitted{Application: application, LE: le, Hub: hub, Applicant: pcn, Sites: []string{org}, Professions: professions, On: on},
		domain.LEApplicationSubmitted{Application: application, LE: le, Hub: hub, Applicant: pcn, Sites: []string{org}, Professions: professions, On: on},
		domain.LEVisitHeld{Visit: it, Application: application, LE: le, Kind: domain.LEVisit, On: on},
		domain.LEApprovalRecommended{Application: application, LE: le, Hub: hub, Panel: []domain.PanelMember{{Person: person, Party: org}}, Outcome: outcome, On: on},
		domain.LEApprovalDecided{Application: application, LE: le, School: school, Outcome: outcome, From: from, To: to, Professions: professions, Sites: []string{org}, Actions: []domain.LEAction{{Action: it, What: "x", Due: on}}, On: on},
		domain.LEApprovalDecided{Application: application, LE: le, School: school, Outcome: domain.LEApproved, From: 20220401, To: to, Professions: professions, Sites: someOrgs, On: 20220401},
		domain.LEActionCompleted{Action: it, Application: application, LE: le, Due: on, On: on},
		domain.LEApprovalLapsed{Application: application, LE: le, On: on, Reason: "x"},
		domain.LESuspended{Suspension: it, LE: le, By: school, ISFCategory: small, From: on, IncludesRunning: odd},
		domain.LEReinstated{Suspension: it, LE: le, On: on},
		domain.QualityConcernRaised{Concern: it, LE: le, Domain: domain.QualityLearners, Risk: domain.RiskHigh, Subject: fmt.Sprint(small), On: on},
		domain.QualityConcernClosed{Concern: it, LE: le, On: on, Outcome: "x"},
		domain.EducatorTrained{Person: person, Hub: hub, Course: fmt.Sprint("C", small), On: on},
		domain.EducatorApproved{Approval: it, Person: person, Hub: hub, Kind: kind, Professions: professions, From: from, To: to, By: org, Regulator: regulator, On: on},
		domain.EducatorApprovalLapsed{Approval: it, Person: person, Kind: kind, On: on},
		domain.EducatorWithdrawn{Person: person, On: on},
		domain.RegistrationChecked{Hub: hub, Person: person, Regulator: domain.RegulatorNMC, Result: result, On: on},
		domain.PlacementOffered{Offer: it, Hub: hub, LE: le, Site: org, Profession: profession, From: from, To: to, Capacity: small},
		domain.PlacementAllocated{Placement: it, Offer: pick("offer"), Hub: hub, LE: le, Site: org, Profession: profession, Learner: person, Supervisor: other, Assessor: []uuid.UUID{uuid.Nil, person}[small%2], From: from, To: to},
		domain.PlacementStarted{Placement: it, Hub: hub, LE: le, Site: org, Profession: profession, Supervisor: other, Assessor: []uuid.UUID{uuid.Nil, person}[small%2], On: on},
		domain.PlacementStarted{Placement: it, Hub: hub, LE: le, Site: org, Profession: profession, Supervisor: person, On: on},
		domain.PlacementDaysRecorded{Placement: it, From: from, To: to, Days: small},
		domain.PlacementCompleted{Placement: it, LE: le, Profession: profession, Days: small, On: on},
		domain.PlacementCancelled{Placement: it, LE: le, Profession: profession, Party: domain.PartyHub, Started: odd, On: on},
		domain.PlacementPriced{Price: pick("price"), Placement: it, Kind: domain.RateTariff, Key: "NURSING", From: from, To: to, Payer: org, Route: domain.RouteHub, Payee: org, Parts: parts, Pence: parts[0].Pence},
		domain.PlacementRepriced{Price: pick("price"), Revision: small, Parts: parts, Pence: 700, Difference: 7},
		domain.RolePostProposed{RolePost: post, FTE: domain.OneFTE, Funding: domain.FundingARRS, From: from},
		domain.RolePostRecruited{RolePost: post, Person: person, FTE: domain.OneFTE, Funding: domain.FundingARRS, Employer: org, Start: from, IntendedMonths: 3 * small},
		domain.RoleEmbedded{RolePost: post, Person: person, FTE: domain.OneFTE, By: other, On: on},
		domain.RoleEmbeddingLapsed{RolePost: post, Person: person, Condition: domain.ConditionTeam, On: on},
		domain.RolePostFTEChanged{RolePost: post, Person: person, FTE: domain.OneFTE / 2, Before: domain.OneFTE, From: from},
		domain.RolePostEnded{RolePost: post, Person: person, On: on},
		domain.RotationalPostCreated{RolePost: post, Legs: []domain.RotationLeg{leg}[:small%2]},
		domain.RotationLegStarted{RolePost: post, RotationLeg: leg, Person: person, On: on},
		domain.RotationLegEnded{RolePost: post, RotationLeg: leg, Person: person, On: on},
		domain.RoleEntitlementSet{PCN: pcn, Hub: hub, FY: fy, Registered: 100, Weighted: 110, PatientsOn: on, RateRef: it, Pence: domain.Pence(small) * 1000},
		domain.ReimbursementClaimed{RolePost: post, Claim: pick("claim"), FY: fy, From: from, To: to, Maximum: 500, Pence: domain.Pence(small) * 10},
		domain.SupportStarted{CareerSupport: support, AppliedOn: on, Start: from, Until: to},
		domain.SupportSessionRecorded{CareerSupport: support, Session: pick("session"), On: on, Minutes: small * 30},
		domain.SupportCompleted{CareerSupport: support, On: on},
		domain.SupportWithdrawn{CareerSupport: support, On: on},
		domain.GovernanceAgreementDrafted{Agreement: it, ICS: hub.ICB(), Hub: hub, On: on},
		domain.GovernanceAgreementSigned{Agreement: it, ICS: hub.ICB(), Hub: hub, From: from, To: []domain.Date{0, to}[small%2]},
		domain.GovernanceAgreementLapsed{Agreement: it, ICS: hub.ICB(), Hub: hub, On: on},
		domain.PolicyAdopted{Hub: hub, Kind: []domain.PolicyKind{domain.PolicyCOI, domain.PolicySFI}[small%2], Version: fmt.Sprint(small), From: from, ReviewDue: to},
		domain.InterimArrangementAgreed{Arrangement: it, Hub: hub, Requirements: []string{"PLANNING"}, Provider: domain.InterimProvider{Kind: domain.ProviderOther, Code: org}, From: from, Until: to, On: on},
		domain.InterimArrangementEnded{Arrangement: it, Hub: hub, Until: to, On: on},
		domain.HubSucceeded{Predecessors: []domain.HubID{domain.HubID(code("predecessor", someICBs))}, Successors: []domain.HubID{domain.HubID(code("successor", someICBs))}, On: on, Localities: []domain.PassedLocality{{Hub: "QE1~fylde-coast", Successor: "QHM"}}[:small%2]},
		domain.GrantCarriedOn{Grant: it, Of: pick("of"), Predecessor: "QHM", Payee: pcn, Pence: 100, Milestones: []domain.GrantMilestone{{Milestone: "x", Pence: 100}}, AcceptedOn: []domain.Date{0, on}[small%2]},
		domain.AwardCarriedOn{Award: it, Of: pick("of"), Predecessor: "QHM", Supplier: org, From: from, To: to, Value: domain.Amount{Net: 100}},
		domain.OperatingModelAdopted{Hub: hub, School: school, Version: fmt.Sprint(small), On: on},
	}
	elsewhere := []domain.Event{
		domain.OperatingModelPublished{School: school, Version: fmt.Sprint(small), EffectiveFrom: from},
		domain.ThresholdsSet{Set: it, Scheme: "COI", From: from, To: []domain.Date{0, to}[small%2], Thresholds: []domain.Threshold{{Key: "STATE_AGAIN_WITHIN", Amount: int64(small) * 6, Unit: domain.UnitMonths}}, PublishedOn: on, Corrects: []uuid.UUID{uuid.Nil, pick("corrects")}[small%2]},
		domain.EmploymentStatusConfirmed{Person: person, On: on, Employed: odd, InPrimaryCare: odd, Source: "x"},
	}
	n := rapid.IntRange(0, len(events)+2*len(elsewhere)+5).Draw(t, "event")
	switch {
	case n < len(events):
		return eventstore.StreamID("hub-" + hub.ICB()), asRead(t, events[n])
	case n >= len(events)+2*len(elsewhere): // meetings, decisions, grants, contracts and posts of deciders
		return anyHubEvent(t)
	}
	switch e := elsewhere[(n-len(events))/2].(type) {
	case domain.EmploymentStatusConfirmed:
		return eventstore.StreamID(wire.Stream(wire.KindPerson, person.String())), asRead(t, e)
	default:
		return "national", asRead(t, e)
	}
}
