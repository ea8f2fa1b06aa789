package projections

import (
	"cmp"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// ratifications are urgent decisions that no meeting has ratified. One is due at
// the first meeting of the group after the decision; before that, no day is set.
func (d *duties) ratifications() {
	for _, one := range d.Commissioning.Decisions(d.hub, d.n) {
		made, ok := one.UnratifiedOn(d.day, d.Log.DayOf(one.Reversed.Seq))
		if !ok {
			continue
		}
		var next Fact[domain.MeetingHeld]
		for _, m := range d.Commissioning.Meetings(one.ICB, d.n) {
			on, wig := m.Event.On, m.Event.Body == domain.BodyWIG
			if wig && made.Event.On < on && on <= d.day && (!next.Known() || on < next.Event.On) {
				next = m
			}
		}
		d.add(one.Hub, one.ID, next.Event.On, []eventstore.Seq{made.Seq, next.Seq}, "A decision was taken urgently on %s and is not ratified: %s", made.Event.On, one.Opened.Event.Subject)
	}
}

// UnratifiedOn is an urgent approval that stands on a day and that no meeting
// has ratified by then, and false where there is none. reversed is the day on
// which the decision was reversed, if it was.
func (d Decision) UnratifiedOn(day, reversed domain.Date) (Fact[domain.CommissioningDecisionMade], bool) {
	status, there := d.StatusOn(day, reversed)
	made, _ := d.Newest(day)
	ratified := d.Ratified.Known() && d.Ratified.Event.On <= day
	return made, there && status == DecisionApproved && made.Event.Authority.Kind == domain.AuthorityUrgent && !ratified
}

// Meetings are those of an ICS as known at n, in the order they were recorded.
func (c *Commissioning) Meetings(icb string, n eventstore.Seq) (held []Fact[domain.MeetingHeld]) {
	for _, id := range c.ids[shelf{icb, aMeeting}].known(n) {
		if m, ok := c.Meeting(icb, id, n); ok {
			held = append(held, m)
		}
	}
	return held
}

// grantEvidence are grants that were accepted and of whose milestones some are
// not met. No day is set for them.
func (d *duties) grantEvidence() {
	for _, g := range d.Commissioning.Grants(d.hub, d.n) {
		if s, there := g.StatusOn(d.day, d.Log.DayOf(g.Offered.Seq)); !there || s != GrantAccepted {
			continue
		}
		seqs := []eventstore.Seq{g.Offered.Seq, g.Accepted.Seq}
		var owed []string
		for _, m := range g.Offered.Event.Milestones {
			i := slices.IndexFunc(g.Met, func(f Fact[domain.GrantMilestoneMet]) bool {
				return f.Event.Milestone == m.Milestone && f.Event.On <= d.day
			})
			if i < 0 {
				owed = append(owed, m.Milestone)
			} else {
				seqs = append(seqs, g.Met[i].Seq)
			}
		}
		if len(owed) > 0 {
			d.add(g.Hub, g.ID, 0, seqs, "%s owes evidence of a grant: %s", g.Offered.Event.Payee, strings.Join(owed, "; "))
		}
	}
}

// contractEnds are contracts that end and none follows, or ended and none is in
// force. A locality hub works on the contract of the hub of its ICS; one that is
// succeeded by then needs none.
func (d *duties) contractEnds() {
	if d.hub.IsLocality() {
		return
	}
	hub, _ := d.Hubs.Get(d.hub, d.n)
	contracts := d.Commissioning.Contracts(d.hub, d.n)
	inForce := func(day domain.Date) bool {
		return slices.ContainsFunc(contracts, func(c Contract) bool { return c.StatusOn(day) == TermInForce })
	}
	var newest Contract // of those in force on the day, or else ended, the one that ends last
	for _, c := range contracts {
		if c.StatusOn(d.day) != TermFuture && (!newest.Signed.Known() || c.Last() > newest.Last()) {
			newest = c
		}
	}
	next := max(d.day, newest.Last().AddDays(1))
	if newest.Signed.Known() && !inForce(next) && hub.ActiveOn(next) {
		d.add(newest.Hub, newest.ID, newest.Last(), slices.Clone(newest.Seqs), "The hub's contract with %s ends on %s, and none follows.", strings.Join(newest.Signed.Event.Parties, " and "), newest.Last())
	}
}

// agreementEnds are agreements with the ICS that end and none follows, or ended
// and none is in force.
func (d *duties) agreementEnds() {
	for _, h := range d.hubs() {
		agreements := d.Footing.Agreements(h.Hub, d.n)
		inForce := func(day domain.Date) bool {
			return slices.ContainsFunc(agreements, func(a Agreement) bool { return a.InForceOn(day) })
		}
		var newest Agreement // of those that have begun, the one that ends last
		last := domain.Date(0)
		for _, a := range agreements {
			ends := cmp.Or(a.Last(), lastDay)
			if a.Signed.Known() && a.Signed.Event.From <= d.day && ends > last {
				newest, last = a, ends
			}
		}
		next := max(d.day, last.AddDays(1))
		if newest.Signed.Known() && last != lastDay && !inForce(next) && h.ActiveOn(next) {
			d.add(h.Hub, newest.ID, last, []eventstore.Seq{newest.Signed.Seq, newest.Lapsed.Seq}, "The hub's governance agreement with %s ends on %s, and none follows.", newest.Signed.Event.ICS, last)
		}
	}
}

// policyReviews are reviews of the policies that hubs work by.
func (d *duties) policyReviews() {
	for _, h := range d.hubs() {
		for _, p := range d.Footing.PoliciesOn(h.Hub, d.day, d.n) {
			d.add(h.Hub, uuid.Nil, p.Event.ReviewDue, []eventstore.Seq{p.Seq}, "Version %s of the policy %s is to be reviewed by %s.", p.Event.Version, p.Event.Kind, p.Event.ReviewDue)
		}
	}
}

// operatingModels are hubs that do not work by the Operating Model of their
// School that is to be followed.
func (d *duties) operatingModels() {
	for _, h := range d.hubs() {
		current, adopted := d.operatingModel(h, d.day, d.n)
		if current.Known() && !isAdopted(current, adopted) {
			d.add(h.Hub, uuid.Nil, current.Event.EffectiveFrom, []eventstore.Seq{h.Registered, current.Seq, adopted.Seq}, "Version %s of the Operating Model of %s is to be followed from %s on, and is not adopted.",
				current.Event.Version, current.Event.School, current.Event.EffectiveFrom)
		}
	}
}

// interimEnds are arrangements that others deliver by in the place of a hub:
// none ends by itself.
func (d *duties) interimEnds() {
	for _, h := range d.hubs() {
		for _, a := range d.Footing.Arrangements(h.Hub, d.n) {
			agreed := a.Agreed.Event
			if over := a.Ended.Known() && a.Ended.Event.On <= d.day; !over && agreed.From <= d.until {
				d.add(h.Hub, agreed.Arrangement, agreed.Until, []eventstore.Seq{a.Agreed.Seq}, "%s delivers %s in the place of the hub until %s; its end is not recorded.",
					agreed.Provider.Code, strings.Join(agreed.Requirements, ", "), agreed.Until)
			}
		}
	}
}

// operatingModel is the Operating Model that a hub is to work by on a day, and
// the one it has adopted; a locality hub that has adopted none works by that of
// the hub of its ICS.
func (m *Models) operatingModel(h Hub, day domain.Date, n eventstore.Seq) (current Fact[domain.OperatingModelPublished], adopted Fact[domain.OperatingModelAdopted]) {
	current, _ = m.Standards.ModelOn(h.School, day, n)
	adopted, ok := m.Footing.ModelOn(h.Hub, day, n)
	if !ok && h.Hub.IsLocality() {
		adopted, _ = m.Footing.ModelOn(domain.HubID(h.ICB), day, n)
	}
	return current, adopted
}

func isAdopted(current Fact[domain.OperatingModelPublished], adopted Fact[domain.OperatingModelAdopted]) bool {
	return adopted.Known() && adopted.Event.School == current.Event.School && adopted.Event.Version == current.Event.Version
}
