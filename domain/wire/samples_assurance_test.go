package wire_test

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/assurance"
	"github.com/hubledger/hubledger/domain/maturity"
)

// Samples of how far hubs are. A locality hub is short of learning environments,
// and the hub of another ICS stands in.

var (
	assessed    = thing(0xe0)
	ratedOnce   = thing(0xe1)
	shortfall   = thing(0xe2)
	arrangement = thing(0xe3)
	practice    = thing(0xe4)

	matrixDomains = []domain.MaturityDomain{
		{Domain: "GOVERNANCE", Title: "Governance"},
		{Domain: "LEARNING_ENVIRONMENTS", Title: "Learning environments", Requirements: []string{"LEARNING_ENVIRONMENTS", "PLACEMENTS"}},
		{Domain: "WORKFORCE_PLANNING", Title: "Workforce planning", Requirements: []string{"WORKFORCE_PLANNING"}},
	}
	matrixLevels = []domain.MaturityLevel{
		{Level: 0, Title: "absent"}, {Level: 1, Title: "emerging"}, {Level: 2, Title: "developing"}, {Level: 3, Title: "established"}, {Level: 4, Title: "leading"},
	}
	another = domain.InterimProvider{Kind: domain.ProviderHub, Code: "QOP"}
)

var assuranceEvents = []domain.Event{
	domain.MaturityMatrixPublished{
		Matrix: "TRAINING_HUB", Version: 1, Title: "Maturity of Training Hubs", Domains: matrixDomains, Levels: matrixLevels, MeetsFrom: 2, ExceedsFrom: 4,
		From: date("2022-07-01"), To: date("2025-03-31"), PublishedOn: date("2022-06-20"), SourceDoc: "Operating framework of Training Hubs, annex C"},
	domain.MaturityMatrixPublished{
		Matrix: "COMMUNITY_PROVIDER", Version: 1, Title: "Maturity of provider networks", Domains: matrixDomains[:1], Levels: matrixLevels[:2], MeetsFrom: 1, ExceedsFrom: 1,
		From: date("2019-04-01"), PublishedOn: date("2019-03-04"), SourceDoc: "Self-assessment of provider networks"},
	domain.MaturityAssessed{
		Assessment: assessed, Hub: "QE1~fylde-coast", Matrix: "TRAINING_HUB", Version: 1, Assessor: officer, Party: "NHSE", On: date("2024-09-16"),
		Scores: []domain.MaturityScore{
			{Domain: "GOVERNANCE", Level: 4, Standing: domain.StandingExceeded, DocHash: paper},
			{Domain: "LEARNING_ENVIRONMENTS", Level: 0, Standing: domain.StandingNotMet, DocHash: paper},
			{Domain: "WORKFORCE_PLANNING", Level: 3, Standing: domain.StandingMet, DocHash: paper},
		}},
	domain.AssuranceAssessed{
		Assessment: ratedOnce, Hub: "QE1", Item: domain.ConsiderFunding, PeriodFrom: date("2024-04-01"), PeriodTo: date("2024-09-30"), Rating: domain.AssuranceModerate,
		Findings: "All spend but two courses goes to a priority.", DocHashes: []domain.Hash{paper}, Assessor: officer, Party: "NHSE", On: date("2024-10-14")},
	domain.DeliveryShortfallDeclared{
		Shortfall: shortfall, Hub: "QE1~fylde-coast", Contract: hubContract, On: date("2024-10-01"),
		Requirements: []domain.UnmetRequirement{
			{Requirement: "LEARNING_ENVIRONMENTS", Assessment: assessed, Domains: []string{"LEARNING_ENVIRONMENTS"}},
			{Requirement: "WORKFORCE_PLANNING", Reason: "The analyst has left and the post is vacant."},
		}},
	domain.DeliveryShortfallDeclared{
		Shortfall: thing(0xe5), Hub: "QE1", On: date("2022-07-01"),
		Requirements: []domain.UnmetRequirement{
			{Requirement: "PLACEMENTS", Assessment: thing(0xe6), Domains: []string{"LEARNING_ENVIRONMENTS"}, Reason: "Two environments are suspended."},
		}},
	domain.DeliveryShortfallClosed{Shortfall: shortfall, Hub: "QE1~fylde-coast", On: date("2025-04-01"), Outcome: "Four environments are approved."},
	domain.InterimArrangementAgreed{
		Arrangement: arrangement, Shortfall: shortfall, Hub: "QE1~fylde-coast", Requirements: []string{"LEARNING_ENVIRONMENTS"}, Provider: another,
		From: date("2024-11-04"), Until: date("2025-03-31"), Approver: chair, Office: "HEE-NW", On: date("2024-10-21")},
	domain.InterimArrangementEnded{
		Arrangement: arrangement, Shortfall: shortfall, Hub: "QE1~fylde-coast", Until: date("2025-03-31"), On: date("2025-03-14"), Reason: "The hub can do it again."},
	domain.GoodPracticeShared{
		Practice: practice, Hub: "QE1", Title: "Group supervision at lunchtime", Programme: course, Audience: "General practice nurses",
		WithHubs: []domain.HubID{"QE1~fylde-coast", "QOP"}, WithParties: []string{"SCH01"}, On: date("2025-02-10")},
	domain.GoodPracticeShared{
		Practice: thing(0xe7), Hub: "QE1~fylde-coast", Title: "A rota that names a supervisor for each day", Audience: "Practice managers", WithHubs: []domain.HubID{"QE1"}, On: date("2025-03-17")},
	domain.GoodPracticeShared{Practice: thing(0xe8), Hub: "QE1", Title: "One form for all sites of a network", Audience: "Practice managers", WithParties: []string{"SCH01"}, On: date("2025-03-24")},
}

