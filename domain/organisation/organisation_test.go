package organisation_test

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/organisation"
)

var (
	region    = domain.OrganisationRegistered{Org: "Y62", Name: "North West", Class: domain.ClassRegion}
	midlands  = domain.OrganisationRegistered{Org: "Y60", Name: "Midlands", Class: domain.ClassRegion}
	icb       = domain.OrganisationRegistered{Org: "QE1", Name: "NHS One ICB", Class: domain.ClassICB}
	sub       = domain.OrganisationRegistered{Org: "00Q", Name: "One Sub", Class: domain.ClassSubICB}
	sub2      = domain.OrganisationRegistered{Org: "00R", Name: "Two Sub", Class: domain.ClassSubICB}
	pcn       = domain.OrganisationRegistered{Org: "U00001", Name: "NORTH PCN", Class: domain.ClassPCN, Opened: 20190701}
	pcn2      = domain.OrganisationRegistered{Org: "U00002", Name: "SOUTH PCN", Class: domain.ClassPCN}
	practice  = domain.OrganisationRegistered{Org: "A81001", Name: "THE SURGERY", Class: domain.ClassPractice, Opened: 19740401}
	trust     = domain.OrganisationRegistered{Org: "RXN", Name: "The Trust", Class: "NHS_TRUST"}
	company   = domain.OrganisationRegistered{Org: "CH-01234567", Name: "A Company", Class: "COMPANY"}
	hee       = domain.OrganisationRegistered{Org: "HEE", Name: "Health Education England", Class: domain.ClassAccountableBody}
	nhse      = domain.OrganisationRegistered{Org: "NHSE", Name: "NHS England", Class: domain.ClassAccountableBody}
	pcnClosed = domain.OrganisationClosed{Org: "U00001", On: 20210331, Successors: []string{"U00002"}}
	inNorth   = domain.OrganisationRelationshipRecorded{Child: "A81001", Parent: "U00001", Kind: domain.RelationPartnerTo, From: 20190701}
	ofSub     = domain.OrganisationRelationshipRecorded{Child: "U00002", Parent: "00Q", Kind: domain.RelationCommissionedBy, From: 20200401, To: 20210331, StatedBy: "ODS"}
	status    = domain.LegalStatusRecorded{Org: "CH-01234567", Status: "COMMUNITY_INTEREST_COMPANY", From: 20190401}
	list      = domain.PatientListRecorded{Org: "A81001", On: 20230331, Registered: 402925, Weighted: 457978, Basis: "2022/23"}
	succeeded = domain.PartySucceeded{Party: "HEE", Successor: "NHSE", On: 20230401}

	row    = &domain.Source{FileHash: domain.Hash{1}, Row: 2}
	person = uuid.MustParse("7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d").String()
)

func relate(e domain.OrganisationRelationshipRecorded) organisation.RecordRelationship {
	return organisation.RecordRelationship{Child: e.Child, Parent: e.Parent, Kind: e.Kind, From: e.From, To: e.To, StatedBy: e.StatedBy}
}

func but[C any](c C, change func(*C)) C {
	change(&c)
	return c
}

func run(t *testing.T, about []domain.Rule, cases []domaintest.Case) {
	t.Helper()
	rules := make(map[domain.Rule]string)
	for _, rule := range about {
		rules[rule] = organisation.Rules[rule]
	}
	domaintest.Run(t, func() domain.Aggregate { return organisation.New() }, nil, rules, cases)
}

// What the tables are about: each refuses by every one of its rules.
var (
	ofCodes         = []domain.Rule{"I-ORG-1", "I-ORG-2", "I-ORG-3", "I-ORG-4", "I-ORG-7"}
	ofRelationships = []domain.Rule{"I-ORG-2", "I-ORG-3", "I-ORG-5", "I-ORG-6", "I-ORG-7"}
	ofFigures       = []domain.Rule{"I-ORG-2", "I-ORG-3", "I-ORG-7", "I-ORG-8", "I-ORG-9"}
)

func TestEveryRuleHasATable(t *testing.T) {
	all := slices.Concat(ofCodes, ofRelationships, ofFigures)
	for rule, says := range organisation.Rules {
		if !slices.Contains(all, rule) {
			t.Errorf("no table is about %s: %s", rule, says)
		}
	}
}

