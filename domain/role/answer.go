package role

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// FTEOn is how much a person works on a day, in all posts and legs of the
// hub's stream. A leg counts until its planned last day, or the one recorded.
func (s *State) FTEOn(person uuid.UUID, day domain.Date) (fte domain.FTE) {
	all, _ := s.jobs.Get(person)
	for _, j := range all {
		work, _ := s.work.Get(j)
		fte += on(work, day)
	}
	return fte
}

// most is the most that a person works in other jobs on one of some days, and
// the first such day.
func (s *State) most(person uuid.UUID, but job, days span) (most domain.FTE, when domain.Date) {
	var others []span
	all, _ := s.jobs.Get(person)
	for _, j := range all {
		if j != but {
			work, _ := s.work.Get(j)
			others = append(others, work...)
		}
	}
	most, when = on(others, days.from), days.from
	for _, o := range others { // it is the most where some work begins
		if sum := on(others, o.from); days.covers(o.from) && (sum > most || sum == most && o.from < when) {
			most, when = sum, o.from
		}
	}
	return most, when
}

// EmbeddedOn reports whether a post is embedded on a day.
func (s *State) EmbeddedOn(id uuid.UUID, day domain.Date) bool {
	p, _ := s.posts.Get(id)
	if p.embeds() && p.embedded.On <= day {
		return p.standsOn(day)
	}
	return slices.ContainsFunc(p.held, func(s span) bool { return s.covers(day) })
}

// embeds reports whether a post is found to be embedded, and has not lapsed.
func (p post) embeds() bool { return p.embedded.By != uuid.Nil && p.lapsed.On.IsZero() }
