package http

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// soon is how many days ahead a list of what is due looks, unless it is asked
// otherwise.
const soon = 90

// due is what is due for a hub.
func (s *Server) due(c *call) (answer, error) {
	hub, _ := hubPath.of(c)
	days, given := ahead.of(c)
	if !given {
		days = soon
	}
	rule, _ := dueRule.of(c)
	list := api.DueList{Items: []api.Due{}, Within: days, Listed: api.Listed{Hub: hub, Seq: c.at}}
	known := false
	c.read(func(m *projections.Models) {
		if _, known = m.Hubs.Get(hub, c.at); !known {
			return
		}
		day := c.day(m)
		list.On = orNull(day)
		for _, d := range m.Due(hub, day, days, c.at) {
			if is(rule, string(d.Rule)) {
				list.Items = append(list.Items, dueOf(d, day))
			}
		}
	})
	if !known {
		return answer{}, noHub(hub, c.at)
	}
	return tabled(c, list, list.Items), nil
}

// dueOf is something that is due in a list.
func dueOf(d projections.Due, day domain.Date) api.Due {
	return api.Due{Rule: string(d.Rule), Hub: d.Hub, ID: orNull(d.ID), What: d.What, On: orNull(d.On), Overdue: d.OverdueOn(day), Seqs: list(d.Seqs)}
}