func TestRegisterAndClose(t *testing.T) {
	register := func(e domain.OrganisationRegistered) organisation.RegisterOrganisation {
		return organisation.RegisterOrganisation{Org: e.Org, Name: e.Name, Class: e.Class, Opened: e.Opened}
	}
	closing := organisation.CloseOrganisation{Org: "U00001", On: 20210331, Successors: []string{"U00002"}}
	run(t, ofCodes, []domaintest.Case{
		{
			Name: "an organisation is registered",
			When: register(pcn), Then: []domain.Event{pcn},
		},
		{
			Name:   "a row of a file stands in the envelope",
			When:   but(register(pcn), func(c *organisation.RegisterOrganisation) { c.Source = row }),
			Then:   []domain.Event{pcn},
			Source: row,
		},
		{
			Name: "a code is not given to a body of another class", Given: []domain.Event{trust},
			When: but(register(trust), func(c *organisation.RegisterOrganisation) { c.Class = "CHARITY" }), Refused: "I-ORG-1",
		},
		{
			Name: "not by a file either", Given: []domain.Event{trust},
			When: but(register(trust), func(c *organisation.RegisterOrganisation) { c.Class, c.Source = "CHARITY", row }), Refused: "I-ORG-1",
		},
		{
			Name: "a code is not given to one that opened on another day", Given: []domain.Event{pcn},
			When: but(register(pcn), func(c *organisation.RegisterOrganisation) { c.Opened = 20200401 }), Refused: "I-ORG-1",
		},
		{
			Name: "a file spells a name as it likes", Given: []domain.Event{pcn},
			When: but(register(pcn), func(c *organisation.RegisterOrganisation) { c.Name, c.Opened, c.Source = "North P.C.N.", 0, row }),
		},
		{
			Name: "somebody gives another name, and the first day stays", Given: []domain.Event{pcn},
			When: but(register(pcn), func(c *organisation.RegisterOrganisation) { c.Name, c.Opened = "NORTH COAST PCN", 0 }),
			Then: []domain.Event{but(pcn, func(e *domain.OrganisationRegistered) { e.Name = "NORTH COAST PCN" })},
		},
		{
			Name: "somebody gives the first day", Given: []domain.Event{pcn2},
			When: but(register(pcn2), func(c *organisation.RegisterOrganisation) { c.Opened = 20190701 }),
			Then: []domain.Event{but(pcn2, func(e *domain.OrganisationRegistered) { e.Opened = 20190701 })},
		},
		{
			Name: "a closed code is not given again", Given: []domain.Event{pcn, pcn2, pcnClosed},
			When: but(register(pcn), func(c *organisation.RegisterOrganisation) { c.Name = "EAST PCN" }), Refused: "I-ORG-1",
		},
		{
			Name: "what is registered and closed is registered", Given: []domain.Event{pcn, pcn2, pcnClosed},
			When: register(pcn),
		},
		{
			Name: "an organisation opens when its day has come", Today: 20190630,
			When: register(pcn), Refused: "I-ORG-3",
		},
		{
			Name: "on that day it may be registered", Today: 20190701,
			When: register(pcn), Then: []domain.Event{pcn},
		},
		{
			Name: "an organisation closes", Given: []domain.Event{pcn, pcn2},
			When: closing, Then: []domain.Event{pcnClosed},
		},
		{
			Name: "its successors are in order, and the row in the envelope", Given: []domain.Event{pcn, pcn2, icb},
			When:   organisation.CloseOrganisation{Org: "U00001", On: 20210331, Successors: []string{"U00002", "QE1"}, Source: row},
			Then:   []domain.Event{domain.OrganisationClosed{Org: "U00001", On: 20210331, Successors: []string{"QE1", "U00002"}}},
			Source: row,
		},
		{
			Name: "a closure on the same day that names no successors is known", Given: []domain.Event{pcn, pcn2, pcnClosed},
			When: organisation.CloseOrganisation{Org: "U00001", On: 20210331},
		},
		{
			Name: "successors may be named later", Given: []domain.Event{pcn, pcn2, domain.OrganisationClosed{Org: "U00001", On: 20210331}},
			When: closing, Then: []domain.Event{pcnClosed},
		},
		{
			Name: "an organisation closes once", Given: []domain.Event{pcn, pcn2, pcnClosed},
			When: organisation.CloseOrganisation{Org: "U00001", On: 20220331}, Refused: "I-ORG-4",
		},
		{
			Name: "its successors stay", Given: []domain.Event{pcn, pcn2, icb, pcnClosed},
			When: organisation.CloseOrganisation{Org: "U00001", On: 20210331, Successors: []string{"QE1"}}, Refused: "I-ORG-4",
		},
		{
			Name: "it does not close before it opens", Given: []domain.Event{pcn},
			When: organisation.CloseOrganisation{Org: "U00001", On: 20190630}, Refused: "I-ORG-4",
		},
		{
			Name: "it closes when the day has come", Given: []domain.Event{pcn}, Today: 20210330,
			When: organisation.CloseOrganisation{Org: "U00001", On: 20210331}, Refused: "I-ORG-3",
		},
		{
			Name: "no future happened", Given: []domain.Event{pcn}, Today: 20210330, Happened: 20210331,
			When: organisation.CloseOrganisation{Org: "U00001", On: 20210331}, Refused: "I-ORG-3",
		},
		{
			Name: "only what is registered closes",
			When: organisation.CloseOrganisation{Org: "U00001", On: 20210331}, Refused: "I-ORG-2",
		},
		{
			Name: "successors are registered", Given: []domain.Event{pcn},
			When: closing, Refused: "I-ORG-2",
		},
		{
			Name: "successors are open on the day after", Given: []domain.Event{pcn, pcn2, domain.OrganisationClosed{Org: "U00002", On: 20210331}},
			When: closing, Refused: "I-ORG-7", Prevents: true,
		},
		{
			Name: "a successor that was closed is recorded, with the breach", Happened: 20210331,
			Given: []domain.Event{pcn, pcn2, domain.OrganisationClosed{Org: "U00002", On: 20210331}},
			When:  closing, Then: []domain.Event{pcnClosed}, Breaches: []domain.Rule{"I-ORG-7"},
		},
	})
}

