package ambition_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/ambition"
)

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
