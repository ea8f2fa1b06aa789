package demo

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/ambition"
	"github.com/hubledger/hubledger/domain/calendar"
	"github.com/hubledger/hubledger/domain/guidance"
	"github.com/hubledger/hubledger/domain/kpi"
	"github.com/hubledger/hubledger/domain/maturity"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/rate"
	"github.com/hubledger/hubledger/domain/roletype"
)

// nationalAttempts are what the national bodies try and should not, once a year
// on a day in January.
func (n *nation) nationalAttempts() {
	for fy := firstYear; fy < firstYear+domain.FinancialYear(n.opts.Years); fy++ {
		d := workday(day(fy, 1, 9))
		for _, a := range n.nationalTries(d, fy) {
			n.tell(a.stream, d, n.officer(), a.data, refusedBy(a.rule))
		}
	}
	n.nationalFacts(workday(day(firstYear, 1, 12)))
}

type nationalTry struct {
	rule   domain.Rule
	stream string
	data   domain.CommandData
}

func (n *nation) nationalTries(d domain.Date, fy domain.FinancialYear) []nationalTry {
	future := d.AddDays(500)
	first := n.icbs[0]
	told := domain.NewID(n.give(d.AddDays(-1), n.officer(), guidance.RecordNotification{
		Source: "Invented Charity for Carers", SourceClass: "CHARITY", Subject: "A day on carers", On: d.AddDays(-1),
	}), "notification")
	r := rates[0]
	wrong := r
	wrong.Pence++
	corrects := r
	corrects.PublishedOn, corrects.Corrects = r.PublishedOn.AddDays(1), n.id5("no rate")
	unpublished := r
	unpublished.PublishedOn = future
	older := holidaysOf(2023, "2021-01-04", 102, 1225, 1226)
	ahead := holidaysOf(2031, future.String(), 101)
	national := []nationalTry{
		{guidance.RuleGuidance, n.stream, guidance.IssueGuidance{Code: "TH_FRAMEWORK", Version: "1", Title: "Another text", EffectiveFrom: d}},
		{guidance.RuleModel, n.stream, guidance.PublishOperatingModel{School: school(first.Region), Version: "2021", EffectiveFrom: d}},
		{guidance.RuleNamed, n.stream, guidance.RecordEndorsement{Body: "NOBODY", ProcessVersion: "2020", On: d}},
		{guidance.RuleOpen, n.stream, n.earlyModel(first.Region)},
		{guidance.RuleFuture, n.stream, guidance.RecordNotification{Source: "A charity", SourceClass: "CHARITY", Subject: "What is to come", On: future}},
		{guidance.RuleEndorsed, n.stream, guidance.RecordEndorsement{Body: "GMC", ProcessVersion: "2020", On: d}},
		{guidance.RuleNotification, n.stream, guidance.PassNotification{Notification: told, Hubs: []domain.HubID{domain.HubID(first.Code)}, On: d.AddDays(-9)}},
		{guidance.RuleOneBody, n.stream, guidance.NameAccountableBody{Party: nhse, From: hubsOpen}},
		{rate.RuleOnce, n.stream, wrong}, {rate.RuleCorrects, n.stream, corrects}, {rate.RulePublished, n.stream, unpublished},
		{roletype.RuleVersion, n.stream, n.laterVersion(5, d)}, {roletype.RulePublished, n.stream, n.laterVersion(2, future)},
		{maturity.RuleVersion, n.stream, matrix(9, d)}, {maturity.RulePublished, n.stream, n.matrixToCome(future)},
		{ambition.RuleNamed, n.stream, reached(staffAmbition, "HEARSAY", "2022-03-31", "2022-05-01", 1, "A newspaper")},
		{ambition.RuleIdentity, n.stream, n.otherTarget()},
		{ambition.RulePublished, n.stream, n.ambitionToCome(future)},
		{ambition.RuleSupersedes, n.stream, staffOf("EARLIER", "Staff of some roles.", domain.MustDate("2019-12-02"), "PLANNED")},
		{ambition.RuleBaseline, n.stream, reached(staffAmbition, "PLANNED", "2019-03-30", "2022-05-01", 1, "A newspaper")},
		{ambition.RuleOnce, n.stream, reached(staffAmbition, "PLANNED", "2022-03-31", "2022-07-14", 18_224, "Invented statistics")},
		{ambition.RuleCorrects, n.stream, n.correctsNothing()},
		{calendar.RuleNewest, n.stream, older}, {calendar.RulePublished, n.stream, ahead},
		{organisation.RuleCode, organisation.Stream, organisation.RegisterOrganisation{Org: "GMC", Name: "General Medical Council", Class: "CHARITY"}},
		{organisation.RuleNamed, organisation.Stream, organisation.CloseOrganisation{Org: "NOBODY", On: d}},
		{organisation.RuleFuture, organisation.Stream, organisation.RegisterOrganisation{Org: "DEMO-SOON", Name: "Invented Body to come", Class: "ALB", Opened: future}},
		{organisation.RuleClosed, organisation.Stream, organisation.CloseOrganisation{Org: nhse, On: domain.MustDate("2010-01-01")}},
		{organisation.RuleTwice, organisation.Stream, organisation.RecordRelationship{
			Child: first.Code, Parent: first.Region, Kind: domain.RelationParent, From: icbsOpen.AddDays(30), To: icbsOpen.AddDays(60),
		}},
		{organisation.RuleOneParent, organisation.Stream, n.secondCommissioner(int(fy - firstYear))},
		{organisation.RuleOpen, organisation.Stream, n.beforeItOpened(int(fy - firstYear))},
		{organisation.RuleFigure, organisation.Stream, organisation.RecordPatientList{Org: first.Code, On: opening, Registered: 100, Weighted: 100, Basis: "last known figure 2022/23"}},
	}
	if d > saidMet {
		national = append(national, nationalTry{ambition.RuleSuperseded, n.stream, reached(staffAmbition, "PLANNED", "2023-03-31", d.AddDays(-3).String(), 25_991, "A newspaper")})
	}
	if d > nhseTakes {
		national = append(national, nationalTry{organisation.RuleSuccession, organisation.Stream, organisation.RecordPartySuccession{Party: hee, Successor: "GMC", On: d}})
	}
	return append(national, n.indicatorTries(d)...)
}

