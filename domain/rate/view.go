package rate

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// View is the published figures as they were known at a revision of the
// stream.
type View struct {
	state    *State
	revision int64
}

// View is the state as it was at a revision.
func (s *State) View(revision int64) View { return View{s, revision} }

// RateOn is the rate of a key in an area on a day, and false where none is
// published. It does not fall back on another area.
func (v View) RateOn(kind domain.RateKind, key, area string, day domain.Date) (domain.RateSet, bool) {
	known, _ := v.state.rates.At(rateKey{kind, key, area}, v.revision)
	f, ok := on(known, day)
	return f.value, ok
}

// Rate is the rate of an id, whether or not it still counts, and false where
// it is not recorded.
func (v View) Rate(id uuid.UUID) (domain.RateSet, bool) {
	return v.state.recorded.At(id, v.revision)
}

// ThresholdsOn are the limits of a scheme that count on a day, with the id of
// their publication, and false where none are published.
func (v View) ThresholdsOn(scheme string, day domain.Date) (domain.ThresholdsSet, bool) {
	known, _ := v.state.thresholds.At(scheme, v.revision)
	f, ok := on(known, day)
	set := f.value
	set.Thresholds = slices.Clone(set.Thresholds)
	return set, ok
}

// ThresholdOn is a limit of a scheme on a day, and false where the scheme has
// no such limit then.
func (v View) ThresholdOn(scheme, key string, day domain.Date) (domain.Threshold, bool) {
	known, _ := v.state.thresholds.At(scheme, v.revision)
	f, _ := on(known, day)
	for _, t := range f.value.Thresholds {
		if t.Key == key {
			return t, true
		}
	}
	return domain.Threshold{}, false
}
