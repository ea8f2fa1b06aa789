package guidance

import (
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	switch c.(type) {
	case IssueGuidance, PublishOperatingModel, RecordEndorsement, RecordNotification, PassNotification, NameAccountableBody:
		return true
	}
	return false
}

// Reads names the other streams that deciding a command of this room reads.
func (s *State) Reads(c domain.Command) []string {
	switch c.Data.(type) {
	case PublishOperatingModel, RecordEndorsement, NameAccountableBody:
		return []string{OrganisationsStream}
	}
	return nil
}

// Decide answers a command of this room.
func (s *State) Decide(refs domain.References, c domain.Command, now time.Time) (domain.Decision, error) {
	k, today := domain.Check(c), domain.BusinessDay(now)
	switch data := c.Data.(type) {
	case IssueGuidance:
		return s.issue(k, data)
	case RecordNotification:
		return s.receive(k, data, c.ID, today)
	case PassNotification:
		return s.pass(k, data, c.Actor, today)
	}
	orgs, ok := refs.View(OrganisationsStream).(Organisations)
	if !ok {
		return domain.Decision{}, fmt.Errorf("guidance: the view of %s is no register of organisations", OrganisationsStream)
	}
	switch data := c.Data.(type) {
	case PublishOperatingModel:
		return s.publish(k, orgs, data)
	case RecordEndorsement:
		return s.endorse(k, orgs, data, today)
	case NameAccountableBody:
		return s.name(k, orgs, data)
	}
	return domain.Decision{}, fmt.Errorf("guidance decides no %s", c.Data.CommandName())
}

func (s *State) issue(k *domain.Checks, data IssueGuidance) (domain.Decision, error) {
	e := domain.GuidanceIssued(data)
	var newest domain.GuidanceIssued
	issued, _ := s.guidance.Get(e.Code)
	for _, g := range issued {
		if g == e {
			return k.Decide()
		}
		k.Must(RuleGuidance, g.Version != e.Version, "version %s of %s is issued, effective from %s; another should have a version of its own", g.Version, g.Code, g.EffectiveFrom)
		newest = g
	}
	k.Must(RuleGuidance, e.Supersedes == newest.Version, "the newest version of %s is %q, so supersedes should be that, not %q", e.Code, newest.Version, e.Supersedes)
	k.Must(RuleGuidance, e.EffectiveFrom > newest.EffectiveFrom, "version %s of %s is effective from %s; the next should be so after that day, not from %s",
		newest.Version, e.Code, newest.EffectiveFrom, e.EffectiveFrom)
	return k.Decide(e)
}

func (s *State) publish(k *domain.Checks, orgs Organisations, data PublishOperatingModel) (domain.Decision, error) {
	e := domain.OperatingModelPublished(data)
	published, _ := s.models.Get(e.School)
	for _, m := range published {
		if m == e {
			return k.Decide()
		}
		k.Must(RuleModel, m.Version != e.Version, "version %s of the Operating Model of %s is published, effective from %s; another should have a version of its own",
			m.Version, m.School, m.EffectiveFrom)
		k.Must(RuleModel, m.EffectiveFrom != e.EffectiveFrom, "version %s of the Operating Model of %s is effective from %s; version %s should be so from another day",
			m.Version, m.School, m.EffectiveFrom, e.Version)
	}
	class(k, orgs, e.School, domain.ClassPrimaryCareSchool)
	k.Require(RuleOpen, orgs.OpenOn(e.School, e.EffectiveFrom), "%s should be open on %s, when its Operating Model takes effect", e.School, e.EffectiveFrom)
	return k.Decide(e)
}

func (s *State) endorse(k *domain.Checks, orgs Organisations, data RecordEndorsement, today domain.Date) (domain.Decision, error) {
	e := domain.EndorsementRecorded(data)
	before, again := s.endorsements.Get(endorsement{e.Body, e.ProcessVersion})
	if before == e {
		return k.Decide()
	}
	k.Must(RuleEndorsed, !again, "%s has endorsed version %s on %s; it can't be recorded as on %s", e.Body, e.ProcessVersion, before.On, e.On)
	_, registered := orgs.Class(e.Body)
	k.Must(RuleNamed, registered, "%s should be registered as an organisation first", e.Body)
	come(k, e.On, today, "of the endorsement")
	k.Require(RuleOpen, orgs.OpenOn(e.Body, e.On), "%s should be open on %s, when it endorses", e.Body, e.On)
	return k.Decide(e)
}

