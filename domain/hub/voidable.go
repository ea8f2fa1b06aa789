package hub

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// family is what sort of event can be voided. Acts of one family may stand for
// one another.
type family uint8

// The families.
const (
	ofCosts family = iota + 1 // costs, pay and overhead
	ofCommitments
	ofGrants
	ofPayments
	ofVirements
	ofDecisions
	ofDelegations
)

// voids is what corrections need to know of the events of a stream, and no
// more: those that can be voided, and what was built on the things they are
// about.
type voids struct {
	events  domain.Table[uuid.UUID, voidable] // by event id
	built   domain.Table[uuid.UUID, []use]    // by the id of the thing
	mirrors domain.Table[uuid.UUID, struct{}] // virements that take another back
}

// voidable is an event that can be voided.
type voidable struct {
	typ    string // a constant of the domain: no bytes of its own
	of     uuid.UUID
	family family
	voided bool
}

// use is an event that was built on a thing.
type use struct {
	event uuid.UUID
	typ   string
}

func (v *voids) fork() voids {
	return voids{events: v.events.Fork(), built: v.built.Fork(), mirrors: v.mirrors.Fork()}
}

func (v *voids) merge() {
	v.events.Merge()
	v.built.Merge()
	v.mirrors.Merge()
}

// evolve keeps what an event says of what can be voided.
func (v *voids) evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.CostAccrued:
		v.may(r, ofCosts, e.Accrual)
		v.uses(r, e.Commitment)
	case domain.PayCharged:
		v.may(r, ofCosts, e.Accrual)
	case domain.HostOverheadCharged:
		v.may(r, ofCosts, e.Accrual)
	case domain.CommitmentMade:
		if e.Grant == uuid.Nil { // that of a grant goes with its offer
			v.may(r, ofCommitments, e.Commitment)
		}
	case domain.GrantOffered:
		v.may(r, ofGrants, e.Grant)
		v.uses(r, e.Decision)
	case domain.CommitmentHandedOver:
		v.uses(r, e.Commitment)
	case domain.GrantAccepted:
		v.uses(r, e.Grant)
	case domain.GrantMilestoneMet:
		v.uses(r, e.Grant)
	case domain.PaymentMade:
		v.may(r, ofPayments, e.Payment)
		for _, a := range e.Allocations {
			v.uses(r, a.Accrual)
			v.uses(r, a.Commitment)
		}
	case domain.PaymentRecovered:
		v.uses(r, e.Payment)
	case domain.BudgetVired:
		v.may(r, ofVirements, e.Virement)
	case domain.DelegationGranted:
		v.may(r, ofDelegations, e.Delegation)
	case domain.ResourceShareOffered:
		if e.Counterpart.ICB() == e.Hub.ICB() { // what goes to another ICS is a transfer
			v.uses(r, e.Transfer)
		}
	case domain.EventVoided:
		v.void(e)
	default:
		v.evolveDecision(r)
	}
}

func (v *voids) evolveDecision(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.CommissioningDecisionMade:
		if e.Outcome == domain.OutcomeDefer {
			return
		}
		v.may(r, ofDecisions, e.Decision)
		v.built.Set(e.Decision, nil) // what came before was built on nothing
		v.uses(r, e.Authority.Delegation)
	case domain.DecisionRatified:
		v.uses(r, e.Decision)
	case domain.DecisionAmended:
		v.uses(r, e.Decision)
	case domain.NoticePublished:
		v.uses(r, e.Decision)
	case domain.StandstillStarted:
		v.uses(r, e.Decision)
	case domain.ContractAwarded:
		v.uses(r, e.Decision)
	case domain.AwardVaried:
		v.uses(r, e.Decision)
	}
}

func (v *voids) may(r domain.Recorded, f family, of uuid.UUID) {
	v.events.Set(r.ID, voidable{typ: r.Event.EventType(), of: of, family: f})
}

// uses says that an event is built on a thing, if it is on any.
func (v *voids) uses(r domain.Recorded, of uuid.UUID) {
	if of == uuid.Nil {
		return
	}
	all, _ := v.built.Get(of)
	v.built.Set(of, append(slices.Clip(all), use{r.ID, r.Event.EventType()}))
}

func (v *voids) void(e domain.EventVoided) {
	was, _ := v.events.Get(e.Event)
	was.voided = true
	v.events.Set(e.Event, was)
	if was.family == ofVirements {
		v.mirrors.Set(mirrorOf(was.of), struct{}{})
	}
}
