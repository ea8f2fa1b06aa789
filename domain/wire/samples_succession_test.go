package wire_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/topology"
)

// Samples of hubs that follow one another, and of a locality hub over its limit.

var (
	successorShares = []domain.SuccessorShare{{Successor: "QOP", Weight: 640_125}, {Successor: "QYG", Weight: 1_185_550}}

	split = []domain.BudgetSplit{
		{Shares: successorShares},
		{Line: cpd25, Shares: []domain.SuccessorShare{{Successor: "QYG", Weight: 1}}},
		{Line: domain.FundLine{Hub: "QE1~fylde-coast", Fund: "PROGRAMME-CPD", FY: fy25}, Shares: successorShares},
		{Commitment: commitment, Shares: []domain.SuccessorShare{{Successor: "QOP", Weight: 1}, {Successor: "QYG", Weight: 0}}},
	}
	passed    = []domain.PassedLocality{{Hub: "QE1~fylde-coast", Successor: "QYG"}}
	continues = domain.KPIRule{Rule: domain.SeriesContinues, Hub: "QYG"}
	breaks    = domain.KPIRule{Rule: domain.SeriesBreak}

	byOfficer = domain.ICSAgreement{Officer: officer, Delegation: delegation}
	byMeeting = domain.ICSAgreement{Meeting: meeting, Item: "7.2"}

	carriedFrom = []domain.FundCondition{
		{Kind: domain.ConditionRingFenced}, {Kind: domain.ConditionExcludes, CostType: "BACKFILL"}, {Kind: domain.ConditionOther, Text: "Unspent money is told by 31 January."},
	}
	unmet = []domain.GrantMilestone{{Milestone: "The last cohort has begun.", Pence: 450_000}}
)

var successionEvents = []domain.Event{
	domain.HubSucceeded{
		Predecessors: []domain.HubID{"QE1"}, Successors: []domain.HubID{"QOP", "QYG"}, On: date("2026-04-01"), BudgetSplit: split, KPIRule: continues,
		Localities: passed, Ref: "SI 2026/0"},
	domain.HubSucceeded{
		Predecessors: []domain.HubID{"QOP", "QYG"}, Successors: []domain.HubID{"QE1"}, On: date("2024-04-01"), KPIRule: breaks, Ref: "SI 2024/0"},
	domain.CommitmentHandedOver{Commitment: commitment, Line: cpd25, To: "QOP", As: thing(0xf0), Pence: 1_360_000, Transfer: thing(0xf1)},
	domain.CommitmentHandedOver{Commitment: thing(0xf2), Line: cpdFylde, To: "QYG", As: thing(0xf3), Pence: 40_000},
	domain.FundTermsCarriedOn{Line: cpd, Predecessor: "QOP", Purposes: []domain.FundPurpose{"CPD"}, Conditions: carriedFrom, Expires: date("2024-12-31")},
	domain.FundTermsCarriedOn{Line: cpdFylde, Predecessor: "QOP", Expires: date("2025-03-31")},
	domain.AwardCarriedOn{
		Award: thing(0xf4), Of: thing(0xf5), Predecessor: "QOP", Decision: thing(0xf6), Holder: "LA002", Supplier: university, Class: "UNIVERSITY",
		From: date("2024-04-01"), To: date("2024-12-31"), Value: places, Regime: domain.RegimeBelowThreshold, Route: domain.RouteQuotation, Threshold: "LIGHT_TOUCH"},
	domain.AwardCarriedOn{
		Award: thing(0xf7), Of: thing(0xf8), Predecessor: "QOP", Supplier: company, Class: "TRAINING_COMPANY",
		From: date("2024-04-01"), To: date("2024-06-30"), Value: domain.Amount{Net: 90_000}},
	domain.GrantCarriedOn{
		Grant: thing(0xf9), Of: thing(0xfa), Predecessor: "QOP", Payee: "U68696", Decision: thing(0xf6), Pence: 450_000, Conditions: []string{"Open to all practices."},
		Milestones: unmet, AcceptedOn: date("2024-01-15")},
	domain.GrantCarriedOn{Grant: thing(0xfb), Of: thing(0xfc), Predecessor: "QOP", Payee: "U68696", Pence: 20_000},
	domain.LocalityDecisionApproved{Decision: purchase, Max: 4_800_000, By: byMeeting, On: date("2024-06-13")},
	domain.LocalityDecisionApproved{Decision: extension, Max: 500_000, By: byOfficer, On: date("2024-09-30")},
}

