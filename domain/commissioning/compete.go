package commissioning

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// The limits that a purchase is held against: those of the policy on standing
// financial instructions, and the key of the national one where a command
// names none.
const (
	LimitOneQuote = "ONE_QUOTE_BELOW" // below it one quotation is enough
	LimitTender   = "TENDER_ABOVE"    // above it there is a tender

	thresholdLightTouch = "LIGHT_TOUCH" // that of education and training
)

// quotations is how many suppliers quote between the two limits.
const quotations = 3

// competed holds that what is bought, over its whole life with what it was
// before, keeps to its regime.
func (o *order) competed(d decision, e domain.CommissioningDecisionMade) {
	if d.opened.Kind != domain.DecisionPurchase && d.opened.Kind != domain.DecisionVariation {
		return
	}
	switch d.opened.Regime {
	case domain.RegimeBelowThreshold:
		o.below(d, e)
		o.quoted(d, e)
	case domain.RegimeNotBound:
		o.quoted(d, e)
	}
}

// below holds that a value is below the threshold of procurement law on the
// day.
func (o *order) below(d decision, e domain.CommissioningDecisionMade) {
	for _, scheme := range []domain.Regime{domain.RegimeProcurementAct, domain.RegimePCR2015} {
		limit, known := o.national.ThresholdOn(string(scheme), d.opened.Threshold, e.On)
		if known && limit.Unit == domain.UnitPence {
			o.k.Require(RuleCompeted, e.Max < domain.Pence(limit.Amount), "%s pounds over its whole life should be below %s, the threshold of %s, or bought under it",
				e.Max, domain.Pence(limit.Amount), scheme)
			return
		}
	}
}

// quoted holds that there are the quotations, or the tender, that the standing
// financial instructions ask for; where they set no limits they ask nothing.
func (o *order) quoted(d decision, e domain.CommissioningDecisionMade) {
	if d.opened.Route == domain.RouteTender || d.opened.Route == domain.RouteFramework || d.waiver.Decision != uuid.Nil {
		return
	}
	suppliers := slices.Clone(d.quoters)
	if d.opened.Kind == domain.DecisionVariation {
		a, _ := o.s.awards.Get(d.opened.Award)
		of, _ := o.s.decisions.Get(a.made.Decision)
		for _, s := range of.quoters {
			suppliers = with(suppliers, s)
		}
	}
	one, limited := o.near.Contract.ThresholdOn(domain.PolicySFI, LimitOneQuote, e.On)
	if limited {
		want := 1
		if e.Max >= one {
			want = quotations
		}
		o.k.Require(RuleCompeted, len(suppliers) >= want, "%d suppliers quoted; for %s pounds over its whole life %d should, or a waiver be approved", len(suppliers), e.Max, want)
	}
	tender, limited := o.near.Contract.ThresholdOn(domain.PolicySFI, LimitTender, e.On)
	o.k.Require(RuleCompeted, !limited || e.Max <= tender, "%s pounds over its whole life are above %s; there should be a tender, or a waiver be approved", e.Max, tender)
}
