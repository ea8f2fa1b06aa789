package role_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/role"
)

// rotational is a post that rotates between a trust and a practice.
var rotational = domain.RotationalPostCreated{
	RolePost: but(post, func(p *domain.RolePost) { p.Origin = domain.OriginNew }),
	Legs: []domain.RotationLeg{
		{Leg: 1, Org: "RXX01", From: 20230401, To: 20230930, FTE: domain.OneFTE},
		{Leg: 2, Org: "A81001", PrimaryCare: true, From: 20231001, To: 20240331, FTE: domain.OneFTE},
	},
}

var rotate = role.CreateRotationalPost{
	Post: id1, PCN: "U00001", RoleType: "CLINICAL_PHARMACIST", Origin: domain.OriginNew,
	Legs: []role.Leg{
		{Org: "RXX01", From: 20230401, To: 20230930, FTE: domain.OneFTE},
		{Org: "A81001", From: 20231001, To: 20240331, FTE: domain.OneFTE},
	},
}

// legs is the post with other legs.
func legs(all ...role.Leg) role.CreateRotationalPost {
	return but(rotate, func(c *role.CreateRotationalPost) { c.Legs = all })
}

func legStarted(n int, person uuid.UUID, on domain.Date) domain.RotationLegStarted {
	return domain.RotationLegStarted{RolePost: rotational.RolePost, RotationLeg: rotational.Legs[n-1], Person: person, On: on}
}

func legEnded(n int, on domain.Date) domain.RotationLegEnded {
	return domain.RotationLegEnded{RolePost: rotational.RolePost, RotationLeg: rotational.Legs[n-1], Person: pharmacist, On: on, Reason: "as agreed"}
}

func rotateCases() []domaintest.Case {
	half := domain.OneFTE / 2
	overlap := func(fte domain.FTE) role.CreateRotationalPost {
		return legs(role.Leg{Org: "RXX01", From: 20230401, To: 20231001, FTE: half}, role.Leg{Org: "A81001", From: 20231001, To: 20240331, FTE: fte})
	}
	both := rotational
	both.Legs = []domain.RotationLeg{
		{Leg: 1, Org: "RXX01", From: 20230401, To: 20231001, FTE: half},
		{Leg: 2, Org: "A81001", PrimaryCare: true, From: 20231001, To: 20240331, FTE: half},
	}
	unled := but(rotate, func(c *role.CreateRotationalPost) { c.PCN = "" })
	return []domaintest.Case{
		{Name: "a post rotates", When: rotate, Then: []domain.Event{rotational}},
		{Name: "led by no PCN", When: unled, Then: []domain.Event{but(rotational, func(e *domain.RotationalPostCreated) { e.PCN = "" })}},
		{Name: "for a whole in two places on a day", When: overlap(half), Then: []domain.Event{both}},
		{Name: "not for more", When: overlap(half + 1), Refused: "I-POST-19", Prevents: true},
		{Name: "once", Given: []domain.Event{rotational}, When: overlap(half), Refused: "I-POST-11"},
		{Name: "under an id of its own", Given: []domain.Event{proposed}, When: rotate, Refused: "I-POST-11"},
		{Name: "between places that are known", When: legs(rotate.Legs[0], role.Leg{Org: "RXX09", From: 20231001, To: 20240331, FTE: half}), Refused: "I-POST-10"},
		{Name: "and open", When: legs(rotate.Legs[0], role.Leg{Org: "U00002", From: 20240101, To: 20240331, FTE: half}), Refused: "I-POST-15", Prevents: true},
		{Name: "of a type that is known", When: but(rotate, func(c *role.CreateRotationalPost) { c.RoleType = "ASTROLOGER" }), Refused: "I-POST-10"},
		{Name: "and holds on the first day of all", When: but(rotate, func(c *role.CreateRotationalPost) { c.RoleType = "GP" }), Refused: "I-POST-3", Prevents: true},
		{Name: "of a hub that is there", When: legs(rotate.Legs[0], role.Leg{Org: "A81001", From: 20190331, To: 20240331, FTE: 1}), Refused: "I-POST-14", Prevents: true},
		{Name: "and a PCN", When: but(rotate, func(c *role.CreateRotationalPost) { c.PCN = "U00009" }), Refused: "I-POST-10"},
	}
}

