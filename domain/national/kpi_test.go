package national_test

import (
	"errors"
	"testing"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/kpi"
	"github.com/hubledger/hubledger/domain/national"
)

var kpisKnown = time.Date(2019, 4, 1, 10, 0, 0, 0, time.UTC)

// A nation is founded with the set that ships, and knows it from then on.
func TestFoundingIndicators(t *testing.T) {
	a := national.New()
	all := append(kpi.Founding(), kpi.Calendar(domain.MustHalfYear("2019H1"))...)
	for i, c := range all {
		fork := a.Fork()
		d, err := fork.Decide(nil, domain.Command{ID: [16]byte{byte(i + 1)}, Data: c}, kpisKnown, domain.CurrentRules)
		if err != nil || len(d.Drafts) != 1 {
			t.Fatalf("%+v: got %d events, %v", c, len(d.Drafts), err)
		}
		fork.Evolve(domain.Recorded{Revision: int64(i), Event: d.Drafts[0].Event})
		fork.Merge()
	}
	first := domain.MustHalfYear("2019H1")
	for _, c := range []struct {
		revision int
		sets     int
		due      bool
	}{{len(all) - 5, 0, false}, {len(all) - 4, 1, false}, {len(all) - 1, 1, true}} {
		v := a.View(int64(c.revision)).(national.View)
		_, due := v.ReturnDue(domain.ReturnFinancial, first)
		if sets := v.KPISets(first, 0); len(sets) != c.sets || due != c.due {
			t.Errorf("at revision %d: %d sets, due %t", c.revision, len(sets), due)
		}
	}
	if d, ok := a.View(0).(national.View).KPIDefinition("WP1", 1); !ok || d.Title == "" {
		t.Errorf("WP1: got %+v", d)
	}
	for _, c := range all { // once more, they say nothing
		if d, err := a.Decide(nil, domain.Command{Data: c}, kpisKnown, domain.CurrentRules); err != nil || len(d.Drafts) != 0 {
			t.Errorf("again: %+v: got %d events, %v", c, len(d.Drafts), err)
		}
	}
}

// What the vocabulary has no words for is refused, and where it stands is said.
func TestWhatCannotBeCounted(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*kpi.PublishKPIDefinition)
		rule   domain.Rule
		says   string
	}{
		"another vocabulary": {func(d *kpi.PublishKPIDefinition) { d.Vocabulary = 2 }, kpi.RuleVocabulary,
			"version 2 of the vocabulary is not known; the expressions of WP1 should be written in one that is"},
		"no such member": {func(d *kpi.PublishKPIDefinition) { d.Measures[0].Each = "plan.agreed" }, kpi.RuleCompiles,
			"/measures/0/each should be an expression in CEL: undefined field 'agreed', at character 5"},
		"a dimension that is no text": {func(d *kpi.PublishKPIDefinition) {
			d.Measures[0].By = []domain.KPIDimension{{Dimension: "pcn", Expression: "plan.pcn"}, {Dimension: "year", Expression: "plan.first"}}
		}, kpi.RuleCompiles, "/measures/0/by/1/expression should be a string; it is of type int"},
		"people where there are none": {func(d *kpi.PublishKPIDefinition) { d.Measures[0].Unit = kpi.People }, kpi.RuleCompiles,
			"/measures/0/unit should not be people: a plan is not about one of them"},
	} {
		d := kpi.Founding()[0].(kpi.PublishKPIDefinition)
		c.change(&d)
		_, err := national.New().Decide(nil, domain.Command{Data: d}, kpisKnown, domain.CurrentRules)
		var refusal *domain.Refusal
		if !errors.As(err, &refusal) || refusal.Rule != c.rule || refusal.Sentence != c.says {
			t.Errorf("%s: got %v, want %s: %s", name, err, c.rule, c.says)
		}
	}
}
