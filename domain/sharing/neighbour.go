package sharing

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Neighbours are the other rooms of the hub's stream.
type Neighbours struct {
	Hubs      Hubs
	Assurance Assurance
	Money     Money
}

// Hubs is what the room asks about the hubs of the ICS.
type Hubs interface {
	// ActiveOn reports whether a hub is there on a day.
	ActiveOn(hub domain.HubID, day domain.Date) bool
}

// Assurance is what the room asks about how far hubs are.
type Assurance interface {
	// ExceedsIn reports whether a hub exceeds in a domain of a maturity matrix,
	// by its newest assessment by that matrix up to a day.
	ExceedsIn(hub domain.HubID, of string, day domain.Date) bool
}

// Money is what the room asks about money that went from line to line.
type Money interface {
	// Sent is a transfer to another ICS, and false where none has the id.
	Sent(transfer uuid.UUID) (domain.TransferSent, bool)
	// Received is a transfer from another ICS, and false where none has the id.
	Received(transfer uuid.UUID) (domain.TransferReceived, bool)
	// Vired is a virement, and false where none has the id, or it was taken
	// back.
	Vired(virement uuid.UUID) (domain.BudgetVired, bool)
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

// OrganisationsStream is the stream whose view is an Organisations.
const OrganisationsStream = "organisations"
