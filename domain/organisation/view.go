package organisation

import "github.com/hubledger/hubledger/domain"

// View is the register as it was at a revision of its stream: what other
// streams' decisions may read.
type View struct {
	state    *State
	revision int64
}

// View implements domain.Aggregate. It is a View.
func (s *State) View(revision int64) any { return View{s, revision} }

// Organisation is what the register says of a code.
type Organisation struct {
	Code       string
	Name       string
	Class      domain.OrganisationClass
	Opened     domain.Date // first day; 0 where it is not known
	Closed     domain.Date // last day; 0 where it is open
	Successors []string
}

// Organisation is what a code names, and false where it is not registered.
func (v View) Organisation(code string) (Organisation, bool) {
	e, ok := v.state.entries.At(code, v.revision)
	if !ok {
		return Organisation{}, false
	}
	return Organisation{
		Code: code, Name: e.registered.Name, Class: e.registered.Class,
		Opened: e.registered.Opened, Closed: e.closed, Successors: append([]string(nil), e.successors...),
	}, true
}

// Class is what kind of body a code names, and false where it is not
// registered.
func (v View) Class(code string) (domain.OrganisationClass, bool) {
	e, ok := v.state.entries.At(code, v.revision)
	return e.registered.Class, ok
}

// OpenOn reports whether a code is registered and open on a day, as far as its
// first and last day are known.
func (v View) OpenOn(code string, day domain.Date) bool {
	e, ok := v.state.entries.At(code, v.revision)
	return ok && e.openOn(day)
}

// Parents are the parents of a child, an organisation or a person, by a kind
// of relationship on a day, in the order they were recorded. Where one of the
// two is not open on that day there is no relationship.
func (v View) Parents(child string, kind domain.RelationshipKind, day domain.Date) []string {
	if e, registered := v.state.entries.At(child, v.revision); registered && !e.openOn(day) {
		return nil
	}
	var out []string
	spans, _ := v.state.relationships.At(childKind{child, kind}, v.revision)
	for _, s := range spans {
		if s.covers(day) && v.OpenOn(s.parent, day) {
			out = append(out, s.parent)
		}
	}
	return out
}
