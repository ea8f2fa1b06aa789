package governance_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/governance"
)

func TestGroup(t *testing.T) {
	terms := governance.ConstituteWIG{Name: "People Board", TermsRef: "ToR 1", Quorum: quorum, From: 20200401}
	other := terms
	other.TermsRef = "ToR 2"
	later := group
	later.TermsRef, later.From = "ToR 2", 20220401
	appoint := governance.AppointWIGMember{Person: lay, Capacity: "LAY", Voting: true, From: 20200401}

	run(t, []domaintest.Case{
		{Name: "the group is constituted", When: terms, Then: []domain.Event{group}},
		{Name: "it gets other terms", Given: []domain.Event{group}, When: governance.ConstituteWIG{Name: "People Board", TermsRef: "ToR 2", Quorum: quorum, From: 20220401}, Then: []domain.Event{later}},
		{Name: "not from the same day", Given: []domain.Event{group}, When: other, Refused: "I-GOV-5"},
		{Name: "a member is appointed", Given: []domain.Event{group}, When: appoint, Then: []domain.Event{member(lay, "LAY", true, 20200401)}},
		{Name: "not before there is a group", When: appoint, Refused: "I-GOV-5", Prevents: true},
		{
			Name: "but if it was so it is written down", When: appoint, Happened: 20200401,
			Then: []domain.Event{member(lay, "LAY", true, 20200401)}, Breaches: []domain.Rule{"I-GOV-5"},
		},
		{Name: "nobody is a member twice", Given: constituted, When: governance.AppointWIGMember{Person: lay, Capacity: "GP", Voting: true, From: 20230401}, Refused: "I-GOV-6"},
		{Name: "nor again before leaving", Given: constituted[:5], When: governance.AppointWIGMember{Person: nurse, Capacity: "NURSE", Voting: true, From: 20211231}, Refused: "I-GOV-6"},
		{Name: "but on the day after", Given: constituted[:5], When: governance.AppointWIGMember{Person: nurse, Capacity: "NURSE", Voting: true, From: 20220101}, Then: []domain.Event{constituted[5]}},
		{Name: "a member leaves", Given: constituted, When: governance.RecordWIGMemberLeft{Person: lay, On: 20200401}, Then: []domain.Event{domain.WIGMemberLeft{Hub: "QE1", Person: lay, On: 20200401}}},
		{Name: "not before joining", Given: constituted, When: governance.RecordWIGMemberLeft{Person: lay, On: 20200331}, Refused: "I-GOV-6"},
		{Name: "once", Given: constituted[:5], When: governance.RecordWIGMemberLeft{Person: nurse, On: 20220101}, Refused: "I-GOV-6"},
		{Name: "and only a member does", Given: constituted, When: governance.RecordWIGMemberLeft{Person: expert, On: 20220101}, Refused: "I-GOV-1"},
	}, "I-GOV-1", "I-GOV-5", "I-GOV-6")
}

