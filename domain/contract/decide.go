package contract

import (
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
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
	// AccountableBodyOn is the code of the body that hubs account to on a day,
	// and false where none is named.
	AccountableBodyOn(day domain.Date) (string, bool)
	// OperatingModel is the first day of a version of a school's Operating
	// Model, and false where it is not published.
	OperatingModel(school, version string) (domain.Date, bool)
}

// Hubs is what the room asks about the hubs of the ICS.
type Hubs interface {
	// ActiveOn reports whether a hub is there on a day.
	ActiveOn(hub domain.HubID, day domain.Date) bool
	// HostOn is the code of the organisation that hosts a hub on a day, empty
	// where none is recorded.
	HostOn(hub domain.HubID, day domain.Date) string
	// School is the code of the Primary Care School that oversees a hub, empty
	// where none is recorded.
	School(hub domain.HubID) string
}

// The streams whose views are an Organisations and a National.
const (
	OrganisationsStream = "organisations"
	NationalStream      = "national"
)

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	switch c.(type) {
	case SignHubContract, VaryHubContract, EndHubContract, DraftGovernanceAgreement, SignGovernanceAgreement,
		LapseGovernanceAgreement, AdoptPolicy, AdoptOperatingModel:
		return true
	}
	return false
}

// Reads names the other streams that deciding a command of this room reads.
func (s *State) Reads(c domain.Command) []string {
	switch c.Data.(type) {
	case SignHubContract:
		return []string{OrganisationsStream, NationalStream}
	case AdoptOperatingModel:
		return []string{NationalStream}
	}
	return nil
}

// Decide answers a command of this room.
func (s *State) Decide(refs domain.References, hubs Hubs, c domain.Command, now time.Time) (domain.Decision, error) {
	d := decision{Checks: domain.Check(c), today: domain.BusinessDay(now), command: c.ID, hubs: hubs}
	if err := domain.TakeViews(refs, s.Reads(c), domain.At(OrganisationsStream, &d.orgs), domain.At(NationalStream, &d.national)); err != nil {
		return domain.Decision{}, err
	}
	switch data := c.Data.(type) {
	case SignHubContract:
		return s.sign(d, data)
	case VaryHubContract:
		return s.vary(d, data)
	case EndHubContract:
		return s.end(d, data)
	case DraftGovernanceAgreement:
		return s.draft(d, data)
	case SignGovernanceAgreement:
		return s.agree(d, data)
	case LapseGovernanceAgreement:
		return s.lapse(d, data)
	case AdoptPolicy:
		return s.adopt(d, data)
	case AdoptOperatingModel:
		return s.adoptModel(d, data)
	}
	return domain.Decision{}, fmt.Errorf("contract decides no %s", c.Data.CommandName())
}

// decision is what deciding one command goes by.
type decision struct {
	*domain.Checks
	today    domain.Date
	command  uuid.UUID
	hubs     Hubs
	orgs     Organisations // where a contract is signed
	national National      // where one is signed or a model adopted
}

// come holds that a day is not in the future.
func (d decision) come(day domain.Date, what string) {
	d.Must(RuleFuture, day <= d.today, "%s is after today, %s; the day %s should have come", day, d.today, what)
}
