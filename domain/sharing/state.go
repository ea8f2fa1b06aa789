package sharing

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// State is what the hubs of one ICS share.
type State struct {
	hub domain.HubID // the ICS hub

	shares    domain.Table[uuid.UUID, share]
	resources domain.Table[uuid.UUID, domain.ResourceCatalogued]
	published domain.Table[publication, domain.ResourcePublished]
	// moneyOf is the share that a transfer or virement is of; none where that
	// was withdrawn.
	moneyOf domain.Table[uuid.UUID, uuid.UUID]
}

// share is what is known of one share. What has not happened, or is recorded in
// another stream, is zero.
type share struct {
	offered  domain.ResourceShareOffered
	accepted domain.ResourceShareAccepted
	ended    domain.ResourceShareEnded // of either side: both end on one day
}

// sides are those recorded in this stream, that which gives first.
func (s share) sides() (sides []domain.ResourceShare) {
	if s.offered.Share != uuid.Nil {
		sides = append(sides, s.offered.ResourceShare)
	}
	if s.accepted.Share != uuid.Nil {
		sides = append(sides, s.accepted.ResourceShare)
	}
	return sides
}

// publication is a resource on a platform.
type publication struct {
	resource uuid.UUID
	platform string
}

// New is the ICS of an ICB, in which nothing is shared.
func New(icb string) *State { return &State{hub: domain.HubID(icb)} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State {
	return &State{hub: s.hub, shares: s.shares.Fork(), resources: s.resources.Fork(), published: s.published.Fork(), moneyOf: s.moneyOf.Fork()}
}

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() {
	s.shares.Merge()
	s.resources.Merge()
	s.published.Merge()
	s.moneyOf.Merge()
}

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	switch e.(type) {
	case domain.ResourceShareOffered, domain.ResourceShareAccepted, domain.ResourceShareEnded,
		domain.ResourceCatalogued, domain.ResourcePublished:
		return true
	}
	return false
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.ResourceShareOffered:
		s.change(e.Share, func(one *share) { one.offered = e })
		s.moneyOf.Set(e.Transfer, e.Share)
	case domain.ResourceShareAccepted:
		s.change(e.Share, func(one *share) { one.accepted = e })
		s.moneyOf.Set(e.Transfer, e.Share)
	case domain.ResourceShareEnded:
		s.change(e.Share, func(one *share) { one.ended = e })
		s.moneyOf.Set(e.Transfer, uuid.Nil)
	case domain.ResourceCatalogued:
		s.resources.Set(e.Resource, e)
	case domain.ResourcePublished:
		s.published.Set(publication{e.Resource, e.Platform}, e)
	}
}

func (s *State) change(id uuid.UUID, change func(*share)) {
	one, _ := s.shares.Get(id)
	change(&one)
	s.shares.Set(id, one)
}
