package hub_test

import (
	"strings"
	"testing"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/governance"
	"github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/topology"
	"github.com/hubledger/hubledger/domain/wire"
)

func noon(day domain.Date) time.Time {
	return time.Date(day.Year(), time.Month(day.Month()), day.Day(), 11, 0, 0, 0, time.UTC)
}

var (
	byPatients = []domain.SuccessorShare{{Successor: "QX1", Weight: 640_125}, {Successor: "QX2", Weight: 1_185_550}}
	nextCPD    = cpd.InYear(domain.MustYear("2026/27"))
)

// On 1 April 2026 the area of a hub is split between two others. Its course is
// half delivered; the money of the new year has come already.
func TestAnAreaIsSplit(t *testing.T) {
	a := newArea(t, "QX1", "QX2")
	a.now = noon(20260310)
	a.must("QE1", funding.IssueAllocation{Line: nextCPD, Pence: 1_000_001, Purpose: "CPD", Status: domain.StatusConfirmed, Source: domain.SourceHEE})
	order := topology.RecordHubSuccession{Successors: []domain.HubID{"QX1", "QX2"}, On: 20260401, KPIRule: domain.KPIRule{Rule: domain.SeriesBreak}, Ref: "SI 2026/101"}
	_, err := a.ask("QE1", order, nil)
	if refusedBy(err) != topology.RuleSplit || !strings.Contains(err.Error(), "10000.01 pounds available on PROGRAMME-CPD 2026/27") {
		t.Errorf("a split that forgets the new year: got %v, want what is missing", err)
	}
	order.BudgetSplit = []domain.BudgetSplit{{Shares: byPatients}}
	a.must("QE1", order)
	a.refused("QE1", funding.HandOverBudget{}, funding.RuleSuccession) // the day has not come

	// In April the old year is wound down. What was received in March comes to
	// light late; nothing else begins.
	a.now = noon(20260420)
	march := funding.AccrueCost{Commitment: named("commitment"), Line: cpd, Amount: domain.Amount{Net: 100_000}, PeriodFrom: 20260301, PeriodTo: 20260331}
	a.must("QE1", march)
	a.refused("QE1", topology.AgreePartnership{Party: "RXN", Purpose: "Placements", From: 20260401}, topology.RuleWindDown)
	a.refused("QE1", funding.IssueAllocation{Line: nextCPD, Pence: 1, Purpose: "CPD", Status: domain.StatusConfirmed, Source: domain.SourceHEE}, topology.RuleWindDown)
	late, err := a.ask("QE1", funding.IssueAllocation{Line: nextCPD, Pence: 99, Purpose: "CPD", Status: domain.StatusConfirmed, Source: domain.SourceHEE}, &domain.Happened{On: 20260402})
	if err != nil || len(late) != 1 || len(late[0].Breaches) != 1 || late[0].Breaches[0].Rule != topology.RuleWindDown {
		t.Errorf("money that came all the same: got %+v and %v, want it with a breach of %s", late, err, topology.RuleWindDown)
	}

	// The promise of the old year goes without money, which its funder leaves in
	// part. The books of the old year are closed; then the new year's money goes.
	a.must("QE1", funding.HandOverBudget{Line: cpd})
	a.must("QE1", funding.AgreeDeferral{Line: cpd, Funder: "X24", Pence: 500_000, Ref: "NHSE/2026/7"})
	a.must("QE1", funding.DeclareYearEnd{FY: cpd.FY})
	a.must("QE1", funding.HandOverBudget{})
	if again, err := a.ask("QE1", funding.HandOverBudget{}, nil); err != nil || len(again) != 0 {
		t.Errorf("handed over again: got %d events and %v, want nothing left", len(again), err)
	}
	for account, want := range map[domain.Account]domain.Pence{domain.AccountAvailable: 0, domain.AccountCommitted: 0, domain.AccountInTransit: 1_500_100} {
		if got := a.balance(account, "QE1"); got != want {
			t.Errorf("QE1: %s: got %s, want %s", account, got, want)
		}
	}

	// Each successor takes over its part: 15,001.00 by 640,125 to 1,185,550.
	for icb, want := range map[string]struct{ promised, all domain.Pence }{"QX1": {70_125, 525_971}, "QX2": {129_875, 974_129}} {
		a.refused(icb, funding.TakeOverBudget{Predecessor: "QE1", Of: nextCPD, Transfers: []funding.TakenTransfer{{Transfer: named("x"), Pence: 1}}}, funding.RuleSuccession)
		a.begin(icb, 20260401, "QE1")
		awards := a.carryOn(icb, 20260401, want.promised)
		promises := a.comesTo(icb, "QE1", cpd, awards)
		promises.FY = nextCPD.FY
		a.refused(icb, promises, funding.RuleAvailable) // not before its money
		money := a.comesTo(icb, "QE1", nextCPD, awards)
		money.Terms = &funding.CarriedTerms{Purposes: []domain.FundPurpose{"CPD"}}
		a.must(icb, money)
		a.must(icb, promises)
		if got := a.balance(domain.AccountCommitted, icb); got != want.promised {
			t.Errorf("%s: promised: got %s, want %s", icb, got, want.promised)
		}
		if got := a.balance(domain.AccountCommitted, icb) + a.balance(domain.AccountAvailable, icb); got != want.all {
			t.Errorf("%s: in all: got %s, want %s", icb, got, want.all)
		}
	}
	a.settled("QE1", "QX1", "QX2")

	// Nothing old is rewritten: what was incurred stays where it was.
	if got := a.balance(domain.AccountIncurred, "QE1"); got != 400_000 {
		t.Errorf("incurred before: got %s, want 4000.00", got)
	}
}

