package career

import "github.com/hubledger/hubledger/domain"

// Hubs is what the room asks about the hubs of the ICS.
type Hubs interface {
	// ActiveOn reports whether a hub is there on a day.
	ActiveOn(hub domain.HubID, day domain.Date) bool
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

// National is what the room reads of published figures.
type National interface {
	// ThresholdsOn are the limits of a scheme that count on a day, with the id
	// of their publication, and false where none are published.
	ThresholdsOn(scheme string, day domain.Date) (domain.ThresholdsSet, bool)
	// RateOn is the rate of a key in an area on a day, and false where none is
	// published.
	RateOn(kind domain.RateKind, key, area string, day domain.Date) (domain.RateSet, bool)
}

// The limits that make the rule of a support, all in MONTHS or YEARS. A rule
// without one of them does not ask for it.
const (
	KeyQualifiedWithin = "QUALIFIED_WITHIN"  // from qualifying to the application, at most
	KeyContractAtLeast = "CONTRACT_AT_LEAST" // of the contract with the employer
	KeyLongest         = "LONGEST"           // of the support
	KeyShortest        = "SHORTEST"          // of the support, to be completed
)

// RuleScheme is the scheme whose limits are the rule of a kind of support for a
// profession: those on the day of application.
func RuleScheme(kind domain.SupportKind, profession string) string {
	return string(kind) + "_" + profession
}

// The rate of what a head of a profession has in a year.
const (
	cpd     = "CPD_"
	CPDArea = "ENGLAND"
	CPDUnit = "HEAD_YEAR"
)

// CPDKey is the key of that rate.
func CPDKey(profession string) string { return cpd + profession }
