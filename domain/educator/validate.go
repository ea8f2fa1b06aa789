package educator

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

const maxProfessions = 40

const keyForm = "should be 2 to 40 capital letters, digits and underscores, the first a letter"

// Validate implements domain.CommandData.
func (c RecordEducatorTraining) Validate(f *domain.FieldErrors) {
	id(f, c.Person, "/person", "person")
	hub(f, c.Hub)
	f.Check(domain.IsKey(c.Course), "/course", keyForm)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c ApproveEducator) Validate(f *domain.FieldErrors) {
	id(f, c.Person, "/person", "person")
	hub(f, c.Hub)
	f.Check(c.Kind.Valid(), "/kind", "should be a kind of educator, such as CLINICAL_SUPERVISOR or PRACTICE_ASSESSOR")
	f.Check(len(c.Professions) >= 1 && len(c.Professions) <= maxProfessions, "/professions", "has %d; it should have 1 to %d", len(c.Professions), maxProfessions)
	seen := make(map[string]bool, len(c.Professions))
	for i, p := range c.Professions {
		at := fmt.Sprintf("/professions/%d", i)
		f.Check(domain.IsKey(p), at, keyForm)
		f.Check(!seen[p], at, "names %s a second time", p)
		seen[p] = true
	}
	f.Required(c.From, "/from")
	f.Required(c.To, "/to")
	f.Check(c.To.IsZero() || c.To >= c.From, "/to", "should not be before from, %s", c.From)
	f.Check(domain.IsParty(c.By), "/by", "should be the code of an organisation: 2 to 20 capital letters, digits and hyphens")
	needed := c.Kind.Supervises() || c.Kind.Assesses()
	f.Check(c.Regulator.Valid() || c.Regulator == "" && !needed, "/regulator", "should be GDC, GMC, GOC, GPHC, HCPC, NMC or SWE; it may be left out of who neither supervises nor assesses")
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c LapseEducatorApproval) Validate(f *domain.FieldErrors) {
	id(f, c.Approval, "/approval", "approval")
	f.Required(c.On, "/on")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c WithdrawEducator) Validate(f *domain.FieldErrors) {
	id(f, c.Person, "/person", "person")
	f.Required(c.On, "/on")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

func id(f *domain.FieldErrors, id uuid.UUID, pointer, of string) {
	f.Check(id != uuid.Nil, pointer, "is required, the %s's id", of)
}

func hub(f *domain.FieldErrors, id domain.HubID) {
	f.Check(id == "" || id.Valid(), "/hub", "should be the id of a hub, such as QE1 or QE1~fylde-coast")
}
