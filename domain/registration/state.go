package registration

import (
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// State is what the hubs of one ICS found on the registers. Its slices are
// never written into.
type State struct {
	hub    domain.HubID                                      // the ICS hub
	checks domain.Table[entry, []domain.RegistrationChecked] // as recorded
}

// entry is a person on a regulator's register.
type entry struct {
	person    uuid.UUID
	regulator domain.Regulator
}

// New is the ICS of an ICB, in which nobody has looked.
func New(icb string) *State { return &State{hub: domain.HubID(icb)} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State { return &State{hub: s.hub, checks: s.checks.Fork()} }

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() { s.checks.Merge() }

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	_, ok := e.(domain.RegistrationChecked)
	return ok
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	if e, ok := r.Event.(domain.RegistrationChecked); ok {
		of := entry{e.Person, e.Regulator}
		known, _ := s.checks.Get(of)
		s.checks.Set(of, append(slices.Clip(known), e))
	}
}

// Checked is the day of the newest check of a regulator's register for a person
// that was made by a day, 0 where there was none, and whether the person was
// found there, and free to practise.
func (s *State) Checked(person uuid.UUID, regulator domain.Regulator, by domain.Date) (on domain.Date, registered bool) {
	known, _ := s.checks.Get(entry{person, regulator})
	for _, c := range known {
		if c.On <= by && c.On > on {
			on, registered = c.On, c.Result.MayPractise()
		}
	}
	return on, registered
}

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	_, ok := c.(RecordRegistrationCheck)
	return ok
}

// Reads names the other streams that deciding a command of this room reads:
// none.
func (s *State) Reads(domain.Command) []string { return nil }

// Decide answers a command of this room.
func (s *State) Decide(_ domain.References, c domain.Command, now time.Time) (domain.Decision, error) {
	data, ok := c.Data.(RecordRegistrationCheck)
	if !ok {
		return domain.Decision{}, fmt.Errorf("registration decides no %s", c.Data.CommandName())
	}
	k, today := domain.Check(c), domain.BusinessDay(now)
	e := domain.RegistrationChecked(data)
	if e.Hub == "" {
		e.Hub = s.hub
	}
	k.Must(RuleNamed, e.Hub.ICB() == string(s.hub), "%s should be a hub of %s", e.Hub, s.hub)
	known, _ := s.checks.Get(entry{e.Person, e.Regulator})
	for _, before := range known {
		if before == e {
			return k.Decide()
		}
		k.Must(RuleOnce, before.On != e.On || before.Result == e.Result, "the register of the %s is recorded to say %s of %s on %s; what it says on another day should have that day",
			e.Regulator, before.Result, e.Person, e.On)
	}
	k.Must(RuleFuture, e.On <= today, "%s is after today, %s; a check should be recorded when its day has come", e.On, today)
	return k.Decide(e)
}
