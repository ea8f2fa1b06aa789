package role

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// State is the posts of one ICS. Its slices are never written into.
type State struct {
	hub domain.HubID // the ICS hub

	posts     domain.Table[uuid.UUID, post]
	rotations domain.Table[uuid.UUID, domain.RotationalPostCreated]
	legs      domain.Table[job, leg]

	work   domain.Table[job, []span]          // that somebody does, as the days follow
	jobs   domain.Table[uuid.UUID, []job]     // of a person, as begun
	scheme domain.Table[place, []uuid.UUID]   // posts that the scheme is to pay for, as proposed
	years  domain.Table[year, entitlement]    // of a PCN
	claims domain.Table[uuid.UUID, claim]     // by claim
	paid   domain.Table[uuid.UUID, []claimed] // by post
}

// post is a post as it stands. What has not happened is zero.
type post struct {
	proposed  domain.RolePostProposed
	recruited domain.RolePostRecruited
	embedded  domain.RoleEmbedded        // the newest
	lapsed    domain.RoleEmbeddingLapsed // of that
	held      []span                     // embedded before it lapsed, in the order of the days
	ended     domain.RolePostEnded
}

// from is the first day of a post: the intended one until somebody is
// recruited.
func (p post) from() domain.Date {
	if p.recruited.Start.IsZero() {
		return p.proposed.From
	}
	return p.recruited.Start
}

func (p post) standsOn(day domain.Date) bool {
	return p.from() <= day && (p.ended.On.IsZero() || day <= p.ended.On)
}

// leg is a leg of a rotational post that has begun.
type leg struct {
	started domain.RotationLegStarted
	ended   domain.RotationLegEnded
}

// job is what somebody works in: a post, or a leg of one.
type job struct {
	post uuid.UUID
	leg  int // 0 is the post itself
}

// span is some days of a job.
type span struct {
	from, to domain.Date // first and last day; no last day while it goes on
	fte      domain.FTE
}

func (s span) covers(day domain.Date) bool {
	return s.from <= day && (s.to.IsZero() || day <= s.to)
}

// place is a type of role in a PCN.
type place struct{ pcn, roleType string }

// year is a year of a PCN.
type year struct {
	pcn string
	fy  domain.FinancialYear
}

// entitlement is what a PCN may be reimbursed in a year, and what it claimed.
type entitlement struct {
	set     domain.RoleEntitlementSet // zero where it is not set
	claimed domain.Pence
}

// claim is a claim as it is recorded.
type claim = domain.ReimbursementClaimed

// claimed is what was claimed for some days of a post.
type claimed struct {
	from, to domain.Date // first and last day
	pence    domain.Pence
}

// New is the ICS of an ICB, in which no post is proposed.
func New(icb string) *State { return &State{hub: domain.HubID(icb)} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State {
	return &State{
		hub: s.hub, posts: s.posts.Fork(), rotations: s.rotations.Fork(), legs: s.legs.Fork(), work: s.work.Fork(), jobs: s.jobs.Fork(),
		scheme: s.scheme.Fork(), years: s.years.Fork(), claims: s.claims.Fork(), paid: s.paid.Fork(),
	}
}

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() {
	s.posts.Merge()
	s.rotations.Merge()
	s.legs.Merge()
	s.work.Merge()
	s.jobs.Merge()
	s.scheme.Merge()
	s.years.Merge()
	s.claims.Merge()
	s.paid.Merge()
}