func (s *State) receive(k *domain.Checks, data RecordNotification, command uuid.UUID, today domain.Date) (domain.Decision, error) {
	e := domain.NotificationReceivedByHEE(data)
	e.Notification = domain.IDOf(e.Notification, command, "notification")
	before, again := s.notifications.Get(e.Notification)
	if before.received == e {
		return k.Decide()
	}
	k.Must(RuleNotification, !again, "notification %s is recorded, received on %s from %s; another should have an id of its own",
		e.Notification, before.received.On, before.received.Source)
	come(k, e.On, today, "it was received on")
	return k.Decide(e)
}

func (s *State) pass(k *domain.Checks, data PassNotification, by domain.Actor, today domain.Date) (domain.Decision, error) {
	n, received := s.notifications.Get(data.Notification)
	k.Must(RuleNamed, received, "notification %s should be recorded before it is passed on", data.Notification)
	e := domain.NotificationPassedToHub{Notification: data.Notification, DecidedBy: data.DecidedBy, On: data.On}
	if e.DecidedBy == uuid.Nil {
		e.DecidedBy = by.Person
	}
	for _, hub := range slices.Sorted(slices.Values(data.Hubs)) {
		if !slices.Contains(n.hubs, hub) {
			e.Hubs = append(e.Hubs, hub)
		}
	}
	if len(e.Hubs) == 0 {
		return k.Decide()
	}
	come(k, e.On, today, "it was passed on")
	k.Must(RuleNotification, e.On >= n.received.On, "notification %s was received on %s; it can't be passed on before, on %s", e.Notification, n.received.On, e.On)
	return k.Decide(e)
}

func (s *State) name(k *domain.Checks, orgs Organisations, data NameAccountableBody) (domain.Decision, error) {
	e := domain.AccountableBodyNamed(data)
	known, _ := s.bodies.Get(struct{}{})
	ends := false
	for _, b := range known {
		if b.Party == e.Party && b.From == e.From {
			// Who names no last day does not say that there is none.
			if e.To.IsZero() || b.To == e.To {
				return k.Decide()
			}
			k.Must(RuleOneBody, b.To.IsZero(), "hubs account to %s from %s until %s; it ends once", b.Party, b.From, b.To)
			ends = true
		}
	}
	for _, b := range known {
		if b.Party == e.Party && b.From == e.From {
			continue
		}
		k.Must(RuleOneBody, b.From != e.From, "hubs account to %s from %s; they can't account to %s from the same day", b.Party, b.From, e.Party)
		k.Must(RuleOneBody, b.From > e.From || b.To.IsZero() || b.To < e.From, "hubs account to %s until %s; %s should begin after that, not on %s", b.Party, b.To, e.Party, e.From)
		k.Must(RuleOneBody, b.From < e.From || e.To.IsZero() || e.To < b.From, "hubs account to %s from %s; %s should end before that, not on %s", b.Party, b.From, e.Party, e.To)
	}
	class(k, orgs, e.Party, domain.ClassAccountableBody)
	k.Require(RuleOpen, ends || orgs.OpenOn(e.Party, e.From), "%s should be open on %s, when hubs begin to account to it", e.Party, e.From)
	return k.Decide(e)
}

// class holds that a code is registered as an organisation of a class.
func class(k *domain.Checks, orgs Organisations, code string, want domain.OrganisationClass) {
	got, registered := orgs.Class(code)
	k.Must(RuleNamed, registered, "%s should be registered as an organisation first", code)
	k.Must(RuleNamed, got == want, "%s should be of class %s; it is registered as %s", code, want, got)
}

// come holds that a day is not in the future.
func come(k *domain.Checks, day, today domain.Date, what string) {
	k.Must(RuleFuture, day <= today, "%s is after today, %s; the day %s should have come", day, today, what)
}