// In the middle of a year two hubs become one, which goes on with a course of
// one of them: it is received there, invoiced there and paid there.
func TestTwoHubsAreMerged(t *testing.T) {
	a := newArea(t, "QYG", "QX1")
	a.must("QYG", topology.RegisterHub{Name: "Training Hub", Region: "Y62", From: 20220701, Basis: domain.BasisRegistered})
	a.must("QYG", funding.IssueAllocation{Line: cpd, Pence: 777_777, Purpose: "CPD", Status: domain.StatusConfirmed, Source: domain.SourceHEE})
	a.now = noon(20251001)
	for _, icb := range []string{"QE1", "QYG"} {
		a.must(icb, topology.RecordHubSuccession{
			Successors: []domain.HubID{"QX1"}, On: 20251001, BudgetSplit: []domain.BudgetSplit{{Shares: []domain.SuccessorShare{{Successor: "QX1", Weight: 1}}}},
			KPIRule: domain.KPIRule{Rule: domain.SeriesBreak}, Ref: "SI 2025/44",
		})
	}
	// What is received until the day before is the old hub's, and what is
	// received until the day itself is not.
	cut := funding.AccrueCost{Commitment: named("commitment"), Line: cpd, Amount: domain.Amount{Net: 1}, PeriodFrom: 20250915, PeriodTo: 20251001}
	a.refused("QE1", cut, topology.RuleWindDown)
	a.must("QE1", funding.HandOverBudget{})
	a.must("QYG", funding.HandOverBudget{})
	a.begin("QX1", 20251001, "QE1", "QYG")
	awards := a.carryOn("QX1", 20251001, 300_000)
	a.must("QX1", a.comesTo("QX1", "QE1", cpd, awards))
	a.must("QX1", a.comesTo("QX1", "QYG", cpd, nil))
	a.settled("QE1", "QYG", "QX1")
	if got := a.balance(domain.AccountAvailable, "QX1"); got != 1_400_000+777_777 {
		t.Errorf("available: got %s, want all that both had", got)
	}

	carried := domain.CarriedID(named("commitment"), "QX1", cpd)
	cost := a.must("QX1", funding.AccrueCost{Commitment: carried, Line: cpd, Amount: domain.Amount{Net: 300_000}, PeriodFrom: 20251001, PeriodTo: 20251001})[0].Event.(domain.CostAccrued)
	award := awards[named("award")]
	invoice := a.must("QX1", funding.ReceiveInvoice{Payee: college, Number: "2025-90", Dated: 20251001, Amount: domain.Amount{Net: 300_000}, Award: award})[0].Event.(domain.InvoiceReceived)
	a.must("QX1", funding.ApproveInvoice{Invoice: invoice.Invoice, By: named("officer")})
	a.must("QX1", funding.RecordPayment{
		Payee: college, On: 20251001, ApprovedBy: named("officer"), PaidBy: named("payer"),
		Debts: []funding.PaidDebt{{Accrual: cost.Accrual, Invoice: invoice.Invoice, Pence: 300_000}},
	})
	if got := a.balance(domain.AccountPaid, "QX1"); got != 300_000 {
		t.Errorf("paid: got %s, want 3000.00", got)
	}

	// What was handed over is real: the promise is not voided any more.
	for _, r := range a.logs["QE1"] {
		if e, ok := r.Event.(domain.CommitmentMade); ok && e.Commitment == named("commitment") {
			a.refused("QE1", hub.VoidEvent{Event: r.ID, Reason: wrong}, hub.RuleStands)
		}
	}
	// Debts of before are paid by the hub that has them.
	if _, err := a.ask("QE1", topology.AgreePartnership{Party: "RXN", Purpose: "Placements", From: 20250930}, nil); err != nil {
		t.Errorf("what comes to light of the day before: %v", err)
	}
}

