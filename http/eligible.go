package http

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// eligible is who may sit for a decision.
func (s *Server) eligible(c *call) (answer, error) {
	meeting, atMeeting := meetingIs.of(c)
	if _, given := on.of(c); given && atMeeting {
		p := badParameter.because("on should be left out where meeting is given: a meeting has its day.")
		p.body.Errors = []api.FieldError{{Parameter: "on", Detail: "should be left out where meeting is given: a meeting has its day"}}
		return answer{}, p
	}
	var out api.Eligibility
	var err error
	c.read(func(m *projections.Models) {
		var d projections.Decision
		if d, err = c.found(m); err != nil {
			return
		}
		held, known := m.Commissioning.Meeting(d.ICB, meeting, c.at)
		if atMeeting && !known {
			err = notFound.because("No meeting %s of %s is recorded as known at seq %d; on asks for a day before it is held.", meeting, d.ICB, c.at)
			return
		}
		out = eligibility(m, d, m.Eligible(d, c.day(m), held, c.at), c.at)
	})
	if err != nil {
		return answer{}, err
	}
	return answer{immutable: c.asked, whole: jsonBody{out}}, nil
}

func eligibility(m *projections.Models, d projections.Decision, e projections.Eligibility, n eventstore.Seq) api.Eligibility {
	row, there := decisionRow(m, d, e.Day)
	if !there {
		row.Status = string(projections.DecisionOpen) // on a day before the opening
	}
	out := api.Eligibility{
		Decision: d.ID, Hub: d.Hub, Status: row.Status, On: orNull(e.Day), Meeting: orNull(e.Meeting.Event.Meeting), Candidates: list(e.Candidates),
		Estimate: d.Opened.Event.Estimate, Body: api.EligibleBody{Name: e.Body.Name, Reserved: e.Body.Reserved, Covers: e.Body.Covers},
		Quorum: api.QuorumCheck{
			Seq: orNull(e.Quorum.Seq), Number: e.Quorum.Number, Categories: list(e.Quorum.Categories), NonConflicted: e.Quorum.NonConflicted,
			Eligible: e.Quorum.Eligible, Ready: e.Quorum.Ready, ConflictFree: e.Quorum.Free, Missing: list(e.Quorum.Missing),
			Met: e.Quorum.Met, MetNow: e.Quorum.MetNow,
		},
		People: make([]api.EligibleOrNot, len(e.People)), Seq: n,
	}
	if !e.Body.Reserved {
		out.Body.Limit = &e.Body.Limit
	}
	for i, s := range e.People {
		out.People[i] = sitter(s, e.Meeting.Known())
	}
	return out
}

func sitter(s projections.Sitter, atMeeting bool) api.EligibleOrNot {
	out := api.EligibleOrNot{
		Person: s.Person, Eligible: s.Eligible(), Standing: string(s.Standing), Voting: s.Voting, Capacity: orNull(s.Capacity), Requester: s.Requester,
		Covers: s.Covers, Alone: s.MayDecideAlone(), Posts: postsOf(s), Conflicts: make([]api.Conflict, len(s.Conflicts)),
		ToDeclare: list(s.Undeclared), Mitigations: []api.Managed{},
	}
	if atMeeting {
		out.Present = &s.Present
	}
	if len(s.Delegations) > 0 {
		out.Limit = &s.Limit
	}
	for i, c := range s.Conflicts {
		out.Conflicts[i] = conflictOf(c)
	}
	if f := s.Declared; f.Known() {
		out.Declaration = &api.Declared{Seq: f.Seq, Nil: f.Event.Nil, Interests: list(f.Event.Interests)}
	}
	for _, f := range s.Managed {
		out.Mitigations = append(out.Mitigations, api.Managed{Seq: f.Seq, Mitigation: f.Event.Mitigation})
	}
	if s.Stated.Seq > 0 {
		out.Statement = &api.Stated{Seq: s.Stated.Seq, On: s.Stated.On, Nil: s.Stated.Nil}
	}
	return out
}

func postsOf(s projections.Sitter) []api.Post {
	out := []api.Post{}
	for _, f := range s.Posts {
		out = append(out, api.Post{Kind: "TEAM", Role: &f.Event.Role, Hub: &f.Event.Hub, From: f.Event.From, Seq: f.Seq})
	}
	if f := s.Member; f.Known() {
		out = append(out, api.Post{Kind: domain.BodyWIG, Role: &f.Event.Capacity, From: f.Event.From, Seq: f.Seq})
	}
	for _, f := range s.Delegations {
		out = append(out, api.Post{Kind: "DELEGATION", ID: &f.Event.Delegation, From: f.Event.From, Seq: f.Seq})
	}
	return out
}

func conflictOf(c projections.Conflict) api.Conflict {
	out := api.Conflict{Declared: c.Declared, Candidate: orNull(c.Connection.With), Path: []api.Link{}}
	if c.Interest.ID != uuid.Nil {
		interest := interestOf(c.Interest)
		out.Interest = &interest
	}
	for _, l := range c.Connection.Path {
		out.Path = append(out.Path, api.Link{
			Child: l.Child, Parent: l.Parent, Relationship: l.Relationship, From: l.From, To: orNull(l.To), Seq: l.Seq,
		})
	}
	return out
}
