package http

import (
	"cmp"

	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// contractOf is a contract in a list.
func contractOf(l lister, c projections.Contract) (api.Contract, bool) {
	signed := c.Signed.Event
	schedules, duties, variation := c.On(l.day)
	row := api.Contract{
		ID: c.ID, Hub: c.Hub, Status: string(c.StatusOn(l.day)), Parties: list(signed.Parties), From: signed.From, To: c.Last(),
		Variation: variation, Schedules: list(schedules), Duties: list(duties), Reason: orNull(c.Ended.Event.Reason), Seqs: c.Seqs,
	}
	return row, l.keeps(row.Status, row.From, row.To)
}

// needOf is a training need in a list.
func needOf(l lister, n projections.Need) (api.Need, bool) {
	e := n.Identified.Event
	status, there := n.StatusOn(l.day)
	row := api.Need{
		ID: n.ID, Hub: n.Hub, Status: string(status), Title: e.Title, Audience: e.Audience, PCNs: list(e.PCNs), Urgency: e.Urgency,
		Evidence: list(e.Evidence), From: e.On, To: orNull(n.Last()), Ended: orNull(cmp.Or(n.Met.Event.How, n.Withdrawn.Event.Reason)), Seqs: n.Seqs,
	}
	return row, there && l.keeps(row.Status, e.On, n.Last())
}

// priorityOf is a priority in a list.
func priorityOf(l lister, p projections.Priority) (api.Priority, bool) {
	e := p.Endorsed.Event
	row := api.Priority{
		ID: p.ID, ICB: e.ICB, Status: string(p.StatusOn(l.day)), Title: e.Title, Beneficiaries: list(e.Beneficiaries),
		From: e.From, To: e.To, Meeting: e.Meeting, Item: e.Item, Seqs: p.Seqs,
	}
	return row, l.keeps(row.Status, e.From, e.To)
}

// programmeOf is a programme in a list.
func programmeOf(l lister, p projections.Programme) (api.Programme, bool) {
	e := p.Proposed.Event
	proposed := l.m.Log.DayOf(p.Proposed.Seq)
	status, there := p.StatusOn(l.day, proposed)
	row := api.Programme{
		ID: p.ID, Hub: p.Hub, Status: string(status), Title: e.Title, Mode: e.Mode, Category: e.Category, Class: e.Class,
		Audience: e.Audience, Function: e.Function, AccountableTo: e.AccountableTo, ResponsibleTo: e.ResponsibleTo, Priorities: list(e.Priorities),
		LaunchedOn: orNull(p.Launched.Event.On), ClosedOn: orNull(p.Closed.Event.On), Seqs: p.Seqs,
	}
	if q, ok := p.AssuredOn(l.day); ok {
		row.AssuredTo = &q.Event.ValidTo
	}
	for _, s := range p.Sessions {
		if s.Event.On <= l.day {
			row.Sessions++
			row.Places += s.Event.Places
			row.Attended += s.Event.Attended
			row.Completed += s.Event.Completed
		}
	}
	return row, there && l.keeps(row.Status, cmp.Or(p.Launched.Event.On, proposed), p.Closed.Event.On)
}

// planOf is a workforce plan in a list.
func planOf(l lister, p projections.Plan) (api.Plan, bool) {
	e := p.Submitted.Event
	status, there := p.StatusOn(l.day)
	revision, lines := p.On(l.day)
	row := api.Plan{
		ID: p.ID, Hub: p.Hub, Status: string(status), PCN: e.PCN, Name: orNull(l.m.Organisations.NameOf(e.PCN, l.n)), FY: e.FY,
		Revision: revision, Submitted: e.On, Lines: list(lines), Seqs: p.Seqs,
	}
	for _, one := range lines {
		row.Baseline += one.Baseline
		row.Target += one.Target
	}
	for _, f := range p.Endorsed {
		if f.Event.Revision == revision && f.Event.On <= l.day {
			row.EndorsedOn = &f.Event.On
		}
	}
	for _, f := range p.Aligned {
		if f.Event.On <= l.day {
			row.AlignedOn = &f.Event.On
		}
	}
	return row, there && (l.status == "" || l.status == row.Status) && (l.fy == 0 || l.fy == e.FY)
}

// delegationOf is a delegation in a list.
func delegationOf(l lister, d projections.Delegation) (api.Delegation, bool) {
	e := d.Granted.Event
	row := api.Delegation{
		ID: d.ID, Hub: d.Hub, Status: string(d.StatusOn(l.day)), Person: orNull(e.Person), Body: orNull(e.Body),
		Reserved: e.Reserved, From: e.From, To: orNull(d.Last()), Revoked: orNull(d.Revoked.Event.Reason), Seqs: d.Seqs,
	}
	if !e.Reserved {
		row.Limit = &e.Limit
	}
	return row, l.keeps(row.Status, e.From, d.Last())
}
