package http

import (
	"maps"
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// comparison is one measure of an indicator of all hubs.
type comparison struct {
	c       *call
	m       *projections.Models
	period  projections.Period
	measure string
	code    string
	named   *projections.KPIVersion            // nil where each hub's own counts
	of      map[string]*projections.KPIVersion // by ICS; nil where it is to return none
}

// version is the one by which some ICSs count together: nil where none does, or
// where they differ.
func (x *comparison) version(icbs []string) (v *projections.KPIVersion, reason string) {
	if x.named != nil {
		return x.named, ""
	}
	for _, icb := range icbs {
		switch own := x.of[icb]; {
		case own == nil:
		case v != nil && own != v:
			return nil, differentDefinitions
		default:
			v = own
		}
	}
	if v == nil {
		return nil, notInForce
	}
	return v, ""
}

// figure is that of a scope.
func (x *comparison) figure(name string, of projections.Scope) api.KPIOfNation {
	v, reason := x.version(of.ICBs)
	if v == nil {
		return api.KPIOfNation{Reason: &reason, Definition: api.Definition{Code: x.code}}
	}
	q := asked{id: projections.KPIFigure(x.code, v.Version, name, x.period, x.measure), of: of, version: v}
	if !v.Has(q.id) { // the hub's own version has no such measure
		return api.KPIOfNation{Reason: ptr(projections.NotApplicable), Definition: api.Definition{Code: x.code, Version: v.Version}}
	}
	f := q.figureOf(x.m, x.c.at)
	return api.KPIOfNation{ID: f.ID, Value: f.Value, Reason: f.Reason, Coverage: f.Coverage, Definition: f.Definition}
}

func (s *Server) compareKPI(c *call) (answer, error) {
	out := api.KPIComparison{Items: []api.KPIOfHub{}, Regions: []api.KPIOfRegion{}, Seq: c.at}
	var err error
	c.read(func(m *projections.Models) { err = c.compare(m, &out) })
	if err != nil {
		return answer{}, err
	}
	return tabled(c, out, out.Items), nil
}

func (c *call) compare(m *projections.Models, out *api.KPIComparison) (err error) {
	x := comparison{c: c, m: m, of: make(map[string]*projections.KPIVersion)}
	x.code, _ = kpiPath.of(c)
	if x.period, err = c.period(m); err != nil {
		return err
	}
	other, given := countedBy.of(c)
	if given && other.code != x.code {
		return badParameter.because("definition is %s@%d; it should be a version of %s.", clip(other.code), other.number, clip(x.code))
	}
	if given {
		if x.named, given = m.KPIs.Version(other.code, other.number); !given {
			return noVersion(other.code, other.number)
		}
	}
	nation, _ := m.Scope(projections.England, c.at)
	shown := x.named
	for _, icb := range nation.ICBs {
		if v, known := m.KPIs.VersionInForce(x.code, domain.HubID(icb), x.period.Half(), c.at); known {
			x.of[icb] = v
			if x.named == nil && (shown == nil || v.Version > shown.Version) {
				shown = v
			}
		}
	}
	if shown == nil {
		return notFound.because("No hub is to return an indicator %s of %s as known at seq %d; definition asks for a version that is not in force, and GET /v1/kpis lists all.", clip(x.code), x.period, c.at)
	}
	names, units := shown.Units()
	if x.measure, given = measureIs.of(c); !given {
		x.measure = names[0]
	}
	i := slices.Index(names, x.measure)
	if i < 0 {
		return notFound.because("Indicator %s@%d has no measure %s; it has %s.", x.code, shown.Version, clip(x.measure), orList(names))
	}
	out.Code, out.Version, out.Title, out.Measure, out.Unit, out.Period = x.code, shown.Version, shown.Title, x.measure, units[i], x.period.String()
	regions := make(map[string][]string)
	for _, icb := range nation.ICBs {
		hub, _ := m.Hubs.Get(domain.HubID(icb), c.at)
		regions[hub.Region] = append(regions[hub.Region], icb)
		f := x.figure(icb, projections.Scope{ICBs: []string{icb}})
		if f.Value == nil && !hub.ActiveOn(x.period.Last) {
			continue // another goes on in its place, or it is not there yet
		}
		out.Items = append(out.Items, api.KPIOfHub{Hub: hub.Hub, Region: hub.Region, KPIOfNation: f})
	}
	for _, region := range slices.Sorted(maps.Keys(regions)) {
		if region != "" {
			out.Regions = append(out.Regions, api.KPIOfRegion{Region: region, KPIOfNation: x.figure(region, projections.Scope{ICBs: regions[region]})})
		}
	}
	out.National = x.figure(projections.England, nation)
	return nil
}
