package contract

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// State is the footing that one ICS hub works on. Its slices are never written
// into.
type State struct {
	hub domain.HubID

	contracts  domain.Table[uuid.UUID, contract]
	signed     domain.Table[struct{}, []uuid.UUID] // contracts, as signed
	agreements domain.Table[uuid.UUID, agreement]
	drafted    domain.Table[struct{}, []uuid.UUID]                        // agreements, as drafted
	policies   domain.Table[domain.PolicyKind, []domain.PolicyAdopted]    // as adopted
	models     domain.Table[domain.HubID, []domain.OperatingModelAdopted] // as adopted
}

// contract is what is known of one contract.
type contract struct {
	signed     domain.HubContractSigned
	variations []domain.HubContractVaried
	ended      domain.HubContractEnded
}

// last is the contract's last day, as varied and ended.
func (c contract) last() domain.Date {
	if !c.ended.On.IsZero() {
		return c.ended.On
	}
	return c.newest().To
}

// newest is what the contract says by its newest variation.
func (c contract) newest() domain.HubContractVaried {
	if n := len(c.variations); n > 0 {
		return c.variations[n-1]
	}
	return c.original()
}

// original is what the contract says without a variation.
func (c contract) original() domain.HubContractVaried {
	return domain.HubContractVaried{
		Contract: c.signed.Contract, Hub: c.signed.Hub, On: c.signed.From, To: c.signed.To,
		Schedules: c.signed.Schedules, ReportingDuties: c.signed.ReportingDuties,
	}
}

// termsOn is what the contract says on a day.
func (c contract) termsOn(day domain.Date) domain.HubContractVaried {
	for _, v := range slices.Backward(c.variations) { // each follows the one before
		if v.On <= day {
			return v
		}
	}
	return c.original()
}

func (c contract) covers(day domain.Date) bool { return c.signed.From <= day && day <= c.last() }

// agreement is what is known of one governance agreement.
type agreement struct {
	drafted domain.GovernanceAgreementDrafted
	signed  domain.GovernanceAgreementSigned
	lapsed  domain.GovernanceAgreementLapsed
}

// open reports whether it is a draft that is neither signed nor given up.
func (a agreement) open() bool { return a.signed.From.IsZero() && a.lapsed.On.IsZero() }

// last is the last day of a signed agreement, 0 where it goes on.
func (a agreement) last() domain.Date {
	if !a.lapsed.On.IsZero() {
		return a.lapsed.On
	}
	return a.signed.To
}

// meets reports whether a signed agreement is in force on one of some days; to
// is 0 where they go on.
func (a agreement) meets(from, to domain.Date) bool {
	last := a.last()
	return !a.signed.From.IsZero() && (to.IsZero() || a.signed.From <= to) && (last.IsZero() || from <= last)
}

// New is the hub of an ICB, of whose footing nothing is recorded.
func New(icb string) *State { return &State{hub: domain.HubID(icb)} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State {
	return &State{
		hub: s.hub, contracts: s.contracts.Fork(), signed: s.signed.Fork(), agreements: s.agreements.Fork(),
		drafted: s.drafted.Fork(), policies: s.policies.Fork(), models: s.models.Fork(),
	}
}

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() {
	s.contracts.Merge()
	s.signed.Merge()
	s.agreements.Merge()
	s.drafted.Merge()
	s.policies.Merge()
	s.models.Merge()
}

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	switch e.(type) {
	case domain.HubContractSigned, domain.HubContractVaried, domain.HubContractEnded,
		domain.GovernanceAgreementDrafted, domain.GovernanceAgreementSigned, domain.GovernanceAgreementLapsed,
		domain.PolicyAdopted, domain.OperatingModelAdopted:
		return true
	}
	return false
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.HubContractSigned:
		s.contracts.Set(e.Contract, contract{signed: e})
		push(&s.signed, struct{}{}, e.Contract)
	case domain.HubContractVaried:
		c, _ := s.contracts.Get(e.Contract)
		c.variations = append(slices.Clip(c.variations), e)
		s.contracts.Set(e.Contract, c)
	case domain.HubContractEnded:
		c, _ := s.contracts.Get(e.Contract)
		c.ended = e
		s.contracts.Set(e.Contract, c)
	case domain.GovernanceAgreementDrafted:
		s.agreements.Set(e.Agreement, agreement{drafted: e})
		push(&s.drafted, struct{}{}, e.Agreement)
	case domain.GovernanceAgreementSigned:
		a, _ := s.agreements.Get(e.Agreement)
		a.signed = e
		s.agreements.Set(e.Agreement, a)
	case domain.GovernanceAgreementLapsed:
		a, _ := s.agreements.Get(e.Agreement)
		a.lapsed = e
		s.agreements.Set(e.Agreement, a)
	case domain.PolicyAdopted:
		push(&s.policies, e.Kind, e)
	case domain.OperatingModelAdopted:
		push(&s.models, e.Hub, e)
	}
}

// push puts a value behind those of a key.
func push[K comparable, V any](t *domain.Table[K, []V], k K, v V) {
	known, _ := t.Get(k)
	t.Set(k, append(slices.Clip(known), v))
}
