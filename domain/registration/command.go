package registration

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// RecordRegistrationCheck records what a regulator's register says of a
// person.
type RecordRegistrationCheck struct {
	Hub       domain.HubID              `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Person    uuid.UUID                 `json:"person" jsonschema:"The person's random id."`
	Regulator domain.Regulator          `json:"regulator" jsonschema:"GMC, NMC, HCPC, GPHC, GDC, GOC or SWE."`
	Result    domain.RegistrationResult `json:"result" jsonschema:"REGISTERED, REGISTERED_WITH_CONDITIONS, SUSPENDED or NOT_REGISTERED (lapsed, removed or not found)."`
	On        domain.Date               `json:"on" jsonschema:"The day of the check, YYYY-MM-DD."`
}

// CommandName implements domain.CommandData.
func (RecordRegistrationCheck) CommandName() string { return "record-registration-check" }

// Validate implements domain.CommandData.
func (c RecordRegistrationCheck) Validate(f *domain.FieldErrors) {
	f.Check(c.Hub == "" || c.Hub.Valid(), "/hub", "should be the id of a hub, such as QE1 or QE1~fylde-coast")
	f.Check(c.Person != uuid.Nil, "/person", "is required, the random id of a person")
	f.Check(c.Regulator.Valid(), "/regulator", "should be GMC, NMC, HCPC, GPHC, GDC, GOC or SWE")
	f.Check(c.Result.Valid(), "/result", "should be REGISTERED, REGISTERED_WITH_CONDITIONS, SUSPENDED or NOT_REGISTERED")
	f.Required(c.On, "/on")
}
