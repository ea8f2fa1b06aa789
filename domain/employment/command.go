package employment

import "github.com/hubledger/hubledger/domain"

// ConfirmEmploymentStatus records whether the person works.
type ConfirmEmploymentStatus struct {
	On            domain.Date `json:"on" jsonschema:"The day it is true on, YYYY-MM-DD."`
	Employed      bool        `json:"employed" jsonschema:"Whether the person works."`
	InPrimaryCare bool        `json:"inPrimaryCare" jsonschema:"Whether the person works in primary care."`
	Source        string      `json:"source" jsonschema:"Who or what says so, no names of persons."`
}

// CommandName implements domain.CommandData.
func (ConfirmEmploymentStatus) CommandName() string { return "confirm-employment-status" }

// Validate implements domain.CommandData.
func (c ConfirmEmploymentStatus) Validate(f *domain.FieldErrors) {
	f.Required(c.On, "/on")
	f.Check(c.Employed || !c.InPrimaryCare, "/inPrimaryCare", "should be false: the person does not work")
	f.Text(c.Source, "/source", 1, domain.MaxName)
}
