package career_test

import (
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/career"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/rate"
	"github.com/hubledger/hubledger/domain/topology"
)

// Persons, by what they are in the cases.
var (
	doctor = uuid.MustParse("0c0c39b0-58d6-4d2a-93a5-6ac0f9a1c001")
	nurse  = uuid.MustParse("1a4b77f2-6b0e-4d4b-8f0a-5f6f4a5bc002")
	senior = uuid.MustParse("2d9e7c54-1f6d-4a7e-9a3d-0d7b1f8ec003") // mentor, coach, preceptor
)

var (
	id1 = uuid.MustParse("1b4e28ba-2fa1-41d2-883f-0016d3cca427")
	id2 = uuid.MustParse("7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d")
	id3 = uuid.MustParse("e1c5b3ee-1f4e-4c5e-9d0c-94a40d0fbe6a")
)

// Ids of what is published.
var (
	fellowGP     = uuid.MustParse("a0000000-0000-4000-8000-000000000001")
	preceptNurse = uuid.MustParse("a0000000-0000-4000-8000-000000000002")
	coachGP      = uuid.MustParse("a0000000-0000-4000-8000-000000000003")
	headNurse    = uuid.MustParse("a0000000-0000-4000-8000-000000000004")
)

// What the room asks of others is what they answer.
var (
	_ career.Organisations = organisation.View{}
	_ career.Hubs          = (*topology.State)(nil)
	_ career.National      = rate.View{}
)

// hub is the room as an aggregate, among others.
type hub struct {
	*career.State
	hubs career.Hubs
}

func (h hub) Fork() domain.Aggregate { return hub{h.State.Fork(), h.hubs} }
func (h hub) View(int64) any         { return nil }
func (h hub) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return h.State.Decide(refs, c, now, h.hubs)
}

// newHub is QE1 from April 2019 and a locality hub from April 2023.
func newHub() domain.Aggregate {
	hubs := topology.New("QE1")
	for _, e := range []domain.Event{
		domain.HubRegistered{Hub: "QE1", Level: domain.LevelICS, ICB: "QE1", From: 20190401},
		domain.HubRegistered{Hub: "QE1~fylde-coast", Level: domain.LevelLocality, Parent: "QE1", ICB: "QE1", From: 20230401},
	} {
		hubs.Evolve(domain.Recorded{Event: e})
	}
	return hub{career.New("QE1"), hubs}
}

func limit(key string, amount int64, unit domain.ThresholdUnit) domain.Threshold {
	return domain.Threshold{Key: key, Amount: amount, Unit: unit}
}

// published are the rules and rates of the cases. Applications for the
// fellowship closed on 29 March 2024.
var published = []domain.Event{
	domain.ThresholdsSet{
		Set: fellowGP, Scheme: "FELLOWSHIP_GP", From: 20200401, To: 20240329, PublishedOn: 20200401, SourceDoc: "General Practice Fellowships",
		Thresholds: []domain.Threshold{
			limit(career.KeyContractAtLeast, 24, domain.UnitMonths), limit(career.KeyLongest, 2, domain.UnitYears), limit(career.KeyQualifiedWithin, 12, domain.UnitMonths),
			limit("SESSION_COSTS", 30_000, domain.UnitPence),
		},
	},
	domain.ThresholdsSet{
		Set: preceptNurse, Scheme: "PRECEPTORSHIP_NURSE", From: 20221001, PublishedOn: 20221001, SourceDoc: "National preceptorship framework",
		Thresholds: []domain.Threshold{limit(career.KeyLongest, 12, domain.UnitMonths), limit(career.KeyShortest, 6, domain.UnitMonths)},
	},
	domain.ThresholdsSet{
		Set: coachGP, Scheme: "COACHING_GP", From: 20230401, PublishedOn: 20230401, SourceDoc: "Coaching offer",
		Thresholds: []domain.Threshold{limit(career.KeyQualifiedWithin, 60, domain.UnitMonths)},
	},
	domain.RateSet{
		Rate: headNurse, Kind: domain.RateGrant, Key: "CPD_NURSE", Area: career.CPDArea, From: 20200401, To: 20250331, Pence: 333_00, Unit: career.CPDUnit, PublishedOn: 20200401,
	},
	domain.RateSet{
		Rate: id1, Kind: domain.RateGrant, Key: "CPD_MIDWIFE", Area: career.CPDArea, From: 20200401, Pence: 1_000_00, Unit: "HEAD", PublishedOn: 20200401,
	},
}

func streams() domaintest.Streams {
	orgs, rates := organisation.New(), rate.New()
	for i, e := range []domain.Event{
		domain.OrganisationRegistered{Org: "A81001", Class: domain.ClassPractice},
		domain.OrganisationRegistered{Org: "A81002", Class: domain.ClassPractice},
		domain.OrganisationClosed{Org: "A81002", On: 20230331},
	} {
		orgs.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	for i, e := range published {
		rates.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return domaintest.Streams{organisation.Stream: orgs.View(100), career.NationalStream: rates.View(100)}
}

// but is a value with a change.
func but[T any](v T, change func(*T)) T {
	change(&v)
	return v
}
