package projections

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// environmentApprovals are those that end and no other follows. One that is
// given up is not due.
func (d *duties) environmentApprovals() {
	for _, e := range d.environments {
		a, ok := e.EndsAfter(d.day)
		if !ok || a.Lapsed.Known() {
			continue
		}
		next, decided := "no application for the time after it is recorded", eventstore.Seq(0)
		if p, pending := e.PendingOn(d.day); pending {
			next, decided = "an application waits for a decision", p.Submitted.Seq
		}
		d.add(e.Hub, e.ID, a.Last(), []eventstore.Seq{a.Decided.Seq, decided}, "The approval of %s as a learning environment ends on %s; %s.",
			a.Submitted.Event.Applicant, a.Last(), next)
	}
}

// in are the placements of learners who are in place on the day, by their
// environment.
func (d *duties) in(le uuid.UUID) (here []Placement) {
	for _, p := range d.placements {
		if p.Allocated.Event.LE == le && p.InPlaceOn(d.day) {
			here = append(here, p)
		}
	}
	return here
}

// environmentLearners are environments that have learners in place without an
// approval for them: it ran out, or never was.
func (d *duties) environmentLearners() {
	for _, e := range d.environments {
		var since domain.Date
		var seqs []eventstore.Seq
		learners := 0
		for _, p := range d.in(e.ID) {
			at := p.Started.Event
			if e.ApprovedOn(at.Site, at.Profession, d.day) {
				continue
			}
			learners++
			seqs = append(seqs, p.Started.Seq)
			if since.IsZero() || at.On < since {
				since = at.On
			}
		}
		if learners == 0 {
			continue
		}
		if a, was := e.Approval(d.day); was && a.Last() < d.day {
			since = max(since, a.Last())
			seqs = append(seqs, a.Decided.Seq, a.Lapsed.Seq)
		}
		d.add(e.Hub, e.ID, since, seqs, "%s has learners in place (%d) for whose site and profession it is not approved.", e.Newest().Submitted.Event.Applicant, learners)
	}
}

// suspendedLearners are environments with learners in place that are suspended
// for these too.
func (d *duties) suspendedLearners() {
	for _, e := range d.environments {
		s, suspended := e.SuspendedOn(d.day)
		here := d.in(e.ID)
		if !suspended || !s.Suspended.Event.IncludesRunning || len(here) == 0 {
			continue
		}
		seqs := []eventstore.Seq{s.Suspended.Seq}
		for _, p := range here {
			seqs = append(seqs, p.Started.Seq)
		}
		d.add(e.Hub, e.ID, s.Suspended.Event.From, seqs, "%s is suspended from %s, for placements that have begun too, and has learners in place (%d).",
			e.Newest().Submitted.Event.Applicant, s.Suspended.Event.From, len(here))
	}
}

// environmentActions are those that are not completed.
func (d *duties) environmentActions() {
	for _, e := range d.environments {
		for _, a := range e.ActionsOn(d.day) {
			if !a.Completed.Known() {
				d.add(e.Hub, a.Action, a.Due, []eventstore.Seq{a.Decided}, "%s is to do by %s, as a learning environment: %s", e.Newest().Submitted.Event.Applicant, a.Due, a.What)
			}
		}
	}
}

// concerns are those that are open. No day is set for them.
func (d *duties) concerns() {
	for _, e := range d.environments {
		for _, c := range e.Concerns {
			if raised := c.Raised.Event; c.OpenOn(d.day) {
				d.add(e.Hub, raised.Concern, 0, []eventstore.Seq{c.Raised.Seq}, "A concern about %s of risk %s (%s) has been open since %s: %s",
					e.Newest().Submitted.Event.Applicant, raised.Risk, raised.Domain, raised.On, raised.Subject)
			}
		}
	}
}

// educatorApprovals are those that end and no other follows. One that is given
// up is not due.
func (d *duties) educatorApprovals() {
	for _, e := range d.educators {
		for _, a := range e.Approvals {
			if a.HoldsOn(d.day) && !a.Lapsed.Known() && !a.Withdrawn.Known() && !e.follows(a) {
				d.add(a.Approved.Event.Hub, e.ID, a.Last(), a.Seqs(), "The approval of %s as %s for %s ends on %s.",
					e.ID, a.Approved.Event.Kind, strings.Join(a.Approved.Event.Professions, ", "), a.Last())
			}
		}
	}
}

