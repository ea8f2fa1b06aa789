package topology

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Organisations is what the room reads of the register of organisations.
type Organisations interface {
	// Class is what kind of body a code names, and false where it is not
	// registered.
	Class(code string) (domain.OrganisationClass, bool)
	// OpenOn reports whether a registered organisation is open on a day, as
	// far as its first and its last day are known.
	OpenOn(code string, day domain.Date) bool
	// Parents are the parents of a child by a kind of relationship on a day.
	Parents(child string, kind domain.RelationshipKind, day domain.Date) []string
}

// OrganisationsStream is the stream whose view is an Organisations.
const OrganisationsStream = "organisations"

// State is which hubs one ICS has.
type State struct {
	icb   string
	below *State // what this is a fork of; nil where it is none

	// firstLocality is the first day of the earliest locality hub, 0 where
	// there is none.
	firstLocality domain.Date

	hubs         domain.Table[domain.HubID, hub]
	served       domain.Table[string, domain.HubID] // PCN to locality hub
	partnerships domain.Table[uuid.UUID, partnership]
	succession   domain.Table[struct{}, domain.HubSucceeded]     // of this ICS's hub by others
	follows      domain.Table[domain.HubID, domain.HubSucceeded] // by predecessor
}

// hub is what is known of one hub. Its slices are never written into.
type hub struct {
	registered domain.HubRegistered
	area       []string // of a locality hub
	changes    []domain.HubHostChanged
}

type partnership struct {
	agreed domain.PartnershipAgreed
	ended  domain.PartnershipEnded
}

// New is an ICS of which nothing is recorded.
func New(icb string) *State { return &State{icb: icb} }

// ICSHub is the id of the ICS hub.
func (s *State) ICSHub() domain.HubID { return domain.HubID(s.icb) }

// ActiveOn reports whether a hub is there on a day, and not succeeded.
func (s *State) ActiveOn(id domain.HubID, day domain.Date) bool {
	return s.BegunBy(id, day) && !s.SucceededBy(day)
}

// BegunBy reports whether a hub's first day has come by a day.
func (s *State) BegunBy(id domain.HubID, day domain.Date) bool {
	h, ok := s.hubs.Get(id)
	return ok && h.registered.From <= day
}

// HostOn is the code of the organisation that hosts a hub on a day, empty
// where none is recorded.
func (s *State) HostOn(id domain.HubID, day domain.Date) string {
	h, _ := s.hubs.Get(id)
	return h.hostOn(day)
}

// School is the code of the Primary Care School that oversees a hub, empty
// where none is recorded.
func (s *State) School(id domain.HubID) string {
	h, _ := s.hubs.Get(id)
	return h.registered.School
}

// LocalityOf is the locality hub that serves a PCN, empty where none does.
func (s *State) LocalityOf(pcn string) domain.HubID {
	id, _ := s.served.Get(pcn)
	return id
}

// hostOn goes by the days of the changes, not by the order they were recorded
// in: what has happened may be recorded late.
func (h hub) hostOn(day domain.Date) string {
	host, since := h.registered.Host, domain.Date(0)
	for _, c := range h.changes {
		if c.On <= day && c.On >= since {
			host, since = c.To, c.On
		}
	}
	return host
}

// lastChange is the day of the newest change of host, 0 where there was none.
func (h hub) lastChange() (last domain.Date) {
	for _, c := range h.changes {
		last = max(last, c.On)
	}
	return last
}

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State {
	return &State{
		icb: s.icb, below: s, firstLocality: s.firstLocality,
		hubs: s.hubs.Fork(), served: s.served.Fork(), partnerships: s.partnerships.Fork(),
		succession: s.succession.Fork(), follows: s.follows.Fork(),
	}
}

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() {
	s.hubs.Merge()
	s.served.Merge()
	s.partnerships.Merge()
	s.succession.Merge()
	s.follows.Merge()
	s.below.firstLocality = s.firstLocality
}

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	switch e.(type) {
	case domain.HubRegistered, domain.LocalityHubEstablished, domain.HubHostChanged,
		domain.PartnershipAgreed, domain.PartnershipEnded, domain.HubSucceeded:
		return true
	}
	return false
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.HubRegistered:
		h, _ := s.hubs.Get(e.Hub)
		h.registered = e
		s.hubs.Set(e.Hub, h)
	case domain.LocalityHubEstablished:
		h, _ := s.hubs.Get(e.Hub)
		h.area = e.Area
		s.hubs.Set(e.Hub, h)
		for _, pcn := range e.Area {
			s.served.Set(pcn, e.Hub)
		}
		if s.firstLocality.IsZero() || e.From < s.firstLocality {
			s.firstLocality = e.From
		}
	case domain.HubHostChanged:
		h, _ := s.hubs.Get(e.Hub)
		h.changes = append(h.changes[:len(h.changes):len(h.changes)], e)
		s.hubs.Set(e.Hub, h)
	case domain.PartnershipAgreed:
		s.partnerships.Set(e.Partnership, partnership{agreed: e})
	case domain.PartnershipEnded:
		p, _ := s.partnerships.Get(e.Partnership)
		p.ended = e
		s.partnerships.Set(e.Partnership, p)
	case domain.HubSucceeded:
		s.succeed(e)
	}
}
