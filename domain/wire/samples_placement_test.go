package wire_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/placement"
)

// Samples of which learners are where, with whom, and what is paid for it.

var (
	learner = uuid.MustParse("c08b1f76-4e93-4d2a-b7c5-62f9e1d0a384")
	trainee = uuid.MustParse("69d4a0e8-1b5f-4c37-92ae-d70c83f5b416")

	offer      = thing(0xa0)
	placed     = thing(0xa1) // a student of nursing
	training   = thing(0xa2) // a trainee of general practice
	tariff     = thing(0xa3) // a price
	grantPrice = thing(0xa4) // another
	uplift     = thing(0xa5) // a rate

	days     = []domain.PricePart{{Rate: rate24, Measure: domain.MeasureDay, Units: 38, PerRate: 204, RatePence: 500_000, Pence: 93_137}}
	uplifted = []domain.PricePart{{Rate: uplift, Measure: domain.MeasureDay, Units: 38, PerRate: 204, RatePence: 520_000, Pence: 96_863}}
	months   = []domain.PricePart{
		{Rate: rate24, Measure: domain.MeasureQuarterMonth, Units: 16, PerRate: 48, RatePence: 883_200, Pence: 294_400},
		{Rate: uplift, Measure: domain.MeasureQuarterMonth, Units: 8, PerRate: 48, RatePence: 900_000, Pence: 150_000},
	}
)

var placementEvents = []domain.Event{
	domain.PlacementOffered{
		Offer: offer, Hub: "QE1~fylde-coast", LE: le, Site: "A81001", Profession: "NURSING_STUDENT", Regulator: domain.RegulatorNMC,
		From: date("2024-09-02"), To: date("2025-08-31"), Capacity: 2},
	domain.PlacementOffered{
		Offer: thing(0xa6), Hub: "QE1", LE: le, Site: "A81001", Profession: "T_LEVEL", From: date("2024-09-02"), To: date("2025-07-18"), Capacity: 1},
	domain.PlacementAllocated{
		Placement: placed, Offer: offer, Hub: "QE1~fylde-coast", LE: le, Site: "A81001", Profession: "NURSING_STUDENT", Learner: learner,
		Supervisor: supervisor, Assessor: assessor, HEI: university, From: date("2024-09-16"), To: date("2024-11-22")},
	domain.PlacementAllocated{
		Placement: thing(0xa7), Offer: thing(0xa6), Hub: "QE1", LE: le, Site: "A81001", Profession: "T_LEVEL", Learner: trainee,
		Supervisor: supervisor, Shadowing: true, From: date("2024-09-09"), To: date("2024-09-20")},
	domain.PlacementStarted{
		Placement: placed, Hub: "QE1~fylde-coast", LE: le, Site: "A81001", Profession: "NURSING_STUDENT", Supervisor: supervisor, Assessor: assessor, On: date("2024-09-16")},
	domain.PlacementStarted{
		Placement: thing(0xa7), Hub: "QE1", LE: le, Site: "A81001", Profession: "T_LEVEL", Supervisor: supervisor, On: date("2024-09-09")},
	domain.PlacementDaysRecorded{Placement: placed, From: date("2024-09-16"), To: date("2024-09-30"), Days: 11},
	domain.PlacementCompleted{Placement: placed, LE: le, Profession: "NURSING_STUDENT", Days: 38, On: date("2024-11-22")},
	domain.PlacementCancelled{
		Placement: thing(0xa7), LE: le, Profession: "T_LEVEL", Party: domain.PartyLearner, Reason: "Illness.", Started: true, On: date("2024-09-13")},
	domain.PlacementCancelled{
		Placement: thing(0xa8), LE: le, Profession: "NURSING_STUDENT", Party: domain.PartyProvider, Reason: "The course has fewer students.", On: date("2024-08-30")},
	domain.PlacementPriced{
		Price: tariff, Placement: placed, Kind: domain.RateTariff, Key: "NURSING_STUDENT", Area: "ENGLAND", From: date("2024-09-16"), To: date("2024-11-22"),
		Payer: "NHSE", Route: domain.RouteHub, Via: "LA002", Payee: "A81001", Parts: days, Pence: 93_137},
	domain.PlacementPriced{
		Price: grantPrice, Placement: training, Kind: domain.RateGrant, Key: "GP_TRAINER", Area: "ENGLAND", From: date("2024-08-07"), To: date("2025-02-06"),
		Payer: "NHSE", Route: domain.RouteDirect, Payee: "A81001", Parts: months, Pence: 444_400},
	domain.PlacementPriced{
		Price: thing(0xa9), Placement: training, Kind: domain.RateGrant, Key: "INDUCTION", Area: "ENGLAND", From: date("2024-08-07"), To: date("2024-08-13"),
		Payer: "NHSE", Route: domain.RouteTrust, Via: "RXN", Payee: "A81001", Pence: 18_400},
	domain.PlacementRepriced{
		Price: tariff, Placement: placed, Revision: 2, Parts: uplifted, Pence: 96_863, Difference: 3_726, Payer: "NHSE", Payee: "A81001",
		Reason: "Tariff raised back to 1 April."},
	domain.PlacementRepriced{
		Price: thing(0xa9), Placement: training, Revision: 2, Difference: -18_400, Payer: "NHSE", Payee: "A81001", Reason: "The week did not take place."},
}