func TestMeet(t *testing.T) {
	full := met(id1, true, stay(chair, "GP", true), stay(lay, "LAY", true), stay(expert, "IN_ATTENDANCE", false))
	byTerms := order(full)
	byTerms.Quorum = domain.Quorum{}
	byTerms.Items[0].Chair = uuid.Nil
	tomorrow := order(full)
	tomorrow.On = 20240604
	changed := order(full)
	changed.Items[0].Title = "budgets"
	otherQuorum := order(full)
	otherQuorum.Quorum = domain.Quorum{Number: 1}
	noLay := met(id1, false, stay(chair, "GP", true), stay(nurse, "NURSE", true))
	wentOut := met(id1, false, stay(chair, "GP", true), stay(nurse, "NURSE", true), stay(lay, "LAY", true))
	wentOut.Items[0].Attendees[2].Out = "15:04"
	cameBack := met(id1, true, stay(chair, "GP", true), stay(lay, "LAY", true), stay(lay, "LAY", true))
	cameBack.Items[0].Attendees[1].Out, cameBack.Items[0].Attendees[2].In = "15:04", "15:10"
	stranger := met(id1, false, stay(chair, "GP", true), stay(expert, "LAY", false))
	wrongly := met(id1, false, stay(chair, "GP", true), stay(nurse, "LAY", false))
	absent := met(id1, true, stay(nurse, "NURSE", true), stay(lay, "LAY", true))
	leftEarly := met(id1, true, stay(chair, "GP", true), stay(nurse, "NURSE", true), stay(lay, "LAY", true))
	leftEarly.Items[0].Attendees[0].Out = "15:04"
	board := domain.MeetingHeld{
		Meeting: domain.NewID(domaintest.CommandID, "meeting"), Hub: "QE1", Body: "BOARD", On: 20190501, Chair: chair, Quorum: domain.Quorum{Number: 1},
		Items: []domain.MeetingItem{
			{Item: "1", Title: "a", Chair: chair, Attendees: []domain.MeetingAttendee{stay(chair, "CHAIR", true)}, Quorate: true},
			{Item: "2", Title: "b", Chair: expert, Attendees: []domain.MeetingAttendee{stay(expert, "IN_ATTENDANCE", false)}},
		},
	}
	boardOrder := order(board)
	boardOrder.Meeting = uuid.Nil
	early := order(full)
	early.On = 20200331
	early.Items[0].Attendees = early.Items[0].Attendees[2:]
	early.Items[0].Chair = expert
	unformed := full
	unformed.On = 20200331
	unformed.Quorum, unformed.Quorate = domain.Quorum{}, false
	unformed.Items = []domain.MeetingItem{{Item: "7", Title: "priorities", Chair: chair, Attendees: []domain.MeetingAttendee{stay(chair, "IN_ATTENDANCE", false)}}}

	run(t, []domaintest.Case{
		{Name: "the group meets", Given: constituted, When: order(full), Then: []domain.Event{full}},
		{Name: "with the quorum of its terms, and one chair", Given: constituted, When: byTerms, Then: []domain.Event{full}},
		{Name: "and is so for ever", Given: with(constituted, full), When: changed, Refused: "I-GOV-2"},
		{
			Name: "whoever left the group since", Given: with(constituted, full, domain.WIGMemberLeft{Hub: "QE1", Person: lay, On: 20211231}),
			When: order(full),
		},
		{Name: "not tomorrow", Given: constituted, When: tomorrow, Refused: "I-GOV-3"},
		{Name: "not without a category", Given: constituted, When: order(noLay), Then: []domain.Event{noLay}},
		{Name: "nor where that went out", Given: constituted, When: order(wentOut), Then: []domain.Event{wentOut}},
		{Name: "but came back", Given: constituted, When: order(cameBack), Then: []domain.Event{cameBack}},
		{Name: "with no quorum of its own", Given: constituted, When: otherQuorum, Refused: "I-GOV-7", Prevents: true},
		{Name: "of its members", Given: constituted, When: order(stranger), Refused: "I-GOV-7", Prevents: true},
		{
			Name: "but if others were there they have no vote", Given: constituted, When: order(stranger), Happened: 20220601,
			Then: []domain.Event{stranger}, Breaches: []domain.Rule{"I-GOV-7"},
		},
		{Name: "as what they are", Given: constituted, When: order(wrongly), Refused: "I-GOV-7", Prevents: true},
		{
			Name: "or they have no vote either", Given: constituted, When: order(wrongly), Happened: 20220601,
			Then: []domain.Event{wrongly}, Breaches: []domain.Rule{"I-GOV-7"},
		},
		{Name: "with a chair who is there", Given: constituted, When: order(absent), Refused: "I-GOV-8", Prevents: true},
		{Name: "until it is decided", Given: constituted, When: order(leftEarly), Refused: "I-GOV-8", Prevents: true},
		{Name: "when it is constituted", Given: constituted, When: early, Refused: "I-GOV-5", Prevents: true},
		{
			Name: "or it has no quorum", Given: constituted, When: order(unformed), Happened: 20200331,
			Then: []domain.Event{unformed}, Breaches: []domain.Rule{"I-GOV-5"},
		},
		{Name: "another body says who has a vote", When: boardOrder, Then: []domain.Event{board}, Anew: true},
	}, "I-GOV-2", "I-GOV-3", "I-GOV-5", "I-GOV-7", "I-GOV-8")
}

// Enough are those with a vote who are left when an item is decided, each once.
func TestQuorate(t *testing.T) {
	m := met(id1, true, stay(chair, "GP", true), stay(lay, "LAY", true), stay(nurse, "NURSE", true), stay(expert, "LAY", false))
	m.Items[0].Attendees[2].Out = "15:04"
	s := recorded(m)
	for _, c := range []struct {
		item     string
		deciding []uuid.UUID
		want     bool
	}{
		{"7", []uuid.UUID{chair, lay}, true},
		{"7", []uuid.UUID{chair, chair, chair}, false},
		{"7", []uuid.UUID{chair, expert}, false}, // without a vote
		{"7", []uuid.UUID{lay, nurse}, false},    // who had gone out
		{"7", []uuid.UUID{lay}, false},
		{"7", nil, false},
		{"8", []uuid.UUID{chair, lay}, false},
	} {
		if got := s.Quorate(id1, c.item, c.deciding); got != c.want {
			t.Errorf("item %s decided by %v: got %t", c.item, c.deciding, got)
		}
	}
	if s.Quorate(id2, "7", []uuid.UUID{chair, lay}) {
		t.Error("a meeting that is not recorded was quorate")
	}
	if q, ok := s.Terms(id1); !ok || !reflect.DeepEqual(q, quorum) {
		t.Errorf("terms: got %+v %t", q, ok)
	}
	if _, ok := s.Terms(id2); ok {
		t.Error("a meeting that is not recorded has terms")
	}
}

