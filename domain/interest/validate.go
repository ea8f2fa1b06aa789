package interest

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Validate implements domain.CommandData.
func (c DeclareInterest) Validate(f *domain.FieldErrors) { declared(f, c.declared()) }

// Validate implements domain.CommandData.
func (c AmendInterest) Validate(f *domain.FieldErrors) {
	f.Check(c.Interest != uuid.Nil, "/interest", "is required, the interest's id")
	declared(f, c.declared())
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c EndInterest) Validate(f *domain.FieldErrors) {
	f.Check(c.Interest != uuid.Nil, "/interest", "is required, the interest's id")
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c MakeNilReturn) Validate(f *domain.FieldErrors) { f.Required(c.On, "/on") }

// Validate implements domain.CommandData.
func (c RefreshDeclaration) Validate(f *domain.FieldErrors) { f.Required(c.On, "/on") }

// Validate implements domain.CommandData.
func (c RecordGift) Validate(f *domain.FieldErrors) {
	f.Check(c.Kind.IsGift(), "/kind", "should be CASH, VOUCHER, BRANDED_AID or GIFT")
	offer(f, c.offer())
}

// Validate implements domain.CommandData.
func (c RecordHospitality) Validate(f *domain.FieldErrors) {
	f.Check(c.Kind.IsHospitality(), "/kind", "should be MEAL, TRAVEL or ACCOMMODATION")
	offer(f, c.offer())
}

func declared(f *domain.FieldErrors, d domain.DeclaredInterest) {
	f.Check(d.Category.Valid(), "/category", "should be FIN, NFPI, NFPE or IND")
	f.Text(d.Nature, "/nature", 1, domain.MaxFreeText)
	f.Check(d.Org == "" || domain.IsParty(d.Org), "/org", "should be the code of an organisation: 2 to 20 capital letters, digits and hyphens")
	f.Required(d.Arose, "/arose")
	f.Check(d.Relation == "" || d.Relation.Valid(), "/relation",
		"should be SPOUSE, PARENT, CHILD, SIBLING, OTHER_RELATIVE, CLOSE_FRIEND or BUSINESS_PARTNER, never a name")
}

func offer(f *domain.FieldErrors, o domain.Offer) {
	f.Check(domain.IsParty(o.From) || domain.IsPerson(o.From), "/from", "should be the code of an organisation, or a person's random id, a UUID in small letters")
	f.Pence(o.Value, "/valuePence", 0)
	f.Required(o.On, "/on")
	f.Check(o.Accepted || !o.OnBehalf, "/onBehalf", "should be left out where the offer was declined")
	f.Check(o.Accepted || o.ApprovedBy == uuid.Nil, "/approvedBy", "should be left out where the offer was declined")
}
