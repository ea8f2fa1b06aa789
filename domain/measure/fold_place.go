package measure

import (
	"slices"

	"github.com/hubledger/hubledger/domain"
)

// environment is what is kept of a learning environment.
type environment struct {
	Environment
	approvals   []approval // in the order recorded
	suspensions []suspension
}

type approval struct {
	application string
	first, last domain.Date
	decided     domain.Date
	sites       []string
	professions []string
}

type suspension struct {
	id          string
	first, last domain.Date
}

func (l *environment) entity() Entity {
	e := l.Environment
	for _, a := range l.inForce() {
		e.Approved = add(e.Approved, span(a.first, a.last, int64(len(a.professions))))
	}
	for i, a := range l.approvals {
		decided := span(a.decided, a.decided, int64(len(a.professions)))
		e.Decided = append(e.Decided, decided)
		if i == 0 {
			e.First = []Span{decided}
		}
	}
	for _, s := range l.suspensions {
		e.Suspended = add(e.Suspended, span(s.first, s.last, 1))
	}
	return &e
}

// inForce are the approvals by their days: each until it ends, or until the day
// before the one that replaces it.
func (l *environment) inForce() []approval {
	all := slices.Clone(l.approvals)
	slices.SortStableFunc(all, func(a, b approval) int { return int(a.first - b.first) })
	for i := range all {
		if i+1 < len(all) {
			all[i].last = domain.Date(earlier(int64(all[i].last), before(int64(all[i+1].first))))
		}
	}
	return all
}

// takes reports whether learners of a profession may begin at a site on a day.
func (l *environment) takes(site, profession string, day domain.Date) bool {
	for _, s := range l.suspensions {
		if s.first <= day && (s.last.IsZero() || day <= s.last) {
			return false
		}
	}
	return slices.ContainsFunc(l.inForce(), func(a approval) bool {
		return a.first <= day && day <= a.last && slices.Contains(a.sites, site) && slices.Contains(a.professions, profession)
	})
}

// placement is what is kept of a learner's placement.
type placement struct {
	Placement
	first, last domain.Date
	completed   bool
}

func (p *placement) entity() Entity {
	e := p.Placement
	if p.first.IsZero() {
		return &e
	}
	e.Active = add(nil, span(p.first, p.last, 1))
	e.Started = on(p.first, 1)
	if p.completed {
		e.Completed = on(p.last, 1)
	}
	return &e
}

func (s scope) places(e domain.Event, _ domain.Date) []Ref {
	switch e := e.(type) {
	case domain.LEApplicationSubmitted:
		r, l := at[environment](s, KindEnvironment, e.LE.String())
		l.Hub, l.Applicant = string(e.Hub), e.Applicant
		return one(r)
	case domain.LEApprovalDecided:
		r, l := at[environment](s, KindEnvironment, e.LE.String())
		if e.Outcome.Approves() {
			l.approvals = append(l.approvals, approval{e.Application.String(), e.From, e.To, e.On, e.Sites, e.Professions})
		}
		return one(r)
	case domain.LEApprovalLapsed:
		r, l := at[environment](s, KindEnvironment, e.LE.String())
		for i := range l.approvals {
			if a := &l.approvals[i]; a.application == e.Application.String() {
				a.last = min(a.last, e.On)
			}
		}
		return one(r)
	case domain.LESuspended:
		r, l := at[environment](s, KindEnvironment, e.LE.String())
		l.suspensions = append(l.suspensions, suspension{e.Suspension.String(), e.From, 0})
		return one(r)
	case domain.LEReinstated:
		r, l := at[environment](s, KindEnvironment, e.LE.String())
		for i := range l.suspensions {
			if l.suspensions[i].id == e.Suspension.String() {
				l.suspensions[i].last = e.On.AddDays(-1)
			}
		}
		return one(r)
	case domain.PlacementAllocated:
		r, p := at[placement](s, KindPlacement, e.Placement.String())
		p.Hub, p.Site, p.Profession, p.Shadowing = string(e.Hub), e.Site, e.Profession, e.Shadowing
		return one(r)
	case domain.PlacementStarted:
		r, p := at[placement](s, KindPlacement, e.Placement.String())
		p.Hub, p.Site, p.Profession, p.first = string(e.Hub), e.Site, e.Profession, e.On
		if l, ok := s.things[Ref{KindEnvironment, s.icb, e.LE.String()}]; ok {
			p.Approved = l.(*environment).takes(e.Site, e.Profession, e.On)
		}
		return one(r)
	case domain.PlacementDaysRecorded:
		r, p := at[placement](s, KindPlacement, e.Placement.String())
		if e.Days > 0 {
			p.Attended = append(slices.Clip(p.Attended), span(e.To, e.To, int64(e.Days)))
		}
		return one(r)
	case domain.PlacementCompleted:
		r, p := at[placement](s, KindPlacement, e.Placement.String())
		p.last, p.completed = e.On, true
		return one(r)
	case domain.PlacementCancelled:
		r, p := at[placement](s, KindPlacement, e.Placement.String())
		if e.Started {
			p.last = e.On
		}
		return one(r)
	}
	return nil
}