func TestRelationships(t *testing.T) {
	given := func(more ...domain.Event) []domain.Event {
		return append([]domain.Event{region, midlands, icb, sub, sub2, pcn, pcn2, practice, trust, company}, more...)
	}
	ended := but(inNorth, func(e *domain.OrganisationRelationshipRecorded) { e.To = 20210331 })
	inSouth := but(inNorth, func(e *domain.OrganisationRelationshipRecorded) { e.Parent, e.From = "U00002", 20210401 })
	parent := func(child, parent string) domain.OrganisationRelationshipRecorded {
		return domain.OrganisationRelationshipRecorded{Child: child, Parent: parent, Kind: domain.RelationParent, From: 20220701}
	}
	commissioned := func(child, parent string) domain.OrganisationRelationshipRecorded {
		return domain.OrganisationRelationshipRecorded{Child: child, Parent: parent, Kind: domain.RelationCommissionedBy, From: 20220701}
	}
	directs := domain.OrganisationRelationshipRecorded{Child: person, Parent: "CH-01234567", Kind: domain.RelationDirector, From: 20200101, StatedBy: "Companies House"}
	type rel = domain.OrganisationRelationshipRecorded
	run(t, ofRelationships, []domaintest.Case{
		{
			Name: "a relationship is recorded, its row in the envelope", Given: given(),
			When:   but(relate(ofSub), func(c *organisation.RecordRelationship) { c.Source = row }),
			Then:   []domain.Event{ofSub},
			Source: row,
		},
		{
			Name:  "the child is registered",
			Given: []domain.Event{pcn},
			When:  relate(inNorth), Refused: "I-ORG-2",
		},
		{
			Name: "the parent is registered", Given: []domain.Event{practice},
			When: relate(inNorth), Refused: "I-ORG-2",
		},
		{
			Name: "a person is a director, by a random id", Given: given(),
			When: relate(directs), Then: []domain.Event{directs},
		},
		{
			Name: "a person directs several companies", Given: given(directs),
			When: relate(but(directs, func(e *rel) { e.Parent = "RXN" })), Then: []domain.Event{but(directs, func(e *rel) { e.Parent = "RXN" })},
		},
		{
			Name: "a relationship begins when its day has come", Given: given(), Today: 20190630,
			When: relate(inNorth), Refused: "I-ORG-3",
		},
		{
			Name: "its last day may lie ahead", Given: given(), Today: 20200630,
			When: relate(ended), Then: []domain.Event{ended},
		},
		{
			Name: "a last day ends it", Given: given(inNorth),
			When: relate(ended), Then: []domain.Event{ended},
		},
		{
			Name: "what names no last day says nothing new of one that goes on", Given: given(inNorth),
			When: relate(but(inNorth, func(e *rel) { e.From = 20200101 })),
		},
		{
			Name: "nor of one from the same day that has ended", Given: given(ended),
			When: relate(inNorth),
		},
		{
			Name: "a relationship ends once", Given: given(ended),
			When: relate(but(ended, func(e *rel) { e.To = 20200331 })), Refused: "I-ORG-5",
		},
		{
			Name: "to end it its first day is named", Given: given(inNorth),
			When: relate(but(ended, func(e *rel) { e.From = 20200101 })), Refused: "I-ORG-5",
		},
		{
			Name: "one that began before is not another", Given: given(ofSub),
			When: relate(but(ofSub, func(e *rel) { e.From, e.To = 20200101, 0 })), Refused: "I-ORG-5",
		},
		{
			Name: "nor one that begins before the last ended", Given: given(ofSub),
			When: relate(but(ofSub, func(e *rel) { e.From, e.To = 20210331, 0 })), Refused: "I-ORG-5",
		},
		{
			Name: "after it ended it may begin again", Given: given(ofSub),
			When: relate(but(ofSub, func(e *rel) { e.From, e.To = 20210401, 0 })),
			Then: []domain.Event{but(ofSub, func(e *rel) { e.From, e.To = 20210401, 0 })},
		},
		{
			Name: "before it began it may have been", Given: given(ofSub),
			When: relate(but(ofSub, func(e *rel) { e.From, e.To = 20190701, 20200331 })),
			Then: []domain.Event{but(ofSub, func(e *rel) { e.From, e.To = 20190701, 20200331 })},
		},
		{
			Name: "a practice is in one PCN", Given: given(inNorth),
			When: relate(inSouth), Refused: "I-ORG-6", Prevents: true,
		},
		{
			Name: "a practice that is in two is recorded, with the breach", Given: given(inNorth), Happened: 20210401,
			When: relate(inSouth), Then: []domain.Event{inSouth}, Breaches: []domain.Rule{"I-ORG-6"},
		},
		{
			Name: "a breach is ended without another", Given: given(inNorth, inSouth),
			When: relate(but(inNorth, func(e *rel) { e.To = 20220331 })), Then: []domain.Event{but(inNorth, func(e *rel) { e.To = 20220331 })},
		},
		{
			Name: "a practice moves", Given: given(ended),
			When: relate(inSouth), Then: []domain.Event{inSouth},
		},
		{
			Name: "the last day still counts", Given: given(ended),
			When: relate(but(inSouth, func(e *rel) { e.From = 20210331 })), Refused: "I-ORG-6", Prevents: true,
		},
		{
			Name: "an ICB lies in one region", Given: given(parent("QE1", "Y62")),
			When: relate(parent("QE1", "Y60")), Refused: "I-ORG-6", Prevents: true,
		},
		{
			Name: "a sub-ICB lies in one ICB", Given: given(parent("00Q", "QE1")),
			When: relate(parent("00Q", "Y62")), Refused: "I-ORG-6", Prevents: true,
		},
		{
			Name: "a PCN has one lead commissioner", Given: given(commissioned("U00002", "00Q")),
			When: relate(commissioned("U00002", "00R")), Refused: "I-ORG-6", Prevents: true,
		},
		{
			Name: "a trust has many commissioners", Given: given(commissioned("RXN", "00Q")),
			When: relate(commissioned("RXN", "00R")), Then: []domain.Event{commissioned("RXN", "00R")},
		},
		{
			Name: "a company may have two parents", Given: given(parent("CH-01234567", "RXN")),
			When: relate(parent("CH-01234567", "QE1")), Then: []domain.Event{parent("CH-01234567", "QE1")},
		},
		{
			Name: "another kind is another relationship", Given: given(commissioned("U00002", "00Q")),
			When: relate(parent("U00002", "00R")), Then: []domain.Event{parent("U00002", "00R")},
		},
		{
			Name: "the parent is open on the first day", Given: given(),
			When: relate(but(inNorth, func(e *rel) { e.From = 20190630 })), Refused: "I-ORG-7", Prevents: true,
		},
		{
			Name: "the child is open on the first day", Given: given(domain.OrganisationClosed{Org: "A81001", On: 20190630}),
			When: relate(inNorth), Refused: "I-ORG-7", Prevents: true,
		},
		{
			Name: "a closed practice that a file puts in a PCN is recorded, with the breach", Happened: 20190701,
			Given: given(domain.OrganisationClosed{Org: "A81001", On: 20190630}),
			When:  relate(inNorth), Then: []domain.Event{inNorth}, Breaches: []domain.Rule{"I-ORG-7"},
		},
	})
}

