package educator

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Neighbours are the other rooms of the hub's stream, as far as educators ask
// them. All answer from the same state of the stream.
type Neighbours struct {
	Hubs          Hubs
	Registrations Registrations
}

// Hubs is which hubs there are.
type Hubs interface {
	ActiveOn(hub domain.HubID, day domain.Date) bool
}

// Registrations is what checks of the regulators' registers found.
type Registrations interface {
	// Checked is the day of the newest check of a regulator's register for a
	// person that was made by a day, 0 where there was none, and whether it
	// found them there.
	Checked(person uuid.UUID, regulator domain.Regulator, by domain.Date) (on domain.Date, registered bool)
}

// Organisations is what the room reads of the register of organisations.
type Organisations interface {
	// Class is what kind of body a code names, and false where it is not
	// registered.
	Class(code string) (domain.OrganisationClass, bool)
	// OpenOn reports whether a registered organisation is open on a day, as
	// far as its first and its last day are known.
	OpenOn(code string, day domain.Date) bool
}

// National is what the room reads of what holds nationally.
type National interface {
	// ThresholdOn is a limit of a scheme on a day, and false where the scheme
	// has no such limit then.
	ThresholdOn(scheme, key string, day domain.Date) (domain.Threshold, bool)
}

// The streams whose views are an Organisations and a National.
const (
	OrganisationsStream = "organisations"
	NationalStream      = "national"
)

// The published limit, in months, of how long before an approval a register
// was checked.
const (
	Scheme           = "EDUCATORS"
	KeyCheckedWithin = "CHECKED_WITHIN"
)
