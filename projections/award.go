package projections

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Award is everything that is known of one award.
type Award struct {
	About
	Made        Fact[domain.ContractAwarded]
	Carried     Fact[domain.AwardCarriedOn] // where it was made for a hub before this one: Made is then what is left of it
	Variations  []Fact[domain.AwardVaried]  // in their order
	Ended       Fact[domain.AwardEnded]
	Deliveries  []Fact[domain.DeliveryAccepted]
	Commitments []Fact[domain.CommitmentMade] // of its money
}

// Term is how far something that runs from a day to a day is.
type Term string

// The terms. An award, a contract, a priority or a delegation is in force, a
// priority then being one that decisions may serve.
const (
	TermFuture  Term = "FUTURE"
	TermInForce Term = "IN_FORCE"
	TermEnded   Term = "ENDED"
)

// Terms are all of them.
var Terms = []Term{TermFuture, TermInForce, TermEnded}

// termOn is the term on a day of what runs from a first to a last day; last is
// 0 where there is none.
func termOn(first, last, day domain.Date) Term {
	switch {
	case day < first:
		return TermFuture
	case !last.IsZero() && last < day:
		return TermEnded
	}
	return TermInForce
}

// Award is an award of an ICS as known at n, and false where none of the id was
// made.
func (c *Commissioning) Award(icb string, id uuid.UUID, n eventstore.Seq) (Award, bool) {
	var a Award
	a.About = c.folds(icb, anAward, id, n, func(seq eventstore.Seq, e any) {
		switch e := e.(type) {
		case domain.ContractAwarded:
			a.Made = fact(seq, e)
		case domain.AwardCarriedOn:
			a.Carried = fact(seq, e)
			a.Made = fact(seq, domain.ContractAwarded{
				Award: e.Award, Holder: e.Holder, Supplier: e.Supplier, Class: e.Class, From: e.From, To: e.To, Value: e.Value, Route: e.Route, On: e.From,
			})
		case domain.AwardVaried:
			a.Variations = append(a.Variations, fact(seq, e))
		case domain.AwardEnded:
			a.Ended = fact(seq, e)
		case domain.DeliveryAccepted:
			a.Deliveries = append(a.Deliveries, fact(seq, e))
		case domain.CommitmentMade:
			a.Commitments = append(a.Commitments, fact(seq, e))
		}
	})
	if opened, ok := c.opening(icb, a.Made.Event.Decision, n); ok {
		a.Hub = opened.Hub
	}
	return a, a.Made.Known()
}

// opening is how a decision was opened.
func (c *Commissioning) opening(icb string, id uuid.UUID, n eventstore.Seq) (e domain.DecisionOpened, ok bool) {
	for _, f := range c.facts[thing{icb, aDecision, id}].known(n) {
		if opened, is := f.(domain.DecisionOpened); is {
			e, ok = opened, true
		}
	}
	return e, ok
}

// Awards are those of a hub, in the order they were made.
func (c *Commissioning) Awards(hub domain.HubID, n eventstore.Seq) []Award {
	return all(&c.things, hub, anAward, n, c.Award, func(a Award) About { return a.About })
}

// On is what the award is worth and its last day, as varied by a day.
func (a Award) On(day domain.Date) (value domain.Amount, last domain.Date) {
	value, last = a.Made.Event.Value, a.Made.Event.To
	for _, v := range a.Variations {
		if v.Event.On <= day {
			value, last = v.Event.Value, v.Event.To
		}
	}
	if a.Ended.Known() {
		last = a.Ended.Event.On
	}
	return value, last
}

// StatusOn is the award's term on a day, and false where it was not made by
// then.
func (a Award) StatusOn(day domain.Date) (Term, bool) {
	_, last := a.On(day)
	return termOn(a.Made.Event.From, last, day), a.Made.Event.On <= day
}

// Grant is everything that is known of one grant.
type Grant struct {
	About
	Offered    Fact[domain.GrantOffered]
	Carried    Fact[domain.GrantCarriedOn] // where a hub before this one offered it: Offered is then what is left of it
	Promised   Fact[domain.CommitmentMade] // of its money; recorded with the offer
	Accepted   Fact[domain.GrantAccepted]
	Met        []Fact[domain.GrantMilestoneMet]
	Terminated Fact[domain.GrantTerminated]
}

// GrantStatus is how far a grant is.
type GrantStatus string

// The statuses. A grant is complete when all of its milestones are met.
const (
	GrantOffered    GrantStatus = "OFFERED"
	GrantAccepted   GrantStatus = "ACCEPTED"
	GrantComplete   GrantStatus = "COMPLETE"
	GrantTerminated GrantStatus = "TERMINATED"
)

// GrantStatuses are all of them.
var GrantStatuses = []GrantStatus{GrantOffered, GrantAccepted, GrantComplete, GrantTerminated}

// Grant is a grant of an ICS as known at n, and false where none of the id was
// offered.
func (c *Commissioning) Grant(icb string, id uuid.UUID, n eventstore.Seq) (Grant, bool) {
	var g Grant
	g.About = c.folds(icb, aGrant, id, n, func(seq eventstore.Seq, e any) {
		switch e := e.(type) {
		case domain.GrantOffered:
			g.Offered = fact(seq, e)
		case domain.GrantCarriedOn:
			g.Carried = fact(seq, e)
			g.Offered = fact(seq, domain.GrantOffered{Grant: e.Grant, Payee: e.Payee, Pence: e.Pence, Conditions: e.Conditions, Milestones: e.Milestones})
			if e.AcceptedOn != 0 {
				g.Accepted = fact(seq, domain.GrantAccepted{Grant: e.Grant, On: e.AcceptedOn})
			}
		case domain.CommitmentMade:
			g.Promised = fact(seq, e)
		case domain.GrantAccepted:
			g.Accepted = fact(seq, e)
		case domain.GrantMilestoneMet:
			g.Met = append(g.Met, fact(seq, e))
		case domain.GrantTerminated:
			g.Terminated = fact(seq, e)
		}
	})
	if hub := g.Promised.Event.Line.Hub; hub != "" {
		g.Hub = hub
	}
	return g, g.Offered.Known()
}

// Grants are those of a hub, in the order they were offered.
func (c *Commissioning) Grants(hub domain.HubID, n eventstore.Seq) []Grant {
	return all(&c.things, hub, aGrant, n, c.Grant, func(g Grant) About { return g.About })
}

// MetOn is how much of the grant was due by a day: its milestones that were
// met, in pence.
func (g Grant) MetOn(day domain.Date) (pence domain.Pence, milestones int) {
	for _, m := range g.Met {
		if m.Event.On <= day {
			pence += m.Event.Pence
			milestones++
		}
	}
	return pence, milestones
}

// StatusOn is the grant's status on a day, and false where it was not offered
// by then. offered is the day of the offer.
func (g Grant) StatusOn(day, offered domain.Date) (GrantStatus, bool) {
	_, met := g.MetOn(day)
	milestones := len(g.Offered.Event.Milestones)
	switch {
	case day < offered:
		return "", false
	case g.Terminated.Known() && g.Terminated.Event.On <= day:
		return GrantTerminated, true
	case milestones > 0 && met >= milestones:
		return GrantComplete, true
	case g.Accepted.Known() && g.Accepted.Event.On <= day:
		return GrantAccepted, true
	}
	return GrantOffered, true
}
