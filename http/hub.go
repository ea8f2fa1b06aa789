package http

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// hubs is the directory of hubs, on one page.
func (s *Server) hubs(c *call) (answer, error) {
	wanted, given := level.of(c)
	if !given {
		wanted = string(domain.LevelICS)
	}
	in, _ := region.of(c)
	list := api.HubList{Items: []api.Hub{}, Seq: c.at}
	c.read(func(m *projections.Models) {
		day := c.day(m)
		list.On = orNull(day)
		for _, h := range m.Hubs.All(c.at) {
			if h.ActiveOn(day) && (wanted == "ALL" || wanted == string(h.Level)) && (in == "" || in == h.Region) {
				list.Items = append(list.Items, hubOf(m, h, day, c.at))
			}
		}
	})
	a := answer{immutable: c.asked, whole: jsonBody{list}}
	if c.format == formatCSV {
		a.whole = hubTable(list.Items)
	}
	return a, nil
}

// hubOf is a hub in the directory, as it is on a day.
func hubOf(m *projections.Models, h projections.Hub, day domain.Date, n eventstore.Seq) api.Hub {
	return api.Hub{
		ID: h.Hub, Name: h.Name, Level: h.Level, ICB: h.ICB, Region: h.Region,
		RegionName: orNull(m.Organisations.NameOf(h.Region, n)), Parent: orNull(h.Parent),
		Host: orNull(h.HostOn(day)), School: orNull(h.School), Contacts: h.Contacts, From: h.From, Until: orNull(h.Succeeded.Event.On.AddDays(-1)), Basis: h.Basis,
		Since: api.Since{Seq: h.Since},
	}
}

// orNull is a pointer to v, or nil where v is the zero value: absent, which in
// JSON is null.
func orNull[T comparable](v T) *T {
	var none T
	if v == none {
		return nil
	}
	return &v
}

func orEmpty[T ~string](v *T) string {
	if v == nil {
		return ""
	}
	return string(*v)
}

// dayOf is a day as a table has it.
func dayOf(d *domain.Date) string {
	if d == nil {
		return ""
	}
	return d.String()
}

func hubTable(hubs []api.Hub) tableBody {
	t := tableBody{header: []string{
		"id", "name", "level", "icb", "region", "regionName", "parent", "host", "school",
		"email", "phone", "website", "from", "until", "basis", "sinceSeq",
	}}
	for _, h := range hubs {
		t.rows = append(t.rows, []string{
			string(h.ID), h.Name, string(h.Level), h.ICB, h.Region, orEmpty(h.RegionName), orEmpty(h.Parent),
			orEmpty(h.Host), orEmpty(h.School), h.Contacts.Email, h.Contacts.Phone, h.Contacts.Website,
			h.From.String(), dayOf(h.Until), string(h.Basis), fmt.Sprint(h.Since.Seq),
		})
	}
	return t
}

// hub is one hub with what belongs to it.
func (s *Server) hub(c *call) (answer, error) {
	id, _ := hubPath.of(c)
	var out api.HubDetail
	var found bool
	c.read(func(m *projections.Models) {
		var h projections.Hub
		if h, found = m.Hubs.Get(id, c.at); found {
			out = hubDetail(m, h, c.day(m), c.at)
		}
	})
	if !found {
		return answer{}, noHub(id, c.at)
	}
	return answer{
		immutable: c.asked,
		header:    map[string][]string{"Ledger-Revision": {fmt.Sprint(out.Revision)}},
		whole:     jsonBody{out},
	}, nil
}

