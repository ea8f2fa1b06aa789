package topology_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/topology"
)

// register is a register of organisations that stands still.
type register struct {
	classes map[string]domain.OrganisationClass
	closed  map[string]domain.Date // last day
	regions map[string]string      // of ICBs, from 1 July 2022
}

func (r register) Class(code string) (domain.OrganisationClass, bool) {
	c, ok := r.classes[code]
	return c, ok
}

func (r register) OpenOn(code string, day domain.Date) bool {
	last, closes := r.closed[code]
	return r.classes[code] != "" && (!closes || day <= last)
}

func (r register) Parents(child string, kind domain.RelationshipKind, day domain.Date) []string {
	if region, ok := r.regions[child]; ok && kind == domain.RelationParent && day >= 20220701 {
		return []string{"H1", region}
	}
	return nil
}

var organisations = register{
	classes: map[string]domain.OrganisationClass{
		"QE1": domain.ClassICB, "QYG": domain.ClassICB, "QX1": domain.ClassICB, "QX2": domain.ClassICB, "QX9": domain.ClassICB, "Y62": domain.ClassRegion, "Y63": domain.ClassRegion, "E1A2B": "NHS_TRUST",
		"H1": "COMMUNITY_INTEREST_COMPANY", "H2": "NHS_TRUST", "OLD": "CHARITY", "SCH": domain.ClassPrimaryCareSchool, "LA1": "LOCAL_AUTHORITY",
		"U00001": domain.ClassPCN, "U00002": domain.ClassPCN, "U00003": domain.ClassPCN,
	},
	closed:  map[string]domain.Date{"OLD": 20200331, "QX9": 20230331, "U00003": 20210331},
	regions: map[string]string{"QE1": "Y62"},
}

var (
	contacts = domain.Contacts{Email: "training.hub@example.org", Phone: "01632 960000", Website: "https://hub.example.org/"}

	order   = topology.RegisterHub{Name: "Training Hub", Host: "H1", Region: "Y62", School: "SCH", From: 20190401, Contacts: contacts, Basis: domain.BasisRegistered}
	ics     = domain.HubRegistered{Hub: "QE1", Level: domain.LevelICS, ICB: "QE1", Name: "Training Hub", Host: "H1", Region: "Y62", School: "SCH", From: 20190401, Contacts: contacts, Basis: domain.BasisRegistered}
	implied = domain.HubRegistered{Hub: "QE1", Level: domain.LevelICS, ICB: "QE1", Name: "NHS One ICB", Region: "Y62", From: 20190401, Basis: domain.BasisImplied}

	coastOrder = topology.EstablishLocalityHub{Hub: "QE1~coast", Area: []string{"U00002", "U00001"}, Name: "Coast", Host: "H2", From: 20200401}
	coast      = domain.HubRegistered{Hub: "QE1~coast", Level: domain.LevelLocality, Parent: "QE1", ICB: "QE1", Name: "Coast", Host: "H2", Region: "Y62", School: "SCH", From: 20200401, Basis: domain.BasisRegistered}
	coastArea  = domain.LocalityHubEstablished{Hub: "QE1~coast", Parent: "QE1", Area: []string{"U00001", "U00002"}, From: 20200401}

	moved = domain.HubHostChanged{Hub: "QE1", From: "H1", To: "H2", On: 20230401, NovationRef: "NOV-7"}

	pid    = uuid.MustParse("7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d")
	agreed = domain.PartnershipAgreed{Partnership: pid, Hub: "QE1", Party: "LA1", Purpose: "placements", From: 20220101, Until: 20241231}
	ended  = domain.PartnershipEnded{Partnership: pid, Hub: "QE1", Party: "LA1", On: 20231231, Reason: "funding ended"}
)

// but is a command that differs in one thing.
func but[C any](c C, change func(*C)) C {
	change(&c)
	return c
}

