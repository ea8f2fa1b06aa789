package career

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// rule is a published rule of support, in months; 0 where it does not ask.
type rule struct {
	ref                                                 uuid.UUID // of the publication
	qualifiedWithin, contractAtLeast, longest, shortest int
}

// rule is the rule in force on the day of application, and false where there is
// none.
func (o *order) rule(e domain.SupportStarted) (rule, bool) {
	set, ok := o.national.ThresholdsOn(RuleScheme(e.Kind, e.Profession), e.AppliedOn)
	if !ok {
		return rule{}, false
	}
	r := rule{ref: set.Set}
	for _, t := range set.Thresholds {
		months := int(t.Amount)
		switch t.Unit {
		case domain.UnitMonths:
		case domain.UnitYears:
			months *= 12
		default:
			continue // is no limit of months
		}
		switch t.Key {
		case KeyQualifiedWithin:
			r.qualifiedWithin = months
		case KeyContractAtLeast:
			r.contractAtLeast = months
		case KeyLongest:
			r.longest = months
		case KeyShortest:
			r.shortest = months
		}
	}
	return r, true
}

// lastOf is the last day of some months that begin on a day: of 24 from 1 April
// 2022 it is 31 March 2024, and of 12 from 29 February 2024 it is 28 February
// 2025.
func lastOf(first domain.Date, months int) domain.Date {
	next := first.AddMonths(months)
	if next.Day() < first.Day() {
		return next // the month has no such day, so its last belongs to it
	}
	return next.AddDays(-1)
}
