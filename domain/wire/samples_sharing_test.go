package wire_test

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/ambition"
	"github.com/hubledger/hubledger/domain/sharing"
)

// Samples of what hubs share and point people to, and of national ambitions.

var (
	secondment = thing(0xe0)
	freePlaces = thing(0xe1)
	moneyShare = thing(0xe2)
	rolesGuide = thing(0xe3)
	transferE4 = thing(0xe4)

	lent = domain.ResourceShare{
		Share: secondment, Hub: "QE1", Counterpart: "QHM~tees-valley", Direction: domain.ShareOut, Resource: "A nurse who trains practice supervisors",
		Amount: domain.ShareAmount{FTE: -400_000_000}, Credit: domain.CreditBeneficiary, From: date("2024-09-02"), Until: date("2025-08-31")}
	borrowed = domain.ResourceShare{
		Share: secondment, Hub: "QHM~tees-valley", Counterpart: "QE1", Direction: domain.ShareIn, Resource: lent.Resource,
		Amount: domain.ShareAmount{FTE: 400_000_000}, Credit: domain.CreditBeneficiary, From: date("2024-09-02"), Until: date("2025-08-31")}
	seats = domain.ResourceShare{
		Share: freePlaces, Hub: "QE1~fylde-coast", Counterpart: "QE1", Direction: domain.ShareIn, Resource: "Places on a course for new supervisors",
		Amount: domain.ShareAmount{Places: 12}, Credit: domain.CreditDeliverer, From: date("2024-09-02")}
	paidFor = domain.ResourceShare{
		Share: moneyShare, Hub: "QE1", Counterpart: "QHM", Direction: domain.ShareOut, Resource: "Money for courses",
		Amount: domain.ShareAmount{Pence: -115_000}, Credit: domain.CreditDeliverer, From: date("2024-10-01"), Transfer: transferE4}
	received = domain.ResourceShare{
		Share: moneyShare, Hub: "QHM", Counterpart: "QE1", Direction: domain.ShareIn, Resource: "Money for courses",
		Amount: domain.ShareAmount{Pence: 115_000}, Credit: domain.CreditDeliverer, From: date("2024-10-01"), Transfer: transferE4}
	givenSeats = domain.ResourceShare{
		Share: freePlaces, Hub: "QE1", Counterpart: "QE1~fylde-coast", Direction: domain.ShareOut, Resource: "Places on a course for new supervisors",
		Amount: domain.ShareAmount{Places: -12}, Credit: domain.CreditDeliverer, From: date("2024-09-02")}
)

var sharingEvents = []domain.Event{
	domain.ResourceShareOffered{ResourceShare: lent, ExceedsIn: "EDUCATORS", On: date("2024-06-03")},
	domain.ResourceShareOffered{ResourceShare: paidFor, Reason: "Places that nobody took", On: date("2024-09-16")},
	domain.ResourceShareOffered{ResourceShare: givenSeats, Reason: "A course with places left", On: date("2024-06-10")},
	domain.ResourceShareAccepted{ResourceShare: borrowed, On: date("2024-06-10")},
	domain.ResourceShareAccepted{ResourceShare: seats, On: date("2024-06-10")},
	domain.ResourceShareAccepted{ResourceShare: received, On: date("2024-10-02")},
	domain.ResourceShareEnded{ResourceShare: lent, On: date("2025-03-31"), Reason: "The hub has a trainer of its own."},
	domain.ResourceShareEnded{ResourceShare: paidFor, On: date("2024-09-30"), Reason: "The course is not held."},
	domain.ResourceShareEnded{ResourceShare: seats, On: date("2024-12-20"), Reason: "The course is over."},
	domain.ResourceCatalogued{
		Resource: rolesGuide, Hub: "QE1", Title: "New Roles in Primary Care Guide", Owner: "NHSE", URI: "https://www.example.org/new-roles", Scope: domain.ScopeNational,
		Tags: []string{"GP", "LEARNING", "PCN"}, On: date("2024-04-15")},
	domain.ResourceCatalogued{
		Resource: thing(0xe5), Hub: "QE1~fylde-coast", Title: "Supervision in a coastal practice", Owner: "U68696", URI: "https://coast.example.org/", Scope: domain.ScopeLocal, On: date("2024-04-22")},
	domain.ResourcePublished{Resource: rolesGuide, Hub: "QE1", Platform: "LEARNING_HUB", URI: "https://learninghub.example.org/resource/41", On: date("2024-05-07")},
	domain.ResourcePublished{Resource: thing(0xe5), Hub: "QE1~fylde-coast", Platform: "EDUCATOR_HUB", On: date("2024-05-08")},
}

