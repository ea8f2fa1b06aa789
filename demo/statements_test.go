package demo_test

import (
	"testing"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// lists are what the source page lists in a statement, or what goes with it, by
// the row of docs/coverage.md: the nation has to have each.
var lists = map[int][]string{
	3:  {"programme with tags", "resource with tags"},
	5:  {"EXISTING", "NEW", "PCN_DES"},
	8:  {"ADVISE", "DEVELOP", "DELIVER", "PROCURE"},
	12: {"NEW_TO_PRACTICE", "MID_CAREER", "RETENTION"},
	13: {"LOCAL of the NHS", "LOCAL of others", "NATIONAL of the NHS", "NATIONAL of others", "INTELLIGENCE", "GUIDANCE", "STATISTIC", "FEEDBACK"},
	17: {"accredited", "CPD points"},
	18: {"UNIVERSITY", "GP_SCHOOL", "ALB", "COMPANY", "CHARITY", "ROYAL_COLLEGE"},
	22: {"SURVEY", "MEETING", "SOCIAL", "NETWORK", "STAT_RELEASE", "NOTIFICATION"},
	23: {"COMMUNITY_TRUST", "LOCAL_AUTHORITY", "CHARITY"},
	28: {"to the accountable body, for the ICS"},
	31: {"ICS"},
	35: {"ICS", "LOCALITY"},
	45: {"REGULATOR", "COUNCIL_OF_DEANS", "Quality Framework"},
	46: {"by patients"},
	48: {"target", "progress by definition"},
	51: {"primary care", "elsewhere"},
	52: {"several professions"},
	53: {"FELLOWSHIP of GP", "FELLOWSHIP of NURSE", "PRECEPTORSHIP"},
	54: {"MENTORING", "COACHING"},
	55: {"HEE", "ICS", "LOCAL_AUTHORITY", "NHSE_REGION", "NHSE_NATIONAL"},
	57: {"RETURNED", "DEFERRED", "REINVESTED"},
	60: {"GOVERNANCE"},
	61: {"MATURITY", "ICS", "LOCALITY"},
	62: {"WORKFORCE_PLANS", "objectives of a plan"},
	63: {"FUNDING", "spent on a priority"},
	64: {"ENGAGEMENT"},
	66: {"beyond the area", "staff", "money"},
	67: {"HEE_LOCAL_OFFICE"},
	68: {"three musts"},
}

// tells is what an event tells of statements: rows, and values of them.
func tells(e domain.Event, tell func(row int, value string)) {
	when := func(ok bool, row int, value string) {
		if ok {
			tell(row, value)
		}
	}
	switch e := e.(type) {
	case domain.HubRegistered:
		tell(35, string(e.Level))
	case domain.ProgrammeProposed:
		tell(8, string(e.Mode))
		when(len(e.Tags) > 0, 3, "programme with tags")
		when(e.AccountableTo != "" && e.ResponsibleTo != "", 28, "to the accountable body, for the ICS")
		when(len(e.PlanObjectives) > 0, 62, "objectives of a plan")
	case domain.ProgrammeQualityAssured:
		when(e.Accreditation != "", 17, "accredited")
		when(e.CPDPoints > 0, 17, "CPD points")
	case domain.ResourceCatalogued:
		when(len(e.Tags) > 0, 3, "resource with tags")
	case domain.RolePostProposed:
		tell(5, string(e.Origin))
	case domain.CareerSupportProvided:
		tell(12, string(e.Stage))
	case domain.IntelligenceReceived:
		of := " of others"
		if e.NHS {
			of = " of the NHS"
		}
		tell(13, string(e.Scope)+of)
		tell(13, string(e.Kind))
		tell(22, string(e.Channel))
	case domain.ContractAwarded:
		tell(18, string(e.Class))
	case domain.AllocationIssued:
		when(e.Source == domain.SourceICS, 31, string(e.Source))
		tell(55, string(e.Source))
		when(e.Basis != nil, 46, "by patients")
	case domain.LEApprovalDecided:
		when(e.Framework != "", 45, "Quality Framework")
		when(len(e.Professions) >= 2, 52, "several professions")
	case domain.AmbitionSet:
		when(e.Target > 0 && e.Version != "", 48, "target")
	case domain.AmbitionProgressReported:
		when(e.Version != "", 48, "progress by definition")
	case domain.RotationLegStarted:
		when(e.PrimaryCare, 51, "primary care")
		when(!e.PrimaryCare, 51, "elsewhere")
	case domain.SupportStarted:
		tell(53, string(e.Kind)+" of "+e.Profession)
		tell(53, string(e.Kind))
		tell(54, string(e.Kind))
	case domain.SurplusDetermined:
		for _, part := range e.Treatments {
			tell(57, string(part.Treatment))
		}
	case domain.AssuranceAssessed:
		for row, item := range map[int]domain.Consideration{
			60: domain.ConsiderGovernance, 61: domain.ConsiderMaturity, 62: domain.ConsiderPlans, 63: domain.ConsiderFunding, 64: domain.ConsiderEngagement,
		} {
			when(e.Item == item, row, string(item))
		}
	case domain.MaturityAssessed:
		level := domain.LevelICS
		if e.Hub.IsLocality() {
			level = domain.LevelLocality
		}
		tell(61, string(level))
	case domain.CommitmentMade:
		when(len(e.PriorityRefs) > 0, 63, "spent on a priority")
	case domain.ResourceShareOffered:
		when(e.Hub.ICB() != e.Counterpart.ICB(), 66, "beyond the area")
		when(e.Amount.FTE != 0, 66, "staff")
		when(e.Amount.Pence != 0, 66, "money")
	case domain.OrganisationRegistered:
		when(e.Class == domain.ClassLocalOffice, 67, string(e.Class))
	case domain.GovernanceAgreementSigned:
		when(len(e.EvidenceMusts) == 3, 68, "three musts")
	}
}

// What the page lists in one statement occurs in the nation, each of it: a list
// that is covered in part is not covered.
func TestStatementsInFull(t *testing.T) {
	found, classes := make(map[int]map[string]int), make(map[string]domain.OrganisationClass)
	tell := func(row int, value string) {
		if found[row] == nil {
			found[row] = make(map[string]int)
		}
		found[row][value]++
	}
	each(t, func(_ eventstore.Event, rec domain.Recorded, _ eventstore.Envelope) {
		switch e := rec.Event.(type) { // who a code is, is told before it is named
		case domain.OrganisationRegistered:
			classes[e.Org] = e.Class
		case domain.PartnershipAgreed:
			tell(23, string(classes[e.Party]))
		case domain.EndorsementRecorded:
			tell(45, string(classes[e.Body]))
		}
		tells(rec.Event, tell)
	})
	for row, values := range lists {
		for _, value := range values {
			if found[row][value] == 0 {
				t.Errorf("row %d: the nation has no %q, among %v", row, value, found[row])
			}
		}
	}
}
