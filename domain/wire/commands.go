package wire

import (
	"github.com/hubledger/hubledger/domain/census"
	"github.com/hubledger/hubledger/domain/charter"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/topology"
)

// commandTypes is the table of commands: everything the ledger can be asked.
var commandTypes = byName(
	func(t CommandType) string { return t.Name },

	// The ledger about itself.
	command[charter.FoundLedger](KindLedger, "Begins a ledger.", internal),
	command[charter.AdoptRules](KindLedger, "Puts the next version of the rules in force."),
	command[charter.RecordImport](KindLedger, "Records that the rows of a file were taken in."),
	command[charter.AcceptRollback](KindLedger, "Goes on with a log that has lost acknowledged events.", internal),
	command[charter.RecordClockFault](KindLedger, "Takes events recorded by a wrong clock out of the ledger's time.", internal),
	command[charter.RecordAnomaly](KindLedger, "Records what only a check of the whole log, or another copy of it, can find.", internal),
	command[charter.IntroduceSigningKey](KindLedger, "Names a key before checkpoints are signed with it.", internal),
	command[charter.IssueCheckpoint](KindLedger, "Records a checkpoint before it is published.", internal),
	command[charter.SignOffReviewRow](KindLedger, "Accepts, with a reason, the verdict of a row of the conflict-of-interest review."),
	command[charter.RespondToFinding](KindLedger, "Says what is going to be done about a finding, by whom and by when."),

	// Hubs.
	command[topology.RegisterHub](KindHub, "Registers the Training Hub of an ICS.", mayHaveHappened),
	command[topology.EstablishLocalityHub](KindHub, "Registers a locality hub and the PCNs it serves.", mayHaveHappened),
	command[topology.ChangeHubHost](KindHub, "Records that another organisation hosts a hub.", mayHaveHappened),
	command[topology.AgreePartnership](KindHub, "Records that a hub and another organisation work together.", mayHaveHappened),
	command[topology.EndPartnership](KindHub, "Records that a partnership ends.", mayHaveHappened),

	// Organisations.
	command[organisation.RegisterOrganisation](KindOrganisations, "Gives a code its organisation, for ever.", mayHaveHappened),
	command[organisation.CloseOrganisation](KindOrganisations, "Records that an organisation is no more.", mayHaveHappened),
	command[organisation.RecordRelationship](KindOrganisations, "Records what one organisation is to another, and on which days.", mayHaveHappened),
	command[organisation.RecordLegalStatus](KindOrganisations, "Records what an organisation is in law.", mayHaveHappened),
	command[organisation.RecordPatientList](KindOrganisations, "Records a published number of patients.", mayHaveHappened),
	command[organisation.RecordPartySuccession](KindOrganisations, "Records that by law a party stands where another stood.", mayHaveHappened),

	// The workforce census.
	command[census.RecordPCNCensus](KindWorkforce, "Reports a PCN's rows of a published workforce census.", mayHaveHappened),
	command[census.WithdrawPCNCensus](KindWorkforce, "Takes back what an earlier file of a census said of a PCN that the newest file does not hold.", mayHaveHappened),
	command[census.CloseCensus](KindWorkforce, "Closes an ICB's census and says what its records add up to.", mayHaveHappened),
	command[census.ClosePCN](KindWorkforce, "Records that a PCN is no more, and which followed it.", mayHaveHappened),
)

// CommandTypes are the rows of the table, by name.
func CommandTypes() []CommandType { return sorted(commandTypes) }