func TestDecide(t *testing.T) {
	domaintest.Run(t, func() domain.Aggregate { return hub.New("QE1") }, domaintest.Streams{"organisations": organisations}, topology.Rules, append(successionCases, []domaintest.Case{
		{
			Name: "the hub of an ICS is registered",
			When: order, Then: []domain.Event{ics},
		},
		{
			Name: "an ICS has one hub", Given: []domain.Event{ics},
			When: but(order, func(c *topology.RegisterHub) { c.Name = "Another Hub" }), Refused: "I-HUB-1",
		},
		{
			Name: "an ICS has one hub, whatever happened", Given: []domain.Event{ics}, Happened: 20240401,
			When: but(order, func(c *topology.RegisterHub) { c.Name = "Another Hub" }), Refused: "I-HUB-1",
		},
		{
			Name: "a file implies a hub",
			When: topology.RegisterHub{Name: "NHS One ICB", Region: "Y62", From: 20190401, Basis: domain.BasisImplied}, Then: []domain.Event{implied},
		},
		{
			Name: "who knows the hub replaces what a file implied", Given: []domain.Event{implied},
			When: order, Then: []domain.Event{ics},
		},
		{
			Name: "a file says nothing new of a hub that is registered", Given: []domain.Event{ics},
			When: topology.RegisterHub{Name: "NHS One ICB", Region: "Y62", From: 20180401, Basis: domain.BasisImplied},
		},
		{
			Name: "another file says nothing new of a hub that is implied", Given: []domain.Event{implied},
			When: topology.RegisterHub{Name: "NHS ONE ICB", Region: "Y63", From: 20190401, Basis: domain.BasisImplied},
		},
		{
			Name: "the region is registered",
			When: but(order, func(c *topology.RegisterHub) { c.Region = "Y61" }), Refused: "I-HUB-5",
		},
		{
			Name: "the region is one",
			When: but(order, func(c *topology.RegisterHub) { c.Region = "E1A2B" }), Refused: "I-HUB-5",
		},
		{
			Name: "the host is registered",
			When: but(order, func(c *topology.RegisterHub) { c.Host = "H9" }), Refused: "I-HUB-5",
		},
		{
			Name: "the school is registered",
			When: but(order, func(c *topology.RegisterHub) { c.School = "SCX" }), Refused: "I-HUB-5",
		},
		{
			Name: "before the ICB's region is recorded any registered one will do",
			When: but(order, func(c *topology.RegisterHub) { c.Region = "Y63" }),
			Then: []domain.Event{but(ics, func(e *domain.HubRegistered) { e.Region = "Y63" })},
		},
		{
			Name: "the region is the ICB's on the first day",
			When: but(order, func(c *topology.RegisterHub) { c.Region, c.From = "Y63", 20220701 }), Refused: "I-HUB-6", Prevents: true,
		},
		{
			Name: "a hub that works in another region is recorded, with the breach", Happened: 20220701,
			When:     but(order, func(c *topology.RegisterHub) { c.Region, c.From = "Y63", 20220701 }),
			Then:     []domain.Event{but(ics, func(e *domain.HubRegistered) { e.Region, e.From = "Y63", 20220701 })},
			Breaches: []domain.Rule{"I-HUB-6"},
		},
		{
			Name: "the host is open on the first day",
			When: but(order, func(c *topology.RegisterHub) { c.Host, c.From = "OLD", 20200401 }), Refused: "I-HUB-7", Prevents: true,
		},
		{
			Name: "a host that closed later was open",
			When: but(order, func(c *topology.RegisterHub) { c.Host = "OLD" }),
			Then: []domain.Event{but(ics, func(e *domain.HubRegistered) { e.Host = "OLD" })},
		},
		{
			Name: "a hub is there when its locality hubs are", Given: []domain.Event{implied, coast, coastArea},
			When: but(order, func(c *topology.RegisterHub) { c.From = 20200402 }), Refused: "I-HUB-2", Prevents: true,
		},
		{
			Name: "a locality hub is established, with its area in order", Given: []domain.Event{ics},
			When: coastOrder, Then: []domain.Event{coast, coastArea},
		},
		{
			Name: "the area's order says nothing", Given: []domain.Event{ics, coast, coastArea},
			When: but(coastOrder, func(c *topology.EstablishLocalityHub) { c.Area = []string{"U00001", "U00002"} }),
		},
		{
			Name: "a locality hub is registered once", Given: []domain.Event{ics, coast, coastArea},
			When: but(coastOrder, func(c *topology.EstablishLocalityHub) { c.Area = []string{"U00001"} }), Refused: "I-HUB-1",
		},
		{
			Name: "a locality hub has a parent",
			When: coastOrder, Refused: "I-HUB-2",
		},
		{
			Name: "the parent is active on its first day", Given: []domain.Event{ics},
			When: but(coastOrder, func(c *topology.EstablishLocalityHub) { c.From = 20190331 }), Refused: "I-HUB-2", Prevents: true,
		},
		{
			Name: "a locality hub that began too early is recorded, with the breach", Given: []domain.Event{ics}, Happened: 20190331,
			When: but(coastOrder, func(c *topology.EstablishLocalityHub) { c.From = 20190331 }),
			Then: []domain.Event{
				but(coast, func(e *domain.HubRegistered) { e.From = 20190331 }),
				but(coastArea, func(e *domain.LocalityHubEstablished) { e.From = 20190331 }),
			},
			Breaches: []domain.Rule{"I-HUB-2"},
		},
		{
			Name: "a locality hub is of this ICS", Given: []domain.Event{ics},
			When: but(coastOrder, func(c *topology.EstablishLocalityHub) { c.Hub = "QYG~coast" }), Refused: "I-HUB-2",
		},
		{
			Name: "its parent is of this ICS", Given: []domain.Event{ics},
			When: but(coastOrder, func(c *topology.EstablishLocalityHub) { c.Parent = "QYG" }), Refused: "I-HUB-2",
		},
		{
			Name: "a PCN is in one locality", Given: []domain.Event{ics, coast, coastArea},
			When: but(coastOrder, func(c *topology.EstablishLocalityHub) { c.Hub, c.Area = "QE1~hills", []string{"U00002"} }), Refused: "I-HUB-3", Prevents: true,
		},
		{
			Name: "two localities that serve one PCN are recorded, with the breach", Given: []domain.Event{ics, coast, coastArea}, Happened: 20200401,
			When: but(coastOrder, func(c *topology.EstablishLocalityHub) { c.Hub, c.Area = "QE1~hills", []string{"U00002"} }),
			Then: []domain.Event{
				but(coast, func(e *domain.HubRegistered) { e.Hub = "QE1~hills" }),
				domain.LocalityHubEstablished{Hub: "QE1~hills", Parent: "QE1", Area: []string{"U00002"}, From: 20200401},
			},
			Breaches: []domain.Rule{"I-HUB-3"},
		},
		{
			Name: "a PCN is registered", Given: []domain.Event{ics},
			When: but(coastOrder, func(c *topology.EstablishLocalityHub) { c.Area = []string{"U00009"} }), Refused: "I-HUB-5",
		},
		{
			Name: "a closed PCN is in no new area", Given: []domain.Event{ics},
			When: but(coastOrder, func(c *topology.EstablishLocalityHub) { c.Area, c.From = []string{"U00003"}, 20210401 }), Refused: "I-HUB-7", Prevents: true,
		},
		{
			Name: "a host changes by novation", Given: []domain.Event{ics},
			When: topology.ChangeHubHost{To: "H2", On: 20230401, NovationRef: "NOV-7"}, Then: []domain.Event{moved},
		},
		{
			Name: "the host is hosting already", Given: []domain.Event{ics, moved},
			When: topology.ChangeHubHost{To: "H2", On: 20230901},
		},
		{
			Name: "a hub without host gets one without novation", Given: []domain.Event{implied},
			When: topology.ChangeHubHost{Hub: "QE1", To: "H2", On: 20230401},
			Then: []domain.Event{domain.HubHostChanged{Hub: "QE1", To: "H2", On: 20230401}},
		},
		{
			Name: "contracts are novated", Given: []domain.Event{ics},
			When: topology.ChangeHubHost{To: "H2", On: 20230401}, Refused: "I-HUB-8", Prevents: true,
		},
		{
			Name: "a host that changed without novation is recorded, with the breach", Given: []domain.Event{ics}, Happened: 20230401,
			When: topology.ChangeHubHost{To: "H2", On: 20230401}, Breaches: []domain.Rule{"I-HUB-8"},
			Then: []domain.Event{but(moved, func(e *domain.HubHostChanged) { e.NovationRef = "" })},
		},
		{
			Name: "a host does not change on the hub's first day", Given: []domain.Event{ics},
			When: topology.ChangeHubHost{To: "H2", On: 20190401, NovationRef: "NOV-7"}, Refused: "I-HUB-8",
		},
		{
			Name: "a host does not change before it last did", Given: []domain.Event{ics, moved},
			When: topology.ChangeHubHost{To: "LA1", On: 20221001, NovationRef: "NOV-8"}, Refused: "I-HUB-8", Prevents: true,
		},
		{
			Name: "a change that comes to light late names the host of its day", Given: []domain.Event{ics, moved}, Happened: 20221001,
			When:     topology.ChangeHubHost{To: "LA1", On: 20221001, NovationRef: "NOV-8"},
			Then:     []domain.Event{domain.HubHostChanged{Hub: "QE1", From: "H1", To: "LA1", On: 20221001, NovationRef: "NOV-8"}},
			Breaches: []domain.Rule{"I-HUB-8"},
		},
		{
			Name: "a locality hub has a host of its own", Given: []domain.Event{ics, coast, coastArea},
			When: topology.ChangeHubHost{Hub: "QE1~coast", To: "H1", On: 20230401, NovationRef: "NOV-9"},
			Then: []domain.Event{domain.HubHostChanged{Hub: "QE1~coast", From: "H2", To: "H1", On: 20230401, NovationRef: "NOV-9"}},
		},
		{
			Name: "a hub that is not registered has no host", Given: []domain.Event{ics},
			When: topology.ChangeHubHost{Hub: "QE1~hills", To: "H1", On: 20230401}, Refused: "I-HUB-5",
		},
		{
			Name: "a new host is open", Given: []domain.Event{ics},
			When: topology.ChangeHubHost{To: "OLD", On: 20230401, NovationRef: "NOV-7"}, Refused: "I-HUB-7", Prevents: true,
		},
		{
			Name: "a partnership is agreed", Given: []domain.Event{ics},
			When: topology.AgreePartnership{Partnership: pid, Party: "LA1", Purpose: "placements", From: 20220101, Until: 20241231},
			Then: []domain.Event{agreed},
		},
		{
			Name: "a partnership without id gets one from the command", Given: []domain.Event{ics, coast, coastArea}, Anew: true,
			When: topology.AgreePartnership{Hub: "QE1~coast", Party: "LA1", Purpose: "placements", From: 20220101},
			Then: []domain.Event{domain.PartnershipAgreed{Partnership: domain.NewID(domaintest.CommandID, "partnership"), Hub: "QE1~coast", Party: "LA1", Purpose: "placements", From: 20220101}},
		},
		{
			Name: "a partnership is agreed once", Given: []domain.Event{ics, agreed},
			When: topology.AgreePartnership{Partnership: pid, Party: "LA1", Purpose: "research", From: 20220101}, Refused: "I-HUB-9",
		},
		{
			Name: "a partnership begins when its hub is there", Given: []domain.Event{ics},
			When: topology.AgreePartnership{Partnership: pid, Party: "LA1", Purpose: "placements", From: 20190331}, Refused: "I-HUB-9", Prevents: true,
		},
		{
			Name: "the party is registered", Given: []domain.Event{ics},
			When: topology.AgreePartnership{Partnership: pid, Party: "LA9", Purpose: "placements", From: 20220101}, Refused: "I-HUB-5",
		},
		{
			Name: "the party is open", Given: []domain.Event{ics},
			When: topology.AgreePartnership{Partnership: pid, Party: "OLD", Purpose: "placements", From: 20220101}, Refused: "I-HUB-7", Prevents: true,
		},
		{
			Name: "a partnership ends", Given: []domain.Event{ics, agreed},
			When: topology.EndPartnership{Partnership: pid, On: 20231231, Reason: "funding ended"}, Then: []domain.Event{ended},
		},
		{
			Name: "a partnership ends once", Given: []domain.Event{ics, agreed, ended},
			When: topology.EndPartnership{Partnership: pid, On: 20240131, Reason: "funding ended"}, Refused: "I-HUB-9",
		},
		{
			Name: "a partnership does not end before it begins", Given: []domain.Event{ics, agreed},
			When: topology.EndPartnership{Partnership: pid, On: 20211231, Reason: "funding ended"}, Refused: "I-HUB-9",
		},
		{
			Name: "a partnership does not end after its last day", Given: []domain.Event{ics, agreed},
			When: topology.EndPartnership{Partnership: pid, On: 20250101, Reason: "funding ended"}, Refused: "I-HUB-9", Prevents: true,
		},
		{
			Name: "what was not agreed does not end", Given: []domain.Event{ics},
			When: topology.EndPartnership{Partnership: pid, On: 20231231, Reason: "funding ended"}, Refused: "I-HUB-5",
		},
	}...))
}

