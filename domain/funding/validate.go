package funding

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

const (
	maxRef   = 100
	maxParts = 20 // years of a commitment, conditions, milestones, debts of a payment
)

// needed checks that an id is given.
func needed(f *domain.FieldErrors, id uuid.UUID, pointer, of string) {
	f.Check(id != uuid.Nil, pointer, "is required, the id of %s", of)
}

// oneOf checks that one of two ids is given, and not both.
func oneOf(f *domain.FieldErrors, a, b uuid.UUID, pointer, other string) {
	f.Check((a == uuid.Nil) != (b == uuid.Nil), pointer, "should be given, or %s in its place", other)
}

// party checks that a code may be that of an organisation.
func party(f *domain.FieldErrors, code, pointer string) {
	f.Check(domain.IsParty(code), pointer, "should be the code of an organisation, such as RXX or CH-01234567")
}

// payee checks who gets money: an organisation by its code, or a person by a
// random id.
func payee(f *domain.FieldErrors, s, pointer string) {
	f.Check(isPayee(s), pointer, "should be the code of an organisation, or the random id of a person in small letters")
}

func isPayee(s string) bool {
	return domain.IsParty(s) || domain.IsPerson(s)
}

func wantHub(f *domain.FieldErrors, id domain.HubID, pointer string) {
	f.Check(id == "" || id.Valid() && id.IsLocality(), pointer, "should be a locality hub such as QE1~fylde-coast, or left out for the ICS hub")
}

func wantYear(f *domain.FieldErrors, fy domain.FinancialYear, pointer string) {
	f.Check(!fy.IsZero(), pointer, "is required, a financial year of the form 2024/25")
}

func approval(f *domain.FieldErrors, a *domain.FunderApproval, pointer string) {
	if a != nil {
		f.Check(a.By.Valid(), pointer+"/by", "should be HEE, ICS, LOCAL_AUTHORITY, NHSE_REGION, NHSE_NATIONAL or OTHER")
		f.Text(a.Ref, pointer+"/ref", 1, maxRef)
	}
}

func period(f *domain.FieldErrors, from, to domain.Date, pointerFrom, pointerTo string) {
	f.Required(from, pointerFrom)
	f.Required(to, pointerTo)
	f.Check(from <= to, pointerTo, "should not be before the first day, %s", from)
}

// balance checks the size of an amount that may be below 0.
func balance(f *domain.FieldErrors, p domain.Pence, pointer string) {
	f.Check(p >= -domain.MaxPence && p <= domain.MaxPence, pointer, "should be %d to %d pence", -domain.MaxPence, domain.MaxPence)
}

// parts checks the years of a commitment. That they sum to it is a rule.
func parts(f *domain.FieldErrors, line domain.FundLine, profile []domain.YearPart) {
	f.Check(len(profile) <= maxParts, "/profile", "has %d years; it should have at most %d", len(profile), maxParts)
	for i, p := range profile {
		at := index("/profile", i)
		f.Pence(p.Pence, at+"/pence", 1)
		if i == 0 {
			f.Check(p.FY == line.FY, at+"/fy", "should be the year of the line, %s", line.FY)
		} else {
			f.Check(p.FY > profile[i-1].FY, at+"/fy", "should be after the year before it in the list, %s", profile[i-1].FY)
		}
	}
}

func spending(f *domain.FieldErrors, purpose domain.FundPurpose, cost domain.CostType) {
	f.Check(purpose.Valid(), "/purpose", "should be 3 to 40 capital letters and underscores, such as CPD")
	f.Check(cost.Valid(), "/costType", "should be 3 to 40 capital letters and underscores, such as COURSE")
}
