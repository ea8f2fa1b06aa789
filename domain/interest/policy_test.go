package interest_test

import (
	"testing"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/interest"
)

// inForce is the policy of a day.
func inForce(t *testing.T) interest.Policy {
	t.Helper()
	p, ok := interest.PolicyOn(nation(policy), 20240603)
	if !ok {
		t.Fatal("no policy is in force")
	}
	return p
}

// The policy is what is published for the day, all of it or nothing.
func TestPolicyOn(t *testing.T) {
	if _, ok := interest.PolicyOn(nation(policy), 20170531); ok {
		t.Error("a policy is in force before its first day")
	}
	for i := range policy.Thresholds {
		part, unit := policy, policy
		part.Thresholds = append(append([]domain.Threshold(nil), policy.Thresholds[:i]...), policy.Thresholds[i+1:]...)
		unit.Thresholds = append([]domain.Threshold(nil), policy.Thresholds...)
		unit.Thresholds[i].Unit = domain.UnitWorkingDays
		if p, ok := interest.PolicyOn(nation(part), 20240603); ok {
			t.Errorf("without %s: got %+v, want none", policy.Thresholds[i].Key, p)
		}
		if p, ok := interest.PolicyOn(nation(unit), 20240603); ok {
			t.Errorf("with %s in another unit: got %+v, want none", policy.Thresholds[i].Key, p)
		}
	}
}

// Golden vector 5: an interest is declared in time up to the 28th day.
func TestTwentyEightDays(t *testing.T) {
	p := inForce(t)
	for arose, due := range map[domain.Date]domain.Date{
		20240201: 20240229, // a leap year
		20230201: 20230301,
	} {
		if got := p.DeclareBy(arose); got != due {
			t.Errorf("arose %s: got %s, want %s", arose, got, due)
		}
		if p.Late(arose, due) {
			t.Errorf("arose %s, declared on day 28, %s: it is in time", arose, due)
		}
		if !p.Late(arose, due.AddDays(1)) {
			t.Errorf("arose %s, declared on day 29: it is late", arose)
		}
	}
}

// Golden vector 6: an interest that ended is public for 6 months and kept for
// 6 years. Where the month has no such day, it is its last.
func TestRegisterPublication(t *testing.T) {
	p := inForce(t)
	for _, c := range []struct{ ended, public, private domain.Date }{
		{20230930, 20240330, 20290930},
		{20230831, 20240229, 20290831},
		{20220831, 20230228, 20280831},
		{20240229, 20240829, 20300228},
		{20230630, 20231230, 20290630},
		{20230701, 20240101, 20290701},
	} {
		if got := p.PublicUntil(c.ended); got != c.public {
			t.Errorf("ended %s: public until %s, want %s", c.ended, got, c.public)
		}
		if got := p.PrivateUntil(c.ended); got != c.private {
			t.Errorf("ended %s: kept until %s, want %s", c.ended, got, c.private)
		}
	}
	if got := p.PublicUntil(0); got != 0 {
		t.Errorf("an interest that has not ended: public until %s, want no day", got)
	}
}

// Who stated what they hold states it again within a year.
func TestStateAgain(t *testing.T) {
	if got := inForce(t).StateAgainBy(20240229); got != 20250228 {
		t.Errorf("got %s, want 2025-02-28", got)
	}
}

// Golden vector 8, in part: what the policy says of one offer.
func TestTreatment(t *testing.T) {
	p := inForce(t)
	for _, c := range []struct {
		name     string
		supplier bool
		kind     domain.OfferKind
		value    domain.Pence
		want     domain.OfferTreatment
	}{
		{"a pen of a supplier", true, domain.GiftBrandedAid, 600, domain.TreatAccept},
		{"a dearer pen", true, domain.GiftBrandedAid, 601, domain.TreatDecline},
		{"any other gift of a supplier", true, domain.GiftOther, 1, domain.TreatDecline},
		{"a gift of a patient", false, domain.GiftOther, 5000, domain.TreatAccept},
		{"a dearer gift", false, domain.GiftOther, 5001, domain.TreatOnBehalf},
		{"a pen of somebody else", false, domain.GiftBrandedAid, 601, domain.TreatAccept},
		{"cash", false, domain.GiftCash, 1, domain.TreatDecline},
		{"a voucher", false, domain.GiftVoucher, 1, domain.TreatDecline},
	} {
		if got := p.OnGift(domain.Offer{Supplier: c.supplier, Kind: c.kind, Value: c.value}, c.value); got != c.want {
			t.Errorf("%s, £%s: got %s, want %s", c.name, c.value, got, c.want)
		}
	}
	for _, c := range []struct {
		kind   domain.OfferKind
		modest bool
		value  domain.Pence
		want   domain.OfferTreatment
	}{
		{domain.HospitalityMeal, false, 2499, domain.TreatAccept},
		{domain.HospitalityMeal, false, 2500, domain.TreatDeclare},
		{domain.HospitalityMeal, false, 7500, domain.TreatDeclare},
		{domain.HospitalityMeal, true, 7501, domain.TreatApproval},
		{domain.HospitalityTravel, true, 100, domain.TreatDeclare},
		{domain.HospitalityTravel, false, 100, domain.TreatApproval},
		{domain.HospitalityAccommodation, true, 20000, domain.TreatDeclare},
		{domain.HospitalityAccommodation, false, 20000, domain.TreatApproval},
	} {
		if got := p.OnHospitality(domain.Offer{Kind: c.kind, Value: c.value}, c.modest); got != c.want {
			t.Errorf("%s, modest %t, £%s: got %s, want %s", c.kind, c.modest, c.value, got, c.want)
		}
	}
	for treatment, want := range map[domain.OfferTreatment]bool{
		domain.TreatAccept: false, domain.TreatDeclare: true, domain.TreatOnBehalf: true, domain.TreatApproval: true, domain.TreatDecline: false,
	} {
		if treatment.Declared() != want {
			t.Errorf("%s is declared: got %t, want %t", treatment, !want, want)
		}
	}
}
