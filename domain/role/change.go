package role

import "github.com/hubledger/hubledger/domain"

func (o *order) changeFTE(data ChangeRoleFTE) (domain.Decision, error) {
	p, work := o.changes(data.Post, data.From)
	if o.k.Refused() {
		return o.k.Decide()
	}
	for _, s := range work {
		if s.from == data.From && s.fte == data.FTE {
			return o.k.Decide()
		}
	}
	last := work[len(work)-1]
	e := domain.RolePostFTEChanged{RolePost: p.current(), Person: p.recruited.Person, FTE: data.FTE, Before: last.fte, From: data.From}
	o.k.Must(RuleOrder, last.from < e.From, "post %s is at %s full-time equivalents from %s on; a change should come after that, not on %s", e.Post, last.fte, last.from, e.From)
	o.come(e.From)
	if e.FTE == e.Before {
		return o.k.Decide() // it is so already
	}
	o.atMostOne(e.Person, job{post: e.Post}, span{e.From, p.ended.On, e.FTE})
	return o.k.Decide(e)
}

func (o *order) endPost(data EndRolePost) (domain.Decision, error) {
	p := o.proposed(data.Post)
	e := domain.RolePostEnded{RolePost: p.current(), Person: p.recruited.Person, FTE: p.proposed.FTE, On: data.On, Reason: data.Reason}
	work, _ := o.s.work.Get(job{post: e.Post})
	if n := len(work); n > 0 {
		e.FTE = work[n-1].fte
	}
	if before := p.ended; !before.On.IsZero() {
		o.k.Must(RuleOrder, before == e, "post %s ended on %s; it ends once", e.Post, before.On)
		return o.k.Decide()
	}
	o.come(e.On)
	if n := len(work); n > 0 {
		o.k.Must(RuleOrder, work[n-1].from <= e.On, "post %s is at %s full-time equivalents from %s on; it should not end before, on %s", e.Post, e.FTE, work[n-1].from, e.On)
	}
	last := max(p.embedded.On, p.lapsed.On)
	o.k.Must(RuleOrder, last <= e.On, "post %s is embedded on %s; it should not end before, on %s", e.Post, last, e.On)
	paid, _ := o.s.paid.Get(e.Post)
	for _, c := range paid {
		o.k.Require(RuleReimbursed, c.to <= e.On, "%s pounds are claimed for post %s until %s; nothing should be for days after its last, %s", c.pence, e.Post, c.to, e.On)
	}
	return o.k.Decide(e)
}
