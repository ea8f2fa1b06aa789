package placement

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Neighbours are the other rooms of the hub's stream, as far as placements ask
// them. All answer from the same state of the stream.
type Neighbours struct {
	Hubs         Hubs
	Environments Environments
	Educators    Educators
}

// Hubs is which hubs there are.
type Hubs interface {
	ActiveOn(hub domain.HubID, day domain.Date) bool
}

// Environments is where learners may learn.
type Environments interface {
	// Known reports whether an environment is recorded.
	Known(le uuid.UUID) bool
	// ApprovedOn reports whether a site of an environment is approved for
	// learners of a profession on a day, suspended or not.
	ApprovedOn(le uuid.UUID, site, profession string, day domain.Date) bool
	// SuspendedOn reports whether an environment is suspended on a day, and
	// whether placements that have begun stop too.
	SuspendedOn(le uuid.UUID, day domain.Date) (suspended, running bool)
}

// Educators is who may teach learners.
type Educators interface {
	// SupervisesOn reports whether a person is approved to supervise learners
	// of a profession on a day.
	SupervisesOn(person uuid.UUID, profession string, day domain.Date) bool
	// AssessesOn reports whether a person is approved to assess them.
	AssessesOn(person uuid.UUID, profession string, day domain.Date) bool
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
	// RateOn is the rate of a key in an area on a day, and false where none is
	// published.
	RateOn(kind domain.RateKind, key, area string, day domain.Date) (domain.RateSet, bool)
	// ThresholdOn is a limit of a scheme on a day, and false where the scheme
	// has no such limit then.
	ThresholdOn(scheme, key string, day domain.Date) (domain.Threshold, bool)
}

// The streams whose views are an Organisations and a National.
const (
	OrganisationsStream = "organisations"
	NationalStream      = "national"
)
