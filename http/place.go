package http

import (
	"cmp"
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// environmentOf is a learning environment in a list.
func environmentOf(l lister, e projections.EnvironmentOn) (api.Environment, bool) {
	status, there := e.StatusOn(l.day)
	asked := e.Newest().Submitted.Event
	row := api.Environment{
		ID: e.ID, Hub: e.Hub, Status: string(status), Applicant: asked.Applicant, Name: orNull(l.m.Organisations.NameOf(asked.Applicant, l.n)),
		Sites: list(asked.Sites), Professions: list(asked.Professions),
		Applications: []api.LEApplication{}, Actions: []api.LEAction{}, Concerns: []api.QualityConcern{}, Suspensions: []api.LESuspension{}, Seqs: e.Seqs,
	}
	if a, ok := e.Approval(l.day); ok {
		d, last := a.Decided.Event, a.Last()
		row.Sites, row.Professions, row.From, row.To, row.School, row.Framework = list(d.Sites), list(d.Professions), &d.From, &last, &d.School, orNull(d.Framework)
	}
	if p, ok := e.PendingOn(l.day); ok {
		row.Pending = &p.Submitted.Event.Application
	}
	row.Capacity, row.Taken = e.Places()
	environmentParts(&row, e.Environment, l.day)
	wanted := there && is(l.status, row.Status) && (l.profession == "" || slices.Contains(row.Professions, l.profession)) && (l.pcn == "" || e.IsOf(l.codes))
	return row, wanted
}

// environmentParts fills in what an environment has several of.
func environmentParts(row *api.Environment, e projections.Environment, day domain.Date) {
	for _, a := range e.Applications {
		if a.Submitted.Event.On <= day {
			row.Applications = append(row.Applications, applicationOf(a, day))
		}
	}
	for _, a := range e.ActionsOn(day) {
		if !a.Completed.Known() {
			row.ActionsOpen++
		}
		row.Actions = append(row.Actions, api.LEAction{Action: a.Action, What: a.What, Due: a.Due, CompletedOn: orNull(a.Completed.Event.On), Seq: a.Decided})
	}
	for _, c := range e.Concerns {
		if c.Raised.Event.On > day {
			continue
		}
		if c.OpenOn(day) {
			row.ConcernsOpen++
		}
		row.Concerns = append(row.Concerns, concernOf(e, c, day))
	}
	for _, s := range e.Suspensions {
		if s.Suspended.Event.From <= day {
			row.Suspensions = append(row.Suspensions, suspensionOf(s, day))
		}
	}
	if s, ok := e.SuspendedOn(day); ok {
		row.SuspendedFrom = &s.Suspended.Event.From
	}
}

func applicationOf(a projections.Application, day domain.Date) api.LEApplication {
	row := api.LEApplication{Application: a.Submitted.Event.Application, On: a.Submitted.Event.On}
	for _, v := range a.Visits {
		if v.Event.On <= day && (row.VisitedOn == nil || v.Event.On < *row.VisitedOn) {
			row.VisitedOn = &v.Event.On
		}
	}
	if r := a.Recommended; r.Known() && r.Event.On <= day {
		row.RecommendedOn, row.Recommended = &r.Event.On, &r.Event.Outcome
	}
	if d := a.Decided; d.Known() && d.Event.On <= day {
		row.DecidedOn, row.Decided, row.School, row.Reason = &d.Event.On, &d.Event.Outcome, &d.Event.School, orNull(d.Event.Reason)
		row.From, row.To, row.LapsedOn = orNull(d.Event.From), orNull(d.Event.To), orNull(a.Lapsed.Event.On)
	}
	return row
}

func concernOf(e projections.Environment, c projections.Concern, day domain.Date) api.QualityConcern {
	raised := c.Raised.Event
	row := api.QualityConcern{
		Concern: raised.Concern, LE: e.ID, Hub: e.Hub, Domain: raised.Domain, Risk: raised.Risk, Subject: raised.Subject, On: raised.On,
		Seqs: seqs(c.Raised.Seq, c.Closed.Seq),
	}
	if closed := c.Closed; closed.Known() && closed.Event.On <= day {
		row.ClosedOn, row.Outcome = &closed.Event.On, &closed.Event.Outcome
	}
	return row
}

func suspensionOf(s projections.Suspension, day domain.Date) api.LESuspension {
	e := s.Suspended.Event
	row := api.LESuspension{
		Suspension: e.Suspension, By: e.By, ISFCategory: e.ISFCategory, From: e.From, IncludesRunning: e.IncludesRunning, Reason: e.Reason,
		Seqs: seqs(s.Suspended.Seq, s.Reinstated.Seq),
	}
	if over := s.Reinstated; over.Known() && over.Event.On <= day {
		row.ReinstatedOn = &over.Event.On
	}
	return row
}

// seqs are those of the facts that are known, in their order.
func seqs(all ...eventstore.Seq) []eventstore.Seq { return projections.SeqsOf(all) }

// educatorRow is what one row of the list of educators is about: an approval, or
// a person without one.
type educatorRow struct {
	projections.Educator
	approval *projections.EducatorApproval
}

// educators are the rows of a list.
func educators(l lister) (rows []educatorRow) {
	for _, e := range l.m.Places.Educators(l.hub, l.n) {
		given := 0
		for _, a := range e.Approvals {
			if _, there := a.StatusOn(l.day); there {
				rows = append(rows, educatorRow{e, &a})
				given++
			}
		}
		if given == 0 {
			rows = append(rows, educatorRow{e, nil})
		}
	}
	return rows
}

// educatorOf is an approval of an educator in a list.
func educatorOf(l lister, e educatorRow) (api.Educator, bool) {
	row := api.Educator{Person: e.ID, Hub: e.Hub, Status: string(projections.EducatorTrained), Professions: []string{}, Courses: []string{}, Seqs: []eventstore.Seq{}}
	for _, t := range e.Trained {
		if t.Event.On <= l.day {
			row.Courses = append(row.Courses, t.Event.Course)
			row.Seqs = append(row.Seqs, t.Seq)
		}
	}
	there := len(row.Courses) > 0
	if a := e.approval; a != nil {
		given, last := a.Approved.Event, a.Last()
		status, _ := a.StatusOn(l.day)
		row.Status, there = string(status), true
		row.Approval, row.Kind, row.Professions, row.From, row.To, row.By = &given.Approval, &given.Kind, list(given.Professions), &given.From, &last, &given.By
		row.Hub, row.Regulator = given.Hub, orNull(given.Regulator)
		row.Reason = orNull(cmp.Or(a.Lapsed.Event.Reason, a.Withdrawn.Event.Reason))
		row.Seqs = append(row.Seqs, a.Seqs()...)
		if c, ok := e.CheckedOn(given.Regulator, l.day); ok && given.Regulator != "" {
			row.CheckedOn, row.Registration = &c.Event.On, &c.Event.Result
			row.Seqs = append(row.Seqs, c.Seq)
		}
	}
	slices.Sort(row.Seqs)
	kind := ""
	if row.Kind != nil {
		kind = string(*row.Kind)
	}
	return row, there && is(l.status, row.Status) && is(l.kind, kind) && (l.profession == "" || slices.Contains(row.Professions, l.profession))
}

// placementOf is a placement in a list.
func placementOf(l lister, p projections.Placement) (api.Placement, bool) {
	planned := p.Allocated.Event
	status, there := p.StatusOn(l.day, l.m.Log.DayOf(p.Allocated.Seq))
	supervisor, assessor := p.Supervisors(l.day)
	row := api.Placement{
		ID: p.ID, Hub: p.Hub, Status: string(status), Offer: planned.Offer, LE: planned.LE, Site: planned.Site, SiteName: orNull(l.m.Organisations.NameOf(planned.Site, l.n)),
		Profession: planned.Profession, Learner: planned.Learner, Supervisor: supervisor, Assessor: orNull(assessor), HEI: orNull(planned.HEI), Shadowing: planned.Shadowing,
		PlannedFrom: planned.From, PlannedTo: planned.To, Days: p.AttendedOn(l.day), Pence: p.Paid(), Prices: []api.PlacementPrice{}, Seqs: p.Seqs,
	}
	if on := p.Started.Event.On; p.Started.Known() && on <= l.day {
		row.StartedOn = &on
	}
	if on := p.Over(); on != 0 && on <= l.day {
		row.EndedOn, row.CancelledBy, row.Reason = &on, orNull(p.Cancelled.Event.Party), orNull(p.Cancelled.Event.Reason)
	}
	for _, price := range p.Prices {
		e := price.Priced.Event
		row.Prices = append(row.Prices, api.PlacementPrice{
			Price: e.Price, Kind: e.Kind, Key: e.Key, Area: e.Area, From: e.From, To: e.To, Payer: e.Payer, Route: e.Route, Via: orNull(e.Via), Payee: e.Payee,
			Pence: price.Pence(), Revision: 1 + len(price.Repriced),
		})
	}
	first, last, begins := p.Days()
	if !begins {
		first, last = planned.From, planned.To
	}
	wanted := there && l.keeps(row.Status, first, last) && is(l.profession, row.Profession) && (l.pcn == "" || slices.Contains(l.codes, row.Site))
	return row, wanted
}
