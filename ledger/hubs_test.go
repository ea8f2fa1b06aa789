package ledger_test

import (
	"context"
	"fmt"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/governance"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/topology"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore/storetest"
	"github.com/hubledger/hubledger/ledger"
)

const tenThousand domain.Pence = 1_000_000

// wanted is a hub with £10,000.00 left, and as many awards of £10,000.00 as
// there are clients.
func wanted(t *testing.T, l *ledger.Ledger, clients int) (awards []uuid.UUID) {
	t.Helper()
	script, err := os.ReadFile("../domain/hub/testdata/purchase.ndjson")
	if err != nil {
		t.Fatal(err)
	}
	for i, o := range domaintest.Lines[domaintest.Order](t, script) {
		if o.Step == "open" {
			break
		}
		c, err := wire.ParseCommand(o.Name, o.Body(t, fmt.Sprint("step ", i)))
		if err != nil {
			t.Fatal(err)
		}
		do(t, l, c)
	}
	officer, delegation := domaintest.Named("officer"), id("delegation")
	n := 0
	order := func(data domain.CommandData) {
		n++
		do(t, l, seal(t, fmt.Sprint("order ", n), "hub-QE1", data))
	}
	order(funding.VaryAllocation{Allocation: domaintest.Named("allocation"), Pence: -tenThousand, Reason: "The funder gives less"})
	order(governance.GrantDelegation{Delegation: delegation, Person: officer, Limit: tenThousand, From: 20250401})
	for i := range clients {
		decision, award := id(fmt.Sprint("decision ", i)), id(fmt.Sprint("award ", i))
		order(commissioning.OpenDecision{
			Decision: decision, Kind: domain.DecisionPurchase, Subject: "A course", Programme: domaintest.Named("programme"), Candidates: []string{"CH-01234567"},
			Estimate: tenThousand, Regime: domain.RegimeBelowThreshold, Route: domain.RouteQuotation,
		})
		order(commissioning.DeclareConflict{Decision: decision, Person: officer, Nil: true})
		order(commissioning.RecordDecision{
			Decision: decision, Outcome: domain.OutcomeApprove, Candidate: "CH-01234567", Max: tenThousand, Purpose: "CPD",
			FundLines: []domain.FundPart{{Line: cpd, Pence: tenThousand}}, Needs: []uuid.UUID{domaintest.Named("need")}, Priorities: []uuid.UUID{domaintest.Named("priority")},
			Rationale: "It is needed", Authority: domain.DecisionAuthority{Kind: domain.AuthorityDelegated, Officer: officer, Delegation: delegation},
		})
		order(commissioning.AwardContract{
			Award: award, Decision: decision, Supplier: "CH-01234567", From: 20260102, To: 20260331, Value: domain.Amount{Net: tenThousand}, On: 20260102,
		})
		awards = append(awards, award)
	}
	return awards
}

var cpd = domain.FundLine{Fund: "PROGRAMME-CPD", FY: domain.MustYear("2025/26")}

// 64 clients at once want one hub's last £10,000.00, each for an award of its
// own: it is promised once, and the others are told that it has gone.
func TestTheLastMoneyIsPromisedOnce(t *testing.T) {
	l, store, _ := open(t)
	const clients = 64
	awards := wanted(t, l, clients)
	errs := make([]error, clients)
	var wg sync.WaitGroup
	for i, award := range awards {
		c := sealed(t, "hub-QE1", domain.Command{
			ID: id(fmt.Sprint("client ", i)), Actor: domain.Actor{Person: id(fmt.Sprint("person ", i)), Role: "hub manager"},
			Data: funding.MakeCommitment{Line: cpd, Award: award, Pence: tenThousand, Purpose: "CPD", CostType: "COURSE"},
		})
		wg.Go(func() { _, errs[i] = l.Do(context.Background(), c) })
	}
	wg.Wait()
	promised := 0
	for i, err := range errs {
		refusal, refused := ledger.IsRefusal(err)
		switch {
		case err == nil:
			promised++
		case !refused || refusal.Rule != funding.RuleAvailable:
			t.Errorf("client %d: got %v, want a refusal by %s", i, err, funding.RuleAvailable)
		}
	}
	made, left := 0, domain.Pence(0)
	for _, e := range read(t, store, "hub-QE1") {
		event, err := wire.Event(e)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := event.(domain.CommitmentMade); ok {
			made++
		}
		for _, p := range domain.Postings(event) {
			if p.Account == domain.AccountAvailable {
				left += p.Delta
			}
		}
	}
	if promised != 1 || made != 1 || left != 0 {
		t.Errorf("%d clients were told that it is promised, %d promises are recorded and %s pounds are left", promised, made, left)
	}
	if n := len(read(t, store, "refusals-hub-QE1")); n != clients-1 {
		t.Errorf("%d refusals are recorded, want %d", n, clients-1)
	}
	storetest.Check(t, store)
}

// Two hubs: while the append of one is held up, commands of the other are
// decided, recorded and answered.
func TestHubsDoNotWaitForOneAnother(t *testing.T) {
	var (
		arm     sync.Mutex
		armed   bool
		entered = make(chan struct{})
		release = make(chan struct{})
	)
	store := storetest.NewFaulty(storetest.NewMemory(ledgerID), storetest.Script{Append: func(int) storetest.AppendFault {
		arm.Lock()
		defer arm.Unlock()
		if !armed {
			return storetest.AppendFault{}
		}
		armed = false
		return storetest.AppendFault{Before: func() { close(entered); <-release }}
	}})
	l := openOn(t, store, newClock())
	geography(t, l)
	do(t, l, seal(t, "other icb", "organisations", organisation.RegisterOrganisation{Org: "QOP", Name: "Greater Manchester", Class: domain.ClassICB}))
	hubAt := func(icb, name string) wire.Sealed {
		return seal(t, name, "hub-"+icb, topology.RegisterHub{Name: name, Region: "Y62", From: domain.MustDate("2022-07-01"), Basis: domain.BasisImplied})
	}
	arm.Lock()
	armed = true
	arm.Unlock()

	slow := make(chan error, 1)
	go func() {
		_, err := l.Do(context.Background(), hubAt("QE1", "The first"))
		slow <- err
	}()
	select {
	case <-entered:
	case err := <-slow:
		t.Fatalf("the first hub was answered before its append: %v", err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	if _, err := l.Do(ctx, hubAt("QOP", "The other")); err != nil {
		t.Errorf("the other hub: %v", err)
	}
	select {
	case err := <-slow:
		t.Errorf("the first hub was answered while its append was held up: %v", err)
	default:
	}
	close(release)
	if err := <-slow; err != nil {
		t.Errorf("the first hub: %v", err)
	}
}
