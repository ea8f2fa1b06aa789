package guidance

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Organisations is what the room reads of the register of organisations.
type Organisations interface {
	// Class is what kind of body a code names, and false where it is not
	// registered.
	Class(code string) (domain.OrganisationClass, bool)
	// OpenOn reports whether a registered organisation is open on a day, as
	// far as its first and its last day are known.
	OpenOn(code string, day domain.Date) bool
}

// OrganisationsStream is the stream whose view is an Organisations.
const OrganisationsStream = "organisations"

// State is what hubs are told nationally. Its slices are never written into.
type State struct {
	guidance domain.Register[string, []domain.GuidanceIssued]          // by code, as issued
	models   domain.Register[string, []domain.OperatingModelPublished] // by school, as published
	bodies   domain.Register[struct{}, []domain.AccountableBodyNamed]  // by first day

	endorsements  domain.Table[endorsement, domain.EndorsementRecorded]
	notifications domain.Table[uuid.UUID, notification]
}

type endorsement struct{ body, version string }

type notification struct {
	received domain.NotificationReceivedByHEE
	hubs     []domain.HubID // that it was passed to
}

// New is a nation in which nothing is recorded.
func New() *State { return &State{} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State {
	return &State{
		guidance: s.guidance.Fork(), models: s.models.Fork(), bodies: s.bodies.Fork(),
		endorsements: s.endorsements.Fork(), notifications: s.notifications.Fork(),
	}
}

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() {
	s.guidance.Merge()
	s.models.Merge()
	s.bodies.Merge()
	s.endorsements.Merge()
	s.notifications.Merge()
}

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	switch e.(type) {
	case domain.GuidanceIssued, domain.OperatingModelPublished, domain.EndorsementRecorded,
		domain.NotificationReceivedByHEE, domain.NotificationPassedToHub, domain.AccountableBodyNamed:
		return true
	}
	return false
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.GuidanceIssued:
		known, _ := s.guidance.Get(e.Code)
		s.guidance.Set(e.Code, r.Revision, append(slices.Clip(known), e))
	case domain.OperatingModelPublished:
		known, _ := s.models.Get(e.School)
		s.models.Set(e.School, r.Revision, append(slices.Clip(known), e))
	case domain.EndorsementRecorded:
		s.endorsements.Set(endorsement{e.Body, e.ProcessVersion}, e)
	case domain.NotificationReceivedByHEE:
		s.notifications.Set(e.Notification, notification{received: e})
	case domain.NotificationPassedToHub:
		n, _ := s.notifications.Get(e.Notification)
		n.hubs = append(slices.Clip(n.hubs), e.Hubs...)
		s.notifications.Set(e.Notification, n)
	case domain.AccountableBodyNamed:
		known, _ := s.bodies.Get(struct{}{})
		s.bodies.Set(struct{}{}, r.Revision, named(known, e))
	}
}

// named is known and one body more, or in the place of the same with the same
// first day, in the order of their first days. known is not written into.
func named(known []domain.AccountableBodyNamed, e domain.AccountableBodyNamed) []domain.AccountableBodyNamed {
	out := make([]domain.AccountableBodyNamed, 0, len(known)+1)
	for _, k := range known {
		if k.Party != e.Party || k.From != e.From {
			out = append(out, k)
		}
	}
	i := len(out)
	for i > 0 && out[i-1].From > e.From {
		i--
	}
	return slices.Insert(out, i, e)
}
