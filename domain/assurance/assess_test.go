package assurance_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/assurance"
	"github.com/hubledger/hubledger/domain/domaintest"
)

func assess(change ...func(*assurance.AssessMaturity)) assurance.AssessMaturity {
	c := assurance.AssessMaturity{
		Assessment: first, Matrix: "TRAINING_HUB", Version: 1, Scores: given(assessed.Scores), Assessor: anna, Party: "HOST", On: 20230601,
	}
	for _, f := range change {
		f(&c)
	}
	return c
}

func TestAssessMaturity(t *testing.T) {
	type C = assurance.AssessMaturity
	later := assess(func(c *C) {
		c.Assessment, c.Version, c.On, c.Scores = second, 2, 20231101, given(scores(2, 2, 4))
	})
	laterAssessed := domain.MaturityAssessed{
		Assessment: second, Hub: "QE1", Matrix: "TRAINING_HUB", Version: 2, Scores: scores(2, 2, 4), Assessor: anna, Party: "HOST", On: 20231101,
	}
	locality := assess(func(c *C) { c.Hub = coast })
	localityAssessed := with(assessed, func(e *domain.MaturityAssessed) { e.Hub = coast })
	two := given(assessed.Scores)[:2]
	run(t, []domaintest.Case{
		{Name: "the hub of an ICS is assessed", When: assess(), Then: []domain.Event{assessed}},
		{Name: "and a locality hub", When: locality, Then: []domain.Event{localityAssessed}},
		{
			Name: "under an id of the command's", When: assess(func(c *C) { c.Assessment = uuid.Nil }), Anew: true,
			Then: []domain.Event{with(assessed, func(e *domain.MaturityAssessed) { e.Assessment = domain.NewID(domaintest.CommandID, "assessment") })},
		},
		{Name: "a level may fall", Given: []domain.Event{assessed}, When: later, Then: []domain.Event{laterAssessed}},
		{Name: "an assessment says the same for ever", Given: []domain.Event{assessed}, When: assess(func(c *C) { c.Party = "NHSE" }), Refused: "I-ASR-2"},
		{Name: "on a day there is one by a version", Given: []domain.Event{assessed}, When: assess(func(c *C) { c.Assessment = second }), Refused: "I-ASR-7"},
		{
			Name: "and one of another hub", Given: []domain.Event{assessed}, When: assess(func(c *C) { c.Assessment, c.Hub = second, coast }),
			Then: []domain.Event{with(localityAssessed, func(e *domain.MaturityAssessed) { e.Assessment = second })},
		},
		{Name: "not tomorrow", When: assess(func(c *C) { c.On, c.Version = 20240604, 2 }), Refused: "I-ASR-3"},
		{Name: "by a matrix that is published", When: assess(func(c *C) { c.Matrix = "OTHER" }), Refused: "I-ASR-1"},
		{Name: "in a version that is", When: assess(func(c *C) { c.Version = 3 }), Refused: "I-ASR-1"},
		{Name: "in its domains", When: assess(func(c *C) {
			c.Scores = append(two, assurance.DomainScore{Domain: "FINANCE", Level: 1, DocHash: doc(1)})
		}), Refused: "I-ASR-1"},
		{Name: "at its levels", When: assess(func(c *C) {
			c.Scores = append(two, assurance.DomainScore{Domain: "GOVERNANCE", Level: 5, DocHash: doc(1)})
		}), Refused: "I-ASR-1"},
		{Name: "in all of them", When: assess(func(c *C) { c.Scores = two }), Refused: "I-ASR-6", Prevents: true},
		{
			Name: "or what was assessed is told with a breach", When: assess(func(c *C) { c.Scores = two }), Happened: 20230601, Breaches: []domain.Rule{"I-ASR-6"},
			Then: []domain.Event{with(assessed, func(e *domain.MaturityAssessed) { e.Scores = e.Scores[1:] })},
		},
		{Name: "by the version that counts", When: assess(func(c *C) { c.On = 20231001 }), Refused: "I-ASR-6", Prevents: true},
		{Name: "while one does", When: assess(func(c *C) { c.On = 20220331 }), Refused: "I-ASR-6", Prevents: true},
		{Name: "for who is registered", When: assess(func(c *C) { c.Party = "NOBODY" }), Refused: "I-ASR-1"},
		{Name: "and open", When: assess(func(c *C) { c.Party = "GONE" }), Refused: "I-ASR-5", Prevents: true},
		{Name: "a hub of the ICS", When: assess(func(c *C) { c.Hub = "QOP" }), Refused: "I-ASR-1"},
		{Name: "that is active", When: assess(func(c *C) { c.Hub, c.On = coast, 20230331 }), Refused: "I-ASR-4", Prevents: true},
	}, "I-ASR-1", "I-ASR-2", "I-ASR-3", "I-ASR-4", "I-ASR-5", "I-ASR-6", "I-ASR-7")
}