var assuranceCommands = []domain.CommandData{
	maturity.PublishMatrix{
		Matrix: "TRAINING_HUB", Version: 1, Title: "Maturity of Training Hubs", Domains: matrixDomains, Levels: matrixLevels, MeetsFrom: 2, ExceedsFrom: 4,
		From: date("2022-07-01"), To: date("2025-03-31"), PublishedOn: date("2022-06-20"), SourceDoc: "Operating framework of Training Hubs, annex C"},
	maturity.PublishMatrix{
		Matrix: "COMMUNITY_PROVIDER", Version: 1, Title: "Maturity of provider networks", Domains: matrixDomains[:1], Levels: matrixLevels[:2], MeetsFrom: 1, ExceedsFrom: 1,
		From: date("2019-04-01"), PublishedOn: date("2019-03-04"), SourceDoc: "Self-assessment of provider networks"},
	assurance.AssessMaturity{
		Assessment: assessed, Hub: "QE1~fylde-coast", Matrix: "TRAINING_HUB", Version: 1, Assessor: officer, Party: "NHSE", On: date("2024-09-16"),
		Scores: []assurance.DomainScore{
			{Domain: "GOVERNANCE", Level: 4, DocHash: paper}, {Domain: "LEARNING_ENVIRONMENTS", Level: 0, DocHash: paper}, {Domain: "WORKFORCE_PLANNING", Level: 3, DocHash: paper},
		}},
	assurance.AssessMaturity{
		Matrix: "COMMUNITY_PROVIDER", Version: 1, Scores: []assurance.DomainScore{{Domain: "GOVERNANCE", Level: 1, DocHash: paper}}, Assessor: manager, Party: "LA002", On: date("2021-09-16")},
	assurance.AssessAssurance{
		Assessment: ratedOnce, Hub: "QE1", Item: domain.ConsiderFunding, PeriodFrom: date("2024-04-01"), PeriodTo: date("2024-09-30"), Rating: domain.AssuranceModerate,
		Findings: "All spend but two courses goes to a priority.", DocHashes: []domain.Hash{paper}, Assessor: officer, Party: "NHSE", On: date("2024-10-14")},
	assurance.AssessAssurance{
		Item: domain.ConsiderGovernance, PeriodFrom: date("2024-04-01"), PeriodTo: date("2025-03-31"), Rating: domain.AssuranceUnsatisfactory,
		Findings: "The group has not met.", DocHashes: []domain.Hash{paper}, Assessor: officer, Party: "NHSE", On: date("2025-04-14")},
	assurance.DeclareShortfall{
		Shortfall: shortfall, Hub: "QE1~fylde-coast", On: date("2024-10-01"),
		Requirements: []assurance.Unmet{
			{Requirement: "LEARNING_ENVIRONMENTS", Assessment: assessed}, {Requirement: "WORKFORCE_PLANNING", Reason: "The analyst has left and the post is vacant."},
		}},
	assurance.DeclareShortfall{
		On: date("2022-07-01"), Requirements: []assurance.Unmet{{Requirement: "PLACEMENTS", Assessment: thing(0xe6), Reason: "Two environments are suspended."}}},
	assurance.CloseShortfall{Shortfall: shortfall, On: date("2025-04-01"), Outcome: "Four environments are approved."},
	assurance.AgreeInterimArrangement{
		Arrangement: arrangement, Shortfall: shortfall, Requirements: []string{"LEARNING_ENVIRONMENTS"}, Provider: another,
		From: date("2024-11-04"), Until: date("2025-03-31"), Approver: chair, Office: "HEE-NW", On: date("2024-10-21")},
	assurance.AgreeInterimArrangement{
		Shortfall: shortfall, Requirements: []string{"WORKFORCE_PLANNING"}, Provider: domain.InterimProvider{Kind: domain.ProviderAccountableBody, Code: "NHSE"},
		From: date("2024-11-04"), Until: date("2025-03-31"), Approver: chair, Office: "HEE-NW", On: date("2024-10-21")},
	assurance.EndInterimArrangement{Arrangement: arrangement, On: date("2025-03-14"), Reason: "The hub can do it again."},
	assurance.ShareGoodPractice{
		Practice: practice, Hub: "QE1", Title: "Group supervision at lunchtime", Programme: course, Audience: "General practice nurses",
		WithHubs: []domain.HubID{"QE1~fylde-coast", "QOP"}, WithParties: []string{"SCH01"}, On: date("2025-02-10")},
	assurance.ShareGoodPractice{
		Hub: "QE1~fylde-coast", Title: "A rota that names a supervisor for each day", Audience: "Practice managers", WithHubs: []domain.HubID{"QE1"}, On: date("2025-03-17")},
	assurance.ShareGoodPractice{Title: "One form for all sites of a network", Audience: "Practice managers", WithParties: []string{"SCH01"}, On: date("2025-03-24")},
}
