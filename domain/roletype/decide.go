package roletype

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"time"

	"github.com/hubledger/hubledger/domain"
)

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	_, ok := c.(DefineRoleType)
	return ok
}

// Reads names the other streams that deciding a command of this room reads:
// none.
func (s *State) Reads(domain.Command) []string { return nil }

// Decide answers a command of this room.
func (s *State) Decide(_ domain.References, c domain.Command, now time.Time) (domain.Decision, error) {
	data, ok := c.Data.(DefineRoleType)
	if !ok {
		return domain.Decision{}, fmt.Errorf("roletype decides no %s", c.Data.CommandName())
	}
	k, today := domain.Check(c), domain.BusinessDay(now)
	e := domain.RoleTypeDefined(data)
	e.Bands, e.Regulators, e.Caps = sorted(e.Bands), sorted(e.Regulators), listed(e.Caps)
	e.Crosswalk = slices.SortedFunc(slices.Values(e.Crosswalk), func(a, b domain.RoleCode) int { return cmp.Compare(a.Scheme, b.Scheme) })
	known, _ := s.types.Get(e.Code)
	if n := e.Version - 1; n < len(known) {
		if reflect.DeepEqual(known[n], e) {
			return k.Decide()
		}
		k.Must(RuleVersion, false, "version %d of %s is recorded otherwise, as published on %s; what differs should be version %d",
			e.Version, e.Code, known[n].PublishedOn, len(known)+1)
	}
	k.Must(RuleVersion, e.Version <= len(known)+1, "version %d of %s should follow version %d; it is recorded up to version %d", e.Version, e.Code, e.Version-1, len(known))
	k.Must(RulePublished, e.PublishedOn <= today, "%s is after today, %s; the publication should be out", e.PublishedOn, today)
	return k.Decide(e)
}

// sorted are values in their order; none, not an empty list, where there are
// none.
func sorted[T cmp.Ordered](all []T) []T { return slices.Sorted(slices.Values(all)) }

func listed[T any](all []T) []T {
	if len(all) == 0 {
		return nil
	}
	return slices.Clone(all)
}
