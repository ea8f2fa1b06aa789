package kpi

import (
	"cmp"
	"slices"

	"github.com/hubledger/hubledger/domain"
)

// View is the indicators as they were known at a revision of the stream.
type View struct {
	state    *State
	revision int64
}

// View is the state as it was at a revision.
func (s *State) View(revision int64) View { return View{s, revision} }

// KPIDefinition is a version of an indicator, and false where it is not
// published. Its slices are not to be changed.
func (v View) KPIDefinition(code string, version int) (domain.KPIDefinitionPublished, bool) {
	known, _ := v.state.definitions.At(code, v.revision)
	if version < 1 || version > len(known) {
		return domain.KPIDefinitionPublished{}, false
	}
	return known[version-1], true
}

// KPISets are the sets that a hub of a level of maturity returns for a
// half-year, by name: of each the highest version that is for both. Level 0 is a
// hub whose maturity was never assessed.
func (v View) KPISets(period domain.HalfYear, maturity int) []domain.KPISetAdopted {
	all, _ := v.state.sets.At(nation{}, v.revision)
	var of []domain.KPISetAdopted
	for _, e := range slices.Backward(all) { // of a name, the highest version first
		if e.From <= period && e.AppliesToMaturity <= maturity && !slices.ContainsFunc(of, func(o domain.KPISetAdopted) bool { return o.Set == e.Set }) {
			of = append(of, e)
		}
	}
	slices.SortFunc(of, func(a, b domain.KPISetAdopted) int { return cmp.Compare(a.Set, b.Set) })
	return of
}

// ReturnDue says when a return of a half-year is due, and false where nothing is
// published of it.
func (v View) ReturnDue(kind domain.ReturnKind, period domain.HalfYear) (domain.ReturnCalendarPublished, bool) {
	return v.state.due.At(dated{kind, period}, v.revision)
}
