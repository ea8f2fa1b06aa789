package measure

import "github.com/hubledger/hubledger/domain"

// plan is what is kept of a workforce plan.
type plan struct {
	Plan
	endorsed []Span // until the next revision
}

func (p *plan) entity() Entity {
	e := p.Plan
	e.Endorsed = within(p.endorsed, []Span{{First: e.First, Last: e.Last}})
	return &e
}

type conversation struct{ Conversation }

func (c *conversation) entity() Entity { return &c.Conversation }

// lead is what is kept of what a PCN has people named for.
type lead struct {
	Lead
	open  map[string]int // person → the span that has not ended
	spans []Span
}

func (l *lead) entity() Entity {
	e := l.Lead
	e.Named = union(l.spans)
	return &e
}

func (s scope) plans(e domain.Event, _ domain.Date) []Ref {
	switch e := e.(type) {
	case domain.WorkforcePlanSubmitted:
		r, p := at[plan](s, KindPlan, e.Plan.String())
		p.Plan = Plan{Hub: string(e.Hub), PCN: e.PCN, First: int64(e.FY.First()), Last: int64(e.FY.Last())}
		return one(r)
	case domain.WorkforcePlanRevised:
		r, p := at[plan](s, KindPlan, e.Plan.String())
		if n := len(p.endorsed); n > 0 && p.endorsed[n-1].Last == 0 {
			p.endorsed[n-1].Last = before(int64(e.On))
		}
		return one(r)
	case domain.WorkforcePlanEndorsed:
		r, p := at[plan](s, KindPlan, e.Plan.String())
		p.endorsed = append(p.endorsed, span(e.On, 0, 1))
		return one(r)
	case domain.WorkforceConversationHeld:
		r, c := at[conversation](s, KindConversation, e.Conversation.String())
		c.Conversation = Conversation{Hub: string(e.Hub), PCN: e.PCN, On: int64(e.On), Held: on(e.On, 1)}
		return one(r)
	case domain.PCNLeadNamed:
		r, l := at[lead](s, KindLead, e.PCN+" "+e.Kind)
		l.Lead = Lead{Hub: s.icb, PCN: e.PCN, Type: e.Kind}
		if l.open == nil {
			l.open = make(map[string]int)
		}
		l.open[e.Person.String()] = len(l.spans)
		l.spans = append(l.spans, span(e.From, 0, 1))
		return one(r)
	case domain.PCNLeadEnded:
		r, l := at[lead](s, KindLead, e.PCN+" "+e.Kind)
		if i, ok := l.open[e.Person.String()]; ok {
			l.spans[i].Last = int64(e.On)
			delete(l.open, e.Person.String())
		}
		return one(r)
	}
	return nil
}
