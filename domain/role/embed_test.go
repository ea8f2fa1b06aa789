package role_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/role"
)

// doc is the document that shows a condition.
func doc(n byte) domain.Hash { return domain.Hash{31: n} }

var embedded = domain.RoleEmbedded{
	RolePost: post, Person: pharmacist, FTE: sixTenths, Funding: domain.FundingARRS, By: lead, On: 20230701,
	Tests: []domain.EmbeddingTest{
		{Condition: domain.ConditionTeam, DocHash: doc(1)}, {Condition: domain.ConditionAccess, DocHash: doc(2)},
		{Condition: domain.ConditionSupervision, DocHash: doc(3)}, {Condition: domain.ConditionTerm, DocHash: doc(4)},
	},
}

// embed says that all conditions hold but those named.
func embed(on domain.Date, but ...domain.EmbeddingCondition) role.EmbedRole {
	c := role.EmbedRole{Post: id1, By: lead, On: on}
	for _, t := range embedded.Tests {
		holds := true
		for _, b := range but {
			holds = holds && b != t.Condition
		}
		c.Tests = append(c.Tests, role.TestResult{Condition: t.Condition, Holds: holds, DocHash: t.DocHash})
	}
	return c
}

// A role is embedded when all four conditions and the intended length hold.
// Short of one it is recruited, not embedded, whatever somebody says happened.
func embedCases() []domaintest.Case {
	otherOrder := embed(20230701)
	otherOrder.Tests[0], otherOrder.Tests[3] = otherOrder.Tests[3], otherOrder.Tests[0]
	intended := func(months int, cover bool) []domain.Event {
		return []domain.Event{proposed, but(recruited, func(e *domain.RolePostRecruited) { e.IntendedMonths, e.Cover = months, cover })}
	}
	changed := domain.RolePostFTEChanged{RolePost: post, Person: pharmacist, FTE: domain.OneFTE, Before: sixTenths, From: 20230701}
	early := []domain.Event{proposed, but(recruited, func(e *domain.RolePostRecruited) { e.Start = 20190601 })}
	lapse := func(on domain.Date) role.LapseRoleEmbedding {
		return role.LapseRoleEmbedding{Post: id1, Condition: domain.ConditionSupervision, On: on, Reason: "the supervisor left"}
	}
	lapsed := func(on domain.Date) domain.RoleEmbeddingLapsed {
		return domain.RoleEmbeddingLapsed{RolePost: post, Person: pharmacist, FTE: sixTenths, Condition: domain.ConditionSupervision, On: on, Reason: "the supervisor left"}
	}
	again := but(embedded, func(e *domain.RoleEmbedded) { e.On = 20231001 })
	return []domaintest.Case{
		{Name: "a role is embedded", Given: working, When: embed(20230701), Then: []domain.Event{embedded}},
		{Name: "in whatever order it is said", Given: working, When: otherOrder, Then: []domain.Event{embedded}},
		{Name: "at what it is then", Given: with(working, changed), When: embed(20230701), Then: []domain.Event{
			but(embedded, func(e *domain.RoleEmbedded) { e.FTE = domain.OneFTE }),
		}},
		{Name: "a role outside the team is not", Given: working, When: embed(20230701, domain.ConditionTeam), Refused: "I-POST-9"},
		{Name: "nor one without access to records", Given: working, When: embed(20230701, domain.ConditionAccess), Refused: "I-POST-9"},
		{Name: "nor one without supervision", Given: working, When: embed(20230701, domain.ConditionSupervision), Refused: "I-POST-9"},
		{Name: "nor one that is soon over", Given: working, When: embed(20230701, domain.ConditionTerm), Refused: "I-POST-9"},
		{Name: "nor one for five months", Given: intended(5, false), When: embed(20230701), Refused: "I-POST-6"},
		{Name: "six are enough", Given: intended(6, false), When: embed(20230701), Then: []domain.Event{embedded}},
		{Name: "fewer are as cover", Given: intended(5, true), When: embed(20230701), Then: []domain.Event{embedded}},
		{Name: "as long as it is published", Given: early, When: embed(20190630), Refused: "I-POST-20"},
		{Name: "a role to which nobody is recruited is not", Given: []domain.Event{proposed}, When: embed(20230701), Refused: "I-POST-5"},
		{Name: "nor before the first day", Given: working, When: embed(20230430), Refused: "I-POST-5"},
		{Name: "nor after the last", Given: with(working, ended), When: embed(20240401), Refused: "I-POST-12"},
		{Name: "nor tomorrow", Given: working, When: embed(20240604), Refused: "I-POST-13"},
		{Name: "nor twice", Given: with(working, embedded), When: embed(20230801), Refused: "I-POST-11"},
		{Name: "until a condition lapses", Given: with(working, embedded), When: lapse(20230901), Then: []domain.Event{lapsed(20230901)}},
		{Name: "once", Given: with(working, embedded, lapsed(20230901)), When: lapse(20230902), Refused: "I-POST-12"},
		{Name: "not before it held", Given: with(working, embedded), When: lapse(20230630), Refused: "I-POST-12"},
		{Name: "where it did", Given: working, When: lapse(20230901), Refused: "I-POST-12"},
		{Name: "not after the end", Given: with(working, embedded, ended), When: lapse(20240401), Refused: "I-POST-12"},
		{Name: "nor tomorrow", Given: with(working, embedded), When: lapse(20240604), Refused: "I-POST-13"},
		{Name: "and is embedded again", Given: with(working, embedded, lapsed(20230901)), When: embed(20231001), Then: []domain.Event{again}},
		{Name: "after that", Given: with(working, embedded, lapsed(20230901)), When: embed(20230901), Refused: "I-POST-12"},
		{Name: "and lapses again", Given: with(working, embedded, lapsed(20230901), again), When: lapse(20231001), Then: []domain.Event{lapsed(20231001)}},
		{Name: "what was said before is no news", Given: with(working, embedded, lapsed(20230901)), When: embed(20230701)},
		{Name: "a post ends after it lapsed", Given: with(working, embedded, lapsed(20230901)), When: role.EndRolePost{Post: id1, On: 20230831, Reason: "left"}, Refused: "I-POST-12"},
		{Name: "nor before it is proposed", When: embed(20230701), Refused: "I-POST-10"},
	}
}

// A role is embedded from the day on which all holds until its post ends.
func TestEmbeddedOn(t *testing.T) {
	s := recorded(with(working, embedded, ended)...)
	for day, want := range map[domain.Date]bool{20230630: false, 20230701: true, 20240331: true, 20240401: false} {
		if got := s.EmbeddedOn(id1, day); got != want {
			t.Errorf("embedded on %s: got %t, want %t", day, got, want)
		}
	}
	lapsed := domain.RoleEmbeddingLapsed{RolePost: post, Person: pharmacist, FTE: sixTenths, Condition: domain.ConditionTeam, On: 20230801}
	s = recorded(with(working, embedded, lapsed, but(embedded, func(e *domain.RoleEmbedded) { e.On = 20231001 }), ended)...)
	for day, want := range map[domain.Date]bool{20230630: false, 20230701: true, 20230801: true, 20230802: false, 20230930: false, 20231001: true, 20240401: false} {
		if got := s.EmbeddedOn(id1, day); got != want {
			t.Errorf("embedded, lapsed and embedded again, on %s: got %t, want %t", day, got, want)
		}
	}
	if recorded(working...).EmbeddedOn(id1, 20230701) || s.EmbeddedOn(uuid.Nil, 20230701) {
		t.Error("what is recruited, or not there, is not embedded")
	}
}
