package assurance

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Neighbours are the other rooms of the hub's stream, as far as assurance asks
// them. All answer from the same state of the stream.
type Neighbours struct {
	Hubs       Hubs
	Contract   Contract
	Programmes Programmes
}

// Hubs is which hubs there are.
type Hubs interface {
	// ActiveOn reports whether a hub is there on a day.
	ActiveOn(hub domain.HubID, day domain.Date) bool
}

// Contract is the contract that the hub works on.
type Contract interface {
	// RequirementsOn are the codes of what the contract in force on a day asks
	// for in the financial year of the day, and the contract's id; none where
	// no contract is in force or it says nothing of the year.
	RequirementsOn(day domain.Date) (contract uuid.UUID, requirements []string)
}

// Programmes is which programmes there are.
type Programmes interface {
	// Programme is a programme as it was proposed, and false where there is
	// none.
	Programme(id uuid.UUID) (domain.ProgrammeProposed, bool)
}

// Organisations is what the room reads of the register of organisations.
type Organisations interface {
	// Class is what kind of body a code names, and false where it is not
	// registered.
	Class(code string) (domain.OrganisationClass, bool)
	// OpenOn reports whether a registered organisation is open on a day, as
	// far as its first and its last day are known.
	OpenOn(code string, day domain.Date) bool
	// Parents are the parents of a child by a kind of relationship on a day.
	Parents(child string, kind domain.RelationshipKind, day domain.Date) []string
}

// National is what the room reads of what holds nationally.
type National interface {
	// MaturityMatrix is a version of a matrix, and false where it is not
	// published.
	MaturityMatrix(matrix string, version int) (domain.MaturityMatrixPublished, bool)
	// MaturityMatrixOn is the version of a matrix that counts on a day, and
	// false where none does.
	MaturityMatrixOn(matrix string, day domain.Date) (domain.MaturityMatrixPublished, bool)
	// CoreFunctionOn reports whether hubs are to deliver something whatever
	// their contract says, by a matrix that counts on the day.
	CoreFunctionOn(requirement string, day domain.Date) bool
	// AccountableBodyOn is the code of the body that hubs account to on a day,
	// and false where none is named.
	AccountableBodyOn(day domain.Date) (string, bool)
}

// The streams whose views are an Organisations and a National.
const (
	OrganisationsStream = "organisations"
	NationalStream      = "national"
)
