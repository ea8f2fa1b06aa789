package topology_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/topology"
)

var (
	breaks = domain.KPIRule{Rule: domain.SeriesBreak}
	both   = []domain.SuccessorShare{{Successor: "QX1", Weight: 700_000}, {Successor: "QX2", Weight: 300_000}}

	// The hub is followed by two others on 1 April 2026.
	succeedOrder = topology.RecordHubSuccession{
		Successors: []domain.HubID{"QX2", "QX1"}, On: 20260401, BudgetSplit: []domain.BudgetSplit{{Shares: both}}, KPIRule: breaks,
		Localities: []domain.PassedLocality{{Hub: "QE1~coast", Successor: "QX2"}}, Ref: "SI 2026/101",
	}
	succeeded = domain.HubSucceeded{
		Predecessors: []domain.HubID{"QE1"}, Successors: []domain.HubID{"QX1", "QX2"}, On: 20260401, BudgetSplit: succeedOrder.BudgetSplit, KPIRule: breaks,
		Localities: succeedOrder.Localities, Ref: "SI 2026/101",
	}

	// It follows two others from 1 April 2024, and goes on with the series of one.
	followOrder = topology.RecordPredecessors{
		Predecessors: []domain.HubID{"QX1", "QYG"}, On: 20240401, KPIRule: domain.KPIRule{Rule: domain.SeriesContinues, Hub: "QYG"}, Ref: "SI 2024/7",
	}
	followed = domain.HubSucceeded{
		Predecessors: []domain.HubID{"QX1", "QYG"}, Successors: []domain.HubID{"QE1"}, On: 20240401, KPIRule: followOrder.KPIRule, Ref: "SI 2024/7",
	}

	money = domain.AllocationIssued{
		Allocation: uuid.UUID{1}, Line: domain.FundLine{Fund: "PROGRAMME-CPD", FY: domain.MustYear("2026/27")}, Pence: 500_000, Purpose: "CPD",
		Status: domain.StatusConfirmed, Source: domain.SourceHEE, Expires: 20270331,
	}
	lastYear = but(money, func(e *domain.AllocationIssued) { e.Line.FY = domain.MustYear("2025/26") })
)

