package ambition_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/ambition"
	"github.com/hubledger/hubledger/domain/domaintest"
)

// nation is the room as an aggregate.
type nation struct{ *ambition.State }

func (n nation) Fork() domain.Aggregate  { return nation{n.State.Fork()} }
func (n nation) View(revision int64) any { return n.State.View(revision) }
func (n nation) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return n.State.Decide(refs, c, now)
}

func newNation() domain.Aggregate { return nation{ambition.New()} }

// with is a value with something changed.
func with[T any](v T, change func(*T)) T {
	change(&v)
	return v
}

// fte is a number of full-time equivalents.
func fte(n int64) domain.FTE { return domain.FTE(n) * domain.OneFTE }

// The ambition of 26,000 more staff under three definitions, and what each of
// them gave for 31 March 2023.
var (
	announced = domain.AmbitionSet{
		Ambition: "STAFF_26000", Version: "ADDITIONAL_STAFF", Title: "26,000 additional primary care staff", Unit: domain.UnitFTE,
		Target: fte(26_000), BaselineOn: 20190331, Deadline: 20240331, Definition: "Additional primary care staff, as announced.", Source: "Announcement of 18 May 2023", PublishedOn: 20230518,
	}
	hired = with(announced, func(e *domain.AmbitionSet) { e.Version, e.Definition = "ARRS", "Staff hired through ARRS." })
	care  = with(announced, func(e *domain.AmbitionSet) {
		e.Version, e.Definition, e.Baseline = "DIRECT_PATIENT_CARE", "Direct patient care staff of practices and PCNs.", fte(13_851)
	})
	said = domain.AmbitionProgressReported{
		Report: domaintest.Named("said"), Ambition: "STAFF_26000", Version: "ADDITIONAL_STAFF", AsAt: 20230331, Value: fte(26_103), Source: "Announcement of 18 May 2023", PublishedOn: 20230518,
	}
	byARRS = with(said, func(e *domain.AmbitionProgressReported) {
		e.Report, e.Version, e.Value = domaintest.Named("by-arrs"), "ARRS", fte(26_877)
	})
	byCare = with(said, func(e *domain.AmbitionProgressReported) {
		e.Report, e.Version, e.Value = domaintest.Named("by-care"), "DIRECT_PATIENT_CARE", fte(29_103)
	})
	restated = with(said, func(e *domain.AmbitionProgressReported) {
		e.Report, e.Value, e.PublishedOn = domaintest.Named("restated"), fte(26_000), 20230901
	})
	corrected = with(said, func(e *domain.AmbitionProgressReported) {
		e.Report, e.Value, e.Corrects = domaintest.Named("corrected"), fte(26_130), said.Report
	})
	// narrower stands in the place of ARRS from 1 September 2023.
	narrower = with(hired, func(e *domain.AmbitionSet) {
		e.Version, e.Supersedes, e.PublishedOn = "ARRS 2", "ARRS", 20230901
	})
)

