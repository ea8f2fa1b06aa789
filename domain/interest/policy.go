package interest

import "github.com/hubledger/hubledger/domain"

// Thresholds is what the room reads of the limits that are published.
type Thresholds interface {
	// ThresholdOn is a limit of a scheme on a day, and false where the scheme
	// has no such limit then.
	ThresholdOn(scheme, key string, day domain.Date) (domain.Threshold, bool)
}

// Scheme is the scheme whose limits make the national policy on conflicts of
// interest.
const Scheme = "COI"

// The limits of the scheme, with the unit each is in.
const (
	KeyDeclareWithin     = "DECLARE_WITHIN"      // DAYS from the day an interest arises
	KeyStateAgainWithin  = "STATE_AGAIN_WITHIN"  // MONTHS from a nil return or a refreshed declaration
	KeyPublicFor         = "REGISTER_PUBLIC"     // MONTHS after an interest ends
	KeyPrivateFor        = "REGISTER_PRIVATE"    // YEARS after an interest ends
	KeyGiftBrandedAid    = "GIFT_BRANDED_AID"    // PENCE, the most from a supplier
	KeyGift              = "GIFT"                // PENCE, the most that is not declared
	KeyGiftsAddUp        = "GIFTS_ADD_UP"        // MONTHS in which gifts of one giver add up
	KeyMealDeclaredFrom  = "MEAL_DECLARED_FROM"  // PENCE, the least that is declared
	KeyMealApprovedAbove = "MEAL_APPROVED_ABOVE" // PENCE, the most without approval
)

// Policy is the policy on conflicts of interest in force on a day.
type Policy struct {
	DeclareDays      int // an interest is declared within so many days of arising
	StateAgainMonths int // who has stated what they hold states it again within so many months
	PublicMonths     int // an interest is published at least so long after it ended
	PrivateYears     int // and kept at least so long

	GiftBrandedAid    domain.Pence // the most that a branded aid of a supplier is worth to be accepted
	Gift              domain.Pence // the most that gifts of one giver come to without being declared
	GiftMonths        int          // in any so many months
	MealDeclaredFrom  domain.Pence // the least that a meal is worth to be declared
	MealApprovedAbove domain.Pence // the most that a meal is worth to need no approval
}

// PolicyOn reads the policy in force on a day, and false unless every limit of
// it is published in its unit.
func PolicyOn(t Thresholds, day domain.Date) (Policy, bool) {
	known := true
	read := func(key string, unit domain.ThresholdUnit) int64 {
		limit, ok := t.ThresholdOn(Scheme, key, day)
		known = known && ok && limit.Unit == unit
		return limit.Amount
	}
	p := Policy{
		DeclareDays:       int(read(KeyDeclareWithin, domain.UnitDays)),
		StateAgainMonths:  int(read(KeyStateAgainWithin, domain.UnitMonths)),
		PublicMonths:      int(read(KeyPublicFor, domain.UnitMonths)),
		PrivateYears:      int(read(KeyPrivateFor, domain.UnitYears)),
		GiftBrandedAid:    domain.Pence(read(KeyGiftBrandedAid, domain.UnitPence)),
		Gift:              domain.Pence(read(KeyGift, domain.UnitPence)),
		GiftMonths:        int(read(KeyGiftsAddUp, domain.UnitMonths)),
		MealDeclaredFrom:  domain.Pence(read(KeyMealDeclaredFrom, domain.UnitPence)),
		MealApprovedAbove: domain.Pence(read(KeyMealApprovedAbove, domain.UnitPence)),
	}
	return p, known
}

// DeclareBy is the last day on which an interest is declared in time.
func (p Policy) DeclareBy(arose domain.Date) domain.Date { return arose.AddDays(p.DeclareDays) }

// Late reports whether an interest was declared too late: on a day after the
// last one in time. The day is that on which the declaration was recorded, not
// the one its form bears.
func (p Policy) Late(arose, declared domain.Date) bool { return declared > p.DeclareBy(arose) }

// StateAgainBy is the last day on which who stated on a day what they hold
// states it again in time.
func (p Policy) StateAgainBy(stated domain.Date) domain.Date {
	return stated.AddMonths(p.StateAgainMonths)
}

// PublicUntil is the last day on which an interest that ended stays on the
// public register.
func (p Policy) PublicUntil(ended domain.Date) domain.Date {
	return ended.AddMonths(p.PublicMonths)
}

// PrivateUntil is the last day on which an interest that ended is kept.
func (p Policy) PrivateUntil(ended domain.Date) domain.Date {
	return ended.AddMonths(12 * p.PrivateYears)
}

// OnGift is how a gift is treated: total is what it and the gifts accepted from
// the same giver come to within the policy's months.
func (p Policy) OnGift(o domain.Offer, total domain.Pence) domain.OfferTreatment {
	switch {
	case o.Kind == domain.GiftCash, o.Kind == domain.GiftVoucher:
		return domain.TreatDecline
	case o.Supplier && o.Kind == domain.GiftBrandedAid && o.Value <= p.GiftBrandedAid:
		return domain.TreatAccept
	case o.Supplier:
		return domain.TreatDecline
	case total > p.Gift:
		return domain.TreatOnBehalf
	}
	return domain.TreatAccept
}

// OnHospitality is how hospitality is treated. Modest is about travel and
// accommodation only.
func (p Policy) OnHospitality(o domain.Offer, modest bool) domain.OfferTreatment {
	switch {
	case o.Kind != domain.HospitalityMeal && modest:
		return domain.TreatDeclare
	case o.Kind != domain.HospitalityMeal, o.Value > p.MealApprovedAbove:
		return domain.TreatApproval
	case o.Value >= p.MealDeclaredFrom:
		return domain.TreatDeclare
	}
	return domain.TreatAccept
}
