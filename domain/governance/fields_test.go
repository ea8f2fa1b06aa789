package governance_test

import (
	"reflect"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/governance"
)

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, governance.ConstituteWIG{}, "/name", "/termsRef", "/quorum/number", "/from")
	domaintest.Fields(t, governance.ConstituteWIG{
		Name: "a", TermsRef: "b", From: 20220401, Quorum: domain.Quorum{Number: 2, NonConflicted: 3, Categories: []string{"LAY", "x", "LAY"}},
	}, "/quorum/nonConflicted", "/quorum/categories/1", "/quorum/categories/2")
	domaintest.Fields(t, governance.AppointWIGMember{}, "/person", "/capacity", "/from")
	domaintest.Fields(t, governance.AppointWIGMember{Person: chair, Capacity: "IN_ATTENDANCE", From: 20220401}, "/capacity")
	domaintest.Fields(t, governance.RecordWIGMemberLeft{}, "/person", "/on")
	domaintest.Fields(t, governance.RecordMeeting{}, "/body", "/on", "/chair", "/items", "/quorum/number")
	domaintest.Fields(t, governance.RecordMeeting{Body: domain.BodyWIG, On: 20220601, Chair: chair, Quorum: domain.Quorum{NonConflicted: -1}, Items: []governance.AgendaItem{
		{Item: "1", Title: "a", Attendees: []governance.Attendee{{In: "24:00", Out: "9:00"}, {Person: chair, Capacity: "GP", In: "10:00", Out: "09:59"}}},
		{Item: "1"},
	}}, "/items/0/attendees/0/person", "/items/0/attendees/0/capacity", "/items/0/attendees/0/in", "/items/0/attendees/0/out", "/items/0/attendees/1/out",
		"/items/1/item", "/items/1/title", "/items/1/attendees", "/quorum/number", "/quorum/nonConflicted")
	domaintest.Fields(t, governance.RecordMeeting{Body: domain.BodyWIG, On: 20220601, Chair: chair, Items: []governance.AgendaItem{{Item: "1", Title: "a", Attendees: []governance.Attendee{
		{Person: chair, Capacity: "GP"}, {Person: chair, Capacity: "GP", In: "10:00"}, // still there
		{Person: lay, Capacity: "LAY", Out: "10:00"}, {Person: lay, Capacity: "LAY", In: "09:59"}, // not yet gone
		{Person: nurse, Capacity: "NURSE", Out: "10:00"}, {Person: nurse, Capacity: "GP", In: "10:00", Out: "11:00"}, {Person: nurse, Capacity: "GP"}, // as something else, and without a time
	}}}}, "/items/0/attendees/1/in", "/items/0/attendees/3/in", "/items/0/attendees/5/capacity", "/items/0/attendees/6/in")
	domaintest.Fields(t, governance.RecordOversightReview{Hub: "QE1", Actions: []string{""}}, "/hub", "/on", "/findings", "/actions/0")
	domaintest.Fields(t, governance.ConfirmPlanAlignment{}, "/planIds", "/meeting", "/item")
	domaintest.Fields(t, governance.ConfirmPlanAlignment{Plans: []uuid.UUID{id1, {}, id1}, Meeting: id1, Item: "1"}, "/planIds/1", "/planIds/2")
	domaintest.Fields(t, governance.RecordEngagement{Hub: "x"}, "/hub", "/forum", "/on", "/attendees")
	domaintest.Fields(t, governance.EndorsePriority{}, "/title", "/beneficiaries", "/from", "/to", "/meeting", "/item")
	domaintest.Fields(t, governance.EndorsePriority{
		Title: "a", Beneficiaries: []domain.Beneficiary{"PCN", "ME", "PCN"}, From: 20220401, To: 20220331, Meeting: id1, Item: "1",
	}, "/beneficiaries/1", "/beneficiaries/2", "/to")
	domaintest.Fields(t, governance.AppointTeamMember{Hub: "x"}, "/hub", "/person", "/role", "/fte", "/from")
	domaintest.Fields(t, governance.AppointTeamMember{Person: chair, Role: "ADMINISTRATOR", FTE: domain.OneFTE + 1, From: 20220401}, "/fte")
	domaintest.Fields(t, governance.RecordTeamMemberLeft{Hub: "x"}, "/hub", "/person", "/role", "/on")
	domaintest.Fields(t, governance.SetEstablishment{Hub: "x", FTE: -1}, "/hub", "/role", "/fte", "/fy")
	domaintest.Fields(t, governance.GrantDelegation{}, "", "/limitPence", "/from")
	domaintest.Fields(t, governance.GrantDelegation{Person: chair, Body: "b", Limit: 1, From: 20220401, To: 20220331}, "", "/body", "/to")
	domaintest.Fields(t, governance.GrantDelegation{Person: chair, Reserved: true, Limit: 1, From: 20220401}, "/reserved", "/limitPence")
	domaintest.Fields(t, governance.GrantDelegation{Hub: "QE1", Limit: 1, From: 20220401}, "/hub")
	domaintest.Fields(t, governance.GrantDelegation{Hub: "QE1~coast", Body: "WIG", Reserved: true, From: 20220401}, "")
	domaintest.Fields(t, governance.GrantDelegation{Hub: "QE1~coast", Reserved: true, From: 20220401}, "/reserved")
	domaintest.Fields(t, governance.RevokeDelegation{}, "/delegation", "/on", "/reason")
	domaintest.Fields(t, governance.NamePCNLead{}, "/pcn", "/person", "/kind", "/from")
	domaintest.Fields(t, governance.EndPCNLead{}, "/pcn", "/person", "/kind", "/on")
}

