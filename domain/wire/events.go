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

	// What the hub works on: contract, agreement, policies, Operating Model.
	event[domain.HubContractSigned](KindHub),
	event[domain.HubContractVaried](KindHub),
	event[domain.HubContractEnded](KindHub),
	event[domain.GovernanceAgreementDrafted](KindHub),
	event[domain.GovernanceAgreementSigned](KindHub),
	event[domain.GovernanceAgreementLapsed](KindHub),
	event[domain.PolicyAdopted](KindHub),
	event[domain.OperatingModelAdopted](KindHub),

	// Who meets, what matters to them, and who may decide what.
	event[domain.WIGConstituted](KindHub),
	event[domain.WIGMemberAppointed](KindHub),
	event[domain.WIGMemberLeft](KindHub),
	event[domain.MeetingHeld](KindHub),
	event[domain.OversightReviewHeld](KindHub),
	event[domain.PlanAlignmentConfirmed](KindHub),
	event[domain.EngagementRecorded](KindHub),
	event[domain.PriorityEndorsed](KindHub),
	event[domain.HubTeamMemberAppointed](KindHub),
	event[domain.HubTeamMemberLeft](KindHub),
	event[domain.EstablishmentSet](KindHub),
	event[domain.DelegationGranted](KindHub),
	event[domain.DelegationRevoked](KindHub),
	event[domain.PCNLeadNamed](KindHub),
	event[domain.PCNLeadEnded](KindHub),

	// What the hub knows and what is needed.
	event[domain.IntelligenceReceived](KindHub),
	event[domain.ConsultationRecorded](KindHub),
	event[domain.TrainingNeedsExerciseOpened](KindHub),
	event[domain.TrainingNeedsExerciseClosed](KindHub),
	event[domain.TrainingNeedIdentified](KindHub),
	event[domain.TrainingNeedMet](KindHub),
	event[domain.TrainingNeedWithdrawn](KindHub),
	event[domain.WorkforcePlanSubmitted](KindHub),
	event[domain.WorkforcePlanRevised](KindHub),
	event[domain.WorkforcePlanEndorsed](KindHub),
	event[domain.WorkforceConversationHeld](KindHub),

	// Programmes, decisions and awards.
	event[domain.ProgrammeProposed](KindHub),
	event[domain.ProgrammeQualityAssured](KindHub),
	event[domain.ProgrammeLaunched](KindHub),
	event[domain.ProgrammeSessionDelivered](KindHub),
	event[domain.ProgrammeClosed](KindHub),
	event[domain.DecisionOpened](KindHub),
	event[domain.ConflictDeclaredForDecision](KindHub),
	event[domain.ConflictManaged](KindHub),
	event[domain.MitigationVerified](KindHub),
	event[domain.CommissioningOptionsAppraised](KindHub),
	event[domain.ScoreRecorded](KindHub),
	event[domain.QuotationReceived](KindHub),
	event[domain.WaiverApproved](KindHub),
	event[domain.VoteRecorded](KindHub),
	event[domain.CommissioningDecisionMade](KindHub),
	event[domain.DecisionRatified](KindHub),
	event[domain.DecisionReversed](KindHub),
	event[domain.DecisionAmended](KindHub),
	event[domain.BreachSuspected](KindHub),
	event[domain.BreachUpheld](KindHub),
	event[domain.BreachClosed](KindHub),
	event[domain.NoticePublished](KindHub),
	event[domain.StandstillStarted](KindHub),
	event[domain.RepresentationReceived](KindHub),
	event[domain.StandstillEnded](KindHub),
	event[domain.ContractAwarded](KindHub),
	event[domain.AwardVaried](KindHub),
	event[domain.AwardEnded](KindHub),
	event[domain.DeliveryAccepted](KindHub),

	// Money.
	event[domain.AllocationIssued](KindHub),
	event[domain.AllocationConfirmed](KindHub),
	event[domain.AllocationVaried](KindHub),
	event[domain.OverspendAuthorised](KindHub),
	event[domain.ForecastRecorded](KindHub),
	event[domain.FundReceived](KindHub),
	event[domain.BudgetVired](KindHub),
	event[domain.TransferSent](KindHub),
	event[domain.TransferReceived](KindHub),
	event[domain.ProjectCommissionedFromHub](KindHub),
	event[domain.CommitmentMade](KindHub),
	event[domain.CommitmentCharged](KindHub),
	event[domain.CommitmentReleased](KindHub),
	event[domain.CostAccrued](KindHub),
	event[domain.PayCharged](KindHub),
	event[domain.OverheadBasisAgreed](KindHub),
	event[domain.HostOverheadCharged](KindHub),
	event[domain.AccrualReversed](KindHub),
	event[domain.InvoiceReceived](KindHub),
	event[domain.InvoiceApproved](KindHub),
	event[domain.PaymentMade](KindHub),
	event[domain.PaymentReversed](KindHub),
	event[domain.PaymentRecovered](KindHub),
	event[domain.GrantOffered](KindHub),
	event[domain.GrantAccepted](KindHub),
	event[domain.GrantMilestoneMet](KindHub),
	event[domain.GrantTerminated](KindHub),
	event[domain.ClawbackDemanded](KindHub),
	event[domain.ClawbackAgreed](KindHub),
	event[domain.ClawbackSettled](KindHub),
	event[domain.DeferralAgreed](KindHub),
	event[domain.YearEndDeclared](KindHub),
	event[domain.YearReopened](KindHub),
	event[domain.AccountsSigned](KindHub),
	event[domain.LedgerReconciled](KindHub),
	event[domain.FunderBalanceAgreed](KindHub),
	event[domain.SurplusDetermined](KindHub),
	event[domain.DistributionMade](KindHub),

	// Where learners learn.
	event[domain.LEApplicationSubmitted](KindHub),
	event[domain.LEVisitHeld](KindHub),
	event[domain.LEApprovalRecommended](KindHub),
	event[domain.LEApprovalDecided](KindHub),
	event[domain.LEActionCompleted](KindHub),
	event[domain.LEApprovalLapsed](KindHub),
	event[domain.LESuspended](KindHub),
	event[domain.LEReinstated](KindHub),
	event[domain.QualityConcernRaised](KindHub),
	event[domain.QualityConcernClosed](KindHub),

	// Who teaches them.
	event[domain.EducatorTrained](KindHub),
	event[domain.EducatorApproved](KindHub),
	event[domain.EducatorApprovalLapsed](KindHub),
	event[domain.EducatorWithdrawn](KindHub),

	// Placements.
	event[domain.PlacementOffered](KindHub),
	event[domain.PlacementAllocated](KindHub),
	event[domain.PlacementStarted](KindHub),
	event[domain.PlacementDaysRecorded](KindHub),
	event[domain.PlacementCompleted](KindHub),
	event[domain.PlacementCancelled](KindHub),
	event[domain.PlacementPriced](KindHub),
	event[domain.PlacementRepriced](KindHub),

	// Posts in networks.
	event[domain.RolePostProposed](KindHub),
	event[domain.RolePostRecruited](KindHub),
	event[domain.RoleEmbedded](KindHub),
	event[domain.RoleEmbeddingLapsed](KindHub),
	event[domain.RolePostFTEChanged](KindHub),
	event[domain.RolePostEnded](KindHub),
	event[domain.RotationalPostCreated](KindHub),
	event[domain.RotationLegStarted](KindHub),
	event[domain.RotationLegEnded](KindHub),
	event[domain.RoleEntitlementSet](KindHub),
	event[domain.ReimbursementClaimed](KindHub),

	// Careers.
	event[domain.SupportStarted](KindHub),
	event[domain.SupportSessionRecorded](KindHub),
	event[domain.SupportCompleted](KindHub),
	event[domain.SupportWithdrawn](KindHub),
	event[domain.CareerSupportProvided](KindHub),
	event[domain.CPDFundingUsed](KindHub),

	// What regulators' registers say.
	event[domain.RegistrationChecked](KindHub),

	// What hubs share, and what they point people to.
	event[domain.ResourceShareOffered](KindHub),
	event[domain.ResourceShareAccepted](KindHub),
	event[domain.ResourceShareEnded](KindHub),
	event[domain.ResourceCatalogued](KindHub),
	event[domain.ResourcePublished](KindHub),

	// Corrections.
	event[domain.EventVoided](KindHub),

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

	// What persons declare.
	event[domain.InterestDeclared](KindPerson),
	event[domain.InterestAmended](KindPerson),
	event[domain.InterestEnded](KindPerson),
	event[domain.NilReturnMade](KindPerson),
	event[domain.DeclarationRefreshed](KindPerson),
	event[domain.GiftOffered](KindPerson),
	event[domain.HospitalityRecorded](KindPerson),
	event[domain.EmploymentStatusConfirmed](KindPerson),

	// What holds for the whole nation.
	event[domain.GuidanceIssued](KindNational),
	event[domain.OperatingModelPublished](KindNational),
	event[domain.EndorsementRecorded](KindNational),
	event[domain.NotificationReceivedByHEE](KindNational),
	event[domain.NotificationPassedToHub](KindNational),
	event[domain.AccountableBodyNamed](KindNational),
	event[domain.RateSet](KindNational),
	event[domain.ThresholdsSet](KindNational),
	event[domain.BankHolidaysPublished](KindNational),
	event[domain.RoleTypeDefined](KindNational),
	event[domain.AmbitionSet](KindNational),
	event[domain.AmbitionProgressReported](KindNational),
)

// EventTypes are the rows of the table, by name.
func EventTypes() []EventType { return sorted(eventTypes) }