func hubDetail(m *projections.Models, h projections.Hub, day domain.Date, n eventstore.Seq) api.HubDetail {
	stream := eventstore.StreamID(wire.Stream(wire.KindHub, h.ICB))
	out := api.HubDetail{
		Hub: hubOf(m, h, day, n), Stream: stream, Revision: m.Log.Revision(stream, n),
		Hosts: hostsOf(m, h, n), Area: areaOf(h), Localities: []api.Locality{},
		Partnerships: partnershipsOf(m, h, n), PCNs: []api.PCNRef{}, On: orNull(day), Seq: n,
		Status: cmp.Or(h.StatusOn(day), futureHub), Follows: []api.Succession{},
	}
	if h.Succeeded.Known() {
		out.Succeeded = successionOf(h, h.Succeeded)
	}
	for _, f := range h.Follows {
		out.Follows = append(out.Follows, *successionOf(h, f))
	}
	if h.Level == domain.LevelLocality {
		out.PCNs = served(m, h, nil, n)
		return out
	}
	for _, pcn := range m.PCNsOf(h.ICB, day, n) {
		ref := api.PCNRef{Code: pcn.Code, Name: orNull(pcn.Name), By: []string{}}
		for _, by := range []struct {
			says bool
			name string
		}{{pcn.Register, "register"}, {pcn.Practices, "practices"}, {pcn.Workforce, "workforce"}} {
			if by.says {
				ref.By = append(ref.By, by.name)
			}
		}
		out.PCNs = append(out.PCNs, ref)
	}
	for _, other := range m.Hubs.All(n) {
		if other.Parent != h.Hub || !other.ActiveOn(day) {
			continue
		}
		out.Localities = append(out.Localities, api.Locality{
			Hub: hubOf(m, other, day, n), Area: areaOf(other), Partnerships: partnershipsOf(m, other, n),
		})
		out.PCNs = served(m, other, out.PCNs, n)
	}
	slices.SortFunc(out.PCNs, func(a, b api.PCNRef) int { return cmp.Compare(a.Code, b.Code) })
	return out
}

// futureHub is what a hub is before its first day.
const futureHub domain.HubStatus = "FUTURE"

func successionOf(h projections.Hub, f projections.Fact[domain.HubSucceeded]) *api.Succession {
	e := f.Event
	out := &api.Succession{
		Predecessors: list(e.Predecessors), Successors: list(e.Successors), On: e.On, Series: e.KPIRule.Rule, Continues: orNull(e.KPIRule.Hub), Ref: e.Ref, Seq: f.Seq,
	}
	for _, l := range e.Localities {
		if l.Hub == h.Hub {
			out.GoesOn = &l.Successor
		}
	}
	return out
}

// served adds the PCNs that a locality hub serves to a list.
func served(m *projections.Models, h projections.Hub, list []api.PCNRef, n eventstore.Seq) []api.PCNRef {
	const locality = "locality"
	for _, code := range h.Area {
		i := slices.IndexFunc(list, func(ref api.PCNRef) bool { return ref.Code == code })
		if i < 0 {
			list = append(list, api.PCNRef{Code: code, Name: orNull(m.Organisations.NameOf(code, n)), By: []string{locality}})
		} else {
			list[i].By = append(list[i].By, locality)
		}
	}
	return list
}

// hostsOf is who has hosted a hub, by day.
func hostsOf(m *projections.Models, h projections.Hub, n eventstore.Seq) []api.HostTerm {
	terms := []api.HostTerm{}
	if h.Host != "" {
		terms = append(terms, api.HostTerm{Host: h.Host, From: h.From})
	}
	for _, change := range h.Changes {
		terms = append(terms, api.HostTerm{Host: change.To, From: change.On})
	}
	for i := range terms {
		terms[i].Name = orNull(m.Organisations.NameOf(terms[i].Host, n))
	}
	slices.SortStableFunc(terms, func(a, b api.HostTerm) int { return cmp.Compare(a.From, b.From) })
	return terms
}

func areaOf(h projections.Hub) *api.Area {
	if h.Area == nil {
		return nil
	}
	return &api.Area{PCNs: h.Area, From: h.AreaFrom}
}

func partnershipsOf(m *projections.Models, h projections.Hub, n eventstore.Seq) []api.Partnership {
	out := make([]api.Partnership, len(h.Partnerships))
	for i, p := range h.Partnerships {
		out[i] = api.Partnership{
			ID: p.ID, Party: p.Party, Name: orNull(m.Organisations.NameOf(p.Party, n)), Purpose: p.Purpose,
			From: p.From, Until: orNull(p.Until), Ended: orNull(p.Ended), Reason: orNull(p.Reason), Seq: p.Agreed,
		}
	}
	return out
}
