package assurance_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/assurance"
	"github.com/hubledger/hubledger/domain/domaintest"
)

func TestDeclareShortfall(t *testing.T) {
	type C = assurance.DeclareShortfall
	declare := func(change ...func(*C)) C {
		c := C{Shortfall: short.Shortfall, On: 20230701, Requirements: []assurance.Unmet{
			{Requirement: "PLACEMENTS", Assessment: first}, {Requirement: "EDUCATORS", Reason: "The lead post is vacant"},
		}}
		for _, f := range change {
			f(&c)
		}
		return c
	}
	anew := func(c *C) { c.Shortfall = second }
	only := func(requirement string, shownBy uuid.UUID) func(*C) {
		return func(c *C) {
			c.Requirements = []assurance.Unmet{{Requirement: requirement, Assessment: shownBy, Reason: "Nobody to do it"}}
		}
	}
	on := func(day domain.Date) func(*C) { return func(c *C) { c.On = day } }
	said := func(id, contract uuid.UUID, day domain.Date, requirement string) domain.DeliveryShortfallDeclared {
		return domain.DeliveryShortfallDeclared{
			Shortfall: id, Hub: "QE1", Contract: contract, On: day, Requirements: []domain.UnmetRequirement{{Requirement: requirement, Reason: "Nobody to do it"}},
		}
	}
	better := with(assessed, func(e *domain.MaturityAssessed) { e.Assessment, e.Scores, e.On = second, scores(1, 2, 2), 20230630 })
	closedEarly := with(closed, func(e *domain.DeliveryShortfallClosed) { e.On = 20230801 })
	run(t, []domaintest.Case{
		{Name: "a shortfall is shown, or declared", Given: []domain.Event{assessed}, When: declare(), Then: []domain.Event{short}},
		{Name: "and again, when it is shown no more", Given: []domain.Event{assessed, short, better}, When: declare()},
		{
			Name: "under an id of the command's", Given: []domain.Event{assessed}, When: declare(func(c *C) { c.Shortfall = uuid.Nil }),
			Then: []domain.Event{with(short, func(e *domain.DeliveryShortfallDeclared) {
				e.Shortfall = domain.NewID(domaintest.CommandID, "shortfall")
			})},
			Anew: true,
		},
		{Name: "for ever so", Given: []domain.Event{assessed, short}, When: declare(only("EDUCATORS", uuid.Nil)), Refused: "I-ASR-2"},
		{Name: "not tomorrow", When: declare(only("PLACEMENTS", uuid.Nil), on(20240604)), Refused: "I-ASR-3"},
		{Name: "of a hub of the ICS", When: declare(func(c *C) { c.Hub = "QOP" }), Refused: "I-ASR-1"},
		{Name: "that is active", When: declare(only("PLACEMENTS", uuid.Nil), on(20190331)), Refused: "I-ASR-4", Prevents: true},

		{Name: "of what is contracted", When: declare(only("LEADERSHIP", uuid.Nil)), Refused: "I-ASR-9", Prevents: true},
		{
			Name: "or, without a schedule of the year, is a core function", When: declare(only("PLACEMENTS", uuid.Nil), on(20240401)),
			Then: []domain.Event{said(short.Shortfall, uuid.Nil, 20240401, "PLACEMENTS")},
		},
		{Name: "that a matrix still names", When: declare(only("LEADERSHIP", uuid.Nil), on(20240401)), Refused: "I-ASR-9", Prevents: true},
		{
			Name: "as one did", When: declare(only("LEADERSHIP", uuid.Nil), on(20200331)),
			Then: []domain.Event{said(short.Shortfall, uuid.Nil, 20200331, "LEADERSHIP")},
		},

		{Name: "shown by what is recorded", When: declare(), Refused: "I-ASR-1"},
		{Name: "of the hub", Given: []domain.Event{with(assessed, func(e *domain.MaturityAssessed) { e.Hub = coast })}, When: declare(), Refused: "I-ASR-1"},
		{Name: "in a domain about it", Given: []domain.Event{assessed}, When: declare(only("EDUCATORS", first)), Refused: "I-ASR-10", Prevents: true},
		{
			Name: "or declared and not shown, with a breach", Given: []domain.Event{assessed}, When: declare(only("EDUCATORS", first)), Happened: 20230701, Breaches: []domain.Rule{"I-ASR-10"},
			Then: []domain.Event{with(said(short.Shortfall, contract, 20230701, "EDUCATORS"), func(e *domain.DeliveryShortfallDeclared) { e.Requirements[0].Assessment = first })},
		},
		{Name: "by the newest", Given: []domain.Event{assessed, better}, When: declare(), Refused: "I-ASR-10", Prevents: true},
		{Name: "of that day", Given: []domain.Event{assessed}, When: declare(on(20230531)), Refused: "I-ASR-10", Prevents: true},

		{Name: "once at a time", Given: []domain.Event{assessed, short}, When: declare(anew, only("EDUCATORS", uuid.Nil), on(20230702)), Refused: "I-ASR-11"},
		{Name: "also from before", Given: []domain.Event{assessed, short, closedEarly}, When: declare(anew, only("EDUCATORS", uuid.Nil), on(20230630)), Refused: "I-ASR-11"},
		{Name: "and while it was open", Given: []domain.Event{assessed, short, closedEarly}, When: declare(anew, only("EDUCATORS", uuid.Nil), on(20230731)), Refused: "I-ASR-11"},
		{
			Name: "and again after it", Given: []domain.Event{assessed, short, closedEarly}, When: declare(anew, only("EDUCATORS", uuid.Nil), on(20230801)),
			Then: []domain.Event{said(second, contract, 20230801, "EDUCATORS")},
		},
		{
			Name: "another hub's is its own", Given: []domain.Event{assessed, short}, When: declare(anew, only("EDUCATORS", uuid.Nil), func(c *C) { c.Hub = coast }),
			Then: []domain.Event{with(said(second, contract, 20230701, "EDUCATORS"), func(e *domain.DeliveryShortfallDeclared) { e.Hub = coast })},
		},
		{
			Name: "and another requirement", Given: []domain.Event{said(short.Shortfall, contract, 20230701, "PLACEMENTS")}, When: declare(anew, only("EDUCATORS", uuid.Nil)),
			Then: []domain.Event{said(second, contract, 20230701, "EDUCATORS")},
		},
	}, "I-ASR-1", "I-ASR-2", "I-ASR-3", "I-ASR-4", "I-ASR-9", "I-ASR-10", "I-ASR-11")
}

