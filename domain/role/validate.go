package role

import (
	"fmt"
	"regexp"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

const (
	maxMonths = 600
	maxLegs   = 20
	// maxPatients is far above any PCN's list.
	maxPatients domain.Patients = 10_000_000 * 100
)

var band = regexp.MustCompile(`^([1-79]|8[a-d])$`)

// Validate implements domain.CommandData.
func (c ProposeRolePost) Validate(f *domain.FieldErrors) {
	hub(f, c.Hub)
	pcn(f, c.PCN)
	key(f, c.RoleType, "/roleType")
	origin(f, c.Origin)
	fte(f, c.FTE, "/fte")
	f.Check(c.Band == "" || band.MatchString(c.Band), "/band", "should be a band of Agenda for Change: 1 to 7, 8a to 8d, or 9")
	f.Check(c.Funding.Valid(), "/funding", "should be ARRS, PRACTICE, TRUST, HUB or OTHER")
	if c.Funding == domain.FundingARRS {
		key(f, c.Area, "/area")
	} else {
		f.Check(c.Area == "", "/area", "should be left out: only what the scheme pays for has rates")
	}
	f.Required(c.From, "/from")
}

// Validate implements domain.CommandData.
func (c RecruitRolePost) Validate(f *domain.FieldErrors) {
	id(f, c.Post, "/post", "the post's id")
	id(f, c.Person, "/person", "the random id of a person")
	f.Check(domain.IsParty(c.Employer), "/employer", "should be the code of an organisation")
	f.Required(c.Start, "/start")
	f.Check(c.IntendedMonths >= 1 && c.IntendedMonths <= maxMonths, "/intendedMonths", "should be 1 to %d", maxMonths)
	f.Check(!c.Promoted || !c.LastEmployedOn.IsZero(), "/promoted", "should be false: lastEmployedOn names no employment before")
}

// Validate implements domain.CommandData.
func (c EmbedRole) Validate(f *domain.FieldErrors) {
	id(f, c.Post, "/post", "the post's id")
	seen := make(map[domain.EmbeddingCondition]bool)
	for i, t := range c.Tests {
		at := fmt.Sprintf("/tests/%d", i)
		f.Check(known(t.Condition), at+"/condition", "should be TEAM, ACCESS, SUPERVISION or TERM")
		f.Check(!seen[t.Condition], at+"/condition", "names %s a second time", t.Condition)
		f.Check(!t.DocHash.IsZero(), at+"/docHash", "is required, the SHA-256 of the document that shows it")
		seen[t.Condition] = true
	}
	for _, want := range domain.EmbeddingConditions {
		f.Check(seen[want], "/tests", "should say whether %s holds", want)
	}
	id(f, c.By, "/by", "the random id of a person")
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c LapseRoleEmbedding) Validate(f *domain.FieldErrors) {
	id(f, c.Post, "/post", "the post's id")
	f.Check(known(c.Condition), "/condition", "should be TEAM, ACCESS, SUPERVISION or TERM")
	f.Required(c.On, "/on")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

func known(c domain.EmbeddingCondition) bool {
	for _, one := range domain.EmbeddingConditions {
		if c == one {
			return true
		}
	}
	return false
}

// Validate implements domain.CommandData.
func (c ChangeRoleFTE) Validate(f *domain.FieldErrors) {
	id(f, c.Post, "/post", "the post's id")
	fte(f, c.FTE, "/fte")
	f.Required(c.From, "/from")
}

// Validate implements domain.CommandData.
func (c EndRolePost) Validate(f *domain.FieldErrors) {
	id(f, c.Post, "/post", "the post's id")
	f.Required(c.On, "/on")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c CreateRotationalPost) Validate(f *domain.FieldErrors) {
	hub(f, c.Hub)
	if c.PCN != "" {
		pcn(f, c.PCN)
	}
	key(f, c.RoleType, "/roleType")
	origin(f, c.Origin)
	f.Check(len(c.Legs) >= 2 && len(c.Legs) <= maxLegs, "/legs", "has %d legs; it should have 2 to %d", len(c.Legs), maxLegs)
	for i, l := range c.Legs {
		at := fmt.Sprintf("/legs/%d", i)
		f.Check(domain.IsParty(l.Org), at+"/org", "should be the code of an organisation")
		f.Required(l.From, at+"/from")
		f.Required(l.To, at+"/to")
		f.Check(l.To.IsZero() || l.From <= l.To, at+"/to", "should not be before from, %s", l.From)
		fte(f, l.FTE, at+"/fte")
	}
}

// Validate implements domain.CommandData.
func (c StartRotationLeg) Validate(f *domain.FieldErrors) {
	id(f, c.Post, "/post", "the post's id")
	f.Check(c.Leg >= 1, "/leg", "should be 1 or more")
	id(f, c.Person, "/person", "the random id of a person")
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c EndRotationLeg) Validate(f *domain.FieldErrors) {
	id(f, c.Post, "/post", "the post's id")
	f.Check(c.Leg >= 1, "/leg", "should be 1 or more")
	f.Required(c.On, "/on")
	f.Text(c.Reason, "/reason", 0, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c SetRoleEntitlement) Validate(f *domain.FieldErrors) {
	hub(f, c.Hub)
	pcn(f, c.PCN)
	f.Check(!c.FY.IsZero(), "/fy", "is required, a financial year of the form 2024/25")
	f.Check(c.Registered >= 0 && c.Registered <= maxPatients, "/registered", "should be 0 to %s", maxPatients)
	f.Check(c.Weighted >= 0 && c.Weighted <= maxPatients, "/weighted", "should be 0 to %s", maxPatients)
	f.Required(c.PatientsOn, "/patientsOn")
	f.Text(c.SourceDoc, "/sourceDoc", 1, domain.MaxName)
}

// Validate implements domain.CommandData.
func (c ClaimReimbursement) Validate(f *domain.FieldErrors) {
	id(f, c.Post, "/post", "the post's id")
	f.Required(c.From, "/from")
	f.Required(c.To, "/to")
	if !c.To.IsZero() {
		f.Check(c.From <= c.To, "/to", "should not be before from, %s", c.From)
		f.Check(domain.YearOf(c.From) == domain.YearOf(c.To), "/to", "should be in the financial year of from, %s", domain.YearOf(c.From))
	}
	f.Pence(c.Pence, "/pence", 1)
}

func hub(f *domain.FieldErrors, id domain.HubID) {
	f.Check(id == "" || id.Valid(), "/hub", "should be the id of a hub, such as QE1 or QE1~fylde-coast")
}

func pcn(f *domain.FieldErrors, code string) {
	f.Check(domain.IsPCN(code), "/pcn", "should be the code of a PCN, such as U12345")
}

func key(f *domain.FieldErrors, s, pointer string) {
	f.Check(domain.IsKey(s), pointer, "should be 2 to 40 capital letters, digits and underscores, the first a letter")
}

func origin(f *domain.FieldErrors, o domain.RoleOrigin) {
	f.Check(o.Valid(), "/origin", "should be EXISTING, NEW or PCN_DES")
}

func fte(f *domain.FieldErrors, v domain.FTE, pointer string) {
	f.Check(v > 0 && v <= domain.OneFTE, pointer, "should be above 0 and at most 1")
}

func id(f *domain.FieldErrors, v uuid.UUID, pointer, what string) {
	f.Check(v != uuid.Nil, pointer, "is required, %s", what)
}