// follows reports whether another approval of the same kind goes on where one
// ends, for all of its professions.
func (e Educator) follows(a EducatorApproval) bool {
	next := a.Last().AddDays(1)
	for _, profession := range a.Approved.Event.Professions {
		if !e.For(profession, next, func(k domain.EducatorKind) bool { return k == a.Approved.Event.Kind }) {
			return false
		}
	}
	return true
}

// educatorLearners are placements that go on without a supervisor or an assessor
// who is approved.
func (d *duties) educatorLearners() {
	for _, p := range d.placements {
		if !p.InPlaceOn(d.day) {
			continue
		}
		at := p.Started.Event
		d.approved(p, at.Supervisor, "supervise", domain.EducatorKind.Supervises)
		if at.Assessor != uuid.Nil {
			d.approved(p, at.Assessor, "assess", domain.EducatorKind.Assesses)
		}
	}
}

func (d *duties) approved(p Placement, person uuid.UUID, does string, kind func(domain.EducatorKind) bool) {
	e, _ := d.Places.Educator(p.ICB, person, d.n)
	profession := p.Started.Event.Profession
	if e.For(profession, d.day, kind) {
		return
	}
	since, seqs := p.Started.Event.On, []eventstore.Seq{p.Started.Seq}
	for _, a := range e.Approvals {
		if last := a.Last(); kind(a.Approved.Event.Kind) && slices.Contains(a.Approved.Event.Professions, profession) && last < d.day {
			since = max(since, last)
			seqs = append(seqs, a.Seqs()...)
		}
	}
	d.add(p.Hub, p.ID, since, seqs, "%s is to %s a learner of %s who is in place, and is not approved to.", person, does, profession)
}

// registrations are educators whom the newest check of the register that their
// approval stands on did not find there.
func (d *duties) registrations() {
	for _, e := range d.educators {
		for _, a := range e.Approvals {
			regulator := a.Approved.Event.Regulator
			if regulator == "" || !a.HoldsOn(d.day) {
				continue
			}
			if c, ok := e.CheckedOn(regulator, d.day); ok && !c.Event.Result.MayPractise() {
				d.add(a.Approved.Event.Hub, e.ID, c.Event.On, append(a.Seqs(), c.Seq), "%s is approved as %s, and was %s at %s on %s.",
					e.ID, a.Approved.Event.Kind, c.Event.Result, regulator, c.Event.On)
			}
		}
	}
}

// placementStarts are placements that should have started.
func (d *duties) placementStarts() {
	for _, p := range d.placements {
		planned := p.Allocated.Event
		started := p.Started.Known() && p.Started.Event.On <= d.day
		off := p.Cancelled.Known() && p.Cancelled.Event.On <= d.day
		if !started && !off && planned.From < d.day {
			d.add(p.Hub, p.ID, planned.From, []eventstore.Seq{p.Allocated.Seq}, "A placement of a learner of %s at %s was to start on %s.", planned.Profession, planned.Site, planned.From)
		}
	}
}

// placementEnds are placements that should have ended.
func (d *duties) placementEnds() {
	for _, p := range d.placements {
		if planned := p.Allocated.Event; p.InPlaceOn(d.day) && planned.To < d.day {
			d.add(p.Hub, p.ID, planned.To, []eventstore.Seq{p.Allocated.Seq, p.Started.Seq}, "A placement of a learner of %s at %s was to end on %s.", planned.Profession, planned.Site, planned.To)
		}
	}
}

// placementDays are placements of which the days of a month that is over are
// not recorded.
func (d *duties) placementDays() {
	for _, p := range d.placements {
		if first, last, missing := p.MissingOn(d.day); missing {
			d.add(p.Hub, p.ID, last, []eventstore.Seq{p.Started.Seq}, "The days that a learner of %s at %s attended from %s to %s are not recorded.",
				p.Started.Event.Profession, p.Started.Event.Site, first, last)
		}
	}
}