func TestCloseShortfall(t *testing.T) {
	end := assurance.CloseShortfall{Shortfall: short.Shortfall, On: 20240401, Outcome: "The post is filled"}
	on := func(day domain.Date) assurance.CloseShortfall {
		return with(end, func(c *assurance.CloseShortfall) { c.On = day })
	}
	run(t, []domaintest.Case{
		{Name: "a shortfall is closed", Given: []domain.Event{short}, When: end, Then: []domain.Event{closed}},
		{Name: "after who stood in", Given: []domain.Event{short, agreed, ended}, When: end, Then: []domain.Event{closed}},
		{Name: "not before", Given: []domain.Event{short, agreed, ended}, When: on(20240331), Refused: "I-ASR-12", Prevents: true},
		{Name: "nor while they do", Given: []domain.Event{short, agreed}, When: end, Refused: "I-ASR-12", Prevents: true},
		{Name: "if it is declared", When: end, Refused: "I-ASR-1"},
		{Name: "once", Given: []domain.Event{short, closed}, When: on(20240402), Refused: "I-ASR-12"},
		{Name: "not before it began", Given: []domain.Event{short}, When: on(20230630), Refused: "I-ASR-12"},
		{Name: "nor tomorrow", Given: []domain.Event{short}, When: on(20240604), Refused: "I-ASR-3"},
	}, "I-ASR-1", "I-ASR-3", "I-ASR-12")
}
