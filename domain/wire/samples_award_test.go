package wire_test

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
)

// Samples of what follows from a decision.

// places is what twelve places on the course cost: £36,000.00 with £7,200.00 of
// VAT, of which the host recovers £3,600.00.
var places = domain.Amount{Net: 3_600_000, VAT: 720_000, RecoverableVAT: 360_000}

var awardEvents = []domain.Event{
	domain.NoticePublished{Decision: clinic, Kind: domain.NoticeIntent, Ref: "2024/S 000-041234", On: date("2024-12-18")},
	domain.StandstillStarted{Decision: clinic, On: date("2024-12-18"), Until: date("2025-01-02")},
	domain.RepresentationReceived{Decision: clinic, Representation: thing(0x2c), From: trust, Subject: "How social value was weighed.", On: date("2024-12-23")},
	domain.StandstillEnded{Decision: clinic, On: date("2025-01-14"), RepliedOn: date("2025-01-07")},
	domain.StandstillEnded{Decision: clinic, On: date("2025-01-02")},
	domain.ContractAwarded{
		Award: award, Decision: purchase, Programme: course, Holder: "LA002", Supplier: university, Class: "UNIVERSITY",
		From: date("2024-07-01"), To: date("2025-03-31"), Value: places, Route: domain.RouteQuotation, On: date("2024-06-24")},
	domain.ContractAwarded{
		Award: thing(0x2d), Supplier: company, Class: "TRAINING_COMPANY", From: date("2024-07-01"), To: date("2024-07-31"), Value: domain.Amount{Net: 90_000}, On: date("2024-07-01")},
	domain.AwardVaried{Award: award, Variation: 1, Decision: extension, To: date("2025-06-30"), Value: domain.Amount{Net: 4_800_000, VAT: 960_000, RecoverableVAT: 480_000}, Reason: "Four more places.", On: date("2024-10-14")},
	domain.AwardVaried{Award: award, Variation: 2, To: date("2025-03-31"), Value: places, Reason: "The four places are not taken.", On: date("2024-11-04")},
	domain.AwardEnded{Award: award, On: date("2025-03-31"), Reason: "All places were delivered."},
	domain.DeliveryAccepted{Award: award, Delivery: thing(0x2e), What: "Places on the course, first half", Units: 6, On: date("2024-11-29")},
}

var awardCommands = []domain.CommandData{
	commissioning.RecordNotice{Decision: clinic, Kind: domain.NoticeIntent, Ref: "2024/S 000-041234", On: date("2024-12-18")},
	commissioning.StartStandstill{Decision: clinic, On: date("2024-12-18")},
	commissioning.RecordRepresentation{Decision: clinic, Representation: thing(0x2c), From: trust, Subject: "How social value was weighed.", On: date("2024-12-23")},
	commissioning.RecordRepresentation{Decision: clinic, From: trust, Subject: "How social value was weighed.", On: date("2024-12-23")},
	commissioning.EndStandstill{Decision: clinic, On: date("2025-01-14"), RepliedOn: date("2025-01-07")},
	commissioning.EndStandstill{Decision: clinic, On: date("2025-01-02")},
	commissioning.AwardContract{
		Award: award, Decision: purchase, Holder: "LA002", Supplier: university, From: date("2024-07-01"), To: date("2025-03-31"), Value: places, On: date("2024-06-24")},
	commissioning.AwardContract{Supplier: company, From: date("2024-07-01"), To: date("2024-07-31"), Value: domain.Amount{Net: 90_000}, On: date("2024-07-01")},
	commissioning.VaryAward{Award: award, Decision: extension, To: date("2025-06-30"), Value: domain.Amount{Net: 4_800_000, VAT: 960_000, RecoverableVAT: 480_000}, Reason: "Four more places.", On: date("2024-10-14")},
	commissioning.VaryAward{Award: award, To: date("2025-03-31"), Value: places, Reason: "The four places are not taken.", On: date("2024-11-04")},
	commissioning.EndAward{Award: award, On: date("2025-03-31"), Reason: "All places were delivered."},
	commissioning.AcceptDelivery{Award: award, Delivery: thing(0x2e), What: "Places on the course, first half", Units: 6, On: date("2024-11-29")},
	commissioning.AcceptDelivery{Award: award, What: "Places on the course, second half", Units: 6, On: date("2025-03-14")},
}
