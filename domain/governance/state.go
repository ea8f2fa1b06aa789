package governance

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// State is who meets, works and may decide in the hubs of one ICS. Its slices
// are never written into.
type State struct {
	hub domain.HubID // the ICS hub

	// facts are the newest events of what has an id: meetings, reviews,
	// confirmations, engagements, priorities and delegations.
	facts   domain.Table[uuid.UUID, domain.Event]
	revoked domain.Table[uuid.UUID, domain.DelegationRevoked]
	granted domain.Table[holder, []uuid.UUID] // delegations, as granted

	terms         domain.Table[struct{}, []domain.WIGConstituted] // as constituted
	members       domain.Table[uuid.UUID, []tenure[domain.WIGMemberAppointed]]
	team          domain.Table[part, []tenure[domain.HubTeamMemberAppointed]]
	leads         domain.Table[leading, []tenure[domain.PCNLeadNamed]]
	establishment domain.Table[funded, domain.FTE]

	// Who there ever was, as first recorded.
	people domain.Table[struct{}, []uuid.UUID] // members, team and holders of delegations
	parts  domain.Table[uuid.UUID, []post]     // roles of a person
	staff  domain.Table[post, []uuid.UUID]     // persons of a role
	led    domain.Table[leading, []uuid.UUID]  // persons of a PCN and kind: the key names none
}

// holder is a person, a body or a locality hub.
type holder struct {
	person uuid.UUID
	body   string
	hub    domain.HubID
}

// holderOf is who a delegation is to.
func holderOf(g domain.DelegationGranted) holder {
	h := holder{person: g.Person, body: g.Body}
	if g.Hub.IsLocality() {
		h.hub = g.Hub
	}
	return h
}

// post is a role in a hub's team.
type post struct {
	hub  domain.HubID
	role string
}

// part is a person's role.
type part struct {
	post
	person uuid.UUID
}

type funded struct {
	post
	fy domain.FinancialYear
}

// leading is what a person leads for a PCN.
type leading struct {
	pcn, kind string
	person    uuid.UUID
}

// tenure is some days on which somebody is something. Those of one key follow
// one another.
type tenure[E any] struct {
	of       E
	from, to domain.Date // first and last day; no last day while it goes on
}

func (t tenure[E]) covers(day domain.Date) bool {
	return t.from <= day && (t.to.IsZero() || day <= t.to)
}

// on is the tenure of a day.
func on[E any](all []tenure[E], day domain.Date) (E, bool) {
	for _, t := range all {
		if t.covers(day) {
			return t.of, true
		}
	}
	var none E
	return none, false
}

// ended are tenures of which the last ends on a day.
func ended[E any](all []tenure[E], day domain.Date) []tenure[E] {
	all = slices.Clone(all)
	if n := len(all); n > 0 {
		all[n-1].to = day
	}
	return all
}

// New is the ICS of an ICB, of whose governance nothing is recorded.
func New(icb string) *State { return &State{hub: domain.HubID(icb)} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State {
	return &State{
		hub: s.hub, facts: s.facts.Fork(), revoked: s.revoked.Fork(), granted: s.granted.Fork(), terms: s.terms.Fork(), members: s.members.Fork(),
		team: s.team.Fork(), leads: s.leads.Fork(), establishment: s.establishment.Fork(),
		people: s.people.Fork(), parts: s.parts.Fork(), staff: s.staff.Fork(), led: s.led.Fork(),
	}
}

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() {
	s.facts.Merge()
	s.revoked.Merge()
	s.granted.Merge()
	s.terms.Merge()
	s.members.Merge()
	s.team.Merge()
	s.leads.Merge()
	s.establishment.Merge()
	s.people.Merge()
	s.parts.Merge()
	s.staff.Merge()
	s.led.Merge()
}
