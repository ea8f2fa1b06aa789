package organisation

import (
	"fmt"
	"regexp"

	"github.com/hubledger/hubledger/domain"
)

var legalForm = regexp.MustCompile(`^[A-Z][A-Z_]{2,39}$`)

const (
	maxName       = 200
	maxSuccessors = 50
)

// Validate implements domain.CommandData.
func (c RegisterOrganisation) Validate(f *domain.FieldErrors) {
	f.Check(c.Class.Valid(), "/class", "should be 3 to 40 capital letters and underscores, such as GP_PRACTICE")
	f.Check(c.Class.Fits(c.Org), "/org", "should have the form of the code of a %s: %s", c.Class, form(c.Class))
	f.Text(c.Name, "/name", 1, maxName)
	source(f, c.Source)
}

// Validate implements domain.CommandData.
func (c CloseOrganisation) Validate(f *domain.FieldErrors) {
	code(f, c.Org, "/org")
	f.Required(c.On, "/on")
	f.Check(len(c.Successors) <= maxSuccessors, "/successors", "has %d codes; it should have at most %d", len(c.Successors), maxSuccessors)
	seen := map[string]bool{c.Org: true}
	for i, s := range c.Successors {
		at := fmt.Sprintf("/successors/%d", i)
		code(f, s, at)
		f.Check(!seen[s], at, "should be another organisation than those before it, and than the one that closes; %s is not", s)
		seen[s] = true
	}
	source(f, c.Source)
}

// Validate implements domain.CommandData.
func (c RecordRelationship) Validate(f *domain.FieldErrors) {
	f.Check(c.Kind.Valid(), "/kind",
		"should be COMMISSIONED_BY, PARTNER_TO, OWNER, DIRECTOR, PARTNER, EMPLOYEE, MEMBER, SUBCONTRACTOR, PARENT or HOSTS")
	if c.Kind.OfPersons() {
		f.Check(domain.IsParty(c.Child) || domain.IsPerson(c.Child), "/child", "should be the code of an organisation, or a person's random id, a UUID in small letters")
	} else {
		code(f, c.Child, "/child")
	}
	code(f, c.Parent, "/parent")
	f.Check(c.Child != c.Parent, "/parent", "should be another organisation than the child, %s", c.Child)
	f.Required(c.From, "/from")
	f.Check(c.To.IsZero() || c.To >= c.From, "/to", "should not be before from, %s", c.From)
	f.Text(c.StatedBy, "/statedBy", 0, maxName)
	source(f, c.Source)
}

// Validate implements domain.CommandData.
func (c RecordLegalStatus) Validate(f *domain.FieldErrors) {
	code(f, c.Org, "/org")
	f.Check(legalForm.MatchString(c.Status), "/status", "should be 3 to 40 capital letters and underscores, such as COMMUNITY_INTEREST_COMPANY")
	f.Required(c.From, "/from")
}

// Validate implements domain.CommandData.
func (c RecordPatientList) Validate(f *domain.FieldErrors) {
	code(f, c.Org, "/org")
	f.Required(c.On, "/on")
	patients(f, c.Registered, "/registered")
	patients(f, c.Weighted, "/weighted")
	f.Text(c.Basis, "/basis", 0, maxName)
	source(f, c.Source)
}

// Validate implements domain.CommandData.
func (c RecordPartySuccession) Validate(f *domain.FieldErrors) {
	code(f, c.Party, "/party")
	code(f, c.Successor, "/successor")
	f.Check(c.Party != c.Successor, "/successor", "should be another organisation than the party, %s", c.Party)
	f.Required(c.On, "/on")
}

func code(f *domain.FieldErrors, s, pointer string) {
	f.Check(domain.IsParty(s), pointer, "should be the code of an organisation: 2 to 20 capital letters, digits and hyphens")
}

func patients(f *domain.FieldErrors, p domain.Patients, pointer string) {
	f.Check(p >= 0, pointer, "is %s; it should be 0 or more", p)
}

func source(f *domain.FieldErrors, s *domain.Source) {
	if s == nil {
		return
	}
	f.Check(!s.FileHash.IsZero(), "/source/fileHash", "is required, the SHA-256 of the file's bytes")
	f.Check(s.Row >= 1, "/source/row", "should be 1 or more: the first line of a file is 1")
}

// form says in words which codes a class takes.
func form(c domain.OrganisationClass) string {
	switch c {
	case domain.ClassRegion:
		return "Y and two digits, or letter-digit-letter-digit-letter"
	case domain.ClassICB:
		return "Q and two capital letters or digits, or letter-digit-letter-digit-letter"
	case domain.ClassSubICB:
		return "two digits and a capital letter, or letter-digit-letter-digit-letter"
	case domain.ClassPCN:
		return "U and five digits"
	case domain.ClassPractice:
		return "one of A to H, J to N, P, W or Y, and five digits"
	}
	return "2 to 20 capital letters, digits and hyphens"
}
