package demo

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/ambition"
	"github.com/hubledger/hubledger/domain/maturity"
)

const (
	matrixCode   = "TRAINING_HUB"
	environments = "LEARNING_ENVIRONMENTS" // domain of the matrix
	educators    = "EDUCATORS"
)

var levels = []domain.MaturityLevel{
	{Level: 0, Title: "absent"}, {Level: 1, Title: "emerging"}, {Level: 2, Title: "developing"}, {Level: 3, Title: "established"}, {Level: 4, Title: "leading"},
}

// matrices are the versions of the matrix of maturity. No public copy of the
// national one is known: this one is invented.
var matrices = []maturity.PublishMatrix{matrix(1, hubsOpen), matrix(2, domain.MustDate("2024-04-01"))}

func matrix(version int, from domain.Date) maturity.PublishMatrix {
	m := maturity.PublishMatrix{
		Matrix: matrixCode, Version: version, Title: "Maturity of Training Hubs (invented)", Levels: levels, MeetsFrom: 2, ExceedsFrom: 4,
		From: from, PublishedOn: from, SourceDoc: "Invented matrix of maturity",
		Domains: []domain.MaturityDomain{
			{Domain: "GOVERNANCE", Title: "Governance"},
			{Domain: "PLANNING", Title: "Workforce planning", Requirements: []string{"WORKFORCE_PLANNING"}},
			{Domain: environments, Title: "Learning environments", Requirements: []string{"PLACEMENTS"}},
			{Domain: educators, Title: "Educators", Requirements: []string{"EDUCATORS"}},
			{Domain: "PROGRAMMES", Title: "Programmes"},
			{Domain: "NEW_ROLES", Title: "New roles"},
			{Domain: "RETENTION", Title: "Retention", Requirements: []string{"RETENTION", "PRECEPTORSHIPS"}},
			{Domain: "FINANCE", Title: "Finance and reporting"},
		},
	}
	if version > 1 {
		m.Domains[5].Requirements = []string{"NEW_ROLES"}
	}
	return m
}

// considered are what is found of hubs in the considerations.
var considered = []struct {
	item    domain.Consideration
	finding string
}{
	{domain.ConsiderGovernance, "the group meets in time, and conflicts of interest are on paper"},
	{domain.ConsiderMaturity, "assessed by the matrix with the local office, and discussed in the group"},
	{domain.ConsiderPlans, "programmes name what they do for the plans of the PCNs"},
	{domain.ConsiderFunding, "most of the money is spent on priorities; some small purchases name none"},
	{domain.ConsiderEngagement, "present in the boards that matter"},
}

// resources are what hubs point people to.
var resources = []struct {
	title, tag string
	scope      domain.Scope
}{
	{"Supervision of new roles, a film", "VIDEO", domain.ScopeNational}, {"A guide for first placements in general practice", "PCN", domain.ScopeLocal},
	{"Preceptorship workbook", "NURSE", domain.ScopeNational}, {"Map of careers in primary care", "GP", domain.ScopeLocal},
	{"Training needs questionnaire", "PCN", domain.ScopeLocal}, {"Health coaching, an introduction", "VIDEO", domain.ScopeNational},
}

// practicesThatWork are what hubs tell one another.
var practicesThatWork = []string{
	"One induction for learners of all professions", "Peer groups of practice supervisors", "A placement shared by two practices",
	"Returners who teach", "A bank of mock examination cases",
}

// The ambitions, and what is published of them: for one day there are three
// figures, by three definitions.
const (
	staffAmbition = "STAFF_26000"
	gpAmbition    = "GP_6000"
	announced     = "ANNOUNCED"
)

var (
	baseline = domain.MustDate("2019-03-31")
	deadline = domain.MustDate("2024-03-31")
	saidMet  = domain.MustDate("2023-05-18")
)

var ambitions = []ambition.SetAmbition{
	staffOf("PLANNED", "Staff of all roles that are to be recruited, as first planned.", domain.MustDate("2020-02-06"), ""),
	staffOf(announced, "Additional primary care staff, as announced.", saidMet, "PLANNED"),
	staffOf("ARRS", "Staff hired through the Additional Roles Reimbursement Scheme.", saidMet, ""),
	staffOf("DIRECT_PATIENT_CARE", "Additional staff for direct patient care in practices and PCNs.", saidMet, ""),
	{
		Ambition: gpAmbition, Version: "FULLY_QUALIFIED", Title: "6,000 more doctors in general practice", Unit: domain.UnitFTE, Target: 6000 * domain.OneFTE,
		BaselineOn: baseline, Deadline: deadline, Definition: "Doctors in general practice, as first planned.", Source: "Invented note on the ambition", PublishedOn: domain.MustDate("2020-02-06"),
	},
}

func staffOf(version, definition string, published domain.Date, instead string) ambition.SetAmbition {
	return ambition.SetAmbition{
		Ambition: staffAmbition, Version: version, Title: "26,000 more staff in general practice", Unit: domain.UnitFTE, Target: 26_000 * domain.OneFTE,
		BaselineOn: baseline, Deadline: deadline, Definition: definition, Source: "Announcement of 18 May 2023", Supersedes: instead, PublishedOn: published,
	}
}

var progress = []ambition.ReportAmbitionProgress{
	reached(staffAmbition, "PLANNED", "2022-03-31", "2022-07-14", 18_223, "Invented statistics"),
	reached(staffAmbition, announced, "2023-03-31", "2023-05-18", 26_103, "Announcement of 18 May 2023"),
	reached(staffAmbition, "ARRS", "2023-03-31", "2023-05-18", 26_877, "Announcement of 18 May 2023"),
	reached(staffAmbition, "DIRECT_PATIENT_CARE", "2023-03-31", "2023-05-18", 29_103, "Announcement of 18 May 2023"),
	reached(staffAmbition, "ARRS", "2024-03-31", "2024-05-23", 34_010, "Invented statistics"),
	reached(gpAmbition, "FULLY_QUALIFIED", "2023-03-31", "2023-05-25", -458, "Invented statistics"),
}

func reached(of, version, asAt, published string, value int64, source string) ambition.ReportAmbitionProgress {
	return ambition.ReportAmbitionProgress{
		Ambition: of, Version: version, AsAt: domain.MustDate(asAt), Value: domain.FTE(value) * domain.OneFTE, Source: source, PublishedOn: domain.MustDate(published),
	}
}
