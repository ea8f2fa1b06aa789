package wire_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/role"
	"github.com/hubledger/hubledger/domain/roletype"
)

// Samples of posts in PCNs, of what is reimbursed for them, and of types of
// role.

var (
	pharmacist = uuid.MustParse("4af19c3d-7e60-4b85-a2d9-1c5e08b7f693")
	paramedic  = uuid.MustParse("e27b5d90-c4a1-4836-9f0d-83a6b15c7e42")

	post     = thing(0xb0)
	nursing  = thing(0xb1) // a post of a nurse
	rotation = thing(0xb2)
	claim    = thing(0xb3)
	sum24    = thing(0xb4) // a rate

	pharmacy = domain.RolePost{Post: post, Hub: "QE1~fylde-coast", PCN: "U68696", RoleType: "CLINICAL_PHARMACIST", RoleTypeVersion: 2, Origin: domain.OriginPCNDES}
	// ward has no PCN. Only posts that rotate may have none, but the events of
	// all posts have one form.
	ward     = domain.RolePost{Post: nursing, Hub: "QE1", RoleType: "EXPERIENCED_PRACTICE_NURSE", RoleTypeVersion: 1, Origin: domain.OriginNew}
	rotating = domain.RolePost{Post: rotation, Hub: "QE1", RoleType: "PARAMEDIC", RoleTypeVersion: 1, Origin: domain.OriginNew}

	legs = []domain.RotationLeg{
		{Leg: 1, Org: "A81001", PrimaryCare: true, From: date("2024-09-02"), To: date("2025-02-28"), FTE: 600_000_000},
		{Leg: 2, Org: "RXN", From: date("2024-09-02"), To: date("2025-02-28"), FTE: 400_000_000},
	}
	embeddedAs = []domain.EmbeddingTest{
		{Condition: domain.ConditionTeam, DocHash: paper}, {Condition: domain.ConditionAccess, DocHash: file},
		{Condition: domain.ConditionSupervision, DocHash: paper}, {Condition: domain.ConditionTerm, DocHash: domain.Hash{8}},
	}
)

var roleEvents = []domain.Event{
	domain.RolePostProposed{
		RolePost: pharmacy, FTE: 800_000_000, Band: "7", Funding: domain.FundingARRS, Area: "ENGLAND", Additional: true, From: date("2024-10-01")},
	domain.RolePostProposed{RolePost: ward, FTE: domain.OneFTE, Funding: domain.FundingPractice, From: date("2024-09-01")},
	domain.RolePostRecruited{
		RolePost: pharmacy, Person: pharmacist, FTE: 800_000_000, Funding: domain.FundingARRS, Employer: "A81001", Start: date("2024-10-01"), IntendedMonths: 24},
	domain.RolePostRecruited{
		RolePost: ward, Person: nurse, FTE: domain.OneFTE, Funding: domain.FundingARRS, Employer: "U68696", Start: date("2025-04-01"), IntendedMonths: 3,
		Cover: true, QualifiedOn: date("2012-09-28"), LastEmployedOn: date("2025-03-31"), Promoted: true},
	domain.RoleEmbedded{RolePost: pharmacy, Person: pharmacist, FTE: 800_000_000, Funding: domain.FundingARRS, Tests: embeddedAs, By: manager, On: date("2024-11-18")},
	domain.RoleEmbedded{RolePost: ward, Person: nurse, FTE: domain.OneFTE, Funding: domain.FundingPractice, Tests: embeddedAs, By: chair, On: date("2025-04-14")},
	domain.RoleEmbeddingLapsed{
		RolePost: pharmacy, Person: pharmacist, FTE: 600_000_000, Condition: domain.ConditionSupervision, On: date("2025-05-30"), Reason: "The senior pharmacist left."},
	domain.RoleEmbeddingLapsed{
		RolePost: ward, Person: nurse, FTE: domain.OneFTE, Condition: domain.ConditionAccess, On: date("2025-04-30"), Reason: "The branch surgery closed."},
	domain.RolePostFTEChanged{RolePost: ward, Person: nurse, FTE: domain.OneFTE, Before: 500_000_000, From: date("2025-05-01")},
	domain.RolePostFTEChanged{RolePost: pharmacy, Person: pharmacist, FTE: 600_000_000, Before: 800_000_000, From: date("2025-01-01")},
	domain.RolePostEnded{RolePost: pharmacy, Person: pharmacist, FTE: 600_000_000, On: date("2026-03-31"), Reason: "The contract ended."},
	domain.RolePostEnded{RolePost: ward, FTE: domain.OneFTE, On: date("2024-12-31"), Reason: "Nobody was found."},
	domain.RotationalPostCreated{RolePost: rotating, Legs: legs},
	domain.RotationalPostCreated{RolePost: pharmacy, Legs: legs},
	domain.RotationLegStarted{RolePost: rotating, RotationLeg: legs[0], Person: paramedic, On: date("2024-09-02")},
	domain.RotationLegStarted{RolePost: pharmacy, RotationLeg: legs[1], Person: pharmacist, On: date("2024-09-09")},
	domain.RotationLegEnded{RolePost: rotating, RotationLeg: legs[0], Person: paramedic, On: date("2025-01-31"), Reason: "A month early, by agreement."},
	domain.RotationLegEnded{RolePost: pharmacy, RotationLeg: legs[1], Person: pharmacist, On: date("2025-02-28")},
	domain.RoleEntitlementSet{
		PCN: "U68696", Hub: "QE1~fylde-coast", FY: fy24, Registered: 48_215_00, Weighted: 50_000_00, PatientsOn: date("2024-01-01"),
		RateRef: sum24, Pence: 114_470_000, SourceDoc: "Adjusted populations 2024/25"},
	domain.ReimbursementClaimed{
		RolePost: pharmacy, Claim: claim, FY: fy24, From: date("2024-10-01"), To: date("2024-12-31"), RateRefs: []uuid.UUID{rate24},
		Maximum: 1_316_760, Pence: 1_300_000},
	domain.ReimbursementClaimed{RolePost: ward, Claim: thing(0xb5), FY: fy25, From: date("2025-04-01"), To: date("2025-04-30"), Pence: 120_000},
}

