package calendar

import (
	"fmt"
	"slices"
	"time"

	"github.com/hubledger/hubledger/domain"
)

// State is the bank holidays that are published. Its slices are never written
// into.
type State struct {
	years domain.Register[int, domain.BankHolidaysPublished]
}

// New is a calendar without bank holidays.
func New() *State { return &State{} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State { return &State{years: s.years.Fork()} }

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() { s.years.Merge() }

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	_, ok := e.(domain.BankHolidaysPublished)
	return ok
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	if e, ok := r.Event.(domain.BankHolidaysPublished); ok {
		s.years.Set(e.Year, r.Revision, e)
	}
}

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	_, ok := c.(PublishBankHolidays)
	return ok
}

// Reads names the other streams that deciding a command of this room reads:
// none.
func (s *State) Reads(domain.Command) []string { return nil }

// Decide answers a command of this room.
func (s *State) Decide(_ domain.References, c domain.Command, now time.Time) (domain.Decision, error) {
	data, ok := c.Data.(PublishBankHolidays)
	if !ok {
		return domain.Decision{}, fmt.Errorf("calendar decides no %s", c.Data.CommandName())
	}
	k, today := domain.Check(c), domain.BusinessDay(now)
	e := domain.BankHolidaysPublished{
		Year: data.Year, Days: slices.Sorted(slices.Values(data.Days)), PublishedOn: data.PublishedOn, SourceDoc: data.SourceDoc,
	}
	before, known := s.years.Get(e.Year)
	if known && slices.Equal(before.Days, e.Days) {
		return k.Decide() // another paper that says the same changes nothing
	}
	k.Must(RuleNewest, e.PublishedOn >= before.PublishedOn, "the bank holidays of %d are recorded as published on %s; what replaces them should not be older, of %s",
		e.Year, before.PublishedOn, e.PublishedOn)
	k.Must(RulePublished, e.PublishedOn <= today, "%s is after today, %s; the publication should be out", e.PublishedOn, today)
	return k.Decide(e)
}