func TestAmbition(t *testing.T) {
	set, report := ambition.SetAmbition(announced), ambition.ReportAmbitionProgress(said)
	type setting = ambition.SetAmbition
	type reporting = ambition.ReportAmbitionProgress
	domaintest.Run(t, newNation, nil, ambition.Rules, []domaintest.Case{
		{Name: "an ambition is set", When: set, Then: []domain.Event{announced}},
		{Name: "definitions stand side by side", Given: []domain.Event{announced, hired}, When: setting(care), Then: []domain.Event{care}},
		{Name: "each for ever so", Given: []domain.Event{announced}, When: with(set, func(c *setting) { c.Target++ }), Refused: "I-AMB-2"},
		{Name: "when it is published", When: with(set, func(c *setting) { c.PublishedOn = 20240604 }), Refused: "I-AMB-3"},
		{Name: "one supersedes another", Given: []domain.Event{hired}, When: setting(narrower), Then: []domain.Event{narrower}},
		{Name: "that there is", Given: []domain.Event{announced}, When: setting(narrower), Refused: "I-AMB-1"},
		{Name: "of the same ambition", Given: []domain.Event{hired}, When: with(setting(narrower), func(c *setting) { c.Ambition = "GP_6000" }), Refused: "I-AMB-1"},
		{Name: "once", Given: []domain.Event{hired, narrower}, When: with(setting(narrower), func(c *setting) { c.Version = "ARRS 3" }), Refused: "I-AMB-4"},
		{Name: "on the day of its publication too", Given: []domain.Event{hired}, When: with(setting(narrower), func(c *setting) { c.PublishedOn = 20230518 }),
			Then: []domain.Event{with(narrower, func(e *domain.AmbitionSet) { e.PublishedOn = 20230518 })}},
		{Name: "and not before it", Given: []domain.Event{hired}, When: with(setting(narrower), func(c *setting) { c.PublishedOn = 20230517 }), Refused: "I-AMB-4"},

		{Name: "progress is reported", Given: []domain.Event{announced}, When: report, Then: []domain.Event{said}},
		{
			Name: "under an id of the command", Given: []domain.Event{announced}, When: with(report, func(c *reporting) { c.Report = uuid.Nil }),
			Then: []domain.Event{with(said, func(e *domain.AmbitionProgressReported) { e.Report = domain.NewID(domaintest.CommandID, "report") })},
		},
		{Name: "below the baseline too", Given: []domain.Event{announced}, When: with(report, func(c *reporting) { c.Value = -fte(460) }),
			Then: []domain.Event{with(said, func(e *domain.AmbitionProgressReported) { e.Value = -fte(460) })}},
		{Name: "by a definition that there is", Given: []domain.Event{announced}, When: reporting(byARRS), Refused: "I-AMB-1"},
		{Name: "of an ambition that there is", When: report, Refused: "I-AMB-1"},
		{Name: "under one id once", Given: []domain.Event{announced, said}, When: with(report, func(c *reporting) { c.Value, c.PublishedOn = fte(1), 20230901 }), Refused: "I-AMB-2"},
		{Name: "when it is published, too", Given: []domain.Event{announced}, When: with(report, func(c *reporting) { c.PublishedOn = 20240604 }), Refused: "I-AMB-3"},
		{Name: "on the day of the baseline", Given: []domain.Event{announced}, When: with(report, func(c *reporting) { c.AsAt = 20190331 }),
			Then: []domain.Event{with(said, func(e *domain.AmbitionProgressReported) { e.AsAt = 20190331 })}},
		{Name: "and not the day before", Given: []domain.Event{announced}, When: with(report, func(c *reporting) { c.AsAt = 20190330 }), Refused: "I-AMB-6"},
		{Name: "later publications give other figures", Given: []domain.Event{announced, said}, When: reporting(restated), Then: []domain.Event{restated}},
		{Name: "earlier ones too", Given: []domain.Event{announced, restated}, When: report, Then: []domain.Event{said}},
		{Name: "one gives one figure", Given: []domain.Event{announced, said}, When: with(report, func(c *reporting) { c.Report, c.Value = uuid.Nil, fte(26_130) }), Refused: "I-AMB-7"},
		{Name: "but for a slip", Given: []domain.Event{announced, said}, When: reporting(corrected), Then: []domain.Event{corrected}},
		{Name: "which is corrected once", Given: []domain.Event{announced, said, corrected}, When: with(reporting(corrected), func(c *reporting) { c.Report, c.PublishedOn = uuid.Nil, 20230901 }), Refused: "I-AMB-8"},
		{Name: "where it is recorded", Given: []domain.Event{announced}, When: reporting(corrected), Refused: "I-AMB-8"},
		{Name: "of the same ambition only", Given: []domain.Event{announced, said, with(hired, func(e *domain.AmbitionSet) { e.Ambition = "GP_6000" })},
			When: with(reporting(byARRS), func(c *reporting) { c.Ambition, c.Corrects = "GP_6000", said.Report }), Refused: "I-AMB-8"},
		{Name: "also where the slip was the definition", Given: []domain.Event{announced, hired, said}, When: with(reporting(byARRS), func(c *reporting) { c.Corrects = said.Report }),
			Then: []domain.Event{with(byARRS, func(e *domain.AmbitionProgressReported) { e.Corrects = said.Report })}},
		{Name: "what was corrected says nothing when it is said again", Given: []domain.Event{announced, said, corrected}, When: report},
		{Name: "until it is superseded, by a definition", Given: []domain.Event{hired, narrower}, When: with(reporting(byARRS), func(c *reporting) { c.PublishedOn = 20230831 }),
			Then: []domain.Event{with(byARRS, func(e *domain.AmbitionProgressReported) { e.PublishedOn = 20230831 })}},
		{Name: "from then on by the one in its place", Given: []domain.Event{hired, narrower}, When: with(reporting(byARRS), func(c *reporting) { c.PublishedOn = 20230901 }), Refused: "I-AMB-5", Prevents: true},
		{
			Name: "what was published by the old one all the same is recorded", Given: []domain.Event{hired, narrower}, Happened: 20230901,
			When:     with(reporting(byARRS), func(c *reporting) { c.PublishedOn = 20230901 }),
			Then:     []domain.Event{with(byARRS, func(e *domain.AmbitionProgressReported) { e.PublishedOn = 20230901 })},
			Breaches: []domain.Rule{"I-AMB-5"},
		},
	})
}

