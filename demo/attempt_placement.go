package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/placement"
)

var placementTries = []attempt{
	{placement.RuleNamed, func(t *trying) { t.no(t.lead, t.placing(t.nobody(), t.d)) }},
	{placement.RuleIdentity, func(t *trying) {
		o := t.places(t.steady(), t.d)
		o.Offer = domain.NewID(t.give(t.d.AddDays(-1), t.lead, o), "offer")
		o.Capacity++
		t.no(t.lead, o)
	}},
	{placement.RuleFuture, func(t *trying) {
		t.no(t.lead, placement.StartPlacement{Placement: t.allocated(t.steady()), On: t.future()})
	}},
	{placement.RuleHub, func(t *trying) { t.no(t.lead, t.places(t.steady(), beforeHubs)) }},
	{placement.RuleOpen, func(t *trying) { t.no(t.lead, t.inTheCollege()) }},
	{placement.RuleApproved, func(t *trying) { t.no(t.lead, t.begin(t.allocated(t.expired()))) }},
	{placement.RuleApproved, func(t *trying) { t.no(t.lead, t.begin(t.midwife())) }},
	{placement.RuleSuspended, func(t *trying) {
		s := t.approvedUntil(t.d.AddDays(200))
		t.suspended(s, false)
		t.no(t.lead, t.begin(t.allocated(s)))
	}},
	{placement.RuleSuspended, func(t *trying) { t.no(t.lead, t.thereAllTheSame()) }},
	{placement.RuleSupervised, func(t *trying) { t.no(t.lead, t.withAnother()) }},
	{placement.RuleTwoPeople, func(t *trying) { t.no(t.lead, t.oneForBoth()) }},
	{placement.RuleCapacity, func(t *trying) { t.no(t.lead, t.oneTooMany()) }},
	{placement.RuleLearner, func(t *trying) { t.no(t.lead, t.inTwoPlaces()) }},
	{placement.RuleDays, func(t *trying) { t.no(t.lead, t.longerThanOffered()) }},
	{placement.RuleCourse, func(t *trying) { t.no(t.lead, t.begin(t.begun(false))) }},
	{placement.RuleAttended, func(t *trying) { t.no(t.lead, t.daysOf(t.allocated(t.steady()), 3)) }},
	{placement.RuleRate, func(t *trying) {
		p := t.pricing(t.begun(false))
		p.Key = "DENTAL_STUDENT"
		t.no(t.finance, p)
	}},
	{placement.RuleYear, func(t *trying) { t.no(t.finance, t.overTheYear()) }},
	{placement.RulePricedOnce, func(t *trying) { t.no(t.finance, t.pricedAgain()) }},
	{placement.RuleTariff, func(t *trying) { t.no(t.finance, t.pricing(t.begun(true))) }},
	{placement.RuleAmount, func(t *trying) { t.no(t.finance, t.paidOtherwise()) }},
}

// places are one at a site for some weeks from a day on.
func (t *trying) places(s *setting, from domain.Date) placement.OfferPlacement {
	return placement.OfferPlacement{LE: s.id, Site: s.sites[0], Profession: nursing, Regulator: domain.RegulatorNMC, From: from, To: from.AddDays(75), Capacity: 1}
}

// inTheCollege are places at a college that was not open yet.
func (t *trying) inTheCollege() placement.OfferPlacement {
	o := t.places(t.steady(), beforeCollege)
	o.Site = t.suppliers[0].code
	return o
}

// placing is a placement of an offer, from a day on.
func (t *trying) placing(offer uuid.UUID, from domain.Date) placement.AllocatePlacement {
	supervisor, assessor := t.steady().educators(nursing, from)
	return placement.AllocatePlacement{
		Offer: offer, Learner: t.nobody(), Supervisor: supervisor, Assessor: assessor, HEI: t.suppliers[1].code, From: from, To: from.AddDays(48),
	}
}

// offered is an offer of places from ten days before the day.
func (t *trying) offered(s *setting) uuid.UUID {
	return domain.NewID(t.give(t.d.AddDays(-25), t.lead, t.places(s, t.d.AddDays(-10))), "offer")
}

// allocated is a placement that can begin on the day.
func (t *trying) allocated(s *setting) uuid.UUID {
	return domain.NewID(t.give(t.d.AddDays(-20), t.lead, t.placing(t.offered(s), t.d)), "placement")
}

func (t *trying) begin(id uuid.UUID) placement.StartPlacement {
	return placement.StartPlacement{Placement: id, On: t.d}
}

