package projections

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Programme is everything that is known of one programme.
type Programme struct {
	About
	Proposed Fact[domain.ProgrammeProposed]
	Assured  []Fact[domain.ProgrammeQualityAssured]
	Launched Fact[domain.ProgrammeLaunched]
	Sessions []Fact[domain.ProgrammeSessionDelivered]
	Closed   Fact[domain.ProgrammeClosed]
}

// ProgrammeStatus is how far a programme is.
type ProgrammeStatus string

// The statuses.
const (
	ProgrammeProposed ProgrammeStatus = "PROPOSED"
	ProgrammeLaunched ProgrammeStatus = "LAUNCHED"
	ProgrammeClosed   ProgrammeStatus = "CLOSED"
)

// ProgrammeStatuses are all of them.
var ProgrammeStatuses = []ProgrammeStatus{ProgrammeProposed, ProgrammeLaunched, ProgrammeClosed}

// Programme is a programme of an ICS as known at n, and false where none of
// the id was proposed.
func (c *Commissioning) Programme(icb string, id uuid.UUID, n eventstore.Seq) (Programme, bool) {
	var p Programme
	p.About = c.folds(icb, aProgramme, id, n, func(seq eventstore.Seq, e any) {
		switch e := e.(type) {
		case domain.ProgrammeProposed:
			p.Proposed = fact(seq, e)
		case domain.ProgrammeQualityAssured:
			p.Assured = append(p.Assured, fact(seq, e))
		case domain.ProgrammeLaunched:
			p.Launched = fact(seq, e)
		case domain.ProgrammeSessionDelivered:
			p.Sessions = append(p.Sessions, fact(seq, e))
		case domain.ProgrammeClosed:
			p.Closed = fact(seq, e)
		}
	})
	if p.Proposed.Known() {
		p.Hub = p.Proposed.Event.Hub
	}
	return p, p.Proposed.Known()
}

// Programmes are those of a hub, in the order they were proposed.
func (c *Commissioning) Programmes(hub domain.HubID, n eventstore.Seq) []Programme {
	return all(&c.things, hub, aProgramme, n, c.Programme, func(p Programme) About { return p.About })
}

// AssuredOn is the quality assurance that lets it go ahead on a day as formal
// training, and false where there is none.
func (p Programme) AssuredOn(day domain.Date) (newest Fact[domain.ProgrammeQualityAssured], ok bool) {
	for _, q := range p.Assured {
		if q.Event.Formal(day) {
			newest, ok = q, true
		}
	}
	return newest, ok
}

// StatusOn is the programme's status on a day, and false where it was not
// proposed by then. proposed is the day of the proposal. On its last day it
// still runs.
func (p Programme) StatusOn(day, proposed domain.Date) (ProgrammeStatus, bool) {
	switch {
	case p.Closed.Known() && p.Closed.Event.On < day:
		return ProgrammeClosed, true
	case p.Launched.Known() && p.Launched.Event.On <= day:
		return ProgrammeLaunched, true
	}
	return ProgrammeProposed, proposed <= day
}
