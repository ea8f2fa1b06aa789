package domain

import "github.com/google/uuid"

// LocalityDecisionApproved says that the ICS hub agrees to a decision of a
// locality hub, or from its money, that is above what is delegated to that hub.
// It comes before the decision.
type LocalityDecisionApproved struct {
	Decision  uuid.UUID         `json:"decision"`
	Max       Pence             `json:"maxPence"` // the most that it may cost, gross
	Authority DecisionAuthority `json:"authority"`
	On        Date              `json:"on"`
}

func (LocalityDecisionApproved) EventType() string { return "LocalityDecisionApproved" }

func (LocalityDecisionApproved) isEvent() {}
