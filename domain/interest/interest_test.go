package interest_test

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/interest"
	"github.com/hubledger/hubledger/domain/person"
)

func TestInterests(t *testing.T) {
	partner := domain.DeclaredInterest{Category: domain.InterestFinancial, Nature: "partner in the practice", Org: "A81001", Arose: 20220401}
	spouse := domain.DeclaredInterest{Category: domain.InterestIndirect, Nature: "shareholder", Org: "CH-01234567", Arose: 20230115, Relation: domain.RelatedSpouse}
	trustee := domain.DeclaredInterest{Category: domain.InterestPersonal, Nature: "trustee of a charity", Arose: 20210101, Ends: 20241231}
	derived := domain.NewID(domaintest.CommandID, "interest")
	with := func(d domain.DeclaredInterest, change func(*domain.DeclaredInterest)) domain.DeclaredInterest {
		change(&d)
		return d
	}
	noRelation := with(spouse, func(d *domain.DeclaredInterest) { d.Relation = "" })
	own := with(partner, func(d *domain.DeclaredInterest) { d.Relation = domain.RelatedSpouse })
	unregistered := with(partner, func(d *domain.DeclaredInterest) { d.Org = "A81002" })
	backwards := with(partner, func(d *domain.DeclaredInterest) { d.Ends = 20220331 })
	oneDay := with(partner, func(d *domain.DeclaredInterest) { d.Ends = 20220401 })
	tomorrow := with(partner, func(d *domain.DeclaredInterest) { d.Arose = 20240604 })
	until := with(partner, func(d *domain.DeclaredInterest) { d.Ends = 20240603 })
	left := with(partner, func(d *domain.DeclaredInterest) { d.Ends = 20240331 })
	ended := domain.InterestEnded{Person: someone, Interest: id1, On: 20240331}

	run(t, []domaintest.Case{
		{
			Name: "an interest is declared",
			When: declare(id1, partner), Then: []domain.Event{declared(id1, partner)},
		},
		{
			Name: "one without an id gets the command's", Given: []domain.Event{declared(id1, partner)},
			When: declare(uuid.Nil, spouse), Then: []domain.Event{declared(derived, spouse)},
		},
		{
			Name: "what is declared is not declared again", Given: []domain.Event{declared(id1, partner)},
			When: declare(uuid.Nil, partner),
		},
		{
			Name: "and not under another id", Given: []domain.Event{declared(id1, partner)},
			When: declare(id2, partner), Refused: "I-INT-3",
		},
		{
			Name: "nor is the declaration replaced", Given: []domain.Event{declared(id1, partner)},
			When: declare(id1, trustee), Refused: "I-INT-3",
		},
		{
			Name: "an indirect interest says through whom",
			When: declare(id1, noRelation), Refused: "I-INT-1",
		},
		{
			Name: "and no other does",
			When: declare(id1, own), Refused: "I-INT-1",
		},
		{
			Name: "it is in an organisation that is registered, or none",
			When: declare(id1, unregistered), Refused: "I-INT-7",
		},
		{
			Name: "it arises before it ends",
			When: declare(id1, backwards), Refused: "I-INT-2",
		},
		{
			Name: "or on the day",
			When: declare(id1, oneDay), Then: []domain.Event{declared(id1, oneDay)},
		},
		{
			Name: "it has arisen",
			When: declare(id1, tomorrow), Refused: "I-INT-8",
		},
		{
			Name: "but its last day may lie ahead",
			When: declare(id1, trustee), Then: []domain.Event{declared(id1, trustee)},
		},

		{
			Name: "an interest is amended, and says why", Given: []domain.Event{declared(id1, unregistered)},
			When: amend(id1, partner, "the code was wrong"), Then: []domain.Event{amended(id1, partner, "the code was wrong")},
		},
		{
			Name: "not to what it is", Given: []domain.Event{declared(id1, unregistered), amended(id1, partner, "the code was wrong")},
			When: amend(id1, partner, "again"),
		},
		{
			Name: "not before it is declared",
			When: amend(id1, partner, "the code was wrong"), Refused: "I-INT-7",
		},
		{
			Name: "not to what could not be declared", Given: []domain.Event{declared(id1, partner)},
			When: amend(id1, backwards, "it ended"), Refused: "I-INT-2",
		},
		{
			Name: "not with a relation that does not fit", Given: []domain.Event{declared(id1, partner)},
			When: amend(id1, own, "it is hers"), Refused: "I-INT-1",
		},

		{
			Name: "an interest ends", Given: []domain.Event{declared(id1, partner)},
			When: interest.EndInterest{Interest: id1, On: 20240331}, Then: []domain.Event{ended},
		},
		{
			Name: "on a day that has come", Given: []domain.Event{declared(id1, partner)},
			When: interest.EndInterest{Interest: id1, On: 20240604}, Refused: "I-INT-8",
		},
		{
			Name: "not before it arose", Given: []domain.Event{declared(id1, partner)},
			When: interest.EndInterest{Interest: id1, On: 20220331}, Refused: "I-INT-2",
		},
		{
			Name: "before the day it was expected to", Given: []domain.Event{declared(id1, trustee)},
			When: interest.EndInterest{Interest: id1, On: 20240603},
			Then: []domain.Event{domain.InterestEnded{Person: someone, Interest: id1, On: 20240603}},
		},
		{
			Name: "once", Given: []domain.Event{declared(id1, partner), ended},
			When: interest.EndInterest{Interest: id1, On: 20240401}, Refused: "I-INT-12",
		},
		{
			Name: "or with the day it was declared for", Given: []domain.Event{declared(id1, oneDay)},
			When: interest.EndInterest{Interest: id1, On: 20240401}, Refused: "I-INT-12",
		},
		{
			Name: "which has come on the day itself", Given: []domain.Event{declared(id1, until)},
			When: interest.EndInterest{Interest: id1, On: 20240602}, Refused: "I-INT-12",
		},
		{
			Name: "unless that is amended", Given: []domain.Event{declared(id1, partner), ended},
			When: amend(id1, partner, "it did not end"), Then: []domain.Event{amended(id1, partner, "it did not end")},
		},
		{
			Name: "after which it ends again", Given: []domain.Event{declared(id1, partner), ended, amended(id1, partner, "it did not end")},
			When: interest.EndInterest{Interest: id1, On: 20240401},
			Then: []domain.Event{domain.InterestEnded{Person: someone, Interest: id1, On: 20240401}},
		},
		{
			Name: "what is not declared does not end",
			When: interest.EndInterest{Interest: id1, On: 20240401}, Refused: "I-INT-7",
		},
		{
			Name: "an interest that ended is what was declared with its last day", Given: []domain.Event{declared(id1, partner), ended},
			When: declare(uuid.Nil, left),
		},
	}, "I-INT-1", "I-INT-2", "I-INT-3", "I-INT-7", "I-INT-8", "I-INT-12")
}