// An item is what the meeting says, with the limit of the body on its day.
func TestItem(t *testing.T) {
	m := met(id1, true, stay(chair, "GP", true), stay(lay, "LAY", true), stay(nurse, "NURSE", true), stay(expert, "IN_ATTENDANCE", false))
	m.Items[0].Attendees[2].Out = "15:04"
	for _, c := range []struct {
		name    string
		given   []domain.Event
		limit   domain.Pence
		limited bool
	}{
		{"nothing is delegated", nil, 0, true},
		{"to somebody else", []domain.Event{domain.DelegationGranted{Delegation: id2, Body: "BOARD", Limit: 5, From: 20220601}}, 0, true},
		{"the most of two", []domain.Event{
			domain.DelegationGranted{Delegation: id2, Body: domain.BodyWIG, Limit: 500, From: 20220601, To: 20220601},
			domain.DelegationGranted{Delegation: id3, Body: domain.BodyWIG, Limit: 400, From: 20220101},
		}, 500, true},
		{"of the day", []domain.Event{
			domain.DelegationGranted{Delegation: id2, Body: domain.BodyWIG, Limit: 500, From: 20220602},
			domain.DelegationGranted{Delegation: id3, Body: domain.BodyWIG, Limit: 400, From: 20220101, To: 20220531},
		}, 0, true},
		{"reserved", []domain.Event{
			domain.DelegationGranted{Delegation: id3, Body: domain.BodyWIG, Limit: 400, From: 20220101},
			domain.DelegationGranted{Delegation: id2, Body: domain.BodyWIG, Reserved: true, From: 20220601},
		}, 0, false},
	} {
		got, ok := recorded(with(c.given, m)...).Item(id1, "7")
		want := governance.Item{On: 20220601, Chair: chair, Present: []uuid.UUID{chair, lay}, Limit: c.limit, Limited: c.limited}
		if !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v %t, want %+v", c.name, got, ok, want)
		}
	}
	if _, ok := recorded(m).Item(id1, "8"); ok {
		t.Error("an item that is not on the agenda was given")
	}
}

// Who decides is in a team and said to, a member with a vote, or a holder of a
// delegation.
func TestDecidingOn(t *testing.T) {
	s := recorded(with(constituted,
		domain.HubTeamMemberAppointed{Hub: "QE1", Person: chair, Role: "ADMINISTRATOR", FTE: domain.OneFTE, From: 20190401},
		domain.HubTeamMemberAppointed{Hub: "QE1~fylde-coast", Person: id1, Role: "CLINICAL_LEAD", FTE: domain.OneFTE, DecisionMaking: true, From: 20210401},
		domain.HubTeamMemberLeft{Hub: "QE1~fylde-coast", Person: id1, Role: "CLINICAL_LEAD", On: 20210430},
		domain.DelegationGranted{Delegation: id3, Person: expert, Limit: 1, From: 20230401, To: 20230401},
	)...)
	for day, want := range map[domain.Date][]uuid.UUID{
		20200331: nil,
		20200401: {chair, lay},
		20210401: {chair, id1, lay},
		20210430: {chair, id1, lay},
		20210501: {chair, lay},
		20220101: {chair, nurse, lay},
		20230401: {chair, nurse, lay, expert},
		20230402: {chair, nurse, lay},
	} {
		if got := s.DecidingOn(day); !slices.Equal(got, want) {
			t.Errorf("on %s: got %v, want %v", day, got, want)
		}
	}
}

// The terms of a day are those that began last.
func TestTermsOn(t *testing.T) {
	later := group
	later.TermsRef, later.From = "ToR 2", 20220401
	s := recorded(later, group) // recorded late
	for day, want := range map[domain.Date]string{20200331: "", 20200401: "ToR 1", 20220331: "ToR 1", 20220401: "ToR 2"} {
		if got, ok := s.TermsOn(day); got.TermsRef != want || ok != (want != "") {
			t.Errorf("on %s: got %q %t, want %q", day, got.TermsRef, ok, want)
		}
	}
}