// recorded is a room with events behind it.
func recorded(events ...domain.Event) *ambition.State {
	s := ambition.New()
	for i, e := range events {
		s.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return s
}

// Golden vector 13: as at 31 March 2023 there were 26,103, 26,877 or 29,103
// more, by definition, and without one there is no answer.
func TestThreeFiguresOfOneDay(t *testing.T) {
	view := recorded(announced, hired, care, said, byARRS, byCare).View(5)
	for version, want := range map[string]string{"ADDITIONAL_STAFF": "26103", "ARRS": "26877", "DIRECT_PATIENT_CARE": "29103"} {
		got, ok, err := view.Progress("STAFF_26000", version, 20230331)
		if err != nil || !ok || got.Value.String() != want {
			t.Errorf("by %s: got %s, %t, %v, want %s", version, got.Value, ok, err, want)
		}
	}
	for _, version := range []string{"", "ARRS 2"} {
		got, ok, err := view.Progress("STAFF_26000", version, 20230331)
		var none *ambition.DefinitionError
		if !errors.As(err, &none) || ok || got.Value != 0 || !slices.Equal(none.Known, []string{"ADDITIONAL_STAFF", "ARRS", "DIRECT_PATIENT_CARE"}) {
			t.Errorf("by definition %q: got %s, %t, %v, want an error that names the three definitions", version, got.Value, ok, err)
		}
	}
	if _, _, err := view.Progress("GP_6000", "ARRS", 20230331); err == nil {
		t.Error("an ambition that is not set has progress")
	}
	if _, ok, err := view.Progress("STAFF_26000", "ARRS", 20230430); ok || err != nil {
		t.Errorf("a day that nobody reported on: got %t, %v", ok, err)
	}
}

// What is published last counts, in whatever order it came to be known; what is
// corrected does not; and each revision knows what was recorded until then.
func TestNewestCounts(t *testing.T) {
	for _, test := range []struct {
		name   string
		events []domain.Event
		want   []string // at each revision, empty for none
	}{
		{"in order", []domain.Event{announced, said, restated}, []string{"", "26103", "26000"}},
		{"out of order", []domain.Event{announced, restated, said}, []string{"", "26000", "26000"}},
		{"corrected", []domain.Event{announced, said, corrected}, []string{"", "26103", "26130"}},
		{"corrected late", []domain.Event{announced, said, restated, corrected}, []string{"", "26103", "26000", "26000"}},
		{"of another definition", []domain.Event{announced, hired, said, with(byARRS, func(e *domain.AmbitionProgressReported) { e.Corrects = said.Report })}, []string{"", "", "26103", ""}},
	} {
		s := recorded(test.events...)
		for revision, want := range test.want {
			got, ok, err := s.View(int64(revision)).Progress("STAFF_26000", "ADDITIONAL_STAFF", 20230331)
			if err != nil || ok != (want != "") || ok && got.Value.String() != want {
				t.Errorf("%s, at revision %d: got %s, %t, %v, want %q", test.name, revision, got.Value, ok, err, want)
			}
		}
	}
}

// What a fork comes to know is not known below it until it is merged, wherever
// in the order of publications it stands.
func TestForkAnswers(t *testing.T) {
	reports := []domain.Event{announced}
	for i := range 5 {
		reports = append(reports, with(said, func(e *domain.AmbitionProgressReported) {
			e.Report, e.Value, e.PublishedOn = uuid.UUID{15: byte(i + 1)}, fte(int64(i)), said.PublishedOn.AddDays(10-i)
		}))
	}
	figure := func(s *ambition.State) domain.AmbitionProgressReported {
		got, _, _ := s.View(100).Progress("STAFF_26000", "ADDITIONAL_STAFF", 20230331)
		return got
	}
	for cut := range len(reports) + 1 {
		below := recorded(reports[:cut]...)
		before := figure(below)
		for range 2 { // the first is dropped
			fork := below.Fork()
			for i, e := range reports[cut:] {
				fork.Evolve(domain.Recorded{Revision: int64(cut + i), Event: e})
			}
			fork.Evolve(domain.Recorded{Revision: 9, Event: with(said, func(e *domain.AmbitionProgressReported) { e.Corrects = uuid.UUID{15: 1} })})
			if got := figure(fork); got != reports[2] {
				t.Errorf("on a fork at event %d: got %+v, want the second publication", cut, got)
			}
			if got := figure(below); got != before {
				t.Errorf("below a fork at event %d: got %+v, want %+v", cut, got, before)
			}
		}
		if cut < 2 {
			continue
		}
		fork := below.Fork()
		fork.Evolve(domain.Recorded{Revision: 9, Event: with(said, func(e *domain.AmbitionProgressReported) { e.Report, e.PublishedOn = uuid.UUID{15: 9}, 20230601 })})
		fork.Merge()
		if got := figure(below); got.Report != (uuid.UUID{15: 9}) {
			t.Errorf("after a merge at event %d: got %+v, want what the fork was told", cut, got)
		}
	}
}

// Whatever publications come, in whatever order, the figure of a definition and
// day is that of the last of them, and no other definition or day moves it.
func TestFiguresStayApart(t *testing.T) {
	versions, days := []string{"ADDITIONAL_STAFF", "ARRS", "DIRECT_PATIENT_CARE"}, []domain.Date{20230331, 20230430}
	rapid.Check(t, func(t *rapid.T) {
		s := recorded(announced, hired, care)
		type key struct {
			version string
			day     domain.Date
		}
		newest := make(map[key]domain.AmbitionProgressReported)
		for i := range rapid.IntRange(1, 40).Draw(t, "reports") {
			c := ambition.ReportAmbitionProgress(with(said, func(e *domain.AmbitionProgressReported) {
				e.Report, e.Version, e.AsAt = uuid.UUID{14: 1, 15: byte(i)}, rapid.SampledFrom(versions).Draw(t, "definition"), rapid.SampledFrom(days).Draw(t, "day")
				e.PublishedOn = domain.Date(20230518).AddDays(rapid.IntRange(0, 9).Draw(t, "published"))
				e.Value = fte(rapid.Int64Range(-500, 30_000).Draw(t, "value"))
			}))
			d, err := s.Decide(nil, domain.Command{Data: c}, time.Date(2024, 6, 3, 10, 0, 0, 0, time.UTC))
			var refusal *domain.Refusal
			if err != nil && (!errors.As(err, &refusal) || refusal.Rule != ambition.RuleOnce) {
				t.Fatal(err)
			}
			for _, draft := range d.Drafts {
				e := draft.Event.(domain.AmbitionProgressReported)
				s.Evolve(domain.Recorded{Revision: int64(3 + i), Event: e})
				if at := (key{e.Version, e.AsAt}); e.PublishedOn > newest[at].PublishedOn {
					newest[at] = e
				}
			}
			for _, version := range versions {
				for _, day := range days {
					got, _, err := s.View(int64(3+i)).Progress("STAFF_26000", version, day)
					if err != nil || got != newest[key{version, day}] {
						t.Fatalf("by %s as at %s: got %+v, %v, want %+v", version, day, got, err, newest[key{version, day}])
					}
				}
			}
		}
	})
}

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, ambition.SetAmbition{}, "/ambition", "/definitionVersion", "/title", "/unit", "/target", "/baselineDate", "/deadline", "/definition", "/source", "/publishedOn")
	domaintest.Fields(t, with(ambition.SetAmbition(announced), func(c *ambition.SetAmbition) {
		c.Unit, c.Target, c.Baseline, c.Deadline, c.Supersedes = "HEADCOUNT", fte(10_000_001), -1, 20190331, c.Version
	}), "/unit", "/target", "/baselineValue", "/deadline", "/supersedes")
	domaintest.Fields(t, with(ambition.SetAmbition(announced), func(c *ambition.SetAmbition) { c.Supersedes = "?" }), "/supersedes")
	domaintest.Fields(t, ambition.ReportAmbitionProgress{}, "/ambition", "/definitionVersion", "/asAt", "/source", "/publishedOn")
	// There is no progress without a definition.
	domaintest.Fields(t, with(ambition.ReportAmbitionProgress(said), func(c *ambition.ReportAmbitionProgress) { c.Version = "" }), "/definitionVersion")
	domaintest.Fields(t, with(ambition.ReportAmbitionProgress(said), func(c *ambition.ReportAmbitionProgress) {
		c.Value, c.PublishedOn = -fte(10_000_001), 20230330
	}), "/value", "/publishedOn")
}