func TestStatements(t *testing.T) {
	partner := domain.DeclaredInterest{Category: domain.InterestFinancial, Nature: "partner in the practice", Org: "A81001", Arose: 20220401}
	spouse := domain.DeclaredInterest{Category: domain.InterestIndirect, Nature: "shareholder", Arose: 20230115, Relation: domain.RelatedSpouse}
	ended := domain.InterestEnded{Person: someone, Interest: id1, On: 20240331}
	nothing := func(on domain.Date) domain.NilReturnMade { return domain.NilReturnMade{Person: someone, On: on} }
	refreshed := func(on domain.Date, ids ...uuid.UUID) domain.DeclarationRefreshed {
		return domain.DeclarationRefreshed{Person: someone, On: on, Interests: ids}
	}

	run(t, []domaintest.Case{
		{
			Name: "who has declared nothing makes a nil return",
			When: interest.MakeNilReturn{On: 20240401}, Then: []domain.Event{nothing(20240401)},
		},
		{
			Name: "who holds an interest does not", Given: []domain.Event{declared(id1, partner)},
			When: interest.MakeNilReturn{On: 20240401}, Refused: "I-INT-6", Prevents: true,
		},
		{
			Name: "if one was made on paper it is written down, and that it is false", Given: []domain.Event{declared(id1, partner)}, Anew: true,
			When: interest.MakeNilReturn{On: 20240401}, Happened: 20240401,
			Then: []domain.Event{nothing(20240401)}, Breaches: []domain.Rule{"I-INT-6"},
		},
		{
			Name: "on the last day an interest is held", Given: []domain.Event{declared(id1, partner), ended},
			When: interest.MakeNilReturn{On: 20240331}, Refused: "I-INT-6", Prevents: true,
		},
		{
			Name: "not on the day after", Given: []domain.Event{declared(id1, partner), ended},
			When: interest.MakeNilReturn{On: 20240401}, Then: []domain.Event{nothing(20240401)},
		},
		{
			Name: "nor on the day before it arose", Given: []domain.Event{declared(id1, partner)},
			When: interest.MakeNilReturn{On: 20220331}, Then: []domain.Event{nothing(20220331)},
		},
		{
			Name: "a nil return made before does not stand against what was declared since", Given: []domain.Event{nothing(20240401), declared(id1, partner)},
			When: interest.MakeNilReturn{On: 20240401}, Refused: "I-INT-6", Prevents: true,
		},
		{
			Name: "it is made once for a day, whatever is stated of others", Given: []domain.Event{nothing(20240401), nothing(20240501)},
			When: interest.MakeNilReturn{On: 20240401},
		},
		{
			Name: "and again where interests were stated since, but are amended away",
			Given: []domain.Event{
				nothing(20240401), declared(id1, partner), refreshed(20240401, id1),
				amended(id1, domain.DeclaredInterest{Category: domain.InterestFinancial, Nature: "partner in the practice", Arose: 20240402}, "it began later"),
			},
			When: interest.MakeNilReturn{On: 20240401}, Then: []domain.Event{nothing(20240401)},
		},
		{
			Name: "not for tomorrow",
			When: interest.MakeNilReturn{On: 20240604}, Refused: "I-INT-8",
		},
		{
			Name: "who holds interests says that these are all", Given: []domain.Event{declared(id1, partner), declared(id2, spouse)},
			When: interest.RefreshDeclaration{On: 20240401}, Then: []domain.Event{refreshed(20240401, id1, id2)},
		},
		{
			Name: "those of the day", Given: []domain.Event{declared(id1, partner), declared(id2, spouse), ended},
			When: interest.RefreshDeclaration{On: 20240401}, Then: []domain.Event{refreshed(20240401, id2)},
		},
		{
			Name: "again where one has been declared since", Given: []domain.Event{declared(id1, partner), refreshed(20240401, id1), declared(id2, spouse)},
			When: interest.RefreshDeclaration{On: 20240401}, Then: []domain.Event{refreshed(20240401, id1, id2)},
		},
		{
			Name: "who holds none makes a nil return instead", Given: []domain.Event{declared(id1, partner), ended},
			When: interest.RefreshDeclaration{On: 20240401}, Refused: "I-INT-11",
		},
		{
			Name: "not for tomorrow, either", Given: []domain.Event{declared(id1, partner)},
			When: interest.RefreshDeclaration{On: 20240604}, Refused: "I-INT-8",
		},
	}, "I-INT-6", "I-INT-8", "I-INT-11")
}

