package wire_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/census"
	"github.com/hubledger/hubledger/domain/charter"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/topology"
)

// Samples of the ledger itself, of hubs, organisations and the workforce
// census.

var (
	id1        = uuid.MustParse("0190a5a4-7d2c-7b6e-8f00-0123456789ab")
	id2        = uuid.MustParse("7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d")
	id3        = uuid.MustParse("e1c5b3ee-1f4e-4c5e-9d0c-94a40d0fbe6a")
	file       = domain.Hash{1, 2, 3, 31: 255}
	censusRole = domain.CensusRole{
		StaffGroup: "Other Direct Patient Care staff", StaffRole: "Pharmacists",
		DetailedRole: "Pharmacist", Source: "NWRS Staff",
	}
	contacts = domain.Contacts{Email: "office@hub.example", Phone: "01632 960000", Website: "https://hub.example/"}
)

var ledgerEvents = map[string][]domain.Event{
	"LedgerFounded.v1":        {domain.LedgerFounded{LedgerID: id1, Origin: "hubledger.invalid/" + id1.String(), Synthetic: true}},
	"RulesAdopted.v1":         {domain.RulesAdopted{Version: 1}},
	"ImportRecorded.v1":       {domain.ImportRecorded{Kind: "pcn-workforce", File: "2021-09.csv", Hash: file, Rows: 10730}},
	"RollbackAccepted.v1":     {domain.RollbackAccepted{LostFrom: 12, Origin: "hubledger.invalid/x/r1"}},
	"ClockFaultRecorded.v1":   {domain.ClockFaultRecorded{FromSeq: 7, ToSeq: 9}},
	"AnomalyRecorded.v1":      {domain.AnomalyRecorded{Kind: "HISTORY_REWRITTEN", Seqs: []domain.Seq{3, 4}}},
	"SigningKeyIntroduced.v1": {domain.SigningKeyIntroduced{Name: "hubledger.invalid/x", PublicKey: "hubledger.invalid/x+0a1b2c3d+AQ==", From: date("2026-11-24")}},
	"CheckpointIssued.v1":     {domain.CheckpointIssued{Size: 5, Root: file, MapRoot: domain.Hash{9}}, domain.CheckpointIssued{Size: 6, Root: file}},
	"ReviewRowSignedOff.v1": {
		domain.ReviewRowSignedOff{Decision: id1, Person: id2, Interest: id3, Verdict: domain.VerdictUnmanaged, Reason: "accepted by the panel"},
		domain.ReviewRowSignedOff{Decision: id1, Person: id2, Verdict: domain.VerdictUnmanaged, Reason: "accepted by the panel"},
	},
	"FindingResponded.v1": {domain.FindingResponded{Finding: "coi:1", Response: "policy renewed", Owner: "host finance director", DueOn: date("2027-01-31")}},
	"CommandRefused.v1":   {domain.CommandRefused{Command: id1, Name: "register-hub", Rule: "I-HUB-1", Sentence: "there should be no other hub"}},
	"HubRegistered.v1": {
		domain.HubRegistered{
			Hub: "QE1", Level: domain.LevelICS, ICB: "QE1", Name: "Lancashire and South Cumbria Training Hub", Host: "H0ST1",
			Region: "Y62", School: "SCH01", From: date("2019-04-01"), Contacts: contacts, Basis: domain.BasisRegistered,
		},
		domain.HubRegistered{
			Hub: "QE1~fylde-coast", Level: domain.LevelLocality, Parent: "QE1", ICB: "QE1", Name: "Fylde Coast",
			Region: "Y62", From: date("2020-04-01"), Basis: domain.BasisImplied,
		},
		domain.HubRegistered{Hub: "QOP", Level: domain.LevelICS, ICB: "QOP", Name: "Greater Manchester Training Hub", Region: "Y62", From: date("2019-04-01"), Contacts: domain.Contacts{Email: contacts.Email}, Basis: domain.BasisRegistered},
		domain.HubRegistered{Hub: "QYG", Level: domain.LevelICS, ICB: "QYG", Name: "Cheshire and Merseyside Training Hub", Region: "Y62", From: date("2019-04-01"), Contacts: domain.Contacts{Phone: contacts.Phone}, Basis: domain.BasisRegistered},
	},
	"LocalityHubEstablished.v1": {domain.LocalityHubEstablished{Hub: "QE1~fylde-coast", Parent: "QE1", Area: []string{"U12345", "U54321"}, From: date("2020-04-01")}},
	"HubHostChanged.v1": {
		domain.HubHostChanged{Hub: "QE1", From: "H0ST1", To: "H0ST2", On: date("2023-04-01"), NovationRef: "NOV-7"},
		domain.HubHostChanged{Hub: "QE1", To: "H0ST2", On: date("2023-04-01")},
	},
	"PartnershipAgreed.v1": {
		domain.PartnershipAgreed{Partnership: id1, Hub: "QE1", Party: "LA001", Purpose: "placements in care homes", From: date("2022-01-01"), Until: date("2024-12-31")},
		domain.PartnershipAgreed{Partnership: id1, Hub: "QE1", Party: "LA001", Purpose: "placements in care homes", From: date("2022-01-01")},
	},
	"PartnershipEnded.v1": {domain.PartnershipEnded{Partnership: id1, Hub: "QE1", Party: "LA001", On: date("2023-12-31"), Reason: "funding ended"}},
	"OrganisationRegistered.v1": {
		domain.OrganisationRegistered{Org: "U12345", Name: "NORTH PCN", Class: domain.ClassPCN, Opened: date("2019-07-01")},
		domain.OrganisationRegistered{Org: "CH-01234567", Name: "EXAMPLE TRAINING LTD", Class: "TRAINING_COMPANY"},
	},
	"OrganisationClosed.v1": {
		domain.OrganisationClosed{Org: "U12345", On: date("2021-03-31"), Successors: []string{"U93165"}},
		domain.OrganisationClosed{Org: "U12345", On: date("2021-03-31")},
	},
	"OrganisationRelationshipRecorded.v1": {
		domain.OrganisationRelationshipRecorded{
			Child: "A81001", Parent: "U12345", Kind: domain.RelationPartnerTo, From: date("2022-04-01"), To: date("2023-03-31"), StatedBy: "NHS Payments to General Practice 2022/23"},
		domain.OrganisationRelationshipRecorded{Child: "A81001", Parent: "U12345", Kind: domain.RelationPartnerTo, From: date("2022-04-01")},
	},
	"LegalStatusRecorded.v1": {domain.LegalStatusRecorded{Org: "H0ST1", Status: "COMMUNITY_INTEREST_COMPANY", ContractingAuthority: true, From: date("2019-04-01")}},
	"PatientListRecorded.v1": {
		domain.PatientListRecorded{Org: "A81001", On: date("2023-03-31"), Registered: 402925, Weighted: 457978, Basis: "last known figure 2022/23"},
		domain.PatientListRecorded{Org: "A81001", On: date("2023-03-31"), Registered: 402925, Weighted: 457978},
	},
	"PartySucceeded.v1": {domain.PartySucceeded{Party: "HEE", Successor: "NHSE", On: date("2023-04-01")}},
	"CensusRecordAppeared.v1": {
		domain.CensusRecordAppeared{
			Record: id1, Census: 202109, PCN: "U68696", ICB: "QU9", CensusRole: censusRole, FTE: -26666667, Row: 1674,
			Between: domain.CensusInterval{After: 202103, Until: 202109}, Flags: []domain.RecordFlag{domain.NegativeFTE}},
		domain.CensusRecordAppeared{Record: id1, Census: 202009, PCN: "U68696", ICB: "QU9", CensusRole: censusRole, FTE: domain.OneFTE, Between: domain.CensusInterval{Until: 202009}},
		domain.CensusRecordAppeared{Record: id1, Census: 202009, PCN: "U68696", ICB: "QU9", CensusRole: censusRole, FTE: domain.OneFTE, Between: domain.CensusInterval{After: 202003}},
	},
	"CensusRecordChanged.v1": {
		domain.CensusRecordChanged{
			Record: id1, Census: 202109, PCN: "U68696", ICB: "QU9", CensusRole: censusRole, FTE: 986666667, Was: domain.OneFTE, Row: 12,
			Between: domain.CensusInterval{After: 202103, Until: 202109}, Flags: []domain.RecordFlag{domain.ContractedService}},
		domain.CensusRecordChanged{Record: id1, Census: 202109, PCN: "U68696", ICB: "QU9", CensusRole: censusRole, FTE: 986666667, Was: domain.OneFTE, Between: domain.CensusInterval{Until: 202109}},
		domain.CensusRecordChanged{Record: id1, Census: 202109, PCN: "U68696", ICB: "QU9", CensusRole: censusRole, FTE: 986666667, Was: domain.OneFTE, Between: domain.CensusInterval{After: 202103}},
	},
	"CensusRecordNoLongerSeen.v1": {
		domain.CensusRecordNoLongerSeen{
			Record: id1, Census: 202109, PCN: "U68696", ICB: "QU9", CensusRole: censusRole, Was: 986666667,
			Between: domain.CensusInterval{After: 202103, Until: 202109}, Flags: []domain.RecordFlag{domain.AboveOneFTE}, MovedTo: "QNX", ClosedOn: date("2021-06-30")},
		domain.CensusRecordNoLongerSeen{Record: id1, Census: 202109, PCN: "U68696", ICB: "QU9", CensusRole: censusRole, Was: 986666667, Between: domain.CensusInterval{Until: 202109}},
		domain.CensusRecordNoLongerSeen{Record: id1, Census: 202109, PCN: "U68696", ICB: "QU9", CensusRole: censusRole, Was: 986666667, Between: domain.CensusInterval{After: 202103}},
	},
	"CensusRecorded.v1": {
		domain.CensusRecorded{ICB: "QU9", Census: 202109, Status: domain.CensusSupplied, ReportingPCNs: []string{"U68696"}, Records: 3, FTE: 2500000000, FileHash: file, Restates: domain.Hash{5}},
		domain.CensusRecorded{ICB: "QU9", Census: 202003, Status: domain.CensusNotSupplied, ReportingPCNs: []string{}, FileHash: file},
	},
	"PCNClosed.v1": {
		domain.PCNClosed{PCN: "U11111", ICB: "QHL", On: date("2021-03-31"), Successors: []string{"U93165"}},
		domain.PCNClosed{PCN: "U22222", ICB: "QHL", On: date("2021-03-31"), Unknown: true},
	},
}

