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

const half = domain.OneFTE / 2

func TestTeam(t *testing.T) {
	manager := func(person uuid.UUID, fte domain.FTE, from domain.Date) domain.HubTeamMemberAppointed {
		return domain.HubTeamMemberAppointed{Hub: "QE1", Person: person, Role: "PROJECT_MANAGER", FTE: fte, DecisionMaking: true, From: from}
	}
	appoint := func(person uuid.UUID, fte domain.FTE, from domain.Date) governance.AppointTeamMember {
		return governance.AppointTeamMember{Person: person, Role: "PROJECT_MANAGER", FTE: fte, DecisionMaking: true, From: from}
	}
	left := domain.HubTeamMemberLeft{Hub: "QE1", Person: chair, Role: "PROJECT_MANAGER", On: 20220930}
	one := domain.EstablishmentSet{Hub: "QE1", Role: "PROJECT_MANAGER", FTE: domain.OneFTE, FY: year("2022/23")}
	set := func(hub domain.HubID, fte domain.FTE) governance.SetEstablishment {
		return governance.SetEstablishment{Hub: hub, Role: "PROJECT_MANAGER", FTE: fte, FY: year("2022/23")}
	}
	leave := func(person uuid.UUID, role string, day domain.Date) governance.RecordTeamMemberLeft {
		return governance.RecordTeamMemberLeft{Person: person, Role: role, On: day}
	}
	elsewhere := appoint(chair, half, 20220401)
	elsewhere.Hub = "QF7"
	locality := appoint(chair, domain.OneFTE, 20220401)
	locality.Hub = "QE1~fylde-coast"

	run(t, []domaintest.Case{
		{Name: "somebody joins the team", When: appoint(chair, half, 20220401), Then: []domain.Event{manager(chair, half, 20220401)}},
		{Name: "of a locality hub", Given: []domain.Event{one, manager(lay, domain.OneFTE, 20220401)}, When: locality, Then: []domain.Event{
			domain.HubTeamMemberAppointed{Hub: "QE1~fylde-coast", Person: chair, Role: "PROJECT_MANAGER", FTE: domain.OneFTE, DecisionMaking: true, From: 20220401},
		}},
		{Name: "of the ICS", When: elsewhere, Refused: "I-GOV-1"},
		{Name: "that is there", When: appoint(chair, half, 20190331), Refused: "I-GOV-4", Prevents: true},
		{Name: "once in a role", Given: []domain.Event{manager(chair, half, 20220401)}, When: appoint(chair, half, 20220501), Refused: "I-GOV-6"},
		{Name: "again after leaving", Given: []domain.Event{manager(chair, half, 20220401), left}, When: appoint(chair, half, 20221001), Then: []domain.Event{manager(chair, half, 20221001)}},
		{Name: "not on the last day", Given: []domain.Event{manager(chair, half, 20220401), left}, When: appoint(chair, half, 20220930), Refused: "I-GOV-6"},
		{Name: "within what is funded", Given: []domain.Event{one, manager(chair, half, 20220401)}, When: appoint(lay, half, 20220401), Then: []domain.Event{manager(lay, half, 20220401)}},
		{Name: "not beyond", Given: []domain.Event{one, manager(chair, half, 20220401)}, When: appoint(lay, half+1, 20220401), Refused: "I-GOV-10", Prevents: true},
		{
			Name: "but if it was so it is written down", Given: []domain.Event{one, manager(chair, half, 20220401)}, When: appoint(lay, half+1, 20220401), Happened: 20220401,
			Then: []domain.Event{manager(lay, half+1, 20220401)}, Breaches: []domain.Rule{"I-GOV-10"},
		},
		{Name: "what somebody left is free", Given: []domain.Event{one, manager(chair, half, 20220401), left}, When: appoint(lay, domain.OneFTE, 20221001), Then: []domain.Event{manager(lay, domain.OneFTE, 20221001)}},
		{Name: "not on the last day of theirs", Given: []domain.Event{one, manager(chair, half, 20220401), left}, When: appoint(lay, domain.OneFTE, 20220930), Refused: "I-GOV-10", Prevents: true},
		{Name: "each year is funded anew", Given: []domain.Event{one, manager(chair, half, 20220401)}, When: appoint(lay, domain.OneFTE, 20230401), Then: []domain.Event{manager(lay, domain.OneFTE, 20230401)}},

		{Name: "somebody leaves", Given: []domain.Event{manager(chair, half, 20220401)}, When: leave(chair, "PROJECT_MANAGER", 20220930), Then: []domain.Event{left}},
		{Name: "once", Given: []domain.Event{manager(chair, half, 20220401), left}, When: leave(chair, "PROJECT_MANAGER", 20221001), Refused: "I-GOV-6"},
		{Name: "not before joining", Given: []domain.Event{manager(chair, half, 20220401)}, When: leave(chair, "PROJECT_MANAGER", 20220331), Refused: "I-GOV-6"},
		{Name: "the role that they had", Given: []domain.Event{manager(chair, half, 20220401)}, When: leave(chair, "ADMINISTRATOR", 20220930), Refused: "I-GOV-1"},

		{Name: "a role is funded", When: set("", domain.OneFTE), Then: []domain.Event{one}},
		{Name: "by another amount", Given: []domain.Event{one}, When: set("", 0), Then: []domain.Event{
			domain.EstablishmentSet{Hub: "QE1", Role: "PROJECT_MANAGER", FY: year("2022/23")},
		}},
		{Name: "nothing is not the same as not known", When: set("", 0), Then: []domain.Event{
			domain.EstablishmentSet{Hub: "QE1", Role: "PROJECT_MANAGER", FY: year("2022/23")},
		}},
		{Name: "in a hub of the ICS", When: set("QF7", 1), Refused: "I-GOV-1"},
	}, "I-GOV-1", "I-GOV-4", "I-GOV-6", "I-GOV-10")

	s := recorded(one, manager(lay, half, 20220501), manager(chair, half, 20220401), left)
	if fte, ok := s.Established("", "PROJECT_MANAGER", year("2022/23")); fte != domain.OneFTE || !ok {
		t.Errorf("established: got %s %t", fte, ok)
	}
	if _, ok := s.Established("", "PROJECT_MANAGER", year("2023/24")); ok {
		t.Error("a year that is not set was given")
	}
	for day, want := range map[domain.Date][]domain.HubTeamMemberAppointed{
		20220331: nil,
		20220401: {manager(chair, half, 20220401)},
		20220930: {manager(lay, half, 20220501), manager(chair, half, 20220401)},
		20221001: {manager(lay, half, 20220501)},
	} {
		if got := s.TeamOn("", "PROJECT_MANAGER", day); !reflect.DeepEqual(got, want) {
			t.Errorf("the team on %s: got %v, want %v", day, got, want)
		}
	}
}