var successionCases = []domaintest.Case{
	{
		Name: "a hub is succeeded, and a locality hub passed on", Given: []domain.Event{ics, coast, coastArea, money},
		When: succeedOrder, Then: []domain.Event{succeeded},
	},
	{
		Name: "the split may change", Given: []domain.Event{ics, coast, coastArea, succeeded}, When: but(succeedOrder, func(c *topology.RecordHubSuccession) { c.BudgetSplit = nil }),
		Then: []domain.Event{but(succeeded, func(e *domain.HubSucceeded) { e.BudgetSplit = nil })},
	},
	{
		Name: "the day may not", Given: []domain.Event{ics, coast, coastArea, succeeded}, When: but(succeedOrder, func(c *topology.RecordHubSuccession) { c.On = 20270401 }), Refused: "I-HUB-10",
	},
	{
		Name: "nor may the successors", Given: []domain.Event{ics, coast, coastArea, succeeded}, Refused: "I-HUB-10",
		When: topology.RecordHubSuccession{Successors: []domain.HubID{"QX1"}, On: 20260401, KPIRule: breaks, Ref: "SI 2026/101"},
	},
	{
		Name: "a hub was there before it is succeeded", Given: []domain.Event{ics, coast, coastArea}, Refused: "I-HUB-10",
		When: but(succeedOrder, func(c *topology.RecordHubSuccession) { c.On = 20190401 }),
	},
	{Name: "a hub that is not registered is not succeeded", When: succeedOrder, Refused: "I-HUB-5"},
	{
		Name: "a hub does not succeed itself", Given: []domain.Event{ics}, Refused: "I-HUB-10",
		When: topology.RecordHubSuccession{Successors: []domain.HubID{"QE1", "QX1"}, On: 20260401, KPIRule: breaks, Ref: "x"},
	},
	{
		Name: "a successor's ICB is registered", Given: []domain.Event{ics}, Refused: "I-HUB-5",
		When: topology.RecordHubSuccession{Successors: []domain.HubID{"QX7"}, On: 20260401, KPIRule: breaks, Ref: "x"},
	},
	{
		Name: "and open on the day", Given: []domain.Event{ics}, Refused: "I-HUB-7", Prevents: true,
		When: topology.RecordHubSuccession{Successors: []domain.HubID{"QX9"}, On: 20260401, KPIRule: breaks, Ref: "x"},
	},
	{Name: "a locality hub that is passed on is registered", Given: []domain.Event{ics}, When: succeedOrder, Refused: "I-HUB-5"},
	{
		Name: "all that is left has somewhere to go", Given: []domain.Event{ics, coast, coastArea, money}, Refused: "I-HUB-11", Prevents: true,
		When: but(succeedOrder, func(c *topology.RecordHubSuccession) {
			c.BudgetSplit = []domain.BudgetSplit{{Line: lastYear.Line, Shares: both}}
		}),
	},
	{
		Name: "a split by line is enough", Given: []domain.Event{ics, coast, coastArea, money, lastYear},
		When: but(succeedOrder, func(c *topology.RecordHubSuccession) {
			c.BudgetSplit = []domain.BudgetSplit{{Line: money.Line, Shares: both}}
		}),
		Then: []domain.Event{but(succeeded, func(e *domain.HubSucceeded) {
			e.BudgetSplit = []domain.BudgetSplit{{Line: money.Line, Shares: both}}
		})},
	},

	{Name: "a hub follows others", Given: []domain.Event{ics}, When: followOrder, Then: []domain.Event{followed}},
	{
		Name: "each once", Given: []domain.Event{ics, followed}, Refused: "I-HUB-10",
		When: topology.RecordPredecessors{Predecessors: []domain.HubID{"QYG"}, On: 20250401, KPIRule: breaks, Ref: "x"},
	},
	{
		Name: "another on another day", Given: []domain.Event{ics, followed},
		When: topology.RecordPredecessors{Predecessors: []domain.HubID{"QX2"}, On: 20250401, KPIRule: breaks, Ref: "x"},
		Then: []domain.Event{domain.HubSucceeded{Predecessors: []domain.HubID{"QX2"}, Successors: []domain.HubID{"QE1"}, On: 20250401, KPIRule: breaks, Ref: "x"}},
	},
	{
		Name: "not before it is there", Given: []domain.Event{ics}, Refused: "I-HUB-10",
		When: but(followOrder, func(c *topology.RecordPredecessors) { c.On = 20190331 }),
	},
	{
		Name: "not itself", Given: []domain.Event{ics}, Refused: "I-HUB-10",
		When: topology.RecordPredecessors{Predecessors: []domain.HubID{"QE1"}, On: 20240401, KPIRule: breaks, Ref: "x"},
	},
	{
		Name: "whose ICBs are registered", Given: []domain.Event{ics}, Refused: "I-HUB-5",
		When: topology.RecordPredecessors{Predecessors: []domain.HubID{"QX7"}, On: 20240401, KPIRule: breaks, Ref: "x"},
	},
	{
		Name: "and were open until then", Given: []domain.Event{ics}, Refused: "I-HUB-7", Prevents: true,
		When: topology.RecordPredecessors{Predecessors: []domain.HubID{"QX9"}, On: 20240401, KPIRule: breaks, Ref: "x"},
	},
	{
		Name: "a hub that ended the day before was", Given: []domain.Event{ics},
		When: topology.RecordPredecessors{Predecessors: []domain.HubID{"QX9"}, On: 20230401, KPIRule: breaks, Ref: "x"},
		Then: []domain.Event{domain.HubSucceeded{Predecessors: []domain.HubID{"QX9"}, Successors: []domain.HubID{"QE1"}, On: 20230401, KPIRule: breaks, Ref: "x"}},
	},

	{
		Name: "nothing begins in a hub that is succeeded", Given: []domain.Event{ics, coast, coastArea, succeeded}, Refused: "I-HUB-4", Prevents: true,
		When: topology.AgreePartnership{Partnership: pid, Party: "LA1", Purpose: "placements", From: 20260401},
	},
	{
		Name: "until the day before it may", Given: []domain.Event{ics, coast, coastArea, succeeded},
		When: topology.AgreePartnership{Partnership: pid, Party: "LA1", Purpose: "placements", From: 20260331},
		Then: []domain.Event{domain.PartnershipAgreed{Partnership: pid, Hub: "QE1", Party: "LA1", Purpose: "placements", From: 20260331}},
	},
	{
		Name: "no locality hub is established", Given: []domain.Event{ics, succeeded}, Refused: "I-HUB-4", Prevents: true,
		When: topology.EstablishLocalityHub{Hub: "QE1~hills", Area: []string{"U00001"}, Name: "Hills", From: 20260401},
	},
	{
		Name: "what ends, ends", Given: []domain.Event{ics, coast, coastArea, domain.PartnershipAgreed{Partnership: pid, Hub: "QE1", Party: "LA1", Purpose: "placements", From: 20220101}, succeeded},
		When: topology.EndPartnership{Partnership: pid, On: 20260401, Reason: "succession"},
		Then: []domain.Event{domain.PartnershipEnded{Partnership: pid, Hub: "QE1", Party: "LA1", On: 20260401, Reason: "succession"}},
	},
}

