package role

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Neighbours are the other rooms of the hub's stream, as far as posts ask them.
// All answer from the same state of the stream.
type Neighbours struct {
	Hubs          Hubs
	Registrations Registrations
}

// Hubs is what the room asks about the hubs of the ICS.
type Hubs interface {
	// ActiveOn reports whether a hub is there on a day.
	ActiveOn(hub domain.HubID, day domain.Date) bool
}

// Registrations is what checks of the regulators' registers found.
type Registrations interface {
	// Checked is the day of the newest check of a regulator's register for a
	// person that was made by a day, 0 where there was none, and whether it
	// found them there.
	Checked(person uuid.UUID, regulator domain.Regulator, by domain.Date) (on domain.Date, registered bool)
}

// The streams whose views are an Organisations and a National.
const (
	OrganisationsStream = "organisations"
	NationalStream      = "national"
)

// Organisations is what the room reads of the register of organisations.
type Organisations interface {
	// Class is what kind of body a code names, and false where it is not
	// registered.
	Class(code string) (domain.OrganisationClass, bool)
	// OpenOn reports whether a registered organisation is open on a day, as
	// far as its first and its last day are known.
	OpenOn(code string, day domain.Date) bool
}

// National is what the room reads of what holds for the whole nation.
type National interface {
	// RoleType is the newest version of a type of role, and false where none is
	// defined.
	RoleType(code string) (domain.RoleTypeDefined, bool)
	// RoleTypeOn is the version that counts on a day, and false where none
	// does.
	RoleTypeOn(code string, day domain.Date) (domain.RoleTypeDefined, bool)
	// RateOn is the rate of a key in an area on a day, and false where none is
	// published.
	RateOn(kind domain.RateKind, key, area string, day domain.Date) (domain.RateSet, bool)
	// ThresholdOn is a limit of a scheme on a day, and false where the scheme
	// has no such limit then.
	ThresholdOn(scheme, key string, day domain.Date) (domain.Threshold, bool)
}

// What the room reads of published figures, by their keys.
const (
	// Scheme is the scheme of the limits of the Additional Roles Reimbursement
	// Scheme.
	Scheme = "ARRS"
	// KeyEmbeddedAtLeast is how many MONTHS a role is intended to last at
	// least.
	KeyEmbeddedAtLeast = "EMBEDDED_AT_LEAST"
	// EntitlementKey and EntitlementArea are those of the rate of a PCN's
	// entitlement, for EntitlementUnit. A maximum is for MaximumUnit.
	EntitlementKey  = "PCN"
	EntitlementArea = "ENGLAND"
	EntitlementUnit = "THOUSAND_WEIGHTED_PATIENTS"
	MaximumUnit     = "FTE_YEAR"
)
