package maturity_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/maturity"
)

// nation is the room as an aggregate.
type nation struct{ *maturity.State }

func (n nation) Fork() domain.Aggregate  { return nation{n.State.Fork()} }
func (n nation) View(revision int64) any { return n.State.View(revision) }
func (n nation) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return n.State.Decide(refs, c, now)
}

// matrix is a matrix of two domains and five levels.
func matrix(code string, version int, from, to domain.Date, requirements ...string) domain.MaturityMatrixPublished {
	return domain.MaturityMatrixPublished{
		Matrix: code, Version: version, Title: "Maturity of Training Hubs",
		Domains: []domain.MaturityDomain{
			{Domain: "GOVERNANCE", Title: "Governance"},
			{Domain: "EDUCATORS", Title: "Educators", Requirements: requirements},
		},
		Levels: []domain.MaturityLevel{
			{Level: 0, Title: "absent"}, {Level: 1, Title: "emerging"}, {Level: 2, Title: "developing"}, {Level: 3, Title: "established"}, {Level: 4, Title: "leading"},
		},
		MeetsFrom: 2, ExceedsFrom: 4, From: from, To: to, PublishedOn: 20230201, SourceDoc: "Training Hub operating framework, annex on maturity",
	}
}

func TestPublish(t *testing.T) {
	first := matrix("TRAINING_HUB", 1, 20230401, 20240331, "EDUCATORS", "PLACEMENTS")
	second := matrix("TRAINING_HUB", 2, 20240401, 0)
	third := matrix("TRAINING_HUB", 3, 20250401, 0)
	unsorted := maturity.PublishMatrix(matrix("TRAINING_HUB", 1, 20230401, 20240331, "PLACEMENTS", "EDUCATORS"))
	early := maturity.PublishMatrix(first)
	early.PublishedOn = 20240604
	domaintest.Run(t, func() domain.Aggregate { return nation{maturity.New()} }, nil, maturity.Rules, []domaintest.Case{
		{Name: "a matrix is published", When: maturity.PublishMatrix(first), Then: []domain.Event{first}},
		{Name: "with what its domains are about in one order", When: unsorted, Then: []domain.Event{first}},
		{Name: "and again", Given: []domain.Event{first}, When: unsorted},
		{Name: "with another version after it", Given: []domain.Event{first}, When: maturity.PublishMatrix(second), Then: []domain.Event{second}},
		{Name: "which is the next", Given: []domain.Event{first}, When: maturity.PublishMatrix(third), Refused: "I-MAT-1"},
		{Name: "the first is 1", When: maturity.PublishMatrix(second), Refused: "I-MAT-1"},
		{Name: "whatever others have", Given: []domain.Event{matrix("OTHER", 1, 20230401, 0)}, When: maturity.PublishMatrix(second), Refused: "I-MAT-1"},
		{
			Name: "a version says the same for ever", Given: []domain.Event{first, second},
			When: maturity.PublishMatrix(matrix("TRAINING_HUB", 1, 20230401, 0)), Refused: "I-MAT-1",
		},
		{Name: "when it is out", When: early, Refused: "I-MAT-2"},
	})
	if !slices.Equal(unsorted.Domains[1].Requirements, []string{"PLACEMENTS", "EDUCATORS"}) {
		t.Errorf("deciding has sorted the command's own list: %v", unsorted.Domains[1].Requirements)
	}
}

