package employment

import (
	"fmt"
	"time"

	"github.com/hubledger/hubledger/domain"
)

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	_, ok := c.(ConfirmEmploymentStatus)
	return ok
}

// Reads names the other streams that deciding a command of this room reads:
// none.
func (s *State) Reads(domain.Command) []string { return nil }

// Decide answers a command of this room.
func (s *State) Decide(_ domain.References, c domain.Command, now time.Time) (domain.Decision, error) {
	data, ok := c.Data.(ConfirmEmploymentStatus)
	if !ok {
		return domain.Decision{}, fmt.Errorf("employment decides no %s", c.Data.CommandName())
	}
	k, today := domain.Check(c), domain.BusinessDay(now)
	e := domain.EmploymentStatusConfirmed{Person: s.person, On: data.On, Employed: data.Employed, InPrimaryCare: data.InPrimaryCare, Source: data.Source}
	known, _ := s.statuses.Get(struct{}{})
	for _, before := range known {
		if before == e {
			return k.Decide()
		}
		k.Must(RuleOnce, before.On != e.On, "the status of %s on %s is recorded, by %s; it should not be recorded otherwise", s.person, e.On, before.Source)
	}
	k.Must(RuleFuture, e.On <= today, "%s is after today, %s; it should be recorded when its day has come", e.On, today)
	return k.Decide(e)
}
