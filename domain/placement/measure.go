package placement

import "github.com/hubledger/hubledger/domain"

// What a placement is counted in, and what rates of a unit are for.

// StudentYear is the scheme whose limits say, by the key of a rate, how many
// attended days a rate for a STUDENT_YEAR is for: 204 where a year has 40.8
// weeks.
const StudentYear = "STUDENT_YEAR"

// The units of rates that placements are priced by. A tariff counts attended
// days: a WEEK has 5. A grant counts the calendar, whatever the learner
// attended: a MONTH has 4 weeks, and a YEAR 12 months.
const (
	unitDay         = "DAY"
	unitWeek        = "WEEK"
	unitMonth       = "MONTH"
	unitYear        = "YEAR"
	unitStudentYear = "STUDENT_YEAR"
)

// measured is some of a placement, and the day whose rate it goes by.
type measured struct {
	day   domain.Date
	units int
}

// measureOf is what a kind of rate is counted in.
func measureOf(kind domain.RateKind) domain.PriceMeasure {
	if kind == domain.RateTariff {
		return domain.MeasureDay
	}
	return domain.MeasureQuarterMonth
}

// measure counts what of a placement begins within some days. Whatever begins
// goes by the rate of its first day, so that the parts of a placement sum to
// the whole wherever it is cut.
func (p placement) measure(m domain.PriceMeasure, from, to domain.Date) (all []measured) {
	counted := p.calendar()
	if m == domain.MeasureDay {
		counted = nil
		for _, d := range p.attended {
			counted = append(counted, measured{d.From, d.Days})
		}
	}
	for _, one := range counted {
		if from <= one.day && one.day <= to && one.units > 0 {
			all = append(all, one)
		}
	}
	return all
}

// calendar is the whole months of a placement, counted from its first day, and
// then its whole weeks. What is left of a week does not count.
func (p placement) calendar() (all []measured) {
	first, last, ok := p.days()
	if !ok {
		return nil
	}
	day, end := first, last.AddDays(1)
	for n := 1; first.AddMonths(n) <= end; n++ {
		all = append(all, measured{day, 4})
		day = first.AddMonths(n)
	}
	for ; day.AddDays(7) <= end; day = day.AddDays(7) {
		all = append(all, measured{day, 1})
	}
	return all
}

// perRate is how many units of a measure a rate is for, and false where the
// measure does not count what the rate is for.
func (o *order) perRate(r domain.RateSet, m domain.PriceMeasure, day domain.Date) (int, bool) {
	switch {
	case m == domain.MeasureDay && r.Unit == unitDay:
		return 1, true
	case m == domain.MeasureDay && r.Unit == unitWeek:
		return 5, true
	case m == domain.MeasureDay && r.Unit == unitStudentYear:
		limit, ok := o.nation.ThresholdOn(StudentYear, r.Key, day)
		return int(limit.Amount), ok && limit.Unit == domain.UnitDays && limit.Amount >= 1 && limit.Amount <= 366
	case m == domain.MeasureQuarterMonth && r.Unit == unitWeek:
		return 1, true
	case m == domain.MeasureQuarterMonth && r.Unit == unitMonth:
		return 4, true
	case m == domain.MeasureQuarterMonth && r.Unit == unitYear:
		return 48, true
	}
	return 0, false
}

// parts is what some days of a placement are paid with, by the rates of a key,
// and what they sum to.
func (o *order) parts(p placement, of rateKey, from, to domain.Date) (parts []domain.PricePart, sum domain.Pence) {
	m := measureOf(of.kind)
	for _, one := range p.measure(m, from, to) {
		r, published := o.nation.RateOn(of.kind, of.key, of.area, one.day)
		o.k.Must(RuleRate, published, "a %s of %s in %s should be published for %s", of.kind, of.key, of.area, one.day)
		if !published {
			return nil, 0
		}
		per, counts := o.perRate(r, m, one.day)
		o.k.Must(RuleRate, counts, "rate %s is for a %s; a %s is counted in %s, for which a rate is for a DAY, a WEEK or a STUDENT_YEAR whose days are published, and a grant's for a WEEK, a MONTH or a YEAR",
			r.Rate, r.Unit, of.kind, m)
		if !counts {
			return nil, 0
		}
		parts = gather(parts, domain.PricePart{Rate: r.Rate, Measure: m, Units: one.units, PerRate: per, RatePence: r.Pence})
	}
	for i := range parts {
		parts[i].Pence = rounded(parts[i])
		sum += parts[i].Pence // far below what can't be held: an offer lasts ten years
	}
	o.k.Must(RuleRate, sum <= domain.MaxPence, "the rates should make at most %s pounds, not %s", domain.MaxPence, sum)
	return parts, sum
}

// gather adds a part to those of the same rate.
func gather(parts []domain.PricePart, one domain.PricePart) []domain.PricePart {
	for i, p := range parts {
		if p.Rate == one.Rate && p.PerRate == one.PerRate {
			parts[i].Units += one.Units
			return parts
		}
	}
	return append(parts, one)
}

// rounded is what all units of a part come to: the one place where a price is
// rounded, half up. The product is below 10¹⁸: a rate is at most 10¹⁴ pence,
// and ten years have fewer than 4,000 days.
func rounded(p domain.PricePart) domain.Pence {
	units, per := domain.Pence(p.Units), domain.Pence(p.PerRate)
	return (2*p.RatePence*units + per) / (2 * per)
}
