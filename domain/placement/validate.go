package placement

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

const (
	maxCapacity = 1000
	maxMonths   = 120 // of one offer, and so of one placement
)

const (
	keyForm   = "should be 2 to 40 capital letters, digits and underscores, the first a letter"
	partyForm = "should be the code of an organisation: 2 to 20 capital letters, digits and hyphens"
)

// Validate implements domain.CommandData.
func (c OfferPlacement) Validate(f *domain.FieldErrors) {
	f.Check(c.Hub == "" || c.Hub.Valid(), "/hub", "should be the id of a hub, such as QE1 or QE1~fylde-coast")
	id(f, c.LE, "/le", "learning environment")
	f.Check(domain.IsParty(c.Site), "/site", partyForm)
	f.Check(domain.IsKey(c.Profession), "/profession", keyForm)
	f.Check(c.Regulator == "" || c.Regulator.Valid(), "/regulator", "should be GDC, GMC, GOC, GPHC, HCPC, NMC or SWE, or left out where nobody regulates the profession")
	days(f, c.From, c.To)
	f.Check(c.Capacity >= 1 && c.Capacity <= maxCapacity, "/capacity", "should be 1 to %d", maxCapacity)
}

// Validate implements domain.CommandData.
func (c AllocatePlacement) Validate(f *domain.FieldErrors) {
	id(f, c.Offer, "/offer", "offer")
	id(f, c.Learner, "/learner", "learner")
	id(f, c.Supervisor, "/supervisor", "supervisor")
	f.Check(c.HEI == "" || domain.IsParty(c.HEI), "/hei", partyForm)
	days(f, c.From, c.To)
}

// Validate implements domain.CommandData.
func (c StartPlacement) Validate(f *domain.FieldErrors) {
	id(f, c.Placement, "/placement", "placement")
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c RecordPlacementDays) Validate(f *domain.FieldErrors) {
	id(f, c.Placement, "/placement", "placement")
	f.Required(c.From, "/from")
	f.Required(c.To, "/to")
	f.Check(c.To.IsZero() || c.From <= c.To && c.To <= c.From.MonthEnd(), "/to", "should be in the month of from, %s, and not before it", c.From)
	f.Check(c.Days >= 0 && c.Days <= max(0, int(c.To-c.From)+1), "/days", "should be 0 to the days from %s to %s", c.From, c.To)
}

// Validate implements domain.CommandData.
func (c CompletePlacement) Validate(f *domain.FieldErrors) {
	id(f, c.Placement, "/placement", "placement")
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c CancelPlacement) Validate(f *domain.FieldErrors) {
	id(f, c.Placement, "/placement", "placement")
	f.Check(c.Party.Valid(), "/party", "should be LEARNER, ENVIRONMENT, EDUCATION_PROVIDER, HUB or SCHOOL")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData. That a price lies in one financial
// year is a rule: it may have been paid otherwise.
func (c PricePlacement) Validate(f *domain.FieldErrors) {
	id(f, c.Placement, "/placement", "placement")
	rates(f, c.Kind, c.Key, c.Area)
	days(f, c.From, c.To)
	f.Check(domain.IsParty(c.Payer), "/payer", partyForm)
	f.Check(c.Route.Valid(), "/route", "should be DIRECT, HUB, TRUST or EDUCATION_PROVIDER")
	if c.Route == domain.RouteDirect {
		f.Check(c.Via == "", "/via", "should be left out where the money comes DIRECT")
	} else {
		f.Check(domain.IsParty(c.Via), "/via", partyForm)
	}
	f.Check(domain.IsParty(c.Payee), "/payee", partyForm)
	f.Pence(c.Pence, "/pence", 0)
}

// Validate implements domain.CommandData.
func (c RepricePlacement) Validate(f *domain.FieldErrors) {
	id(f, c.Price, "/price", "price")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
	f.Pence(c.Pence, "/pence", 0)
}

// Validate implements domain.CommandData.
func (c RepriceTariff) Validate(f *domain.FieldErrors) {
	rates(f, c.Kind, c.Key, c.Area)
	f.Required(c.From, "/from")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

func id(f *domain.FieldErrors, id uuid.UUID, pointer, of string) {
	f.Check(id != uuid.Nil, pointer, "is required, the %s's id", of)
}

func days(f *domain.FieldErrors, from, to domain.Date) {
	f.Required(from, "/from")
	f.Required(to, "/to")
	f.Check(to.IsZero() || from <= to && (from.IsZero() || to < from.AddMonths(maxMonths)), "/to", "should not be before from, %s, nor %d months or more after it", from, maxMonths)
}

func rates(f *domain.FieldErrors, kind domain.RateKind, key, area string) {
	f.Check(kind == domain.RateTariff || kind == domain.RateGrant, "/refKind", "should be TARIFF or GRANT")
	f.Check(domain.IsKey(key), "/key", keyForm)
	f.Check(domain.IsKey(area), "/area", keyForm)
}
