package http

import (
	"cmp"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// people are everybody who is named in the decision.
func (d *dossier) people() []api.DecisionPerson {
	all := make(map[uuid.UUID]*api.DecisionPerson)
	of := func(person uuid.UUID) *api.DecisionPerson {
		if all[person] == nil {
			all[person] = &api.DecisionPerson{
				Person: person, Requester: person == d.decision.Opened.Event.Requester, Recused: d.decision.Recused(person),
				Roles: []domain.ParticipantRole{}, Declarations: []api.Declaration{}, Mitigations: []api.Mitigation{},
				Verifications: []api.Verification{}, Scores: []api.Score{}, Votes: []api.Vote{},
			}
		}
		return all[person]
	}
	of(d.decision.Opened.Event.Requester)
	for _, f := range d.decision.Declared {
		p := of(f.Event.Person)
		one := api.Declaration{Entry: d.entries[f.Seq], Nil: f.Event.Nil, Interests: []api.Interest{}}
		one.Late = len(p.Declarations) == 0 && d.tookPart(f.Event.Person, f.Seq)
		for _, id := range f.Event.Interests {
			one.Interests = append(one.Interests, d.interest(id))
		}
		p.Declarations = append(p.Declarations, one)
	}
	for _, f := range d.decision.Managed {
		p := of(f.Event.Person)
		p.Mitigations = append(p.Mitigations, api.Mitigation{
			Entry: d.entries[f.Seq], Mitigation: f.Event.Mitigation, Candidate: orNull(f.Event.Candidate), DecidedBy: f.Event.DecidedBy, Reason: f.Event.Reason,
		})
	}
	for _, f := range d.decision.Verified {
		p := of(f.Event.Person)
		p.Verifications = append(p.Verifications, api.Verification{Entry: d.entries[f.Seq], Kept: f.Event.Kept, By: f.Event.By})
	}
	for _, f := range d.decision.Scores {
		p := of(f.Event.Assessor)
		p.Scores = append(p.Scores, api.Score{Entry: d.entries[f.Seq], Option: f.Event.Option, Criterion: f.Event.Criterion, Score: f.Event.Score})
	}
	for _, f := range d.decision.Votes {
		p := of(f.Event.Person)
		p.Votes = append(p.Votes, api.Vote{Entry: d.entries[f.Seq], Vote: f.Event.Vote, Counted: d.counted(f)})
	}
	if made := d.decision.Made; len(made) > 0 {
		for _, one := range made[len(made)-1].Event.Participants {
			p := of(one.Person)
			p.Roles = append(p.Roles, one.Role)
		}
	}
	out := make([]api.DecisionPerson, 0, len(all))
	for _, p := range all {
		out = append(out, *p)
	}
	slices.SortFunc(out, func(a, b api.DecisionPerson) int { return cmp.Compare(a.Person.String(), b.Person.String()) })
	return out
}

// counted reports whether a vote counted in the first outcome after it.
func (d *dossier) counted(v projections.Fact[domain.VoteRecorded]) bool {
	i := slices.IndexFunc(d.decision.Made, func(m projections.Fact[domain.CommissioningDecisionMade]) bool { return m.Seq > v.Seq })
	if i < 0 || v.Event.Vote == domain.VoteRecused {
		return false
	}
	made := d.decision.Made[i].Event
	room := d.room(made.Authority.Meeting, made.Authority.Item)
	return room != nil && !slices.Contains(made.Recused, v.Event.Person) && slices.ContainsFunc(room.Attendees, func(a domain.MeetingAttendee) bool {
		return a.Person == v.Event.Person && a.Votes && a.Out == ""
	})
}

// tookPart reports whether a person had voted, scored or taken part in an
// outcome before a seq.
func (d *dossier) tookPart(person uuid.UUID, before eventstore.Seq) bool {
	return slices.ContainsFunc(d.decision.Votes, func(f projections.Fact[domain.VoteRecorded]) bool {
		return f.Seq < before && f.Event.Person == person && f.Event.Vote != domain.VoteRecused
	}) || slices.ContainsFunc(d.decision.Scores, func(f projections.Fact[domain.ScoreRecorded]) bool {
		return f.Seq < before && f.Event.Assessor == person
	}) || slices.ContainsFunc(d.decision.Made, func(f projections.Fact[domain.CommissioningDecisionMade]) bool {
		return f.Seq < before && slices.ContainsFunc(f.Event.Participants, func(p domain.Participant) bool { return p.Person == person })
	})
}
