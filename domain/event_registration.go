package domain

import "github.com/google/uuid"

// The events of a hub's stream that say what regulators' registers say.

// RegistrationResult is what a regulator's register says of somebody.
type RegistrationResult string

// The results of a check.
const (
	RegistrationCurrent    RegistrationResult = "REGISTERED"
	RegistrationConditions RegistrationResult = "REGISTERED_WITH_CONDITIONS"
	RegistrationSuspended  RegistrationResult = "SUSPENDED"
	RegistrationNone       RegistrationResult = "NOT_REGISTERED" // lapsed, removed or not found
)

// Valid reports whether r is one of the results.
func (r RegistrationResult) Valid() bool {
	switch r {
	case RegistrationCurrent, RegistrationConditions, RegistrationSuspended, RegistrationNone:
		return true
	}
	return false
}

// MayPractise reports whether somebody with the result may work in the
// profession.
func (r RegistrationResult) MayPractise() bool {
	return r == RegistrationCurrent || r == RegistrationConditions
}

// RegistrationChecked says what a hub found on a regulator's register of a
// person on a day. A registration lapses, so it is a fact of that day. The number is
// personal and not in it.
type RegistrationChecked struct {
	Hub       HubID              `json:"hub"` // that looked
	Person    uuid.UUID          `json:"person"`
	Regulator Regulator          `json:"regulator"`
	Result    RegistrationResult `json:"result"`
	On        Date               `json:"on"`
}

func (RegistrationChecked) EventType() string { return "RegistrationChecked" }

func (RegistrationChecked) isEvent() {}
