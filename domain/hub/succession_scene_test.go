package hub_test

import (
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/topology"
)

// area is several ICSs, each with a stream that knows nothing of the others',
// and what every stream has recorded.
type area struct {
	*scene
	t    rapid.TB
	logs map[string][]domain.Recorded // by ICB
}

// newArea is the hub of the script, with its course half delivered, and the
// ICBs of others, whose hubs are still to come.
func newArea(t testing.TB, others ...string) *area {
	a := &area{scene: bought(t, ""), t: t}
	a.logs = map[string][]domain.Recorded{"QE1": a.log}
	for _, icb := range others {
		a.streams[hub.Stream(icb)], a.heads[hub.Stream(icb)] = hub.New(icb), -1
		a.register(icb, domain.ClassICB)
	}
	return a
}

func (a *area) register(org string, class domain.OrganisationClass) {
	a.t.Helper()
	if _, err := a.decide(organisation.Stream, domain.Command{
		ID: domaintest.Named(org), Data: organisation.RegisterOrganisation{Org: org, Name: "Organisation " + org, Class: class},
	}); err != nil {
		a.t.Fatal(err)
	}
}

// ask gives data to the hub of an ICS.
func (a *area) ask(icb string, data domain.CommandData, happened *domain.Happened) ([]domain.Recorded, error) {
	a.t.Helper()
	var f domain.FieldErrors
	if data.Validate(&f); len(f.List) > 0 {
		a.t.Fatalf("%s would not come to a decision: %+v", data.CommandName(), f.List)
	}
	a.given++
	by := a.by
	if by == uuid.Nil {
		by = named("manager")
	}
	recorded, err := a.decide(hub.Stream(icb), domain.Command{
		ID: domaintest.Named(icb + time.Duration(a.given).String()), Actor: domain.Actor{Person: by, Role: "hub manager"}, Data: data, Happened: happened,
	})
	a.logs[icb] = append(a.logs[icb], recorded...)
	return recorded, err
}

// must is ask, for what is recorded and breaks no rule.
func (a *area) must(icb string, data domain.CommandData) []domain.Recorded {
	a.t.Helper()
	recorded, err := a.ask(icb, data, nil)
	if err != nil || len(recorded) == 0 {
		a.t.Fatalf("%s: %s: got %d events and %v", icb, data.CommandName(), len(recorded), err)
	}
	return recorded
}

// refused holds that a rule refuses.
func (a *area) refused(icb string, data domain.CommandData, by domain.Rule) {
	a.t.Helper()
	if recorded, err := a.ask(icb, data, nil); refusedBy(err) != by || len(recorded) > 0 {
		a.t.Errorf("%s: %s: got %d events and %v, want a refusal by %s", icb, data.CommandName(), len(recorded), err, by)
	}
}

// balance is what stands on an account, over all lines of some ICSs.
func (a *area) balance(account domain.Account, icbs ...string) (sum domain.Pence) {
	for _, icb := range icbs {
		for _, r := range a.logs[icb] {
			for _, p := range domain.Postings(r.Event) {
				if p.Account == account {
					sum += p.Delta
				}
			}
		}
	}
	return sum
}

// comesTo is what a hub handed over to a successor of a line, as the successor
// says it: the transfers, and the promises with their awards.
func (a *area) comesTo(successor, from string, line domain.FundLine, awards map[uuid.UUID]uuid.UUID) funding.TakeOverBudget {
	c := funding.TakeOverBudget{Predecessor: domain.HubID(from), Of: line}
	made := make(map[uuid.UUID]domain.CommitmentMade)
	for _, r := range a.logs[from] {
		switch e := r.Event.(type) {
		case domain.CommitmentMade:
			made[e.Commitment] = e
		case domain.TransferSent:
			if e.To == successor && e.Line == line {
				c.Transfers = append(c.Transfers, funding.TakenTransfer{Transfer: e.Transfer, Pence: e.Pence})
			}
		case domain.CommitmentHandedOver:
			if e.To.ICB() == successor && e.Line == line {
				of := made[e.Commitment]
				c.Commitments = append(c.Commitments, funding.CarriedCommitment{
					Of: e.Commitment, Pence: e.Pence, Award: awards[of.Award], Decision: of.Decision, Purpose: of.Purpose, CostType: of.CostType,
					NeedRefs: of.NeedRefs, PriorityRefs: of.PriorityRefs, RequestedBy: of.RequestedBy,
				})
			}
		}
	}
	return c
}

// begin registers the hub of an ICS, which follows others on a day.
func (a *area) begin(icb string, on domain.Date, predecessors ...domain.HubID) {
	a.t.Helper()
	a.must(icb, topology.RegisterHub{Name: "Training Hub " + icb, Host: "RXN", Region: "Y62", From: on, Basis: domain.BasisRegistered})
	a.must(icb, topology.RecordPredecessors{Predecessors: predecessors, On: on, KPIRule: domain.KPIRule{Rule: domain.SeriesBreak}, Ref: "SI 2026/101"})
}

// carryOn has a hub go on with the course, or a part of it, and is the award's
// id there.
func (a *area) carryOn(icb string, from domain.Date, value domain.Pence) map[uuid.UUID]uuid.UUID {
	a.t.Helper()
	recorded := a.must(icb, commissioning.CarryOnAward{
		Of: named("award"), Predecessor: "QE1", Decision: named("decision"), Holder: "RXN", Supplier: college, From: from, To: 20261231, Value: domain.Amount{Net: value},
		Regime: domain.RegimeBelowThreshold, Route: domain.RouteQuotation, Threshold: "LIGHT_TOUCH",
	})
	return map[uuid.UUID]uuid.UUID{named("award"): recorded[0].Event.(domain.AwardCarriedOn).Award}
}

// settled holds that all transfers between some ICSs have arrived, that the
// postings of all streams sum to zero, and that both sides name a promise by
// the same id.
func (a *area) settled(icbs ...string) {
	a.t.Helper()
	if left := a.balance(domain.AccountInTransit, icbs...); left != 0 {
		a.t.Errorf("%s pounds are in transit between %v", left, icbs)
	}
	var sum domain.Pence
	for _, account := range domain.Accounts {
		sum += a.balance(account, icbs...)
	}
	if sum != 0 {
		a.t.Errorf("the postings of %v sum to %s", icbs, sum)
	}
	made := make(map[uuid.UUID]domain.Pence)
	for _, icb := range icbs {
		for _, r := range a.logs[icb] {
			if e, ok := r.Event.(domain.CommitmentMade); ok {
				made[e.Commitment] = e.Pence
			}
		}
	}
	for _, icb := range icbs {
		for _, r := range a.logs[icb] {
			if e, ok := r.Event.(domain.CommitmentHandedOver); ok && made[e.As] != e.Pence {
				a.t.Errorf("%s hands over %s as %s, of which %s are promised", icb, e.Pence, e.As, made[e.As])
			}
		}
	}
}
