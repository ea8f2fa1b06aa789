package interest_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/interest"
)

// fromPatient is a gift of a patient, accepted.
func fromPatient(id uuid.UUID, value domain.Pence, on domain.Date) interest.RecordGift {
	return interest.RecordGift{Gift: id, From: patient, Kind: domain.GiftOther, Value: value, On: on, Accepted: true}
}

// offered is what is recorded of a gift.
func offered(c interest.RecordGift, total domain.Pence, t domain.OfferTreatment) domain.GiftOffered {
	return domain.GiftOffered{
		Person: someone, Gift: c.Gift, Total: total, Treatment: t,
		Offer: domain.Offer{From: c.From, Supplier: c.Supplier, Kind: c.Kind, Value: c.Value, On: c.On, Accepted: c.Accepted, OnBehalf: c.OnBehalf, ApprovedBy: c.ApprovedBy},
	}
}

func TestGifts(t *testing.T) {
	first := fromPatient(id1, 4999, 20240101)
	second := fromPatient(id2, 4999, 20240601)
	onBehalf := second
	onBehalf.OnBehalf = true
	yearLater := fromPatient(id2, 4999, 20250101)
	dayBefore := fromPatient(id2, 4999, 20241231)
	declined := second
	declined.Accepted = false
	other := second
	other.From = "CH-01234567"
	cash := interest.RecordGift{Gift: id1, From: patient, Kind: domain.GiftCash, Value: 1000, On: 20240601, Accepted: true}
	pen := interest.RecordGift{Gift: id1, From: "CH-01234567", Supplier: true, Kind: domain.GiftBrandedAid, Value: 600, On: 20240601, Accepted: true}
	dearPen := pen
	dearPen.Value = 601
	unnamed := pen
	unnamed.Gift = uuid.Nil
	derived := pen
	derived.Gift = domain.NewID(domaintest.CommandID, "gift")
	unregistered := pen
	unregistered.From = "CH-99999999"
	self := pen
	self.ApprovedBy = someone
	early := fromPatient(id1, 100000, 20170531)
	kept := offered(first, 4999, domain.TreatAccept)

	run(t, []domaintest.Case{
		{
			Name: "a pen of a supplier, £6.00",
			When: pen, Then: []domain.Event{offered(pen, 600, domain.TreatAccept)},
		},
		{
			Name: "not one of £6.01",
			When: dearPen, Refused: "I-INT-9", Prevents: true,
		},
		{
			Name: "but if it was accepted it is written down, and that it should not have been",
			When: dearPen, Happened: 20240601,
			Then: []domain.Event{offered(dearPen, 601, domain.TreatDecline)}, Breaches: []domain.Rule{"I-INT-9"},
		},
		{
			Name: "each is a gift of its own", Given: []domain.Event{offered(pen, 600, domain.TreatAccept)}, Anew: true,
			When: unnamed, Then: []domain.Event{offered(derived, 1200, domain.TreatAccept)},
		},
		{
			Name: "an id is one gift's", Given: []domain.Event{offered(pen, 600, domain.TreatAccept)},
			When: dearPen, Refused: "I-INT-3",
		},
		{
			Name: "no cash",
			When: cash, Refused: "I-INT-9", Prevents: true,
		},
		{
			Name: "a gift of £49.99",
			When: first, Then: []domain.Event{kept},
		},
		{
			Name: "two of them within a year are for the organisation", Given: []domain.Event{kept},
			When: onBehalf, Then: []domain.Event{offered(onBehalf, 9998, domain.TreatOnBehalf)},
		},
		{
			Name: "and not to keep", Given: []domain.Event{kept},
			When: second, Refused: "I-INT-9", Prevents: true,
		},
		{
			Name: "unless they came from different givers", Given: []domain.Event{kept},
			When: other, Then: []domain.Event{offered(other, 4999, domain.TreatAccept)},
		},
		{
			Name: "on the last day of twelve months they add up", Given: []domain.Event{kept}, Today: 20250601,
			When: dayBefore, Refused: "I-INT-9", Prevents: true,
		},
		{
			Name: "on the day after they don't", Given: []domain.Event{kept}, Today: 20250601,
			When: yearLater, Then: []domain.Event{offered(yearLater, 4999, domain.TreatAccept)},
		},
		{
			Name: "one recorded late adds up with those after it", Given: []domain.Event{offered(second, 4999, domain.TreatAccept)},
			When: first, Refused: "I-INT-9", Prevents: true,
		},
		{
			Name: "and those on either side of it only as far as a year holds them",
			Given: []domain.Event{
				offered(fromPatient(uuid.UUID{1}, 2000, 20230401), 2000, domain.TreatAccept),
				offered(fromPatient(uuid.UUID{2}, 3000, 20240601), 3000, domain.TreatAccept),
			},
			When: fromPatient(id1, 2000, 20231001), Then: []domain.Event{offered(fromPatient(id1, 2000, 20231001), 5000, domain.TreatAccept)},
		},
		{
			Name: "gifts of other years are no matter",
			Given: []domain.Event{
				offered(fromPatient(uuid.UUID{1}, 4000, 20220101), 4000, domain.TreatAccept),
				offered(fromPatient(uuid.UUID{2}, 4000, 20220201), 8000, domain.TreatOnBehalf),
			},
			When: first, Then: []domain.Event{kept},
		},
		{
			Name: "what was declined is recorded, too", Given: []domain.Event{kept},
			When: declined, Then: []domain.Event{offered(declined, 9998, domain.TreatOnBehalf)},
		},
		{
			Name: "and does not add up", Given: []domain.Event{offered(declined, 4999, domain.TreatAccept)},
			When: first, Then: []domain.Event{kept},
		},
		{
			Name: "where no policy was published, a gift is recorded without a verdict",
			When: early, Then: []domain.Event{offered(early, 0, "")},
		},
		{
			Name: "nobody approves what they accept themselves",
			When: self, Refused: "I-INT-10", Prevents: true,
		},
		{
			Name: "or so it was, all the same",
			When: self, Happened: 20240601,
			Then: []domain.Event{offered(self, 600, domain.TreatAccept)}, Breaches: []domain.Rule{"I-INT-10"},
		},
		{
			Name: "a giver is registered, or a person",
			When: unregistered, Refused: "I-INT-7",
		},
		{
			Name: "a gift has been offered",
			When: fromPatient(id1, 100, 20240604), Refused: "I-INT-8",
		},
	}, "I-INT-3", "I-INT-7", "I-INT-8", "I-INT-9", "I-INT-10")
}

