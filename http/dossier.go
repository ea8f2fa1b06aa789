package http

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// dossier is a decision with all that it names, as known at a seq, and the
// envelopes of the events that say so.
type dossier struct {
	row      api.Decision
	decision projections.Decision
	reversed map[eventstore.Seq]domain.Date // the day of each reversal
	at       eventstore.Seq

	meetings     map[uuid.UUID]projections.Fact[domain.MeetingHeld]
	needs        map[uuid.UUID]projections.Need
	priorities   map[uuid.UUID]projections.Priority
	delegations  map[uuid.UUID]api.Delegation
	intelligence map[uuid.UUID]projections.Fact[domain.IntelligenceReceived]
	guidance     map[domain.Reliance]projections.Fact[domain.GuidanceIssued]
	interests    map[uuid.UUID]projections.Interest
	awards       []projections.Award
	awardRows    []api.Award // of awards
	grants       []api.Grant

	entries map[eventstore.Seq]api.Entry
}

// collect asks the models for a decision and all that it names.
func collect(m *projections.Models, d projections.Decision, day domain.Date, n eventstore.Seq) dossier {
	out := dossier{
		decision: d, reversed: map[eventstore.Seq]domain.Date{d.Reversed.Seq: m.Log.DayOf(d.Reversed.Seq)}, at: n,
		meetings: make(map[uuid.UUID]projections.Fact[domain.MeetingHeld]), needs: make(map[uuid.UUID]projections.Need),
		priorities: make(map[uuid.UUID]projections.Priority), delegations: make(map[uuid.UUID]api.Delegation),
		intelligence: make(map[uuid.UUID]projections.Fact[domain.IntelligenceReceived]), guidance: make(map[domain.Reliance]projections.Fact[domain.GuidanceIssued]),
		interests: make(map[uuid.UUID]projections.Interest), grants: []api.Grant{},
	}
	out.row, _ = decisionRow(m, d, day)
	l := lister{m: m, day: day, n: n}
	for _, made := range d.Made {
		out.cite(l, made.Event)
	}
	for _, v := range d.Voided {
		out.cite(l, v.Made.Event)
		out.reversed[v.Reversed.Seq] = m.Log.DayOf(v.Reversed.Seq)
	}
	out.meet(l, d.Ratified.Event.Meeting)
	people := make(map[uuid.UUID]bool)
	for _, f := range d.Declared {
		if person := f.Event.Person; !people[person] {
			people[person] = true
			for _, i := range m.Interests.Of(person, n) {
				out.interests[i.ID] = i
			}
		}
	}
	ids := []uuid.UUID{d.Opened.Event.Award}
	for _, f := range d.Awards {
		ids = append(ids, f.Event.Award)
	}
	for _, f := range d.Variations {
		ids = append(ids, f.Event.Award)
	}
	for i, id := range ids {
		if a, known := m.Commissioning.Award(d.ICB, id, n); known && !slices.Contains(ids[:i], id) {
			row, _ := awardOf(l, a)
			out.awards, out.awardRows = append(out.awards, a), append(out.awardRows, row)
		}
	}
	for _, f := range d.Grants {
		if g, known := m.Commissioning.Grant(d.ICB, f.Event.Grant, n); known {
			row, _ := grantOf(l, g)
			out.grants = append(out.grants, row)
		}
	}
	return out
}

// cite asks for what an outcome names.
func (d *dossier) cite(l lister, made domain.CommissioningDecisionMade) {
	icb := d.decision.ICB
	d.meet(l, made.Authority.Meeting)
	for _, id := range made.Needs {
		if need, known := l.m.Commissioning.Need(icb, id, l.n); known {
			d.needs[id] = need
		}
	}
	for _, id := range made.Priorities {
		if p, known := l.m.Commissioning.Priority(icb, id, l.n); known {
			d.priorities[id] = p
		}
	}
	if g, known := l.m.Commissioning.Delegation(icb, made.Authority.Delegation, l.n); known {
		l.day = made.On
		d.delegations[g.ID], _ = delegationOf(l, g)
	}
	for _, r := range made.ReliedOn {
		if f, known := l.m.Commissioning.Intelligence(icb, r.Intelligence, l.n); known {
			d.intelligence[r.Intelligence] = f
		}
		if f, known := l.m.Guidance.Version(r.Guidance, r.Version, l.n); known {
			d.guidance[r] = f
		}
	}
}

