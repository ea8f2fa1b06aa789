package funding

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Neighbours are the other rooms of the hub's stream, as far as money asks
// them. All answer from the same state of the stream.
type Neighbours struct {
	Hubs          Hubs
	Commissioning Commissioning
	Contract      Contract
	Governance    Governance
}

// Hubs is which hubs there are.
type Hubs interface {
	// ActiveOn reports whether a hub's first day has come by a day.
	ActiveOn(hub domain.HubID, day domain.Date) bool
	// Succession is how the ICS hub is succeeded, and false where it is not.
	Succession() (domain.HubSucceeded, bool)
	// Follows is from which day on the ICS hub follows another, and false where
	// it does not.
	Follows(predecessor domain.HubID) (domain.Date, bool)
}

// Commissioning is what was decided and awarded.
type Commissioning interface {
	// Award is false where no award has the id.
	Award(id uuid.UUID) (Award, bool)
	// Approval is what a decision approved, and false where there is no
	// decision with the id.
	Approval(decision uuid.UUID) (Approval, bool)
}

// Award is an award as it stands, with its variations.
type Award struct {
	// Decisions are that of the award and then those of its variations; none
	// where nothing was decided.
	Decisions []uuid.UUID
	Supplier  string
	Value     domain.Amount
	InForce   bool // awarded, any standstill over, and not ended
}

// Approval is what a decision says of money.
type Approval struct {
	Approved   bool         // it approves, and has not been reversed
	Candidate  string       // whom it approves of
	Max        domain.Pence // gross
	Lines      []domain.FundLine
	Needs      []uuid.UUID
	Priorities []uuid.UUID
	// NoPriority says that it stands as an exception, with a reason.
	NoPriority bool
}

// Contract is the contract between the accountable body and the hub.
type Contract interface {
	InForceOn(day domain.Date) bool
}

// Governance is the hub's posts and who may decide on how much.
type Governance interface {
	// Established is the funded full-time equivalents of a post in a year, and
	// false where the establishment has no such post.
	Established(hub domain.HubID, post string, fy domain.FinancialYear) (domain.FTE, bool)
	// LimitOn is the most that a person's delegations cover on a day, gross,
	// and false where there is none.
	LimitOn(person uuid.UUID, day domain.Date) (domain.Pence, bool)
}

// OrganisationsStream is the stream whose view is an Organisations.
const OrganisationsStream = "organisations"

// Organisations is what the room reads of the register of organisations.
type Organisations interface {
	// Class is what kind of body a code names, and false where it is not
	// registered.
	Class(code string) (domain.OrganisationClass, bool)
	// OpenOn reports whether a registered organisation is open on a day, as
	// far as its first and its last day are known.
	OpenOn(code string, day domain.Date) bool
}
