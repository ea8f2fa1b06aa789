package governance

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	switch e.(type) {
	case domain.WIGConstituted, domain.WIGMemberAppointed, domain.WIGMemberLeft, domain.MeetingHeld, domain.OversightReviewHeld,
		domain.PlanAlignmentConfirmed, domain.EngagementRecorded, domain.PriorityEndorsed, domain.HubTeamMemberAppointed, domain.HubTeamMemberLeft,
		domain.EstablishmentSet, domain.DelegationGranted, domain.DelegationRevoked, domain.PCNLeadNamed, domain.PCNLeadEnded:
		return true
	}
	return false
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.WIGConstituted:
		push(&s.terms, struct{}{}, e)
	case domain.WIGMemberAppointed:
		push(&s.members, e.Person, tenure[domain.WIGMemberAppointed]{of: e, from: e.From})
		once(&s.people, struct{}{}, e.Person)
	case domain.WIGMemberLeft:
		end(&s.members, e.Person, e.On)
	case domain.MeetingHeld:
		s.facts.Set(e.Meeting, e)
	case domain.OversightReviewHeld:
		s.facts.Set(e.Review, e)
	case domain.PlanAlignmentConfirmed:
		s.facts.Set(e.Confirmation, e)
	case domain.EngagementRecorded:
		s.facts.Set(e.Engagement, e)
	case domain.PriorityEndorsed:
		s.facts.Set(e.Priority, e)
	case domain.HubTeamMemberAppointed:
		of := post{e.Hub, e.Role}
		push(&s.team, part{of, e.Person}, tenure[domain.HubTeamMemberAppointed]{of: e, from: e.From})
		once(&s.people, struct{}{}, e.Person)
		once(&s.parts, e.Person, of)
		once(&s.staff, of, e.Person)
	case domain.HubTeamMemberLeft:
		end(&s.team, part{post{e.Hub, e.Role}, e.Person}, e.On)
	case domain.EstablishmentSet:
		s.establishment.Set(funded{post{e.Hub, e.Role}, e.FY}, e.FTE)
	case domain.DelegationGranted:
		s.facts.Set(e.Delegation, e)
		push(&s.granted, holderOf(e), e.Delegation)
		if e.Person != uuid.Nil {
			once(&s.people, struct{}{}, e.Person)
		}
	case domain.DelegationRevoked:
		s.revoked.Set(e.Delegation, e)
	case domain.PCNLeadNamed:
		push(&s.leads, leading{e.PCN, e.Kind, e.Person}, tenure[domain.PCNLeadNamed]{of: e, from: e.From})
		once(&s.led, leading{pcn: e.PCN, kind: e.Kind}, e.Person)
	case domain.PCNLeadEnded:
		end(&s.leads, leading{e.PCN, e.Kind, e.Person}, e.On)
	}
}

// push puts a value behind those of a key.
func push[K comparable, V any](t *domain.Table[K, []V], k K, v V) {
	known, _ := t.Get(k)
	t.Set(k, append(slices.Clip(known), v))
}

// once does so where the value is not among them.
func once[K, V comparable](t *domain.Table[K, []V], k K, v V) {
	if known, _ := t.Get(k); !slices.Contains(known, v) {
		push(t, k, v)
	}
}

// end ends the last tenure of a key.
func end[K comparable, E any](t *domain.Table[K, []tenure[E]], k K, day domain.Date) {
	all, _ := t.Get(k)
	t.Set(k, ended(all, day))
}
