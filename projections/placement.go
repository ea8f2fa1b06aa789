package projections

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Placement is everything that is known of one placement of a learner. Its
// lists are in the order of the log.
type Placement struct {
	About
	Allocated Fact[domain.PlacementAllocated]
	Started   Fact[domain.PlacementStarted]
	Attended  []Attended
	Completed Fact[domain.PlacementCompleted]
	Cancelled Fact[domain.PlacementCancelled]
	Prices    []PlacementPrice
}

// Attended is how many days of a part of a month the learner attended.
type Attended struct {
	Seq      eventstore.Seq
	From, To domain.Date // first and last day of the part
	Days     int
}

// attended is what is kept of that, in as few bytes as many of them ask for.
type attended struct {
	from, to domain.Date
	days     int32
}

// PlacementPrice is what a part of a placement is paid with, as it was priced
// and priced again.
type PlacementPrice struct {
	Priced   Fact[domain.PlacementPriced]
	Repriced []Fact[domain.PlacementRepriced] // revisions 2, 3, …
}

// Pence is what the price comes to as it stands.
func (p PlacementPrice) Pence() domain.Pence {
	if n := len(p.Repriced); n > 0 {
		return p.Repriced[n-1].Event.Pence
	}
	return p.Priced.Event.Pence
}

// Offer is an offer of places at a site of an environment.
type Offer struct {
	About
	Offered Fact[domain.PlacementOffered]
}

// PlacementStatus is how far a placement is.
type PlacementStatus string

// The statuses. On its last day a placement still runs.
const (
	PlacementAllocated PlacementStatus = "ALLOCATED"
	PlacementStarted   PlacementStatus = "STARTED"
	PlacementCompleted PlacementStatus = "COMPLETED"
	PlacementCancelled PlacementStatus = "CANCELLED"
)

// PlacementStatuses are all of them.
var PlacementStatuses = []PlacementStatus{PlacementAllocated, PlacementStarted, PlacementCompleted, PlacementCancelled}

// Placement is a placement of an ICS as known at n, and false where none of the
// id was allocated.
func (p *Places) Placement(icb string, id uuid.UUID, n eventstore.Seq) (Placement, bool) {
	var one Placement
	one.About = p.folds(icb, aPlacement, id, n, func(seq eventstore.Seq, event any) {
		switch e := event.(type) {
		case domain.PlacementAllocated:
			one.Allocated = fact(seq, e)
		case domain.PlacementStarted:
			one.Started = fact(seq, e)
		case attended:
			one.Attended = append(one.Attended, Attended{seq, e.from, e.to, int(e.days)})
		case domain.PlacementCompleted:
			one.Completed = fact(seq, e)
		case domain.PlacementCancelled:
			one.Cancelled = fact(seq, e)
		case domain.PlacementPriced:
			one.Prices = append(one.Prices, PlacementPrice{Priced: fact(seq, e)})
		case domain.PlacementRepriced:
			i := slices.IndexFunc(one.Prices, func(price PlacementPrice) bool { return price.Priced.Event.Price == e.Price })
			if i >= 0 {
				one.Prices[i].Repriced = append(one.Prices[i].Repriced, fact(seq, e))
			}
		}
	})
	if one.Allocated.Known() {
		one.Hub = one.Allocated.Event.Hub
	}
	return one, one.Allocated.Known()
}

// Placements are those of a hub, in the order they were allocated.
func (p *Places) Placements(hub domain.HubID, n eventstore.Seq) []Placement {
	return all(&p.things, hub, aPlacement, n, p.Placement, func(one Placement) About { return one.About })
}

// Offer is an offer of an ICS as known at n, and false where none of the id was
// made.
func (p *Places) Offer(icb string, id uuid.UUID, n eventstore.Seq) (Offer, bool) {
	var o Offer
	o.About = p.folds(icb, anOffer, id, n, func(seq eventstore.Seq, event any) {
		if e, is := event.(domain.PlacementOffered); is {
			o.Offered = fact(seq, e)
		}
	})
	if o.Offered.Known() {
		o.Hub = o.Offered.Event.Hub
	}
	return o, o.Offered.Known()
}