var roleCommands = []domain.CommandData{
	role.ProposeRolePost{
		Post: post, Hub: "QE1~fylde-coast", PCN: "U68696", RoleType: "CLINICAL_PHARMACIST", Origin: domain.OriginPCNDES, FTE: 800_000_000, Band: "7",
		Funding: domain.FundingARRS, Area: "ENGLAND", Additional: true, From: date("2024-10-01")},
	role.ProposeRolePost{
		PCN: "U68696", RoleType: "EXPERIENCED_PRACTICE_NURSE", Origin: domain.OriginNew, FTE: domain.OneFTE, Funding: domain.FundingPractice, From: date("2024-09-01")},
	role.RecruitRolePost{Post: post, Person: pharmacist, Employer: "A81001", Start: date("2024-10-01"), IntendedMonths: 24},
	role.RecruitRolePost{
		Post: nursing, Person: nurse, Employer: "U68696", Start: date("2025-04-01"), IntendedMonths: 3, Cover: true,
		QualifiedOn: date("2012-09-28"), LastEmployedOn: date("2025-03-31"), Promoted: true},
	role.EmbedRole{
		Post: post, By: manager, On: date("2024-11-18"), Tests: []role.TestResult{
			{Condition: domain.ConditionTerm, Holds: true, DocHash: domain.Hash{8}}, {Condition: domain.ConditionTeam, Holds: true, DocHash: paper},
			{Condition: domain.ConditionAccess, DocHash: file}, {Condition: domain.ConditionSupervision, Holds: true, DocHash: paper},
		}},
	role.LapseRoleEmbedding{Post: post, Condition: domain.ConditionSupervision, On: date("2025-05-30"), Reason: "The senior pharmacist left."},
	role.ChangeRoleFTE{Post: post, FTE: 600_000_000, From: date("2025-01-01")},
	role.EndRolePost{Post: post, On: date("2026-03-31"), Reason: "The contract ended."},
	role.CreateRotationalPost{
		Post: rotation, Hub: "QE1~fylde-coast", PCN: "U68696", RoleType: "PARAMEDIC", Origin: domain.OriginNew, Legs: []role.Leg{
			{Org: "A81001", From: date("2024-09-02"), To: date("2025-02-28"), FTE: 600_000_000},
			{Org: "RXN", From: date("2024-09-02"), To: date("2025-02-28"), FTE: 400_000_000},
		}},
	role.CreateRotationalPost{
		RoleType: "PARAMEDIC", Origin: domain.OriginExisting, Legs: []role.Leg{
			{Org: "RXN", From: date("2024-09-02"), To: date("2025-02-28"), FTE: domain.OneFTE},
			{Org: "A81001", From: date("2025-03-01"), To: date("2025-08-31"), FTE: domain.OneFTE},
		}},
	role.StartRotationLeg{Post: rotation, Leg: 1, Person: paramedic, On: date("2024-09-02")},
	role.EndRotationLeg{Post: rotation, Leg: 1, On: date("2025-01-31"), Reason: "A month early, by agreement."},
	role.EndRotationLeg{Post: rotation, Leg: 2, On: date("2025-02-28")},
	role.SetRoleEntitlement{
		Hub: "QE1~fylde-coast", PCN: "U68696", FY: fy24, Registered: 48_215_00, Weighted: 50_000_00, PatientsOn: date("2024-01-01"), SourceDoc: "Adjusted populations 2024/25"},
	role.SetRoleEntitlement{PCN: "U68696", FY: fy25, Registered: 48_310_50, Weighted: 50_102_25, PatientsOn: date("2025-01-01"), SourceDoc: "Adjusted populations 2025/26"},
	role.ClaimReimbursement{Claim: claim, Post: post, From: date("2024-10-01"), To: date("2024-12-31"), Pence: 1_300_000},
	role.ClaimReimbursement{Post: nursing, From: date("2025-04-01"), To: date("2025-04-30"), Pence: 120_000},
}

