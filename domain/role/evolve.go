package role

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	switch e.(type) {
	case domain.RolePostProposed, domain.RolePostRecruited, domain.RoleEmbedded, domain.RoleEmbeddingLapsed, domain.RolePostFTEChanged, domain.RolePostEnded,
		domain.RotationalPostCreated, domain.RotationLegStarted, domain.RotationLegEnded, domain.RoleEntitlementSet, domain.ReimbursementClaimed:
		return true
	}
	return false
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.RolePostProposed:
		s.change(e.Post, func(p *post) { p.proposed = e })
		if e.Funding == domain.FundingARRS {
			push(&s.scheme, place{e.PCN, e.RoleType}, e.Post)
		}
	case domain.RolePostRecruited:
		s.change(e.Post, func(p *post) { p.recruited = e })
		s.begin(e.Person, job{post: e.Post}, span{from: e.Start, fte: e.FTE})
	case domain.RoleEmbedded:
		s.change(e.Post, func(p *post) { p.embedded, p.lapsed = e, domain.RoleEmbeddingLapsed{} })
	case domain.RoleEmbeddingLapsed:
		s.change(e.Post, func(p *post) {
			p.lapsed = e
			p.held = append(slices.Clip(p.held), span{from: p.embedded.On, to: e.On})
		})
	case domain.RolePostFTEChanged:
		j := job{post: e.Post}
		last := s.end(j, e.From.AddDays(-1))
		push(&s.work, j, span{from: e.From, to: last, fte: e.FTE})
	case domain.RolePostEnded:
		s.change(e.Post, func(p *post) { p.ended = e })
		s.end(job{post: e.Post}, e.On)
	case domain.RotationalPostCreated:
		s.rotations.Set(e.Post, e)
	case domain.RotationLegStarted:
		j := job{e.Post, e.Leg}
		s.legs.Set(j, leg{started: e})
		s.begin(e.Person, j, span{e.On, e.To, e.FTE})
	case domain.RotationLegEnded:
		j := job{e.Post, e.Leg}
		known, _ := s.legs.Get(j)
		s.legs.Set(j, leg{known.started, e})
		s.end(j, e.On)
	case domain.RoleEntitlementSet:
		of := year{e.PCN, e.FY}
		known, _ := s.years.Get(of)
		s.years.Set(of, entitlement{e, known.claimed})
	case domain.ReimbursementClaimed:
		s.claims.Set(e.Claim, e)
		push(&s.paid, e.Post, claimed{e.From, e.To, e.Pence})
		of := year{e.PCN, e.FY}
		known, _ := s.years.Get(of)
		s.years.Set(of, entitlement{known.set, known.claimed + e.Pence})
	}
}

func (s *State) change(id uuid.UUID, assign func(*post)) {
	p, _ := s.posts.Get(id)
	assign(&p)
	s.posts.Set(id, p)
}

// begin puts a person to work.
func (s *State) begin(person uuid.UUID, j job, days span) {
	push(&s.jobs, person, j)
	push(&s.work, j, days)
}

// end ends the last span of a job, where there is one, and returns the last day
// that it had before.
func (s *State) end(j job, day domain.Date) (before domain.Date) {
	all, _ := s.work.Get(j)
	if n := len(all); n > 0 {
		all = slices.Clone(all)
		before, all[n-1].to = all[n-1].to, day
		s.work.Set(j, all)
	}
	return before
}

// push puts a value behind those of a key.
func push[K comparable, V any](t *domain.Table[K, []V], k K, v V) {
	known, _ := t.Get(k)
	t.Set(k, append(slices.Clip(known), v))
}
