package contract_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/contract"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/national"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/topology"
)

var (
	id1 = uuid.MustParse("1b4e28ba-2fa1-41d2-883f-0016d3cca427")
	id2 = uuid.MustParse("7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d")
)

// What the room asks of others is what they answer.
var (
	_ contract.Organisations = organisation.View{}
	_ contract.National      = national.View{}
	_ contract.Hubs          = (*topology.State)(nil)
)

// hub is the room as an aggregate, among the hubs of its ICS.
type hub struct {
	*contract.State
	hubs *topology.State
}

func (h hub) Fork() domain.Aggregate { return hub{h.State.Fork(), h.hubs} }
func (h hub) View(int64) any         { return nil }
func (h hub) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return h.State.Decide(refs, h.hubs, c, now)
}

// newHub is QE1, hosted by H0ST1 from April 2019 and H0ST2 from April 2023,
// with a locality hub.
func newHub() domain.Aggregate {
	hubs := topology.New("QE1")
	for _, e := range []domain.Event{
		domain.HubRegistered{Hub: "QE1", Level: domain.LevelICS, ICB: "QE1", Host: "H0ST1", School: "SCH-NW", From: 20190401},
		domain.HubHostChanged{Hub: "QE1", From: "H0ST1", To: "H0ST2", On: 20230401},
		domain.HubRegistered{Hub: "QE1~fylde-coast", Level: domain.LevelLocality, Parent: "QE1", ICB: "QE1", From: 20200401},
	} {
		hubs.Evolve(domain.Recorded{Event: e})
	}
	return hub{contract.New("QE1"), hubs}
}

// streams are the registers that the cases are decided on: HEE closed on 31
// March 2023, and NHS England stands in its place.
func streams() domaintest.Streams {
	orgs, nation := organisation.New(), national.New()
	for i, e := range []domain.Event{
		domain.OrganisationRegistered{Org: "HEE", Name: "Health Education England", Class: domain.ClassAccountableBody},
		domain.OrganisationRegistered{Org: "NHSE", Name: "NHS England", Class: domain.ClassAccountableBody},
		domain.OrganisationRegistered{Org: "H0ST1", Name: "Federation", Class: "GP_FEDERATION"},
		domain.OrganisationRegistered{Org: "H0ST2", Name: "Trust", Class: "NHS_TRUST", Opened: 20210401},
		domain.OrganisationClosed{Org: "HEE", On: 20230331, Successors: []string{"NHSE"}},
		domain.PartySucceeded{Party: "HEE", Successor: "NHSE", On: 20230401},
	} {
		orgs.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	for i, e := range []domain.Event{
		domain.AccountableBodyNamed{Party: "HEE", From: 20180401},
		domain.AccountableBodyNamed{Party: "NHSE", From: 20230401},
		domain.OperatingModelPublished{School: "SCH-NW", Version: "2021", EffectiveFrom: 20210401},
		domain.OperatingModelPublished{School: "SCH-NW", Version: "2023", EffectiveFrom: 20230401},
		domain.OperatingModelPublished{School: "SCH-NE", Version: "2022", EffectiveFrom: 20220401},
	} {
		nation.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return domaintest.Streams{organisation.Stream: orgs.View(100), national.Stream: nation.View(100)}
}

// run runs cases, each rule of which is to refuse in one.
func run(t *testing.T, cases []domaintest.Case, rules ...domain.Rule) {
	t.Helper()
	of := make(map[domain.Rule]string)
	for _, rule := range rules {
		of[rule] = contract.Rules[rule]
		if of[rule] == "" {
			t.Errorf("the table of rules does not say what %s demands", rule)
		}
	}
	domaintest.Run(t, newHub, streams(), of, cases)
}

// footing is a hub with events behind it, for asking.
func footing(events ...domain.Event) *contract.State {
	s := contract.New("QE1")
	for i, e := range events {
		s.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return s
}

func schedule(fy string, pounds int64) domain.ContractSchedule {
	return domain.ContractSchedule{FY: domain.MustYear(fy), Requirements: []string{"WORKFORCE_PLANNING", "PLACEMENTS"}, Pence: domain.Pence(pounds * 100)}
}

var halfYearly = []domain.ReportingDuty{
	{Report: "FINANCIAL_REPORT", Every: domain.EveryQuarter, DueDays: 20},
	{Report: "KPI_RETURN", Every: domain.EveryHalfYear, DueDays: 30},
}

// signed is a contract of HEE and the first host.
func signed(id uuid.UUID, from, to domain.Date, schedules ...domain.ContractSchedule) domain.HubContractSigned {
	return domain.HubContractSigned{
		Contract: id, Hub: "QE1", Parties: []string{"H0ST1", "HEE"}, From: from, To: to, Schedules: schedules, ReportingDuties: halfYearly,
	}
}

func sign(e domain.HubContractSigned) contract.SignHubContract {
	return contract.SignHubContract{
		Contract: e.Contract, Parties: e.Parties, From: e.From, To: e.To, Schedules: e.Schedules, ReportingDuties: e.ReportingDuties,
	}
}
