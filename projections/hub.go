package projections

import (
	"maps"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Hubs is the register of Training Hubs: which there are, since when, hosted by
// whom, serving which PCNs, in partnership with whom.
type Hubs struct {
	facts table[domain.HubID, domain.Event]
}

// NewHubs is that of an empty log.
func NewHubs() *Hubs { return &Hubs{facts: make(table[domain.HubID, domain.Event])} }

// Name implements Model.
func (*Hubs) Name() string { return "hubs" }

// Apply implements Model.
func (h *Hubs) Apply(r Record) error {
	switch e := r.Event.(type) {
	case domain.HubRegistered:
		h.facts.add(e.Hub, r.Seq, e)
	case domain.LocalityHubEstablished:
		h.facts.add(e.Hub, r.Seq, e)
	case domain.HubHostChanged:
		h.facts.add(e.Hub, r.Seq, e)
	case domain.PartnershipAgreed:
		h.facts.add(e.Hub, r.Seq, e)
	case domain.PartnershipEnded:
		h.facts.add(e.Hub, r.Seq, e)
	case domain.HubSucceeded: // said of the hub of the ICS whose stream it is
		h.facts.add(domain.HubID(icbOf(r.Stream)), r.Seq, e)
	}
	return nil
}

// Hub is what is known of one hub.
type Hub struct {
	domain.HubRegistered
	// Registered is the Seq of that registration; Since is that of the newest
	// event about the hub.
	Registered, Since eventstore.Seq
	Changes           []domain.HubHostChanged // in the order recorded
	Area              []string                // PCNs of a locality hub, ascending
	AreaFrom          domain.Date
	Partnerships      []Partnership // in the order agreed
	// Succeeded is how the hub of the ICS is followed by others, of its locality
	// hubs too; Follows is which hubs it follows.
	Succeeded Fact[domain.HubSucceeded]
	Follows   []Fact[domain.HubSucceeded]
}

// Partnership is one of a hub's partnerships.
type Partnership struct {
	ID      uuid.UUID
	Party   string
	Purpose string
	From    domain.Date
	Until   domain.Date // last day agreed, 0 where none is
	Ended   domain.Date // last day, 0 where it has not ended
	Reason  string      // why it ended
	Agreed  eventstore.Seq
}

// Get is a hub as known at n, and false where it was not registered.
func (h *Hubs) Get(id domain.HubID, n eventstore.Seq) (Hub, bool) {
	var hub Hub
	for seq, e := range h.facts[id].known(n) {
		hub.Since = seq
		hub.evolve(seq, e)
	}
	if id.IsLocality() {
		for seq, e := range h.facts[domain.HubID(id.ICB())].known(n) {
			if succeeded, is := e.(domain.HubSucceeded); is {
				hub.succeed(domain.HubID(id.ICB()), fact(seq, succeeded))
			}
		}
		hub.Follows = nil // the hub of its ICS does
	}
	return hub, hub.Registered > 0
}

func (h *Hub) evolve(seq eventstore.Seq, e domain.Event) {
	switch e := e.(type) {
	case domain.HubRegistered:
		h.HubRegistered, h.Registered = e, seq
	case domain.LocalityHubEstablished:
		h.Area, h.AreaFrom = e.Area, e.From
	case domain.HubHostChanged:
		h.Changes = append(h.Changes, e)
	case domain.PartnershipAgreed:
		h.Partnerships = append(h.Partnerships, Partnership{
			ID: e.Partnership, Party: e.Party, Purpose: e.Purpose, From: e.From, Until: e.Until, Agreed: seq,
		})
	case domain.PartnershipEnded:
		i := slices.IndexFunc(h.Partnerships, func(p Partnership) bool { return p.ID == e.Partnership })
		if i >= 0 {
			h.Partnerships[i].Ended, h.Partnerships[i].Reason = e.On, e.Reason
		}
	case domain.HubSucceeded:
		h.succeed(h.Hub, fact(seq, e))
	}
}

// succeed takes in a succession, on the side of it that the hub of the ICS is.
// The same hubs again replace what was said before.
func (h *Hub) succeed(ics domain.HubID, f Fact[domain.HubSucceeded]) {
	if slices.Contains(f.Event.Predecessors, ics) {
		h.Succeeded = f
		return
	}
	h.Follows = slices.DeleteFunc(h.Follows, func(known Fact[domain.HubSucceeded]) bool {
		return slices.ContainsFunc(known.Event.Predecessors, func(p domain.HubID) bool { return slices.Contains(f.Event.Predecessors, p) })
	})
	h.Follows = append(h.Follows, f)
}

// All are the hubs registered as known at n, by id: a locality hub follows the
// hub of its ICS.
func (h *Hubs) All(n eventstore.Seq) []Hub {
	hubs := make([]Hub, 0, len(h.facts))
	for _, id := range slices.Sorted(maps.Keys(h.facts)) {
		if hub, ok := h.Get(id, n); ok {
			hubs = append(hubs, hub)
		}
	}
	return hubs
}

// StatusOn is what the hub is on a day, and empty before its first. A locality
// hub that no successor goes on with has ended.
func (h Hub) StatusOn(day domain.Date) domain.HubStatus {
	succeeded := h.Succeeded.Event
	passed := slices.ContainsFunc(succeeded.Localities, func(l domain.PassedLocality) bool { return l.Hub == h.Hub })
	switch {
	case day < h.From:
		return ""
	case !h.Succeeded.Known() || day < succeeded.On:
		return domain.HubActive
	case h.Hub.IsLocality() && !passed:
		return domain.HubEnded
	}
	return domain.HubIsSucceeded
}

// ActiveOn reports whether the hub is there on a day, and not succeeded.
func (h Hub) ActiveOn(day domain.Date) bool { return h.StatusOn(day) == domain.HubActive }

// HostOn is the code of the organisation that hosts the hub on a day, empty
// where none is recorded. It goes by the days of the changes, not by the order
// they were recorded in.
func (h Hub) HostOn(day domain.Date) string {
	host, since := h.Host, domain.Date(0)
	for _, c := range h.Changes {
		if c.On <= day && c.On >= since {
			host, since = c.To, c.On
		}
	}
	return host
}

// ActiveOn reports whether the partnership is there on a day.
func (p Partnership) ActiveOn(day domain.Date) bool {
	return p.From <= day && (p.Until.IsZero() || day <= p.Until) && (p.Ended.IsZero() || day <= p.Ended)
}
