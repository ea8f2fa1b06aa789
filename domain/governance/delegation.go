package governance

import (
	"cmp"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Delegation is how much a person may decide on, and when.
type Delegation struct {
	Person   uuid.UUID
	Limit    domain.Pence // gross
	From, To domain.Date  // first and last day; no last day where it goes on
}

// Delegation is a delegation to a person, and false where there is none. One
// that was revoked has its last day then.
func (s *State) Delegation(id uuid.UUID) (Delegation, bool) {
	g, ok := fact[domain.DelegationGranted](s, id)
	if !ok || g.Person == uuid.Nil {
		return Delegation{}, false
	}
	return Delegation{Person: g.Person, Limit: g.Limit, From: g.From, To: s.lastOf(g)}, true
}

// LimitOn is the most that a person's delegations cover on a day, gross, and
// false where there is none.
func (s *State) LimitOn(person uuid.UUID, day domain.Date) (limit domain.Pence, ok bool) {
	for _, g := range s.holds(holder{person: person}, day) {
		limit, ok = max(limit, g.Limit), true
	}
	return limit, ok
}

// bodyLimit is the most that a body may decide on on a day, and whether there
// is a limit.
func (s *State) bodyLimit(body string, day domain.Date) (limit domain.Pence, limited bool) {
	for _, g := range s.holds(holder{body: body}, day) {
		if g.Reserved {
			return 0, false
		}
		limit = max(limit, g.Limit)
	}
	return limit, true
}

// HubLimitOn is the most that a locality hub may decide on by itself on a day,
// gross, and whether it is limited at all: it is from the first day of the first
// delegation to it, on days without one to nothing.
func (s *State) HubLimitOn(hub domain.HubID, day domain.Date) (limit domain.Pence, limited bool) {
	to := holder{hub: hub}
	ids, _ := s.granted.Get(to)
	for _, id := range ids {
		g, _ := fact[domain.DelegationGranted](s, id)
		last := s.lastOf(g)
		limited = limited || g.From <= day && (last.IsZero() || g.From <= last) // not one that never began
	}
	for _, g := range s.holds(to, day) {
		limit = max(limit, g.Limit)
	}
	return limit, limited
}

// holds are the delegations in force to somebody on a day.
func (s *State) holds(h holder, day domain.Date) (out []domain.DelegationGranted) {
	ids, _ := s.granted.Get(h)
	for _, id := range ids {
		g, _ := fact[domain.DelegationGranted](s, id)
		if last := s.lastOf(g); g.From <= day && (last.IsZero() || day <= last) {
			out = append(out, g)
		}
	}
	return out
}

// lastOf is the last day of a delegation, 0 where it goes on.
func (s *State) lastOf(g domain.DelegationGranted) domain.Date {
	if r, revoked := s.revoked.Get(g.Delegation); revoked {
		return r.On
	}
	return g.To
}

func (o *order) grant(data GrantDelegation) (domain.Decision, error) {
	e := domain.DelegationGranted{
		Delegation: domain.IDOf(data.Delegation, o.id, "delegation"), Hub: o.hubOf(data.Hub), Person: data.Person, Body: data.Body,
		Limit: data.Limit, Reserved: data.Reserved, From: data.From, To: data.To,
	}
	if o.recorded(e.Delegation, e) {
		return o.k.Decide()
	}
	if data.Hub != "" {
		o.active(e.Hub, e.From)
	}
	o.k.Require(RuleOwn, e.Person == uuid.Nil || e.Person != o.actor, "%s should not grant a delegation to themselves; somebody else should", e.Person)
	return o.k.Decide(e)
}

func (o *order) revoke(data RevokeDelegation) (domain.Decision, error) {
	g, known := fact[domain.DelegationGranted](o.s, data.Delegation)
	r, revoked := o.s.revoked.Get(data.Delegation)
	e := domain.DelegationRevoked{Delegation: data.Delegation, Hub: cmp.Or(g.Hub, o.s.hub), On: data.On, Reason: data.Reason}
	if revoked && r.On == e.On {
		return o.k.Decide()
	}
	o.k.Must(RuleNamed, known, "delegation %s should be granted before it is revoked", e.Delegation)
	o.k.Must(RuleDelegation, !revoked, "delegation %s was revoked on %s; it is revoked once", e.Delegation, r.On)
	o.k.Must(RuleDelegation, e.On >= g.From.AddDays(-1), "delegation %s begins on %s; it should not be revoked earlier than the day before, on %s", e.Delegation, g.From, e.On)
	o.k.Must(RuleDelegation, g.To.IsZero() || e.On < g.To, "delegation %s runs until %s; it should be revoked before, not on %s", e.Delegation, g.To, e.On)
	return o.k.Decide(e)
}
