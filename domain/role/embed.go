package role

import (
	"reflect"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// embed records that a role is embedded. That is a finding and no act: short of
// one condition it is recruited, not embedded, whatever somebody says happened.
func (o *order) embed(data EmbedRole) (domain.Decision, error) {
	p, work := o.changes(data.Post, data.On)
	if o.k.Refused() {
		return o.k.Decide()
	}
	e := domain.RoleEmbedded{
		RolePost: p.current(), Person: p.recruited.Person, FTE: on(work, data.On), Funding: p.recruited.Funding, By: data.By, On: data.On,
	}
	for _, condition := range domain.EmbeddingConditions {
		for _, t := range data.Tests {
			if t.Condition != condition {
				continue
			}
			o.k.Must(RuleConditions, t.Holds, "post %s is recruited, not embedded: %s should hold too", e.Post, condition)
			e.Tests = append(e.Tests, domain.EmbeddingTest{Condition: condition, DocHash: t.DocHash})
		}
	}
	if before := p.embedded; before.By != uuid.Nil && (p.embeds() || reflect.DeepEqual(before, e)) {
		return o.again(reflect.DeepEqual(before, e), e.Post)
	}
	o.k.Must(RuleOrder, p.lapsed.On < e.On, "post %s was embedded until %s; it should be so again after that, not on %s", e.Post, p.lapsed.On, e.On)
	o.come(e.On)
	o.term(p.recruited, e.On)
	return o.k.Decide(e)
}

// lapse records that a condition does not hold any more.
func (o *order) lapse(data LapseRoleEmbedding) (domain.Decision, error) {
	p, work := o.changes(data.Post, data.On)
	if o.k.Refused() {
		return o.k.Decide()
	}
	e := domain.RoleEmbeddingLapsed{RolePost: p.current(), Person: p.recruited.Person, FTE: on(work, data.On), Condition: data.Condition, On: data.On, Reason: data.Reason}
	if p.lapsed == e {
		return o.k.Decide()
	}
	o.k.Must(RuleOrder, p.embeds() && p.embedded.On <= e.On, "post %s should be embedded on %s for that to lapse", e.Post, e.On)
	o.come(e.On)
	return o.k.Decide(e)
}

// term holds that a post is intended to last long enough.
func (o *order) term(r domain.RolePostRecruited, day domain.Date) {
	least, ok := o.months(KeyEmbeddedAtLeast, day)
	o.k.Must(RulePublished, ok, "how many months an embedded role is intended to last should be published for %s: limit %s of scheme %s", day, KeyEmbeddedAtLeast, Scheme)
	o.k.Must(RuleTerm, r.Cover || r.IntendedMonths >= least, "post %s is intended for %d months; an embedded role should be for %d or more, or be temporary cover", r.Post, r.IntendedMonths, least)
}

// months is a limit of the scheme in months, and false where none is published.
func (o *order) months(key string, day domain.Date) (int, bool) {
	limit, ok := o.national.ThresholdOn(Scheme, key, day)
	switch {
	case ok && limit.Unit == domain.UnitMonths:
		return int(limit.Amount), true
	case ok && limit.Unit == domain.UnitYears:
		return int(limit.Amount) * 12, true
	}
	return 0, false
}

// on is how much of some work there is on a day.
func on(work []span, day domain.Date) (fte domain.FTE) {
	for _, s := range work {
		if s.covers(day) {
			fte += s.fte
		}
	}
	return fte
}