var ledgerCommands = map[string][]domain.CommandData{
	"found-ledger.v1": {
		charter.FoundLedger{LedgerID: id1, Origin: "hubledger.invalid/x", Synthetic: true},
		charter.FoundLedger{LedgerID: id1, Origin: "hubledger.invalid/x"},
	},
	"adopt-rules.v1":           {charter.AdoptRules{Version: 1}},
	"record-import.v1":         {charter.RecordImport{Kind: "pcn-workforce", File: "2021-09.csv", Hash: file, Rows: 10730}},
	"accept-rollback.v1":       {charter.AcceptRollback{LostFrom: 12}},
	"record-clock-fault.v1":    {charter.RecordClockFault{FromSeq: 7, ToSeq: 9}},
	"record-anomaly.v1":        {charter.RecordAnomaly{Kind: "HISTORY_REWRITTEN", Seqs: []domain.Seq{3, 4}}},
	"introduce-signing-key.v1": {charter.IntroduceSigningKey{Name: "hubledger.invalid/x", PublicKey: "hubledger.invalid/x+0a1b2c3d+AQ==", From: date("2026-11-24")}},
	"issue-checkpoint.v1": {
		charter.IssueCheckpoint{Size: 5, Root: file, MapRoot: domain.Hash{9}, Previous: 2},
		charter.IssueCheckpoint{Size: 5, Root: file, Previous: 2},
	},
	"sign-off-review-row.v1": {
		charter.SignOffReviewRow{Decision: id1, Person: id2, Interest: id3, Verdict: domain.VerdictUnmanaged, Reason: "accepted by the panel"},
		charter.SignOffReviewRow{Decision: id1, Person: id2, Verdict: domain.VerdictUnmanaged, Reason: "accepted by the panel"},
	},
	"respond-to-finding.v1": {charter.RespondToFinding{Finding: "coi:1", Response: "policy renewed", Owner: "host finance director", DueOn: date("2027-01-31")}},
	"register-hub.v1": {
		topology.RegisterHub{Name: "Training Hub", Host: "H0ST1", Region: "Y62", School: "SCH01", From: date("2019-04-01"), Contacts: contacts, Basis: domain.BasisRegistered},
		topology.RegisterHub{Name: "Training Hub", Region: "Y62", From: date("2019-04-01"), Basis: domain.BasisImplied},
		topology.RegisterHub{Name: "Training Hub", Region: "Y62", From: date("2019-04-01"), Contacts: domain.Contacts{Email: contacts.Email}, Basis: domain.BasisRegistered},
		topology.RegisterHub{Name: "Training Hub", Region: "Y62", From: date("2019-04-01"), Contacts: domain.Contacts{Phone: contacts.Phone}, Basis: domain.BasisRegistered},
	},
	"establish-locality-hub.v1": {
		topology.EstablishLocalityHub{Hub: "QE1~fylde-coast", Parent: "QE1", Area: []string{"U12345"}, Name: "Fylde Coast", Host: "H0ST1",
			School: "SCH01", From: date("2020-04-01"), Contacts: contacts},
		topology.EstablishLocalityHub{Hub: "QE1~fylde-coast", Area: []string{"U12345"}, Name: "Fylde Coast", From: date("2020-04-01")},
		topology.EstablishLocalityHub{Hub: "QE1~fylde-coast", Area: []string{"U12345"}, Name: "Fylde Coast", From: date("2020-04-01"), Contacts: domain.Contacts{Email: contacts.Email}},
		topology.EstablishLocalityHub{Hub: "QE1~fylde-coast", Area: []string{"U12345"}, Name: "Fylde Coast", From: date("2020-04-01"), Contacts: domain.Contacts{Phone: contacts.Phone}},
	},
	"change-hub-host.v1": {
		topology.ChangeHubHost{Hub: "QE1~fylde-coast", To: "H0ST2", On: date("2023-04-01"), NovationRef: "NOV-7"},
		topology.ChangeHubHost{To: "H0ST2", On: date("2023-04-01")},
	},
	"agree-partnership.v1": {
		topology.AgreePartnership{Partnership: id1, Hub: "QE1~fylde-coast", Party: "LA001", Purpose: "placements", From: date("2022-01-01"), Until: date("2024-12-31")},
		topology.AgreePartnership{Party: "LA001", Purpose: "placements", From: date("2022-01-01")},
	},
	"end-partnership.v1": {topology.EndPartnership{Partnership: id1, On: date("2023-12-31"), Reason: "funding ended"}},
	"register-organisation.v1": {
		organisation.RegisterOrganisation{Org: "U12345", Name: "NORTH PCN", Class: domain.ClassPCN, Opened: date("2019-07-01"), Source: &domain.Source{FileHash: file, Row: 2}},
		organisation.RegisterOrganisation{Org: "CH-01234567", Name: "EXAMPLE TRAINING LTD", Class: "TRAINING_COMPANY"},
	},
	"close-organisation.v1": {
		organisation.CloseOrganisation{Org: "U12345", On: date("2021-03-31"), Successors: []string{"U93165"}, Source: &domain.Source{FileHash: file, Row: 2}},
		organisation.CloseOrganisation{Org: "U12345", On: date("2021-03-31")},
	},
	"record-relationship.v1": {
		organisation.RecordRelationship{Child: "A81001", Parent: "U12345", Kind: domain.RelationPartnerTo, From: date("2022-04-01"), To: date("2023-03-31"), StatedBy: "ODS", Source: &domain.Source{FileHash: file, Row: 2}},
		organisation.RecordRelationship{Child: "A81001", Parent: "U12345", Kind: domain.RelationPartnerTo, From: date("2022-04-01")},
	},
	"record-legal-status.v1": {organisation.RecordLegalStatus{Org: "H0ST1", Status: "CHARITY", ContractingAuthority: true, From: date("2019-04-01")}},
	"record-patient-list.v1": {
		organisation.RecordPatientList{Org: "A81001", On: date("2023-03-31"), Registered: 402925, Weighted: 457978, Basis: "2022/23", Source: &domain.Source{FileHash: file, Row: 2}},
		organisation.RecordPatientList{Org: "A81001", On: date("2023-03-31"), Registered: 402925, Weighted: 457978},
	},
	"record-party-succession.v1": {organisation.RecordPartySuccession{Party: "HEE", Successor: "NHSE", On: date("2023-04-01")}},
	"record-pcn-census.v1": {
		census.RecordPCNCensus{Census: 202109, PCN: "U68696", FileHash: file, Rows: []census.Row{{Row: 2, Source: "NWRS Staff", StaffGroup: "a", StaffRole: "b", DetailedRole: "c", FTE: 986666667}}},
		census.RecordPCNCensus{Census: 202109, PCN: "U68696", FileHash: file, Rows: []census.Row{}, MovedTo: "QNX"},
	},
	"withdraw-pcn-census.v1": {census.WithdrawPCNCensus{Census: 202109, PCN: "U68696", FileHash: file}},
	"close-census.v1":        {census.CloseCensus{Census: 202109, FileHash: file, ReportingPCNs: []string{"U68696"}, Records: 1, FTE: 986666667}},
	"close-pcn.v1": {
		census.ClosePCN{PCN: "U11111", On: date("2021-03-31"), Successors: []string{"U93165"}},
		census.ClosePCN{PCN: "U22222", On: date("2021-03-31"), Unknown: true},
	},
}
