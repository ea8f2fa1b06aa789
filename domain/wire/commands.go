package wire

import (
	"github.com/hubledger/hubledger/domain/ambition"
	"github.com/hubledger/hubledger/domain/career"
	"github.com/hubledger/hubledger/domain/educator"
	"github.com/hubledger/hubledger/domain/employment"
	"github.com/hubledger/hubledger/domain/environment"
	"github.com/hubledger/hubledger/domain/placement"
	"github.com/hubledger/hubledger/domain/registration"
	"github.com/hubledger/hubledger/domain/role"
	"github.com/hubledger/hubledger/domain/roletype"
	"github.com/hubledger/hubledger/domain/sharing"

	"github.com/hubledger/hubledger/domain/assurance"
	"github.com/hubledger/hubledger/domain/calendar"
	"github.com/hubledger/hubledger/domain/census"
	"github.com/hubledger/hubledger/domain/charter"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/contract"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/governance"
	"github.com/hubledger/hubledger/domain/guidance"
	"github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/interest"
	"github.com/hubledger/hubledger/domain/kpi"
	"github.com/hubledger/hubledger/domain/maturity"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/planning"
	"github.com/hubledger/hubledger/domain/rate"
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
	command[topology.RecordHubSuccession](KindHub, "Records which hubs follow the ICS hub, and how what it has goes to them.", mayHaveHappened),
	command[topology.RecordPredecessors](KindHub, "Records which hubs the ICS hub follows.", mayHaveHappened),

	// What the hub works on: contract, agreement, policies, Operating Model.
	command[contract.SignHubContract](KindHub, "Records the contract of the ICS hub with the body it accounts to.", mayHaveHappened),
	command[contract.VaryHubContract](KindHub, "Records a variation of a hub contract.", mayHaveHappened),
	command[contract.EndHubContract](KindHub, "Records that a hub contract ends before its last day.", mayHaveHappened),
	command[contract.DraftGovernanceAgreement](KindHub, "Records that the agreement between the ICS and its hub is drafted.", mayHaveHappened),
	command[contract.SignGovernanceAgreement](KindHub, "Records that it is signed.", mayHaveHappened),
	command[contract.LapseGovernanceAgreement](KindHub, "Records that an agreement, or a draft of one, is no more.", mayHaveHappened),
	command[contract.AdoptPolicy](KindHub, "Records that the hub works by a version of a policy.", mayHaveHappened),
	command[contract.AdoptOperatingModel](KindHub, "Records that a hub works by a version of its school's Operating Model.", mayHaveHappened),

	// Who meets, what matters to them, and who may decide what.
	command[governance.ConstituteWIG](KindHub, "Records the terms of the ICS's Workforce Implementation Group.", mayHaveHappened),
	command[governance.AppointWIGMember](KindHub, "Records that a person is a member of the group.", mayHaveHappened),
	command[governance.RecordWIGMemberLeft](KindHub, "Records that a person is no longer a member.", mayHaveHappened),
	command[governance.RecordMeeting](KindHub, "Records that a body met.", mayHaveHappened),
	command[governance.RecordOversightReview](KindHub, "Records that the ICS hub looked at the work of a locality hub.", mayHaveHappened),
	command[governance.ConfirmPlanAlignment](KindHub, "Records that the Workforce Implementation Group found workforce plans to be in line with the wider system.", mayHaveHappened),
	command[governance.RecordEngagement](KindHub, "Records that people of a hub took part in a discussion of the future workforce.", mayHaveHappened),
	command[governance.EndorsePriority](KindHub, "Records that the Workforce Implementation Group wants something, or, of a priority that is recorded, that it has another last day.", mayHaveHappened),
	command[governance.AppointTeamMember](KindHub, "Records that a person has a role in a hub's team.", mayHaveHappened),
	command[governance.RecordTeamMemberLeft](KindHub, "Records that a person no longer has a role.", mayHaveHappened),
	command[governance.SetEstablishment](KindHub, "Records how much of a role is funded in a year.", mayHaveHappened),
	command[governance.GrantDelegation](KindHub, "Records how much a person, a body or a locality hub may decide on.", mayHaveHappened),
	command[governance.RevokeDelegation](KindHub, "Records that a delegation ends before its last day.", mayHaveHappened),
	command[governance.NamePCNLead](KindHub, "Records that a person leads something for a PCN.", mayHaveHappened),
	command[governance.EndPCNLead](KindHub, "Records that a person no longer does.", mayHaveHappened),

	// What the hub knows and what is needed.
	command[planning.ReceiveIntelligence](KindHub, "Records that the hub came to know something that decisions may rely on.", mayHaveHappened),
	command[planning.RecordConsultation](KindHub, "Records with whom something was discussed.", mayHaveHappened),
	command[planning.OpenTrainingNeedsExercise](KindHub, "Records that the hub begins to ask what is needed.", mayHaveHappened),
	command[planning.CloseTrainingNeedsExercise](KindHub, "Records how many answered.", mayHaveHappened),
	command[planning.IdentifyTrainingNeed](KindHub, "Records that something has to be learnt.", mayHaveHappened),
	command[planning.MeetTrainingNeed](KindHub, "Records that it has been learnt.", mayHaveHappened),
	command[planning.WithdrawTrainingNeed](KindHub, "Records that it does not have to be learnt after all.", mayHaveHappened),
	command[planning.SubmitWorkforcePlan](KindHub, "Records what workforce a PCN plans for a year.", mayHaveHappened),
	command[planning.ReviseWorkforcePlan](KindHub, "Records what a PCN plans instead.", mayHaveHappened),
	command[planning.EndorseWorkforcePlan](KindHub, "Records that the hub stands by a revision of a plan.", mayHaveHappened),
	command[planning.RecordWorkforceConversation](KindHub, "Records that the hub spoke with a PCN about its workforce.", mayHaveHappened),

	// Programmes, decisions and awards.
	command[commissioning.RecordNotice](KindHub, "Records that a notice was published.", mayHaveHappened),
	command[commissioning.StartStandstill](KindHub, "Records that no contract is made for some days.", mayHaveHappened),
	command[commissioning.RecordRepresentation](KindHub, "Records that a provider objects.", mayHaveHappened),
	command[commissioning.EndStandstill](KindHub, "Records that a standstill is over.", mayHaveHappened),
	command[commissioning.AwardContract](KindHub, "Records that a contract was made with a supplier.", mayHaveHappened),
	command[commissioning.VaryAward](KindHub, "Records what an award is from here on.", mayHaveHappened),
	command[commissioning.EndAward](KindHub, "Records that an award is over.", mayHaveHappened),
	command[commissioning.AcceptDelivery](KindHub, "Records that the hub has what it was to get.", mayHaveHappened),
	command[commissioning.SuspectBreach](KindHub, "Records that the rules on conflicts of interest may have been broken.", mayHaveHappened),
	command[commissioning.UpholdBreach](KindHub, "Records that it was so.", mayHaveHappened),
	command[commissioning.CloseBreach](KindHub, "Records what was done about a suspected breach.", mayHaveHappened),
	command[commissioning.OpenDecision](KindHub, "Records that something is to be decided.", mayHaveHappened),
	command[commissioning.DeclareConflict](KindHub, "Records which interests a person declares for a decision, or that there is none.", mayHaveHappened),
	command[commissioning.ManageConflict](KindHub, "Records what is done about a person's conflict.", mayHaveHappened),
	command[commissioning.VerifyMitigation](KindHub, "Records that somebody checked whether it was done.", mayHaveHappened),
	command[commissioning.AppraiseOptions](KindHub, "Records which options there are, and how they are scored.", mayHaveHappened),
	command[commissioning.RecordScore](KindHub, "Records what an assessor gives an option by a criterion.", mayHaveHappened),
	command[commissioning.RecordQuotation](KindHub, "Records what a supplier would do it for.", mayHaveHappened),
	command[commissioning.ApproveWaiver](KindHub, "Records that quotations or a tender are not needed.", mayHaveHappened),
	command[commissioning.RecordVote](KindHub, "Records what a member says to a decision.", mayHaveHappened),
	command[commissioning.RecordDecision](KindHub, "Records what was decided.", mayHaveHappened),
	command[commissioning.RatifyDecision](KindHub, "Records that a meeting stands by an urgent decision.", mayHaveHappened),
	command[commissioning.ReverseDecision](KindHub, "Records that a decision no longer stands.", mayHaveHappened),
	command[commissioning.AmendDecision](KindHub, "Records that a decision approves of less than before.", mayHaveHappened),
	command[commissioning.ProposeProgramme](KindHub, "Records what a programme is to be.", mayHaveHappened),
	command[commissioning.AssureProgramme](KindHub, "Records that somebody found a programme good enough.", mayHaveHappened),
	command[commissioning.LaunchProgramme](KindHub, "Records that a programme begins.", mayHaveHappened),
	command[commissioning.RecordSession](KindHub, "Records that a session of a programme was held.", mayHaveHappened),
	command[commissioning.CloseProgramme](KindHub, "Records that a programme is over.", mayHaveHappened),
	command[commissioning.ApproveLocalityDecision](KindHub, "Records that the ICS hub agrees to what is above a locality hub's limit.", mayHaveHappened),
	command[commissioning.CarryOnAward](KindHub, "Records that the hub goes on with a contract of a hub before it.", mayHaveHappened),

	// Money.
	command[funding.IssueAllocation](KindHub, "Records that a funder gives, or expects to give, money.", mayHaveHappened),
	command[funding.ConfirmAllocation](KindHub, "Records that indicative money is sure.", mayHaveHappened),
	command[funding.VaryAllocation](KindHub, "Records that a funder gives more, or less.", mayHaveHappened),
	command[funding.AuthoriseOverspend](KindHub, "Records that a funder lets a line be overspent.", mayHaveHappened),
	command[funding.RecordForecast](KindHub, "Records what a line is expected to have cost in the end."),
	command[funding.RecordFundReceipt](KindHub, "Records that cash of a fund has come in.", mayHaveHappened),
	command[funding.VireBudget](KindHub, "Moves money between two lines of one year."),
	command[funding.SendTransfer](KindHub, "Moves money to the hub of another ICS.", mayHaveHappened),
	command[funding.ReceiveTransfer](KindHub, "Takes money from the hub of another ICS.", mayHaveHappened),
	command[funding.RecordProjectCommission](KindHub, "Records that somebody pays the hub for work.", mayHaveHappened),
	command[funding.MakeCommitment](KindHub, "Promises the money of an award.", mayHaveHappened),
	command[funding.ReleaseCommitment](KindHub, "Says that a part of a promise will not be needed."),
	command[funding.AccrueCost](KindHub, "Records that goods or services were received.", mayHaveHappened),
	command[funding.ChargePay](KindHub, "Records what a post of the hub's team cost.", mayHaveHappened),
	command[funding.AgreeOverheadBasis](KindHub, "Says how much overhead a host may charge in a year.", mayHaveHappened),
	command[funding.ChargeHostOverhead](KindHub, "Records what the host charges for its overhead.", mayHaveHappened),
	command[funding.ReverseAccrual](KindHub, "Says that a cost, pay or overhead was not incurred."),
	command[funding.ReceiveInvoice](KindHub, "Records that a payee asks for money.", mayHaveHappened),
	command[funding.ApproveInvoice](KindHub, "Accepts an invoice for payment.", mayHaveHappened),
	command[funding.RecordPayment](KindHub, "Records that money was paid.", mayHaveHappened),
	command[funding.RecordRecovery](KindHub, "Records that a payee has given money back.", mayHaveHappened),
	command[funding.OfferGrant](KindHub, "Offers a grant and promises its money.", mayHaveHappened),
	command[funding.AcceptGrant](KindHub, "Records that the payee agrees.", mayHaveHappened),
	command[funding.MeetGrantMilestone](KindHub, "Records that a part of a grant is due.", mayHaveHappened),
	command[funding.TerminateGrant](KindHub, "Ends a grant before its time.", mayHaveHappened),
	command[funding.RecordClawbackDemand](KindHub, "Records that a funder wants money back.", mayHaveHappened),
	command[funding.AgreeClawback](KindHub, "Accepts a demand, or a part of it.", mayHaveHappened),
	command[funding.SettleClawback](KindHub, "Records that agreed money was paid back.", mayHaveHappened),
	command[funding.AgreeDeferral](KindHub, "Records that a funder leaves unspent money to the next year.", mayHaveHappened),
	command[funding.DeclareYearEnd](KindHub, "Closes a hub's books of a year."),
	command[funding.ReopenYear](KindHub, "Opens closed books again."),
	command[funding.SignAccounts](KindHub, "Makes the accounts of a year final.", mayHaveHappened),
	command[funding.ReconcileLedger](KindHub, "Holds a line against the books of the host."),
	command[funding.AgreeFunderBalance](KindHub, "Records what a funder and a hub agree is still owed.", mayHaveHappened),
	command[funding.DetermineSurplus](KindHub, "Says what becomes of what a hub had left of a year."),
	command[funding.RecordDistribution](KindHub, "Records that money of a hub was given away for no service.", mayHaveHappened),
	command[funding.HandOverBudget](KindHub, "Hands what a succeeded hub has left and has promised to its successors."),
	command[funding.TakeOverBudget](KindHub, "Takes over what a hub before this one had left on a line, and had promised from it.", mayHaveHappened),

	// Where learners learn.
	command[environment.SubmitLEApplication](KindHub, "Records that an organisation asks to become a learning environment, or to stay one.", mayHaveHappened),
	command[environment.RecordLEVisit](KindHub, "Records that an applicant was looked at.", mayHaveHappened),
	command[environment.RecommendLEApproval](KindHub, "Records what the hub recommends to the School.", mayHaveHappened),
	command[environment.DecideLEApproval](KindHub, "Records what the School decided on an application.", mayHaveHappened),
	command[environment.CompleteLEAction](KindHub, "Records that an environment did what it was to do.", mayHaveHappened),
	command[environment.LapseLEApproval](KindHub, "Records that an approval holds no longer.", mayHaveHappened),
	command[environment.SuspendLE](KindHub, "Records that no learner may begin in an environment.", mayHaveHappened),
	command[environment.ReinstateLE](KindHub, "Records that a suspension is over.", mayHaveHappened),
	command[environment.RaiseQualityConcern](KindHub, "Records that something may be wrong in an environment.", mayHaveHappened),
	command[environment.CloseQualityConcern](KindHub, "Records what became of a concern.", mayHaveHappened),

	// Who teaches them.
	command[educator.RecordEducatorTraining](KindHub, "Records that somebody did a course for educators.", mayHaveHappened),
	command[educator.ApproveEducator](KindHub, "Records that somebody may teach learners of some professions.", mayHaveHappened),
	command[educator.LapseEducatorApproval](KindHub, "Records that an approval holds no longer.", mayHaveHappened),
	command[educator.WithdrawEducator](KindHub, "Records that somebody teaches no more.", mayHaveHappened),

	// Placements.
	command[placement.OfferPlacement](KindHub, "Records that a site has places for learners of a profession.", mayHaveHappened),
	command[placement.AllocatePlacement](KindHub, "Records that a place of an offer is a learner's.", mayHaveHappened),
	command[placement.StartPlacement](KindHub, "Records that a learner came.", mayHaveHappened),
	command[placement.RecordPlacementDays](KindHub, "Records how many days of a part of a month a learner attended.", mayHaveHappened),
	command[placement.CompletePlacement](KindHub, "Records that a placement is over.", mayHaveHappened),
	command[placement.CancelPlacement](KindHub, "Records that a placement did not begin, or was broken off.", mayHaveHappened),
	command[placement.PricePlacement](KindHub, "Records what a part of a placement is paid with.", mayHaveHappened),
	command[placement.RepricePlacement](KindHub, "Prices a part of a placement again, by the rates published and the days recorded since.", mayHaveHappened),
	command[placement.RepriceTariff](KindHub, "Prices again all parts of placements that go by a tariff and reach to a day or beyond, as after an uplift that takes effect before it is published; up to 500 at once."),

	// Posts in networks.
	command[role.ProposeRolePost](KindHub, "Proposes a post in a PCN.", mayHaveHappened),
	command[role.RecruitRolePost](KindHub, "Records that somebody works in a post.", mayHaveHappened),
	command[role.EmbedRole](KindHub, "Records that a role is embedded: all four conditions are evidenced and it is to last.", mayHaveHappened),
	command[role.LapseRoleEmbedding](KindHub, "Records that a role is no longer embedded, though somebody still works in it.", mayHaveHappened),
	command[role.ChangeRoleFTE](KindHub, "Records that somebody works more or less in a post.", mayHaveHappened),
	command[role.EndRolePost](KindHub, "Records that a post is no more, or, where nobody was recruited, is not to be.", mayHaveHappened),
	command[role.SetRoleEntitlement](KindHub, "Records what a PCN may be reimbursed for additional roles in a year.", mayHaveHappened),
	command[role.ClaimReimbursement](KindHub, "Records what a PCN claims for a post and some days.", mayHaveHappened),
	command[role.CreateRotationalPost](KindHub, "Creates a post that rotates between places.", mayHaveHappened),
	command[role.StartRotationLeg](KindHub, "Records that somebody works in a leg.", mayHaveHappened),
	command[role.EndRotationLeg](KindHub, "Records on which day they last did.", mayHaveHappened),

	// Careers.
	command[career.StartSupport](KindHub, "Records that a person's career is supported.", mayHaveHappened),
	command[career.RecordSupportSession](KindHub, "Records that a session of support took place.", mayHaveHappened),
	command[career.CompleteSupport](KindHub, "Records that support has reached its end.", mayHaveHappened),
	command[career.WithdrawSupport](KindHub, "Records that support ended early.", mayHaveHappened),
	command[career.RecordCareerSupport](KindHub, "Records support for people at a stage of their career, counted and not named.", mayHaveHappened),
	command[career.UseCPDFunding](KindHub, "Records that money for continuing professional development was used for a person.", mayHaveHappened),

	// What regulators' registers say.
	command[registration.RecordRegistrationCheck](KindHub, "Records what a regulator's register says of a person.", mayHaveHappened),

	// What hubs share, and what they point people to.
	command[sharing.OfferResourceShare](KindHub, "Records that a hub shares staff, places or money with another hub.", mayHaveHappened),
	command[sharing.AcceptResourceShare](KindHub, "Records that a hub has what a hub of another ICS shares with it.", mayHaveHappened),
	command[sharing.EndResourceShare](KindHub, "Records that a share ends.", mayHaveHappened),
	command[sharing.CatalogueResource](KindHub, "Records that a hub points people to something to learn from.", mayHaveHappened),
	command[sharing.PublishResource](KindHub, "Records that a hub has put a resource on a platform.", mayHaveHappened),

	// How far hubs are, and who stands in.
	command[assurance.AssessMaturity](KindHub, "Records how far a hub is by a version of a maturity matrix.", mayHaveHappened),
	command[assurance.AssessAssurance](KindHub, "Records what was found of a hub in one consideration.", mayHaveHappened),
	command[assurance.DeclareShortfall](KindHub, "Records that a hub is not able to deliver all that it is to.", mayHaveHappened),
	command[assurance.CloseShortfall](KindHub, "Records that a hub delivers again what it is to.", mayHaveHappened),
	command[assurance.AgreeInterimArrangement](KindHub, "Records who delivers in the place of a hub.", mayHaveHappened),
	command[assurance.EndInterimArrangement](KindHub, "Records that an interim arrangement is over.", mayHaveHappened),
	command[assurance.ShareGoodPractice](KindHub, "Records that a hub told others of something that works.", mayHaveHappened),

	// Corrections.
	command[hub.VoidEvent](KindHub, "Voids an event that was recorded wrongly, and records the right one in its place."),

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

	// What persons declare.
	command[interest.DeclareInterest](KindPerson, "Declares an interest of the person.", mayHaveHappened),
	command[interest.AmendInterest](KindPerson, "Declares an interest differently."),
	command[interest.EndInterest](KindPerson, "Records that an interest is no longer held.", mayHaveHappened),
	command[interest.MakeNilReturn](KindPerson, "States that the person holds no interest.", mayHaveHappened),
	command[interest.RefreshDeclaration](KindPerson, "States that the person holds the interests declared, and no others.", mayHaveHappened),
	command[interest.RecordGift](KindPerson, "Records that the person was offered a gift.", mayHaveHappened),
	command[interest.RecordHospitality](KindPerson, "Records that the person was offered hospitality.", mayHaveHappened),
	command[employment.ConfirmEmploymentStatus](KindPerson, "Records whether the person works.", mayHaveHappened),

	// What holds for the whole nation.
	command[guidance.IssueGuidance](KindNational, "Issues a version of a guidance."),
	command[guidance.PublishOperatingModel](KindNational, "Publishes a version of a school's Operating Model.", mayHaveHappened),
	command[guidance.RecordEndorsement](KindNational, "Records that a body endorses the approval process.", mayHaveHappened),
	command[guidance.RecordNotification](KindNational, "Records that the accountable body received a notification.", mayHaveHappened),
	command[guidance.PassNotification](KindNational, "Passes a notification on to hubs.", mayHaveHappened),
	command[guidance.NameAccountableBody](KindNational, "Names the body that hubs account to.", mayHaveHappened),
	command[rate.SetRate](KindNational, "Records a published rate."),
	command[rate.SetThresholds](KindNational, "Records the published limits of a scheme."),
	command[calendar.PublishBankHolidays](KindNational, "Records the bank holidays of a year."),
	command[maturity.PublishMatrix](KindNational, "Records a version of a matrix that the maturity of hubs is assessed by."),
	command[roletype.DefineRoleType](KindNational, "Records a version of a type of role."),
	command[ambition.SetAmbition](KindNational, "Records an ambition under a definition of who counts."),
	command[ambition.ReportAmbitionProgress](KindNational, "Records published progress to an ambition, by a definition.", mayHaveHappened),
	command[kpi.PublishKPIDefinition](KindNational, "Records a version of an indicator: what it counts."),
	command[kpi.AdoptKPISet](KindNational, "Records which indicators hubs return, from a half-year on.", mayHaveHappened),
	command[kpi.PublishReturnCalendar](KindNational, "Records when a return of a half-year is due."),
)

// CommandTypes are the rows of the table, by name.
func CommandTypes() []CommandType { return sorted(commandTypes) }