func (d *dossier) meet(l lister, meeting uuid.UUID) {
	if held, known := l.m.Commissioning.Meeting(d.decision.ICB, meeting, l.n); known {
		d.meetings[meeting] = held
	}
}

// seqs are the events whose envelopes are told, ascending.
func (d *dossier) seqs() []eventstore.Seq {
	all := slices.Clone(d.decision.Seqs)
	for _, a := range d.awards {
		all = append(all, a.Seqs...)
	}
	for _, f := range d.meetings {
		all = append(all, f.Seq)
	}
	for _, f := range d.intelligence {
		all = append(all, f.Seq)
	}
	for _, f := range d.guidance {
		all = append(all, f.Seq)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// breaches are the rules that the events have broken, in their order.
func (d *dossier) breaches() []api.Breach {
	out := []api.Breach{}
	all := [][]eventstore.Seq{d.decision.Seqs}
	for _, a := range d.awards {
		all = append(all, a.Seqs)
	}
	for _, seq := range projections.SeqsOf(all...) {
		out = append(out, d.entries[seq].Breaches...)
	}
	return out
}

// room is who was there for an item of a meeting, nil where that is not known.
func (d *dossier) room(meeting uuid.UUID, item string) *api.Room {
	m, known := d.meetings[meeting]
	if !known {
		return nil
	}
	for _, i := range m.Event.Items {
		if i.Item == item {
			return &api.Room{
				Entry: d.entries[m.Seq], Meeting: meeting, Body: m.Event.Body, On: m.Event.On, Item: item, Title: i.Title, Chair: i.Chair,
				Attendees: list(i.Attendees), Quorum: m.Event.Quorum, Quorate: i.Quorate,
			}
		}
	}
	return nil
}

// interest is a declared interest as the register has it.
func (d *dossier) interest(id uuid.UUID) api.Interest {
	if i, known := d.interests[id]; known {
		return interestOf(i)
	}
	return api.Interest{ID: id}
}

// interestOf is an interest on the register.
func interestOf(i projections.Interest) api.Interest {
	return api.Interest{
		ID: i.ID, Category: orNull(i.Category), Org: orNull(i.Org), Relation: orNull(i.Relation), Arose: orNull(i.Arose), Ends: orNull(i.Ends),
		Declared: orNull(i.Declared), Since: orNull(i.Since),
	}
}

// reliance is what an outcome relied on.
func (d *dossier) reliance(r domain.Reliance) api.Reliance {
	out := api.Reliance{
		Intelligence: orNull(r.Intelligence), Guidance: orNull(r.Guidance), Version: orNull(r.Version), Evidence: []api.Evidence{},
	}
	if f, known := d.intelligence[r.Intelligence]; known {
		e := f.Event
		out.Title, out.Source, out.DocHash, out.On, out.Seq = &e.Subject, &e.Source, orNull(e.DocHash), &e.On, &f.Seq
		out.Evidence = d.entries[f.Seq].Evidence
	}
	if f, known := d.guidance[r]; known {
		out.Title, out.On, out.Seq = &f.Event.Title, &f.Event.EffectiveFrom, &f.Seq
		out.Evidence = d.entries[f.Seq].Evidence
	}
	return out
}

func (d *dossier) cited(id uuid.UUID) api.Cited {
	out := api.Cited{ID: id}
	if need, known := d.needs[id]; known {
		out.Title, out.Seq = &need.Identified.Event.Title, &need.Identified.Seq
	}
	return out
}

func (d *dossier) served(id uuid.UUID) api.Cited {
	out := api.Cited{ID: id}
	if p, known := d.priorities[id]; known {
		out.Title, out.Seq = &p.Endorsed.Event.Title, &p.Endorsed.Seq
	}
	return out
}

// delegation is the delegation of an outcome.
func (d *dossier) delegation(id uuid.UUID) *api.Delegation {
	if g, known := d.delegations[id]; known {
		return &g
	}
	return nil
}
