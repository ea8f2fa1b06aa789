package projections

import (
	"fmt"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// The alphabets are small, so that events meet on the same things.
var (
	someHubs    = []domain.HubID{"QE1", "QHM", "QE1~fylde-coast"}
	someICBs    = []string{"QE1", "QHM"}
	somePCNs    = []string{"U00001", "U00002", "U00003"}
	someOrgs    = []string{"QE1", "QHM", "01A", "U00001", "U00002", "P00001", "P00002"}
	someSchools = []string{"SCH01", "SCH02"}
	someDays    = []domain.Date{0, 20220401, 20230401, 20240331}
	someRoles   = []domain.CensusRole{{StaffGroup: "a", StaffRole: "b", DetailedRole: "c", Source: "s"}, {StaffGroup: "a", StaffRole: "b", DetailedRole: "d", Source: "s"}}
	someCensus  = []domain.Census{202103, 202109}
	begin       = time.Date(2024, 4, 1, 9, 0, 0, 0, time.UTC)
)

func id(n int) uuid.UUID { return uuid.NewSHA1(uuid.Nil, fmt.Append(nil, n)) }

// anyEvent is any event at all: models get what the log holds, and must keep
// the law whether or not it makes sense.
func anyEvent(t *rapid.T) (eventstore.StreamID, domain.Event) {
	switch rapid.IntRange(0, 4).Draw(t, "of what") {
	case 0, 1:
		return anyHubEvent(t)
	case 2:
		return anyPlaceEvent(t)
	case 3:
		return anyAssuranceEvent(t)
	}
	icb := rapid.SampledFrom(someICBs).Draw(t, "icb")
	hub := rapid.SampledFrom(someHubs).Draw(t, "hub")
	pcn := rapid.SampledFrom(somePCNs).Draw(t, "pcn")
	org := rapid.SampledFrom(someOrgs).Draw(t, "org")
	other := rapid.SampledFrom(someOrgs).Draw(t, "other")
	day := rapid.SampledFrom(someDays[1:]).Draw(t, "day")
	last := rapid.SampledFrom(someDays).Draw(t, "last")
	record := id(rapid.IntRange(0, 5).Draw(t, "record"))
	role := rapid.SampledFrom(someRoles).Draw(t, "role")
	census := rapid.SampledFrom(someCensus).Draw(t, "census")
	fte := domain.FTE(rapid.IntRange(-2, 3).Draw(t, "fte")) * domain.OneFTE / 2
	small := rapid.IntRange(1, 40).Draw(t, "small")

	hubs := eventstore.StreamID("hub-" + hub.ICB())
	workforce := eventstore.StreamID("workforce-" + icb)
	events := []func() (eventstore.StreamID, domain.Event){
		func() (eventstore.StreamID, domain.Event) {
			return "ledger", domain.LedgerFounded{LedgerID: record, Origin: "hubledger.invalid/x", Synthetic: small%2 == 0}
		},
		func() (eventstore.StreamID, domain.Event) {
			return "ledger", domain.RulesAdopted{Version: domain.RulesVersion(small)}
		},
		func() (eventstore.StreamID, domain.Event) {
			return "ledger", domain.RollbackAccepted{LostFrom: domain.Seq(small), Origin: fmt.Sprint("hubledger.invalid/x/r", small)}
		},
		func() (eventstore.StreamID, domain.Event) {
			return "ledger", domain.ClockFaultRecorded{FromSeq: domain.Seq(small), ToSeq: domain.Seq(small + small%7)}
		},
		func() (eventstore.StreamID, domain.Event) {
			return "refusals-" + hubs, domain.CommandRefused{Command: record, Name: "register-hub", Rule: domain.Rule(fmt.Sprint("I-HUB-", small%3)), Sentence: "No."}
		},
		func() (eventstore.StreamID, domain.Event) {
			return hubs, domain.HubRegistered{Hub: hub, Level: domain.LevelICS, ICB: hub.ICB(), Name: fmt.Sprint("Hub ", small), Host: org, Region: "Y62", School: rapid.SampledFrom(someSchools).Draw(t, "school"), From: day, Basis: domain.BasisRegistered}
		},
		func() (eventstore.StreamID, domain.Event) {
			return hubs, domain.LocalityHubEstablished{Hub: hub, Parent: domain.HubID(hub.ICB()), Area: []string{pcn}, From: day}
		},
		func() (eventstore.StreamID, domain.Event) {
			return hubs, domain.HubHostChanged{Hub: hub, From: org, To: other, On: day}
		},
		func() (eventstore.StreamID, domain.Event) {
			return hubs, domain.PartnershipAgreed{Partnership: record, Hub: hub, Party: org, Purpose: "x", From: day, Until: last}
		},
		func() (eventstore.StreamID, domain.Event) {
			return hubs, domain.PartnershipEnded{Partnership: record, Hub: hub, Party: org, On: day, Reason: "x"}
		},
		func() (eventstore.StreamID, domain.Event) {
			class := rapid.SampledFrom([]domain.OrganisationClass{domain.ClassICB, domain.ClassSubICB, domain.ClassPCN, domain.ClassPractice, domain.ClassPrimaryCareSchool}).Draw(t, "class")
			return "organisations", domain.OrganisationRegistered{Org: org, Name: fmt.Sprint("Org ", small), Class: class, Opened: last}
		},
		func() (eventstore.StreamID, domain.Event) {
			return "organisations", domain.OrganisationClosed{Org: org, On: day, Successors: []string{other}}
		},
		func() (eventstore.StreamID, domain.Event) {
			kind := rapid.SampledFrom([]domain.RelationshipKind{domain.RelationPartnerTo, domain.RelationCommissionedBy, domain.RelationParent}).Draw(t, "kind")
			return "organisations", domain.OrganisationRelationshipRecorded{Child: org, Parent: other, Kind: kind, From: day, To: last}
		},
		func() (eventstore.StreamID, domain.Event) {
			return "organisations", domain.PatientListRecorded{Org: org, On: day, Registered: domain.Patients(small), Weighted: domain.Patients(small)}
		},
		func() (eventstore.StreamID, domain.Event) {
			return "organisations", domain.PartySucceeded{Party: org, Successor: other, On: day}
		},
		func() (eventstore.StreamID, domain.Event) {
			return workforce, domain.CensusRecordAppeared{Record: record, Census: census, PCN: pcn, ICB: icb, CensusRole: role, FTE: fte, Flags: []domain.RecordFlag{domain.ZeroFTE}}
		},
		func() (eventstore.StreamID, domain.Event) {
			return workforce, domain.CensusRecordChanged{Record: record, Census: census, PCN: pcn, ICB: icb, CensusRole: role, FTE: fte}
		},
		func() (eventstore.StreamID, domain.Event) {
			return workforce, domain.CensusRecordNoLongerSeen{Record: record, Census: census, PCN: pcn, ICB: icb, CensusRole: role, ClosedOn: last}
		},
		func() (eventstore.StreamID, domain.Event) {
			return workforce, domain.CensusRecorded{ICB: icb, Census: census, Status: domain.CensusSupplied, ReportingPCNs: somePCNs[:small%4]}
		},
		func() (eventstore.StreamID, domain.Event) {
			return workforce, domain.PCNClosed{PCN: pcn, ICB: icb, On: day, Unknown: true}
		},
	}
	return rapid.SampledFrom(events).Draw(t, "event")()
}

// anyLog is a log of any events. Times mostly advance, and sometimes jump.
func anyLog(t *rapid.T, most int) []Record { return logOf(t, most, anyEvent) }

// logOf is a log of events that come from somewhere.
func logOf(t *rapid.T, most int, from func(*rapid.T) (eventstore.StreamID, domain.Event)) []Record {
	n := rapid.IntRange(0, most).Draw(t, "length")
	revisions := make(map[eventstore.StreamID]eventstore.Revision)
	log := make([]Record, n)
	at := begin
	for i := range log {
		at = at.Add(time.Duration(rapid.SampledFrom([]int{0, 1, 1, 1, 60, -30, 3600}).Draw(t, "seconds")) * time.Second)
		stream, e := from(t)
		log[i] = Record{
			Seq: eventstore.Seq(i + 1), Stream: stream, Revision: revisions[stream], Type: e.EventType(),
			RecordedAt: at, EffectiveOn: rapid.SampledFrom(someDays).Draw(t, "effectiveOn"), Event: e,
		}
		revisions[stream]++
	}
	return log
}

// fold applies records to new models.
func fold(t failer, log []Record) *Models {
	m := NewModels()
	for _, r := range log {
		if err := applyTo(m.All(), r); err != nil {
			t.Fatalf("couldn't fold: %v", err)
		}
	}
	return m
}

// stored is a record as it stands in a store.
func stored(t failer, r Record) eventstore.NewEvent {
	version, data, err := wire.EncodeEvent(r.Event)
	if err != nil {
		t.Fatal(err)
	}
	env := eventstore.Envelope{V: version, RecordedAt: eventstore.InstantOf(r.RecordedAt)}
	if r.EffectiveOn != 0 {
		env.EffectiveOn = r.EffectiveOn.String()
	}
	e, err := eventstore.Seal(uuid.NewSHA1(uuid.Nil, fmt.Append(nil, "event ", r.Seq)), r.Type, data, env)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// failer is a *testing.T or a *rapid.T.
type failer interface {
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}
