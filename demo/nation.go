package demo

import (
	"fmt"
	"math/rand/v2"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/reference"
	"github.com/hubledger/hubledger/domain/topology"
	"github.com/hubledger/hubledger/domain/wire"
)

// Options are which nation is made. The zero value is Seed 0 and Scale 1.
type Options struct {
	// Seed chooses everything that is left to chance.
	Seed uint64
	// Scale is how much happens: 1 is about 1,600 events, 10 about 3,400. Hubs and PCNs stay
	// as many; partnerships are agreed and end Scale times as often.
	Scale int
}

// The days on which the parts of the nation begin.
var (
	pcnsOpen    = domain.MustDate("2019-07-01")
	schoolsOpen = domain.MustDate("2020-04-01")
	hubsOpen    = domain.MustDate("2021-04-01")
	icbsOpen    = domain.MustDate("2022-07-01")
)

// nation gives one command after another to take; ids and choices follow from
// the seed alone.
type nation struct {
	opts  Options
	rand  *rand.Rand
	space uuid.UUID // of all ids
	take  func(wire.Sealed) bool
	done  bool // nobody takes any more
	pcns  int  // invented so far
}

func (n *nation) id(format string, args ...any) uuid.UUID {
	return uuid.NewSHA1(n.space, fmt.Appendf(nil, format, args...))
}

// give makes a command of data: key names it, and so makes its id.
func (n *nation) give(stream, key, role string, on domain.Date, data domain.CommandData, happened ...domain.Date) {
	if n.done {
		return
	}
	c := domain.Command{
		ID:          n.id("%s/%s/%s", stream, data.CommandName(), key),
		Actor:       domain.Actor{Person: n.id("person/%s/%s", stream, role), Role: role},
		EffectiveOn: on,
		Authority:   "synthetic demonstration",
		Data:        data,
	}
	for _, day := range happened {
		c.Happened = &domain.Happened{On: day}
	}
	s, err := wire.Seal(stream, c)
	if err != nil {
		panic(err) // a slip of the programmer's: every command here is in the table
	}
	n.done = !n.take(s)
}

// geography registers the regions, ICBs and sub-ICB locations, and the bodies
// above the hubs.
func (n *nation) geography(g *reference.Geography) {
	for _, r := range g.Regions() {
		n.register(r.Code, "NHS England "+r.Name, domain.ClassRegion, 0)
		n.register(school(r.Code), "Primary Care School "+r.Name+" (invented)", domain.ClassPrimaryCareSchool, schoolsOpen)
		n.relate(school(r.Code), r.Code, domain.RelationParent, schoolsOpen)
	}
	for _, icb := range g.ICBs() {
		n.register(icb.Code, icb.Name, domain.ClassICB, icbsOpen)
		n.relate(icb.Code, icb.Region, domain.RelationParent, icbsOpen)
		for _, sub := range icb.SubICBs {
			n.register(sub, icb.Name+" - "+sub, domain.ClassSubICB, icbsOpen)
			n.relate(sub, icb.Code, domain.RelationParent, icbsOpen)
		}
	}
}

func (n *nation) register(code, name string, class domain.OrganisationClass, opened domain.Date) {
	n.give(organisation.Stream, code, registrar, opened, organisation.RegisterOrganisation{
		Org: code, Name: name, Class: class, Opened: opened,
	})
}

func (n *nation) relate(child, parent string, kind domain.RelationshipKind, from domain.Date) {
	n.give(organisation.Stream, child+"/"+parent, registrar, from, organisation.RecordRelationship{
		Child: child, Parent: parent, Kind: kind, From: from, StatedBy: "synthetic demonstration",
	})
}

// ics makes the hub of an ICS and what is under it.
func (n *nation) ics(icb reference.ICB) {
	host, next := "DEMO-HOST-"+icb.Code, "DEMO-NEXT-"+icb.Code
	n.register(host, "Invented Federation of "+short(icb.Name), "GP_FEDERATION", hubsOpen.AddDays(-365))
	n.register(next, "Invented Community Trust of "+short(icb.Name), "COMMUNITY_TRUST", hubsOpen)
	parties := n.parties(icb)
	areas := n.areas(icb)

	stream := "hub-" + icb.Code
	n.give(stream, "", manager, hubsOpen, topology.RegisterHub{
		Name: short(icb.Name) + " Training Hub (synthetic)", Host: host, Region: icb.Region, School: school(icb.Region),
		From: hubsOpen, Contacts: contacts(icb.Code, ""), Basis: domain.BasisRegistered,
	})
	for i, area := range areas {
		from := hubsOpen.AddDays(30 * (i + 1 + n.rand.IntN(12)))
		slug := places[n.rand.IntN(len(places)/len(areas))*len(areas)+i]
		n.give(stream, slug, manager, from, topology.EstablishLocalityHub{
			Hub: domain.HubID(icb.Code + "~" + slug), Area: area, Name: title(slug) + " Locality Hub (synthetic)",
			Host: host, From: from, Contacts: contacts(icb.Code, slug),
		})
	}
	if n.rand.IntN(6) == 0 { // somebody asks for what a rule forbids: that is evidence
		n.give(stream, "twice", manager, hubsOpen.AddDays(500), topology.EstablishLocalityHub{
			Hub: domain.HubID(icb.Code + "~second-try"), Area: areas[0][:1], Name: "Second Try (synthetic)", From: hubsOpen.AddDays(500),
		})
	}
	if n.rand.IntN(4) == 0 {
		on := hubsOpen.AddDays(365 + n.rand.IntN(700))
		n.give(stream, "host", manager, on, topology.ChangeHubHost{To: next, On: on, NovationRef: "NOV-" + icb.Code + "-1"})
	}
	for i := range n.opts.Scale * (2 + n.rand.IntN(4)) {
		n.partnership(stream, i, parties)
	}
}

// partnership agrees one, and ends every third. Every twentieth is reported
// after the fact, from before the party was there: a rule it broke is recorded
// with it.
func (n *nation) partnership(stream string, i int, parties []string) {
	party := parties[n.rand.IntN(len(parties))]
	from := hubsOpen.AddDays(30 + n.rand.IntN(1000))
	id := n.id("partnership/%s/%d", stream, i)
	agreed := topology.AgreePartnership{Partnership: id, Party: party, Purpose: purposes[n.rand.IntN(len(purposes))], From: from}
	if n.rand.IntN(20) == 0 {
		agreed.Party, agreed.From = parties[0], lateParty.AddDays(-10)
		n.give(stream, fmt.Sprint(i), manager, agreed.From, agreed, agreed.From)
		return
	}
	if party == parties[0] {
		agreed.From = lateParty.AddDays(n.rand.IntN(200))
	}
	n.give(stream, fmt.Sprint(i), manager, agreed.From, agreed)
	if i%3 == 2 {
		on := agreed.From.AddDays(90 + n.rand.IntN(200))
		n.give(stream, fmt.Sprint(i), manager, on, topology.EndPartnership{Partnership: id, On: on, Reason: "the programme it was for has ended"})
	}
}
