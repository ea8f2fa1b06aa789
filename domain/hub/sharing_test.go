package hub_test

import (
	"errors"
	"testing"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/sharing"
)

// neighbourhood is two ICSs, each with a stream of its own, and the register of
// organisations.
type neighbourhood struct {
	t    *testing.T
	orgs *organisation.State
	hubs map[string]*hub.Aggregate
	sum  map[string]domain.ShareAmount // of a share, over both streams
	n    int
}

func newNeighbourhood(t *testing.T) *neighbourhood {
	n := &neighbourhood{t: t, orgs: organisation.New(), hubs: make(map[string]*hub.Aggregate), sum: make(map[string]domain.ShareAmount)}
	for _, icb := range []string{"QE1", "QHM"} {
		n.orgs.Evolve(domain.Recorded{Event: domain.OrganisationRegistered{Org: icb, Name: icb, Class: domain.ClassICB}})
		n.hubs[icb] = hub.New(icb)
		n.tell(icb, domain.HubRegistered{Hub: domain.HubID(icb), Level: domain.LevelICS, ICB: icb, From: 20190401})
	}
	return n
}

// View implements domain.References.
func (n *neighbourhood) View(stream string) any {
	if stream != organisation.Stream {
		n.t.Fatalf("a share reads %s", stream)
	}
	return n.orgs.View(100)
}

func (n *neighbourhood) tell(icb string, e domain.Event) {
	n.n++
	n.hubs[icb].Evolve(domain.Recorded{ID: domain.NewID(domaintest.CommandID, string(rune(n.n))), Revision: int64(n.n), Event: e})
}

// do gives an order to an ICS and names the rule that refuses it, if one does.
func (n *neighbourhood) do(icb string, data domain.CommandData) domain.Rule {
	n.t.Helper()
	d, err := n.hubs[icb].Decide(n, domain.Command{ID: domaintest.CommandID, Data: data}, time.Date(2024, 6, 3, 10, 0, 0, 0, time.UTC), domain.CurrentRules)
	var refusal *domain.Refusal
	if err != nil && !errors.As(err, &refusal) {
		n.t.Fatal(err)
	}
	for _, draft := range d.Drafts {
		n.tell(icb, draft.Event)
		var s domain.ResourceShare
		switch e := draft.Event.(type) {
		case domain.ResourceShareOffered:
			s = e.ResourceShare
		case domain.ResourceShareAccepted:
			s = e.ResourceShare
		}
		was := n.sum[s.Resource]
		n.sum[s.Resource] = domain.ShareAmount{FTE: was.FTE + s.Amount.FTE, Places: was.Places + s.Amount.Places, Pence: was.Pence + s.Amount.Pence}
	}
	if refusal != nil {
		return refusal.Rule
	}
	return ""
}

// A hub that exceeds lends a nurse to another ICS, and money follows. Each
// stream knows its own side alone; together they come to nothing.
func TestSharedBeyondTheArea(t *testing.T) {
	n := newNeighbourhood(t)
	nurse, money, transfer := domaintest.Named("nurse"), domaintest.Named("money"), domaintest.Named("transfer")
	lend := sharing.OfferResourceShare{
		Share: nurse, Counterpart: "QHM", Resource: "A nurse", Amount: domain.ShareAmount{FTE: domain.OneFTE / 2}, Credit: domain.CreditBeneficiary,
		ExceedsIn: "EDUCATORS", From: 20240701, On: 20240603,
	}
	take := sharing.AcceptResourceShare{
		Share: nurse, Counterpart: "QE1", Resource: "A nurse", Amount: domain.ShareAmount{FTE: domain.OneFTE / 2}, Credit: domain.CreditBeneficiary, From: 20240701, On: 20240603,
	}
	give := sharing.OfferResourceShare{
		Share: money, Counterpart: "QHM", Resource: "Money", Amount: domain.ShareAmount{Pence: 70_000}, Credit: domain.CreditDeliverer,
		Reason: "Her course", From: 20240603, Transfer: transfer, On: 20240603,
	}
	get := sharing.AcceptResourceShare{
		Share: money, Counterpart: "QE1", Resource: "Money", Amount: domain.ShareAmount{Pence: 70_000}, Credit: domain.CreditDeliverer, From: 20240603, Transfer: transfer, On: 20240603,
	}
	line := domain.FundLine{Fund: "PROGRAMME-CPD", FY: domain.MustYear("2024/25")}
	for _, step := range []struct {
		does    string
		icb     string
		before  domain.Event
		order   domain.CommandData
		refused domain.Rule
	}{
		{"nobody has assessed the hub", "QE1", nil, lend, sharing.RuleExceeds},
		{"it exceeds", "QE1", domain.MaturityAssessed{
			Assessment: domaintest.Named("assessment"), Hub: "QE1", Matrix: "TRAINING_HUB", Version: 1, On: 20240501,
			Scores: []domain.MaturityScore{{Domain: "EDUCATORS", Level: 4, Standing: domain.StandingExceeded}},
		}, lend, ""},
		{"the other hub tells its side", "QHM", nil, take, ""},
		{"money is promised", "QE1", nil, give, ""},
		{"and has not come", "QHM", nil, get, sharing.RuleMoney},
		{"it has", "QHM", domain.TransferReceived{Transfer: transfer, Line: line, From: "QE1", Pence: 70_000}, get, ""},
		{"it was sent and stays", "QE1", domain.TransferSent{Transfer: transfer, Line: line, To: "QHM", Pence: 70_000},
			sharing.EndResourceShare{Share: money, On: 20240602, Reason: "No course"}, sharing.RuleEnd},
	} {
		if step.before != nil {
			n.tell(step.icb, step.before)
		}
		if got := n.do(step.icb, step.order); got != step.refused {
			t.Fatalf("%s: refused by %q, want %q", step.does, got, step.refused)
		}
	}
	for _, resource := range []string{"A nurse", "Money"} {
		if sum, some := n.sum[resource]; !some || sum != (domain.ShareAmount{}) {
			t.Errorf("%s: both sides sum to %+v", resource, sum)
		}
	}
}
