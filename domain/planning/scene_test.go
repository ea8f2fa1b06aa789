package planning_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/planning"
	"github.com/hubledger/hubledger/domain/topology"
)

var (
	id1 = uuid.MustParse("1b4e28ba-2fa1-41d2-883f-0016d3cca427")
	id2 = uuid.MustParse("7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d")
	id3 = uuid.MustParse("e1c5b3ee-1f4e-4c5e-9d0c-94a40d0fbe6a")
	id4 = uuid.MustParse("f4d2a6b0-8a0e-4f53-8b6e-2c1d9e7f3a5b")
)

// What the room asks of others is what they answer.
var (
	_ planning.Organisations = organisation.View{}
	_ planning.Hubs          = (*topology.State)(nil)
)

// What the room of decisions asks of this one is what it answers.
var _ commissioning.Planning = (*planning.State)(nil)

// hub is the room as an aggregate, among the hubs of its ICS.
type hub struct {
	*planning.State
	hubs *topology.State
}

func (h hub) Fork() domain.Aggregate { return hub{h.State.Fork(), h.hubs} }
func (h hub) View(int64) any         { return nil }
func (h hub) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return h.State.Decide(refs, h.hubs, c, now)
}

// newHub is QE1 from April 2019 and a locality hub from April 2020.
func newHub() domain.Aggregate {
	hubs := topology.New("QE1")
	for _, e := range []domain.Event{
		domain.HubRegistered{Hub: "QE1", Level: domain.LevelICS, ICB: "QE1", From: 20190401},
		domain.HubRegistered{Hub: "QE1~fylde-coast", Level: domain.LevelLocality, Parent: "QE1", ICB: "QE1", From: 20200401},
	} {
		hubs.Evolve(domain.Recorded{Event: e})
	}
	return hub{planning.New("QE1"), hubs}
}

// streams know two PCNs, of which one closed at the end of March 2023, and a
// council, which closed then too.
func streams() domaintest.Streams {
	orgs := organisation.New()
	for i, e := range []domain.Event{
		domain.OrganisationRegistered{Org: "U00001", Name: "North", Class: domain.ClassPCN},
		domain.OrganisationRegistered{Org: "U00002", Name: "South", Class: domain.ClassPCN},
		domain.OrganisationRegistered{Org: "LA001", Name: "Council", Class: "LOCAL_AUTHORITY"},
		domain.OrganisationClosed{Org: "U00001", On: 20230331},
		domain.OrganisationClosed{Org: "LA001", On: 20230331},
	} {
		orgs.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return domaintest.Streams{organisation.Stream: orgs.View(100)}
}

// run runs cases, each rule of which is to refuse in one.
func run(t *testing.T, cases []domaintest.Case, rules ...domain.Rule) {
	t.Helper()
	of := make(map[domain.Rule]string)
	for _, rule := range rules {
		of[rule] = planning.Rules[rule]
		if of[rule] == "" {
			t.Errorf("the table of rules does not say what %s demands", rule)
		}
	}
	domaintest.Run(t, newHub, streams(), of, cases)
}

// recorded is a room with events behind it, for asking.
func recorded(events ...domain.Event) *planning.State {
	s := planning.New("QE1")
	for i, e := range events {
		s.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return s
}

// with is an order with something changed.
func with[C any](c C, change func(*C)) C {
	change(&c)
	return c
}

func year(s string) domain.FinancialYear { return domain.MustYear(s) }
