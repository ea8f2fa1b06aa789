package placement

import (
	"slices"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) attend(data RecordPlacementDays) (domain.Decision, error) {
	p := o.placement(data.Placement)
	e := domain.PlacementDaysRecorded(data)
	if slices.Contains(p.attended, e) {
		return o.k.Decide()
	}
	o.k.Must(RuleAttended, !p.started.On.IsZero() && p.started.On <= e.From, "placement %s should have started by %s, when days of it are recorded from then", e.Placement, e.From)
	over := p.over()
	o.k.Must(RuleAttended, over.IsZero() || e.To <= over, "placement %s was over on %s; no days after that should be recorded, to %s", e.Placement, over, e.To)
	for _, d := range p.attended {
		o.k.Must(RuleAttended, e.To < d.From || d.To < e.From, "days of placement %s are recorded from %s to %s; others should be from other days", e.Placement, d.From, d.To)
	}
	o.come(e.To)
	_, last, _ := p.days()
	o.k.Require(RuleDays, e.To <= last, "placement %s ends on %s; the learner should not be there until %s", e.Placement, last, e.To)
	for day := e.From; e.Days > 0 && day <= e.To; day = day.AddDays(1) {
		if _, running := o.near.Environments.SuspendedOn(p.allocated.LE, day); running {
			o.k.Require(RuleSuspended, false, "learning environment %s is suspended on %s with all its placements; no learner should be there", p.allocated.LE, day)
			break
		}
	}
	return o.k.Decide(e)
}

func (o *order) complete(data CompletePlacement) (domain.Decision, error) {
	p := o.placement(data.Placement)
	e := domain.PlacementCompleted{Placement: data.Placement, LE: p.allocated.LE, Profession: p.allocated.Profession, Days: p.total(), On: data.On}
	if p.completed == e {
		return o.k.Decide()
	}
	o.ends(p, e.On)
	o.k.Must(RuleCourse, !p.started.On.IsZero(), "placement %s should have started before it is completed", e.Placement)
	o.until(p, e.On)
	return o.k.Decide(e)
}

func (o *order) cancel(data CancelPlacement) (domain.Decision, error) {
	p := o.placement(data.Placement)
	e := domain.PlacementCancelled{
		Placement: data.Placement, LE: p.allocated.LE, Profession: p.allocated.Profession, Party: data.Party, Reason: data.Reason,
		Started: !p.started.On.IsZero(), On: data.On,
	}
	if p.cancelled == e {
		return o.k.Decide()
	}
	o.ends(p, e.On)
	if e.Started {
		o.until(p, e.On)
	}
	return o.k.Decide(e)
}

// ends holds that a placement can end on a day: it has not, and nothing of it is
// recorded after.
func (o *order) ends(p placement, day domain.Date) {
	id := p.allocated.Placement
	o.k.Must(RuleCourse, p.over().IsZero(), "placement %s was over on %s; that is so once", id, p.over())
	o.k.Must(RuleCourse, p.started.On <= day, "placement %s started on %s; it should not end before, on %s", id, p.started.On, day)
	if n := len(p.attended); n > 0 {
		last := p.attended[n-1]
		o.k.Must(RuleCourse, last.To <= day, "days of placement %s are recorded until %s; it should not end before, on %s", id, last.To, day)
	}
	o.come(day)
}

// until holds that a placement that has started ends within its days, and that
// there is room for it where it does not.
func (o *order) until(p placement, day domain.Date) {
	_, last, _ := p.days()
	o.k.Require(RuleDays, day <= last, "placement %s is planned until %s; it should end by then, not on %s", p.allocated.Placement, last, day)
	if day > last {
		o.fits(p.allocated, last.AddDays(1), day)
	}
}

// total is how many days the learner attended, as recorded.
func (p placement) total() (n int) {
	for _, d := range p.attended {
		n += d.Days
	}
	return n
}
