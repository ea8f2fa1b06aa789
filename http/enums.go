package http

import (
	"maps"
	"reflect"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/hubledger/hubledger/domain"
)

// closedLists are the closed lists of what can be told to the ledger, with all
// their values.
var closedLists = joined(
	// Hubs, organisations and the review of interests.
	closed(domain.LevelICS, domain.LevelLocality),
	closed(domain.SeriesContinues, domain.SeriesBreak),
	closed(domain.BasisRegistered, domain.BasisImplied),
	closed(domain.ZeroFTE, domain.NegativeFTE, domain.AboveOneFTE, domain.ContractedService),
	closed(
		domain.RelationCommissionedBy, domain.RelationPartnerTo, domain.RelationOwner, domain.RelationDirector,
		domain.RelationPartner, domain.RelationEmployee, domain.RelationMember, domain.RelationSubcontractor,
		domain.RelationParent, domain.RelationHosts,
	),
	closed(domain.Verdicts[:]...),
	// The footing a hub works on, and what it knows.
	closed(domain.EveryMonth, domain.EveryQuarter, domain.EveryHalfYear, domain.EveryYear),
	closed(domain.MustContract, domain.MustCOIPolicy, domain.MustNotForProfit),
	closed(domain.PolicyCOI, domain.PolicyFinance, domain.PolicySFI, domain.PolicyIG),
	closed(domain.BenefitPCN, domain.BenefitGP, domain.BenefitMDT),
	closed(domain.ScopeLocal, domain.ScopeNational),
	closed(domain.KindIntelligence, domain.KindGuidance, domain.KindStatistic, domain.KindFeedback),
	closed(
		domain.ChannelSurvey, domain.ChannelMeeting, domain.ChannelSocial, domain.ChannelNetwork, domain.ChannelStatRelease,
		domain.ChannelNotification,
	),
	closed(domain.UrgencyLow, domain.UrgencyMedium, domain.UrgencyHigh),
	// Programmes, decisions and awards.
	closed(domain.ModeAdvise, domain.ModeDevelop, domain.ModeDeliver, domain.ModeProcure),
	closed(domain.ClassFormal, domain.ClassInformal),
	closed(domain.DecisionPurchase, domain.DecisionGrant, domain.DecisionAllocation, domain.DecisionVariation, domain.DecisionOther),
	closed(
		domain.RegimeBelowThreshold, domain.RegimePCR2015, domain.RegimeProcurementAct, domain.RegimePSR, domain.RegimeGrant,
		domain.RegimeOpenApplication, domain.RegimeNotBound,
	),
	closed(
		domain.RouteQuotation, domain.RouteTender, domain.RouteFramework, domain.RouteDirectAward, domain.RouteDirectA,
		domain.RouteDirectB, domain.RouteDirectC, domain.RouteMostSuitable, domain.RouteCompetitive, domain.RouteApplication,
	),
	closed(
		domain.MitigationNoted, domain.MitigationStays, domain.MitigationNoPapers, domain.MitigationDiscuss,
		domain.MitigationLeaves, domain.MitigationRoleRemoved, domain.MitigationEscalated, domain.MitigationSupplierOut,
		domain.MitigationRoleEnded,
	),
	closed(domain.VoteFor, domain.VoteAgainst, domain.VoteAbstain, domain.VoteRecused),
	closed(domain.OutcomeApprove, domain.OutcomeReject, domain.OutcomeDefer),
	closed(domain.ParticipantAuthor, domain.ParticipantAdviser, domain.ParticipantScorer, domain.ParticipantChair, domain.ParticipantVoter),
	closed(domain.AuthorityMeeting, domain.AuthorityDelegated, domain.AuthorityUrgent),
	closed(domain.NoticeTransparency, domain.NoticeTender, domain.NoticeIntent, domain.NoticeAward),
	// Money.
	closed(domain.StatusIndicative, domain.StatusConfirmed),
	closed(domain.SourceHEE, domain.SourceICS, domain.SourceLocalAuthority, domain.SourceNHSERegion, domain.SourceNHSENational, domain.SourceOther),
	closed(domain.ConditionExcludes, domain.ConditionNoCarryOver, domain.ConditionRingFenced, domain.ConditionOther),
	closed(domain.OverheadShareOfPay, domain.OverheadFixed),
	closed(domain.ClawbackUnspent, domain.ClawbackIneligible, domain.ClawbackOverclaimed, domain.ClawbackOther),
	closed(domain.SurplusReturned, domain.SurplusDeferred, domain.SurplusReinvested),
	// Where learners learn, who teaches them, and what is paid for it.
	closed(domain.QualityDomains[:]...),
	closed(domain.RatingMet, domain.RatingPartlyMet, domain.RatingNotMet),
	closed(domain.LEVisit, domain.LEDeskReview),
	closed(domain.LEApproved, domain.LEWithActions, domain.LENotApproved),
	closed(domain.RiskLow, domain.RiskMedium, domain.RiskHigh),
	closed(
		domain.EducatorEducationalSupervisor, domain.EducatorClinicalSupervisor, domain.EducatorDutySupervisor,
		domain.EducatorPracticeSupervisor, domain.EducatorPracticeAssessor, domain.EducatorAcademicAssessor,
		domain.EducatorDesignatedSupervisor, domain.EducatorDesignatedPrescriber, domain.EducatorRoadmapSupervisor,
		domain.EducatorPracticeEducator, domain.EducatorPreceptor, domain.EducatorMentor, domain.EducatorCoach,
	),
	closed(
		domain.RegulatorGDC, domain.RegulatorGMC, domain.RegulatorGOC, domain.RegulatorGPhC, domain.RegulatorHCPC,
		domain.RegulatorNMC, domain.RegulatorSWE,
	),
	closed(domain.RegistrationCurrent, domain.RegistrationConditions, domain.RegistrationSuspended, domain.RegistrationNone),
	closed(domain.PartyLearner, domain.PartyEnvironment, domain.PartyProvider, domain.PartyHub, domain.PartySchool),
	closed(domain.RouteDirect, domain.RouteHub, domain.RouteTrust, domain.RouteProvider),
	// Posts and careers.
	closed(domain.OriginExisting, domain.OriginNew, domain.OriginPCNDES),
	closed(domain.FundingARRS, domain.FundingPractice, domain.FundingTrust, domain.FundingHub, domain.FundingOther),
	closed(domain.EmbeddingConditions[:]...),
	closed(domain.SupportFellowship, domain.SupportPreceptorship, domain.SupportMentoring, domain.SupportCoaching),
	closed(domain.StageNewToPractice, domain.StageMidCareer, domain.StageRetention),
	closed(
		domain.CPDCourse, domain.CPDQualify, domain.CPDEvent, domain.CPDBackfill, domain.CPDMandatory, domain.CPDEquipment,
		domain.CPDOtherPurpose,
	),
	// How far hubs are, and who stands in.
	closed(
		domain.ConsiderGovernance, domain.ConsiderMaturity, domain.ConsiderPlans, domain.ConsiderFunding,
		domain.ConsiderEngagement,
	),
	closed(
		domain.AssuranceSubstantial, domain.AssuranceModerate, domain.AssuranceLimited, domain.AssuranceUnsatisfactory,
	),
	closed(domain.ProviderHub, domain.ProviderAccountableBody, domain.ProviderOther),
	// What hubs share.
	closed(domain.CreditDeliverer, domain.CreditBeneficiary),
	// Persons and the nation.
	closed(domain.InterestFinancial, domain.InterestProfessional, domain.InterestPersonal, domain.InterestIndirect),
	closed(
		domain.RelatedSpouse, domain.RelatedParent, domain.RelatedChild, domain.RelatedSibling, domain.RelatedOtherwise,
		domain.RelatedFriend, domain.RelatedInBusiness,
	),
	closed(domain.RateARRSMax, domain.RateARRSSum, domain.RateTariff, domain.RateGrant),
	closed(domain.UnitFTE),
	closed(domain.KPIWorkforcePlanning, domain.KPICareersAndRetention, domain.KPIEducationalDesign, domain.KPILeadershipManagement),
	closed(domain.KPISnapshot, domain.KPIFlow),
	closed(domain.ReturnKPI, domain.ReturnActivity, domain.ReturnFinancial),
	closed(domain.UnitPence, domain.UnitDays, domain.UnitWorkingDays, domain.UnitMonths, domain.UnitYears),
)

// closed is one closed list as a schema, by its type.
func closed[T ~string](values ...T) map[reflect.Type]*jsonschema.Schema {
	var names []string
	for _, v := range values {
		names = append(names, string(v))
	}
	return map[reflect.Type]*jsonschema.Schema{reflect.TypeFor[T](): enumSchema(names...)}
}

func joined(all ...map[reflect.Type]*jsonschema.Schema) map[reflect.Type]*jsonschema.Schema {
	out := make(map[reflect.Type]*jsonschema.Schema)
	for _, m := range all {
		maps.Copy(out, m)
	}
	return out
}
