package hub

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/governance"
)

// VoidEvent corrects an event that was recorded wrongly: it is reversed, and the
// right act is recorded in its place, in one command.
type VoidEvent struct {
	Event   uuid.UUID `json:"event" jsonschema:"Id of the wrong event, as the log states it."`
	Reason  string    `json:"reason" jsonschema:"What was wrong, at most 500 characters, no names."`
	By      uuid.UUID `json:"by,omitzero" jsonschema:"Id of the person who found it wrong; whoever gives the command where left out."`
	Instead *Instead  `json:"instead,omitzero" jsonschema:"The right act. Left out where nothing should have been recorded."`
}

// Instead is the right act: one of these, as its own command has it.
type Instead struct {
	AccrueCost         *funding.AccrueCost           `json:"accrueCost,omitzero" jsonschema:"In place of a cost, pay or overhead: as in accrue-cost."`
	ChargePay          *funding.ChargePay            `json:"chargePay,omitzero" jsonschema:"In place of a cost, pay or overhead: as in charge-pay."`
	ChargeHostOverhead *funding.ChargeHostOverhead   `json:"chargeHostOverhead,omitzero" jsonschema:"In place of a cost, pay or overhead: as in charge-host-overhead."`
	MakeCommitment     *funding.MakeCommitment       `json:"makeCommitment,omitzero" jsonschema:"In place of a commitment: as in make-commitment."`
	OfferGrant         *funding.OfferGrant           `json:"offerGrant,omitzero" jsonschema:"In place of an offer: as in offer-grant."`
	RecordPayment      *funding.RecordPayment        `json:"recordPayment,omitzero" jsonschema:"In place of a payment: as in record-payment."`
	VireBudget         *funding.VireBudget           `json:"vireBudget,omitzero" jsonschema:"In place of a virement: as in vire-budget."`
	RecordDecision     *commissioning.RecordDecision `json:"recordDecision,omitzero" jsonschema:"In place of what was decided: as in record-decision, of the same decision."`
	GrantDelegation    *governance.GrantDelegation   `json:"grantDelegation,omitzero" jsonschema:"In place of a delegation: as in grant-delegation."`
}

// right is an act that may stand in place of a wrong event.
type right struct {
	name   string // of its member
	data   domain.CommandData
	family family
}

// acts are those that are given.
func (i *Instead) acts() (all []right) {
	if i == nil {
		return nil
	}
	all = given(all, i.AccrueCost, "accrueCost", ofCosts)
	all = given(all, i.ChargePay, "chargePay", ofCosts)
	all = given(all, i.ChargeHostOverhead, "chargeHostOverhead", ofCosts)
	all = given(all, i.MakeCommitment, "makeCommitment", ofCommitments)
	all = given(all, i.OfferGrant, "offerGrant", ofGrants)
	all = given(all, i.RecordPayment, "recordPayment", ofPayments)
	all = given(all, i.VireBudget, "vireBudget", ofVirements)
	all = given(all, i.RecordDecision, "recordDecision", ofDecisions)
	return given(all, i.GrantDelegation, "grantDelegation", ofDelegations)
}

func given[C domain.CommandData](all []right, data *C, name string, of family) []right {
	if data == nil {
		return all
	}
	return append(all, right{name, *data, of})
}

// act is the right act of a command, and false where there is none.
func (c VoidEvent) act() (right, bool) {
	all := c.Instead.acts()
	if len(all) == 0 {
		return right{}, false
	}
	return all[0], true
}

// CommandName implements domain.CommandData.
func (VoidEvent) CommandName() string { return "void-event" }

// Validate implements domain.CommandData.
func (c VoidEvent) Validate(f *domain.FieldErrors) {
	f.Check(c.Event != uuid.Nil, "/event", "is required, the id of the event")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
	all := c.Instead.acts()
	f.Check(c.Instead == nil || len(all) == 1, "/instead", "has %d acts; it should have one, or be left out", len(all))
	for _, a := range all {
		var inner domain.FieldErrors
		a.data.Validate(&inner)
		for _, e := range inner.List {
			f.Add("/instead/"+a.name+e.Pointer, "%s", e.Detail)
		}
	}
}
