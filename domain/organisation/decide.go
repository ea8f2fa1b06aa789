package organisation

import (
	"fmt"
	"slices"
	"time"

	"github.com/hubledger/hubledger/domain"
)

// Decide implements domain.Aggregate.
func (s *State) Decide(_ domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	k, today := domain.Check(c), domain.BusinessDay(now)
	switch data := c.Data.(type) {
	case RegisterOrganisation:
		return s.register(k, data, today)
	case CloseOrganisation:
		return s.close(k, data, today)
	case RecordRelationship:
		return s.relate(k, data, today)
	case RecordLegalStatus:
		return s.status(k, data, today)
	case RecordPatientList:
		return s.patients(k, data, today)
	case RecordPartySuccession:
		return s.succeed(k, data, today)
	}
	return domain.Decision{}, fmt.Errorf("the stream %s decides no %s", Stream, c.Data.CommandName())
}

func (s *State) register(k *domain.Checks, data RegisterOrganisation, today domain.Date) (domain.Decision, error) {
	e := domain.OrganisationRegistered{Org: data.Org, Name: data.Name, Class: data.Class, Opened: data.Opened}
	known, again := s.entries.Get(data.Org)
	before := known.registered
	if again {
		if e.Opened.IsZero() {
			e.Opened = before.Opened
		}
		k.Must(RuleCode, e.Class == before.Class, "%s is registered as %s, a %s; it can't be a %s", e.Org, before.Name, before.Class, e.Class)
		k.Must(RuleCode, before.Opened.IsZero() || e.Opened == before.Opened,
			"%s is registered as %s, open from %s; it can't be one open from %s", e.Org, before.Name, before.Opened, e.Opened)
		// Files spell names in many ways and are no authority for them.
		if e == before || data.Source != nil {
			return k.Decide()
		}
		k.Must(RuleCode, known.closed.IsZero(), "%s, %s, closed on %s; its code is not given again", e.Org, before.Name, known.closed)
	}
	come(k, e.Opened, today, "it opened")
	return record(k, e, data.Source)
}

func (s *State) close(k *domain.Checks, data CloseOrganisation, today domain.Date) (domain.Decision, error) {
	e := domain.OrganisationClosed{Org: data.Org, On: data.On, Successors: slices.Sorted(slices.Values(data.Successors))}
	known := s.registered(k, data.Org)
	if known.closed == data.On && (len(e.Successors) == 0 || slices.Equal(known.successors, e.Successors)) {
		return k.Decide()
	}
	// A closure that named no successors may be completed.
	k.Must(RuleClosed, known.closed.IsZero() || known.closed == data.On && len(known.successors) == 0,
		"%s is recorded as closed on %s with successors %v; it closes once", data.Org, known.closed, known.successors)
	k.Must(RuleClosed, known.registered.Opened <= data.On, "%s opened on %s; it can't close before, on %s", data.Org, known.registered.Opened, data.On)
	come(k, data.On, today, "it closed")
	for _, successor := range e.Successors {
		next := s.registered(k, successor)
		k.Require(RuleOpen, next.openOn(data.On.AddDays(1)), "%s, a successor of %s, should be open on the day after %s", successor, data.Org, data.On)
	}
	return record(k, e, data.Source)
}

func (s *State) status(k *domain.Checks, data RecordLegalStatus, today domain.Date) (domain.Decision, error) {
	e := domain.LegalStatusRecorded(data)
	s.registered(k, data.Org)
	before, again := s.statuses.Get(statusKey{e.Org, e.From})
	if before == e {
		return k.Decide()
	}
	k.Must(RuleFigure, !again, "the legal status of %s from %s is recorded as %s; it can't be recorded differently", e.Org, e.From, before.Status)
	come(k, e.From, today, "the status began")
	return k.Decide(e)
}

func (s *State) patients(k *domain.Checks, data RecordPatientList, today domain.Date) (domain.Decision, error) {
	e := domain.PatientListRecorded{Org: data.Org, On: data.On, Registered: data.Registered, Weighted: data.Weighted, Basis: data.Basis}
	s.registered(k, data.Org)
	before, again := s.lists.Get(listKey{e.Org, e.On, e.Basis})
	if before == e {
		return k.Decide()
	}
	k.Must(RuleFigure, !again, "the patients of %s on %s are recorded as %s, weighted %s; they can't be recorded differently for the same basis",
		e.Org, e.On, before.Registered, before.Weighted)
	come(k, e.On, today, "the figure is of")
	return record(k, e, data.Source)
}

func (s *State) succeed(k *domain.Checks, data RecordPartySuccession, today domain.Date) (domain.Decision, error) {
	e := domain.PartySucceeded(data)
	s.registered(k, data.Party)
	successor := s.registered(k, data.Successor)
	before, again := s.successions.Get(data.Party)
	if before == e {
		return k.Decide()
	}
	k.Must(RuleSuccession, !again, "%s is succeeded by %s from %s; a party is succeeded once", data.Party, before.Successor, before.On)
	// Successions never make a circle, so this ends.
	for next := data.Successor; !k.Refused(); {
		k.Must(RuleSuccession, next != data.Party, "%s stands in the place of %s already; it can't be succeeded by it", data.Party, data.Successor)
		then, more := s.successions.Get(next)
		if !more {
			break
		}
		next = then.Successor
	}
	come(k, data.On, today, "the successor began")
	k.Require(RuleOpen, successor.openOn(data.On), "%s, the successor of %s, should be open on %s", data.Successor, data.Party, data.On)
	return k.Decide(e)
}

// registered is what a code names, and holds that it names something.
func (s *State) registered(k *domain.Checks, code string) entry {
	e, ok := s.entries.Get(code)
	k.Must(RuleNamed, ok, "%s should be registered as an organisation first", code)
	return e
}

// come holds that a day is not in the future. No day is never.
func come(k *domain.Checks, day, today domain.Date, what string) {
	k.Must(RuleFuture, day <= today, "%s is after today, %s; the day %s should have come", day, today, what)
}

// record is an event that may have come from a row of a file.
func record(k *domain.Checks, e domain.Event, from *domain.Source) (domain.Decision, error) {
	return k.DecideDrafts([]domain.Draft{{Event: e, Source: from}})
}