// What a hub's decision reads of a person is what was declared at the revision
// of its basis, whatever is declared later of the days before.
func TestView(t *testing.T) {
	partner := domain.DeclaredInterest{Category: domain.InterestFinancial, Nature: "partner", Org: "A81001", Arose: 20220401}
	lecturer := domain.DeclaredInterest{Category: domain.InterestProfessional, Nature: "lecturer", Arose: 20200101}
	p := person.New(someone)
	for i, e := range []domain.Event{
		domain.NilReturnMade{Person: someone, On: 20240401}, // 0
		declared(id1, partner),                              // 1
		declared(id2, lecturer),                             // 2
		domain.DeclarationRefreshed{Person: someone, On: 20240501, Interests: []uuid.UUID{id1, id2}}, // 3
		domain.InterestEnded{Person: someone, Interest: id1, On: 20240430},                           // 4
		domain.NilReturnMade{Person: someone, On: 20240401},                                          // 5
	} {
		p.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	at := func(revision int64) person.View { return p.View(revision).(person.View) }

	for _, c := range []struct {
		revision int64
		day      domain.Date
		held     []uuid.UUID
	}{
		{0, 20240401, nil},
		{1, 20240401, []uuid.UUID{id1}},
		{1, 20220331, nil},
		{2, 20240401, []uuid.UUID{id1, id2}},
		{3, 20240501, []uuid.UUID{id1, id2}},
		{4, 20240430, []uuid.UUID{id1, id2}},
		{4, 20240501, []uuid.UUID{id2}},
	} {
		v := at(c.revision)
		if got := v.Held(c.day); !slices.Equal(got, c.held) {
			t.Errorf("at revision %d, on %s: got %v, want %v", c.revision, c.day, got, c.held)
		}
		for _, id := range []uuid.UUID{id1, id2} {
			if got, want := v.HeldOn(id, c.day), slices.Contains(c.held, id); got != want {
				t.Errorf("at revision %d, %s held on %s: got %t, want %t", c.revision, id, c.day, got, want)
			}
		}
	}
	if d, ok := at(3).Interest(id1); !ok || d != partner {
		t.Errorf("the interest before it ended: got %+v %t", d, ok)
	}
	if _, ok := at(0).Interest(id1); ok {
		t.Error("an interest is known before it is declared")
	}

	for _, c := range []struct {
		revision int64
		day      domain.Date
		want     interest.Statement
		ok       bool
	}{
		{5, 20240331, interest.Statement{}, false},
		{0, 20240501, interest.Statement{On: 20240401, Nil: true}, true},
		{3, 20240430, interest.Statement{On: 20240401, Nil: true}, true},
		{3, 20240501, interest.Statement{On: 20240501, Interests: []uuid.UUID{id1, id2}}, true},
		{5, 20240501, interest.Statement{On: 20240501, Interests: []uuid.UUID{id1, id2}}, true},
	} {
		got, ok := at(c.revision).StatedOn(c.day)
		if ok != c.ok || got.On != c.want.On || got.Nil != c.want.Nil || !slices.Equal(got.Interests, c.want.Interests) {
			t.Errorf("at revision %d, stated on %s: got %+v %t, want %+v %t", c.revision, c.day, got, ok, c.want, c.ok)
		}
	}
	both := person.New(someone)
	both.Evolve(domain.Recorded{Revision: 0, Event: domain.NilReturnMade{Person: someone, On: 20240501}})
	both.Evolve(domain.Recorded{Revision: 1, Event: domain.DeclarationRefreshed{Person: someone, On: 20240501, Interests: []uuid.UUID{id1}}})
	if got, _ := both.View(1).(person.View).StatedOn(20240501); got.Nil {
		t.Error("of two statements about one day the first was given")
	}
	if got := at(4).NilReturns(); !slices.Equal(got, []domain.Date{20240401}) {
		t.Errorf("nil returns at revision 4: got %v", got)
	}
	if got := at(5).NilReturns(); !slices.Equal(got, []domain.Date{20240401, 20240401}) {
		t.Errorf("nil returns at revision 5: got %v", got)
	}
}

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, interest.DeclareInterest{}, "/category", "/nature", "/arose")
	domaintest.Fields(t, interest.DeclareInterest{Category: "X", Nature: "n", Org: "?", Arose: 20240101, Relation: "JANE"}, "/category", "/org", "/relation")
	domaintest.Fields(t, interest.AmendInterest{}, "/interest", "/category", "/nature", "/arose", "/reason")
	domaintest.Fields(t, interest.EndInterest{}, "/interest", "/on")
	domaintest.Fields(t, interest.MakeNilReturn{}, "/on")
	domaintest.Fields(t, interest.RefreshDeclaration{}, "/on")
	domaintest.Fields(t, interest.RecordGift{Kind: "MEAL", From: "5F0C9A4E-2D11-4B7C-8E6A-7B9D0C1E2F3A", Value: -1}, "/kind", "/from", "/valuePence", "/on")
	domaintest.Fields(t, interest.RecordGift{Kind: "GIFT", From: patient, On: 20240603, OnBehalf: true, ApprovedBy: senior}, "/onBehalf", "/approvedBy")
	domaintest.Fields(t, interest.RecordHospitality{Kind: "GIFT", From: "A81001"}, "/kind", "/on")
}