// What a day and a revision know of a matrix.
func TestView(t *testing.T) {
	s := maturity.New()
	fork := s.Fork()
	events := []domain.MaturityMatrixPublished{
		matrix("TRAINING_HUB", 1, 20230401, 20240331, "EDUCATORS"), matrix("TRAINING_HUB", 2, 20240401, 0, "FACULTY"),
		matrix("TRAINING_HUB", 3, 20240101, 20240131), matrix("OTHER", 1, 20240101, 0, "PLACEMENTS"),
	}
	for i, e := range events {
		fork.Evolve(domain.Recorded{Revision: int64(10 + i), Event: e})
	}
	fork.Merge()
	for _, c := range []struct {
		revision   int64
		day        domain.Date
		want       int // version; 0 is none
		educators  bool
		placements bool
	}{
		{9, 20230401, 0, false, false}, {10, 20230331, 0, false, false}, {10, 20230401, 1, true, false}, {10, 20240331, 1, true, false}, {10, 20240401, 0, false, false},
		{11, 20240401, 2, false, false}, {11, 20240115, 1, true, false}, {12, 20240115, 3, false, false}, {12, 20240201, 1, true, false},
		{13, 20240201, 1, true, true}, {13, 20231231, 1, true, false}, {13, 20991231, 2, false, true},
	} {
		v := s.View(c.revision)
		if got, ok := v.MaturityMatrixOn("TRAINING_HUB", c.day); got.Version != c.want || ok != (c.want > 0) {
			t.Errorf("on %s as of %d: got version %d %t, want %d", c.day, c.revision, got.Version, ok, c.want)
		}
		if e, p := v.CoreFunctionOn("EDUCATORS", c.day), v.CoreFunctionOn("PLACEMENTS", c.day); e != c.educators || p != c.placements {
			t.Errorf("core functions on %s as of %d: got %t %t, want %t %t", c.day, c.revision, e, p, c.educators, c.placements)
		}
	}
	for version, want := range map[int]bool{-1: false, 0: false, 1: true, 3: true, 4: false} {
		if got, ok := s.View(12).MaturityMatrix("TRAINING_HUB", version); ok != want || ok && !reflect.DeepEqual(got, events[version-1]) {
			t.Errorf("version %d: got %+v %t", version, got, ok)
		}
	}
	if _, ok := s.View(11).MaturityMatrix("TRAINING_HUB", 3); ok {
		t.Error("a version was known before it was published")
	}
}

// What a level means is what the matrix says.
func TestStanding(t *testing.T) {
	m := matrix("TRAINING_HUB", 1, 20230401, 0)
	for level, want := range []domain.MaturityStanding{domain.StandingNotMet, domain.StandingNotMet, domain.StandingMet, domain.StandingMet, domain.StandingExceeded} {
		if got := m.Standing(level); got != want {
			t.Errorf("level %d: got %s, want %s", level, got, want)
		}
	}
}

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, maturity.PublishMatrix(matrix("TRAINING_HUB", 1, 20230401, 0, "EDUCATORS")))
	domaintest.Fields(t, maturity.PublishMatrix{}, "/matrix", "/version", "/title", "/domains", "/levels", "/meetsFrom", "/exceedsFrom", "/from", "/publishedOn", "/sourceDoc")
	c := maturity.PublishMatrix(matrix("TRAINING_HUB", 1, 20230401, 20230331, "EDUCATORS"))
	c.Domains = []domain.MaturityDomain{{Domain: "x"}, {Domain: "EDUCATORS", Title: "a", Requirements: []string{"P1", "p", "P1"}}, {Domain: "EDUCATORS", Title: "a"}}
	c.Levels = []domain.MaturityLevel{{Level: -1, Title: "a"}, {Level: -1}, {Level: 3, Title: "b"}}
	c.MeetsFrom, c.ExceedsFrom = 3, -1
	domaintest.Fields(t, c, "/domains/0/domain", "/domains/0/title", "/domains/1/requirements/1", "/domains/1/requirements/2", "/domains/2/domain",
		"/levels/0/level", "/levels/1/level", "/levels/1/level", "/levels/1/title", "/exceedsFrom", "/to")
	c = maturity.PublishMatrix(matrix("TRAINING_HUB", 1, 20230401, 0))
	c.MeetsFrom, c.ExceedsFrom = 5, 6
	c.Domains = make([]domain.MaturityDomain, 51)
	var f domain.FieldErrors
	c.Validate(&f)
	for _, at := range []string{"/domains", "/meetsFrom", "/exceedsFrom"} {
		if !slices.ContainsFunc(f.List, func(e domain.FieldError) bool { return e.Pointer == at }) {
			t.Errorf("nothing is said of %s", at)
		}
	}
}

// Only what is of the room is taken and handled.
func TestRoom(t *testing.T) {
	s := maturity.New()
	if !s.Takes(domain.MaturityMatrixPublished{}) || !s.Handles(maturity.PublishMatrix{}) {
		t.Error("what is of the room was not taken")
	}
	if s.Takes(domain.MaturityAssessed{}) || s.Handles(another{}) {
		t.Error("what is of another room was taken")
	}
	if _, err := s.Decide(nil, domain.Command{Data: another{}}, time.Time{}); err == nil {
		t.Error("a command of another room was decided")
	}
}

type another struct{}

func (another) CommandName() string          { return "another-room" }
func (another) Validate(*domain.FieldErrors) {}