func TestStatusFiguresAndSuccession(t *testing.T) {
	given := func(more ...domain.Event) []domain.Event {
		return append([]domain.Event{practice, company, hee, nhse}, more...)
	}
	figures := organisation.RecordPatientList{Org: list.Org, On: list.On, Registered: list.Registered, Weighted: list.Weighted, Basis: list.Basis}
	run(t, ofFigures, []domaintest.Case{
		{
			Name: "a legal status is recorded", Given: given(),
			When: organisation.RecordLegalStatus(status), Then: []domain.Event{status},
		},
		{
			Name: "another status from a later day is another", Given: given(status),
			When: but(organisation.RecordLegalStatus(status), func(c *organisation.RecordLegalStatus) { c.Status, c.From = "CHARITY", 20210401 }),
			Then: []domain.Event{domain.LegalStatusRecorded{Org: status.Org, Status: "CHARITY", From: 20210401}},
		},
		{
			Name: "a status from a day is one", Given: given(status),
			When: but(organisation.RecordLegalStatus(status), func(c *organisation.RecordLegalStatus) { c.ContractingAuthority = true }), Refused: "I-ORG-8",
		},
		{
			Name: "a status begins when its day has come", Given: given(), Today: 20190331,
			When: organisation.RecordLegalStatus(status), Refused: "I-ORG-3",
		},
		{
			Name: "only what is registered has a status",
			When: organisation.RecordLegalStatus(status), Refused: "I-ORG-2",
		},
		{
			Name: "a patient list is recorded, its row in the envelope", Given: given(),
			When:   but(figures, func(c *organisation.RecordPatientList) { c.Source = row }),
			Then:   []domain.Event{list},
			Source: row,
		},
		{
			Name: "a figure of another basis is another", Given: given(list),
			When: but(figures, func(c *organisation.RecordPatientList) { c.Basis, c.Registered = "mean of quarters", 1 }),
			Then: []domain.Event{but(list, func(e *domain.PatientListRecorded) { e.Basis, e.Registered = "mean of quarters", 1 })},
		},
		{
			Name: "no patients is a figure", Given: given(),
			When: but(figures, func(c *organisation.RecordPatientList) { c.Registered, c.Weighted = 0, 0 }),
			Then: []domain.Event{but(list, func(e *domain.PatientListRecorded) { e.Registered, e.Weighted = 0, 0 })},
		},
		{
			Name: "a figure is one", Given: given(list),
			When: but(figures, func(c *organisation.RecordPatientList) { c.Weighted++ }), Refused: "I-ORG-8",
		},
		{
			Name: "a figure is of a day that has come", Given: given(), Today: 20230330,
			When: figures, Refused: "I-ORG-3",
		},
		{
			Name: "only what is registered has patients",
			When: figures, Refused: "I-ORG-2",
		},
		{
			Name: "a party is succeeded", Given: given(),
			When: organisation.RecordPartySuccession(succeeded), Then: []domain.Event{succeeded},
		},
		{
			Name: "the party is registered", Given: []domain.Event{nhse},
			When: organisation.RecordPartySuccession(succeeded), Refused: "I-ORG-2",
		},
		{
			Name: "the successor is registered", Given: []domain.Event{hee},
			When: organisation.RecordPartySuccession(succeeded), Refused: "I-ORG-2",
		},
		{
			Name: "a party is succeeded once", Given: given(succeeded),
			When: organisation.RecordPartySuccession{Party: "HEE", Successor: "CH-01234567", On: 20230401}, Refused: "I-ORG-9",
		},
		{
			Name: "no party is succeeded by one it succeeded", Given: given(succeeded),
			When: organisation.RecordPartySuccession{Party: "NHSE", Successor: "HEE", On: 20240401}, Refused: "I-ORG-9",
		},
		{
			Name:  "nor by one that one succeeded",
			Given: given(succeeded, domain.PartySucceeded{Party: "NHSE", Successor: "CH-01234567", On: 20240401}),
			When:  organisation.RecordPartySuccession{Party: "CH-01234567", Successor: "HEE", On: 20240501}, Refused: "I-ORG-9",
		},
		{
			Name: "a successor may be succeeded in turn", Given: given(succeeded),
			When: organisation.RecordPartySuccession{Party: "NHSE", Successor: "CH-01234567", On: 20240401},
			Then: []domain.Event{domain.PartySucceeded{Party: "NHSE", Successor: "CH-01234567", On: 20240401}},
		},
		{
			Name: "a succession is recorded when its day has come", Given: given(), Today: 20230331,
			When: organisation.RecordPartySuccession(succeeded), Refused: "I-ORG-3",
		},
		{
			Name: "the successor is open", Given: given(domain.OrganisationClosed{Org: "NHSE", On: 20230331}),
			When: organisation.RecordPartySuccession(succeeded), Refused: "I-ORG-7", Prevents: true,
		},
	})
}
