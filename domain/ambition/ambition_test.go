package ambition_test

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/google/uuid"

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