// What the command leaves to the ICS hub is fixed when the locality hub is
// established.
func TestLocalityKeepsWhatItTookOver(t *testing.T) {
	a := hub.New("QE1")
	replaced := but(ics, func(e *domain.HubRegistered) { e.Region, e.School = "Y63", "" })
	for i, e := range []domain.Event{implied, coast, coastArea, replaced} {
		a.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	d, err := a.Decide(refs{}, domain.Command{Data: coastOrder}, noTime, 1)
	if err != nil || len(d.Drafts) != 0 {
		t.Errorf("the same order again: got %+v, %v, want nothing to record", d, err)
	}
}

func TestState(t *testing.T) {
	s := topology.New("QE1")
	late := domain.HubHostChanged{Hub: "QE1", From: "H1", To: "LA1", On: 20221001}
	for i, e := range []domain.Event{ics, coast, coastArea, moved, late} {
		s.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	for day, want := range map[domain.Date]string{20190401: "H1", 20220930: "H1", 20221001: "LA1", 20230331: "LA1", 20230401: "H2"} {
		if got := s.HostOn("QE1", day); got != want {
			t.Errorf("host on %s: got %s, want %s", day, got, want)
		}
	}
	if s.LocalityOf("U00001") != "QE1~coast" || s.LocalityOf("U00003") != "" {
		t.Errorf("localities: got %q and %q", s.LocalityOf("U00001"), s.LocalityOf("U00003"))
	}
	if s.ActiveOn("QE1", 20190331) || !s.ActiveOn("QE1", 20190401) || s.ActiveOn("QYG", 20240401) {
		t.Error("a hub is active from its first day on")
	}
}

func TestRegisterOfAnUnknownICB(t *testing.T) {
	a := hub.New("QZZ")
	_, err := a.Decide(refs{}, domain.Command{Data: order}, noTime, 1)
	if r, ok := err.(*domain.Refusal); !ok || r.Rule != topology.RuleNamed {
		t.Errorf("got %v, want a refusal by %s", err, topology.RuleNamed)
	}
	// The code of something else is no ICB.
	a = hub.New("H1")
	_, err = a.Decide(refs{}, domain.Command{Data: order}, noTime, 1)
	if r, ok := err.(*domain.Refusal); !ok || r.Rule != topology.RuleNamed {
		t.Errorf("got %v, want a refusal by %s", err, topology.RuleNamed)
	}
}

func TestViewThatIsNoRegister(t *testing.T) {
	_, err := hub.New("QE1").Decide(nothing{}, domain.Command{Data: order}, noTime, 1)
	if _, refused := err.(*domain.Refusal); err == nil || refused {
		t.Errorf("got %v, want a failure", err)
	}
}