var successionCommands = []domain.CommandData{
	topology.RecordHubSuccession{
		Successors: []domain.HubID{"QOP", "QYG"}, On: date("2026-04-01"), BudgetSplit: split, KPIRule: continues, Localities: passed, Ref: "SI 2026/0"},
	topology.RecordHubSuccession{Successors: []domain.HubID{"QYG"}, On: date("2026-04-01"), KPIRule: breaks, Ref: "SI 2026/0"},
	topology.RecordPredecessors{Predecessors: []domain.HubID{"QOP"}, On: date("2024-04-01"), KPIRule: breaks, Ref: "SI 2024/0"},
	topology.RecordPredecessors{
		Predecessors: []domain.HubID{"QOP", "QYG"}, On: date("2024-04-01"), KPIRule: domain.KPIRule{Rule: domain.SeriesContinues, Hub: "QOP"}, Ref: "SI 2024/0"},
	funding.HandOverBudget{},
	funding.HandOverBudget{Line: domain.FundLine{Hub: "QE1~fylde-coast", Fund: "PROGRAMME-CPD", FY: fy25}},
	funding.HandOverBudget{Line: cpd25},
	funding.TakeOverBudget{
		Predecessor: "QOP", Of: cpd, Transfers: []funding.TakenTransfer{{Transfer: thing(0xfd), Pence: 1_450_000}},
		Terms: &funding.CarriedTerms{Purposes: []domain.FundPurpose{"CPD"}, Conditions: carriedFrom, Expires: date("2024-12-31")},
		Commitments: []funding.CarriedCommitment{
			{
				Of: thing(0xfe), Pence: 1_000_000, Award: thing(0xf4), Decision: thing(0xf6), Purpose: "CPD", CostType: "COURSE",
				NeedRefs: []uuid.UUID{thing(0xe8)}, PriorityRefs: []uuid.UUID{thing(0xe9)}, RequestedBy: manager,
			},
			{
				Of: thing(0xff), Pence: 450_000, Decision: thing(0xf6), Purpose: "CPD", CostType: "COURSE", NeedRefs: []uuid.UUID{thing(0xe8)}, RequestedBy: manager,
				Grant: &funding.CarriedGrant{Of: thing(0xfa), Payee: "U68696", Conditions: []string{"Open to all practices."}, Milestones: unmet, AcceptedOn: date("2024-01-15")},
			},
			{
				Of: thing(0xf2), Pence: 20_000, Purpose: "CPD", CostType: "COURSE", RequestedBy: manager, Grant: &funding.CarriedGrant{Of: thing(0xfc), Payee: "U68696"},
			},
		}},
	funding.TakeOverBudget{
		Predecessor: "QOP", Of: cpdFylde, Transfers: []funding.TakenTransfer{{Transfer: thing(0xf3), Pence: 40_000}}, Terms: &funding.CarriedTerms{}},
	funding.TakeOverBudget{
		Predecessor: "QOP", Of: cpd, FY: fy25,
		Commitments: []funding.CarriedCommitment{
			{Of: thing(0xfe), Pence: 40_000, Award: thing(0xf4), Decision: thing(0xf6), Purpose: "CPD", CostType: "COURSE", NeedRefs: []uuid.UUID{thing(0xe8)}, RequestedBy: manager},
		}},
	commissioning.ApproveLocalityDecision{Decision: purchase, Max: 4_800_000, By: byMeeting},
	commissioning.ApproveLocalityDecision{Decision: extension, Max: 500_000, By: byOfficer},
	commissioning.CarryOnAward{
		Award: thing(0xf4), Of: thing(0xf5), Predecessor: "QOP", Decision: thing(0xf6), Holder: "LA002", Supplier: university, From: date("2024-04-01"), To: date("2024-12-31"),
		Value: places, Regime: domain.RegimeBelowThreshold, Route: domain.RouteQuotation, Threshold: "LIGHT_TOUCH"},
	commissioning.CarryOnAward{
		Of: thing(0xf8), Predecessor: "QOP", Supplier: company, From: date("2024-04-01"), To: date("2024-06-30"), Value: domain.Amount{Net: 90_000}},
}
