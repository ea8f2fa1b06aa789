package governance_test

import (
	"reflect"
	"testing"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/governance"
)

// Whatever part of the events is in a fork, merged or not, the room answers the
// same; below the fork nothing is known of it before.
func TestForkAnswers(t *testing.T) {
	const day = domain.Date(20220601)
	events := with(constituted, quorate,
		domain.HubTeamMemberAppointed{Hub: "QE1", Person: expert, Role: "CLINICAL_LEAD", FTE: domain.OneFTE, DecisionMaking: true, From: 20210401},
		domain.EstablishmentSet{Hub: "QE1", Role: "CLINICAL_LEAD", FTE: domain.OneFTE, FY: year("2022/23")},
		domain.DelegationGranted{Delegation: id2, Person: id3, Limit: 7, From: 20220401},
		domain.DelegationGranted{Delegation: id3, Body: domain.BodyWIG, Limit: 9, From: 20220401},
		domain.DelegationRevoked{Delegation: id3, On: 20230101},
		domain.PCNLeadNamed{PCN: "U00001", Person: chair, Kind: "CLINICAL_DIRECTOR", From: 20220401},
	)
	answers := func(s *governance.State) []any {
		item, _ := s.Item(id1, "7")
		terms, _ := s.TermsOn(day)
		fte, _ := s.Established("", "CLINICAL_LEAD", year("2022/23"))
		limit, _ := s.LimitOn(id3, day)
		return []any{item, terms, fte, limit, s.DecidingOn(day), s.TeamOn("", "CLINICAL_LEAD", day), s.LeadsOn("U00001", "CLINICAL_DIRECTOR", day)}
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
