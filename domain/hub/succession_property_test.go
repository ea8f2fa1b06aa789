package hub_test

import (
	"fmt"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/topology"
)

// Whatever a hub has, and however it is split: its lines are empty when it is
// handed over, each promise is made again to the penny, transfers sum to zero
// and so do the postings of all streams.
func TestWhateverIsHandedOver(t *testing.T) {
	successors := []string{"QX1", "QX2", "QX3"}
	base := newArea(t, successors...)
	split := 0
	rapid.Check(t, func(r *rapid.T) {
		a := &area{scene: base.copy(), t: r, logs: map[string][]domain.Recorded{"QE1": base.logs["QE1"][:len(base.logs["QE1"]):len(base.logs["QE1"])]}}
		a.now = noon(20251001)
		n := rapid.IntRange(1, len(successors)).Draw(r, "successors")
		lines, promised := a.randomMoney(r)
		order := topology.RecordHubSuccession{On: 20251001, KPIRule: domain.KPIRule{Rule: domain.SeriesBreak}, Ref: "SI 2025/44"}
		for _, icb := range successors[:n] {
			order.Successors = append(order.Successors, domain.HubID(icb))
		}
		order.BudgetSplit = append(order.BudgetSplit, domain.BudgetSplit{Shares: shares(r, successors[:n])})
		for _, line := range lines {
			if rapid.Bool().Draw(r, "own row") {
				order.BudgetSplit = append(order.BudgetSplit, domain.BudgetSplit{Line: line, Shares: shares(r, successors[:n])})
			}
		}
		for _, of := range promised {
			if rapid.Bool().Draw(r, "own row") {
				order.BudgetSplit = append(order.BudgetSplit, domain.BudgetSplit{Commitment: of, Shares: shares(r, successors[:n])})
			}
		}
		before := a.balance(domain.AccountAvailable, "QE1") + a.balance(domain.AccountCommitted, "QE1")
		a.must("QE1", order)
		for _, one := range a.must("QE1", funding.HandOverBudget{}) {
			if _, ok := one.Event.(domain.CommitmentHandedOver); ok {
				split++
			}
		}
		if left := a.balance(domain.AccountAvailable, "QE1") + a.balance(domain.AccountCommitted, "QE1"); left != 0 {
			r.Fatalf("%s pounds are left", left)
		}
		icbs := []string{"QE1"}
		for _, icb := range successors[:n] {
			icbs = append(icbs, icb)
			a.begin(icb, 20251001, "QE1")
			awards := make(map[uuid.UUID]uuid.UUID)
			for i, of := range promised {
				value := a.promisedTo(icb, of)
				if value == 0 {
					continue
				}
				award := a.must(icb, commissioning.CarryOnAward{
					Of: awardOf(i), Predecessor: "QE1", Decision: named("decision"), Supplier: college, From: 20251001, To: 20260331, Value: domain.Amount{Net: value},
				})[0].Event.(domain.AwardCarriedOn)
				awards[awardOf(i)] = award.Award
			}
			awards[named("award")] = awards[awardOf(0)]
			for _, line := range lines {
				if c := a.comesTo(icb, "QE1", line, awards); len(c.Transfers) > 0 {
					a.must(icb, c)
				}
			}
		}
		a.settled(icbs...)
		after := a.balance(domain.AccountAvailable, icbs...) + a.balance(domain.AccountCommitted, icbs...)
		if after != before {
			r.Fatalf("%s pounds were there and %s are", before, after)
		}
	})
	if split == 0 {
		t.Error("no promise was handed over")
	}
}

// awardOf is the award of the ith promise: that of the script first.
func awardOf(i int) uuid.UUID {
	if i == 0 {
		return named("award")
	}
	return named(fmt.Sprintf("award-%d", i))
}

// randomMoney adds money and promises to the hub, as they may have come to be,
// and is all its lines and promises.
func (a *area) randomMoney(r *rapid.T) (lines []domain.FundLine, promised []uuid.UUID) {
	lines, promised = []domain.FundLine{cpd}, []uuid.UUID{named("commitment")}
	for _, line := range []domain.FundLine{{Fund: "OPERATIONAL", FY: cpd.FY}, {Hub: "QE1~west", Fund: "PROGRAMME-CPD", FY: cpd.FY}, {Fund: "TARIFF-NURSING", FY: nextCPD.FY}} {
		if !rapid.Bool().Draw(r, "line") {
			continue
		}
		lines = append(lines, line)
		left := domain.Pence(rapid.Int64Range(1, 1_000_000_000).Draw(r, "pence"))
		a.tell(domain.AllocationIssued{
			Allocation: named(line.String()), Line: line, Pence: left, Purpose: "CPD", Status: domain.StatusConfirmed, Source: domain.SourceHEE, Expires: line.FY.Last(),
		})
		for range rapid.IntRange(0, 3).Draw(r, "promises") {
			pence := domain.Pence(rapid.Int64Range(0, int64(left)).Draw(r, "promised"))
			if pence == 0 {
				continue
			}
			left -= pence
			e := domain.CommitmentMade{
				Commitment: named(fmt.Sprintf("commitment-%d", len(promised))), Line: line, Award: awardOf(len(promised)), Decision: named("decision"), Payee: college,
				Pence: pence, Purpose: "CPD", CostType: "COURSE", NeedRefs: []uuid.UUID{named("need")}, RequestedBy: named("manager"),
			}
			promised = append(promised, e.Commitment)
			a.tell(e)
		}
	}
	return lines, promised
}

// tell folds an event into the hub of QE1.
func (a *area) tell(e domain.Event) {
	stream := hub.Stream("QE1")
	a.heads[stream]++
	r := domain.Recorded{ID: domain.NewID(domaintest.CommandID, fmt.Sprint(a.heads[stream])), Revision: a.heads[stream], RecordedAt: a.now, Event: e}
	a.streams[stream].Evolve(r)
	a.logs["QE1"] = append(a.logs["QE1"], r)
}

// promisedTo is what of a promise comes to a successor.
func (a *area) promisedTo(icb string, of uuid.UUID) (sum domain.Pence) {
	for _, r := range a.logs["QE1"] {
		if e, ok := r.Event.(domain.CommitmentHandedOver); ok && e.Commitment == of && e.To.ICB() == icb {
			sum += e.Pence
		}
	}
	return sum
}

// shares are random weights, of which one at least is above 0.
func shares(r *rapid.T, icbs []string) (all []domain.SuccessorShare) {
	for i, icb := range icbs {
		all = append(all, domain.SuccessorShare{Successor: domain.HubID(icb), Weight: rapid.Int64Range(int64(1-min(i, 1)), 3_000_000).Draw(r, "weight")})
	}
	return all
}
