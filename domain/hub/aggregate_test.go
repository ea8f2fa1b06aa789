package hub_test

import (
	"errors"
	"testing"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/topology"
)

// What the room asks of the register of organisations is what that gives.
var _ topology.Organisations = organisation.View{}

var (
	now   = time.Date(2024, 6, 3, 10, 0, 0, 0, time.UTC)
	order = topology.RegisterHub{Name: "Training Hub", Host: "RXN", Region: "Y62", From: 20220701, Basis: domain.BasisRegistered}
)

type references map[string]any

func (r references) View(stream string) any { return r[stream] }

// A hub is decided on the register as it was at the basis, whatever has been
// recorded there since.
func TestDecidesOnTheRegisterAtItsRevision(t *testing.T) {
	orgs := organisation.New()
	for i, e := range []domain.Event{
		domain.OrganisationRegistered{Org: "Y62", Name: "North West", Class: domain.ClassRegion},                                                  // 0
		domain.OrganisationRegistered{Org: "Y63", Name: "North East and Yorkshire", Class: domain.ClassRegion},                                    // 1
		domain.OrganisationRegistered{Org: "QE1", Name: "NHS One ICB", Class: domain.ClassICB},                                                    // 2
		domain.OrganisationRegistered{Org: "RXN", Name: "The Trust", Class: "NHS_TRUST"},                                                          // 3
		domain.OrganisationClosed{Org: "RXN", On: 20220630},                                                                                       // 4
		domain.OrganisationRelationshipRecorded{Child: "QE1", Parent: "Y63", Kind: domain.RelationParent, From: 20220701},                         // 5
		domain.OrganisationRelationshipRecorded{Child: "QE1", Parent: "Y63", Kind: domain.RelationParent, From: 20220701, To: 20220701},           // 6
		domain.OrganisationRelationshipRecorded{Child: "QE1", Parent: "Y62", Kind: domain.RelationParent, From: 20220702, StatedBy: "correction"}, // 7
	} {
		orgs.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	open := order
	open.Host = ""
	late := open
	late.From = 20220702
	for _, c := range []struct {
		revision int64
		order    topology.RegisterHub
		refused  domain.Rule
	}{
		{-1, order, topology.RuleNamed},
		{2, order, topology.RuleNamed}, // the host
		{3, order, ""},
		{4, order, topology.RuleOpen},
		{4, open, ""},
		{5, open, topology.RuleRegion},
		{6, open, topology.RuleRegion},
		{6, late, ""},
		{7, late, ""},
	} {
		_, err := hub.New("QE1").Decide(references{"organisations": orgs.View(c.revision)}, domain.Command{Data: c.order}, now, 1)
		var refusal *domain.Refusal
		if errors.As(err, &refusal); err != nil && (refusal == nil || refusal.Rule != c.refused) || err == nil && c.refused != "" {
			t.Errorf("at revision %d: got %v, want a refusal by %q", c.revision, err, c.refused)
		}
	}
}

func TestReads(t *testing.T) {
	a := hub.New("QE1")
	for _, c := range []struct {
		data domain.CommandData
		want int
	}{
		{topology.RegisterHub{}, 1}, {topology.EstablishLocalityHub{}, 1}, {topology.ChangeHubHost{}, 1}, {topology.AgreePartnership{}, 1},
		{topology.EndPartnership{}, 0}, {organisation.RegisterOrganisation{}, 0},
		{hub.VoidEvent{}, 0}, {hub.VoidEvent{Instead: &hub.Instead{OfferGrant: &funding.OfferGrant{}}}, 1}, {hub.VoidEvent{Instead: &hub.Instead{AccrueCost: &funding.AccrueCost{}}}, 0},
	} {
		got := a.Reads(domain.Command{Data: c.data})
		if len(got) != c.want || c.want == 1 && got[0] != organisation.Stream {
			t.Errorf("%s: reads %v, want %d streams", c.data.CommandName(), got, c.want)
		}
	}
}

// What no room takes is loud.
func TestForeign(t *testing.T) {
	a := hub.New("QE1")
	var refusal *domain.Refusal
	if _, err := a.Decide(references{}, domain.Command{Data: organisation.RegisterOrganisation{}}, now, 1); err == nil || errors.As(err, &refusal) {
		t.Errorf("a command of another stream: got %v, want a failure", err)
	}
	defer func() {
		if recover() == nil {
			t.Error("an event of another stream should stop the fold")
		}
	}()
	a.Evolve(domain.Recorded{Event: domain.RulesAdopted{Version: 1}})
}

func TestNames(t *testing.T) {
	if got := hub.Stream("QE1"); got != "hub-QE1" {
		t.Errorf("got %s", got)
	}
	if topology.OrganisationsStream != organisation.Stream {
		t.Errorf("the room reads %s, the register is %s", topology.OrganisationsStream, organisation.Stream)
	}
	a := hub.New("QE1")
	a.Evolve(domain.Recorded{Event: domain.HubRegistered{Hub: "QE1", From: 20190401, Host: "RXN"}})
	if got := a.Topology().HostOn("QE1", 20240101); got != "RXN" {
		t.Errorf("host: got %q, want RXN", got)
	}
}

// A correction says which event, why, and one right act at most, whose fields
// are those of its own command.
func TestFields(t *testing.T) {
	domaintest.Fields(t, hub.VoidEvent{}, "/event", "/reason")
	domaintest.Fields(t, hub.VoidEvent{Event: clerk, Reason: wrong})
	domaintest.Fields(t, hub.VoidEvent{Event: clerk, Reason: wrong, Instead: &hub.Instead{}}, "/instead")
	domaintest.Fields(t, hub.VoidEvent{Event: clerk, Reason: wrong, Instead: &hub.Instead{
		ChargePay:  &funding.ChargePay{Line: cpd, Post: "PROJECT_MANAGER", FTE: domain.OneFTE, PeriodFrom: 20250401, PeriodTo: 20250401, Pence: 1},
		VireBudget: &funding.VireBudget{From: cpd, To: west, Reason: wrong},
	}}, "/instead", "/instead/vireBudget/pence")
}