func TestAssessAssurance(t *testing.T) {
	type C = assurance.AssessAssurance
	rate := func(change ...func(*C)) C {
		c := C(rated)
		c.Hub = ""
		for _, f := range change {
			f(&c)
		}
		return c
	}
	understood := func(c *C) { c.Item = domain.ConsiderMaturity }
	run(t, []domaintest.Case{
		{Name: "a hub is rated in a consideration", When: rate(), Then: []domain.Event{rated}},
		{Name: "for ever so", Given: []domain.Event{rated}, When: rate(func(c *C) { c.Rating = domain.AssuranceLimited }), Refused: "I-ASR-2"},
		{Name: "once a day for a period", Given: []domain.Event{rated}, When: rate(func(c *C) { c.Assessment = second }), Refused: "I-ASR-7"},
		{
			Name: "again on another day", Given: []domain.Event{rated}, When: rate(func(c *C) { c.Assessment, c.On = second, 20231011 }),
			Then: []domain.Event{with(rated, func(e *domain.AssuranceAssessed) { e.Assessment, e.On = second, 20231011 })},
		},
		{
			Name: "and in another consideration", Given: []domain.Event{rated}, When: rate(func(c *C) { c.Assessment, c.Item = second, domain.ConsiderEngagement }),
			Then: []domain.Event{with(rated, func(e *domain.AssuranceAssessed) { e.Assessment, e.Item = second, domain.ConsiderEngagement })},
		},
		{Name: "not tomorrow", When: rate(func(c *C) { c.On = 20240604 }), Refused: "I-ASR-3"},
		{Name: "for who is registered", When: rate(func(c *C) { c.Party = "NOBODY" }), Refused: "I-ASR-1"},
		{Name: "and open", When: rate(func(c *C) { c.Party = "GONE" }), Refused: "I-ASR-5", Prevents: true},
		{Name: "a hub of the ICS", When: rate(func(c *C) { c.Hub = "QOP" }), Refused: "I-ASR-1"},
		{Name: "that is active", When: rate(func(c *C) { c.Hub, c.PeriodFrom, c.On = coast, 20230101, 20230331 }), Refused: "I-ASR-4", Prevents: true},
		{Name: "its maturity is understood where it was assessed", When: rate(understood), Refused: "I-ASR-8", Prevents: true},
		{Name: "by then", Given: []domain.Event{with(assessed, func(e *domain.MaturityAssessed) { e.On = 20231011 })}, When: rate(understood), Refused: "I-ASR-8", Prevents: true},
		{Name: "not another's", Given: []domain.Event{with(assessed, func(e *domain.MaturityAssessed) { e.Hub = coast })}, When: rate(understood), Refused: "I-ASR-8", Prevents: true},
		{
			Name: "which may be so", Given: []domain.Event{assessed}, When: rate(understood),
			Then: []domain.Event{with(rated, func(e *domain.AssuranceAssessed) { e.Item = domain.ConsiderMaturity })},
		},
		{
			Name: "where it was not, that is a limited one", When: rate(understood, func(c *C) { c.Rating = domain.AssuranceLimited }),
			Then: []domain.Event{with(rated, func(e *domain.AssuranceAssessed) { e.Item, e.Rating = domain.ConsiderMaturity, domain.AssuranceLimited })},
		},
	}, "I-ASR-1", "I-ASR-2", "I-ASR-3", "I-ASR-4", "I-ASR-5", "I-ASR-7", "I-ASR-8")
}

// The newest assessment by a matrix counts, whatever order they came in.
func TestMaturityOn(t *testing.T) {
	at := func(id uuid.UUID, on domain.Date, version int, all ...domain.MaturityScore) domain.MaturityAssessed {
		return domain.MaturityAssessed{Assessment: id, Hub: "QE1", Matrix: "TRAINING_HUB", Version: version, On: on, Scores: all}
	}
	other := domain.MaturityAssessed{
		Assessment: domaintest.Named("other"), Hub: "QE1", Matrix: "COMMUNITY_PROVIDER", Version: 1, On: 20230101,
		Scores: []domain.MaturityScore{{Domain: "LEADERSHIP", Level: 4, Standing: domain.StandingExceeded}},
	}
	third := domaintest.Named("third")
	s := recorded(at(second, 20231101, 2, scores(2, 2, 4)...), at(first, 20230601, 1, scores(4, 1, 2)...), other, at(third, 20231101, 3, scores(2, 2, 2)...))
	for _, c := range []struct {
		day                          domain.Date
		want                         uuid.UUID
		governance, educators, leads bool
	}{
		{20221231, uuid.Nil, false, false, false}, {20230531, uuid.Nil, false, false, true}, {20230601, first, true, false, true},
		{20231031, first, true, false, true}, {20231101, third, false, false, true},
	} {
		got, ok := s.MaturityOn("QE1", "TRAINING_HUB", c.day)
		if got.Assessment != c.want || ok != (c.want != uuid.Nil) {
			t.Errorf("on %s: got %s %t, want %s", c.day, got.Assessment, ok, c.want)
		}
		for of, want := range map[string]bool{"GOVERNANCE": c.governance, "EDUCATORS": c.educators, "LEADERSHIP": c.leads, "LEARNING_ENVIRONMENTS": false} {
			if got := s.ExceedsIn("QE1", of, c.day); got != want {
				t.Errorf("exceeds in %s on %s: got %t", of, c.day, got)
			}
		}
	}
	if _, ok := s.MaturityOn(coast, "TRAINING_HUB", 20240101); ok || s.ExceedsIn(coast, "LEADERSHIP", 20240101) {
		t.Error("another hub was assessed too")
	}
	if s := recorded(at(first, 20230601, 1, scores(4, 1, 2)...), at(second, 20231101, 2, scores(2, 2, 4)...)); !s.ExceedsIn("QE1", "EDUCATORS", 20231101) {
		t.Error("a level that has risen does not exceed")
	}
}
