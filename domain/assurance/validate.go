package assurance

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

const (
	maxDomains      = 50
	maxDocs         = 30
	maxRequirements = 100
	maxWith         = 200
)

const (
	keyForm   = "should be 2 to 40 capital letters, digits and underscores, the first a letter"
	partyForm = "should be the code of an organisation: 2 to 20 capital letters, digits and hyphens"
	hubForm   = "should be the id of a hub, such as QE1 or QE1~fylde-coast"
)

// Validate implements domain.CommandData. Whether all domains are there is a
// rule: an assessment that left one out has been made all the same.
func (c AssessMaturity) Validate(f *domain.FieldErrors) {
	named(f, c.Hub)
	f.Check(domain.IsKey(c.Matrix), "/matrix", keyForm)
	f.Check(c.Version >= 1, "/version", "should be 1 or more")
	f.Check(len(c.Scores) >= 1 && len(c.Scores) <= maxDomains, "/scores", "has %d; it should have 1 to %d", len(c.Scores), maxDomains)
	seen := make(map[string]bool, len(c.Scores))
	for i, s := range c.Scores {
		at := fmt.Sprintf("/scores/%d", i)
		f.Check(domain.IsKey(s.Domain), at+"/domain", keyForm)
		f.Check(!seen[s.Domain], at+"/domain", "names %s a second time", s.Domain)
		seen[s.Domain] = true
		f.Check(s.Level >= 0, at+"/level", "should be 0 or more")
		f.Check(!s.DocHash.IsZero(), at+"/docHash", "is required, the SHA-256 of the document that shows it")
	}
	assessor(f, c.Assessor, c.Party)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c AssessAssurance) Validate(f *domain.FieldErrors) {
	named(f, c.Hub)
	f.Check(c.Item.Valid(), "/item", "should be GOVERNANCE, MATURITY, WORKFORCE_PLANS, FUNDING or ENGAGEMENT")
	f.Required(c.PeriodFrom, "/periodFrom")
	f.Required(c.PeriodTo, "/periodTo")
	f.Check(c.PeriodTo.IsZero() || c.PeriodTo >= c.PeriodFrom, "/periodTo", "should not be before periodFrom, %s", c.PeriodFrom)
	f.Check(c.Rating.Valid(), "/rating", "should be SUBSTANTIAL, MODERATE, LIMITED or UNSATISFACTORY")
	f.Text(c.Findings, "/findings", 1, domain.MaxFreeText)
	f.Check(len(c.DocHashes) >= 1 && len(c.DocHashes) <= maxDocs, "/docHashes", "has %d; it should have 1 to %d", len(c.DocHashes), maxDocs)
	seen := make(map[domain.Hash]bool, len(c.DocHashes))
	for i, h := range c.DocHashes {
		at := fmt.Sprintf("/docHashes/%d", i)
		f.Check(!h.IsZero(), at, "should be the SHA-256 of a document")
		f.Check(!seen[h], at, "names %s a second time", h)
		seen[h] = true
	}
	assessor(f, c.Assessor, c.Party)
	f.Required(c.On, "/on")
	f.Check(c.On.IsZero() || c.On >= c.PeriodFrom, "/on", "should not be before the period begins, %s", c.PeriodFrom)
}

// Validate implements domain.CommandData.
func (c DeclareShortfall) Validate(f *domain.FieldErrors) {
	named(f, c.Hub)
	f.Check(len(c.Requirements) >= 1 && len(c.Requirements) <= maxRequirements, "/requirements", "has %d; it should have 1 to %d", len(c.Requirements), maxRequirements)
	seen := make(map[string]bool, len(c.Requirements))
	for i, u := range c.Requirements {
		at := fmt.Sprintf("/requirements/%d", i)
		f.Check(domain.IsKey(u.Requirement), at+"/requirement", keyForm)
		f.Check(!seen[u.Requirement], at+"/requirement", "names %s a second time", u.Requirement)
		seen[u.Requirement] = true
		least := 0
		if u.Assessment == uuid.Nil {
			least = 1
		}
		f.Text(u.Reason, at+"/reason", least, domain.MaxFreeText)
	}
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c CloseShortfall) Validate(f *domain.FieldErrors) {
	id(f, c.Shortfall, "/shortfall", "shortfall")
	f.Required(c.On, "/on")
	f.Text(c.Outcome, "/outcome", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c AgreeInterimArrangement) Validate(f *domain.FieldErrors) {
	id(f, c.Shortfall, "/shortfall", "shortfall")
	f.Check(len(c.Requirements) >= 1, "/requirements", "should have one or more")
	once(f, c.Requirements, "/requirements", maxRequirements, domain.IsKey, keyForm)
	f.Check(c.Provider.Kind.Valid(), "/provider/kind", "should be HUB, ACCOUNTABLE_BODY or OTHER")
	if c.Provider.Kind == domain.ProviderHub {
		f.Check(domain.HubID(c.Provider.Code).Valid(), "/provider/code", hubForm)
	} else {
		f.Check(domain.IsParty(c.Provider.Code), "/provider/code", partyForm)
	}
	f.Required(c.From, "/from")
	f.Required(c.Until, "/until")
	f.Check(c.Until.IsZero() || c.Until >= c.From, "/until", "should not be before from, %s", c.From)
	id(f, c.Approver, "/approver", "approver")
	f.Check(domain.IsParty(c.Office), "/office", partyForm)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c EndInterimArrangement) Validate(f *domain.FieldErrors) {
	id(f, c.Arrangement, "/arrangement", "arrangement")
	f.Required(c.On, "/on")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c ShareGoodPractice) Validate(f *domain.FieldErrors) {
	named(f, c.Hub)
	f.Text(c.Title, "/title", 1, domain.MaxName)
	f.Text(c.Audience, "/audience", 1, domain.MaxName)
	f.Check(len(c.WithHubs)+len(c.WithParties) >= 1, "", "should name whom it was shared with: withHubs, withParties or both")
	once(f, c.WithHubs, "/withHubs", maxWith, domain.HubID.Valid, hubForm)
	once(f, c.WithParties, "/withParties", maxWith, domain.IsParty, partyForm)
	f.Required(c.On, "/on")
}

func named(f *domain.FieldErrors, hub domain.HubID) {
	f.Check(hub == "" || hub.Valid(), "/hub", hubForm)
}

func assessor(f *domain.FieldErrors, person uuid.UUID, party string) {
	id(f, person, "/assessor", "assessor")
	f.Check(domain.IsParty(party), "/party", partyForm)
}

func id(f *domain.FieldErrors, id uuid.UUID, pointer, of string) {
	f.Check(id != uuid.Nil, pointer, "is required, the %s's id", of)
}

// once checks a list of texts, each of which is there once.
func once[T ~string](f *domain.FieldErrors, all []T, pointer string, most int, valid func(T) bool, form string) {
	f.Check(len(all) <= most, pointer, "has %d; it should have at most %d", len(all), most)
	seen := make(map[T]bool, len(all))
	for i, s := range all {
		at := fmt.Sprintf("%s/%d", pointer, i)
		f.Check(valid(s), at, "%s", form)
		f.Check(!seen[s], at, "names %s a second time", s)
		seen[s] = true
	}
}
