package sharing

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

const (
	maxTags   = 20
	maxURI    = 500
	maxFTE    = 1000 * domain.OneFTE
	maxPlaces = 100_000
)

const (
	hubForm = "should be the id of a hub, such as QE1 or QE1~fylde-coast"
	keyForm = "should be 2 to 40 capital letters, digits and underscores, the first a letter"
)

// Validate implements domain.CommandData.
func (c OfferResourceShare) Validate(f *domain.FieldErrors) {
	terms(f, c.Hub, c.Counterpart, c.Resource, c.Amount, c.Credit)
	f.Check(c.ExceedsIn == "" || domain.IsKey(c.ExceedsIn), "/exceedsIn", keyForm)
	least := 0
	if c.ExceedsIn == "" {
		least = 1
	}
	f.Text(c.Reason, "/reason", least, domain.MaxFreeText)
	days(f, c.From, c.Until, c.Amount.Pence)
	money(f, c.Amount.Pence, c.Transfer)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c AcceptResourceShare) Validate(f *domain.FieldErrors) {
	id(f, c.Share, "/share", "share")
	terms(f, c.Hub, c.Counterpart, c.Resource, c.Amount, c.Credit)
	days(f, c.From, c.Until, c.Amount.Pence)
	money(f, c.Amount.Pence, c.Transfer)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c EndResourceShare) Validate(f *domain.FieldErrors) {
	id(f, c.Share, "/share", "share")
	f.Required(c.On, "/on")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c CatalogueResource) Validate(f *domain.FieldErrors) {
	f.Check(c.Hub == "" || c.Hub.Valid(), "/hub", hubForm)
	f.Text(c.Title, "/title", 1, domain.MaxName)
	f.Check(domain.IsParty(c.Owner), "/owner", "should be the code of an organisation: 2 to 20 capital letters, digits and hyphens")
	uri(f, c.URI)
	f.Check(c.Scope.Valid(), "/scope", "should be LOCAL or NATIONAL")
	f.Check(len(c.Tags) <= maxTags, "/tags", "has %d; it should have at most %d", len(c.Tags), maxTags)
	seen := make(map[string]bool, len(c.Tags))
	for i, tag := range c.Tags {
		at := fmt.Sprintf("/tags/%d", i)
		f.Check(domain.IsKey(tag), at, keyForm)
		f.Check(!seen[tag], at, "names %s a second time", tag)
		seen[tag] = true
	}
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c PublishResource) Validate(f *domain.FieldErrors) {
	id(f, c.Resource, "/resource", "resource")
	f.Check(c.Hub == "" || c.Hub.Valid(), "/hub", hubForm)
	f.Check(domain.IsKey(c.Platform), "/platform", keyForm)
	if c.URI != "" {
		uri(f, c.URI)
	}
	f.Required(c.On, "/on")
}

func id(f *domain.FieldErrors, id uuid.UUID, pointer, of string) {
	f.Check(id != uuid.Nil, pointer, "is required, the %s's id", of)
}

func uri(f *domain.FieldErrors, s string) {
	f.Check(len(s) <= maxURI && domain.IsWebAddress(s), "/uri", "should be an address beginning with https:// or http://, at most %d characters", maxURI)
}

// terms checks what both sides of a share say of it.
func terms(f *domain.FieldErrors, hub, counterpart domain.HubID, resource string, a domain.ShareAmount, credit domain.KPICredit) {
	f.Check(hub == "" || hub.Valid(), "/hub", hubForm)
	f.Check(counterpart.Valid(), "/counterpart", hubForm)
	f.Text(resource, "/resource", 1, domain.MaxName)
	amount(f, a)
	f.Check(credit.Valid(), "/credit", "should be DELIVERER or BENEFICIARY")
}

// amount checks that one sort of resource is shared, and how much.
func amount(f *domain.FieldErrors, a domain.ShareAmount) {
	f.Check(a.FTE >= 0 && a.FTE <= maxFTE, "/amount/fte", "should be above 0 and at most %s", maxFTE)
	f.Check(a.Places >= 0 && a.Places <= maxPlaces, "/amount/places", "should be 1 to %d", maxPlaces)
	f.Pence(a.Pence, "/amount/pence", 0)
	sorts := 0
	for _, shared := range []bool{a.FTE != 0, a.Places != 0, a.Pence != 0} {
		if shared {
			sorts++
		}
	}
	f.Check(sorts == 1, "/amount", "should be one of fte, places and pence, above 0; what is of two sorts is two shares")
}

func days(f *domain.FieldErrors, from, until domain.Date, pence domain.Pence) {
	f.Required(from, "/from")
	f.Check(until.IsZero() || until >= from, "/until", "should not be before from, %s", from)
	f.Check(until.IsZero() || pence == 0, "/until", "should be left out of money, which is given once")
}

func money(f *domain.FieldErrors, pence domain.Pence, transfer uuid.UUID) {
	if pence != 0 {
		id(f, transfer, "/transfer", "transfer")
	} else {
		f.Check(transfer == uuid.Nil, "/transfer", "should be left out where no money is shared")
	}
}
