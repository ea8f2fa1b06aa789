package environment_test

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/environment"
)

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, environment.SubmitLEApplication{Hub: "x"}, "/hub", "/applicant", "/sites", "/professions", "/selfAssessment", "/on")
	apply := environment.SubmitLEApplication(applied)
	apply.SelfAssessment = slices.Clone(applied.SelfAssessment)
	apply.SelfAssessment[0] = domain.SelfAssessment{Domain: "x", Rating: "x"}
	apply.SelfAssessment[1] = apply.SelfAssessment[2]
	apply.Sites, apply.Professions = []string{"?", "A81001", "A81001"}, []string{"nurse"}
	domaintest.Fields(t, apply, "/sites/0", "/sites/2", "/professions/0", "/selfAssessment/0/domain", "/selfAssessment/0/rating", "/selfAssessment/2/domain")
	domaintest.Fields(t, environment.RecordLEVisit{}, "/application", "/kind", "/on")
	domaintest.Fields(t, environment.RecommendLEApproval{}, "/application", "/panel", "/outcome", "/reason", "/on")
	domaintest.Fields(t, environment.RecommendLEApproval{
		Application: first, Panel: []domain.PanelMember{{Party: "?"}, {Person: anna, Party: "NHSE"}, {Person: anna, Party: "NHSE"}},
		Outcome: domain.LEApproved, Reason: "a", On: 20230601,
	}, "/panel/0/person", "/panel/0/party", "/panel/2/person")
	domaintest.Fields(t, environment.DecideLEApproval{}, "/application", "/school", "/outcome", "/framework", "/reason", "/on")
	decide := environment.DecideLEApproval{Application: first, School: "SCHOOL-NW", Framework: "2021", Reason: "a", On: 20230601}
	decide.Outcome = domain.LEWithActions
	domaintest.Fields(t, decide, "/from", "/to", "/professions", "/sites", "/actions")
	decide.From, decide.To, decide.Professions, decide.Sites = 20230701, 20230630, []string{"x"}, []string{"?"}
	decide.Actions = []domain.LEAction{{}, {Action: le, What: "a", Due: 20230701}, {Action: le, What: "a", Due: 20230701}}
	domaintest.Fields(t, decide, "/to", "/professions/0", "/sites/0", "/actions/0/action", "/actions/0/what", "/actions/0/due", "/actions/2/action")
	decide.Outcome = domain.LENotApproved
	domaintest.Fields(t, decide, "/from", "/to", "/professions", "/sites", "/actions")
	domaintest.Fields(t, environment.CompleteLEAction{}, "/action", "/on")
	domaintest.Fields(t, environment.LapseLEApproval{}, "/application", "/on", "/reason")
	domaintest.Fields(t, environment.SuspendLE{ISFCategory: 5}, "/le", "/by", "/isfCategory", "/reason", "/from")
	domaintest.Fields(t, environment.SuspendLE{LE: le, By: "NHSE", ISFCategory: -1, Reason: "a", From: 20230601}, "/isfCategory")
	domaintest.Fields(t, environment.ReinstateLE{}, "/suspension", "/on", "/reason")
	domaintest.Fields(t, environment.RaiseQualityConcern{}, "/le", "/domain", "/risk", "/subject", "/on")
	domaintest.Fields(t, environment.CloseQualityConcern{}, "/concern", "/on", "/outcome")
}

// Every command and every event of the room is one that it handles and takes.
func TestRoom(t *testing.T) {
	s := environment.New("QE1")
	for _, c := range []domain.CommandData{
		environment.SubmitLEApplication{}, environment.RecordLEVisit{}, environment.RecommendLEApproval{}, environment.DecideLEApproval{},
		environment.CompleteLEAction{}, environment.LapseLEApproval{}, environment.SuspendLE{}, environment.ReinstateLE{},
		environment.RaiseQualityConcern{}, environment.CloseQualityConcern{},
	} {
		if !s.Handles(c) {
			t.Errorf("%s is not handled", c.CommandName())
		}
	}
	for _, e := range []domain.Event{applied, visited, recommended, decided, completed, lapsed, suspended, reinstated, raised, closed} {
		if !s.Takes(e) {
			t.Errorf("%s is not taken", e.EventType())
		}
	}
	if s.Takes(domain.HubRegistered{}) || s.Handles(another{}) {
		t.Error("what is of another room was taken")
	}
}

type another struct{}

func (another) CommandName() string          { return "another-room" }
func (another) Validate(*domain.FieldErrors) {}

// Whatever part of the events is in a fork, merged or not, the room answers the
// same; below the fork nothing is known of it before.
func TestForkAnswers(t *testing.T) {
	events := []domain.Event{applied, decided, suspended, reinstated, lapsed}
	type answer struct {
		known, approved, suspended bool
		application                uuid.UUID
		last                       domain.Date
	}
	answers := func(s *environment.State) answer {
		a, _ := s.ApprovalOn(le, 20240115)
		stopped, _ := s.SuspendedOn(le, 20240115)
		return answer{s.Known(le), s.ApprovedOn(le, "A81001", "NURSING_STUDENT", 20240115), stopped, a.Application, a.To}
	}
	want := answers(recorded(events...))
	for cut := range len(events) + 1 {
		below := recorded(events[:cut]...)
		before := answers(below)
		fork := below.Fork()
		for i, e := range events[cut:] {
			fork.Evolve(domain.Recorded{Revision: int64(cut + i), Event: e})
		}
		if got := answers(fork); got != want {
			t.Errorf("on a fork at event %d: got %+v, want %+v", cut, got, want)
		}
		if got := answers(below); got != before {
			t.Errorf("below a fork at event %d: got %+v, want %+v", cut, got, before)
		}
		fork.Merge()
		if got := answers(below); got != want {
			t.Errorf("after a merge at event %d: got %+v, want %+v", cut, got, want)
		}
	}
}