func TestHospitality(t *testing.T) {
	lunch := func(value domain.Pence, by uuid.UUID) interest.RecordHospitality {
		return interest.RecordHospitality{
			Hospitality: id1, From: "CH-01234567", Supplier: true, Kind: domain.HospitalityMeal, Value: value, Modest: true, On: 20240601, Accepted: true, ApprovedBy: by,
		}
	}
	recorded := func(c interest.RecordHospitality, t domain.OfferTreatment) domain.HospitalityRecorded {
		return domain.HospitalityRecorded{
			Person: someone, Hospitality: id1, Modest: c.Modest, Treatment: t,
			Offer: domain.Offer{From: c.From, Supplier: c.Supplier, Kind: c.Kind, Value: c.Value, On: c.On, Accepted: c.Accepted, OnBehalf: c.OnBehalf, ApprovedBy: c.ApprovedBy},
		}
	}
	abroad := lunch(20000, uuid.Nil)
	abroad.Kind, abroad.Modest = domain.HospitalityTravel, false
	declined := abroad
	declined.Accepted = false
	tomorrow := lunch(100, uuid.Nil)
	tomorrow.On = 20240604
	unnamed := lunch(100, uuid.Nil)
	unnamed.Hospitality = uuid.Nil
	derived := recorded(lunch(100, uuid.Nil), domain.TreatAccept)
	derived.Hospitality = domain.NewID(domaintest.CommandID, "hospitality")

	run(t, []domaintest.Case{
		{
			Name: "a lunch of £24.99",
			When: lunch(2499, uuid.Nil), Then: []domain.Event{recorded(lunch(2499, uuid.Nil), domain.TreatAccept)},
		},
		{
			Name: "of £25.00, to be declared",
			When: lunch(2500, uuid.Nil), Then: []domain.Event{recorded(lunch(2500, uuid.Nil), domain.TreatDeclare)},
		},
		{
			Name: "of £75.00",
			When: lunch(7500, uuid.Nil), Then: []domain.Event{recorded(lunch(7500, uuid.Nil), domain.TreatDeclare)},
		},
		{
			Name: "not of £75.01",
			When: lunch(7501, uuid.Nil), Refused: "I-INT-9", Prevents: true,
		},
		{
			Name: "unless a senior person approves",
			When: lunch(7501, senior), Then: []domain.Event{recorded(lunch(7501, senior), domain.TreatApproval)},
		},
		{
			Name: "or it has been eaten",
			When: lunch(7501, uuid.Nil), Happened: 20240601,
			Then: []domain.Event{recorded(lunch(7501, uuid.Nil), domain.TreatApproval)}, Breaches: []domain.Rule{"I-INT-9"},
		},
		{
			Name: "nobody approves their own",
			When: lunch(7501, someone), Refused: "I-INT-10", Prevents: true,
		},
		{
			Name: "no travel beyond what is modest",
			When: abroad, Refused: "I-INT-9", Prevents: true,
		},
		{
			Name: "what was declined is recorded, too",
			When: declined, Then: []domain.Event{recorded(declined, domain.TreatApproval)},
		},
		{
			Name: "an id is one offer's", Given: []domain.Event{recorded(lunch(2499, uuid.Nil), domain.TreatAccept)},
			When: abroad, Refused: "I-INT-3",
		},
		{
			Name: "one without an id gets the command's", Anew: true,
			When: unnamed, Then: []domain.Event{derived},
		},
		{
			Name: "it has been offered",
			When: tomorrow, Refused: "I-INT-8",
		},
	}, "I-INT-3", "I-INT-8", "I-INT-9", "I-INT-10")
}
