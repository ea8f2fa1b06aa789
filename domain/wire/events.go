package wire

import "github.com/hubledger/hubledger/domain"

// eventTypes is the table of events: every type that may stand in the log.
var eventTypes = byName(
	func(t EventType) string { return t.Name },

	// What the ledger records about itself.
	event[domain.LedgerFounded](KindLedger),
	event[domain.RulesAdopted](KindLedger),
	event[domain.ImportRecorded](KindLedger),
	event[domain.RollbackAccepted](KindLedger),
	event[domain.ClockFaultRecorded](KindLedger),
	event[domain.AnomalyRecorded](KindLedger),
	event[domain.SigningKeyIntroduced](KindLedger),
	event[domain.CheckpointIssued](KindLedger),
	event[domain.ReviewRowSignedOff](KindLedger),
	event[domain.FindingResponded](KindLedger),
	event[domain.CommandRefused](KindRefusals),

	// Hubs.
	event[domain.HubRegistered](KindHub),
	event[domain.LocalityHubEstablished](KindHub),
	event[domain.HubHostChanged](KindHub),
	event[domain.PartnershipAgreed](KindHub),
	event[domain.PartnershipEnded](KindHub),

	// Organisations.
	event[domain.OrganisationRegistered](KindOrganisations),
	event[domain.OrganisationClosed](KindOrganisations),
	event[domain.OrganisationRelationshipRecorded](KindOrganisations),
	event[domain.LegalStatusRecorded](KindOrganisations),
	event[domain.PatientListRecorded](KindOrganisations),
	event[domain.PartySucceeded](KindOrganisations),

	// The workforce census.
	event[domain.CensusRecordAppeared](KindWorkforce),
	event[domain.CensusRecordChanged](KindWorkforce),
	event[domain.CensusRecordNoLongerSeen](KindWorkforce),
	event[domain.CensusRecorded](KindWorkforce),
	event[domain.PCNClosed](KindWorkforce),
)

// EventTypes are the rows of the table, by name.
func EventTypes() []EventType { return sorted(eventTypes) }
