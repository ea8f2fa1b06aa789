package contract_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/contract"
	"github.com/hubledger/hubledger/domain/domaintest"
)

func TestAdopt(t *testing.T) {
	limits := []domain.PolicyThreshold{{Key: "ONE_QUOTE_BELOW", Pence: 1000000}, {Key: "TENDER_ABOVE", Pence: 5000000}}
	sfi := domain.PolicyAdopted{Hub: "QE1", Kind: domain.PolicySFI, Version: "1", From: 20210401, ReviewDue: 20240331, Thresholds: limits}
	adopt := contract.AdoptPolicy{Kind: domain.PolicySFI, Version: "1", From: 20210401, ReviewDue: 20240331, Thresholds: []domain.PolicyThreshold{limits[1], limits[0]}}
	adoptCOI := contract.AdoptPolicy{Kind: domain.PolicyCOI, Version: "1", From: 20210401, ReviewDue: 20240331}
	model := domain.OperatingModelAdopted{Hub: "QE1", School: "SCH-NW", Version: "2021", On: 20210501}
	locality := domain.OperatingModelAdopted{Hub: "QE1~fylde-coast", School: "SCH-NE", Version: "2022", On: 20220501}

	run(t, []domaintest.Case{
		{
			Name: "a policy is adopted, with its limits in the order of their keys",
			When: adopt, Then: []domain.Event{sfi},
		},
		{
			Name: "policies of another kind are others", Given: []domain.Event{sfi},
			When: adoptCOI, Then: []domain.Event{domain.PolicyAdopted{Hub: "QE1", Kind: domain.PolicyCOI, Version: "1", From: 20210401, ReviewDue: 20240331}},
		},
		{
			Name: "a version is adopted once", Given: []domain.Event{sfi},
			When: contract.AdoptPolicy{Kind: domain.PolicySFI, Version: "1", From: 20240401, ReviewDue: 20270331}, Refused: "I-CON-9",
		},
		{
			Name: "its limits do not change", Given: []domain.Event{sfi},
			When: contract.AdoptPolicy{Kind: domain.PolicySFI, Version: "1", From: 20210401, ReviewDue: 20240331, Thresholds: limits[:1]}, Refused: "I-CON-9",
		},
		{
			Name: "one of a kind begins on a day", Given: []domain.Event{sfi},
			When: contract.AdoptPolicy{Kind: domain.PolicySFI, Version: "2", From: 20210401, ReviewDue: 20270331}, Refused: "I-CON-9",
		},

		{
			Name: "the ICS hub adopts the Operating Model of its school",
			When: contract.AdoptOperatingModel{School: "SCH-NW", Version: "2021", On: 20210501}, Then: []domain.Event{model},
		},
		{
			Name: "and its next version", Given: []domain.Event{model},
			When: contract.AdoptOperatingModel{School: "SCH-NW", Version: "2023", On: 20230401},
			Then: []domain.Event{domain.OperatingModelAdopted{Hub: "QE1", School: "SCH-NW", Version: "2023", On: 20230401}},
		},
		{
			Name: "a locality hub whose school is not recorded adopts any",
			When: contract.AdoptOperatingModel{Hub: "QE1~fylde-coast", School: "SCH-NE", Version: "2022", On: 20220501}, Then: []domain.Event{locality},
		},
		{
			Name: "one on a day", Given: []domain.Event{model},
			When: contract.AdoptOperatingModel{School: "SCH-NW", Version: "2023", On: 20210501}, Refused: "I-CON-10",
		},
		{
			Name: "not of another school",
			When: contract.AdoptOperatingModel{School: "SCH-NE", Version: "2022", On: 20220501}, Refused: "I-CON-10", Prevents: true,
		},
		{
			Name: "when it has taken effect",
			When: contract.AdoptOperatingModel{School: "SCH-NW", Version: "2023", On: 20230331}, Refused: "I-CON-10", Prevents: true,
		},
		{
			Name: "and is published",
			When: contract.AdoptOperatingModel{School: "SCH-NW", Version: "2024", On: 20240501}, Refused: "I-CON-4",
		},
		{
			Name: "not tomorrow",
			When: contract.AdoptOperatingModel{School: "SCH-NW", Version: "2023", On: 20240604}, Refused: "I-CON-11",
		},
		{
			Name: "by a hub that is there",
			When: contract.AdoptOperatingModel{Hub: "QE1~morecambe", School: "SCH-NW", Version: "2023", On: 20230501}, Refused: "I-CON-6", Prevents: true,
		},
	}, "I-CON-4", "I-CON-6", "I-CON-9", "I-CON-10", "I-CON-11")
}