func TestDelegate(t *testing.T) {
	granted := domain.DelegationGranted{Delegation: id1, Hub: "QE1", Person: chair, Limit: 50_000, From: 20220401, To: 20230331}
	open := domain.DelegationGranted{Delegation: id2, Hub: "QE1", Person: chair, Limit: 10_000, From: 20220401}
	body := domain.DelegationGranted{Delegation: id3, Hub: "QE1", Body: "BOARD", Reserved: true, From: 20220401}
	grant := governance.GrantDelegation{Delegation: id1, Person: chair, Limit: 50_000, From: 20220401, To: 20230331}
	more := grant
	more.Limit++
	coast := domain.DelegationGranted{Delegation: id3, Hub: "QE1~fylde-coast", Limit: 20_000, From: 20220401, To: 20230331}
	toCoast := governance.GrantDelegation{Delegation: id3, Hub: "QE1~fylde-coast", Limit: 20_000, From: 20220401, To: 20230331}
	early, foreign := toCoast, toCoast
	early.From, foreign.Hub = 20200331, "QYG~coast"
	revoke := func(id uuid.UUID, day domain.Date) governance.RevokeDelegation {
		return governance.RevokeDelegation{Delegation: id, On: day, Reason: "left"}
	}
	revoked := func(id uuid.UUID, day domain.Date) domain.DelegationRevoked {
		return domain.DelegationRevoked{Delegation: id, Hub: "QE1", On: day, Reason: "left"}
	}
	run(t, []domaintest.Case{
		{Name: "a person may decide", When: grant, Then: []domain.Event{granted}},
		{Name: "a body may", When: governance.GrantDelegation{Delegation: id3, Body: "BOARD", Reserved: true, From: 20220401}, Then: []domain.Event{body}},
		{Name: "a locality hub may", When: toCoast, Then: []domain.Event{coast}},
		{Name: "when it is there", When: early, Refused: "I-GOV-4", Prevents: true},
		{Name: "one of this ICS", When: foreign, Refused: "I-GOV-1"},
		{
			Name: "it is the hub's until it is revoked", Given: []domain.Event{coast}, When: revoke(id3, 20220430),
			Then: []domain.Event{domain.DelegationRevoked{Delegation: id3, Hub: "QE1~fylde-coast", On: 20220430, Reason: "left"}},
		},
		{Name: "on what was said", Given: []domain.Event{granted}, When: more, Refused: "I-GOV-2"},
		{Name: "by somebody else's word", When: grant, By: chair, Refused: "I-DEL-4", Prevents: true},
		{
			Name: "but if not it is written down", When: grant, By: chair, Happened: 20220401,
			Then: []domain.Event{granted}, Breaches: []domain.Rule{"I-DEL-4"},
		},
		{Name: "until it is revoked", Given: []domain.Event{granted}, When: revoke(id1, 20220430), Then: []domain.Event{revoked(id1, 20220430)}},
		{Name: "before it begins", Given: []domain.Event{granted}, When: revoke(id1, 20220331), Then: []domain.Event{revoked(id1, 20220331)}},
		{Name: "not earlier", Given: []domain.Event{granted}, When: revoke(id1, 20220330), Refused: "I-DEL-3"},
		{Name: "nor on its last day", Given: []domain.Event{granted}, When: revoke(id1, 20230331), Refused: "I-DEL-3"},
		{Name: "where it has one", Given: []domain.Event{open}, When: revoke(id2, 20240401), Then: []domain.Event{revoked(id2, 20240401)}},
		{Name: "once", Given: []domain.Event{granted, revoked(id1, 20220430)}, When: revoke(id1, 20220501), Refused: "I-DEL-3"},
		{Name: "only what was granted", When: revoke(id1, 20220430), Refused: "I-GOV-1"},
	}, "I-GOV-1", "I-GOV-2", "I-GOV-4", "I-DEL-3", "I-DEL-4")

	s := recorded(granted, open, body, revoked(id1, 20220430))
	for day, want := range map[domain.Date]domain.Pence{20220331: -1, 20220401: 50_000, 20220430: 50_000, 20220501: 10_000, 20240401: 10_000} {
		if got, ok := s.LimitOn(chair, day); ok != (want >= 0) || ok && got != want {
			t.Errorf("the limit on %s: got %d %t, want %d", day, got, ok, want)
		}
	}
	if got, ok := s.Delegation(id1); !ok || got != (governance.Delegation{Person: chair, Limit: 50_000, From: 20220401, To: 20220430}) {
		t.Errorf("a revoked delegation: got %+v %t", got, ok)
	}
	if got, ok := s.Delegation(id2); !ok || got != (governance.Delegation{Person: chair, Limit: 10_000, From: 20220401}) {
		t.Errorf("one that goes on: got %+v %t", got, ok)
	}
	if _, ok := s.Delegation(id3); ok {
		t.Error("a delegation to a body was given as one to a person")
	}
}

