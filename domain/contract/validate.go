package contract

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

const (
	maxParties      = 20
	maxYears        = 20
	maxRequirements = 100
	maxDuties       = 30
	maxThresholds   = 100
	maxDueDays      = 366
)

// Validate implements domain.CommandData.
func (c SignHubContract) Validate(f *domain.FieldErrors) {
	f.Check(len(c.Parties) >= 2 && len(c.Parties) <= maxParties, "/parties", "has %d codes; it should have 2 to %d", len(c.Parties), maxParties)
	seen := make(map[string]bool, len(c.Parties))
	for i, party := range c.Parties {
		at := fmt.Sprintf("/parties/%d", i)
		f.Check(domain.IsParty(party), at, "should be the code of an organisation: 2 to 20 capital letters, digits and hyphens")
		f.Check(!seen[party], at, "names %s a second time", party)
		seen[party] = true
	}
	f.Required(c.From, "/from")
	f.Required(c.To, "/to")
	f.Check(len(c.Schedules) >= 1, "/schedules", "should have one schedule or more")
	schedules(f, c.Schedules)
	f.Check(len(c.ReportingDuties) >= 1, "/reportingDuties", "should have one report or more")
	duties(f, c.ReportingDuties)
}

// Validate implements domain.CommandData.
func (c VaryHubContract) Validate(f *domain.FieldErrors) {
	f.Check(c.Contract != uuid.Nil, "/contract", "is required, the contract's id")
	f.Required(c.On, "/on")
	f.Check(!c.To.IsZero() || len(c.Schedules) > 0 || len(c.ReportingDuties) > 0, "", "should vary something: to, schedules or reportingDuties")
	schedules(f, c.Schedules)
	duties(f, c.ReportingDuties)
	f.Text(c.Ref, "/ref", 1, domain.MaxName)
}

// Validate implements domain.CommandData.
func (c EndHubContract) Validate(f *domain.FieldErrors) {
	f.Check(c.Contract != uuid.Nil, "/contract", "is required, the contract's id")
	f.Required(c.On, "/on")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c DraftGovernanceAgreement) Validate(f *domain.FieldErrors) { f.Required(c.On, "/on") }

// Validate implements domain.CommandData.
func (c SignGovernanceAgreement) Validate(f *domain.FieldErrors) {
	f.Check(c.Agreement != uuid.Nil, "/agreement", "is required, the agreement's id")
	f.Required(c.From, "/from")
	f.Check(c.To.IsZero() || c.To >= c.From, "/to", "should not be before from, %s", c.From)
	seen := make(map[domain.Must]bool)
	for i, e := range c.EvidenceMusts {
		at := fmt.Sprintf("/evidenceMusts/%d", i)
		f.Check(e.Must.Valid(), at+"/must", "should be CONTRACT, COI_POLICY or NOT_FOR_PROFIT")
		f.Check(!seen[e.Must], at+"/must", "names %s a second time", e.Must)
		seen[e.Must] = true
		f.Check(!e.Hash.IsZero(), at+"/hash", "is required, the SHA-256 of the document's bytes")
	}
}

// Validate implements domain.CommandData.
func (c LapseGovernanceAgreement) Validate(f *domain.FieldErrors) {
	f.Check(c.Agreement != uuid.Nil, "/agreement", "is required, the agreement's id")
	f.Required(c.On, "/on")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c AdoptPolicy) Validate(f *domain.FieldErrors) {
	f.Check(c.Kind.Valid(), "/kind", "should be COI, FINANCE, SFI or IG")
	version(f, c.Version)
	f.Required(c.From, "/from")
	f.Required(c.ReviewDue, "/reviewDue")
	f.Check(c.ReviewDue.IsZero() || c.ReviewDue > c.From, "/reviewDue", "should be after from, %s", c.From)
	f.Check(len(c.Thresholds) <= maxThresholds, "/thresholds", "has %d limits; it should have at most %d", len(c.Thresholds), maxThresholds)
	seen := make(map[string]bool, len(c.Thresholds))
	for i, t := range c.Thresholds {
		at := fmt.Sprintf("/thresholds/%d", i)
		key(f, t.Key, at+"/key", seen)
		f.Pence(t.Pence, at+"/pence", 0)
	}
}

// Validate implements domain.CommandData.
func (c AdoptOperatingModel) Validate(f *domain.FieldErrors) {
	f.Check(c.Hub == "" || c.Hub.Valid(), "/hub", "should be the id of a hub, such as QE1 or QE1~fylde-coast")
	f.Check(domain.IsParty(c.School), "/school", "should be the code of an organisation: 2 to 20 capital letters, digits and hyphens")
	version(f, c.Version)
	f.Required(c.On, "/on")
}

func schedules(f *domain.FieldErrors, all []domain.ContractSchedule) {
	f.Check(len(all) <= maxYears, "/schedules", "has %d years; it should have at most %d", len(all), maxYears)
	years := make(map[domain.FinancialYear]bool, len(all))
	for i, s := range all {
		at := fmt.Sprintf("/schedules/%d", i)
		f.Check(!s.FY.IsZero(), at+"/fy", "is required, a financial year of the form 2024/25")
		f.Check(!years[s.FY], at+"/fy", "names %s a second time", s.FY)
		years[s.FY] = true
		f.Check(len(s.Requirements) >= 1 && len(s.Requirements) <= maxRequirements, at+"/requirements",
			"has %d codes; it should have 1 to %d", len(s.Requirements), maxRequirements)
		seen := make(map[string]bool, len(s.Requirements))
		for j, r := range s.Requirements {
			key(f, r, fmt.Sprintf("%s/requirements/%d", at, j), seen)
		}
		f.Pence(s.Pence, at+"/pence", 0)
		f.Text(s.Ref, at+"/ref", 0, domain.MaxName)
	}
}

func duties(f *domain.FieldErrors, all []domain.ReportingDuty) {
	f.Check(len(all) <= maxDuties, "/reportingDuties", "has %d reports; it should have at most %d", len(all), maxDuties)
	seen := make(map[string]bool, len(all))
	for i, d := range all {
		at := fmt.Sprintf("/reportingDuties/%d", i)
		key(f, d.Report, at+"/report", seen)
		f.Check(d.Every.Valid(), at+"/every", "should be MONTH, QUARTER, HALF_YEAR or YEAR")
		f.Check(d.DueDays >= 0 && d.DueDays <= maxDueDays, at+"/dueDays", "is %d; it should be 0 to %d", d.DueDays, maxDueDays)
	}
}

// key checks the form of a code, and that it was not seen before.
func key(f *domain.FieldErrors, s, pointer string, seen map[string]bool) {
	f.Check(domain.IsKey(s), pointer, "should be 2 to 40 capital letters, digits and underscores, the first a letter")
	f.Check(!seen[s], pointer, "names %s a second time", s)
	seen[s] = true
}

func version(f *domain.FieldErrors, s string) {
	f.Check(domain.IsVersion(s), "/version", "should be a version such as 3, 2.1 or 2023/24: 1 to 40 letters, digits, spaces, full stops, slashes, underscores and hyphens")
}