// earlyModel publishes an Operating Model that takes effect before its school
// was there.
func (n *nation) earlyModel(region string) guidance.PublishOperatingModel {
	return guidance.PublishOperatingModel{School: school(region), Version: "2019", EffectiveFrom: domain.MustDate("2019-04-01")}
}

// laterVersion is a version of a type of role.
func (n *nation) laterVersion(version int, published domain.Date) roletype.DefineRoleType {
	t := types[0]
	t.Version, t.PublishedOn = version, published
	return t
}

func (n *nation) matrixToCome(published domain.Date) maturity.PublishMatrix {
	m := matrix(1, published)
	m.Matrix = "LOCALITY_HUB"
	return m
}

// otherTarget is an ambition that is recorded with another target.
func (n *nation) otherTarget() ambition.SetAmbition {
	a := ambitions[0]
	a.Target = 20_000 * domain.OneFTE
	return a
}

func (n *nation) ambitionToCome(published domain.Date) ambition.SetAmbition {
	return staffOf("TO_COME", "Staff of all roles.", published, "")
}

// correctsNothing corrects a report that there is not.
func (n *nation) correctsNothing() ambition.ReportAmbitionProgress {
	r := reached(staffAmbition, "PLANNED", "2022-03-31", "2022-07-15", 18_224, "Invented statistics, corrected")
	r.Corrects = n.id5("no report")
	return r
}

// byTheOldDefinition is progress by a definition that another has superseded.
var byTheOldDefinition = reached(staffAmbition, "PLANNED", "2023-03-31", "2023-06-30", 25_990, "A newspaper")

// secondCommissioner has a PCN commissioned by two bodies.
func (n *nation) secondCommissioner(hub int) organisation.RecordRelationship {
	return organisation.RecordRelationship{
		Child: n.hubs[hub].pcns[0], Parent: n.icbs[hub+1].SubICBs[0], Kind: domain.RelationCommissionedBy, From: icbsOpen, StatedBy: "invented",
	}
}

// beforeItOpened has a college work for a university before it was there.
func (n *nation) beforeItOpened(hub int) organisation.RecordRelationship {
	return organisation.RecordRelationship{
		Child: n.hubs[hub].suppliers[0].code, Parent: n.hubs[hub].suppliers[1].code, Kind: domain.RelationSubcontractor, From: collegeOpen.AddDays(-20), StatedBy: "invented",
	}
}

// nationalFacts have happened, and break a rule.
func (n *nation) nationalFacts(d domain.Date) {
	model := n.earlyModel(n.icbs[1].Region)
	n.give(d, n.officer(), model, breaking(model.EffectiveFrom, guidance.RuleOpen))
	two, early := n.secondCommissioner(9), n.beforeItOpened(9)
	n.tell(organisation.Stream, d, n.officer(), two, breaking(two.From, organisation.RuleOneParent))
	n.tell(organisation.Stream, d, n.officer(), early, breaking(early.From, organisation.RuleOpen))
	n.give(d, n.officer(), trialSet("TRIAL", 1, "2018H2", d), breaking(d, kpi.RuleFrom))
	if later := workday(day(firstYear+1, 1, 12)); later < n.lastDay() {
		n.give(later, n.officer(), byTheOldDefinition, breaking(byTheOldDefinition.PublishedOn, ambition.RuleSuperseded))
	}
}