// begun is a placement that began ten days before the day, some of whose days
// are recorded; or in which the learner only watches.
func (t *trying) begun(shadowing bool) uuid.UUID {
	from := t.d.AddDays(-10)
	a := t.placing(t.offered(t.steady()), from)
	a.Shadowing = shadowing
	id := domain.NewID(t.give(t.d.AddDays(-20), t.lead, a), "placement")
	t.give(from, t.lead, placement.StartPlacement{Placement: id, On: from})
	t.give(t.d.AddDays(-3), t.lead, placement.RecordPlacementDays{Placement: id, From: from, To: t.d.AddDays(-3), Days: 5})
	return id
}

func (t *trying) daysOf(id uuid.UUID, n int) placement.RecordPlacementDays {
	return placement.RecordPlacementDays{Placement: id, From: t.d.AddDays(-2), To: t.d, Days: n}
}

// expired is an environment whose approval ended on the day before.
func (t *trying) expired() *setting { return t.approvedUntil(t.d.AddDays(-1)) }

// midwife is a placement of a student of midwifery, whom nobody applied for.
func (t *trying) midwife() uuid.UUID {
	o := t.places(t.steady(), t.d)
	o.Profession = "MIDWIFERY_STUDENT"
	id := domain.NewID(t.give(t.d.AddDays(-25), t.lead, o), "offer")
	return domain.NewID(t.give(t.d.AddDays(-20), t.lead, t.placing(id, t.d)), "placement")
}

// thereAllTheSame are days in an environment that was suspended with all its
// placements.
func (t *trying) thereAllTheSame() placement.RecordPlacementDays {
	s := t.approvedUntil(t.d.AddDays(200))
	o := t.places(s, t.d.AddDays(-20))
	id := domain.NewID(t.give(t.d.AddDays(-25), t.lead, o), "offer")
	p := domain.NewID(t.give(t.d.AddDays(-22), t.lead, t.placing(id, o.From)), "placement")
	t.give(o.From, t.lead, placement.StartPlacement{Placement: p, On: o.From})
	t.suspended(s, true)
	return t.daysOf(p, 2)
}

// withAnother is a placement with a supervisor who is approved for another
// profession.
func (t *trying) withAnother() placement.StartPlacement {
	s := t.begin(t.allocated(t.steady()))
	for _, of := range t.steady().teachers {
		if of.regulator != domain.RegulatorNMC && of.holds(t.d) {
			s.Supervisor = of.person
		}
	}
	return s
}

// oneForBoth is a student nurse whose supervisor assesses too.
func (t *trying) oneForBoth() placement.AllocatePlacement {
	a := t.placing(t.offered(t.steady()), t.d)
	a.Assessor = a.Supervisor
	return a
}

// oneTooMany is a second learner on one place.
func (t *trying) oneTooMany() placement.AllocatePlacement {
	offer := t.offered(t.steady())
	t.give(t.d.AddDays(-5), t.lead, t.placing(offer, t.d))
	return t.placing(offer, t.d.AddDays(5))
}

// inTwoPlaces is a learner who is somewhere else on some of the days.
func (t *trying) inTwoPlaces() placement.AllocatePlacement {
	first := t.placing(t.offered(t.steady()), t.d)
	t.give(t.d.AddDays(-5), t.lead, first)
	second := t.placing(t.offered(t.steady()), t.d.AddDays(3))
	second.Learner = first.Learner
	return second
}

func (t *trying) longerThanOffered() placement.AllocatePlacement {
	a := t.placing(t.offered(t.steady()), t.d)
	a.To = t.d.AddDays(90)
	return a
}

// pricing is the price of what has been until the day.
func (t *trying) pricing(id uuid.UUID) placement.PricePlacement {
	return placement.PricePlacement{
		Placement: id, Kind: domain.RateTariff, Key: nursing, Area: england, From: t.d.AddDays(-10), To: t.d, Payer: accountable(t.d), Route: domain.RouteDirect, Payee: t.steady().sites[0],
	}
}

// overTheYear is one price for two years.
func (t *trying) overTheYear() placement.PricePlacement {
	p := t.pricing(t.begun(false))
	p.To = t.d.AddDays(30)
	if p.To <= t.fy.Last() {
		p.To = t.fy.Last().AddDays(2)
	}
	return p
}

func (t *trying) pricedAgain() placement.PricePlacement {
	p := t.pricing(t.begun(false))
	t.give(t.d, t.finance, p)
	return p
}

func (t *trying) paidOtherwise() placement.PricePlacement {
	p := t.pricing(t.begun(false))
	p.Pence = 12_000
	return p
}
