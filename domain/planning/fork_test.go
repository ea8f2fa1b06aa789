package planning_test

import (
	"reflect"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/planning"
)

// Whatever part of the events is in a fork, merged or not, the room answers the
// same; below the fork nothing is known of it before.
func TestForkAnswers(t *testing.T) {
	plan := submitted
	plan.Plan = id4
	events := []domain.Event{
		heard, need, domain.ConsultationRecorded{Consultation: uuid.UUID{15: 9}, On: 20220701, Needs: []uuid.UUID{id3}}, met, plan,
	}
	answers := func(s *planning.State) []any {
		open, known := s.NeedOpenOn(id3, 20221001)
		p, ok := s.PlanOn("U00002", year("2022/23"), 20220601)
		return []any{open, known, s.ConsultedBy(id3, 20220701), s.Received(id2), s.Submitted(id4), p, ok}
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
