package assurance_test

import (
	"reflect"
	"testing"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/assurance"
	"github.com/hubledger/hubledger/domain/domaintest"
)

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, assurance.AssessMaturity{Hub: "x"}, "/hub", "/matrix", "/version", "/scores", "/assessor", "/party", "/on")
	m := assess()
	m.Scores = []assurance.DomainScore{{Level: -1}, {Domain: "A1", DocHash: doc(1)}, {Domain: "A1", DocHash: doc(1)}}
	domaintest.Fields(t, m, "/scores/0/domain", "/scores/0/level", "/scores/0/docHash", "/scores/2/domain")
	domaintest.Fields(t, assurance.AssessAssurance{Hub: "x"}, "/hub", "/item", "/periodFrom", "/periodTo", "/rating", "/findings", "/docHashes", "/assessor", "/party", "/on")
	r := assurance.AssessAssurance(rated)
	r.PeriodTo, r.On, r.DocHashes = 20230331, 20230331, []domain.Hash{{}, doc(1), doc(1)}
	domaintest.Fields(t, r, "/periodTo", "/docHashes/0", "/docHashes/2", "/on")
	domaintest.Fields(t, assurance.DeclareShortfall{Hub: "x"}, "/hub", "/requirements", "/on")
	domaintest.Fields(t, assurance.DeclareShortfall{
		On: 20230701, Requirements: []assurance.Unmet{{Requirement: "x"}, {Requirement: "A1", Assessment: first}, {Requirement: "A1", Reason: "a"}},
	}, "/requirements/0/requirement", "/requirements/0/reason", "/requirements/2/requirement")
	domaintest.Fields(t, assurance.CloseShortfall{}, "/shortfall", "/on", "/outcome")
	domaintest.Fields(t, assurance.AgreeInterimArrangement{}, "/shortfall", "/requirements", "/provider/kind", "/provider/code", "/from", "/until", "/approver", "/office", "/on")
	domaintest.Fields(t, agree(func(c *assurance.AgreeInterimArrangement) {
		c.Requirements, c.Provider.Code, c.Until = []string{"A1", "a", "A1"}, "CH-01234567", 20230731
	}), "/requirements/1", "/requirements/2", "/provider/code", "/until")
	domaintest.Fields(t, agree(func(c *assurance.AgreeInterimArrangement) {
		c.Provider.Kind, c.Provider.Code = domain.ProviderOther, "QE1~fylde-coast"
	}), "/provider/code")
	domaintest.Fields(t, assurance.EndInterimArrangement{}, "/arrangement", "/on", "/reason")
	domaintest.Fields(t, assurance.ShareGoodPractice{Hub: "x"}, "/hub", "/title", "/audience", "", "/on")
	g := assurance.ShareGoodPractice(practised)
	g.WithHubs, g.WithParties = []domain.HubID{"x", "QOP", "QOP"}, []string{"?", "HOST", "HOST"}
	domaintest.Fields(t, g, "/withHubs/0", "/withHubs/2", "/withParties/0", "/withParties/2")
}

// Every closed list has its values and no others.
func TestClosedLists(t *testing.T) {
	for _, c := range []domain.Consideration{domain.ConsiderGovernance, domain.ConsiderMaturity, domain.ConsiderPlans, domain.ConsiderFunding, domain.ConsiderEngagement} {
		if !c.Valid() {
			t.Errorf("%s is no consideration", c)
		}
	}
	for rating, assures := range map[domain.AssuranceRating]bool{
		domain.AssuranceSubstantial: true, domain.AssuranceModerate: true, domain.AssuranceLimited: false, domain.AssuranceUnsatisfactory: false,
	} {
		if !rating.Valid() || rating.Assures() != assures {
			t.Errorf("%s: valid %t, assures %t", rating, rating.Valid(), rating.Assures())
		}
	}
	for _, k := range []domain.InterimProviderKind{domain.ProviderHub, domain.ProviderAccountableBody, domain.ProviderOther} {
		if !k.Valid() {
			t.Errorf("%s is no kind of provider", k)
		}
	}
	if domain.Consideration("G1").Valid() || domain.AssuranceRating("GREEN").Valid() || domain.InterimProviderKind("").Valid() {
		t.Error("a value that is not in a list is valid")
	}
}

// Every command and every event of the room is one that it handles and takes,
// and every rule has its own number.
func TestRoom(t *testing.T) {
	s := assurance.New("QE1")
	for _, c := range []domain.CommandData{
		assurance.AssessMaturity{}, assurance.AssessAssurance{}, assurance.DeclareShortfall{}, assurance.CloseShortfall{},
		assurance.AgreeInterimArrangement{}, assurance.EndInterimArrangement{}, assurance.ShareGoodPractice{},
	} {
		if !s.Handles(c) {
			t.Errorf("%s is not handled", c.CommandName())
		}
	}
	for _, e := range []domain.Event{assessed, rated, short, closed, agreed, ended, practised} {
		if !s.Takes(e) {
			t.Errorf("%s is not taken", e.EventType())
		}
	}
	if s.Takes(domain.MaturityMatrixPublished{}) || s.Handles(another{}) {
		t.Error("what is of another room was taken")
	}
	if _, err := s.Decide(nil, domain.Command{Data: another{}}, time.Time{}, assurance.Neighbours{}); err == nil {
		t.Error("a command of another room was decided")
	}
	if len(assurance.Rules) != 18 {
		t.Errorf("%d rules; the last is I-ASR-18", len(assurance.Rules))
	}
}

type another struct{}

func (another) CommandName() string          { return "another-room" }
func (another) Validate(*domain.FieldErrors) {}

// Whatever part of the events is in a fork, merged or not, the room answers the
// same; below the fork nothing is known of it before.
func TestForkAnswers(t *testing.T) {
	events := []domain.Event{
		assessed, rated, short, agreed, with(assessed, func(e *domain.MaturityAssessed) { e.Assessment, e.On = second, 20230701 }),
		with(ended, func(e *domain.InterimArrangementEnded) { e.On = 20231231 }), closed, practised,
	}
	type answer struct {
		newest   domain.MaturityAssessed
		exceeds  bool
		provider domain.InterimProvider
		early    bool
	}
	answers := func(s *assurance.State) (a answer) {
		a.newest, _ = s.MaturityOn("QE1", "TRAINING_HUB", 20240101)
		a.exceeds = s.ExceedsIn("QE1", "GOVERNANCE", 20240101)
		a.provider, _ = s.ProviderOn("QE1", "EDUCATORS", 20231231)
		_, a.early = s.ProviderOn("QE1", "EDUCATORS", 20240101)
		return a
	}
	want := answers(recorded(events...))
	for cut := range len(events) + 1 {
		below := recorded(events[:cut]...)
		before := answers(below)
		fork := below.Fork()
		for i, e := range events[cut:] {
			fork.Evolve(domain.Recorded{Revision: int64(cut + i), Event: e})
		}
		if got := answers(fork); !reflect.DeepEqual(got, want) {
			t.Errorf("on a fork at event %d: got %+v, want %+v", cut, got, want)
		}
		if got := answers(below); !reflect.DeepEqual(got, before) {
			t.Errorf("below a fork at event %d: got %+v, want %+v", cut, got, before)
		}
		fork.Merge()
		if got := answers(below); !reflect.DeepEqual(got, want) {
			t.Errorf("after a merge at event %d: got %+v, want %+v", cut, got, want)
		}
	}
}
