package placement

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) offer(data OfferPlacement) (domain.Decision, error) {
	e := domain.PlacementOffered(data)
	e.Offer = domain.IDOf(data.Offer, o.id, "offer")
	if e.Hub == "" {
		e.Hub = o.s.hub
	}
	before, known := o.s.offers.Get(e.Offer)
	if before.offered == e {
		return o.k.Decide()
	}
	o.new(e.Offer, known)
	o.k.Must(RuleNamed, e.Hub.ICB() == string(o.s.hub), "%s should be a hub of %s", e.Hub, o.s.hub)
	o.k.Must(RuleNamed, o.near.Environments.Known(e.LE), "learning environment %s should have applied first", e.LE)
	o.k.Require(RuleHub, o.near.Hubs.ActiveOn(e.Hub, e.From), "%s should be active on %s", e.Hub, e.From)
	o.party(e.Site, e.From)
	return o.k.Decide(e)
}

func (o *order) allocate(data AllocatePlacement) (domain.Decision, error) {
	of, offered := o.s.offers.Get(data.Offer)
	e := domain.PlacementAllocated{
		Placement: domain.IDOf(data.Placement, o.id, "placement"), Offer: data.Offer,
		Hub: of.offered.Hub, LE: of.offered.LE, Site: of.offered.Site, Profession: of.offered.Profession,
		Learner: data.Learner, Supervisor: data.Supervisor, Assessor: data.Assessor, HEI: data.HEI, Shadowing: data.Shadowing, From: data.From, To: data.To,
	}
	before, known := o.s.placements.Get(e.Placement)
	if before.allocated == e {
		return o.k.Decide()
	}
	o.new(e.Placement, known)
	o.k.Must(RuleNamed, offered, "offer %s should be recorded before a place of it is allocated", e.Offer)
	if e.HEI != "" {
		o.party(e.HEI, e.From)
	}
	o.k.Require(RuleDays, of.offered.From <= e.From && e.To <= of.offered.To, "offer %s is from %s to %s; a placement of it should not be from %s to %s",
		e.Offer, of.offered.From, of.offered.To, e.From, e.To)
	o.people(of.offered, e.Supervisor, e.Assessor)
	o.fits(e, e.From, e.To)
	return o.k.Decide(e)
}

func (o *order) start(data StartPlacement) (domain.Decision, error) {
	p := o.placement(data.Placement)
	a := p.allocated
	e := domain.PlacementStarted{
		Placement: a.Placement, Hub: a.Hub, LE: a.LE, Site: a.Site, Profession: a.Profession, Supervisor: a.Supervisor, Assessor: a.Assessor, On: data.On,
	}
	if data.Supervisor != uuid.Nil {
		e.Supervisor = data.Supervisor
	}
	if data.Assessor != uuid.Nil {
		e.Assessor = data.Assessor
	}
	if p.started == e {
		return o.k.Decide()
	}
	o.k.Must(RuleCourse, p.started.On.IsZero(), "placement %s started on %s; that is so once", e.Placement, p.started.On)
	o.k.Must(RuleCourse, p.over().IsZero(), "placement %s was called off on %s; it should not start", e.Placement, p.over())
	o.come(e.On)
	o.k.Require(RuleDays, a.From <= e.On && e.On <= a.To, "placement %s is planned from %s to %s; it should start on a day of these, not on %s", e.Placement, a.From, a.To, e.On)
	o.party(e.Site, e.On)
	o.k.Require(RuleApproved, o.near.Environments.ApprovedOn(e.LE, e.Site, e.Profession, e.On), "learning environment %s should be approved on %s for %s at %s", e.LE, e.On, e.Profession, e.Site)
	suspended, _ := o.near.Environments.SuspendedOn(e.LE, e.On)
	o.k.Require(RuleSuspended, !suspended, "learning environment %s is suspended on %s; nobody should start there", e.LE, e.On)
	o.k.Require(RuleSupervised, o.near.Educators.SupervisesOn(e.Supervisor, e.Profession, e.On), "%s should be approved on %s to supervise learners of %s", e.Supervisor, e.On, e.Profession)
	o.k.Require(RuleSupervised, e.Assessor == uuid.Nil || o.near.Educators.AssessesOn(e.Assessor, e.Profession, e.On),
		"%s should be approved on %s to assess learners of %s", e.Assessor, e.On, e.Profession)
	of, _ := o.s.offers.Get(a.Offer)
	o.people(of.offered, e.Supervisor, e.Assessor)
	switch { // what was planned is taken already
	case e.On < a.From:
		o.fits(a, e.On, a.From.AddDays(-1))
	case e.On > a.To:
		o.fits(a, e.On, e.On)
	}
	return o.k.Decide(e)
}

// people holds what the NMC's standards say of who supervises and who assesses.
func (o *order) people(of domain.PlacementOffered, supervisor, assessor uuid.UUID) {
	if of.Regulator != domain.RegulatorNMC {
		return
	}
	o.k.Require(RuleTwoPeople, assessor != uuid.Nil, "a learner of %s, which the NMC regulates, should have an assessor", of.Profession)
	o.k.Require(RuleTwoPeople, assessor != supervisor, "%s should not both supervise and assess a learner of %s, which the NMC regulates", supervisor, of.Profession)
}

// fits holds that on each of some days, which a placement does not take yet, its
// offer has a place for it and its learner is on no other.
func (o *order) fits(a domain.PlacementAllocated, from, to domain.Date) {
	of, _ := o.s.offers.Get(a.Offer)
	full := o.s.fullOn(of, from, to)
	o.k.Require(RuleCapacity, full.IsZero(), "offer %s has %d places, and as many learners on %s; no other should be placed there on that day", a.Offer, of.offered.Capacity, full)
	all, _ := o.s.learners.Get(a.Learner)
	for _, id := range all {
		p, _ := o.s.placements.Get(id)
		first, last, _ := p.days()
		o.k.Require(RuleLearner, !p.meets(from, to), "learner %s is on placement %s from %s to %s; they should not be on another on these days", a.Learner, id, first, last)
	}
}

// fullOn is the first of some days on which all places of an offer are taken, 0
// where there is none. An offer fills up only on days on which somebody comes.
func (s *State) fullOn(of offer, from, to domain.Date) (full domain.Date) {
	var there []placement
	for _, id := range of.placements {
		if p, _ := s.placements.Get(id); p.meets(from, to) {
			there = append(there, p)
		}
	}
	if len(there) < of.offered.Capacity {
		return 0
	}
	for _, p := range there {
		first, _, _ := p.days()
		day, n := max(first, from), 0
		for _, other := range there {
			if other.covers(day) {
				n++
			}
		}
		if n >= of.offered.Capacity && (full.IsZero() || day < full) {
			full = day
		}
	}
	return full
}
