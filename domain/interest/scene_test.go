package interest_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/interest"
	"github.com/hubledger/hubledger/domain/national"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/person"
)

var (
	someone = uuid.MustParse("1b4e28ba-2fa1-41d2-883f-0016d3cca427")
	senior  = uuid.MustParse("7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d")
	id1     = uuid.MustParse("e1c5b3ee-1f4e-4c5e-9d0c-94a40d0fbe6a")
	id2     = uuid.MustParse("9b2f8d0a-5c58-4f0e-9a53-3f0a7c1d2e4b")
	patient = "5f0c9a4e-2d11-4b7c-8e6a-7b9d0c1e2f3a"
)

// policy is the limits of NHS England's guidance of June 2017.
var policy = domain.ThresholdsSet{
	Set: id1, Scheme: interest.Scheme, From: 20170601, PublishedOn: 20170209, SourceDoc: "Managing conflicts of interest in the NHS",
	Thresholds: []domain.Threshold{
		{Key: interest.KeyDeclareWithin, Amount: 28, Unit: domain.UnitDays},
		{Key: interest.KeyGift, Amount: 5000, Unit: domain.UnitPence},
		{Key: interest.KeyGiftBrandedAid, Amount: 600, Unit: domain.UnitPence},
		{Key: interest.KeyGiftsAddUp, Amount: 12, Unit: domain.UnitMonths},
		{Key: interest.KeyMealApprovedAbove, Amount: 7500, Unit: domain.UnitPence},
		{Key: interest.KeyMealDeclaredFrom, Amount: 2500, Unit: domain.UnitPence},
		{Key: interest.KeyPrivateFor, Amount: 6, Unit: domain.UnitYears},
		{Key: interest.KeyPublicFor, Amount: 6, Unit: domain.UnitMonths},
		{Key: interest.KeyStateAgainWithin, Amount: 12, Unit: domain.UnitMonths},
	},
}

// nation is what holds nationally.
func nation(events ...domain.Event) national.View {
	a := national.New()
	for i, e := range events {
		a.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return a.View(100).(national.View)
}

func streams() domaintest.Streams {
	orgs := organisation.New()
	for i, e := range []domain.Event{
		domain.OrganisationRegistered{Org: "A81001", Name: "THE DENSHAM SURGERY", Class: domain.ClassPractice},
		domain.OrganisationRegistered{Org: "CH-01234567", Name: "Acme Training Limited", Class: "TRAINING_COMPANY"},
	} {
		orgs.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return domaintest.Streams{organisation.Stream: orgs.View(100), national.Stream: nation(policy)}
}

// run runs cases, each rule of which is to refuse in one.
func run(t *testing.T, cases []domaintest.Case, rules ...domain.Rule) {
	t.Helper()
	of := make(map[domain.Rule]string)
	for _, rule := range rules {
		of[rule] = interest.Rules[rule]
	}
	domaintest.Run(t, func() domain.Aggregate { return person.New(someone) }, streams(), of, cases)
}

func declared(id uuid.UUID, d domain.DeclaredInterest) domain.InterestDeclared {
	return domain.InterestDeclared{Person: someone, Interest: id, DeclaredInterest: d}
}

func declare(id uuid.UUID, d domain.DeclaredInterest) interest.DeclareInterest {
	return interest.DeclareInterest{
		Interest: id, Category: d.Category, Nature: d.Nature, Org: d.Org, Arose: d.Arose, Ends: d.Ends, Relation: d.Relation,
	}
}

func amend(id uuid.UUID, d domain.DeclaredInterest, reason string) interest.AmendInterest {
	return interest.AmendInterest{
		Interest: id, Category: d.Category, Nature: d.Nature, Org: d.Org, Arose: d.Arose, Ends: d.Ends, Relation: d.Relation, Reason: reason,
	}
}

func amended(id uuid.UUID, d domain.DeclaredInterest, reason string) domain.InterestAmended {
	return domain.InterestAmended{Person: someone, Interest: id, DeclaredInterest: d, Reason: reason}
}
