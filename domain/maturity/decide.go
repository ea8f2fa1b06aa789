package maturity

import (
	"fmt"
	"reflect"
	"slices"
	"time"

	"github.com/hubledger/hubledger/domain"
)

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	_, ok := c.(PublishMatrix)
	return ok
}

// Reads names the other streams that deciding a command of this room reads:
// none.
func (s *State) Reads(domain.Command) []string { return nil }

// Decide answers a command of this room.
func (s *State) Decide(_ domain.References, c domain.Command, now time.Time) (domain.Decision, error) {
	data, ok := c.Data.(PublishMatrix)
	if !ok {
		return domain.Decision{}, fmt.Errorf("maturity decides no %s", c.Data.CommandName())
	}
	k, today := domain.Check(c), domain.BusinessDay(now)
	e := domain.MaturityMatrixPublished(data)
	e.Domains, e.Levels = slices.Clone(e.Domains), slices.Clone(e.Levels)
	for i, d := range e.Domains {
		e.Domains[i].Requirements = slices.Sorted(slices.Values(d.Requirements))
	}
	known, _ := s.matrices.Get(e.Matrix)
	if n := e.Version - 1; n < len(known) {
		if reflect.DeepEqual(known[n], e) {
			return k.Decide()
		}
		k.Must(RuleVersion, false, "version %d of %s is recorded otherwise, as published on %s; what differs should be version %d",
			e.Version, e.Matrix, known[n].PublishedOn, len(known)+1)
	}
	k.Must(RuleVersion, e.Version <= len(known)+1, "version %d of %s should follow version %d; it is recorded up to version %d", e.Version, e.Matrix, e.Version-1, len(known))
	k.Must(RulePublished, e.PublishedOn <= today, "%s is after today, %s; the publication should be out", e.PublishedOn, today)
	return k.Decide(e)
}
