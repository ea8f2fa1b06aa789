package projections

import (
	"fmt"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// The ids that events of hubs meet on. One id may be that of a decision, of an
// award and of whatever else.
var someIDs = []uuid.UUID{id(101), id(102)}

// somePeople also stand in relationships of organisations.
var somePeople = []uuid.UUID{id(201), id(202), id(203)}

var someInterests = []uuid.UUID{id(301), id(302)}

// asRead is an event as it is read back from a store: a list that holds nothing
// may be written as none.
func asRead(t *rapid.T, e domain.Event) domain.Event {
	version, data, err := wire.EncodeEvent(e)
	if err != nil {
		t.Fatal(err)
	}
	if e, err = wire.DecodeEvent(e.EventType(), version, data); err != nil {
		t.Fatal(err)
	}
	return e
}

// anyHubEvent is any event about what is decided, and by whom.
func anyHubEvent(t *rapid.T) (eventstore.StreamID, domain.Event) {
	pick := func(name string) uuid.UUID { return rapid.SampledFrom(someIDs).Draw(t, name) }
	person := rapid.SampledFrom(somePeople).Draw(t, "person")
	other := rapid.SampledFrom(somePeople).Draw(t, "other person")
	hub := rapid.SampledFrom(someHubs).Draw(t, "hub")
	org := rapid.SampledFrom(someOrgs).Draw(t, "org")
	day := rapid.SampledFrom(someDays[1:]).Draw(t, "day")
	last := rapid.SampledFrom(someDays).Draw(t, "last")
	small := rapid.IntRange(1, 4).Draw(t, "small")
	odd := small%2 == 1
	it := pick("id")
	sum := domain.Amount{Net: domain.Pence(small) * 100}
	line := domain.FundLine{Fund: "OPERATIONAL", FY: 2023}
	if hub.IsLocality() {
		line.Hub = hub
	}
	interest := rapid.SampledFrom(someInterests).Draw(t, "interest")
	declared := domain.DeclaredInterest{Category: domain.InterestFinancial, Nature: "x", Org: org, Arose: day, Ends: last}
	fy := domain.FinancialYear(2022 + small%2)
	lines := []domain.PlanLine{{RoleType: "GP_NURSE", Target: domain.FTE(small) * domain.OneFTE}}
	authority := domain.DecisionAuthority{Kind: domain.AuthorityMeeting, Meeting: pick("meeting"), Item: fmt.Sprint(small % 2)}
	attendees := []domain.MeetingAttendee{{Person: person, Capacity: "GP", Votes: odd}, {Person: other, Capacity: "LAY", Votes: true, Out: domain.TimeOfDay([]string{"", "10:30"}[small%2])}}
	outcome := rapid.SampledFrom([]domain.Outcome{domain.OutcomeApprove, domain.OutcomeReject, domain.OutcomeDefer}).Draw(t, "outcome")
	mitigation := rapid.SampledFrom([]domain.Mitigation{domain.MitigationStays, domain.MitigationLeaves}).Draw(t, "mitigation")
	of := func(e domain.Event) (eventstore.StreamID, domain.Event) {
		return eventstore.StreamID("hub-" + hub.ICB()), asRead(t, e)
	}
	at := func(stream string, e domain.Event) (eventstore.StreamID, domain.Event) {
		return eventstore.StreamID(stream), asRead(t, e)
	}
	events := []domain.Event{
		domain.DecisionOpened{Decision: it, Hub: hub, Kind: domain.DecisionPurchase, Subject: "x", Candidates: []string{org}, Award: pick("award"), Estimate: domain.Pence(small), Requester: person, On: day},
		domain.ConflictDeclaredForDecision{Decision: it, Person: person, Nil: odd, Interests: []uuid.UUID{interest}[small%2:]},
		domain.ConflictManaged{Decision: it, Person: person, Mitigation: mitigation, DecidedBy: other},
		domain.MitigationVerified{Decision: it, Person: person, Kept: odd, By: other},
		domain.CommissioningOptionsAppraised{Decision: it, Assessors: []uuid.UUID{person}},
		domain.ScoreRecorded{Decision: it, Assessor: person, Option: "A", Score: small},
		domain.QuotationReceived{Decision: it, Quotation: pick("quotation"), Supplier: org, Gross: domain.Pence(small), On: day},
		domain.WaiverApproved{Decision: it, Reason: "x", By: person},
		domain.VoteRecorded{Decision: it, Person: person, Vote: []domain.Vote{domain.VoteFor, domain.VoteRecused}[small%2]},
		domain.CommissioningDecisionMade{Decision: it, Outcome: outcome, Max: domain.Pence(small), Authority: authority, On: day},
		domain.LocalityDecisionApproved{Decision: it, Max: domain.Pence(small), By: domain.ICSAgreement{Officer: person}, On: day},
		domain.DecisionRatified{Decision: it, Meeting: pick("meeting"), Item: "1", On: day},
		domain.DecisionReversed{Decision: it, Reason: "x", By: person},
		domain.EventVoided{Event: pick("event"), Type: []string{"CommissioningDecisionMade", "CostAccrued"}[small%2], Of: it, ReversedBy: []int{0}, Reason: "x", By: person},
		domain.DecisionAmended{Decision: it, Max: domain.Pence(small), By: person},
		domain.NoticePublished{Decision: it, Kind: domain.NoticeAward, On: day},
		domain.StandstillStarted{Decision: it, On: day, Until: 20240331},
		domain.RepresentationReceived{Decision: it, From: org, On: day},
		domain.StandstillEnded{Decision: it, On: day},
		domain.BreachSuspected{Breach: pick("breach"), Decision: it, On: day},
		domain.BreachUpheld{Breach: it, By: person, On: day},
		domain.BreachClosed{Breach: it, Upheld: odd, On: day},
		domain.ContractAwarded{Award: it, Decision: pick("decision"), Supplier: org, From: day, To: 20240331, Value: sum, On: day},
		domain.AwardVaried{Award: it, Variation: small, Decision: pick("decision"), To: 20240331, Value: sum, On: day},
		domain.AwardEnded{Award: it, On: day, Reason: "x"},
		domain.DeliveryAccepted{Award: it, Delivery: pick("delivery"), Units: small, On: day},
		domain.CommitmentMade{Commitment: pick("commitment"), Line: line, Award: []uuid.UUID{it, uuid.Nil}[small%2], Grant: []uuid.UUID{uuid.Nil, it}[small%2], Decision: pick("decision"), Pence: domain.Pence(small)},
		domain.GrantOffered{Grant: it, Payee: org, Decision: pick("decision"), Pence: domain.Pence(small), Milestones: []domain.GrantMilestone{{Milestone: "x", Pence: domain.Pence(small)}}},
		domain.GrantAccepted{Grant: it, On: day},
		domain.GrantMilestoneMet{Grant: it, Milestone: "x", Pence: domain.Pence(small), On: day},
		domain.GrantTerminated{Grant: it, On: day},
		domain.ProgrammeProposed{Programme: it, Hub: hub, Title: "x"},
		domain.ProgrammeQualityAssured{Programme: it, CPDPoints: 100, On: day, ValidTo: 20240331},
		domain.ProgrammeLaunched{Programme: it, On: day},
		domain.ProgrammeSessionDelivered{Programme: it, Session: pick("session"), On: day, Places: small},
		domain.ProgrammeClosed{Programme: it, On: day},
		domain.TrainingNeedIdentified{Need: it, Hub: hub, Title: "x", On: day},
		domain.TrainingNeedMet{Need: it, On: day},
		domain.TrainingNeedWithdrawn{Need: it, On: day},
		domain.ConsultationRecorded{Consultation: pick("consultation"), Hub: hub, On: day, Needs: someIDs[:small%3]},
		domain.IntelligenceReceived{Intelligence: it, Hub: hub, Subject: fmt.Sprint(small), On: day},
		domain.WorkforcePlanSubmitted{Plan: it, Hub: hub, PCN: "U00001", FY: fy, Lines: lines, On: day},
		domain.WorkforcePlanRevised{Plan: it, Hub: hub, PCN: "U00001", FY: fy, Revision: small, Lines: lines, On: day},
		domain.WorkforcePlanEndorsed{Plan: it, Hub: hub, PCN: "U00001", FY: fy, Revision: small, On: day},
		domain.PlanAlignmentConfirmed{Confirmation: it, Hub: hub, Plans: someIDs[:small%3], On: day},
		domain.HubContractSigned{Contract: it, Hub: domain.HubID(hub.ICB()), From: day, To: 20240331},
		domain.HubContractVaried{Contract: it, Hub: domain.HubID(hub.ICB()), Variation: small, On: day, To: 20240331},
		domain.HubContractEnded{Contract: it, Hub: domain.HubID(hub.ICB()), On: day},
		domain.PriorityEndorsed{Priority: it, ICB: hub.ICB(), Title: "x", From: day, To: 20240331},
		domain.MeetingHeld{Meeting: it, Hub: domain.HubID(hub.ICB()), Body: domain.BodyWIG, On: day, Quorum: domain.Quorum{Number: small}, Items: []domain.MeetingItem{{Item: fmt.Sprint(small % 2), Attendees: attendees}}},
		domain.DelegationGranted{Delegation: it, Hub: domain.HubID(hub.ICB()), Person: person, Limit: domain.Pence(small), From: day, To: last},
		domain.DelegationRevoked{Delegation: it, Hub: domain.HubID(hub.ICB()), On: day},
		domain.WIGConstituted{Hub: domain.HubID(hub.ICB()), Quorum: domain.Quorum{Number: small % 3, Categories: []string{"GP", "LAY"}[:small%3]}, From: day},
		domain.WIGMemberAppointed{Hub: domain.HubID(hub.ICB()), Person: person, Capacity: []string{"GP", "LAY"}[small%2], Voting: small > 1, From: day},
		domain.WIGMemberLeft{Hub: domain.HubID(hub.ICB()), Person: person, On: day},
		domain.HubTeamMemberAppointed{Hub: hub, Person: person, Role: "MANAGER", DecisionMaking: odd, From: day},
		domain.HubTeamMemberLeft{Hub: hub, Person: person, Role: "MANAGER", On: day},
	}
	elsewhere := []domain.Event{
		domain.InterestDeclared{Person: person, Interest: interest, DeclaredInterest: declared},
		domain.InterestAmended{Person: person, Interest: interest, DeclaredInterest: declared},
		domain.InterestEnded{Person: person, Interest: interest, On: day},
		domain.NilReturnMade{Person: person, On: day},
		domain.DeclarationRefreshed{Person: person, On: day},
		domain.OrganisationRelationshipRecorded{
			Child:  rapid.SampledFrom(append([]string{person.String()}, someOrgs...)).Draw(t, "child"),
			Parent: org, Kind: []domain.RelationshipKind{domain.RelationOwner, domain.RelationDirector, domain.RelationMember, domain.RelationSubcontractor}[small-1], From: day, To: last,
		},
		domain.GuidanceIssued{Code: "G", Version: fmt.Sprint(small % 2), Title: fmt.Sprint(small), EffectiveFrom: day},
	}
	n := rapid.IntRange(0, len(events)+2*len(elsewhere)-1).Draw(t, "event")
	if n < len(events) {
		return of(events[n])
	}
	switch e := elsewhere[(n-len(events))/2].(type) {
	case domain.OrganisationRelationshipRecorded:
		return at("organisations", e)
	case domain.GuidanceIssued:
		return at("national", e)
	default:
		return at(wire.Stream(wire.KindPerson, person.String()), e)
	}
}
