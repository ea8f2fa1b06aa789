package domain

import "github.com/google/uuid"

// The events of a person's stream that say where the person stands: with a
// regulator, and at work.

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

// RegistrationChecked says what a regulator's register said of a person on a
// day. A registration lapses, so it is a fact of that day. The number is
// personal and not in it.
type RegistrationChecked struct {
	Person    uuid.UUID          `json:"person"`
	Regulator Regulator          `json:"regulator"`
	Result    RegistrationResult `json:"result"`
	On        Date               `json:"on"`
}

// EmploymentStatusConfirmed says whether a person worked on a day, and whether
// in primary care.
type EmploymentStatusConfirmed struct {
	Person        uuid.UUID `json:"person"`
	On            Date      `json:"on"`
	Employed      bool      `json:"employed"`
	InPrimaryCare bool      `json:"inPrimaryCare"`
	Source        string    `json:"source"` // who or what says so
}

func (RegistrationChecked) EventType() string       { return "RegistrationChecked" }
func (EmploymentStatusConfirmed) EventType() string { return "EmploymentStatusConfirmed" }

func (RegistrationChecked) isEvent()       {}
func (EmploymentStatusConfirmed) isEvent() {}