// A locality hub is held to a limit from its first one on, on days without one to
// nothing; one that never began is none.
func TestLimitOfALocality(t *testing.T) {
	coast := func(id uuid.UUID, limit domain.Pence, from, to domain.Date) domain.DelegationGranted {
		return domain.DelegationGranted{Delegation: id, Hub: "QE1~fylde-coast", Limit: limit, From: from, To: to}
	}
	s := recorded(
		coast(id1, 20_000, 20220401, 20230331), coast(id2, 30_000, 20230501, 0), coast(id3, 90_000, 20210401, 0),
		domain.DelegationRevoked{Delegation: id3, Hub: "QE1~fylde-coast", On: 20210331},
	)
	for day, want := range map[domain.Date]domain.Pence{20210401: -1, 20220331: -1, 20220401: 20_000, 20230331: 20_000, 20230401: 0, 20230501: 30_000} {
		if got, limited := s.HubLimitOn("QE1~fylde-coast", day); limited != (want >= 0) || limited && got != want {
			t.Errorf("the limit on %s: got %s %t, want %s", day, got, limited, want)
		}
	}
	if _, limited := s.HubLimitOn("QE1~hills", 20240401); limited {
		t.Error("a hub that nothing was delegated to is held to a limit")
	}
	if _, ok := s.LimitOn(uuid.Nil, 20220401); ok {
		t.Error("what a locality hub may is taken for what a person may")
	}
}

