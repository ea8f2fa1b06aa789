package topology

import (
	"fmt"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	switch c.(type) {
	case RegisterHub, EstablishLocalityHub, ChangeHubHost, AgreePartnership, EndPartnership,
		RecordHubSuccession, RecordPredecessors:
		return true
	}
	return false
}

// Reads names the other streams that deciding a command of this room reads.
func (s *State) Reads(c domain.Command) []string {
	if _, ok := c.Data.(EndPartnership); ok {
		return nil
	}
	return []string{OrganisationsStream}
}

// Decide answers a command of this room.
func (s *State) Decide(refs domain.References, c domain.Command, money Money) (domain.Decision, error) {
	k := domain.Check(c)
	if data, ok := c.Data.(EndPartnership); ok {
		return s.end(k, data)
	}
	orgs, ok := refs.View(OrganisationsStream).(Organisations)
	if !ok {
		return domain.Decision{}, fmt.Errorf("topology: the view of %s is no register of organisations", OrganisationsStream)
	}
	switch data := c.Data.(type) {
	case RegisterHub:
		return s.register(k, orgs, data)
	case EstablishLocalityHub:
		return s.establish(k, orgs, data)
	case ChangeHubHost:
		return s.changeHost(k, orgs, data)
	case AgreePartnership:
		return s.agree(k, orgs, data, c.ID)
	case RecordHubSuccession:
		return s.recordSuccession(k, orgs, money, data)
	case RecordPredecessors:
		return s.recordPredecessors(k, orgs, data)
	}
	return domain.Decision{}, fmt.Errorf("topology decides no %s", c.Data.CommandName())
}

func (s *State) register(k *domain.Checks, orgs Organisations, data RegisterHub) (domain.Decision, error) {
	e := domain.HubRegistered{
		Hub: s.ICSHub(), Level: domain.LevelICS, ICB: s.icb, Name: data.Name, Host: data.Host, Region: data.Region,
		School: data.School, From: data.From, Contacts: data.Contacts, Basis: data.Basis,
	}
	before, known := s.hubs.Get(e.Hub)
	// A file that implies a hub says nothing new of one that is there.
	if known && (e == before.registered || e.Basis == domain.BasisImplied) {
		return k.Decide()
	}
	k.Must(RuleOneHub, !known || before.registered.Basis == domain.BasisImplied,
		"%s is registered already, as %s from %s; an ICS has one hub", e.Hub, before.registered.Name, before.registered.From)
	class(k, orgs, s.icb, domain.ClassICB, "ICB")
	class(k, orgs, data.Region, domain.ClassRegion, "region")
	region, known := regionOf(orgs, s.icb, data.From)
	k.Require(RuleRegion, !known || region == data.Region, "the region of %s on %s is %s, not %s", s.icb, data.From, region, data.Region)
	party(k, orgs, data.Host, "host", data.From)
	party(k, orgs, data.School, "school", data.From)
	k.Require(RuleParent, s.firstLocality.IsZero() || data.From <= s.firstLocality,
		"a locality hub is under %s from %s, so the hub should be there from that day or before, not from %s", e.Hub, s.firstLocality, data.From)
	return k.Decide(e)
}

func (s *State) establish(k *domain.Checks, orgs Organisations, data EstablishLocalityHub) (domain.Decision, error) {
	ics, parent := s.ICSHub(), data.Parent
	if parent == "" {
		parent = ics
	}
	k.Must(RuleParent, data.Hub.ICB() == s.icb, "%s should be under the hub of its own ICS, %s, and so begin with %s~", data.Hub, ics, ics)
	k.Must(RuleParent, parent == ics, "the parent of %s should be the hub of its ICS, %s, not %s", data.Hub, ics, parent)
	over, registered := s.hubs.Get(ics)
	k.Must(RuleParent, registered, "%s should be registered before a hub under it", ics)
	k.Require(RuleParent, over.registered.From <= data.From, "%s should be active on the first day of %s, %s; it is from %s", ics, data.Hub, data.From, over.registered.From)
	area := slices.Sorted(slices.Values(data.Area))
	school := data.School
	if school == "" {
		school = over.registered.School
	}
	e := domain.HubRegistered{
		Hub: data.Hub, Level: domain.LevelLocality, Parent: ics, ICB: s.icb, Name: data.Name, Host: data.Host,
		Region: over.registered.Region, School: school, From: data.From, Contacts: data.Contacts, Basis: domain.BasisRegistered,
	}
	before, known := s.hubs.Get(data.Hub)
	if known && sameLocality(before.registered, e, data) && slices.Equal(before.area, area) && !k.Refused() {
		return k.Decide()
	}
	k.Must(RuleOneHub, !known, "%s is registered already, as %s from %s", data.Hub, before.registered.Name, before.registered.From)
	for _, pcn := range area {
		class(k, orgs, pcn, domain.ClassPCN, "PCN of the area")
		k.Require(RuleOpen, orgs.OpenOn(pcn, data.From), "%s, a PCN of the area, should be open on %s", pcn, data.From)
		locality := s.LocalityOf(pcn)
		k.Require(RuleOneLocality, locality == "", "%s is served by %s; it should not be in the area of %s too", pcn, locality, data.Hub)
	}
	party(k, orgs, data.Host, "host", data.From)
	party(k, orgs, data.School, "school", data.From)
	return k.Decide(e, domain.LocalityHubEstablished{Hub: data.Hub, Parent: ics, Area: area, From: data.From})
}

