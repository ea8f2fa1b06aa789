package placement

import (
	"slices"

	"github.com/hubledger/hubledger/domain"
)

const (
	// weekDays is how many days a placement of a week has at least: Monday to
	// Friday.
	weekDays = 5
	// maxRepriced is how many prices one command changes: with their envelopes
	// they stay below what one command may record.
	maxRepriced = 500
)

func (o *order) price(data PricePlacement) (domain.Decision, error) {
	p := o.placement(data.Placement)
	e := domain.PlacementPriced{
		Price: domain.IDOf(data.Price, o.id, "price"), Placement: data.Placement, Kind: data.Kind, Key: data.Key, Area: data.Area, From: data.From, To: data.To,
		Payer: data.Payer, Route: data.Route, Via: data.Via, Payee: data.Payee,
	}
	if before, known := o.s.prices.Get(e.Price); known {
		o.new(e.Price, !says(before.priced, e) || data.Pence != 0 && data.Pence != before.priced.Pence)
		return o.k.Decide()
	}
	first, last, _ := p.days()
	o.k.Must(RuleAttended, !p.started.On.IsZero() && first <= e.From && e.To <= last, "placement %s should have started, and have the days from %s to %s, to be priced for them; it is from %s to %s",
		e.Placement, e.From, e.To, first, last)
	o.come(e.From)
	o.k.Require(RuleYear, domain.YearOf(e.From) == domain.YearOf(e.To), "a price should lie in one financial year; from %s to %s there are two prices or more", e.From, e.To)
	for _, id := range p.prices {
		other, _ := o.s.prices.Get(id)
		of := other.priced
		o.k.Require(RulePricedOnce, of.Kind != e.Kind || of.Key != e.Key || of.To < e.From || e.To < of.From,
			"placement %s has price %s by %s from %s to %s; another should be for other days", e.Placement, id, e.Key, of.From, of.To)
	}
	if e.Kind == domain.RateTariff {
		a := p.allocated
		o.k.Require(RuleTariff, a.HEI != "" && !a.Shadowing, "placement %s should be part of a course of an education provider, and not only for watching, for a tariff to be paid", e.Placement)
		o.k.Require(RuleTariff, first.AddDays(weekDays-1) <= last, "placement %s should last a week for a tariff to be paid; it is from %s to %s", e.Placement, first, last)
	}
	for _, code := range []string{e.Payer, e.Via, e.Payee} {
		if code != "" {
			o.party(code, e.From)
		}
	}
	if o.k.Refused() {
		return o.k.Decide()
	}
	e.Parts, e.Pence = o.parts(p, rateKey{e.Kind, e.Key, e.Area}, e.From, e.To)
	o.k.Must(RuleAttended, len(e.Parts) > 0, "placement %s should have something from %s to %s to be priced, in units of %s", e.Placement, e.From, e.To, measureOf(e.Kind))
	e.Pence = o.amount(data.Pence, e.Pence)
	return o.k.Decide(e)
}

// says reports whether a price says what a command asks for.
func says(p, e domain.PlacementPriced) bool {
	return p.Price == e.Price && p.Placement == e.Placement && p.Kind == e.Kind && p.Key == e.Key && p.Area == e.Area && p.From == e.From &&
		p.To == e.To && p.Payer == e.Payer && p.Route == e.Route && p.Via == e.Via && p.Payee == e.Payee
}

// amount is what a price comes to: what the rates make it, unless it was paid
// otherwise.
func (o *order) amount(stated, due domain.Pence) domain.Pence {
	if stated == 0 {
		return due
	}
	o.k.Require(RuleAmount, stated == due, "the rates make it %s pounds; the price should be that, not %s", due, stated)
	return stated
}

func (o *order) reprice(data RepricePlacement) (domain.Decision, error) {
	p, known := o.s.prices.Get(data.Price)
	o.k.Must(RuleNamed, known, "price %s should be recorded before it becomes another", data.Price)
	if o.k.Refused() {
		return o.k.Decide()
	}
	parts, due := o.now(p)
	pence := o.amount(data.Pence, due)
	if pence == p.pence && slices.Equal(parts, p.parts) {
		return o.k.Decide()
	}
	return o.k.Decide(repriced(p, parts, pence, data.Reason))
}

// repriceAll leaves alone what neither rates nor recorded days have changed, also
// where a price was paid otherwise than they say.
func (o *order) repriceAll(data RepriceTariff) (domain.Decision, error) {
	var events []domain.Event
	latest := domain.YearOf(o.today.AddMonths(maxMonths)) // no price reaches further
	for fy := domain.YearOf(data.From); fy <= latest; fy = fy.Next() {
		ids, _ := o.s.keyed.Get(keyYear{rateKey{data.Kind, data.Key, data.Area}, fy})
		for _, id := range ids {
			p, _ := o.s.prices.Get(id)
			if p.priced.To < data.From || len(events) == maxRepriced {
				continue
			}
			if parts, due := o.now(p); !slices.Equal(parts, p.parts) {
				events = append(events, repriced(p, parts, due, data.Reason))
			}
		}
	}
	return o.k.Decide(events...)
}

// now is what a price comes to by what is published and recorded now.
func (o *order) now(p price) ([]domain.PricePart, domain.Pence) {
	of, _ := o.s.placements.Get(p.priced.Placement)
	return o.parts(of, rateKey{p.priced.Kind, p.priced.Key, p.priced.Area}, p.priced.From, p.priced.To)
}

func repriced(p price, parts []domain.PricePart, pence domain.Pence, reason string) domain.Event {
	return domain.PlacementRepriced{
		Price: p.priced.Price, Placement: p.priced.Placement, Revision: p.revision + 1, Parts: parts, Pence: pence, Difference: pence - p.pence,
		Payer: p.priced.Payer, Payee: p.priced.Payee, Reason: reason,
	}
}