func legCases() []domaintest.Case {
	start := func(n int, person uuid.UUID, on domain.Date) role.StartRotationLeg {
		return role.StartRotationLeg{Post: id1, Leg: n, Person: person, On: on}
	}
	end := func(n int, on domain.Date) role.EndRotationLeg {
		return role.EndRotationLeg{Post: id1, Leg: n, On: on, Reason: "as agreed"}
	}
	begun := []domain.Event{rotational, legStarted(1, pharmacist, 20230401)}
	elsewhere := []domain.Event{
		rotational,
		but(proposed, func(e *domain.RolePostProposed) { e.Post = id2 }),
		but(recruited, func(e *domain.RolePostRecruited) { e.Post, e.Start = id2, 20231101 }),
	}
	return []domaintest.Case{
		{Name: "a leg begins", Given: []domain.Event{rotational}, When: start(1, pharmacist, 20230401), Then: []domain.Event{legStarted(1, pharmacist, 20230401)}},
		{Name: "of a post that rotates", Given: []domain.Event{proposed}, When: start(1, pharmacist, 20230401), Refused: "I-POST-10"},
		{Name: "and has it", Given: []domain.Event{rotational}, When: start(3, pharmacist, 20230401), Refused: "I-POST-10"},
		{Name: "once", Given: begun, When: start(1, lapsed, 20230401), Refused: "I-POST-11"},
		{Name: "by its planned last day", Given: []domain.Event{rotational}, When: start(1, pharmacist, 20231001), Refused: "I-POST-12"},
		{Name: "when the day has come", Given: []domain.Event{rotational}, When: start(1, pharmacist, 20240604), Refused: "I-POST-13"},
		{Name: "the next after the last", Given: begun, When: start(2, pharmacist, 20231001), Then: []domain.Event{legStarted(2, pharmacist, 20231001)}},
		{Name: "not on its last day", Given: begun, When: start(2, pharmacist, 20230930), Refused: "I-POST-2", Prevents: true},
		{Name: "but if it did it is written down", Given: begun, When: start(2, pharmacist, 20230930), Happened: 20230930, Then: []domain.Event{legStarted(2, pharmacist, 20230930)}, Breaches: []domain.Rule{"I-POST-2"}},
		{Name: "unless that ended before", Given: with(begun, legEnded(1, 20230929)), When: start(2, pharmacist, 20230930), Then: []domain.Event{legStarted(2, pharmacist, 20230930)}},
		{Name: "with somebody who has time", Given: elsewhere, When: start(2, pharmacist, 20231001), Refused: "I-POST-2", Prevents: true},
		{Name: "on its days", Given: elsewhere, When: start(1, pharmacist, 20230401), Then: []domain.Event{legStarted(1, pharmacist, 20230401)}},

		{Name: "a leg ends", Given: begun, When: end(1, 20230930), Then: []domain.Event{legEnded(1, 20230930)}},
		{Name: "after it began", Given: []domain.Event{rotational}, When: end(1, 20230930), Refused: "I-POST-12"},
		{Name: "not the day before", Given: begun, When: end(1, 20230331), Refused: "I-POST-12"},
		{Name: "once", Given: with(begun, legEnded(1, 20230930)), When: end(1, 20231001), Refused: "I-POST-12"},
		{Name: "when the day has come", Given: begun, When: end(1, 20240604), Refused: "I-POST-13"},
		{Name: "later than planned", Given: begun, When: end(1, 20231005), Then: []domain.Event{legEnded(1, 20231005)}},
		{Name: "but not beside the next", Given: with(begun, legStarted(2, pharmacist, 20231001)), When: end(1, 20231001), Refused: "I-POST-2", Prevents: true},
		{Name: "of a post that has it", Given: begun, When: end(3, 20230930), Refused: "I-POST-10"},
	}
}