var placementCommands = []domain.CommandData{
	placement.OfferPlacement{
		Offer: offer, Hub: "QE1~fylde-coast", LE: le, Site: "A81001", Profession: "NURSING_STUDENT", Regulator: domain.RegulatorNMC,
		From: date("2024-09-02"), To: date("2025-08-31"), Capacity: 2},
	placement.OfferPlacement{LE: le, Site: "A81001", Profession: "T_LEVEL", From: date("2024-09-02"), To: date("2025-07-18"), Capacity: 1},
	placement.AllocatePlacement{
		Placement: placed, Offer: offer, Learner: learner, Supervisor: supervisor, Assessor: assessor, HEI: university,
		From: date("2024-09-16"), To: date("2024-11-22")},
	placement.AllocatePlacement{
		Offer: thing(0xa6), Learner: trainee, Supervisor: supervisor, Shadowing: true, From: date("2024-09-09"), To: date("2024-09-20")},
	placement.StartPlacement{Placement: placed, On: date("2024-09-16"), Supervisor: supervisor, Assessor: assessor},
	placement.StartPlacement{Placement: thing(0xa7), On: date("2024-09-09")},
	placement.RecordPlacementDays{Placement: placed, From: date("2024-09-16"), To: date("2024-09-30"), Days: 11},
	placement.CompletePlacement{Placement: placed, On: date("2024-11-22")},
	placement.CancelPlacement{Placement: thing(0xa7), Party: domain.PartyLearner, Reason: "Illness.", On: date("2024-09-13")},
	placement.PricePlacement{
		Price: tariff, Placement: placed, Kind: domain.RateTariff, Key: "NURSING_STUDENT", Area: "ENGLAND", From: date("2024-09-16"), To: date("2024-11-22"),
		Payer: "NHSE", Route: domain.RouteHub, Via: "LA002", Payee: "A81001", Pence: 93_137},
	placement.PricePlacement{
		Placement: training, Kind: domain.RateGrant, Key: "GP_TRAINER", Area: "ENGLAND", From: date("2024-08-07"), To: date("2025-02-06"),
		Payer: "NHSE", Route: domain.RouteDirect, Payee: "A81001"},
	placement.RepricePlacement{Price: tariff, Reason: "Tariff raised back to 1 April.", Pence: 96_863},
	placement.RepricePlacement{Price: grantPrice, Reason: "Rate corrected."},
	placement.RepriceTariff{Kind: domain.RateTariff, Key: "NURSING_STUDENT", Area: "ENGLAND", From: date("2024-04-01"), Reason: "Tariff raised back to 1 April."},
}