var (
	caps      = []domain.RoleCap{{ListUpTo: 99_999_00, Posts: 3}, {Posts: 6}}
	elsewhere = []domain.RoleCode{{Scheme: "CENSUS", Code: "Advanced Pharmacist"}, {Scheme: "NWRS", Code: "AP"}}
)

var roleTypeEvents = []domain.Event{
	domain.RoleTypeDefined{
		Code: "ADVANCED_PRACTITIONER", Version: 1, Title: "Advanced practitioner", Bands: []string{"8a"},
		Regulators: []domain.Regulator{domain.RegulatorGPhC, domain.RegulatorHCPC, domain.RegulatorNMC}, ARRS: true, From: date("2023-04-01"), To: date("2025-03-31"),
		Caps: caps, Crosswalk: elsewhere, PublishedOn: date("2023-03-30"), SourceDoc: "Network Contract DES 2023/24"},
	domain.RoleTypeDefined{
		Code: "GENERAL_PRACTITIONER", Version: 1, Title: "General practitioner, newly qualified", Regulators: []domain.Regulator{domain.RegulatorGMC}, ARRS: true,
		From: date("2024-10-01"), QualifiedWithinMonths: 24, PublishedOn: date("2024-09-26"), SourceDoc: "Network Contract DES 2024/25, update of October 2024"},
	domain.RoleTypeDefined{
		Code: "EXPERIENCED_PRACTICE_NURSE", Version: 1, Title: "Experienced general practice nurse", Bands: []string{"6"}, Regulators: []domain.Regulator{domain.RegulatorNMC},
		ARRS: true, From: date("2025-04-01"), NotEmployedMonths: 12, PublishedOn: date("2025-03-27"), SourceDoc: "Network Contract DES 2025/26"},
	domain.RoleTypeDefined{
		Code: "PRACTICE_MANAGER", Version: 1, Title: "Practice manager", From: date("2019-04-01"), PublishedOn: date("2019-04-01"), SourceDoc: "Workforce plan 2019"},
}

var roleTypeCommands = []domain.CommandData{
	roletype.DefineRoleType{
		Code: "ADVANCED_PRACTITIONER", Version: 1, Title: "Advanced practitioner", Bands: []string{"8a"},
		Regulators: []domain.Regulator{domain.RegulatorNMC, domain.RegulatorGPhC, domain.RegulatorHCPC}, ARRS: true, From: date("2023-04-01"), To: date("2025-03-31"),
		Caps: caps, Crosswalk: elsewhere, PublishedOn: date("2023-03-30"), SourceDoc: "Network Contract DES 2023/24"},
	roletype.DefineRoleType{
		Code: "GENERAL_PRACTITIONER", Version: 1, Title: "General practitioner, newly qualified", Regulators: []domain.Regulator{domain.RegulatorGMC}, ARRS: true,
		From: date("2024-10-01"), QualifiedWithinMonths: 24, PublishedOn: date("2024-09-26"), SourceDoc: "Network Contract DES 2024/25, update of October 2024"},
	roletype.DefineRoleType{
		Code: "EXPERIENCED_PRACTICE_NURSE", Version: 1, Title: "Experienced general practice nurse", Bands: []string{"6"}, Regulators: []domain.Regulator{domain.RegulatorNMC},
		ARRS: true, From: date("2025-04-01"), NotEmployedMonths: 12, PublishedOn: date("2025-03-27"), SourceDoc: "Network Contract DES 2025/26"},
	roletype.DefineRoleType{
		Code: "PRACTICE_MANAGER", Version: 1, Title: "Practice manager", From: date("2019-04-01"), PublishedOn: date("2019-04-01"), SourceDoc: "Workforce plan 2019"},
}
