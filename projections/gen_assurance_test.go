package projections

import (
	"fmt"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// anyAssuranceEvent is any event about how far hubs are, what they share and
// know, and what is aimed at.
func anyAssuranceEvent(t *rapid.T) (eventstore.StreamID, domain.Event) {
	pick := func(name string) uuid.UUID { return rapid.SampledFrom(someIDs).Draw(t, name) }
	day := func(name string) domain.Date { return rapid.SampledFrom(someDays[1:]).Draw(t, name) }
	hub, other := rapid.SampledFrom(someHubs).Draw(t, "hub"), rapid.SampledFrom(someHubs).Draw(t, "other hub")
	on, from, until := day("on"), day("from"), day("until")
	small := rapid.IntRange(1, 4).Draw(t, "small")
	it, of, org := pick("id"), pick("of"), rapid.SampledFrom(someOrgs).Draw(t, "org")
	share := domain.ResourceShare{
		Share: it, Hub: hub, Counterpart: other, Direction: domain.ShareOut, Amount: domain.ShareAmount{Pence: domain.Pence(-small)},
		Credit: domain.CreditDeliverer, From: from, Until: []domain.Date{0, until}[small%2], Transfer: []uuid.UUID{uuid.Nil, of}[small%2],
	}
	accepted := share
	accepted.Direction, accepted.Amount = domain.ShareIn, share.Amount.Opposite()
	line := domain.FundLine{Fund: "PROGRAMME-CPD", FY: 2024}
	ofHub := []domain.Event{
		domain.MaturityAssessed{Assessment: it, Hub: hub, Matrix: []string{"A", "B"}[small/4], Version: 1 + small%2, Scores: []domain.MaturityScore{{Domain: "X", Level: small}, {Domain: "Y", Level: 2}}[:1+small%2], On: on},
		domain.AssuranceAssessed{Assessment: it, Hub: hub, Item: considerations[small], PeriodFrom: from, PeriodTo: until, Rating: domain.AssuranceModerate, On: on},
		domain.DeliveryShortfallDeclared{Shortfall: of, Hub: hub, Requirements: []domain.UnmetRequirement{{Requirement: "PLANNING"}, {Requirement: "X"}}[:1+small%2], On: on},
		domain.DeliveryShortfallClosed{Shortfall: of, Hub: hub, On: on},
		domain.InterimArrangementAgreed{Arrangement: it, Shortfall: of, Hub: hub, Requirements: []string{"PLANNING"}, Provider: domain.InterimProvider{Kind: domain.ProviderOther, Code: org}, From: from, Until: until, On: on},
		domain.InterimArrangementEnded{Arrangement: it, Shortfall: of, Hub: hub, Until: until, On: on},
		domain.ResourceShareOffered{ResourceShare: share, ExceedsIn: "X", On: on},
		domain.ResourceShareAccepted{ResourceShare: accepted, On: on},
		domain.ResourceShareEnded{ResourceShare: []domain.ResourceShare{share, accepted}[small%2], On: on},
		domain.TransferSent{Transfer: of, Line: line, To: other.ICB(), Pence: domain.Pence(small)},
		domain.TransferReceived{Transfer: of, Line: line, From: other.ICB(), Pence: domain.Pence(small)},
		domain.ResourceCatalogued{Resource: it, Hub: hub, Title: fmt.Sprint(small), Owner: org, On: on},
		domain.ResourcePublished{Resource: it, Hub: hub, Platform: fmt.Sprint(small), On: on},
		domain.IntelligenceReceived{Intelligence: it, Hub: hub, Subject: fmt.Sprint(small), On: on},
		domain.TrainingNeedIdentified{Need: of, Hub: hub, Title: "x", Evidence: []uuid.UUID{it}, On: on},
		domain.DecisionOpened{Decision: of, Hub: hub, Subject: "x", On: from},
		domain.CommissioningDecisionMade{Decision: of, Outcome: domain.OutcomeApprove, ReliedOn: []domain.Reliance{{Intelligence: it}}, On: on},
	}
	national := []domain.Event{
		domain.MaturityMatrixPublished{Matrix: "A", Version: small, Title: fmt.Sprint(small), From: from, PublishedOn: on},
		domain.NotificationReceivedByHEE{Notification: it, Subject: fmt.Sprint(small), On: on},
		domain.NotificationPassedToHub{Notification: it, Hubs: []domain.HubID{hub}, On: on},
		domain.AmbitionSet{Ambition: "A", Version: fmt.Sprint(small), Unit: domain.UnitFTE, BaselineOn: from, Deadline: until, Supersedes: []string{"", "1"}[small%2], PublishedOn: on},
		domain.AmbitionProgressReported{Report: it, Ambition: "A", Version: fmt.Sprint(small), AsAt: from, Value: domain.FTE(small) * domain.OneFTE, PublishedOn: on, Corrects: []uuid.UUID{of, uuid.Nil}[min(small/2, 1)]},
		domain.AmbitionProgressReported{Report: of, Ambition: "A", Version: fmt.Sprint(1 + small%2), AsAt: from, Value: domain.OneFTE, PublishedOn: on},
	}
	n := rapid.IntRange(0, len(ofHub)+len(national)-1).Draw(t, "event")
	if n < len(ofHub) {
		return eventstore.StreamID("hub-" + hub.ICB()), asRead(t, ofHub[n])
	}
	return "national", asRead(t, national[n-len(ofHub)])
}
