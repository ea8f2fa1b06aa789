package ambition

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
	case SetAmbition, ReportAmbitionProgress:
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
	case SetAmbition:
		return s.set(k, domain.AmbitionSet(data), today)
	case ReportAmbitionProgress:
		return s.report(k, data, c.ID, today)
	}
	return domain.Decision{}, fmt.Errorf("ambition decides no %s", c.Data.CommandName())
}

// named is a definition of an ambition, and false where none has the name.
func named(known []domain.AmbitionSet, version string) (domain.AmbitionSet, bool) {
	i := slices.IndexFunc(known, func(d domain.AmbitionSet) bool { return d.Version == version })
	if i < 0 {
		return domain.AmbitionSet{}, false
	}
	return known[i], true
}

// successor is the definition that stands in the place of another, and false
// where none does.
func successor(known []domain.AmbitionSet, version string) (domain.AmbitionSet, bool) {
	i := slices.IndexFunc(known, func(d domain.AmbitionSet) bool { return d.Supersedes == version })
	if i < 0 {
		return domain.AmbitionSet{}, false
	}
	return known[i], true
}

func (s *State) set(k *domain.Checks, e domain.AmbitionSet, today domain.Date) (domain.Decision, error) {
	known, _ := s.definitions.Get(e.Ambition)
	before, again := named(known, e.Version)
	if before == e {
		return k.Decide()
	}
	k.Must(RuleIdentity, !again, "definition %s of %s is recorded otherwise, as published on %s; what differs should be a definition with a name of its own",
		e.Version, e.Ambition, before.PublishedOn)
	published(k, e.PublishedOn, today)
	if e.Supersedes == "" {
		return k.Decide(e)
	}
	old, set := named(known, e.Supersedes)
	k.Must(RuleNamed, set, "%s should have a definition %s before another supersedes it", e.Ambition, e.Supersedes)
	by, already := successor(known, e.Supersedes)
	k.Must(RuleSupersedes, !already, "definition %s of %s is superseded by %s already; %s should supersede that", e.Supersedes, e.Ambition, by.Version, e.Version)
	k.Must(RuleSupersedes, e.PublishedOn >= old.PublishedOn, "definition %s of %s was published on %s; what supersedes it should not be published before, on %s",
		old.Version, e.Ambition, old.PublishedOn, e.PublishedOn)
	return k.Decide(e)
}

func (s *State) report(k *domain.Checks, data ReportAmbitionProgress, command uuid.UUID, today domain.Date) (domain.Decision, error) {
	e := domain.AmbitionProgressReported(data)
	counting, _ := s.progress.Get(figureOf(e))
	for _, one := range counting {
		if data.Report == uuid.Nil {
			one.Report = uuid.Nil
		}
		if one == e {
			return k.Decide()
		}
	}
	e.Report = domain.IDOf(e.Report, command, "report")
	before, again := s.reports.Get(e.Report)
	if before == e {
		return k.Decide() // corrected since, which saying it again can't undo
	}
	k.Must(RuleIdentity, !again, "report %s is recorded otherwise; another should have an id of its own", e.Report)
	known, _ := s.definitions.Get(e.Ambition)
	definition, set := named(known, e.Version)
	k.Must(RuleNamed, set, "%s should have a definition %s before progress is reported by it", e.Ambition, e.Version)
	published(k, e.PublishedOn, today)
	k.Must(RuleBaseline, e.AsAt >= definition.BaselineOn, "the baseline of %s is of %s; progress should not be of a day before, %s", e.Ambition, definition.BaselineOn, e.AsAt)
	by, superseded := successor(known, e.Version)
	k.Require(RuleSuperseded, !superseded || e.PublishedOn < by.PublishedOn, "definition %s of %s is superseded from %s; what is published on %s should be by definition %s",
		e.Version, e.Ambition, by.PublishedOn, e.PublishedOn, by.Version)
	for _, one := range counting {
		k.Must(RuleOnce, one.Report == e.Corrects || one.PublishedOn != e.PublishedOn,
			"progress to %s by definition %s as at %s was published on %s as %s; the same day can't give another figure, unless it corrects %s",
			e.Ambition, e.Version, e.AsAt, one.PublishedOn, one.Value, one.Report)
	}
	k.Must(RuleCorrects, e.Corrects == uuid.Nil || s.counts(e.Ambition, e.Corrects), "%s should be the id of a report of %s that still counts, to be corrected", e.Corrects, e.Ambition)
	return k.Decide(e)
}

// counts reports whether a report of an ambition is recorded and not corrected.
func (s *State) counts(ambition string, report uuid.UUID) bool {
	one, known := s.reports.Get(report)
	counting, _ := s.progress.Get(figureOf(one))
	return known && one.Ambition == ambition && slices.Contains(counting, one)
}

// published holds that the day of a publication has come.
func published(k *domain.Checks, day, today domain.Date) {
	k.Must(RulePublished, day <= today, "%s is after today, %s; the publication should be out", day, today)
}
