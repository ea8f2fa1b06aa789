package http

import (
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// ambitions are all ambitions by all definitions, side by side.
func (s *Server) ambitions(c *call) (answer, error) {
	out := api.AmbitionList{Items: []api.Ambition{}, Nationally: api.Nationally{Seq: c.at}}
	c.read(func(m *projections.Models) {
		day := c.day(m)
		out.On = orNull(day)
		for _, d := range m.Ambitions.Definitions(day, c.at) {
			out.Items = append(out.Items, ambitionOf(m, d, day, c.at))
		}
	})
	return tabled(c, out, out.Items), nil
}

func ambitionOf(m *projections.Models, d projections.Definition, day domain.Date, n eventstore.Seq) api.Ambition {
	e := d.Set.Event
	row := api.Ambition{
		Ambition: e.Ambition, Definition: e.Version, Title: e.Title, Counts: e.Definition, Unit: e.Unit, Target: e.Target, Baseline: e.Baseline,
		BaselineOn: e.BaselineOn, Deadline: e.Deadline, Source: e.Source, PublishedOn: e.PublishedOn, Superseded: orNull(d.SupersededBy),
		Seqs: seqs(d.Set.Seq),
	}
	if figures := m.Ambitions.Progress(e.Ambition, e.Version, day, n); len(figures) > 0 {
		newest := figures[len(figures)-1]
		row.NewestAsAt, row.Newest, row.Seqs = &newest.Event.AsAt, &newest.Event.Value, seqs(d.Set.Seq, newest.Seq)
	}
	return row
}

// progress is the progress to an ambition by one definition. Definitions give
// different figures of one day and none of them is the figure: so without one
// there is no answer.
func (s *Server) progress(c *call) (answer, error) {
	code, _ := ambitionPath.of(c)
	by, _ := definitionIs.of(c)
	first, _ := asAtFrom.of(c)
	last, given := asAtTo.of(c)
	if given && last < first {
		return answer{}, badParameter.because("to is %s; it should not be before from, %s.", last, first)
	}
	out := api.AmbitionProgress{Items: []api.AmbitionFigure{}, Nationally: api.Nationally{Seq: c.at}}
	var err error
	c.read(func(m *projections.Models) {
		day := c.day(m)
		out.On = orNull(day)
		var d projections.Definition
		if d, err = chosenDefinition(m.Ambitions.Of(code, day, c.at), code, by, c.at); err != nil {
			return
		}
		out.Definition = ambitionOf(m, d, day, c.at)
		for _, f := range m.Ambitions.Progress(code, by, day, c.at) {
			e := f.Event
			if e.AsAt >= first && (!given || e.AsAt <= last) {
				out.Items = append(out.Items, api.AmbitionFigure{AsAt: e.AsAt, Value: e.Value, Report: e.Report, Source: e.Source, PublishedOn: e.PublishedOn, Seqs: seqs(d.Set.Seq, f.Seq)})
			}
		}
	})
	if err != nil {
		return answer{}, err
	}
	return tabled(c, out, out.Items), nil
}

// chosenDefinition is the one by a name among those of an ambition.
func chosenDefinition(known []projections.Definition, code, by string, n eventstore.Seq) (projections.Definition, error) {
	if len(known) == 0 {
		return projections.Definition{}, notFound.because("There is no ambition %s as known at seq %d; GET /v1/ambitions lists them.", clip(code), n)
	}
	var names []string
	for _, d := range known {
		names = append(names, d.Set.Event.Version)
	}
	i := slices.Index(names, by)
	switch {
	case by == "":
		return projections.Definition{}, badParameter.because("definition should be %s: each counts otherwise, and none is the figure.", orList(names))
	case i < 0:
		return projections.Definition{}, badParameter.because("definition is %s; of %s it should be %s.", clip(by), clip(code), orList(names))
	}
	return known[i], nil
}
