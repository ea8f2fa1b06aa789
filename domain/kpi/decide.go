package kpi

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	switch c.(type) {
	case PublishKPIDefinition, AdoptKPISet, PublishReturnCalendar:
		return true
	}
	return false
}

// Reads names the other streams that deciding a command of this room reads:
// none.
func (s *State) Reads(domain.Command) []string { return nil }

// Decide answers a command of this room.
func (s *State) Decide(_ domain.References, c domain.Command, now time.Time, words Vocabulary) (domain.Decision, error) {
	k, today := domain.Check(c), domain.BusinessDay(now)
	switch data := c.Data.(type) {
	case PublishKPIDefinition:
		return s.publish(k, data, today, words)
	case AdoptKPISet:
		return s.adopt(k, data, today)
	case PublishReturnCalendar:
		return s.schedule(k, data, c.ID)
	}
	return domain.Decision{}, fmt.Errorf("kpi decides no %s", c.Data.CommandName())
}

func (s *State) publish(k *domain.Checks, data PublishKPIDefinition, today domain.Date, words Vocabulary) (domain.Decision, error) {
	e := domain.KPIDefinitionPublished(data)
	e.Measures, e.Ratios = measures(e.Measures), listed(e.Ratios)
	known, _ := s.definitions.Get(e.Code)
	if n := e.Version - 1; n < len(known) {
		before := known[n]
		before.CheckedAt = e.CheckedAt // how far it was tried is not what it says
		if reflect.DeepEqual(before, e) {
			return k.Decide()
		}
		k.Must(RuleVersion, false, "version %d of %s is recorded otherwise, as published on %s; what differs should be version %d",
			e.Version, e.Code, before.PublishedOn, len(known)+1)
	}
	k.Must(RuleVersion, e.Version <= len(known)+1, "version %d of %s should follow version %d; it is recorded up to version %d", e.Version, e.Code, e.Version-1, len(known))
	k.Must(RulePublished, e.PublishedOn <= today, "%s is after today, %s; the publication should be out", e.PublishedOn, today)
	k.Must(RuleVocabulary, words.Knows(e.Vocabulary), "version %d of the vocabulary is not known; the expressions of %s should be written in one that is", e.Vocabulary, e.Code)
	if k.Refused() {
		return k.Decide()
	}
	faults := words.Faults(e.Vocabulary, e.Measures)
	k.Must(RuleCompiles, len(faults) == 0, "%s", sentence(faults))
	return k.Decide(e)
}

// mostFaults is how many faults a refusal tells, which is kept for ever.
const mostFaults = 5

// sentence says what is wrong with a definition.
func sentence(faults []Fault) string {
	var all []string
	for i, one := range faults {
		if i == mostFaults {
			all = append(all, fmt.Sprintf("and %d more", len(faults)-i))
			break
		}
		all = append(all, one.Pointer+" "+one.Text)
	}
	return strings.Join(all, "; ")
}

func (s *State) adopt(k *domain.Checks, data AdoptKPISet, today domain.Date) (domain.Decision, error) {
	e := domain.KPISetAdopted(data)
	e.Members = slices.SortedFunc(slices.Values(e.Members), func(a, b domain.KPIMember) int { return cmp.Compare(a.Code, b.Code) })
	known := s.versions(e.Set)
	if n := e.Version - 1; n < len(known) {
		if reflect.DeepEqual(known[n], e) {
			return k.Decide()
		}
		k.Must(RuleSet, false, "version %d of %s is recorded otherwise, as adopted on %s; what differs should be version %d", e.Version, e.Set, known[n].On, len(known)+1)
	}
	k.Must(RuleSet, e.Version <= len(known)+1, "version %d of %s should follow version %d; it is recorded up to version %d", e.Version, e.Set, e.Version-1, len(known))
	k.Must(RuleAdopted, e.On <= today, "%s is after today, %s; the set should be adopted", e.On, today)
	for _, m := range e.Members {
		all, _ := s.definitions.Get(m.Code)
		if m.Version > len(all) {
			k.Must(RuleMember, false, "version %d of %s should be published before a set has it; it is recorded up to version %d", m.Version, m.Code, len(all))
			continue
		}
		from := all[m.Version-1].From
		k.Require(RuleFrom, from <= e.From, "version %d of %s is for half-years from %s; a set that has it should be from then on, not from %s", m.Version, m.Code, from, e.From)
	}
	return k.Decide(e)
}

func (s *State) schedule(k *domain.Checks, data PublishReturnCalendar, command uuid.UUID) (domain.Decision, error) {
	e := domain.ReturnCalendarPublished(data)
	counts, _ := s.due.Get(dated{e.Kind, e.Period})
	e.Calendar = domain.IDOf(e.Calendar, command, "calendar")
	if counts.DueOn == e.DueOn && (data.Calendar == uuid.Nil || counts.Calendar == e.Calendar) {
		return k.Decide()
	}
	before, again := s.calendars.Get(e.Calendar)
	if before == e {
		return k.Decide() // replaced since, which saying it again can't undo
	}
	k.Must(RuleCalendar, !again, "publication %s is recorded otherwise, of the %s return of %s; another should have an id of its own", e.Calendar, before.Kind, before.Period)
	return k.Decide(e)
}

// measures are measures without empty lists.
func measures(all []domain.KPIMeasure) []domain.KPIMeasure {
	all = slices.Clone(all)
	for i := range all {
		all[i].By = listed(all[i].By)
	}
	return all
}

// listed is a list of its own; none, not an empty list, where nothing is in it.
func listed[T any](all []T) []T {
	if len(all) == 0 {
		return nil
	}
	return slices.Clone(all)
}