var sharingCommands = []domain.CommandData{
	sharing.OfferResourceShare{
		Share: secondment, Counterpart: "QHM~tees-valley", Resource: lent.Resource, Amount: domain.ShareAmount{FTE: 400_000_000}, Credit: domain.CreditBeneficiary,
		ExceedsIn: "EDUCATORS", From: date("2024-09-02"), Until: date("2025-08-31"), On: date("2024-06-03")},
	sharing.OfferResourceShare{
		Hub: "QE1~fylde-coast", Counterpart: "QHM", Resource: "Money for courses", Amount: domain.ShareAmount{Pence: 115_000}, Credit: domain.CreditDeliverer,
		Reason: "Places that nobody took", From: date("2024-10-01"), Transfer: transferE4, On: date("2024-09-16")},
	sharing.OfferResourceShare{
		Share: freePlaces, Counterpart: "QE1~fylde-coast", Resource: seats.Resource, Amount: domain.ShareAmount{Places: 12}, Credit: domain.CreditDeliverer,
		Reason: "A course with places left", From: date("2024-09-02"), On: date("2024-06-10")},
	sharing.AcceptResourceShare{
		Share: thing(0xeb), Counterpart: "QHM", Resource: "A project manager", Amount: domain.ShareAmount{FTE: 600_000_000}, Credit: domain.CreditBeneficiary,
		From: date("2024-09-02"), On: date("2024-06-10")},
	sharing.AcceptResourceShare{
		Share: thing(0xe6), Counterpart: "QHM", Resource: "Places on a course for new supervisors", Amount: domain.ShareAmount{Places: 12}, Credit: domain.CreditDeliverer,
		From: date("2024-09-02"), Until: date("2025-03-31"), On: date("2024-06-10")},
	sharing.AcceptResourceShare{
		Share: thing(0xe7), Hub: "QE1~fylde-coast", Counterpart: "QHM~tees-valley", Resource: "Money for courses", Amount: domain.ShareAmount{Pence: 115_000},
		Credit: domain.CreditDeliverer, From: date("2024-10-01"), Transfer: transferE4, On: date("2024-10-02")},
	sharing.EndResourceShare{Share: secondment, On: date("2025-03-31"), Reason: "The hub has a trainer of its own."},
	sharing.CatalogueResource{
		Resource: rolesGuide, Title: "New Roles in Primary Care Guide", Owner: "NHSE", URI: "https://www.example.org/new-roles", Scope: domain.ScopeNational,
		Tags: []string{"GP", "LEARNING", "PCN"}, On: date("2024-04-15")},
	sharing.CatalogueResource{
		Hub: "QE1~fylde-coast", Title: "Supervision in a coastal practice", Owner: "U68696", URI: "https://coast.example.org/", Scope: domain.ScopeLocal, On: date("2024-04-22")},
	sharing.PublishResource{Resource: rolesGuide, Platform: "LEARNING_HUB", URI: "https://learninghub.example.org/resource/41", On: date("2024-05-07")},
	sharing.PublishResource{Resource: thing(0xe5), Hub: "QE1~fylde-coast", Platform: "EDUCATOR_HUB", On: date("2024-05-08")},
}

var (
	staff26000 = domain.AmbitionSet{
		Ambition: "STAFF_26000", Version: "ARRS", Title: "26,000 additional primary care staff", Unit: domain.UnitFTE, Target: 26_000 * domain.OneFTE,
		BaselineOn: date("2019-03-31"), Deadline: date("2024-03-31"), Definition: "Staff hired through the Additional Roles Reimbursement Scheme.",
		Source: "Announcement of 18 May 2023", PublishedOn: date("2023-05-18")}
	directCare = domain.AmbitionSet{
		Ambition: "STAFF_26000", Version: "DIRECT_PATIENT_CARE 2", Title: "26,000 additional primary care staff", Unit: domain.UnitFTE, Target: 26_000 * domain.OneFTE,
		Baseline: 13_851_500_000_000, BaselineOn: date("2019-03-31"), Deadline: date("2024-03-31"), Definition: "Direct patient care staff of practices and PCNs.",
		Source: "General Practice Workforce, 31 March 2023", Supersedes: "DIRECT_PATIENT_CARE", PublishedOn: date("2023-05-25")}
	progressed = domain.AmbitionProgressReported{
		Report: thing(0xe8), Ambition: "STAFF_26000", Version: "ARRS", AsAt: date("2023-03-31"), Value: 26_877 * domain.OneFTE, Source: "Announcement of 18 May 2023", PublishedOn: date("2023-05-18")}
	recounted = domain.AmbitionProgressReported{
		Report: thing(0xe9), Ambition: "STAFF_26000", Version: "ARRS", AsAt: date("2022-03-31"), Value: -460_500_000_000, Source: "Announcement of 18 May 2023",
		PublishedOn: date("2023-05-18"), Corrects: thing(0xea)}
)

var ambitionEvents = []domain.Event{staff26000, directCare, progressed, recounted}

var ambitionCommands = []domain.CommandData{
	ambition.SetAmbition(staff26000), ambition.SetAmbition(directCare),
	ambition.ReportAmbitionProgress(progressed),
	ambition.ReportAmbitionProgress{
		Ambition: "STAFF_26000", Version: "ARRS", AsAt: date("2022-03-31"), Value: -460_500_000_000, Source: "Announcement of 18 May 2023", PublishedOn: date("2023-05-18"), Corrects: thing(0xea)},
}
