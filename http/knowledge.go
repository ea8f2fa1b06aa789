package http

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// knowledge is what a hub knows.
func knowledge(l lister) []projections.Knowledge {
	return l.m.Commissioning.Knowledge(l.hub, l.day, l.n)
}

// intelligenceOf is what a hub knows in a list.
func intelligenceOf(l lister, k projections.Knowledge) (api.Intelligence, bool) {
	e := k.Received.Event
	row := api.Intelligence{
		ID: e.Intelligence, Hub: e.Hub, Source: e.Source, Scope: e.Scope, NHS: e.NHS, Kind: e.Kind, Channel: e.Channel, Documented: e.Channel.Documented(),
		Subject: e.Subject, DocHash: orNull(e.DocHash), On: e.On, Decisions: []uuid.UUID{}, Needs: []uuid.UUID{}, Seqs: k.Seqs(),
	}
	for _, d := range k.Decisions {
		row.Decisions = append(row.Decisions, d.Event.Decision)
	}
	for _, need := range k.Needs {
		row.Needs = append(row.Needs, need.Event.Need)
	}
	relied := len(row.Decisions) > 0
	return row, is(l.kind, string(e.Kind)) && (l.reliedOn == nil || *l.reliedOn == relied)
}

// notifications are what the body that hubs account to was told.
func (s *Server) notifications(c *call) (answer, error) {
	wanted, chosen := passedOn.of(c)
	out := api.NotificationList{Items: []api.Notification{}, Nationally: api.Nationally{Seq: c.at}}
	c.read(func(m *projections.Models) {
		day := c.day(m)
		out.On = orNull(day)
		for _, one := range m.Notifications.All(c.at) {
			e := one.Received.Event
			if e.On > day {
				continue
			}
			row := api.Notification{
				ID: e.Notification, Source: e.Source, SourceClass: e.SourceClass, Subject: e.Subject, DocHash: orNull(e.DocHash), On: e.On,
				Hubs: list(one.HubsBy(day)), Times: []api.NotificationPassed{}, Seqs: seqs(one.Received.Seq),
			}
			for _, p := range one.PassedBy(day) {
				row.Times = append(row.Times, api.NotificationPassed{Hubs: list(p.Event.Hubs), DecidedBy: p.Event.DecidedBy, On: p.Event.On, Seq: p.Seq})
			}
			for _, p := range one.Passed {
				row.Seqs = append(row.Seqs, p.Seq)
			}
			if row.Passed = len(row.Times) > 0; !chosen || row.Passed == wanted {
				out.Items = append(out.Items, row)
			}
		}
	})
	return tabled(c, out, out.Items), nil
}
