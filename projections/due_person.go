package projections

import (
	"bytes"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// recruitments are posts in which somebody was to work by now.
func (d *duties) recruitments() {
	for _, r := range d.roles {
		p := r.Proposed
		recruited := r.Recruited.Known() && r.Recruited.Event.Start <= d.day
		if p.Known() && !recruited && !r.Ended.Known() && p.Event.From < d.day {
			d.add(r.About.Hub, r.ID, p.Event.From, []eventstore.Seq{p.Seq}, "A post of %s in %s was to begin on %s, and nobody works in it.", p.Event.RoleType, p.Event.PCN, p.Event.From)
		}
	}
}

// roleTerms are posts whose intended term runs out without the role being
// embedded.
func (d *duties) roleTerms() {
	for _, r := range d.roles {
		if _, embedded := r.EmbeddedOn(d.day); embedded || r.Ended.Known() || !r.worksOn(d.day) {
			continue
		}
		end := r.TermEnd()
		d.add(r.About.Hub, r.ID, end, []eventstore.Seq{r.Recruited.Seq}, "The term intended for a post of %s in %s ends on %s, and the role is not embedded.", r.RoleType, r.PCN, end)
	}
}

// supportEnds are supports that were to end, and did not.
func (d *duties) supportEnds() {
	for _, s := range d.Careers.Supports(d.hub, d.n) {
		over := s.Last() != 0 && s.Last() <= d.day
		if e := s.Started.Event; !over && e.Until < d.day {
			d.add(s.Hub, s.ID, e.Until, []eventstore.Seq{s.Started.Seq}, "%s of a person (%s) was to end on %s, and no end is recorded.", e.Kind, e.Profession, e.Until)
		}
	}
}

// The published limit of how many months after a statement of interests the next
// one is due.
const (
	interestScheme  = "COI"
	stateAgainLimit = "STATE_AGAIN_WITHIN"
)

// decider is a person who takes or shapes decisions on the day.
type decider struct {
	person uuid.UUID
	hub    domain.HubID
	since  domain.Date // first day of the first post they are in
	seqs   []eventstore.Seq
}

// declarations are statements of interests that are due from whoever takes or
// shapes decisions: the first one on the first day, and from then on as often as
// is published. Where no limit is published, only the first.
func (d *duties) declarations() {
	limit, limited := d.Standards.LimitOn(interestScheme, stateAgainLimit, d.day, d.n)
	limited = limited && limit.Unit == domain.UnitMonths
	for _, who := range d.deciders() {
		stated := d.Interests.StatedOn(who.person, d.day, d.n)
		for _, i := range d.Interests.Of(who.person, d.n) { // who has declared an interest has stated what they hold
			if on := d.Log.DayOf(i.Declared); on <= d.day && on > stated.On {
				stated.On, stated.Seq = on, i.Declared
			}
		}
		if stated.Seq == 0 {
			d.add(who.hub, who.person, who.since, who.seqs, "%s takes part in decisions from %s on, and has never stated which interests they hold.", who.person, who.since)
		} else if limited {
			due := stated.On.AddMonths(int(limit.Amount))
			d.add(who.hub, who.person, due, append(who.seqs, stated.Seq, limit.Seq), "%s last stated on %s which interests they hold; that is due again by %s.", who.person, stated.On, due)
		}
	}
}

// deciders are who takes or shapes decisions of the hub on the day, by id.
func (d *duties) deciders() (all []decider) {
	in := func(person uuid.UUID, hub domain.HubID, from domain.Date, seq eventstore.Seq) {
		if person == uuid.Nil || d.hub.IsLocality() && hub != d.hub {
			return
		}
		i := slices.IndexFunc(all, func(w decider) bool { return w.person == person })
		if i < 0 {
			all = append(all, decider{person: person, hub: hub, since: from})
			i = len(all) - 1
		}
		all[i].since = min(all[i].since, from)
		all[i].seqs = append(all[i].seqs, seq)
	}
	icb := d.hub.ICB()
	posts := d.Commissioning.postsOf(icb, d.n)
	for _, t := range posts.members {
		if t.covers(d.day) {
			in(t.Event.Person, domain.HubID(icb), t.from, t.Seq)
		}
	}
	for _, t := range posts.team {
		if t.covers(d.day) && t.Event.DecisionMaking {
			in(t.Event.Person, t.Event.Hub, t.from, t.Seq)
		}
	}
	for _, g := range d.Commissioning.Delegations(d.hub, d.n) {
		if g.StatusOn(d.day) == TermInForce {
			in(g.Granted.Event.Person, g.Hub, g.Granted.Event.From, g.Granted.Seq)
		}
	}
	slices.SortFunc(all, func(a, b decider) int { return bytes.Compare(a.person[:], b.person[:]) })
	return all
}
