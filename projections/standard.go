package projections

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Standards is what hubs are held against nationally: published limits, and the
// Operating Models of Primary Care Schools.
type Standards struct {
	limits table[string, domain.ThresholdsSet]           // by scheme
	models table[string, domain.OperatingModelPublished] // by School
}

// NewStandards are those of an empty log.
func NewStandards() *Standards {
	return &Standards{limits: make(table[string, domain.ThresholdsSet]), models: make(table[string, domain.OperatingModelPublished])}
}

// Name implements Model.
func (*Standards) Name() string { return "standards" }

// Apply implements Model.
func (s *Standards) Apply(r Record) error {
	switch e := r.Event.(type) {
	case domain.ThresholdsSet:
		s.limits.add(e.Scheme, r.Seq, e)
	case domain.OperatingModelPublished:
		s.models.add(e.School, r.Seq, e)
	}
	return nil
}

// Limit is a published limit, and the Seq of its publication.
type Limit struct {
	domain.Threshold
	Seq eventstore.Seq
}

// LimitOn is a limit of a scheme on a day as known at n, and false where the
// scheme has no such limit then. Of several publications that hold on the day,
// the one published last counts; what is corrected never does.
func (s *Standards) LimitOn(scheme, key string, day domain.Date, n eventstore.Seq) (Limit, bool) {
	var corrected []uuid.UUID
	for _, e := range s.limits[scheme].known(n) {
		if e.Corrects != uuid.Nil {
			corrected = append(corrected, e.Corrects)
		}
	}
	var newest domain.ThresholdsSet
	var since eventstore.Seq
	for seq, e := range s.limits[scheme].known(n) {
		holds := e.From <= day && (e.To.IsZero() || day <= e.To)
		if holds && e.PublishedOn > newest.PublishedOn && !slices.Contains(corrected, e.Set) {
			newest, since = e, seq
		}
	}
	i := slices.IndexFunc(newest.Thresholds, func(t domain.Threshold) bool { return t.Key == key })
	if i < 0 {
		return Limit{}, false
	}
	return Limit{newest.Thresholds[i], since}, true
}

// ModelOn is the version of a School's Operating Model that its hubs are to work
// by on a day, and false where there is none.
func (s *Standards) ModelOn(school string, day domain.Date, n eventstore.Seq) (newest Fact[domain.OperatingModelPublished], ok bool) {
	for seq, e := range s.models[school].known(n) {
		if e.EffectiveFrom <= day && e.EffectiveFrom > newest.Event.EffectiveFrom {
			newest, ok = fact(seq, e), true
		}
	}
	return newest, ok
}
