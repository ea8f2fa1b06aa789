package national

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/kpi"
	"github.com/hubledger/hubledger/domain/measure"
)

// indicators is the room of indicators, with the vocabulary at hand.
type indicators struct{ *kpi.State }

func (i indicators) Decide(refs domain.References, c domain.Command, now time.Time) (domain.Decision, error) {
	return i.State.Decide(refs, c, now, vocabulary{})
}

// vocabulary is that of measure, which has one version.
type vocabulary struct{}

// Knows implements kpi.Vocabulary.
func (vocabulary) Knows(version int) bool { return version == measure.Version }

// Faults implements kpi.Vocabulary.
func (vocabulary) Faults(_ int, measures []domain.KPIMeasure) (faults []kpi.Fault) {
	for i, m := range measures {
		at := fmt.Sprintf("/measures/%d", i)
		_, errs := measure.Compile(measure.ExpressionsOf(m))
		for _, err := range errs {
			faults = append(faults, kpi.Fault{Pointer: at + "/" + field(m, err.Member), Text: err.Text})
		}
		if errs == nil && m.Unit == kpi.People && !measure.Kind(m.Entity).OfPeople() {
			faults = append(faults, kpi.Fault{Pointer: at + "/unit", Text: fmt.Sprintf("should not be people: a %s is not about one of them", m.Entity)})
		}
	}
	return faults
}

// field is the field of a measure that an expression stands in.
func field(m domain.KPIMeasure, member string) string {
	dimension, is := strings.CutPrefix(member, "by/")
	if !is {
		return member
	}
	return fmt.Sprintf("by/%d/expression", slices.IndexFunc(m.By, func(by domain.KPIDimension) bool { return by.Dimension == dimension }))
}
