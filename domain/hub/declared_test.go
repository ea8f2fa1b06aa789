package hub_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/interest"
	"github.com/hubledger/hubledger/domain/person"
)

// Golden vector 9: a decision is recorded at 10:00. At 10:05 somebody who voted
// declares an interest of two years ago, on a form dated yesterday. What counts
// is when it was recorded: it was not declared when it was decided, and no
// correction makes it so.
func TestDeclaredAfterTheDecision(t *testing.T) {
	s := newScene()
	s.now = time.Date(2025, 4, 1, 9, 0, 0, 0, time.UTC) // 10:00 in London
	nurse, share := named("nurse"), named("share")
	ofInterest := commissioning.DeclareConflict{Decision: named("decision"), Person: nurse, Interests: []uuid.UUID{share}}
	happened := &domain.Happened{On: 20250401}
	for _, o := range script(t) {
		switch o.Step {
		case "declare-nurse":
			if _, err := s.order(ofInterest, nil); refusedBy(err) != commissioning.RuleNamed {
				t.Errorf("an interest that is on no register: got %v, want a refusal by %s", err, commissioning.RuleNamed)
			}
			continue
		case "vote-nurse", "decide":
			if _, err := s.give(t, o); refusedBy(err) != commissioning.RuleDeclared {
				t.Errorf("%s: got %v, want a refusal by %s", o.Step, err, commissioning.RuleDeclared)
			}
			o.Happened = happened
		case "award":
			s.now = s.now.Add(5 * time.Minute)
			s.declaredLate(t, nurse, share, ofInterest)
			return
		}
		s.must(t, o)
	}
}

func (s *scene) declaredLate(t *testing.T, nurse, share uuid.UUID, ofInterest commissioning.DeclareConflict) {
	t.Helper()
	made, voided := event[domain.CommissioningDecisionMade](s)
	at := s.log[len(s.log)-1]
	if !slices.ContainsFunc(at.Breaches, func(b domain.Breach) bool { return b.Rule == commissioning.RuleDeclared }) {
		t.Errorf("the decision breaks %v, want %s among them", at.Breaches, commissioning.RuleDeclared)
	}
	register, err := s.decide(person.Stream(nurse), domain.Command{
		ID: named("form"), Actor: domain.Actor{Person: nurse, Role: "nurse"}, EffectiveOn: 20250331,
		Data: interest.DeclareInterest{Interest: share, Category: domain.InterestFinancial, Nature: "A share of the college", Org: college, Arose: 20230401},
	})
	if err != nil || len(register) != 1 {
		t.Fatalf("the declaration: got %d events and %v", len(register), err)
	}
	late, err := s.order(ofInterest, nil)
	if err != nil || len(late) != 1 || !late[0].RecordedAt.After(at.RecordedAt) || late[0].Revision <= at.Revision {
		t.Fatalf("the interest in this decision: got %+v and %v, want it recorded after the decision", late, err)
	}
	// A correction decides on what was declared when they voted.
	again := commissioning.RecordDecision{
		Decision: made.Decision, Outcome: made.Outcome, Candidate: made.Candidate, Max: made.Max, Purpose: made.Purpose, FundLines: made.FundLines,
		Needs: made.Needs, Priorities: made.Priorities, Rationale: "Recorded anew", Authority: made.Authority,
	}
	head := len(s.log)
	_, err = s.order(hub.VoidEvent{Event: voided, Reason: wrong, Instead: &hub.Instead{RecordDecision: &again}}, nil)
	if refusedBy(err) != commissioning.RuleDeclared || len(s.log) != head {
		t.Errorf("the same decision again: got %v, want a refusal by %s", err, commissioning.RuleDeclared)
	}
}
