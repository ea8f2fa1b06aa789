package http

import (
	"cmp"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// awardOf is an award in a list.
func awardOf(l lister, a projections.Award) (api.Award, bool) {
	made := a.Made.Event
	value, last := a.On(l.day)
	status, there := a.StatusOn(l.day)
	row := api.Award{
		ID: a.ID, Hub: a.Hub, Status: string(status), Supplier: made.Supplier, Name: orNull(l.m.Organisations.NameOf(made.Supplier, l.n)),
		Class: made.Class, Holder: orNull(made.Holder), DecisionID: orNull(cmp.Or(made.Decision, a.Carried.Event.Decision)), Programme: orNull(made.Programme), Route: orNull(made.Route),
		MadeOn: made.On, From: made.From, To: last, Value: value, Gross: value.Gross(), CarriedOnFrom: orNull(a.Carried.Event.Predecessor), Seqs: a.Seqs,
	}
	for _, v := range a.Variations {
		if v.Event.On <= l.day {
			row.Variations++
		}
	}
	for _, d := range a.Deliveries {
		if d.Event.On <= l.day {
			row.Delivered += d.Event.Units
		}
	}
	return row, there && l.keeps(row.Status, made.From, last)
}

// grantOf is a grant in a list.
func grantOf(l lister, g projections.Grant) (api.Grant, bool) {
	offer, promise := g.Offered.Event, g.Promised.Event
	offered := l.m.Log.DayOf(g.Offered.Seq)
	due, met := g.MetOn(l.day)
	status, there := g.StatusOn(l.day, offered)
	row := api.Grant{
		ID: g.ID, Hub: g.Hub, Status: string(status), Payee: offer.Payee, Name: orNull(l.m.Organisations.NameOf(offer.Payee, l.n)),
		DecisionID: orNull(cmp.Or(offer.Decision, g.Carried.Event.Decision)), Programme: orNull(offer.Programme), OfferedOn: orNull(offered),
		AcceptedOn: orNull(g.Accepted.Event.On), EndedOn: orNull(g.Terminated.Event.On),
		Fund: orNull(promise.Line.Fund), FY: orNull(promise.Line.FY), Purpose: orNull(promise.Purpose),
		Pence: offer.Pence, Due: due, Milestones: len(offer.Milestones), Met: met, Conditions: list(offer.Conditions), CarriedOnFrom: orNull(g.Carried.Event.Predecessor), Seqs: g.Seqs,
	}
	if l.fy != 0 && !promisedIn(promise, l.fy) {
		return row, false
	}
	return row, there && (l.status == "" || l.status == row.Status)
}

// promisedIn reports whether a part of a promise is of a year.
func promisedIn(c domain.CommitmentMade, fy domain.FinancialYear) bool {
	for _, part := range c.Profile {
		if part.FY == fy {
			return true
		}
	}
	return c.Line.FY == fy
}

// list is a list that is never null.
func list[E any](all []E) []E {
	if all == nil {
		return []E{}
	}
	return all
}
