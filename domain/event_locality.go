package domain

import "github.com/google/uuid"

// ICSAgreement is who agrees for the ICS hub: a meeting, or an officer.
type ICSAgreement struct {
	Meeting    uuid.UUID `json:"meeting,omitzero" jsonschema:"Of a meeting: its id."`
	Item       string    `json:"item,omitzero" jsonschema:"Of a meeting: the item of its agenda."`
	Officer    uuid.UUID `json:"officer,omitzero" jsonschema:"Of an officer: random id of the person."`
	Delegation uuid.UUID `json:"delegation,omitzero" jsonschema:"Of an officer: the id of the delegation."`
}

// LocalityDecisionApproved says that the ICS hub agrees to a decision of a
// locality hub, or from its money, that is above what is delegated to that hub.
// It comes before the decision.
type LocalityDecisionApproved struct {
	Decision uuid.UUID    `json:"decision"`
	Max      Pence        `json:"maxPence"` // the most that it may cost, gross
	By       ICSAgreement `json:"by"`
	On       Date         `json:"on"`
}

func (LocalityDecisionApproved) EventType() string { return "LocalityDecisionApproved" }

func (LocalityDecisionApproved) isEvent() {}