// What the rooms of money and of decisions ask is what this room answers: an
// aggregate has only to turn an item and a delegation into theirs.
func TestAnswersNeighbours(t *testing.T) {
	var _ funding.Governance = (*governance.State)(nil)
	var _ commissioning.Governance = forDecisions{}
	g := forDecisions{recorded(quorate, domain.DelegationGranted{Delegation: id2, Person: chair, Limit: 7, From: 20220401})}
	if i, ok := g.Item(id1, "7"); !ok || i.Chair != chair || !reflect.DeepEqual(i.Present, []uuid.UUID{chair, lay}) {
		t.Errorf("item: got %+v %t", i, ok)
	}
	if d, ok := g.Delegation(id2); !ok || d.Person != chair || d.Limit != 7 {
		t.Errorf("delegation: got %+v %t", d, ok)
	}
}

type forDecisions struct{ *governance.State }

func (g forDecisions) Item(meeting uuid.UUID, item string) (commissioning.Item, bool) {
	i, ok := g.State.Item(meeting, item)
	return commissioning.Item(i), ok
}

func (g forDecisions) Delegation(id uuid.UUID) (commissioning.Delegation, bool) {
	d, ok := g.State.Delegation(id)
	return commissioning.Delegation(d), ok
}

// Every command and every event of the room is one that it handles and takes,
// and every rule is told.
func TestRoom(t *testing.T) {
	s := governance.New("QE1")
	for _, c := range []domain.CommandData{
		governance.ConstituteWIG{}, governance.AppointWIGMember{}, governance.RecordWIGMemberLeft{}, governance.RecordMeeting{}, governance.RecordOversightReview{},
		governance.ConfirmPlanAlignment{}, governance.RecordEngagement{}, governance.EndorsePriority{}, governance.AppointTeamMember{}, governance.RecordTeamMemberLeft{},
		governance.SetEstablishment{}, governance.GrantDelegation{}, governance.RevokeDelegation{}, governance.NamePCNLead{}, governance.EndPCNLead{},
	} {
		if !s.Handles(c) {
			t.Errorf("%s is not handled", c.CommandName())
		}
	}
	for _, e := range []domain.Event{
		domain.WIGConstituted{}, domain.WIGMemberAppointed{}, domain.WIGMemberLeft{}, domain.MeetingHeld{}, domain.OversightReviewHeld{}, domain.PlanAlignmentConfirmed{},
		domain.EngagementRecorded{}, domain.PriorityEndorsed{}, domain.HubTeamMemberAppointed{}, domain.HubTeamMemberLeft{}, domain.EstablishmentSet{},
		domain.DelegationGranted{}, domain.DelegationRevoked{}, domain.PCNLeadNamed{}, domain.PCNLeadEnded{},
	} {
		if !s.Takes(e) {
			t.Errorf("%s is not taken", e.EventType())
		}
	}
	if s.Takes(domain.HubRegistered{}) || s.Handles(another{}) {
		t.Error("what is of another room was taken")
	}
}

type another struct{}

func (another) CommandName() string          { return "another-room" }
func (another) Validate(*domain.FieldErrors) {}
