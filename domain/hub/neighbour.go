package hub

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/contract"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/governance"
	"github.com/hubledger/hubledger/domain/topology"
)

// The rooms next to one another. A room says what it asks of another in its own
// words; where the other has other words, they are put into these here.

func (a *Aggregate) nearCommissioning() commissioning.Neighbours {
	return commissioning.Neighbours{
		Hubs: begun{a.topology}, Funds: a.funding, Contract: footing{a.contract},
		Planning: a.planning, Governance: authority{a.governance},
	}
}

func (a *Aggregate) nearFunding() funding.Neighbours {
	return funding.Neighbours{
		Hubs: begun{a.topology}, Commissioning: bought{a.commissioning}, Contract: footing{a.contract}, Governance: a.governance,
	}
}

// begun is which hubs there are for rooms without which the event means nothing
// where the hub is not there: one that is succeeded is still wound down, and
// what may be recorded of it the aggregate holds.
type begun struct{ *topology.State }

// ActiveOn reports whether a hub's first day has come by a day.
func (b begun) ActiveOn(id domain.HubID, day domain.Date) bool { return b.BegunBy(id, day) }

// footing is the contract that the hub works on.
type footing struct{ *contract.State }

// InForceOn reports whether the hub has a contract in force on a day.
func (f footing) InForceOn(day domain.Date) bool {
	_, ok := f.ContractOn(day)
	return ok
}

// authority is who may decide what.
type authority struct{ *governance.State }

// Item is an item of a meeting, and false where there is none.
func (a authority) Item(meeting uuid.UUID, item string) (commissioning.Item, bool) {
	i, ok := a.State.Item(meeting, item)
	return commissioning.Item(i), ok
}

// Delegation is a delegation to a person, and false where there is none.
func (a authority) Delegation(id uuid.UUID) (commissioning.Delegation, bool) {
	d, ok := a.State.Delegation(id)
	return commissioning.Delegation(d), ok
}

// bought is what was decided and awarded.
type bought struct{ *commissioning.State }

// Award is false where no award has the id.
func (b bought) Award(id uuid.UUID) (funding.Award, bool) {
	a, ok := b.State.Award(id)
	return funding.Award(a), ok
}

// Approval is what a decision approved, and false where there is no decision
// with the id.
func (b bought) Approval(id uuid.UUID) (funding.Approval, bool) {
	a, ok := b.State.Approval(id)
	return funding.Approval(a), ok
}
