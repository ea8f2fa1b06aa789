package governance

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// maxEstablishment is far above the team of any hub.
const maxEstablishment = 1000 * domain.OneFTE

// Validate implements domain.CommandData.
func (c AppointTeamMember) Validate(f *domain.FieldErrors) {
	hub(f, c.Hub)
	person(f, c.Person, "/person")
	key(f, c.Role, "/role")
	f.Check(c.FTE > 0 && c.FTE <= domain.OneFTE, "/fte", "should be above 0 and at most 1")
	f.Required(c.From, "/from")
}

// Validate implements domain.CommandData.
func (c RecordTeamMemberLeft) Validate(f *domain.FieldErrors) {
	hub(f, c.Hub)
	person(f, c.Person, "/person")
	key(f, c.Role, "/role")
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c SetEstablishment) Validate(f *domain.FieldErrors) {
	hub(f, c.Hub)
	key(f, c.Role, "/role")
	f.Check(c.FTE >= 0 && c.FTE <= maxEstablishment, "/fte", "should be 0 to %s", maxEstablishment)
	f.Check(!c.FY.IsZero(), "/fy", "is required, a financial year of the form 2024/25")
}

// Validate implements domain.CommandData.
func (c GrantDelegation) Validate(f *domain.FieldErrors) {
	to := 0
	for _, given := range []bool{c.Hub != "", c.Person != uuid.Nil, c.Body != ""} {
		if given {
			to++
		}
	}
	f.Check(to == 1, "", "should be to a person, to a body or to a locality hub, and to one of them")
	f.Check(c.Hub == "" || c.Hub.Valid() && c.Hub.IsLocality(), "/hub", "should be the id of a locality hub, such as QE1~fylde-coast")
	f.Check(c.Body == "" || domain.IsKey(c.Body), "/body", "should be 2 to 40 capital letters, digits and underscores, the first a letter")
	f.Check(!c.Reserved || c.Body != "", "/reserved", "should be left out of a delegation to a person or a locality hub, which has a limit")
	if c.Reserved {
		f.Check(c.Limit == 0, "/limitPence", "should be left out where decisions of any amount are reserved")
	} else {
		f.Pence(c.Limit, "/limitPence", 1)
	}
	f.Required(c.From, "/from")
	f.Check(c.To.IsZero() || c.From <= c.To, "/to", "should not be before from, %s", c.From)
}

// Validate implements domain.CommandData.
func (c RevokeDelegation) Validate(f *domain.FieldErrors) {
	f.Check(c.Delegation != uuid.Nil, "/delegation", "is required, the delegation's id")
	f.Required(c.On, "/on")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c NamePCNLead) Validate(f *domain.FieldErrors) {
	lead(f, c.PCN, c.Person, c.Kind)
	f.Required(c.From, "/from")
}

// Validate implements domain.CommandData.
func (c EndPCNLead) Validate(f *domain.FieldErrors) {
	lead(f, c.PCN, c.Person, c.Kind)
	f.Required(c.On, "/on")
}

func lead(f *domain.FieldErrors, pcn string, who uuid.UUID, kind string) {
	f.Check(domain.IsPCN(pcn), "/pcn", "should be the code of a PCN, such as U12345")
	person(f, who, "/person")
	key(f, kind, "/kind")
}
