package projections

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Priority is what the Workforce Implementation Group of an ICS wants, as last
// endorsed.
type Priority struct {
	About
	Endorsed Fact[domain.PriorityEndorsed]
}

// Priority is a priority of an ICS as known at n, and false where none of the
// id was endorsed.
func (c *Commissioning) Priority(icb string, id uuid.UUID, n eventstore.Seq) (Priority, bool) {
	var p Priority
	p.About = c.folds(icb, aPriority, id, n, func(seq eventstore.Seq, e any) {
		if e, is := e.(domain.PriorityEndorsed); is {
			p.Endorsed = fact(seq, e)
		}
	})
	return p, p.Endorsed.Known()
}

// Priorities are those of a hub, in the order they were first endorsed. A
// locality hub has none: they are the ICS's.
func (c *Commissioning) Priorities(hub domain.HubID, n eventstore.Seq) []Priority {
	return all(&c.things, hub, aPriority, n, c.Priority, func(p Priority) About { return p.About })
}

// StatusOn is the priority's term on a day.
func (p Priority) StatusOn(day domain.Date) Term {
	return termOn(p.Endorsed.Event.From, p.Endorsed.Event.To, day)
}

// Delegation is a row of the Scheme of Reservation and Delegation.
type Delegation struct {
	About
	Granted Fact[domain.DelegationGranted]
	Revoked Fact[domain.DelegationRevoked]
}

// Delegation is a delegation of an ICS as known at n, and false where none of
// the id was granted.
func (c *Commissioning) Delegation(icb string, id uuid.UUID, n eventstore.Seq) (Delegation, bool) {
	var d Delegation
	d.About = c.folds(icb, aDelegation, id, n, func(seq eventstore.Seq, e any) {
		switch e := e.(type) {
		case domain.DelegationGranted:
			d.Granted = fact(seq, e)
		case domain.DelegationRevoked:
			d.Revoked = fact(seq, e)
		}
	})
	if d.Granted.Known() {
		d.Hub = d.Granted.Event.Hub
	}
	return d, d.Granted.Known()
}

// Delegations are those of a hub, in the order they were granted.
func (c *Commissioning) Delegations(hub domain.HubID, n eventstore.Seq) []Delegation {
	return all(&c.things, hub, aDelegation, n, c.Delegation, func(d Delegation) About { return d.About })
}

// Last is the delegation's last day, 0 where it goes on.
func (d Delegation) Last() domain.Date {
	if d.Revoked.Known() {
		return d.Revoked.Event.On
	}
	return d.Granted.Event.To
}

// StatusOn is the delegation's term on a day.
func (d Delegation) StatusOn(day domain.Date) Term {
	last := d.Last()
	if !last.IsZero() && last < d.Granted.Event.From { // revoked before it began
		return TermEnded
	}
	return termOn(d.Granted.Event.From, last, day)
}

// Meeting is a meeting of an ICS as known at n, and false where none of the id
// was held.
func (c *Commissioning) Meeting(icb string, id uuid.UUID, n eventstore.Seq) (f Fact[domain.MeetingHeld], ok bool) {
	c.folds(icb, aMeeting, id, n, func(seq eventstore.Seq, e any) {
		if held, is := e.(domain.MeetingHeld); is {
			f, ok = fact(seq, held), true
		}
	})
	return f, ok
}

// posts is who is what in an ICS.
type posts struct {
	terms   []Fact[domain.WIGConstituted]
	members []tenure[domain.WIGMemberAppointed]
	team    []tenure[domain.HubTeamMemberAppointed]
}

// tenure is some days on which somebody is something.
type tenure[E domain.Event] struct {
	Fact[E]
	from, to domain.Date // first and last day; no last day while it goes on
}

func (t tenure[E]) covers(day domain.Date) bool {
	return t.from <= day && (t.to.IsZero() || day <= t.to)
}

// leave ends the last of the tenures that are meant.
func leave[E domain.Event](all []tenure[E], day domain.Date, meant func(E) bool) {
	for i := len(all) - 1; i >= 0; i-- {
		if meant(all[i].Event) {
			all[i].to = day
			return
		}
	}
}

// postsOf are the posts of an ICS as known at n.
func (c *Commissioning) postsOf(icb string, n eventstore.Seq) posts {
	var p posts
	for seq, e := range c.people[icb].known(n) {
		switch e := e.(type) {
		case domain.WIGConstituted:
			p.terms = append(p.terms, fact(seq, e))
		case domain.WIGMemberAppointed:
			p.members = append(p.members, tenure[domain.WIGMemberAppointed]{Fact: fact(seq, e), from: e.From})
		case domain.WIGMemberLeft:
			leave(p.members, e.On, func(m domain.WIGMemberAppointed) bool { return m.Person == e.Person })
		case domain.HubTeamMemberAppointed:
			p.team = append(p.team, tenure[domain.HubTeamMemberAppointed]{Fact: fact(seq, e), from: e.From})
		case domain.HubTeamMemberLeft:
			leave(p.team, e.On, func(m domain.HubTeamMemberAppointed) bool {
				return m.Person == e.Person && m.Hub == e.Hub && m.Role == e.Role
			})
		}
	}
	return p
}

// termsOn are the terms that the group works on on a day, and false where it is
// not constituted.
func (p posts) termsOn(day domain.Date) (terms Fact[domain.WIGConstituted], ok bool) {
	for _, t := range p.terms {
		if t.Event.From <= day && t.Event.From > terms.Event.From {
			terms, ok = t, true
		}
	}
	return terms, ok
}
