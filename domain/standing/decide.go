package standing

import (
	"fmt"
	"time"

	"github.com/hubledger/hubledger/domain"
)

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	switch c.(type) {
	case RecordRegistrationCheck, ConfirmEmploymentStatus:
		return true
	}
	return false
}

// Reads names the other streams that deciding a command of this room reads:
// none.
func (s *State) Reads(domain.Command) []string { return nil }

// Decide answers a command of this room.
func (s *State) Decide(_ domain.References, c domain.Command, now time.Time) (domain.Decision, error) {
	k, today := domain.Check(c), domain.BusinessDay(now)
	switch data := c.Data.(type) {
	case RecordRegistrationCheck:
		e := domain.RegistrationChecked{Person: s.person, Regulator: data.Regulator, Result: data.Result, On: data.On}
		known, _ := s.checks.Get(e.Regulator)
		for _, before := range known {
			if before == e {
				return k.Decide()
			}
			k.Must(RuleOnce, before.On != e.On, "the register of %s is recorded to say %s of %s on %s; what it says on another day should have that day",
				e.Regulator, before.Result, s.person, e.On)
		}
		come(k, e.On, today)
		return k.Decide(e)
	case ConfirmEmploymentStatus:
		e := domain.EmploymentStatusConfirmed{Person: s.person, On: data.On, Employed: data.Employed, InPrimaryCare: data.InPrimaryCare, Source: data.Source}
		known, _ := s.statuses.Get(struct{}{})
		for _, before := range known {
			if before == e {
				return k.Decide()
			}
			k.Must(RuleOnce, before.On != e.On, "the status of %s on %s is recorded, by %s; it should not be recorded otherwise", s.person, e.On, before.Source)
		}
		come(k, e.On, today)
		return k.Decide(e)
	}
	return domain.Decision{}, fmt.Errorf("standing decides no %s", c.Data.CommandName())
}

// come holds that a day is not in the future.
func come(k *domain.Checks, day, today domain.Date) {
	k.Must(RuleFuture, day <= today, "%s is after today, %s; it should be recorded when its day has come", day, today)
}