// The policy of a day is the one that began last, however late it was recorded.
func TestPolicyOn(t *testing.T) {
	of := func(version string, from, due domain.Date, pence domain.Pence) domain.PolicyAdopted {
		return domain.PolicyAdopted{
			Hub: "QE1", Kind: domain.PolicyCOI, Version: version, From: from, ReviewDue: due, Thresholds: []domain.PolicyThreshold{{Key: "GIFT", Pence: pence}},
		}
	}
	s := footing(of("2", 20230401, 20250331, 2), of("1", 20210401, 20220331, 1)) // the first recorded late
	for _, c := range []struct {
		day     domain.Date
		version string
		past    bool
		limit   domain.Pence
	}{
		{20210331, "", false, 0},
		{20210401, "1", false, 1},
		{20220331, "1", false, 1},
		{20220401, "1", true, 1},
		{20230331, "1", true, 1},
		{20230401, "2", false, 2},
		{20250401, "2", true, 2},
	} {
		p, past, ok := s.PolicyOn(domain.PolicyCOI, c.day)
		if p.Version != c.version || past != c.past || ok != (c.version != "") {
			t.Errorf("on %s: got %q, past review %t, %t; want %q, %t", c.day, p.Version, past, ok, c.version, c.past)
		}
		if limit, ok := s.ThresholdOn(domain.PolicyCOI, "GIFT", c.day); limit != c.limit || ok != (c.version != "") {
			t.Errorf("the limit on %s: got %d %t, want %d", c.day, limit, ok, c.limit)
		}
	}
	if _, _, ok := s.PolicyOn(domain.PolicyIG, 20230401); ok {
		t.Error("a policy of one kind was given for another")
	}
	if _, ok := s.ThresholdOn(domain.PolicyCOI, "MEAL", 20230401); ok {
		t.Error("a limit that the policy does not set was given")
	}
}

// The Operating Model of a day is the one that the hub adopted last.
func TestOperatingModelOn(t *testing.T) {
	s := footing(
		domain.OperatingModelAdopted{Hub: "QE1", School: "S1", Version: "b", On: 20220401},
		domain.OperatingModelAdopted{Hub: "QE1", School: "S1", Version: "a", On: 20210401}, // recorded late
	)
	for day, want := range map[domain.Date]string{20210331: "", 20210401: "a", 20220331: "a", 20220401: "b"} {
		if m, ok := s.OperatingModelOn("QE1", day); m.Version != want || ok != (want != "") {
			t.Errorf("on %s: got %q %t, want %q", day, m.Version, ok, want)
		}
	}
	if _, ok := s.OperatingModelOn("QE1~fylde-coast", 20220401); ok {
		t.Error("the model of one hub was given for another")
	}
}

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, contract.SignHubContract{}, "/parties", "/from", "/to", "/schedules", "/reportingDuties")
	domaintest.Fields(t, contract.SignHubContract{
		Parties: []string{"HEE", "?", "HEE"}, From: 20210401, To: 20220331,
		Schedules: []domain.ContractSchedule{
			{FY: domain.MustYear("2021/22"), Requirements: []string{"A1", "a", "A1"}, Pence: -1}, {FY: domain.MustYear("2021/22")}, {Requirements: []string{"A1"}},
		},
		ReportingDuties: []domain.ReportingDuty{{Report: "KPI_RETURN", Every: "DAY", DueDays: 367}, {Report: "KPI_RETURN", Every: domain.EveryYear, DueDays: -1}},
	}, "/parties/1", "/parties/2", "/schedules/0/requirements/1", "/schedules/0/requirements/2", "/schedules/0/pence",
		"/schedules/1/fy", "/schedules/1/requirements", "/schedules/2/fy",
		"/reportingDuties/0/every", "/reportingDuties/0/dueDays", "/reportingDuties/1/report", "/reportingDuties/1/dueDays")
	domaintest.Fields(t, contract.VaryHubContract{}, "/contract", "/on", "", "/ref")
	domaintest.Fields(t, contract.EndHubContract{}, "/contract", "/on", "/reason")
	domaintest.Fields(t, contract.DraftGovernanceAgreement{}, "/on")
	domaintest.Fields(t, contract.SignGovernanceAgreement{}, "/agreement", "/from")
	domaintest.Fields(t, contract.SignGovernanceAgreement{
		Agreement: uuid.UUID{1}, From: 20220401, To: 20220331, EvidenceMusts: []domain.MustEvidence{{Must: "KINDNESS", Hash: domain.Hash{1}}, musts[0], musts[0], {Must: domain.MustContract}},
	}, "/to", "/evidenceMusts/0/must", "/evidenceMusts/2/must", "/evidenceMusts/3/hash")
	domaintest.Fields(t, contract.LapseGovernanceAgreement{}, "/agreement", "/on", "/reason")
	domaintest.Fields(t, contract.AdoptPolicy{}, "/kind", "/version", "/from", "/reviewDue")
	domaintest.Fields(t, contract.AdoptPolicy{
		Kind: domain.PolicyCOI, Version: "1", From: 20220401, ReviewDue: 20220401, Thresholds: []domain.PolicyThreshold{{Key: "A1", Pence: -1}, {Key: "A1"}, {Key: "a"}},
	}, "/reviewDue", "/thresholds/0/pence", "/thresholds/1/key", "/thresholds/2/key")
	domaintest.Fields(t, contract.AdoptOperatingModel{Hub: "x"}, "/hub", "/school", "/version", "/on")
}
