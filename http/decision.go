package http

import (
	"context"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// The parameters of a decision.
var (
	decisionPath = param[uuid.UUID]{paramSpec{
		name: "id", in: inPath, required: true, example: "0190a5a4-7d2c-7b6e-8f00-0000000000d1",
		text:   "The decision's id.",
		schema: text("", "uuid", ""),
	}, parseID}
	decidedIn = param[string]{paramSpec{
		name: "hub", in: inQuery, example: "QE1",
		text:   "The ICS whose decision it is, by the code of its ICB. It is needed only where hubs of two ICSs have given decisions the same id.",
		schema: icbSchema(),
	}, coded(domain.IsICB, "the code of an ICB, such as QE1")}
	meetingIs = param[uuid.UUID]{paramSpec{
		name: "meeting", in: inQuery, example: "0190a5a4-7d2c-7b6e-8f00-0000000000e1",
		text:   "At this meeting: its day, its quorum, and who was there. It stands in the place of on.",
		schema: text("", "uuid", ""),
	}, parseID}
)

// found is the decision that a call is about, and the error where there is
// none, or more than one.
func (c *call) found(m *projections.Models) (projections.Decision, error) {
	id, _ := decisionPath.of(c)
	in := m.Commissioning.DecidedIn(id, c.at)
	if icb, given := decidedIn.of(c); given {
		in = []string{icb}
	}
	if len(in) > 1 {
		p := badParameter.because("hub should be one of %s: their hubs have each opened a decision %s.", strings.Join(in, ", "), id)
		p.body.Errors = []api.FieldError{{Parameter: "hub", Detail: "should be one of " + strings.Join(in, ", ")}}
		return projections.Decision{}, p
	}
	if len(in) == 1 {
		if d, ok := m.Commissioning.Decision(in[0], id, c.at); ok {
			return d, nil
		}
	}
	return projections.Decision{}, notFound.because("There is no decision %s as known at seq %d; GET /v1/hubs/{hub}/decisions lists those of a hub.", id, c.at)
}

// decision is everything about one decision.
func (s *Server) decision(c *call) (answer, error) {
	var d dossier
	var err error
	c.read(func(m *projections.Models) {
		var found projections.Decision
		if found, err = c.found(m); err != nil {
			return
		}
		day := c.day(m)
		if opened := found.Opened.Event.On; day < opened {
			err = notFound.because("Decision %s was opened on %s; on %s there was none.", found.ID, opened, day)
			return
		}
		d = collect(m, found, day, c.at)
	})
	if err != nil {
		return answer{}, err
	}
	if d.entries, err = s.entries(c.context(), d.seqs()); err != nil {
		return answer{}, err
	}
	return answer{immutable: c.asked, whole: jsonBody{d.tell()}}, nil
}

// decisionOf is a decision in a list.
func decisionOf(l lister, d projections.Decision) (api.Decision, bool) {
	row, there := decisionRow(l.m, d, l.day)
	first := row.OpenedOn
	if row.DecidedOn != nil {
		first = *row.DecidedOn
	}
	return row, there && l.keeps(row.Status, first, first)
}

// decisionRow is a decision as it is on a day, and false where it was not
// opened by then.
func decisionRow(m *projections.Models, d projections.Decision, day domain.Date) (api.Decision, bool) {
	opened := d.Opened.Event
	status, there := d.StatusOn(day, m.Log.DayOf(d.Reversed.Seq))
	row := api.Decision{
		ID: d.ID, Hub: d.Hub, Kind: opened.Kind, Subject: opened.Subject, Status: string(status), OpenedOn: opened.On, Requester: opened.Requester,
		Programme: orNull(opened.Programme), Varies: orNull(opened.Award), Regime: orNull(opened.Regime), Route: orNull(opened.Route),
		Threshold: orNull(opened.Threshold), Candidates: list(d.CandidatesOn(day)), Estimate: opened.Estimate,
		Needs: []uuid.UUID{}, Priorities: []uuid.UUID{}, Awards: []uuid.UUID{}, Grants: []uuid.UUID{}, Seqs: d.Seqs,
	}
	for _, a := range d.Awards {
		if a.Event.On <= day {
			row.Awards = append(row.Awards, a.Event.Award)
		}
	}
	for _, g := range d.Grants {
		if m.Log.DayOf(g.Seq) <= day {
			row.Grants = append(row.Grants, g.Event.Grant)
		}
	}
	newest, decided := d.Newest(day)
	if !decided {
		return row, there
	}
	made := newest.Event
	row.DecidedOn, row.Candidate, row.Authority = &made.On, orNull(made.Candidate), &made.Authority.Kind
	row.Needs, row.Priorities = list(made.Needs), list(made.Priorities)
	if made.Outcome == domain.OutcomeApprove {
		most := d.MaxOn(day, m.Log.DayOf)
		row.Max = &most
		_, row.Unratified = d.UnratifiedOn(day, m.Log.DayOf(d.Reversed.Seq))
	}
	return row, there
}

// entries are the envelopes of events.
func (s *Server) entries(ctx context.Context, seqs []eventstore.Seq) (map[eventstore.Seq]api.Entry, error) {
	out := make(map[eventstore.Seq]api.Entry, len(seqs))
	err := s.read(ctx, seqs, func(e eventstore.Event) error {
		entry, err := entryOf(e)
		out[e.Seq] = entry
		return err
	})
	return out, err
}

// entryOf is an event by its envelope.
func entryOf(e eventstore.Event) (api.Entry, error) {
	rec, env, err := wire.Read(e)
	if err != nil {
		return api.Entry{}, err
	}
	entry := api.Entry{
		Seq: e.Seq, EffectiveOn: orNull(rec.EffectiveOn), Authority: orNull(env.Authority), Evidence: []api.Evidence{}, Breaches: []api.Breach{},
	}
	if !rec.RecordedAt.IsZero() {
		at := eventstore.InstantOf(rec.RecordedAt)
		entry.RecordedAt = &at
	}
	if env.Actor != nil {
		entry.Actor = &rec.Actor
	}
	if entry.Evidence, err = evidenceOf(env.Evidence); err != nil {
		return api.Entry{}, err
	}
	if rec.Happened != nil {
		entry.Happened = &api.Happened{On: rec.Happened.On}
		if entry.Happened.Evidence, err = evidenceOf(env.Happened.Evidence); err != nil {
			return api.Entry{}, err
		}
	}
	for _, b := range rec.Breaches {
		entry.Breaches = append(entry.Breaches, api.Breach{Seq: e.Seq, Rule: b.Rule, Sentence: b.Sentence})
	}
	return entry, nil
}

func evidenceOf(in []eventstore.Evidence) ([]api.Evidence, error) {
	out := make([]api.Evidence, len(in))
	for i, e := range in {
		out[i] = api.Evidence{Hash: domain.Hash(e.Hash), Kind: e.Kind}
		if e.Dated != "" {
			dated, err := domain.ParseDate(e.Dated)
			if err != nil {
				return nil, fmt.Errorf("couldn't read when a document is dated: %w", err)
			}
			out[i].Dated = &dated
		}
	}
	return out, nil
}
