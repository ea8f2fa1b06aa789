package projections

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/measure"
)

// people are the persons that a measure counts, each once in every scope.
type people struct {
	known map[who]*individual
	all   []*individual // in the order first met
	of    []*individual // by the number of a thing: whom it is about
}

// who is a person, or a thing that names none.
type who struct {
	person uuid.UUID
	thing  int
}

// individual is what is counted of a person.
type individual struct {
	things []counted
	legs   []leg
}

// counted is what a thing counts of a person, for a hub.
type counted struct {
	number int
	hub    domain.HubID
	spans  []measure.Counted
}

func newPeople() *people { return &people{known: make(map[who]*individual)} }

// countPeople takes in what a thing counts of a person.
func (c *counter) countPeople(cite citation, number int, hub domain.HubID, person uuid.UUID, spans []measure.Counted, regions map[string]string) {
	key := who{person: person}
	if person == uuid.Nil {
		key.thing = number + 1
	}
	one := c.people.known[key]
	if one == nil {
		one = &individual{}
		c.people.known[key] = one
		c.people.all = append(c.people.all, one)
	}
	for len(c.people.of) <= number {
		c.people.of = append(c.people.of, nil)
	}
	if was := c.people.of[number]; was != nil {
		was.things = slices.DeleteFunc(was.things, func(t counted) bool { return t.number == number })
		if was != one { // it is about somebody else now
			c.unite(cite, was, regions)
		}
	}
	c.people.of[number] = one
	one.things = append(one.things, counted{number, hub, spans})
	c.unite(cite, one, regions)
}

// move counts the people of an ICS in its region again.
func (c *counter) move(cite citation, icb string, regions map[string]string) {
	if c.people == nil {
		return
	}
	for _, one := range c.people.all {
		if slices.ContainsFunc(one.things, func(t counted) bool { return t.hub.ICB() == icb }) {
			c.unite(cite, one, regions)
		}
	}
}

// unite posts what has changed of a person, whose spans are united in each
// scope, for each combination of dimensions.
func (c *counter) unite(cite citation, one *individual, regions map[string]string) {
	if c.version.failed > 0 {
		return
	}
	in := make(map[string][]measure.Counted)
	var scopes []string
	add := func(scope string, spans []measure.Counted) {
		if !slices.Contains(scopes, scope) {
			scopes = append(scopes, scope)
		}
		in[scope] = append(in[scope], spans...)
	}
	for _, t := range one.things {
		if len(t.spans) == 0 {
			continue
		}
		icb := t.hub.ICB()
		if t.hub.IsLocality() {
			add(string(t.hub), t.spans)
		}
		add(icb, t.spans)
		if region := regions[icb]; region != "" {
			add(region, t.spans)
		}
		add(England, t.spans)
	}
	slices.Sort(scopes) // accounts are opened in an order that does not depend on the things'
	var legs []leg
	for _, scope := range scopes {
		for of := range subset(1 << len(c.By)) {
			for _, s := range measure.Union(some(in[scope], of)) {
				legs = c.lay(legs, scope, of, s.By, s)
			}
		}
	}
	one.legs = c.post(cite, one.legs, legs)
}

// some are spans by some of their dimensions alone.
func some(spans []measure.Counted, of subset) []measure.Counted {
	out := make([]measure.Counted, len(spans))
	for i, s := range spans {
		out[i] = s
		out[i].By = nil
		for d, v := range s.By {
			if of&(1<<d) != 0 {
				out[i].By = append(out[i].By, v)
			}
		}
	}
	return out
}
