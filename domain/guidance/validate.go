package guidance

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

const maxHubs = 500

// Validate implements domain.CommandData.
func (c IssueGuidance) Validate(f *domain.FieldErrors) {
	f.Check(domain.IsKey(c.Code), "/code", "should be 2 to 40 capital letters, digits and underscores, such as TH_OPERATING_FRAMEWORK")
	version(f, c.Version, "/version")
	f.Text(c.Title, "/title", 1, domain.MaxName)
	f.Required(c.EffectiveFrom, "/effectiveFrom")
	if c.Supersedes != "" {
		version(f, c.Supersedes, "/supersedes")
		f.Check(c.Supersedes != c.Version, "/supersedes", "should be another version than %s itself", c.Version)
	}
}

// Validate implements domain.CommandData.
func (c PublishOperatingModel) Validate(f *domain.FieldErrors) {
	code(f, c.School, "/school")
	version(f, c.Version, "/version")
	f.Required(c.EffectiveFrom, "/effectiveFrom")
}

// Validate implements domain.CommandData.
func (c RecordEndorsement) Validate(f *domain.FieldErrors) {
	code(f, c.Body, "/body")
	version(f, c.ProcessVersion, "/processVersion")
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c RecordNotification) Validate(f *domain.FieldErrors) {
	f.Text(c.Source, "/source", 1, domain.MaxName)
	f.Check(c.SourceClass.Valid(), "/sourceClass", "should be 3 to 40 capital letters and underscores, such as HEALTH_INNOVATION_NETWORK")
	f.Text(c.Subject, "/subject", 1, domain.MaxFreeText)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c PassNotification) Validate(f *domain.FieldErrors) {
	f.Check(c.Notification != uuid.Nil, "/notification", "is required, the notification's id")
	f.Check(len(c.Hubs) >= 1 && len(c.Hubs) <= maxHubs, "/hubs", "has %d hubs; it should have 1 to %d", len(c.Hubs), maxHubs)
	seen := make(map[domain.HubID]bool, len(c.Hubs))
	for i, hub := range c.Hubs {
		at := fmt.Sprintf("/hubs/%d", i)
		f.Check(hub.Valid(), at, "should be the id of a hub, such as QE1 or QE1~fylde-coast")
		f.Check(!seen[hub], at, "names %s a second time", hub)
		seen[hub] = true
	}
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c NameAccountableBody) Validate(f *domain.FieldErrors) {
	code(f, c.Party, "/party")
	f.Required(c.From, "/from")
	f.Check(c.To.IsZero() || c.To >= c.From, "/to", "should not be before from, %s", c.From)
}

func version(f *domain.FieldErrors, s, pointer string) {
	f.Check(domain.IsVersion(s), pointer, "should be a version such as 3, 2.1 or 2023/24: 1 to 40 letters, digits, spaces, full stops, slashes, underscores and hyphens")
}

func code(f *domain.FieldErrors, s, pointer string) {
	f.Check(domain.IsParty(s), pointer, "should be the code of an organisation: 2 to 20 capital letters, digits and hyphens")
}
