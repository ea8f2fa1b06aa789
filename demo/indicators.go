package demo

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/kpi"
)

// What is said of indicators, and when.
var (
	// indicatorsOut is the day on which the first set is published and adopted.
	indicatorsOut = domain.MustDate("2019-04-01")
	// From anewFrom hubs return placements that learners take part in, and not
	// those in which they only watch.
	anewOn   = domain.MustDate("2023-02-20")
	anewFrom = domain.MustHalfYear("2023H1")
	// The return of lateReturn was put off.
	lateReturn = domain.MustHalfYear("2020H1")
	lateOn     = domain.MustDate("2020-10-05")
	lateDue    = domain.MustDate("2020-11-30")
)

// indicators are published, and when returns are due.
func (n *nation) indicators() {
	for _, c := range kpi.Founding() {
		n.publish(indicatorsOut, c)
	}
	for _, c := range kpi.Calendar(domain.HalfYearOf(n.lastDay())) {
		due := c.(kpi.PublishReturnCalendar)
		due.Calendar = n.returns(due.Kind, due.Period)
		n.publish(due.Period.First(), due)
	}
	n.publish(lateOn, kpi.PublishReturnCalendar{Calendar: n.id5("returns put off"), Kind: domain.ReturnKPI, Period: lateReturn, DueOn: lateDue})
	placements := definition("ED1")
	placements.Version, placements.From, placements.PublishedOn = 2, anewFrom, anewOn
	placements.Title = "Placements started with an approved host, but for watching, by profession of the learner"
	placements.Measures[0].Where = "placement.approved && !placement.shadowing"
	n.publish(anewOn, placements)
	n.publish(anewOn, nextSet())
}

// returns is the id of what is published first of when returns are due.
func (n *nation) returns(kind domain.ReturnKind, period domain.HalfYear) uuid.UUID {
	return n.id5(fmt.Sprintf("returns %s %s", kind, period))
}

// nextSet is the second version of the set, with the placements counted anew.
func nextSet() kpi.AdoptKPISet {
	var set kpi.AdoptKPISet
	for _, c := range kpi.Founding() {
		if adopt, ok := c.(kpi.AdoptKPISet); ok {
			set = adopt
		}
	}
	set.Version, set.From, set.On = 2, anewFrom, anewOn
	for i := range set.Members {
		if set.Members[i].Code == "ED1" {
			set.Members[i].Version = 2
		}
	}
	return set
}

// definition is an indicator of the set that ships.
func definition(code string) kpi.PublishKPIDefinition {
	for _, c := range kpi.Founding() {
		if d, ok := c.(kpi.PublishKPIDefinition); ok && d.Code == code {
			return d
		}
	}
	panic("demo: the set has no " + code)
}

// indicatorTries are what should not be published of indicators, on a day.
func (n *nation) indicatorTries(d domain.Date) []nationalTry {
	edited, ahead, foreign, wordless := definition("WP1"), definition("WP1"), definition("WP1"), definition("WP1")
	edited.Title = "PCNs with any plan"
	ahead.Code, ahead.PublishedOn = "WP91", d.AddDays(500)
	foreign.Code, foreign.Vocabulary = "WP92", 2
	wordless.Code, wordless.Measures[0].Each = "WP93", "plan.hoped"
	smaller := nextSet()
	smaller.Version, smaller.Members = 1, smaller.Members[:1]
	return []nationalTry{
		{kpi.RuleVersion, n.stream, edited}, {kpi.RulePublished, n.stream, ahead},
		{kpi.RuleVocabulary, n.stream, foreign}, {kpi.RuleCompiles, n.stream, wordless},
		{kpi.RuleSet, n.stream, smaller},
		{kpi.RuleMember, n.stream, trialSet("HEARSAY", 9, "2019H1", d)},
		{kpi.RuleFrom, n.stream, trialSet("HEARSAY", 1, "2018H2", d)},
		{kpi.RuleAdopted, n.stream, trialSet("HEARSAY", 1, "2019H1", d.AddDays(500))},
		{kpi.RuleCalendar, n.stream, kpi.PublishReturnCalendar{
			Calendar: n.returns(domain.ReturnKPI, domain.MustHalfYear("2019H1")), Kind: domain.ReturnKPI, Period: domain.MustHalfYear("2019H1"), DueOn: d,
		}},
	}
}

// trialSet is a set of one indicator, in a version of it.
func trialSet(name string, version int, from string, adopted domain.Date) kpi.AdoptKPISet {
	return kpi.AdoptKPISet{
		Set: name, Version: 1, Members: []domain.KPIMember{{Code: "WP1", Version: version}}, From: domain.MustHalfYear(from), On: adopted,
	}
}
