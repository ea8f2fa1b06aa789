package guidance_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/guidance"
	"github.com/hubledger/hubledger/domain/national"
	"github.com/hubledger/hubledger/domain/organisation"
)

var (
	manager = uuid.MustParse("1b4e28ba-2fa1-41d2-883f-0016d3cca427")
	dean    = uuid.MustParse("7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d")
	notice  = uuid.MustParse("e1c5b3ee-1f4e-4c5e-9d0c-94a40d0fbe6a")
)

// organisations is the register that the cases are decided on.
func organisations() domaintest.Streams {
	s := organisation.New()
	for i, e := range []domain.Event{
		domain.OrganisationRegistered{Org: "HEE", Name: "Health Education England", Class: domain.ClassAccountableBody, Opened: 20120628},
		domain.OrganisationRegistered{Org: "NHSE", Name: "NHS England", Class: domain.ClassAccountableBody, Opened: 20130401},
		domain.OrganisationRegistered{Org: "SCH-NW", Name: "Primary Care School, North West", Class: domain.ClassPrimaryCareSchool, Opened: 20190401},
		domain.OrganisationRegistered{Org: "NMC", Name: "Nursing and Midwifery Council", Class: "REGULATOR"},
		domain.OrganisationClosed{Org: "HEE", On: 20230331, Successors: []string{"NHSE"}},
	} {
		s.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return domaintest.Streams{organisation.Stream: s.View(100)}
}

func run(t *testing.T, cases []domaintest.Case) {
	t.Helper()
	domaintest.Run(t, func() domain.Aggregate { return national.New() }, organisations(), guidance.Rules, cases)
}

func TestDecide(t *testing.T) {
	first := domain.GuidanceIssued{Code: "TH_FRAMEWORK", Version: "1", Title: "What hubs do", EffectiveFrom: 20200401}
	second := domain.GuidanceIssued{Code: "TH_FRAMEWORK", Version: "2", Title: "What hubs do", EffectiveFrom: 20220401, Supersedes: "1"}
	model := domain.OperatingModelPublished{School: "SCH-NW", Version: "2023", EffectiveFrom: 20230401}
	endorsed := domain.EndorsementRecorded{Body: "NMC", ProcessVersion: "2021", On: 20211001}
	received := domain.NotificationReceivedByHEE{
		Notification: notice, Source: "Health Innovation North West Coast", SourceClass: "HEALTH_INNOVATION_NETWORK", Subject: "a course on frailty", On: 20240506,
	}
	passed := domain.NotificationPassedToHub{Notification: notice, Hubs: []domain.HubID{"QE1", "QOP"}, DecidedBy: dean, On: 20240507}
	hee := domain.AccountableBodyNamed{Party: "HEE", From: 20190401}
	heeEnded := domain.AccountableBodyNamed{Party: "HEE", From: 20190401, To: 20230331}
	nhse := domain.AccountableBodyNamed{Party: "NHSE", From: 20230401}

	run(t, []domaintest.Case{
		// Guidance.
		{
			Name: "the first version supersedes none",
			When: guidance.IssueGuidance(first), Then: []domain.Event{first},
		},
		{
			Name: "the next supersedes it", Given: []domain.Event{first},
			When: guidance.IssueGuidance(second), Then: []domain.Event{second},
		},
		{
			Name: "the first can't supersede a version that is not there",
			When: guidance.IssueGuidance(second), Refused: "I-NAT-1",
		},
		{
			Name: "the next says what it supersedes", Given: []domain.Event{first},
			When:    guidance.IssueGuidance{Code: "TH_FRAMEWORK", Version: "2", Title: "What hubs do", EffectiveFrom: 20220401},
			Refused: "I-NAT-1",
		},
		{
			Name: "it supersedes the newest", Given: []domain.Event{first, second},
			When:    guidance.IssueGuidance{Code: "TH_FRAMEWORK", Version: "3", Title: "What hubs do", EffectiveFrom: 20240401, Supersedes: "1"},
			Refused: "I-NAT-1",
		},
		{
			Name: "a version is issued once", Given: []domain.Event{first, second},
			When:    guidance.IssueGuidance{Code: "TH_FRAMEWORK", Version: "1", Title: "What hubs do", EffectiveFrom: 20240401, Supersedes: "2"},
			Refused: "I-NAT-1",
		},
		{
			Name: "it takes effect after the one before, not on the same day", Given: []domain.Event{first},
			When:    guidance.IssueGuidance{Code: "TH_FRAMEWORK", Version: "2", Title: "What hubs do", EffectiveFrom: 20200401, Supersedes: "1"},
			Refused: "I-NAT-1",
		},

		// Operating Models.
		{
			Name: "a school publishes its Operating Model, for a day to come",
			When: guidance.PublishOperatingModel{School: "SCH-NW", Version: "2025", EffectiveFrom: 20250401},
			Then: []domain.Event{domain.OperatingModelPublished{School: "SCH-NW", Version: "2025", EffectiveFrom: 20250401}},
		},
		{
			Name: "a version once", Given: []domain.Event{model},
			When:    guidance.PublishOperatingModel{School: "SCH-NW", Version: "2023", EffectiveFrom: 20240401},
			Refused: "I-NAT-2",
		},
		{
			Name: "one version takes effect on a day", Given: []domain.Event{model},
			When:    guidance.PublishOperatingModel{School: "SCH-NW", Version: "2023b", EffectiveFrom: 20230401},
			Refused: "I-NAT-2",
		},
		{
			Name:    "only a school has one",
			When:    guidance.PublishOperatingModel{School: "NMC", Version: "1", EffectiveFrom: 20240401},
			Refused: "I-NAT-3",
		},
		{
			Name:    "a school that is registered",
			When:    guidance.PublishOperatingModel{School: "SCH-NE", Version: "1", EffectiveFrom: 20240401},
			Refused: "I-NAT-3",
		},
		{
			Name:    "a school that is open",
			When:    guidance.PublishOperatingModel{School: "SCH-NW", Version: "1", EffectiveFrom: 20190331},
			Refused: "I-NAT-4", Prevents: true,
		},
		{
			Name: "what a school that was not open has published is written down",
			When: guidance.PublishOperatingModel{School: "SCH-NW", Version: "1", EffectiveFrom: 20190331}, Happened: 20190331,
			Then:     []domain.Event{domain.OperatingModelPublished{School: "SCH-NW", Version: "1", EffectiveFrom: 20190331}},
			Breaches: []domain.Rule{"I-NAT-4"},
		},

		// Endorsements.
		{
			Name: "a body endorses the process",
			When: guidance.RecordEndorsement(endorsed), Then: []domain.Event{endorsed},
		},
		{
			Name: "a version on one day", Given: []domain.Event{endorsed},
			When: guidance.RecordEndorsement{Body: "NMC", ProcessVersion: "2021", On: 20211002}, Refused: "I-NAT-6",
		},
		{
			Name: "another version on another day", Given: []domain.Event{endorsed},
			When: guidance.RecordEndorsement{Body: "NMC", ProcessVersion: "2024", On: 20240603},
			Then: []domain.Event{domain.EndorsementRecorded{Body: "NMC", ProcessVersion: "2024", On: 20240603}},
		},
		{
			Name: "not tomorrow",
			When: guidance.RecordEndorsement{Body: "NMC", ProcessVersion: "2024", On: 20240604}, Refused: "I-NAT-5",
		},
		{
			Name: "by somebody who is registered",
			When: guidance.RecordEndorsement{Body: "GMC", ProcessVersion: "2021", On: 20211001}, Refused: "I-NAT-3",
		},
		{
			Name: "by somebody who is open",
			When: guidance.RecordEndorsement{Body: "HEE", ProcessVersion: "2021", On: 20230401}, Refused: "I-NAT-4", Prevents: true,
		},
		{
			Name: "an endorsement after the end is written down",
			When: guidance.RecordEndorsement{Body: "HEE", ProcessVersion: "2021", On: 20230401}, Happened: 20230401,
			Then:     []domain.Event{domain.EndorsementRecorded{Body: "HEE", ProcessVersion: "2021", On: 20230401}},
			Breaches: []domain.Rule{"I-NAT-4"},
		},

		// Notifications.
		{
			Name: "a notification is received",
			When: guidance.RecordNotification(received), Then: []domain.Event{received},
		},
		{
			Name: "one without an id gets the command's", Anew: true,
			When: guidance.RecordNotification{Source: "a charity", SourceClass: "CHARITY", Subject: "an event", On: 20240603},
			Then: []domain.Event{domain.NotificationReceivedByHEE{
				Notification: domain.NewID(domaintest.CommandID, "notification"), Source: "a charity", SourceClass: "CHARITY", Subject: "an event", On: 20240603}},
		},
		{
			Name: "an id is one notification's", Given: []domain.Event{received},
			When:    guidance.RecordNotification{Notification: notice, Source: "a charity", SourceClass: "CHARITY", Subject: "an event", On: 20240603},
			Refused: "I-NAT-7",
		},
		{
			Name: "not received tomorrow",
			When: guidance.RecordNotification{Source: "a charity", SourceClass: "CHARITY", Subject: "an event", On: 20240604}, Refused: "I-NAT-5",
		},
		{
			Name: "it is passed on, which somebody decides", Given: []domain.Event{received},
			When: guidance.PassNotification{Notification: notice, Hubs: []domain.HubID{"QOP", "QE1"}, DecidedBy: dean, On: 20240507},
			Then: []domain.Event{passed},
		},
		{
			Name: "to more hubs later, by whoever acts", Given: []domain.Event{received, passed}, By: manager,
			When: guidance.PassNotification{Notification: notice, Hubs: []domain.HubID{"QE1", "QYG", "QHM"}, On: 20240508},
			Then: []domain.Event{domain.NotificationPassedToHub{Notification: notice, Hubs: []domain.HubID{"QHM", "QYG"}, DecidedBy: manager, On: 20240508}},
		},
		{
			Name: "to whom it was passed it is not passed again", Given: []domain.Event{received, passed}, By: manager,
			When: guidance.PassNotification{Notification: notice, Hubs: []domain.HubID{"QE1"}, On: 20240508},
		},
		{
			Name: "not before it was received", Given: []domain.Event{received},
			When: guidance.PassNotification{Notification: notice, Hubs: []domain.HubID{"QE1"}, On: 20240505}, Refused: "I-NAT-7",
		},
		{
			Name: "not tomorrow, either", Given: []domain.Event{received},
			When: guidance.PassNotification{Notification: notice, Hubs: []domain.HubID{"QE1"}, On: 20240604}, Refused: "I-NAT-5",
		},
		{
			Name: "what was not received is not passed on",
			When: guidance.PassNotification{Notification: notice, Hubs: []domain.HubID{"QE1"}, On: 20240507}, Refused: "I-NAT-3",
		},

		// The accountable body.
		{
			Name: "hubs account to a body",
			When: guidance.NameAccountableBody(hee), Then: []domain.Event{hee},
		},
		{
			Name: "the next takes its place from its first day", Given: []domain.Event{hee},
			When: guidance.NameAccountableBody(nhse), Then: []domain.Event{nhse},
		},
		{
			Name: "or after the last day that is named", Given: []domain.Event{hee, heeEnded},
			When: guidance.NameAccountableBody(nhse), Then: []domain.Event{nhse},
		},
		{
			Name: "a last day may be named later", Given: []domain.Event{hee, nhse},
			When: guidance.NameAccountableBody(heeEnded), Then: []domain.Event{heeEnded},
		},
		{
			Name: "also of a body that should not have begun", Given: []domain.Event{domain.AccountableBodyNamed{Party: "HEE", From: 20230401}},
			When: guidance.NameAccountableBody{Party: "HEE", From: 20230401, To: 20230630},
			Then: []domain.Event{domain.AccountableBodyNamed{Party: "HEE", From: 20230401, To: 20230630}},
		},
		{
			Name: "who names none does not take it back", Given: []domain.Event{heeEnded},
			When: guidance.NameAccountableBody(hee),
		},
		{
			Name: "it ends once", Given: []domain.Event{heeEnded},
			When: guidance.NameAccountableBody{Party: "HEE", From: 20190401, To: 20230330}, Refused: "I-NAT-8",
		},
		{
			Name: "it does not end after the next begins", Given: []domain.Event{hee, nhse},
			When: guidance.NameAccountableBody{Party: "HEE", From: 20190401, To: 20230401}, Refused: "I-NAT-8",
		},
		{
			Name: "two don't begin on one day", Given: []domain.Event{hee},
			When: guidance.NameAccountableBody{Party: "NHSE", From: 20190401}, Refused: "I-NAT-8",
		},
		{
			Name: "the next does not begin before the last day", Given: []domain.Event{heeEnded},
			When: guidance.NameAccountableBody{Party: "NHSE", From: 20230331}, Refused: "I-NAT-8",
		},
		{
			Name: "one before may be named later", Given: []domain.Event{nhse},
			When: guidance.NameAccountableBody(hee), Then: []domain.Event{hee},
		},
		{
			Name: "if it is accountable",
			When: guidance.NameAccountableBody{Party: "NMC", From: 20230401}, Refused: "I-NAT-3",
		},
		{
			Name: "and open",
			When: guidance.NameAccountableBody{Party: "HEE", From: 20230401}, Refused: "I-NAT-4", Prevents: true,
		},
		{
			Name: "or so it was, all the same",
			When: guidance.NameAccountableBody{Party: "HEE", From: 20230401}, Happened: 20230401,
			Then:     []domain.Event{domain.AccountableBodyNamed{Party: "HEE", From: 20230401}},
			Breaches: []domain.Rule{"I-NAT-4"},
		},
	})
}

func view(revision int64, events ...domain.Event) national.View {
	a := national.New()
	for i, e := range events {
		a.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return a.View(revision).(national.View)
}

// HEE was accounted to until 31 March 2023, NHS England after. A decision that
// was taken before the second was named knows only the first.
func TestAccountableBodyOn(t *testing.T) {
	events := []domain.Event{
		domain.AccountableBodyNamed{Party: "HEE", From: 20190401},
		domain.AccountableBodyNamed{Party: "NHSE", From: 20230401},
		domain.AccountableBodyNamed{Party: "NHSE", From: 20230401, To: 20270331},
	}
	for _, c := range []struct {
		revision int64
		day      domain.Date
		want     string
	}{
		{-1, 20230331, ""},
		{0, 20190331, ""},
		{0, 20190401, "HEE"},
		{0, 20230401, "HEE"},
		{1, 20230331, "HEE"},
		{1, 20230401, "NHSE"},
		{1, 20270401, "NHSE"},
		{2, 20270331, "NHSE"},
		{2, 20270401, ""},
	} {
		got, ok := view(c.revision, events...).AccountableBodyOn(c.day)
		if ok != (c.want != "") || ok && got != c.want {
			t.Errorf("at revision %d, on %s: got %q %t, want %q", c.revision, c.day, got, ok, c.want)
		}
	}
}

// Which version is to be followed goes by its first day, and by what was
// issued at the revision.
func TestVersionsOn(t *testing.T) {
	events := []domain.Event{
		domain.GuidanceIssued{Code: "G1", Version: "1", EffectiveFrom: 20200401},
		domain.GuidanceIssued{Code: "G1", Version: "2", EffectiveFrom: 20220401, Supersedes: "1"},
		domain.OperatingModelPublished{School: "S1", Version: "b", EffectiveFrom: 20220401},
		domain.OperatingModelPublished{School: "S1", Version: "a", EffectiveFrom: 20200401}, // recorded late
	}
	for _, c := range []struct {
		revision        int64
		day             domain.Date
		guidance, model string
	}{
		{3, 20200331, "", ""},
		{3, 20200401, "1", "a"},
		{3, 20220331, "1", "a"},
		{3, 20220401, "2", "b"},
		{2, 20220331, "1", ""},
		{0, 20220401, "1", ""},
	} {
		v := view(c.revision, events...)
		g, issued := v.GuidanceOn("G1", c.day)
		m, published := v.OperatingModelOn("S1", c.day)
		if g.Version != c.guidance || issued != (c.guidance != "") || m != c.model || published != (c.model != "") {
			t.Errorf("at revision %d, on %s: got guidance %q %t and model %q %t, want %q and %q", c.revision, c.day, g.Version, issued, m, published, c.guidance, c.model)
		}
	}
	v := view(1, events...)
	if g, ok := v.Guidance("G1", "2"); !ok || g.Supersedes != "1" {
		t.Errorf("guidance 2: got %+v %t", g, ok)
	}
	if _, ok := view(0, events...).Guidance("G1", "2"); ok {
		t.Error("guidance 2 is known before it is issued")
	}
	if _, ok := v.OperatingModel("S1", "b"); ok {
		t.Error("model b is known before it is published")
	}
	if from, ok := view(2, events...).OperatingModel("S1", "b"); !ok || from != 20220401 {
		t.Errorf("model b: got %s %t, want 2022-04-01", from, ok)
	}
}

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, guidance.IssueGuidance{}, "/code", "/version", "/title", "/effectiveFrom")
	domaintest.Fields(t, guidance.IssueGuidance{Code: "g", Version: "1", Title: "t", EffectiveFrom: 20240401, Supersedes: "1"}, "/code", "/supersedes")
	domaintest.Fields(t, guidance.PublishOperatingModel{School: "x", Version: "-"}, "/school", "/version", "/effectiveFrom")
	domaintest.Fields(t, guidance.RecordEndorsement{}, "/body", "/processVersion", "/on")
	domaintest.Fields(t, guidance.RecordNotification{SourceClass: "x"}, "/source", "/sourceClass", "/subject", "/on")
	domaintest.Fields(t, guidance.PassNotification{Hubs: []domain.HubID{"QE1", "x", "QE1"}}, "/notification", "/hubs/1", "/hubs/2", "/on")
	domaintest.Fields(t, guidance.PassNotification{Notification: notice, On: 20240603}, "/hubs")
	domaintest.Fields(t, guidance.NameAccountableBody{Party: "HEE", From: 20230401, To: 20230331}, "/to")
	domaintest.Fields(t, guidance.NameAccountableBody{}, "/party", "/from")
}
