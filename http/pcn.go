package http

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// pcn is one Primary Care Network.
func (s *Server) pcn(c *call) (answer, error) {
	code, _ := pcnPath.of(c)
	var out api.PCN
	var found bool
	c.read(func(m *projections.Models) {
		day := c.day(m)
		var p projections.PCN
		if p, found = m.PCN(code, day, c.at); found && isPCN(p) {
			out = pcnOf(p, day, c.at)
			pcnWork(&out, c.lister(m, ""), m.PCNWork(p, day, c.at))
		} else {
			found = false
		}
	})
	if !found {
		return answer{}, notFound.because("There is no PCN %s as known at seq %d.", clip(code), c.at)
	}
	return answer{immutable: c.asked, whole: jsonBody{out}}, nil
}

// isPCN keeps the register's other organisations out.
func isPCN(p projections.PCN) bool { return p.Reported || p.Class == domain.ClassPCN }

func pcnOf(p projections.PCN, day domain.Date, n eventstore.Seq) api.PCN {
	closed := p.Closed
	if closed.IsZero() {
		closed = p.Workforce.Closed
	}
	return api.PCN{
		Code: p.Code, Name: orNull(p.Name), Opened: orNull(p.Opened), Closed: orNull(closed),
		Successors: append([]string{}, p.Successors...),
		Streams:    append([]eventstore.StreamID{}, p.Workforce.Streams...),
		Areas:      areaLinks(p.Areas), Practices: practices(p.Practices), Patients: patients(p.Patients),
		Censuses: censuses(p.Workforce.Censuses), Records: workforce(p.Workforce.Records), On: orNull(day), Seq: n,
	}
}

// pcnWork fills in what hubs do with a PCN.
func pcnWork(out *api.PCN, l lister, w projections.PCNWork) {
	out.Hubs = list(w.Hubs)
	out.Plans = rows(l, w.Plans, planOf)
	out.Roles = rows(l, w.Roles, roleOf)
	out.Environments = rows(l, w.Environments, environmentOf)
	out.Placements = rows(l, w.Placements, placementOf)
	out.Grants = rows(l, w.Grants, grantOf)
	out.Entitlements = make([]api.Entitlement, len(w.Entitlements))
	for i, e := range w.Entitlements {
		out.Entitlements[i] = entitlementOf(e)
	}
}

func areaLinks(links []projections.AreaLink) []api.AreaLink {
	out := make([]api.AreaLink, len(links))
	for i, l := range links {
		out[i] = api.AreaLink{
			Child: l.Child, Parent: l.Org, Name: orNull(l.Name), Class: orNull(l.Class), Kind: l.Kind,
			From: l.From, To: orNull(l.To), StatedBy: orNull(l.StatedBy), Seq: l.Since,
		}
	}
	return out
}

func practices(list []projections.Practice) []api.Practice {
	out := make([]api.Practice, len(list))
	for i, p := range list {
		out[i] = api.Practice{
			Code: p.Code, Name: orNull(p.Name), From: p.From, To: orNull(p.To), Areas: append([]string{}, p.Areas...),
		}
		if p.HasList {
			out[i].Patients = &api.PatientList{
				On: p.List.On, Registered: p.List.Registered, Weighted: p.List.Weighted, Basis: orNull(p.List.Basis),
			}
		}
	}
	return out
}

func patients(p projections.Patients) *api.Patients {
	if p.Practices == 0 {
		return nil
	}
	out := &api.Patients{
		Practices: p.Practices, Registered: p.Registered, Weighted: p.Weighted, ByArea: make([]api.AreaPatients, len(p.ByArea)),
	}
	for i, a := range p.ByArea {
		out.ByArea[i] = api.AreaPatients{Area: orNull(a.Area), Practices: a.Practices, Registered: a.Registered, Weighted: a.Weighted}
	}
	return out
}

func censuses(list []projections.PCNCensus) []api.Census {
	out := make([]api.Census, len(list))
	for i, c := range list {
		out[i] = api.Census{Census: c.Census, ICB: c.ICB, Reported: c.Reported, Roles: make([]api.RoleTotal, len(c.Roles)), Seq: c.Seq}
		if c.Reported {
			out[i].Records, out[i].FTE = &c.Records, &c.FTE
		}
		for j, r := range c.Roles {
			out[i].Roles[j] = api.RoleTotal(r)
		}
	}
	return out
}

func workforce(list []projections.WorkforceRecord) []api.WorkforceRecord {
	out := make([]api.WorkforceRecord, len(list))
	for i, r := range list {
		out[i] = api.WorkforceRecord{
			ID: r.ID, ICB: r.ICB, StaffGroup: r.Role.StaffGroup, StaffRole: r.Role.StaffRole, DetailedRole: r.Role.DetailedRole,
			Source: r.Role.Source, FTE: r.FTE, Census: r.Census, Appeared: r.Appeared,
			Flags: append([]domain.RecordFlag{}, r.Flags...), Seq: r.Seq,
		}
	}
	return out
}
