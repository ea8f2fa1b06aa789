package commissioning

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Neighbours are the other rooms of the hub's stream, as far as decisions ask
// them. All answer from the same state of the stream.
type Neighbours struct {
	Hubs       Hubs
	Funds      Funds
	Contract   Contract
	Planning   Planning
	Governance Governance
}

// Hubs is which hubs there are.
type Hubs interface {
	// ActiveOn reports whether a hub's first day has come by a day.
	ActiveOn(hub domain.HubID, day domain.Date) bool
	// Follows is from which day on the ICS hub follows another, and false where
	// it does not.
	Follows(predecessor domain.HubID) (domain.Date, bool)
}

// Funds is the money of the hub's fund lines.
type Funds interface {
	// Available is what of a line is neither promised nor incurred, in pence.
	Available(line domain.FundLine) domain.Pence
	// ValidOn reports whether the money of a line may pay for what is received
	// on a day.
	ValidOn(line domain.FundLine, day domain.Date) bool
	// Serves reports whether the money of a line may be spent on a purpose.
	Serves(line domain.FundLine, purpose domain.FundPurpose) bool
}

// Contract is the footing that the hub works on.
type Contract interface {
	// InForceOn reports whether the hub has a contract in force on a day.
	InForceOn(day domain.Date) bool
	// PolicyOn is the policy of a kind in force on a day, whether its review is
	// overdue, and false where there is none.
	PolicyOn(kind domain.PolicyKind, day domain.Date) (p domain.PolicyAdopted, pastReview, ok bool)
	// ThresholdOn is a limit in pence of the policy of a kind in force on a
	// day, and false where it sets none of the key.
	ThresholdOn(kind domain.PolicyKind, key string, day domain.Date) (domain.Pence, bool)
}

// Planning is what the hub knows and what is needed.
type Planning interface {
	// NeedOpenOn reports whether a training need is open on a day, and whether
	// it is recorded at all.
	NeedOpenOn(need uuid.UUID, day domain.Date) (open, known bool)
	// Received reports whether intelligence is recorded.
	Received(intelligence uuid.UUID) bool
}

// Governance is who meets, what matters to them, and who may decide what.
type Governance interface {
	// Item is an item of a meeting that was held, and false where there is
	// none.
	Item(meeting uuid.UUID, item string) (Item, bool)
	// Quorate reports whether some of those who were there are enough to decide
	// an item, by the terms of the body that met.
	Quorate(meeting uuid.UUID, item string, deciding []uuid.UUID) bool
	// Terms is the quorum of a meeting. How many of those who decide have to be
	// without a conflict is held here.
	Terms(meeting uuid.UUID) (domain.Quorum, bool)
	// PriorityOn reports whether a priority is current on a day, and whether it
	// is recorded at all.
	PriorityOn(priority uuid.UUID, day domain.Date) (current, known bool)
	// Delegation is a delegation to a person, and false where there is none.
	Delegation(id uuid.UUID) (Delegation, bool)
	// HubLimitOn is the most that a locality hub may decide on by itself on a
	// day, gross, and whether it is limited at all.
	HubLimitOn(hub domain.HubID, day domain.Date) (limit domain.Pence, limited bool)
}

// Item is an item of a meeting.
type Item struct {
	On      domain.Date
	Chair   uuid.UUID   // person
	Present []uuid.UUID // persons with a vote who were there when it was decided
	// Limit is the most that the body may decide on, gross, and no limit where
	// Limited is false.
	Limit   domain.Pence
	Limited bool
}

// Delegation is how much a person may decide on, and when.
type Delegation struct {
	Person   uuid.UUID
	Limit    domain.Pence // gross
	From, To domain.Date  // first and last day; no last day where it goes on
}

func (d Delegation) covers(day domain.Date) bool {
	return d.From <= day && (d.To.IsZero() || day <= d.To)
}

// The streams whose views are an Organisations and a National, and what the
// stream of a person begins with, whose view is an Interests.
const (
	OrganisationsStream = "organisations"
	NationalStream      = "national"
	personStream        = "person-"
)

// PersonStream is the stream of what a person declares.
func PersonStream(person uuid.UUID) string { return personStream + person.String() }

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
	// AccountableBodyOn is the code of the body that hubs account to on a day,
	// and false where none is named.
	AccountableBodyOn(day domain.Date) (string, bool)
	// ThresholdOn is a limit of a scheme on a day, and false where the scheme
	// has no such limit then.
	ThresholdOn(scheme, key string, day domain.Date) (domain.Threshold, bool)
	// WorkingDayAfter is the nth working day after a day, which does not
	// count; an error says which bank holidays are not published.
	WorkingDayAfter(day domain.Date, n int) (domain.Date, error)
	// Guidance is a version of a guidance, and false where it is not issued.
	Guidance(code, version string) (domain.GuidanceIssued, bool)
}

// Interests is what the room reads of a person's register.
type Interests interface {
	// Interest is an interest as it is declared, and false where it is not.
	Interest(id uuid.UUID) (domain.DeclaredInterest, bool)
}
