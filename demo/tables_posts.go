package demo

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/roletype"
)

const (
	pharmacist = "CLINICAL_PHARMACIST"
	newlyGP    = "GENERAL_PRACTITIONER"
	desContent = "Network Contract DES"
)

// types are the types of role, as the contract of the networks has them.
var types = []roletype.DefineRoleType{
	arrsType(pharmacist, "Clinical pharmacist", "2019-07-01", []string{"7", "8a"}, domain.RegulatorGPhC),
	arrsType("SOCIAL_PRESCRIBER", "Social prescribing link worker", "2019-07-01", []string{"4", "5"}),
	arrsType("FIRST_CONTACT_PHYSIO", "First contact physiotherapist", "2020-04-01", []string{"7", "8a"}, domain.RegulatorHCPC),
	arrsType("PHARMACY_TECHNICIAN", "Pharmacy technician", "2020-04-01", []string{"5"}, domain.RegulatorGPhC),
	arrsType("CARE_COORDINATOR", "Care coordinator", "2020-04-01", []string{"4"}),
	arrsType("PHYSICIAN_ASSOCIATE", "Physician associate", "2020-04-01", []string{"7"}),
	arrsType("PARAMEDIC", "Paramedic", "2021-04-01", []string{"7"}, domain.RegulatorHCPC),
	capped(arrsType("ADVANCED_PRACTITIONER", "Advanced practitioner", "2021-04-01", []string{"8a"}, domain.RegulatorHCPC, domain.RegulatorNMC, domain.RegulatorGPhC),
		domain.RoleCap{ListUpTo: 99_999_00, Posts: 3}, domain.RoleCap{Posts: 6}),
	capped(arrsType("DIGITAL_LEAD", "Digital and transformation lead", "2022-10-01", []string{"8a"}), domain.RoleCap{Posts: 1}),
	{
		Code: "PHYSICIAN_ASSOCIATE", Version: 2, Title: "Physician associate", Bands: []string{"7"}, Regulators: []domain.Regulator{domain.RegulatorGMC}, ARRS: true,
		From: domain.MustDate("2024-12-13"), PublishedOn: domain.MustDate("2024-12-13"), SourceDoc: desContent,
	},
	{
		Code: newlyGP, Version: 1, Title: "Newly qualified general practitioner", Regulators: []domain.Regulator{domain.RegulatorGMC}, ARRS: true,
		From: domain.MustDate("2024-10-01"), QualifiedWithinMonths: 24, PublishedOn: domain.MustDate("2024-09-27"), SourceDoc: desContent,
	},
	{
		Code: "NEW_PRACTICE_NURSE", Version: 1, Title: "Nurse new to general practice", Bands: []string{"5"}, Regulators: []domain.Regulator{domain.RegulatorNMC}, ARRS: true,
		From: domain.MustDate("2025-04-01"), NotEmployedMonths: 12, PublishedOn: domain.MustDate("2025-03-28"), SourceDoc: desContent,
	},
	arrsType("SUPPORT_WORKER", "Healthcare support worker", "2025-04-01", []string{"3"}),
	{
		Code: "PRACTICE_NURSE", Version: 1, Title: "Practice nurse", Regulators: []domain.Regulator{domain.RegulatorNMC},
		From: pcnsOpen, PublishedOn: pcnsOpen, SourceDoc: "Invented list of roles",
		Crosswalk: []domain.RoleCode{{Scheme: "NWRS", Code: "Practice Nurse"}},
	},
}

// arrsType is the first version of a type that the reimbursement scheme pays for.
func arrsType(code, title, from string, bands []string, registers ...domain.Regulator) roletype.DefineRoleType {
	d := domain.MustDate(from)
	return roletype.DefineRoleType{Code: code, Version: 1, Title: title, Bands: bands, Regulators: registers, ARRS: true, From: d, PublishedOn: d, SourceDoc: desContent}
}

func capped(t roletype.DefineRoleType, caps ...domain.RoleCap) roletype.DefineRoleType {
	t.Caps = caps
	return t
}

// typeOn is the version of a type of role that counts on a day.
func typeOn(code string, d domain.Date) (of roletype.DefineRoleType, ok bool) {
	for _, t := range types {
		if t.Code == code && t.From <= d && t.Version > of.Version {
			of, ok = t, true
		}
	}
	return of, ok
}

// hired are the types that PCNs have posts of, the commonest first.
var hired = []string{
	pharmacist, "CARE_COORDINATOR", "FIRST_CONTACT_PHYSIO", "SOCIAL_PRESCRIBER", "PHARMACY_TECHNICIAN", "PARAMEDIC", "ADVANCED_PRACTITIONER",
	"PHYSICIAN_ASSOCIATE", newlyGP, "NEW_PRACTICE_NURSE", "SUPPORT_WORKER", "DIGITAL_LEAD",
}

var leaving = []string{"moved to another network", "retired", "the work is done by another post", "a career in a hospital"}
