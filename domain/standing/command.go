package standing

import "github.com/hubledger/hubledger/domain"

// RecordRegistrationCheck records what a regulator's register says of the
// person.
type RecordRegistrationCheck struct {
	Regulator domain.Regulator          `json:"regulator" jsonschema:"GMC, NMC, HCPC, GPHC, GDC, GOC or SWE."`
	Result    domain.RegistrationResult `json:"result" jsonschema:"REGISTERED, REGISTERED_WITH_CONDITIONS, SUSPENDED or NOT_REGISTERED (lapsed, removed or not found)."`
	On        domain.Date               `json:"on" jsonschema:"The day of the check, YYYY-MM-DD."`
}

// ConfirmEmploymentStatus records whether the person works, such as 12 months
// after a programme.
type ConfirmEmploymentStatus struct {
	On            domain.Date `json:"on" jsonschema:"The day it is true on, YYYY-MM-DD."`
	Employed      bool        `json:"employed" jsonschema:"Whether the person works."`
	InPrimaryCare bool        `json:"inPrimaryCare" jsonschema:"Whether the person works in primary care."`
	Source        string      `json:"source" jsonschema:"Who or what says so, no names of persons."`
}

// CommandName implements domain.CommandData.
func (RecordRegistrationCheck) CommandName() string { return "record-registration-check" }

// CommandName implements domain.CommandData.
func (ConfirmEmploymentStatus) CommandName() string { return "confirm-employment-status" }

// Validate implements domain.CommandData.
func (c RecordRegistrationCheck) Validate(f *domain.FieldErrors) {
	f.Check(c.Regulator.Valid(), "/regulator", "should be GMC, NMC, HCPC, GPHC, GDC, GOC or SWE")
	f.Check(c.Result.Valid(), "/result", "should be REGISTERED, REGISTERED_WITH_CONDITIONS, SUSPENDED or NOT_REGISTERED")
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c ConfirmEmploymentStatus) Validate(f *domain.FieldErrors) {
	f.Required(c.On, "/on")
	f.Check(c.Employed || !c.InPrimaryCare, "/inPrimaryCare", "should be false: the person does not work")
	f.Text(c.Source, "/source", 1, domain.MaxName)
}