// Every command and every event of the room is one that it handles and takes,
// and is the same when it is read back.
func TestRoom(t *testing.T) {
	s := ambition.New()
	for _, c := range []domain.CommandData{ambition.SetAmbition(announced), ambition.ReportAmbitionProgress(corrected)} {
		if !s.Handles(c) {
			t.Errorf("%s is not handled", c.CommandName())
		}
	}
	for _, e := range []domain.Event{narrower, corrected} {
		if !s.Takes(e) {
			t.Errorf("%s is not taken", e.EventType())
		}
		text, err := json.Marshal(e)
		back := reflect.New(reflect.TypeOf(e))
		if err := errors.Join(err, json.Unmarshal(text, back.Interface(), json.RejectUnknownMembers(true))); err != nil || back.Elem().Interface() != e {
			t.Errorf("%s is read back as %+v (%v), want %+v", text, back.Elem(), err, e)
		}
	}
	if s.Takes(domain.RateSet{}) || s.Handles(another{}) || s.Reads(domain.Command{Data: another{}}) != nil {
		t.Error("what is of another room was taken")
	}
	var refusal *domain.Refusal
	if _, err := s.Decide(nil, domain.Command{Data: another{}}, time.Time{}); err == nil || errors.As(err, &refusal) {
		t.Errorf("a command of another room: got %v, want a failure", err)
	}
}

type another struct{}

func (another) CommandName() string          { return "another-room" }
func (another) Validate(*domain.FieldErrors) {}
