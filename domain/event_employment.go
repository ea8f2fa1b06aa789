package domain

import "github.com/google/uuid"

// The events of a person's stream that say whether the person works.

// EmploymentStatusConfirmed says whether a person worked on a day, and whether
// in primary care.
type EmploymentStatusConfirmed struct {
	Person        uuid.UUID `json:"person"`
	On            Date      `json:"on"`
	Employed      bool      `json:"employed"`
	InPrimaryCare bool      `json:"inPrimaryCare"`
	Source        string    `json:"source"` // who or what says so
}

func (EmploymentStatusConfirmed) EventType() string { return "EmploymentStatusConfirmed" }

func (EmploymentStatusConfirmed) isEvent() {}