// What was recorded wrongly is put right in a hub that is succeeded too, where
// nothing else of its kind is recorded.
func TestCorrectionsOfASucceededHub(t *testing.T) {
	a := newArea(t, "QX1")
	a.register("U00001", domain.ClassPCN)
	a.must("QE1", topology.EstablishLocalityHub{Hub: "QE1~west", Name: "West", From: 20220701, Area: []string{"U00001"}})
	a.must("QE1", governance.GrantDelegation{Person: clerk, Limit: 1_000_000, From: 20250301})
	a.by = clerk
	vire := funding.VireBudget{From: cpd, To: west, Pence: 1_000, Reason: "Courses there"}
	moved := a.must("QE1", vire)[0]
	a.must("QE1", topology.RecordHubSuccession{
		Successors: []domain.HubID{"QX1"}, On: 20250401, BudgetSplit: []domain.BudgetSplit{{Shares: []domain.SuccessorShare{{Successor: "QX1", Weight: 1}}}},
		KPIRule: domain.KPIRule{Rule: domain.SeriesContinues, Hub: "QX1"}, Ref: "SI 2025/1",
	})
	a.refused("QE1", vire, topology.RuleWindDown)
	right := vire
	right.Pence = 999
	a.refused("QE1", hub.VoidEvent{Event: moved.ID, Reason: wrong, Instead: &hub.Instead{VireBudget: &right}}, topology.RuleWindDown)
	a.must("QE1", hub.VoidEvent{Event: moved.ID, Reason: wrong})
	for _, r := range a.logs["QE1"] {
		if _, ok := r.Event.(domain.PaymentMade); ok {
			a.must("QE1", hub.VoidEvent{Event: r.ID, Reason: wrong})
		}
	}
}

// A decision of a locality hub above its limit waits for the ICS hub.
func TestALocalityOverItsLimit(t *testing.T) {
	s := newScene()
	ofWest := func(o domaintest.Order) domaintest.Order {
		if o.Step == "open" {
			o.Data["hub"] = []byte(`"QE1~west"`)
		}
		return o
	}
	order := func(name, data string) domaintest.Order {
		return domaintest.Lines[domaintest.Order](t, []byte(`{"name":"`+name+`",`+data+"}\n"))[0]
	}
	for _, o := range script(t) {
		switch o.Step {
		case "pcn":
			s.must(t, order("establish-locality-hub", `"hub":"QE1","data":{"hub":"QE1~west","name":"West","from":"2022-07-01","area":["U00001"]}`))
			s.must(t, order("grant-delegation", `"hub":"QE1","data":{"hub":"QE1~west","limitPence":500000,"from":"2025-03-01"}`))
		case "england":
			s.must(t, order("register-organisation", `"data":{"org":"U00001","name":"A PCN","class":"PCN"}`))
		case "decide":
			if _, err := s.give(t, o); refusedBy(err) != "I-DEL-5" {
				t.Fatalf("6,000.00 with a limit of 5,000.00: got %v, want a refusal by I-DEL-5", err)
			}
			if _, err := s.give(t, order("approve-locality-decision", `"hub":"QE1","data":{"decision":"@decision","maxPence":600000,"by":{"officer":"@officer","delegation":"@officer-limit"}}`)); refusedBy(err) != "I-COM-9" {
				t.Errorf("an officer with a limit of 1,000.00 agrees: got %v, want a refusal by I-COM-9", err)
			}
			s.must(t, order("approve-locality-decision", `"hub":"QE1","data":{"decision":"@decision","maxPence":600000,"by":{"meeting":"@meeting","item":"2"}}`))
		}
		s.must(t, ofWest(o))
	}
	if made, _ := event[domain.CommissioningDecisionMade](s); made.Max != 600_000 {
		t.Errorf("got %+v, want the decision", made)
	}
}

// What winds a hub down are events of hubs, and what begins, or promises money,
// is none of them.
func TestWhatWindsDown(t *testing.T) {
	known := 0
	for _, typ := range wire.EventTypes() {
		if hub.WindsDown[typ.Name] {
			known++
			if typ.Kind != wire.KindHub {
				t.Errorf("%s is no event of a hub's stream", typ.Name)
			}
		}
	}
	if known != len(hub.WindsDown) {
		t.Errorf("%d types wind a hub down and %d of them are in the table of events", len(hub.WindsDown), known)
	}
	for _, typ := range []string{"CommitmentMade", "GrantOffered", "AllocationIssued", "TransferReceived", "ContractAwarded", "HubContractSigned", "PlacementOffered", "RolePostProposed", "LocalityHubEstablished"} {
		if hub.WindsDown[typ] {
			t.Errorf("%s begins something", typ)
		}
	}
}
