package projections

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Careers is support for careers: fellowships, preceptorships, mentoring and
// coaching; and whether who was supported works, and in primary care.
type Careers struct {
	things
	employed table[uuid.UUID, domain.EmploymentStatusConfirmed] // by person
}

// session is a session of a support, in as few bytes as many of them ask for.
type session struct {
	on      domain.Date
	minutes int32
}

// NewCareers is that of an empty log.
func NewCareers() *Careers {
	return &Careers{things: newThings(), employed: make(table[uuid.UUID, domain.EmploymentStatusConfirmed])}
}

// Name implements Model.
func (*Careers) Name() string { return "careers" }

// Apply implements Model.
func (c *Careers) Apply(r Record) error {
	switch e := r.Event.(type) {
	case domain.SupportSessionRecorded:
		c.keep(r, aSupport, e.Support, session{e.On, int32(e.Minutes)})
	case domain.SupportStarted:
		c.add(r, aSupport, e.Support)
	case domain.SupportCompleted:
		c.add(r, aSupport, e.Support)
	case domain.SupportWithdrawn:
		c.add(r, aSupport, e.Support)
	case domain.EmploymentStatusConfirmed:
		c.employed.add(e.Person, r.Seq, e)
	}
	return nil
}

// Support is everything that is known of one support of a person's career.
type Support struct {
	About
	Started   Fact[domain.SupportStarted]
	Completed Fact[domain.SupportCompleted]
	Withdrawn Fact[domain.SupportWithdrawn]
	sessions  []session // as recorded
}

// SupportStatus is how far a support is.
type SupportStatus string

// The statuses. On its last day a support still runs; after its planned last day
// too, until its end is recorded.
const (
	SupportFuture    SupportStatus = "FUTURE"
	SupportRunning   SupportStatus = "RUNNING"
	SupportCompleted SupportStatus = "COMPLETED"
	SupportWithdrawn SupportStatus = "WITHDRAWN"
)

// SupportStatuses are all of them.
var SupportStatuses = []SupportStatus{SupportFuture, SupportRunning, SupportCompleted, SupportWithdrawn}

// Support is a support of an ICS as known at n, and false where none of the id
// was started.
func (c *Careers) Support(icb string, id uuid.UUID, n eventstore.Seq) (Support, bool) {
	var s Support
	s.About = c.folds(icb, aSupport, id, n, func(seq eventstore.Seq, event any) {
		switch e := event.(type) {
		case domain.SupportStarted:
			s.Started = fact(seq, e)
		case domain.SupportCompleted:
			s.Completed = fact(seq, e)
		case domain.SupportWithdrawn:
			s.Withdrawn = fact(seq, e)
		case session:
			s.sessions = append(s.sessions, e)
		}
	})
	if s.Started.Known() {
		s.Hub = s.Started.Event.Hub
	}
	return s, s.Started.Known()
}

// Supports are those of a hub, in the order they were recorded.
func (c *Careers) Supports(hub domain.HubID, n eventstore.Seq) []Support {
	return all(&c.things, hub, aSupport, n, c.Support, func(s Support) About { return s.About })
}

// EmployedOn is what was last confirmed of whether a person works, of days up
// to one, and false where nothing was. Of two about one day it is the one made
// last.
func (c *Careers) EmployedOn(person uuid.UUID, day domain.Date, n eventstore.Seq) (newest Fact[domain.EmploymentStatusConfirmed], ok bool) {
	for seq, e := range c.employed[person].known(n) {
		if e.On <= day && e.On >= newest.Event.On {
			newest, ok = fact(seq, e), true
		}
	}
	return newest, ok
}

// Last is the last day of a support that has ended, 0 while it has not.
func (s Support) Last() domain.Date { return max(s.Completed.Event.On, s.Withdrawn.Event.On) }

// SessionsOn is how many sessions took place by a day, and how many minutes they
// had.
func (s Support) SessionsOn(day domain.Date) (sessions, minutes int) {
	for _, one := range s.sessions {
		if one.on <= day {
			sessions++
			minutes += int(one.minutes)
		}
	}
	return sessions, minutes
}

// StatusOn is the support's status on a day.
func (s Support) StatusOn(day domain.Date) SupportStatus {
	switch {
	case s.Withdrawn.Known() && s.Withdrawn.Event.On < day:
		return SupportWithdrawn
	case s.Completed.Known() && s.Completed.Event.On < day:
		return SupportCompleted
	case day < s.Started.Event.Start:
		return SupportFuture
	}
	return SupportRunning
}