func TestLead(t *testing.T) {
	named := domain.PCNLeadNamed{PCN: "U00001", Person: chair, Kind: "CLINICAL_DIRECTOR", From: 20220401}
	ended := domain.PCNLeadEnded{PCN: "U00001", Person: chair, Kind: "CLINICAL_DIRECTOR", On: 20220430}
	name := func(pcn string, person uuid.UUID, day domain.Date) governance.NamePCNLead {
		return governance.NamePCNLead{PCN: pcn, Person: person, Kind: "CLINICAL_DIRECTOR", From: day}
	}
	end := func(kind string, day domain.Date) governance.EndPCNLead {
		return governance.EndPCNLead{PCN: "U00001", Person: chair, Kind: kind, On: day}
	}
	second := named
	second.Person = lay
	run(t, []domaintest.Case{
		{Name: "somebody leads", When: name("U00001", chair, 20220401), Then: []domain.Event{named}},
		{Name: "with others", Given: []domain.Event{named}, When: name("U00001", lay, 20220401), Then: []domain.Event{second}},
		{Name: "once", Given: []domain.Event{named}, When: name("U00001", chair, 20220501), Refused: "I-GOV-6"},
		{Name: "a PCN that is known", When: name("U00002", chair, 20220401), Refused: "I-GOV-1"},
		{Name: "and open", When: name("U00001", chair, 20230401), Refused: "I-GOV-11", Prevents: true},
		{
			Name: "but if it was not it is written down", When: name("U00001", chair, 20230401), Happened: 20230401,
			Then: []domain.Event{domain.PCNLeadNamed{PCN: "U00001", Person: chair, Kind: "CLINICAL_DIRECTOR", From: 20230401}}, Breaches: []domain.Rule{"I-GOV-11"},
		},
		{Name: "until it ends", Given: []domain.Event{named}, When: end("CLINICAL_DIRECTOR", 20220430), Then: []domain.Event{ended}},
		{Name: "not before it begins", Given: []domain.Event{named}, When: end("CLINICAL_DIRECTOR", 20220331), Refused: "I-GOV-6"},
		{Name: "once only", Given: []domain.Event{named, ended}, When: end("CLINICAL_DIRECTOR", 20220501), Refused: "I-GOV-6"},
		{Name: "what it was", Given: []domain.Event{named}, When: end("EDUCATION_LEAD", 20220430), Refused: "I-GOV-1"},
	}, "I-GOV-1", "I-GOV-6", "I-GOV-11")

	s := recorded(named, second, ended)
	for day, want := range map[domain.Date][]uuid.UUID{20220331: nil, 20220430: {chair, lay}, 20220501: {lay}} {
		if got := s.LeadsOn("U00001", "CLINICAL_DIRECTOR", day); !slices.Equal(got, want) {
			t.Errorf("leads on %s: got %v, want %v", day, got, want)
		}
	}
	if got := s.LeadsOn("U00001", "EDUCATION_LEAD", 20220430); got != nil {
		t.Errorf("leads of another kind: got %v", got)
	}
}
