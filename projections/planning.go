package projections

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Need is everything that is known of one training need.
type Need struct {
	About
	Identified Fact[domain.TrainingNeedIdentified]
	Consulted  []Fact[domain.ConsultationRecorded] // where it was discussed
	Met        Fact[domain.TrainingNeedMet]
	Withdrawn  Fact[domain.TrainingNeedWithdrawn]
}

// NeedStatus is how far a training need is.
type NeedStatus string

// The statuses.
const (
	NeedOpen      NeedStatus = "OPEN"
	NeedMet       NeedStatus = "MET"
	NeedWithdrawn NeedStatus = "WITHDRAWN"
)

// NeedStatuses are all of them.
var NeedStatuses = []NeedStatus{NeedOpen, NeedMet, NeedWithdrawn}

// Need is a training need of an ICS as known at n, and false where none of the
// id was identified.
func (c *Commissioning) Need(icb string, id uuid.UUID, n eventstore.Seq) (Need, bool) {
	var need Need
	need.About = c.folds(icb, aNeed, id, n, func(seq eventstore.Seq, e any) {
		switch e := e.(type) {
		case domain.TrainingNeedIdentified:
			need.Identified = fact(seq, e)
		case domain.ConsultationRecorded:
			need.Consulted = append(need.Consulted, fact(seq, e))
		case domain.TrainingNeedMet:
			need.Met = fact(seq, e)
		case domain.TrainingNeedWithdrawn:
			need.Withdrawn = fact(seq, e)
		}
	})
	if need.Identified.Known() {
		need.Hub = need.Identified.Event.Hub
	}
	return need, need.Identified.Known()
}

// Needs are those of a hub, in the order they were identified.
func (c *Commissioning) Needs(hub domain.HubID, n eventstore.Seq) []Need {
	return all(&c.things, hub, aNeed, n, c.Need, func(n Need) About { return n.About })
}

// Last is the last day on which the need was open, 0 while it is.
func (n Need) Last() domain.Date { return max(n.Met.Event.On, n.Withdrawn.Event.On) }

// StatusOn is the need's status on a day, and false where it was not identified
// by then. On its last day it is open.
func (n Need) StatusOn(day domain.Date) (NeedStatus, bool) {
	switch {
	case n.Met.Known() && n.Met.Event.On < day:
		return NeedMet, true
	case n.Withdrawn.Known() && n.Withdrawn.Event.On < day:
		return NeedWithdrawn, true
	}
	return NeedOpen, n.Identified.Event.On <= day
}

// Intelligence is what the hub came to know under an id, and false where it is
// not known at n.
func (c *Commissioning) Intelligence(icb string, id uuid.UUID, n eventstore.Seq) (f Fact[domain.IntelligenceReceived], ok bool) {
	c.folds(icb, anIntelligence, id, n, func(seq eventstore.Seq, e any) {
		if received, is := e.(domain.IntelligenceReceived); is {
			f, ok = fact(seq, received), true
		}
	})
	return f, ok
}

// Plan is everything that is known of one workforce plan.
type Plan struct {
	About
	Submitted Fact[domain.WorkforcePlanSubmitted]
	Revised   []Fact[domain.WorkforcePlanRevised] // 2, 3, …
	Endorsed  []Fact[domain.WorkforcePlanEndorsed]
	Aligned   []Fact[domain.PlanAlignmentConfirmed] // with the wider system
}

// PlanStatus is how far a workforce plan is.
type PlanStatus string

// The statuses. A revision has to be endorsed anew.
const (
	PlanSubmitted PlanStatus = "SUBMITTED"
	PlanRevised   PlanStatus = "REVISED"
	PlanEndorsed  PlanStatus = "ENDORSED"
)

// PlanStatuses are all of them.
var PlanStatuses = []PlanStatus{PlanSubmitted, PlanRevised, PlanEndorsed}

// Plan is a workforce plan of an ICS as known at n, and false where none of the
// id was submitted.
func (c *Commissioning) Plan(icb string, id uuid.UUID, n eventstore.Seq) (Plan, bool) {
	var p Plan
	p.About = c.folds(icb, aPlan, id, n, func(seq eventstore.Seq, e any) {
		switch e := e.(type) {
		case domain.WorkforcePlanSubmitted:
			p.Submitted = fact(seq, e)
		case domain.WorkforcePlanRevised:
			p.Revised = append(p.Revised, fact(seq, e))
		case domain.WorkforcePlanEndorsed:
			p.Endorsed = append(p.Endorsed, fact(seq, e))
		case domain.PlanAlignmentConfirmed:
			p.Aligned = append(p.Aligned, fact(seq, e))
		}
	})
	if p.Submitted.Known() {
		p.Hub = p.Submitted.Event.Hub
	}
	return p, p.Submitted.Known()
}

// Plans are those of a hub, in the order they were submitted.
func (c *Commissioning) Plans(hub domain.HubID, n eventstore.Seq) []Plan {
	return all(&c.things, hub, aPlan, n, c.Plan, func(p Plan) About { return p.About })
}

// On is the plan's revision of a day, with its lines.
func (p Plan) On(day domain.Date) (revision int, lines []domain.PlanLine) {
	revision, lines = 1, p.Submitted.Event.Lines
	for _, r := range p.Revised {
		if r.Event.On <= day {
			revision, lines = r.Event.Revision, r.Event.Lines
		}
	}
	return revision, lines
}

// StatusOn is the plan's status on a day, and false where it was not submitted
// by then.
func (p Plan) StatusOn(day domain.Date) (PlanStatus, bool) {
	there := p.Submitted.Event.On <= day
	revision, _ := p.On(day)
	switch {
	case slices.ContainsFunc(p.Endorsed, func(f Fact[domain.WorkforcePlanEndorsed]) bool {
		return f.Event.Revision == revision && f.Event.On <= day
	}):
		return PlanEndorsed, there
	case revision > 1:
		return PlanRevised, there
	}
	return PlanSubmitted, there
}