func (s *State) changeHost(k *domain.Checks, orgs Organisations, data ChangeHubHost) (domain.Decision, error) {
	id, h := s.named(k, data.Hub)
	if !k.Refused() && h.hostOn(data.On) == data.To {
		return k.Decide()
	}
	party(k, orgs, data.To, "new host", data.On)
	from := h.hostOn(data.On.AddDays(-1))
	k.Must(RuleHost, data.On > h.registered.From, "%s begins on %s; its host should change after that day, not on %s", id, h.registered.From, data.On)
	k.Require(RuleHost, data.On > h.lastChange(), "the host of %s last changed on %s; it should change again after that day, not on %s", id, h.lastChange(), data.On)
	k.Require(RuleHost, from == "" || data.NovationRef != "", "%s is hosted by %s, so the contracts should be novated to %s and novationRef should say where", id, from, data.To)
	return k.Decide(domain.HubHostChanged{Hub: id, From: from, To: data.To, On: data.On, NovationRef: data.NovationRef})
}

func (s *State) agree(k *domain.Checks, orgs Organisations, data AgreePartnership, command uuid.UUID) (domain.Decision, error) {
	id, h := s.named(k, data.Hub)
	e := domain.PartnershipAgreed{
		Partnership: data.Partnership, Hub: id, Party: data.Party, Purpose: data.Purpose, From: data.From, Until: data.Until,
	}
	e.Partnership = domain.IDOf(e.Partnership, command, "partnership")
	before, known := s.partnerships.Get(e.Partnership)
	if before.agreed == e {
		return k.Decide()
	}
	k.Must(RulePartnership, !known, "partnership %s is agreed already, with %s from %s", e.Partnership, before.agreed.Party, before.agreed.From)
	party(k, orgs, data.Party, "party", data.From)
	k.Require(RulePartnership, h.registered.From <= data.From, "%s begins on %s; a partnership should not begin before, on %s", id, h.registered.From, data.From)
	return k.Decide(e)
}

func (s *State) end(k *domain.Checks, data EndPartnership) (domain.Decision, error) {
	p, known := s.partnerships.Get(data.Partnership)
	k.Must(RuleNamed, known, "partnership %s should be agreed before it ends", data.Partnership)
	e := domain.PartnershipEnded{Partnership: data.Partnership, Hub: p.agreed.Hub, Party: p.agreed.Party, On: data.On, Reason: data.Reason}
	if known && p.ended == e {
		return k.Decide()
	}
	k.Must(RulePartnership, p.ended.On.IsZero(), "partnership %s has ended on %s", data.Partnership, p.ended.On)
	k.Must(RulePartnership, data.On >= p.agreed.From, "partnership %s begins on %s; it should not end before, on %s", data.Partnership, p.agreed.From, data.On)
	k.Require(RulePartnership, p.agreed.Until.IsZero() || data.On <= p.agreed.Until, "partnership %s runs until %s; it should not end after, on %s", data.Partnership, p.agreed.Until, data.On)
	return k.Decide(e)
}

// named is the hub that a command names, or the ICS hub where it names none.
func (s *State) named(k *domain.Checks, id domain.HubID) (domain.HubID, hub) {
	if id == "" {
		id = s.ICSHub()
	}
	h, known := s.hubs.Get(id)
	k.Must(RuleNamed, known, "%s should be registered as a hub of the ICS %s", id, s.icb)
	return id, h
}
