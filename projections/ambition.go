package projections

import (
	"cmp"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Ambitions are how many more people are to work in general practice, and how
// many more do: by definition, as published.
type Ambitions struct {
	definitions table[string, domain.AmbitionSet] // by ambition
	codes       history[string]
	reports     table[definition, domain.AmbitionProgressReported]
	corrections table[uuid.UUID, domain.Date] // by the report corrected, the days of publication
}

type definition struct{ ambition, version string }

// NewAmbitions are those of an empty log.
func NewAmbitions() *Ambitions {
	return &Ambitions{
		definitions: make(table[string, domain.AmbitionSet]), reports: make(table[definition, domain.AmbitionProgressReported]),
		corrections: make(table[uuid.UUID, domain.Date]),
	}
}

// Name implements Model.
func (*Ambitions) Name() string { return "ambitions" }

// Apply implements Model.
func (a *Ambitions) Apply(r Record) error {
	switch e := r.Event.(type) {
	case domain.AmbitionSet:
		if a.definitions[e.Ambition] == nil {
			a.codes.add(r.Seq, e.Ambition)
		}
		a.definitions.add(e.Ambition, r.Seq, e)
	case domain.AmbitionProgressReported:
		a.reports.add(definition{e.Ambition, e.Version}, r.Seq, e)
		if e.Corrects != uuid.Nil {
			a.corrections.add(e.Corrects, r.Seq, e.PublishedOn)
		}
	}
	return nil
}

// Definition is an ambition under one definition of who counts.
type Definition struct {
	Set          Fact[domain.AmbitionSet]
	SupersededBy string // the definition that stands in its place, where there is one
}

// Definitions are those of all ambitions that were published by a day, as known
// at n: by ambition as first set, and in the order they were set.
func (a *Ambitions) Definitions(day domain.Date, n eventstore.Seq) (all []Definition) {
	for _, code := range a.codes.known(n) {
		all = append(all, a.Of(code, day, n)...)
	}
	return all
}

// Of are the definitions of one ambition; none where it is not set.
func (a *Ambitions) Of(ambition string, day domain.Date, n eventstore.Seq) (all []Definition) {
	for seq, e := range a.definitions[ambition].known(n) {
		if e.PublishedOn > day {
			continue
		}
		for i := range all {
			if e.Supersedes != "" && all[i].Set.Event.Version == e.Supersedes {
				all[i].SupersededBy = e.Version
			}
		}
		all = append(all, Definition{Set: fact(seq, e)})
	}
	return all
}

// Progress is how many more there were by a definition as at each day that was
// published by a day, as known at n, by the day it is as at. Of several
// publications of one figure the one published last counts, whenever it came to
// be known; one that is corrected never does.
func (a *Ambitions) Progress(ambition, version string, day domain.Date, n eventstore.Seq) (figures []Fact[domain.AmbitionProgressReported]) {
	for seq, e := range a.reports[definition{ambition, version}].known(n) {
		if e.PublishedOn > day || a.corrected(e.Report, day, n) {
			continue
		}
		i, found := slices.BinarySearchFunc(figures, e.AsAt, func(f Fact[domain.AmbitionProgressReported], asAt domain.Date) int {
			return cmp.Compare(f.Event.AsAt, asAt)
		})
		switch {
		case !found:
			figures = slices.Insert(figures, i, fact(seq, e))
		case figures[i].Event.PublishedOn < e.PublishedOn:
			figures[i] = fact(seq, e)
		}
	}
	return figures
}

func (a *Ambitions) corrected(report uuid.UUID, day domain.Date, n eventstore.Seq) bool {
	for _, published := range a.corrections[report].known(n) {
		if published <= day {
			return true
		}
	}
	return false
}