// Offers are those of a hub, in the order they were made.
func (p *Places) Offers(hub domain.HubID, n eventstore.Seq) []Offer {
	return all(&p.things, hub, anOffer, n, p.Offer, func(o Offer) About { return o.About })
}

// CoversDay reports whether there are places by the offer on a day.
func (o Offer) CoversDay(day domain.Date) bool {
	return o.Offered.Event.From <= day && day <= o.Offered.Event.To
}

// Over is the last day of a placement that was completed or broken off, or the
// day on which one that had not begun was called off; 0 while it is neither.
func (p Placement) Over() domain.Date { return max(p.Completed.Event.On, p.Cancelled.Event.On) }

// Days are the first and the last day of the placement, as planned until others
// are known. Of one that never began it is false.
func (p Placement) Days() (first, last domain.Date, ok bool) {
	first, last = p.Allocated.Event.From, p.Allocated.Event.To
	switch {
	case p.Started.Known():
		first, last = p.Started.Event.On, max(p.Started.Event.On, last)
	case p.Cancelled.Known():
		return 0, 0, false
	}
	if over := p.Over(); !over.IsZero() {
		last = over
	}
	return first, last, true
}

// TakesOn reports whether the placement takes a place on a day, as it is planned
// or was.
func (p Placement) TakesOn(day domain.Date) bool {
	first, last, ok := p.Days()
	return ok && first <= day && day <= last
}

// InPlaceOn reports whether the learner has come and is still there on a day.
func (p Placement) InPlaceOn(day domain.Date) bool {
	over := p.Over()
	return p.Started.Known() && p.Started.Event.On <= day && (over.IsZero() || day <= over)
}

// Supervisors are who supervises and who assesses on a day: as planned until it
// has started. The assessor is the zero UUID where there is none.
func (p Placement) Supervisors(day domain.Date) (supervisor, assessor uuid.UUID) {
	if p.Started.Known() && p.Started.Event.On <= day {
		return p.Started.Event.Supervisor, p.Started.Event.Assessor
	}
	return p.Allocated.Event.Supervisor, p.Allocated.Event.Assessor
}

// StatusOn is the placement's status on a day, and false where it was not
// allocated by then. allocated is the day of the allocation; what was recorded
// late was there from its first day on.
func (p Placement) StatusOn(day, allocated domain.Date) (PlacementStatus, bool) {
	cancelled := p.Cancelled.Event
	switch {
	case p.Completed.Known() && p.Completed.Event.On < day:
		return PlacementCompleted, true
	case p.Cancelled.Known() && (cancelled.On < day || !cancelled.Started && cancelled.On == day):
		return PlacementCancelled, true
	case p.Started.Known() && p.Started.Event.On <= day:
		return PlacementStarted, true
	}
	return PlacementAllocated, allocated <= day
}

// AttendedOn is how many days the learner attended, of the parts that were over
// by a day.
func (p Placement) AttendedOn(day domain.Date) (days int) {
	for _, a := range p.Attended {
		if a.To <= day {
			days += a.Days
		}
	}
	return days
}

// MissingOn are the first days of the placement of which nothing is recorded,
// within one month that is over by a day, and false where there are none.
// Nothing can be recorded of a placement that is over.
func (p Placement) MissingOn(day domain.Date) (first, last domain.Date, ok bool) {
	if !p.Started.Known() || p.Started.Event.On > day || !p.Over().IsZero() && p.Over() <= day {
		return 0, 0, false
	}
	first = p.Started.Event.On
	parts := slices.Clone(p.Attended)
	slices.SortFunc(parts, func(a, b Attended) int { return int(a.From - b.From) })
	for _, part := range parts {
		if part.From > first {
			break
		}
		first = max(first, part.To.AddDays(1))
	}
	_, end, _ := p.Days()
	last = min(first.MonthEnd(), end)
	return first, last, first <= end && last < day
}

// Paid is what the prices of the placement come to as they stand, in pence.
func (p Placement) Paid() (pence domain.Pence) {
	for _, price := range p.Prices {
		pence += price.Pence()
	}
	return pence
}