func TestSuccessionFields(t *testing.T) {
	domaintest.Fields(t, succeedOrder)
	domaintest.Fields(t, topology.RecordHubSuccession{}, "/successors", "/on", "/kpiRule/rule", "/ref")
	line := domain.FundLine{Fund: "OPERATIONAL", FY: domain.MustYear("2026/27")}
	domaintest.Fields(t, topology.RecordHubSuccession{
		Successors: []domain.HubID{"QX1", "QX1~coast", "QX1"}, On: 20260401, Ref: "x",
		BudgetSplit: []domain.BudgetSplit{
			{Line: domain.FundLine{Fund: "OPERATIONAL"}, Shares: []domain.SuccessorShare{{Successor: "QX1", Weight: 1}}},
			{Line: line, Commitment: uuid.UUID{1}, Shares: []domain.SuccessorShare{{Successor: "QX3", Weight: 1}}},
			{Shares: []domain.SuccessorShare{{Successor: "QX1", Weight: 1}, {Successor: "QX1", Weight: -1}}},
			{Shares: []domain.SuccessorShare{{Successor: "QX1"}}},
			{Line: line},
		},
		KPIRule:    domain.KPIRule{Rule: domain.SeriesContinues, Hub: "QX3"},
		Localities: []domain.PassedLocality{{Hub: "QE1", Successor: "QX1"}, {Hub: "QE1~coast", Successor: "QX3"}, {Hub: "QE1~coast", Successor: "QX1"}},
	},
		"/successors/1", "/successors/2", "/budgetSplit/0/line/fy", "/budgetSplit/1", "/budgetSplit/1/shares/0/successor",
		"/budgetSplit/2/shares/1/successor", "/budgetSplit/2/shares/1/weight", "/budgetSplit/3", "/budgetSplit/3/shares", "/budgetSplit/4/shares",
		"/kpiRule/hub", "/localities/0/hub", "/localities/1/successor", "/localities/2/hub")
	domaintest.Fields(t, followOrder)
	domaintest.Fields(t, topology.RecordPredecessors{Predecessors: []domain.HubID{"?"}, KPIRule: domain.KPIRule{Rule: domain.SeriesBreak, Hub: "QE1"}},
		"/predecessors/0", "/on", "/kpiRule/hub", "/ref")
}

// Until the day before, a hub and its locality hubs are active.
func TestActive(t *testing.T) {
	s := topology.New("QE1")
	for i, e := range []domain.Event{ics, coast, coastArea, succeeded} {
		s.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	for _, c := range []struct {
		hub  domain.HubID
		day  domain.Date
		want bool
	}{
		{"QE1", 20190331, false}, {"QE1", 20190401, true}, {"QE1", 20260331, true}, {"QE1", 20260401, false},
		{"QE1~coast", 20200331, false}, {"QE1~coast", 20260331, true}, {"QE1~coast", 20260401, false}, {"QE1~lakes", 20250401, false},
	} {
		if got := s.ActiveOn(c.hub, c.day); got != c.want {
			t.Errorf("%s on %s: active is %t", c.hub, c.day, got)
		}
	}
	if !s.BegunBy("QE1", 20260401) {
		t.Error("a hub that is succeeded has not begun")
	}
	if _, follows := s.Follows("QX1"); follows {
		t.Error("a successor was taken for a predecessor")
	}
}
